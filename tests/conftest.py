"""No test reads or writes the real home: installed editions and compiled lists lie in a folder of this run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    home: Path = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DUEDILIGENCE_DATA_DIR", str(home / "data"))
        patch.setenv("DUEDILIGENCE_CACHE_DIR", str(home / "cache"))
        yield
