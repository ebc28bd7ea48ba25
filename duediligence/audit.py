"""The one orchestration: from the files an officer has to the report an officer files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from pathlib import Path

from duediligence import __version__
from duediligence.errors import Code
from duediligence.hotspots import load_registers, mapped_areas, place_parties, with_own_registers
from duediligence.intake import gather, link, load_mapping, near_duplicates, read_parties
from duediligence.model import (
    Assessment,
    AuditReport,
    Intake,
    Party,
    PartyKind,
    PartyPlacement,
    Problem,
    Questionnaire,
    QuestionnaireUse,
    Severity,
)
from duediligence.questionnaires import (
    answer_files,
    assess_all,
    find_contradictions,
    load_questionnaires,
    with_told_routes,
)
from duediligence.risk import risk_model, weigh
from duediligence.screening import screen
from duediligence.settings import Settings
from duediligence.tables import source_file
from duediligence.watchlists import lists_for, staleness

Progress = Callable[[str, int, int], None]
"""Told the step's name, how much is done and how much there is (0 when not known)."""


@dataclass(frozen=True, slots=True)
class AuditRequest:
    """What to audit. No `lists` means the packaged ones. `as_of` is the day the report speaks for.

    `registers` are register files of the user's own; what meets them weighs by its stated severity, marked as own.
    Each of `mappings` holds for the file it names; a single one for a single file, whatever it names. So many
    `workers` (processes, None is one for each core) share a long file's names.
    """

    suppliers: tuple[Path, ...]
    as_of: date
    agencies: tuple[Path, ...] = ()
    answers: tuple[Path, ...] = ()
    lists: tuple[Path, ...] = ()
    mappings: tuple[Path, ...] = ()
    registers: tuple[Path, ...] = ()
    settings: Settings = field(default_factory=Settings)
    title: str = "Due diligence audit"
    workers: int | None = 1


def _unwatched(step: str, done: int, total: int) -> None:
    """Nobody wants to know how far the work is."""


def run_audit(request: AuditRequest, progress: Progress = _unwatched) -> AuditReport:
    """Everything, once: read, screen, place, assess, weigh. Raises `InputRefused` for a file that cannot be used."""
    settings = request.settings
    intakes = _read(request, progress)
    parties, problems = gather(intakes)
    progress("Reading answers", 0, 0)
    questionnaires = load_questionnaires()
    answers = answer_files(request.answers)
    assessments, answer_problems = assess_all(answers, parties, questionnaires, settings)
    parties, route_problems = with_told_routes(parties, assessments, questionnaires)
    links = link(parties)
    progress("Reading the watchlists", 0, 0)
    lists = lists_for(request.lists)
    matches = screen(
        parties,
        lists.entries,
        settings,
        lambda done, total: progress("Screening names", done, total),
        workers=request.workers,
    )
    progress("Placing parties on the hotspot registers", 0, 0)
    registers = reduce(
        lambda known, path: with_own_registers(known, path, settings), request.registers, load_registers()
    )
    placements = place_parties(parties, registers, links)
    profiles, findings = weigh(parties, matches, placements, assessments, links, request.as_of)
    stale = staleness(lists.editions, request.as_of, settings.list_max_age_days)
    return AuditReport(
        title=request.title,
        as_of=request.as_of,
        software=f"duediligence {__version__}",
        settings=settings.as_text(),
        inputs=tuple(
            source_file(path)
            for path in (*request.suppliers, *request.agencies, *request.mappings, *request.registers, *answers)
        ),
        tables=tuple(table for intake in intakes for table in intake.tables),
        parties=parties,
        editions=lists.editions,
        registers=registers.registers,
        questionnaires=tuple(_used(questionnaires, assessments)),
        matches=matches,
        placements=placements,
        assessments=assessments,
        profiles=profiles,
        findings=findings,
        problems=(
            *problems,
            *near_duplicates(parties),
            *links.dangling,
            *_unread_sectors(parties, placements),
            *lists.problems,
            *stale,
            *answer_problems,
            *route_problems,
        ),
        notices=(*lists.notices, *(f"{problem.found[:1].upper()}{problem.found[1:]}." for problem in stale)),
        risk_model=risk_model().version,
        contradictions=find_contradictions(parties, assessments, links, request.as_of),
        areas=mapped_areas(registers),
    )


def _read(request: AuditRequest, progress: Progress) -> tuple[Intake, ...]:
    """The supplier files by the words of their sheets, the agency files as agencies."""
    kinds: list[tuple[Path, PartyKind | None]] = [(path, None) for path in request.suppliers]
    kinds.extend((path, PartyKind.AGENCY) for path in request.agencies)
    mappings = [load_mapping(path) for path in request.mappings]
    intakes = []
    for done, (path, kind) in enumerate(kinds):
        progress("Reading files", done, len(kinds))
        alone = mappings[0] if len(kinds) == len(mappings) == 1 else None
        mapping = next((mapping for mapping in mappings if mapping.file == path.name), alone)
        intakes.append(read_parties(path, kind, request.settings, mapping))
    return tuple(intakes)


def _used(questionnaires: Sequence[Questionnaire], assessments: Sequence[Assessment]) -> Iterable[QuestionnaireUse]:
    answered = {assessment.questionnaire for assessment in assessments}
    return (
        QuestionnaireUse(item.id, item.version, item.title, item.sha256)
        for item in questionnaires
        if item.id in answered
    )


def _unread_sectors(parties: Sequence[Party], placements: Sequence[PartyPlacement]) -> Iterable[Problem]:
    """A note for each party that says what it makes or does in words that were not understood at all."""
    for party, placement in zip(parties, placements, strict=True):
        if placement.sectors and not any(reading.isic for reading in placement.sectors):
            cell = party.cell("products" if party.products else "sector")
            found = "; ".join(reading.text for reading in placement.sectors)
            yield Problem(Code.SECTOR_UNKNOWN, Severity.NOTE, cell, found)
