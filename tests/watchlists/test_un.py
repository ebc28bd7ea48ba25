from __future__ import annotations

from datetime import date
from pathlib import Path

from duediligence.model import EntryCountry, EntryKind, EntryName, Identifier, NameRole
from duediligence.watchlists import load_lists
from tests.watchlists.helpers import DATA, entries_of, load_data, names_of, written

SHELL = (
    '<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:00Z"><INDIVIDUALS>{}</INDIVIDUALS>'
    "<ENTITIES>{}</ENTITIES></CONSOLIDATED_LIST>"
)


def test_a_person_has_one_name_of_all_parts_the_original_script_and_aliases_by_quality() -> None:
    entry = load_data("un.xml")["QDi.396"]
    assert entry.kind is EntryKind.PERSON
    assert entry.names[:3] == (
        EntryName("ASLAN AVGAZAROVICH BYUTUKAEV"),
        EntryName("Аслан Авгазарович Бютукаев", NameRole.ALIAS),
        EntryName("Amir Khazmat", NameRole.ALIAS, weak=True),
    )
    assert entry.listed_on == date(2016, 8, 3)
    assert entry.birth_dates == ("1974-10-22",)
    assert entry.countries == (
        EntryCountry("RU", "nationality"),
        EntryCountry("RU", "address"),
        EntryCountry("RU", "birth"),
    )


def test_an_entitys_aliases_in_brackets_are_names_of_their_own() -> None:
    names = names_of(load_data("un.xml")["QDe.137"])
    assert {"Hay’at Tahrir al-Sham", "هيئة تحرير الشام", "the Victory Front", "HTS"} <= set(names)
    assert not any("(" in name or "original script" in name for name in names)


def test_the_primary_name_stays_as_the_un_writes_it() -> None:
    entry = load_data("un.xml")["CDe.003"]
    assert entry.name == "COMPAGNIE AERIENNE DES GRANDS LACS (CAGL) ; GREAT LAKES BUSINESS COMPANY (GLBC)"
    assert "GREAT LAKES BUSINESS COMPANY" in names_of(entry)


def test_documents_are_identifiers_even_inside_a_sentence() -> None:
    entries = load_data("un.xml")
    assert Identifier("passport", "OR1961825", "AF") in entries["TAi.034"].identifiers
    assert Identifier("passport", "B002210") in entries["LYi.010"].identifiers
    assert "Passport: Libya B/002210" in entries["LYi.010"].remarks


def test_designation_and_comments_are_remarks_and_the_regime_is_the_programme() -> None:
    entry = load_data("un.xml")["LYi.024"]
    assert entry.programmes == ("Libya",)
    assert "Designation: Leader of a transnational trafficking network" in entry.remarks


def test_a_former_name_is_former_and_a_blank_around_the_number_is_cut(tmp_path: Path) -> None:
    entity = (
        "<ENTITY><FIRST_NAME>Testfirma</FIRST_NAME><REFERENCE_NUMBER> XXe.001 </REFERENCE_NUMBER>"
        "<ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Altfirma</ALIAS_NAME></ENTITY_ALIAS>"
        "<ENTITY_ALIAS><QUALITY/><ALIAS_NAME/></ENTITY_ALIAS></ENTITY>"
    )
    loaded = load_lists([written(tmp_path / "x", SHELL.format("", entity))])
    assert entries_of(loaded)["XXe.001"].names == (EntryName("Testfirma"), EntryName("Altfirma", NameRole.FORMER))


def test_approximate_and_ranged_birth_dates_say_so(tmp_path: Path) -> None:
    births = (
        "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1963</YEAR>"
        "</INDIVIDUAL_DATE_OF_BIRTH><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE>"
        "<FROM_YEAR>1960</FROM_YEAR><TO_YEAR>1962</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>"
    )
    person = f"<INDIVIDUAL><FIRST_NAME>Test</FIRST_NAME><REFERENCE_NUMBER>XXi.1</REFERENCE_NUMBER>{births}</INDIVIDUAL>"
    (entry,) = load_lists([written(tmp_path / "x", SHELL.format(person, ""))]).entries
    assert entry.birth_dates == ("about 1963", "1960/1962")


def test_a_country_that_is_not_known_is_named_and_the_entry_kept(tmp_path: Path) -> None:
    person = (
        "<INDIVIDUAL><FIRST_NAME>Test</FIRST_NAME><REFERENCE_NUMBER>XXi.1</REFERENCE_NUMBER>"
        "<NATIONALITY><VALUE>Atlantis Minor</VALUE><VALUE>na</VALUE></NATIONALITY></INDIVIDUAL>"
    )
    loaded = load_lists([written(tmp_path / "x.xml", SHELL.format(person, ""))])
    assert len(loaded.entries) == 1
    assert [(problem.code.name, problem.found) for problem in loaded.problems] == [
        ("COUNTRY_UNKNOWN", "Atlantis Minor")
    ]


def test_an_entry_without_a_reference_number_is_a_problem_and_no_entry(tmp_path: Path) -> None:
    text = SHELL.format("<INDIVIDUAL><FIRST_NAME>Test</FIRST_NAME></INDIVIDUAL>", "")
    loaded = load_lists([written(tmp_path / "x.xml", text)])
    assert not loaded.entries
    assert [problem.code.name for problem in loaded.problems] == ["LIST_ENTRY_UNREADABLE"]


def test_the_date_is_the_one_the_un_generated_the_file_on() -> None:
    (edition,) = load_lists([DATA / "un.xml"]).editions
    assert (edition.list, edition.dated, edition.entries) == ("UN", date(2026, 2, 27), 13)
