"""The US Consolidated Screening List as JSON: `{"results": [...]}`, as the file and the publisher's API give it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from duediligence.watchlists.entries.builder import Gathering
from duediligence.watchlists.entries.read_list import Reader, ReadList, one_for_each
from duediligence.watchlists.formats.csv import text_in
from duediligence.watchlists.formats.source_file import ListFile
from duediligence.watchlists.formats.text import damaged, squeezed
from duediligence.watchlists.readers.us.csl import LIST, CslIds, CslRecord, draft_of, names_joined

_KEYS = ('"results"', '"source"', '"alt_names"')
_ADDRESS = ("address", "city", "state", "postal_code", "country")
_START = re.compile(r"\s*[\[{]")


def recognise(sample: bytes) -> str:
    """`whole` for JSON that begins like the list, else empty."""
    text = text_in(sample)
    return "whole" if _START.match(text) and all(key in text for key in _KEYS) else ""


def read(file: ListFile) -> ReadList:
    """The list in the file."""
    ids, gathering = CslIds(), Gathering(LIST, file)
    for number, result in enumerate(_results(file), start=1):
        record = _record(result) if isinstance(result, dict) else CslRecord({})
        gathering.take(draft_of(record, ids.of(record)), f"result {number} has no name")
    return gathering.read_list()


def _results(file: ListFile) -> Sequence[object]:
    """The results; refused when they are one page of several, as the API gives them."""
    try:
        document = json.loads(text_in(file.data))
    except ValueError as error:
        where = f"at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "anywhere"
        raise damaged(file.name, f"the JSON is not well-formed {where}") from error
    results = document.get("results") if isinstance(document, dict) else None
    if not isinstance(results, list) or not results:
        raise damaged(file.name, "it holds no results")
    total = document.get("total")
    if isinstance(total, int) and total > len(results):
        raise damaged(file.name, f"{len(results)} entries, where the file itself says {total}")
    return results


def _record(result: Mapping[str, Any]) -> CslRecord:
    return CslRecord(
        values={key: str(value) for key, value in result.items() if isinstance(value, str | int | float)},
        alt_names=[name for text in _texts(result, "alt_names") for name in names_joined(text)],
        programmes=_texts(result, "programs"),
        addresses=list(_addresses(result)),
        nationalities=[*_texts(result, "nationalities"), *_texts(result, "citizenships")],
        birth_dates=_texts(result, "dates_of_birth"),
        birth_places=_texts(result, "places_of_birth"),
        numbers=list(_numbers(result)),
        raw=json.dumps(result, ensure_ascii=False, separators=(",", ":")),
    )


def _texts(result: Mapping[str, Any], key: str) -> list[str]:
    value = result.get(key)
    values = value if isinstance(value, list) else str(value or "").split(";")
    return [text for item in values if (text := squeezed(str(item)))]


def _objects(result: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    value = result.get(key)
    yield from (item for item in value if isinstance(item, dict)) if isinstance(value, list) else ()


def _addresses(result: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for item in _objects(result, "addresses"):
        text = ", ".join(squeezed(str(item[part])) for part in _ADDRESS if item.get(part))
        yield text, str(item.get("country") or "")


def _numbers(result: Mapping[str, Any]) -> Iterator[str]:
    """As OFAC writes them elsewhere: `Passport 836238033 (KP)`."""
    for item in _objects(result, "ids"):
        said, country = f"{item.get('type') or ''} {item.get('number') or ''}", item.get("country")
        yield f"{said} ({country})" if country else said


READER = Reader(recognise, one_for_each(read))
