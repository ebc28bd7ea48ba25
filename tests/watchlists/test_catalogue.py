from __future__ import annotations

import pytest

from duediligence.resources import data_folder, load_yaml
from duediligence.watchlists import catalogue, catalogue_entry


def test_every_list_is_there_once_with_publisher_licence_and_address() -> None:
    names = [entry.list for entry in catalogue()]
    assert names == ("OFAC-SDN OFAC-CONS UN CBP-WRO EU UK UK-OFSI US-CSL US-DPL UFLPA WB BR-EMP CA OS HOUSE").split()
    for entry in catalogue():
        assert entry.title and entry.publisher and entry.licence and entry.covers and entry.formats
        assert entry.address.startswith("https://") or entry.basis == "own list"


def test_only_the_users_own_list_and_compilations_are_not_official() -> None:
    others = {entry.list: entry.basis for entry in catalogue() if entry.basis != "official"}
    assert others == {"OS": "compilation", "HOUSE": "own list"}


def test_a_list_is_found_by_its_short_name_or_not_at_all() -> None:
    assert catalogue_entry("UN").publisher == "United Nations Security Council"
    with pytest.raises(KeyError):
        catalogue_entry("NONE")


def test_every_snapshot_names_its_list_source_licence_and_each_of_its_files() -> None:
    folders = [folder for folder in (data_folder("watchlists") / "snapshots").iterdir() if folder.is_dir()]
    assert folders
    for folder in folders:
        record = load_yaml(folder / "edition.yaml")
        assert catalogue_entry(record["list"]).licence == record["licence"]
        assert record["source"] and record["precision"] and record["packaged"] is True
        assert set(record["contents"]) == {file.name for file in folder.glob("*.gz")}
