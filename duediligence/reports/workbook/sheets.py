"""What stands on each sheet of audit.xlsx: headers, widths, rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from duediligence.model import AuditReport, Case, EvidenceRef, MatchBand, RiskBand
from duediligence.reports.data.csv import MATCH_COLUMNS, PROBLEM_COLUMNS, match_row, problem_row
from duediligence.reports.document.audit.view import View, of_concern
from duediligence.reports.document.wording import countries, outdated
from duediligence.tables import Value

QUESTION_COLUMNS = (
    *("party_id", "party_name", "between", "what was said", "where", "what does not fit with it", "where else"),
    *("ask next", "rule", "answer", "asked on"),
)
QUESTION_WIDTHS = (10, 30, 24, 50, 30, 50, 30, 50, 10, 40, 12)


def question_rows(view: View) -> Iterator[tuple[Value, ...]]:
    """What does not fit together, once each, under the party to ask; the answer is for the officer to fill in."""
    for case in view.cases:
        for item in case.contradictions:
            if item.party_id == case.party.party_id:
                said = (item.first.text, str(item.first.where), item.second.text, str(item.second.where))
                yield (item.party_id, case.party.name, str(item.between), *said, item.ask, item.rule, None, None)


Cells = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class SheetOf:
    """One sheet. Widths are in characters, one for each header; `still` counts the columns that do not scroll."""

    title: str
    headers: tuple[str, ...]
    widths: tuple[int, ...]
    rows: Iterable[Cells]
    still: int = 1


def sheets(view: View) -> Iterator[SheetOf]:
    """Every sheet, in order."""
    yield SheetOf("Summary", ("what", "value"), (44, 80), _summary(view))
    yield SheetOf("Parties", _PARTY, _PARTY_WIDTHS, map(_party, view.cases), still=3)
    yield SheetOf(
        "Matches",
        (*MATCH_COLUMNS, "decision", "reason", "decided by", "decided on"),
        (10, 30, 10, 26, 11, 14, 30, 30, 8, 10, 9, 14, 26, 60, 16, 30, 16, 12),
        (_match(match_row(match)) for match in view.report.matches),
        still=2,
    )
    yield SheetOf("Exposures", _EXPOSURE, (10, 30, 14, 12, 12, 10, 16, 24, 30, 14, 9, 10, 60, 36, 26), _exposures(view))
    yield SheetOf("Answers", _ANSWER, (10, 30, 20, 10, 12, 20, 24, 40, 12, 26), _answers(view))
    yield SheetOf("Findings", _FINDING, (10, 10, 30, 10, 40, 60, 50, 30), _findings(view), still=3)
    yield SheetOf("Actions", _ACTION, (10, 10, 30, 10, 70, 12, 18, 14, 12, 40), _actions(view), still=3)
    yield SheetOf("Questions", QUESTION_COLUMNS, QUESTION_WIDTHS, question_rows(view), still=2)
    yield SheetOf("Problems", PROBLEM_COLUMNS, (12, 10, 34, 60, 60, 30, 8), map(problem_row, view.report.problems))
    yield SheetOf("Sources", _SOURCE, (16, 18, 40, 30, 14, 30, 10, 26, 60, 30, 12, 66), _sources(view.report))


def _summary(view: View) -> Iterator[Cells]:
    report = view.report
    yield from (("title", report.title), ("as of", report.as_of), ("software", report.software))
    yield from (("risk model", report.risk_model), ("parties", len(report.parties)))
    yield "rows read", sum(table.rows for table in report.tables)
    yield "rows that gave no party", sum(table.problem_rows for table in report.tables)
    yield "parties of concern", len(view.concern)
    bands = Counter(profile.band for profile in report.profiles)
    yield from ((f"residual risk {band}", bands[band]) for band in reversed(RiskBand))
    matches = Counter(match.band for match in report.matches)
    yield from ((f"potential matches, {band}", matches[band]) for band in MatchBand)
    yield "findings", len(report.findings)
    yield "questions to ask", len(report.contradictions)
    yield "parties with answers", len({assessment.party_id for assessment in report.assessments})
    yield "problems", len(report.problems)
    yield from (
        ("list warning", f"{item.list}: {outdated(view, item)}") for item in report.editions if outdated(view, item)
    )
    yield from (("notice", notice) for notice in report.notices)
    yield (
        "how to read",
        "A match score says how alike two names are, a risk score how exposed a party is. Neither decides.",
    )


_PARTY = (
    *("party_id", "kind", "name", "other names", "country", "country name", "region", "city", "address", "sector"),
    *("products", "cell", "band", "residual", "low", "high", "inherent", "control", "coverage", "strong matches"),
    *("possible matches", "weak matches", "findings", "of concern", "drivers", "band held up by", "not known"),
)
_PARTY_WIDTHS = (
    *(10, 10, 34, 30, 8, 18, 10, 16, 30, 24, 24, 26, 10, 9, 9, 9, 9, 9, 9, 9),
    *(9, 9, 9, 9, 50, 40, 50),
)


def _party(case: Case) -> Cells:
    party, profile = case.party, case.profile
    bands = Counter(match.band for match in case.matches)
    drivers = "; ".join(f"{driver.label} {driver.points:+.1f}" for driver in profile.drivers)
    unknown = (*profile.unknown, *(case.placement.unknown if case.placement else ()))
    return (
        *(party.party_id, str(party.kind), party.name, "; ".join(party.other_names), party.country),
        *(countries((party.country,)) if party.country else "", party.region, party.city, party.address),
        *(party.sector, "; ".join(party.products), str(party.origin), str(profile.band), profile.residual),
        *(profile.low, profile.high, profile.inherent, profile.control, profile.coverage, bands[MatchBand.STRONG]),
        *(bands[MatchBand.POSSIBLE], bands[MatchBand.WEAK], len(case.findings), "yes" if of_concern(case) else "no"),
        *(drivers, "; ".join(rule.reason for rule in profile.overrides), "; ".join(dict.fromkeys(unknown))),
    )


def _match(row: Cells) -> Cells:
    """The row of matches.csv with its score as a number, and room for the officer's decision."""
    place = MATCH_COLUMNS.index("score")
    return (*row[:place], float(str(row[place])), *row[place + 1 :], None, None, None, None)


_EXPOSURE = (
    *("party_id", "party_name", "register", "edition", "row", "kind", "on whose word", "label", "pattern"),
    *("nearness", "severity", "confidence", "why", "measures", "cell"),
)


def _exposures(view: View) -> Iterator[Cells]:
    for case in view.cases:
        for item in case.placement.exposures if case.placement else ():
            measures = "; ".join(f"{name} {value}" for name, value in item.measures)
            yield (
                *(case.party.party_id, case.party.name, item.register, item.edition, item.row, str(item.kind)),
                *(item.whose_word, item.label, item.pattern, str(item.nearness), item.severity, item.confidence),
                *(item.why, measures, str(item.cell)),
            )


_ANSWER = (
    *("party_id", "party_name", "questionnaire", "version", "question", "answer", "evidence", "note"),
    *("answered on", "cell"),
)


def _answers(view: View) -> Iterator[Cells]:
    for case in view.cases:
        for item in case.assessments:
            for answer in item.answers:
                cell = str(answer.cell) if answer.cell else item.file
                yield (
                    *(case.party.party_id, case.party.name, item.questionnaire, item.version, answer.question),
                    *(answer.value, str(answer.evidence), answer.note, item.answered_on, cell),
                )


_FINDING = ("finding_id", "party_id", "party_name", "severity", "title", "what was seen", "evidence", "clauses")
_ACTION = (
    *("finding_id", "party_id", "party_name", "severity", "action", "due", "owner", "status", "done on", "remark"),
)


def _findings(view: View) -> Iterator[Cells]:
    for case in view.cases:
        for item in case.findings:
            evidence = "; ".join(f"{ref.text} [{_where(ref)}; {ref.basis}]" for ref in item.evidence)
            yield (
                *(item.finding_id, item.party_id, case.party.name, str(item.severity), item.title, item.statement),
                *(evidence, "; ".join(item.clauses)),
            )


def _actions(view: View) -> Iterator[Cells]:
    """What to do, gravest party first; owner, status and date are for the officer to fill in."""
    rest = [case for case in view.cases if not of_concern(case)]
    for case in (*view.concern, *rest):
        for item in case.findings:
            named = (item.finding_id, item.party_id, case.party.name, str(item.severity))
            action = " ".join(filter(None, (item.action, item.response)))
            yield (*named, action, item.due, None, "open", None, None)


_SOURCE = (
    *("what", "short name", "title", "publisher", "edition", "on whose word", "entries", "licence", "citation"),
    *("file", "bytes", "sha256"),
)


def _sources(report: AuditReport) -> Iterator[Cells]:
    for edition in report.editions:
        head = ("watchlist", edition.list, edition.title, edition.publisher, edition.dated, str(edition.date_basis))
        for file in edition.files or (None,):
            tail = (file.name, file.size, file.sha256) if file else (None, None, None)
            yield (*head, edition.entries, edition.licence, None, *tail)
    for item in report.registers:
        head = ("register", item.register, item.title, item.publisher, item.edition, item.whose_word)
        yield (*head, item.rows, item.licence, item.citation, None, None, item.sha256)
    for used in report.questionnaires:
        named = ("questionnaire", used.id, used.title, None, None, f"version {used.version}")
        yield (*named, None, None, None, None, None, used.sha256)
    for file in report.inputs:
        yield ("input", None, None, None, None, None, None, None, None, file.name, file.size, file.sha256)
    for name, value in sorted(report.settings.items()):
        yield ("setting", name, value, *[None] * 9)


def _where(evidence: EvidenceRef) -> str:
    """Where the evidence stands, behind the party's cell that meets it."""
    return f"{evidence.read_at}; {evidence.where}" if evidence.read_at else str(evidence.where)
