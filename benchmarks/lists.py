"""Reading watchlists: each file beside a bare pass over it in the same run, and what start-up costs.

    python benchmarks/lists.py [--data FOLDER]

The bare pass is `xml.etree.iterparse` or `csv.reader` over the file's text and nothing else: what any reader must pay.
Start-up is `duediligence screen` on a file with one supplier in a process of its own, with every list of the folder
from its compiled form, beside the same with one list of one entry. Times are the best of several, in seconds.
"""

from __future__ import annotations

import argparse
import csv
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree.ElementTree import iterparse

from duediligence.errors import InputRefused
from duediligence.watchlists import lists_for, load_lists
from duediligence.watchlists.formats.text import decoded

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
ONE_ORDER = "Effective Date,Entity,Country,Industry,WRO/Finding,Status\n1/2/2020,Testwerk,China,X,WRO,Active\n"
REPEATS = 5


def best(run: Callable[[], object]) -> float:
    def once() -> float:
        begun = time.perf_counter()
        run()
        return time.perf_counter() - begun

    return min(once() for _ in range(REPEATS))


def bare_passes(contents: Sequence[bytes]) -> None:
    for data in contents:
        bare_pass(data)


def bare_pass(data: bytes) -> None:
    if data.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<"):
        for _, element in iterparse(BytesIO(data)):
            element.clear()
    else:
        for _ in csv.reader(StringIO(decoded(data), newline="")):
            pass


def lists_in(folder: Path) -> Iterator[tuple[str, list[Path]]]:
    """Each file that is a list by itself; files that are one list together, as OFAC's CSV, by their folder."""
    for inner in sorted({path.parent for path in folder.rglob("*") if path.is_file()}):
        files = sorted(path for path in inner.iterdir() if path.is_file())
        together = [path for path in files if path.name in ("alt.csv", "add.csv") or path.name.startswith("cons_")]
        if together:
            joined = [path for path in files if path.suffix == ".csv"]
            yield f"{inner.name}/*.csv", joined
            files = [path for path in files if path not in joined]
        yield from ((f"{inner.name}/{path.name}", [path]) for path in files)


def tell_parsing(folder: Path) -> list[Path]:
    print(f"{'file':<58}{'MB':>7}{'entries':>9}{'ours s':>9}{'bare s':>9}{'ratio':>7}")
    read: list[Path] = []
    for name, paths in lists_in(folder):
        try:
            entries = len(load_lists(paths).entries)
        except InputRefused as error:
            print(f"{name:<58} not read: {error.code.name}")
            continue
        read += paths
        contents = [path.read_bytes() for path in paths]
        ours = best(partial(load_lists, paths))
        bare = best(partial(bare_passes, contents))
        size = sum(map(len, contents)) / 1e6
        print(f"{name:<58}{size:>7.2f}{entries:>9,}{ours:>9.3f}{bare:>9.3f}{ours / bare:>7.1f}")
    return read


def tell_loading(folder: Path, cache: Path) -> None:
    os.environ["DUEDILIGENCE_CACHE_DIR"] = str(cache)
    begun = time.perf_counter()
    entries = len(lists_for([folder]).entries)
    first = time.perf_counter() - begun
    again = best(lambda: lists_for([folder]))
    size = sum(path.stat().st_size for path in cache.rglob("*.list")) / 1e6
    print(f"\nall lists of the folder ({entries:,} entries): parsed and compiled {first:.2f} s, ", end="")
    print(f"from the compiled form {again:.3f} s ({size:.1f} MB)")


def tell_startup(folder: Path, scratch: Path) -> None:
    suppliers, order = scratch / "suppliers.csv", scratch / "order.csv"
    suppliers.write_text("Supplier name,Country\nHarbour Knits,India\n", encoding="utf-8")
    order.write_text(ONE_ORDER, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    times = {}
    for title, lists in (("every list", folder), ("one entry", order)):
        times[title] = best(partial(screened, suppliers, lists, environment))
        print(f"screen, one supplier, {title}: {times[title]:.2f} s")
    print(f"the lists cost {times['every list'] - times['one entry']:.2f} s of start-up and indexing")


def screened(suppliers: Path, lists: Path, environment: Mapping[str, str]) -> None:
    command = [sys.executable, "-m", "duediligence", "screen", str(suppliers), "--lists", str(lists)]
    subprocess.run(command, check=True, capture_output=True, env=environment)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, default=SHARED / "data" / "lists")
    given = ask.parse_args()
    tell_parsing(given.data)
    with tempfile.TemporaryDirectory() as scratch:
        tell_loading(given.data, Path(scratch) / "cache")
        tell_startup(given.data, Path(scratch))


if __name__ == "__main__":
    main()
