"""Builders of the data files that are too large to write by hand; nothing imports them."""
