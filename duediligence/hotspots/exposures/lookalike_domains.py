"""Domains that look like those of the licensed agencies in the same files."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from duediligence.hotspots.exposures.online_channels import Channel, read_channels
from duediligence.model import Party, PartyKind

# Letters and pairs that read alike. Own judgement, after the Unicode list of confusables.
_PAIRS = {"rn": "m", "vv": "w", "cl": "d", "-": ""}
_LETTERS = str.maketrans("01i|35аеорсухіјѕһԁӏьмкнтвαορνικτυ", "ollles" + "aeopcyxljshdlbmkhtb" + "aopvlktu")
_SHORTEST = 6
"""Names shorter than this are a letter away from too many others."""


@dataclass(frozen=True, slots=True)
class LicensedSites:
    """The registered domains of licensed agencies, by how their names look and by each way to drop one letter."""

    domains: frozenset[str]
    by_look: Mapping[str, tuple[str, str]]
    by_deletion: Mapping[str, tuple[tuple[str, str], ...]]

    def resembled(self, channel: Channel) -> tuple[str, str] | None:
        """The domain and agency that a website's domain looks like; None if it is one of them or like none."""
        if channel.platform or channel.domain in self.domains:
            return None
        look = _look(channel.domain)
        if len(look) >= _SHORTEST and look in self.by_look:
            return self.by_look[look]
        return next((site for site in self._near(look) if _one_edit(look, _look(site[0]))), None)

    def _near(self, look: str) -> Iterator[tuple[str, str]]:
        if len(look) >= _SHORTEST:
            for shorter in _deletions(look):
                yield from self.by_deletion.get(shorter, ())


def licensed_sites(parties: Iterable[Party]) -> LicensedSites:
    """The websites of every agency with a licence number."""
    domains: dict[str, str] = {}
    for party in parties:
        if party.kind is PartyKind.AGENCY and party.licence:
            sites = (channel for channel in read_channels(party.website) if not channel.platform)
            domains.update({site.domain: party.name for site in sites})
    deletions: dict[str, list[tuple[str, str]]] = {}
    for site in domains.items():
        for shorter in _deletions(_look(site[0])):
            deletions.setdefault(shorter, []).append(site)
    return LicensedSites(
        frozenset(domains),
        {_look(site[0]): site for site in domains.items()},
        {shorter: tuple(sites) for shorter, sites in deletions.items()},
    )


def _look(domain: str) -> str:
    """The name before the first dot, with letters that read alike made one."""
    name = unicodedata.normalize("NFKD", domain.partition(".")[0])
    plain = "".join(char for char in name if not unicodedata.combining(char))
    for seen, read in _PAIRS.items():
        plain = plain.replace(seen, read)
    return plain.translate(_LETTERS)


def _deletions(look: str) -> Iterator[str]:
    yield look
    yield from (look[:place] + look[place + 1 :] for place in range(len(look)))


def _one_edit(look: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(look, other, score_cutoff=1) <= 1
