from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import duediligence
from duediligence.names.word_lists import word_lists
from duediligence.resources import load_yaml

DATA = Path(duediligence.__file__).parent / "names" / "data"


def test_every_list_loads() -> None:
    lists = word_lists()
    assert lists.trade_words["intl"] == "international"
    assert lists.numbers["third"] == "3"
    assert "al" in lists.particles


@pytest.mark.parametrize("name", ["spellings", "nicknames", "trade_words"])
def test_a_word_belongs_to_one_family(name: str) -> None:
    words = Counter(word for family in load_yaml(DATA / f"{name}.yaml") for word in set(family))
    assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yaml")), ids=lambda path: path.name)
def test_a_list_says_where_it_comes_from(path: Path) -> None:
    head = path.read_text(encoding="utf-8").splitlines()[:4]
    assert "2026-11-24" in " ".join(head)
    assert "hand" in " ".join(head)


def test_a_legal_form_has_one_class() -> None:
    classes = load_yaml(DATA / "legal_forms.yaml")
    forms = Counter(form for group in classes.values() for form in group)
    assert [form for form, times in forms.items() if times > 1] == []
