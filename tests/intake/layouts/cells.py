"""Cells as people fill them in: mixed percentages, dates, units, leading zeros."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from tests.intake.layouts.truth import Truth, layout, text, xlsx


@layout(
    "Percentages as text, as fraction and as number in one column",
    Truth({"Supplier name": "name", "Total workers": "workers", "% migrant workers": "migrant_share"}, 4, 4),
    problems="NUMBER_DOUBTFUL",
    migrant_share=("0.25", "None", "0.4", "0.125"),
)
def mixed_percentages(folder: Path) -> Path:
    lines = [
        ["Supplier name", "Total workers", "% migrant workers"],
        ["Alder Garments Ltd", 400, "25%"],
        ["Birch Footwear Co.", 300, 0.3],
        ["Cedar Toys Ltd", 200, 40],
        ["Elm Metals Ltd", 100, "12,5 %"],
    ]
    return xlsx(folder / "percentages.xlsx", {"List": lines})


@layout(
    "Dates as serials, as dates and in words",
    Truth({"Agency name": "name", "Licence no": "licence", "Licence expiry": "licence_expiry"}, 4, 4, "agency"),
    licence_expiry=("2027-03-31",) * 4,
)
def mixed_dates(folder: Path) -> Path:
    lines = [
        ["Agency name", "Licence no", "Licence expiry"],
        ["Blue Gate Manpower", "RL-0101", 46477],
        ["Green Gate Overseas", "RL-0202", datetime(2027, 3, 31)],
        ["Red Gate Services", "RL-0303", "31 March 2027"],
        ["White Gate Services", "RL-0404", date(2027, 3, 31)],
    ]
    return xlsx(folder / "dates.xlsx", {"List": lines})


@layout(
    "Ids and licence numbers with leading zeros",
    Truth({"ID": "party_id", "Agency name": "name", "Licence number": "licence"}, 2, 2, "agency"),
    party_id=("007", "008"),
    licence=("000123", "0456"),
)
def leading_zeros(folder: Path) -> Path:
    lines = [["ID", "Agency name", "Licence number"], ["007", "Blue Gate", "000123"], ["008", "Green Gate", "0456"]]
    return text(folder / "zeros.csv", lines)


@layout(
    "Headers with units, numbers with thousands",
    Truth(
        {
            "Supplier name": "name",
            "Country": "country",
            "Workers (headcount)": "workers",
            "Migrant workers (%)": "migrant_share",
            "Annual spend (USD)": "spend",
        },
        2,
        2,
    ),
    workers=("1200", "450"),
    migrant_share=("0.05", "0.12"),
    spend=("1250000.0", "98500.5"),
)
def units(folder: Path) -> Path:
    lines = [
        ["Supplier name", "Country", "Workers (headcount)", "Migrant workers (%)", "Annual spend (USD)"],
        ["Alder Garments Ltd", "Bangladesh", "1,200", "5", "1,250,000.00"],
        ["Birch Footwear Co.", "Vietnam", "450", "12", "98,500.50"],
    ]
    return xlsx(folder / "units.xlsx", {"List": lines})


@layout(
    "Rows without a name, and cells that say that there is nothing",
    Truth({"Supplier name": "name", "Country": "country", "Total workers": "workers"}, 4, 2),
    problems="NAME_EMPTY NAME_EMPTY NUMBER_UNREADABLE",
    country=("", "CN"),
    workers=("None", "None"),
)
def gaps(folder: Path) -> Path:
    lines = [
        ["Supplier name", "Country", "Total workers"],
        ["Alder Garments Ltd", "n/a", "unknown"],
        ["", "Vietnam", 450],
        ["-", "China", 20],
        ["Cedar Toys Ltd", "China", "many"],
    ]
    return xlsx(folder / "gaps.xlsx", {"List": lines})
