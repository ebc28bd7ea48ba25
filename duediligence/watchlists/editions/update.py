"""`watchlist update`: the newest edition from its publisher, checked before it is kept. Nothing else fetches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from duediligence.errors import Code, InputRefused, UpdateFailed
from duediligence.model import DateBasis
from duediligence.settings import Settings
from duediligence.watchlists.catalogue import CatalogueEntry, catalogue_entry
from duediligence.watchlists.editions.cache import read_compiled
from duediligence.watchlists.editions.download import Answer, fetch
from duediligence.watchlists.editions.install import Installed, Predecessor, check_loss, install
from duediligence.watchlists.editions.metadata import Fetched
from duediligence.watchlists.editions.recognise import FoundList, found_in
from duediligence.watchlists.editions.store import installed_editions, kept_editions, load_edition
from duediligence.watchlists.formats.source_file import ListFile, list_file, list_files

_WELL_KNOWN = frozenset({DateBasis.STATED, DateBasis.CATALOGUED})


def update(list_name: str, today: date, settings: Settings, *, accept_loss: bool = False) -> Installed | None:
    """Fetches the list and installs it; None when the publisher has nothing newer than the newest installed edition.

    An edition whose files do not state their date gets `today`'s: the publisher vouches for it on that day.

    Raises `UpdateFailed` (LIST_NOT_FETCHED, OUTPUT_UNWRITABLE, LIST_FOLDER_BUSY) or `InputRefused`: what came is not
    that list, is damaged, or lost more than `list_max_loss` of its entries (LIST_SHRUNK). What was installed before
    stays as it is in every case.
    """
    about = catalogue_entry(list_name)
    if settings.offline:
        raise UpdateFailed(Code.LIST_NOT_FETCHED, where=list_name, detail="the setting `offline` forbids it")
    if not about.downloads:
        detail = f"the publisher offers no plain file; see {about.address}"
        raise UpdateFailed(Code.LIST_NOT_FETCHED, where=list_name, detail=detail)
    ours, before = _ours(list_name)
    answers = [fetch(address, before.get(address), settings) for address in about.downloads]
    if all(answer.data is None for answer in answers):
        return None
    found = _dated(_checked(about, [_file(answer, ours) for answer in answers]), today)
    if not accept_loss:
        check_loss(found, predecessor(list_name), settings.list_max_loss)
    return install(found, ", ".join(about.downloads), {answer.name: answer.fetched for answer in answers})


def add(paths: Sequence[Path], settings: Settings, *, accept_loss: bool = False) -> list[Installed]:
    """Installs every edition in the files and folders, once all of them were read and found good.

    Raises what `load_lists` and `install` raise, and `InputRefused` (LIST_SHRUNK).
    """
    found, _ = found_in(list_files(paths), read_compiled)
    if not found:
        raise InputRefused(Code.LIST_NOTHING_FOUND, where=", ".join(path.name for path in paths))
    if not accept_loss:
        for item in found:
            check_loss(item, predecessor(item.edition.list), settings.list_max_loss)
    return [install(item, "added by hand") for item in found]


def predecessor(list_name: str) -> Predecessor | None:
    """The edition of the list that is in use now, None if there is none that is whole."""
    for kept in kept_editions()[list_name]:
        try:
            found, _ = load_edition(kept)
        except InputRefused:
            continue
        return Predecessor(found.edition.dated, found.edition.date_basis, found.edition.entries)
    return None


def _ours(list_name: str) -> tuple[Mapping[str, ListFile], Mapping[str, Fetched]]:
    """The files of the newest installed edition that is whole, by name, and what is known of them, by address."""
    for kept in installed_editions(list_name):
        try:
            files = {file.name: file for file in kept.files()}
        except InputRefused:
            continue
        return files, {item.address: item for item in kept.sidecar.fetched.values()}
    return {}, {}


def _file(answer: Answer, ours: Mapping[str, ListFile]) -> ListFile:
    data = ours[answer.name].data if answer.data is None else answer.data
    return list_file(Path(answer.name), data, named=False)


def _checked(about: CatalogueEntry, files: Sequence[ListFile]) -> FoundList:
    """The files as that list, every one of them used. Raises `InputRefused`."""
    found, _ = found_in(files, read_compiled)
    if len(found) != 1 or found[0].edition.list != about.list or len(found[0].read.files) != len(files):
        names = ", ".join(f"{item.edition.list}" for item in found) or "no list"
        where = ", ".join(file.name for file in files)
        raise InputRefused(Code.LIST_UNKNOWN, where=where, detail=f"{names} in place of {about.list}")
    return found[0]


def _dated(found: FoundList, today: date) -> FoundList:
    if found.edition.date_basis in _WELL_KNOWN:
        return found
    return replace(found, edition=replace(found.edition, dated=today, date_basis=DateBasis.FETCHED))
