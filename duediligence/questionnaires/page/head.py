"""The head of a page and its script: everything inside, everything else forbidden."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from xml.etree.ElementTree import Element

from duediligence.questionnaires.page.content import Content
from duediligence.questionnaires.page.elements import element
from duediligence.resources import package_file

HERE = ("questionnaires", "page")
SCRIPTS = ("words", "answers", "skipping", "keeping", "standing", "steps", "answer_file", "reading_back", "page")
"""The parts of the script, in the order in which they need each other."""


def head(content: Content) -> Element:
    """Character set, policy, title and style."""
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy()),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", content.wording.title),
        element("style", style_text()),
    )


def script() -> Element:
    """The whole script, last in the body."""
    return element("script", script_text())


@cache
def style_text() -> str:
    """The page's style."""
    return package_file(*HERE, "page.css").read_text(encoding="utf-8")


@cache
def script_text() -> str:
    """The parts of the script as one, in a scope of their own."""
    parts = (package_file(*HERE, "script", f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    return "(() => {\n'use strict';\n" + "\n".join(parts) + "})();\n"


def _policy() -> str:
    """No address may be loaded, sent to or framed; only this very style and this very script run."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {_hash(style_text())}",
            f"script-src {_hash(script_text())}",
            "form-action 'none'",
            "base-uri 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
