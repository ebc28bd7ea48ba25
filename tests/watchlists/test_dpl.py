from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from duediligence.errors import InputRefused
from duediligence.model import EntryKind
from duediligence.watchlists import load_lists
from tests.watchlists.helpers import DATA, load_data, names_of, written

HEADER = (
    '"Name"\t"Street_Address"\t"City"\t"State"\t"Country"\t"Postal_Code"\t"Effective_Date"\t"Expiration_Date"\t'
    '"Standard_Order"\t"Last_Update"\t"Action"\t"FR_Citation"\n'
)


def denied(name: str, **other: str) -> str:
    row = {
        **{"street": "1 Test Road", "city": "Testtown", "state": "", "country": "GB", "post": "", "from": "01/02/2020"},
        **{"to": "01/02/2030", "order": "Y", "updated": "2020-01-03", "action": "", "cited": "85 F.R. 1"},
        **other,
    }
    return "\t".join(f'"{cell}"' for cell in (name, *row.values())) + "\n"


def test_the_rows_of_one_party_and_day_are_one_entry_with_all_its_addresses() -> None:
    entries = {entry.name: entry for entry in load_data("dpl.txt").values()}
    entry = entries["AL NASER AIRLINES"]
    assert len(entries) == 6
    assert (entry.list, entry.kind, entry.country_codes) == ("US-DPL", EntryKind.UNKNOWN, ("IQ", "AE", "JO"))
    assert len(entry.addresses) == 4
    assert (entry.listed_on, entry.ends_on) == (date(2022, 5, 13), date(2022, 11, 9))
    assert entry.raw.count("\n") == 3
    assert '"Postal_Code":"11191"' in entry.raw


def test_other_names_inside_a_name_are_names_of_their_own() -> None:
    entries = {entry.name: names_of(entry) for entry in load_data("dpl.txt").values()}
    assert "S7 AIRLINES" in entries["SIBERIAN AIRLINES"]
    assert "ASMAT" in entries["APPLIED SYSTEMS METHODS AND TECHNOLOGY (ASMAT)"]


def test_a_row_with_a_state_and_no_country_lies_in_the_united_states(tmp_path: Path) -> None:
    text = HEADER + denied("TESTWERK", state="TX", country="")
    (entry,) = load_lists([written(tmp_path / "x", text)]).entries
    assert entry.country_codes == ("US",)


def test_an_update_in_the_next_millennium_is_named_and_left_out(tmp_path: Path) -> None:
    loaded = load_lists([written(tmp_path / "d.txt", HEADER + denied("TESTWERK", updated="3017-08-22"))])
    assert loaded.entries[0].updated_on is None
    assert loaded.editions[0].dated == date(2020, 1, 2)
    assert [str(problem.where) for problem in loaded.problems] == ["d.txt › row 2"]


def test_a_row_without_a_name_is_named(tmp_path: Path) -> None:
    loaded = load_lists([written(tmp_path / "d.txt", HEADER + denied("") + denied("TESTWERK"))])
    assert [(p.code.name, str(p.where)) for p in loaded.problems] == [("LIST_ENTRY_UNREADABLE", "d.txt › row 2")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_does_not_matter(tmp_path: Path, encoding: str) -> None:
    text = (HEADER + denied("TÉSTWERK")).encode(encoding)
    assert load_lists([written(tmp_path / "d.txt", text)]).entries[0].name == "TÉSTWERK"


def test_a_file_cut_off_inside_a_row_is_refused(tmp_path: Path) -> None:
    data = (DATA / "dpl.txt").read_bytes()
    for end in range(data.rindex(b"\n", 0, -1) + 2, len(data)):
        with pytest.raises(InputRefused) as caught:
            load_lists([written(tmp_path / "d.txt", data[:end])])
        assert caught.value.code.name == "LIST_DAMAGED"
