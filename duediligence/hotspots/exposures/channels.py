"""Which signs of the channel registers a party's website and other channels bear."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from duediligence.hotspots.exposures.exposure import Meeting
from duediligence.hotspots.exposures.lookalike_domains import LicensedSites
from duediligence.hotspots.exposures.online_channels import Channel, read_channels
from duediligence.hotspots.registers.load import Registers
from duediligence.model import Nearness, Party, PartyKind
from duediligence.places import fold

_CHAT_AND_PAGES = ("messaging", "social")


def channel_meetings(party: Party, sites: LicensedSites, registers: Registers) -> Iterable[Meeting]:
    """Each row once, with the sign that was seen."""
    if not (party.website or party.channels):
        return
    cell = party.cell("website" if party.website else "channels")
    seen = _Seen(party, sites)
    for row in registers.channels:
        why = next(filter(None, (seen.why(sign) for sign in row.signs)), "")
        if why:
            yield Meeting(row, Nearness.SAME_CHANNEL, f"{why}: {row.pattern} ({row.register}).", 1.0, cell)


class _Seen:
    """What a party's channels show; each kind of sign has its own look."""

    def __init__(self, party: Party, sites: LicensedSites) -> None:
        texts = tuple(filter(None, (party.website, *party.channels)))
        self._channels: Sequence[Channel] = [channel for text in texts for channel in read_channels(text)]
        self._words = f" {' '.join(fold(text) for text in texts)} "
        self._recruits = party.kind is PartyKind.AGENCY
        self._sites = sites

    def why(self, sign: str) -> str:
        """What was seen of a sign, in words; empty where it was not."""
        kind, _, value = sign.partition(":")
        match kind:
            case "only":
                return self._only(value)
            case "kind":
                return self._any(value, [channel for channel in self._channels if channel.kind == value])
            case "domain":
                return self._any(value, [channel for channel in self._channels if _on(channel, value)])
            case "look-alike":
                return next(filter(None, map(self._look_alike, self._channels)), "")
            case _:
                return f"The text says “{value}”" if _as_words(value) in self._words else ""

    def _any(self, value: str, channels: Sequence[Channel]) -> str:
        return f"The channel {_named(channels[0])} was found under “{value}”" if channels else ""

    def _only(self, kind: str) -> str:
        """A recruiter with channels of this kind, and at most pages beside chat, and no website."""
        kinds = {channel.kind for channel in self._channels}
        mild = "social" if "social" in kinds else "messaging"
        if not self._recruits or not kinds or not kinds.issubset(_CHAT_AND_PAGES) or mild != kind:
            return ""
        return f"The recruiter names {', '.join(map(_named, self._channels))} and no website"

    def _look_alike(self, channel: Channel) -> str:
        like = self._sites.resembled(channel)
        return f"The domain {channel.domain} looks like {like[0]} of {like[1]}" if like else ""


@cache
def _as_words(value: str) -> str:
    return f" {fold(value)} "


def _named(channel: Channel) -> str:
    return f"{channel.host}/{channel.handle}".rstrip("/")


def _on(channel: Channel, pattern: str) -> bool:
    """Whether the host is the pattern or lies under it; `t.me/x` asks for the account, too."""
    host, _, handle = pattern.casefold().partition("/")
    under = channel.host == host or channel.host.endswith(f".{host}")
    return under and (not handle or channel.handle == handle)
