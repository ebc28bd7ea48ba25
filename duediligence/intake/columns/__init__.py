"""What each column means."""
