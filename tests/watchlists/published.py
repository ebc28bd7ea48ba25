"""Every file of a publisher that the repository holds, with what must be in it; docs/watchlists.md shows the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from duediligence.resources import data_folder, load_validated
from duediligence.watchlists import inspect_lists

REAL = Path(__file__).parent / "real"


@dataclass(frozen=True, slots=True)
class Count:
    """A line of counts.yaml; see the comments there."""

    records: int
    what: str
    entries: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """One file or folder with what it must give and what it gave."""

    name: str
    count: Count
    list: str
    dated: str
    entries: int
    names: int
    identifiers: int
    problems: int


def counts() -> dict[str, Count]:
    return load_validated(REAL / "counts.yaml", dict[str, Count])


def published() -> Iterator[Published]:
    for name, count in counts().items():
        path = data_folder("watchlists") / name if name.startswith("snapshots/") else REAL / name
        ((found,), problems) = inspect_lists([path])
        edition = found.edition
        dated = edition.dated.isoformat() if edition.dated else "unknown"
        number = len(found.problems) + len(problems)
        yield Published(
            name, count, edition.list, dated, edition.entries, edition.names, found.identifiers, number
        )  # fmt: skip
