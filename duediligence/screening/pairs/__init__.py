"""A person's own pairs of names: read, compared and evaluated."""
