"""From the records of a publisher to watchlist entries, the same way for every reader."""
