"""Rows of a person's table → parties: which column means what, in which language, and what could not be read."""

from duediligence.intake.links import agencies_by_name, gather, unknown_agencies
from duediligence.intake.normalised import normalised_rows
from duediligence.intake.reading import parties_of, read_parties

__all__ = ["agencies_by_name", "gather", "normalised_rows", "parties_of", "read_parties", "unknown_agencies"]
