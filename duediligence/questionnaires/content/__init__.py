"""The questionnaires as they ship: their shape, their loading and what must hold of them."""
