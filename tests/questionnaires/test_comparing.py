"""What changed between two answer files of one questionnaire."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from duediligence.errors import Code, InputRefused
from duediligence.model import Answer, EvidenceGrade
from duediligence.questionnaires import Move, compare_answers
from tests.questionnaires.builders import SMALL, answer, answer_set
from tests.questionnaires.test_scoring import answers_to

CLAIM, RECORD, VOICE = EvidenceGrade.CLAIM, EvidenceGrade.RECORD, EvidenceGrade.WORKER_VOICE


def moves(before: list[Answer], after: list[Answer]) -> list[tuple[str, Move, str, str]]:
    found = compare_answers(SMALL, answer_set(*before), answer_set(*after))
    return [(change.question, change.move, change.before, change.after) for change in found.changes]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (answer("T-A03", "Yes"), answer("T-A03", "No"), ("T-A03", Move.BETTER, "Yes", "No")),
        (answer("T-A03", "No"), answer("T-A03", "Don't know"), ("T-A03", Move.WORSE, "No", "Don't know")),
        (answer("T-A03", "No", CLAIM), answer("T-A03", "No", RECORD), ("T-A03", Move.BETTER, "No", "No")),
        (answer("T-A03", "Yes", CLAIM), answer("T-A03", "Yes", RECORD), ("T-A03", Move.CHANGED, "Yes", "Yes")),
        (answer("T-A01", "Yes"), answer("T-A01", "No"), ("T-A01", Move.CHANGED, "Yes", "No")),
        (answer("T-B02", "900"), answer("T-B02", "50"), ("T-B02", Move.BETTER, "900 USD", "50 USD")),
        (answer("T-B05", "Rest"), answer("T-B05", ""), ("T-B05", Move.GONE, "Rest", "")),
        (answer("T-B05", ""), answer("T-B05", "Rest"), ("T-B05", Move.NEW, "", "Rest")),
        (answer("T-A02", "None work here"), answer("T-A02", "No"), ("T-A02", Move.CHANGED, "None work here", "No")),
    ],
)
def test_a_change_is_told_by_what_counts(before: Answer, after: Answer, expected: tuple[str, Move, str, str]) -> None:
    assert moves([before], [after]) == [expected]


def test_changes_stand_in_the_questionnaires_order_and_a_note_is_no_change() -> None:
    before = [answer("T-B02", "5"), answer("T-A03", "No"), answer("T-B03", "5")]
    after = [answer("T-B03", "90"), replace(answer("T-A03", "No"), note="asked again"), answer("T-B02", "0")]
    assert [name for name, *_ in moves(before, after)] == ["T-B02", "T-B03"]


def test_scores_stand_before_and_after_by_theme_and_whole() -> None:
    found = compare_answers(SMALL, answer_set(answer("T-A03", "Yes")), answer_set(answer("T-A03", "No")))
    assert (found.before.control, found.after.control) == (0.0, 1.0)
    assert [(one.theme, one.control, two.control) for one, two in found.themes] == [("A", 0.0, 1.0), ("B", None, None)]
    assert (found.changes[0].earned_before, found.changes[0].earned_after) == (0.0, 1.0)
    assert (found.changes[0].evidence_before, found.changes[0].evidence_after) == (VOICE, VOICE)


def test_answers_to_another_questionnaire_are_refused_by_name() -> None:
    with pytest.raises(InputRefused) as refused:
        compare_answers(SMALL, answer_set(questionnaire="other"), answer_set())
    assert refused.value.code is Code.ANSWERS_NOT_COMPARABLE
    assert "“other” and “small”" in str(refused.value)


MIRRORED = {
    Move.BETTER: Move.WORSE,
    Move.WORSE: Move.BETTER,
    Move.NEW: Move.GONE,
    Move.GONE: Move.NEW,
    Move.CHANGED: Move.CHANGED,
}


@given(answers_to(), answers_to())
def test_looked_at_from_the_other_side_every_move_is_its_opposite(before: list[Answer], after: list[Answer]) -> None:
    there = moves(before, after)
    assert [(name, MIRRORED[move], second, first) for name, move, first, second in there] == moves(after, before)
    assert not moves(before, before)
