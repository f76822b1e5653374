"""A live world of τ-bench on our overlay: what their environment does with a call, and what that leaves."""

from collections.abc import Mapping

import msgspec

from apigen_mt.adapters.tau_bench.rows import UNHELD, TauTool
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.environment import FOLLOWED, REMEMBERED, Moment
from apigen_mt.world.tables import State
from apigen_mt.world.tools import ToolResult

_encode = msgspec.json.Encoder().encode
# Theirs is told by the text of arguments, keys in their order: a result may show them in it.


class TauEnvironment:
    """One world for one conversation. As in theirs, a call that fails half way leaves what it had changed.

    What a call has come to is remembered for each state (`Moment`), and environments that start at one state share it.
    """

    def __init__(self, moment: Moment, tools: Mapping[str, TauTool]):
        """Start at a moment; environments that start at the same one share what is known about it."""
        self._moment = moment
        self.tools = tools

    @property
    def state(self) -> State:
        """The data as they are now, to read."""
        return self._moment.state

    def fork(self) -> "TauEnvironment":
        """Return an independent environment that stands where this one stands now."""
        return TauEnvironment(self._moment, self.tools)

    def call(self, call: ToolCall) -> ToolResult:
        """Run a tool and go on from what it leaves.

        Raises:
            ToolBug: when a tool changes whole tables.
        """
        tool = self.tools.get(call.name)
        if tool is None:
            return ToolResult(f"Unknown action {call.name}", error=True)
        try:
            key = _encode([call.name, call.arguments])
        except (TypeError, OverflowError, UnicodeEncodeError):
            return UNHELD
        now = self._moment
        if (answer := now.answers.get(key)) is not None:
            return answer
        if (known := now.following.get(key)) is None:
            state = now.state.fork()
            result, changed = tool.attempt(state, call.arguments)
            if not changed:
                if len(now.answers) >= REMEMBERED:
                    now.answers.clear()
                now.answers[key] = result
                return result
            if len(now.following) >= FOLLOWED:
                now.following.clear()
            known = now.following[key] = (result, Moment(state))
        result, after = known
        self._moment = after or now
        return result
