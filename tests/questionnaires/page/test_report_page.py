"""The self-assessment in a real browser: WCAG 2.2 AA by axe, on a narrow screen, in every direction."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from duediligence.questionnaires import languages, questionnaire, wording
from duediligence.reports.self_assessment_file import write_self_assessment
from tests.questionnaires.page.phone import HEIGHT, phone
from tests.questionnaires.page.test_page_access import violations
from tests.reports.test_self_assessment import EARLIER, document

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.mark.parametrize("code", languages())
def test_the_self_assessment_is_for_everybody_and_fits_a_narrow_screen(
    code: str, browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    write_self_assessment(document(words=wording(questionnaire("supplier"), code), before=EARLIER), file)
    narrow = phone(browser, tmp_path, viewport={"width": 320, "height": HEIGHT})
    sheet = narrow.open(file)
    assert sheet.page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(sheet) == []
    narrow.context.close()
    assert narrow.trouble == []
