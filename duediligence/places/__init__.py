"""Countries and their regions: texts in, ISO codes out. Never guesses in silence; depends on no other room."""

from duediligence.places.address import country_in_address
from duediligence.places.countries import alpha2, country_name, country_of_code
from duediligence.places.country_text import NOT_STATED, CountryReading, find_country, is_country
from duediligence.places.distance import distance_km
from duediligence.places.locate import find_place
from duediligence.places.normalize import fold
from duediligence.places.outlines import MAP_SOURCE, Outline, Spot, outlines, region_spot, spot_of
from duediligence.places.projection import natural_earth
from duediligence.places.region_text import region_in_address
from duediligence.places.regions import current_code, find_region, region_contains, region_name, region_parent
from duediligence.places.town_regions import RegionReading, city_position, region_of_city
from duediligence.places.towns import City, cities_named, countries_of_city

__all__ = [
    "MAP_SOURCE",
    "NOT_STATED",
    "City",
    "CountryReading",
    "Outline",
    "RegionReading",
    "Spot",
    "alpha2",
    "cities_named",
    "city_position",
    "countries_of_city",
    "country_in_address",
    "country_name",
    "country_of_code",
    "current_code",
    "distance_km",
    "find_country",
    "find_place",
    "find_region",
    "fold",
    "is_country",
    "natural_earth",
    "outlines",
    "region_contains",
    "region_in_address",
    "region_name",
    "region_of_city",
    "region_parent",
    "region_spot",
    "spot_of",
]
