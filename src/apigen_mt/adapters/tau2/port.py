"""The port of τ²-bench in the distribution `inspect-evals`: its toolkits, tools and tasks, as a domain like the peer's own.

It is a rewrite: the toolkits keep their state in Inspect's store, every tool is an asynchronous function around one, the
rewards are scorers of its own (`tau2.port_reward`). Retail, airline, telecom and banking have code; `mock` has only data.
Here each world has its databases apart, and a call puts them into a store of its own for as long as it takes.
"""

import contextvars
import gzip
import importlib
import importlib.metadata
import json
import warnings
from collections.abc import Callable, Coroutine
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from apigen_mt.adapters.benchmark import Action, PeerTask
from apigen_mt.adapters.tau2.domain import BANKING, LARGE, Domain
from apigen_mt.adapters.tau2.world import Copied, Shared, Start
from apigen_mt.errors import ToolBug, UserError
from apigen_mt.values.messages import Message, ToolCall

T = TypeVar("T")
DISTRIBUTION = "inspect-evals"
PLACES = {
    "retail": ("retail", [("RetailAgentTools", "RetailTools")]),
    "airline": ("airline", [("AirlineAgentTools", "AirlineTools")]),
    "telecom": ("telecom", [("TelecomAgentTools", "TelecomAgentTools"), ("TelecomUserTools", "TelecomUserTools")]),
    BANKING: ("banking", [("BankingAgentTools", "BankingAgentTools"), ("BankingUserTools", "BankingUserTools")]),
}
"""Domain -> its package, and its toolkits by class and by the name of the instance: the agent's, the user's."""


def module(name: str) -> Any:
    """Import a module of the port by its name within it.

    Raises:
        UserError: when it is not installed.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return importlib.import_module(f"inspect_evals.tau2.{name}")
    except ModuleNotFoundError as error:
        raise UserError(
            f"the port of τ²-bench cannot be loaded: no module {error.name!r}; "
            f"install inspect-ai and toml, and {DISTRIBUTION} (without its dependencies will do)"
        ) from error


class Kit:
    """What one of its toolkits knows, apart from any store."""

    def __init__(self, model: type, instance: str):
        """Start empty; `model` is the toolkit's class."""
        self.model = model
        self.instance = instance
        self.db: Any = None
        self.other: dict[str, Any] = {}

    @property
    def fields(self) -> list[str]:
        """Names of the toolkit's own fields."""
        every: dict[str, Any] = vars(self.model)["__pydantic_fields__"]
        return [name for name in every if name not in ("store", "instance")]

    def put(self, store: Any) -> None:
        """Lay what is known where the toolkit looks for it."""
        for name, value in {**self.other, "db": self.db}.items():
            if value is not None:
                store.set(self._key(name), value)

    def take(self, store: Any) -> None:
        """Take it back."""
        found = {name: store.get(self._key(name)) for name in self.fields}
        self.db, self.other = found.pop("db"), found

    def _key(self, name: str) -> str:
        return f"{self.model.__name__}:{self.instance}:{name}"


class Environment:
    """A world's toolkits with what `tau2.world` asks of an environment."""

    def __init__(self, package: str, tools: Kit, user_tools: Kit | None):
        """Hold the toolkits of a domain."""
        self.package = package
        self.tools = tools
        self.user_tools = user_tools

    def inside(self, function: Callable[[], T]) -> T:
        """Call something of theirs that looks for the toolkits in the store."""
        kits = [kit for kit in (self.tools, self.user_tools) if kit is not None]
        stores = importlib.import_module("inspect_ai.util._store")
        store = stores.Store()
        for kit in kits:
            kit.put(store)

        def called() -> T:
            stores.init_subtask_store(store)
            return function()

        try:
            return contextvars.copy_context().run(called)
        finally:
            for kit in kits:
                kit.take(store)

    def make_tool_call(self, tool_name: str, requestor: str, **arguments: Any) -> Any:
        """Run a tool of one side, as a model's call of it would be, but for Inspect's own reading of the arguments."""
        tool = functions(self.package)[requestor].get(tool_name)
        if tool is None:
            raise ValueError(f"Tool {tool_name} not found")
        return self.inside(lambda: at_once(tool(**arguments)))

    def method(self, side: str, name: str, arguments: dict[str, Any]) -> Any:
        """Call a method of a toolkit, be it a tool or not."""
        kit = self.user_tools if side == "user" and self.user_tools else self.tools
        as_held = importlib.import_module("inspect_ai.util").store_as
        return self.inside(lambda: getattr(as_held(kit.model, kit.instance), name)(**arguments))

    def sync_tools(self) -> None:
        """Couple the two sides; only telecom has any coupling."""
        if self.package == "telecom":
            self.inside(module("telecom.environment").get_environment)

    def run_env_assertion(self, assertion: Any, raise_assertion_error: bool) -> bool:
        """Tell whether an assertion holds."""
        self.sync_tools()
        return bool(self.method(assertion.env_type, assertion.func_name, assertion.arguments) == assertion.assert_value)

    @staticmethod
    def to_json_str(value: Any) -> str:
        """Return a result as a model reads it."""
        return value if isinstance(value, str) else str(value)


def at_once(coroutine: Coroutine[Any, Any, T]) -> T:
    """Return what a coroutine gives that never waits.

    Raises:
        ToolBug: when it does wait.
    """
    try:
        coroutine.send(None)
    except StopIteration as done:
        return done.value
    coroutine.close()
    raise ToolBug("a tool of inspect-evals waits for something; nothing here can wait for it")


@lru_cache
def _tools(package: str) -> dict[str, list[Any]]:
    agent = module(f"{package}.tools")
    if package in ("retail", "airline"):
        return {"assistant": [make() for make in vars(agent)[f"all_{package}_tools"]], "user": []}
    mine = [make() for make in vars(agent)[f"all_{package}_agent_tools"]]
    if package == "banking":
        mine.append(agent.banking_grep())
    users = [make() for make in vars(module(f"{package}.user_tools"))[f"all_{package}_user_tools"]]
    return {"assistant": mine, "user": users}


@lru_cache
def functions(package: str) -> dict[str, dict[str, Any]]:
    """Return side -> tool -> its asynchronous function."""
    define = importlib.import_module("inspect_ai.tool").ToolDef
    return {side: {define(tool).name: tool for tool in tools} for side, tools in _tools(package).items()}


class Ported(Domain):
    """A domain of the port."""

    def __init__(self, name: str):
        """Find the port.

        Raises:
            UserError: when it is not installed.
        """
        self.name = name
        self.package, self._kits = PLACES[name]
        self.files = Path(str(module("utils").TAU2_DATA_DIR)) / "domains" / name
        self.start = lru_cache(256)(self._start)

    @property
    def version(self) -> str:
        """Of the distribution."""
        return f"{DISTRIBUTION} {importlib.metadata.version(DISTRIBUTION)}"

    @cached_property
    def theirs(self) -> dict[str, Any]:
        """Its tasks, by id."""
        path = self.files / "tasks.json"
        text = path.read_bytes() if path.is_file() else gzip.decompress((self.files / "tasks.json.gz").read_bytes())
        kind = module("data_model.tasks").Task
        return {task.id: task for task in map(kind.model_validate, msgspec.json.decode(text))}

    @cached_property
    def splits(self) -> dict[str, list[str]]:
        """Split -> ids of its tasks; of these its own runs take `base` alone."""
        path = self.files / "split_tasks.json"
        if not path.is_file():
            return {"all": list(self.theirs)}
        ids: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
        return {"base": ids.pop("base"), **ids}

    def built(self, task: Any = None) -> Environment:
        """Load the toolkits from its files."""
        kits = [Kit(vars(module(f"{self.package}.{model}"))[model], instance) for model, instance in self._kits]
        environment = Environment(self.package, kits[0], kits[1] if len(kits) > 1 else None)
        if self.package == "banking":
            environment.inside(module("banking.environment").initialize_environment)
        elif self.package == "telecom":
            environment.sync_tools()
        else:
            environment.method("assistant", "initialize", {})
        return environment

    def begun(self, environment: Environment, task: Any) -> Environment:
        """Bring a fresh environment to where a task begins."""
        state = task.initial_state
        if state is not None and self.package == "banking":
            within = module("banking.environment")
            environment.inside(
                lambda: within.apply_initial_state(within.get_agent_tools(), within.get_user_tools(), state)
            )
        elif state is not None:
            for action in state.initialization_actions or ():
                environment.method(action.env_type, action.func_name, action.arguments)
                environment.sync_tools()
        return environment

    def _start(self, identity: str) -> Start:
        task = self.theirs[identity]
        if task.initial_state is None:
            return self._usual
        return Copied(self.begun(self.fresh(), task))

    def fresh(self) -> Environment:
        """Return an environment of its own that no task has begun in."""
        return self._usual.environment()

    @cached_property
    def _usual(self) -> Start:
        return Shared(self.first) if self.name in LARGE else Copied(self.first)

    @cached_property
    def mutating(self) -> dict[str, bool]:
        """Tool -> True: the port does not say which of its tools change nothing."""
        return {name: True for tools in functions(self.package).values() for name in tools}

    @cached_property
    def specs(self) -> list[dict[str, Any]]:
        """The agent's tools, as a model is told of them."""
        return _specs(_tools(self.package)["assistant"])

    @cached_property
    def _user_specs(self) -> list[dict[str, Any]]:
        return _specs(_tools(self.package)["user"])

    def guidelines(self, name: str) -> Path:
        """Return where a text for its user simulator lies."""
        return self.files.parents[1] / "user_simulator" / f"{name}.txt"

    def policy(self, identity: str) -> str:
        """Return what the agent is told, but for the sentence that its harness begins with."""
        agents = module(f"{self.package}.agents")
        if self.package == "banking":
            return str(agents._get_domain_policy("grep"))
        return str(agents.get_domain_policy(False) if self.package == "telecom" else agents.get_domain_policy())

    def history(self, identity: str) -> list[Message]:
        """Return nothing: the port begins every task without a word."""
        return []

    def task(self, identity: str, split: str) -> PeerTask:
        """Return a task as a value of ours; calls have the names that its tools go by."""
        task = super().task(identity, split)
        return msgspec.structs.replace(task, actions=tuple(map(self._named, task.actions)))

    def _named(self, action: Action) -> Action:
        full = f"{self.package}_{action.call.name}"
        if full not in functions(self.package)[action.by]:
            return action
        return Action(ToolCall(full, action.call.arguments), action.by)


def _specs(tools: list[Any]) -> list[dict[str, Any]]:
    define = importlib.import_module("inspect_ai.tool").ToolDef
    return [
        {
            "type": "function",
            "function": {
                "name": each.name,
                "description": each.description,
                "parameters": each.parameters.model_dump(exclude_none=True, by_alias=True),
            },
        }
        for each in map(define, tools)
    ]
