"""Files that nobody prepared for us: one small builder each, with everything that must be found in it."""

from __future__ import annotations

from tests.intake.layouts import cells, frames, scripts, sheets, sources, texts
from tests.intake.layouts.truth import Layout

LAYOUTS: tuple[Layout, ...] = tuple(
    value
    for module in (frames, sheets, sources, cells, texts, scripts)
    for value in vars(module).values()
    if isinstance(value, Layout)
)
