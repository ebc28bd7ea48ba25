"""xlsx and xls workbooks, guarded against hostile files."""
