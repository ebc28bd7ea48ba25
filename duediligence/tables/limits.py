"""How large a sheet may be, and which reader may be trusted with it.

calamine keeps a sheet as one dense block of 24 to 32 bytes a cell and aborts the whole process when that cannot
be had: two cells at A1 and XFD1048576 ask for 550 GB. So it only sees sheets whose extent was measured first;
a sheet that is wide or tall for its few cells is read row by row.
"""

from __future__ import annotations

from dataclasses import dataclass

from duediligence.errors import Code, InputRefused
from duediligence.model import CellRef
from duediligence.settings import Settings

ALWAYS_DENSE = 2_000_000
"""Cells of a block (64 MB at most) that calamine may always allocate."""

MOST_SLOTS = 32_000_000
"""Cells of the largest block (1 GB at most), which a full sheet of 1,048,576 rows × 30 columns stays within."""

SPARSEST_BLOCK = 50
"""An honest table fills at least one cell in fifty of its extent."""

SPARSEST_SHEET = 1_000_000
"""Fewer than one filled cell in a million: not even a list with a few stray cells looks like that."""


MOST_MERGED = 500_000
"""Ranges merged over several rows in one file; ten columns merged by pairs in a list of 100,000 rows."""


def check_merged(count: int, file: str) -> None:
    """Raises `InputRefused` for more merged ranges than any list has."""
    if count > MOST_MERGED:
        raise InputRefused(Code.FILE_SUSPECT, where=file, detail=f"more than {MOST_MERGED} merged ranges")


@dataclass(slots=True)
class Extent:
    """The last row and column that hold a value, and how many cells do. All count from 1."""

    rows: int = 0
    columns: int = 0
    cells: int = 0

    @property
    def area(self) -> int:
        """Cells from A1 to the last corner."""
        return self.rows * self.columns

    @property
    def is_dense(self) -> bool:
        """Whether a dense block of this extent costs no more than an honest table of so many cells."""
        return self.area <= ALWAYS_DENSE or self.area <= min(MOST_SLOTS, SPARSEST_BLOCK * self.cells)

    def check(self, settings: Settings, file: str, sheet: str = "") -> None:
        """Raises `InputRefused`, at the last corner, for a sheet too large or stretched over a nearly empty extent."""
        where = str(CellRef(file, sheet, self.rows, self.columns))
        if self.rows > settings.max_rows or self.columns > settings.max_columns:
            detail = f"a sheet of {self.rows} rows and {self.columns} columns"
            raise InputRefused(Code.FILE_TOO_LARGE, where=where, detail=detail)
        if self.area > ALWAYS_DENSE and self.area > SPARSEST_SHEET * self.cells:
            detail = f"{self.cells} cells stretched over {self.rows} rows and {self.columns} columns"
            raise InputRefused(Code.FILE_SUSPECT, where=where, detail=detail)


class SlotBudget:
    """Counts the places that read rows take in memory; refuses when a file takes more than `MOST_SLOTS`."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._left = MOST_SLOTS

    def take(self, slots: int) -> None:
        """Uses up `slots` places. Raises `InputRefused`."""
        self._left -= slots
        if self._left < 0:
            detail = f"more than {MOST_SLOTS} cells, empty ones between others counted"
            raise InputRefused(Code.FILE_TOO_LARGE, where=self._where, detail=detail)
