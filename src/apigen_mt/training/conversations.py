"""What is trained on: conversations of our datasets, of TRL's Parquet and of the chat API's JSON, with a flag for each message.

A message's flag says whether a model learns to write it. A turn that went wrong stays where it is without one, so that what
puts it right is learned in its place. Flags come from the rows of a dataset, from the column `loss` of the trl export, from
`"weight": 0` in the chat API's form; without any of these all of the assistant's messages are learned.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from apigen_mt.dataset.chat import parse_openai
from apigen_mt.dataset.export import kept_rows
from apigen_mt.dataset.foreign import as_list, as_object, decoded, to_messages
from apigen_mt.dataset.pairs import parse_pairs
from apigen_mt.dataset.read import Kind, Record, chunks_of, records_of
from apigen_mt.dataset.rows import messages_of
from apigen_mt.dataset.sharegpt import parse_sharegpt
from apigen_mt.errors import UserError
from apigen_mt.training.template import Chat
from apigen_mt.values.messages import Message


class Conversation(NamedTuple):
    """One conversation, as chat templates take it."""

    id: str
    chat: tuple[Chat, ...]
    tools: tuple[dict[str, Any], ...]
    loss: tuple[bool, ...]
    """For each message, the system message included."""


def read_conversations(path: Path) -> Iterator[Conversation]:
    """Yield the conversations of a dataset directory, or of a file in a known format.

    Raises:
        UserError: when there is nothing to read, or a record is damaged.
    """
    chunk = next(iter(chunks_of(path)), None)
    if chunk is not None and chunk.kind is Kind.ROWS:
        yield from _ours(path)
        return
    for chunk in chunks_of(path):
        for record in records_of(chunk):
            yield _foreign(record, chunk.kind)


_PARSERS = {Kind.OPENAI: parse_openai, Kind.SHAREGPT: parse_sharegpt, Kind.PAIRS: parse_pairs}


def chat_of(messages: Sequence[Message], system: str) -> tuple[Chat, ...]:
    """Return a conversation as chat templates take it: arguments as objects, results with the names of their tools."""
    chat: list[Chat] = [{"role": "system", "content": system}] if system else []
    names: dict[str, str] = {}
    for message in messages:
        entry: Chat = {"role": message.role, "content": message.content}
        if message.calls:
            names.update((call.id, call.name) for call in message.calls)
            entry["tool_calls"] = [
                {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": call.arguments}}
                for call in message.calls
            ]
        elif message.role == "tool":
            entry |= {"name": names.get(message.call_id, ""), "tool_call_id": message.call_id}
        chat.append(entry)
    return tuple(chat)


def _ours(path: Path) -> Iterator[Conversation]:
    for row, version in kept_rows(path):
        chat = chat_of(messages_of(row), version.policy)
        losses = (False,) if version.policy else ()
        yield Conversation(row.id, chat, version.tools, (*losses, *(one.loss for one in row.messages)))


def _foreign(record: Record, kind: Kind) -> Conversation:
    value = as_object(record.value) or {}
    found = _PARSERS[kind](value)
    reasons = [problem.reason for problem in found.problems if problem.check != "tools" or value.get("tools")]
    if record.problem or reasons:
        raise UserError(
            f"{record.place}: {record.problem or reasons[0]}; `apigen-mt verify` names all that is wrong in the file"
        )
    chat = chat_of(to_messages(found), found.system)
    loss = _flags(value) or tuple(message["role"] == "assistant" for message in chat)
    if len(loss) != len(chat) or any(
        flag and message["role"] != "assistant" for flag, message in zip(loss, chat, strict=True)
    ):
        raise UserError(f"{record.place}: `loss` needs one flag for each message, true for the assistant's alone")
    return Conversation(str(value.get("id") or record.place), chat, _tools(value.get("tools")), loss)


def _flags(value: dict[str, Any]) -> tuple[bool, ...]:
    """Return the flags that a record carries; nothing where it carries none."""
    if (given := as_list(value.get("loss"))) is not None:
        return tuple(map(bool, given))
    entries = [as_object(decoded(entry)) or {} for entry in as_list(value.get("messages")) or []]
    if not any("weight" in entry for entry in entries):
        return ()
    return tuple(entry.get("role") == "assistant" and entry.get("weight") != 0 for entry in entries)


def _tools(value: Any) -> tuple[dict[str, Any], ...]:
    """Return tools as the chat API has them; some formats write them bare."""
    entries = [as_object(decoded(entry)) or {} for entry in as_list(decoded(value or [])) or []]
    return tuple(entry if "function" in entry else {"type": "function", "function": entry} for entry in entries)
