"""What one cell means: numbers, dates, identifiers, countries, places, routes."""
