"""A conversation as it is shown: every message with its calls, where their arguments come from, and what they changed.

The calls are executed again in the world that they were made in, so that what stands beside them is what they do and not
what somebody wrote down.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from apigen_mt.phases.reasons import reasons_given
from apigen_mt.phases.wellformed import answers
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.viewer.origins import Argument, Heard, heard, plain, traced
from apigen_mt.world.domain import World
from apigen_mt.world.policy import Case
from apigen_mt.world.tables import Changes, State

TRACED = 200_000
"""Characters of a conversation beyond which nothing is traced: reading so much text takes seconds."""


class Field(NamedTuple):
    """One field of a row that a write changed."""

    name: str
    before: Any
    after: Any
    was: bool
    """Whether it was there before."""
    stays: bool
    """Whether it is there after."""


class RowChange(NamedTuple):
    """One row that a write changed."""

    table: str
    key: str
    how: str
    """`added`, `removed` or `changed`."""
    fields: tuple[Field, ...]


class Touched(NamedTuple):
    """A policy clause that a message has to do with."""

    number: str
    text: str
    how: str
    """`kept`, `broken` or `told`."""


class Called(NamedTuple):
    """One call with its result."""

    name: str
    kind: str
    """`read` or `write`; empty for a tool that is not there."""
    arguments: tuple[Argument, ...]
    result: str
    failed: bool
    position: int | None
    """Of the message that answers it."""
    changes: tuple[RowChange, ...] = ()
    clauses: tuple[Touched, ...] = ()
    differs: str = ""
    """What the call gives now, where that is not what was recorded."""


class Step(NamedTuple):
    """One message of a speaker, with what its calls gave."""

    position: int
    role: str
    text: str
    calls: tuple[Called, ...] = ()
    clauses: tuple[Touched, ...] = ()
    acts: tuple[str, ...] = ()


def recorded(messages: Sequence[Message]) -> list[Step]:
    """Return a conversation step by step as it was recorded: nothing is executed."""
    results = answers(messages)
    places = {id(message): place for place, message in enumerate(messages)}
    return [
        Step(
            position,
            message.role,
            message.content,
            tuple(
                _as_recorded(call, answer, places.get(id(answer)))
                for number, call in enumerate(message.calls)
                for answer in [results.get((position, number))]
            ),
            acts=_acts(message),
        )
        for position, message in enumerate(messages)
        if message.role != "tool"
    ]


def _as_recorded(call: ToolCall, answer: Message | None, place: int | None) -> Called:
    content, failed = (answer.content, answer.error) if answer else ("", True)
    return Called(call.name, "", plain(call) if call.arguments else (), content, failed, place)


def _acts(message: Message) -> tuple[str, ...]:
    return tuple(f"{act.name} {act.about}".strip() for act in message.acts)


def tell(world: World, blueprint: Blueprint, messages: Sequence[Message]) -> list[Step]:
    """Return a conversation step by step, executed again.

    Raises:
        ToolBug: when a tool fails in a way that it should not.
    """
    return list(_Telling(world, blueprint, messages).steps())


class _Telling:
    """One conversation, executed along the way."""

    def __init__(self, world: World, blueprint: Blueprint, messages: Sequence[Message]):
        self.world = world
        self.blueprint = blueprint
        self.messages = messages
        self.environment = world.environment()
        self.known: list[Heard] = []
        self.is_traced = sum(len(message.content) for message in messages) <= TRACED
        self.done: list[ToolCall] = []
        self.results = answers(messages)
        self.places = {id(message): place for place, message in enumerate(messages)}
        self.relevant = {number for output in blueprint.outputs for number in output.clauses}

    def steps(self) -> Iterator[Step]:
        for position, message in enumerate(self.messages):
            if message.role == "tool":
                continue
            acts = _acts(message)
            if message.role == "user":
                self._hear(position, message)
                yield Step(position, "user", message.content, acts=acts)
                continue
            pairs = [(call, self.results.get((position, number))) for number, call in enumerate(message.calls)]
            calls = tuple(self._call(call, answer) for call, answer in pairs)
            for call, answer in pairs:
                if answer is not None:
                    self._hear(self.places[id(answer)], answer, call.name)
            yield Step(position, "assistant", message.content, calls, tuple(self._told(position, message)), acts)

    def _hear(self, position: int, message: Message, caller: str = "") -> None:
        if self.is_traced and (one := heard(self.world.domain, position, message, caller)):
            self.known.append(one)

    def _told(self, position: int, message: Message) -> Iterator[Touched]:
        """Yield the clauses whose reason an agent's message gives, of those that the task turns on."""
        if not message.content or not self.is_traced:
            return
        policy = self.world.domain.policy
        given = reasons_given(policy, [(position, message.content)], self.relevant)
        for number in sorted({number for reason in given for number in reason.clauses}):
            yield Touched(number, policy.clauses[number].text, "told")

    def _call(self, call: ToolCall, answer: Message | None) -> Called:
        content, failed = (answer.content, answer.error) if answer else ("", True)
        place = self.places[id(answer)] if answer else None
        domain = self.world.domain
        tool = domain.tools.get(call.name)
        kind = tool.kind if tool else ""
        before = self.environment.state
        result = self.environment.call(call)
        works = not result.error
        changes = changed(before, self.environment.state)
        arguments = traced(domain, call, before, self.known, works=works) if self.is_traced else plain(call)
        # A rule is defined for calls that work: it may look up what they name.
        clauses = tuple(self._clauses(call, before)) if kind == "write" and works else ()
        if kind == "write" and works:
            self.done.append(call)
        differs = "" if (result.content, result.error) == (content, failed) else result.content
        return Called(call.name, kind, arguments, content, failed, place, changes, clauses, differs)

    def _clauses(self, call: ToolCall, state: State) -> Iterator[Touched]:
        policy = self.world.domain.policy
        case = Case(state, call, self.blueprint.account, tuple(self.done))
        broken = {violation.clause.number for violation in policy.judge(case)}
        for number in policy.applying(call.name):
            yield Touched(number, policy.clauses[number].text, "broken" if number in broken else "kept")


def changed(before: State, after: State) -> tuple[RowChange, ...]:
    """Return the rows in which two states of one world differ."""
    if before is after:
        return ()
    old, new = before.diff(), after.diff()
    places = sorted({(table, key) for changes in (old, new) for table, rows in changes.items() for key in rows})
    rows = [(table, key, _row(before, old, table, key), _row(after, new, table, key)) for table, key in places]
    return tuple(_change(table, key, was, now) for table, key, was, now in rows if was != now)


def _row(state: State, changes: Changes, table: str, key: str) -> Mapping[str, Any] | None:
    return changes[table][key][1] if key in changes.get(table, {}) else state.get(table, key)


def _change(table: str, key: str, was: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> RowChange:
    how = "added" if was is None else "removed" if now is None else "changed"
    return RowChange(table, key, how, tuple(_fields("", was or {}, now or {})))


def _fields(path: str, one: Any, other: Any) -> Iterator[Field]:
    """Yield what differs, as deep inside as it can be named: `lines[2].variant` instead of all lines."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        for name in [*one, *(name for name in other if name not in one)]:
            place = f"{path}.{name}" if path else name
            if name in one and name in other:
                yield from _fields(place, one[name], other[name])
            else:
                yield Field(place, one.get(name), other.get(name), name in one, name in other)
    elif isinstance(one, list | tuple) and isinstance(other, list | tuple) and len(one) == len(other):
        for number, (before, after) in enumerate(zip(one, other, strict=True)):
            yield from _fields(f"{path}[{number}]", before, after)
    elif one != other:
        yield Field(path, one, other, was=True, stays=True)
