"""Which character parts the columns of a delimited text: a vote among its first records."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

SEPARATORS = "\t;|,"
"""In the order that settles a draw: a comma is the likeliest to stand inside a value."""

PROSE = 0.8
"""Share of the commas with a blank after them above which a text without a comma in its first line is prose."""

_DIRECTIVE = re.compile(r'"?sep=([^\r\n])"?(?:\r\n|\r|\n|$)', re.IGNORECASE)
_RECORDS = 200
_SAMPLE = 100_000


@dataclass(frozen=True, slots=True)
class Separation:
    """The separator, and where the table begins: after Excel's `sep=;` line, which spreadsheets do not show."""

    separator: str
    start: int = 0


@dataclass(frozen=True, slots=True)
class _Vote:
    """How one separator parts the text: its commonest width, the share of records with it, and the first of them."""

    separator: str
    share: float
    first: int
    width: int


def find_separator(text: str) -> Separation:
    """The separator that parts many records into one number of columns, and does so from the earliest record on.

    In `name;address` above addresses with commas, both part the rows alike, but only one parts the header. A text
    that none of them parts is one column.
    """
    directive = _DIRECTIVE.match(text)
    if directive:
        return Separation(directive[1], directive.end())
    sample = text[:_SAMPLE]
    votes = [vote for separator in SEPARATORS if (vote := _vote(sample, separator))]
    if not votes:
        return Separation(next((separator for separator in SEPARATORS if separator not in text), ","))
    best_share = max(vote.share for vote in votes)
    heard = [vote for vote in votes if vote.share * 2 >= best_share]
    return Separation(min(heard, key=lambda vote: (vote.first, -vote.share * (vote.width - 1))).separator)


def _vote(sample: str, separator: str) -> _Vote | None:
    """The separator's vote. Records without a value do not count; it has none if it parts no record."""
    if separator not in sample or _is_prose(sample, separator):
        return None
    records = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
    widths = [len(record) for record in islice(records, _RECORDS) if any(map(str.strip, record))]
    counts = Counter(width for width in widths if width > 1)
    if not counts:
        return None if widths else _Vote(separator, 1.0, 0, 2)
    width, count = max(counts.items(), key=lambda item: ((item[0] - 1) * item[1], item[0]))
    return _Vote(separator, count / len(widths), widths.index(width), width)


def _is_prose(sample: str, separator: str) -> bool:
    """A single column of names such as `Acme Co., Ltd` has its commas in the text, not between columns."""
    first = sample.lstrip().partition("\n")[0]
    return separator == "," and "," not in first and sample.count(", ") > PROSE * sample.count(",")
