"""How a party meets the rows of a register."""
