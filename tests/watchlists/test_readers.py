from __future__ import annotations

from pathlib import Path

import pytest

from duediligence.errors import InputRefused
from duediligence.model import EntryLink
from duediligence.watchlists import load_lists
from duediligence.watchlists.entries.read_list import SAMPLE
from duediligence.watchlists.formats.source_file import list_files
from duediligence.watchlists.readers.registry import READERS
from tests.watchlists.helpers import DATA, load_data, written

FILES = [file for file in list_files([DATA]) if file.name != "SOURCES.md"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_file_is_recognised_by_one_reader_with_or_without_a_mark(file: object) -> None:
    data = getattr(file, "data", b"").removeprefix(b"\xef\xbb\xbf")
    for sample in (data, b"\xef\xbb\xbf" + data):
        assert len([reader for reader in READERS if reader.recognises(sample[:SAMPLE])]) == 1


@pytest.mark.parametrize("file", ["sdn", "cons", "consolidated.xml", "un.xml"])
def test_every_entry_keeps_the_publishers_own_record(file: str) -> None:
    for entry in load_data(file).values():
        assert entry.names[0].text.split()[0].strip(",") in entry.raw
        assert "> <" not in entry.raw


def test_a_link_in_the_remarks_of_ofacs_xml_is_one_as_in_its_csv(tmp_path: Path) -> None:
    text = (DATA / "consolidated.xml").read_text(encoding="utf-8").replace("directives.</remarks>", "{}", 1)
    linked = text.replace("{}", "directives; (Linked To: TESTWERK (TW))</remarks>")
    entries = load_lists([written(tmp_path / "x.xml", linked)]).entries
    assert [entry.links for entry in entries if entry.links] == [(EntryLink("linked to", "TESTWERK (TW)"),)]


def test_a_document_type_is_refused_in_utf_16_too(tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY a "b">]><export><sanctionEntity/></export>'
    with pytest.raises(InputRefused) as caught:
        load_lists([written(tmp_path / "x.xml", text.encode("utf-16"))])
    assert caught.value.code.name == "FILE_SUSPECT"
