"""Lists of other United States agencies."""
