"""What stands around a table: titles, several header lines, merged cells, blank rows and columns, totals, notes."""

from __future__ import annotations

from pathlib import Path

from tests.intake.layouts.truth import Truth, layout, xlsx

PLAIN = {"Supplier ID": "party_id", "Supplier name": "name", "Country": "country"}
HEADER = list(PLAIN)
ROWS = [
    ["S-01", "Alder Garments Ltd", "Bangladesh"],
    ["S-02", "Birch Footwear Co.", "Vietnam"],
    ["S-03", "Cedar Toys Ltd", "China"],
]


@layout("Title lines above the header", Truth(PLAIN, 3, 3))
def titles_above(folder: Path) -> Path:
    titles = [["Approved suppliers, spring season"], ["Prepared by procurement", "", "Version 3"], []]
    return xlsx(folder / "titles.xlsx", {"List": [*titles, HEADER, *ROWS]})


@layout("A title merged over the table's whole width", Truth(PLAIN, 3, 3))
def merged_title(folder: Path) -> Path:
    lines = [["Supplier list of the group"], [], HEADER, *ROWS]
    return xlsx(folder / "merged_title.xlsx", {"List": lines}, merged=["List!A1:C2"])


@layout(
    "Merged group headings over a header that says enough by itself",
    Truth(
        {
            "ID": "party_id",
            "Name": "name",
            "Country": "country",
            "City": "city",
            "Total workers": "workers",
            "% migrant workers": "migrant_share",
        },
        2,
        2,
    ),
)
def two_header_lines(folder: Path) -> Path:
    lines = [
        ["Supplier", "", "Site", "", "Workforce", ""],
        ["ID", "Name", "Country", "City", "Total workers", "% migrant workers"],
        ["S-01", "Alder Garments Ltd", "Bangladesh", "Dhaka", 1200, "5%"],
        ["S-02", "Birch Footwear Co.", "Vietnam", "Hanoi", 450, "0%"],
    ]
    return xlsx(folder / "two_lines.xlsx", {"List": lines}, merged=["List!A1:B1", "List!C1:D1", "List!E1:F1"])


@layout(
    "Two header lines of which only both together say whose name it is",
    Truth(
        {"Supplier Name": "name", "Supplier Country": "country", "Agency Name": "agencies", "Agency Phone": ""},
        2,
        2,
    ),
)
def group_headings(folder: Path) -> Path:
    lines = [
        ["Supplier", "", "Agency", ""],
        ["Name", "Country", "Name", "Phone"],
        ["Alder Garments Ltd", "Bangladesh", "Blue Gate Manpower", "+880 2 5550100"],
        ["Birch Footwear Co.", "Vietnam", "Green Gate Overseas", "+84 24 5550100"],
    ]
    return xlsx(folder / "groups.xlsx", {"List": lines}, merged=["List!A1:B1", "List!C1:D1"])


@layout(
    "Two header lines, some headings merged downwards",
    Truth(
        {"Supplier name": "name", "Country": "country", "Workers Total": "workers", "Workers % women": "women_share"},
        2,
        2,
    ),
)
def headings_merged_down(folder: Path) -> Path:
    lines = [
        ["Supplier name", "Country", "Workers", ""],
        ["", "", "Total", "% women"],
        ["Alder Garments Ltd", "Bangladesh", 1200, "61%"],
        ["Birch Footwear Co.", "Vietnam", 450, "80%"],
    ]
    merged = ["List!A1:A2", "List!B1:B2", "List!C1:D1"]
    return xlsx(folder / "merged_down.xlsx", {"List": lines}, merged=merged)


@layout("A country merged over the rows it holds for", Truth(PLAIN, 3, 3), country=("BD", "BD", "BD"))
def merged_country(folder: Path) -> Path:
    lines = [HEADER, ["S-01", "Alder Garments Ltd", "Bangladesh"], ["S-02", "Birch Knits Ltd"], ["S-03", "Cedar Denim"]]
    return xlsx(folder / "merged_country.xlsx", {"List": lines}, merged=["List!C2:C4"])


@layout(
    "A supplier merged over the rows of its products",
    Truth({"Supplier name": "name", "Country": "country", "Product": "products"}, 4, 2),
    problems="ROW_JOINED ROW_JOINED",
    name=("Alder Garments Ltd", "Birch Footwear Co."),
    country=("BD", "VN"),
)
def merged_supplier(folder: Path) -> Path:
    lines = [
        ["Supplier name", "Country", "Product"],
        ["Alder Garments Ltd", "Bangladesh", "Shirts"],
        ["", "", "Trousers"],
        ["", "", "Jackets"],
        ["Birch Footwear Co.", "Vietnam", "Shoes"],
    ]
    return xlsx(folder / "merged_supplier.xlsx", {"List": lines}, merged=["List!A2:A4", "List!B2:B4"])


@layout("A table that begins at B3", Truth(PLAIN, 3, 3))
def begins_at_b3(folder: Path) -> Path:
    return xlsx(folder / "b3.xlsx", {"List": [HEADER, *ROWS]}, first=(3, 2))


@layout("An empty first column, and columns that hold nothing", Truth({**PLAIN, "Remarks": ""}, 3, 3))
def empty_columns(folder: Path) -> Path:
    lines = [["", "Supplier ID", "", "Supplier name", "Country", "Remarks", "", ""]]
    lines += [["", party, "", name, country, "", "", ""] for party, name, country in ROWS]
    return xlsx(folder / "empty_columns.xlsx", {"List": lines})


@layout("Blank rows between the rows", Truth(PLAIN, 3, 3))
def blank_rows(folder: Path) -> Path:
    return xlsx(folder / "blank_rows.xlsx", {"List": [HEADER, ROWS[0], [], [], ROWS[1], [], ROWS[2]]})


@layout(
    "A total row and notes below the table",
    Truth({**PLAIN, "Total workers": "workers"}, 6, 3),
    problems="ROW_NOT_A_PARTY ROW_NOT_A_PARTY ROW_NOT_A_PARTY",
)
def total_and_notes(folder: Path) -> Path:
    lines = [[*HEADER, "Total workers"], *([*row, 100] for row in ROWS)]
    lines += [["Total", "", "", 300], [], ["Note: workers counted in March."], ["Source: supplier self-declaration."]]
    return xlsx(folder / "totals.xlsx", {"List": lines})


@layout("The header repeated as at the top of each page", Truth(PLAIN, 4, 3), problems="ROW_NOT_A_PARTY")
def repeated_header(folder: Path) -> Path:
    return xlsx(folder / "pages.xlsx", {"List": [HEADER, *ROWS[:2], HEADER, ROWS[2]]})


@layout(
    "Countries as section titles",
    Truth({"Supplier name": "name", "City": "city", "Product": "products"}, 5, 3),
    problems="ROW_NOT_A_PARTY ROW_NOT_A_PARTY",
)
def section_titles(folder: Path) -> Path:
    lines = [
        ["Supplier name", "City", "Product"],
        ["Bangladesh"],
        ["Alder Garments Ltd", "Dhaka", "Shirts"],
        ["Vietnam"],
        ["Birch Footwear Co.", "Hanoi", "Shoes"],
        ["Cedar Sandals Co.", "Hue", "Sandals"],
    ]
    return xlsx(folder / "sections.xlsx", {"List": lines})


@layout(
    "A header that hardly looks like one: small letters, brackets, line breaks, stars",
    Truth({"vendor name*": "name", "country (ISO)": "country", "no. of workers": "workers"}, 2, 2),
)
def shy_header(folder: Path) -> Path:
    lines = [
        ["vendor\nname*", "country\n(ISO)", "no. of\nworkers"],
        ["Alder Garments Ltd", "BD", 1200],
        ["Birch Footwear Co.", "VN", 450],
    ]
    return xlsx(folder / "shy.xlsx", {"List": lines})
