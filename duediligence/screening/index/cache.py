"""Compiled list names kept in a file between runs, under the hash of everything they were made of.

The folder is `DUEDILIGENCE_CACHE_DIR`, else the user's cache folder. Without a folder that can be written, or with a
file that cannot be read, the names are compiled anew; nothing else changes. The same names give the same bytes.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np
import numpy.typing as npt

import duediligence.names
from duediligence.model import WatchlistEntry
from duediligence.names import NameToken, TokenKind
from duediligence.screening.index.arrays import Compiled, Lists
from duediligence.screening.index.ngrams import NgramArrays
from duediligence.screening.index.one_edit import SlipArrays

CACHE_FOLDER = "DUEDILIGENCE_CACHE_DIR"
# Fewer names are compiled sooner than read.
LEAST_SAVED = 2000
_UNREADABLE = (OSError, ValueError, TypeError, KeyError, IndexError, EOFError, zipfile.BadZipFile)
Arrays = dict[str, npt.NDArray[np.generic]]


def saved(entries: Sequence[WatchlistEntry], compiled: Callable[[], Compiled]) -> Compiled:
    """What was saved for these entries, or what `compiled` makes, which is then saved."""
    if sum(len(entry.names) for entry in entries) < LEAST_SAVED:
        return compiled()
    path = cache_folder() / f"names-{key_of(entries)[:32]}.npz"
    try:
        return _read(path)
    except _UNREADABLE:
        made = compiled()
    _write(path, made)
    return made


def cache_folder() -> Path:
    """Where compiled names are kept."""
    from platformdirs import user_cache_dir

    return Path(os.environ.get(CACHE_FOLDER) or user_cache_dir("duediligence", appauthor=False))


def key_of(entries: Sequence[WatchlistEntry]) -> str:
    """A hash of the entries' names and addresses, and of the code and word lists that read them."""
    digest = sha256(_makers().encode())
    for entry in entries:
        names = (f"{name.text}\x1f{name.role}\x1f{name.weak}" for name in entry.names)
        parts = (entry.list, entry.entry_id, entry.kind, "\x1e".join(names), "\x1e".join(entry.addresses))
        digest.update("\x1d".join(parts).encode("utf-8", "surrogatepass") + b"\x00")
    return digest.hexdigest()


@cache
def _makers() -> str:
    """A hash of every file that has a say in what is saved."""
    digest = sha256()
    for room in (Path(duediligence.names.__file__).parent, Path(__file__).parent.parent):
        for path in sorted(room.rglob("*")):
            if path.suffix in (".py", ".yaml"):
                digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _write(path: Path, made: Compiled) -> None:
    """Whole or not at all."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb") as file:
            np.savez(file, **_arrays(made))  # type: ignore[arg-type]
        unfinished.replace(path)
    except OSError:
        return
    finally:
        _remove(unfinished)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _arrays(made: Compiled) -> Arrays:
    fields = ("text", "written", "spelled", "sound", "nickname")
    kinds = list(TokenKind)
    found: Arrays = {name: _packed([getattr(token, name) for token in made.tokens]) for name in fields}
    found["kind"] = np.array([kinds.index(token.kind) for token in made.tokens], dtype=np.int8)
    found["familiar"] = np.array([token.familiar for token in made.tokens], dtype=np.bool_)
    found["consonantal"] = np.array([token.consonantal for token in made.tokens], dtype=np.bool_)
    found["place_sounds"] = _packed(made.place_sounds)
    for name in ("names", "places"):
        found |= {f"{name}_values": getattr(made, name).values, f"{name}_starts": getattr(made, name).starts}
    for name in ("sounds", "consonants"):
        index: NgramArrays = getattr(made, name)
        found |= {f"{name}_pieces": _packed(index.pieces), f"{name}_starts": index.starts}
        found |= {f"{name}_owners": index.owners.astype(np.int32), f"{name}_shares": index.shares}
        found |= {f"{name}_rarity": index.rarity, f"{name}_size": np.array(index.size)}
    slips = made.slips
    return found | {"slip_keys": _packed(slips.keys), "slip_starts": slips.starts, "slip_names": slips.names}


def _read(path: Path) -> Compiled:
    with path.open("rb") as raw, np.load(raw, allow_pickle=False) as file:
        found = {name: file[name] for name in file.files}
    kinds = list(TokenKind)
    columns = [_unpacked(found[name]) for name in ("text", "written", "spelled", "sound", "nickname")]
    switches = (found["kind"].tolist(), found["familiar"].tolist(), found["consonantal"].tolist())
    tokens = tuple(
        NameToken(text, kinds[kind], written, spelled, sound, nickname, familiar, consonantal)
        for text, written, spelled, sound, nickname, kind, familiar, consonantal in zip(
            *columns, *switches, strict=True
        )
    )
    return Compiled(
        tokens,
        Lists(found["names_values"], found["names_starts"]),
        tuple(_unpacked(found["place_sounds"])),
        Lists(found["places_values"], found["places_starts"]),
        _index(found, "sounds"),
        _index(found, "consonants"),
        SlipArrays(tuple(_unpacked(found["slip_keys"])), found["slip_starts"], found["slip_names"]),
    )


def _index(found: dict[str, npt.NDArray[np.int64]], name: str) -> NgramArrays:
    return NgramArrays(
        tuple(_unpacked(found[f"{name}_pieces"])),
        found[f"{name}_starts"],
        found[f"{name}_owners"].astype(np.int64),
        found[f"{name}_shares"].astype(np.float64),
        found[f"{name}_rarity"].astype(np.float64),
        int(found[f"{name}_size"]),
    )


def _packed(texts: Sequence[str]) -> npt.NDArray[np.uint8]:
    """Texts as bytes; the last one ends with the sign between them too, so that none and one empty text differ."""
    whole = "".join(f"{text}\x00" for text in texts)
    return np.frombuffer(whole.encode("utf-8", "surrogatepass"), dtype=np.uint8)


def _unpacked(packed: npt.NDArray[np.generic]) -> list[str]:
    return packed.tobytes().decode("utf-8", "surrogatepass").split("\x00")[:-1]
