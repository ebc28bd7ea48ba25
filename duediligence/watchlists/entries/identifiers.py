"""What check digits say of a number that a list gives."""

from __future__ import annotations

import importlib

_MODULES = {"cnpj": "stdnum.br.cnpj", "cpf": "stdnum.br.cpf"}


def verdict(kind: str, value: str) -> bool | None:
    """Whether the number's check digits agree; None for a kind without any.

    Only the kinds of a list that is matched by number first are judged. An IMO number never is: sanctioned ships carry
    invented ones, and the list's own number is what to look for.
    """
    module = _MODULES.get(kind)
    return bool(importlib.import_module(module).is_valid(value)) if module else None
