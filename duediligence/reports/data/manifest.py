"""What an audit folder was made from and what is in it, so that anyone can check that it is still that."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from duediligence.errors import Code
from duediligence.model import AuditReport, CellRef, Problem, Severity, SourceFile
from duediligence.reports.data.json import json_bytes, plain_value
from duediligence.tables import source_file

MANIFEST = "manifest.json"
SCHEMA = 1


def write_manifest(report: AuditReport, folder: Path) -> Path:
    """Writes the manifest of every file that stands in the folder."""
    outputs = [source_file(path) for path in sorted(folder.iterdir()) if path.is_file() and path.name != MANIFEST]
    path = folder / MANIFEST
    path.write_bytes(json_bytes(_manifest(report, outputs)))
    return path


def _manifest(report: AuditReport, outputs: list[SourceFile]) -> dict[str, Any]:
    name, _, version = report.software.rpartition(" ")
    return {
        "schema": SCHEMA,
        "software": {"name": name, "version": version},
        "title": report.title,
        "as_of": report.as_of.isoformat(),
        "settings": plain_value(report.settings),
        "risk_model": report.risk_model,
        "inputs": plain_value(report.inputs),
        "lists": plain_value(report.editions),
        "registers": plain_value(report.registers),
        "questionnaires": plain_value(report.questionnaires),
        "outputs": plain_value(tuple(outputs)),
    }


def verify_folder(folder: Path) -> tuple[Problem, ...]:
    """Every difference between a folder and its manifest: a file changed, gone or added, or no readable manifest.

    The manifest itself has no seal: who changes it and the files together is not found out.
    """
    try:
        stated = _stated(json.loads((folder / MANIFEST).read_bytes()))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return (_changed(MANIFEST, "missing or not readable"),)
    return tuple(_differences(folder, stated))


def _stated(manifest: Any) -> dict[str, tuple[int, str]]:
    """Size and hash of each output; raises ValueError for a name that leads out of the folder."""
    stated = {str(item["name"]): (int(item["size"]), str(item["sha256"])) for item in manifest["outputs"]}
    if any(Path(name).name != name for name in stated):
        raise ValueError("an output's name is a path")
    return stated


def _differences(folder: Path, stated: dict[str, tuple[int, str]]) -> Iterator[Problem]:
    for name, (size, digest) in stated.items():
        if not (folder / name).is_file():
            yield _changed(name, "missing")
            continue
        found = source_file(folder / name)
        if (found.size, found.sha256) != (size, digest):
            yield _changed(name, f"{found.size} bytes, SHA-256 {found.sha256[:12]}…; stated {size}, {digest[:12]}…")
    for path in sorted(folder.iterdir()):
        if path.name not in stated and path.name != MANIFEST:
            yield _changed(path.name, "not in the manifest")


def _changed(name: str, found: str) -> Problem:
    return Problem(Code.AUDIT_CHANGED, Severity.ERROR, CellRef(name), found)
