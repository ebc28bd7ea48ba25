"""Classification codes that stand in a sector cell: ISIC, NACE, NAICS, UK SIC, HS."""

from __future__ import annotations

import re

from duediligence.hotspots.concepts import isic_of_naics, isic_titles
from duediligence.hotspots.registers import load_registers
from duediligence.model import SectorReading

_LABELLED = re.compile(
    r"\b(?P<scheme>ISIC|CIIU|NACE|CAE|UK ?SIC|SIC|NAICS|HTS|HS)(?: ?codes?| ?rev\.? ?[0-9.]+)?[ :#.-]*"
    r"(?P<code>[A-U]?\d{2}(?:\.?\d{1,4}){0,4})",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"^[A-U]?(?P<code>\d{2}\.\d{1,2})(?!\d|%)(?: |$)")
_CODE_CONFIDENCE = 0.95
_MAPPED_CONFIDENCE = 0.85


def read_code(text: str) -> SectorReading | None:
    """The reading of a code in the text, or None. Bare numbers are codes only in the dotted form `14.13`."""
    labelled, dotted = _LABELLED.search(text), _DOTTED.match(text.strip())
    if labelled:
        scheme, code = labelled["scheme"].upper().replace(" ", ""), re.sub(r"\D", "", labelled["code"])
    elif dotted:
        scheme, code = "NACE", dotted["code"].replace(".", "")
    else:
        return None
    isic, confidence = _isic(scheme, code)
    if not isic:
        return None
    reason = f"{scheme} code {code}"
    return SectorReading(text, isic, isic_titles().get(isic[0], ""), confidence, reason)


def _isic(scheme: str, code: str) -> tuple[tuple[str, ...], float]:
    if scheme in ("ISIC", "CIIU"):
        return _known(code[:4]), _CODE_CONFIDENCE
    if scheme in ("NACE", "CAE", "UKSIC", "SIC"):
        # NACE follows ISIC down to the division; below it the numbers part.
        return _known(code[:2]), _CODE_CONFIDENCE
    if scheme == "NAICS":
        return isic_of_naics().get(code, ()), _CODE_CONFIDENCE
    heading = code[:4]
    found = (isic for hotspot in load_registers().hotspots if heading in hotspot.hs for isic in hotspot.isic)
    return tuple(dict.fromkeys(found)), _MAPPED_CONFIDENCE


def _known(code: str) -> tuple[str, ...]:
    return (code,) if code in isic_titles() else ()
