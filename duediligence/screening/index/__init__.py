"""Listed names, arranged so that likely candidates are found quickly."""
