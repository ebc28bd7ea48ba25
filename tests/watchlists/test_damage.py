"""Never half a list: a file cut off anywhere is refused, or not taken for a list at all."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duediligence.errors import InputRefused
from duediligence.watchlists import load_lists
from duediligence.watchlists.formats.xml import root_name
from duediligence.watchlists.readers.registry import READERS
from tests.watchlists.helpers import DATA, SDN_FILES, WRO_HEADER, copied, written


def refused(*paths: Path) -> InputRefused:
    with pytest.raises(InputRefused) as caught:
        load_lists(paths)
    return caught.value


@pytest.mark.parametrize("name", ["un.xml", "consolidated.xml"])
def test_an_xml_cut_off_anywhere_is_refused(tmp_path: Path, name: str) -> None:
    data = (DATA / name).read_bytes().rstrip()
    for end in range(1, len(data), len(data) // 60):
        error = refused(written(tmp_path / name, data[:end]))
        assert error.code.name in ("LIST_DAMAGED", "LIST_UNKNOWN")
        assert error.code.name == "LIST_DAMAGED" or not root_name(data[:end])


def test_a_cut_xml_is_refused_in_a_folder_too_and_says_where_it_ends(tmp_path: Path) -> None:
    data = (DATA / "un.xml").read_bytes()
    written(tmp_path / "un.xml", data[: len(data) // 2])
    copied("consolidated.xml", tmp_path)
    error = refused(tmp_path)
    assert (error.code.name, error.where) == ("LIST_DAMAGED", "un.xml")
    assert error.detail.startswith("the XML is not well-formed at line ")


@pytest.mark.parametrize("name", SDN_FILES)
def test_a_file_of_the_csv_cut_off_anywhere_is_never_used(tmp_path: Path, name: str) -> None:
    folder = copied("sdn", tmp_path)
    data = (folder / name).read_bytes()
    whole = data.rstrip(b"\x1a\r\n")
    record_ends = {place + 1 for place in range(len(whole)) if whole[place : place + 1] in b"\r\n"}
    for end in sorted({*range(1, len(whole), max(1, len(whole) // 60)), *record_ends}):
        (folder / name).write_bytes(data[:end])
        try:
            loaded = load_lists([folder])
        except InputRefused as error:
            assert error.code.name in ("LIST_DAMAGED", "LIST_NOTHING_FOUND")
        else:
            assert name != "sdn.csv"
            assert name not in [file.name for file in loaded.editions[0].files]
            assert "LIST_PART_MISSING" in [problem.code.name for problem in loaded.problems]


@pytest.mark.parametrize("name", SDN_FILES)
def test_a_file_of_the_csv_cut_between_two_records_is_refused(tmp_path: Path, name: str) -> None:
    folder = copied("sdn", tmp_path)
    lines = (folder / name).read_bytes().splitlines(keepends=True)
    records = [line for line in lines if line != b"\x1a"]
    (folder / name).write_bytes(b"".join(records[:-1]))
    assert refused(folder).code.name == "LIST_DAMAGED"


def test_a_primary_file_cut_between_two_records_is_refused_even_with_its_end_mark(tmp_path: Path) -> None:
    folder = copied("sdn", tmp_path)
    lines = (folder / "sdn.csv").read_bytes().splitlines(keepends=True)
    (folder / "sdn.csv").write_bytes(b"".join([*lines[:-2], b"\x1a"]))
    error = refused(folder)
    assert error.code.name == "LIST_DAMAGED"
    assert "numbers of" in error.detail


def test_an_address_file_that_ends_too_early_is_refused_even_with_its_end_mark(tmp_path: Path) -> None:
    folder = copied("sdn", tmp_path)
    lines = (folder / "add.csv").read_bytes().splitlines(keepends=True)
    (folder / "add.csv").write_bytes(b"".join(line for line in lines if not line.startswith(b"32391,")))
    error = refused(folder)
    assert (error.where, error.detail) == ("add.csv", "it ends before the last entry of sdn.csv")


def test_a_record_with_a_column_too_few_is_refused_with_its_number(tmp_path: Path) -> None:
    folder = copied("sdn", tmp_path)
    data = (folder / "sdn.csv").read_bytes()
    (folder / "sdn.csv").write_bytes(data.replace(b'306,"BANCO NACIONAL DE CUBA",-0- ,', b'306,"BANCO NACIONAL",'))
    assert refused(folder).detail == "record 2 has 11 columns, not 12"


def test_fewer_entries_than_the_file_promises_are_refused(tmp_path: Path) -> None:
    data = (DATA / "consolidated.xml").read_bytes()
    less = data.replace(b"<Record_Count>5<", b"<Record_Count>443<")
    assert refused(written(tmp_path / "c.xml", less)).detail == "5 entries, where the file itself says 443"


def test_a_un_list_without_one_of_its_sections_is_refused(tmp_path: Path) -> None:
    text = "<CONSOLIDATED_LIST><INDIVIDUALS></INDIVIDUALS></CONSOLIDATED_LIST>"
    assert refused(written(tmp_path / "u.xml", text)).detail == "the section ENTITIES is missing"


def test_an_xml_that_declares_entities_is_refused_unread(tmp_path: Path) -> None:
    text = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><CONSOLIDATED_LIST>&a;</CONSOLIDATED_LIST>'
    assert refused(written(tmp_path / "u.xml", text)).code.name == "FILE_SUSPECT"


@pytest.mark.parametrize("end", [-1, -9, -200])
def test_a_gzip_file_cut_off_is_refused(tmp_path: Path, end: int) -> None:
    packed = gzip.compress((DATA / "un.xml").read_bytes(), mtime=0)
    assert refused(written(tmp_path / "un.xml.gz", packed[:end])).code.name == "LIST_DAMAGED"


def test_a_table_of_orders_cut_inside_a_row_is_refused(tmp_path: Path) -> None:
    row = '1/2/2020,"Testwerk, a/k/a Werk",China,"Textiles, all",WRO,Active\n'
    data = (WRO_HEADER + row * 3).encode()
    for end in range(len(data) - len(row) + 1, len(data)):
        assert refused(written(tmp_path / "w.csv", data[:end])).code.name == "LIST_DAMAGED"


@given(st.binary(max_size=400))
def test_no_bytes_make_a_reader_stumble_while_recognising(sample: bytes) -> None:
    assert all(isinstance(reader.recognises(sample), str) for reader in READERS)
