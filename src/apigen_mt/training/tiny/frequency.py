"""The agents that a trained model has to beat: they play what was done in the data, and fill the latest values in.

The one at every point what was done most often there: behind which sorts of messages (who spoke, which tool, which fields
came back). It hears nothing of what the customer says but addresses, codes and numbers. The other what was done there in
the conversation whose customer used the most alike words.
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
from apigen_mt.training.tiny.text import rows_of
from apigen_mt.values.value import Value, day, money

BACK = 4
"""Messages that it remembers, at most."""
SAID = {
    "said_email": re.compile(r"[\w.]+@[\w.]*\w"),
    "said_number": re.compile(r"(?<![\w-])\d{1,2}(?!\w)"),
}
"""What it hears of the customer's words, beside codes."""
CODE = re.compile(r"\b([A-Z]+)-\d+\b")
WORD = re.compile(r"[a-z']+")
DATE = re.compile(r"\d{4}-\d\d-\d\d")
BLANK = re.compile(r"\{(\w+)\}")

Skeleton = tuple[str, str]
"""The called tool, or nothing; its arguments as JSON or the text, with blanks."""


class FrequencyModel:
    """Plays the most frequent next message."""

    def __init__(self, conversations: Sequence[Conversation]):
        """Count in these."""
        self._skeletons: dict[tuple[str, ...], Counter[Skeleton]] = {}
        for before, message in _replies(conversations):
            skeleton = _skeleton(message, _seen(before))
            for past in _pasts(before):
                self._skeletons.setdefault(past, Counter())[skeleton] += 1

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
                return _played(_most({one: times for one, times in known.items() if one[0] == sort}), seen)
        return LOST


class NearestModel:
    """Plays the next message of the conversation that is nearest: at the same point, with a customer who said the like."""

    def __init__(self, conversations: Sequence[Conversation]):
        """Look among these."""
        self._known: dict[tuple[str, ...], list[tuple[frozenset[str], Skeleton]]] = {}
        spoken = Counter[str]()
        for before, message in _replies(conversations):
            words = _words(before)
            spoken.update(words)
            skeleton = _skeleton(message, _seen(before))
            for past in _pasts(before):
                self._known.setdefault(past, []).append((words, skeleton))
        self._weights = {word: 1 / times for word, times in spoken.items()}

    async def complete(self, request: Request) -> Completion:
        """Return the nearest one's message, filled in."""
        chat = [message for message in request.messages if message["role"] != "system"]
        seen, words = _seen(chat), _words(chat)
        for past in _pasts(chat):
            known = [one for one in self._known.get(past, ()) if _fits(one[1], seen)]
            if known:
                return _played(max(known, key=lambda one: (self._likeness(one[0], words), one[1]))[1], seen)
        return LOST

    def _likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return how much two sets of words share, rare ones counting more."""
        return self._weight(one & other) / self._weight(one | other) if one | other else 1.0

    def _weight(self, words: frozenset[str]) -> float:
        return sum(self._weights.get(word, 1.0) ** 0.5 for word in sorted(words))


LOST = Completion(text="How can I help you?")


def _replies(conversations: Sequence[Conversation]) -> Iterator[tuple[Sequence[Chat], Chat]]:
    """Yield every message of an agent, behind what stands before it."""
    for conversation in conversations:
        for position, message in enumerate(conversation.chat):
            if message["role"] == "assistant":
                yield conversation.chat[:position], message


def _words(chat: Sequence[Chat]) -> frozenset[str]:
    """Return what the customer has said, in small letters."""
    said = (message["content"] for message in chat if message["role"] == "user")
    return frozenset(word for text in said for word in WORD.findall(text.lower()))


def _played(skeleton: Skeleton, seen: Mapping[str, Any]) -> Completion:
    name, text = skeleton
    filled = _filled(text, seen)
    return Completion(calls=(RawCall("call_0", name, filled),)) if name else Completion(text=filled)


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
        return " ".join(_heard(message["content"])) or "user"
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
            seen |= _heard(message["content"])
    return seen


def _heard(text: str) -> dict[str, str]:
    """Return the last address and number in a text, and the last code of every kind."""
    found = {name: pattern.findall(text) for name, pattern in SAID.items()}
    codes = {f"said_{code[1]}": code[0] for code in CODE.finditer(text)}
    return {name: some[-1] for name, some in found.items() if some} | codes


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
