"""Untrusted tables in, safe tables out.

In: `read_table` gives every sheet's rows with the file's own row and column numbers, after a guard has looked at the
file. Out: `write_csv` and `save_workbook` give the same bytes for the same contents, and nothing in them runs.
"""

from duediligence.tables.gc_pause import uncollected
from duediligence.tables.limits import SlotBudget
from duediligence.tables.read import read_table
from duediligence.tables.sheets import Merged, Row, Sheet, TableFile, Value
from duediligence.tables.source import source_file
from duediligence.tables.whole import write_whole
from duediligence.tables.write.csv import csv_text, write_csv
from duediligence.tables.write.safe_text import inert, reorders, spelled_out
from duediligence.tables.write.xlsx import save_workbook, workbook_bytes, write_text

__all__ = [
    "Merged",
    "Row",
    "Sheet",
    "SlotBudget",
    "TableFile",
    "Value",
    "csv_text",
    "inert",
    "read_table",
    "reorders",
    "save_workbook",
    "source_file",
    "spelled_out",
    "uncollected",
    "workbook_bytes",
    "write_csv",
    "write_text",
    "write_whole",
]
