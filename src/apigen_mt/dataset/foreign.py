"""Conversations in other people's formats, as they are: well-formed or not.

The parsers of each format (`chat`, `sharegpt`) give a `Conversation` and never fail: what cannot be read is a problem on it.
"""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.values.messages import Message, ToolCall

Tools = dict[str, dict[str, Any]]
"""Name -> JSON Schema of the parameters."""


class Problem(NamedTuple):
    """Something wrong with a conversation, and the check that it fails."""

    check: str
    reason: str


class Call(NamedTuple):
    """A call as it was found."""

    name: str
    """Empty if it cannot be read."""
    arguments: dict[str, Any] | None
    """None if they cannot be read."""
    id: str
    is_text: bool
    """Whether the arguments were JSON text instead of an object."""


UNREADABLE = Call("", None, "", False)
"""A call without a name."""


class Turn(NamedTuple):
    """A message as it was found."""

    role: Literal["user", "assistant", "tool"]
    content: str
    calls: tuple[Call, ...] = ()
    call_id: str = ""


class Conversation(NamedTuple):
    """A conversation as it was found."""

    system: str
    tools: Tools | None
    """None if there are none, or they cannot be read."""
    turns: tuple[Turn, ...]
    problems: tuple[Problem, ...]


def tools_of(value: Any) -> tuple[Tools | None, tuple[Problem, ...]]:
    """Return a tool list by name; it may be JSON text or a list, wrapped as the chat API does or bare."""
    if isinstance(value, str) and value:
        try:
            value = msgspec.json.decode(value)
        except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
            return None, (Problem("tools", f"the tool list is not JSON: {error}"),)
    if not isinstance(value, list):
        return None, (Problem("tools", "there is no tool list"),)
    tools: Tools = {}
    for entry in value:
        entry = _decoded(entry)
        function = entry.get("function", entry) if isinstance(entry, dict) else None
        if not isinstance(function, dict) or not isinstance(function.get("name"), str):
            return None, (Problem("tools", "an entry of the tool list has no name"),)
        parameters = function.get("parameters") or {}
        if not isinstance(parameters, dict):
            return None, (Problem("tools", f"the parameters of tool {function['name']!r} are no JSON Schema object"),)
        tools[function["name"]] = parameters
    return tools, ()


def _decoded(entry: Any) -> Any:
    """Return a list entry that is JSON text as data."""
    if isinstance(entry, str):
        try:
            return msgspec.json.decode(entry)
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            return None
    return entry


def decode_call(position: int, name: str, arguments: Any, id_: str, problems: list[Problem]) -> Call:
    """Return a call with its arguments decoded where they are text; what is wrong is added to `problems`."""
    is_text = isinstance(arguments, str)
    if is_text:
        try:
            arguments = msgspec.json.decode(arguments)
        except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
            problems.append(Problem("calls", f"message {position}: the arguments of {name} are not JSON: {error}"))
            return Call(name, None, id_, is_text)
    if not isinstance(arguments, dict):
        problems.append(Problem("calls", f"message {position}: the arguments of {name} are no object"))
        return Call(name, None, id_, is_text)
    return Call(name, arguments, id_, is_text)


def to_messages(conversation: Conversation) -> tuple[Message, ...]:
    """Return a conversation as our messages. Calls without ids are tied to the results that follow them.

    Raises:
        UserError: when something in it cannot be read.
    """
    unreadable = [problem for problem in conversation.problems if problem.check in ("format", "calls", "roles")]
    if unreadable:
        raise UserError(f"the conversation cannot be read: {unreadable[0].reason}")
    return tuple(_messages(conversation))


def _messages(conversation: Conversation) -> Iterator[Message]:
    waiting: list[str] = []
    made = 0
    for turn in conversation.turns:
        calls: list[ToolCall] = []
        for call in turn.calls:
            made += 1
            calls.append(ToolCall(call.name, call.arguments or {}, call.id or f"call_{made}"))
        waiting.extend(call.id for call in calls)
        call_id = ""
        if turn.role == "tool":
            call_id = turn.call_id or (waiting[0] if waiting else "")
            if call_id in waiting:
                waiting.remove(call_id)
        yield Message(turn.role, turn.content, tuple(calls), call_id)
