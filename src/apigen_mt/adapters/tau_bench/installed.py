"""Load τ-bench's own code at run time, without what only its language models need.

Importing anything below `tau_bench` in the ordinary way imports litellm, which takes seconds and asks the network for
prices. Here the packages stand empty with their paths set, so that only the modules that are named run; what their user
simulator wants of litellm is a stand-in that refuses to be called. What was imported is kept apart: after each use the
interpreter's table of modules is as before, so that somebody's own `import tau_bench` gives the whole package.
"""

import copy
import hashlib
import importlib
import importlib.util
import sys
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

from apigen_mt.errors import UserError

DOMAINS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "retail": {
        "test": ("tasks_test", "TASKS_TEST"),
        "dev": ("tasks_dev", "TASKS_DEV"),
        "train": ("tasks_train", "TASKS_TRAIN"),
    },
    "airline": {"test": ("tasks_test", "TASKS")},
}
"""Domain -> split -> the module and the name of its tasks."""
_ENVIRONMENTS = {"retail": "MockRetailDomainEnv", "airline": "MockAirlineDomainEnv"}
_FOREIGN = ("tau_bench", "litellm")
_HOW = "get it with `git clone https://github.com/sierra-research/tau-bench` and give the folder"


class Installed:
    """One domain of a τ-bench that is on this machine, with its modules."""

    def __init__(self, domain: str, place: Path | None):
        """Import what replay and judgement need.

        Args:
            domain: `retail` or `airline`.
            place: A checkout's folder; None for what is installed beside us.

        Raises:
            UserError: when there is no τ-bench at that place, or it does not import.
        """
        self.domain = domain
        self.root = _root(place)
        if not (self.root / "envs" / domain / "tools").is_dir():
            raise UserError(f"no τ-bench with the domain {domain!r} at {str(place or self.root)!r}; {_HOW}")
        self._modules: dict[str, ModuleType] = {"litellm": _litellm()}
        for name, folder in (
            ("tau_bench", self.root),
            ("tau_bench.envs", self.root / "envs"),
            (f"tau_bench.envs.{domain}", self.root / "envs" / domain),
        ):
            self._modules[name] = ModuleType(name)
            self._modules[name].__path__ = [str(folder)]
        try:
            with self._importable():
                self._base = importlib.import_module("tau_bench.envs.base")
                self._users = importlib.import_module("tau_bench.envs.user")
                self._types = importlib.import_module("tau_bench.types")
                parts = {part: self._own(part) for part in ("env", "data", "tools", "wiki")}
                self.tasks: dict[str, Sequence[Any]] = {
                    split: getattr(self._own(module), name) for split, (module, name) in DOMAINS[domain].items()
                }
        except (ImportError, AttributeError, SyntaxError) as error:
            raise UserError(f"τ-bench at {str(self.root)!r} does not import: {error}") from error
        self.tools: Sequence[Any] = parts["tools"].ALL_TOOLS
        self.policy: str = parts["wiki"].WIKI
        self._environment = getattr(parts["env"], _ENVIRONMENTS[domain])
        self._load_data = parts["data"].load_data

    def _own(self, part: str) -> ModuleType:
        return importlib.import_module(f"tau_bench.envs.{self.domain}.{part}")

    @contextmanager
    def _importable(self) -> Generator[None]:
        """Put the peer's modules where `import` finds them, and leave the table of modules as it was."""
        others = {name: module for name, module in sys.modules.items() if name.partition(".")[0] in _FOREIGN}
        for name in others:
            del sys.modules[name]
        sys.modules.update(self._modules)
        try:
            yield
        finally:
            for name in [name for name in sys.modules if name.partition(".")[0] in _FOREIGN]:
                self._modules[name] = sys.modules.pop(name)
            sys.modules.update(others)

    def data(self) -> dict[str, Any]:
        """Return a fresh copy of the tables, read from the peer's files."""
        return self._load_data()

    def version(self) -> str:
        """Return a hash over the peer's code and data of this domain: what a figure depends on."""
        whole = hashlib.sha256()
        own = [path for path in (self.root / "envs" / self.domain).rglob("*") if path.suffix in (".py", ".json", ".md")]
        for path in sorted([*own, *(self.root / "envs").glob("*.py"), self.root / "types.py"]):
            whole.update(path.relative_to(self.root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
        return whole.hexdigest()[:12]

    def environment(self, split: str, index: int, user: Any) -> Any:
        """Return the peer's own environment at the start of a task, with somebody in the place of its user simulator.

        The user has to have `reset(instruction)` and `step(content)`, which return text, and `get_total_cost()`.
        """
        with self._importable():
            env = self._environment(user_strategy="human", task_split=split, task_index=index)
        env.user = user
        # Their tools keep lists of a task's arguments inside the tables and change them there.
        env.task = copy.deepcopy(env.task)
        return env

    def action(self, name: str, arguments: dict[str, Any]) -> Any:
        """Return an action as the peer's environment takes it."""
        return self._types.Action(name=name, kwargs=arguments)

    def user_prompt(self, instruction: str) -> list[dict[str, str]]:
        """Return the messages that the peer's user simulator sends a model before the first answer, in its own words."""
        simulator = object.__new__(self._users.LLMUserSimulationEnv)
        simulator.generate_next_message = lambda messages: messages
        return simulator.reset(instruction=instruction)


def _root(place: Path | None) -> Path:
    if place is not None:
        return place / "tau_bench" if (place / "tau_bench").is_dir() else place
    found = importlib.util.find_spec("tau_bench")
    if found is None or not found.submodule_search_locations:
        raise UserError(f"τ-bench is not installed: {_HOW}")
    return Path(next(iter(found.submodule_search_locations)))


def _litellm() -> ModuleType:
    def completion(*_: Any, **__: Any) -> NoReturn:
        raise RuntimeError("their user simulator is not run here: it would ask a model")

    stand_in = ModuleType("litellm")
    stand_in.__dict__["completion"] = completion
    return stand_in
