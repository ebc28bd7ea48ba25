"""Settings: later sources win, nonsense is refused, everything is documented."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from duediligence.errors import SettingsInvalid
from duediligence.settings import Settings, load_settings

ROOT = Path(__file__).resolve().parent.parent


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "duediligence.toml").write_text("min_score = 0.5\nlist_max_age_days = 7\n", encoding="utf-8")
    settings = load_settings(tmp_path, {"DUEDILIGENCE_MIN_SCORE": "0.55"})
    assert (settings.min_score, settings.list_max_age_days) == (0.55, 7)


def test_without_any_source_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {}) == Settings()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("min_score = 'high'\n", "min_score"),
        ("unheard_of = 1\n", "unheard_of"),
        ("min_score = 0.99\nstrong_score = 0.5\n", "0.99"),
        ("min_score = \n", "duediligence.toml"),
    ],
)
def test_a_setting_without_a_usable_value_is_refused_by_name(tmp_path: Path, text: str, named: str) -> None:
    (tmp_path / "duediligence.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsInvalid, match=named):
        load_settings(tmp_path, {})


def test_every_setting_is_explained() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert all(f"`{item.name}`" in page for item in fields(Settings))
    assert all(item.name in (Settings.__doc__ or "") for item in fields(Settings))
