"""The one replay. Checks, verifier, dataset re-verification and evaluation all run actions through this."""

from collections.abc import Iterable
from typing import Generic, NamedTuple, Protocol, TypeVar

from apigen_mt.values.messages import ToolCall
from apigen_mt.world.tools import ToolResult

State_co = TypeVar("State_co", covariant=True)


class Replayable(Protocol[State_co]):
    """A world that takes calls: ours (`world.environment`), or somebody else's behind an adapter."""

    @property
    def state(self) -> State_co:
        """The data as they are now."""
        ...

    def call(self, call: ToolCall) -> ToolResult:
        """Run a tool; a call that fails leaves the state unchanged."""
        ...


class Replay(NamedTuple, Generic[State_co]):
    """What a sequence of actions does to a fresh world."""

    results: list[ToolResult]
    state: State_co

    @property
    def failures(self) -> list[int]:
        """Positions of the actions that failed."""
        return [position for position, result in enumerate(self.results) if result.error]


def replay(environment: Replayable[State_co], actions: Iterable[ToolCall]) -> Replay[State_co]:
    """Run actions in order in a fresh environment and return every result and the final state."""
    results = [environment.call(action) for action in actions]
    return Replay(results, environment.state)
