"""Intake beside a bare read of the same file: time and peak memory, each in a process of its own, in one run.

    python benchmarks/intake.py [--rows 200000] [--csv-rows 1000000]

An xlsx of 12 columns against python-calamine; a csv against polars.read_csv, if polars is installed (it is no
dependency). Ratios are what counts; machines are noisy. Each is read in two lengths, one twice the other, to show that
memory grows no faster than the rows.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

HEADERS = (
    "Supplier ID", "Supplier name", "Trading name", "Country", "State/Province", "City",
    "Address", "Sector", "Products", "Headcount", "% Migrant Workers", "Annual spend",
)  # fmt: skip
PLACES = (
    ("India", "Tamil Nadu", "Chennai"),
    ("Viet Nam", "", "Hanoi"),
    ("Türkiye", "", "Bursa"),
    ("Kenya", "", "Nairobi"),
)
TRADES = (("Apparel", "knitted shirts"), ("Electronics", "circuit boards"), ("Food", "frozen shrimp; tea"))

READ = """
import json, resource, sys, time
start = time.perf_counter()
count = {expression}
spent = time.perf_counter() - start
print(json.dumps({{"rows": count, "seconds": spent, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}}))
"""
OURS = """len(__import__("duediligence.intake", fromlist=["x"]).read_parties(
    __import__("pathlib").Path(sys.argv[1]), None,
    __import__("duediligence.settings", fromlist=["x"]).Settings(max_file_mb=500, max_unpacked_mb=2000)).parties)"""
CALAMINE = (
    """len(__import__("python_calamine").CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python())"""
)
POLARS = """len(__import__("polars").read_csv(sys.argv[1], infer_schema=False))"""


def rows(count: int) -> Iterator[tuple[object, ...]]:
    for number in range(count):
        country, region, city = PLACES[number % len(PLACES)]
        sector, goods = TRADES[number % len(TRADES)]
        yield (
            f"S{number:07d}", f"Harbour {number % 9973} Works {number} Ltd", "", country, region, city,
            f"{number % 300} Station Road, {city}", sector, goods, number % 4000, f"{number % 100}.0%",
            number * 7 % 1_000_003,
        )  # fmt: skip


def write_xlsx(path: Path, count: int) -> None:
    """Inline strings, as database exports write them."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _parts().items():
            archive.writestr(name, text)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as stream:
            stream.write(
                b'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/'
                b'spreadsheetml/2006/main"><sheetData>'
            )
            for number, row in enumerate((HEADERS, *rows(count)), start=1):
                cells = "".join(_cell(f"{chr(65 + column)}{number}", value) for column, value in enumerate(row))
                stream.write(f'<row r="{number}">{cells}</row>'.encode())
            stream.write(b"</sheetData></worksheet>")


def _cell(address: str, value: object) -> str:
    if isinstance(value, int):
        return f'<c r="{address}"><v>{value}</v></c>'
    return f'<c r="{address}" t="inlineStr"><is><t>{escape(str(value))}</t></is></c>' if value else ""


def _parts() -> dict[str, str]:
    """The other parts of a workbook, as openpyxl writes them for one empty sheet."""
    from openpyxl import Workbook

    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        Workbook().save(file.name)
        with zipfile.ZipFile(file.name) as archive:
            return {name: archive.read(name).decode() for name in archive.namelist() if "sheet1" not in name}


def write_csv(path: Path, count: int) -> None:
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADERS)
        writer.writerows(rows(count))


def measure(expression: str, path: Path) -> dict[str, float]:
    source = READ.format(expression=expression)
    done = subprocess.run([sys.executable, "-c", source, str(path)], capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def compare(title: str, path: Path, other: str, expression: str) -> dict[str, float]:
    """Prints both; gives ours."""
    bare, ours = measure(expression, path), measure(OURS, path)
    print(f"\n{title} ({path.stat().st_size / 1e6:.0f} MB)")
    for name, found in ((other, bare), ("duediligence", ours)):
        speed = found["rows"] / found["seconds"]
        print(f"  {name:<14} {found['seconds']:7.2f} s  {found['mb']:7.0f} MB  {speed:11,.0f} rows/s")
    print(f"  ratio          {ours['seconds'] / bare['seconds']:7.2f} ×  {ours['mb'] / bare['mb']:7.2f} ×")
    return ours


def compare_lengths(kind: str, count: int, write: Callable[[Path, int], None], other: str, expression: str) -> None:
    """One kind of file with `count` rows and with half as many."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"table.{kind}"
        found = []
        for length in (count // 2, count):
            write(path, length)
            found.append(compare(f"{kind}, {length:,} rows × {len(HEADERS)} columns", path, other, expression))
    slower, larger = (found[1][key] / found[0][key] for key in ("seconds", "mb"))
    print(f"  twice the rows: {slower:.2f} × the time, {larger:.2f} × the memory")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--csv-rows", type=int, default=1_000_000)
    options = parser.parse_args()
    compare_lengths("xlsx", options.rows, write_xlsx, "calamine", CALAMINE)
    if importlib.util.find_spec("polars"):
        compare_lengths("csv", options.csv_rows, write_csv, "polars", POLARS)


if __name__ == "__main__":
    main()
