"""One domain of τ²-bench: its tasks and splits, its tools, and where the worlds of each task begin."""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from apigen_mt.adapters.benchmark import Action, PeerTask
from apigen_mt.adapters.tau2.code import Code
from apigen_mt.adapters.tau2.world import Copied, Shared, Start, World
from apigen_mt.errors import UserError
from apigen_mt.values.messages import Message, ToolCall

DOMAINS = ("retail", "airline", "telecom", "banking_knowledge", "mock")
LARGE = frozenset(("retail", "airline"))
"""Domains whose worlds share their tables."""
BANKING = "banking_knowledge"
RETRIEVAL = "golden_retrieval"
"""How the agent of banking comes by documents: those that its task requires stand in its policy. Their other ways need a
service, a sandbox or a search whose results hold the time that it took."""
REMEMBERED = 256
"""Tasks of which the start is kept."""


class Domain:
    """What is asked of the peer, in its own objects."""

    def __init__(self, code: Code, name: str):
        """Load the modules of a domain; its data are read when they are first asked for."""
        self.code = code
        self.name = name
        self._module = code.module(f"domains.{name}.environment")
        self.start = lru_cache(REMEMBERED)(self._start)

    @property
    def version(self) -> str:
        """Of their package; `dev` for a checkout that is not installed."""
        return self.code.version

    @cached_property
    def theirs(self) -> dict[str, Any]:
        """Their tasks, by id and in their order."""
        every = self._module.get_tasks() if self.name == BANKING else self._read(self._module.get_tasks, None)
        return {task.id: task for task in every}

    @cached_property
    def splits(self) -> dict[str, list[str]]:
        """Split -> ids of its tasks, the one that is usually reported first; `all` where they have no splits."""
        if not hasattr(self._module, "get_tasks_split"):
            return {"all": list(self.theirs)}
        ids: dict[str, list[str]] = self._read(self._module.get_tasks_split)
        members = {split: set(content) for split, content in ids.items()}
        ordered = {split: [task for task in self.theirs if task in members[split]] for split in members}
        return {"base": ordered.pop("base"), **ordered} if "base" in ordered else ordered

    @cached_property
    def first(self) -> Any:
        """An environment of theirs as every task without a beginning of its own finds it; not to be changed."""
        return self.built()

    def built(self, task: Any = None) -> Any:
        """Build an environment as their code does, from its files."""
        return self._read(self.constructor, **self.options(task))

    @property
    def constructor(self) -> Any:
        """Their function that builds an environment."""
        return self._module.get_environment

    def options(self, task: Any) -> dict[str, Any]:
        """Return what their runner hands to the constructor of an environment for a task."""
        if self.name != BANKING:
            return {}
        return {"retrieval_variant": RETRIEVAL, "read_log_allowlist": _read_log(task), "task": task}

    @cached_property
    def mutating(self) -> dict[str, bool]:
        """Tool of either side -> whether it changes data, by its own declaration."""
        kits = [kit for kit in (self.first.user_tools, self.first.tools) if kit is not None]
        return {name: kit.tool_mutates_state(name) for kit in kits for name in kit.tools}

    @cached_property
    def specs(self) -> list[dict[str, Any]]:
        """The agent's tools, as their code describes them to a model."""
        return [tool.openai_schema for tool in self.first.get_tools()]

    @cached_property
    def _user_specs(self) -> list[dict[str, Any]]:
        return [tool.openai_schema for tool in self.first.get_user_tools()] if self.first.user_tools else []

    def user_specs(self, identity: str) -> list[dict[str, Any]]:
        """Return the user's tools for a task, which may leave it fewer than the domain has; empty where it has none."""
        kept = getattr(self.theirs[identity], "user_tools", None)
        return [spec for spec in self._user_specs if kept is None or spec["function"]["name"] in kept]

    def guidelines(self, name: str) -> Path:
        """Return where a text for their user simulator lies."""
        return Path(self.code.data) / "tau2" / "user_simulator" / f"{name}.md"

    def policy(self, identity: str) -> str:
        """Return what the agent is told; in banking the documents that the task requires are part of it."""
        environment = self.built(self.theirs[identity]) if self.name == BANKING else self.first
        return str(environment.get_policy())

    @cached_property
    def _usual(self) -> Start:
        return Shared(self.first) if self.name in LARGE else Copied(self.first)

    def _start(self, identity: str) -> Start:
        task = self.theirs[identity]
        state = task.initial_state
        allowed = _read_log(task) if self.name == BANKING else set[str]()
        if state is None and not allowed:
            return self._usual
        environment = self.built(task) if self.name in LARGE else self._usual.environment()
        if self.name == BANKING:
            environment.tools.set_read_log_allowlist(allowed)
        if state is not None:
            environment.set_state(state.initialization_data, state.initialization_actions, state.message_history or [])
        return Shared(environment) if self.name in LARGE else Copied(environment)

    def world(self, identity: str) -> World:
        """Return a fresh world for a task."""
        return World(self.start(identity), self.mutating)

    def criteria(self, identity: str) -> Any:
        """Return by what a task is judged; None where by nothing."""
        return self.theirs[identity].evaluation_criteria

    def basis(self, identity: str) -> set[str]:
        """Return the parts of which the reward of a task is the product."""
        criteria = self.criteria(identity)
        return {part.value for part in criteria.reward_basis} if criteria else set()

    def history(self, identity: str) -> list[Message]:
        """Return what was said and called before a task begins; its worlds have it behind them."""
        state = self.theirs[identity].initial_state
        return [_ours(message) for message in (state and state.message_history) or ()]

    def task(self, identity: str, split: str) -> PeerTask:
        """Return one of their tasks as a value of ours."""
        theirs, criteria = self.theirs[identity], self.criteria(identity)
        return PeerTask(
            id=identity,
            split=split,
            actions=tuple(Action(ToolCall(each.name, each.arguments), each.requestor) for each in _truth(theirs)),
            instruction=str(theirs.user_scenario),
            outputs=tuple((criteria and criteria.communicate_info) or ()),
            history=tuple(self.history(identity)),
        )

    def _read(self, function: Any, *arguments: Any, **options: Any) -> Any:
        try:
            return function(*arguments, **options)
        except FileNotFoundError as error:
            raise UserError(f"this copy of τ²-bench is not whole: {self.name} needs {error.filename}") from error


def _truth(task: Any) -> Sequence[Any]:
    criteria = task and task.evaluation_criteria
    return (criteria and criteria.actions) or ()


def _read_log(task: Any) -> set[str]:
    """The reading tools of which banking notes the use: those that the ground truth calls, as their runner has it."""
    indirect = [call.arguments for call in _truth(task) if call.name == "call_discoverable_agent_tool"]
    return {arguments["agent_tool_name"] for arguments in indirect if arguments.get("agent_tool_name")}


def _ours(message: Any) -> Message:
    if message.role == "tool":
        return Message("tool", message.content or "", call_id=message.id, error=message.error)
    calls = tuple(ToolCall(call.name, call.arguments, call.id) for call in message.tool_calls or ())
    return Message(message.role, message.content or "", calls)
