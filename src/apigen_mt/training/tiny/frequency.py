"""The agent that a trained model has to beat: at every point it does what was done most often there in the data.

It counts what followed which sorts of messages (who spoke, which tool, which fields came back), and fills the values that
were seen last into the blanks. It hears nothing of what the customer says but addresses, codes and numbers.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

import msgspec

from apigen_mt.language.surface import render
from apigen_mt.models.completion import Completion, RawCall, Request
from apigen_mt.training.conversations import Conversation
from apigen_mt.training.template import Chat
from apigen_mt.training.tiny.drills import DATE
from apigen_mt.training.tiny.text import rows_of
from apigen_mt.values.value import Value, day, money

BACK = 4
"""Messages that it remembers, at most."""
SAID = {
    "said_email": re.compile(r"[\w.]+@[\w.]*\w"),
    "said_code": re.compile(r"\b[A-Z]+-\d+\b"),
    "said_number": re.compile(r"(?<![\w-])\d{1,2}(?!\w)"),
}
"""What it hears of the customer's words."""
BLANK = re.compile(r"\{(\w+)\}")

Skeleton = tuple[str, str]
"""The called tool, or nothing; its arguments as JSON or the text, with blanks."""


class FrequencyModel:
    """Plays the most frequent next message."""

    def __init__(self, conversations: Sequence[Conversation]):
        """Count in these."""
        self._skeletons: dict[tuple[str, ...], Counter[Skeleton]] = {}
        for conversation in conversations:
            for position, message in enumerate(conversation.chat):
                if message["role"] == "assistant":
                    self._count(conversation.chat[:position], message)

    async def complete(self, request: Request) -> Completion:
        """Return the most frequent message behind the longest run of messages that the data has."""
        chat = [message for message in request.messages if message["role"] != "system"]
        seen = _seen(chat)
        for past in _pasts(chat):
            known = {one: times for one, times in self._skeletons.get(past, {}).items() if _fits(one, seen)}
            if known:
                sorts = Counter[str]()
                for (sort, _), times in known.items():
                    sorts[sort] += times
                sort = _most(sorts)
                name, skeleton = _most({one: times for one, times in known.items() if one[0] == sort})
                filled = _filled(skeleton, seen)
                return Completion(calls=(RawCall("call_0", name, filled),)) if name else Completion(text=filled)
        return Completion(text="How can I help you?")

    def _count(self, before: Sequence[Chat], message: Chat) -> None:
        skeleton = _skeleton(message, _seen(before))
        for past in _pasts(before):
            self._skeletons.setdefault(past, Counter())[skeleton] += 1


def _fits(skeleton: Skeleton, seen: Mapping[str, Any]) -> bool:
    return all(blank in seen for blank in BLANK.findall(skeleton[1]))


def _most(counts: Mapping[Any, int]) -> Any:
    """Return the most frequent, of several the last in order, so that it is always the same."""
    return max(counts, key=lambda one: (counts[one], one))


def _pasts(chat: Sequence[Chat]) -> Iterator[tuple[str, ...]]:
    """Yield the sorts of the latest messages, the longest run first."""
    sorts = ["", *(_sort(message) for message in chat if message["role"] != "system")][-BACK:]
    for start in range(len(sorts)):
        yield tuple(sorts[start:])


def _sort(message: Chat) -> str:
    if message["role"] == "tool":
        return " ".join(dict.fromkeys(name for row in rows_of(message["content"]) for name in row))
    if message["role"] == "user":
        return " ".join(name for name, pattern in SAID.items() if pattern.search(message["content"])) or "user"
    calls = message.get("tool_calls") or ()
    return calls[0]["function"]["name"] if calls else "said"


def _seen(chat: Sequence[Chat]) -> dict[str, Any]:
    """Return the latest value of every field, and the latest address, code and number that the customer said."""
    seen: dict[str, Any] = {}
    for message in chat:
        if message["role"] == "tool":
            for row in rows_of(message["content"]):
                seen |= row
        elif message["role"] == "user":
            for name, pattern in SAID.items():
                if found := pattern.findall(message["content"]):
                    seen[name] = found[-1]
    return seen


def _skeleton(message: Chat, seen: Mapping[str, Any]) -> Skeleton:
    calls = message.get("tool_calls") or ()
    name = calls[0]["function"]["name"] if calls else ""
    text = msgspec.json.encode(calls[0]["function"]["arguments"]).decode() if calls else message["content"]
    forms = [(form, field) for field, value in seen.items() for form in _forms(value)]
    for form, field in sorted(forms, key=lambda one: -len(one[0])):
        text = re.sub(rf"(?<![\w{{]){re.escape(form)}(?![\w}}])", f"{{{field}}}", text)
    return name, text


def _filled(skeleton: str, seen: Mapping[str, Any]) -> str:
    return BLANK.sub(lambda blank: _forms(seen[blank[1]])[0], skeleton)


def _forms(value: Any) -> list[str]:
    """Return how a value may be written, the likeliest first."""
    if isinstance(value, str) and not DATE.fullmatch(value):
        return [value]
    if isinstance(value, bool) or not isinstance(value, str | float):
        return [str(value)]
    typed: Value = day(value) if isinstance(value, str) else money(value)
    return sorted({render(typed, Random(number), casual=False) for number in range(12)}, key=len, reverse=True)
