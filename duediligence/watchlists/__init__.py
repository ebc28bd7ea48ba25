"""Official watchlists: read, dated, kept in editions, and turned into entries that parties are screened against."""

from duediligence.watchlists.catalogue import CatalogueEntry, catalogue, catalogue_entry
from duediligence.watchlists.choosing import lists_for
from duediligence.watchlists.comparing import ListChange, compare, edition_at
from duediligence.watchlists.editions import KeptEdition, installed_editions
from duediligence.watchlists.found import read_whole
from duediligence.watchlists.inspecting import Inspected, inspect_lists
from duediligence.watchlists.installing import Installed
from duediligence.watchlists.loading import LoadedLists, load_lists, packaged_folder, packaged_lists
from duediligence.watchlists.orders import GoodsOrder, orders
from duediligence.watchlists.staleness import staleness
from duediligence.watchlists.updating import add, update

__all__ = [
    "CatalogueEntry",
    "GoodsOrder",
    "Inspected",
    "Installed",
    "KeptEdition",
    "ListChange",
    "LoadedLists",
    "add",
    "catalogue",
    "catalogue_entry",
    "compare",
    "edition_at",
    "inspect_lists",
    "installed_editions",
    "lists_for",
    "load_lists",
    "orders",
    "packaged_folder",
    "packaged_lists",
    "read_whole",
    "staleness",
    "update",
]
