"""Days as a reader writes them."""

from __future__ import annotations

from datetime import date


def long_date(day: date) -> str:
    """`24 November 2026`, whatever the machine's language."""
    months = "January February March April May June July August September October November December".split()
    return f"{day.day} {months[day.month - 1]} {day.year}"
