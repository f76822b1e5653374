"""Blueprints as environments for TRL: `GRPOTrainer(environment_factory=environments(path), train_dataset=…)`.

TRL lets a model generate until a message has no call; so the customer is spoken to by a tool as well, `reply`, which returns
what the customer says to it. A message without any call ends the conversation before the customer has left, and is worth
nothing. The reward is 1 if all gates of the verifier pass; `plain` gives the paper's as a second reward function.

    tasks = read_tasks(Path("tasks"), {})
    GRPOTrainer(
        model="Qwen/Qwen3-4B",
        train_dataset=Dataset.from_list(rows(tasks)),
        environment_factory=environments(tasks),
        reward_funcs=[plain],
    )

Works with what TRL 1.16 documents of environments. Nothing here imports TRL.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.evaluation.result import Reward, succeeded
from apigen_mt.evaluation.tasks import Task
from apigen_mt.exports.rollout import Rollout, at_once
from apigen_mt.exports.signature import as_method
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.values.trajectory import Trajectory
from apigen_mt.world.domain import Domain
from apigen_mt.world.tools import Tool

LEFT = "(The customer has left.)"
_HOW = (
    "You talk with the customer by calling the tool `reply`, which returns what the customer answers, and in no other way. "
    f"Go on until it returns {LEFT!r}; then stop calling tools."
)
_OPENING = "The customer writes: "


class Desk:
    """One conversation at a time with a customer about a blueprint. Subclasses have a domain's tools as methods."""

    def __init__(self) -> None:
        """Open the desk; `reset` begins a conversation."""
        self._rollout: Rollout | None = None

    def reset(self, task: str, **_: Any) -> str:
        """Begin a conversation in a fresh world and return what the customer says first.

        Args:
            task: The row's column of that name.
        """
        self._rollout = Rollout(msgspec.json.decode(task, type=Task))
        (opening,) = at_once(self._rollout.reset())
        return opening.content

    def reply(self, message: str) -> str:
        """Say something to the customer and hear the answer.

        Args:
            message: What to say.

        Returns:
            What the customer answers, or that the customer has left.
        """
        return self._step(Message("assistant", message))

    def get_reward(self) -> float:
        """Return 1 if the customer has left and all gates of the verifier passed."""
        return self._reward("strict")

    @property
    def judged(self) -> Trajectory:
        """The conversation so far, with all verdicts."""
        return self._held.judged()

    @property
    def _held(self) -> Rollout:
        if self._rollout is None:
            raise RuntimeError("reset() has not been called")
        return self._rollout

    def _reward(self, reward: Reward) -> float:
        return float(self._held.stop is not None and succeeded(self.judged, reward))

    def _step(self, message: Message) -> str:
        if self._held.stop is not None:
            return LEFT
        came = at_once(self._held.step(message))
        return "\n".join(one.content for one in came) or LEFT


def environments(tasks: Sequence[Task]) -> dict[str, Callable[[], Desk]]:
    """Return domain -> class of environments with its tools, for `environment_factory`.

    Raises:
        UserError: when a domain has a tool with the name of a method.
    """
    domains = {task.blueprint.domain: task.place.world().domain for task in tasks}
    return {name: _desk(domain) for name, domain in sorted(domains.items())}


def rows(tasks: Sequence[Task]) -> list[dict[str, Any]]:
    """Return a row for each task, for `train_dataset`: `prompt`, `environment` and `task`."""
    return [
        {
            "prompt": [
                {"role": "system", "content": f"{task.place.world().domain.policy.text}\n\n{_HOW}"},
                {"role": "user", "content": _OPENING},
            ],
            "environment": task.blueprint.domain,
            "task": msgspec.json.encode(task).decode(),
        }
        for task in tasks
    ]


def plain(environments: Sequence[Desk], **_: Any) -> list[float]:
    """Return the paper's reward of each conversation: final state and outputs. A reward function of TRL's."""
    return [desk._reward("plain") for desk in environments]  # pyright: ignore[reportPrivateUsage]


def _desk(domain: Domain) -> type[Desk]:
    taken = [name for name in domain.tools if hasattr(Desk, name)]
    if taken:
        raise UserError(
            f"the tool {taken[0]!r} of {domain.name!r} has a name that environments use themselves: rename it"
        )
    methods: Mapping[str, Any] = {name: as_method(tool, _run(tool)) for name, tool in domain.tools.items()}
    return type(f"{domain.name.title().replace('_', '')}Desk", (Desk,), dict(methods))


def _run(tool: Tool) -> Callable[..., str]:
    def run(desk: Any, **arguments: Any) -> str:
        return desk._step(Message("assistant", calls=(ToolCall(tool.name, arguments),)))

    return run
