"""Lists of the US Office of Foreign Assets Control, in each of its formats."""
