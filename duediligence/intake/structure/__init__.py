"""Where the table is: headers, stacked tables, merged cells, rows that are no data."""
