"""Names in the Consolidated Screening List carry clauses (successors, affiliates, other names), taken apart here."""

from __future__ import annotations

import re
from dataclasses import dataclass

from duediligence.watchlists.formats.text import squeezed

_SUCCESSORS = re.compile(
    r"[;,]?\s*(?:and\s+)?(?:any|its|all)\s+(?:successors?|sub-?units?|subsidiar(?:y|ies)).*?thereof\.?", re.IGNORECASE
)
_AFFILIATED = re.compile(
    r"[;,.(]*\s*Affiliated\s+(?:Entit(?:y|ies)|Persons?)\s*:\s*(?P<names>[^()]+)\)?", re.IGNORECASE
)
_ALIASES = re.compile(
    r"\(?\s*(?:,\s*)?\b(?P<mark>a\.?k\.?a\.?|f\.?k\.?a\.?|d\.?b\.?a\.?|also known as|formerly known as)[:,]?\s+"
    r"(?P<names>[^()]+(?:\([^()]*\)[^()]*)*)\)?",
    re.IGNORECASE,
)
_AND = re.compile(r"^(?:and|or)\s+", re.IGNORECASE)
_ONLY_THE_FOLLOWING = re.compile(r",?\s*(?:and\s+)?the following \w+ (?:alias(?:es)?|affiliates?).*$", re.IGNORECASE)
_EDGES = " ;,"


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name without its clauses, the other names and former names inside them, and the affiliates they name.

    `clauses` says that something was taken off, so that the text as listed is worth keeping.
    """

    text: str
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    affiliates: tuple[str, ...] = ()
    clauses: bool = False


def listed_name(text: str) -> ListedName:
    """`A; and any successor, sub-unit, or subsidiary thereof` as A; `A (a.k.a. B; C)` as A, also B and C."""
    whole = squeezed(text)
    rest = _ONLY_THE_FOLLOWING.sub("", _SUCCESSORS.sub("", whole))
    affiliates: list[str] = []
    if found := _AFFILIATED.search(rest):
        affiliates += names_joined(found["names"])
        rest = rest[: found.start()] + rest[found.end() :]
    aliases: dict[str, list[str]] = {"a": [], "f": []}
    while found := _ALIASES.search(rest):
        aliases["f" if found["mark"][0].lower() == "f" else "a"] += names_joined(found["names"])
        rest = rest[: found.start()] + rest[found.end() :]
    name = rest.strip(_EDGES)
    return ListedName(name, tuple(aliases["a"]), tuple(aliases["f"]), tuple(affiliates), name != whole)


def names_joined(text: str) -> list[str]:
    """`A; B; and C.` as its names. A full stop ends the last one unless it ends an abbreviation such as `Ltd.`."""
    pieces = [_AND.sub("", squeezed(piece)).strip(_EDGES) for piece in text.split(";")]
    names = [piece for piece in pieces if any(letter.isalnum() for letter in piece)]
    if len(names) > 1 and _AND.match(squeezed(text.split(";")[-1])) and not _abbreviated(names[-1]):
        names[-1] = names[-1].removesuffix(".")
    return names


def _abbreviated(name: str) -> bool:
    last = name.split()[-1]
    return last.count(".") > 1 or len(last) <= len("Corp.")
