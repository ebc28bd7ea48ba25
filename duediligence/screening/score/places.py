"""Words that tell where a party or an entry is, so that `Safari Club (Kinshasa)` is `Safari Club`."""

from __future__ import annotations

from functools import lru_cache

from duediligence.names import sound_key, words_of


def place_sounds(*texts: str) -> frozenset[str]:
    """The sounds of all words of addresses, towns and countries."""
    return frozenset().union(*(_sounds(text) for text in texts if text))


@lru_cache(maxsize=1 << 14)
def _sounds(text: str) -> frozenset[str]:
    return frozenset(sound_key(word) for word in words_of(text) if len(word) > 1)
