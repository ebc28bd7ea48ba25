"""Sector and goods texts: the table of truth, and what must stay unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from duediligence.hotspots import read_sector
from duediligence.resources import load_yaml

CASES = Path(__file__).parent.parent / "cases" / "sectors.yaml"


def cases() -> list[tuple[str, list[str]]]:
    return [(text, divisions) for text, divisions in load_yaml(CASES)["cases"]]


def verdict(text: str, divisions: list[str]) -> str:
    found = {code[:2] for code in read_sector(text).isic}
    if not found - set(divisions):
        return "right" if bool(found) == bool(divisions) else "unknown"
    return "wrong"


def test_most_texts_are_read_right_and_hardly_any_wrong() -> None:
    verdicts = {text: verdict(text, divisions) for text, divisions in cases()}
    wrong = [text for text, found in verdicts.items() if found == "wrong"]
    missed = [text for text, found in verdicts.items() if found == "unknown"]
    assert len(wrong) <= 0.02 * len(verdicts), wrong
    assert len(verdicts) - len(wrong) - len(missed) >= 0.93 * len(verdicts), missed


@pytest.mark.parametrize("text", [text for text, divisions in cases() if not divisions])
def test_what_says_too_little_stays_unknown(text: str) -> None:
    reading = read_sector(text)
    assert reading.isic == ()
    assert reading.confidence == 0


def test_a_reading_says_why_and_how_surely() -> None:
    exact, headed, misspelt = (read_sector(text) for text in ("knitwear", "men's knitwear", "knitwaer"))
    assert exact.confidence == 1 > headed.confidence > misspelt.confidence > 0
    assert "knitwear" in headed.reason
    assert exact.label == "Manufacture of wearing apparel, except fur apparel"


def test_a_text_names_the_goods_of_the_dol_list() -> None:
    assert read_sector("jade").goods == ("Jade",)
    assert set(read_sector("coffee; cocoa").goods) == {"Coffee", "Cocoa"}
