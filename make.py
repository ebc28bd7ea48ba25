"""Sets up `.venv` and runs a task in it: `python make.py demo | test | style | check | docs`.

The Makefile calls this; people without make, on Windows too, call it themselves (`py make.py demo`). It needs
nothing but Python ≥ 3.11 and a package index.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"


def scripts_folder(environment: Path, *, windows: bool = os.name == "nt") -> Path:
    """Where a virtual environment keeps its programs: `Scripts` on Windows, `bin` elsewhere."""
    return environment / ("Scripts" if windows else "bin")


def program(name: str) -> str:
    return str(scripts_folder(ENVIRONMENT) / (name + ".exe" if os.name == "nt" else name))


def run(*command: str, **options: str) -> None:
    """Runs a command in the project's folder; a failure ends this one with the same exit code."""
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **options}, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def ensure(extra: str = "") -> None:
    """Fills `.venv` unless it was already filled from this very pyproject.toml."""
    stamp = ENVIRONMENT / f"filled{'-' + extra if extra else ''}.sha256"
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    if not scripts_folder(ENVIRONMENT).is_dir():
        print("Creating .venv …", flush=True)
        venv.create(ENVIRONMENT, with_pip=True)
    print("Installing what is needed into .venv …", flush=True)
    target = f".[{extra}]" if extra else "."
    run(program("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", target)
    stamp.write_text(wanted)


def demo() -> None:
    """The main job on the packaged workshop set."""
    ensure()
    run(program("duediligence"), "demo", "--out", str(ROOT / "demo"))


def test(*arguments: str) -> None:
    """The test suite."""
    ensure("dev")
    run(program("python"), "-m", "pytest", "-n", "auto", *arguments)


def style() -> None:
    """Format, lint, strict types, generated files current."""
    ensure("dev")
    run(program("ruff"), "format", "--check", ".")
    run(program("ruff"), "check", ".")
    run(program("mypy"))
    run(program("python"), "-m", "docs.generate", "--check")


def check() -> None:
    """Everything that must hold before a change lands."""
    style()
    test()


def docs() -> None:
    """Writes the generated pages anew."""
    ensure("dev")
    run(program("python"), "-m", "docs.generate")


TASKS: dict[str, Callable[..., None]] = {"demo": demo, "test": test, "style": style, "check": check, "docs": docs}


def main() -> None:
    name, *arguments = sys.argv[1:] or [""]
    if sys.version_info < (3, 11):
        sys.exit("duediligence needs Python 3.11 or newer.")
    if name not in TASKS:
        sys.exit(f"usage: python make.py {' | '.join(TASKS)}")
    TASKS[name](*arguments)


if __name__ == "__main__":
    main()
