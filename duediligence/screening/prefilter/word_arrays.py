"""The distinct words of many names as arrays, so that many pairs of names can be looked at at once."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from duediligence.model import NameType
from duediligence.names import NameToken, PreparedName, TokenKind
from duediligence.screening.index.arrays import Floats, Ints
from duediligence.screening.score.name_score import LEAST_LETTERS, is_own, own_share


@dataclass(frozen=True, slots=True)
class Columns:
    """One line per distinct word.

    `letters` and `sounds` have one bit per letter that occurs, `bits` what the word is worth, `own` how far it makes
    another name of one that lacks it (0 for a place); `begins` is its first letter, `start` stands for the first three;
    `nickname` numbers its family, 0 for none.
    """

    letters: npt.NDArray[np.uint32]
    sounds: npt.NDArray[np.uint32]
    length: Floats
    sound_length: Floats
    bits: Floats
    vowelless: npt.NDArray[np.bool_]
    legal: npt.NDArray[np.bool_]
    initial: npt.NDArray[np.bool_]
    number: npt.NDArray[np.bool_]
    own: Floats
    start: npt.NDArray[np.uint64]
    begins: npt.NDArray[np.uint32]
    nickname: Ints
    texts: npt.NDArray[np.object_]
    sound_texts: npt.NDArray[np.object_]
    place: Ints
    in_a_town: npt.NDArray[np.bool_]
    tokens: npt.NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class Rows:
    """The words of several names one after the other: name `n` has `words[starts[n]:starts[n + 1]]`."""

    words: Ints
    starts: Ints
    person: npt.NDArray[np.bool_]
    names: Sequence[PreparedName]
    _joined: dict[int, str] = field(default_factory=dict)

    def joined(self, names: Ints) -> list[str]:
        """The names without blanks."""
        known = self._joined
        for number in set(names.tolist()).difference(known):
            known[number] = self.names[number].joined
        return [known[number] for number in names.tolist()]

    def words_of(self, names: Ints) -> tuple[Ints, Ints]:
        """The words of some names, and for each the position of its name among them."""
        sizes = np.diff(self.starts)[names]
        owner = np.repeat(np.arange(len(names)), sizes)
        inside = np.arange(len(owner)) - (np.cumsum(sizes) - sizes)[owner]
        return self.words[self.starts[names][owner] + inside], owner


class Words:
    """Numbers for words; words that compare alike have one number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._families: dict[str, int] = {"": 0}
        self.tokens: list[NameToken] = []

    def rows(self, names: Iterable[PreparedName]) -> Rows:
        """The names as numbers of words."""
        names = list(names)
        words = [self._number(token) for name in names for token in name.tokens]
        starts = np.cumsum([0, *(len(name.tokens) for name in names)]).astype(np.int64)
        return Rows(
            np.array(words, dtype=np.int64),
            starts,
            np.array([name.name_type is NameType.PERSON for name in names], dtype=np.bool_),
            names,
        )

    def _number(self, token: NameToken) -> int:
        number = self._numbers.get(token.code)
        if number is None:
            number = self._numbers[token.code] = len(self.tokens)
            self.tokens.append(token)
        return number

    def columns(self, bits: Callable[[NameToken], float], places: Mapping[str, int], towns: Container[str]) -> Columns:
        """Everything of the words. `places` numbers the sounds of the entries' addresses, `towns` are the parties'."""
        tokens = self.tokens
        families = [self._families.setdefault(token.nickname, len(self._families)) for token in tokens]
        return Columns(
            np.array([letters_of(_compared(token)) for token in tokens], dtype=np.uint32),
            np.array([letters_of(token.sound) for token in tokens], dtype=np.uint32),
            np.array([len(_compared(token)) for token in tokens], dtype=np.float64),
            np.array([len(token.sound) for token in tokens], dtype=np.float64),
            np.array([bits(token) for token in tokens], dtype=np.float64),
            np.array([token.consonantal for token in tokens], dtype=np.bool_),
            np.array([token.kind is TokenKind.LEGAL_FORM for token in tokens], dtype=np.bool_),
            np.array([token.kind is TokenKind.INITIAL for token in tokens], dtype=np.bool_),
            np.array([token.kind is TokenKind.NUMBER for token in tokens], dtype=np.bool_),
            np.array([_own(token, bits) for token in tokens], dtype=np.float64),
            np.array([_start(token.text) for token in tokens], dtype=np.uint64),
            np.array([ord(token.text[0]) for token in tokens], dtype=np.uint32),
            np.array(families, dtype=np.int64),
            np.array([_compared(token) for token in tokens], dtype=np.object_),
            np.array([token.sound for token in tokens], dtype=np.object_),
            np.array([places.get(token.sound, -1) for token in tokens], dtype=np.int64),
            np.array([token.sound in towns for token in tokens], dtype=np.bool_),
            np.array(tokens, dtype=np.object_),
        )


def letters_of(word: str) -> int:
    """A bit for each letter that occurs; figures and letters beyond z share bits, which only makes words more alike."""
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) & 31)
    return found


def _compared(token: NameToken) -> str:
    """What letters are compared: a misspelt legal form is known by its spelling, not by its class."""
    return token.spelled if token.kind is TokenKind.LEGAL_FORM else token.text


def _own(token: NameToken, bits: Callable[[NameToken], float]) -> float:
    return own_share(token, bits) if is_own(token) and token.kind is not TokenKind.PLACE else 0.0


def _start(text: str) -> int:
    found = 0
    for letter in text[:LEAST_LETTERS]:
        found = found << 21 | ord(letter)
    return found
