"""Several tables in one file: below, beside and behind one another."""

from __future__ import annotations

from pathlib import Path

from tests.intake.layouts.truth import Truth, layout, text, xlsx

SUPPLIER_COLUMNS = {"Supplier name": "name", "Country": "country", "Product": "products"}
AGENCY_COLUMNS = {"Agency name": "name", "Licence no": "licence", "Valid until": "licence_expiry"}
SUPPLIERS = [
    list(SUPPLIER_COLUMNS),
    ["Alder Garments Ltd", "Bangladesh", "Shirts"],
    ["Birch Footwear Co.", "Vietnam", "Shoes"],
]
AGENCIES = [
    list(AGENCY_COLUMNS),
    ["Blue Gate Manpower", "RL-0101", "2027-03-31"],
    ["Green Gate Overseas", "RL-0202", "2026-12-31"],
]
SUPPLIER = Truth(SUPPLIER_COLUMNS, 2, 2)
AGENCY = Truth(AGENCY_COLUMNS, 2, 2, "agency")


@layout("Suppliers, blank rows, then agencies with their own header", SUPPLIER, AGENCY)
def stacked(folder: Path) -> Path:
    return xlsx(folder / "stacked.xlsx", {"All": [*SUPPLIERS, [], [], *AGENCIES]})


@layout("Two titled tables in one sheet", SUPPLIER, AGENCY, problems="ROW_NOT_A_PARTY")
def stacked_with_titles(folder: Path) -> Path:
    lines = [["1. Suppliers"], *SUPPLIERS, [], ["2. Labour agencies"], [], *AGENCIES]
    return xlsx(folder / "stacked_titles.xlsx", {"All": lines})


@layout("Two exports in one csv, with no blank line between", SUPPLIER, AGENCY)
def stacked_csv(folder: Path) -> Path:
    return text(folder / "stacked.csv", [*SUPPLIERS, *AGENCIES])


@layout("Suppliers and agencies side by side", SUPPLIER, AGENCY)
def side_by_side(folder: Path) -> Path:
    lines = [[*left, "", *right] for left, right in zip(SUPPLIERS, AGENCIES, strict=True)]
    return xlsx(folder / "side_by_side.xlsx", {"All": lines})


@layout("A look-up table under the list", SUPPLIER, problems="SHEET_NOT_READ")
def look_up_below(folder: Path) -> Path:
    lines = [*SUPPLIERS, [], ["Country", "Region"], ["Bangladesh", "South Asia"], ["Vietnam", "East Asia"]]
    return xlsx(folder / "look_up.xlsx", {"All": lines})


@layout(
    "A cover, suppliers, agencies and a sheet of choices", SUPPLIER, AGENCY, problems="SHEET_NOT_READ SHEET_NOT_READ"
)
def several_sheets(folder: Path) -> Path:
    sheets = {
        "Cover": [["Supplier data request"], ["Please fill in the two sheets behind this one."]],
        "Suppliers": SUPPLIERS,
        "Agencies": AGENCIES,
        "Lists": [["Country", "Code"], ["Bangladesh", "BD"], ["Vietnam", "VN"]],
    }
    return xlsx(folder / "several_sheets.xlsx", sheets)


@layout("One sheet for each year, one of them hidden", SUPPLIER, SUPPLIER, problems="SHEET_HIDDEN")
def hidden_sheet(folder: Path) -> Path:
    later = [SUPPLIERS[0], ["Cedar Toys Ltd", "China", "Toys"], ["Elm Metals Ltd", "India", "Hinges"]]
    return xlsx(folder / "hidden.xlsx", {"2025": SUPPLIERS, "2026": later}, hidden=["2025"])
