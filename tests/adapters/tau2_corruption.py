"""Call sequences as a poor agent makes them: a ground truth of τ²-bench, spoilt at random."""

import random
from collections.abc import Sequence
from typing import Any

from apigen_mt.adapters.benchmark import Action, PeerTask
from apigen_mt.values.messages import ToolCall

ODD: tuple[Any, ...] = (0, 1, -3, 2.5, True, None, "", "nobody", [], ["x"], {}, {"a": 1})


def corrupted(task: PeerTask, others: Sequence[PeerTask], rng: random.Random) -> list[Action]:
    """Spoil a ground truth in one to three places; now and then in none."""
    actions = list(task.actions)
    for _ in range(rng.choice((0, 1, 1, 1, 2, 2, 3))):
        spoil = rng.choice(
            (_drop, _double, _swap, _borrow, _borrow, _argument, _argument, _argument, _rename, _hand_over)
        )
        spoil(actions, others, rng)
    return actions


def _drop(actions: list[Action], others: Sequence[PeerTask], rng: random.Random) -> None:
    if actions:
        del actions[rng.randrange(len(actions))]


def _double(actions: list[Action], others: Sequence[PeerTask], rng: random.Random) -> None:
    if actions:
        actions.insert(rng.randrange(len(actions) + 1), rng.choice(actions))


def _swap(actions: list[Action], others: Sequence[PeerTask], rng: random.Random) -> None:
    if len(actions) > 1:
        one, two = rng.sample(range(len(actions)), 2)
        actions[one], actions[two] = actions[two], actions[one]


def _borrow(actions: list[Action], others: Sequence[PeerTask], rng: random.Random) -> None:
    if foreign := rng.choice(others).actions:
        actions.insert(rng.randrange(len(actions) + 1), rng.choice(foreign))


def _argument(actions: list[Action], others: Sequence[PeerTask], rng: random.Random) -> None:
    if not actions:
        return
    place = rng.randrange(len(actions))
    call = actions[place].call
    arguments = dict(call.arguments)
    if not arguments or rng.random() < 0.1:
        arguments["surplus"] = 1
    elif rng.random() < 0.1:
        arguments = {}
    else:
        name = rng.choice(sorted(arguments))
        value = arguments[name]
        choices = [lambda: _absent, lambda: rng.choice(ODD), lambda: _of_another(name, others, rng)]
        if isinstance(value, list):
            choices += [lambda: value[::-1], lambda: value[:-1], lambda: value + value[:1]] * 2
        if isinstance(value, int | float):
            choices += [lambda: float(value), lambda: value + 1] * 2
        if (new := rng.choice(choices)()) is _absent:
            del arguments[name]
        else:
            arguments[name] = new
    actions[place] = Action(ToolCall(call.name, arguments), actions[place].by)


_absent = object()


def _of_another(name: str, others: Sequence[PeerTask], rng: random.Random) -> Any:
    for _ in range(20):
        for action in rng.choice(others).actions:
            if name in action.call.arguments:
                return action.call.arguments[name]
    return "nothing"


def _rename(actions: list[Action], others: Sequence[PeerTask], rng: random.Random) -> None:
    if actions:
        place = rng.randrange(len(actions))
        name = rng.choice(("no_such_tool", actions[place].call.name.upper(), rng.choice(actions).call.name))
        actions[place] = Action(ToolCall(name, actions[place].call.arguments), actions[place].by)


def _hand_over(actions: list[Action], others: Sequence[PeerTask], rng: random.Random) -> None:
    if actions:
        place = rng.randrange(len(actions))
        actions[place] = Action(actions[place].call, "user" if actions[place].by == "assistant" else "assistant")
