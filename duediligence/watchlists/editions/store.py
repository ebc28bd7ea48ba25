"""Installed editions: side by side in the data folder, one folder each, never changed once they are there.

`<data>/watchlists/<LIST>/<YYYY-MM-DD>-<first 8 digits of the contents' hash>/` holds the publisher's files and an
`edition.yaml` that knows their hashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from duediligence.errors import Code, InputRefused, PackagedDataBroken
from duediligence.model import Problem
from duediligence.resources import load_validated
from duediligence.watchlists.catalogue import catalogue
from duediligence.watchlists.editions.cache import read_compiled
from duediligence.watchlists.editions.dating import newness
from duediligence.watchlists.editions.folders import editions_folder, packaged_folder
from duediligence.watchlists.editions.metadata import NAME, Sidecar
from duediligence.watchlists.editions.recognise import FoundList, Read, found_in
from duediligence.watchlists.formats.source_file import ListFile, list_files

_ID = re.compile(r"(?:\d{4}-\d\d-\d\d|undated)-[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class KeptEdition:
    """An edition with a sidecar: installed, or packaged. `id` is its folder's name."""

    list: str
    folder: Path
    sidecar: Sidecar

    @property
    def id(self) -> str:
        """`2026-02-27-66b392a4` for an installed edition."""
        return self.folder.name

    def files(self) -> tuple[ListFile, ...]:
        """Its files and its sidecar, as they lie there. Raises `InputRefused` (LIST_DAMAGED) if one was changed."""
        contents = self.sidecar.contents
        found = tuple(file for file in list_files([self.folder]) if file.name in (*contents, NAME))
        if {file.name: file.contents_sha256 for file in found if file.name != NAME} != dict(contents):
            detail = "its files are not those that were installed"
            raise InputRefused(Code.LIST_DAMAGED, where=f"{self.list} {self.id}", detail=detail)
        return found


def edition_id(sidecar: Sidecar) -> str:
    """The id of an edition: its date, or `undated`, and the beginning of the hash of its files' names and hashes."""
    said = "\n".join(f"{name} {digest}" for name, digest in sorted(sidecar.contents.items()))
    dated = sidecar.dated.isoformat() if sidecar.dated else "undated"
    return f"{dated}-{sha256(said.encode()).hexdigest()[:8]}"


def installed_editions(list_name: str) -> list[KeptEdition]:
    """The installed editions of a list, the newest first."""
    folders = sorted((editions_folder() / list_name).glob("*"))
    return newest_first(_kept(folder for folder in folders if _ID.fullmatch(folder.name)))


def kept_editions() -> Mapping[str, list[KeptEdition]]:
    """Every installed and packaged edition by list, the newest first; of two of one day the installed one."""
    packaged = list(_kept(sorted(packaged_folder().iterdir())))
    return {
        about.list: newest_first(
            [*installed_editions(about.list), *(item for item in packaged if item.list == about.list)]
        )
        for about in catalogue()
    }


def find_edition(wanted: str) -> KeptEdition:
    """The installed edition of that id, with or without its list before it (`UN/2026-02-27-66b392a4`).

    Raises `InputRefused` (LIST_NOTHING_FOUND).
    """
    for about in catalogue():
        for edition in installed_editions(about.list):
            if wanted in (edition.id, f"{edition.list}/{edition.id}"):
                return edition
    raise InputRefused(Code.LIST_NOTHING_FOUND, where=wanted, detail="no installed edition of that id")


def load_edition(edition: KeptEdition, read: Read = read_compiled) -> tuple[FoundList, list[Problem]]:
    """The one list that the edition is, and what is to be said of its files. Raises `InputRefused` if it is not."""
    found, problems = found_in(edition.files(), read)
    if [item.edition.list for item in found] != [edition.list]:
        detail = "it is not read as that list any more"
        raise InputRefused(Code.LIST_UNKNOWN, where=f"{edition.list} {edition.id}", detail=detail)
    return found[0], problems


def newest_first(editions: Iterable[KeptEdition]) -> list[KeptEdition]:
    """Ordered by date and by how well it is known; those alike stay in their order."""
    return sorted(editions, key=lambda item: newness(item.sidecar.dated, item.sidecar.basis), reverse=True)


def _kept(folders: Iterable[Path]) -> Iterator[KeptEdition]:
    """A folder without a sidecar that can be read is no edition: nothing vouches for its files."""
    for folder in folders:
        try:
            sidecar = load_validated(folder / NAME, Sidecar)
        except PackagedDataBroken:
            continue
        yield KeptEdition(sidecar.list, folder, sidecar)
