from __future__ import annotations

from pathlib import Path

import pytest

from duediligence.errors import InputRefused
from duediligence.watchlists import add, compare, edition_at
from tests.watchlists.editions_of import ANY_LOSS, un_list
from tests.watchlists.helpers import DATA, written


def un_at(folder: Path, name: str, data: bytes) -> str:
    return str(written(folder / name, data))


def test_an_edition_does_not_differ_from_itself() -> None:
    (change,) = compare(edition_at(str(DATA / "un.xml")), edition_at(str(DATA / "un.xml")))
    assert (change.added, change.removed, change.changed) == ((), (), ())


def test_added_removed_and_changed_entries_are_told_apart(tmp_path: Path) -> None:
    less = un_at(tmp_path, "a.xml", un_list("2026-03-15", entries=12))
    more = un_at(tmp_path, "b.xml", un_list("2026-04-16").replace(b"Al-Qaida", b"Another regime"))
    (change,) = compare(edition_at(less), edition_at(more))
    assert len(change.added) == 1
    assert change.removed == ()
    assert change.changed
    assert all(item.before.entry_id == item.after.entry_id for item in change.changed)
    assert {"programmes"} <= {name for item in change.changed for name in item.fields}
    (back,) = compare(edition_at(more), edition_at(less))
    assert (back.added, back.removed) == (change.removed, change.added)


def test_a_list_on_one_side_only_is_all_new() -> None:
    (change,) = (
        item for item in compare(edition_at(str(DATA / "un.xml")), edition_at(str(DATA))) if item.list == "OFAC-SDN"
    )
    assert change.before is None
    assert change.after is not None
    assert len(change.added) == change.after.entries


def test_installed_editions_are_compared_by_their_ids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUEDILIGENCE_DATA_DIR", str(tmp_path / "data"))
    (done,) = add([written(tmp_path / "un.xml", un_list("2026-03-15"))], ANY_LOSS)
    for wanted in (done.edition.id, f"UN/{done.edition.id}"):
        assert [str(edition.dated) for edition in edition_at(wanted).editions] == ["2026-03-15"]
    with pytest.raises(InputRefused, match="no installed edition"):
        edition_at("2026-03-15-00000000")
