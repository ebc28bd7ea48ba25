from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duediligence.reports.document.blocks import NEW_LINE, Span, plain
from duediligence.reports.pdf.text.bidi_runs import base_direction, fonts_of, visual_runs
from duediligence.reports.pdf.text.fonts import font_of
from duediligence.reports.pdf.text.line_breaking import break_lines, line_width
from duediligence.reports.pdf.text.sanitise import clean, cut, shown
from duediligence.reports.pdf.text.shaping import Typesetter, joined

SIZE = 10.0
ANY_TEXT = st.text(max_size=60) | st.text(alphabet="aB Ж新ক্ষিहिشر(ك)ةé\u0301\u200d\u200c-/ ١2", max_size=80)

ONE_FOR_ALL = Typesetter()


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return ONE_FOR_ALL


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Plain", "Plain"),
        ("a\u202eb\u2066c\u2069", "abc"),
        ("two\nlines\tand\u00a0more", "two lines and\u00a0more"),
        ("e\u0301", "é"),
        ("nul\x00 and \ud800 half", "nul and  half"),
        ("บริษัท ตัวอย่าง", "[brisath tawoyang]"),
        ("Acme บริษัท Ltd", "Acme [brisath] Ltd"),
        ("\U0001f600", "[:grinning:]"),
    ],
)
def test_a_text_is_made_fit_to_be_shown(written: str, expected: str) -> None:
    assert shown(written) == expected


@given(ANY_TEXT)
@settings(max_examples=120, deadline=None)
def test_whatever_is_shown_has_a_font(text: str) -> None:
    assert all(font_of(letter) for letter in shown(text))


def test_a_cut_says_how_long_the_text_is() -> None:
    assert cut("x" * 5, most=5) == "xxxxx"
    assert cut("x" * 1006, most=5) == "xxxxx… (cut here; 1,006 letters in all)"


@given(ANY_TEXT, st.integers(30, 200))
@settings(max_examples=120, deadline=None)
def test_lines_are_never_wider_than_asked_and_lose_no_letter(text: str, width: int) -> None:
    lines = break_lines(ONE_FOR_ALL, plain(text), SIZE, width)
    for line in lines:
        letters = "".join(piece.text for piece in line)
        assert line_width(line, SIZE) <= width + 0.01 or len(letters.strip()) <= 8, letters
    kept = sorted("".join(piece.text for line in lines for piece in line).replace(" ", ""))
    assert kept == sorted(shown(text).replace(" ", ""))


def test_a_word_without_blanks_wraps(typesetter: Typesetter) -> None:
    lines = break_lines(typesetter, plain("A" * 300), SIZE, 200)
    assert len(lines) > 5
    assert max(line_width(line, SIZE) for line in lines) <= 200


def test_words_stay_whole_where_they_fit(typesetter: Typesetter) -> None:
    lines = break_lines(typesetter, plain("Consolidated holdings of suppliers.xlsx and OFAC-SDN"), SIZE, 100)
    words = " ".join("".join(piece.text for piece in line) for line in lines).split()
    assert words == "Consolidated holdings of suppliers.xlsx and OFAC-SDN".split()


def test_chinese_breaks_between_letters_but_not_before_a_closing_sign(typesetter: Typesetter) -> None:
    lines = break_lines(typesetter, plain("和田绿洲服装（集团）有限公司，" * 4), SIZE, 83)
    texts = ["".join(piece.text for piece in line) for line in lines]
    assert len(texts) > 4
    assert not [text for text in texts if text[0] in "），"]


def test_a_new_line_and_spans_are_kept(typesetter: Typesetter) -> None:
    lines = break_lines(typesetter, (Span("Name", strong=True), NEW_LINE, Span("cell")), SIZE, 300)
    assert [[piece.text for piece in line] for line in lines] == [["Name"], ["cell"]]
    assert lines[0][0].setting.font == "NotoSans-Bold"


def order(text: str) -> list[str]:
    runs = visual_runs(text, fonts_of(text), [0] * len(text), (), base_direction(text))
    return [run.text for run in runs]


def test_an_english_sentence_keeps_its_order_around_an_arabic_name() -> None:
    assert order("The name “شركة النور” met")[0].startswith("The name")
    assert order("The name “شركة النور” met")[-1].endswith("met")


def test_an_arabic_name_with_brackets_is_one_stretch() -> None:
    assert order("شركة النور (المحدودة)") == ["شركة النور (المحدودة)"]
    assert order("A شركة (المحدودة) B") == ["A ", ")", "شركة (المحدودة", " B"]


def test_numbers_inside_arabic_stay_left_to_right() -> None:
    assert order("رقم 123 شركة") == [" شركة", "123", "رقم "]


def test_brackets_in_right_to_left_text_are_mirrored(typesetter: Typesetter) -> None:
    line = break_lines(typesetter, plain("شركة (النور)"), SIZE, 300)[0]
    drawn = "".join(piece.setting.glyphs for piece in line)
    assert drawn.index("(") < drawn.index(")")


def test_arabic_letters_take_their_joined_forms() -> None:
    assert joined("شركة") == "\ufeb7\ufeae\ufedb\ufe94"
    assert joined("ڕێبەر") == ""


def test_devanagari_and_bengali_are_shaped(typesetter: Typesetter) -> None:
    for text in ("श्रमिक", "ক্ষুদ্র"):
        (piece,) = break_lines(typesetter, plain(text), SIZE, 300)[0]
        assert piece.setting.opaque
        assert len(piece.setting.glyphs) < len(text)


def test_invisible_characters_are_dropped() -> None:
    assert clean("a\ufeffb\u200bc\u2060") == "abc"
