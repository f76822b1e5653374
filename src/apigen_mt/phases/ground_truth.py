"""Ground truth by execution: the fold of a schedule of goals over a fresh world (APIGen-MT §3.2.1, §4.1.2).

The proposer derives a blueprint's actions and outputs with this, composition runs it again over the joined goals, and the
verifier runs it once more and compares. A wish is done, answered, refused by a rule, or given up; nothing is assumed.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from apigen_mt.values.blueprint import Goal, Output, Said
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value
from apigen_mt.world.domain import Domain, Entity, GoalKind, Record, Slot, Slots, World, fits
from apigen_mt.world.environment import Environment
from apigen_mt.world.policy import Case
from apigen_mt.world.tables import State


class Settled(NamedTuple):
    """What follows from a schedule of goals."""

    goals: tuple[Goal, ...]
    """The goals with their outcomes."""
    actions: tuple[ToolCall, ...]
    outputs: tuple[Output, ...]
    state: State
    failures: tuple[str, ...]
    """Legal calls that the world refused, and wishes that did not come true: such a schedule is no ground truth."""
    details: tuple[dict[str, Value], ...]
    """For each step that was weighed (first values before a change and broken rules included): what its wording may state."""
    looked_up: tuple[tuple[int, ToolCall], ...]
    """Goal index and each read that a question rests on."""
    wanted_by: tuple[int, ...]
    """For each action, the index of the goal that it serves."""
    cases: tuple[tuple[Case, ...], ...]
    """For each refusal among the outputs, the writes that were wished for, as the rules saw them."""


class _Place:
    """Where a fold has got to. The same wishes lead from one place to the same next one, so a place is its own identity."""

    def __init__(self, environment: Environment, done: tuple[ToolCall, ...] = ()):
        self.environment = environment
        """To be forked, not to be changed."""
        self.done = done


class _Step:
    """One wish, carried out from a place on."""

    def __init__(self, domain: Domain, place: _Place, account: str, wish: Goal):
        self.domain = domain
        self.environment = place.environment.fork()
        self.account = account
        self.done = place.done
        self.actions: list[ToolCall] = []
        self.outputs: list[Output] = []
        """With 0 for the goal's index."""
        self.failures: list[str] = []
        self.details: list[dict[str, Value]] = []
        self.looked_up: list[ToolCall] = []
        self.cases: list[tuple[Case, ...]] = []
        try:
            self.goal = self.settle(wish)
        except (LookupError, TypeError, ValueError) as error:
            # A goal's words come from anywhere, and may name what the tables do not have.
            self.failures.append(f"{wish.kind}: does not fit the tables: {error}")
            self.goal = wish
        self.after = _Place(self.environment, (*self.done, *self.actions)) if self.actions else place

    def violated(self, kind: GoalKind, cases: Iterable[Case]) -> tuple[str, ...]:
        """Return the clauses that forbid the writes."""
        found: dict[str, None] = {}
        if kind.declined_by:
            found[kind.declined_by] = None
        for case in cases:
            for clause, facts in self.domain.policy.judge(case):
                found[clause.number] = None
                self.details.append(facts)
        return tuple(found)

    def weighed(self, calls: list[ToolCall]) -> tuple[Case, ...]:
        """Return the writes among the calls as the rules see them now."""
        writes = [call for call in calls if self.domain.tools[call.name].kind == "write"]
        done = (*self.done, *self.actions)
        return tuple(Case(self.environment.state, call, self.account, done) for call in writes)

    def check_words(self, kind: GoalKind, goal: Goal) -> None:
        """Check that each description still fits just what it means: an earlier goal may have changed that."""
        for slot in kind.slots:
            said = goal.said.get(slot.name)
            if slot.entity and said is not None and not self.singles_out(slot, said, goal.slots):
                self.failures.append(f"{goal.kind}: {said.text!r} does not single out what is meant by then")
            vague = goal.vague.get(slot.name)
            if vague is not None and not self.is_one_of(slot, vague, goal.slots):
                self.failures.append(f"{goal.kind}: {vague.text!r} does not fit what is meant and something else")

    def singles_out(self, slot: Slot, said: Said, slots: Slots) -> bool:
        """Tell whether a description fits exactly the thing that the slot holds."""
        entity = self.domain.entities[slot.entity]
        result = self.environment.call(entity.finder(self.account, slots))
        if result.error:
            return False
        records = entity.records(result.value)
        wanted = said.features["each"] if slot.many else [said.features]
        found = [_keys(entity, records, features) for features in wanted]
        keys = slots[slot.name] if slot.many else [slots[slot.name]]
        return found == [[key] for key in keys]

    def is_one_of(self, slot: Slot, said: Said, slots: Slots) -> bool:
        """Tell whether a description fits the thing that the slot holds, and others as well."""
        entity = self.domain.entities[slot.entity]
        result = self.environment.call(entity.finder(self.account, slots))
        found = [] if result.error else _keys(entity, entity.records(result.value), said.features)
        return len(found) > 1 and slots[slot.name] in found

    def settle(self, goal: Goal) -> Goal:
        """Carry out one goal and return it with its outcome."""
        kind = self.domain.kinds[goal.kind]
        state = self.environment.state
        self.check_words(kind, goal)
        if goal.conditional and goal.fallback is None:
            self.failures.append(f"{goal.kind}: puts a condition without naming a fallback")
        if goal.change is not None:
            first = goal.slots | {goal.change.slot: goal.change.value}
            if self.violated(kind, self.weighed(kind.calls(state, self.account, first))):
                self.failures.append(f"{goal.kind}: the value given up later is one that policy refuses outright")
            self.details.append(kind.details(state, self.account, first))
        calls = kind.calls(state, self.account, goal.slots)
        details = kind.details(state, self.account, goal.slots)
        self.details.append(details)
        cases = self.weighed(calls)
        clauses = self.violated(kind, cases)
        if clauses:
            self.outputs.append(Output(goal=0, clauses=clauses))
            self.cases.append(cases)
            if goal.withdrawn:
                self.failures.append(f"{goal.kind}: cannot be withdrawn, policy refuses it first")
            fallback = None if goal.fallback is None else self.settle(goal.fallback)
            return msgspec.structs.replace(goal, outcome="refused", clauses=clauses, fallback=fallback)
        if goal.fallback is not None:
            self.failures.append(f"{goal.kind}: has a fallback but is not refused")
        if goal.withdrawn:
            return msgspec.structs.replace(goal, outcome="withdrawn", clauses=())
        self.carry_out(goal.kind, kind, calls, goal.slots)
        self.outputs.extend(Output(goal=0, value=details[name]) for name in kind.tells)
        return msgspec.structs.replace(goal, outcome="done" if kind.effect else "answered", clauses=())

    def carry_out(self, name: str, kind: GoalKind, calls: list[ToolCall], slots: Slots) -> None:
        """Run the calls and check that the wish has come true."""
        before = self.environment.state
        for call in calls:
            result = self.environment.call(call)
            if result.error:
                self.failures.append(f"{name}: {call.name} fails: {result.content}")
            if self.domain.tools[call.name].kind == "write":
                self.actions.append(call)
            else:
                self.looked_up.append(call)
        if kind.effect and not kind.effect(before, self.environment.state, self.account, slots):
            self.failures.append(f"{name}: the calls ran but the wish did not come true")


def _keys(entity: Entity, records: Sequence[Record], features: Mapping[str, Any]) -> list[str]:
    return [record[entity.key] for record in records if fits(record, features)]


def settle(world: World, account: str, goals: tuple[Goal, ...]) -> Settled:
    """Fold a schedule of goals into ground truth by executing it in a fresh environment.

    Outcomes that the goals already carry have no influence. The latest folds are remembered: proposer, checks and verifier
    ask for the same one. Nobody may change what is returned.
    """
    return _settle(world, account, msgspec.json.encode([_bare(goal) for goal in goals]))


def order_matters(world: World, account: str, goals: tuple[Goal, ...]) -> bool:
    """Tell whether the wishes of the first request lead elsewhere when they are dealt with in the opposite order.

    Nothing tells whoever plays the user in which order to raise them, so such a schedule has no single ground truth.
    """
    at_start = sum(goal.opens == "start" for goal in goals)
    if at_start < 2:
        return False
    turned = (*reversed(goals[:at_start]), *goals[at_start:])
    one, other = settle(world, account, goals), settle(world, account, turned)
    places = (*reversed(range(at_start)), *range(at_start, len(goals)))
    told = [msgspec.structs.replace(output, goal=places[output.goal]) for output in other.outputs]
    if one.failures != other.failures:
        return True
    return one.state.digest() != other.state.digest() or {*map(repr, one.outputs)} != {*map(repr, told)}


def _bare(goal: Goal) -> Goal:
    fallback = None if goal.fallback is None else _bare(goal.fallback)
    return msgspec.structs.replace(goal, outcome="done", clauses=(), fallback=fallback)


@lru_cache(maxsize=32)
def _settle(world: World, account: str, encoded: bytes) -> Settled:
    place = _start(world)
    steps: list[_Step] = []
    for wish in msgspec.json.decode(encoded, type=list[msgspec.Raw]):
        steps.append(_step(world.domain, place, account, bytes(wish)))
        place = steps[-1].after
    numbered = list(enumerate(steps))
    return Settled(
        tuple(step.goal for step in steps),
        place.done,
        tuple(msgspec.structs.replace(output, goal=index) for index, step in numbered for output in step.outputs),
        place.environment.state,
        tuple(failure for step in steps for failure in step.failures),
        tuple(details for step in steps for details in step.details),
        tuple((index, call) for index, step in numbered for call in step.looked_up),
        tuple(index for index, step in numbered for _ in step.actions),
        tuple(cases for step in steps for cases in step.cases),
    )


@lru_cache(maxsize=16)
def _start(world: World) -> _Place:
    return _Place(world.environment(rehearsed=True))


@lru_cache(maxsize=256)
def _step(domain: Domain, place: _Place, account: str, wish: bytes) -> _Step:
    return _Step(domain, place, account, msgspec.json.decode(wish, type=Goal))
