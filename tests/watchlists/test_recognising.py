"""No two readers recognise one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from duediligence.resources import data_folder
from duediligence.watchlists.formats.source_file import list_files
from duediligence.watchlists.readers.registry import READERS
from tests.watchlists import test_brazil, test_dpl, test_house, test_opensanctions, test_orders
from tests.watchlists.helpers import DATA, WRO_HEADER, written

STARTS = {
    "dpl": test_dpl.HEADER,
    "br": f"Cadastro\n{test_brazil.HEADER}\n",
    "os": test_opensanctions.HEADER,
    "ftm": '{"id":"a","schema":"Person","properties":{"name":["Probe"]}}\n',
    "house": f"duediligence house list\n{test_house.TABLE}",
    "house that copies another header": f"duediligence house list\n{WRO_HEADER}",
    "wb": '{"response":{"ZPROCSUPP":[{"SUPP_NAME":"Probe"}]}}',
    "wb csv": "Firm Name,Address,Country,From Date,To Date,Grounds\nProbe,,,,,\n",
    "wro": test_orders.HEADER,
}


@pytest.mark.parametrize("start", STARTS.values(), ids=list(STARTS))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_one_reader_recognises_the_start_of_its_list_in_any_encoding(start: str, encoding: str) -> None:
    assert sum(bool(reader.recognises(start.encode(encoding))) for reader in READERS) == 1


def test_one_reader_recognises_each_file_at_hand(tmp_path: Path) -> None:
    files = list_files([DATA, data_folder("watchlists") / "snapshots"])
    lists = [file for file in files if file.path.suffix not in (".md", ".yaml")]
    assert len(lists) > 15
    for file in lists:
        assert sum(bool(reader.recognises(file.data)) for reader in READERS) == 1, file.name


@pytest.mark.parametrize(
    "text", ["name,country\nProbe,KE\n", "{}", "<html><table></table></html>", "<data-set/>", "ID;x\n"]
)
def test_other_files_are_recognised_by_none(tmp_path: Path, text: str) -> None:
    (file,) = list_files([written(tmp_path / "x", text)])
    assert not any(reader.recognises(file.data) for reader in READERS)
