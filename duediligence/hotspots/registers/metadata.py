"""The register folders: each a register.yaml that says what it is and on whose word, beside the publisher's rows."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from duediligence.errors import Code, PackagedDataBroken
from duediligence.model import Basis, Concern, HotspotKind, Register
from duediligence.resources import data_folder, load_validated

ABOUT = "register.yaml"


@dataclass(frozen=True, slots=True)
class RegisterSource:
    """register.yaml: everything that must be known of a register before a row of it is shown to anyone.

    `open` says that the rows are in our own form (see watchlists/hotspots/README.md) and need no reader of their own.
    """

    register: str
    title: str
    kind: HotspotKind
    basis: Basis
    publisher: str
    edition: date
    licence: str
    citation: str
    source: str
    file: str
    pattern: str
    concern: Concern
    severity_rule: str
    cannot_see: str
    edition_note: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class RegisterFolder:
    """One register on disk."""

    folder: Path
    about: RegisterSource

    def rows(self, name: str = "") -> list[dict[str, str]]:
        """The rows of a csv file of the folder; the register's own file unless another is named."""
        with (self.folder / (name or self.about.file)).open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    def described(self, rows: int) -> Register:
        """The register as reports show it."""
        about = self.about
        return Register(
            register=about.register,
            title=about.title,
            kind=about.kind,
            basis=about.basis,
            publisher=about.publisher,
            edition=about.edition,
            licence=about.licence,
            citation=about.citation,
            cannot_see=about.cannot_see,
            rows=rows,
            sha256=sha256((self.folder / about.file).read_bytes()).hexdigest(),
            edition_note=about.edition_note,
        )


def register_folders(root: Path | None = None) -> tuple[RegisterFolder, ...]:
    """Every register, by folder name. Raises `PackagedDataBroken` where a fact about one is missing or empty."""
    root = root or data_folder("watchlists") / "hotspots"
    return tuple(_folder(path.parent) for path in sorted(root.glob(f"*/{ABOUT}")))


def _folder(folder: Path) -> RegisterFolder:
    about = load_validated(folder / ABOUT, RegisterSource)
    wanted = ("publisher", "licence", "citation", "source", "file", "severity_rule", "cannot_see")
    empty = [name for name in wanted if not getattr(about, name).strip()]
    if empty:
        raise PackagedDataBroken(Code.DATA_BROKEN, where=f"{folder.name}/{ABOUT}", detail=f"no {', '.join(empty)}")
    return RegisterFolder(folder, about)
