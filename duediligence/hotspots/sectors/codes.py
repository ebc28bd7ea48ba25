"""Classification codes that stand in a sector cell: ISIC, NACE, NAICS, UK SIC, HS."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from duediligence.hotspots.sectors.terms import isic_titles
from duediligence.model import SectorReading
from duediligence.resources import data_file

Codes = tuple[str, ...]


def isic_of_nace(code: str, *, newest: bool = False) -> Codes:
    """ISIC of a NACE code, digits only. Without a revision said it is Rev.2, and Rev.2.1 where Rev.2 has no such code.

    National codes go deeper than NACE; of these the part that NACE knows is read.
    """
    tables = (_nace_2_1(), _nace_2()) if newest else (_nace_2(), _nace_2_1())
    return next(filter(None, (_longest_known(code, table) for table in tables)), ())


def isic_of_uk_sic(code: str) -> Codes:
    """ISIC of a UK SIC 2007 code of 2 to 5 digits."""
    return _longest_known(code, _uk_sic())


def isic_of_naics(code: str) -> Codes:
    """ISIC of a NAICS code of 6 digits, of 2017 or of 2022."""
    return _naics_2017().get(code) or _naics_2022().get(code, ())


def isic_of_hs(code: str) -> Codes:
    """ISIC of an HS code of 2 digits or more, by our own mapping; empty for a heading that HS 2022 does not have."""
    heading = code[:4]
    if len(heading) == 3 or (len(heading) == 4 and heading not in _headings()):
        return ()
    return _longest_known(heading, _hs())


def _longest_known(code: str, table: Mapping[str, Codes]) -> Codes:
    return next((table[code[:size]] for size in range(len(code), 1, -1) if code[:size] in table), ())


@cache
def _nace_2() -> Mapping[str, Codes]:
    return _table("xwalk_nace_rev2_to_isic_rev4.csv")


@cache
def _nace_2_1() -> Mapping[str, Codes]:
    return _chained("xwalk_nace_rev2_1_to_nace_rev2.csv", _nace_2())


@cache
def _uk_sic() -> Mapping[str, Codes]:
    return _chained("xwalk_uk_sic_2007_to_nace_rev2.csv", _nace_2())


@cache
def _naics_2017() -> Mapping[str, Codes]:
    return _table("xwalk_naics_2017_to_isic_rev4.csv")


@cache
def _naics_2022() -> Mapping[str, Codes]:
    return _chained("xwalk_naics_2022_to_naics_2017.csv", _naics_2017())


@cache
def _hs() -> Mapping[str, Codes]:
    return {row[0]: tuple(row[1].split(";")) for row in _rows("hs_to_isic_our_mapping.csv")}


@cache
def _headings() -> frozenset[str]:
    return frozenset(row[0] for row in _rows("hs2022_headings.csv"))


def _chained(name: str, further: Mapping[str, Codes]) -> Mapping[str, Codes]:
    return {
        code: _once(isic for target in targets for isic in further.get(target, ()))
        for code, targets in _table(name).items()
    }


@cache
def _table(name: str) -> Mapping[str, Codes]:
    """Every target of a code, digits only, in the publisher's order."""
    found: dict[str, list[str]] = defaultdict(list)
    for source, target in _rows(name):
        found[source.replace(".", "")].append(target.replace(".", ""))
    return {code: _once(targets) for code, targets in found.items()}


def _once(codes: Iterable[str]) -> Codes:
    return tuple(dict.fromkeys(codes))


def _rows(name: str) -> list[list[str]]:
    with data_file("watchlists", "sectors", name).open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))[1:]


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
