"""Questionnaires: content from YAML, forms out, answers in, control scores.

`load_questionnaires` and `questionnaire` give the content, `write_form` a workbook to fill in, `write_page` a page that
works on a phone, `read_answers` what came back, `assess` what it comes to; `assess_all` does the last two for every
party of an audit. `wording` gives every text in one of the `languages`; `find_contradictions` what was said that does
not fit together; `compare_answers` what changed; `Interview` asks one by one.
"""

from duediligence.questionnaires.answers.assignment import answer_files, assess_all
from duediligence.questionnaires.answers.corridors import with_told_routes
from duediligence.questionnaires.answers.json_writer import answers_json, write_answers
from duediligence.questionnaires.answers.reader import read_answers
from duediligence.questionnaires.answers.values import read_value
from duediligence.questionnaires.consistency.check import contradictions_within, find_contradictions
from duediligence.questionnaires.consistency.rules import contradiction_rules
from duediligence.questionnaires.content.loader import load_questionnaires, load_references, questionnaire
from duediligence.questionnaires.content.schema import InstrumentShape
from duediligence.questionnaires.content.short_form import quick_form
from duediligence.questionnaires.forms.workbook import FormKind, write_form
from duediligence.questionnaires.interview import Interview
from duediligence.questionnaires.page import write_page
from duediligence.questionnaires.reference_pages import catalogue_markdown, contradictions_markdown
from duediligence.questionnaires.scoring.assessment import assess, is_supplement, together
from duediligence.questionnaires.scoring.comparison import Change, Comparison, Move, compare_answers
from duediligence.questionnaires.scoring.parameters import evidence_factors
from duediligence.questionnaires.scoring.status import Standing, standings
from duediligence.questionnaires.translations.completeness import language_gaps
from duediligence.questionnaires.translations.files import ENGLISH, language_words
from duediligence.questionnaires.translations.wording import Wording, languages, wording

__all__ = [
    "ENGLISH",
    "Change",
    "Comparison",
    "FormKind",
    "InstrumentShape",
    "Interview",
    "Move",
    "Standing",
    "Wording",
    "answer_files",
    "answers_json",
    "assess",
    "assess_all",
    "catalogue_markdown",
    "compare_answers",
    "contradiction_rules",
    "contradictions_markdown",
    "contradictions_within",
    "evidence_factors",
    "find_contradictions",
    "is_supplement",
    "language_gaps",
    "language_words",
    "languages",
    "load_questionnaires",
    "load_references",
    "questionnaire",
    "quick_form",
    "read_answers",
    "read_value",
    "standings",
    "together",
    "with_told_routes",
    "wording",
    "write_answers",
    "write_form",
    "write_page",
]
