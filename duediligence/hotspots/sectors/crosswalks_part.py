"""From the codes of other classifications to ISIC Rev.4, by the publishers' crosswalks in watchlists/sectors."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

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
