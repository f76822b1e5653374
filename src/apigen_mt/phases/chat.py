"""A conversation as each model sees it: the agent's side, the user's side, and as a text to be judged."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from apigen_mt.models.completion import Chat, Completion
from apigen_mt.values.messages import Message, ToolCall

_THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL)

_CUT = {
    "length": "it was cut off at the limit of tokens: be shorter",
    "content_filter": "it was cut off by the server's content filter: say it in other words",
}


def agent_side(messages: Iterable[Message]) -> Iterator[Chat]:
    """Yield the conversation as the agent's model takes it, calls and results included.

    What a user does with tools of its own is not for the agent's eyes.
    """
    hidden: set[str] = set()
    for message in messages:
        if message.role == "user" and message.calls:
            hidden.update(call.id for call in message.calls)
        elif message.role == "tool" and message.call_id in hidden:
            continue
        elif message.role == "tool":
            yield _result(message)
        elif message.calls:
            yield _calling(message)
        else:
            yield {"role": message.role, "content": message.content}


def user_side(messages: Iterable[Message]) -> list[Chat]:
    """Return the conversation as the user's model takes it: its own words as the assistant's, the agent's as the user's.

    The agent's calls and results are not for the user's eyes; its own are, where it has tools. What the agent says in several
    messages of one turn is one message here: many chat templates take strict turns only.
    """
    chat: list[Chat] = []
    own: set[str] = set()
    for message in messages:
        if message.role == "user" and message.calls:
            own.update(call.id for call in message.calls)
            chat.append(_calling(message))
            continue
        if message.role == "tool" and message.call_id in own:
            chat.append(_result(message))
            continue
        if message.role == "tool" or not message.content:
            continue
        role = "assistant" if message.role == "user" else "user"
        if chat and chat[-1]["role"] == role:
            chat[-1]["content"] += f"\n\n{message.content}"
        else:
            chat.append({"role": role, "content": message.content})
    return chat


def transcript(messages: Iterable[Message]) -> str:
    """Return what was said, line by line."""
    names = {"user": "CUSTOMER", "assistant": "AGENT"}
    return "\n".join(f"{names[m.role]}: {m.content}" for m in messages if m.role in names and m.content)


def without_thoughts(text: str) -> str:
    """Return what a model says aloud: some servers leave its reasoning in the text."""
    # Half a surrogate pair, which JSON can spell, is no text that could be stored.
    return _THOUGHT.sub("", text).encode(errors="replace").decode().strip()


def cut_off(completion: Completion) -> str:
    """Return why an answer is not whole, as a remark to its author; empty if it is."""
    return _CUT.get(completion.finish, "")


def _calling(message: Message) -> Chat:
    calls = [_call(call) for call in message.calls]
    return {"role": "assistant", "content": message.content or None, "tool_calls": calls}


def _result(message: Message) -> Chat:
    return {"role": "tool", "tool_call_id": message.call_id, "content": message.content}


def _call(call: ToolCall) -> Chat:
    arguments = msgspec.json.encode(call.arguments).decode()
    return {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": arguments}}
