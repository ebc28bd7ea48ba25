"""How alike two words of two names are, 0..1."""

from __future__ import annotations

from collections.abc import Callable

from duediligence.names import NameToken, TokenKind
from duediligence.screening import weights


class WordSimilarity:
    """Compares words and remembers what it compared; symmetric. 1 is the same word, 0 are different words."""

    __slots__ = ("_alike", "_known")

    def __init__(self) -> None:
        self._alike = _edit_similarity()
        self._known: dict[tuple[str, str], float] = {}

    def __reduce__(self) -> tuple[type[WordSimilarity], tuple[()]]:
        """A copy for another process learns anew."""
        return WordSimilarity, ()

    def __call__(self, left: NameToken, right: NameToken) -> float:
        """The similarity of two words of any kind."""
        known = self._known.get((left.code, right.code))
        if known is None:
            known = self._compare(left, right)
            self._known[left.code, right.code] = self._known[right.code, left.code] = known
        return known

    def _compare(self, left: NameToken, right: NameToken) -> float:
        if left.text == right.text:
            return 1.0
        kinds = (left.kind, right.kind)
        if TokenKind.NUMBER in kinds or TokenKind.INITIAL in kinds:
            return 0.0
        if TokenKind.LEGAL_FORM in kinds:
            return self._misspelt_form(left, right)
        if left.sound == right.sound and left.familiar and right.familiar:
            return weights.SAME_NAME
        if left.consonantal or right.consonantal:
            return self._consonants(left, right)
        similarity = self._alike(left.text, right.text)
        if left.sound == right.sound:
            return _same_sound(similarity)
        similarity = max(similarity, weights.SOUND_SHARE * self._alike(left.sound, right.sound))
        if left.nickname and left.nickname == right.nickname:
            similarity = max(similarity, weights.SAME_NICKNAME)
        return similarity if similarity >= weights.LEAST_SIMILARITY else 0.0

    def _misspelt_form(self, left: NameToken, right: NameToken) -> float:
        """`Lmiited` beside `Limited`: a word one or two slips away from a legal form is meant for it."""
        if left.kind is right.kind:
            return 0.0
        similarity = self._alike(left.spelled, right.spelled)
        return similarity if similarity >= 0.7 else 0.0

    def _consonants(self, left: NameToken, right: NameToken) -> float:
        similarity = weights.SAME_CONSONANTS * self._alike(left.skeleton, right.skeleton)
        return similarity if similarity >= weights.LEAST_SIMILARITY else 0.0

    def of_texts(self, left: str, right: str) -> float:
        """Two spellings without regard to kind: words run together beside a single word."""
        return self._alike(left, right)


def _same_sound(spelling: float) -> float:
    return weights.SAME_SOUND + (1.0 - weights.SAME_SOUND) * spelling * 0.8


def _edit_similarity() -> Callable[[str, str], float]:
    """1 − (edits ÷ the longer length); a swap of neighbours is one edit."""
    from rapidfuzz.distance import OSA

    return OSA.normalized_similarity
