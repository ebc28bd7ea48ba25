"""What the report stands on: editions, registers, questionnaires, files, with licences and hashes."""

from __future__ import annotations

from collections.abc import Iterator

from duediligence.model import Register
from duediligence.reports.document.audit.view import View, dated
from duediligence.reports.document.blocks import (
    Align,
    Block,
    Bullets,
    Column,
    Heading,
    PageBreak,
    Paragraph,
    Span,
    Table,
    Text,
    Tone,
    plain,
    strong,
)
from duediligence.reports.document.wording import outdated


def sources(view: View) -> Iterator[Block]:
    """The part's blocks."""
    report = view.report
    yield PageBreak()
    yield Heading("Sources", 1, anchor="sources")
    yield Heading("Watchlists", 2)
    yield _lists(view) if report.editions else Paragraph(plain("None was used."))
    if report.notices:
        yield Heading("Notices", 2)
        yield Bullets(tuple(plain(notice) for notice in report.notices))
    yield Heading("Hotspot registers", 2)
    yield _registers(report.registers) if report.registers else Paragraph(plain("None was used."))
    yield Heading("Questionnaires", 2)
    used = tuple(plain(f"{item.title} ({item.id}, version {item.version})") for item in report.questionnaires)
    yield Bullets(used or (plain("None was used."),))
    yield Heading("Files", 2)
    columns = (Column("File", 2.3), Column("Bytes", 0.8, Align.RIGHT), Column("SHA-256", 6))
    files = tuple((plain(item.name), plain(f"{item.size:,}"), plain(item.sha256)) for item in report.inputs)
    if files:
        yield Table(columns, files)


def _lists(view: View) -> Table:
    columns = (
        Column("List", 1.1),
        Column("Title and publisher", 3.3),
        Column("Edition", 1.9),
        Column("Entries, names", 1.1, Align.RIGHT),
        Column("Licence", 1.8),
    )
    rows = []
    for edition in view.report.editions:
        warning = outdated(view, edition)
        day = f"{dated(edition.dated)}, {edition.date_basis}" + (f"; {warning}" if warning else "")
        rows.append(
            (
                strong(edition.list),
                plain(f"{edition.title}. {edition.publisher}." + (" Packaged copy." if edition.packaged else "")),
                plain(day),
                plain(f"{edition.entries:,}, {edition.names:,}"),
                plain(edition.licence),
            )
        )
    return Table(columns, tuple(rows))


def _registers(registers: tuple[Register, ...]) -> Table:
    columns = (
        Column("Register and edition", 2.2),
        Column("On whose word", 1.1),
        Column("Publisher, citation, licence", 4),
        Column("What it cannot see", 2.6),
    )
    return Table(columns, tuple(map(_register, registers)))


def _register(register: Register) -> tuple[Text, ...]:
    named = (
        Span(register.register, strong=True),
        Span(f" {register.title}; {register.edition.isoformat()}, {register.rows:,} rows"),
    )
    cited = (Span(f"{register.publisher}. {register.citation} "), Span(f"Licence: {register.licence}", tone=Tone.MUTED))
    return named, plain(register.whose_word), cited, plain(register.cannot_see)
