"""Where installed editions and compiled lists lie on this machine. Nothing else is kept outside the working folder."""

from __future__ import annotations

import os
from pathlib import Path

from duediligence.resources import data_folder

DATA_VARIABLE = "DUEDILIGENCE_DATA_DIR"
CACHE_VARIABLE = "DUEDILIGENCE_CACHE_DIR"
_NAME = "duediligence"


def editions_folder() -> Path:
    """The folder of the installed editions: in `DUEDILIGENCE_DATA_DIR`, else in the user's data folder."""
    return Path(os.environ.get(DATA_VARIABLE) or _user_folder("user_data_dir")) / "watchlists"


def cache_folder() -> Path:
    """The folder of what can be made anew at any time: `DUEDILIGENCE_CACHE_DIR`, else the user's cache folder."""
    return Path(os.environ.get(CACHE_VARIABLE) or _user_folder("user_cache_dir")) / "watchlists"


def _user_folder(kind: str) -> str:
    import platformdirs

    return str(getattr(platformdirs, kind)(_NAME, appauthor=False))


def packaged_folder() -> Path:
    """The folder of the dated snapshots that ship with the software."""
    return data_folder("watchlists") / "snapshots"
