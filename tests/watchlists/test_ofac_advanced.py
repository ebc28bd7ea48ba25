from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from duediligence.errors import InputRefused
from duediligence.model import EntryCountry, EntryKind, EntryLink, EntryName, Identifier, NameRole
from duediligence.watchlists import load_lists
from tests.watchlists.helpers import DATA, entries_of, load_data, names_of, written

FILE = "handmade/sdn_advanced.xml"
NAMESPACE = b"https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML"


def test_a_person_has_the_latin_primary_name_first_then_other_scripts_and_weak_names() -> None:
    entry = load_data(FILE)["99001"]
    assert (entry.list, entry.kind) == ("OFAC-SDN", EntryKind.PERSON)
    assert entry.names == (
        EntryName("TESTMANN, Probus"),
        EntryName("ТЕСТМАН, Пробус", NameRole.ALIAS),
        EntryName("TESTER", NameRole.ALIAS, weak=True),
    )
    assert [name.script for name in entry.names] == ["Latn", "Cyrl", "Latn"]


def test_what_the_party_refers_to_by_number_is_looked_up() -> None:
    entry = load_data(FILE)["99001"]
    assert entry.birth_dates == ("1971",)
    assert entry.identifiers == (Identifier("passport", "836238033", "KP"),)
    assert entry.addresses == ("Test street 1, Moscow, Russia",)
    assert entry.countries == (
        EntryCountry("RU", "address"),
        EntryCountry("KP", "nationality"),
        EntryCountry("BY", "birth"),
    )
    assert "Gender Male" in entry.remarks


def test_the_listing_gives_programme_and_day() -> None:
    entry = load_data(FILE)["99001"]
    assert (entry.programmes, entry.listed_on) == (("SDGT",), date(2022, 2, 23))
    assert entry.raw.startswith('<DistinctParty FixedRef="99001">')
    assert "<SanctionsEntry" in entry.raw


def test_a_vessel_has_its_imo_number_flag_and_the_tie_to_its_owner() -> None:
    entry = load_data(FILE)["99003"]
    assert entry.kind is EntryKind.VESSEL
    assert entry.identifiers == (Identifier("imo", "9123456"),)
    assert entry.countries == (EntryCountry("PA", "flag"),)
    assert entry.links == (EntryLink("owned or controlled by", "TESTWERK LLC", "99002"),)


def test_a_former_name_of_an_entity_is_former() -> None:
    entry = load_data(FILE)["99002"]
    assert entry.kind is EntryKind.ORGANISATION
    assert entry.names[1] == EntryName("OLD TESTWERK", NameRole.FORMER)


def test_the_list_is_the_one_that_most_of_its_entries_name(tmp_path: Path) -> None:
    data = (DATA / FILE).read_bytes().replace(b'ListID="1550"', b'ListID="91507"')
    (edition,) = load_lists([written(tmp_path / "x", data)]).editions
    assert (edition.list, edition.dated) == ("OFAC-CONS", date(2026, 7, 28))


@pytest.mark.parametrize("namespace", [b"http://www.un.org/sanctions/1.0", b""])
def test_it_is_read_in_any_namespace(tmp_path: Path, namespace: bytes) -> None:
    data = (DATA / FILE).read_bytes().replace(NAMESPACE, namespace)
    assert entries_of(load_lists([written(tmp_path / "x", data)])) == load_data(FILE)


def test_births_between_years_and_about_a_year_say_so(tmp_path: Path) -> None:
    data = (DATA / FILE).read_bytes()
    later = data.replace(b"<Year>1971</Year><Month>12</Month>", b"<Year>1975</Year><Month>12</Month>")
    assert load_lists([written(tmp_path / "x", later)]).entries[0].birth_dates == ("1971/1975",)
    about = data.replace(b'<Start Approximate="false"', b'<Start Approximate="true"')
    assert load_lists([written(tmp_path / "y", about)]).entries[0].birth_dates == ("about 1971",)


def test_a_party_without_a_name_is_a_problem_and_no_entry(tmp_path: Path) -> None:
    data = (DATA / FILE).read_bytes().replace(b">TEST TANKER<", b"><")
    loaded = load_lists([written(tmp_path / "x.xml", data)])
    assert [names_of(entry)[0] for entry in loaded.entries] == ["TESTMANN, Probus", "TESTWERK LLC"]
    assert [problem.found for problem in loaded.problems] == ["entry 3 (99003)"]


def test_a_file_without_its_last_section_is_refused(tmp_path: Path) -> None:
    data = (DATA / FILE).read_bytes()
    cut = data[: data.index(b"<SanctionsEntries>")]
    for end in (cut, cut + b"</Sanctions>"):
        with pytest.raises(InputRefused) as caught:
            load_lists([written(tmp_path / "x", end)])
        assert caught.value.code.name == "LIST_DAMAGED"
