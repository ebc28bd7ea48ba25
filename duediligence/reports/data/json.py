"""Our values as JSON: dates as ISO text, words as text, a cell as its address, a code as its code."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from duediligence.errors import Code
from duediligence.model import CellRef


def plain_value(value: Any) -> Any:
    """The value as JSON knows it; a number that is none (NaN, infinite) becomes null."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Code):
        return value.code
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, date):
        return value.isoformat()
    return _plain_group(value)


def _plain_group(value: Any) -> Any:
    if isinstance(value, CellRef):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain_value(item) for key, item in value.items()}
    if is_dataclass(value):
        return {item.name: plain_value(getattr(value, item.name)) for item in fields(value)}
    return [plain_value(item) for item in value]


def json_bytes(value: Any) -> bytes:
    """JSON with sorted keys, UTF-8 and LF; half a surrogate pair becomes `?`."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False)
    return (text + "\n").encode("utf-8", "replace")
