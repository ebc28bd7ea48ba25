"""A pass shared among processes: the same matches in the same order, sooner."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from multiprocessing import get_context

from duediligence.screening.matching_part import Part, PartMatches, Pass

# Fewer parties are done before a second process has begun.
LEAST_SHARED = 4000
_shared: list[tuple[Pass, Sequence[Part]]] = []


def cores() -> int:
    """How many processes can run at once here."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def shared(whole: Pass, parts: Sequence[Part], workers: int) -> Iterator[PartMatches]:
    """The matches of each part, in order. Whoever stops asking, by Ctrl-C or otherwise, leaves no process behind."""
    with get_context(_start_method()).Pool(workers, _begin, (whole, parts)) as pool:
        yield from pool.imap(_matches, range(len(parts)))


def _start_method() -> str:
    """A forked process has everything at once; beside other threads it might wait for a lock that nobody holds."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _begin(whole: Pass, parts: Sequence[Part]) -> None:
    """Ctrl-C is for the first process, which ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _shared[:] = [(whole, parts)]


def _matches(number: int) -> PartMatches:
    whole, parts = _shared[0]
    return whole.matches(parts[number])
