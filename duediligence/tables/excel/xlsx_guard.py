"""What a worksheet's XML holds, measured while it streams by: its extent, its error cells, and whether it is plain.

Plain XML is what spreadsheet programs write: UTF-8, each cell with its address first, no comments, no CDATA. Only
plain XML can be measured by pattern, at the speed of the pattern, with nothing hidden from it. calamine loses CDATA
and UTF-16 in silence too, so a workbook that is not plain goes to the row-by-row reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from duediligence.tables.excel.text_budget import ItemLengths
from duediligence.tables.limits import MOST_MERGED, Extent
from duediligence.tables.sheets import Merged

Position = tuple[int, int]
"""Row and column, from 1."""

_CELL = re.compile(rb"<c[\s/>]")
_PREFIXED_CELL = re.compile(rb"<[^</>\s]+:c[\s/>]")
_PREFIX = re.compile(rb"<(\w+:)c[\s/>]")
_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FIGURES = b"0123456789"
_DECLARATION = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*>")
_ENCODING = re.compile(rb"""encoding\s*=\s*["']([^"']*)""")
_PLAIN_ENCODINGS = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_LONGEST_ROW = 32_000_000
_LONGEST_TAG = 1_000_000

_MERGED = re.compile(rb"""mergeCell\s+ref=["']([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})["']""")

_CLAIM = b"uniqueCount"
_HONEST_CLAIM = re.compile(rb'uniqueCount="[0-9]{1,7}"')
_SEAM = 64

KNOWN_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA"})
"""The errors of ECMA-376 part 1, 18.18.11 and 18.17.3. calamine refuses a whole workbook for any newer one."""


@dataclass(slots=True)
class SheetScan:
    """What was seen in one part. `errors` holds the text of each error cell by its position, `texts`
    the bytes of each shared text.

    `claims_too_much`: it says that it holds tens of millions of shared strings. calamine sets memory aside for as
    many as are claimed, and aborts when it cannot.
    """

    extent: Extent = field(default_factory=Extent)
    errors: dict[Position, str] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    texts: list[int] = field(default_factory=list)
    is_sheet: bool = False
    is_plain: bool = True
    claims_too_much: bool = False


class _CellPatterns:
    """Cells as this producer writes them: with a namespace prefix, such as `x:`, or without.

    `cell` finds each, and the address of those that are plain and filled.
    """

    def __init__(self, prefix: bytes) -> None:
        tag = rb"<" + prefix + rb"c"
        value = rb"(?:(?!</" + prefix + rb"c>).)*?<" + prefix + rb"v>([^<]*)<"
        self.prefixed = bool(prefix)
        self.cell = re.compile(tag + rb'(?: r="([A-Z]{1,3}[0-9]{1,7})"[^</>]*>|[\s/>])')
        self.blank = re.compile(tag + rb' r="[A-Z]{1,3}[0-9]{1,7}"[^</>]*/>')
        self.error = re.compile(tag + rb' r="([A-Z]{1,3})([0-9]{1,7})"[^</>]*\bt="e"[^</>]*>' + value, re.DOTALL)


class SheetScanner:
    """Fed with the pieces of one XML part, in order; `scan` is complete after `close`."""

    def __init__(self) -> None:
        self.scan = SheetScan()
        self._rest = b""
        self._seam = b""
        self._started = False
        self._patterns: _CellPatterns | None = None
        self._items = ItemLengths()

    def feed(self, chunk: bytes) -> None:
        """The next piece."""
        self._watch_claims(self._seam + chunk, end=max(len(self._seam) + len(chunk) - _SEAM, 0))
        self._rest += chunk
        end = self._complete(self._rest)
        self._measure(self._rest[:end])
        self._rest = self._rest[end:]

    def close(self) -> SheetScan:
        """No more pieces will come."""
        self._watch_claims(self._seam, end=len(self._seam))
        self._measure(self._rest)
        self.scan.texts = self._items.lengths
        return self.scan

    def _complete(self, text: bytes) -> int:
        """How much of the text can be measured: whole rows of a sheet, whole tags of other parts."""
        end = text.rfind(b"row>") + 4
        if end >= 4:
            return end
        if self.scan.is_sheet:
            return 0 if len(text) < _LONGEST_ROW else len(text)
        return text.rfind(b">") + 1 or (0 if len(text) < _LONGEST_TAG else len(text))

    def _watch_claims(self, text: bytes, end: int) -> None:
        """Checks the claims that begin before `end`; what follows is kept for the next piece."""
        at = text.find(_CLAIM, 0, end + len(_CLAIM) - 1)
        while at >= 0:
            if not _HONEST_CLAIM.match(text, at):
                self.scan.claims_too_much = True
            at = text.find(_CLAIM, at + 1, end + len(_CLAIM) - 1)
        self._seam = text[end:]

    def _measure(self, text: bytes) -> None:
        if not self._started:
            text = self._without_declaration(text)
        if b"\0" in text or _holds(text, b"<!") or _holds(text, b"<?"):
            self.scan.is_plain = False
        self.scan.is_sheet = self.scan.is_sheet or b"sheetData" in text.replace(b"\0", b"")
        if self.scan.is_sheet and self.scan.is_plain:
            self._measure_cells(text)
        if not self.scan.is_sheet:
            self._items.feed(text)
        if b"mergeCell" in text:
            self._note_merged(text)

    def _without_declaration(self, text: bytes) -> bytes:
        self._started = bool(text)
        declaration = _DECLARATION.match(text)
        if not declaration:
            return text
        encoding = _ENCODING.search(declaration[0])
        if encoding and encoding[1].lower() not in _PLAIN_ENCODINGS:
            self.scan.is_plain = False
        return text[declaration.end() :]

    def _measure_cells(self, text: bytes) -> None:
        patterns = self._patterns or self._find_patterns(text)
        found = patterns.cell.findall(text)
        filled = len(found) - found.count(b"")
        cells = _count_cells(text, patterns, len(found))
        if cells != filled and cells != filled + len(patterns.blank.findall(text)):
            self.scan.is_plain = False
        if filled:
            self._widen(found, filled)
        if b't="e"' in text:
            self._note_errors(patterns.error.findall(text))

    def _note_merged(self, text: bytes) -> None:
        merged = self.scan.merged
        for found in _MERGED.finditer(text):
            column, first, last = found.groups()
            if first != last:
                merged.append(Merged(int(first), int(last), column_number(column)))
            if len(merged) > MOST_MERGED:
                return

    def _widen(self, addresses: list[bytes], filled: int) -> None:
        """Both parts of all addresses at once: this runs for every cell of a workbook."""
        joined = b" ".join(addresses)
        rows, columns = set(joined.translate(None, _LETTERS).split()), set(joined.translate(None, _FIGURES).split())
        extent = self.scan.extent
        extent.cells += filled
        extent.rows = max(extent.rows, *map(int, rows), 1)
        extent.columns = max(extent.columns, *map(column_number, columns))

    def _find_patterns(self, text: bytes) -> _CellPatterns:
        # Most sheets have no prefix, and a pattern looks for one at every tag.
        prefix = _PREFIX.search(text) if _holds(text, b":c") else None
        patterns = _CellPatterns(prefix[1] if prefix else b"")
        self._patterns = patterns if _CELL.search(text) or prefix else None
        return patterns

    def _note_errors(self, found: list[tuple[bytes, bytes, bytes]]) -> None:
        for column, row, value in found:
            error = value.decode("utf-8", "replace")
            self.scan.errors[int(row), column_number(column)] = error
            if error not in KNOWN_ERRORS:
                self.scan.is_plain = False


def _count_cells(text: bytes, patterns: _CellPatterns, found: int) -> int:
    """All cells of a text, whatever they look like; `found` is the number that the patterns' `cell` found."""
    plain = len(_CELL.findall(text)) if patterns.prefixed else found
    return plain + (len(_PREFIXED_CELL.findall(text)) if _holds(text, b":c") else 0)


def _holds(text: bytes, pair: bytes) -> bool:
    """`pair in text`; a single byte that is rare is looked for several times as fast."""
    rare = pair.strip(b"<c")
    return rare in text and pair in text


def column_number(letters: bytes) -> int:
    """`b"A"` → 1, `b"XFD"` → 16384."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
