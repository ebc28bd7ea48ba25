"""`--workers`: processes that share a file's names, through the command as a person gives it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from duediligence.screening.workers import LEAST_SHARED

ORDERS = "Effective Date,Entity,Country,Industry,WRO/Finding,Status\n1/2/2020,Brezhmark Depot,Oman,X,WRO,Active\n"


def test_two_workers_write_the_bytes_that_one_writes(tmp_path: Path) -> None:
    lists, suppliers = tmp_path / "orders.csv", tmp_path / "suppliers.csv"
    lists.write_text(ORDERS, encoding="utf-8")
    rows = [f"{'Brezhmark' if number % 50 == 0 else 'Volmaris'} Depot {number},Oman" for number in range(LEAST_SHARED)]
    suppliers.write_text("\n".join(["Supplier name,Country", *rows]), encoding="utf-8")
    written = []
    for workers in (1, 2):
        out = tmp_path / f"matches_{workers}.csv"
        command = [sys.executable, "-m", "duediligence", "screen", str(suppliers), "--lists", str(lists)]
        subprocess.run(
            [*command, "--min-score", "0.1", "--workers", str(workers), "--out", str(out)],
            check=True,
            capture_output=True,
        )
        written.append(out.read_bytes())
    assert written[0] == written[1]
    assert written[0].count(b"Brezhmark Depot") > 1
