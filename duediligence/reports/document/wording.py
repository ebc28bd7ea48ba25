"""Small wordings that several parts of the report share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from duediligence.model import Case, CellRef, EvidenceRef, FindingSeverity, ListEdition, MatchBand, RiskBand
from duediligence.places import country_name, region_name
from duediligence.reports.document.audit.view import View, anchor, count, dated
from duediligence.reports.document.blocks import Span, Text, Tone

BAND_TONES = {
    RiskBand.LOW: Tone.LOW,
    RiskBand.MEDIUM: Tone.MEDIUM,
    RiskBand.HIGH: Tone.HIGH,
    RiskBand.CRITICAL: Tone.CRITICAL,
}
SEVERITY_TONES = {
    FindingSeverity.NOTE: Tone.LOW,
    FindingSeverity.MINOR: Tone.MEDIUM,
    FindingSeverity.MAJOR: Tone.HIGH,
    FindingSeverity.CRITICAL: Tone.CRITICAL,
}
MATCH_TONES = {MatchBand.STRONG: Tone.CRITICAL, MatchBand.POSSIBLE: Tone.HIGH, MatchBand.WEAK: Tone.LOW}


def band_span(band: RiskBand) -> Span:
    """The band's word in its tone."""
    return Span(str(band), strong=True, tone=BAND_TONES[band])


def score(value: float) -> str:
    """A match score as shown to people: two decimals; the tables for machines have four."""
    return f"{value:.2f}"


def short(name: str, most: int = 70) -> str:
    """A name for a narrow place; the whole one stands elsewhere."""
    return name if len(name) <= most else name[: most - 1] + "…"


def signed(value: float, digits: int) -> str:
    """A number with its sign, minus as typographers write it."""
    return f"{value:+.{digits}f}".replace("-", "\u2212")


def interval(case: Case) -> str:
    """The residual score with what it could be."""
    profile = case.profile
    return f"{profile.residual:.0f} ({profile.low:.0f}–{profile.high:.0f})"


def place(country: str, region: str = "") -> str:
    """Region and country by name, with the code; says so where it is not known."""
    if not country:
        return "country not known"
    named = f"{country_name(country)} ({country})"
    return f"{region_name(region) or region} ({region}), {named}" if region else named


def countries(codes: tuple[str, ...]) -> str:
    """Countries by name."""
    return ", ".join(country_name(code) for code in codes) or "none stated"


def edition_line(edition: ListEdition) -> str:
    """`OFAC-SDN 2026-11-10`."""
    return f"{edition.list} {dated(edition.dated)}"


def lists_line(view: View) -> tuple[str, ...]:
    """Every list with its edition's date, for the foot of each page; then shorter wordings that count the rest."""
    lines = [edition_line(edition) for edition in view.report.editions]
    cut = (f"{' · '.join([*lines[:most], f'{len(lines) - most} more'])} under Sources" for most in _down_from(lines))
    return tuple(f"Lists: {text}" for text in (" · ".join(lines) or "none", *cut))


def _down_from(lines: list[str]) -> range:
    return range(len(lines) - 1, -1, -1)


def outdated(view: View, edition: ListEdition) -> str:
    """A warning where an edition is too old or has no date; empty otherwise."""
    age = edition.age_days(view.report.as_of)
    if age is None:
        return "no date known"
    return f"{count(age, 'day')} old" if age > view.max_age else ""


def party_link(case: Case) -> Text:
    """The party's id, leading to its page where it has one."""
    return (Span(case.party.party_id, strong=True, tone=Tone.ACCENT, target=anchor(case)),)


def long_date(day: date) -> str:
    """`24 November 2026`, whatever the machine's language."""
    months = "January February March April May June July August September October November December".split()
    return f"{day.day} {months[day.month - 1]} {day.year}"


def whereabouts(evidence: Iterable[EvidenceRef]) -> str:
    """Each place once, with whose word it is.

    Register rows that one cell meets stand behind that cell (`F.xlsx › S!B2: EU-CAHRA …, row AF (official list)`),
    cells of one sheet behind that sheet (`F.xlsx › S!B2, B7 (the party's file)`).
    """
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for item in evidence:
        group, part = _parts(item)
        if part not in groups[group]:
            groups[group].append(part)
    return "; ".join(_written(*group, parts) for group, parts in groups.items())


def _parts(item: EvidenceRef) -> tuple[tuple[str, str], str]:
    """What the place shares with others, on whose word if they share that too, and what is its own."""
    if item.read_at:
        return (f"{item.read_at}: ", ""), f"{item.where} ({item.basis})"
    if isinstance(item.where, CellRef) and item.where.sheet and item.where.address:
        sheet = CellRef(item.where.file, item.where.sheet)
        return (f"{sheet}!", item.basis), item.where.address
    return ("", item.basis), str(item.where)


def _written(shared: str, basis: str, parts: list[str]) -> str:
    return f"{shared}{', '.join(parts)} ({basis})" if basis else f"{shared}{'; '.join(parts)}"
