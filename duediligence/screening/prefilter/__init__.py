"""Upper bounds of the score, worked out for many pairs at once."""
