"""Our own verdicts on a conversation in τ-bench's world: those that need neither rules in code nor goals.

They bear the names of `phases.verify`. Beyond their reward, a conversation has to have the customer's yes before it changes
anything, arguments that fit the published schema and come from somewhere, outputs that are told as whole values, at least one
call that worked (nobody can be served by doing nothing), and a ground truth that carries itself out without a failure. States
are compared by value: 7 and 7.0 are one amount.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from apigen_mt.adapters.benchmark import Conversed, PeerTask
from apigen_mt.adapters.tau_bench.environment import TauEnvironment
from apigen_mt.adapters.tau_bench.episode import Episode, Said, episode
from apigen_mt.language.consent import consent
from apigen_mt.language.proposals import asks_consent
from apigen_mt.language.surface import read
from apigen_mt.phases.provenance import Sources, leaves, ungrounded
from apigen_mt.phases.verify import BLAME
from apigen_mt.phases.wellformed import answers
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.verdict import Verdict
from apigen_mt.world.replay import Replay
from apigen_mt.world.tables import State

JUDGED = ("truth", "replay", "state", "outputs", "schema", "consent", "provenance", "ending")
_NEEDS_RULES = "τ-bench has its policy in prose and its wishes as an instruction: nothing in code says it"
_FREE = frozenset({"calculate", "think", "transfer_to_human_agents"})
"""Tools to which the agent writes what it likes."""
_PUBLIC = ("list_all_airports",)
"""Reads that give what everybody knows: which code an airport has."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


class Case(NamedTuple):
    """A task with what judges need."""

    task: PeerTask
    environment: TauEnvironment
    """Fresh."""
    gold: Replay[State]
    policy: str


def judge(case: Case, conversed: Conversed) -> tuple[Verdict, ...]:
    """Return one verdict for each check of our verifier; those that this world does not support did not run."""
    found = _Findings(case, conversed)
    return tuple(_verdict(check, found) for check in BLAME)


def _verdict(check: str, found: "_Findings") -> Verdict:
    if reasons := found.failures.get(check):
        return Verdict(check, False, "; ".join(reasons[:3]), BLAME[check])
    if check in JUDGED:
        reason = found.open.get(check)
        return Verdict(check, None, reason, BLAME[check]) if reason else Verdict(check, True)
    return Verdict(check, None, _NEEDS_RULES, BLAME[check])


class _Findings:
    """One conversation carried out again, and what is wrong with it."""

    def __init__(self, case: Case, conversed: Conversed):
        self.failures: dict[str, list[str]] = {}
        self.open: dict[str, str] = {}
        """What could not be decided, by check."""
        self.environment = case.environment
        self.sources = Sources(case.policy)
        for name in _PUBLIC:
            if name in self.environment.tools:
                self.sources.see(self.environment.fork().call(ToolCall(name)).content)
        self.asked = self.proposal = self.spoken = ""
        """The user's last text, what the agent said before it, and what the agent has said since."""
        self.worked = False
        """Whether any call has looked something up or changed something."""
        recorded = answers(conversed.messages)
        for position, message in enumerate(conversed.messages):
            if message.role == "user":
                self.sources.hear(message.content)
                self.asked, self.proposal, self.spoken = message.content, self.spoken or self.proposal, ""
            elif message.role == "assistant":
                for number, call in enumerate(message.calls):
                    answer = recorded.get((position, number))
                    self._call(call, None if answer is None else answer.content)
                if not message.calls:
                    self.spoken = message.content
        self._end(case, episode(conversed), conversed)

    def fail(self, check: str, reason: str) -> None:
        self.failures.setdefault(check, []).append(reason)

    def _call(self, call: ToolCall, recorded: str | None) -> None:
        before = self.environment.state
        result = self.environment.call(call)
        if recorded is not None and recorded != result.content:
            self.fail("replay", f"{call.name} gives {result.content[:80]!r}, recorded is {recorded[:80]!r}")
        tool = self.environment.tools.get(call.name)
        problems = [f"there is no tool {call.name!r}"] if tool is None else tool.problems(call.arguments)
        if problems or tool is None:
            self.fail("schema", f"{call.name}: {problems[0]}")
        elif call.name not in _FREE:
            self._trace(call, tool.parameters["properties"])
        if self.environment.state is not before:
            self._judge_consent(call)
        if not result.error:
            self.sources.see(_as_json(result.content))
            self.worked = self.worked or call.name not in _FREE

    def _trace(self, call: ToolCall, properties: Mapping[str, Any]) -> None:
        for name, value in call.arguments.items():
            for bad in ungrounded(value, self.sources, properties.get(name, {}), {}):
                if not bad:
                    continue
                if any(not isinstance(leaf, str) and str(leaf) == bad for leaf in leaves(value)):
                    self.open.setdefault("provenance", f"{call.name}: {name}={bad} may have been worked out")
                else:
                    self.fail("provenance", f"{call.name}: nothing gives {name}={bad!r}")

    def _judge_consent(self, call: ToolCall) -> None:
        if consent(self.asked, self.proposal) != "yes":
            self.fail("consent", f"{call.name} after {self.asked!r}, which is no clear yes")
        elif not asks_consent(self.proposal):
            self.fail("consent", f"{call.name}: nobody asked for a go-ahead")

    def _end(self, case: Case, done: Episode, conversed: Conversed) -> None:
        for position in case.gold.failures:
            name = case.task.actions[position].call.name
            self.fail("truth", f"action {position}, {name}, fails: {case.gold.results[position].content}")
        if not self.worked:
            self.fail("reads", "the agent has looked nothing up and done nothing")
        for difference in differences(self.environment.state, case.gold.state):
            self.fail("state", difference)
        texts = [step.text for step in done.steps if isinstance(step, Said)]
        for output in case.task.outputs:
            if not any(is_told(output, text) for text in texts):
                self.fail("outputs", f"{output!r} is never told as a value of its own")
        if not done.ended:
            self.fail("ending", f"the conversation came to no end: {conversed.stop.value}")


def is_told(output: str, text: str) -> bool:
    """Whether a text tells an output as a whole: not as a part of another number or word."""
    if _NUMBER.fullmatch(output):
        reading = read(text)
        number = round(float(output), 2)
        if number in reading.numbers or number in reading.money or number in reading.percents:
            return True
    words = re.escape(output.lower())
    return re.search(rf"(?<![\w.]){words}(?!\w|\.\d)", text.lower().replace(",", "")) is not None


def differences(actual: State, wanted: State) -> Iterator[str]:
    """Yield what tells two states over the same tables apart, row by row; numbers are compared by value."""
    changed, due = actual.diff(), wanted.diff()
    for table in sorted({*changed, *due}):
        rows, other = changed.get(table, {}), due.get(table, {})
        for key in sorted({*rows, *other}):
            mine, theirs = actual.get(table, key), wanted.get(table, key)
            if mine == theirs:
                continue
            if key not in rows or key not in other:
                yield f"{table} {key} " + ("should have" if key not in rows else "should not have") + " changed"
            else:
                yield f"{table} {key} has other {', '.join(_fields(mine or {}, theirs or {}))}"


def _fields(one: Mapping[str, Any], other: Mapping[str, Any]) -> Iterable[str]:
    absent = object()
    return sorted(field for field in {*one, *other} if one.get(field, absent) != other.get(field, absent))


def _as_json(content: str) -> str:
    """Return a result as JSON text: some of theirs are bare words."""
    try:
        msgspec.json.decode(content)
    except msgspec.DecodeError:
        return canonical_json(content).decode()
    return content
