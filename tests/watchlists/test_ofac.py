from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from duediligence.model import EntryCountry, EntryKind, EntryName, Identifier, NameRole
from duediligence.watchlists import load_lists
from tests.watchlists.helpers import DATA, entries_of, load_data, names_of, weak_names_of, written

OLD_NAMESPACE = b"http://tempuri.org/sdnList.xsd"
NEW_NAMESPACE = b"https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML"


def test_an_entity_keeps_its_name_alias_and_the_weak_name_from_the_remarks() -> None:
    entry = load_data("sdn")["306"]
    assert entry.list == "OFAC-SDN"
    assert entry.kind is EntryKind.ORGANISATION
    assert entry.names == (
        EntryName("BANCO NACIONAL DE CUBA"),
        EntryName("NATIONAL BANK OF CUBA", NameRole.ALIAS),
        EntryName("BNC", NameRole.ALIAS, weak=True),
    )
    assert EntryCountry("CH", "address") in entry.countries
    assert "Zweierstrasse 35, Zurich CH-8022, Switzerland" in entry.addresses
    assert entry.programmes == ("CUBA",)


def test_a_person_keeps_the_publishers_order_of_names_and_the_facts_in_the_remarks() -> None:
    entry = load_data("sdn")["24004"]
    assert entry.name == "GHERMAY, Ermias"
    assert entry.kind is EntryKind.PERSON
    assert entry.birth_dates == ("1972/1977",)
    assert entry.countries == (
        EntryCountry("ET", "nationality"),
        EntryCountry("ER", "nationality"),
        EntryCountry("LY", "address"),
        EntryCountry("SD", "address"),
        EntryCountry("ET", "birth"),
    )


def test_a_passport_is_an_identifier_with_its_country_and_no_nationality() -> None:
    entry = load_data("sdn")["15001"]
    assert Identifier("passport", "07040028724", "MX") in entry.identifiers
    assert Identifier("tax", "MEFF820619A98", "MX") in entry.identifiers


def test_several_programmes_of_one_entry_are_parted() -> None:
    assert load_data("sdn")["6366"].programmes == ("FTO", "SDGT")


def test_a_vessel_has_its_imo_number_and_its_flag() -> None:
    entry = load_data("sdn")["23423"]
    assert entry.kind is EntryKind.VESSEL
    assert entry.identifiers == (Identifier("imo", "8023670"),)
    assert EntryCountry("MT", "flag") in entry.countries
    assert "OZEL 2" in names_of(entry)


def test_a_former_weak_name_is_both_former_and_weak() -> None:
    assert EntryName("ANA I", NameRole.FORMER, weak=True) in load_data("sdn")["4243"].names


def test_an_aircraft_is_read_as_one() -> None:
    assert load_data("sdn")["15431"].kind is EntryKind.AIRCRAFT


def test_a_legal_entity_number_of_another_make_is_no_lei() -> None:
    assert Identifier("registration", "851683897", "NL") in load_data("sdn")["23257"].identifiers
    assert Identifier("lei", "253400WSS48YWMBUA688") in load_data("cons")["17016"].identifiers


def test_long_remarks_go_on_without_a_gap_from_the_companion_file() -> None:
    entry = load_data("sdn")["28263"]
    assert "snowsjohn" in weak_names_of(entry)
    assert entry.remarks.endswith("Linked To: LAZARUS GROUP.")


def test_a_null_is_nothing_and_the_end_mark_no_record() -> None:
    entries = load_data("sdn")
    assert len(entries) == 18
    assert entries["36"].remarks == ""
    assert all("-0-" not in str(entry) and "\x1a" not in str(entry) for entry in entries.values())


def test_letters_outside_ascii_are_read_as_cp1252(tmp_path: Path) -> None:
    record = '1,"MÜSTERFIRMA “GMBH”",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
    file = written(tmp_path / "any.name", record.encode("cp1252"))
    assert entries_of(load_lists([file]))["1"].name == "MÜSTERFIRMA “GMBH”"


def test_the_two_lists_of_ofac_are_told_apart_by_their_programmes() -> None:
    assert {entry.list for entry in load_data("sdn").values()} == {"OFAC-SDN"}
    assert {entry.list for entry in load_data("cons").values()} == {"OFAC-CONS"}
    assert {entry.list for entry in load_data("consolidated.xml").values()} == {"OFAC-CONS"}


def test_both_lists_in_one_folder_get_their_own_companions(tmp_path: Path) -> None:
    for number, file in enumerate(sorted([*(DATA / "sdn").iterdir(), *(DATA / "cons").iterdir()])):
        written(tmp_path / f"{number}.txt", file.read_bytes())
    loaded = load_lists([tmp_path])
    alone = {**load_data("sdn"), **load_data("cons")}
    assert entries_of(loaded) == alone
    assert [len(edition.files) for edition in loaded.editions] == [4, 4]


def test_csv_and_xml_of_one_list_give_the_same_entries() -> None:
    by_csv, by_xml = load_data("cons"), load_data("consolidated.xml")
    assert by_csv.keys() == by_xml.keys()
    for number in ("9639", "15268", "50476"):
        left, right = by_csv[number], by_xml[number]
        assert set(left.names) == set(right.names)
        assert set(left.countries) == set(right.countries)
        assert (left.kind, left.birth_dates, left.programmes) == (right.kind, right.birth_dates, right.programmes)
        assert set(left.identifiers) == set(right.identifiers)


@pytest.mark.parametrize("namespace", [OLD_NAMESPACE, b""], ids=["old namespace", "no namespace"])
def test_the_xml_is_read_in_any_namespace(tmp_path: Path, namespace: bytes) -> None:
    data = (DATA / "consolidated.xml").read_bytes()
    assert NEW_NAMESPACE in data
    declared = b' xmlns="' + NEW_NAMESPACE + b'"'
    replaced = data.replace(declared, b' xmlns="' + namespace + b'"' if namespace else b"")
    file = written(tmp_path / "list.xml", replaced)
    assert entries_of(load_lists([file])) == load_data("consolidated.xml")


def test_the_xml_states_its_date() -> None:
    (edition,) = load_lists([DATA / "consolidated.xml"]).editions
    assert (edition.dated, edition.date_basis.value) == (date(2025, 3, 28), "stated in the file")


def test_a_weak_alias_of_the_xml_is_weak() -> None:
    assert "RUSAG" not in names_of(load_data("consolidated.xml")["17016"])
    assert weak_names_of(load_data("consolidated.xml")["50476"])


def test_an_entry_of_the_xml_without_a_name_is_a_problem_and_no_entry(tmp_path: Path) -> None:
    text = (
        "<sdnList><publshInformation><Record_Count>2</Record_Count></publshInformation>"
        "<sdnEntry><uid>1</uid></sdnEntry><sdnEntry><uid>2</uid><lastName>TEST ONE</lastName></sdnEntry></sdnList>"
    )
    loaded = load_lists([written(tmp_path / "a.xml", text)])
    assert [entry.entry_id for entry in loaded.entries] == ["2"]
    assert [(problem.code.name, problem.found) for problem in loaded.problems] == [
        ("LIST_ENTRY_UNREADABLE", "entry 1 (1)")
    ]


def test_records_of_the_csv_without_a_name_or_with_a_number_used_before_are_problems(tmp_path: Path) -> None:
    rest = '"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
    rows = (f'1,"TEST ONE",-0- ,{rest}', f"2,-0- ,-0- ,{rest}", f'1,"TEST TWO","unheard-of",{rest}')
    loaded = load_lists([written(tmp_path / "sdn.csv", "".join(rows))])
    assert [entry.name for entry in loaded.entries] == ["TEST ONE"]
    found = [(problem.found, str(problem.where)) for problem in loaded.problems if problem.severity == "error"]
    assert found == [
        ("entry 2 has no name", "sdn.csv › row 2"),
        ("entry 1 stands there twice", "sdn.csv › row 3"),
    ]
