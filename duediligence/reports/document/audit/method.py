"""How to read the report, and what it cannot see. Plain words, for people who must decide."""

from __future__ import annotations

from collections.abc import Iterator

from duediligence.reports.document.audit.view import View
from duediligence.reports.document.blocks import Block, Bullets, Heading, PageBreak, Paragraph, plain, strong


def method(view: View) -> Iterator[Block]:
    """The last part's blocks."""
    yield PageBreak()
    yield Heading("How this was done, and its limits", 1, anchor="method")
    for title, text in (*_READING, _matching(view), *_WEIGHING):
        yield Heading(title, 2)
        yield Paragraph(plain(text))
    yield from _annex(view)
    yield Heading("Limits", 2)
    yield Bullets(tuple(plain(limit) for limit in _LIMITS))
    yield Paragraph(strong(f"Risk model {view.report.risk_model}; {view.report.software}."), "small")
    shown = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in sorted(view.report.settings.items()))
    yield Paragraph(plain(f"Settings in force: {shown or 'none recorded'}."), "small")


ANNEX = "annex"
"""The anchor of what OECD Annex II calls for."""


def _annex(view: View) -> Iterator[Block]:
    """Each response that a finding names, once."""
    responses = dict.fromkeys(finding.response for finding in view.report.findings if finding.response)
    if not responses:
        return
    yield Heading("What OECD Annex II calls for", 2, anchor=ANNEX)
    text = (
        "Findings in conflict areas, and matches with a party to a conflict, name a class of the annex. Restated from "
        "memory; that it is followed beyond minerals is our own judgement."
    )
    yield Paragraph(plain(text), introduces=True)
    yield Bullets(tuple(map(plain, responses)))


_READING = (
    (
        "Reading the files",
        "Each row of the files became a party or a problem; the two add up to the rows. Every value keeps the file, "
        "sheet and cell it stood in. A country or region that could be more than one is reported, never guessed.",
    ),
)


def _matching(view: View) -> tuple[str, str]:
    limits = view.limits
    return (
        "What a match score says",
        "A match score, from 0 to 1, says how alike a party and a list entry are: their names first, then country, "
        "identifiers and what else both sides state. It says nothing about risk, and it never takes a decision. "
        f"From {limits['strong_score']} a potential match is called strong, from {limits['possible_score']} possible, "
        f"from {limits['min_score']} weak; what is less alike is not listed. Common words count little, rare ones "
        "much. Many potential matches are other people or firms of the same name: a person compares identifiers, "
        "address and owners, and records the decision.",
    )


_WEIGHING = (
    (
        "What a risk score says",
        "Inherent risk, from 0 to 100, combines conflict around the place, how the state protects people, the goods "
        "and sector, and the workforce. Controls shown by the questionnaire take part of it away; what stays is the "
        "residual risk, and its band. A match score is never part of it: an open match, a critical answer or a fee "
        "taken from workers can only hold the band up until somebody has decided.",
    ),
    (
        "Unknown is not low",
        "What is not known is taken at a cautious middle value. The interval says what the residual risk could be once "
        "everything is known; coverage says how much is. A wide interval asks for questions, not for comfort.",
    ),
    (
        "On whose word",
        "Each exposure and each piece of evidence says where it comes from: an official list, a dataset, public "
        "reporting, our own judgement, or the party itself. They are shown apart and should be weighed apart.",
    ),
)

_LIMITS = (
    "No potential match is not a clearance. Lists are late, spell names in many ways, and hold few of those concerned.",
    "Registers speak of places, goods and sectors, not of the party. An honest firm may work in a hard place.",
    "Answers are what the party says of itself, unless evidence stands behind them.",
    "This report accuses nobody. It names questions for a person who knows the case, and what to ask next.",
    "Follow up without exposing workers to reprisals, and do not cut and run: ending a contract may leave people "
    "worse off. Where a life may be in danger, turn to the authorities and to support services at once.",
)
