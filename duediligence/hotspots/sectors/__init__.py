"""Sectors and goods from text and from classification codes."""
