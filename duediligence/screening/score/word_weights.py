"""How much a word says: the rarer in the lists and in the file at hand, the more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log2

from duediligence.names import NameToken, PreparedName, TokenKind
from duediligence.screening import weights


class Rarity:
    """Bits of information per word; spellings of one sound are counted together.

    However few names are counted, a word is held against a background of as many names as the large lists have."""

    __slots__ = ("_bits", "_names", "_seen")

    def __init__(self, names: Iterable[PreparedName] = ()) -> None:
        self._seen: Counter[str] = Counter()
        self._names = 0
        for name in names:
            self._names += 1
            self._seen.update({token.sound for token in name.tokens})
        self._bits: dict[str, float] = {}

    def bits(self, token: NameToken) -> float:
        """What the word is worth, > 0, capped by its kind and its length."""
        known = self._bits.get(token.code)
        if known is None:
            known = self._bits[token.code] = self._weigh(token)
        return known

    def _weigh(self, token: NameToken) -> float:
        most = weights.KIND_MOST[token.kind]
        if token.kind in (TokenKind.LEGAL_FORM, TokenKind.PARTICLE, TokenKind.INITIAL):
            return most
        seen = self._seen[token.sound] + (weights.FAMILIAR_NAMES if token.familiar else 0.5)
        bits = log2((self._names + weights.BACKGROUND_NAMES) / seen) * weights.KIND_SHARE[token.kind]
        return max(0.5, min(bits, most, len(token.text) * weights.BITS_PER_LETTER))
