"""Conversations in the chat API's form, for OpenAI-compatible services and for TRL, and back.

What gets lost: what speakers note beside their words, and whether a tool result was an error.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from apigen_mt.dataset.foreign import (
    UNDECODABLE,
    UNREADABLE,
    Call,
    Conversation,
    Problem,
    Turn,
    as_list,
    as_object,
    decode_call,
    decoded,
    to_messages,
    tools_of,
)
from apigen_mt.dataset.rows import RowCall, RowMessage
from apigen_mt.values.messages import Message

Chat = list[dict[str, Any]]


def openai_chat(messages: Iterable[RowMessage], system: str) -> Chat:
    """Return a conversation as the chat API takes it: arguments are JSON text."""
    chat: Chat = [{"role": "system", "content": system}]
    for message in messages:
        entry: dict[str, Any] = {"role": message.role, "content": message.content}
        if message.tool_calls:
            entry["content"] = message.content or None
            entry["tool_calls"] = [_call(call, call.arguments) for call in message.tool_calls]
        if message.role == "tool":
            entry["tool_call_id"] = message.tool_call_id
        if message.role == "assistant" and not message.loss:
            entry["weight"] = 0
        chat.append(entry)
    return chat


def trl_chat(messages: Iterable[RowMessage], system: str) -> Chat:
    """Return a conversation as chat templates and TRL take it: arguments as objects, results with names."""
    chat: Chat = [{"role": "system", "content": system}]
    names: dict[str, str] = {}
    for message in messages:
        entry: dict[str, Any] = {"role": message.role, "content": message.content}
        if message.tool_calls:
            names.update((call.id, call.name) for call in message.tool_calls)
            entry["tool_calls"] = [_call(call, msgspec.Raw(call.arguments.encode())) for call in message.tool_calls]
        elif message.role == "tool":
            entry["name"] = names.get(message.tool_call_id, "")
            entry["tool_call_id"] = message.tool_call_id
        chat.append(entry)
    return chat


def _call(call: RowCall, arguments: Any) -> dict[str, Any]:
    return {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": arguments}}


def parse_openai(value: Any) -> Conversation:
    """Return a record in the chat API's form, with what is wrong in it."""
    record = as_object(value) or {}
    entries = as_list(record.get("messages"))
    if entries is None:
        return Conversation("", None, (), (Problem("format", "there is no list `messages`"),))
    parser = _Parser()
    for position, entry in enumerate(entries):
        parser.take(position, entry)
    tools, problem = tools_of(record.get("tools"))
    return Conversation(parser.system, tools, tuple(parser.turns), (*parser.problems, *problem))


def openai_messages(value: Any) -> tuple[Message, ...]:
    """Return the conversation of a record in the chat API's form, without its system message.

    Raises:
        UserError: when it is not in that form.
    """
    return to_messages(parse_openai(value))


class _Parser:
    """Reads messages one by one and remembers what is wrong."""

    def __init__(self) -> None:
        self.system = ""
        self.turns: list[Turn] = []
        self.problems: list[Problem] = []

    def take(self, position: int, value: Any) -> None:
        """Read one message; it may be JSON text, as columns marked as JSON give it."""
        try:
            entry = as_object(decoded(value)) or {}
        except UNDECODABLE as error:
            self.problems.append(Problem("format", f"message {position} is not JSON: {error}"))
            return
        role, content = entry.get("role"), _text(entry.get("content"))
        if content is None:
            self.problems.append(Problem("format", f"message {position}: content is neither text nor parts of text"))
            content = ""
        if role in ("system", "developer"):
            if position:
                self.problems.append(Problem("roles", f"message {position}: a system message is not the first"))
            self.system += content
        elif role == "tool":
            self.turns.append(Turn("tool", content, call_id=str(entry.get("tool_call_id") or "")))
        elif role == "user" or role == "assistant":
            calls = as_list(entry.get("tool_calls") or [])
            if calls is None or (calls and role == "user"):
                self.problems.append(Problem("calls", f"message {position}: tool_calls cannot stand here"))
                calls = []
            self.turns.append(Turn(role, content, tuple(self._call(position, call) for call in calls)))
        else:
            self.problems.append(Problem("roles", f"message {position}: unknown role {role!r}"))

    def _call(self, position: int, value: Any) -> Call:
        call = as_object(value) or {}
        function = as_object(call.get("function")) or {}
        name = function.get("name")
        if not isinstance(name, str):
            self.problems.append(Problem("calls", f"message {position}: a call has no function with a name"))
            return UNREADABLE
        return decode_call(position, name, function.get("arguments"), str(call.get("id") or ""), self.problems)


def _text(content: Any) -> str | None:
    """Return message content as text; None if it is something else."""
    if content is None:
        return ""
    if isinstance(content, str):
        return content
    parts = [(as_object(part) or {}).get("text") for part in as_list(content) or [None]]
    return "".join(map(str, parts)) if all(isinstance(part, str) for part in parts) else None
