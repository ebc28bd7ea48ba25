"""Countries and their regions: texts in, ISO codes out. Never guesses in silence; depends on no other room."""

from duediligence.places.addresses import country_in_address
from duediligence.places.cities import City, cities_named, countries_of_city
from duediligence.places.countries import alpha2, country_name, country_of_code
from duediligence.places.reading import NOT_STATED, CountryReading, find_country
from duediligence.places.region_reading import RegionReading, region_in_address
from duediligence.places.regions import find_region, region_contains, region_name, region_parent

__all__ = [
    "NOT_STATED",
    "City",
    "CountryReading",
    "RegionReading",
    "alpha2",
    "cities_named",
    "countries_of_city",
    "country_in_address",
    "country_name",
    "country_of_code",
    "find_country",
    "find_region",
    "region_contains",
    "region_in_address",
    "region_name",
    "region_parent",
]
