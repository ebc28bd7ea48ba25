"""Classification codes that stand in a sector cell: ISIC, NACE, NAICS, UK SIC, HS."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from duediligence.hotspots.sectors.crosswalks_part import Codes, isic_of_hs, isic_of_nace, isic_of_naics, isic_of_uk_sic
from duediligence.hotspots.sectors.terms import isic_titles
from duediligence.model import SectorReading

_LABELLED = re.compile(
    r"\b(?P<scheme>ISIC|CIIU|NACE|CAE|UK ?SIC|SIC|NAICS|SCIAN|HTS(?:US)?|HSN?|NCM|TARIC)"
    r"(?: ?(?:codes?|chapter|heading|20\d\d|rev\.? ?(?P<revision>[0-9.]*\d)|(?P<version>2\.1)(?= )))*[ :#.-]*"
    r"(?P<code>[A-U]?\d{2}(?:\.?\d{1,4}){0,4})(?!\d|%)",
    re.IGNORECASE,
)
_NACE_FORM = re.compile(r"^[A-U]?(?P<code>\d{2}\.\d{1,2})(?!\d|%)(?: |$)")
_HS_FORM = re.compile(r"^(?P<code>\d{4}\.\d{2}(?:\.?\d{2}){0,3})(?!\d|%)(?: |$)")
_TITLED = re.compile(r"^(?P<code>\d{5,6}) ?[-–:] ?[^\W\d]")
"""`14131 - Manufacture of …`, as company registers print it: five digits are UK SIC, six NAICS."""

# How sure a code of each scheme says the sector: by a publisher's crosswalk, or by our own mapping.
_CODE_CONFIDENCE = 0.95
_MAPPED_CONFIDENCE = 0.85
_UNLABELLED_FACTOR = 0.95
_CUSTOMS = ("HS", "HSN", "HTS", "HTSUS", "NCM", "TARIC")


class _Code(NamedTuple):
    scheme: str
    digits: str
    labelled: bool = True
    newest: bool = False


def read_code(text: str) -> SectorReading | None:
    """The reading of a code in the text, or None. A bare number is a code only in a form that one scheme has.

    These forms are `14.13` (NACE), `6109.10` (HS), and five or six digits before a title (UK SIC, NAICS).
    """
    code = _find(text)
    isic = _ISIC_OF[code.scheme](code) if code else ()
    if code is None or not isic:
        return None
    sure = _MAPPED_CONFIDENCE if code.scheme == "HS" else _CODE_CONFIDENCE
    sure = sure if code.labelled else round(sure * _UNLABELLED_FACTOR, 3)
    return SectorReading(text, isic, isic_titles().get(isic[0], ""), sure, f"{code.scheme} code {code.digits}")


@lru_cache(maxsize=16_384)
def hs_heading(text: str) -> str:
    """The HS heading (4 digits) or chapter (2) that stands in the text as a code; else empty."""
    code = _find(text)
    return code.digits[:4] if code and code.scheme == "HS" and isic_of_hs(code.digits) else ""


def _find(text: str) -> _Code | None:
    labelled = _LABELLED.search(text)
    if labelled:
        newest = "2.1" in (labelled["revision"], labelled["version"])
        return _Code(_scheme(labelled["scheme"]), _digits(labelled["code"]), newest=newest)
    stripped = text.strip()
    for form, scheme in ((_NACE_FORM, "NACE"), (_HS_FORM, "HS")):
        found = form.match(stripped)
        if found:
            return _Code(scheme, _digits(found["code"]), labelled=False)
    titled = _TITLED.match(stripped)
    if titled:
        return _Code("UK SIC" if len(titled["code"]) == 5 else "NAICS", titled["code"], labelled=False)
    return None


def _digits(code: str) -> str:
    return re.sub(r"\D", "", code)


def _scheme(label: str) -> str:
    name = label.upper().replace(" ", "")
    if name in _CUSTOMS:
        return "HS"
    return {"CIIU": "ISIC", "CAE": "NACE", "UKSIC": "UK SIC", "SIC": "UK SIC", "SCIAN": "NAICS"}.get(name, name)


def _isic(code: _Code) -> Codes:
    digits = code.digits[:4]
    return next(((digits[:size],) for size in range(len(digits), 1, -1) if digits[:size] in isic_titles()), ())


_ISIC_OF: Mapping[str, Callable[[_Code], Codes]] = {
    "ISIC": _isic,
    "NACE": lambda code: isic_of_nace(code.digits, newest=code.newest),
    "UK SIC": lambda code: isic_of_uk_sic(code.digits),
    "NAICS": lambda code: isic_of_naics(code.digits),
    "HS": lambda code: isic_of_hs(code.digits),
}
