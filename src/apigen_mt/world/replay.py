"""The one replay. Checks, verifier, dataset re-verification and evaluation all run actions through this."""

from collections.abc import Iterable
from typing import NamedTuple

from apigen_mt.values.messages import ToolCall
from apigen_mt.world.environment import Environment, ToolResult
from apigen_mt.world.tables import State


class Replay(NamedTuple):
    """What a sequence of actions does to a fresh world."""

    results: list[ToolResult]
    state: State

    @property
    def failures(self) -> list[int]:
        """Positions of the actions that failed."""
        return [position for position, result in enumerate(self.results) if result.error]


def replay(environment: Environment, actions: Iterable[ToolCall]) -> Replay:
    """Run actions in order in a fresh environment and return every result and the final state."""
    results = [environment.call(action) for action in actions]
    return Replay(results, environment.state)
