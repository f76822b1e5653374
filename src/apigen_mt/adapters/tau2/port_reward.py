"""The rewards of the port of τ²-bench in `inspect-evals`: read here, and asked of its own scorers.

They are not τ²-bench's. Retail and airline want the state and what is to be told, whatever a task's `reward_basis` says;
banking wants the state or the calls by that basis; telecom the assertions, and the calls where the basis has them. The
ground truth is replayed by the toolkits' methods; lists in arguments are compared without their order. Banking's rows that
a task begins with are shared between the conversation and the replay that it is compared with, and so are here.
"""

import asyncio
import copy
import importlib
import warnings
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from apigen_mt.adapters.benchmark import Conversed, PeerTask, Reward
from apigen_mt.adapters.tau2.domain import LARGE
from apigen_mt.adapters.tau2.port import Environment, Ported, at_once, functions, module
from apigen_mt.adapters.tau2.reward import ENDED, answered, product
from apigen_mt.adapters.tau2.world import Differences, Held, World, rows_of
from apigen_mt.errors import ToolBug
from apigen_mt.values.messages import Message, UserCall

SCORED = {
    "retail": "retail_scorer",
    "airline": "airline_scorer",
    "telecom": "telecom_scorer",
    "banking": "banking_scorer",
}


class PortRewards:
    """The rewards of one domain of the port; stands in for `tau2.reward.Rewards`."""

    def __init__(self, domain: Ported):
        """Judge conversations about the tasks of a domain."""
        self._domain = domain
        self.truth = lru_cache(4096)(self._truth)

    def reward(self, task: PeerTask, conversed: Conversed) -> Reward:
        """Return 1 or 0 as its scorers do, by our means."""
        if conversed.stop not in ENDED:
            return Reward(0.0)
        criteria, basis = self._domain.criteria(task.id), self._domain.basis(task.id)
        large = self._domain.name in LARGE
        parts: dict[str, float | None] = {}
        world = self._domain.world(task.id)
        for call, _ in answered(conversed.messages):
            world.call(call)
        if large:
            parts["DB"] = float(criteria.actions is None or world.state.differences() == self.truth(task.id))
        elif self._domain.package == "banking" and "DB" in basis:
            parts["DB"] = float(criteria.actions is None or self._same_end(task.id, conversed.messages))
        if large:
            parts["COMMUNICATE"] = float(_told(criteria.communicate_info or (), conversed.messages))
        elif "ACTION" in basis:
            parts["ACTION"] = float(_all_made(criteria.actions or (), conversed.messages))
        if self._domain.package == "telecom":
            world.theirs.sync_tools()
            parts["ENV_ASSERTION"] = float(all(self.assertions(task, world)))
        return Reward(product(parts.values()), parts)

    def assertions(self, task: PeerTask, world: World) -> list[bool | None]:
        """Run the assertions of a task on a world, which may change it; None for one that raises."""
        met: list[bool | None] = []
        for assertion in self._domain.criteria(task.id).env_assertions or ():
            try:
                met.append(world.theirs.run_env_assertion(assertion, raise_assertion_error=False))
            except ToolBug:
                raise
            except Exception:
                met.append(None)
        return met

    def _truth(self, identity: str) -> Differences:
        world = self._domain.world(identity)
        self._fulfil(world.theirs, identity)
        return world.state.differences()

    def _fulfil(self, environment: Environment, identity: str) -> None:
        """Replay a ground truth by the methods of the toolkits."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for action in self._domain.criteria(identity).actions or ():
                name = action.name.removeprefix(f"{self._domain.package}_")
                if name in ("calculate", "transfer_to_human_agents"):
                    continue
                try:
                    environment.method(action.requestor, name, action.arguments)
                except ToolBug:
                    raise
                except Exception:
                    continue  # passed over, as its scorers do

    def _same_end(self, identity: str, messages: Sequence[Message]) -> bool:
        """Compare the ends as banking's scorer does: the rows that a task begins with are the very objects that the
        conversation has changed when the scorer begins anew with them."""
        task = copy.deepcopy(self._domain.theirs[identity])
        lived = World(Held(self._domain.begun(self._domain.fresh(), task)), self._domain.mutating)
        for call, _ in answered(messages):
            lived.call(call)
        wanted = self._domain.begun(self._domain.fresh(), task)
        self._fulfil(wanted, identity)
        return dict(rows_of(lived.theirs)) == dict(rows_of(wanted))

    def theirs(self, task: PeerTask, conversed: Conversed) -> Reward:
        """Run the conversation's calls in a store of its own, without any of our worlds, and then its scorer."""
        if conversed.stop not in ENDED:
            return Reward(0.0)
        judged = copy.deepcopy(self._domain.theirs[task.id])  # it does not keep its hands off it
        environment: Environment = self._domain.begun(self._domain.built(), judged)
        tools = functions(self._domain.package)

        def scored() -> Any:
            for call, _ in answered(conversed.messages):
                side = "user" if isinstance(call, UserCall) else "assistant"
                try:
                    at_once(tools[side][call.name](**call.arguments))
                except Exception:
                    continue  # an agent reads of it and goes on
            return asyncio.run(self._score(judged, conversed.messages))

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            score = environment.inside(scored)
        return Reward(1.0 if score.value == "C" else 0.0)

    async def _score(self, judged: Any, messages: Sequence[Message]) -> Any:
        package = self._domain.package
        kinds = importlib.import_module("inspect_ai.model")
        solver, scorers = importlib.import_module("inspect_ai.solver"), importlib.import_module("inspect_ai.scorer")
        held = module("common.agents").StoredAgentState
        agent = importlib.import_module("inspect_ai.util").store_as(held, "agent")
        agent.messages = [_called(kinds, message) for message in messages if message.role == "assistant"]
        # The other way round: in its conversations the model plays the user, and what the agent says is the user's turn.
        turned: list[Any] = [module("common.dataset").USER_MESSAGE]
        for message in messages:
            if message.role == "user":
                turned.append(_called(kinds, message))
            elif message.role == "assistant" and message.content:
                turned.append(kinds.ChatMessageUser(content=message.content))
        metadata = {"instance": "agent", "task": judged}
        model = kinds.ModelName("mockllm/model")
        state = solver.TaskState(model, judged.id, 1, input="", messages=turned, metadata=metadata)
        return await vars(module(f"{package}.scorer"))[SCORED[package]]()(state, scorers.Target(""))


def _called(kinds: Any, message: Message) -> Any:
    define = importlib.import_module("inspect_ai.tool").ToolCall
    calls = [define(id=call.id, function=call.name, arguments=call.arguments) for call in message.calls]
    return kinds.ChatMessageAssistant(content=message.content, tool_calls=calls or None)


def _told(wanted: Sequence[str], messages: Sequence[Message]) -> bool:
    first = module("common.dataset").USER_MESSAGE.content
    said = [first, *(each.content for each in messages if each.role == "assistant" and each.content)]
    text = "\n".join(said).lower().replace(",", "")
    return all(info.lower() in text for info in wanted)


def _all_made(gold: Sequence[Any], messages: Sequence[Message]) -> bool:
    made = {
        side: [call for each in messages if each.role == side for call in each.calls] for side in ("user", "assistant")
    }
    return all(any(_matches(action, call) for call in made[action.requestor]) for action in gold)


def _matches(gold: Any, call: Any) -> bool:
    if call.name != gold.name and not call.name.endswith(f"_{gold.name}"):
        return False
    if gold.name == "transfer_to_human_agents" or gold.compare_args == []:
        return True
    if gold.compare_args is None:
        return _alike(call.arguments, gold.arguments)
    return all(_alike(call.arguments.get(name), gold.arguments.get(name)) for name in gold.compare_args)


def _alike(one: Any, other: Any) -> bool:
    """Equal, but for the order within lists at any depth."""
    if one == other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(_alike(one[key], other[key]) for key in one)
    if not isinstance(one, list) or len(one) != len(other):
        return False
    left = list(other)
    for item in one:
        found = next((place for place, each in enumerate(left) if _alike(item, each)), None)
        if found is None:
            return False
        del left[found]
    return True
