"""Conversations in other people's formats, as they are: well-formed or not.

The parsers of each format (`chat`, `sharegpt`) give a `Conversation` and never fail: what cannot be read is
a problem on it.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple, cast

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.values.messages import Message, Role, ToolCall

UNDECODABLE = (msgspec.MsgspecError, UnicodeError, RecursionError)
"""What decoding JSON from somewhere else may raise."""

Tools = dict[str, dict[str, Any]]
"""Name -> JSON Schema of the parameters."""


def as_object(value: Any) -> dict[str, Any] | None:
    """Return a JSON object; None for anything else."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def as_list(value: Any) -> list[Any] | None:
    """Return a JSON array; None for anything else."""
    return cast("list[Any]", value) if isinstance(value, list) else None


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

    role: Role
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
    try:
        entries = as_list(decoded(value))
        if entries is None:
            return None, (Problem("tools", "there is no tool list"),)
        tools: Tools = {}
        for entry in entries:
            tool = as_object(decoded(entry)) or {}
            function = as_object(tool.get("function")) or tool
            name, parameters = function.get("name"), as_object(decoded(function.get("parameters") or {}))
            if not isinstance(name, str):
                return None, (Problem("tools", "an entry of the tool list has no name"),)
            if parameters is None:
                return None, (Problem("tools", f"the parameters of tool {name!r} are no JSON Schema object"),)
            tools[name] = parameters
    except UNDECODABLE as error:
        return None, (Problem("tools", f"the tool list is not JSON: {error}"),)
    return tools, ()


def decoded(value: Any) -> Any:
    """Return JSON text as data, and data as it is.

    Raises:
        one of `UNDECODABLE`: when it is text but not JSON.
    """
    return msgspec.json.decode(value) if isinstance(value, str) and value else value


def decode_call(position: int, name: str, arguments: Any, id_: str, problems: list[Problem]) -> Call:
    """Return a call, arguments decoded where they are text; what is wrong is added to `problems`."""
    try:
        found = as_object(decoded(arguments))
    except UNDECODABLE as error:
        found = None
        problems.append(Problem("calls", f"message {position}: the arguments of {name} are not JSON: {error}"))
    else:
        if found is None:
            problems.append(Problem("calls", f"message {position}: the arguments of {name} are no object"))
    return Call(name, found, id_, isinstance(arguments, str))


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
