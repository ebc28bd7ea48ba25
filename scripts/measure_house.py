"""Measures the shape of the package: `python -m scripts.measure_house [FOLDER]`; one line a figure, no judgement.

Files and functions by length, what is imported from where, the fullest folder, and imports that enter a room by a
side door instead of its face.
"""

from __future__ import annotations

import ast
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "duediligence"


@dataclass(frozen=True, slots=True)
class Module:
    """One file: its dotted name, its tree and the number of its lines."""

    name: str
    path: Path
    tree: ast.Module
    lines: int

    @property
    def room(self) -> str:
        """The folder or file right below the package."""
        return self.name.split(".")[1] if "." in self.name else ""

    def functions(self) -> Iterator[ast.FunctionDef]:
        """Every function and method of the file."""
        yield from (node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef))

    def imports(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Modules of ours that the file imports, with the names taken from each."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == PACKAGE:
                yield node.module, tuple(alias.name for alias in node.names)


def modules_of(root: Path) -> tuple[Module, ...]:
    """Every file of the package below `root`, by path."""
    return tuple(_module(root, path) for path in sorted(root.rglob("*.py")))


def _module(root: Path, path: Path) -> Module:
    parts = (PACKAGE, *path.relative_to(root).with_suffix("").parts)
    text = path.read_text(encoding="utf-8")
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path, ast.parse(text), text.count("\n"))


def side_doors(modules: Sequence[Module]) -> list[tuple[str, str]]:
    """Imports from another room that go past its face, as (file, module imported)."""
    return [
        (module.name, target)
        for module in modules
        for target, _ in module.imports()
        if target.count(".") > 1 and target.split(".")[1] != module.room
    ]


def fullest_folder(modules: Sequence[Module]) -> tuple[int, str]:
    """The largest number of files in one folder, faces left out, and which it is."""
    counts = Counter(module.path.parent for module in modules if module.path.name != "__init__.py")
    folder, number = max(counts.items(), key=lambda item: (item[1], str(item[0])))
    return number, folder.name


def single_importers(modules: Sequence[Module]) -> int:
    """How many files are imported by exactly one other."""
    importers: Counter[str] = Counter()
    for module in modules:
        importers.update({target for target, _ in module.imports()})
    return sum(importers[module.name] == 1 for module in modules if module.path.name != "__init__.py")


def quantile(values: Sequence[int], share: float) -> int:
    """The value below which `share` of the values lie."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def figures(modules: Sequence[Module]) -> dict[str, str]:
    """Every figure by its name, as text."""
    lines = [module.lines for module in modules]
    functions = [node for module in modules for node in module.functions()]
    lengths = [(node.end_lineno or node.lineno) - node.lineno + 1 for node in functions]
    own = sum(1 for module in modules for _ in module.imports())
    typed = sum(node.returns is not None for node in functions)
    number, folder = fullest_folder(modules)
    return {
        "files": f"{len(modules)}",
        "lines": f"{sum(lines):,}",
        "lines a file, median / p90 / most": f"{quantile(lines, 0.5)} / {quantile(lines, 0.9)} / {max(lines)}",
        "lines a function, median / p95": f"{quantile(lengths, 0.5)} / {quantile(lengths, 0.95)}",
        "functions with a return type": f"{typed / len(functions):.0%}",
        "own imports per 100 lines": f"{100 * own / sum(lines):.1f}",
        "files with one importer": f"{single_importers(modules)}",
        "most files in one folder": f"{number} ({folder})",
        "imports past a room's face": f"{len(side_doors(modules))}",
    }


def main() -> None:
    """Prints the figures of a package folder, ours unless another is given."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / PACKAGE
    for name, value in figures(modules_of(root)).items():
        print(f"{name:<36}{value}")


if __name__ == "__main__":
    main()
