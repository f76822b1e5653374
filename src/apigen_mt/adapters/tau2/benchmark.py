"""A domain of τ²-bench as a benchmark."""

import json
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from apigen_mt.adapters.benchmark import Conversed, PeerTask, Reward
from apigen_mt.adapters.tau2.domain import Domain
from apigen_mt.adapters.tau2.port_reward import PortRewards
from apigen_mt.adapters.tau2.reward import Rewards
from apigen_mt.adapters.tau2.user import user_prompt
from apigen_mt.adapters.tau2.verdicts import Verdicts
from apigen_mt.adapters.tau2.world import World, rows_of
from apigen_mt.errors import UserError
from apigen_mt.models.completion import Chat
from apigen_mt.phases.chat import user_side
from apigen_mt.values.verdict import Verdict
from apigen_mt.world.tables import Tables

GREETING = "Hi! How can I help you today?"
"""With which their agents open a conversation."""


class Tau2:
    """Tasks, worlds, rewards and verdicts of one domain; see `adapters.benchmark.Benchmark`."""

    def __init__(self, name: str, domain: Domain, rewards: Rewards | PortRewards):
        """Stand on their code and data."""
        self.name = name
        self.domain = domain
        self.rewards = rewards
        self._judges = Verdicts(domain, rewards)

    @property
    def version(self) -> str:
        """Of their package; `dev` for a checkout that is not installed."""
        return self.domain.version

    @property
    def splits(self) -> tuple[str, ...]:
        """Names of the splits, `base` first."""
        return tuple(self.domain.splits)

    def tasks(self, split: str) -> Sequence[PeerTask]:
        """Return the tasks of a split.

        Raises:
            UserError: when there is no such split.
        """
        if split not in self.domain.splits:
            raise UserError(f"{self.name} has no split {split!r}; it has {', '.join(self.splits)}")
        return [self.domain.task(identity, split) for identity in self.domain.splits[split]]

    @cached_property
    def tables(self) -> Tables:
        """What every task without a beginning of its own finds; the user's tables too."""
        found: dict[str, dict[str, Any]] = {}
        for (side, table, key), row in rows_of(self.domain.first):
            found.setdefault(table if side == "agent" else f"user.{table}", {})[key] = json.loads(row)
        return Tables(found)

    def policy(self, task: PeerTask) -> str:
        """Return the policy, as the agent's system prompt has it."""
        return self.domain.policy(task.id)

    def specs(self, task: PeerTask) -> list[dict[str, Any]]:
        """Return the agent's tools, as their code describes them to a model."""
        return self.domain.specs

    def user_specs(self, task: PeerTask) -> list[dict[str, Any]]:
        """Return the user's tools; empty where it has none."""
        return self.domain.user_specs(task.id)

    def environment(self, task: PeerTask) -> World:
        """Return a fresh world; a `values.messages.UserCall` in it is carried out by the user's tools."""
        return self.domain.world(task.id)

    def reward(self, task: PeerTask, conversed: Conversed) -> Reward:
        """Return what their code would give, by our means."""
        return self.rewards.reward(task, conversed)

    def their_reward(self, task: PeerTask, conversed: Conversed) -> Reward:
        """Return what their evaluators give."""
        return self.rewards.theirs(task, conversed)

    def verdicts(self, task: PeerTask, conversed: Conversed) -> tuple[Verdict, ...]:
        """Judge by our own measures; see `adapters.tau2.verdicts`."""
        return self._judges.of(task, conversed)

    def flaws(self, task: PeerTask) -> tuple[Verdict, ...]:
        """Judge the ground truth: `failing_calls`, `vacuous`, `contradiction`, and `ungated` outputs."""
        return self._judges.flaws(task)

    def user_prompt(self, task: PeerTask) -> Sequence[Chat]:
        """Return what their user simulator tells a model that plays the user, and what it answers first.

        That is the agent's greeting, or the last word of what was said before the task begins.
        """
        opening = {"role": "system", "content": user_prompt(self.domain, task)}
        return opening, *(user_side(task.history) or [{"role": "user", "content": GREETING}])
