"""How time and memory grow with the rows of the file and with the names of the lists."""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Sequence
from dataclasses import replace

from duediligence.model import EntryName, Party, WatchlistEntry
from duediligence.screening import screen
from duediligence.settings import Settings

_LETTERS = "aeioulnrstkmdb"
_MORE = 9


def tell_growth(parties: Sequence[Party], entries: Sequence[WatchlistEntry]) -> None:
    """Once, then with ten times the rows, then with ten times the names, each twice: names made ready, then saved."""
    chance = random.Random(3)
    rows = [*parties, *(replace(party, name=_other(party.name, chance)) for _ in range(_MORE) for party in parties)]
    names = [*entries, *(_other_entry(entry, number, chance) for number in range(_MORE) for entry in entries)]
    print("\ngrowth")
    for title, file, lists in (
        ("as it is", parties, entries),
        ("10x rows", rows, entries),
        ("10x names", parties, names),
    ):
        for state in ("first run", "names saved"):
            begun = time.process_time()
            screen(file, lists, Settings())
            took = time.process_time() - begun
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
            print(f"  {title}, {state}: {took:.1f} s, {len(file) / took:,.0f} rows/s, peak so far {peak:,.0f} MB")


def _other(text: str, chance: random.Random) -> str:
    """The name with two letters of each longer word changed."""
    return " ".join(_changed(word, chance) if len(word) > 4 else word for word in text.split())


def _changed(word: str, chance: random.Random) -> str:
    letters = list(word)
    for place in chance.sample(range(len(word)), 2):
        letters[place] = chance.choice(_LETTERS)
    return "".join(letters)


def _other_entry(entry: WatchlistEntry, number: int, chance: random.Random) -> WatchlistEntry:
    names = tuple(EntryName(_other(name.text, chance), name.role, name.weak) for name in entry.names)
    return replace(entry, entry_id=f"{entry.entry_id}-{number}", names=names)
