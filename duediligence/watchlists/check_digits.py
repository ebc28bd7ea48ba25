"""What check digits say of a number that a list gives."""

from __future__ import annotations

import importlib

_MODULES = {"cnpj": "stdnum.br.cnpj", "cpf": "stdnum.br.cpf", "lei": "stdnum.lei"}


def verdict(kind: str, value: str) -> bool | None:
    """Whether the number's check digits agree; None for a kind without any.

    IMO numbers are left alone: sanctioned ships carry invented ones, and the list's own number is what to look for.
    """
    module = _MODULES.get(kind)
    return bool(importlib.import_module(module).is_valid(value)) if module else None
