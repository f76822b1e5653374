"""A live, single-use world: one state and the tools that act on it. To start again, make another one."""

from collections.abc import Mapping

from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.tables import State
from apigen_mt.world.tools import Tool, ToolResult, failed

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
            return failed(f"There is no tool named {call.name!r}.")
        try:
            key = canonical_json([call.name, call.arguments])
        except (UnicodeEncodeError, OverflowError):
            return failed("Invalid arguments: a text or a number that JSON cannot hold.")
        return self._read(tool, call, key) if tool.kind == "read" else self._write(tool, call, key)

    def _read(self, tool: Tool, call: ToolCall, key: bytes) -> ToolResult:
        answers = self._moment.answers
        result = answers.get(key)
        if result is None:
            if len(answers) >= REMEMBERED:
                answers.clear()
            result = answers[key] = tool.run(self.state, call.arguments)
        return result

    def _write(self, tool: Tool, call: ToolCall, key: bytes) -> ToolResult:
        now = self._moment
        known = now.following.get(key)
        if known is None:
            if len(now.following) >= FOLLOWED:
                now.following.clear()
            state = now.state.fork()
            result = tool.run(state, call.arguments)
            known = now.following[key] = (result, None if result.error else Moment(state))
        result, after = known
        self._moment = after or now
        return result
