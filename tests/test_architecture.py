"""The house has one way through it: rooms import only rooms below them."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import duediligence
from scripts.measure_house import Module, fullest_folder, modules_of, side_doors

PACKAGE = Path(duediligence.__file__).parent
MODULES = modules_of(PACKAGE)

# The arrows of docs/architecture.md, lowest floor first. Rooms on one floor do not know each other.
FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"errors"}),
    frozenset({"model"}),
    frozenset({"resources", "settings"}),
    frozenset({"tables", "names", "places"}),
    frozenset({"watchlists", "intake"}),
    frozenset({"screening", "hotspots", "questionnaires"}),
    frozenset({"risk"}),
    frozenset({"reports"}),
    frozenset({"audit", "workshop"}),
    frozenset({"cli"}),
    frozenset({"__main__"}),
)
MOST_FILES = 15
"""No folder holds more, its face left out: a room with more has sub-rooms."""

FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def imports_of(source: str) -> set[str]:
    """Every module of ours that the source imports, at module level or inside a function."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, "imports are absolute"
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names if node.module == "duediligence")
    return {name for name in found if name.split(".")[0] == "duediligence"}


def forbidden(room: str, imported: str) -> bool:
    target = room_of(imported)
    return bool(target) and target != "__version__" and target != room and FLOOR_OF[target] >= FLOOR_OF[room]


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_rooms_below_it(path: Path) -> None:
    room = path.relative_to(PACKAGE).with_suffix("").parts[0]
    assert room in FLOOR_OF, f"{room} has no floor: add it here and to docs/architecture.md"
    wrong = {name for name in imports_of(path.read_text(encoding="utf-8")) if forbidden(room, name)}
    assert not wrong, f"{path.name} may not import {sorted(wrong)}"


def test_the_check_sees_an_upward_and_a_sideways_arrow() -> None:
    assert forbidden("names", "duediligence.screening.index")
    assert forbidden("screening", "duediligence.hotspots")
    assert not forbidden("screening", "duediligence.names.tokens")
    source = "def f():\n    from duediligence.reports import pdf\n"
    assert imports_of(source) == {"duediligence.reports"}


def test_a_room_is_entered_by_its_face() -> None:
    assert side_doors(MODULES) == []


def test_no_folder_holds_more_files_than_a_newcomer_can_look_through() -> None:
    number, folder = fullest_folder(MODULES)
    assert number <= MOST_FILES, folder


def sub_room(module: Module) -> str:
    """The folder in a room that holds the file, or the file itself where it lies in the room."""
    return "/".join(module.path.relative_to(PACKAGE).parts[:2])


def arrows_in(room: str) -> dict[str, set[str]]:
    """Which sub-rooms of a room import which others."""
    by_name = {module.name: module for module in MODULES if module.room == room and module.name.count(".") > 1}
    arrows: dict[str, set[str]] = {sub_room(module): set() for module in by_name.values()}
    for module in by_name.values():
        for target, names in module.imports():
            found = [by_name.get(f"{target}.{name}", by_name.get(target)) for name in names]
            arrows[sub_room(module)].update(sub_room(item) for item in found if item)
    return {start: ends - {start} for start, ends in arrows.items()}


@pytest.mark.parametrize("room", sorted({module.room for module in MODULES} - {""}))
def test_sub_rooms_import_one_way(room: str) -> None:
    try:
        tuple(TopologicalSorter(arrows_in(room)).static_order())
    except CycleError as error:
        pytest.fail(f"{room}: {' → '.join(error.args[1])}")
