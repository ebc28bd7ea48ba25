"""Official watchlists: read, dated, and turned into entries that parties are screened against."""

from duediligence.watchlists.catalogue import CatalogueEntry, catalogue, catalogue_entry
from duediligence.watchlists.loading import LoadedLists, lists_for, load_lists, packaged_lists
from duediligence.watchlists.orders import GoodsOrder, orders
from duediligence.watchlists.staleness import staleness

__all__ = [
    "CatalogueEntry",
    "GoodsOrder",
    "LoadedLists",
    "catalogue",
    "catalogue_entry",
    "lists_for",
    "load_lists",
    "orders",
    "packaged_lists",
    "staleness",
]
