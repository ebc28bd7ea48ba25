"""From aligned words to two figures: which share of the names agrees, and how much that is."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass

from duediligence.model import NameType
from duediligence.names import NameToken, PreparedName, TokenKind, may_be_title
from duediligence.screening import weights
from duediligence.screening.score.alignment import Alignment, Pair

NO_WORDS: frozenset[str] = frozenset()
# Shorter words are one slip from another: they neither abbreviate nor contradict.
LEAST_LETTERS = 3
_LEAST_SURPLUS = 4
_OWN_KINDS = (TokenKind.DISTINCTIVE, TokenKind.PLACE, TokenKind.COMMON)


@dataclass(frozen=True, slots=True)
class Sides:
    """What is known of the sides beyond their words.

    Places are sounds of words that only tell where a side is: a missing one hardly counts. A file puts towns behind
    names, so that those of a party's name are the party's town and all places of the entry; a place in a list name
    tells one branch from another unless it is the party's own town. `listed` says that the right name is a list's, and
    the left one has its words too many itself.
    """

    left_places: frozenset[str] = NO_WORDS
    right_places: frozenset[str] = NO_WORDS
    listed: bool = False


EQUAL_SIDES = Sides()


@dataclass(frozen=True, slots=True)
class Measure:
    """`agreeing` and `against` in bits; `share` is what a bit of a lone word counts, by side.

    `cut` says that one text is the beginning of the other, as a full name field leaves it; `apart` counts the bits
    against of a part that is another one: another number, another given name, another word of its own.
    """

    agreeing: float
    against: float
    left_share: float
    right_share: float
    cut: bool
    apart: float

    @property
    def likeness(self) -> float:
        """The agreeing share of all that was compared, 0..1."""
        whole = self.agreeing + self.against
        return self.agreeing / whole if whole else 0.0

    @property
    def confidence(self) -> float:
        """How far a likeness of so few bits can be trusted, 0..1."""
        doubt: float = 0.5 * 2.0 ** ((weights.DOUBTFUL_BITS - self.agreeing) / weights.HALVING_BITS)
        return 1.0 - min(1.0, doubt)


def measure(
    alignment: Alignment,
    left: PreparedName,
    right: PreparedName,
    bits: Callable[[NameToken], float],
    alike: Callable[[str, str], float],
    *,
    person: bool,
    sides: Sides = EQUAL_SIDES,
) -> Measure:
    """Weigh an alignment; `alike` compares two spellings."""
    agreeing = against = 0.0
    for pair in alignment.pairs:
        worth = pair_bits(pair, bits)
        kept = credit(pair.similarity)
        agreeing += worth * kept
        against += worth * (1.0 - kept)
    cut = bool(alignment.left_alone or alignment.right_alone) and is_cut(left.text, right.text)
    lefts = sum(lone_bits(token, bits, sides.left_places) for token in alignment.left_alone)
    rights = sum(lone_bits(token, bits, sides.right_places) for token in alignment.right_alone)
    left_share, right_share = _shares(lefts, rights, person=person, cut=cut)
    against += lefts * left_share + rights * right_share
    other = 0.0 if cut else other_part(alignment, left, right, bits, alike, sides)
    apart = other * max(weights.APART_BITS, weights.APART_SHARE * agreeing)
    agreeing += weights.CUT_BITS if cut else 0.0
    return Measure(agreeing, against + apart, left_share, right_share, cut, apart)


def pair_bits(pair: Pair, bits: Callable[[NameToken], float]) -> float:
    """What a pair is worth: the more common of its sides tells how easily it meets by chance."""
    if len(pair.left) == len(pair.right) == 1 and TokenKind.INITIAL in (pair.left[0].kind, pair.right[0].kind):
        return weights.KIND_MOST[TokenKind.INITIAL]
    worth = min(max(map(bits, pair.left)), max(map(bits, pair.right)))
    if pair.left[0].consonantal or pair.right[0].consonantal:
        consonants = min(len(pair.left[0].skeleton), len(pair.right[0].skeleton))
        return min(worth, weights.BITS_PER_CONSONANT * consonants)
    return worth


def lone_bits(token: NameToken, bits: Callable[[NameToken], float], places: Container[str]) -> float:
    """What a word without a partner is worth."""
    return bits(token) * (weights.PLACE_SHARE if token.sound in places else 1.0)


def credit(similarity: float) -> float:
    """The share of a pair's bits that a similarity keeps: all at 1, none at the least."""
    lost = (1.0 - similarity) / (1.0 - weights.LEAST_SIMILARITY)
    kept: float = 1.0 - lost**weights.CREDIT_BEND
    return max(0.0, kept)


def other_part(
    alignment: Alignment,
    left: PreparedName,
    right: PreparedName,
    bits: Callable[[NameToken], float],
    alike: Callable[[str, str], float],
    sides: Sides,
) -> float:
    """How far a word of one name's own stands in the place of one of the other's, 0..1; numbers that differ are 1.

    A number that one name lacks makes another depot, vessel or plant of the other, most of all one that a list name
    lacks. A place behind a name stands against another place only: the French branch is not the German one. Words that
    are not quite unlike may be one after all, badly spelled or abbreviated.
    """
    numbers = _other_number(alignment, sides)
    if numbers:
        return numbers
    lefts = _own(alignment.left_alone, places_behind(left, sides.left_places), bits)
    rights = _own(alignment.right_alone, places_behind(right, sides.right_places), bits)
    if sides.listed and lefts and not rights:
        return surplus_part(left, right, lefts, sides.left_places)
    if not lefts or not rights:
        both = _any_place(alignment.left_alone) and _any_place(alignment.right_alone)
        return weights.OTHER_PLACE if both else 0.0
    likest = max(_likeness_of_lone(word, other, alike) for word, _ in lefts for other, _ in rights)
    unlike = min(1.0, max(0.0, weights.NOT_APART - likest) / (weights.NOT_APART - weights.QUITE_UNLIKE))
    return min(max(weight for _, weight in lefts), max(weight for _, weight in rights)) * unlike


def _other_number(alignment: Alignment, sides: Sides) -> float:
    left, right = _any_number(alignment.left_alone), _any_number(alignment.right_alone)
    if left and (right or sides.listed):
        return 1.0
    return weights.OTHER_NUMBER if left or right else 0.0


def surplus_part(
    name: PreparedName, other: PreparedName, own: Sequence[tuple[NameToken, float]], places: Container[str]
) -> float:
    """How far a word that only the party's name has makes another of it, 0..1: a brother, a sister company.

    A person's name may have more parts in a file than in a list, but hardly in front. A short word may be a badly
    written legal form, one made of the other words' first letters stands for them, and one that is in a word of the
    list name was split off.
    """
    first = name.telling[0] if name.name_type is NameType.PERSON else None
    initials = "".join(token.text[0] for token in name.tokens)
    telling = (
        weight
        for token, weight in own
        if token.kind is TokenKind.DISTINCTIVE
        and len(token.text) >= _LEAST_SURPLUS
        and token.sound not in places
        and (first is None or (token is first and not may_be_title(token.text)))
        and not _within(token.text, initials)
        and token.spelled not in other.joined
    )
    return weights.SURPLUS * max(telling, default=0.0)


def _within(letters: str, text: str) -> bool:
    """Whether the letters stand in the text in their order."""
    rest = iter(text)
    return all(letter in rest for letter in letters)


def places_behind(name: PreparedName, places: Container[str]) -> set[int]:
    """The identities of the words at the end of a name that say where it is: `Safari Club, Kinshasa`."""
    found: set[int] = set()
    for token in reversed(name.tokens):
        if token.sound not in places and token.kind not in (TokenKind.LEGAL_FORM, TokenKind.PLACE):
            break
        found.add(id(token))
    return found


def own_share(token: NameToken, bits: Callable[[NameToken], float]) -> float:
    """How far a telling word makes another name of one that lacks it, 0..1."""
    span = weights.APART_FULLY - weights.APART_FROM
    return min(1.0, max(0.0, (bits(token) - weights.APART_FROM) / span))


def is_own(token: NameToken) -> bool:
    """Whether a word is of the kinds and the length that make another name."""
    return token.kind in _OWN_KINDS and len(token.text) >= LEAST_LETTERS


def _own(
    tokens: Iterable[NameToken], left_out: Container[int], bits: Callable[[NameToken], float]
) -> list[tuple[NameToken, float]]:
    """The telling words with their shares."""
    return [(token, own_share(token, bits)) for token in tokens if is_own(token) and id(token) not in left_out]


def _likeness_of_lone(left: NameToken, right: NameToken, alike: Callable[[str, str], float]) -> float:
    shorter, longer = sorted((left.text, right.text), key=len)
    if len(shorter) >= LEAST_LETTERS and longer.startswith(shorter):
        return weights.NOT_APART
    return max(alike(left.text, right.text), alike(left.sound, right.sound))


def numbers_differ(alignment: Alignment) -> bool:
    """Whether both names carry a number and not the same: plant 2 is not plant 3."""
    return _any_number(alignment.left_alone) and _any_number(alignment.right_alone)


def is_cut(left: str, right: str) -> bool:
    """Whether the shorter text is a long beginning of the longer one that ends within a word.

    One that ends with a whole word may be cut as well, or the longer name may be another: a branch, a successor.
    """
    shorter, longer = (left, right) if len(left) < len(right) else (right, left)
    if len(shorter) < weights.LEAST_CUT or len(shorter) == len(longer):
        return False
    letters = _letters(shorter)
    return _letters(longer).startswith(letters) and _goes_on(longer, len(letters))


def _goes_on(text: str, letters: int) -> bool:
    """Whether so many letters of the text end within a word."""
    ends = [position for position, letter in enumerate(text) for _ in letter.casefold() if letter.isalnum()]
    return len(ends) > letters > 0 and ends[letters] == ends[letters - 1] + 1


def _shares(lefts: float, rights: float, *, person: bool, cut: bool) -> tuple[float, float]:
    """What a lone bit counts on each side: more where it stands against a lone word of the other side."""
    if cut:
        return weights.CUT_SHARE, weights.CUT_SHARE
    missing = weights.MISSING_SHARE_PERSON if person else weights.MISSING_SHARE
    facing = min(lefts, rights)
    extra = (weights.CONTRADICTION_SHARE - missing) * facing
    return missing + extra / lefts if lefts else 0.0, missing + extra / rights if rights else 0.0


def _any_place(tokens: Iterable[NameToken]) -> bool:
    return any(token.kind is TokenKind.PLACE for token in tokens)


def _any_number(tokens: Iterable[NameToken]) -> bool:
    return any(token.kind is TokenKind.NUMBER for token in tokens)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
