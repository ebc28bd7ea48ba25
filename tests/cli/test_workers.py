"""`--workers`: processes that share a file's names, through the command as a person gives it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from duediligence.screening.screener import LEAST_SHARED

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


@pytest.mark.skipif(sys.platform != "linux", reason="processes are counted by /proc")
def test_an_interrupt_leaves_no_file_and_no_process(tmp_path: Path) -> None:
    lists, suppliers, out = tmp_path / "orders.csv", tmp_path / "suppliers.csv", tmp_path / "matches.csv"
    lists.write_text(ORDERS, encoding="utf-8")
    rows = [f"Volmaris Depot {number},Oman" for number in range(3 * LEAST_SHARED)]
    suppliers.write_text("\n".join(["Supplier name,Country", *rows]), encoding="utf-8")
    command = [sys.executable, "-m", "duediligence", "screen", str(suppliers), "--lists", str(lists)]
    started = subprocess.Popen(
        [*command, "--workers", "2", "--out", str(out)], stderr=subprocess.PIPE, start_new_session=True
    )
    try:
        _wait_for(lambda: len(_group(started.pid)) >= 3)
        os.killpg(started.pid, signal.SIGINT)
        started.communicate(timeout=30)
        assert started.returncode == 130
        assert not out.exists()
        assert list(tmp_path.glob("matches*")) == []
        _wait_for(lambda: not _group(started.pid))
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)


def _group(leader: int) -> list[str]:
    """The processes of a group."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            if int(fields[2]) == leader and fields[0] != "Z":
                found.append(stat.parent.name)
    return found


def _wait_for(true: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not true():
        assert time.monotonic() < until
        time.sleep(0.02)
