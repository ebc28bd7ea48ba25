"""Old lists find no new names: says so in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from duediligence.errors import Code
from duediligence.model import CellRef, DateBasis, ListEdition, Problem, Severity
from duediligence.watchlists.editions.dating import date_in_words


def staleness(editions: Sequence[ListEdition], as_of: date, max_age_days: int) -> tuple[Problem, ...]:
    """A warning for each edition without a date (LIST_UNDATED) or older than `max_age_days` on `as_of` (LIST_STALE)."""
    return tuple(problem for edition in editions if (problem := _problem(edition, as_of, max_age_days)) is not None)


def _problem(edition: ListEdition, as_of: date, max_age_days: int) -> Problem | None:
    where = CellRef(edition.files[0].name) if edition.files else None
    age = edition.age_days(as_of)
    if age is None:
        found = f"the {edition.list} list has no date; how many names were added since it was made is not known"
        return Problem(Code.LIST_UNDATED, Severity.WARNING, where, found)
    if age <= max_age_days:
        return None
    dated = date_in_words(edition.dated, edition.date_basis)
    about = "up to " if edition.date_basis is DateBasis.NEWEST_INSIDE else ""
    found = f"the {edition.list} list is {dated}: {about}{age} days old. Names added since then are not found"
    return Problem(Code.LIST_STALE, Severity.WARNING, where, found)
