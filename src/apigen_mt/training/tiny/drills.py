"""Copying as a warm-up: records like those that tools return, with values drawn anew, and questions about them.

At this size a model that meets conversations first learns the words and never finds the values. Each drill names a record by
one of its values, said as people say it, and asks for others of the same record: what an agent does all day.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from string import digits
from typing import Any

from apigen_mt.language.surface import render
from apigen_mt.training.conversations import Conversation
from apigen_mt.training.tiny.text import CALL, CONTROLS, END, SAY, USER, Codec, rows_of
from apigen_mt.training.tokens import Example
from apigen_mt.values.value import day

DATE = re.compile(r"\d{4}-\d\d-\d\d")
NUMBERED = re.compile(r"[A-Za-z0-9]*\d[A-Za-z0-9]*")
HEXADECIMAL = re.compile(r"(?=.*[a-f])[0-9a-f]{4,}")
ECHOES = 0.6
"""Share of the tokens that are echoes: they start copying. Digits recur everywhere, and drawn values alone did not teach it."""
SHARES = (0.2, 0.4, 0.4)
"""Of the kinds of drills behind that: echoes, values said again in another order, questions about records."""
QUESTIONS = 6
"""About the same records."""

Record = Mapping[str, Any]


class Drills:
    """An endless supply of drills in the manner of some conversations' records."""

    def __init__(self, conversations: Sequence[Conversation]):
        """Take the conversations whose records are imitated."""
        self._records = [
            row
            for one in conversations
            for message in one.chat
            if message["role"] == "tool"
            for row in rows_of(message["content"])
            if len(row) > 1
        ]
        self._values: dict[str, list[Any]] = {}
        for record in self._records:
            for name, value in record.items():
                self._values.setdefault(name, []).append(value)

    def draw(self, codec: Codec, rng: Random, tokens: int) -> Iterator[Example]:
        """Yield drills without end: echoes alone for a share of so many tokens, then all kinds."""
        drawn = 0
        while True:
            (kind,) = rng.choices((_echo, self._again, self._asked), SHARES if drawn > ECHOES * tokens else (1, 0, 0))
            drill = kind(codec, rng)
            drawn += len(drill.tokens)
            yield drill

    def _again(self, codec: Codec, rng: Random) -> Example:
        values = [codec.value(value) for _ in range(3) for value in self._anew(rng.choice(self._records), rng).values()]
        first = [USER, *(token for value in values for token in value), SAY]
        rng.shuffle(values)
        second = [*(token for value in values for token in value), END]
        return Example((*first, *second), (False,) * len(first) + (True,) * len(second), ())

    def _asked(self, codec: Codec, rng: Random) -> Example:
        like = rng.choice(self._records)
        records = [self._anew(like, rng) for _ in range(rng.randint(1, 4))]
        tokens = [token for number, record in enumerate(records) for token in codec.record(record, first=not number)]
        learn = [False] * len(tokens)
        for _ in range(QUESTIONS):
            for part, learned in self._question(codec, records, rng):
                tokens += part
                learn += [learned] * len(part)
        return Example(tuple(tokens), tuple(learn), ())

    def _anew(self, like: Record, rng: Random) -> Record:
        return {name: anew(rng.choice(self._values[name]), rng) for name in like}

    def _question(self, codec: Codec, records: Sequence[Record], rng: Random) -> Iterator[tuple[list[int], bool]]:
        """Yield parts of a question and its answer: a value, and others of its record as a call or in words."""
        record = rng.choice(records)
        telling = [name for name, value in record.items() if isinstance(value, str) and _only(name, value, records)]
        if not telling:
            return
        known = rng.choice(telling)
        asked = rng.choice(list(record))
        yield [USER, *codec.text(_said(record[known], rng, casual=True)), *codec.name(asked)], False
        if rng.random() < 0.6:
            yield [CALL, *codec.name(asked)], False
            yield [*codec.value(record[asked]), END], True
        else:
            yield [SAY], False
            yield [*codec.text(_said(record[asked], rng, casual=False)), END], True


def _echo(codec: Codec, rng: Random) -> Example:
    """Return any tokens, and the same again."""
    said = [rng.randrange(CONTROLS, codec.size) for _ in range(rng.randint(10, 60))]
    return Example((USER, *said, SAY, *said, END), (False,) * (len(said) + 2) + (True,) * (len(said) + 1), ())


def anew(value: Any, rng: Random) -> Any:
    """Return another value of the same shape: dates stay dates, words stay, digits and what stands among them are drawn."""
    if not isinstance(value, str):
        return value
    if DATE.fullmatch(value):
        return (date.fromisoformat(value) + timedelta(rng.randint(-30, 30))).isoformat()
    return NUMBERED.sub(lambda found: _redrawn(found[0], rng), value)


def _redrawn(word: str, rng: Random) -> str:
    """Return a word with other digits; hexadecimal ones where it is a hexadecimal number."""
    if HEXADECIMAL.fullmatch(word):
        return "".join(rng.choice("0123456789abcdef") for _ in word)
    return "".join(rng.choice(digits) if one.isdecimal() else one for one in word)


def _only(name: str, value: Any, records: Sequence[Record]) -> bool:
    return sum(record[name] == value for record in records) == 1


def _said(value: Any, rng: Random, *, casual: bool) -> str:
    text = value if isinstance(value, str) else str(value)
    return render(day(text), rng, casual and rng.random() < 0.7) if DATE.fullmatch(text) else text
