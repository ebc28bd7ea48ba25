"""The title page: what was audited, for which day, against which lists and registers."""

from __future__ import annotations

from collections.abc import Iterator

from duediligence.model import Register
from duediligence.reports.document.audit.view import View, count, dated
from duediligence.reports.document.blocks import (
    Align,
    Block,
    Callout,
    Column,
    Cover,
    Heading,
    Paragraph,
    Span,
    Table,
    Tone,
    plain,
)
from duediligence.reports.document.wording import long_date, outdated

SUBTITLE = (
    "Due diligence on suppliers and recruitment agencies: signs of human trafficking and forced labour, "
    "above all where there is armed conflict"
)


def cover(view: View) -> Iterator[Block]:
    """The title page's blocks."""
    report = view.report
    yield Cover(report.title, SUBTITLE, f"As of {long_date(report.as_of)}", report.software)
    yield Heading("What was audited", 3)
    yield _scope(view)
    yield from _answers(view)
    yield Heading("Watchlists", 3)
    yield from _lists(view)
    yield Heading("Hotspot registers", 3)
    yield Paragraph(plain(_registers(report.registers)), "small")


def _scope(view: View) -> Table:
    columns = (
        Column("File and sheet", 3.4),
        Column("Read as", 1.1),
        Column("Rows", 0.7, Align.RIGHT),
        Column("Parties", 0.8, Align.RIGHT),
        Column("Rows that are problems", 1.3, Align.RIGHT),
    )
    rows = [
        (
            plain(str(table.where)),
            plain(f"{table.kind}s" if table.kind == "supplier" else "agencies"),
            plain(f"{table.rows:,}"),
            plain(f"{table.parties:,}"),
            plain(f"{table.problem_rows:,}"),
        )
        for table in view.report.tables
    ]
    return Table(columns, tuple(rows) or ((plain("no table"), *[plain("")] * 4),))


def _answers(view: View) -> Iterator[Block]:
    tables = {table.where.file for table in view.report.tables}
    others = [source.name for source in view.report.inputs if source.name not in tables]
    if others:
        shown = ", ".join(others[:6]) + (f" and {len(others) - 6} more" if len(others) > 6 else "")
        yield Paragraph(plain(f"Answers to questionnaires: {shown}.", Tone.MUTED), "small")


def _lists(view: View) -> Iterator[Block]:
    if not view.report.editions:
        yield Callout("No watchlist was used", plain("No name was screened in this audit."), Tone.CRITICAL)
        return
    columns = (
        Column("List", 1.1),
        Column("Publisher", 2.2),
        Column("Edition", 3.3),
        Column("Entries", 0.8, Align.RIGHT),
    )
    rows = []
    for edition in view.report.editions:
        warning = outdated(view, edition)
        dated_text = (Span(dated(edition.dated), strong=True), Span(f", {edition.date_basis}", tone=Tone.MUTED))
        marked = (*dated_text, Span(f", {warning}", tone=Tone.CRITICAL)) if warning else dated_text
        rows.append((plain(edition.list), plain(edition.publisher), marked, plain(f"{edition.entries:,}")))
    yield Table(columns, tuple(rows))
    yield from _warning(view)


def _warning(view: View) -> Iterator[Block]:
    old = [edition.list for edition in view.report.editions if outdated(view, edition)]
    packaged = [edition.list for edition in view.report.editions if edition.packaged]
    copies = f"Copies that ship with the toolkit for demonstration: {', '.join(packaged)}." if packaged else ""
    if old:
        text = (
            f"{count(len(old), 'list')} of {len(view.report.editions)} ({', '.join(old)}) may lack recent entries. "
            f"Screen again with the publishers' newest editions before relying on a clear result. {copies}"
        )
        yield Callout("Older lists", plain(text.strip()), Tone.CRITICAL)
    elif copies:
        yield Paragraph(plain(copies, Tone.MUTED), "small")


def _registers(registers: tuple[Register, ...]) -> str:
    if not registers:
        return "None."
    """By basis, so that what is official stands apart from what is not."""
    named: dict[str, list[str]] = {}
    for item in registers:
        named.setdefault(item.whose_word, []).append(f"{item.register} {item.edition.isoformat()}")
    return "; ".join(f"{basis}: {', '.join(names)}" for basis, names in named.items()) + "."
