from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from duediligence.errors import InputRefused
from duediligence.model import EntryCountry, EntryKind, EntryLink, Identifier, Topic, WatchlistEntry
from duediligence.watchlists import load_lists
from duediligence.watchlists.readers.us.csl import listed_name, names_joined
from tests.watchlists.helpers import DATA, load_data, names_of, written

JSON = "handmade/csl.json"
FILES = ("csl/consolidated_2016.csv", "csl/csl_2019.csv", "csl/consolidated_2025.csv")


def named(name: str, file: str) -> WatchlistEntry:
    (entry,) = (entry for entry in load_data(file).values() if entry.name == name)
    return entry


def test_a_row_keeps_its_own_list_as_a_programme_in_every_vintage() -> None:
    assert load_data(FILES[0])["SDN-12454"].programmes == ("SDN", "SDGT")
    assert load_data(FILES[1])["SDN-12449"].programmes == ("SDN", "SDNTK")
    assert [entry.programmes[0] for entry in load_data(FILES[2]).values()] == ["ISN", "EL", "SSI", "UVL"]
    assert all(entry.list == "US-CSL" for file in FILES for entry in load_data(file).values())


def test_a_clause_on_successors_is_no_part_of_the_name_and_is_kept() -> None:
    entry = named("Sinobright Import and Export Company", FILES[2])
    assert "and any successor, sub-unit, or subsidiary thereof" in entry.remarks
    assert entry.listed_on == date(2023, 7, 19)
    assert entry.topics == (str(Topic.PROLIFERATION),)


def test_other_names_in_brackets_are_names() -> None:
    entry = named("Mexpar International, Inc.", FILES[0])
    assert names_of(entry)[1:] == ["Pasadena Aerospace", "Aviation Logistics and Supply"]


def test_joined_names_addresses_and_countries_are_parted() -> None:
    entry = named("China Electronics Technology Group Corporation 13th Research Institute (CETC 13)", FILES[2])
    assert names_of(entry)[-1] == "CETC Research Institute 13"
    assert entry.addresses[1] == "21 Changsheng Street, Shijiazhuang, Hebei, China"
    assert entry.countries == (EntryCountry("CN", "address"),)


def test_numbers_are_identifiers_in_the_order_of_either_vintage() -> None:
    assert load_data(FILES[1])["SDN-12449"].identifiers == (Identifier("registration", "1978075", "CO"),)
    vessel = load_data(FILES[1])["SDN-23156"]
    assert (vessel.kind, vessel.identifiers) == (EntryKind.VESSEL, (Identifier("imo", "8898831"),))
    assert vessel.countries == (EntryCountry("KP", "flag"),)
    assert vessel.links == (EntryLink("linked to", "YUSONG SHIPPING CO"),)
    assert Identifier("tax", "CHE267936404", "CH") in load_data(FILES[2])["SSI-28603"].identifiers


def test_the_raw_record_is_the_row_by_header() -> None:
    row = json.loads(load_data(FILES[0])["SDN-12454"].raw)
    assert (row["source"], row["name"]) == ("SDN", "CONGO FUTUR")
    assert "title" not in row


def test_a_row_without_a_number_has_an_id_that_depends_on_its_words_only(tmp_path: Path) -> None:
    lines = (DATA / FILES[1]).read_text(encoding="utf-8").splitlines(keepends=True)
    turned = load_lists([written(tmp_path / "x.csv", "".join([lines[0], *reversed(lines[1:])]))])
    assert {entry.entry_id for entry in turned.entries} == set(load_data(FILES[1]))
    twice = load_lists([written(tmp_path / "y.csv", "".join([lines[0], lines[1], lines[1]]))])
    first, second = (entry.entry_id for entry in twice.entries)
    assert second == f"{first}-2"


def test_the_json_gives_objects_as_the_csv_gives_texts() -> None:
    entries = load_data(JSON)
    institute, person = entries["abc123"], entries["SDN-99001"]
    assert institute.name == "Testwerk Institute"
    assert institute.links == (EntryLink("affiliated entity", "Testwerk Labs"),)
    assert institute.addresses == ("1 Test Road, Shenyang, 110000, CN",)
    assert person.identifiers == (Identifier("passport", "836238033", "KP"),)
    assert person.countries == (EntryCountry("KP", "nationality"), EntryCountry("KP", "birth"))
    assert person.topics == (str(Topic.TERRORISM),)
    assert json.loads(person.raw)["ids"][0]["number"] == "836238033"


def test_one_page_of_the_api_is_no_list(tmp_path: Path) -> None:
    page = (DATA / JSON).read_bytes().replace(b'"total": 2', b'"total": 25000')
    with pytest.raises(InputRefused) as caught:
        load_lists([written(tmp_path / "x.json", page)])
    assert caught.value.detail == "2 entries, where the file itself says 25000"


def test_a_row_without_a_name_is_a_problem_at_its_row(tmp_path: Path) -> None:
    text = (DATA / FILES[1]).read_text(encoding="utf-8").replace("7 KARNES", "")
    loaded = load_lists([written(tmp_path / "x.csv", text)])
    assert [str(problem.where) for problem in loaded.problems] == ["x.csv › row 5"]
    result = (DATA / JSON).read_text(encoding="utf-8").replace("TESTMANN, Probus", "")
    loaded = load_lists([written(tmp_path / "x.json", result)])
    assert [problem.found for problem in loaded.problems] == ["result 2 has no name"]


@pytest.mark.parametrize("name", [*FILES, JSON])
def test_a_file_cut_inside_a_record_is_refused_or_no_list(tmp_path: Path, name: str) -> None:
    data = (DATA / name).read_bytes().rstrip()
    for end in range(1, len(data), len(data) // 50):
        if (data[end : end + 1] not in b"\r\n" and data[end - 1 : end] not in b"\r\n") or name == JSON:
            with pytest.raises(InputRefused) as caught:
                load_lists([written(tmp_path / "x", data[:end])])
            assert caught.value.code.name in ("LIST_DAMAGED", "LIST_UNKNOWN")


def test_a_last_record_that_is_whole_may_lack_its_line_end(tmp_path: Path) -> None:
    data = (DATA / FILES[2]).read_bytes().rstrip()
    assert len(load_lists([written(tmp_path / "x", data)]).entries) == 4


@pytest.mark.parametrize(
    ("text", "name", "aliases", "affiliates"),
    [
        ("A Works and any successor, sub-unit, or subsidiary thereof", "A Works", (), ()),
        ("A Works (a.k.a. B Works; C Works)", "A Works", ("B Works", "C Works"), ()),
        ("A Works; Affiliated Entity: B Works", "A Works", (), ("B Works",)),
        ("Successors and Sons Ltd.", "Successors and Sons Ltd.", (), ()),
    ],
)
def test_a_name_is_taken_out_of_its_clauses(
    text: str, name: str, aliases: tuple[str, ...], affiliates: tuple[str, ...]
) -> None:
    found = listed_name(text)
    assert (found.text, found.aliases, found.affiliates, found.clauses) == (name, aliases, affiliates, name != text)


def test_the_full_stop_of_a_sentence_goes_and_that_of_a_company_stays() -> None:
    assert names_joined("A Works; and Institute of Tests.") == ["A Works", "Institute of Tests"]
    assert names_joined("A Works; and B Works Co., Ltd.") == ["A Works", "B Works Co., Ltd."]
