"""Whether another wording of a message states the same values, and what it has to keep word for word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from apigen_mt.language.surface import Reading, normalise, read, states
from apigen_mt.phases.allowances import same_day
from apigen_mt.phases.provenance import knowledge, leaves
from apigen_mt.phases.reasons import clauses_given
from apigen_mt.values.blueprint import Blueprint, Goal, Said
from apigen_mt.values.messages import Message
from apigen_mt.values.value import Value
from apigen_mt.world.domain import Domain, Slot

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
_DAY_WORDS = frozenset(f"{_WEEKDAYS} tomorrow yesterday".split())
_WORD = re.compile(r"\w+(?:'\w+)?")
_UNIT = re.compile(
    r"\b(\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -]?"
    r"(minute|hour|day|week|month|year|kg|kilo|lb|mile|point|km)"
)
_LONGEST_NAME = 60
_STEM = 5
_CAPITALISED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")
_SPOKEN_WORDS = frozenset(f"{_WEEKDAYS} hi hello hey thanks thank sorry".split())


class Told(NamedTuple):
    """One slot of a wish and the customer's words for it."""

    slot: Slot
    said: Said


class Scene(NamedTuple):
    """What is known around the messages of one conversation."""

    domain: Domain
    blueprint: Blueprint
    messages: Sequence[Message]
    names: frozenset[str]
    """Names of people and things, from the customer's facts and wishes and from tool results; normalised."""
    told: tuple[Told, ...]
    ones: bool
    """Whether the number 1 is a detail of a wish; elsewhere "one" is mostly a pronoun."""
    dates: frozenset[tuple[int | None, int, int]]
    """All days with their year that the conversation has."""
    words: frozenset[str]
    """All words of the conversation and its tool results, casefolded."""


def scene(domain: Domain, blueprint: Blueprint, messages: Sequence[Message]) -> Scene:
    """Gather what the wording of a conversation is held against."""
    told = tuple(_told(domain, blueprint.goals))
    facts = (*blueprint.facts.values(), *blueprint.wrong_facts.values())
    names = {str(value.value) for value in facts if value.kind in ("name", "text")}
    names.update(name for each in told for name in _described(domain, each))
    for message in messages:
        if message.role == "tool" and not message.error:
            names.update(filter(_is_name, knowledge(message.content, domain.internal).strings))
    spoken = " ".join((*(message.content for message in messages if message.role != "tool"), *names))
    slots = [value for goal in _parts(blueprint.goals) for value in leaves(goal.slots)]
    return Scene(
        domain,
        blueprint,
        messages,
        frozenset(filter(None, map(normalise, names))),
        told,
        any(value == 1 and not isinstance(value, bool) for value in slots),
        frozenset(date for message in messages for date in read(message.content).dates if date[0]),
        frozenset(re.findall(r"[a-z]+", (spoken + " " + domain.policy.text).casefold())),
    )


def keeps(scene: Scene, position: int) -> tuple[str, ...]:
    """Return what another wording of a message has to repeat word for word: what it names, and grounds of refusals."""
    message = scene.messages[position]
    reading = read(message.content)
    found = [name for name in scene.names if states(reading, Value("text", name))]
    if message.role == "user":
        found += [told.said.text for told in _present(scene, reading) if not _is_figure(told)]
    else:
        for number in clauses_given(scene.domain.policy, message.content):
            for group in scene.domain.policy.clauses[number].folded_grounds:
                found += [phrase for phrase in group if phrase in reading.text][:1]
    kept = sorted({*map(normalise, found)}, key=lambda text: (-len(text), text))
    whole = [text for n, text in enumerate(kept) if not any(text in one for one in kept[:n])]
    return tuple(_as_written(message.content, text) for text in sorted(whole, key=reading.text.find))


def _as_written(content: str, text: str) -> str:
    at = content.casefold().find(text)
    return content[at : at + len(text)] if at >= 0 else text


def changed_values(scene: Scene, position: int, text: str) -> Iterator[str]:
    """Yield what another wording of a message states otherwise, or not at all."""
    message = scene.messages[position]
    before, after = read(message.content), read(text)
    yield from _figures(scene, before, after, bare=message.role == "user")
    yield from _days(scene, before, after)
    for what, old, new in (
        ("the code", _codes(before), _codes(after)),
        ("the e-mail address", before.emails, after.emails),
        ("the time (minutes of the day)", before.times, after.times),
        ("the percentage", before.percents, after.percents),
        ("the word", _words(before) & _DAY_WORDS, _words(after) & _DAY_WORDS),
        ("the name or term", _names(scene, before), _names(scene, after)),
    ):
        yield from _compared(what, old, new)
    old_units, new_units = dict(_UNIT.findall(before.text)), dict(_UNIT.findall(after.text))
    for number in old_units.keys() & new_units.keys():
        if old_units[number] != new_units[number]:
            yield f"{number} {old_units[number]} has become {number} {new_units[number]}"
    if message.role == "user":
        yield from _slots(scene, before, after)
    for name in _CAPITALISED.findall(text):
        if name.casefold() not in scene.words | _SPOKEN_WORDS:
            yield f"the name {name!r} is new"


def _words(reading: Reading) -> frozenset[str]:
    return frozenset(_WORD.findall(reading.text))


def _compared(what: str, old: Iterable[object], new: Iterable[object]) -> Iterator[str]:
    before, after = {*old}, {*new}
    for value in sorted(map(str, before - after)):
        yield f"{what} {value!r} is missing"
    for value in sorted(map(str, after - before)):
        yield f"{what} {value!r} is new"


def _figures(scene: Scene, before: Reading, after: Reading, *, bare: bool) -> Iterator[str]:
    """Compare amounts and numbers; a customer may write an amount without its mark."""
    loose = after.numbers if bare else frozenset[float]()
    yield from (f"the amount {amount:.2f} is missing" for amount in sorted(before.money - after.money - loose))
    yield from (f"the amount {amount:.2f} is new" for amount in sorted(after.money - before.money))
    plain = before.numbers - before.money
    lost, new = plain - after.numbers, after.numbers - before.numbers - before.money
    if not (scene.ones or "1" in _words(before)):
        lost -= {1.0}
    if "one" in _words(after):
        new -= {1.0}
    yield from (f"the number {number:g} is missing" for number in sorted(lost))
    yield from (f"the number {number:g} is new" for number in sorted(new))


def _days(scene: Scene, before: Reading, after: Reading) -> Iterator[str]:
    """Compare days: the year may go, but for a birth date; it may come where the conversation has it."""
    facts = (value for value in scene.blueprint.facts.values() if value.kind == "date")
    born = {(year, month, day) for year, month, day in (map(int, str(value.value).split("-")) for value in facts)}
    for date in sorted(before.dates, key=str):
        if date not in after.dates if date in born else not any(same_day(date, other) for other in after.dates):
            yield f"the date {_written(date)} is missing"
    for date in sorted(after.dates, key=str):
        dated = [other for other in before.dates if same_day(date, other)]
        if not dated or (date[0] and date not in before.dates | scene.dates):
            yield f"the date {_written(date)} is new"


def _written(date: tuple[int | None, int, int]) -> str:
    year, month, day = date
    return f"{month}/{day}" + (f"/{year}" if year else "")


def _codes(reading: Reading) -> frozenset[str]:
    return frozenset(code for code in reading.codes if len(code) > 2 and any(map(str.isdigit, code)))


def _names(scene: Scene, reading: Reading) -> frozenset[str]:
    return frozenset(name for name in scene.names if states(reading, Value("text", name)))


def _slots(scene: Scene, before: Reading, after: Reading) -> Iterator[str]:
    """Compare what the customer says of the details of a wish."""
    for slot, said in _present(scene, before):
        flat = normalise(said.text)
        marks = slot.meanings.get(str(said.value), ())
        if slot.typed is not None:
            lost = (value for value in slot.typed(said.value) if states(before, value) and not states(after, value))
            yield from (f"{value.value!r} is missing" for value in lost)
            continue
        if flat in after.text or any(_has(after.text, mark) for mark in marks):
            continue
        if missing := sorted(_content_words(flat) - _content_words(after.text)):
            yield f"{said.text!r} has to stand there (missing: {', '.join(missing)})"
    for slot, said in scene.told:
        for value, marks in slot.meanings.items():
            new = [mark for mark in marks if _has(after.text, mark) and not _has(before.text, mark)]
            if value != said.value and new and len(new[0]) > 3 and _has(before.text, said.text):
                yield f"{new[0]!r} means something else than {said.text!r}"


_FIGURE = re.compile(r"\S*\d\S*|\b(?:dollars?|bucks|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b")
_SMALL = (
    "the",
    "and",
    "for",
    "that",
    "this",
    "one",
    "its",
    "was",
    "were",
    "has",
    "had",
    "have",
    "with",
    "from",
    "our",
    "your",
    "are",
    "you",
)


def _content_words(text: str) -> set[str]:
    """Return the words of a text that are neither figures nor grammar, cut to their stems."""
    return {word[:_STEM] for word in re.findall(r"[a-z]{3,}", _FIGURE.sub(" ", text)) if word not in _SMALL}


def _has(text: str, phrase: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(normalise(phrase))}", text) is not None


def _present(scene: Scene, reading: Reading) -> list[Told]:
    return [told for told in scene.told if _has(reading.text, told.said.text)]


def _parts(goals: Iterable[Goal]) -> list[Goal]:
    return [part for goal in goals for part in (goal, goal.fallback) if part is not None]


def _told(domain: Domain, goals: Iterable[Goal]) -> Iterator[Told]:
    for goal in _parts(goals):
        slots = {slot.name: slot for slot in domain.kinds[goal.kind].slots}
        yield from (Told(slots[name], said) for name, said in goal.said.items())
        if goal.change is not None:
            yield Told(slots[goal.change.slot], goal.change.said)


def _described(domain: Domain, told: Told) -> Iterator[str]:
    """Yield the names and terms by which a customer tells one thing from others."""
    if told.slot.entity:
        kinds = domain.entities[told.slot.entity].kinds
        for features in told.said.features.get("each", [told.said.features]):
            yield from (str(value) for field, value in features.items() if kinds.get(field) in ("name", "text"))


def _is_figure(told: Told) -> bool:
    """Whether the words for a slot are nothing but an amount, a date or the like, which has several usual forms."""
    values = told.slot.typed(told.said.value) if told.slot.typed is not None else ()
    return bool(values) and all(value.kind in ("money", "date", "time", "count", "percent") for value in values)


def _is_name(text: str) -> bool:
    """Whether a string of a tool result names something; statuses, dates and codes do not."""
    spaced = " " in text and len(text) <= _LONGEST_NAME
    return (spaced or text[:1].isupper()) and "@" not in text and (spaced or not any(map(str.isdigit, text)))
