"""The one page that is read when only one is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from duediligence.model import Case, FindingSeverity, MatchBand, RiskBand
from duediligence.reports.document.audit.view import PAGES_FOR_PARTIES, View, count
from duediligence.reports.document.blocks import (
    Align,
    Bar,
    BarChart,
    Block,
    Bullets,
    Column,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Span,
    Table,
    Text,
    Tone,
    plain,
    strong,
)
from duediligence.reports.document.wording import BAND_TONES, band_span, interval, outdated, party_link, short

TOP = 5


def summary(view: View) -> Iterator[Block]:
    """The summary's blocks."""
    yield Heading("Summary", 1, anchor="summary")
    yield Paragraph(plain(_sentence(view)), "lead")
    yield KeyFigures(tuple(_figures(view)))
    yield _chart(view)
    yield from _top(view)
    yield Heading("What this audit does not cover", 2)
    yield Bullets(tuple(plain(gap) for gap in _gaps(view)))


def _sentence(view: View) -> str:
    parties, concern = len(view.cases), len(view.concern)
    if not parties:
        return "The files hold no supplier and no agency that could be audited."
    if not concern:
        return (
            f"None of the {count(parties, 'party', 'parties')} reaches a high residual risk, has an open potential "
            "match or a major finding. That is no clearance: the gaps below say what could not be seen."
        )
    need = "needs" if concern == 1 else "need"
    return (
        f"{concern:,} of {count(parties, 'party', 'parties')} {need} an officer's attention: a high or critical "
        "residual risk, a potential match that is not decided, or a major finding."
    )


def _figures(view: View) -> Iterator[KeyFigure]:
    report = view.report
    matches = Counter(match.band for match in report.matches)
    severities = Counter(finding.severity for finding in report.findings)
    grave = severities[FindingSeverity.CRITICAL] + severities[FindingSeverity.MAJOR]
    answered = len({assessment.party_id for assessment in report.assessments})
    lost = sum(table.problem_rows for table in report.tables)
    yield KeyFigure(f"{len(view.cases):,}", "parties audited", f"{count(lost, 'row')} could not be read as a party")
    paged = f"the {PAGES_FOR_PARTIES} gravest have their own page"
    note = paged if len(view.concern) > PAGES_FOR_PARTIES else "each on its own page"
    yield KeyFigure(f"{len(view.concern):,}", "need attention", note)
    strong_ones, possible, weak = (matches[band] for band in MatchBand)
    note = f"{strong_ones} strong, {possible} possible; {weak} weak more"
    yield KeyFigure(f"{strong_ones + possible:,}", "potential matches to decide", note)
    note = f"{severities[FindingSeverity.CRITICAL]} of them critical; {len(report.findings):,} findings in all"
    yield KeyFigure(f"{grave:,}", "critical and major findings", note)
    yield KeyFigure(f"{answered:,}", "answered a questionnaire", f"of {count(len(view.cases), 'party', 'parties')}")


def _chart(view: View) -> BarChart:
    bands = Counter(case.profile.band for case in view.cases)
    whole = len(view.cases) or 1
    bars = [
        Bar(str(band), bands[band], f"{bands[band]:,}  ({bands[band] / whole:.0%})", BAND_TONES[band])
        for band in reversed(RiskBand)
    ]
    return BarChart("Parties by residual risk", tuple(bars))


def _top(view: View) -> Iterator[Block]:
    if not view.concern:
        return
    top = view.concern[:TOP]
    yield Heading("Attend to these first" if len(top) > 1 else "Attend to this one first", 2)
    columns = (
        Column("Party", 2.5),
        Column("Residual risk", 1.75),
        Column("Main drivers", 3.0),
        Column("Potential match", 1.9),
        Column("Findings", 0.85, Align.RIGHT),
    )
    yield Table(columns, tuple(_top_row(case) for case in top))


def _top_row(case: Case) -> tuple[Text, ...]:
    best = case.open_matches[0] if case.open_matches else None
    match = plain(f"{best.band}, {best.score:.2f}, {best.list}") if best else plain("none open", Tone.MUTED)
    party = (*party_link(case), Span(f"  {short(case.party.name, 45)}"))
    risk = (band_span(case.profile.band), Span(f"  {interval(case)}"))
    return party, risk, plain(main_drivers(case)), match, strong(f"{len(case.findings)}")


def main_drivers(case: Case, most: int = 2) -> str:
    """The factors that add most to the score, with their points."""
    adding = sorted((driver for driver in case.profile.drivers if driver.points > 0), key=lambda driver: -driver.points)
    return "; ".join(f"{driver.label} (+{driver.points:.0f})" for driver in adding[:most]) or "none known"


def _gaps(view: View) -> Iterator[str]:
    report, parties = view.report, len(view.cases)
    answered = {assessment.party_id for assessment in report.assessments}
    if silent := sum(case.party.party_id not in answered for case in view.cases):
        yield f"{count(silent, 'party has', 'parties have')} answered no questionnaire; controls there are unknown."
    if parties:
        mean = sum(case.profile.coverage for case in view.cases) / parties
        yield f"On average {mean:.0%} of what the risk model weighs is known of a party; the rest widens the intervals."
    unknown = sum(bool(case.placement and case.placement.unknown) for case in view.cases)
    if unknown:
        whose = count(unknown, "party is", "parties are")
        yield f"The place or the goods of {whose} not known well enough for every register."
    if lost := sum(table.problem_rows for table in report.tables):
        yield f"{count(lost, 'row')} of the files gave no party; see Problems."
    if old := [edition.list for edition in report.editions if outdated(view, edition)]:
        named = ", ".join(old) if len(old) <= 6 else f"{len(old)} of {len(report.editions)}; see the first page"
        yield f"Lists that are older than permitted, or have no date: {named}."
    if len(view.concern) > PAGES_FOR_PARTIES:
        rest = len(view.concern) - PAGES_FOR_PARTIES
        yield f"{PAGES_FOR_PARTIES} parties have their own page; the other {rest:,} of concern stand in All parties."
    yield "Names that no list holds yet, owners that the files do not name, and what happens at the workplace itself."
