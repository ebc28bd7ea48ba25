from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from duediligence.errors import Code, InputRefused
from duediligence.settings import Settings
from duediligence.tables import TableFile, read_table
from tests.tables import builders

DATA = Path(__file__).parent / "data"

Parts = dict[str, str | bytes]


@pytest.fixture
def data() -> Path:
    return DATA


@pytest.fixture
def read() -> Callable[[Path], TableFile]:
    return lambda path: read_table(path, Settings())


@pytest.fixture
def refused() -> Callable[..., InputRefused]:
    """Reads a file that must be refused, and gives the refusal."""

    def read_refused(path: Path, code: Code, settings: Settings | None = None) -> InputRefused:
        with pytest.raises(InputRefused) as caught:
            read_table(path, settings or Settings())
        assert caught.value.code is code, caught.value.text
        assert caught.value.where.split(" › ")[0] == path.name
        assert str(path.parent) not in caught.value.text
        return caught.value

    return read_refused


@pytest.fixture
def packed(tmp_path: Path) -> Callable[[Parts], Path]:
    return lambda parts: builders.package(tmp_path / "book.xlsx", parts)


@pytest.fixture
def text_file(tmp_path: Path) -> Callable[[bytes | str], Path]:
    def write(content: bytes | str) -> Path:
        path = tmp_path / "suppliers.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write
