"""Our own verdicts on a conversation about a task of τ²-bench, and on the task itself.

replay        every recorded result is what the world gives
state         the end is that of the ground truth, carried out as in a conversation; where a task is judged by
              assertions alone, on the agent's side: a phone may be mended in more than one way
assertions    functions of the toolkits say that the world is as wanted
outputs       every text to be told was told as a whole value: "10" does not stand in "$2,510.40"
actions       where calls count: each call of the ground truth was made, with all its arguments and by the same side
schema        every call of the agent names a tool of its own and fits its schema
failures      no call of the agent failed, flagged or in words
reads         something was looked up or changed: a refusal has to know what it refuses
ending        the user ended it and was not left without an answer
policy, consent, provenance, sentences    cannot run here, and say why
"""

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any

import jsonschema_rs

from apigen_mt.adapters.benchmark import Conversed, PeerTask, as_made, played
from apigen_mt.adapters.tau2.domain import Domain
from apigen_mt.adapters.tau2.port_reward import PortRewards
from apigen_mt.adapters.tau2.reward import Rewards, answered
from apigen_mt.adapters.tau2.world import Differences, World
from apigen_mt.errors import UserError
from apigen_mt.language.surface import read, states
from apigen_mt.values.messages import Message, ToolCall, UserCall
from apigen_mt.values.trajectory import StopReason
from apigen_mt.values.value import money, phrase
from apigen_mt.values.verdict import Blame, Verdict
from apigen_mt.world.replay import replay

NOT_RUN = {
    "policy": "τ²-bench states its policies in prose alone",
    "consent": "τ²-bench does not say which calls need a yes",
    "provenance": "τ²-bench does not say what its users know",
}
Answered = Sequence[tuple[ToolCall, Message]]


class Verdicts:
    """Judges of one domain."""

    def __init__(self, domain: Domain, rewards: Rewards | PortRewards):
        """Judge by the tasks, tools and worlds of a domain."""
        self._domain = domain
        self._rewards = rewards
        self._lived = lru_cache(4096)(self._live)

    def of(self, task: PeerTask, conversed: Conversed) -> tuple[Verdict, ...]:
        """Return one verdict a check."""
        try:
            calls = list(answered(conversed.messages))
        except UserError as error:
            return (Verdict("replay", False, str(error), "environment"),)
        world, differing = self._rerun(task, calls)
        state = self._state(task, world)  # before the assertions, which are functions of the world and may change it
        found = [
            _verdict("replay", differing, "environment"),
            state,
            self._assertions(task, world),
            self._outputs(task, conversed.messages),
            *self._actions(task, [call for call, _ in calls]),
            _verdict("schema", self._misfits(calls), "agent"),
            _verdict("failures", [f"{call.name}: {answer.content[:200]}" for call, answer in _failed(calls)], "agent"),
            _reads(calls),
            _ending(conversed),
        ]
        found += [Verdict(check, None, reason) for check, reason in NOT_RUN.items()]
        if (criteria := self._domain.criteria(task.id)) and criteria.nl_assertions:
            found.append(Verdict("sentences", None, "whether sentences hold is for a model to judge"))
        return tuple(found)

    def flaws(self, task: PeerTask) -> tuple[Verdict, ...]:
        """Judge a ground truth: calls that fail, a task that asks for nothing, and what contradicts itself."""
        truth = played(self._domain.world(task.id), task)
        failing = [f"{call.name}: {answer.content[:200]}" for call, answer in _failed(list(answered(truth.messages)))]
        ends = self._lived(task.id)
        contradictions = _places(ends, self._rewards.truth(task.id))
        world = self._domain.world(task.id)
        replay(world, as_made(task.actions))
        checked = self._rewards.assertions(task, world)
        unmet = [f"assertion {place} does not hold" for place, met in enumerate(checked) if not met]
        if (earned := self._rewards.reward(task, truth).value) < 1:
            unmet.append(f"the ground truth itself earns {earned:g}")
        unasked = self._domain.criteria(task.id) and "COMMUNICATE" not in {
            part.value for part in self._domain.criteria(task.id).reward_basis
        }
        return (
            _verdict("failing_calls", failing, "blueprint"),
            self._vacuous(task),
            _verdict("contradiction", contradictions + unmet, "blueprint"),
            _verdict("ungated", [f"{text!r} need not be told" for text in task.outputs if unasked], "blueprint"),
        )

    def _vacuous(self, task: PeerTask) -> Verdict:
        nothing = self._rewards.reward(task, Conversed((), StopReason.USER_DONE))
        if nothing.value < 1:
            return Verdict("vacuous", True)
        if None in nothing.parts.values():
            return Verdict("vacuous", None, "whether an agent that does nothing passes is for a model to judge")
        return Verdict("vacuous", False, "an agent that does nothing passes", "blueprint")

    def _rerun(self, task: PeerTask, calls: Answered) -> tuple[World, list[str]]:
        world = self._domain.world(task.id)
        differing: list[str] = []
        for call, answer in calls:
            given = world.call(call)
            if (given.content, given.error) != (answer.content, answer.error):
                differing.append(f"{call.name} gives {given.content[:200]!r}, not {answer.content[:200]!r}")
        return world, differing

    def _live(self, identity: str) -> Differences:
        actions = self._domain.task(identity, "").actions
        return replay(self._domain.world(identity), as_made(actions)).state.differences()

    def _state(self, task: PeerTask, world: World) -> Verdict:
        criteria = self._domain.criteria(task.id)
        if criteria is None or criteria.actions is None:
            return Verdict("state", None, "the task has no ground truth")
        wanted, found = self._lived(task.id), world.state.differences()
        both = "DB" in self._domain.basis(task.id)
        differing = [place for place in _places(wanted, found) if both or place.startswith("agent.")]
        return _verdict("state", differing, "agent")

    def _assertions(self, task: PeerTask, world: World) -> Verdict:
        criteria = self._domain.criteria(task.id)
        if criteria is None or not criteria.env_assertions:
            return Verdict("assertions", None, "the task has none")
        met = self._rewards.assertions(task, world)
        unmet = [str(each.func_name) for each, held in zip(criteria.env_assertions, met, strict=True) if not held]
        return _verdict("assertions", unmet, "agent")

    def _outputs(self, task: PeerTask, messages: Sequence[Message]) -> Verdict:
        criteria = self._domain.criteria(task.id)
        if not task.outputs and not self._lived(task.id) and not (criteria and criteria.env_assertions):
            return Verdict("outputs", None, "the task asks for nothing that can be seen: doing nothing does as well")
        said = [read(message.content) for message in messages if message.role == "assistant"]
        values = {text: _value(text) for text in task.outputs}
        untold = [text for text, value in values.items() if not any(states(reading, value) for reading in said)]
        return _verdict("outputs", [f"{text!r} was not told" for text in untold], "agent")

    def _actions(self, task: PeerTask, calls: Sequence[ToolCall]) -> Iterator[Verdict]:
        if "ACTION" not in self._domain.basis(task.id):
            return
        compared = [gold.compare_args for gold in self._domain.criteria(task.id).actions or ()]
        left = list(calls)
        missing: list[str] = []
        for names, call in zip(compared, as_made(task.actions), strict=True):
            found = next((made for made in left if _same(call, made, names)), None)
            if found is None:
                missing.append(f"{call.name} was not called as in the ground truth")
            else:
                left.remove(found)
        yield _verdict("actions", missing, "agent")

    @cached_property
    def _validators(self) -> dict[str, Any]:
        functions = [spec["function"] for spec in self._domain.specs]
        return {function["name"]: jsonschema_rs.validator_for(function["parameters"]) for function in functions}

    def _misfits(self, calls: Answered) -> list[str]:
        found: list[str] = []
        for call, _ in calls:
            if isinstance(call, UserCall):
                continue
            validator = self._validators.get(call.name)
            if validator is None:
                found.append(f"the agent has no tool {call.name!r}")
            else:
                found += [f"{call.name}: {error.message}" for error in validator.iter_errors(call.arguments)]
        return found


def _reads(calls: Answered) -> Verdict:
    # What an agent has its user look up or do counts as well: where the user has tools, some tasks need no other.
    worked = any(not answer.error for _, answer in calls)
    return _verdict("reads", [] if worked else ["nothing was looked up and nothing done"], "agent")


def _verdict(check: str, reasons: Sequence[str], blame: Blame) -> Verdict:
    return Verdict(check, False, "; ".join(reasons), blame) if reasons else Verdict(check, True)


def _failed(calls: Answered) -> Iterator[tuple[ToolCall, Message]]:
    """The agent's calls that failed; banking says so in words, without a flag."""
    return ((call, answer) for call, answer in calls if answer.error or answer.content.startswith("Error"))


def _places(one: Differences, other: Differences) -> list[str]:
    differing = sorted(place for place in one.keys() | other.keys() if one.get(place, "") != other.get(place, ""))
    return [f"{side}.{table} {key}".rstrip() for side, table, key in differing]


def _same(gold: ToolCall, made: ToolCall, names: Sequence[str] | None) -> bool:
    if gold.name != made.name or type(gold) is not type(made):
        return False
    if names is None:
        return gold.arguments == made.arguments
    absent = object()
    return all(gold.arguments.get(name, absent) == made.arguments.get(name, absent) for name in names)


def _value(text: str) -> Any:
    try:
        return money(float(text.replace("$", "").replace(",", "")))
    except ValueError:
        return phrase(text)


def _ending(conversed: Conversed) -> Verdict:
    if conversed.stop == StopReason.USER_DONE:
        return Verdict("ending", True)
    return Verdict("ending", False, f"it ended by {conversed.stop}", conversed.stop.blame)
