"""The house has one way through it: rooms import only rooms below them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import duediligence

PACKAGE = Path(duediligence.__file__).parent

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
