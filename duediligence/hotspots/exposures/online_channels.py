"""Online channels as they stand in a cell → host and handle, the same for every way to write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from duediligence.resources import data_file, load_validated

_ADDRESS = re.compile(
    r"(?<![\w@.])(?:https?://(?:[^\s/@]+@)?)?(?:[\w-]+\.)+[^\W\d_][\w-]*[^\W_](?::\d+)?(?:[/?#][^\s<>\"';,]*)?",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?P<word>[^\W\d_]+(?: app)?)\s*[:/-]?\s*(?P<handle>@[\w.]{3,}|\+?\d[\d ()-]{6,})")
_BARE_WORD = re.compile(r"[^\W\d_]+(?: app)?")
_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "go", "gob", "gov", "net", "or", "org"})
_KEPT = frozenset({"id", "phone", "p", "invite"})
"""The parts of a query that say who is meant; all others only say where the reader came from."""


@dataclass(frozen=True, slots=True)
class Platform:
    """One entry of platforms.yaml: `kind` is messaging, social, free host or link shortener."""

    platform: str
    kind: str
    hosts: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Channel:
    """`host` in lower case and in its own script, without `www.`; `handle` is the account or path, may be empty."""

    host: str
    handle: str = ""
    platform: Platform | None = None

    @property
    def kind(self) -> str:
        """The kind of its platform; a host of nobody's platform is a website."""
        return self.platform.kind if self.platform else "website"

    @property
    def domain(self) -> str:
        """The part of the host that somebody registered: `jobs.example.com.np` → `example.com.np`."""
        labels = self.host.split(".")
        deep = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
        return ".".join(labels[-3 if deep else -2 :])


def read_channels(text: str) -> tuple[Channel, ...]:
    """Every channel that a text names, by address (`https://t.me/x?utm_source=y`) or by name (`WhatsApp +977 …`)."""
    found = [channel for match in _ADDRESS.finditer(text) if (channel := _from_address(match[0]))]
    return tuple(dict.fromkeys([*found, *_from_names(_ADDRESS.sub(" ", text))]))


def _from_address(address: str) -> Channel | None:
    try:
        parts = urlsplit(address if "://" in address else f"https://{address}")
        host = _host(parts.hostname or "")
    except (UnicodeError, ValueError):
        return None
    kept = urlencode([pair for pair in parse_qsl(parts.query) if pair[0] in _KEPT])
    handle = parts.path.strip("/").removeprefix("@")
    platform = _platform(host)
    if platform and platform.kind in ("messaging", "social"):
        host, handle = platform.hosts[0], handle.casefold().removeprefix("+")
    return Channel(host, f"{handle}?{kept}" if kept else handle, platform)


def _host(name: str) -> str:
    """Through IDNA and back, so that `xn--…` and its letters are one host. Raises `UnicodeError` for no host."""
    plain = name.rstrip(".").encode("idna").decode("ascii").encode("ascii").decode("idna")
    return plain.casefold().removeprefix("www.")


def _platform(host: str) -> Platform | None:
    labels = host.split(".")
    return next(filter(None, (_by_host().get(".".join(labels[start:])) for start in range(len(labels) - 1))), None)


def _from_names(text: str) -> Iterator[Channel]:
    """A platform's name beside an account or number; or the name as the whole text."""
    for match in _NAMED.finditer(text):
        platform = _by_word().get(match["word"].casefold())
        if platform:
            handle = re.sub(r"[ ()+-]", "", match["handle"]).removeprefix("@").casefold()
            yield Channel(platform.hosts[0], handle, platform)
    whole = text.strip()
    if _BARE_WORD.fullmatch(whole) and (platform := _by_word().get(whole.casefold())):
        yield Channel(platform.hosts[0], "", platform)


@cache
def _platforms() -> tuple[Platform, ...]:
    return load_validated(data_file("watchlists", "hotspots", "online-signs", "platforms.yaml"), tuple[Platform, ...])


@cache
def _by_host() -> Mapping[str, Platform]:
    return {host: platform for platform in _platforms() for host in platform.hosts}


@cache
def _by_word() -> Mapping[str, Platform]:
    return {word: platform for platform in _platforms() for word in platform.words}
