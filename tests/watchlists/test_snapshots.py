"""The packaged snapshots against the publishers' own counts."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from duediligence.model import DateBasis, EntryKind, NameRole
from duediligence.watchlists import LoadedLists, lists_for, packaged_lists


@pytest.fixture(scope="module")
def lists() -> LoadedLists:
    return packaged_lists()


def test_every_entry_the_publishers_count_is_there(lists: LoadedLists) -> None:
    counts = Counter(entry.list for entry in lists.entries)
    assert counts["OFAC-SDN"] == 8976
    assert counts["OFAC-CONS"] == 442
    kinds = Counter(entry.kind for entry in lists.entries if entry.list == "UN")
    assert kinds == {EntryKind.PERSON: 730, EntryKind.ORGANISATION: 273}
    assert [(edition.list, edition.entries) for edition in lists.editions] == list(counts.items())


def test_every_kind_of_sdn_entry_is_counted_as_in_the_file(lists: LoadedLists) -> None:
    kinds = Counter(entry.kind for entry in lists.entries if entry.list == "OFAC-SDN")
    assert kinds == {
        EntryKind.PERSON: 4620,
        EntryKind.ORGANISATION: 3673,
        EntryKind.VESSEL: 406,
        EntryKind.AIRCRAFT: 277,
    }


def test_the_aliases_of_the_sdn_list_are_all_there(lists: LoadedLists) -> None:
    """11,910 rows of alt.csv, of which a few repeat a name of the same entry; weak names come from the remarks."""
    names = [name for entry in lists.entries if entry.list == "OFAC-SDN" for name in entry.names]
    strong = [name for name in names if not name.weak and name.role is not NameRole.PRIMARY]
    assert 11_900 <= len(strong) <= 11_910
    assert sum(name.weak for name in names) > 2_400


def test_each_of_the_54_orders_is_accounted_for(lists: LoadedLists) -> None:
    orders = [entry for entry in lists.entries if entry.list == "CBP-WRO"]
    rows = Counter((entry.remarks, entry.listed_on) for entry in orders)
    assert len(rows) == 54
    assert len({entry.entry_id for entry in orders}) == len(orders) == 65
    assert Counter(entry.kind for entry in orders) == {
        EntryKind.ORGANISATION: 51,
        EntryKind.VESSEL: 9,
        EntryKind.ORDER: 5,
    }


def test_every_id_is_used_once_in_its_list(lists: LoadedLists) -> None:
    ids = Counter((entry.list, entry.entry_id) for entry in lists.entries)
    assert [key for key, count in ids.items() if count > 1] == []


def test_no_entry_is_without_a_name_or_a_reason(lists: LoadedLists) -> None:
    for entry in lists.entries:
        assert entry.name == entry.name.strip() != ""
        assert entry.names[0].role is NameRole.PRIMARY
        assert entry.listed_for
        assert all(name.text and "-0-" not in name.text for name in entry.names)


def test_each_snapshot_is_dated_and_says_that_it_is_for_demonstration(lists: LoadedLists) -> None:
    assert [(edition.list, edition.dated, edition.date_basis) for edition in lists.editions] == [
        ("OFAC-SDN", date(2021, 7, 1), DateBasis.CATALOGUED),
        ("OFAC-CONS", date(2025, 12, 19), DateBasis.CATALOGUED),
        ("UN", date(2026, 2, 27), DateBasis.STATED),
        ("CBP-WRO", date(2026, 1, 29), DateBasis.CATALOGUED),
        ("US-DPL", date(2022, 9, 2), DateBasis.CATALOGUED),
        ("CA", date(2025, 3, 20), DateBasis.CATALOGUED),
    ]
    assert all(edition.packaged for edition in lists.editions)
    assert len(lists.notices) == 6
    assert all("for demonstration" in notice for notice in lists.notices)


def test_nothing_is_wrong_with_the_snapshots_but_countries_that_are_none_and_dates_that_lie_ahead(
    lists: LoadedLists,
) -> None:
    wrong = {(problem.where.file if problem.where else "", problem.code.name) for problem in lists.problems}
    assert wrong == {
        ("sdn.csv.gz", "COUNTRY_UNKNOWN"),
        ("consolidated_2026-02-27.xml.gz", "COUNTRY_UNKNOWN"),
        ("dpl.txt.gz", "COUNTRY_UNKNOWN"),
        ("dpl.txt.gz", "LIST_ENTRY_UNREADABLE"),
    }
    assert len(lists.problems) <= 8


def test_nearly_every_entry_has_a_country(lists: LoadedLists) -> None:
    placed = sum(bool(entry.countries) for entry in lists.entries)
    assert placed / len(lists.entries) > 0.9


def test_the_packaged_lists_are_used_when_no_other_is_given(lists: LoadedLists) -> None:
    assert lists_for(()) == lists
