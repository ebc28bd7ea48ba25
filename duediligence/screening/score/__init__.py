"""How alike two names are, with the evidence."""
