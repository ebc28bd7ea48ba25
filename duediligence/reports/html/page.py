"""The report as one HTML file: for a phone, without scripts, without a network, right to left where the language is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from duediligence.reports.document import blocks as b
from duediligence.reports.document.blocks import NEW_LINE, Document, Span, Text, Tone
from duediligence.reports.document.figures import Meter, Meters
from duediligence.reports.pdf.text.sanitise import clean
from duediligence.resources import package_file

SAFE = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for the page: nothing at all."""


def html_page(document: Document) -> str:
    """The whole file. Raises ValueError for a block that a self-assessment does not have."""
    style = package_file("reports", "html", "page.css").read_text(encoding="utf-8")
    body = "\n".join(line for block in document.blocks for line in _block(block))
    return (
        f'<!doctype html>\n<html lang="{document.language}" dir="{document.direction}">\n<head>\n'
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{SAFE}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_safe(document.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        f"{body}\n</main>\n<footer>{_safe(document.running[0])}</footer>\n</body>\n</html>\n"
    )


def _safe(text: str) -> str:
    return escape(clean(text))


def _spans(text: Text) -> str:
    return "".join(_span(span) for span in text)


def _span(span: Span) -> str:
    if span == NEW_LINE:
        return "<br>"
    inner = f"<strong>{_safe(span.text)}</strong>" if span.strong else _safe(span.text)
    return inner if span.tone is Tone.BODY else f'<span class="{span.tone}">{inner}</span>'


def _block(block: b.Block) -> Iterator[str]:
    match block:
        case b.Cover():
            yield from _cover(block)
        case b.Heading():
            level = min(block.level + 1, 3)
            anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
            yield f"<h{level}{anchor}>{_safe(block.text)}</h{level}>"
        case b.Paragraph():
            yield f'<p class="{block.size}">{_spans(block.text)}</p>'
        case b.KeyFigures():
            yield from _figures(block)
        case b.Callout():
            yield from _card(block)
        case b.Table():
            yield from _table(block)
        case Meters():
            yield '<ul class="meters">'
            yield from map(_meter, block.meters)
            yield "</ul>"
        case b.PageBreak():
            yield ""
        case _:
            raise ValueError(f"no such block in a self-assessment: {type(block).__name__}")


def _cover(block: b.Cover) -> Iterator[str]:
    yield f'<header>\n<p class="maker">{_safe(block.maker)}</p>\n<h1>{_safe(block.title)}</h1>'
    yield f'<p class="subtitle">{_safe(block.subtitle)}</p>\n<p class="day">{_safe(block.as_of)}</p>\n</header>'


def _figures(block: b.KeyFigures) -> Iterator[str]:
    yield '<dl class="figures">'
    for figure in block.figures:
        yield f'<div><dt>{_safe(figure.label)}</dt><dd class="value">{_safe(figure.value)}</dd>'
        yield f"<dd>{_safe(figure.note)}</dd></div>"
    yield "</dl>"


def _card(block: b.Callout) -> Iterator[str]:
    lines: list[list[Span]] = [[]]
    for span in block.text:
        if span == NEW_LINE:
            lines.append([])
        else:
            lines[-1].append(span)
    yield f'<section class="card {block.tone}">\n<p>{_safe(block.title)}</p>'
    yield from (f"<p>{_spans(tuple(line))}</p>" for line in lines)
    yield "</section>"


def _table(block: b.Table) -> Iterator[str]:
    titles = [_safe(column.title) for column in block.columns]
    yield (
        "<table>\n<thead><tr>" + "".join(f'<th scope="col">{title}</th>' for title in titles) + "</tr></thead>\n<tbody>"
    )
    for row in block.rows:
        if len(row) == 1:
            yield f'<tr><th scope="colgroup" colspan="{len(titles)}">{_spans(row[0])}</th></tr>'
        else:
            yield f"<tr>{_cells(titles, row)}</tr>"
    yield "</tbody>\n</table>"


def _cells(titles: Iterable[str], row: Iterable[Text]) -> str:
    """Each cell with its column's title, which stands above it on a narrow screen."""
    pairs = zip(titles, row, strict=True)
    return "".join(f'<td data-label="{title}">{_spans(text)}</td>' for title, text in pairs)


def _meter(meter: Meter) -> str:
    filled = f'<span style="width:{meter.value:.1%}"></span>' if meter.value else ""
    notch = f'<i style="inset-inline-start:{meter.before:.1%}"></i>' if meter.before is not None else ""
    urgent = f' · <strong class="high">{_safe(meter.urgent)}</strong>' if meter.urgent else ""
    label = f"<strong>{_safe(meter.label)}</strong>"
    bar = f'<div class="bar" aria-hidden="true">{filled}{notch}</div>'
    return f'<li>{label}{bar}<span class="muted">{_safe(meter.text)}</span>{urgent}</li>'
