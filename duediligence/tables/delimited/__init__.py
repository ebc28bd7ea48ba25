"""Text files with separators."""
