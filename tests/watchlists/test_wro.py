from __future__ import annotations

from datetime import date
from pathlib import Path

from duediligence.model import EntryCountry, EntryKind, Topic
from duediligence.watchlists import LoadedLists, load_lists
from tests.watchlists.helpers import WRO_HEADER, written


def load_orders(folder: Path, *rows: str) -> LoadedLists:
    return load_lists([written(folder / "orders.csv", WRO_HEADER + "".join(f"{row}\n" for row in rows))])


def test_an_order_on_a_company_is_an_entry_with_its_date_and_country(tmp_path: Path) -> None:
    (entry,) = load_orders(tmp_path, '9/24/2025,"Testwerk Co., Ltd.",Taiwan,Bicycles,WRO,Active').entries
    assert (entry.list, entry.kind, entry.name) == ("CBP-WRO", EntryKind.ORGANISATION, "Testwerk Co., Ltd.")
    assert entry.countries == (EntryCountry("TW", "address"),)
    assert entry.listed_on == date(2025, 9, 24)
    assert entry.programmes == ("WRO",)
    assert "Industry: Bicycles" in entry.remarks
    assert [reason.topic for reason in entry.listed_for] == [Topic.FORCED_LABOUR]


def test_an_entrys_id_depends_on_its_row_only(tmp_path: Path) -> None:
    row, other = "9/24/2025,Testwerk,Taiwan,Bicycles,WRO,Active", "1/2/2024,Andere,Taiwan,Bicycles,WRO,Active"
    first = load_orders(tmp_path, row).entries[0]
    again = load_orders(tmp_path, other, row).entries[1]
    assert first.entry_id == again.entry_id
    assert first.entry_id.startswith("WRO-")
    assert len(first.entry_id) == len("WRO-") + 10


def test_the_same_party_ordered_twice_gives_two_entries_with_two_ids(tmp_path: Path) -> None:
    loaded = load_orders(tmp_path, "1/2/1991,Testwerk,China,X,WRO,Active", "1/2/1992,Testwerk,China,X,Finding,Active")
    assert len({entry.entry_id for entry in loaded.entries}) == 2
    assert [entry.programmes for entry in loaded.entries] == [("WRO",), ("Finding",)]


def test_orders_no_longer_in_force_are_left_out_and_counted(tmp_path: Path) -> None:
    loaded = load_orders(
        tmp_path,
        "1/2/2020,Eins,China,X,WRO,Active",
        "1/2/2020,Zwei,China,X,WRO,Inactive",
        "1/2/2020,Drei,China,X,WRO,Partially Active",
        "1/2/2020,Vier,China,X,WRO,Revoked",
    )
    assert [entry.name for entry in loaded.entries] == ["Eins", "Drei"]
    assert loaded.notices == ("orders.csv: 2 orders that are no longer in force were left out.",)


def test_an_order_on_goods_is_kept_as_an_order(tmp_path: Path) -> None:
    (entry,) = load_orders(tmp_path, "1/2/2020,Marange Diamond Fields,Zimbabwe,X,WRO,Active").entries
    assert entry.kind is EntryKind.ORDER


def test_columns_are_found_by_their_headers_wherever_they_stand(tmp_path: Path) -> None:
    text = (
        "\ufeffCalendar Year,Effective Date,Entity,Country,Country Code,Industry,Merchandise,Status,WRO/Finding\r\n"
        '2020,1/2/2020,Testwerk,China,CN,Textiles,"Hats, caps",Active,WRO\r\n'
    )
    (entry,) = load_lists([written(tmp_path / "any", text)]).entries
    assert entry.remarks == "WRO on Testwerk; Industry: Textiles; Merchandise: Hats, caps; Status: Active"


def test_a_row_without_an_entity_is_a_problem_with_its_row(tmp_path: Path) -> None:
    loaded = load_orders(tmp_path, "1/2/2020,Eins,China,X,WRO,Active", "1/2/2020,,China,X,WRO,Active")
    assert [str(problem.where) for problem in loaded.problems] == ["orders.csv › row 3"]


def test_the_edition_is_not_older_than_its_newest_order(tmp_path: Path) -> None:
    loaded = load_orders(tmp_path, "1/2/2020,Eins,China,X,WRO,Active", "3/4/2021,Zwei,China,X,WRO,Active")
    assert loaded.editions[0].dated == date(2021, 3, 4)
