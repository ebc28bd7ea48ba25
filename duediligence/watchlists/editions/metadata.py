"""`edition.yaml`: what is known of list files that do not say it themselves. It lies in their folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from duediligence.errors import PackagedDataBroken
from duediligence.model import DateBasis
from duediligence.resources import load_validated
from duediligence.watchlists.formats.source_file import ListFile

NAME = "edition.yaml"


@dataclass(frozen=True, slots=True)
class Fetched:
    """Where a file was fetched from, and what its server wants to hear to say whether there is a newer one."""

    address: str
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Sidecar:
    """An edition's date and origin. `contents` gives the SHA-256 of each file's unpacked contents, by name.

    It speaks only for files with these very contents: when one of them is replaced, its date no longer counts.
    `packaged` marks a snapshot that ships with the software, for demonstration. `basis` says how the date is known;
    `fetched` is there for files that `watchlist update` brought.
    """

    list: str
    dated: date | None
    precision: str
    source: str
    licence: str
    packaged: bool
    statement: str
    contents: Mapping[str, str]
    basis: DateBasis = DateBasis.CATALOGUED
    fetched: Mapping[str, Fetched] = field(default_factory=dict)


def sidecars(files: Iterable[ListFile]) -> Mapping[Path, Sidecar]:
    """The sidecars among the files, by their own path; a file of that name and another shape is none."""
    found: dict[Path, Sidecar] = {}
    for file in files:
        if file.name == NAME:
            try:
                found[file.path] = load_validated(file.path, Sidecar)
            except PackagedDataBroken:
                continue
    return found


def sidecar_of(files: Iterable[ListFile], found: Mapping[Path, Sidecar]) -> Sidecar | None:
    """The sidecar in the files' folder, if it knows the contents of every one of them."""
    files = tuple(files)
    sidecar = found.get(files[0].path.parent / NAME)
    known = sidecar is not None and all(file.contents_sha256 in sidecar.contents.values() for file in files)
    return sidecar if known else None
