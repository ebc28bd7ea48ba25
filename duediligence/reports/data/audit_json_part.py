"""The audit for programs, and the schema that says what is in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from duediligence.errors import Code
from duediligence.model import AuditReport, CellRef
from duediligence.reports.data.json import json_bytes, plain_value

SCHEMA = 1
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
            if schema["cls"] is CellRef:
                return {"type": "string", "description": "The cell, such as `suppliers.xlsx › Suppliers!B17`."}
            return super().dataclass_schema(schema)

        def enum_schema(self, schema: Any) -> dict[str, Any]:
            if schema["cls"] is Code:
                return {"type": "string", "pattern": CODE_PATTERN}
            return super().enum_schema(schema)

    return Ours


def schema_bytes() -> bytes:
    """The schema as it ships."""
    return json_bytes(audit_schema())
