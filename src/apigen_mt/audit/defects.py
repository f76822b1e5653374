"""Defects to plant in verified blueprints: what a proposer may get wrong, and a reviewer has to object to.

Three families. A false ground truth no longer follows from the goals. A false reading is coherent in itself, only the
instruction asks for something else. False words leave the ground truth as it is. Each function returns a blueprint that
differs from a verified one in a single, named way and really is defective, or None where it does not apply.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from random import Random
from typing import Any, NamedTuple

import msgspec

from apigen_mt.audit import false_words as words
from apigen_mt.phases.ground_truth import order_matters, settle
from apigen_mt.values.blueprint import Blueprint, Goal, Said
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.review import Criterion
from apigen_mt.values.value import Value
from apigen_mt.world.domain import World
from apigen_mt.world.replay import replay

Plant = Callable[[World, Blueprint, Random], Blueprint | None]
replace = msgspec.structs.replace

DRAWS = 20
"""Wishes drawn in search of another value for a detail."""


# ---- false ground truth ---------------------------------------------------------------------------------------------


def wrong_argument(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """An action names another thing or value than the customer means."""
    for position, action in _shuffled(list(enumerate(blueprint.actions)), rng):
        properties = world.domain.tools[action.name].parameters["properties"]
        for parameter, value in _shuffled(list(action.arguments.items()), rng):
            other = _other(world, properties[parameter], value, rng)
            if other is not None:
                changed = replace(action, arguments=action.arguments | {parameter: other})
                if found := _acting(world, blueprint, *_put(blueprint.actions, position, changed)):
                    return found
    return None


def missing_action(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """Something that the customer wants is not done."""
    if not blueprint.actions:
        return None
    return _acting(world, blueprint, *_put(blueprint.actions, rng.randrange(len(blueprint.actions))))


def extra_action(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """Something is done that nobody asked for."""
    state = replay(world.environment(), blueprint.actions).state
    for kind in _shuffled([kind for kind in world.domain.kinds.values() if kind.effect is not None], rng):
        try:
            slots = kind.draw(state, blueprint.account, rng)
            calls = [] if slots is None else kind.calls(state, blueprint.account, slots)
        except LookupError:
            continue
        if calls and (found := _acting(world, blueprint, *blueprint.actions, *calls)):
            return found
    return None


def swapped_things(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """Two actions trade what they are about."""
    actions = blueprint.actions
    for one, two in _shuffled(list(combinations(range(len(actions)), 2)), rng):
        mine, theirs = actions[one].arguments, actions[two].arguments
        for parameter in _shuffled(sorted(mine.keys() & theirs.keys()), rng):
            changed = list(actions)
            changed[one] = replace(actions[one], arguments=mine | {parameter: theirs[parameter]})
            changed[two] = replace(actions[two], arguments=theirs | {parameter: mine[parameter]})
            if found := _acting(world, blueprint, *changed, failing=True):
                return found
    return None


def wrong_order(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """Two actions stand in the other order, which leads elsewhere."""
    actions = blueprint.actions
    for one, two in _shuffled(list(combinations(range(len(actions)), 2)), rng):
        changed = list(actions)
        changed[one], changed[two] = actions[two], actions[one]
        if found := _acting(world, blueprint, *changed, failing=True):
            return found
    return None


def wrong_answer(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """An amount, a date or a count that has to be told is off."""
    for position, output in _shuffled(list(enumerate(blueprint.outputs)), rng):
        value = None if output.value is None else _off(output.value, rng)
        if value is not None:
            return replace(blueprint, outputs=_put(blueprint.outputs, position, replace(output, value=value)))
    return None


def missing_answer(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """Something that the customer has to be told is not among the outputs."""
    if not blueprint.outputs:
        return None
    return replace(blueprint, outputs=_put(blueprint.outputs, rng.randrange(len(blueprint.outputs))))


def wrong_clause(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """A refusal rests on a clause that has nothing to do with it."""
    clauses = world.domain.policy.clauses
    for position, output in _shuffled(list(enumerate(blueprint.outputs)), rng):
        others = [number for number, clause in clauses.items() if clause.grounds and number not in output.clauses]
        if output.clauses and others:
            wrong = (rng.choice(others),)
            goal = _with_clauses(blueprint.goals[output.goal], output.clauses, wrong)
            outputs = _put(blueprint.outputs, position, replace(output, clauses=wrong))
            return replace(blueprint, goals=_put(blueprint.goals, output.goal, goal), outputs=outputs)
    return None


def forbidden_as_done(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """What policy forbids stands there as done."""
    state = replay(world.environment(), blueprint.actions).state
    for index, goal in _shuffled(list(enumerate(blueprint.goals)), rng):
        kind = world.domain.kinds[goal.kind]
        if goal.outcome != "refused" or kind.declined_by:
            continue
        calls = kind.calls(state, blueprint.account, goal.slots)
        writes = [call for call in calls if world.domain.tools[call.name].kind == "write"]
        refusals = [output for output in blueprint.outputs if output.goal == index and output.clauses == goal.clauses]
        done = replace(goal, outcome="done", clauses=())
        return replace(
            blueprint,
            goals=_put(blueprint.goals, index, done),
            actions=(*blueprint.actions, *writes),
            outputs=tuple(output for output in blueprint.outputs if output not in refusals),
        )
    return None


# ---- false readings -------------------------------------------------------------------------------------------------


def misread_detail(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """The whole ground truth is about another amount, date or choice than the instruction names."""
    for index, goal in _shuffled(list(enumerate(blueprint.goals)), rng):
        kind = world.domain.kinds[goal.kind]
        for slot in _shuffled([slot for slot in kind.slots if not slot.entity], rng):
            values = list(slot.choices or ()) or [
                drawn[slot.name]
                for drawn in (
                    kind.draw(world.environment().state, blueprint.account, rng)
                    for _ in range(DRAWS if kind.tools else 0)
                )
                if drawn is not None
            ]
            for value in _shuffled([value for value in values if value != goal.slots[slot.name]], rng):
                said = goal.said | {slot.name: Said(goal.said[slot.name].text, value)}
                misread = replace(goal, slots=goal.slots | {slot.name: value}, said=said)
                if found := _reading(world, blueprint, _put(blueprint.goals, index, misread)):
                    return found
    return None


def unserved_wish(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """The instruction asks for something that goals and ground truth know nothing of."""
    for index in _shuffled(range(len(blueprint.goals)), rng):
        goals = _put(blueprint.goals, index)
        if goals and (found := _reading(world, blueprint, (replace(goals[0], opens="start"), *goals[1:]))):
            return found
    return None


def ignored_change_of_mind(world: World, blueprint: Blueprint, rng: Random) -> Blueprint | None:
    """The ground truth does what the customer, by the instruction, decides against."""
    for index, goal in _shuffled(list(enumerate(blueprint.goals)), rng):
        if goal.withdrawn:
            stubborn = replace(goal, withdrawn=False)
        elif goal.change is not None:
            change = goal.change
            first = goal.slots | {change.slot: change.value}
            stubborn = replace(goal, slots=first, said=goal.said | {change.slot: change.said}, change=None)
        else:
            continue
        if found := _reading(world, blueprint, _put(blueprint.goals, index, stubborn)):
            return found
    return None


# ---- all of them ----------------------------------------------------------------------------------------------------


class Defect(NamedTuple):
    """A kind of defect, and what to say against it."""

    plant: Plant
    criterion: Criterion
    objection: str


DEFECTS: dict[str, Defect] = {
    "wrong argument": Defect(wrong_argument, "correctness", "an action is about another thing or value"),
    "missing action": Defect(missing_action, "completeness", "something wanted is not done"),
    "extra action": Defect(extra_action, "correctness", "something is done that nobody asked for"),
    "swapped things": Defect(swapped_things, "correctness", "two actions trade what they are about"),
    "wrong order": Defect(wrong_order, "correctness", "two actions in the other order, which leads elsewhere"),
    "wrong answer": Defect(wrong_answer, "correctness", "an expected amount, date or count is off"),
    "missing answer": Defect(missing_answer, "completeness", "something that has to be told is not expected"),
    "wrong clause": Defect(wrong_clause, "correctness", "a refusal rests on a clause that does not forbid it"),
    "forbidden as done": Defect(forbidden_as_done, "correctness", "what policy forbids stands there as done"),
    "misread detail": Defect(misread_detail, "correctness", "the ground truth is about another detail than is asked for"),
    "unserved wish": Defect(unserved_wish, "completeness", "the instruction asks for more than the ground truth serves"),
    "ignored change of mind": Defect(
        ignored_change_of_mind, "correctness", "the ground truth does what the customer decides against"
    ),
    "omitted detail": Defect(words.omitted_detail, "completeness", "the instruction leaves out a needed detail"),
    "foreign thing": Defect(words.foreign_thing, "correctness", "the instruction asks for another customer's thing too"),
    "contradiction": Defect(words.contradiction, "correctness", "the instruction wants something and does not want it"),
    "tool name": Defect(words.tool_name, "correctness", "the instruction names a tool"),
    "internal id": Defect(words.internal_id, "correctness", "the instruction tells an id that customers never see"),
    "wrong fact": Defect(words.wrong_fact, "correctness", "a fact of the instruction is another customer's"),
    "other persona": Defect(words.other_persona, "correctness", "the instruction is about somebody else's manner"),
    "answer given away": Defect(words.answer_given_away, "satisfaction", "the instruction tells what has to be found out"),
    "trivial": Defect(words.trivial, "creativity", "all that is wanted is one bare question"),
}  # fmt: skip


def _shuffled(things: Sequence[Any], rng: Random) -> list[Any]:
    return rng.sample(things, len(things))


def _put(things: Sequence[Any], position: int, *others: Any) -> tuple[Any, ...]:
    """Return things with others, or none, in the place of one."""
    return (*things[:position], *others, *things[position + 1 :])


def _acting(world: World, blueprint: Blueprint, *actions: ToolCall, failing: bool = False) -> Blueprint | None:
    """Return the blueprint with other actions, if they lead to another state; they have to run, or may be `failing`."""
    results, state = replay(world.environment(), actions)
    meant = replay(world.environment(), blueprint.actions).state
    if state.digest() == meant.digest() or (any(result.error for result in results) and not failing):
        return None
    return replace(blueprint, actions=actions)


def _reading(world: World, blueprint: Blueprint, goals: tuple[Goal, ...]) -> Blueprint | None:
    """Return the blueprint with other goals and what follows from them, if that is coherent and something else."""
    settled = settle(world, blueprint.account, goals)
    same = (settled.actions, settled.outputs) == (blueprint.actions, blueprint.outputs)
    if settled.failures or same or not (settled.actions or settled.outputs):
        return None
    if order_matters(world, blueprint.account, goals):
        return None
    return replace(blueprint, goals=settled.goals, actions=settled.actions, outputs=settled.outputs)


def _other(world: World, schema: dict[str, Any], value: Any, rng: Random) -> Any:
    """Return another value that an argument may well have, or None."""
    if choices := schema.get("enum"):
        return rng.choice([choice for choice in choices if choice != value] or [None])
    if isinstance(value, list) and value:
        first = _other(world, schema.get("items", {}), value[0], rng)
        return None if first is None or first in value else [first, *value[1:]]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value + rng.choice((1, 2, 5))
    others = (
        [] if not isinstance(value, str) else [key for keys in _tables(world, value) for key in keys if key != value]
    )
    return rng.choice(others) if others else None


def _tables(world: World, key: str) -> Iterator[Sequence[str]]:
    """Yield the keys of the tables that have a key."""
    return (list(rows) for rows in world.tables.rows.values() if key in rows)


def _off(value: Value, rng: Random) -> Value | None:
    """Return an amount, date or count that is a little off."""
    if value.kind == "money":
        return Value("money", round(float(value.value) + rng.choice((0.5, 1, 3.3, 10, 25)), 2))
    if value.kind == "date":
        return Value("date", str(date.fromisoformat(str(value.value)) + timedelta(days=rng.randint(1, 9))))
    if value.kind == "count":
        return Value("count", int(value.value) + rng.randint(1, 3))
    return None


def _with_clauses(goal: Goal, old: tuple[str, ...], new: tuple[str, ...]) -> Goal:
    """Return a goal of which the part that is refused under some clauses is refused under others."""
    if goal.clauses == old or goal.fallback is None:
        return replace(goal, clauses=new)
    return replace(goal, fallback=_with_clauses(goal.fallback, old, new))
