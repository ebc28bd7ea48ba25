from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from duediligence.errors import InputRefused
from duediligence.model import EntryCountry, EntryKind, EntryLink, Identifier, NameRole, Topic
from duediligence.watchlists import LoadedLists, load_lists
from tests.watchlists.helpers import weak_names_of, written

HEADER = (
    "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,program_ids,"
    "dataset,first_seen,last_seen,last_change\n"
)


def entity(schema: str, number: str, *, target: bool | None = True, **properties: list[Any]) -> dict[str, Any]:
    mark = {} if target is None else {"target": target}
    caption = (properties.get("name") or [number])[0]
    return {"id": number, "caption": caption, "schema": schema, "properties": properties, "datasets": ["x"], **mark}


def loaded(folder: Path, *entities: dict[str, Any], end: str = "\n") -> LoadedLists:
    lines = (json.dumps(item, ensure_ascii=False) for item in entities)
    return load_lists([written(folder / "entities.json", "\n".join(lines) + end)])


COMPANY = entity(
    "Company",
    "NK-1",
    name=["Testwerk Ltd", "Тестверк"],
    alias=["Werk"],
    weakAlias=["TW"],
    previousName=["Altwerk"],
    jurisdiction=["ru"],
    country=["cy"],
    leiCode=["529900T8BM49AURSDO55"],
    taxNumber=["77 44"],
    address=["1 Test Road"],
    topics=["forced.labor", "sanction"],
)


def test_a_target_is_an_entry_with_everything_it_says(tmp_path: Path) -> None:
    (entry,) = loaded(tmp_path, COMPANY).entries
    assert (entry.list, entry.entry_id, entry.kind) == ("OS", "NK-1", EntryKind.ORGANISATION)
    assert [(name.text, name.role) for name in entry.names] == [
        ("Testwerk Ltd", NameRole.PRIMARY),
        ("Тестверк", NameRole.ALIAS),
        ("Werk", NameRole.ALIAS),
        ("TW", NameRole.ALIAS),
        ("Altwerk", NameRole.FORMER),
    ]
    assert weak_names_of(entry) == ["TW"]
    assert entry.countries == (EntryCountry("RU", "registration"), EntryCountry("CY", "address"))
    assert entry.identifiers == (Identifier("tax", "7744"), Identifier("lei", "529900T8BM49AURSDO55"))
    assert json.loads(entry.raw) == COMPANY


@pytest.mark.parametrize(
    ("topic", "meant"),
    [
        ("crime.traffick.human", Topic.TRAFFICKING),
        ("forced.labor", Topic.FORCED_LABOUR),
        ("crime.terror", Topic.TERRORISM),
        ("crime.traffick.drug", Topic.OTHER),
        ("crime.traffick", Topic.OTHER),
        ("sanction", Topic.OTHER),
    ],
)
def test_a_topic_says_why(tmp_path: Path, topic: str, meant: Topic) -> None:
    assert loaded(tmp_path, entity("Person", "a", name=["Probe"], topics=[topic])).entries[0].topics == (meant,)


def test_a_sanction_adds_its_grounds_and_days_wherever_it_stands(tmp_path: Path) -> None:
    said = {"entity": ["NK-1"], "reason": ["for reasons"], "program": ["TEST"], "listingDate": ["2020-01-02"]}
    (entry,) = loaded(tmp_path, entity("Sanction", "s", target=False, endDate=["2030-01-01"], **said), COMPANY).entries
    assert (entry.reasons, entry.listed_on, entry.ends_on) == ("for reasons", date(2020, 1, 2), date(2030, 1, 1))
    assert "TEST" in entry.programmes


def test_a_sanction_nested_in_its_party_is_read_too(tmp_path: Path) -> None:
    nested = entity("Sanction", "s", reason=["for reasons"])
    (entry,) = loaded(tmp_path, entity("Vessel", "v", name=["Probe"], sanctions=[nested], topics=["sanction"])).entries
    assert (entry.kind, entry.reasons) == (EntryKind.VESSEL, "for reasons")


def test_owners_are_links_at_both_ends(tmp_path: Path) -> None:
    owner = entity("Person", "p", name=["Probe"])
    tie = entity("Ownership", "o", target=False, owner=["p"], asset=["NK-1"])
    first, second = loaded(tmp_path, tie, COMPANY, owner).entries
    assert first.links == (EntryLink("owned by", "Probe", "p"),)
    assert second.links == (EntryLink("owned by (the other way round)", "Testwerk Ltd", "NK-1"),)


def test_parties_that_are_no_targets_are_left_out_and_counted(tmp_path: Path) -> None:
    found = loaded(tmp_path, COMPANY, entity("Person", "p", target=False, name=["Probe"]))
    assert [entry.entry_id for entry in found.entries] == ["NK-1"]
    assert found.notices == ("entities.json: 1 parties that are not targets themselves were left out.",)


def test_a_line_that_is_no_entity_is_named_and_a_last_line_cut_off_is_refused(tmp_path: Path) -> None:
    whole = json.dumps(COMPANY)
    found = load_lists([written(tmp_path / "e.json", f"{whole}\n{{broken\n{whole.replace('NK-1', 'NK-2')}\n")])
    assert [str(problem.where) for problem in found.problems] == ["e.json › row 2"]
    assert len(found.entries) == 2
    with pytest.raises(InputRefused) as caught:
        load_lists([written(tmp_path / "e.json", f"{whole}\n{whole[:-20]}")])
    assert caught.value.code.name == "LIST_DAMAGED"


def test_the_simplified_table_is_the_same_list(tmp_path: Path) -> None:
    row = 'NK-1,LegalEntity,Testwerk,"Werk;""A;B""",1960,ru;cy,,77,"Test programme",,,TP,X list,,,2024-05-06T00:00:00\n'
    loaded_lists = load_lists([written(tmp_path / "t.csv", HEADER + row)])
    (entry,) = loaded_lists.entries
    assert (entry.list, entry.kind, entry.country_codes) == ("OS", EntryKind.UNKNOWN, ("RU", "CY"))
    assert [name.text for name in entry.names] == ["Testwerk", "Werk", "A;B"]
    assert (entry.reasons, entry.programmes, entry.birth_dates) == ("Test programme", ("TP",), ("1960",))
    assert loaded_lists.editions[0].dated == date(2024, 5, 6)
