"""Tables out: csv and xlsx that no program runs."""
