"""Rows of a person's table → parties: which column means what, in which language, and what could not be read."""

from duediligence.intake.annotate import mark_problems
from duediligence.intake.cells.corridors import corridors
from duediligence.intake.cells.country import read_country
from duediligence.intake.cells.dates import date_column
from duediligence.intake.cells.numbers import amount_reader, parse_number
from duediligence.intake.cells.text import text_of
from duediligence.intake.columns.assignment import name_type_of
from duediligence.intake.columns.mapping_file import FileMapping, load_mapping, write_mapping
from duediligence.intake.combine import gather
from duediligence.intake.export import normalised_rows, write_parties
from duediligence.intake.parties.deduplicate import near_duplicates
from duediligence.intake.parties.links import Links, Relation, link
from duediligence.intake.read import parties_of, read_parties

__all__ = [
    "FileMapping",
    "Links",
    "Relation",
    "amount_reader",
    "corridors",
    "date_column",
    "gather",
    "link",
    "load_mapping",
    "mark_problems",
    "name_type_of",
    "near_duplicates",
    "normalised_rows",
    "parse_number",
    "parties_of",
    "read_country",
    "read_parties",
    "text_of",
    "write_mapping",
    "write_parties",
]
