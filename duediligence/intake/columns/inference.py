"""What a column holds, by its cells alone. Careful: at least three cells are stated, and four of five are alike."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from duediligence.intake.cells.dates import DateColumn, Order
from duediligence.intake.cells.identifiers import identifier
from duediligence.intake.cells.text import stated
from duediligence.intake.words import IDENTIFIERS, KEPT, cell_words
from duediligence.names import has_legal_form
from duediligence.places import cities_named, find_region, is_country
from duediligence.tables import Value

SAMPLE = 200
LEAST_SHARE = 0.8
_LEAST_CELLS = 3
_CONFIDENCE = 0.7
# Many a word is a city somewhere, and not every text with a legal form is the party: less sure than the others.
_LOW_CONFIDENCE = 0.6
_STATE_LETTERS = 2
_LARGE_CITY = 100_000
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_URL = re.compile(
    r"(?:https?://|www\.)\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|[a-z]{2})(?:/\S*)?", re.IGNORECASE
)
_PHONE = re.compile(r"(?:\+\d|\(\+?\d|0\d+[\s()./-])[\d\s()./-]+")
_PHONE_DIGITS = range(8, 16)
_PERCENT = re.compile(r"[<>~≈]?\s*\d{1,3}(?:[.,]\d+)?\s*[%٪％]")
_HS = re.compile(
    r"(?:HS\s*:?\s*(?P<named>\d{2})\d{2}(?:\.?\d{2}){0,3}|(?P<chapter>\d{2})\d{2}\.\d{2}\.\d{2}(?:\.?\d{2})?)"
)
_LAST_CHAPTER = 97
_ACTIVITY = re.compile(r"(?:(?:ISIC|NACE)\s*:?\s*)?(?P<section>[A-U])\s?(?P<division>\d{2})\.?\d{1,2}")
_WITHOUT_ORDER = DateColumn(Order.UNKNOWN, seen=False)


@dataclass(frozen=True, slots=True)
class Guess:
    """What the cells give away. `field` is empty where they do not say which field it is, `KEPT` where it is none."""

    field: str
    kind: str
    reason: str
    confidence: float = _CONFIDENCE


def guess(values: Sequence[Value], countries: Sequence[str]) -> Guess | None:
    """What a column's cells are, or None. `countries` are the alpha-2 codes of the rows, empty where none is stated."""
    if _counts_rows(values):
        return Guess(KEPT, "serial number", "its cells count the rows")
    for (field, kind), what, test in _tests():
        counted = holds_countries(values) if test is is_country else _counted(values, test)
        if counted:
            return Guess(field, kind, f"its cells are {what} ({counted})")
    pairs = ((stated(value), country) for value, country in zip(values, countries, strict=True))
    counted = _enough([_is_city(text, country) for text, country in islice((p for p in pairs if p[0]), SAMPLE)])
    return Guess("city", "", f"its cells are cities ({counted})", _LOW_CONFIDENCE) if counted else None


def holds_countries(values: Sequence[Value]) -> str:
    """`11 of 12` if the cells are countries, else empty.

    The letters of states of the United States (CA, DE, IN) are codes of countries too: they alone say nothing.
    """
    states = all(len(text) == _STATE_LETTERS and find_region(text, "US") for text in _stated(values))
    return "" if states else _counted(values, is_country)


def holds_names(values: Sequence[Value]) -> Guess | None:
    """The party's name, where the cells are distinct texts with legal forms (Ltd, GmbH, 有限公司)."""
    texts = _stated(values)
    if len(set(texts)) < LEAST_SHARE * len(texts):
        return None
    counted = _counted(values, has_legal_form)
    reason = f"its cells are distinct names with legal forms ({counted})"
    return Guess("name", "", reason, _LOW_CONFIDENCE) if counted else None


def share_of(values: Iterable[Value], test: Callable[[str], bool]) -> float:
    """The share of the first stated cells that pass; 0 for too few to tell."""
    results = list(map(test, _stated(values)))
    return sum(results) / len(results) if len(results) >= _LEAST_CELLS else 0.0


def _counts_rows(values: Iterable[Value]) -> bool:
    """Whether the cells are 0, 1, 2, … or 1, 2, 3, …, as an export writes them before its first column."""
    texts = _stated(values)
    return len(texts) >= _LEAST_CELLS and any(texts == [str(n + k) for k in range(len(texts))] for n in (0, 1))


def _tests() -> Iterator[tuple[tuple[str, str], str, Callable[[str], bool]]]:
    """(field, kind), what the cells are, the test of one cell; the surest kinds first."""
    yield ("contact", ""), "e-mail addresses", lambda text: bool(_EMAIL.fullmatch(text))
    yield ("website", ""), "web addresses", lambda text: bool(_URL.fullmatch(text))
    yield (IDENTIFIERS, "lei"), "valid LEIs", lambda text: _valid("lei", text)
    yield (IDENTIFIERS, "cnpj"), "valid CNPJs", lambda text: _valid("cnpj", text)
    yield (IDENTIFIERS, "vat"), "valid VAT numbers of the EU", lambda text: _valid("vat", text)
    yield (IDENTIFIERS, "vat"), "valid GSTINs", lambda text: _of_register("stdnum.in_.gstin", text)
    yield (IDENTIFIERS, "registration"), "valid Chinese credit codes", lambda text: _of_register("stdnum.cn.uscc", text)
    yield (IDENTIFIERS, "imo"), "valid IMO numbers", lambda text: _valid("imo", text)
    yield ("", "dates"), "dates", _is_date
    yield (KEPT, "telephone"), "telephone numbers", _is_phone
    yield ("", "percentages"), "percentages", lambda text: bool(_PERCENT.fullmatch(text))
    yield ("country", ""), "countries", is_country
    yield ("products", ""), "HS codes", _is_hs
    yield ("sector", ""), "ISIC or NACE codes", _is_activity


def _stated(values: Iterable[Value]) -> list[str]:
    return list(islice(filter(None, map(stated, values)), SAMPLE))


def _counted(values: Iterable[Value], test: Callable[[str], bool]) -> str:
    """`11 of 12`, or empty if too few pass; given up as soon as too many have failed."""
    texts = _stated(values)
    results: list[bool] = []
    failures = 0
    for text in texts:
        results.append(test(text))
        failures += not results[-1]
        if failures > (1 - LEAST_SHARE) * len(texts):
            return ""
    return _enough(results)


def _enough(results: Sequence[bool]) -> str:
    passed = sum(results)
    enough = len(results) >= _LEAST_CELLS and passed >= LEAST_SHARE * len(results)
    return f"{passed} of {len(results)}" if enough else ""


def _is_city(text: str, country: str) -> bool:
    """A city of the row's country; a large one where the row states none."""
    found = cities_named(text)
    return any(city.country == country if country else city.population >= _LARGE_CITY for city in found)


def _is_date(text: str) -> bool:
    cell = _WITHOUT_ORDER.read(text)
    return not text.isdigit() and (cell.value is not None or bool(cell.suggestion))


def _is_phone(text: str) -> bool:
    return bool(_PHONE.fullmatch(text)) and sum(map(str.isdigit, text)) in _PHONE_DIGITS


def _is_hs(text: str) -> bool:
    found = _HS.fullmatch(text)
    return found is not None and 1 <= int(found["named"] or found["chapter"]) <= _LAST_CHAPTER


def _is_activity(text: str) -> bool:
    found = _ACTIVITY.fullmatch(text)
    if not found:
        return False
    first, last = cell_words().isic_divisions[found["section"]]
    return first <= int(found["division"]) <= last


def _valid(kind: str, text: str) -> bool:
    return any(map(str.isdigit, text)) and identifier(kind, text, "").valid is True


def _of_register(module: str, text: str) -> bool:
    return text.isalnum() and bool(_register(module)(text))


@cache
def _register(module: str) -> Callable[[str], bool]:
    check: Callable[[str], bool] = importlib.import_module(module).is_valid
    return check
