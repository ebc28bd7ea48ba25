"""Due diligence against human trafficking in conflict, offline and explained."""

__version__ = "0.1.0"
