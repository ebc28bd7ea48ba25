from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duediligence.model import NameType
from duediligence.names import TokenKind, prepare, sound_key, words_of


def texts(name: str, name_type: NameType = NameType.ORGANISATION) -> list[str]:
    return [token.text for token in prepare(name, name_type).tokens]


def kinds(name: str, name_type: NameType = NameType.ORGANISATION) -> list[TokenKind]:
    return [token.kind for token in prepare(name, name_type).tokens]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Volmaris GmbH", "limited"),
        ("Volmaris Co., Ltd.", "limited"),
        ("Volmaris Sdn. Bhd.", "limited"),
        ("Volmaris (Pvt) Ltd", "limited"),
        ("Volmaris S. de R.L. de C.V.", "limited"),
        ("Volmaris Lmiited", "limited"),
        ("ООО Вольмарис", "limited"),
        ("شركة فولماريس ذ.م.م", "limited"),
        ("新疆有限公司", "limited"),
        ("Volmaris S.A. de C.V.", "joint stock"),
        ("Volmaris S.p.A.", "joint stock"),
        ("株式会社日立", "joint stock"),
        ("日立(株)", "joint stock"),
        ("Joint Stock Company Volmaris", "joint stock"),
        ("Volmaris & Söhne GmbH & Co. KG", "partnership"),
        ("Volmaris Company", "company"),
    ],
)
def test_a_legal_form_is_known_in_many_scripts(name: str, form: str) -> None:
    found = [token.text for token in prepare(name, NameType.ORGANISATION).tokens if token.kind is TokenKind.LEGAL_FORM]
    assert found[-1] == form


def test_a_short_legal_form_counts_at_the_edges_only() -> None:
    assert kinds("Volmaris AS") == [TokenKind.DISTINCTIVE, TokenKind.LEGAL_FORM]
    assert TokenKind.LEGAL_FORM not in kinds("Volmaris AS Brezhmark Zelmira")
    assert kinds("Volmaris AS Ltd")[1:] == [TokenKind.LEGAL_FORM, TokenKind.LEGAL_FORM]


def test_a_name_made_of_a_legal_form_keeps_its_words() -> None:
    assert kinds("Limited") == [TokenKind.DISTINCTIVE]


def test_a_persons_name_has_no_legal_form_and_no_title() -> None:
    assert texts("Dr. Sa Co Halvorsen", NameType.PERSON) == ["sa", "co", "halvorsen"]


def test_a_family_name_before_a_comma_goes_behind() -> None:
    assert texts("HALVORSEN, Petra Marie", NameType.PERSON) == ["petra", "marie", "halvorsen"]
    assert texts("Halvorsen, Varuna", NameType.ORGANISATION) == ["halvorsen", "varuna"]


def test_trade_abbreviations_are_opened() -> None:
    assert texts("Varuna Intl. Mfg & Trdg") == ["varuna", "international", "manufacturing", "and", "trading"]


def test_a_misspelt_trade_word_is_known() -> None:
    assert texts("Varuna Constructoin") == ["varuna", "construction"]


@pytest.mark.parametrize("written", ["Plant No. 3", "Plant 03", "Third Plant", "Plant III", "3rd Plant"])
def test_a_number_is_one_however_it_is_written(written: str) -> None:
    numbers = [token.text for token in prepare(written, NameType.ORGANISATION).tokens if token.kind is TokenKind.NUMBER]
    assert numbers == ["3"]


def test_letters_that_stand_apart_are_one_word_of_a_company_and_initials_of_a_person() -> None:
    assert texts("K. P. Jeansvara") == ["kp", "jeansvara"]
    assert kinds("K. P. Jeansvara", NameType.PERSON)[:2] == [TokenKind.INITIAL, TokenKind.INITIAL]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("新疆中泰", ["xin", "jiang", "zhong", "tai"]),
        ("Вольмарис", ["vol'maris".replace("'", "")]),
        ("Nguyễn Đức", ["nguyen", "duc"]),
        ("Şahinoğlu", ["sahinoglu"]),
        ("সাহারা", ["sahara"]),
        ("साहारा", ["sahara"]),
        ("박영수", ["bag", "yeong", "su"]),
    ],
)
def test_other_scripts_are_romanised(name: str, words: list[str]) -> None:
    assert texts(name) == words


def test_arabic_is_marked_as_consonants_without_its_article() -> None:
    tokens = prepare("خالد القادر", NameType.PERSON).tokens
    assert [token.consonantal for token in tokens] == [True, True]
    latin = prepare("Khalid Qadir", NameType.PERSON).tokens
    assert [token.skeleton for token in tokens] == [token.skeleton for token in latin]


def test_apostrophes_do_not_cut_and_hyphens_do() -> None:
    assert texts("Sa'id al-'Umari", NameType.PERSON) == ["said", "al", "umari"]


def test_what_stood_in_the_name_is_kept() -> None:
    assert [token.written for token in prepare("Varuna Intl Ltd.", NameType.ORGANISATION).tokens] == [
        "Varuna",
        "Intl",
        "Ltd",
    ]


@pytest.mark.parametrize("name", ["M/s Volmaris", "Volmaris (new)", " volmaris\u200b ", "\ufeffVolmaris", "VOLMARIS."])
def test_dirt_falls_off(name: str) -> None:
    assert texts(name) == ["volmaris"]


def test_misread_utf8_is_read_again() -> None:
    assert texts("ZÃ©lmira") == ["zelmira"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mohamed", "mohammed"),
        ("qasim", "kasim"),
        ("yevgeny", "ievgeni"),
        ("kostyukov", "kostiukoff"),
        ("aqsa", "aksa"),
        ("noor", "nour"),
    ],
)
def test_usual_spellings_of_one_sound_have_one_key(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other)


@pytest.mark.parametrize(("one", "other"), [("hassan", "hussein"), ("chen", "shen"), ("mali", "malta")])
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)


@given(st.text(max_size=60), st.sampled_from(NameType))
def test_any_text_can_be_prepared(text: str, name_type: NameType) -> None:
    name = prepare(text, name_type)
    assert all(token.text and token.sound and token.spelled for token in name.tokens)
    assert prepare(text, name_type) == name


@given(st.text(max_size=40))
def test_words_are_plain_lower_case(text: str) -> None:
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in words_of(text))
