"""`duediligence watchlist`: lists, editions and entries."""
