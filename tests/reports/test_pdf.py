from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from duediligence.model import AuditReport, RiskBand
from duediligence.reports.document.audit.report import audit_document
from duediligence.reports.document.blocks import PartyHeader
from duediligence.reports.pdf.render import render_pdf
from tests.reports.conftest import page_texts
from tests.reports.fictional import calm_report, empty_report, rich_report
from tests.reports.parts import NAMES

WRITE = """
import sys
from dataclasses import replace
from pathlib import Path
from duediligence.reports.document.audit.report import audit_document
from duediligence.reports.pdf.render import render_pdf
from tests.reports.fictional import rich_report
other = replace(rich_report(), title="क्षत्रिय स्त्री · ক্ষুদ্র স্ত্রী")
render_pdf(audit_document(other), Path(sys.argv[1]))
render_pdf(audit_document(rich_report()), Path(sys.argv[1]))
"""


def rendered(report: AuditReport, path: Path) -> str:
    render_pdf(audit_document(report), path)
    return "\n".join(page_texts(path))


def squeezed(text: str) -> str:
    """Without blanks, and Arabic presentation forms as the letters they stand for."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_the_same_report_gives_the_same_bytes_in_this_process_and_in_others(folder: Path, tmp_path: Path) -> None:
    seen = {hashlib.sha256(_rendered_bytes(tmp_path / f"{number}.pdf")).hexdigest() for number in range(2)}
    path = tmp_path / "seed.pdf"
    subprocess.run([sys.executable, "-c", WRITE, str(path)], check=True, env=_environment("1"))
    seen.add(hashlib.sha256(path.read_bytes()).hexdigest())
    assert len(seen) == 1


def _rendered_bytes(path: Path) -> bytes:
    render_pdf(audit_document(rich_report()), path)
    return path.read_bytes()


def _environment(seed: str) -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Kathmandu", "LC_ALL": "C"}


COPIED = [name for name, _ in NAMES if re.match("[<=A-Za-zА-я新-龥Α-Ω和]", name) and len(name) < 100]


@pytest.mark.parametrize("name", [name for name in COPIED if name.isprintable()])
def test_names_can_be_copied_from_the_report(name: str, pages: list[str]) -> None:
    assert squeezed(name) in squeezed("".join(pages))


def test_arabic_letters_can_be_copied_joined_as_they_are_seen(pages: list[str]) -> None:
    assert "شركةالنورللتجارة" in squeezed("".join(pages))


@pytest.mark.parametrize("name", ["کۆمپانیای ڕێبەر", "ঢাকা রিক্রুটিং এজেন্সি লিমিটেড", "हरियाणा श्रमिक सेवा प्राइवेट लिमिटेड"])
def test_shaped_scripts_carry_their_letters_beside_the_glyphs(name: str, folder: Path) -> None:
    from pypdf import PdfReader

    wanted = name.encode("utf-16-be").hex().upper().encode()
    contents = [page.get_contents() for page in PdfReader(folder / "report.pdf").pages]
    assert any(content is not None and wanted in content.get_data() for content in contents)


def test_every_font_is_embedded_and_no_other_is_named(folder: Path) -> None:
    fonts = list(_fonts(folder / "report.pdf"))
    assert {str(font["/BaseFont"]).split("+")[-1] for font in fonts} == {
        "NotoSans-Regular",
        "NotoSans-Bold",
        "NotoSansArabic-Regular",
        "NotoSansBengali-Regular",
        "NotoSansDevanagari-Regular",
        "NotoSansSC-Regular",
    }
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def _fonts(path: Path) -> Any:
    from pypdf import PdfReader

    reader: Any = PdfReader(path)
    for page in reader.pages:
        yield from (font.get_object() for font in page["/Resources"]["/Font"].values())


def test_every_page_has_its_number_and_the_lists_with_their_dates(pages: list[str]) -> None:
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Lists: OFAC-SDN 2026-11-20 · UN 2026-08-01 · EU no date" in page
    assert all("As of 24 November 2026" in page for page in pages)


def test_the_foot_is_one_line_that_counts_the_lists_it_has_no_room_for(tmp_path: Path) -> None:
    report = rich_report()
    many = replace(
        report, editions=tuple(replace(report.editions[1], list=f"LIST-{number:02}") for number in range(13))
    )
    document = audit_document(many)
    assert document.running[0].count("·") == 12
    render_pdf(replace(document, blocks=document.blocks[:1]), tmp_path / "many.pdf")
    (page,) = page_texts(tmp_path / "many.pdf")
    (foot,) = [line for line in page.splitlines() if line.startswith("Lists:")]
    shown = foot.count("LIST-")
    assert 4 <= shown < 13
    assert foot.endswith(f" · {13 - shown} more under Sources")
    assert page.count("LIST-") == shown, "no second line"


def test_what_annex_ii_calls_for_is_told_once_and_led_to(tmp_path: Path) -> None:
    from pypdf import PdfReader

    report = rich_report()
    clause = "OECD Annex II (serious abuses)"
    told = f"{clause} calls for this response: suspend or end dealings."
    findings = tuple(
        replace(item, clauses=(*item.clauses, clause), response=told, action="Trace the goods.")
        for item in report.findings
    )
    text = squeezed_blanks(rendered(replace(report, findings=findings), tmp_path / "annex.pdf"))
    assert text.count("suspend or end dealings") == 1
    assert text.count(clause) > 3
    reader: Any = PdfReader(tmp_path / "annex.pdf")
    (there,) = [page for page in reader.pages if "Restated from" in page.extract_text()]
    links = [note.get_object()["/Dest"][0] for page in reader.pages for note in page.get("/Annots", ())]
    assert links.count(there.indirect_reference) >= len({item.party_id for item in findings})
    assert "OECD Annex II" not in squeezed_blanks(rendered(report, tmp_path / "none.pdf"))


def test_old_and_undated_lists_are_warned_about_on_the_cover(pages: list[str]) -> None:
    assert "115 days old" in squeezed_blanks(pages[0])
    assert "2 lists of 3 (UN, EU) may lack recent entries" in squeezed_blanks(pages[0])


def squeezed_blanks(text: str) -> str:
    return " ".join(text.split())


def test_the_summary_is_one_page_with_its_numbers(pages: list[str]) -> None:
    page = squeezed_blanks(pages[1])
    assert "Summary" in page
    assert "What this audit does not cover" in page
    assert "Attend to these first" in page
    assert "Summary" not in squeezed_blanks(pages[2])


def test_the_summary_stays_one_page_with_long_names_and_many_lists(tmp_path: Path) -> None:
    report = rich_report(70)
    report = replace(
        report,
        parties=tuple(replace(party, name="Überlange Lieferantengesellschaft " * 9) for party in report.parties),
        editions=tuple(replace(report.editions[1], list=f"LIST-{number}") for number in range(13)),
        profiles=tuple(replace(profile, band=RiskBand.HIGH) for profile in report.profiles),
        matches=(),
        placements=(),
    )
    document = audit_document(report)
    end = next(index for index, block in enumerate(document.blocks) if isinstance(block, PartyHeader))
    render_pdf(replace(document, blocks=document.blocks[: end + 1]), tmp_path / "summary.pdf")
    starts = [squeezed_blanks(page) for page in page_texts(tmp_path / "summary.pdf")]
    number = next(index for index, page in enumerate(starts) if "Parties by residual risk" in page)
    assert "what happens at the workplace itself" in starts[number]


def test_a_partys_page_shows_scores_cells_and_whose_word_it_is(pages: list[str]) -> None:
    whole = squeezed_blanks(" ".join(pages))
    for wanted in (
        "Potential match: strong, 0.93",
        "OFAC-SDN 10004, edition 2026-11-20",
        "suppliers.xlsx › Suppliers!B8",
        "On official lists",
        "In datasets",
        "By our own judgement",
        "Residual 81.2 of 100",
        "Do workers pay to be recruited? Yes answers.xlsx › Questions!E12",
    ):
        assert wanted in whole


def test_a_direction_override_is_gone_and_the_name_stays(pages: list[str]) -> None:
    assert "evilgnp.exe Trading" in "".join(pages)
    assert "\u202e" not in "".join(pages)


def test_letters_without_a_font_are_romanised_in_brackets(pages: list[str]) -> None:
    assert "[brisath tawoyang chamkad]" in "".join(pages)


def test_the_outline_leads_to_every_party_of_concern(folder: Path) -> None:
    from pypdf import PdfReader

    reader: Any = PdfReader(folder / "report.pdf")
    titles = [item.title for group in reader.outline for item in (group if isinstance(group, list) else [group])]
    assert {"Summary", "Parties of concern", "All parties", "Problems in the files", "Sources"} <= set(titles)
    assert sum(title.startswith("S0") for title in titles) == 14
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"


def test_the_report_never_accuses(pages: list[str]) -> None:
    assert "trafficker" not in "".join(pages).casefold()
    assert "It names questions for a person who knows the case" in squeezed_blanks(" ".join(pages))


def test_a_party_without_a_page_says_what_was_checked(pages: list[str]) -> None:
    assert "no potential match; no finding" in squeezed_blanks(" ".join(pages))


def test_an_audit_without_parties_or_lists_renders(tmp_path: Path) -> None:
    text = squeezed_blanks(rendered(empty_report(), tmp_path / "empty.pdf"))
    assert "The files hold no supplier and no agency" in text
    assert "No watchlist was used" in text


def test_an_audit_without_concern_is_not_called_a_clearance(tmp_path: Path) -> None:
    text = squeezed_blanks(rendered(calm_report(), tmp_path / "calm.pdf"))
    assert "None of the 1 party reaches" in text
    assert "That is no clearance" in text


def test_more_parties_of_concern_than_pages_are_counted_and_said() -> None:
    report = rich_report(80)
    report = replace(report, profiles=tuple(replace(item, band=RiskBand.HIGH) for item in report.profiles))
    blocks = audit_document(report).blocks
    assert sum(isinstance(block, PartyHeader) for block in blocks) == 60
    text = str(blocks)
    assert "80 parties are of concern. The 60 gravest have a page of their own" in text
    assert text.count("Of concern. ") == 20


def test_a_name_of_32767_letters_is_cut_and_the_report_says_so(tmp_path: Path) -> None:
    report = calm_report()
    long = replace(report.parties[0], name="Word " * 6553 + "xx", fee_charged=None)
    graver = replace(report.profiles[0], band=RiskBand.HIGH)
    text = squeezed_blanks(rendered(replace(report, parties=(long,), profiles=(graver,)), tmp_path / "long.pdf"))
    assert "32,767 letters in all" in text


def test_a_version_of_the_risk_model_we_do_not_have_gives_a_scale_without_bands(tmp_path: Path) -> None:
    report = calm_report()
    report = replace(report, profiles=(replace(report.profiles[0], band=RiskBand.HIGH),))
    assert "high · from 45" in rendered(report, tmp_path / "new.pdf")
    assert "from 45" not in rendered(replace(report, risk_model="1999.9"), tmp_path / "old.pdf")


def test_an_id_of_any_letters_can_be_led_to(tmp_path: Path) -> None:
    from pypdf import PdfReader

    report, odd = calm_report(), "S (1)/<é> #%"
    parties = (replace(report.parties[0], party_id=odd),)
    profiles = (replace(report.profiles[0], party_id=odd, band=RiskBand.HIGH),)
    rendered(replace(report, parties=parties, profiles=profiles), tmp_path / "odd.pdf")
    reader: Any = PdfReader(tmp_path / "odd.pdf")
    assert any(odd in item.title for group in reader.outline if isinstance(group, list) for item in group)
    links = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
    assert links
    assert all(reader.named_destinations or link["/Dest"] for link in links)
