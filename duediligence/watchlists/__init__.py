"""Official watchlists: read, dated, kept in editions, and turned into entries that parties are screened against."""

from duediligence.watchlists.catalogue import CatalogueEntry, catalogue, catalogue_entry
from duediligence.watchlists.diff import ListChange, compare, edition_at
from duediligence.watchlists.editions.age import staleness
from duediligence.watchlists.editions.folders import packaged_folder
from duediligence.watchlists.editions.install import Installed
from duediligence.watchlists.editions.recognise import read_whole
from duediligence.watchlists.editions.store import KeptEdition, installed_editions
from duediligence.watchlists.editions.update import add, update
from duediligence.watchlists.inspect import Inspected, inspect_lists
from duediligence.watchlists.load import LoadedLists, lists_for, load_lists, packaged_lists
from duediligence.watchlists.orders import GoodsOrder, orders

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
