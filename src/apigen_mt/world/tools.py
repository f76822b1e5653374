"""Tools: plain typed functions over a state, with a JSON Schema from signature and docstring.

The first parameter of a tool is the `State`; the others are the arguments an agent gives. A tool returns JSON-like data.
It raises `ToolError` for anything the agent should hear about and may mend; any other exception is a bug of the tool.

Somebody else's tools keep their own schema and their own way of failing: `adapters` have kinds of `Tool` of their own.
"""

import inspect
import typing
from collections.abc import Callable, Mapping
from typing import Any, Literal

import docstring_parser
import jsonschema_rs
import msgspec

from apigen_mt.errors import ToolBug, UserError
from apigen_mt.values.canonical import canonical_json
from apigen_mt.world.tables import State


class ToolResult(msgspec.Struct, frozen=True):
    """What a call gave: JSON text, and whether it failed."""

    content: str
    error: bool = False

    @property
    def value(self) -> Any:
        """The content as data."""
        return msgspec.json.decode(self.content)


class ToolError(Exception):
    """Tell the agent why a call could not be carried out. The state is left as it was."""


class Tool:
    """One tool: what the agent sees of it, and the function behind it."""

    def __init__(
        self,
        name: str,
        description: str,
        parameters: dict[str, Any],
        kind: Literal["read", "write"],
        function: Callable[..., Any],
    ):
        """Take what an agent is told, with the parameters as a JSON Schema, and what to call."""
        self.name = name
        self.description = description
        self.parameters = parameters
        self.kind: Literal["read", "write"] = kind
        self.function = function
        self._validator = jsonschema_rs.validator_for(parameters)

    def run(self, state: State, arguments: dict[str, Any]) -> ToolResult:
        """Carry out a call and commit what it changed; one that fails, for whatever reason, leaves the state unchanged.

        Raises:
            ToolBug: when the function raised anything but a ToolError, changed data as a read tool, or returned
                something that JSON cannot hold.
        """
        if problems := self.problems(arguments):
            return failed("Invalid arguments: " + "; ".join(problems))
        try:
            content = canonical_json(self.function(state, **self.normalise(arguments))).decode()
            if self.kind == "read" and state.dirty:
                raise ToolBug(f"tool {self.name!r} is a read but changed data; declare it with @write")
            state.commit()
        except ToolError as error:
            return failed(str(error))
        except OverflowError:
            # Only a number or date beyond all bounds does that, whatever the tool; a model may come up with one.
            return failed("Invalid arguments: a number or a date is out of range.")
        except ToolBug:
            raise
        except Exception as error:
            raise ToolBug(f"tool {self.name!r} failed on {arguments!r}: {type(error).__name__}: {error}") from error
        finally:
            state.rollback()
        return ToolResult(content)

    def problems(self, arguments: Any) -> list[str]:
        """Return what is wrong with the arguments, in words for the agent; empty if nothing is."""
        if self._validator.is_valid(arguments):
            return []
        return [
            f"{'.'.join(map(str, error.instance_path)) or 'arguments'}: {error.message}"
            for error in self._validator.iter_errors(arguments)
        ]

    def normalise(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """Return valid arguments in canonical form, as a private copy that the tool may change.

        JSON has one number type: 19 becomes 19.0 where a number is asked for, 2.0 becomes 2 where an integer is.
        """
        properties = self.parameters["properties"]
        return {name: _canonical(value, properties[name]) for name, value in arguments.items()}

    def spec(self) -> dict[str, Any]:
        """Return the tool in the chat API's form: type, function, name, description, parameters."""
        return {
            "type": "function",
            "function": {"name": self.name, "description": self.description, "parameters": self.parameters},
        }


def failed(reason: str) -> ToolResult:
    """Return the result of a call that could not be carried out."""
    return ToolResult(canonical_json({"error": reason}).decode(), error=True)


def read(function: Callable[..., Any]) -> Tool:
    """Declare a tool that looks something up and changes nothing.

    Raises:
        UserError: when the tool lacks a description, or a parameter a type or its line in the docstring's `Args`.
    """
    return _declared(function, "read")


def write(function: Callable[..., Any]) -> Tool:
    """Declare a tool that changes the state.

    Raises:
        UserError: as for `read`.
    """
    return _declared(function, "write")


def _declared(function: Callable[..., Any], kind: Literal["read", "write"]) -> Tool:
    name = function.__name__
    documentation = docstring_parser.parse(function.__doc__ or "")
    description = _one_line(documentation.short_description, documentation.long_description)
    if not description:
        raise UserError(f"tool {name!r} needs a docstring: it is what an agent knows of the tool")
    return Tool(name, description, _schema(function, documentation), kind, function)


_NAMED = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)


def _schema(function: Callable[..., Any], documentation: docstring_parser.Docstring) -> dict[str, Any]:
    described = {parameter.arg_name: _one_line(parameter.description) for parameter in documentation.params}
    hints = typing.get_type_hints(function, include_extras=True)
    properties: dict[str, Any] = {}
    required: list[str] = []
    for name, parameter in list(inspect.signature(function).parameters.items())[1:]:
        if name not in hints or not described.get(name) or parameter.kind not in _NAMED:
            raise UserError(
                f"tool {function.__name__!r}: parameter {name!r} has to be given by name, to have a type, and to have "
                "a line in the docstring's Args section"
            )
        (schema,), components = msgspec.json.schema_components([hints[name]], ref_template="#/$defs/{name}")
        schema = _inline(schema, components)
        properties[name] = {**schema, "description": described[name]}
        if parameter.default is inspect.Parameter.empty:
            required.append(name)
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _inline(schema: Any, components: dict[str, Any]) -> Any:
    """Replace references by what they point at: many chat templates show `$ref` to the model as it stands."""
    if isinstance(schema, dict):
        if "$ref" in schema:
            return _inline(components[schema["$ref"].rsplit("/", 1)[1]], components)
        return {
            key: _inline(value, components)
            for key, value in schema.items()
            if key != "title" or not isinstance(value, str)  # a schema here is a field that is called `title`
        }
    if isinstance(schema, list):
        return [_inline(value, components) for value in schema]
    return schema


def _one_line(*parts: str | None) -> str:
    return " ".join(" ".join(part.split()) for part in parts if part)


def _canonical(value: Any, schema: Mapping[str, Any]) -> Any:
    """Copy a valid value with its numbers in the type that the schema asks for."""
    if isinstance(value, str | bool) or value is None:
        return value
    options: dict[str, Mapping[str, Any]] = {
        option["type"]: option for option in schema.get("anyOf", [schema]) if "type" in option
    }
    if isinstance(value, dict):
        inner = options.get("object", {})
        known, other = inner.get("properties", {}), inner.get("additionalProperties") or {}
        return {key: _canonical(item, known.get(key, other)) for key, item in value.items()}
    if isinstance(value, list):
        items = options.get("array", {}).get("items") or {}
        return [_canonical(item, items) for item in value]
    if type(value) is int and "number" in options and "integer" not in options:
        return float(value)
    if type(value) is float and "integer" in options and "number" not in options:
        return int(value)
    return value
