"""Names that are almost a listed one and stand for someone else: one part changed, the rest as listed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from duediligence.model import CellRef, EntryKind, NameType, Party, PartyKind, WatchlistEntry
from duediligence.names import NameToken, TokenKind, prepare

# A word that fewer names carry is no frequent given name.
_FREQUENT = 8
_LEAST_LETTERS = 4
_TRIES = 40
_TITLES = frozenset("general haji hajji mullah shaykh sheikh sayed maulavi abdul abdel abdal".split())


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A made-up name, what was changed, and the name it was made of."""

    kind: str
    party: Party
    listed: str


def near_misses(entries: Sequence[WatchlistEntry], count: int, seed: int = 5) -> list[NearMiss]:
    """At most `count` near misses, in equal parts where the lists allow; every second has its entry's country."""
    chance = random.Random(seed)
    people, others = (_names(entries, person) for person in (True, False))
    given = Counter(text.split()[0].casefold() for text, _ in people if len(text.split()) > 1)
    usual = sorted(word for word, seen in given.items() if seen >= _FREQUENT and _is_name(word))
    words = _words_of_companies(others)
    listed = {text.casefold() for text, _ in (*people, *others)}
    makers: tuple[tuple[str, list[tuple[str, str]], Callable[[str], str]], ...] = (
        ("another number", others, lambda text: _other_number(text, chance)),
        ("another given name", people, lambda text: _other_given_name(text, usual, chance)),
        ("another distinctive word", others, lambda text: _other_word(text, words, chance)),
    )
    found = []
    for kind, names, make in makers:
        share = zip(range(count // len(makers)), _made(names, make, listed, chance), strict=False)
        found += [_near_miss(kind, f"N{kind[8:10]}{n}", *texts, n) for n, texts in share]
    return found


def _names(entries: Sequence[WatchlistEntry], person: bool) -> list[tuple[str, str]]:
    kinds = (EntryKind.PERSON,) if person else (EntryKind.ORGANISATION,)
    return [
        (_given_first(name.text) if person else name.text, entry.country_codes[0] if entry.country_codes else "")
        for entry in entries
        if entry.kind in kinds
        for name in entry.names
        if not name.weak and name.text.isascii()
    ]


def _is_name(word: str) -> bool:
    return len(word) >= _LEAST_LETTERS and word.isalpha() and word not in _TITLES


def _given_first(text: str) -> str:
    family, comma, given = text.partition(", ")
    return f"{given} {family}" if comma else text


def _made(
    names: list[tuple[str, str]], make: Callable[[str], str], listed: set[str], chance: random.Random
) -> Iterator[tuple[str, str, str]]:
    """The changed name, the listed one, its country; each name once."""
    for text, country in chance.sample(names, len(names)):
        changed = make(text)
        if changed and changed.casefold() not in listed:
            listed.add(changed.casefold())
            yield changed, text, country


def _near_miss(kind: str, number: str, changed: str, listed: str, country: str, position: int) -> NearMiss:
    name_type = NameType.PERSON if "given" in kind else NameType.ORGANISATION
    where = country if position % 2 else ""
    party = Party(number, PartyKind.SUPPLIER, changed, CellRef("near misses"), name_type, country=where)
    return NearMiss(kind, party, listed)


def _own_words(text: str) -> list[NameToken]:
    """The distinctive words, where there is anything else in the name that can stay."""
    tokens = prepare(text, NameType.ORGANISATION).telling
    own = [token for token in tokens if token.kind is TokenKind.DISTINCTIVE and len(token.text) >= _LEAST_LETTERS]
    return own if len(tokens) > 1 else []


def _words_of_companies(names: Sequence[tuple[str, str]]) -> list[str]:
    """The distinctive words, without those that are a listed name by themselves."""
    own = [_own_words(text) for text, _ in names]
    alone = {words[0].text for words in own if len(words) == 1}
    return [word.written for words in own for word in words if word.text not in alone]


def _other_number(text: str, chance: random.Random) -> str:
    numbers = [word for word in text.split() if word.isdigit()]
    if not numbers or len(text.split()) < 2:
        return ""
    number = chance.choice(numbers)
    return text.replace(number, str(int(number) + chance.choice((1, 2, 3, 5, 10))), 1)


def _other_given_name(text: str, usual: Sequence[str], chance: random.Random) -> str:
    first, _, rest = text.partition(" ")
    if first.casefold() not in usual or not rest:
        return ""
    other = _unlike(first.casefold(), usual, chance)
    return f"{other.title()} {rest}" if other and other not in rest.casefold() else ""


def _other_word(text: str, words: Sequence[str], chance: random.Random) -> str:
    own = _own_words(text)
    if not own:
        return ""
    word = chance.choice(own).written
    other = _unlike(word, words, chance)
    return text.replace(word, other, 1) if other and other.casefold() not in text.casefold() else ""


def _unlike(word: str, others: Sequence[str], chance: random.Random) -> str:
    """A word that nobody takes for a misspelling of this one."""
    from rapidfuzz.distance import OSA

    sounds = prepare(word, NameType.PERSON).tokens
    for _ in range(_TRIES):
        other = chance.choice(others)
        theirs = prepare(other, NameType.PERSON).tokens
        alike = OSA.normalized_similarity(word.casefold(), other.casefold())
        related = sounds[0].sound == theirs[0].sound or (
            sounds[0].nickname and sounds[0].nickname == theirs[0].nickname
        )
        if alike < 0.5 and not related:
            return other
    return ""
