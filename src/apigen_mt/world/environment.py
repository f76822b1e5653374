"""A live, single-use world: one state and the tools that act on it. To start again, make another one."""

from collections.abc import Mapping
from typing import Any

import msgspec

from apigen_mt.errors import ToolBug
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.tables import State, Tables
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
"""Answers about the tables as they are that environments of one world share."""


class Environment:
    """One world for one conversation.

    A read is a function of state and arguments, so its answer is kept until a write succeeds: agents, checks and the
    verifier ask the same things again and again.
    """

    def __init__(self, tables: Tables, tools: Mapping[str, Tool], answers: Answers | None = None):
        """Start from the tables as they are.

        Args:
            tables: What the state starts from.
            tools: Name -> tool.
            answers: What reads of these tables have given so far; shared between environments, and added to.
        """
        self.state = State(tables)
        self.tools = tools
        self._answers: Answers = {} if answers is None else answers

    def fork(self) -> "Environment":
        """Return an independent environment that stands where this one stands now."""
        twin = Environment(self.state.tables, self.tools, dict(self._answers) if self.state.changed else self._answers)
        twin.state = self.state.fork()
        return twin

    def call(self, call: ToolCall) -> ToolResult:
        """Run a tool. A call that fails, for whatever reason, leaves the state unchanged.

        Raises:
            ToolBug: when the tool raised anything but a ToolError, changed data as a read tool, or returned something
                that JSON cannot hold.
        """
        tool = self.tools.get(call.name)
        if tool is None:
            return _failed(f"There is no tool named {call.name!r}.")
        if tool.kind == "write":
            result = self._run(tool, call)
            if not result.error:
                self._answers = {}
            return result
        try:
            key = canonical_json([call.name, call.arguments])
        except (UnicodeEncodeError, OverflowError):
            return _failed("Invalid arguments: a text or a number that JSON cannot hold.")
        known = self._answers.get(key)
        if known is None:
            if len(self._answers) >= REMEMBERED:
                self._answers.clear()
            known = self._answers[key] = self._run(tool, call)
        return known

    def _run(self, tool: Tool, call: ToolCall) -> ToolResult:
        if problems := tool.problems(call.arguments):
            return _failed("Invalid arguments: " + "; ".join(problems))
        state = self.state
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
            raise ToolBug(
                f"tool {call.name!r} failed on {call.arguments!r}: {type(error).__name__}: {error}"
            ) from error
        finally:
            state.rollback()
        return ToolResult(content)


def _failed(reason: str) -> ToolResult:
    return ToolResult(canonical_json({"error": reason}).decode(), error=True)
