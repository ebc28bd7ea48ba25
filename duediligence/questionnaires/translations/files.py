"""The files of the languages: one each, found by being there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from duediligence.errors import Code, InputRefused, PackagedDataBroken
from duediligence.questionnaires.translations.schema import InterfaceShape, LanguageShape
from duediligence.resources import data_file, data_folder, load_validated

ENGLISH = "en"
"""The language the questionnaires are written in; it has no file."""


def language_folder() -> Path:
    """Where the languages lie."""
    return data_folder("questionnaires") / "languages"


def languages() -> tuple[str, ...]:
    """The code of every language there is, English first."""
    return (ENGLISH, *sorted(path.stem for path in language_folder().glob("*.yaml")))


def language_words(code: str) -> LanguageShape:
    """A language's file. Raises `InputRefused` (DD-QN-009) where there is none, `PackagedDataBroken` if it is wrong."""
    path = language_folder() / f"{code}.yaml"
    if code not in languages() or code == ENGLISH:
        raise unknown_language(code)
    return _read(path)


def unknown_language(code: str) -> InputRefused:
    """The refusal of a language that is not there, naming those that are."""
    return InputRefused(Code.LANGUAGE_UNKNOWN, detail=f"“{code}”; there are {', '.join(languages())}")


@cache
def _read(path: Path) -> LanguageShape:
    words = load_validated(path, LanguageShape)
    if words.language != path.stem:
        raise PackagedDataBroken(Code.DATA_BROKEN, where=path.name, detail=f"it says language {words.language}")
    return words


@cache
def interface_words() -> tuple[str, ...]:
    """Every English word around the questions that forms, page and interview use."""
    return tuple(load_validated(data_file("questionnaires", "interface.yaml"), InterfaceShape).words)
