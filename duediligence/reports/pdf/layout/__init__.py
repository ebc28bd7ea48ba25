"""Boxes, tables, figures and maps on pages."""
