from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from duediligence.errors import InputRefused
from duediligence.model import DateBasis, EntryCountry, EntryKind, EntryName, Identifier, NameRole, Topic
from duediligence.watchlists import load_lists
from tests.watchlists.helpers import DATA, entries_of, load_data, names_of, weak_names_of, written

OLD, XML, CSV = "eu/global_2016.xml", "handmade/eu_full_1_1.xml", "handmade/eu_full_1_1.csv"


def test_a_person_of_the_xml_has_the_first_name_that_is_not_weak_as_primary() -> None:
    entry = load_data(XML)["9001"]
    assert (entry.list, entry.kind) == ("EU", EntryKind.PERSON)
    assert entry.names == (
        EntryName("Probus Testmann"),
        EntryName("Tester", NameRole.ALIAS, weak=True),
        EntryName("Пробус Тестман", NameRole.ALIAS, language="ru"),
    )
    assert [name.script for name in entry.names] == ["Latn", "Latn", "Cyrl"]


def test_the_facts_of_a_person_stand_in_their_fields() -> None:
    entry = load_data(XML)["9001"]
    assert entry.countries == (
        EntryCountry("RU", "nationality"),
        EntryCountry("BY", "birth"),
        EntryCountry("RU", "address"),
    )
    assert entry.birth_dates == ("about 1971", "1972-03-04")
    assert entry.identifiers == (Identifier("passport", "AB123456", "RU"),)
    assert entry.addresses == ("Test street 1, 101000, Moscow, RU",)
    assert (entry.listed_on, entry.updated_on) == (date(2022, 2, 23), date(2024, 3, 1))
    assert entry.reasons == "Involved in testing & examples"
    assert "EU reference: EU.9001.1" in entry.remarks
    assert entry.raw.startswith('<sanctionEntity designationDetails="Involved in testing &amp; examples"')
    assert "> <" not in entry.raw


def test_csv_and_xml_give_the_same_entries_but_for_the_weak_marks() -> None:
    xml, csv = load_data(XML), load_data(CSV)
    assert list(xml) == list(csv) == ["9001", "9002"]
    for number, one in xml.items():
        other = csv[number]
        assert names_of(one) == names_of(other)
        assert set(one.countries) == set(other.countries)
        for part in ("kind", "birth_dates", "identifiers", "addresses", "programmes", "reasons", "remarks"):
            assert getattr(one, part) == getattr(other, part)
        assert (one.listed_on, one.updated_on) == (other.listed_on, other.updated_on)
    assert not any(weak_names_of(entry) for entry in csv.values())


def test_the_raw_record_of_the_csv_is_every_row_of_the_party_by_header() -> None:
    rows = json.loads(load_data(CSV)["9002"].raw)
    assert [row.get("NameAlias_WholeName", "") for row in rows] == ["Testwerk Trading Company", ""]
    assert "fileGenerationDate" not in rows[0]


def test_programmes_of_terror_and_of_weapons_are_told() -> None:
    topics = [entry.topics for entry in load_data(XML).values()]
    assert topics == [(str(Topic.TERRORISM),), (str(Topic.PROLIFERATION),)]


@pytest.mark.parametrize(
    ("name", "dated"), [(XML, date(2026, 7, 28)), (CSV, date(2026, 7, 28)), (OLD, date(2016, 2, 11))]
)
def test_every_format_states_its_date(name: str, dated: date) -> None:
    (edition,) = load_lists([DATA / name]).editions
    assert (edition.list, edition.dated, edition.date_basis) == ("EU", dated, DateBasis.STATED)


def test_the_old_xml_keeps_languages_approximate_births_and_numbers_in_words() -> None:
    entries = load_data(OLD)
    assert EntryName("Groupe Abu Sayyaf", NameRole.ALIAS, language="fr") in entries["326"].names
    assert entries["602"].birth_dates == ("about 1964", "1971")
    assert entries["602"].identifiers == (Identifier("national_id", "545167", "AF"),)
    assert entries["230"].addresses == ("Rashid Street, Baghdad, IRQ", "Mosul, IRQ")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_csv_is_read_in_any_encoding_an_exporter_writes(tmp_path: Path, encoding: str) -> None:
    text = (DATA / CSV).read_text(encoding="utf-8-sig")
    loaded = load_lists([written(tmp_path / "any", text.replace("\n", "\r\n").encode(encoding))])
    assert entries_of(loaded) == load_data(CSV)


def test_an_entry_without_a_name_is_a_problem_and_no_entry(tmp_path: Path) -> None:
    for name, old, new in ((XML, 'wholeName="Testwerk Trading Company"', ""), (CSV, "Testwerk Trading Company", "")):
        text = (DATA / name).read_bytes().replace(old.encode(), new.encode())
        loaded = load_lists([written(tmp_path / "x" / name, text)])
        assert list(entries_of(loaded)) == ["9001"]
        assert [problem.code.name for problem in loaded.problems] == ["LIST_ENTRY_UNREADABLE"]


def test_a_row_without_a_number_is_a_problem_at_its_row(tmp_path: Path) -> None:
    text = (DATA / CSV).read_bytes().replace(b"28/07/2026;9002;EU.9002.2", b"28/07/2026;;EU.9002.2", 1)
    loaded = load_lists([written(tmp_path / "x.csv", text)])
    assert [str(problem.where) for problem in loaded.problems][:1] == ["x.csv › row 6"]


@pytest.mark.parametrize("name", [XML, CSV, OLD])
def test_a_file_cut_off_anywhere_is_refused_or_no_list(tmp_path: Path, name: str) -> None:
    data = (DATA / name).read_bytes().rstrip()
    ends = {place for place in range(1, len(data)) if data[place - 1 : place] == b"\n" and name == CSV}
    for end in range(1, len(data), len(data) // 50):
        if end not in ends:
            with pytest.raises(InputRefused) as caught:
                load_lists([written(tmp_path / "x", data[:end])])
            assert caught.value.code.name in ("LIST_DAMAGED", "LIST_UNKNOWN")
