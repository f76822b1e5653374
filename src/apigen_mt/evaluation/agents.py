"""Who may be tried, beside a model: agents built in, and anybody's Python function."""

import asyncio
import hashlib
import importlib.util
import inspect
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from apigen_mt.audit.trivial import AGENTS as TRIVIAL
from apigen_mt.errors import UserError
from apigen_mt.models.completion import Completion, Malformed, RawCall, Request
from apigen_mt.phases.agent import ScriptedAgent
from apigen_mt.phases.cast import AgentMaker, scripted_agent
from apigen_mt.phases.conversation import Agent
from apigen_mt.values.canonical import content_hash
from apigen_mt.values.messages import Message
from apigen_mt.world.domain import World
from apigen_mt.world.environment import Environment

Function = Callable[[list[dict[str, Any]], list[dict[str, Any]]], Any]
"""(messages, tools) in the shapes of the chat API -> an assistant message, or its text; or an awaitable of that."""


class ByWords:
    """The scripted agent without the notes beside its words: the built-in user has to go by what it says."""

    def __init__(self, agent: ScriptedAgent):
        """Take the agent whose words they are."""
        self.agent = agent

    async def step(self, messages: Sequence[Message]) -> Message:
        """Return the agent's message, bare."""
        return msgspec.structs.replace(await self.agent.step(messages), acts=())


def _by_words(world: World, environment: Environment, seed: str, place: str) -> Agent:
    return ByWords(ScriptedAgent(world.domain, environment, Random(f"{seed}:agent")))


def _trivial(name: str) -> AgentMaker:
    return lambda world, environment, seed, place: TRIVIAL[name](world.domain, environment, Random(f"{seed}:agent"))


BUILT_IN: Mapping[str, AgentMaker] = {
    "scripted": scripted_agent,
    "by-words": _by_words,
    **{name: _trivial(name) for name in TRIVIAL},
}
"""`scripted` should pass nearly everything; the trivial agents nothing; `by-words` shows how much of what a right agent does
the built-in user follows without notes."""


class FunctionModel:
    """A Python function where a model could be."""

    def __init__(self, function: Function, name: str):
        """Take the function and what it is called in messages."""
        self.function = function
        self.name = name

    async def complete(self, request: Request) -> Completion:
        """Return what the function answers.

        A function that waits (`async def`) is called for many conversations at once, any other one by one.

        Raises:
            Malformed: when it raises something, or answers with something else than an assistant message.
        """
        messages = [dict(message) for message in request.messages]
        try:
            answer = self.function(messages, list(request.tools))
            if inspect.isawaitable(answer):
                answer = await answer
        except (asyncio.CancelledError, KeyboardInterrupt):
            raise
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(place.filename).name}, line {place.lineno}"
            raise Malformed(f"{self.name} raised {type(error).__name__}: {error} ({where})") from error
        return _completion(answer, self.name)


def load_function(spec: str, others: Iterable[str]) -> tuple[FunctionModel, str]:
    """Return the function that `path/to/agent.py:name` names, and an identity that changes with its file.

    Args:
        spec: File and name.
        others: What else could have been named, to be told where there is no such file.

    Raises:
        UserError: when there is no such file or function, or it does not load.
    """
    file, _, name = spec.rpartition(":")
    path = Path(file)
    if path.suffix != ".py" or not path.is_file():
        raise UserError(
            f"--agent {spec!r} is neither a built-in agent ({', '.join(others)}) nor FILE.py:FUNCTION of a file that is there"
        )
    module_name = f"agent_{content_hash(str(path.resolve()), 12)}"
    module_spec = importlib.util.spec_from_file_location(module_name, path)
    if module_spec is None or module_spec.loader is None:
        raise UserError(f"{file!r} is not a Python module")
    module = importlib.util.module_from_spec(module_spec)
    sys.modules[module_name] = module
    try:
        module_spec.loader.exec_module(module)
    except Exception as error:
        raise UserError(f"{file!r} does not load: {type(error).__name__}: {error}") from error
    function = getattr(module, name, None)
    if not callable(function):
        raise UserError(f"{file!r} has no function {name!r}")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    return FunctionModel(function, f"{path.name}:{name}"), f"{path.name}:{name} {digest}"


def _completion(answer: Any, name: str) -> Completion:
    """Return an assistant message of the chat API as a completion; the arguments of its calls may be text or objects."""
    message: Any = {"content": answer} if isinstance(answer, str) else answer
    try:
        calls = tuple(
            RawCall(str(call.get("id", "")), call["function"]["name"], _text(call["function"].get("arguments", "{}")))
            for call in message.get("tool_calls") or ()
        )
        return msgspec.convert({"text": message.get("content") or "", "calls": calls}, Completion)
    except (AttributeError, KeyError, TypeError, msgspec.ValidationError) as error:
        raise Malformed(
            f"{name} answered {str(answer)[:80]!r}, which is no assistant message of the chat API: "
            '{"content": text} or {"tool_calls": [{"function": {"name": …, "arguments": …}}]}'
        ) from error


def _text(arguments: Any) -> str:
    return arguments if isinstance(arguments, str) else msgspec.json.encode(arguments).decode()
