"""Rows of a person's table → parties: which column means what, in which language, and what could not be read."""

from duediligence.intake.gathering import gather
from duediligence.intake.links import Links, Relation, link
from duediligence.intake.mapping import FileMapping, load_mapping, write_mapping
from duediligence.intake.marking import mark_problems
from duediligence.intake.near_duplicates import near_duplicates
from duediligence.intake.normalised import normalised_rows, write_parties
from duediligence.intake.reading import parties_of, read_parties
from duediligence.intake.routes import corridors

__all__ = [
    "FileMapping",
    "Links",
    "Relation",
    "corridors",
    "gather",
    "link",
    "load_mapping",
    "mark_problems",
    "near_duplicates",
    "normalised_rows",
    "parties_of",
    "read_parties",
    "write_mapping",
    "write_parties",
]
