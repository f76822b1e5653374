"""BFCL's documentation of parameters, to JSON Schema and back."""

from collections.abc import Mapping
from typing import Any

_SCHEMA_TYPES = {"dict": "object", "float": "number"}
_THEIR_TYPES = {theirs: name for name, theirs in _SCHEMA_TYPES.items()}
_KEPT = ("description", "enum")


def schema(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return what their documentation says of a parameter, or of all of them, as JSON Schema.

    Their `dict` is an object, their `float` a number, their `any` no type at all. A default "None" in text is left out: sent
    back it is a text and no omission.
    """
    kind = _SCHEMA_TYPES.get(document["type"], document["type"])
    made: dict[str, Any] = {} if kind == "any" else {"type": kind}
    made |= {key: document[key] for key in _KEPT if key in document}
    if "default" in document and document["default"] != "None":
        made["default"] = document["default"]
    if "items" in document:
        made["items"] = schema(document["items"])
    if "properties" in document:
        made["properties"] = {name: schema(inner) for name, inner in document["properties"].items()}
        made["required"] = document.get("required", [])
        made["additionalProperties"] = False
    return made


def document(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return a JSON Schema as their documentation would say it; where it has no single type, as `any`."""
    kind = schema.get("type", "any")
    made: dict[str, Any] = {"type": _THEIR_TYPES.get(kind, kind) if isinstance(kind, str) else "any"}
    # Their converters add to the description of a float, and stop where there is none.
    made |= {"description": ""} if kind == "number" else {}
    made |= {key: schema[key] for key in (*_KEPT, "default") if key in schema}
    if "items" in schema:
        made["items"] = document(schema["items"])
    if "properties" in schema:
        made["properties"] = {name: document(inner) for name, inner in schema["properties"].items()}
        made["required"] = list(schema.get("required", ()))
    return made
