"""Training: the invented set, written as the untidy files that officers get."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from duediligence.workshop.answers import write_answers
from duediligence.workshop.demo import DemoSet, DemoTable, demo_set
from duediligence.workshop.workbooks import write_csv_table, write_workbook

__all__ = ["DemoInputs", "DemoSet", "demo_set", "write_demo_inputs"]


@dataclass(frozen=True, slots=True)
class DemoInputs:
    """The files of the set, by what they are for."""

    suppliers: tuple[Path, ...]
    agencies: tuple[Path, ...]
    answers: tuple[Path, ...]

    @property
    def all_files(self) -> tuple[Path, ...]:
        """Every file once."""
        return (*self.suppliers, *self.agencies, *self.answers)


def write_demo_inputs(folder: Path, as_of: date) -> DemoInputs:
    """Writes the set into `folder` (made if it is not there); same day, same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = demo_set()
    tables: dict[str, list[DemoTable]] = {}
    for table in whole.tables:
        tables.setdefault(table.file, []).append(table)
    suppliers: list[Path] = []
    agencies: list[Path] = []
    for name, parts in tables.items():
        path = folder / name
        if path.suffix == ".csv":
            write_csv_table(parts[0], path)
        else:
            write_workbook(parts, path, as_of)
        (agencies if any(part.agencies for part in parts) else suppliers).append(path)
    answers = write_answers(whole.answers, folder / "answers", as_of)
    return DemoInputs(tuple(suppliers), tuple(agencies), answers)
