"""Their reward, bit for bit: by our means, and by their own code.

It is 1 if the tables are as the ground truth leaves them, and every output stands in something the agent said. They hash
the whole database; here the rows that either side has changed are compared by what that hash distinguishes: 1, 1.0 and True
are three things, lists have an order, dictionaries have none, and a dictionary is the list of its sorted pairs.
"""

from collections.abc import Iterable
from typing import Any

from apigen_mt.adapters.benchmark import Reward
from apigen_mt.adapters.tau_bench.environment import TauEnvironment
from apigen_mt.adapters.tau_bench.episode import RESPOND, Episode, Said
from apigen_mt.adapters.tau_bench.installed import Installed
from apigen_mt.adapters.tau_bench.rows import CRASHED
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.tables import State, thaw


def same_data(one: State, other: State) -> bool:
    """Whether their hash of two states over the same tables is the same."""
    if one is other:
        return True
    places = {(table, key) for state in (one, other) for table, rows in state.diff().items() for key in rows}
    return all(_hashed(one.get(*place)) == _hashed(other.get(*place)) for place in places)


def _hashed(row: Any) -> str | None:
    """Return the text that a row adds to what they hash; None for no row."""
    return None if row is None else repr(_tuples(row))


def _tuples(value: Any) -> Any:
    if isinstance(value, dict):
        return tuple((key, _tuples(item)) for key, item in sorted(value.items(), key=lambda pair: pair[0]))
    return tuple(_tuples(item) for item in value) if isinstance(value, list) else value


def is_said(output: str, texts: Iterable[str]) -> bool:
    """Whether an output is told by their definition: its letters stand somewhere in a text, whatever is around them."""
    wanted = output.lower()
    return any(wanted in text.lower().replace(",", "") for text in texts)


def our_reading(done: Episode, environment: TauEnvironment, gold: State, outputs: Iterable[str]) -> Reward:
    """Return the reward of a conversation that starts in a fresh environment; `gold` is what the ground truth leaves."""
    for step in done.steps:
        if isinstance(step, ToolCall) and environment.call(step).content == CRASHED.content:
            return Reward(0.0)
    if not done.ended:
        return Reward(0.0)
    parts: dict[str, float | None] = {"r_actions": float(same_data(environment.state, gold))}
    if outputs := tuple(outputs):
        texts = [step.text for step in done.steps if isinstance(step, Said)]
        parts["r_outputs"] = float(all(is_said(output, texts) for output in outputs))
    return Reward(float(all(parts.values())), parts)


class _Recorded:
    """The user of a recorded conversation, in the place of their user simulator."""

    def __init__(self, done: Episode):
        self._opening = done.opening
        self._answers = iter([step.answer for step in done.steps if isinstance(step, Said)])

    def reset(self, instruction: str) -> str:
        return self._opening

    def step(self, content: str) -> str:
        return next(self._answers)

    def get_total_cost(self) -> float:
        return 0.0


def their_own(done: Episode, peer: Installed, split: str, index: int) -> Reward:
    """Return what their environment gives when it is taken through a conversation: slow.

    A step on which it breaks earns 0, as in their runner.
    """
    environment = peer.environment(split, index, _Recorded(done))
    for step in done.steps:
        name, arguments = (
            (step.name, step.arguments) if isinstance(step, ToolCall) else (RESPOND, {"content": step.text})
        )
        try:
            response = environment.step(peer.action(name, thaw(arguments)))
        except Exception:
            return Reward(0.0)
        if response.done:
            return Reward(response.reward, _parts(response.info.reward_info.info))
    return Reward(0.0)


def _parts(info: Any) -> dict[str, float | None]:
    """Return the one component that they tell: that of the outputs where there are any."""
    name = "r_outputs" if hasattr(info, "r_outputs") else "r_actions"
    return {name: float(getattr(info, name))}
