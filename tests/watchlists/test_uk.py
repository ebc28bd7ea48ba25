from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from duediligence.errors import InputRefused
from duediligence.model import EntryCountry, EntryKind, EntryLink, EntryName, Identifier, NameRole, Topic
from duediligence.watchlists import load_lists
from duediligence.watchlists.readers.uk.common import document_numbers, numbered, plain, uk_birth_date
from tests.watchlists.helpers import DATA, load_data, written

OLD, NEW = "uk/conlist_2016.csv", "handmade/conlist_2022.csv"
CSV, XML = "handmade/uk_sanctions_list.csv", "handmade/uk_sanctions_list.xml"


def test_the_rows_of_one_target_are_one_entry_with_former_names() -> None:
    entry = load_data(OLD)["11259"]
    assert (entry.list, entry.kind) == ("UK-OFSI", EntryKind.ORGANISATION)
    assert entry.names == (
        EntryName("ASIA MARINE"),
        EntryName("LEADMARITIME", NameRole.ALIAS),
        EntryName("IRISL ASIA PTE LTD", NameRole.FORMER),
    )
    assert entry.countries == (EntryCountry("SG", "address"),)
    assert (entry.listed_on, entry.updated_on) == (date(2010, 7, 27), date(2010, 10, 27))
    assert len(json.loads(entry.raw)) == 3


def test_passports_told_in_sentences_are_numbers_with_their_country() -> None:
    entry = load_data(OLD)["13254"]
    assert entry.name == "Ahmed Ali Abdullah AL-AHMAR"
    assert [(item.kind, item.value, item.country) for item in entry.identifiers] == [
        ("passport", "17979", "YE"),
        ("passport", "02117777", "YE"),
        ("passport", "06070777", "YE"),
    ]


def test_the_columns_since_2022_have_original_scripts_weak_names_and_reasons() -> None:
    entry = load_data(NEW)["99001"]
    assert entry.names == (
        EntryName("Probus TESTMANN"),
        EntryName("Prob TESTMANN", NameRole.ALIAS, weak=True),
        EntryName("Пробус Тестман", NameRole.ALIAS, language="ru"),
    )
    assert entry.reasons == "TESTMANN controls Testwerk, which is known for human trafficking."
    assert entry.birth_dates == ("1971",)
    assert [item.value for item in entry.identifiers] == ["AB123456", "CD654321"]
    assert EntryCountry("BY", "nationality") in entry.countries
    assert Topic.TRAFFICKING in entry.topics


def test_facts_labelled_inside_other_information_are_taken_out() -> None:
    entry = load_data(NEW)["99002"]
    assert entry.identifiers == (Identifier("registration", "190000001"),)
    assert entry.links == (EntryLink("parent company", "TEST HOLDING"),)


def test_csv_and_xml_of_the_uk_sanctions_list_give_the_same_entries() -> None:
    csv, xml = load_data(CSV), load_data(XML)
    assert list(csv) == list(xml) == ["GIM9001", "RUS9002"]
    for number, one in csv.items():
        for part in ("kind", "names", "countries", "addresses", "birth_dates", "identifiers", "programmes", "links"):
            assert getattr(one, part) == getattr(xml[number], part)
        for part in ("listed_on", "updated_on", "reasons", "remarks", "topics"):
            assert getattr(one, part) == getattr(xml[number], part)


def test_a_person_under_the_regime_on_trafficking_is_told_as_such() -> None:
    entry = load_data(CSV)["GIM9001"]
    assert entry.topics == (str(Topic.TRAFFICKING),)
    assert entry.names[1] == EntryName("TESTER", NameRole.ALIAS, weak=True)
    assert entry.birth_dates == ("1971", "1972-02-05")
    assert entry.raw.startswith('[{"Last Updated":"24/07/2025","Unique ID":"GIM9001"')


def test_a_ship_has_its_imo_number_flag_and_owners() -> None:
    entry = load_data(XML)["RUS9002"]
    assert entry.kind is EntryKind.VESSEL
    assert entry.identifiers == (Identifier("imo", "9123456"),)
    assert entry.countries == (EntryCountry("PA", "flag"),)
    assert entry.links[0] == EntryLink("current owner or operator", "Testwerk LLC")
    assert len(entry.links) == 3


@pytest.mark.parametrize(
    ("name", "short", "dated"),
    [
        (OLD, "UK-OFSI", date(2016, 2, 12)),
        (NEW, "UK-OFSI", date(2025, 7, 28)),
        (CSV, "UK", date(2025, 7, 28)),
        (XML, "UK", date(2025, 7, 28)),
    ],
)
def test_every_format_states_its_date(name: str, short: str, dated: date) -> None:
    (edition,) = load_lists([DATA / name]).editions
    assert (edition.list, edition.dated) == (short, dated)


def test_the_two_british_lists_stand_side_by_side() -> None:
    loaded = load_lists([DATA / NEW, DATA / CSV])
    assert [edition.list for edition in loaded.editions] == ["UK", "UK-OFSI"]
    assert not loaded.notices


def test_an_entry_without_a_name_is_a_problem_and_no_entry(tmp_path: Path) -> None:
    for name in (NEW, CSV, XML):
        text = (DATA / name).read_text(encoding="utf-8-sig").replace("TEST TANKER", "")
        text = text.replace("TESTWERK LLC,", ",").replace("TESTWERK OLD,", ",")
        loaded = load_lists([written(tmp_path / name, text)])
        assert len(loaded.entries) == 1
        assert [problem.code.name for problem in loaded.problems] == ["LIST_ENTRY_UNREADABLE"]


@pytest.mark.parametrize("name", [OLD, NEW, CSV, XML])
def test_a_file_cut_inside_a_record_is_refused_or_no_list(tmp_path: Path, name: str) -> None:
    data = (DATA / name).read_bytes().rstrip()
    for end in range(1, len(data), len(data) // 50):
        if data[end - 1 : end] not in b"\r\n":
            with pytest.raises(InputRefused) as caught:
                load_lists([written(tmp_path / "x", data[:end])])
            assert caught.value.code.name in ("LIST_DAMAGED", "LIST_UNKNOWN")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("(1) Tripoli (2) Tunis", ["Tripoli", "Tunis"]),
        ("(1)-(2) Tunisia (3) Libya (4) -", ["Tunisia", "Libya"]),
        ("(1) to (6) Algeria (7) Morocco", ["Algeria", "Morocco"]),
        ("Kinshasa (Gombe)", ["Kinshasa (Gombe)"]),
    ],
)
def test_several_values_in_one_cell_are_parted(text: str, values: list[str]) -> None:
    assert numbered(text) == values


def test_countries_and_birth_dates_are_read_past_their_glosses() -> None:
    assert plain("Italy (Domicile, last known address)") == "Italy"
    assert plain("Iranian citizenship") == "Iranian"
    assert [uk_birth_date(text) for text in ("00/00/1977", "dd/03/1977", "05/02/1969", "1960s")] == [
        "1977",
        "1977-03",
        "1969-02-05",
        "1960s",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("AB 123456", [("AB 123456", "", "")]),
        ("G827238 (Tunisian). Issued on 1 June 1996", [("G827238", "", "Tunisian")]),
        (
            "W374031, Tunisian national identity number issued on 11 April 2011.",
            [("W374031", "national_id", "Tunisian")],
        ),
        ("Either A12345 or B12345", []),
    ],
)
def test_a_sentence_gives_its_one_number_or_none(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(item.number, item.kind, item.country) for item in document_numbers(text)] == found
