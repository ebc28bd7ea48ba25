"""Answers in: from workbooks, JSON and text, each with where it was read."""
