"""Rows → parties, and the problems of the cells and rows that do not give one."""

from __future__ import annotations

from duediligence.errors import Code
from duediligence.intake.read import parties_of
from duediligence.model import Corridor, Identifier, PartyKind, Problem, Severity
from duediligence.tables.sheets import Value
from tests.intake.builders import codes_of, read, sheet, table


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, [str(problem) for problem in problems]
    return problems[0]


def test_every_field_is_read_with_its_cell() -> None:
    lines = [
        [
            "ID",
            "Name",
            "Alias",
            "Country",
            "Province",
            "City",
            "Address Line 1",
            "Address Line 2",
            "Sector",
            "Products",
            "LEI",
        ],
        [
            "007",
            "Alpha",
            "A1; A2",
            "China",
            "Guangdong",
            "Dongguan",
            "No. 5",
            "Mill Road",
            "Textiles",
            "shirts, socks",
            "",
        ],
    ]
    party = read(lines).parties[0]
    assert (party.party_id, party.other_names, party.country, party.region) == ("007", ("A1", "A2"), "CN", "CN-GD")
    assert (party.city, party.address, party.sector) == ("Dongguan", "No. 5, Mill Road", "Textiles")
    assert party.products == ("shirts", "socks")
    assert {field: cell.address for field, cell in party.cells.items()} == {
        "party_id": "A2",
        "name": "B2",
        "other_names": "C2",
        "country": "D2",
        "region": "E2",
        "city": "F2",
        "address": "G2",
        "sector": "I2",
        "products": "J2",
    }


def test_an_agency_is_read_with_its_licence_and_routes() -> None:
    lines = [
        [
            "Agency Name",
            "RL No",
            "Status",
            "Validity",
            "Proprietor",
            "Workers from",
            "Destination countries",
            "Fees charged",
        ],
        [
            "Blue Gate",
            "0010",
            "Valid",
            "31.12.2026",
            "A. Owner; B. Owner",
            "Nepal",
            "Qatar, Malaysia & Nowhere",
            "1,450",
        ],
    ]
    intake = read(lines)
    party = intake.parties[0]
    assert (party.licence, party.licence_status, str(party.licence_expiry)) == ("0010", "Valid", "2026-12-31")
    assert party.owners == ("A. Owner", "B. Owner")
    assert party.corridors == (Corridor("NP", "QA"), Corridor("NP", "MY"))
    assert party.fee_charged == 1450
    assert Identifier("licence", "0010") in party.identifiers
    problem = only(intake.problems)
    assert (problem.code, problem.found, str(problem.where)) == (Code.COUNTRY_UNKNOWN, "Nowhere", "suppliers.csv › G2")


def test_routes_are_completed_by_the_partys_own_country() -> None:
    supplier = read([["Supplier", "Country", "Nationality of workers"], ["Alpha", "Qatar", "Nepal; India"]]).parties[0]
    assert supplier.corridors == (Corridor("NP", "QA"), Corridor("IN", "QA"))
    agency = read([["Agency Name", "Country", "Deployed to"], ["Blue Gate", "Nepal", "Qatar"]]).parties[0]
    assert agency.corridors == (Corridor("NP", "QA"),)
    assert agency.cell("corridors").address == "C2"
    written = read([["Agency Name", "Corridor"], ["Blue Gate", "Nepal - Qatar; NP → MY; Kenya to UAE"]]).parties[0]
    assert written.corridors == (Corridor("NP", "QA"), Corridor("NP", "MY"), Corridor("KE", "AE"))
    several = read([["Agency Name", "Corridor"], ["Blue Gate", "From Nepal and India to Qatar & Oman"]]).parties[0]
    assert several.corridors == tuple(Corridor(start, end) for start in ("NP", "IN") for end in ("QA", "OM"))


def test_an_unknown_country_is_a_problem_with_the_nearest_name_and_its_text_is_kept() -> None:
    intake = read([["Name", "Country"], ["Alpha", "Burmma"]])
    problem = only(intake.problems)
    assert (problem.code, problem.severity, str(problem.where)) == (
        Code.COUNTRY_UNKNOWN,
        Severity.WARNING,
        "suppliers.csv › B2",
    )
    assert problem.suggestion == "Did you mean Myanmar?"
    assert (intake.parties[0].country, intake.parties[0].extra) == ("", {"Country": "Burmma"})
    assert "country" not in intake.parties[0].cells


def test_a_nearly_certain_country_is_taken_and_noted() -> None:
    intake = read([["Name", "Country"], ["Alpha", "Phillippines"]])
    assert intake.parties[0].country == "PH"
    assert (only(intake.problems).severity, only(intake.problems).suggestion) == (
        Severity.NOTE,
        "It was read as Philippines: one letter differs.",
    )


def test_an_ambiguous_country_names_the_candidates() -> None:
    problem = only(read([["Name", "Country"], ["Alpha", "Congo"]]).problems)
    assert problem.code is Code.COUNTRY_AMBIGUOUS
    assert problem.suggestion == "Write the two-letter code: CD (DR Congo) or CG (Congo (Brazzaville))."


def test_na_is_namibia_among_codes_and_asked_about_elsewhere() -> None:
    codes = read([["Name", "Country"], *([f"P{n}", code] for n, code in enumerate(["ZA", "BW", "NA", "ZM"]))])
    assert [party.country for party in codes.parties] == ["ZA", "BW", "NA", "ZM"]
    names = read([["Name", "Country"], ["P1", "Zambia"], ["P2", "NA"]])
    assert only(names.problems).code is Code.COUNTRY_AMBIGUOUS


def test_without_a_country_the_address_or_the_city_gives_it() -> None:
    lines = [["Name", "Address", "City"], ["Alpha", "12 Mill Road, Gazipur, Bangladesh", ""], ["Beta", "", "Singapore"]]
    first, second = read(lines).parties
    assert (first.country, first.region, first.cell("country").address) == ("BD", "BD-18", "B2")
    assert (second.country, second.cell("country").address) == ("SG", "C3")


def test_a_country_cell_that_states_none_lets_the_address_speak() -> None:
    intake = read([["Name", "Country", "Address"], ["Alpha", "Undetermined", "5 Mill Road, Dhaka, Bangladesh"]])
    assert intake.parties[0].country == "BD"
    assert intake.parties[0].extra == {"Country": "Undetermined"}
    assert not intake.problems


def test_a_city_alone_gives_the_region_and_its_cell_is_the_reason() -> None:
    intake = read([["Supplier", "Country", "City"], ["Works", "Myanmar", "Myitkyina"], ["Mill", "China", "Suzhou"]])
    first, second = intake.parties
    assert (first.region, first.cell("region").address) == ("MM-11", "C2")
    assert second.region == ""  # one in Jiangsu, one in Anhui


def test_an_unknown_region_is_noted_once_and_kept_in_every_row() -> None:
    intake = read(
        [["Name", "Country", "Province"], ["A", "China", "Zone 9"], ["B", "China", "Zone 9"], ["C", "China", "Hunan"]]
    )
    problem = only(intake.problems)
    assert (problem.code, problem.severity, problem.found) == (Code.REGION_UNKNOWN, Severity.NOTE, "Zone 9")
    assert [party.region for party in intake.parties] == ["", "", "CN-HN"]
    assert [party.extra for party in intake.parties] == [{"Province": "Zone 9"}, {"Province": "Zone 9"}, {}]


def test_cells_that_cannot_be_read_are_problems_and_their_text_is_kept() -> None:
    header = ["Agency Name", "Total Workers", "% migrant", "Fees charged", "Valid until", "LEI"]
    intake = read([header, ["Alpha", "about a dozen", "120%", "a lot", "03/04/2026", "213800KUD8LAJWSQ9D16"]])
    assert codes_of(intake) == [
        "NUMBER_UNREADABLE B2",
        "IDENTIFIER_INVALID F2",
        "NUMBER_UNREADABLE C2",
        "NUMBER_UNREADABLE D2",
        "DATE_UNREADABLE E2",
    ]
    party = intake.parties[0]
    assert (party.workers, party.migrant_share, party.fee_charged, party.licence_expiry) == (None, None, None, None)
    assert party.identifiers == (Identifier("lei", "213800KUD8LAJWSQ9D16", "", False),)
    assert party.extra == {
        "Total Workers": "about a dozen",
        "% migrant": "120%",
        "Fees charged": "a lot",
        "Valid until": "03/04/2026",
    }


def test_names_in_one_cell_are_other_names_and_the_cell_stays_the_name() -> None:
    party = read([["Name", "Country"], ["Beta Ltd (formerly Alpha Ltd)", "China"]]).parties[0]
    assert party.name == "Beta Ltd (formerly Alpha Ltd)"
    assert party.other_names == ("Beta Ltd", "Alpha Ltd")


def test_marks_that_reorder_a_name_are_noted_and_spelled_out() -> None:
    intake = read([["Name", "Country"], ["Alder \u202edtL", "China"], ["شركة النور", "Jordan"]])
    problem = only(intake.problems)
    assert (problem.code, problem.found, problem.rows) == (Code.TEXT_REORDERED, "Alder [U+202E]dtL", 0)
    assert [party.name for party in intake.parties] == ["Alder \u202edtL", "شركة النور"]


def test_beyond_a_hundred_unknown_columns_one_note_counts_the_rest() -> None:
    intake = read([["Name", "Country", *(f"Zq{n}" for n in range(150))], ["Alpha", "China", *["x"] * 150]])
    assert len(intake.problems) == 101
    assert (intake.problems[-1].found, str(intake.problems[-1].where)) == ("50 more columns", "suppliers.csv › row 1")


def test_a_row_without_a_name_is_an_error_that_counts_one_row() -> None:
    intake = read([["Name", "Country", "City"], ["", "China", "Dalian"], ["n/a", "China", ""], ["Beta", "", ""]])
    assert [(problem.code, problem.severity, problem.rows, str(problem.where)) for problem in intake.problems] == [
        (Code.NAME_EMPTY, Severity.ERROR, 1, "suppliers.csv › A2"),
        (Code.NAME_EMPTY, Severity.ERROR, 1, "suppliers.csv › A3"),
    ]
    assert (intake.tables[0].rows, intake.tables[0].parties, intake.tables[0].problem_rows) == (3, 1, 2)


def test_totals_notes_titles_and_repeated_headers_are_no_parties() -> None:
    lines: list[list[Value]] = [
        ["No", "Name", "Country", "Workers"],
        ["", "BANGLADESH", "", ""],
        [1, "Alpha", "Bangladesh", 10],
        ["No", "Name", "Country", "Workers"],
        [2, "Total", "France", 20],
        [3, "Total Energies", "France", 20],
        ["Total", "", "", 50],
        ["", "Grand total:", "", 50],
        ["Total suppliers: 3", "", "", ""],
        ["Source: registry, 2026", "", "", ""],
        ["* as reported", "", "", ""],
        ["", "Gamma", "", ""],
    ]
    intake = read(lines)
    assert [party.name for party in intake.parties] == ["Alpha", "Total", "Total Energies", "Gamma"]
    assert {problem.code for problem in intake.problems} == {Code.ROW_NOT_A_PARTY}
    assert [problem.found.split(":")[0] for problem in intake.problems] == [
        "a section title",
        "the header again",
        "a total",
        "a total",
        "a total",
        "a note",
        "a note",
    ]
    assert sum(problem.rows for problem in intake.problems) == intake.tables[0].problem_rows == 7


def test_ids_are_kept_as_they_are_and_repeated_ones_get_a_suffix() -> None:
    intake = read(
        [["ID", "Name"], ["0010", "Alpha"], [7.0, "Beta"], ["0010", "Gamma"], ["0010", "Delta"], ["0010-2", "Eps"]]
    )
    assert [party.party_id for party in intake.parties] == ["0010", "7", "0010-2", "0010-3", "0010-2-2"]
    assert codes_of(intake) == ["PARTY_ID_REPEATED A4", "PARTY_ID_REPEATED A5", "PARTY_ID_REPEATED A6"]


def test_without_an_id_the_file_and_row_make_one() -> None:
    lines = [["Name", "Country"], ["Alpha", "China"], ["Beta", "India"]]
    assert [party.party_id for party in read(lines, file="oar list.csv").parties] == ["oar_list-R2", "oar_list-R3"]
    both = parties_of(table(sheet(lines, "EU & UK"), sheet(lines, "Asia"), file="x.xlsx"), None)
    assert [party.party_id for party in both.parties] == ["x-EU_UK-R2", "x-EU_UK-R3", "x-Asia-R2", "x-Asia-R3"]


def test_a_missing_id_among_stated_ones_is_made() -> None:
    assert [party.party_id for party in read([["ID", "Name"], ["S1", "Alpha"], ["", "Beta"]]).parties] == [
        "S1",
        "suppliers-R3",
    ]


def test_short_rows_and_numbers_as_names_are_read() -> None:
    intake = read([["Name", "Country", "City"], ["Alpha"], [3.0, "China"]])
    assert [(party.name, party.country) for party in intake.parties] == [("Alpha", ""), ("3", "CN")]


def test_the_readers_problems_come_first() -> None:
    first = Problem(Code.CELL_ERROR, Severity.WARNING)
    found = parties_of(table(sheet([["Name", "Q"], ["Alpha", "x"]]), problems=[first]), PartyKind.SUPPLIER)
    assert [problem.code for problem in found.problems] == [Code.CELL_ERROR, Code.COLUMN_NOT_UNDERSTOOD]


def test_several_values_of_one_cell_are_parted_by_what_they_are() -> None:
    header = ["Supplier", "Country", "Tax / Reg. No.", "Website", "Social media", "Labour agency used"]
    line = ["Alpha Ltd; Beta GmbH", "Germany", "VAT: DE136695976; Reg: HRB 12345", "alpha.com, beta.org"]
    party = read(
        [header, [*line, "Facebook: alpha / WhatsApp: +49 30 1234567", "Blue Gate Co., Ltd., Red Gate"]]
    ).parties[0]
    assert (party.name, party.other_names) == ("Alpha Ltd; Beta GmbH", ("Alpha Ltd", "Beta GmbH"))
    numbers = [(number.kind, number.value, number.valid) for number in party.identifiers]
    assert numbers == [("vat", "DE136695976", True), ("registration", "HRB12345", None)]
    assert party.website == "alpha.com; beta.org"
    assert party.channels == ("Facebook: alpha", "WhatsApp: +49 30 1234567")
    assert party.agencies == ("Blue Gate Co., Ltd.", "Red Gate")
