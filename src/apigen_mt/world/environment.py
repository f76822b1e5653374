"""A live, single-use world: one state and the tools that act on it. To start again, make another one."""

from collections.abc import Mapping
from typing import Any

import msgspec

from apigen_mt.errors import ToolBug
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.tables import State
from apigen_mt.world.tools import Tool, ToolError


class ToolResult(msgspec.Struct, frozen=True):
    """What a call gave: JSON text, and whether it failed."""

    content: str
    error: bool = False

    @property
    def value(self) -> Any:
        """The content as data."""
        return msgspec.json.decode(self.content)


Answers = dict[bytes, ToolResult]
"""What reads have given, by call."""

REMEMBERED = 4096
"""Answers of reads that are kept for one state."""
FOLLOWED = 64
"""Writes of which the outcome is kept for one state."""


class Moment:
    """A state that nobody changes any more, and what calls have come to in it so far.

    A call's outcome is a function of state and arguments, and proposer, checks, agent and verifier ask the same things
    again and again.
    """

    __slots__ = ("answers", "following", "state")

    def __init__(self, state: State, answers: Answers | None = None):
        """Start with what reads have given, if anything; the dictionary is added to."""
        self.state = state
        self.answers: Answers = {} if answers is None else answers
        self.following: dict[bytes, tuple[ToolResult, Moment | None]] = {}
        """Write -> its result, and the moment after it; None if it failed."""


class Environment:
    """One world for one conversation: it goes from moment to moment. Forks share what is known about each of them."""

    def __init__(self, moment: Moment, tools: Mapping[str, Tool]):
        """Start at a moment; environments that start at the same one share what is known about it."""
        self._moment = moment
        self.tools = tools

    @property
    def state(self) -> State:
        """The data as they are now, to read; a write does not change this state but leads to another one."""
        return self._moment.state

    def fork(self) -> "Environment":
        """Return an independent environment that stands where this one stands now."""
        return Environment(self._moment, self.tools)

    def call(self, call: ToolCall) -> ToolResult:
        """Run a tool. A call that fails, for whatever reason, leaves the state unchanged.

        Raises:
            ToolBug: when the tool raised anything but a ToolError, changed data as a read tool, or returned something
                that JSON cannot hold.
        """
        tool = self.tools.get(call.name)
        if tool is None:
            return _failed(f"There is no tool named {call.name!r}.")
        try:
            key = canonical_json([call.name, call.arguments])
        except (UnicodeEncodeError, OverflowError):
            return _failed("Invalid arguments: a text or a number that JSON cannot hold.")
        return self._read(tool, call, key) if tool.kind == "read" else self._write(tool, call, key)

    def _read(self, tool: Tool, call: ToolCall, key: bytes) -> ToolResult:
        answers = self._moment.answers
        result = answers.get(key)
        if result is None:
            if len(answers) >= REMEMBERED:
                answers.clear()
            result = answers[key] = _run(tool, call, self.state)
        return result

    def _write(self, tool: Tool, call: ToolCall, key: bytes) -> ToolResult:
        now = self._moment
        known = now.following.get(key)
        if known is None:
            if len(now.following) >= FOLLOWED:
                now.following.clear()
            state = now.state.fork()
            result = _run(tool, call, state)
            known = now.following[key] = (result, None if result.error else Moment(state))
        result, after = known
        self._moment = after or now
        return result


def _run(tool: Tool, call: ToolCall, state: State) -> ToolResult:
    if problems := tool.problems(call.arguments):
        return _failed("Invalid arguments: " + "; ".join(problems))
    try:
        content = canonical_json(tool.function(state, **tool.normalise(call.arguments))).decode()
        if tool.kind == "read" and state.dirty:
            raise ToolBug(f"tool {call.name!r} is a read but changed data; declare it with @write")
        state.commit()
    except ToolError as error:
        return _failed(str(error))
    except OverflowError:
        # Only a number or date beyond all bounds does that, whatever the tool; a model may come up with one.
        return _failed("Invalid arguments: a number or a date is out of range.")
    except ToolBug:
        raise
    except Exception as error:
        raise ToolBug(f"tool {call.name!r} failed on {call.arguments!r}: {type(error).__name__}: {error}") from error
    finally:
        state.rollback()
    return ToolResult(content)


def _failed(reason: str) -> ToolResult:
    return ToolResult(canonical_json({"error": reason}).decode(), error=True)
