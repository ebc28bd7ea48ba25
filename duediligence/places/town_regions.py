"""The region, and the spot, of a city that is named alone. A name that several regions share is left open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from duediligence.places.distance import distance_km
from duediligence.places.normalize import fold
from duediligence.places.regions import common_region, named_region, region_name, region_words
from duediligence.places.towns import City, cities_named

# A rule of this project: a city must be so many times larger than every other of its name before it is taken alone.
PROMINENT = 20
_ONLY, _PROMINENT = 0.9, 0.7
_SAME_SPOT_KM = 30
# Words that a city cell writes beside the name, folded.
_BESIDE = frozenset({"city", "town", "cidade", "ciudad", "ville", "shi", "kota", "municipality", "de", "of"})
_ENDINGS = "市县縣"


@dataclass(frozen=True, slots=True)
class RegionReading:
    """What an address or a city cell says of its region.

    `code` is ISO 3166-2 or empty; `text` is the part that names it. `candidates` are the codes it could be when it is
    `ambiguous`, so that none was taken, or when only their size told them apart. `confidence` is 0 to 1; `reason` says
    in words how it was read. `in_city` says that it was read from the city cell and not from the address.
    """

    code: str = ""
    text: str = ""
    ambiguous: bool = False
    candidates: tuple[str, ...] = ()
    confidence: float = 0.0
    reason: str = ""
    in_city: bool = False

    @property
    def prominent(self) -> bool:
        """Whether size alone told this region from others."""
        return bool(self.code) and len(self.candidates) > 1


@lru_cache(maxsize=65_536)
def region_of_city(text: str, country: str = "") -> RegionReading:
    """The region of a city of `country` (alpha-2; empty: of any country), by its name alone."""
    cities = _of_country(text, country)
    if region_words().city_only.get(country, {}).get(fold(text), "known") == "":
        codes = (*(city.region for city in cities), named_region(fold(text).split(), country))
        return _shared(text, tuple(dict.fromkeys(filter(None, codes))))
    best = [city for city in cities if city.region]
    if not best:
        return RegionReading()
    rivals = [city for city in cities if not _same(city, best[0])]
    named = tuple(dict.fromkeys(city.region for city in (best[0], *rivals) if city.region))
    if not rivals:
        code = common_region([city.region for city in best]) or best[0].region
        return RegionReading(code, text, confidence=_ONLY, reason=f"{best[0].name} lies in {region_name(code)}")
    if _far_larger(best[0], rivals):
        reason = f"the {best[0].name} in {region_name(best[0].region)} is {PROMINENT} times larger than any other"
        return RegionReading(best[0].region, text, candidates=named, confidence=_PROMINENT, reason=reason)
    return _shared(text, named)


def _shared(text: str, codes: tuple[str, ...]) -> RegionReading:
    names = ", ".join(f"{region_name(code)} ({code})" for code in codes[:4])
    reason = f"several regions have a place called {text}: {names}" + (" and others" if len(codes) > 4 else "")
    return RegionReading(text=text, ambiguous=True, candidates=codes, reason=reason)


@lru_cache(maxsize=16_384)
def city_position(name: str, country: str) -> tuple[float, float] | None:
    """Latitude and longitude (degrees) of a city of `country` (alpha-2); none if unknown, or several are so called."""
    cities = _of_country(name, country)
    if not cities:
        return None
    spot = cities[0].latitude, cities[0].longitude
    others = [city for city in cities if distance_km(*spot, city.latitude, city.longitude) > _SAME_SPOT_KM]
    return spot if _far_larger(cities[0], others) else None


def _of_country(text: str, country: str) -> list[City]:
    for name in _plain(text):
        found = [city for city in cities_named(name) if country in ("", city.country)]
        if found:
            return found
    return []


def _plain(text: str) -> Iterable[str]:
    """The name as written, then without the words beside it."""
    yield text
    words = fold(text).split()
    kept = [word for word in words if word not in _BESIDE and not any(sign.isdigit() for sign in word)]
    short = " ".join(kept)
    if kept and short != " ".join(words):
        yield short
    if not short.isascii() and short[-1:] in tuple(_ENDINGS):
        yield short[:-1]


def _same(one: City, other: City) -> bool:
    """Whether two cities lie in one region, or in regions that lie in one another."""
    return bool(one.region and other.region and common_region((one.region, other.region)))


def _far_larger(city: City, others: Sequence[City]) -> bool:
    return all(city.population >= PROMINENT * max(other.population, 1) for other in others)
