"""Screening quality and speed on a keyed set of suppliers, beside others in the same run: a brute-force text comparison
and, where nomenklatura is installed, its logic-v2.

    python benchmarks/screening.py [--data FOLDER] [--lists PATH ...] [--near-misses 900]

FOLDER holds dev_suppliers.csv, dev_key.csv and dev_pairs.jsonl. A listed supplier is found when a right entry scores
at or above the threshold; a flagged clean supplier, and a listed one flagged with wrong entries only, count against
precision. Near misses are listed names with one part changed: whatever they meet is wrong.
Speeds are by the processor's clock, which other work on the machine disturbs least.
"""

from __future__ import annotations

import argparse
import csv
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from logic_v2 import is_installed, logic_v2
from near_misses import NearMiss, near_misses
from pairs import tell_pairs

from duediligence.intake import read_parties
from duediligence.model import EntryKind, Party, WatchlistEntry
from duediligence.screening import screen
from duediligence.settings import Settings
from duediligence.watchlists import load_lists

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
LISTS = ("us_ofac_sdn_2021", "us_ofac_cons", "un")
LEAST_REPORTED = 0.35
Scores = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Row:
    """One keyed supplier: its best score at all, its best with a right entry (0 if none), and what was done to it."""

    best: float
    right: float
    listed: bool
    damage: str


def read_key(path: Path) -> dict[str, tuple[frozenset[str], str]]:
    with path.open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["listed"] != "?"]
    return {
        row["Supplier ID"]: (frozenset(row["entity_ids"].split(";") if row["listed"] == "1" else ()), row["corruption"])
        for row in rows
    }


def rows_of(scores: Scores, key: Mapping[str, tuple[frozenset[str], str]]) -> list[Row]:
    rows = []
    for party_id, (right, damage) in key.items():
        found = scores.get(party_id, {})
        best_right = max((score for entry, score in found.items() if entry in right), default=0.0)
        rows.append(Row(max(found.values(), default=0.0), best_right, bool(right), damage))
    return rows


def at(rows: Sequence[Row], threshold: float) -> tuple[float, float]:
    """Precision and recall."""
    flagged = [row for row in rows if row.best >= threshold]
    true = sum(row.listed and row.right >= threshold for row in flagged)
    return (true / len(flagged) if flagged else 1.0), true / sum(row.listed for row in rows)


def recall_at(rows: Sequence[Row], precision: float) -> tuple[float, float]:
    """The highest recall at the precision or better, and its threshold."""
    thresholds = sorted({round(score, 3) for row in rows for score in (row.best, row.right) if score > 0})
    good = [(at(rows, t)[1], t) for t in thresholds if at(rows, t)[0] >= precision]
    return max(good, key=lambda pair: (pair[0], -pair[1]), default=(0.0, 1.0))


def tell_quality(title: str, rows: Sequence[Row]) -> None:
    print(f"\n{title}")
    print(f"  right entry among the scores: {sum(row.right > 0 for row in rows) / sum(row.listed for row in rows):.4f}")
    for precision in (0.95, 0.97, 0.99):
        recall, threshold = recall_at(rows, precision)
        print(f"  recall at precision {precision}: {recall:.4f} (threshold {threshold:.3f})")


def tell_limits(rows: Sequence[Row], limits: Settings) -> None:
    """The figures of the table in docs/methodology.md."""
    clean = sum(not row.listed for row in rows)
    for name in ("min_score", "possible_score", "strong_score"):
        threshold = getattr(limits, name)
        precision, recall = at(rows, threshold)
        alarms = sum(not row.listed and row.best >= threshold for row in rows)
        told = f"precision {precision:.4f}, recall {recall:.4f}, of {clean} clean rows {alarms} flagged"
        print(f"  {name} {threshold:.2f}: {told}")


def tell_damage(rows: Sequence[Row]) -> None:
    threshold = recall_at(rows, 0.95)[1]
    kinds: defaultdict[str, list[bool]] = defaultdict(list)
    for row in rows:
        if row.listed:
            kinds[row.damage].append(row.right >= threshold)
    for kind, found in sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0])):
        print(f"  {sum(found):>4} of {len(found):<4} {kind}")


def tell_near_misses(scores: Scores, rows: Sequence[Row], misses: Sequence[NearMiss]) -> None:
    """Which share is flagged at the limits of the bands, and what they cost in recall where they count as clean."""
    best = {miss.party.party_id: max(scores.get(miss.party.party_id, {}).values(), default=0.0) for miss in misses}
    wrong = [Row(score, 0.0, listed=False, damage="") for score in best.values()]
    tell_quality(f"with {len(misses)} near misses", [*rows, *wrong])
    bands = (("possible", Settings().possible_score), ("strong", Settings().strong_score))
    for kind in ("", *dict.fromkeys(miss.kind for miss in misses)):
        of_kind = [best[miss.party.party_id] for miss in misses if kind in miss.kind]
        shares = ", ".join(f"{name} {sum(s >= least for s in of_kind) / len(of_kind):.3f}" for name, least in bands)
        print(f"  flagged of {len(of_kind):>4} near misses ({kind or 'all'}): {shares}")


def tell_clean(rows: Sequence[Row]) -> None:
    clean = [row for row in rows if not row.listed]
    for name, least in (("possible", Settings().possible_score), ("strong", Settings().strong_score)):
        print(f"  clean rows that reach {name}: {sum(row.best >= least for row in clean) / len(clean):.4f}")


def ours(parties: Sequence[Party], entries: Sequence[WatchlistEntry]) -> tuple[Scores, list[str]]:
    begun = time.process_time()
    matches = screen(parties, entries, Settings(min_score=LEAST_REPORTED))
    took = time.process_time() - begun
    scores: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for match in matches:
        scores[match.party_id][f"{match.list}-{match.list_entry_id}"] = match.score
    return scores, [f"  {len(parties) / took:,.0f} rows/s, {took:.1f} s, lists made ready within"]


def tell_speed(data: Path, lists: Sequence[Path], size: int) -> None:
    """The file as the command screens it, in a process of its own: with imports, file and lists, and without."""
    begun = time.perf_counter()
    code = (
        "import sys, time; from pathlib import Path; from duediligence.intake import read_parties; "
        "from duediligence.watchlists import lists_for; from duediligence.screening import screen; "
        "from duediligence.settings import Settings; "
        "parties = read_parties(Path(sys.argv[1]), None, Settings()).parties; "
        "entries = lists_for(tuple(map(Path, sys.argv[2:]))).entries; begun = time.perf_counter(); "
        "screen(parties, entries, Settings()); print(time.perf_counter() - begun)"
    )
    command = [sys.executable, "-c", code, str(data / "dev_suppliers.csv"), *map(str, lists)]
    alone = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    whole = time.perf_counter() - begun
    print(f"  of {size} rows: {size / whole:,.0f} rows/s with start-up and reading, {size / alone:,.0f} without")


def brute_force(parties: Sequence[Party], entries: Sequence[WatchlistEntry]) -> tuple[Scores, list[str]]:
    """`token_sort_ratio` of every name with every name, in chunks."""
    from rapidfuzz import fuzz, process

    names = [(f"{entry.list}-{entry.entry_id}", name.text) for entry in entries for name in entry.names]
    texts = [text.casefold() for _, text in names]
    scores: defaultdict[str, dict[str, float]] = defaultdict(dict)
    begun = time.process_time()
    for start in range(0, len(parties), 200):
        chunk = parties[start : start + 200]
        table = process.cdist([p.name.casefold() for p in chunk], texts, scorer=fuzz.token_sort_ratio, score_cutoff=60)
        for party, line in zip(chunk, table, strict=True):
            for number in line.nonzero()[0]:
                entry, score = names[number][0], float(line[number]) / 100
                scores[party.party_id][entry] = max(score, scores[party.party_id].get(entry, 0.0))
    return scores, [f"  {len(parties) / (time.process_time() - begun):,.0f} rows/s"]


def contestants() -> list[tuple[str, Callable[[Sequence[Party], Sequence[WatchlistEntry]], tuple[Scores, list[str]]]]]:
    others = [("nomenklatura logic-v2", logic_v2)] if is_installed() else []
    return [("duediligence screen", ours), ("rapidfuzz token_sort_ratio, exhaustive", brute_force), *others]


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, default=SHARED / "bench" / "screening")
    ask.add_argument("--lists", type=Path, nargs="+", default=[SHARED / "data" / "lists" / name for name in LISTS])
    ask.add_argument("--near-misses", type=int, default=900)
    given = ask.parse_args()
    entries = [entry for entry in load_lists(given.lists).entries if entry.kind is not EntryKind.ORDER]
    parties = read_parties(given.data / "dev_suppliers.csv", None, Settings()).parties
    key = read_key(given.data / "dev_key.csv")
    misses = near_misses(entries, given.near_misses)
    print(f"{len(parties)} parties, {len(entries)} entries, {sum(len(entry.names) for entry in entries)} names")
    for title, run in contestants():
        scores, speed = run([*parties, *(miss.party for miss in misses)], entries)
        rows = rows_of(scores, key)
        tell_quality(title, rows)
        print("\n".join(speed))
        if run is ours:
            tell_speed(given.data, given.lists, len(parties))
            print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:,.0f} MB")
            tell_limits(rows, Settings())
            tell_clean(rows)
            tell_damage(rows)
        tell_near_misses(scores, rows, misses)
    tell_pairs(given.data / "dev_pairs.jsonl")


if __name__ == "__main__":
    main()
