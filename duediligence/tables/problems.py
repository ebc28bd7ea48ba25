"""The problems that reading a file can meet without being stopped by them."""

from __future__ import annotations

from duediligence.errors import Code
from duediligence.model import CellRef, Problem, Severity


def cell_error(where: CellRef, text: str) -> Problem:
    """A cell holds a spreadsheet error, such as `#DIV/0!`; it was read as empty."""
    return Problem(Code.CELL_ERROR, Severity.WARNING, where, found=text)


def encoding_guessed(file: str, encoding: str) -> Problem:
    """The text says nowhere how it is encoded; it was read as `encoding`."""
    return Problem(Code.ENCODING_GUESSED, Severity.NOTE, CellRef(file), found=encoding)


def damage(where: CellRef, found: str, suggestion: str) -> Problem:
    """A place where the file is damaged; what could be read there was kept."""
    return Problem(Code.FILE_DAMAGED, Severity.WARNING, where, found=found, suggestion=suggestion)
