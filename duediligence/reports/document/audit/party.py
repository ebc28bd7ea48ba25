"""A party's own page: who it is, how risky and why, which names met, what to do."""

from __future__ import annotations

from collections.abc import Iterator

from duediligence.model import (
    Assessment,
    Case,
    Contradiction,
    CriticalAnswer,
    Driver,
    Finding,
    RiskBand,
    RiskProfile,
    Said,
    ThemeScore,
)
from duediligence.reports.document.audit.exposures import exposures
from duediligence.reports.document.audit.matches import matches
from duediligence.reports.document.audit.method import ANNEX
from duediligence.reports.document.audit.view import View, anchor, count
from duediligence.reports.document.blocks import (
    NEW_LINE,
    Align,
    Block,
    Bullets,
    Callout,
    Column,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    PartyHeader,
    RiskScale,
    Span,
    Table,
    Text,
    Tone,
    plain,
    strong,
)
from duediligence.reports.document.wording import BAND_TONES, SEVERITY_TONES, place, short, signed, whereabouts
from duediligence.risk import risk_model


def answers(case: Case) -> Iterator[Block]:
    """Each form of the party: its scores by theme, and the answers that no score outweighs."""
    for assessment in case.assessments:
        yield Heading(f"Answers: questionnaire {assessment.questionnaire}, version {assessment.version}", 2)
        day = f" on {assessment.answered_on.isoformat()}" if assessment.answered_on else ""
        whole = "nothing that is scored" if assessment.control is None else f"controls {assessment.control:.2f} of 1"
        told = f"Answered{day}: {whole}; {assessment.coverage:.0%} of the questions' weight. {assessment.file}."
        yield Paragraph(plain(told))
        if assessment.themes:
            yield _themes(assessment)
        if assessment.critical:
            yield Heading("Answers that are findings by themselves", 3)
            yield Bullets(tuple(map(_critical, assessment.critical)))


def _themes(assessment: Assessment) -> Table:
    columns = (Column("Theme", 4), Column("Controls", 1.6, Align.RIGHT), Column("Answered", 1, Align.RIGHT))
    rows = (
        (
            plain(f"{theme.theme}  {theme.title}"),
            _control(theme),
            plain(f"{theme.coverage:.0%}"),
        )
        for theme in assessment.themes
    )
    return Table(columns, tuple(rows))


def _control(theme: ThemeScore) -> Text:
    """The theme's control, and what no control outweighs."""
    score = "none scored" if theme.control is None else f"{theme.control:.2f}"
    if not theme.critical:
        return plain(score)
    return Span(f"{count(theme.critical, 'critical answer')}  ", strong=True, tone=Tone.CRITICAL), Span(score)


def _critical(answer: CriticalAnswer) -> Text:
    return Span(f"{answer.text} "), Span(answer.value, strong=True), Span(f"  {answer.cell}", tone=Tone.MUTED)


MEANT = (
    "Two things that were said do not fit together. That accuses nobody: a question may have been misread, or the "
    "figures are of different days. It changes no score. Ask openly, and never say who said otherwise."
)


def questions_to_ask(case: Case) -> Iterator[Block]:
    """The party's contradictions as a table, each with its question."""
    if not case.contradictions:
        return
    yield Heading("Questions to ask", 2)
    yield Paragraph(plain(MEANT, Tone.MUTED), "small", introduces=True)
    columns = (Column("What was said", 3), Column("What does not fit with it", 3), Column("Ask next", 2.6))
    yield Table(columns, tuple(_question(found, case.party.party_id) for found in case.contradictions))


def _question(found: Contradiction, page: str) -> tuple[Text, ...]:
    """`page` is the party whose page it is: where another one is to be asked, that is said."""
    whom = "" if found.party_id == page else f" To ask of {found.party_id}."
    return _said(found.first), _said(found.second), (*strong(found.ask), Span(f"{whom} {found.rule}", tone=Tone.MUTED))


def _said(said: Said) -> Text:
    return Span(said.text), NEW_LINE, Span(str(said.where), tone=Tone.MUTED)


NAME_SHOWN = 150
"""Letters of a name in the page's head; the whole name follows below."""


def party_page(case: Case, view: View) -> Iterator[Block]:
    """The blocks of one party, beginning a new page."""
    party, band = case.party, case.profile.band
    yield PageBreak()
    subtitle = f"{str(party.kind).capitalize()} · {place(party.country, party.region)} · {party.origin}"
    opens = "Parties of concern" if case is view.concern[0] else ""
    name = short(party.name, NAME_SHOWN)
    yield PartyHeader(party.party_id, name, subtitle, f"{band} risk", BAND_TONES[band], anchor(case), opens)
    yield from _row(case)
    yield from _risk(case, view)
    yield from _findings(case)
    yield from questions_to_ask(case)
    yield from matches(case, view)
    yield from exposures(case)
    yield from answers(case)


def _risk(case: Case, view: View) -> Iterator[Block]:
    profile = case.profile
    yield Heading("Risk", 2)
    yield RiskScale(
        profile.inherent, profile.residual, profile.low, profile.high, BAND_TONES[profile.band], _bands(view)
    )
    control = "no answers" if profile.control is None else f"{profile.control:.2f} of 1"
    yield Paragraph(
        (
            Span(f"Residual {profile.residual:.1f}", strong=True, tone=BAND_TONES[profile.band]),
            Span(
                f" of 100 (filled mark), between {profile.low:.1f} and {profile.high:.1f} once all is known. "
                f"Inherent {profile.inherent:.1f} (hollow mark); controls: {control}; "
                f"{profile.coverage:.0%} of what the model weighs is known."
            ),
        )
    )
    for override in profile.overrides:
        yield Callout(f"Band at least {override.band}", plain(override.reason), BAND_TONES[override.band])
    yield _drivers(profile)
    if profile.unknown:
        yield Heading("Not known", 3)
        yield Bullets(tuple(plain(gap) for gap in profile.unknown))


def _bands(view: View) -> tuple[tuple[str, float], ...]:
    """The starts of the bands, if the packaged model is the one the audit was made with."""
    model = risk_model()
    if model.version != view.report.risk_model:
        return ()
    return tuple((str(band), float(model.bands[band])) for band in RiskBand)


def _drivers(profile: RiskProfile) -> Table:
    columns = (
        Column("Driver", 2.2),
        Column("Points", 0.7, Align.RIGHT),
        Column("Stands on", 3.6),
        Column("Where, and on whose word", 2.5),
    )
    whole = (strong("Together"), strong(f"{profile.residual:.1f}"), plain("the residual score", Tone.MUTED), plain(""))
    adds_up = abs(sum(driver.points for driver in profile.drivers) - profile.residual) < 0.06
    return Table(columns, (*map(_driver, profile.drivers), *([whole] if adds_up else [])))


def _driver(driver: Driver) -> tuple[Text, ...]:
    points = plain(signed(driver.points, 1), Tone.BODY if driver.known else Tone.MUTED)
    if not driver.known:
        return plain(driver.label), points, plain("not known; a cautious middle value", Tone.MUTED), plain("")
    said = dict.fromkeys(evidence.text.removesuffix(".") for evidence in driver.evidence)
    texts = "; ".join(said) or "nothing adds to it"
    return plain(driver.label), points, plain(texts), plain(whereabouts(driver.evidence), Tone.MUTED)


def _findings(case: Case) -> Iterator[Block]:
    if not case.findings:
        return
    yield Heading("Findings and what to do", 2)
    if any(finding.response for finding in case.findings):
        text = "What OECD Annex II calls for is told once, at the end of the report."
        yield Paragraph(plain(text, Tone.MUTED), "small", introduces=True)
    columns = (
        Column("Finding", 1.15),
        Column("What was seen, and where", 3.7),
        Column("What to do", 3.2),
        Column("Due", 1.05),
    )
    yield Table(columns, tuple(_finding(finding) for finding in case.findings))


def _finding(finding: Finding) -> tuple[Text, ...]:
    severity = Span(str(finding.severity), strong=True, tone=SEVERITY_TONES[finding.severity])
    seen = (
        Span(f"{finding.title}. ", strong=True),
        Span(finding.statement),
        Span(f" Evidence: {whereabouts(finding.evidence)}.", tone=Tone.MUTED),
    )
    todo = (Span(finding.action), *_clauses(finding))
    due = plain(finding.due.isoformat() if finding.due else "open")
    return (Span(f"{finding.finding_id} "), severity), seen, todo, due


def _clauses(finding: Finding) -> Iterator[Span]:
    """The clauses; the one whose response the report tells leads there."""
    for number, clause in enumerate(finding.clauses):
        told = bool(finding.response) and finding.response.startswith(clause)
        yield Span("; " if number else " Clauses: ", tone=Tone.MUTED)
        yield Span(clause, tone=Tone.ACCENT if told else Tone.MUTED, target=ANNEX if told else "")
    yield Span("." if finding.clauses else "", tone=Tone.MUTED)


def _row(case: Case) -> Iterator[Block]:
    """What the file says of the party, so that the page can be read without it."""
    party = case.party
    facts: list[tuple[str, Text]] = []
    pairs = {
        "Other names": "; ".join(party.other_names),
        "Parent": party.parent,
        "Owners": "; ".join(party.owners),
        "Address": ", ".join(part for part in (party.address, party.city) if part),
        "Sector": party.sector,
        "Products": "; ".join(party.products),
        "Agencies used": "; ".join(party.agencies),
        "Routes": "; ".join(f"{route.origin} to {route.destination or 'unknown'}" for route in party.corridors),
        "Identifiers": "; ".join(f"{item.kind} {item.value}" for item in party.identifiers),
        "Licence": " ".join(part for part in (party.licence, party.licence_status) if part),
        "Workers": f"{party.workers:,}" if party.workers is not None else "",
    }
    facts.extend((label, plain(text)) for label, text in pairs.items() if text)
    if short(party.name, NAME_SHOWN) != party.name:
        facts.insert(0, ("Name", strong(party.name)))
    if facts:
        yield Facts(tuple(facts), paired=len(party.name) <= NAME_SHOWN)
