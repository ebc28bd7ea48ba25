from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from duediligence.errors import InputRefused
from duediligence.model import DateBasis
from duediligence.watchlists import LoadedLists, load_lists
from tests.watchlists.helpers import DATA, SDN_FILES, WRO_HEADER, copied, entries_of, load_data, written


def codes(loaded: LoadedLists) -> list[str]:
    return [problem.code.name for problem in loaded.problems]


def refused(*paths: Path) -> InputRefused:
    with pytest.raises(InputRefused) as caught:
        load_lists(paths)
    return caught.value


def order(when: str, name: str = "Testwerk") -> str:
    return f"{WRO_HEADER}{when},{name},China,X,WRO,Active\n"


def test_lists_are_recognised_by_what_they_hold_not_by_their_names(tmp_path: Path) -> None:
    for number, name in enumerate(SDN_FILES):
        written(tmp_path / "mixed" / f"{9 - number}.tmp", (DATA / "sdn" / name).read_bytes())
    written(tmp_path / "mixed" / "sdn.csv", (DATA / "un.xml").read_bytes())
    loaded = load_lists([tmp_path])
    assert [edition.list for edition in loaded.editions] == ["OFAC-SDN", "UN"]
    assert entries_of(loaded) == {**load_data("sdn"), **load_data("un.xml")}


def test_the_same_folder_gives_the_same_lists_again() -> None:
    assert load_lists([DATA]) == load_lists([DATA])


def test_gzipped_files_are_read_as_they_are(tmp_path: Path) -> None:
    packed = gzip.compress((DATA / "un.xml").read_bytes(), mtime=0)
    file = written(tmp_path / "un.xml.gz", packed)
    loaded = load_lists([file])
    assert entries_of(loaded) == load_data("un.xml")
    assert loaded.editions[0].files[0].size == len(packed)


def test_other_files_in_a_folder_are_named_and_do_not_stop_the_run(tmp_path: Path) -> None:
    copied("un.xml", tmp_path)
    written(tmp_path / "README.md", "# Lists\n")
    written(tmp_path / "eu.xml", "<export><else/></export>")
    written(tmp_path / "deep" / "notes.json", "{}")
    written(tmp_path / "numbers.csv", "1,2,3\n4,5,6\n")
    written(tmp_path / "empty", b"")
    loaded = load_lists([tmp_path])
    assert [edition.list for edition in loaded.editions] == ["UN"]
    named = [str(problem.where) for problem in loaded.problems if problem.code.name == "LIST_UNKNOWN"]
    assert sorted(named) == ["README.md", "empty", "eu.xml", "notes.json", "numbers.csv"]


def test_a_file_named_that_is_no_list_is_refused(tmp_path: Path) -> None:
    error = refused(written(tmp_path / "README.md", "# Lists\n"))
    assert (error.code.name, error.where) == ("LIST_UNKNOWN", "README.md")


def test_a_path_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "none").code.name == "FILE_MISSING"


def test_a_folder_without_any_list_is_refused(tmp_path: Path) -> None:
    written(tmp_path / "README.md", "# Lists\n")
    assert refused(tmp_path).code.name == "LIST_NOTHING_FOUND"


def test_a_missing_companion_is_a_warning_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = copied("sdn", tmp_path)
    (folder / "alt.csv").unlink()
    loaded = load_lists([folder])
    assert len(loaded.entries) == 18
    assert [problem.found for problem in loaded.problems if problem.code.name == "LIST_PART_MISSING"] == [
        "the file of other names (alt.csv or cons_alt.csv)"
    ]


def test_missing_long_remarks_are_a_warning_only_where_remarks_were_cut(tmp_path: Path) -> None:
    folder = copied("sdn", tmp_path)
    (folder / "sdn_comments.csv").unlink()
    assert codes(load_lists([folder])).count("LIST_PART_MISSING") == 1
    record = '1,"TEST",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
    alone = load_lists([written(tmp_path / "one" / "sdn.csv", record)])
    assert not any("long remarks" in problem.found for problem in alone.problems)


def test_a_companion_without_its_primary_file_is_named_in_a_folder_and_refused_when_named(tmp_path: Path) -> None:
    copied("un.xml", tmp_path)
    alone = written(tmp_path / "alt.csv", (DATA / "sdn" / "alt.csv").read_bytes())
    loaded = load_lists([tmp_path])
    assert codes(loaded) == ["LIST_PART_MISSING"]
    assert refused(alone).code.name == "LIST_PART_MISSING"


def test_files_named_one_by_one_are_joined() -> None:
    named = load_lists([DATA / "sdn" / name for name in SDN_FILES])
    assert entries_of(named) == load_data("sdn")


def test_of_two_editions_the_newer_is_used_and_both_are_named(tmp_path: Path) -> None:
    older = (DATA / "un.xml").read_bytes().replace(b"2026-02-27T", b"2025-04-19T").replace(b"ADF", b"OLD")
    written(tmp_path / "b_old.xml", older)
    written(tmp_path / "a_new.xml", (DATA / "un.xml").read_bytes())
    loaded = load_lists([tmp_path])
    assert entries_of(loaded) == load_data("un.xml")
    assert codes(loaded) == ["LIST_SUPERSEDED"]
    assert loaded.notices == (
        "Two editions of the UN list were given: b_old.xml (dated 19 April 2025) is not used; "
        "a_new.xml (dated 27 February 2026) is.",
    )


def test_the_dated_xml_wins_over_the_csv_that_is_only_known_not_to_be_older(tmp_path: Path) -> None:
    copied("cons", tmp_path)
    copied("consolidated.xml", tmp_path)
    (edition,) = load_lists([tmp_path]).editions
    assert (edition.files[0].name, edition.dated) == ("consolidated.xml", date(2025, 3, 28))


def test_a_file_that_mentions_a_later_day_than_another_states_is_the_newer(tmp_path: Path) -> None:
    csv = written(tmp_path / "csv" / "cons.csv", cons_record("Listing Date (CMIC) 03 Jun 2025."))
    (edition,) = load_lists([csv, DATA / "consolidated.xml"]).editions
    assert (edition.dated, edition.date_basis) == (date(2025, 6, 3), DateBasis.NEWEST_INSIDE)


def test_dates_that_may_lie_ahead_do_not_make_an_edition_newer(tmp_path: Path) -> None:
    text = "Passport 123456 (Japan) expires 05 May 2031; Effective Date (CMIC) 02 Aug 2030."
    (edition,) = load_lists([written(tmp_path / "x.csv", cons_record(text))]).editions
    assert (edition.dated, edition.date_basis) == (None, DateBasis.UNKNOWN)


def cons_record(remarks: str) -> str:
    return f'1,"TEST ONE",-0- ,"CMIC-EO13959",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"{remarks}"\r\n'


@pytest.mark.parametrize(
    ("path", "dated", "basis"),
    [
        ("orders_2026-01.csv", date(2026, 1, 1), DateBasis.FILE_NAME),
        ("orders_2026-01-15.csv", date(2026, 1, 15), DateBasis.FILE_NAME),
        ("2024-05-06/orders.csv", date(2024, 5, 6), DateBasis.FILE_NAME),
        ("orders_2026-13.csv", date(2020, 1, 2), DateBasis.NEWEST_INSIDE),
        ("orders_2019-01.csv", date(2020, 1, 2), DateBasis.NEWEST_INSIDE),
        ("orders.csv", date(2020, 1, 2), DateBasis.NEWEST_INSIDE),
    ],
)
def test_a_file_that_states_no_date_is_dated_by_its_name_unless_it_mentions_a_later_day(
    tmp_path: Path, path: str, dated: date, basis: DateBasis
) -> None:
    (edition,) = load_lists([written(tmp_path / path, order("1/2/2020"))]).editions
    assert (edition.dated, edition.date_basis) == (dated, basis)


def test_a_record_beside_the_files_dates_them_only_while_they_are_the_same(tmp_path: Path) -> None:
    from duediligence.resources import data_folder

    snapshot = data_folder("watchlists") / "snapshots" / "cbp-wro"
    for file in snapshot.iterdir():
        written(tmp_path / "lists" / file.name, file.read_bytes())
    before = load_lists([tmp_path / "lists"])
    assert before.editions[0].date_basis is DateBasis.CATALOGUED
    assert before.editions[0].packaged
    (packed,) = (tmp_path / "lists").glob("*.gz")
    packed.write_bytes(gzip.compress(order("1/2/2030").encode(), mtime=0))
    after = load_lists([tmp_path / "lists"])
    assert after.editions[0].date_basis is DateBasis.NEWEST_INSIDE
    assert not after.editions[0].packaged
    assert not after.notices


def test_no_path_of_the_machine_is_in_what_was_loaded(tmp_path: Path) -> None:
    copied("sdn", tmp_path)
    written(tmp_path / "README.md", "# Lists\n")
    assert str(tmp_path) not in repr(load_lists([tmp_path]))
