"""BFCL's multi-turn categories as benchmarks."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from apigen_mt.adapters.benchmark import Benchmark, Conversed, PeerTask, Reward
from apigen_mt.adapters.bfcl import package, theirs
from apigen_mt.adapters.bfcl.apis import toolset
from apigen_mt.adapters.bfcl.entries import CATEGORIES, SPLIT, Entry, entries
from apigen_mt.adapters.bfcl.flaws import actors, flaws
from apigen_mt.adapters.bfcl.judge import Life, live, verdicts
from apigen_mt.adapters.bfcl.reward import reward
from apigen_mt.adapters.bfcl.world import World
from apigen_mt.errors import UserError
from apigen_mt.models.completion import Chat
from apigen_mt.values.verdict import Verdict

NAMES = tuple(f"bfcl:{category}" for category in CATEGORIES)


def load(name: str, place: Path | None = None) -> Benchmark:
    """Return a category by its name, for example `bfcl:multi_turn_base`; there is only what is installed.

    Raises:
        UserError: when there is no such category, or `bfcl-eval` is not installed or not as expected.
    """
    if place is not None:
        raise UserError(f"BFCL comes from the installed package bfcl-eval: leave out the checkout {str(place)!r}")
    if name not in NAMES:
        raise UserError(f"no benchmark {name!r}; BFCL's are {', '.join(NAMES)}")
    return Bfcl(name)


class Bfcl:
    """One of the categories; its only split has 200 tasks."""

    splits = (SPLIT,)

    def __init__(self, name: str):
        """Load the category of a name that is one of `NAMES`."""
        self.name = name
        self.version = package.version()
        self.entries: dict[str, Entry] = entries(name.removeprefix("bfcl:"))
        self._lives: dict[str, Life] = {}

    def tasks(self, split: str) -> Sequence[PeerTask]:
        """Return all tasks in their order.

        Raises:
            UserError: when the split is not `test`.
        """
        if split != SPLIT:
            raise UserError(f"{self.name} has no split {split!r}, only {SPLIT!r}")
        return [entry.task for entry in self.entries.values()]

    def policy(self, task: PeerTask) -> str:
        """Return nothing: their agents get tools and no policy."""
        return ""

    def specs(self, task: PeerTask) -> list[dict[str, Any]]:
        """Return the tools in the order of their documentation, those last that are withheld at first."""
        tools = toolset(self._entry(task).scenario.classes).tools.values()
        return [tool.spec() for tool in sorted(tools, key=lambda tool: task.withheld.get(tool.name, 0))]

    def user_specs(self, task: PeerTask) -> list[dict[str, Any]]:
        """Return nothing: the user has no tools."""
        return []

    def user_prompt(self, task: PeerTask) -> Sequence[Chat]:
        """Return nothing: the user's words are scripted."""
        return ()

    def environment(self, task: PeerTask) -> World:
        """Return a fresh world. It runs withheld tools at any time, as theirs does; `verdicts` tells."""
        return World(self._entry(task).scenario)

    def reward(self, task: PeerTask, conversed: Conversed) -> Reward:
        """Return what their checker would give; the parts are its checks, by the names of their errors."""
        return reward(self._entry(task), conversed)

    def their_reward(self, task: PeerTask, conversed: Conversed) -> Reward:
        """Return what their checker gives."""
        return theirs.their_reward(self._entry(task), conversed)

    def verdicts(self, task: PeerTask, conversed: Conversed) -> tuple[Verdict, ...]:
        """Judge by our own measures."""
        return verdicts(self._entry(task), self._right(task), conversed)

    def flaws(self, task: PeerTask) -> tuple[Verdict, ...]:
        """Judge the ground truth."""
        return flaws(self._entry(task), self._right(task), self._acting)

    @cached_property
    def _acting(self) -> frozenset[str]:
        return actors(map(self._right, self.tasks(SPLIT)))

    def _right(self, task: PeerTask) -> Life:
        """Return what a ground truth comes to; worked out once."""
        if task.id not in self._lives:
            entry = self._entry(task)
            self._lives[task.id] = live(entry.scenario, entry.calls)
        return self._lives[task.id]

    def _entry(self, task: PeerTask) -> Entry:
        return self.entries[task.id]
