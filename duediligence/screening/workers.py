"""A pass shared among processes: the same matches in the same order, sooner."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from multiprocessing import get_context

from duediligence.screening.matching import Part, PartMatches, Pass

# Fewer parties are done before a second process has begun.
LEAST_SHARED = 4000
_pass: list[Pass] = []


def shared(whole: Pass, parts: Iterable[Part], workers: int) -> Iterator[PartMatches]:
    """The matches of each part, in order. Whoever stops asking, by Ctrl-C or otherwise, leaves no process behind."""
    with get_context("spawn").Pool(workers, _begin, (whole,)) as pool:
        yield from pool.imap(_matches, parts)


def _begin(whole: Pass) -> None:
    """Ctrl-C is for the first process, which ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _pass.append(whole)


def _matches(part: Part) -> PartMatches:
    return _pass[0].matches(part)
