"""How old an edition is, and which of two editions is the newer.

The date that the file states comes first; then the date recorded in an `edition.yaml` beside it; then a date in
the file's name, or in its folder's (`2026-02-27`, or `2026-01` for the first of that month). Where something the
file mentions happened later than that, or there is none of these, the edition is not older than the newest such
event. Of two editions the one with the later date is the newer; on one date the better-known date wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from duediligence.model import DateBasis
from duediligence.watchlists.editions.metadata import Sidecar
from duediligence.watchlists.entries.read_list import ReadList
from duediligence.watchlists.formats.text import day

_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d-[01]\d)(-[0-3]\d)?(?![\d])")

Dating = tuple[date | None, DateBasis]


def dating(read: ReadList, sidecar: Sidecar | None) -> Dating:
    """The edition's date and how we know it; (None, UNKNOWN) when nothing tells."""
    known = next(_known(read, sidecar), None)
    newest = read.newest_inside
    if newest and (known is None or newest > known[0]):
        return newest, DateBasis.NEWEST_INSIDE
    return known or (None, DateBasis.UNKNOWN)


def newness(dated: date | None, basis: DateBasis) -> tuple[date, int]:
    """What editions of one list are ordered by; the newest is the greatest."""
    return dated or date.min, -list(DateBasis).index(basis)


def date_in_words(dated: date | None, basis: DateBasis) -> str:
    """`dated 27 February 2026`, `not older than 3 June 2021` or `of unknown date`."""
    if dated is None:
        return "of unknown date"
    said = "not older than" if basis is DateBasis.NEWEST_INSIDE else "dated"
    return f"{said} {dated.day} {_MONTHS[dated.month - 1]} {dated.year}"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _known(read: ReadList, sidecar: Sidecar | None) -> Iterator[tuple[date, DateBasis]]:
    if read.stated:
        yield read.stated, DateBasis.STATED
    if sidecar and sidecar.dated:
        yield sidecar.dated, sidecar.basis
    for text in (*(file.name for file in read.files), *(file.path.resolve().parent.name for file in read.files)):
        found = _IN_NAME.search(text)
        if found and (when := day(f"{found[1]}{found[2] or '-01'}")):
            yield when, DateBasis.FILE_NAME
