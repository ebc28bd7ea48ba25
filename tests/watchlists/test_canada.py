from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from duediligence.errors import InputRefused
from duediligence.model import EntryCountry, EntryKind, Identifier
from duediligence.watchlists import load_lists
from tests.watchlists.helpers import DATA, load_data, names_of, weak_names_of, written


def record(**values: str) -> str:
    said = {"Country": "Iran", "Item": "1", "DateOfListing": "2020-01-02", **values}
    return "<record>" + "".join(f"<{tag}>{text}</{tag}>" for tag, text in said.items()) + "</record>"


def document(*records: str) -> str:
    return f"<data-set>{''.join(records)}</data-set>"


def test_an_entity_is_cited_by_regulations_schedule_and_item() -> None:
    entry = load_data("ca.xml")["Russia, Schedule 1, Part 2, item 575"]
    assert (entry.list, entry.kind, entry.listed_on) == ("CA", EntryKind.ORGANISATION, date(2024, 2, 21))
    assert names_of(entry) == [
        "Ulyanovsk Cartridge Works JSC",
        "Aktsionernoe Obshchestvo Ulyanovskii Patronnyi Zavod",
        "Акционерное общество «Ульяновский патронный завод»",
    ]
    assert [name.script for name in entry.names] == ["Latn", "Latn", "Cyrl"]
    assert entry.raw.startswith("<record><Country>Russia / Russie</Country><EntityOrShip>")


def test_the_country_of_the_regulations_is_not_the_partys_own() -> None:
    entry = load_data("ca.xml")["Russia, Schedule 1, Part 2, item 689"]
    assert entry.countries == (EntryCountry("RU", "regime"),)
    assert entry.country_codes == ()
    assert names_of(entry)[-1] == "保利科技有限公司"


def test_a_ship_has_its_number_and_no_birth_date() -> None:
    entry = load_data("ca.xml")["Russia, Schedule 1.1, item 7"]
    assert (entry.kind, entry.identifiers) == (EntryKind.VESSEL, (Identifier("imo", "9161003"),))
    assert entry.remarks == "Built: 2004; Ship: Ro-Ro Cargo"
    assert entry.birth_dates == ()


def test_aliases_are_taken_apart_and_say_their_language(tmp_path: Path) -> None:
    aliases = "Tesa Testova / Tessa Testova; Tesa, Belarusian: Тэса Тэстава; Russian: Теса Тестова"
    text = document(
        record(LastName="Testova", GivenName="Teresa", Aliases=aliases, DateOfBirthOrShipBuildDate="1960 or 1961")
    )
    (entry,) = load_lists([written(tmp_path / "c.xml", text)]).entries
    assert entry.kind is EntryKind.PERSON
    assert names_of(entry) == [
        "Teresa Testova", "Tesa Testova", "Tessa Testova", "Tesa", "Тэса Тэстава", "Теса Тестова",
    ]  # fmt: skip
    assert weak_names_of(entry) == ["Tesa"]
    assert [name.language for name in entry.names[-2:]] == ["be", "ru"]
    assert entry.birth_dates == ("1960", "1961")


def test_a_record_without_a_name_or_standing_twice_is_named(tmp_path: Path) -> None:
    text = document(record(LastName="Eins"), record(Item="2"), record(LastName="Eins"))
    loaded = load_lists([written(tmp_path / "c.xml", text)])
    assert [(p.found, str(p.where)) for p in loaded.problems] == [
        ("Iran, item 2 has no name", "c.xml › row 2"),
        ("Iran, item 1 stands there twice", "c.xml › row 3"),
    ]


def test_utf_16_is_read_too(tmp_path: Path) -> None:
    text = (DATA / "ca.xml").read_text(encoding="utf-8").replace('encoding="UTF-8"', 'encoding="UTF-16"')
    loaded = load_lists([written(tmp_path / "c.xml", text.encode("utf-16"))])
    assert [entry.entry_id for entry in loaded.entries] == list(load_data("ca.xml"))


def test_a_file_cut_off_anywhere_is_never_used(tmp_path: Path) -> None:
    data = (DATA / "ca.xml").read_bytes().rstrip()
    for end in range(1, len(data), 53):
        with pytest.raises(InputRefused):
            load_lists([written(tmp_path / "c.xml", data[:end])])
