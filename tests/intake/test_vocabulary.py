"""Headers → fields."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from duediligence.intake.words import NOTHING, cell_words, column_words, header_key, is_filler, meaning_of, says_percent
from duediligence.model import Party
from duediligence.resources import load_yaml

CASES: dict[str, Any] = load_yaml(Path(__file__).parent.parent / "cases" / "headers.yaml")
NOT_FROM_ONE_HEADER = {"origin", "cells", "extra", "identifiers", "agencies", "also_in", "sites"}
LANGUAGES = {"en", "fr", "es", "pt", "de", "ar", "zh", "tr", "vi", "bn", "id", "ru"}
NATIONAL = {"lei", "imo", "cnpj", "duns"}
HELPERS = {
    "location",
    "site_name",
    "legal_name",
    "agency_name",
    "address_line",
    "origin_countries",
    "destination_countries",
}


@pytest.mark.parametrize(("header", "field"), CASES["headers"])
def test_a_header_means_its_field(header: str, field: str) -> None:
    assert meaning_of(header).field == field


@pytest.mark.parametrize(("header", "kind"), CASES["identifiers"])
def test_a_header_of_a_number_says_which_register_gave_it(header: str, kind: str) -> None:
    meaning = meaning_of(header)
    assert (meaning.field, meaning.kind) == ("identifiers", kind)


def test_an_exact_header_is_surer_than_a_part_and_a_part_than_a_vague_word() -> None:
    exact, part, vague, typo = (
        meaning_of(text) for text in ("Supplier Name", "Nr / Supplier Name", "Name", "Supplier Nmae")
    )
    assert exact.confidence == 1.0 > part.confidence > vague.confidence
    assert 0.88 <= typo.confidence < 1.0
    assert "nearly" in typo.reason


def test_every_field_of_a_party_has_headers_and_every_header_a_field() -> None:
    words = column_words()
    filled = set(Party.__dataclass_fields__) - NOT_FROM_ONE_HEADER
    assert filled == set(words.fields) - HELPERS
    assert set(words.fields) & HELPERS == HELPERS


def test_every_field_has_headers_in_twelve_languages() -> None:
    words = column_words()
    groups = {**words.fields, **{kind: texts for kind, texts in words.identifiers.items() if kind not in NATIONAL}}
    missing = {field: sorted(LANGUAGES - {key for key, texts in groups[field].items() if texts}) for field in groups}
    assert not {field: languages for field, languages in missing.items() if languages}
    assert all(len(texts) >= 3 for by in words.fields.values() for key, texts in by.items() if key in LANGUAGES)


def test_no_header_belongs_to_two_fields() -> None:
    words = column_words()
    owners: dict[str, set[str]] = {}
    for group in (words.fields, words.identifiers, words.kept):
        for field, texts in group.items():
            for text in (text for language in texts.values() for text in language):
                assert header_key(text), text
                owners.setdefault(header_key(text), set()).add(field)
    assert not {key: fields for key, fields in owners.items() if len(fields) > 1}
    assert {header_key(text) for text in words.vague} <= set(owners)


def test_no_cell_word_means_two_things() -> None:
    words = cell_words()
    assert not set(words.organisation) & set(words.person)
    assert not set(words.total) & set(words.note)
    assert sorted(words.months) == list(range(1, 13))


def test_a_header_that_a_program_made_up_means_nothing() -> None:
    assert all(map(is_filler, ("Unnamed: 3", "Unnamed: 0_level_0", "Column1", "Spalte 12", "列3", "F7")))
    assert not any(map(is_filler, ("Column", "Name 2", "3", "Fabric 7", "")))
    assert meaning_of("Unnamed: 3") == NOTHING


def test_percent_is_seen_in_any_writing() -> None:
    assert all(map(says_percent, ("% women", "Women (%)", "Percentage of women", "pct women")))
    assert not says_percent("Women workers")
