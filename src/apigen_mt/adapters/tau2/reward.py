"""τ²-bench's reward: the product of those parts that a task's `reward_basis` names, worked out here as its code does.

    DB             the state after the conversation's writes is the state after the ground truth
    ENV_ASSERTION  functions of the toolkits say that the world is as wanted
    ACTION         each call of the ground truth matches some call
    COMMUNICATE    each given text stands in some message of the agent
    NL_ASSERTION   a model says that sentences hold: cannot be worked out here, unless there are none

Followed to the letter where it is wrong, too: the ground truth is replayed without coupling the agent's and the user's
side, its failing calls are passed over, a call without arguments matches every call of that tool, by whomever. Where
their code raises (a recorded result is not what the world gives, an assertion finds nothing to look at) nothing is earned.
"""

import json
import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from apigen_mt.adapters.benchmark import Conversed, PeerTask, Reward, as_made
from apigen_mt.adapters.tau2.domain import Domain
from apigen_mt.adapters.tau2.world import Differences, World
from apigen_mt.errors import ToolBug, UserError
from apigen_mt.values.messages import Message, ToolCall, made_by
from apigen_mt.values.trajectory import StopReason

ENDED = frozenset((StopReason.USER_DONE, StopReason.USER_GAVE_UP))
"""How a conversation has to end to earn anything: in τ²-bench the user ends it by a word, content or not."""


class Rewards:
    """The rewards of one domain; ends of ground truths are remembered."""

    def __init__(self, domain: Domain):
        """Judge conversations about the tasks of a domain."""
        self._domain = domain
        self.truth = lru_cache(4096)(self._truth)
        """Id of a task -> what their replay of its ground truth changes."""

    def reward(self, task: PeerTask, conversed: Conversed) -> Reward:
        """Return what their `evaluate_simulation` gives; the part that needs a model counts as 1 and says None.

        Raises:
            UserError: when the conversation's results do not follow their calls.
        """
        if conversed.stop not in ENDED:
            return Reward(0.0)
        criteria, basis = self._domain.criteria(task.id), self._domain.basis(task.id)
        if criteria is None:
            return Reward(1.0)
        messages = [*self._domain.history(task.id), *conversed.messages]
        parts: dict[str, float | None] = {}
        if basis & {"DB", "ENV_ASSERTION"} and not (criteria.actions is None and criteria.env_assertions is None):
            of_world = self._of_the_world(task, basis, conversed.messages)
            if of_world is None:
                return Reward(0.0)
            parts |= of_world
        if "ACTION" in basis:
            calls = [call for message in messages for call in message.calls]
            parts["ACTION"] = float(all(any(_matches(gold, call) for call in calls) for gold in criteria.actions or ()))
        if "NL_ASSERTION" in basis:
            parts["NL_ASSERTION"] = None if criteria.nl_assertions else 1.0
        if "COMMUNICATE" in basis:
            parts["COMMUNICATE"] = float(all(_told(info, messages) for info in criteria.communicate_info or ()))
        return Reward(product(parts.values()), parts)

    def _of_the_world(self, task: PeerTask, basis: set[str], messages: Sequence[Message]) -> dict[str, float] | None:
        """The parts that a world shows; None where their code raises."""
        world = self._rerun(task, messages)
        if world is None:
            return None
        parts: dict[str, float] = {}
        if "DB" in basis:
            parts["DB"] = float(world.state.differences() == self.truth(task.id))
        met = self.assertions(task, world)
        if "ENV_ASSERTION" in basis:
            parts["ENV_ASSERTION"] = float(all(met))
        return None if None in met else parts

    def assertions(self, task: PeerTask, world: World) -> list[bool | None]:
        """Run the assertions of a task on a world, which may change it; None for one that raises."""
        criteria = self._domain.criteria(task.id)
        met: list[bool | None] = []
        for assertion in (criteria and criteria.env_assertions) or ():
            try:
                met.append(world.theirs.run_env_assertion(assertion, raise_assertion_error=False))
            except ToolBug:
                raise
            except Exception:
                met.append(None)
        return met

    def _rerun(self, task: PeerTask, messages: Sequence[Message]) -> World | None:
        """Carry out a conversation's writes in a fresh world; None where a result is another than the recorded one."""
        world = self._domain.world(task.id)
        for call, answer in answered(messages):
            if self._domain.mutating.get(call.name):
                given = world.call(call).content
                if given != answer.content and _data(given) != _data(answer.content):
                    return None
        world.theirs.sync_tools()
        return world

    def _truth(self, identity: str) -> Differences:
        world = self._domain.world(identity)
        actions = self._domain.task(identity, "").actions
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for call in as_made(actions):
                try:
                    world.make(call)
                except ToolBug:
                    raise
                except Exception:
                    continue  # they pass over it, whatever it is
        return world.state.differences()

    def theirs(self, task: PeerTask, conversed: Conversed) -> Reward:
        """Ask their evaluators themselves; how the parts are combined is all that is not their code here."""
        if conversed.stop not in ENDED:
            return Reward(0.0)
        domain, judged = self._domain, self._domain.theirs[task.id]
        criteria, basis = domain.criteria(task.id), domain.basis(task.id)
        if criteria is None:
            return Reward(1.0)
        messages = _their_messages(domain, [*domain.history(task.id), *conversed.messages])
        module = domain.code.module
        infos: list[Any] = []
        environment = module("evaluator.evaluator_env").EnvironmentEvaluator
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                of_world = environment.calculate_reward(
                    domain.constructor, task=judged, full_trajectory=messages, env_kwargs=domain.options(judged)
                )
        except ValueError:
            return Reward(0.0)
        if basis & {"DB", "ENV_ASSERTION"}:
            infos.append(of_world)
        if "ACTION" in basis:
            infos.append(module("evaluator.evaluator_action").ActionEvaluator.calculate_reward(judged, messages))
        if "COMMUNICATE" in basis:
            told = module("evaluator.evaluator_communicate").CommunicateEvaluator
            infos.append(told.calculate_reward(judged, messages))
        parts: dict[str, float | None] = {
            part.value: value for info in infos for part, value in (info.reward_breakdown or {}).items()
        }
        value = product(info.reward for info in infos)
        if "NL_ASSERTION" in basis:
            parts["NL_ASSERTION"] = None if criteria.nl_assertions else 1.0
        return Reward(value, parts)


def product(parts: Iterable[float | None]) -> float:
    """Multiply what is known."""
    value = 1.0
    for part in parts:
        value *= 1.0 if part is None else part
    return value


def answered(messages: Sequence[Message]) -> Iterator[tuple[ToolCall, Message]]:
    """Yield each call, as its maker's, with the message that answers it.

    Raises:
        UserError: when the results do not follow their calls in order.
    """
    rest = iter(messages)
    for message in rest:
        if message.role == "tool":
            raise UserError(f"a tool result that answers no call: {message.content[:200]!r}")
        for call in message.calls:
            answer = next(rest, None)
            if answer is None or answer.role != "tool" or answer.call_id != call.id:
                raise UserError(f"the call {call.name} ({call.id!r}) is not followed by its result")
            yield made_by(message.role, call), answer


def _data(content: str) -> Any:
    try:
        return json.loads(content)
    except ValueError:
        return content


def _matches(gold: Any, call: ToolCall) -> bool:
    """Compare as their `Action.compare_with_tool_call`: without `compare_args`, by the arguments that the call has."""
    if gold.name != call.name:
        return False
    names = call.arguments.keys() if gold.compare_args is None else gold.compare_args
    wanted = {name: value for name, value in gold.arguments.items() if name in names}
    return wanted == {name: value for name, value in call.arguments.items() if name in names}


def _told(info: str, messages: Sequence[Message]) -> bool:
    wanted = info.lower()
    return any(
        message.role == "assistant" and message.content.strip() and wanted in message.content.lower().replace(",", "")
        for message in messages
    )


def _their_messages(domain: Domain, messages: Sequence[Message]) -> list[Any]:
    kinds = domain.code.module("data_model.message")
    found: list[Any] = []
    by = "assistant"
    for message in messages:
        if message.role == "tool":
            answer = {"id": message.call_id, "content": message.content, "error": message.error}
            found.append(kinds.ToolMessage(role="tool", requestor=by, **answer))
            continue
        by = message.role
        kind = kinds.UserMessage if by == "user" else kinds.AssistantMessage
        calls = [kinds.ToolCall(id=c.id, name=c.name, arguments=c.arguments, requestor=by) for c in message.calls]
        found.append(kind(role=by, content=message.content or None, tool_calls=calls or None))
    return found
