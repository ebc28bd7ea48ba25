from __future__ import annotations

from datetime import date
from pathlib import Path

from duediligence.model import EntryKind
from duediligence.watchlists import load_lists, orders, packaged_lists
from tests.watchlists.helpers import written

HEADER = "Effective Date,Entity,Country,Industry,Merchandise,WRO/Finding,Status\n"
GOODS = "1/2/2020,Tobacco produced in Malawi,Malawi,Agriculture,Tobacco,WRO,Active\n"


def test_orders_on_goods_come_with_place_goods_and_day(tmp_path: Path) -> None:
    rows = GOODS + "1/2/2020,Testwerk,China,Textiles,Hats,WRO,Active\n"
    (order,) = orders(load_lists([written(tmp_path / "w.csv", HEADER + rows)]).entries)
    assert (order.list, order.on, order.countries) == ("CBP-WRO", "Tobacco produced in Malawi", ("MW",))
    assert (order.goods, order.industry, order.ordered_on) == ("Tobacco", "Agriculture", date(2020, 1, 2))


def test_the_packaged_orders_are_those_that_are_no_parties() -> None:
    entries = packaged_lists().entries
    found = orders(entries)
    assert len(found) == sum(entry.kind is EntryKind.ORDER for entry in entries) == 5
    assert all(order.countries and order.ordered_on for order in found)


def test_vessels_of_an_order_stay_parties_of_their_own(tmp_path: Path) -> None:
    on = "All products harvested by fishing vessels Probe 1, Probe 2, or Probe Fishing Co."
    row = f'1/2/2020,"{on}",China,X,Y,WRO,Active\n'
    entries = load_lists([written(tmp_path / "w.csv", HEADER + row)]).entries
    assert [entry.kind for entry in entries].count(EntryKind.VESSEL) == 2
    assert len(orders(entries)) == 1
