"""Statements that contradict each other, within one form and against what else is known."""
