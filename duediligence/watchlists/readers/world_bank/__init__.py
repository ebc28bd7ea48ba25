"""The debarred firms of the World Bank."""
