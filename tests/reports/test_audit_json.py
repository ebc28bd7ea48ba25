from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from duediligence.errors import Code
from duediligence.model import CellRef, RiskBand
from duediligence.reports.data.json import audit_schema, json_bytes, plain_value, schema_bytes
from duediligence.resources import package_file
from tests.reports.fictional import rich_report


@pytest.fixture(scope="module")
def audit(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "audit.json").read_text(encoding="utf-8"))
    return found


KNOWN = {
    *("$schema", "$defs", "$ref", "type", "properties", "items", "prefixItems", "anyOf", "enum", "const", "pattern"),
}


def faults(value: Any, schema: dict[str, Any], shapes: dict[str, Any], at: str = "$") -> list[str]:
    """Where a value is not what the schema says; knows the words that our schema uses and refuses others."""
    known = {"title", "description", "default", "additionalProperties", "required", "maxItems", "minItems", "format"}
    words = set(schema) - known - KNOWN
    assert not words, words
    if "$ref" in schema:
        return faults(value, shapes[schema["$ref"].rsplit("/", 1)[1]], shapes, at)
    if "anyOf" in schema:
        tries = [faults(value, option, shapes, at) for option in schema["anyOf"]]
        return [] if [] in tries else tries[0]
    if "const" in schema:
        return [] if value == schema["const"] else [f"{at} is {value}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{at} is {value}"]
    return _faults_of_type(value, schema, shapes, at)


TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def _faults_of_type(value: Any, schema: dict[str, Any], shapes: dict[str, Any], at: str) -> list[str]:
    if not isinstance(value, TYPES[schema["type"]]):
        return [f"{at} is {type(value).__name__}, not {schema['type']}"]
    found: list[str] = []
    if schema["type"] == "object":
        found.extend(f"{at}.{name} is missing" for name in schema.get("required", ()) if name not in value)
        more = schema.get("additionalProperties")
        for name, item in value.items():
            below = schema.get("properties", {}).get(name) or (more if isinstance(more, dict) else None)
            found.extend(faults(item, below, shapes, f"{at}.{name}") if below else [f"{at}.{name} is not known"])
    if schema["type"] == "array":
        below_all = schema.get("prefixItems") or [schema["items"]] * len(value)
        for index, (item, below) in enumerate(zip(value, below_all, strict=True)):
            found.extend(faults(item, below, shapes, f"{at}[{index}]"))
    if "pattern" in schema and not re.search(schema["pattern"], value):
        found.append(f"{at} is {value}")
    return found


def test_audit_json_is_what_its_schema_says(audit: dict[str, Any]) -> None:
    schema = audit_schema()
    assert faults(audit, schema, schema["$defs"]) == []


def test_the_check_sees_a_wrong_type_a_missing_and_an_unknown_field(audit: dict[str, Any]) -> None:
    schema = audit_schema()
    broken = json.loads(json.dumps(audit))
    broken["audit"]["parties"][0]["name"] = 7
    broken["audit"]["parties"][1]["surprise"] = 1
    del broken["audit"]["title"]
    broken["audit"]["profiles"][0]["band"] = "terrible"
    assert len(faults(broken, schema, schema["$defs"])) == 4


def test_the_shipped_schema_is_the_models() -> None:
    shipped = package_file("reports", "data", "audit.schema.json").read_bytes()
    assert shipped == schema_bytes(), "write schema_bytes() to audit.schema.json"


def test_audit_json_is_sorted_utf8_and_whole(folder: Path, audit: dict[str, Any]) -> None:
    data = (folder / "audit.json").read_bytes()
    assert data == json_bytes(audit)
    assert b"\r" not in data
    assert "ঢাকা রিক্রুটিং" in data.decode("utf-8")
    report = audit["audit"]
    assert audit["schema"] == 1
    assert [party["name"] for party in report["parties"]] == [party.name for party in rich_report().parties]
    assert report["problems"][0]["code"] == "DD-IN-005"
    assert report["problems"][0]["where"] == "suppliers.xlsx › Suppliers!D9"
    assert report["as_of"] == "2026-11-24"


def test_values_become_plain() -> None:
    assert plain_value(CellRef("a.xlsx", "S", 2, 2)) == "a.xlsx › S!B2"
    assert plain_value(Code.NAME_EMPTY) == "DD-IN-004"
    assert plain_value(RiskBand.HIGH) == "high"
    assert plain_value({"n": float("nan"), "t": (1, 2.5, True, None)}) == {"n": None, "t": [1, 2.5, True, None]}
