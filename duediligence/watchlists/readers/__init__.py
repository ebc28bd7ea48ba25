"""One reader for each publisher of lists."""
