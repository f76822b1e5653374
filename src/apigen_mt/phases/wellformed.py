"""The shape of a conversation: who may speak when, and which result answers which call."""

import re
from collections.abc import Iterator, Sequence

from apigen_mt.language.reading import asks, closes
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import StopReason

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
Answers = dict[tuple[int, int], Message]
"""(position of the assistant message, number of the call in it) -> its result."""


def answers(messages: Sequence[Message]) -> Answers:
    """Pair each call with its result: among the tool messages that follow at once, by id, else by order.

    Ids need to be unique within one message only: some serving engines count from one in every turn.
    """
    found: Answers = {}
    for position, message in enumerate(messages):
        after = messages[position + 1 : position + 1 + len(message.calls)]
        results = [result for result in after if result.role == "tool"]
        by_id = {result.call_id: result for result in results}
        for number, call in enumerate(message.calls):
            if result := by_id.get(call.id, results[number] if number < len(results) else None):
                found[position, number] = result
    return found


def is_left_hanging(text: str) -> bool:
    """Tell whether a user's last word asks something, and so is no goodbye; a tag such as "okay?" asks nothing."""
    parts = _SENTENCE_END.split(text) if asks(text) else []
    return any(asks(part) and not closes(part) and len(part.split()) > 2 for part in parts)


def misshapen(messages: Sequence[Message], stop: StopReason) -> Iterator[str]:
    """Yield what is wrong with the shape of a conversation."""
    if stop != StopReason.USER_DONE:
        yield f"the conversation ended by {stop.value}"
    if not messages or messages[0].role != "user":
        yield "the conversation does not start with the user"
        return
    last = messages[-1]
    if last.role != "assistant" or last.calls or not last.content.strip():
        yield "the last message is not something the agent says"
    yield from _out_of_place(messages)


def _out_of_place(messages: Sequence[Message]) -> Iterator[str]:
    """Yield messages that nobody expects at their place."""
    due: list[str] = []
    """Ids of calls whose results have to come next."""
    before = ""
    for position, message in enumerate(messages):
        if message.role == "tool":
            if not due:
                yield f"message {position} answers a call that was not made"
            elif due.pop(0) != message.call_id:
                yield f"message {position} does not answer the call before it"
            before = "tool"
            continue
        if due:
            yield f"message {position} comes before the result of a call"
            due = []
        if message.role == "user" and before not in ("", "assistant"):
            yield f"message {position}: the user speaks before the agent has answered"
        if message.role == "assistant" and before == "assistant":
            yield f"message {position}: the agent speaks twice in a row"
        if message.calls and message.role != "assistant":
            yield f"message {position}: only the agent makes calls"
        if not message.calls and not message.content.strip():
            yield f"message {position} is empty"
        due = [call.id for call in message.calls]
        before = message.role
