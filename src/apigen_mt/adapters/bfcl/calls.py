"""Calls as BFCL writes them, as text in Python's syntax, read without running anything."""

import ast
import keyword
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

from apigen_mt.values.messages import ToolCall

_NAMES_BEFORE_PARENTHESES = re.compile(r"\b([a-zA-Z_]\w*)\s*(?=\()")


def parse(text: str, parameters: Mapping[str, Sequence[str]]) -> ToolCall:
    """Read one call with literal arguments; those that are given by position get the names of the tool's parameters.

    Raises:
        ValueError: when the text is not one such call, or a position has no name.
    """
    try:
        node = ast.parse(text, mode="eval").body
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise ValueError(f"not Python: {text[:80]!r}") from error
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=given, keywords=named):
            pass
        case _:
            raise ValueError(f"not a call: {text[:80]!r}")
    known = parameters.get(name, ())
    if len(given) > len(known) or any(word.arg is None for word in named):
        raise ValueError(f"arguments without a name: {text[:80]!r}")
    arguments: dict[str, Any] = {
        position: ast.literal_eval(value) for position, value in zip(known, given, strict=False)
    }
    for word in named:
        if word.arg in arguments:
            raise ValueError(f"{word.arg} is given twice: {text[:80]!r}")
        arguments[str(word.arg)] = ast.literal_eval(word.value)
    return ToolCall(name, arguments)


def written(call: ToolCall) -> str:
    """Return a call as their handlers of function calling write it down."""
    return f"{call.name}({','.join(f'{name}={value!r}' for name, value in call.arguments.items())})"


def as_executed(call: ToolCall, objects: Mapping[str, str]) -> ToolCall:
    """Return the call that their executor carries out when it is asked for this one.

    It puts the name of an object before every word with a parenthesis after it that is the name of a tool, wherever in the
    text of the call that is, and takes away the space before the parenthesis: also inside of what somebody wrote. So
    "Total (USD)" arrives as "Total(USD)".

    Args:
        call: A call to a tool that is there.
        objects: Tool -> name of the object that has it.

    Raises:
        ValueError: when nothing can be executed: the text is not Python, or holds a number that Python writes as a name.
    """
    if all(_survives(name, value) for name, value in call.arguments.items()):
        return call

    def named(found: re.Match[str]) -> str:
        return f"{objects[found[1]]}.{found[1]}" if found[1] in objects else found[1]

    return parse(_NAMES_BEFORE_PARENTHESES.sub(named, written(call)), {})


def _survives(name: str, value: Any) -> bool:
    """Tell whether an argument reaches a tool of theirs as it is."""
    return name.isascii() and name.isidentifier() and not keyword.iskeyword(name) and _literal(value)


def _literal(value: Any) -> bool:
    match value:
        case str():
            return "(" not in value
        case float():
            return math.isfinite(value)
        case list():
            return all(map(_literal, value))
        case dict():
            return all(_literal(key) and _literal(item) for key, item in value.items())
        case _:
            return True
