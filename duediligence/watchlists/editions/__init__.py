"""Dated editions of lists: recognised, kept, cached, downloaded and installed."""
