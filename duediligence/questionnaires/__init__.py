"""Questionnaires: content from YAML, forms out, answers in, control scores.

`load_questionnaires` and `questionnaire` give the content, `write_form` a workbook to fill in, `read_answers` what
came back, `assess` what it comes to; `assess_all` does the last two for every party of an audit.
"""

from duediligence.questionnaires.answers import read_answers
from duediligence.questionnaires.catalogue import catalogue_markdown
from duediligence.questionnaires.collect import answer_files, assess_all
from duediligence.questionnaires.form import write_form
from duediligence.questionnaires.loading import load_questionnaires, questionnaire
from duediligence.questionnaires.scoring import assess
from duediligence.questionnaires.told_routes import with_told_routes
from duediligence.questionnaires.values import read_value

__all__ = [
    "answer_files",
    "assess",
    "assess_all",
    "catalogue_markdown",
    "load_questionnaires",
    "questionnaire",
    "read_answers",
    "read_value",
    "with_told_routes",
    "write_form",
]
