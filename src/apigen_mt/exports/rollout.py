"""A conversation in which somebody outside plays the agent: a training loop, or another framework's runner.

It is held by the same code as all others (`phases.conversation`), and judged by the same verifier. What the built-in user
says is drawn from seed, task and trial, as in `evaluation.trials`: the same agent hears the same customer here and there.
"""

from collections.abc import Coroutine
from typing import Any, TypeVar

from apigen_mt.errors import UserError
from apigen_mt.evaluation.tasks import Task
from apigen_mt.phases.cast import UserMaker, scripted_user
from apigen_mt.phases.conversation import Limits, Talk
from apigen_mt.phases.verify import inspect
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import StopReason, Trajectory

T = TypeVar("T")


class Rollout:
    """One conversation about one task, message by message; `reset` begins it anew in a fresh world."""

    def __init__(
        self,
        task: Task,
        *,
        seed: int = 0,
        trial: int = 0,
        user: UserMaker = scripted_user,
        limits: Limits = Limits(),
    ) -> None:
        """Take what it is about.

        Args:
            task: The blueprint, and where its world comes from.
            seed: Another seed, another user's words.
            trial: Number of the conversation about this task.
            user: Makes whoever plays the user.
            limits: Where the conversation is cut.
        """
        self.task = task
        self.seed = f"{seed}:{task.id}:{trial}"
        self.trial = trial
        self.world = task.place.world()
        self.user = user
        self.limits = limits
        self._talk = self._opened()

    @property
    def policy(self) -> str:
        """What the agent is told beside its tools."""
        return self.world.domain.policy.text

    @property
    def messages(self) -> tuple[Message, ...]:
        """Everything that was said, called and answered so far."""
        return tuple(self._talk.messages)

    @property
    def stop(self) -> StopReason | None:
        """Why it ended; None while it is the agent's turn."""
        return self._talk.stop

    async def reset(self) -> tuple[Message, ...]:
        """Begin anew and return the user's first message."""
        self._talk = self._opened()
        await self._talk.hear()
        return self.messages

    async def step(self, reply: Message) -> tuple[Message, ...]:
        """Take an assistant message and return what it led to: results of its calls, or the user's next message.

        An empty message ends the conversation, blamed on the agent.

        Raises:
            UserError: when the conversation has not begun, or is over.
        """
        if not self._talk.messages or self.stop is not None:
            raise UserError(
                "there is no conversation to go on with: call reset() before the first step and after the end"
            )
        if not reply.content and not reply.calls:
            self._talk.end(StopReason.AGENT_FAILED, "the agent's answer was empty")
            return ()
        before = len(self._talk.messages)
        await self._talk.take(reply)
        return tuple(self._talk.messages[before + 1 :])

    def judged(self) -> Trajectory:
        """Return the conversation with all verdicts. One that is not over has run into the limit on turns."""
        messages, stop, notes = self._talk.conversation(self.stop or StopReason.TOO_MANY_TURNS)
        verdicts, digest = inspect(self.world, self.task.blueprint, messages, stop)
        return Trajectory(self.task.id, self.trial, messages, stop, digest, verdicts, notes)

    def _opened(self) -> Talk:
        user = self.user(self.world, self.task.blueprint, self.seed, f"attempt{self.trial}")
        return Talk(self.world.environment(), user, self.limits)


def at_once(answer: Coroutine[Any, Any, T]) -> T:
    """Return what `reset` or `step` gives with the built-in user, who answers at once: no event loop is needed.

    Raises:
        UserError: when the answer has to be waited for, because a model plays the user.
    """
    try:
        answer.send(None)
    except StopIteration as done:
        return done.value
    answer.close()
    raise UserError("this user has to be waited for: await reset() and step() in an event loop")
