"""Shared by the watchlist tests: the cut-outs, and lists written for one test."""

from __future__ import annotations

import shutil
from pathlib import Path

from duediligence.model import WatchlistEntry
from duediligence.watchlists import LoadedLists, load_lists

DATA = Path(__file__).parent / "data"
SDN_FILES = ("sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv")
WRO_HEADER = "Effective Date,Entity,Country,Industry,WRO/Finding,Status\n"


def entries_of(loaded: LoadedLists) -> dict[str, WatchlistEntry]:
    return {entry.entry_id: entry for entry in loaded.entries}


def load_data(name: str) -> dict[str, WatchlistEntry]:
    return entries_of(load_lists([DATA / name]))


def copied(name: str, folder: Path) -> Path:
    """A copy of a file or folder of the cut-outs."""
    source, target = DATA / name, folder / name
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copy(source, target)
    return target


def written(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def names_of(entry: WatchlistEntry) -> list[str]:
    return [name.text for name in entry.names]


def weak_names_of(entry: WatchlistEntry) -> list[str]:
    return [name.text for name in entry.names if name.weak]
