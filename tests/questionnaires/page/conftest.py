from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from duediligence.model import Questionnaire
from duediligence.questionnaires import FormKind, write_page
from duediligence.questionnaires.translations import files as language_files
from tests.questionnaires.builders import LANGUAGES, SMALL
from tests.questionnaires.page.phone import Phone, Sheet, phone

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
Open = Callable[..., Sheet]


@pytest.fixture
def quex(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' own language, as the only one beside English."""
    monkeypatch.setattr(language_files, "language_folder", lambda: LANGUAGES)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as it is installed here; without it these tests are skipped, but never where changes are judged."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if not found:
        missing = "no chromium: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def own_phone(browser: Browser, tmp_path: Path) -> Iterator[Phone]:
    """A phone; at the end nothing must have gone over the network and no script have failed."""
    made = phone(browser, tmp_path)
    yield made
    made.context.close()
    assert made.trouble == []


@pytest.fixture
def open_page(own_phone: Phone, small: Questionnaire, tmp_path: Path) -> Open:
    """Writes a page, of the small questionnaire unless another is given, and opens it."""

    def opened(item: Questionnaire = SMALL, kind: FormKind = FormKind(), place: str = "", **options: Any) -> Sheet:
        file = tmp_path / f"{item.id}-{kind.language}-{options.get('party_id', '')}.html"
        write_page(item, file, kind=kind, **options)
        return own_phone.open(file, place)

    return opened
