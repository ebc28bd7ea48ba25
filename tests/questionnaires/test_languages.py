"""A questionnaire in another language: what is translated, what stays English, what a translator is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from duediligence.errors import Code, InputRefused, PackagedDataBroken
from duediligence.questionnaires import languages, load_questionnaires, quick_form, wording
from duediligence.questionnaires.translations import files as language_files
from duediligence.questionnaires.translations.completeness import Gap, State, head_stamp, language_gaps, question_stamp
from duediligence.questionnaires.translations.files import interface_words, language_words
from scripts.stamp_language import stamped
from tests.questionnaires.builders import LANGUAGES, QUESTIONS, SMALL

QX = (LANGUAGES / "qx.yaml").read_text(encoding="utf-8")


@pytest.fixture
def quex(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' own language, as the only one beside English."""
    monkeypatch.setattr(language_files, "language_folder", lambda: LANGUAGES)


def shipped(code: str) -> tuple[Gap, ...]:
    return language_gaps(language_words(code), load_questionnaires())


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
def test_a_shipped_language_has_nothing_missing_stale_wrong_or_unused(code: str) -> None:
    assert shipped(code) == ()


def test_english_is_the_first_language_and_needs_no_file() -> None:
    english = wording(SMALL)
    assert languages()[0] == "en"
    assert (english.language, english.direction, english.draft, english.draft_mark) == ("en", "ltr", False, "")
    assert (english.title, english.theme("B"), english.missing) == ("Small", ("Ways", "How it goes."), ())
    assert english.question("T-A03").text == "Does anybody keep passports?"
    assert (english.choice("T-A03", "Yes"), english.unit("USD"), english.word("Answer")) == ("Yes", "USD", "Answer")


@pytest.mark.usefixtures("quex")
def test_a_language_is_one_file_and_what_it_lacks_is_shown_in_english() -> None:
    quex = wording(SMALL, "qx")
    assert languages() == ("en", "qx")
    assert (quex.name, quex.direction, quex.title) == ("Quex", "rtl", "Klein")
    assert quex.draft_mark == "Entwurf (draft translation)"
    assert (quex.theme("A"), quex.theme("B")) == (("Leute", "Wer arbeitet."), ("Ways", "How it goes."))
    assert [quex.question(name).text for name in ("T-A01", "T-B01")] == [
        "Finden Agenturen Arbeiter?",
        "Which ways are there?",
    ]
    assert (quex.word("Answer"), quex.word("Evidence")) == ("Antwort", "Evidence")


@pytest.mark.usefixtures("quex")
def test_a_choice_has_the_questions_own_wording_before_the_general_one() -> None:
    quex = wording(SMALL, "qx")
    assert [quex.choice("T-A02", name) for name in ("Partly", "Yes")] == ["Teils", "Ay"]
    assert [quex.choice("T-A03", name) for name in ("Partly", "Box")] == ["Halb", "Box"]
    assert quex.choice("", "Yes") == "Ay"


@pytest.mark.usefixtures("quex")
def test_a_text_the_english_question_does_not_have_is_not_shown() -> None:
    bare = replace(SMALL, questions=tuple(replace(question, action="") for question in QUESTIONS))
    assert wording(SMALL, "qx").question("T-A02").action == "Prüfen."
    assert wording(bare, "qx").question("T-A02").action == ""


@pytest.mark.usefixtures("quex")
def test_what_is_missing_and_what_is_stale_is_named() -> None:
    quex = wording(SMALL, "qx")
    assert quex.stale == ("small", "small › T-A02", "small › T-A03")
    assert {"small › themes › B › title", "choices › Box", "small › T-A03 › action"} < set(quex.missing)
    assert "small › T-A01 › text" not in quex.missing
    assert [quex.question(name).stale for name in ("T-A01", "T-A02", "T-B01")] == [False, True, False]


@pytest.mark.usefixtures("quex")
def test_a_changed_english_word_makes_its_question_stale_and_no_other() -> None:
    changed = replace(QUESTIONS[0], help="Any of them.")
    altered = replace(SMALL, questions=(changed, *QUESTIONS[1:]))
    assert set(wording(altered, "qx").stale) - set(wording(SMALL, "qx").stale) == {"small › T-A01"}
    assert question_stamp(changed) != question_stamp(QUESTIONS[0])
    assert head_stamp(altered) == head_stamp(SMALL) != head_stamp(replace(SMALL, title="Other"))


@pytest.mark.usefixtures("quex")
def test_a_translator_is_told_everything_with_what_to_write() -> None:
    gaps = language_gaps(language_words("qx"), [SMALL])
    assert Gap("small › T-A02", State.STALE, question_stamp(QUESTIONS[1])) in gaps
    assert Gap("choices › Box", State.MISSING, "Box") in gaps
    assert Gap("interface › Evidence", State.MISSING, "Evidence") in gaps
    assert Gap("interface › version {version}", State.WRONG, "it must keep {version}") in gaps
    assert Gap("interface › 2 record", State.WRONG, "it must keep 2") in gaps
    unused = {gap.where for gap in gaps if gap.state is State.UNUSED}
    assert unused == {"choices › Martians", "small › T-X01"}
    assert len(set(gaps)) == len(gaps)


@pytest.mark.usefixtures("quex")
@pytest.mark.parametrize(
    ("choices", "says"),
    [
        ({"Yes": "Ay", "Partly": "ay"}, "two choices are the same text"),
        ({"Yes": "Ay; ay"}, "contains “;”"),
        ({"Yes": "…ay"}, "does not begin with a letter"),
        ({"Yes": "No"}, "is another choice in English"),
    ],
)
def test_choices_that_could_not_be_read_back_are_wrong(choices: dict[str, str], says: str) -> None:
    words = language_words("qx")
    own = words.questionnaires["small"]
    question = replace(own.questions["T-A02"], choices=choices)
    wrong = replace(words, questionnaires={"small": replace(own, questions={**own.questions, "T-A02": question})})
    assert any(says in gap.write for gap in language_gaps(wrong, [SMALL]) if gap.state is State.WRONG)


def test_an_unknown_language_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InputRefused, match="there are en") as refused:
        wording(SMALL, "../fr")
    assert refused.value.code is Code.LANGUAGE_UNKNOWN


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (QX.replace("language: qx", "language: fr"), "it says language fr"),
        (QX.replace('"No": Nix', "No: Nix"), "choices"),
        (QX.replace("    title: Klein", "    titel: Klein"), "titel"),
        (QX.replace("rtl", "up"), "direction"),
        ("{", "flow"),
    ],
)
def test_a_file_of_another_shape_is_refused_by_name(
    text: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "qx.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(language_files, "language_folder", lambda: tmp_path)
    with pytest.raises(PackagedDataBroken) as refused:
        language_words("qx")
    assert refused.value.where == "qx.yaml"
    assert says in refused.value.detail


def test_stamping_fills_what_has_no_stamp_and_leaves_the_rest() -> None:
    once = stamped(QX, [SMALL])
    added = [line for line in once.splitlines() if line not in QX.splitlines()]
    assert added == [f'        english: "{question_stamp(QUESTIONS[2])}"']
    assert stamped(once, [SMALL]) == once


@pytest.mark.usefixtures("quex")
def test_stamping_again_makes_current_what_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "qx.yaml").write_text(stamped(QX, [SMALL], ["T-A02", "small"]), encoding="utf-8")
    monkeypatch.setattr(language_files, "language_folder", lambda: tmp_path)
    assert wording(SMALL, "qx").stale == ()
    everything = stamped(QX, [SMALL], None)
    assert everything == (tmp_path / "qx.yaml").read_text(encoding="utf-8")


def test_stamping_refuses_braces_with_the_line() -> None:
    with pytest.raises(ValueError, match="line 4"):
        stamped("questionnaires:\n  small:\n    questions: {}\n".replace("{}", "\n      T-A01: {text: A}"), [SMALL])


def test_every_interface_word_says_where_it_stands() -> None:
    assert len(interface_words()) == len(set(interface_words()))
    assert "Answer" in interface_words()


def test_the_quick_form_keeps_its_questions_and_asks_those_whose_gate_is_left_out() -> None:
    marked = tuple(replace(question, quick=question.id in ("T-A02", "T-A03")) for question in QUESTIONS)
    short = quick_form(replace(SMALL, questions=marked))
    assert [question.id for question in short.questions] == ["T-A02", "T-A03"]
    assert [theme.id for theme in short.themes] == ["A"]
    assert short.questions[0].asked_if == ()
    with pytest.raises(InputRefused) as refused:
        quick_form(SMALL)
    assert refused.value.code is Code.QUICK_FORM_MISSING
