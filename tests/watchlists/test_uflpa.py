from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from duediligence.errors import InputRefused
from duediligence.model import EntryLink, NameRole, Topic, WatchlistEntry
from duediligence.watchlists import LoadedLists, load_lists
from duediligence.watchlists.readers.us.uflpa import named_in
from tests.watchlists.helpers import DATA, load_data, names_of, written

HEAD = "<th>Entity Name</th><th>Effective Date</th>"


def page(*cells: str, when: str = "June 21, 2022", clause: str = "(ii)") -> str:
    rows = "".join(f"<tr><td>{cell}</td><td>{when}</td></tr>" for cell in cells)
    return f"<h3>Section 2(d)(2)(B){clause}</h3><table><tr>{HEAD}</tr>{rows}</table>"


def loaded(folder: Path, *tables: str) -> LoadedLists:
    text = f"<!DOCTYPE html>\n<html><body><script>var x = '<table>';</script>{''.join(tables)}</body></html>"
    return load_lists([written(folder / "page.html", text)])


def by_name(found: LoadedLists) -> dict[str, WatchlistEntry]:
    return {entry.name: entry for entry in found.entries}


def test_the_page_gives_each_entity_with_its_names_clause_and_day() -> None:
    entries = {entry.name: entry for entry in load_data("uflpa.html").values()}
    assert list(entries) == [
        "Baoding LYSZD Trade and Business Co., Ltd.",
        "Hetian Haolin Hair Accessories Co. Ltd.",
        "Aksu Huafu Color Spinning Co., Ltd.",
        "Camel Group Co., Ltd.",
    ]
    entry = entries["Hetian Haolin Hair Accessories Co. Ltd."]
    assert names_of(entry)[1:] == ["Hotan Haolin Hair Accessories", "Hollin Hair Accessories"]
    assert (entry.programmes, entry.listed_on) == (("section 2(d)(2)(B)(i)",), date(2022, 6, 21))
    assert entry.topics == (Topic.FORCED_LABOUR,)
    assert entry.raw.endswith("Hollin Hair Accessories) | June 21, 2022")
    assert names_of(entries["Aksu Huafu Color Spinning Co., Ltd."])[1:] == [
        "Aksu Huafu Textiles Co., Ltd.",
        "Akesu Huafu",
        "Aksu Huafu Dyed Melange Yarn",
        "Akesu Huafu Melange Yarn Co., Ltd.",
    ]


@pytest.mark.parametrize(
    ("cell", "name", "others"),
    [
        ("Testwerk Co. Ltd. (and one alias: Werk Textile)", "Testwerk Co. Ltd.", ["Werk Textile"]),
        ("Testwerk (formerly known as Altwerk Co., Ltd.)", "Testwerk", ["Altwerk Co., Ltd."]),
        ("Testwerk (Shanshan) Co., Ltd. (including one alias: Werk (Shanshan) Co.) and Subsidiaries",
         "Testwerk (Shanshan) Co., Ltd.", ["Werk (Shanshan) Co."]),
        ("Testwerk Co., Ltd., and Subsidiaries", "Testwerk Co., Ltd.", []),
        ("Testwerk Corps (also known as TWC; Zwei; and Drei) and its subordinate and affiliated entities",
         "Testwerk Corps", ["TWC", "Zwei", "Drei"]),
        ("Tools and Entities Co., Ltd.", "Tools and Entities Co., Ltd.", []),
    ],
)  # fmt: skip
def test_a_cell_gives_the_name_and_the_other_names(cell: str, name: str, others: list[str]) -> None:
    found = named_in(cell)
    assert (found.name, [text for text, _ in found.others], found.subsidiaries) == (name, others, ())


def test_a_former_name_is_one() -> None:
    assert named_in("A (also known as B; formerly known as C)").others == (
        ("B", NameRole.ALIAS),
        ("C", NameRole.FORMER),
    )


@pytest.mark.parametrize(
    "cell",
    [
        "Testwerk Corp. and its three Xinjiang-based subsidiaries, which include Eins Co., Ltd., "
        "Zwei (Xinjiang) Co. Ltd., and Drei Inc.",
        "Testwerk Corp. and its subsidiaries Eins Co., Ltd., Zwei (Xinjiang) Co. Ltd. and Drei Inc.",
    ],
)
def test_named_subsidiaries_are_taken_apart_at_the_commas_between_names(cell: str) -> None:
    found = named_in(cell)
    below = [item.name for item in found.subsidiaries]
    assert (found.name, below) == ("Testwerk Corp.", ["Eins Co., Ltd.", "Zwei (Xinjiang) Co. Ltd.", "Drei Inc."])


def test_a_subsidiary_is_an_entry_linked_to_its_parent_both_ways(tmp_path: Path) -> None:
    cell = "Testwerk Corp. and its subsidiary Eins Co., Ltd. (also known as Uno)"
    entries = by_name(loaded(tmp_path, page(cell)))
    parent, below = entries["Testwerk Corp."], entries["Eins Co., Ltd."]
    assert parent.links == (EntryLink("subsidiary", "Eins Co., Ltd.", below.entry_id),)
    assert below.links == (EntryLink("subsidiary of", "Testwerk Corp.", parent.entry_id),)
    assert names_of(below) == ["Eins Co., Ltd.", "Uno"]
    assert cell in below.remarks


def test_an_entity_of_two_tables_is_one_entry_under_both_clauses(tmp_path: Path) -> None:
    found = loaded(tmp_path, page("Testwerk"), page("Testwerk", when="August 2, 2023", clause="(v)"))
    (entry,) = found.entries
    assert entry.programmes == ("section 2(d)(2)(B)(ii)", "section 2(d)(2)(B)(v)")
    assert (entry.listed_on, entry.updated_on) == (date(2022, 6, 21), date(2023, 8, 2))


def test_a_row_without_a_name_is_named_with_its_line_and_one_without_a_day_is_kept_and_named(tmp_path: Path) -> None:
    found = loaded(tmp_path, page("", "Eins"), page("Zwei", when="soon"))
    assert [str(problem.where) for problem in found.problems] == ["page.html › row 2", "page.html › row 2"]
    assert list(by_name(found)) == ["Eins", "Zwei"]


def test_tables_of_other_things_are_passed_over(tmp_path: Path) -> None:
    other = "<table><tr><th>Language</th></tr><tr><td>English</td></tr></table>"
    assert list(by_name(loaded(tmp_path, other, page("Eins"), other))) == ["Eins"]


def test_a_page_cut_off_anywhere_is_never_used(tmp_path: Path) -> None:
    data = (DATA / "uflpa.html").read_bytes().rstrip()
    for end in range(1, len(data), 97):
        with pytest.raises(InputRefused) as caught:
            load_lists([written(tmp_path / "p.html", data[:end])])
        assert caught.value.code.name in ("LIST_DAMAGED", "LIST_UNKNOWN")
