"""Conversations in the ShareGPT form of the paper's released dataset (APIGen-MT-5k), and back.

Three keys: `conversations` (from human, gpt, function_call, observation), `tools` (JSON text of bare tools)
and `system`. Each function_call holds one call, so calls made at once are split in their order, and
arguments are always objects. What gets lost: call ids, which calls were made at once, what speakers note
beside their words, and whether a result was an error.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from apigen_mt.dataset.foreign import (
    UNDECODABLE,
    UNREADABLE,
    Conversation,
    Problem,
    Turn,
    as_list,
    as_object,
    decode_call,
    to_messages,
    tools_of,
)
from apigen_mt.dataset.rows import RowMessage, text_of
from apigen_mt.values.messages import Message, Role

_ROLES: Mapping[str, Role] = {
    "human": "user",
    "user": "user",
    "gpt": "assistant",
    "assistant": "assistant",
    "observation": "tool",
}


def sharegpt_record(messages: Sequence[RowMessage], system: str, tools: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return a conversation with its tools (in the chat API's form) and system text as a ShareGPT record."""
    results = {message.tool_call_id: message.content for message in messages if message.role == "tool"}
    turns: list[dict[str, str]] = []
    for message in messages:
        if message.role == "user":
            turns.append({"from": "human", "value": message.content})
        elif message.role == "assistant":
            if message.content or not message.tool_calls:
                turns.append({"from": "gpt", "value": message.content})
            for call in message.tool_calls:
                value = text_of({"name": call.name, "arguments": msgspec.Raw(call.arguments.encode())})
                turns.append({"from": "function_call", "value": value})
                if call.id in results:
                    turns.append({"from": "observation", "value": results[call.id]})
    return {"conversations": turns, "tools": text_of([tool["function"] for tool in tools]), "system": system}


def parse_sharegpt(value: Any) -> Conversation:
    """Return a ShareGPT record, with what is wrong in it."""
    record = as_object(value) or {}
    entries = as_list(record.get("conversations"))
    if entries is None:
        return Conversation("", None, (), (Problem("format", "there is no list `conversations`"),))
    problems: list[Problem] = []
    system: Any = record.get("system") or ""
    if not isinstance(system, str):
        problems.append(Problem("format", "`system` is no text"))
        system = ""
    turns: list[Turn] = []
    for position, entry in enumerate(entries):
        message = as_object(entry) or {}
        speaker, content = message.get("from"), message.get("value")
        if not isinstance(content, str):
            problems.append(Problem("format", f"message {position} has no text `value`"))
        elif speaker == "system":
            if position:
                problems.append(Problem("roles", f"message {position}: a system message is not the first"))
            system += content
        elif speaker == "function_call":
            turns.append(_call_turn(position, content, problems))
        elif isinstance(speaker, str) and speaker in _ROLES:
            turns.append(Turn(_ROLES[speaker], content))
        else:
            problems.append(Problem("roles", f"message {position}: unknown speaker {speaker!r}"))
    tools, problem = tools_of(record.get("tools"))
    return Conversation(system, tools, tuple(turns), (*problems, *problem))


def sharegpt_messages(value: Any) -> tuple[Message, ...]:
    """Return the conversation of a ShareGPT record.

    A gpt message directly before a function_call is the text of the same message, as the export writes it.

    Raises:
        UserError: when it is not in that form.
    """
    merged: list[Message] = []
    for message in to_messages(parse_sharegpt(value)):
        if merged and message.calls and merged[-1].role == "assistant" and not merged[-1].calls:
            merged[-1] = msgspec.structs.replace(merged[-1], calls=message.calls)
        else:
            merged.append(message)
    return tuple(merged)


def _call_turn(position: int, content: str, problems: list[Problem]) -> Turn:
    try:
        call = as_object(msgspec.json.decode(content)) or {}
    except UNDECODABLE as error:
        problems.append(Problem("calls", f"message {position}: the call is not JSON: {error}"))
        return Turn("assistant", "", (UNREADABLE,))
    name = call.get("name")
    if not isinstance(name, str):
        problems.append(Problem("calls", f"message {position}: the call has no name"))
        return Turn("assistant", "", (UNREADABLE,))
    return Turn("assistant", "", (decode_call(position, name, call.get("arguments"), "", problems),))
