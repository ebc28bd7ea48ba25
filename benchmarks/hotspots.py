"""Parties against every register of hotspots, beside the time that intake takes for the same parties, in one process.

    python -m benchmarks.hotspots [--rows 100000]

Every party has a name and an address of its own; their places, sectors and goods repeat as in a real list of suppliers.
The ratio is what counts; machines are noisy.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from duediligence.hotspots import load_registers, place_parties
from duediligence.intake import read_parties
from duediligence.model import Party, PartyPlacement
from duediligence.settings import Settings

Result = TypeVar("Result")

HEADERS = ("Supplier ID", "Supplier name", "Country", "City", "Address", "Sector", "Products")
PLACES = (
    ("India", "Chennai"), ("India", "Srinagar"), ("Viet Nam", "Hanoi"), ("Ukraine", "Lviv"), ("Ukraine", "Kharkiv"),
    ("Mexico", "Monterrey"), ("Mexico", "Culiacán"), ("Türkiye", "Bursa"), ("Kenya", "Nairobi"), ("China", "Suzhou"),
    ("Bangladesh", "Gazipur"), ("Myanmar", "Lashio"), ("DR Congo", "Goma"), ("Germany", "Leipzig"),
)  # fmt: skip
TRADES = (
    ("Apparel", "knitted shirts"), ("Electronics", "circuit boards"), ("Food", "frozen shrimp; tea"),
    ("Mining", "cobalt"), ("Agriculture", "cotton"), ("", ""),
)  # fmt: skip


def rows(count: int) -> Iterator[tuple[str, ...]]:
    for number in range(count):
        (country, city), (sector, goods) = PLACES[number % len(PLACES)], TRADES[number // 7 % len(TRADES)]
        yield f"S{number:07d}", f"Harbour Works {number} Ltd", country, city, f"{number} Station Road", sector, goods


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    count = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "suppliers.csv"
        with path.open("w", newline="", encoding="utf-8") as stream:
            csv.writer(stream).writerows((HEADERS, *rows(count)))
        settings = Settings(max_file_mb=500, max_unpacked_mb=2000)
        intake, parties = timed(lambda: tuple(read_parties(path, None, settings).parties))
    loading, registers = timed(load_registers)
    placing, placements = timed(lambda: place_parties(parties, registers))
    report(count, intake, loading, placing, parties, placements)


def report(
    count: int,
    intake: float,
    loading: float,
    placing: float,
    parties: tuple[Party, ...],
    placed: tuple[PartyPlacement, ...],
) -> None:
    print(f"{count:,} parties, {sum(bool(party.region) for party in parties):,} with a region")
    print(f"  intake          {intake:7.2f} s  {count / intake:11,.0f} parties/s")
    print(f"  registers read  {loading:7.2f} s")
    print(f"  placing         {placing:7.2f} s  {count / placing:11,.0f} parties/s")
    print(f"  exposures       {sum(len(item.exposures) for item in placed):,}")
    print(f"  ratio           {placing / intake:7.2f} × intake")


if __name__ == "__main__":
    main()
