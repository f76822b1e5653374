"""A task as a model writes it, and how a blueprint looks in that form.

The instruction comes last: it has to contain the words that the goals settle on, and a model that writes from left to right
should have settled on them first (the paper goes the same way when it recombines tasks, APIGen-MT §4.1.3).
"""

from collections.abc import Iterator, Sequence
from typing import Any, Literal

import msgspec

from apigen_mt.language.surface import normalise
from apigen_mt.phases.ground_truth import settle
from apigen_mt.phases.instruction import second_person
from apigen_mt.values.blueprint import Blueprint, Goal, Said
from apigen_mt.world.domain import Domain, Slot, World


class SlotAnswer(msgspec.Struct, frozen=True, omit_defaults=True):
    """A detail of a wish."""

    name: str
    value: Any
    words: str
    """How the customer refers to it; stands in the instruction."""
    withheld: bool = False
    """Told only when asked for."""


class ChangeAnswer(msgspec.Struct, frozen=True):
    """A detail that the customer first has in another way."""

    slot: str
    value: Any
    words: str


class WishAnswer(msgspec.Struct, frozen=True):
    """A wish without a schedule."""

    kind: str
    slots: list[SlotAnswer]


class GoalAnswer(msgspec.Struct, frozen=True, omit_defaults=True):
    """A wish with its schedule."""

    kind: str
    slots: list[SlotAnswer]
    opens: Literal["start", "later"] = "start"
    change: ChangeAnswer | None = None
    withdrawn: bool = False
    fallback: WishAnswer | None = None


class ActionAnswer(msgspec.Struct, frozen=True):
    """A call that changes something."""

    name: str
    arguments: dict[str, Any]


class OutputAnswer(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something that the customer has to be told: a detail, or the clauses that forbid the wish."""

    goal: int
    detail: str = ""
    value: str | float | None = None
    clauses: list[str] = []


class TaskAnswer(msgspec.Struct, frozen=True):
    """A whole task: the paper's thought, q, a_gt and o_gt, and the goals between them (Fig. 8)."""

    thought: str
    goals: list[GoalAnswer]
    actions: list[ActionAnswer]
    outputs: list[OutputAnswer]
    instruction: str


def outputs_of(domain: Domain, goals: Sequence[Goal]) -> Iterator[tuple[int, str]]:
    """Yield, for each output that settled goals lead to, the goal's index and the detail; a reason has none."""
    for index, goal in enumerate(goals):
        part: Goal | None = goal
        while part is not None and part.outcome == "refused":
            yield index, ""
            part = part.fallback
        if part is not None and part.outcome != "withdrawn":
            yield from ((index, detail) for detail in domain.kinds[part.kind].tells)


def written(world: World, blueprint: Blueprint) -> str:
    """Return a blueprint in the form of an answer, as JSON, with null for the codes that the system makes."""
    answer = msgspec.to_builtins(answer_of(world, blueprint))
    made = set(_made(world, blueprint))
    for output in answer["outputs"]:
        # A model is told to leave these open, and follows an example rather than a rule.
        if (output["goal"], output.get("detail")) in made:
            output["value"] = None
    return msgspec.json.format(msgspec.json.encode(answer), indent=1).decode()


def _made(world: World, blueprint: Blueprint) -> Iterator[tuple[int, str]]:
    """Yield goal and detail of the codes that come of actions, such as a ticket's number."""
    settled = settle(world, blueprint.account, blueprint.goals)
    for (index, detail), truth in zip(outputs_of(world.domain, settled.goals), settled.outputs, strict=False):
        goal: Goal | None = settled.goals[index]
        while goal is not None and goal.outcome == "refused":
            goal = goal.fallback
        if truth.value is not None and truth.value.kind == "code" and goal is not None and goal.outcome == "done":
            yield index, detail


def answer_of(world: World, blueprint: Blueprint) -> TaskAnswer:
    """Return a blueprint, verified or a candidate, in the form of an answer."""
    domain = world.domain
    text = normalise(blueprint.instruction)
    return TaskAnswer(
        thought=" ".join(_thought(index, goal) for index, goal in enumerate(blueprint.goals)),
        goals=[_goal(domain, goal, text) for goal in blueprint.goals],
        actions=[ActionAnswer(action.name, action.arguments) for action in blueprint.actions],
        outputs=list(_outputs(world, blueprint)),
        instruction=blueprint.instruction,
    )


def _thought(index: int, goal: Goal) -> str:
    happens = {
        "done": "policy allows it, so it is done.",
        "answered": "the answer follows from the data.",
        "refused": f"forbidden by {' and '.join(goal.clauses)}, so it has no action and its output is the reason.",
        "withdrawn": "given up before it is done, so it has neither action nor output.",
    }
    return f"Goal {index}, {goal.kind}: {happens[goal.outcome]}"


def _goal(domain: Domain, goal: Goal, text: str) -> GoalAnswer:
    change, fallback = goal.change, goal.fallback
    return GoalAnswer(
        goal.kind,
        _slots(domain, goal, text),
        opens=goal.opens,
        change=None if change is None else ChangeAnswer(change.slot, change.value, change.said.text),
        withdrawn=goal.withdrawn,
        fallback=None if fallback is None else WishAnswer(fallback.kind, _slots(domain, fallback, text)),
    )


def _slots(domain: Domain, goal: Goal, text: str) -> list[SlotAnswer]:
    return [
        SlotAnswer(
            slot.name,
            goal.slots[slot.name],
            _words(slot, goal.slots[slot.name], goal.said[slot.name], text),
            withheld=slot.name not in goal.given,
        )
        for slot in domain.kinds[goal.kind].slots
    ]


def _words(slot: Slot, value: Any, said: Said, text: str) -> str:
    """Return the words for a slot as the instruction has them: that of a choice is not what the user will say."""
    if slot.choices is None:
        return said.text
    options = (said.text, *ways_to_say(slot, str(value)))
    return next((words for words in options if normalise(second_person(words)) in text), said.text)


def ways_to_say(slot: Slot, value: str) -> tuple[str, ...]:
    """Return phrases of which one has to occur where a choice is stated: its name, and what the domain lists."""
    return slot.names.get(value, value.replace("_", " ")), *slot.meanings.get(value, ())


def _outputs(world: World, blueprint: Blueprint) -> Iterator[OutputAnswer]:
    """Yield the outputs with the details that they are: those that execution gives too, or the next of the same goal."""
    settled = settle(world, blueprint.account, blueprint.goals)
    left = list(zip(outputs_of(world.domain, settled.goals), settled.outputs, strict=False))
    for output in blueprint.outputs:
        if output.value is None:
            yield OutputAnswer(output.goal, clauses=list(output.clauses))
            continue
        same = [entry for entry in left if entry[1] == output]
        entry = next(iter(same or [one for one in left if one[0][0] == output.goal and one[0][1]]), None)
        if entry is not None:
            left.remove(entry)
        yield OutputAnswer(output.goal, entry[0][1] if entry else "", output.value.value)
