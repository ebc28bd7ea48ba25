"""What goes into a page, and how its words are said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from xml.etree.ElementTree import Element

from duediligence.model import Answer, Question, Questionnaire, Theme
from duediligence.questionnaires.content.short_form import quick_form
from duediligence.questionnaires.forms.workbook import FormKind
from duediligence.questionnaires.page.elements import Attribute, Part, element
from duediligence.questionnaires.translations.wording import Wording, wording


@dataclass(frozen=True)
class Content:
    """One questionnaire in one language, for one party or, where both its fields are empty, for anybody.

    `answers` are those of an earlier form, which the page opens with.
    """

    questionnaire: Questionnaire
    kind: FormKind = field(default_factory=FormKind)
    party_id: str = ""
    party_name: str = ""
    answers: Sequence[Answer] = ()
    answered_by: str = ""

    @cached_property
    def wording(self) -> Wording:
        """Every text in the page's language. Raises `InputRefused` for one that is not there."""
        return wording(self.questionnaire, self.kind.language)

    @cached_property
    def questions(self) -> Sequence[Question]:
        """Those on the page: all of them, or the quick ones. Raises `InputRefused` where there are no quick ones."""
        return quick_form(self.questionnaire).questions if self.kind.quick else self.questionnaire.questions

    @property
    def themes(self) -> Sequence[Theme]:
        """The themes that have a question on the page."""
        used = {question.theme for question in self.questions}
        return [theme for theme in self.questionnaire.themes if theme.id in used]

    def word(self, english: str, /, **fields: object) -> str:
        """The words in the page's language, with their `{fields}` filled in."""
        text = self.wording.word(english)
        for name, value in fields.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text

    def labelled(self, english: str, field: str, text: str, text_english: str) -> Element:
        """A paragraph whose label stands out: words such as `Why we ask: {why}` around a text."""
        before, _, after = self.wording.word(english).partition(f"{{{field}}}")
        return element("p", element("strong", before), self.told("span", text, text_english), after)

    def said(self, tag: str, english: str, /, **attributes: Attribute) -> Element:
        """An element with the page's own words."""
        return self.told(tag, self.wording.word(english), english, **attributes)

    def told(self, tag: str, text: str, english: str, /, **attributes: Attribute) -> Element:
        """An element with a text, marked as English where the language has none of its own yet."""
        return element(tag, text, **self._foreign(text, english), **attributes)

    def _foreign(self, text: str, english: str) -> dict[str, Attribute]:
        # One word alone may be the same in two languages (“Note”); a sentence is not.
        fell_back = self.wording.language != "en" and text == english and " " in text
        return {"lang": "en", "dir": "ltr"} if fell_back else {}


def live(tag: str, /, *inside: Part | None, class_: str = "", **attributes: Attribute) -> Element:
    """An element that is of no use without the page's script, and is not shown then."""
    return element(tag, *inside, class_=f"live {class_}".strip(), **attributes)


def linked(content: Content, english: str, target: str, class_: str = "") -> Element:
    """A link within the page that looks like a button."""
    return content.said("a", english, href=f"#{target}", class_=f"button {class_}".strip())
