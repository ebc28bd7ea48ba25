"""Potential matches as an officer needs them to decide: both sides, why they are alike, why the entry is listed."""

from __future__ import annotations

from collections.abc import Iterator

from duediligence.model import Case, Match, MatchEvidence
from duediligence.reports.document.audit.view import View, count, dated
from duediligence.reports.document.blocks import (
    Align,
    Block,
    Column,
    Facts,
    Heading,
    Paragraph,
    Span,
    Table,
    Text,
    Tone,
    plain,
    strong,
)
from duediligence.reports.document.wording import MATCH_TONES, countries, place, score, signed

WEAK_SHOWN = 10


def matches(case: Case, view: View) -> Iterator[Block]:
    """A party's potential matches: those to decide in full, weak ones in a table."""
    if not case.matches:
        return
    yield Heading("Potential matches", 2)
    text = "How alike the names are, and nothing about risk. Each asks a person: is it the same?"
    yield Paragraph(plain(text, Tone.MUTED), "small", introduces=True)
    for match in case.open_matches:
        yield from _open(match, view)
    weak = case.matches[len(case.open_matches) :]
    if weak:
        yield from _weak(weak)


def _open(match: Match, view: View) -> Iterator[Block]:
    edition = view.edition_of(match.list)
    listed = f"{match.list} {match.list_entry_id}, edition {dated(edition.dated) if edition else 'unknown'}"
    rows: list[tuple[str, Text]] = [
        (
            "Entry",
            (Span(match.list_name, strong=True), Span(f"  ({listed})", tone=Tone.MUTED)),
        ),
        ("Names that met", plain(f"“{match.party_name_compared}” and “{match.matched_name}”")),
        ("Countries", plain(f"party: {place(match.country_party)}; entry: {countries(match.country_entry)}")),
        ("Why listed", strong("; ".join(match.listed_for) or "not stated")),
        ("Explanation", plain(match.explanation)),
        ("Party's cell", plain(str(match.row))),
    ]
    yield Heading(f"Potential match: {match.band}, {score(match.score)}", 3)
    yield Facts(tuple(rows))
    if match.evidence:
        yield _evidence(match.evidence)


def _evidence(evidence: tuple[MatchEvidence, ...]) -> Table:
    columns = (
        Column("What was compared", 1.5),
        Column("Party", 2),
        Column("Entry", 2),
        Column("Effect", 0.7, Align.RIGHT),
        Column("Note", 2),
    )
    rows = tuple(
        (
            plain(item.feature),
            plain(item.party_value),
            plain(item.entry_value),
            plain(signed(item.effect, 2)),
            plain(item.note, Tone.MUTED),
        )
        for item in evidence
    )
    return Table(columns, rows)


def _weak(weak: tuple[Match, ...]) -> Iterator[Block]:
    yield Heading("Weak potential matches", 3)
    columns = (
        Column("List and entry", 1.6),
        Column("Name in the list", 2.6),
        Column("Score", 0.6, Align.RIGHT),
        Column("Why listed", 1.6),
        Column("Explanation", 3.2),
    )
    yield Table(columns, tuple(_weak_row(match) for match in weak[:WEAK_SHOWN]))
    if len(weak) > WEAK_SHOWN:
        rest = count(len(weak) - WEAK_SHOWN, "more weak match", "more weak matches")
        yield Paragraph(plain(f"{rest} of lower score: see matches.csv.", Tone.MUTED), "small")


def _weak_row(match: Match) -> tuple[Text, ...]:
    return (
        plain(f"{match.list} {match.list_entry_id}"),
        plain(match.matched_name),
        plain(score(match.score), MATCH_TONES[match.band]),
        plain("; ".join(match.listed_for)),
        plain(match.explanation, Tone.MUTED),
    )
