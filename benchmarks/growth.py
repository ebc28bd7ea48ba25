"""How time and memory of a screening grow with the rows of the file and with the names of the lists.

    python benchmarks/growth.py [--data FOLDER] [--lists PATH ...] [--rows 1 10 100] [--names 1 10 40]

The rows of dev_suppliers.csv and the names of the lists, so many times: again with two letters of every longer word
changed. Each case is a process of its own, so that peak memory is its own; it screens twice, the first time with the
list names still to be made ready. One process screens, by the processor's clock.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from duediligence.intake import read_parties
from duediligence.model import EntryKind, EntryName, Party, WatchlistEntry
from duediligence.screening import screen
from duediligence.screening.index.cache import CACHE_FOLDER
from duediligence.settings import Settings
from duediligence.watchlists import load_lists

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
LISTS = ("us_ofac_sdn_2021", "us_ofac_cons", "un")
_LETTERS = "aeioulnrstkmdb"


def tell_case(given: argparse.Namespace, rows: int, names: int) -> None:
    """One line of the table."""
    parties = read_parties(given.data / "dev_suppliers.csv", None, Settings()).parties
    entries = [entry for entry in load_lists(given.lists).entries if entry.kind is not EntryKind.ORDER]
    file, lists = _more_parties(parties, rows), _more_entries(entries, names)
    before = _peak()
    took = []
    for _ in range(2):
        begun = time.process_time()
        screen(file, lists, Settings())
        took.append(time.process_time() - begun)
    count = sum(len(entry.names) for entry in lists)
    told = f"{len(file):>9,} {count:>11,} {took[0]:>10.1f} {took[1]:>8.1f} {len(file) / took[1]:>9,.0f}"
    print(f"{told} {before:>10,.0f} {_peak():>8,.0f}", flush=True)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def _more_parties(parties: Sequence[Party], times: int) -> list[Party]:
    chance = random.Random(3)
    more = [replace(party, name=_other(party.name, chance)) for _ in range(times - 1) for party in parties]
    return [*parties, *more]


def _more_entries(entries: Sequence[WatchlistEntry], times: int) -> list[WatchlistEntry]:
    chance = random.Random(4)
    return [*entries, *(_other_entry(entry, copy, chance) for copy in range(1, times) for entry in entries)]


def _other_entry(entry: WatchlistEntry, copy: int, chance: random.Random) -> WatchlistEntry:
    names = tuple(EntryName(_other(name.text, chance), name.role, name.weak) for name in entry.names)
    return replace(entry, entry_id=f"{entry.entry_id}-{copy}", names=names)


def _other(text: str, chance: random.Random) -> str:
    """The name with two letters of each longer word changed."""
    return " ".join(_changed(word, chance) if len(word) > 4 else word for word in text.split())


def _changed(word: str, chance: random.Random) -> str:
    letters = list(word)
    for place in chance.sample(range(len(word)), 2):
        letters[place] = chance.choice(_LETTERS)
    return "".join(letters)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, default=SHARED / "bench" / "screening")
    ask.add_argument("--lists", type=Path, nargs="+", default=[SHARED / "data" / "lists" / name for name in LISTS])
    ask.add_argument("--rows", type=int, nargs="+", default=[1, 10, 100])
    ask.add_argument("--names", type=int, nargs="+", default=[1, 10, 40])
    ask.add_argument("--case", type=int, nargs=2, help=argparse.SUPPRESS)
    given = ask.parse_args()
    if given.case:
        tell_case(given, *given.case)
        return
    print("     rows       names  first run    again  rows/s  MB before  MB peak", flush=True)
    cases = [*((rows, given.names[0]) for rows in given.rows), *((given.rows[0], names) for names in given.names[1:])]
    for rows, names in cases:
        with tempfile.TemporaryDirectory() as cache:
            command = [sys.executable, __file__, *sys.argv[1:], "--case", str(rows), str(names)]
            subprocess.run(command, check=True, env={**os.environ, CACHE_FOLDER: cache})


if __name__ == "__main__":
    main()
