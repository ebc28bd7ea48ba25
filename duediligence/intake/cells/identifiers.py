"""Numbers that a register gave a party, with the verdict of their check digits where the kind has any."""

from __future__ import annotations

import importlib
import re
from functools import lru_cache
from types import ModuleType
from typing import cast

from duediligence.intake.words import IDENTIFIERS, header_key, synonyms
from duediligence.model import Identifier

_SEPARATORS = re.compile(r"[\s.\-/–_]+")
_LABEL = re.compile(r"^[A-Z]{2,6}(?:\s?NO)?\.?\s*[:#]\s*")
_MARK = re.compile(r"[:#=：]")
_WORLDWIDE = {"lei": "stdnum.lei", "imo": "stdnum.imo", "cnpj": "stdnum.br.cnpj"}
_COUNTRY_OF_KIND = {"cnpj": "BR"}
# What python-stdnum calls the national number for each of our kinds.
_NATIONAL = {"vat": "vat", "tax": "tin"}


def labelled(kind: str, text: str) -> tuple[str, str]:
    """Kind and number of one item: `VAT: DE136695976` → vat, DE136695976; its column's kind where it has no label."""
    mark = _MARK.search(text)
    if mark and (named := _kind_of(text[: mark.start()])):
        return named, text[mark.end() :].strip()
    words = text.split()
    for end in range(len(words) - 1, 0, -1):
        named = _kind_of(" ".join(words[:end]))
        if named and named != kind:
            return named, " ".join(words[end:])
    return kind, text


@lru_cache(maxsize=4096)
def _kind_of(label: str) -> str:
    """The register that a label names, with or without `No`: `Reg` → registration."""
    key = header_key(label)
    found = (synonyms().get(text, ("", "")) for text in (key, f"{key} no"))
    return next((kind for field, kind in found if field == IDENTIFIERS), "")


@lru_cache(maxsize=65_536)
def identifier(kind: str, text: str, country: str) -> Identifier:
    """An identifier of `kind` as written in a cell of a party of `country` (alpha-2 or empty).

    `valid` is True or False only where python-stdnum knows the kind's check digits for that country.
    """
    value = _SEPARATORS.sub("", _LABEL.sub("", text.upper()))
    home = _COUNTRY_OF_KIND.get(kind) or (country if kind not in _WORLDWIDE and kind != "duns" else "")
    return Identifier(kind, value, home, _verdict(kind, value, country))


def _verdict(kind: str, value: str, country: str) -> bool | None:
    if kind in _WORLDWIDE:
        return _valid(importlib.import_module(_WORLDWIDE[kind]), value)
    if kind == "vat" and (european := _european(value, country)) is not None:
        return european
    module = _national(kind, country)
    return _valid(module, value) if module else None


def _european(value: str, country: str) -> bool | None:
    """A VAT number of the EU, with or without its country's letters; None for other countries."""
    from stdnum.eu import vat

    prefix = {"GR": "EL"}.get(country, country)
    if value[:2].lower() in vat.MEMBER_STATES or value[:2] == "EL":
        return _valid(vat, value)
    return _valid(vat, prefix + value) if country.lower() in vat.MEMBER_STATES else None


def _national(kind: str, country: str) -> ModuleType | None:
    from stdnum import get_cc_module

    if kind not in _NATIONAL or not country:
        return None
    return cast("ModuleType | None", get_cc_module(country.lower(), _NATIONAL[kind]))


def _valid(module: ModuleType, value: str) -> bool:
    return bool(module.is_valid(value))
