"""From a model's answer to a candidate blueprint, or to a precise list of what is wrong with it.

The features that pin a thing down are derived from the customer's words, not asked for: the words are what phase 2 hears, so
whatever they do not state does not help, and a model cannot claim that they state more.
"""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

import msgspec

from apigen_mt.language.surface import Reading, normalise, read, states
from apigen_mt.phases.answer import (
    GoalAnswer,
    OutputAnswer,
    SlotAnswer,
    TaskAnswer,
    WishAnswer,
    outputs_of,
    ways_to_say,
)
from apigen_mt.phases.context import Context
from apigen_mt.phases.ground_truth import Settled, settle
from apigen_mt.phases.instruction_check import instruction_problems, unsaid_words
from apigen_mt.phases.material import Material, sources
from apigen_mt.phases.propose import same_wish
from apigen_mt.phases.sheet import samples
from apigen_mt.values.blueprint import Blueprint, Change, Goal, Output, Said
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.persona import Register
from apigen_mt.values.value import Kind, Value
from apigen_mt.world.domain import Entity, GoalKind, Record, Slot, Slots, World, fits

SHOWN = 6
"""Problems told at once."""


class _Bad(Exception):
    """One part of the answer is of no use; the message says why."""


def convert(world: World, context: Context, material: Material, answer: TaskAnswer) -> tuple[Blueprint | None, str]:
    """Return the candidate, or None with everything that is wrong with the answer."""
    reader = _Reader(world, context, answer.instruction)
    goals = reader.goals(answer.goals)
    actions = [reader.action(f"actions[{n}]", ToolCall(a.name, a.arguments)) for n, a in enumerate(answer.actions)]
    if reader.problems:
        return None, _told(reader.problems)
    order = sorted(range(len(goals)), key=lambda index: goals[index].opens == "later")
    goals = tuple(goals[index] for index in order)
    if goals[0].opens == "later":
        goals = (msgspec.structs.replace(goals[0], opens="start"), *goals[1:])
    settled = settle(world, context.account, goals)
    claims = [msgspec.structs.replace(one, goal=order.index(one.goal)) for one in answer.outputs if one.goal in order]
    reader.problems += [f"outputs: there is no goal {one.goal}" for one in answer.outputs if one.goal not in order]
    candidate = Blueprint(
        domain=world.domain.name,
        account=context.account,
        persona=context.persona,
        facts=material.facts,
        goals=settled.goals,
        instruction=answer.instruction,
        actions=tuple(actions),
        outputs=reader.outputs(settled, claims),
        wrong_facts=material.wrong_facts,
    )
    reader.problems += instruction_problems(world, candidate, sources(world, material))
    return (None, _told(reader.problems)) if reader.problems else (candidate, "")


def _told(problems: Sequence[str]) -> str:
    shown = list(dict.fromkeys(problems))
    more = f"; and {len(shown) - SHOWN} more" if len(shown) > SHOWN else ""
    return "; ".join(shown[:SHOWN]) + more


class _Reader:
    """Reads one answer and collects its problems."""

    def __init__(self, world: World, context: Context, instruction: str):
        self.world = world
        self.domain = world.domain
        self.account = context.account
        self.register: Register = context.persona.style.register
        self.environment = world.environment()
        self.instruction = instruction
        self.rng = Random(f"{context.account}:{context.persona.id}")
        self.problems: list[str] = []

    def goals(self, answers: Sequence[GoalAnswer]) -> tuple[Goal, ...]:
        """Return the goals that could be read."""
        found: list[Goal] = []
        for index, answer in enumerate(answers):
            try:
                goal = self._scheduled(f"goals[{index}]", answer)
            except _Bad as bad:
                self.problems.append(str(bad))
                continue
            if any(same_wish(goal, other) for other in found):
                self.problems.append(f"goals[{index}] wants the same for the same thing as an earlier goal")
            found.append(goal)
        if not answers:
            self.problems.append("there are no goals")
        elif found and all(goal.withdrawn for goal in found):
            self.problems.append("every goal is withdrawn, so nothing would be left to do")
        return tuple(found)

    def _scheduled(self, where: str, answer: GoalAnswer) -> Goal:
        """Read a wish with its events."""
        goal = self._wish(where, answer)
        kind = self.domain.kinds[goal.kind]
        if kind.propose is None and (answer.change or answer.withdrawn):
            raise _Bad(f"{where}: {goal.kind} asks for no confirmation, so it has neither change nor withdrawn")
        change = None
        if answer.change is not None:
            slot = next((slot for slot in kind.slots if slot.name == answer.change.slot), None)
            if slot is None or slot.many or slot.choices is not None:
                raise _Bad(f"{where}.change: {answer.change.slot!r} is no slot of {goal.kind} that can change")
            spoken = SlotAnswer(slot.name, answer.change.value, answer.change.words)
            value, said = self._slot(f"{where}.change", kind, slot, spoken, goal.slots)
            if value == goal.slots[slot.name]:
                raise _Bad(f"{where}.change: the first value has to differ from the one in slots")
            change = Change(slot.name, value, said)
        fallback = None if answer.fallback is None else self._wish(f"{where}.fallback", answer.fallback)
        if fallback is not None and (fallback.kind, fallback.slots) == (goal.kind, goal.slots):
            raise _Bad(f"{where}.fallback: it wants just what the goal itself wants, which is refused by then")
        return msgspec.structs.replace(
            goal, opens=answer.opens, change=change, withdrawn=answer.withdrawn, fallback=fallback
        )

    def _wish(self, where: str, answer: GoalAnswer | WishAnswer) -> Goal:
        kind = self.domain.kinds.get(answer.kind)
        if kind is None:
            raise _Bad(f"{where}: there is no goal kind {answer.kind!r}; they are {', '.join(self.domain.kinds)}")
        given = {slot.name: slot for slot in answer.slots}
        names = [slot.name for slot in kind.slots]
        if sorted(given) != sorted(names) or len(given) != len(answer.slots):
            raise _Bad(
                f"{where}: {kind.name} has the slots {names}, each once, and not {[s.name for s in answer.slots]}"
            )
        slots: Slots = {}
        said: dict[str, Said] = {}
        for slot in kind.slots:
            slots[slot.name], said[slot.name] = self._slot(where, kind, slot, given[slot.name], slots)
        volunteered = {name for name, slot in given.items() if not slot.withheld}
        return Goal(kind.name, slots, said, given=self._sayable(kind, volunteered))

    def _sayable(self, kind: GoalKind, wanted: set[str]) -> tuple[str, ...]:
        """Return the volunteered slots, as near as the domain's wording comes."""
        lines = [line for line in kind.request.lines if self.register in line.registers]
        return min({tuple(sorted(line.fields)) for line in lines}, key=lambda names: (len(wanted ^ {*names}), names))

    def _slot(self, where: str, kind: GoalKind, slot: Slot, given: SlotAnswer, slots: Slots) -> tuple[Any, Said]:
        """Return a slot's value and how it is said."""
        at = f"{where}, slot {slot.name}"
        if not given.words.strip():
            raise _Bad(f"{at}: the words are missing")
        if unsaid_words(self.instruction, given.words):
            self.problems.append(f"{at}: the instruction does not contain the words {given.words!r} as they are")
        if slot.choices is not None:
            return self._choice(at, slot, given)
        if slot.typed is not None:
            return self._typed(at, kind, slot, given)
        return self._things(at, slot, given, slots)

    def _choice(self, at: str, slot: Slot, given: SlotAnswer) -> tuple[Any, Said]:
        choices = slot.choices or {}
        if given.value not in choices:
            raise _Bad(f"{at}: the value has to be one of {list(choices)}, not {given.value!r}")
        ways = ways_to_say(slot, given.value)
        if not any(normalise(way) in normalise(given.words) for way in ways):
            raise _Bad(f"{at}: for {given.value!r} the words have to contain one of {list(dict.fromkeys(ways))}")
        # The domain's own first-person wording fits the sentences in which a scripted user says it.
        return given.value, Said(str(choices[given.value].fragment(self.rng, {}, self.register)), given.value)

    def _typed(self, at: str, kind: GoalKind, slot: Slot, given: SlotAnswer) -> tuple[Any, Said]:
        sample = samples(self.world).get(kind.name)
        example = None if sample is None else sample.slots[slot.name]
        value = given.value if example is None else _alike(given.value, example)
        try:
            values = () if value is None or slot.typed is None else slot.typed(value)
            unsaid = [one.value for one in values if not states(read(given.words), one)]
        except (LookupError, TypeError, ValueError, AttributeError):
            values, unsaid = (), []
        if not values:
            raise _Bad(f"{at}: the value has to look like {msgspec.json.encode(example).decode()}, not {given.value!r}")
        if unsaid:
            raise _Bad(f"{at}: the words {given.words!r} do not state {unsaid[0]!r}")
        return value, Said(given.words, value)

    def _things(self, at: str, slot: Slot, given: SlotAnswer, slots: Slots) -> tuple[Any, Said]:
        entity = self.domain.entities[slot.entity]
        result = self.environment.call(entity.finder(self.account, slots))
        records = [] if result.error else entity.records(result.value)
        keys = given.value if slot.many else [given.value]
        if not isinstance(keys, list) or not keys or not all(isinstance(key, str) for key in keys):
            raise _Bad(f"{at}: the value has to be {'a list of values' if slot.many else 'the value'} of things listed")
        if len(set(keys)) < len(keys):
            raise _Bad(f"{at}: the value names a thing twice")
        each = _features(at, entity, records, keys, given.words)
        return given.value, Said(given.words, features={"each": each} if slot.many else each[0])

    def action(self, at: str, call: ToolCall) -> ToolCall:
        """Return an action with its numbers in canonical form."""
        tool = self.domain.tools.get(call.name)
        if tool is None or tool.kind != "write":
            self.problems.append(f"{at}: {call.name!r} is no write tool of the domain")
            return call
        if problems := tool.problems(call.arguments):
            self.problems.append(f"{at} ({call.name}): {problems[0]}")
            return call
        return ToolCall(call.name, tool.normalise(call.arguments))

    def outputs(self, settled: Settled, claims: Sequence[OutputAnswer]) -> tuple[Output, ...]:
        """Return the outputs that the model claims, in the order in which the goals lead to them.

        What execution alone can know of an action is taken from there if the model leaves it open. A reason is right if it
        names at least one of the clauses that forbid the wish, and no other: then it stands for all of them.
        """
        left = list(claims)
        found: list[Output] = []
        for (index, detail), truth in zip(outputs_of(self.domain, settled.goals), settled.outputs, strict=False):
            claim = next((one for one in left if one.goal == index and one.detail == detail), None)
            if claim is None:
                continue
            left.remove(claim)
            found.append(self._output(settled, claim, truth))
        return (*found, *(Output(one.goal, Value("text", str(one.value)), tuple(one.clauses)) for one in left))

    def _output(self, settled: Settled, claim: OutputAnswer, truth: Output) -> Output:
        if truth.value is None:
            right = bool(claim.clauses) and {*claim.clauses} <= {*truth.clauses}
            return truth if right else Output(claim.goal, clauses=tuple(claim.clauses))
        if claim.value is None:
            if settled.goals[claim.goal].outcome == "answered":
                self.problems.append(f"outputs: the answer {claim.detail!r} of goal {claim.goal} is missing")
            return truth
        value = _as(truth.value.kind, claim.value)
        return truth if value is not None and _same(value, truth.value) else Output(claim.goal, value or _text(claim))


def _text(claim: OutputAnswer) -> Value:
    return Value("text", str(claim.value))


def _as(kind: Kind, value: str | float) -> Value | None:
    """Return what a model wrote as a value of a kind, or None if it is none."""
    try:
        match kind:
            case "money" | "percent":
                return Value(kind, round(float(str(value).strip("$% ").replace(",", "")), 2))
            case "count":
                return Value(kind, int(float(value)))
            case _:
                return Value(kind, str(value).strip())
    except (ValueError, OverflowError):
        return None


def _same(one: Value, other: Value) -> bool:
    return one == other or normalise(str(one.value)) == normalise(str(other.value))


def _alike(value: Any, example: Any) -> Any:
    """Return a value in the JSON types of an example, or None if it does not have its shape."""
    if isinstance(example, dict):
        if not isinstance(value, Mapping) or value.keys() != example.keys():
            return None
        parts = {key: _alike(value[key], one) for key, one in example.items()}
        return None if None in parts.values() else parts
    if isinstance(value, bool) or isinstance(example, bool):
        return value if isinstance(value, bool) and isinstance(example, bool) else None
    if isinstance(example, float) and isinstance(value, int | float):
        return float(value)
    if isinstance(example, int) and isinstance(value, int | float) and float(value).is_integer():
        return int(value)
    return value if type(value) is type(example) else None


def _features(
    at: str, entity: Entity, records: Sequence[Record], keys: Sequence[Any], words: str
) -> list[dict[str, Any]]:
    """Return what a customer's words state of each thing that they mean; they have to fit it, and nothing else listed."""
    by_key = {record[entity.key]: record for record in records}
    for key in keys:
        if key not in by_key:
            listed = ", ".join(map(repr, by_key)) or "none at all"
            raise _Bad(f"{at}: there is no {entity.name} {key!r} to choose; there are {listed}")
    reading = read(words)
    found = [_stated(entity, by_key[key], reading) for key in keys]
    if wrong := _untrue(entity, [record for key, record in by_key.items() if key not in keys], found, reading):
        raise _Bad(f"{at}: the words {words!r} say {wrong}, which is not true of {' and '.join(map(repr, keys))}")
    for key, features in zip(keys, found, strict=True):
        fitting = sum(fits(other, features) for other in records)
        if not features or fitting != 1:
            said = f"fit {fitting} of the {len(records)} listed" if features else "state nothing that tells it apart"
            known = mentionable(entity, by_key[key])
            raise _Bad(f"{at}: the words {words!r} {said}; what may be said of {key!r}: {known}")
    return found


def _stated(entity: Entity, record: Record, reading: Reading) -> dict[str, Any]:
    """Return the fields of a thing that a text states; of several values of one field the longest that it states."""
    features: dict[str, Any] = {}
    for field, kind in entity.kinds.items():
        stated = [one for one in _elements(record.get(field)) if states(reading, Value(_kind(kind), one))]
        if stated:
            features[field] = max(stated, key=lambda one: len(str(one)))
    return features


def _untrue(entity: Entity, others: Sequence[Record], found: Sequence[Mapping[str, Any]], reading: Reading) -> str:
    """Return something in the words that none of the things meant has: a particular of another, an amount or a date."""
    true = [normalise(str(value)) for features in found for value in features.values()]
    for other in others:
        for value in _stated(entity, other, reading).values():
            if not any(normalise(str(value)) in one for one in true):
                return str(value)
    kinds = set(entity.kinds.values())
    values = [Value(_kind(entity.kinds[field]), value) for features in found for field, value in features.items()]
    amounts = {round(float(value.value), 2) for value in values if value.kind == "money"}
    dates = {tuple(map(int, str(value.value).split("-")[1:])) for value in values if value.kind == "date"}
    wrong = [f"{amount:.2f}" for amount in sorted(reading.money - amounts)] if "money" in kinds else []
    said = sorted((month, day) for _, month, day in reading.dates)
    wrong += [f"{month}/{day}" for month, day in said if (month, day) not in dates] if "date" in kinds else []
    return wrong[0] if wrong else ""


def mentionable(entity: Entity, record: Record) -> str:
    """Return what a customer may say of a thing, field by field."""
    shown = {field: _elements(record.get(field)) for field in entity.kinds}
    return ", ".join(f"{field} {' / '.join(map(str, values))}" for field, values in shown.items() if values)


def _elements(value: Any) -> list[Any]:
    values = value if isinstance(value, list) else [value]
    return [one for one in values if one is not None and one != ""]


def _kind(kind: str) -> Any:
    return kind
