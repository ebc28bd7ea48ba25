"""Files as systems, brands, registers and companies publish them."""

from __future__ import annotations

from pathlib import Path

from tests.intake.layouts.truth import Truth, layout, text, xlsx

ERP = {
    "Client": "", "Vendor No.": "party_id", "Vendor Name": "name", "Name 2": "other_names", "Search term": "",
    "Street": "address_line",
    "House No": "", "Postal Code": "", "City": "city", "PO Box": "", "Region": "region", "Country Key": "country",
    "Telephone": "", "Fax": "", "E-mail": "contact", "Website": "website", "Tax Number": "identifiers",
    "VAT Reg No": "identifiers", "DUNS": "identifiers", "Industry": "sector", "Purchasing Org": "", "Company Code": "",
    "Currency": "", "Payment Terms": "", "Incoterms": "", "Account Group": "", "Created On": "", "Created By": "",
    "Last Changed": "", "Posting Block": "", "Purch Block": "", "Deletion Flag": "", "Recon Account": "",
    "Bank Country": "", "Bank Key": "", "Language": "", "Annual Spend": "spend", "ABC Class": "", "Minority": "",
    "Comments": "",
}  # fmt: skip


def _erp_row(number: int, name: str, city: str, country: str) -> list[object]:
    values = {
        "Client": 100, "Vendor No.": f"{number:010}", "Vendor Name": name, "Street": "12 Mill Road",
        "City": city, "Country Key": country, "E-mail": "office@vendor.example", "Currency": "USD",
        "Annual Spend": 125_000.5, "Deletion Flag": "X", "Industry": "Textiles", "Company Code": 1000,
    }  # fmt: skip
    return [values.get(header, "") for header in ERP]


@layout("An ERP export of forty columns", Truth(ERP, 3, 3), problems="COLUMN_NOT_UNDERSTOOD " * 3)
def erp_export(folder: Path) -> Path:
    rows = [
        _erp_row(1, "ALDER GARMENTS LTD", "DHAKA", "BD"),
        _erp_row(2, "BIRCH FOOTWEAR CO", "HANOI", "VN"),
        _erp_row(3, "CEDAR TOYS LTD", "DONGGUAN", "CN"),
    ]
    return xlsx(folder / "erp.xlsx", {"Sheet1": [list(ERP), *rows]})


BRAND = {
    "Factory Name": "name",
    "Address": "address",
    "City": "city",
    "Country": "country",
    "Number of Workers": "workers",
}


@layout(
    "A brand's factory list with a column for each of its brands",
    Truth({**BRAND, "North Label": "", "South Label": "", "Kids Label": ""}, 3, 3),
    problems="COLUMN_NOT_UNDERSTOOD COLUMN_NOT_UNDERSTOOD COLUMN_NOT_UNDERSTOOD "
    "NUMBER_UNREADABLE NUMBER_UNREADABLE NUMBER_UNREADABLE",
)
def brand_columns(folder: Path) -> Path:
    lines = [
        ["Factory list, published twice a year"],
        [*BRAND, "North Label", "South Label", "Kids Label"],
        ["Alder Garments Ltd", "12 Mill Road", "Dhaka", "Bangladesh", "1001-2000", "x", "", "x"],
        ["Birch Footwear Co.", "5 Lake Street", "Hanoi", "Vietnam", "501-1000", "", "x", ""],
        ["Cedar Toys Ltd", "7 River Road", "Dongguan", "China", "101-500", "x", "x", "x"],
    ]
    return xlsx(folder / "brand.xlsx", {"Factories": lines})


@layout(
    "A government's register of recruiters: the address in one cell",
    Truth(
        {
            "Sl. No.": "",
            "Name of recruiting agency": "name",
            "Address": "address",
            "Licence No.": "licence",
            "Status": "licence_status",
            "Validity": "licence_expiry",
        },
        3,
        3,
        "agency",
    ),
)
def recruiter_register(folder: Path) -> Path:
    lines = [
        ["Ministry of Labour: licensed recruiting agencies"],
        ["Sl. No.", "Name of recruiting agency", "Address", "Licence No.", "Status", "Validity"],
        [1, "Blue Gate Manpower", "14 Station Road, Dhaka", "RL-0101", "Valid", "31/12/2027"],
        [2, "Green Gate Overseas", "3 Harbour View, Dhaka", "RL-0202", "Suspended", "30/06/2026"],
        [3, "Red Gate Services", "9 Market Lane, Dhaka", "RL-0303", "Cancelled", "31/03/2025"],
    ]
    return xlsx(folder / "register.xlsx", {"Sheet1": lines})


@layout(
    "One supplier on many rows, a row for each site and year",
    Truth(
        {"Year": "", "Supplier Name": "name", "Manufacturing Location": "location", "Country or Region": "country"},
        5,
        3,
    ),
    problems="ROW_JOINED ROW_JOINED",
)
def supplier_years(folder: Path) -> Path:
    lines = [
        ["Year", "Supplier Name", "Manufacturing Location", "Country or Region"],
        [2024, "Alder Devices Ltd", "Suzhou, Jiangsu", "China mainland"],
        [2024, "Alder Devices Ltd", "Penang", "Malaysia"],
        [2025, "Alder Devices Ltd", "Suzhou, Jiangsu", "China mainland"],
        [2024, "Birch Optics Co.", "Bac Ninh", "Vietnam"],
        [2025, "Birch Optics Co.", "Bac Ninh", "Vietnam"],
    ]
    return xlsx(folder / "years.xlsx", {"Suppliers": lines})


@layout("Names only, under one header", Truth({"Supplier": "name"}, 3, 3))
def names_only(folder: Path) -> Path:
    return text(
        folder / "names.csv", [["Supplier"], ["Alder Garments Ltd"], ["Birch Footwear Co."], ["Cedar Toys Ltd"]]
    )
