"""τ-bench's retail and airline as a `Benchmark`: their tasks, tools and data, replayed by our one replay."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from apigen_mt.adapters.benchmark import Action, Conversed, PeerTask, Reward
from apigen_mt.adapters.tau_bench.environment import TauEnvironment
from apigen_mt.adapters.tau_bench.episode import episode
from apigen_mt.adapters.tau_bench.flaws import flaws
from apigen_mt.adapters.tau_bench.installed import DOMAINS, Installed
from apigen_mt.adapters.tau_bench.reward import our_reading, their_own
from apigen_mt.adapters.tau_bench.rows import TauTool
from apigen_mt.adapters.tau_bench.verdicts import Case, judge
from apigen_mt.errors import UserError
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.verdict import Verdict
from apigen_mt.world.environment import Moment
from apigen_mt.world.replay import Replay, replay
from apigen_mt.world.tables import State, Tables, thaw

NAMES = tuple(f"tau-bench:{domain}" for domain in DOMAINS)


def load(name: str, place: Path | None = None) -> "TauBench":
    """Load `tau-bench:retail` or `tau-bench:airline`.

    Args:
        name: One of `NAMES`.
        place: The folder of a checkout; None for an installed `tau_bench`.

    Raises:
        UserError: when there is no such benchmark, or no τ-bench at that place.
    """
    if name not in NAMES:
        raise UserError(f"no benchmark {name!r} in τ-bench; there are {', '.join(NAMES)}")
    return TauBench(Installed(name.partition(":")[2], place))


class TauBench:
    """One domain of τ-bench."""

    def __init__(self, peer: Installed):
        """Take their code; their tables are read and frozen once."""
        self.peer = peer
        self.name = f"tau-bench:{peer.domain}"
        self.version = peer.version()
        self.splits = tuple(peer.tasks)
        self.tables = Tables(peer.data())
        self.tools = {tool.name: tool for tool in map(TauTool, peer.tools)}
        self.start = Moment(State(self.tables))
        """What all worlds start from, with what calls have come to; another one forgets that."""
        self._tasks: dict[str, tuple[PeerTask, ...]] = {}

    def tasks(self, split: str) -> Sequence[PeerTask]:
        """Return all tasks of a split, in the peer's order.

        Raises:
            UserError: when there is no such split.
        """
        if split not in self.splits:
            raise UserError(f"{self.name} has no split {split!r}; there are {', '.join(self.splits)}")
        if split not in self._tasks:
            self._tasks[split] = tuple(_task(split, number, task) for number, task in enumerate(self.peer.tasks[split]))
        return self._tasks[split]

    def policy(self, task: PeerTask) -> str:
        """Return their wiki: the system prompt of their agent."""
        return self.peer.policy

    def specs(self, task: PeerTask) -> list[dict[str, Any]]:
        """Return the tools as they publish them, in their order."""
        return [tool.spec() for tool in self.tools.values()]

    def environment(self, task: PeerTask) -> TauEnvironment:
        """Return a fresh world. What calls come to is remembered and shared between all worlds of this benchmark."""
        return TauEnvironment(self.start, self.tools)

    def gold(self, task: PeerTask) -> Replay[State]:
        """Replay the ground truth."""
        return replay(self.environment(task), [action.call for action in task.actions])

    def user_specs(self, task: PeerTask) -> list[dict[str, Any]]:
        """Return nothing: the user has no tools."""
        return []

    def user_prompt(self, task: PeerTask) -> list[dict[str, str]]:
        """Return what their user simulator asks its model first: rules with the instruction, and the agent's greeting.

        The model then speaks as `assistant`; when it says `episode.STOP`, the conversation is over.
        """
        return self.peer.user_prompt(task.instruction)

    def reward(self, task: PeerTask, conversed: Conversed) -> Reward:
        """Return what the peer's code would give, by our means."""
        return our_reading(episode(conversed), self.environment(task), self.gold(task).state, task.outputs)

    def their_reward(self, task: PeerTask, conversed: Conversed) -> Reward:
        """Return what the peer's own environment gives when it is taken through the conversation."""
        return their_own(episode(conversed), self.peer, task.split, int(task.id))

    def verdicts(self, task: PeerTask, conversed: Conversed) -> tuple[Verdict, ...]:
        """Judge a conversation by our own measures, as far as this world supports them."""
        case = Case(task, self.environment(task), self.gold(task), self.peer.policy)
        return judge(case, conversed)

    def flaws(self, task: PeerTask) -> tuple[Verdict, ...]:
        """Judge the ground truth itself."""
        return flaws(task, self.environment(task))


def _task(split: str, number: int, task: Any) -> PeerTask:
    # Their environment changes the arguments in place, so these are our own.
    actions = tuple(Action(ToolCall(action.name, thaw(action.kwargs))) for action in task.actions)
    return PeerTask(str(number), split, actions, task.instruction, outputs=tuple(task.outputs))
