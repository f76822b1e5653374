"""Our tools as Python functions: what frameworks look at that make a schema from a signature and a docstring."""

import inspect
from collections.abc import Callable
from typing import Any, Literal

from apigen_mt.world.tools import Tool

_TYPES: dict[str, Any] = {
    "string": str,
    "number": float,
    "integer": int,
    "boolean": bool,
    "null": None,
    "object": dict[str, Any],
}


def as_method(tool: Tool, run: Callable[..., Any]) -> Callable[..., Any]:
    """Return `run(self, **arguments)` under the tool's name, with its signature and a docstring that describes it."""

    def method(self: Any, **arguments: Any) -> Any:
        return run(self, **arguments)

    properties, required = tool.parameters["properties"], tool.parameters.get("required", ())
    positions = sorted(properties, key=lambda name: name not in required)
    parameters = [inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD)]
    for name in positions:
        default = inspect.Parameter.empty if name in required else properties[name].get("default")
        parameters.append(
            inspect.Parameter(
                name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=default, annotation=hint(properties[name])
            )
        )
    told = "\n".join(f"    {name}: {properties[name].get('description', name)}" for name in positions)
    method.__name__ = method.__qualname__ = tool.name
    method.__doc__ = f"{tool.description}\n\nArgs:\n{told}" if told else tool.description
    method.__signature__ = inspect.Signature(parameters, return_annotation=str)  # type: ignore[attr-defined]
    method.__annotations__ = {one.name: one.annotation for one in parameters[1:]} | {"return": str}
    return method


def hint(schema: dict[str, Any]) -> Any:
    """Return a type hint for a JSON Schema, as near as hints come to it."""
    if "enum" in schema:
        return Literal[tuple(schema["enum"])]
    if "anyOf" in schema:
        first, *rest = [hint(option) for option in schema["anyOf"]]
        for other in rest:
            first = first | other
        return first
    if schema.get("type") == "array":
        return list[hint(schema.get("items") or {})]
    return _TYPES.get(schema.get("type", ""), Any)
