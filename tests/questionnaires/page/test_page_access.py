"""The page in the hands of everybody: WCAG 2.2 AA by axe, keyboard, small screens, paper, no network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from duediligence.questionnaires import FormKind, languages, load_questionnaires, write_page
from duediligence.questionnaires import questionnaire as find
from tests.questionnaires.builders import QUESTIONS, SMALL
from tests.questionnaires.page.conftest import Open
from tests.questionnaires.page.phone import HEIGHT, Phone, Sheet, phone

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
CONTRAST = ("color-contrast",)
RUN = "async rules => (await axe.run({runOnly: rules, resultTypes: ['violations']})).violations"


def violations(sheet: Sheet, rules: tuple[str, ...] = WCAG) -> list[tuple[str, Any]]:
    """What axe finds against the rules, in what is in sight now."""
    from axe_playwright_python.sync_playwright import Axe

    if not sheet.page.evaluate("'axe' in window"):
        sheet.page.evaluate(Axe().axe_script)
    found = sheet.page.evaluate(RUN, list(rules))
    return [(item["id"], [(node["target"], node["failureSummary"]) for node in item["nodes"]]) for item in found]


def states(sheet: Sheet) -> Iterator[str]:
    """Brings the page from its start to a part with everything that can be there, and to its end."""
    yield "start"
    sheet.answer("T-B02", "a lot", evidence="2 record", note="a note")
    sheet.answer("T-B01", "Union")
    yield "middle"
    sheet.go("end")
    sheet.page.click("#copying summary")
    sheet.page.click("#save")
    sheet.page.click("#delete")
    yield "end"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_against_wcag_at_the_start_on_the_way_and_at_the_end(language: str, open_page: Open) -> None:
    sheet = open_page(kind=FormKind(language), party_id="P1", party_name="Northwind Demo Mill")
    for state in states(sheet):
        assert (state, violations(sheet)) == (state, [])
        sheet.page.emulate_media(color_scheme="dark")
        assert (state, violations(sheet, CONTRAST)) == (state, [])
        sheet.page.emulate_media(color_scheme="light")


def test_axe_sees_a_fault_where_there_is_one(open_page: Open) -> None:
    sheet = open_page()
    sheet.page.evaluate("document.querySelector('#answered_by').previousSibling.remove()")
    sheet.page.evaluate("document.querySelector('.introduction').style.color = 'silver'")
    assert [name for name, _ in violations(sheet)] == ["color-contrast", "label"]


@pytest.mark.parametrize("code", languages())
def test_a_real_questionnaire_fits_a_narrow_screen_in_every_part(code: str, browser: Browser, tmp_path: Path) -> None:
    item = find("supplier")
    write_page(item, tmp_path / "page.html", kind=FormKind(code))
    narrow = phone(browser, tmp_path, viewport={"width": 320, "height": HEIGHT})
    sheet = narrow.open(tmp_path / "page.html")
    places = ["start", *(f"theme-{theme.id}" for theme in item.themes), "end"]
    assert dict(zip(places, sheet.page.evaluate(WIDTHS, places), strict=True)) == dict.fromkeys(places, 320)
    if code in ("en", "ar"):
        sheet.go("theme-E")
        sheet.page.locator("#theme-E .help").evaluate_all("all => all.forEach(one => one.open = true)")
        assert violations(sheet) == []
    narrow.context.close()
    assert narrow.trouble == []


WIDTHS = """async places => {
  const widths = [];
  for (const place of places) {
    location.hash = place;
    while (!document.querySelector(".step.current#" + place)) await new Promise(done => setTimeout(done));
    widths.push(document.documentElement.scrollWidth);
  }
  return widths;
}"""


TARGETS = """() => [...document.querySelectorAll("button, .button, summary, .choice, .themes a, .links a, select, "
  + "input:not([type=radio], [type=checkbox]), textarea")]
  .filter(one => one.checkVisibility())
  .filter(one => { const box = one.getBoundingClientRect(); return box.width < 44 || box.height < 44; })
  .map(one => one.outerHTML.slice(0, 80))"""


def test_everything_to_touch_is_as_large_as_a_finger(open_page: Open) -> None:
    sheet = open_page()
    for _ in states(sheet):
        assert sheet.page.evaluate(TARGETS) == []


def test_a_keyboard_is_enough_and_always_knows_where_it_is(open_page: Open) -> None:
    sheet = open_page()
    press, focus = sheet.page.keyboard.press, "document.activeElement.id || document.activeElement.textContent"
    press("Tab")
    assert sheet.page.evaluate(focus) == "To the questions"
    press("Enter")
    assert sheet.page.evaluate(focus) == "main"
    sheet.page.focus("#begin a")
    press("Enter")
    sheet.page.wait_for_selector("#theme-A.current")
    assert sheet.page.evaluate(focus) == "theme-A-title"
    assert sheet.page.title() == "People · Small"
    press("Tab")
    press("Space")
    assert sheet.text("#progress") == "1 of 8 answered"
    assert sheet.page.locator("#T-A01 input").first.is_checked()
    outline = "getComputedStyle(document.activeElement.closest('.choice')).outlineStyle"
    assert sheet.page.evaluate(outline) == "solid"
    sheet.page.go_back()
    sheet.page.wait_for_selector("#start.current")
    assert sheet.page.evaluate(focus) == "start-title"


def test_what_has_the_focus_is_not_under_the_bar(open_page: Open) -> None:
    sheet = open_page()
    sheet.go("T-B03")
    assert sheet.page.evaluate(BELOW_BAR) > 0
    for _ in range(6):
        sheet.page.keyboard.press("Shift+Tab")
        assert sheet.page.evaluate(BELOW_BAR) > 0


BELOW_BAR = """() => document.activeElement.getBoundingClientRect().top
  - document.getElementById("bar").getBoundingClientRect().bottom"""


def test_help_can_be_kept_open(open_page: Open) -> None:
    helped = replace(SMALL, questions=tuple(replace(question, help="Like this.") for question in QUESTIONS))
    sheet = open_page(helped)
    sheet.page.check("#keep-open")
    sheet.go("theme-B")
    assert sheet.page.locator(".help p:visible").count() == 5
    sheet.go("start")
    sheet.page.uncheck("#keep-open")
    sheet.go("theme-B")
    assert sheet.page.locator(".help p:visible").count() == 0


def test_the_bar_does_not_hold_a_low_screen(open_page: Open) -> None:
    sheet = open_page(place="theme-B")
    sheet.page.set_viewport_size({"width": 640, "height": 320})
    assert sheet.page.evaluate("getComputedStyle(document.getElementById('bar')).position") == "static"


def test_paper_shows_every_part_and_opens_what_is_folded(open_page: Open) -> None:
    sheet = open_page(place="theme-A")
    sheet.answer("T-A01", "No", note="a note that is longer than one line of the page, and so on and so on")
    sheet.page.emulate_media(media="print")
    sheet.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    visible = "all => all.filter(one => one.checkVisibility()).map(one => one.id)"
    assert sheet.page.locator(".question").evaluate_all(visible) == sheet.shown()
    assert len(sheet.shown()) == 7
    assert sheet.page.locator("#T-B05-note").is_visible()
    assert sheet.page.locator("button, .button, summary").evaluate_all(visible) == []
    sheet.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not sheet.page.locator("#T-B05 .backing").evaluate("one => one.open")
    assert sheet.page.locator("#T-A01 .backing").evaluate("one => one.open")


def test_without_script_all_of_it_can_be_read_and_it_says_why_nothing_is_saved(
    browser: Browser, tmp_path: Path
) -> None:
    item = load_questionnaires()[0]
    write_page(item, tmp_path / "page.html")
    bare = phone(browser, tmp_path, java_script_enabled=False)
    page = bare.open(tmp_path / "page.html").page
    page.locator(".static").wait_for(state="visible")
    assert page.locator(".question:visible").count() == len(item.questions)
    assert page.locator("button:visible, .button:visible, .bar:visible, #end:visible").count() == 0
    bare.context.close()


def test_the_page_cannot_be_made_to_speak_to_a_network(browser: Browser, tmp_path: Path, open_page: Open) -> None:
    sheet = open_page()
    open_phone = Phone(browser.new_context(), tmp_path)
    page = open_phone.open(sheet.file).page
    assert page.evaluate(TRY_ALL) == ["connect-src", "frame-src", "img-src"]
    open_phone.context.close()


TRY_ALL = """async () => {
  const refused = [];
  document.addEventListener("securitypolicyviolation", event => refused.push(event.effectiveDirective));
  new Image().src = "https://example.org/x.png";
  document.body.appendChild(document.createElement("iframe")).src = "https://example.org/";
  await fetch("https://example.org/").catch(() => null);
  await new Promise(done => setTimeout(done, 100));
  return refused.sort();
}"""
