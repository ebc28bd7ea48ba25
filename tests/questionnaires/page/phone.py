"""A phone with a real browser on which a page is opened from a file, and the hand that answers."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request

WIDTH, HEIGHT = 360, 740


@dataclass
class Phone:
    """One browser profile: pages opened on it share what was kept. `trouble` collects whatever must not happen."""

    context: BrowserContext
    folder: Path
    trouble: list[str] = field(default_factory=list)

    def open(self, file: Path, place: str = "") -> Sheet:
        """The page in that file, at the part or question `place`."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.trouble.append(str(error)))
        page.on("console", self._heard)
        page.on("request", self._asked)
        page.goto(f"{file.as_uri()}#{place}" if place else file.as_uri())
        return Sheet(page, file, self.folder)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.trouble.append(message.text)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(("file:", "blob:")):
            self.trouble.append(request.url)


def phone(browser: Browser, folder: Path, **options: Any) -> Phone:
    """A phone that is offline, whose owner wants nothing to move."""
    settings = {
        "viewport": {"width": WIDTH, "height": HEIGHT},
        "offline": True,
        "locale": "en-GB",
        "reduced_motion": "reduce",
        **options,
    }
    return Phone(browser.new_context(**settings), folder)


@dataclass
class Sheet:
    """A page as somebody has it open."""

    page: Page
    file: Path
    folder: Path

    def go(self, place: str) -> None:
        """To a part or question, by its address."""
        self.page.goto(f"{self.file.as_uri()}#{place}")

    def answer(self, question: str, *values: str, evidence: str = "", note: str = "") -> None:
        """Chooses or types the answer; what is typed is left as a person leaves a field."""
        self.go(question)
        card = self.page.locator(f"#{question}")
        for value in values:
            choice = card.locator(f'.choice input[value="{value}"]')
            if choice.count():
                choice.check()
            else:
                self.type(question, value)
        if evidence or note:
            card.locator(".backing summary").click()
        if evidence:
            self.page.select_option(f"#{question}-evidence", evidence)
        if note:
            self.page.fill(f"#{question}-note", note)

    def type(self, question: str, text: str) -> None:
        """Into the field of the question's answer."""
        self.page.fill(f"#{question}-answer", text)
        self.page.locator(f"#{question}-answer").blur()

    def shown(self) -> list[str]:
        """The questions that are asked, whichever part is in sight."""
        found: list[str] = self.page.locator(".question:not([hidden])").evaluate_all("all => all.map(one => one.id)")
        return found

    def text(self, selector: str) -> str:
        """The words that stand there."""
        return self.page.locator(selector).first.inner_text().strip()

    def save(self) -> Path:
        """The answer file, under the name that the page gives it."""
        self.go("end")
        with self.page.expect_download() as caught:
            self.page.click("#save")
        target = self.folder / caught.value.suggested_filename
        caught.value.save_as(target)
        return target

    def saved_answers(self) -> dict[str, Any]:
        """The answers in the file."""
        return dict(json.loads(self.save().read_text(encoding="utf-8"))["answers"])

    def copied_answers(self) -> dict[str, Any]:
        """The answers in the text to copy, which is that of the file."""
        self.go("end")
        return dict(json.loads(self.page.input_value("#copy-text"))["answers"])

    def closed(self) -> list[str]:
        """Closes the page as a person does; what the browser asks before it does so."""
        asked: list[str] = []

        def accept(dialog: Dialog) -> None:
            asked.append(dialog.type)
            dialog.accept()

        self.page.on("dialog", accept)
        with self.page.expect_event("close"):
            self.page.close(run_before_unload=True)
        return asked

    def read_back(self, content: Any) -> str:
        """Gives the page an answer file; what it says to that."""
        text = content if isinstance(content, str) else json.dumps(content)
        self.go("start")
        if not self.page.locator("#earlier").is_visible():
            self.page.click(".earlier summary")
        file = {"name": "answers.json", "mimeType": "application/json", "buffer": text.encode()}
        self.page.set_input_files("#earlier", file)  # type: ignore[arg-type]
        self.page.wait_for_selector("#read-back p")
        return self.text("#read-back")
