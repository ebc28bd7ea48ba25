"""Every party in one table, with the reason why it has no page of its own; and every problem of the files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from duediligence.model import Case, Problem, Severity
from duediligence.reports.document.audit.summary import main_drivers
from duediligence.reports.document.audit.view import PAGES_FOR_PARTIES, View, count, of_concern
from duediligence.reports.document.blocks import (
    NEW_LINE,
    Align,
    Block,
    Column,
    Heading,
    PageBreak,
    Paragraph,
    Span,
    Table,
    Text,
    Tone,
    plain,
)
from duediligence.reports.document.wording import band_span, edition_line, interval, party_link, score, short

PROBLEMS_SHOWN = 200
SEVERITY_TONES = {Severity.ERROR: Tone.CRITICAL, Severity.WARNING: Tone.HIGH, Severity.NOTE: Tone.MUTED}


def all_parties(view: View) -> Iterator[Block]:
    """The table of all parties, in the order of the files."""
    yield PageBreak()
    yield Heading("All parties", 1, anchor="parties")
    yield Paragraph(plain(_checked(view)))
    if len(view.concern) > PAGES_FOR_PARTIES:
        text = (
            f"{len(view.concern):,} parties are of concern. The {PAGES_FOR_PARTIES} gravest have a page of their own; "
            "the others are marked here, and audit.xlsx holds all that is known of them."
        )
        yield Paragraph(plain(text, Tone.CRITICAL))
    columns = (
        Column("Party", 1.1),
        Column("Name and cell", 3.2),
        Column("Country", 1.1),
        Column("Residual risk", 2.0),
        Column("Known", 0.9, Align.RIGHT),
        Column("Why", 2.85),
    )
    with_page = {case.party.party_id for case in view.with_page}
    rows = tuple(_party(case, case.party.party_id in with_page) for case in view.cases)
    if rows:
        yield Table(columns, rows)


def _checked(view: View) -> str:
    if not view.cases:
        return "There is none."
    lists = ", ".join(edition_line(edition) for edition in view.report.editions)
    compared = (
        f"Each party's names, owners and parents were compared with every entry of {lists}. Only likenesses of "
        f"{view.limits['min_score']} and more are reported."
    )
    columns = "Residual risk is of 100, with its interval; Known is the share of the model's weight that is known."
    return f"{compared if lists else 'No list was used, so no name was compared.'} {columns}"


def _party(case: Case, has_page: bool) -> tuple[Text, ...]:
    name = (Span(short(case.party.name, 90)), NEW_LINE, Span(str(case.party.origin), tone=Tone.MUTED))
    risk = (band_span(case.profile.band), Span(f" {interval(case)}"))
    known = plain(f"{case.profile.coverage:.0%}")
    return party_link(case), name, plain(case.party.country or "unknown"), risk, known, _why(case, has_page)


def _why(case: Case, has_page: bool) -> Text:
    if of_concern(case):
        text = "On its own page. " if has_page else "Of concern. "
        parts = [
            count(len(case.open_matches), "potential match", "potential matches") if case.open_matches else "",
            count(len(case.findings), "finding") if case.findings else "",
            count(len(case.contradictions), "question to ask", "questions to ask") if case.contradictions else "",
            main_drivers(case, 1),
        ]
        return Span(text, strong=True), Span("; ".join(part for part in parts if part) + ".")
    best = case.matches[0] if case.matches else None
    match = (
        f"best likeness {score(best.score)} ({best.list} {best.list_entry_id}), weak" if best else "no potential match"
    )
    findings = f"; {count(len(case.findings), 'lesser finding')}" if case.findings else "; no finding"
    asked = len(case.contradictions)
    questions = f"; {count(asked, 'question to ask', 'questions to ask')}" if asked else ""
    return plain(f"{match}{findings}{questions}.", Tone.MUTED)


def problems(view: View) -> Iterator[Block]:
    """What was wrong with the files: counted by kind, then each with its place."""
    found = view.report.problems
    yield Heading("Problems in the files", 1, anchor="problems")
    if not found:
        yield Paragraph(plain("None. Every row became a party, and every value was understood."))
        return
    lost = sum(table.problem_rows for table in view.report.tables)
    yield Paragraph(
        plain(f"{count(len(found), 'problem')}; {count(lost, 'row')} gave no party. problems.csv holds them all.")
    )
    yield Table(
        (Column("Code", 1), Column("What is wrong", 3.4), Column("What to do", 4), Column("Times", 0.6, Align.RIGHT)),
        tuple(_counted(found)),
    )
    grave = [problem for problem in found if problem.severity is not Severity.NOTE]
    if grave:
        yield Heading("Errors and warnings, one by one", 2)
        yield Table(
            (Column("Where", 2.4), Column("What was found", 4), Column("", 0.9)),
            tuple(map(_one, grave[:PROBLEMS_SHOWN])),
        )
    if len(grave) > PROBLEMS_SHOWN:
        yield Paragraph(plain(f"{len(grave) - PROBLEMS_SHOWN:,} more: see problems.csv.", Tone.MUTED), "small")


def _counted(found: tuple[Problem, ...]) -> Iterator[tuple[Text, ...]]:
    counts = Counter(problem.code for problem in found)
    for code, times in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].code)):
        yield plain(code.code), plain(code.meaning), plain(code.advice, Tone.MUTED), plain(f"{times:,}")


def _one(problem: Problem) -> tuple[Text, ...]:
    where = str(problem.where) if problem.where else "the audit"
    return plain(where), plain(problem.message), plain(str(problem.severity), SEVERITY_TONES[problem.severity])
