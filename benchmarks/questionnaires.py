"""Answer forms read and scored beside bare reads of the same files, in one process, by its clock.

    python -m benchmarks.questionnaires [--files 1000] [--language en]

The forms are the supplier's, 67 questions, every one answered, in twenty variants. Bare reads: every cell of every
sheet through python-calamine, and through openpyxl as it opens a file by itself. Ratios are what counts; machines are
noisy, and each reading is measured in turns with the others, so that all have the same noise.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from duediligence.model import Answer
from duediligence.questionnaires import FormKind, assess, questionnaire, read_answers, write_form
from duediligence.settings import Settings
from tests.questionnaires.filling import chosen_answer, chosen_grade

VARIANTS = 20
TURNS = 5
SETTINGS = Settings()
SUPPLIER = questionnaire("supplier")


def write_forms(folder: Path, count: int, language: str) -> list[Path]:
    """So many forms; each variant is written once and copied."""
    paths = [folder / f"{number:04d}.xlsx" for number in range(count)]
    for number, path in enumerate(paths):
        if number < VARIANTS:
            answers = [
                Answer(question.id, chosen_answer(question, number + turn), chosen_grade(number + turn), "seen in May")
                for turn, question in enumerate(SUPPLIER.questions)
            ]
            day = date(2026, 11, 20)
            write_form(SUPPLIER, path, day, f"V-{number}", "Mill", answers, day, kind=FormKind(language))
        else:
            shutil.copyfile(paths[number % VARIANTS], path)
    return paths


def ours(path: Path) -> int:
    answers, problems = read_answers(path, SETTINGS)
    assert answers is not None
    assert not problems
    return len(assess(SUPPLIER, answers, answers.party).answers)


def calamine(path: Path) -> int:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(str(path))
    return sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)


def openpyxl(path: Path) -> int:
    from openpyxl import load_workbook

    return sum(len(list(sheet.iter_rows(values_only=True))) for sheet in load_workbook(path).worksheets)


READS: dict[str, Callable[[Path], int]] = {
    "read and scored": ours,
    "bare python-calamine": calamine,
    "bare openpyxl": openpyxl,
}


def measured(paths: list[Path]) -> dict[str, float]:
    """Seconds of the processor for all files, by reading."""
    spent = dict.fromkeys(READS, 0.0)
    for read in READS.values():
        read(paths[0])
    for turn in range(TURNS):
        for name, read in READS.items():
            start = time.process_time()
            for path in paths[turn::TURNS]:
                read(path)
            spent[name] += time.process_time() - start
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--language", default="en")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = write_forms(Path(folder), wanted.files, wanted.language)
        spent = measured(paths)
    for name, seconds in spent.items():
        ratio = spent["read and scored"] / seconds
        print(f"{name:22} {seconds:7.2f} s   {seconds / wanted.files * 1000:6.2f} ms a file   ratio {ratio:5.2f}")


if __name__ == "__main__":
    main()
