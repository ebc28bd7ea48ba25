"""Questionnaires: content from YAML, forms out, answers in, control scores.

`load_questionnaires` and `questionnaire` give the content, `write_form` a workbook to fill in, `write_page` a page that
works on a phone, `read_answers` what came back, `assess` what it comes to; `assess_all` does the last two for every
party of an audit. `wording` gives every text in one of the `languages`; `find_contradictions` what was said that does
not fit together; `compare_answers` what changed; `Interview` asks one by one.
"""

from duediligence.questionnaires.answer_json_out import answers_json, write_answers
from duediligence.questionnaires.answers import read_answers
from duediligence.questionnaires.catalogue import catalogue_markdown
from duediligence.questionnaires.collect import answer_files, assess_all
from duediligence.questionnaires.comparing import Change, Comparison, Move, compare_answers
from duediligence.questionnaires.contradiction_catalogue import contradictions_markdown
from duediligence.questionnaires.contradictions import contradictions_within, find_contradictions
from duediligence.questionnaires.form import FormKind, write_form
from duediligence.questionnaires.interview import Interview
from duediligence.questionnaires.languages import Wording, languages, wording
from duediligence.questionnaires.loading import load_questionnaires, questionnaire
from duediligence.questionnaires.page import write_page
from duediligence.questionnaires.quick import quick_form
from duediligence.questionnaires.scoring import assess
from duediligence.questionnaires.together import is_supplement, together
from duediligence.questionnaires.told_routes import with_told_routes
from duediligence.questionnaires.values import read_value

__all__ = [
    "Change",
    "Comparison",
    "FormKind",
    "Interview",
    "Move",
    "Wording",
    "answer_files",
    "answers_json",
    "assess",
    "assess_all",
    "catalogue_markdown",
    "compare_answers",
    "contradictions_markdown",
    "contradictions_within",
    "find_contradictions",
    "is_supplement",
    "languages",
    "load_questionnaires",
    "questionnaire",
    "quick_form",
    "read_answers",
    "read_value",
    "together",
    "with_told_routes",
    "wording",
    "write_answers",
    "write_form",
    "write_page",
]
