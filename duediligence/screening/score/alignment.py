"""Which word of one name meets which word of the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duediligence.model import NameType
from duediligence.names import NameToken, PreparedName, TokenKind, sound_key
from duediligence.screening.score.similarity import WordSimilarity

# At most this many neighbouring words are read as one: `Bar zag ani` → `Barzagani`.
_MOST_JOINED = 3
LEAST_JOINED = 5
_LEAST_JOINED_SIMILARITY = 0.8


@dataclass(frozen=True, slots=True)
class Pair:
    """Words that meet: one on each side, or several neighbours on one side beside one on the other."""

    left: tuple[NameToken, ...]
    right: tuple[NameToken, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Every word of both names once: in a pair, or left alone."""

    pairs: tuple[Pair, ...]
    left_alone: tuple[NameToken, ...]
    right_alone: tuple[NameToken, ...]


def align(left: PreparedName, right: PreparedName, similarity: WordSimilarity) -> Alignment:
    """Pair equal words, then words run together, then the most alike, then initials; order is free."""
    pairs: list[Pair] = []
    lefts: list[NameToken | None] = list(left.tokens)
    rights: list[NameToken | None] = list(right.tokens)
    _equal(lefts, rights, pairs)
    if any(lefts) and any(rights):
        _alike(lefts, rights, pairs, similarity)
        if NameType.ORGANISATION not in (left.name_type, right.name_type):
            _initials(lefts, rights, pairs)
    return Alignment(tuple(pairs), tuple(t for t in lefts if t), tuple(t for t in rights if t))


def has_joined(left: PreparedName, right: PreparedName, similarity: WordSimilarity) -> bool:
    """Whether neighbouring words of one name read like one word of the other."""
    return any(
        _run_together(*sides, similarity) for sides in ((left.tokens, right.tokens), (right.tokens, left.tokens))
    )


def _equal(lefts: list[NameToken | None], rights: list[NameToken | None], pairs: list[Pair]) -> None:
    for i, word in enumerate(lefts):
        for j, other in enumerate(rights):
            if other is not None and word is not None and other.text == word.text and word.kind is other.kind:
                pairs.append(Pair((word,), (other,), 1.0))
                lefts[i] = rights[j] = None
                break


def _alike(
    lefts: list[NameToken | None], rights: list[NameToken | None], pairs: list[Pair], similarity: WordSimilarity
) -> None:
    """Greedily the most alike first, longer words first among equals."""
    found: list[tuple[float, int, int, int, int, int]] = []
    for i, word in enumerate(lefts):
        for j, other in enumerate(rights):
            if word is not None and other is not None:
                alike = similarity(word, other)
                if alike:
                    found.append((-alike, -len(word.text) - len(other.text), i, i + 1, j, j + 1))
    found += [(-s, -n, i, k, j, j + 1) for s, n, i, k, j in _run_together(lefts, rights, similarity)]
    found += [(-s, -n, j, j + 1, i, k) for s, n, i, k, j in _run_together(rights, lefts, similarity)]
    for alike, _, i, k, j, m in sorted(found):
        words, others = lefts[i:k], rights[j:m]
        if all(words) and all(others):
            pairs.append(Pair(tuple(w for w in words if w), tuple(w for w in others if w), -alike))
            lefts[i:k] = [None] * (k - i)
            rights[j:m] = [None] * (m - j)


def _run_together(
    many: Sequence[NameToken | None], single: Sequence[NameToken | None], similarity: WordSimilarity
) -> list[tuple[float, int, int, int, int]]:
    """Neighbours of one side that read like one word of the other: similarity, letters, from, to, the single word."""
    found: list[tuple[float, int, int, int, int]] = []
    if not any(word and len(word.spelled) >= LEAST_JOINED for word in single) or sum(map(bool, many)) < 2:
        return found
    for i, first in enumerate(many):
        if first is None or not _joins(first):
            continue
        text = first.spelled
        for k in range(i + 1, min(i + _MOST_JOINED, len(many))):
            following = many[k]
            if following is None or not _joins(following):
                break
            text += following.spelled
            for j, word in enumerate(single):
                if word is None or abs(len(word.spelled) - len(text)) > 1 or len(text) < LEAST_JOINED:
                    continue
                alike = _joined_similarity(text, word, similarity)
                if alike >= _LEAST_JOINED_SIMILARITY:
                    found.append((alike, len(text) + len(word.spelled), i, k + 1, j))
    return found


def _joins(word: NameToken) -> bool:
    return word.kind is not TokenKind.LEGAL_FORM and not word.spelled.isdigit()


def _joined_similarity(text: str, word: NameToken, similarity: WordSimilarity) -> float:
    if word.kind is TokenKind.LEGAL_FORM:
        return 0.0
    alike = similarity.of_texts(text, word.spelled)
    return max(alike, 0.95 if sound_key(text) == sound_key(word.spelled) else 0.0)


def _initials(lefts: list[NameToken | None], rights: list[NameToken | None], pairs: list[Pair]) -> None:
    """`J.` beside `Jose`: the letter agrees, which is little, and contradicts nothing."""
    for i, word in enumerate(lefts):
        for j, other in enumerate(rights):
            if word is None or other is None or TokenKind.INITIAL not in (word.kind, other.kind):
                continue
            if word.text[0] == other.text[0] and TokenKind.LEGAL_FORM not in (word.kind, other.kind):
                pairs.append(Pair((word,), (other,), 1.0))
                lefts[i] = rights[j] = None
                break
