"""Collections of OpenSanctions, as csv and as JSON."""
