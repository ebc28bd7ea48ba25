"""Our values as JSON: dates as ISO text, words as text, a cell as its address, a code as its code."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from duediligence.errors import Code
from duediligence.model import AuditReport, CellRef, EntryRef, FieldRef, Locator, RegisterRowRef


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
    if isinstance(value, Locator):
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


SCHEMA = 1
LOCATIONS = {
    CellRef: "The cell, such as `suppliers.xlsx › Suppliers!B17`.",
    FieldRef: "The field of a file without cells, such as `answers.json › SUP-D04`.",
    EntryRef: "The entry of a list, such as `OFAC-SDN 12345`.",
    RegisterRowRef: "The row of a register, such as `EU-CAHRA 2026-06-27, row AF`.",
}
CODE_PATTERN = "^DD-[A-Z]+-[0-9]{3}$"


def write_audit_json(report: AuditReport, path: Path) -> None:
    """Writes `{"schema": 1, "audit": …}`; every field of the model under its own name."""
    path.write_bytes(json_bytes({"schema": SCHEMA, "audit": plain_value(report)}))


def audit_schema() -> dict[str, Any]:
    """The JSON Schema of audit.json, made from the model; `audit.schema.json` is a copy of it."""
    from pydantic import TypeAdapter

    audit = TypeAdapter(AuditReport).json_schema(mode="serialization", schema_generator=_generator())
    shapes = audit.pop("$defs")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "audit.json",
        "type": "object",
        "required": ["audit", "schema"],
        "additionalProperties": False,
        "properties": {"schema": {"const": SCHEMA}, "audit": {"$ref": "#/$defs/AuditReport"}},
        "$defs": {**shapes, "AuditReport": audit},
    }


def _generator() -> Any:
    from pydantic.json_schema import GenerateJsonSchema

    class Ours(GenerateJsonSchema):
        """Cells are addresses and codes are codes, as `plain_value` writes them."""

        def dataclass_schema(self, schema: Any) -> dict[str, Any]:
            if schema["cls"] in LOCATIONS:
                return {"type": "string", "description": LOCATIONS[schema["cls"]]}
            return super().dataclass_schema(schema)

        def enum_schema(self, schema: Any) -> dict[str, Any]:
            if schema["cls"] is Code:
                return {"type": "string", "pattern": CODE_PATTERN}
            return super().enum_schema(schema)

    return Ours


def schema_bytes() -> bytes:
    """The schema as it ships."""
    return json_bytes(audit_schema())
