"""The map says where the parties are, what their countries meet, and who has no place; and it is drawn so."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from duediligence.model import Area, AuditReport, Basis, CellRef, Nearness, Party, PartyPlacement, Site
from duediligence.places import outlines, spot_of
from duediligence.reports.document.audit.map import where
from duediligence.reports.document.audit.view import view
from duediligence.reports.document.blocks import Block, Document, Heading, Paragraph, Table
from duediligence.reports.document.figures import MapDot, MapShade, WorldMap
from duediligence.reports.pdf.layout.theme import ACCENT, LAND, SHADES, Colour
from duediligence.reports.pdf.render import render_pdf
from tests.reports.fictional import empty_report, rich_report
from tests.reports.parts import exposure, party, profile

KACHIN = Area("EU-CAHRA", "MM-11", "Kachin", "MM", 25.4, 97.4)
POIPET = Area("NAMED-PLACES", "KH/Poipet", "Poipet", "KH", 13.66, 102.56, named=True)


def report(*parties: Party, placements: tuple[PartyPlacement, ...] = ()) -> AuditReport:
    base = rich_report()
    profiles = tuple(replace(base.profiles[0], party_id=item.party_id, overrides=()) for item in parties)
    return replace(
        base, parties=parties, profiles=profiles, placements=placements, matches=(), findings=(), assessments=(),
        areas=(KACHIN, POIPET),
    )  # fmt: skip


def blocks(audit: AuditReport) -> list[Block]:
    return list(where(view(audit)))


def the_map(audit: AuditReport) -> WorldMap:
    return next(block for block in blocks(audit) if isinstance(block, WorldMap))


def text(audit: AuditReport) -> str:
    return " ".join(span.text for block in blocks(audit) if isinstance(block, Paragraph) for span in block.text)


def at(number: int, country: str, region: str = "") -> Party:
    return replace(party(number, f"Plain {number} Ltd", country), region=region)


def test_parties_of_one_spot_are_one_dot_and_the_largest_is_drawn_first() -> None:
    audit = report(at(1, "DE"), at(2, "CN", "CN-XJ"), at(3, "CN", "CN-XJ"))
    xinjiang, germany = spot_of("CN", "CN-XJ"), spot_of("DE")
    assert xinjiang and germany
    assert the_map(audit).dots == (MapDot(*xinjiang, 2), MapDot(*germany, 1))
    assert "3 of 3 parties stand in 2 countries" in text(audit)
    assert "could not be placed" not in text(audit)


def test_the_key_shows_dots_that_stand_on_the_map() -> None:
    for parties, shown in ((1, (1,)), (3, (1, 2)), (37, (1, 2, 20))):
        world = the_map(report(*(at(number, "DE") for number in range(1, parties + 1))))
        assert tuple(number for number, _ in world.samples) == shown


def test_a_party_without_a_known_place_has_no_dot_and_is_counted() -> None:
    audit = report(at(1, "DE"), at(2, ""))
    assert len(the_map(audit).dots) == 1
    assert "1 party could not be placed and has no dot" in text(audit)


def test_a_party_with_sites_stands_at_each() -> None:
    site = Site(CellRef("suppliers.xlsx", "Suppliers", 9, 2), "MM", "MM-11")
    audit = report(replace(at(1, "DE"), sites=(site,)))
    assert {(dot.latitude, dot.longitude) for dot in the_map(audit).dots} == {spot_of("DE"), spot_of("MM", "MM-11")}


def test_a_country_is_tinted_by_its_gravest_whole_country_row_and_not_by_a_region() -> None:
    def met(country: str, severity: float, near: Nearness = Nearness.SAME_COUNTRY) -> PartyPlacement:
        found = replace(exposure(1, Basis.DATASET, "UCDP-GED", near), country=country, severity=severity)
        return PartyPlacement("S001", (replace(found, severity=0.1), found), ())

    def shades(placement: PartyPlacement) -> tuple[MapShade, ...]:
        return the_map(report(at(1, "MM"), placements=(placement,))).shades

    assert [shades(met("MM", severity))[0].step for severity in (0.1, 0.39, 0.4, 0.7, 1.0)] == [0, 0, 1, 2, 2]
    assert shades(met("MM", 1.0, Nearness.SAME_REGION)) == ()
    assert shades(met("", 1.0)) == ()


def test_every_area_of_the_registers_is_a_mark_of_its_kind_and_the_registers_are_named() -> None:
    audit = report(at(1, "DE"))
    assert [(mark.latitude, mark.kind) for mark in the_map(audit).marks] == [(25.4, 0), (13.66, 1)]
    assert "EU-CAHRA 2026-06-01, NAMED-PLACES; met or not" in text(audit)
    assert "Natural Earth" in text(audit)
    assert "Disputed borders are drawn as in the source" in text(audit)


def test_countries_stand_in_a_table_with_those_of_concern_first_and_the_rest_by_name() -> None:
    parties = [at(number, code) for number, code in enumerate(("DE", "FR", "PL", "IT", "ES", "PT", "AT"), start=1)]
    audit = report(*parties, *(at(number, code) for number, code in enumerate(("SE", "FI", "NO", "DK", "BE", "NL"), 8)))
    low = tuple(replace(item, band=profile(1, item.band).band.LOW) for item in audit.profiles)
    grave = replace(audit.profiles[2], overrides=())
    audit = replace(audit, profiles=(*low[:2], grave, *low[3:]))
    table = next(block for block in blocks(audit) if isinstance(block, Table))
    assert [row[0][0].text for row in table.rows[:2]] == ["Poland", "Austria"]
    assert len(table.rows) == 12
    assert "And 1 more country: Sweden." in text(audit)


def test_very_many_countries_are_counted_and_not_named() -> None:
    codes = [code for code, outline in outlines().items() if outline.rings][:60]
    audit = report(*(at(number, code) for number, code in enumerate(codes, start=1)))
    assert "And 48 more countries; see All parties." in text(audit)


def test_an_audit_without_parties_has_no_map() -> None:
    assert blocks(empty_report()) == []


def test_the_map_is_drawn_with_its_tints_its_key_and_its_marks(tmp_path: Path) -> None:
    from pypdf import PdfReader

    found = replace(exposure(1, Basis.DATASET, "UCDP-GED", Nearness.SAME_COUNTRY), country="SG", severity=0.9)
    audit = report(at(1, "SG"), placements=(PartyPlacement("S001", (found,), ()),))
    document = Document("Title", "As of today", ("Lists: none",), "Subject", tuple(blocks(audit)))
    render_pdf(document, tmp_path / "map.pdf")
    (page,) = PdfReader(tmp_path / "map.pdf").pages
    content = page.get_contents()
    assert content is not None
    drawn = content.get_data().decode("latin-1")
    assert drawn.count(_fill(SHADES[2])) == 2, "the disc of a country too small for the scale, and the key"
    assert drawn.count(_fill(LAND)) > 170
    assert drawn.count(_fill(SHADES[0])) == 1, "the key alone"
    words = " ".join(page.extract_text().split())
    for said in ("no whole-country register met", "0.7 and more", "region on a list", "named place", "1 party"):
        assert said in words


def _fill(colour: Colour) -> str:
    return " ".join(f"{part:.6f}".rstrip("0").removeprefix("0") for part in colour) + " rg"


def test_tints_are_told_apart_in_grey_print_and_dots_from_all_of_them() -> None:
    greys = [_grey(colour) for colour in (LAND, *SHADES)]
    assert all(paler - darker >= 0.1 for paler, darker in pairwise(greys))
    assert greys[-1] - _grey(ACCENT) >= 0.05, "and a white ring stands around each dot"


def _grey(colour: Colour) -> float:
    """Luma as ITU-R BT.601 weighs it, which is how printers turn colours to grey."""
    return sum(part * weight for part, weight in zip(colour, (0.299, 0.587, 0.114), strict=True))


def test_the_part_begins_a_page_after_the_summary(pages: list[str]) -> None:
    assert "Where the parties are" in pages[2]
    assert any(isinstance(block, Heading) and block.anchor == "map" for block in blocks(report(at(1, "DE"))))
