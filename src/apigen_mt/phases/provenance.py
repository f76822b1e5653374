"""Where values come from: what has been seen or heard so far, and whether a value can be traced to it."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from sys import float_info
from typing import Any

import msgspec

from apigen_mt.language.stems import stems
from apigen_mt.language.surface import Reading, plain_code, read, states
from apigen_mt.values.value import Value

_DIGIT = re.compile(r"\d")
_TIME = re.compile(r"\b([01]?\d|2[0-3]):([0-5]\d)\b")
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TOKEN_WITH_DIGIT = re.compile(r"[A-Za-z-]*+\d[A-Za-z0-9-]*")


class Knowledge:
    """The values in one tool result, each sort worked out when it is first asked for: most results are never asked."""

    def __init__(self, content: str, internal: str):
        """Take the result as JSON text; `internal` is the pattern of ids that nobody may tell."""
        self.content = content
        self.internal = internal

    @cached_property
    def _leaves(self) -> list[str | int | float]:
        return leaves(msgspec.json.decode(self.content))

    @cached_property
    def _tellable(self) -> str:
        return re.sub(self.internal, "", self.content) if self.internal else self.content

    @cached_property
    def strings(self) -> frozenset[str]:
        """Every string, dictionary keys included, as it stands."""
        return frozenset(leaf for leaf in self._leaves if isinstance(leaf, str))

    def has(self, text: str) -> bool:
        """Whether a string stands in it; one that the JSON text shows nowhere need not be looked for."""
        return (text in self.content or "\\" in self.content) and text in self.strings

    @cached_property
    def numbers(self) -> frozenset[float]:
        """Every number that a float can hold, rounded to the cent."""
        numbers = (n for n in self._leaves if not isinstance(n, str | bool) and abs(n) <= float_info.max)
        return frozenset(round(float(number), 2) for number in numbers)

    @cached_property
    def dates(self) -> frozenset[tuple[int, int, int]]:
        """Every ISO date: year, month, day."""
        return frozenset(map(_ymd, _ISO_DATE.findall(self._tellable)))

    @cached_property
    def times(self) -> frozenset[int]:
        """Every time of day, in minutes since midnight."""
        return frozenset(60 * int(hour) + int(minute) for hour, minute in _TIME.findall(self._tellable))

    @cached_property
    def codes(self) -> frozenset[str]:
        """Everything with a digit in it, and everything in capitals, in the form of `plain_code`; internal ids apart."""
        tokens = {found.casefold().replace("-", "") for found in _TOKEN_WITH_DIGIT.findall(self._tellable)}
        # A string of several words, such as a postcode, may be a code as well.
        whole = (s for s in self.strings if s.isupper() or (" " in s and _DIGIT.search(s)))
        return frozenset(tokens | {plain_code(text) for text in whole})


@lru_cache(maxsize=2048)
def knowledge(content: str, internal: str = "") -> Knowledge:
    """Return the values in a tool result; what has been worked out about the latest results is kept."""
    return Knowledge(content, internal)


def leaves(value: Any) -> list[str | int | float]:
    """Return every string and number in JSON-like data, dictionary keys included, in no particular order."""
    found: list[str | int | float] = []
    waiting = [value]
    for item in waiting:  # the list grows meanwhile
        if isinstance(item, dict):
            found.extend(item)
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
        elif item is not None:
            found.append(item)
    return found


class Sources:
    """Everything a speaker may draw on, as it grows.

    What has been said is read already, so it is asked first: most results need never be taken apart.
    """

    def __init__(self, policy: str, internal: str = ""):
        """Start with the policy's text; `internal` is the pattern of ids that nobody may tell."""
        self.internal = internal
        self.policy = _policy(policy)
        self.results: list[Knowledge] = []
        """Latest first: most of what is said comes from there."""
        self.heard: list[Reading] = []

    def see(self, content: str) -> None:
        """Add a tool result."""
        self.results.insert(0, knowledge(content, self.internal))

    def hear(self, text: str) -> None:
        """Add something said."""
        self.heard.append(read(text))

    def has_string(self, text: str) -> bool:
        """Whether a string stands in a result, or has been said in whatever surface form."""
        if any(result.has(text) for result in self.results):
            return True
        kind = "date" if _ISO_DATE.fullmatch(text) else "email" if "@" in text else "text"
        forms = [Value(kind, text)] if kind != "text" else [Value("text", text), Value("code", text)]
        return any(states(reading, form) for reading in (*reversed(self.heard), self.policy) for form in forms)

    def has_misspelt(self, text: str) -> bool:
        """Whether somebody has said some words, and no value with a digit in it, with a slip of the fingers in them."""
        wanted = text.casefold().split()
        return bool(wanted) and all(map(str.isalpha, wanted)) and any(_slipped(wanted, one.text) for one in self.heard)

    def names(self, value: str) -> bool:
        """Whether somebody has named one of a closed list by its own words: `close_account` by "closing my account"."""
        wanted = stems(value.replace("_", " "))
        return len(wanted) > 1 and any(wanted <= stems(reading.text) for reading in self.heard)

    def has_number(self, number: float) -> bool:
        """Whether a number stands in a result or the policy or has been said, as an amount or otherwise."""
        return self.was_given(number) or _has_number(self.policy, round(abs(number), 2))

    def was_given(self, number: float) -> bool:
        """Whether a number stands in a result or has been said: in this conversation, that is."""
        rounded = round(abs(number), 2)
        return any(_has_number(reading, rounded) for reading in self.heard) or any(
            rounded in result.numbers for result in self.results
        )

    def has_date(self, date: tuple[int | None, int, int]) -> bool:
        """Whether a day is known; a day said without its year fits any year."""
        year, *day = date
        places = (self.policy, *self.heard, *self.results)
        return any(
            [month, number] == day and (year is None or other is None or year == other)
            for place in places
            for other, month, number in place.dates
        )

    def has_time(self, minutes: int) -> bool:
        """Whether a time of day is known, in minutes since midnight."""
        return any(minutes in reading.times for reading in (self.policy, *self.heard)) or any(
            minutes in result.times for result in self.results
        )

    def has_code(self, code: str) -> bool:
        """Whether an identifier, in the form of `plain_code`, is known."""
        return any(code in reading.codes for reading in (self.policy, *self.heard)) or any(
            code in result.codes for result in self.results
        )


def _has_number(reading: Reading, number: float) -> bool:
    return number in reading.numbers or number in reading.money or number in reading.percents


@lru_cache(maxsize=16)
def _policy(text: str) -> Reading:
    return read(text)


_SAID = re.compile(r"[a-z']+")
_LONG = 5
"""Letters of a word from which on a slip leaves it recognisable."""


def _slipped(wanted: Sequence[str], text: str) -> bool:
    said = _SAID.findall(text)
    return any(
        all(map(_is_slip_of, said[start : start + len(wanted)], wanted)) for start in range(len(said) - len(wanted) + 1)
    )


def _is_slip_of(said: str, word: str) -> bool:
    """Whether a word was meant: it is the same, or long and one letter is missing, doubled, wrong or has changed places."""
    if said == word or len(word) < _LONG or abs(len(said) - len(word)) > 1:
        return said == word
    same = next((n for n, (a, b) in enumerate(zip(said, word, strict=False)) if a != b), min(len(said), len(word)))
    mine, its = said[same:], word[same:]
    swapped = mine[:2] == its[:2][::-1] and mine[2:] == its[2:]
    return swapped or mine[1:] == its[1:] or mine[1:] == its or mine == its[1:]


def ungrounded(
    value: Any, sources: Sources, schema: Mapping[str, Any], meanings: Mapping[str, tuple[str, ...]]
) -> list[str]:
    """Return the parts of an argument that cannot be traced to any source.

    Yes-or-no values need no source. A value from a closed list needs one only if the domain says how customers put it
    (`meanings`: value -> phrases, one of which has to have been said).
    """
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, dict):
        inner = schema.get("properties", {})
        return [bad for key, item in value.items() for bad in ungrounded(item, sources, inner.get(key, {}), meanings)]
    if isinstance(value, list):
        return [bad for item in value for bad in ungrounded(item, sources, schema.get("items", {}), meanings)]
    if "enum" in schema:
        phrases = meanings.get(str(value))
        heard = phrases is None or any(phrase in reading.text for reading in sources.heard for phrase in phrases)
        return [] if heard or sources.names(str(value)) else [str(value)]
    if isinstance(value, str):
        return [] if sources.has_string(value) or sources.has_misspelt(value) else [value]
    return [] if value == 1 or sources.has_number(value) else [str(value)]


def _ymd(text: str) -> tuple[int, int, int]:
    return int(text[:4]), int(text[5:7]), int(text[8:10])
