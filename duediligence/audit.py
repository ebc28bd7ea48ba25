"""The way through an audit: read the files, audit what was read, write what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from pathlib import Path

from duediligence import __version__
from duediligence.errors import Code
from duediligence.hotspots import Registers, load_registers, mapped_areas, place_parties, with_own_registers
from duediligence.intake import gather, link, load_mapping, near_duplicates, read_parties
from duediligence.model import (
    Assessment,
    AuditReport,
    Intake,
    Party,
    PartyKind,
    PartyPlacement,
    Problem,
    Progress,
    Questionnaire,
    QuestionnaireUse,
    Severity,
    SourceFile,
    Step,
    TableUnderstanding,
    Watcher,
    nobody_watches,
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
from duediligence.watchlists import LoadedLists, lists_for, staleness


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


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the files of a request hold: parties with their answers, and every problem met while reading."""

    title: str
    as_of: date
    files: tuple[SourceFile, ...]
    tables: tuple[TableUnderstanding, ...]
    parties: tuple[Party, ...]
    assessments: tuple[Assessment, ...]
    problems: tuple[Problem, ...]
    answer_problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Engine:
    """What parties are audited with: lists, registers, questionnaires, settings. Made once, it serves many audits."""

    lists: LoadedLists
    registers: Registers
    questionnaires: tuple[Questionnaire, ...]
    settings: Settings
    workers: int | None = 1


def run_audit(request: AuditRequest, watch: Watcher = nobody_watches) -> AuditReport:
    """Everything but the writing, once. Raises `InputRefused` for a file that cannot be used."""
    questionnaires = tuple(load_questionnaires())
    inputs = read(request, questionnaires, watch)
    return audit(inputs, engine_for(request, questionnaires, watch), watch)


def read(request: AuditRequest, questionnaires: Sequence[Questionnaire], watch: Watcher = nobody_watches) -> Inputs:
    """The parties and answers that the files hold. Raises `InputRefused` for a file that cannot be used."""
    intakes = _tables(request, watch)
    parties, problems = gather(intakes)
    watch(Progress(Step.ANSWERS))
    answers = answer_files(request.answers)
    assessments, answer_problems = assess_all(answers, parties, questionnaires, request.settings)
    parties, route_problems = with_told_routes(parties, assessments, questionnaires)
    paths = (*request.suppliers, *request.agencies, *request.mappings, *request.registers, *answers)
    return Inputs(
        title=request.title,
        as_of=request.as_of,
        files=tuple(source_file(path) for path in paths),
        tables=tuple(table for intake in intakes for table in intake.tables),
        parties=parties,
        assessments=tuple(assessments),
        problems=tuple(problems),
        answer_problems=(*answer_problems, *route_problems),
    )


def engine_for(
    request: AuditRequest, questionnaires: Sequence[Questionnaire], watch: Watcher = nobody_watches
) -> Engine:
    """The lists and registers that the request names. Raises `InputRefused` for one that cannot be used."""
    watch(Progress(Step.LISTS))
    lists = lists_for(request.lists)
    watch(Progress(Step.REGISTERS))
    registers = reduce(
        lambda known, path: with_own_registers(known, path, request.settings), request.registers, load_registers()
    )
    return Engine(lists, registers, tuple(questionnaires), request.settings, request.workers)


def audit(inputs: Inputs, engine: Engine, watch: Watcher = nobody_watches) -> AuditReport:
    """Screen, place, assess, weigh. Reads no file and no clock: the same inputs and engine give the same report."""
    parties, settings, lists = inputs.parties, engine.settings, engine.lists
    links = link(parties)
    matches = screen(
        parties,
        lists.entries,
        settings,
        lambda done, total: watch(Progress(Step.SCREENING, done, total)),
        workers=engine.workers,
    )
    watch(Progress(Step.HOTSPOTS))
    placements = place_parties(parties, engine.registers, links)
    watch(Progress(Step.RISK))
    profiles, findings = weigh(parties, matches, placements, inputs.assessments, links, inputs.as_of)
    stale = staleness(lists.editions, inputs.as_of, settings.list_max_age_days)
    return AuditReport(
        title=inputs.title,
        as_of=inputs.as_of,
        software=f"duediligence {__version__}",
        settings=settings.as_text(),
        inputs=inputs.files,
        tables=inputs.tables,
        parties=parties,
        editions=lists.editions,
        registers=engine.registers.registers,
        questionnaires=tuple(_used(engine.questionnaires, inputs.assessments)),
        matches=matches,
        placements=placements,
        assessments=inputs.assessments,
        profiles=profiles,
        findings=findings,
        problems=(
            *inputs.problems,
            *near_duplicates(parties),
            *links.dangling,
            *_unread_sectors(parties, placements),
            *lists.problems,
            *stale,
            *inputs.answer_problems,
        ),
        notices=(*lists.notices, *(f"{problem.found[:1].upper()}{problem.found[1:]}." for problem in stale)),
        risk_model=risk_model().version,
        contradictions=find_contradictions(parties, inputs.assessments, links, inputs.as_of),
        areas=mapped_areas(engine.registers),
    )


def _tables(request: AuditRequest, watch: Watcher) -> tuple[Intake, ...]:
    """The supplier files by the words of their sheets, the agency files as agencies."""
    kinds: list[tuple[Path, PartyKind | None]] = [(path, None) for path in request.suppliers]
    kinds.extend((path, PartyKind.AGENCY) for path in request.agencies)
    mappings = [load_mapping(path) for path in request.mappings]
    intakes = []
    for done, (path, kind) in enumerate(kinds):
        watch(Progress(Step.FILES, done, len(kinds)))
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
