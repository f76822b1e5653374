"""The verifier: a conversation is re-executed and judged, from its words and calls alone (goes beyond APIGen-MT §4.2).

The paper accepts on the final state and a substring. Here every check below is a gate; a conversation is accepted only if
all of them ran and passed:

    truth        the blueprint's ground truth follows from its goals, by execution
    replay       every recorded tool result is what the world gives
    state        the final state is the ground truth's
    outputs      everything that had to be told was told, refusals with their reason
    schema       every call names a tool and fits its schema
    identity     the customer was identified, before anything else was looked up or done
    ownership    nothing of another customer was touched
    policy       no call broke a rule, at any prefix
    reads        each write and answer rests on the present results of the reads it needs, each refusal on what shows its reason
    consent      each write that needs it was proposed with its details and met by a clear yes
    provenance   every argument can be traced
    statements   every amount, date, time, percentage and identifier told can be traced
    claims       nothing is said to be done before anything was, or to be impossible that was just done
    discretion   no internal id and no tool name was told
    fidelity     the user delivered the goals, invented nothing, and said nothing a customer cannot know
    ending       well-formed, and ended by an answer to a goodbye
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from apigen_mt.language.claims import claims_done
from apigen_mt.language.consent import consent
from apigen_mt.language.proposals import asks_consent
from apigen_mt.language.refusals import refuses
from apigen_mt.language.surface import normalise, read, states
from apigen_mt.phases.allowances import allowances
from apigen_mt.phases.asserted import proposal, tells, undecided
from apigen_mt.phases.claims import Deeds, claims_another, claims_anything, claims_vaguely, denies_done
from apigen_mt.phases.currencies import foreign_amounts
from apigen_mt.phases.delivery import brought_up, is_about_another
from apigen_mt.phases.fidelity import invented, leaked
from apigen_mt.phases.goahead import asks_for_another, other_unit
from apigen_mt.phases.ground_truth import settle
from apigen_mt.phases.grounds import ungrounded_refusal
from apigen_mt.phases.provenance import Sources, ungrounded
from apigen_mt.phases.reach import settled_wrongly
from apigen_mt.phases.reasons import Reason, false_reason, match, reasons_given, sentences
from apigen_mt.phases.statements import Known
from apigen_mt.phases.things import describes_another, names_another
from apigen_mt.phases.wellformed import Answers, answers, is_left_hanging, misshapen
from apigen_mt.values.blueprint import Blueprint, Goal, Output
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.values.trajectory import StopReason
from apigen_mt.values.value import Value
from apigen_mt.values.verdict import Blame, Verdict
from apigen_mt.world.domain import Domain, World
from apigen_mt.world.policy import Case
from apigen_mt.world.tables import State, first_difference
from apigen_mt.world.tools import ToolResult

BLAME: dict[str, Blame] = {
    "truth": "blueprint",
    "replay": "environment",
    "state": "agent",
    "outputs": "agent",
    "schema": "agent",
    "identity": "agent",
    "ownership": "agent",
    "policy": "agent",
    "reads": "agent",
    "consent": "agent",
    "provenance": "agent",
    "statements": "agent",
    "claims": "agent",
    "discretion": "agent",
    "fidelity": "user",
    "ending": "agent",
}
"""The checks in the order of the verdicts, and whom a failure is blamed on."""


_SPEAKER = re.compile(r"\b(?:i|i'm|we|we're)\b|\bthat(?:'s| is)? not possible", re.IGNORECASE)


class Inspection(NamedTuple):
    """What the verifier found."""

    verdicts: tuple[Verdict, ...]
    digest: str
    """Of the state after re-execution."""


def verify(world: World, blueprint: Blueprint, messages: Sequence[Message], stop: StopReason) -> tuple[Verdict, ...]:
    """Return one verdict a check."""
    return inspect(world, blueprint, messages, stop).verdicts


def inspect(world: World, blueprint: Blueprint, messages: Sequence[Message], stop: StopReason) -> Inspection:
    """Re-execute and judge a conversation."""
    unknown = [goal.kind for goal in _all_goals(blueprint) if goal.kind not in world.domain.kinds]
    if unknown:
        reason = f"the domain {world.domain.name!r} knows no goal of the kind {unknown[0]!r}"
        verdicts = (Verdict(check, None, reason, blame) for check, blame in BLAME.items())
        return Inspection(tuple(verdicts), world.environment().state.digest())
    case = Inspector(world, blueprint, answers(messages), watchful=stop == StopReason.UNREACHABLE)
    for position, message in enumerate(messages):
        case.take(position, message)
    if stop.cut:
        return Inspection(_judged_so_far(case.failures, stop), case.environment.state.digest())
    case.judge_end(messages, stop)
    verdicts = tuple(
        _failed(check, case.failures) if check in case.failures else Verdict(check, True) for check in BLAME
    )
    return Inspection(verdicts, case.environment.state.digest())


def _failed(check: str, failures: Mapping[str, Sequence[str]]) -> Verdict:
    return Verdict(check, False, "; ".join(failures[check][:3]), BLAME[check])


def _judged_so_far(failures: Mapping[str, Sequence[str]], stop: StopReason) -> tuple[Verdict, ...]:
    """Return the verdicts on a conversation that was cut short: what has failed has failed, and nothing has passed."""
    blame: Blame | None = stop.blame or next((BLAME[check] for check in BLAME if check in failures), None)
    verdicts = {check: Verdict(check, None, "the conversation was cut short", blame) for check in BLAME}
    verdicts |= {check: _failed(check, failures) for check in failures}
    verdicts["ending"] = Verdict("ending", False, f"the conversation ended by {stop.value}", blame)
    return tuple(verdicts.values())


class Inspector:
    """One re-execution in progress. What is among the failures stays there: no later message takes it back."""

    def __init__(self, world: World, blueprint: Blueprint, recorded: Answers, *, watchful: bool = False):
        """Start before the first message, with the judgement on the blueprint itself.

        Args:
            world: The world that the conversation took place in.
            blueprint: What it is about.
            recorded: What the calls gave; those of a message have to be there when it is taken.
            watchful: Fail `state` as soon as a write has settled something otherwise than the ground truth has it.
        """
        self.domain = world.domain
        self.recorded = recorded
        self.watchful = watchful
        self.blueprint = blueprint
        self.settled = settled = settle(world, blueprint.account, blueprint.goals)
        self.environment = world.environment()
        self.failures: dict[str, list[str]] = {}
        self.account = ""
        self.done: list[ToolCall] = []
        self.wrote = False
        """Whether a write has succeeded since the user last spoke."""
        self.acted = False
        """Whether one that needs consent has."""
        self.denied = False
        """Whether the agent has refused something since the last write that worked."""
        self.seen: dict[bytes, str] = {}
        self.first_seen: dict[bytes, int] = {}
        self.looks: list[tuple[ToolCall, int]] = []
        self.sources = Sources(world.domain.policy.text, world.domain.internal)
        self.agent_texts: list[tuple[int, str]] = []
        self.user_texts: list[tuple[int, str]] = []
        self.allowed = allowances(blueprint, settled)
        self.known = Known(self.sources, self.allowed, world.domain.rates)
        self.identifying = {way.tool for way in world.domain.identifications}
        self._judge_truth()

    def fail(self, check: str, reason: str) -> None:
        """Record why a check fails."""
        self.failures.setdefault(check, []).append(reason)

    # ---- the blueprint --------------------------------------------------------------------------------------------

    def _judge_truth(self) -> None:
        """Compare the blueprint with what its goals really lead to."""
        settled, blueprint = self.settled, self.blueprint
        for failure in settled.failures:
            self.fail("truth", failure)
        if blueprint.domain != self.domain.name:
            self.fail("truth", f"the blueprint is about the domain {blueprint.domain!r}, not {self.domain.name!r}")
        if settled.actions != blueprint.actions or settled.outputs != blueprint.outputs:
            self.fail("truth", "the goals lead to other actions or outputs than the blueprint records")
        if not blueprint.actions and not blueprint.outputs:
            self.fail("truth", "nothing has to be done or told: an agent that does nothing would pass")

    # ---- message by message ---------------------------------------------------------------------------------------

    def take(self, position: int, message: Message) -> None:
        """Judge one message in the light of those before it."""
        if message.role == "user":
            self._user_said(position, message.content)
        elif message.role == "assistant":
            if message.content:
                self._agent_said(position, message.content)
            results = [self._call(call, self.recorded.get((position, n))) for n, call in enumerate(message.calls)]
            # What the calls of one message give is known only after all of them.
            for call, result in zip(message.calls, results, strict=True):
                if not result.error:
                    self._learn(call, result, position)

    def _user_said(self, position: int, text: str) -> None:
        self.user_texts.append((position, text))
        self.wrote = self.acted = False
        if leak := leaked(self.domain, text):
            self.fail("fidelity", f"the user says {leak!r}, which no customer knows")
        if invention := invented(text, self.allowed, (said for _, said in self.agent_texts)):
            self.fail("fidelity", f"the user invents {invention!r}")
        self.sources.hear(text)

    def _agent_said(self, position: int, text: str) -> None:
        self.agent_texts.append((position, text))
        if leak := leaked(self.domain, text):
            self.fail("discretion", f"the agent tells {leak!r}")
        reading = read(text)
        untraced = self.known.untraced(reading, strictly=self.wrote)
        if reading.numbers and not untraced:
            untraced = [found[0] for found in foreign_amounts(self.domain, reading.text, self._shown())]
        if untraced:
            self.fail("statements", f"the agent tells {untraced[0]}, which nothing gives")
        self._judge_claims(text)

    def _foreign(self, said: str) -> Iterator[tuple[int, int]]:
        """Yield the places of amounts in a currency that nothing gives."""
        return (found.span() for found in foreign_amounts(self.domain, said, self._shown()))

    def _shown(self) -> Iterator[str]:
        return (result.content for result in self.sources.results)

    def _judge_claims(self, text: str) -> None:
        """Check that what the agent says it has done, or cannot do, is not the opposite of what it did."""
        if self.denied and (claim := claims_vaguely(self.domain, text, self.done)):
            self.fail("claims", f"the agent says {claim!r} after it has refused, and has done nothing since")
        self.denied = self.denied or (any(output.clauses for output in self.settled.outputs) and refuses(text))
        if claim := claims_another(text, self._deeds()):
            self.fail("claims", f"the agent says {claim!r}, and that was not done")
        if not self.done:
            if claim := claims_anything(text):
                self.fail("claims", f"the agent says {claim!r}, and has done nothing")
        elif self.settled.cases:
            refused = [case.call for cases in self.settled.cases for case in cases]
            if refuses(text) and (denial := denies_done(self.domain, text, self.done, refused)):
                self.fail("claims", f"the agent says {denial!r}, and has done just that")
        elif self.acted and not any(output.clauses for output in self.settled.outputs):
            denials = [part for part in sentences(text) if refuses(part) and _SPEAKER.search(part)]
            if denials and not claims_done(text):
                self.fail("claims", f"the agent says {denials[0]!r} after it has just done something")

    def _deeds(self) -> Deeds:
        return Deeds(self.domain, self.environment.state.tables, self.done, self._shown())

    def _call(self, call: ToolCall, recorded: Message | None) -> ToolResult:
        """Judge a call against the state before it, re-execute it and compare with what was recorded.

        A write that fails changes nothing, so no rule is asked about it.
        """
        tool = self.domain.tools.get(call.name)
        # Judgements look at the state before a write, so the write is made in a world of its own first.
        after = self.environment.fork() if tool is not None and tool.kind == "write" else self.environment
        result = after.call(call)
        problems = [f"there is no tool {call.name!r}"] if tool is None else tool.problems(call.arguments)
        if tool is None or problems:
            self.fail("schema", f"{call.name}: {problems[0]}")
        else:
            self._judge_access(call)
            works = tool.kind == "read" or not result.error
            self._judge_arguments(call, works)
            if works and tool.kind == "write":
                self._judge_write(call)
        before = self.environment.state.fork() if self.watchful else None
        self.environment = after
        if recorded is None:
            self.fail("replay", f"the call {call.name} has no result")
        elif recorded.content != result.content or recorded.error != result.error:
            self.fail("replay", f"{call.name} gives {result.content[:80]!r}, recorded is {recorded.content[:80]!r}")
        if tool is not None and tool.kind == "write" and not result.error:
            self.done.append(call)
            self.denied = False
            self.acted = self.domain.safeguards[call.name].consent is not None
            self.wrote = True
            if before is not None:
                self._judge_reach(call, before)
        return result

    def _judge_reach(self, call: ToolCall, before: State) -> None:
        tables = self.domain.safeguards[call.name].settles
        if wrong := settled_wrongly(before, self.environment.state, self.settled.state, tables):
            self.fail("state", f"after {call.name} it is out of reach: {wrong}")

    def _learn(self, call: ToolCall, result: ToolResult, position: int) -> None:
        """Take in what a call that worked has shown."""
        key = _key(call)
        self.seen[key] = result.content
        self.first_seen.setdefault(key, position)
        if self.domain.tools[call.name].kind == "read":
            self.looks.append((ToolCall(call.name, call.arguments), position))
        self.sources.see(result.content)
        for way in self.domain.identifications:
            if way.tool == call.name and not self.account:
                self.account = way.account(result.value)

    def _judge_access(self, call: ToolCall) -> None:
        if call.name in self.identifying:
            return
        owner = self.domain.owner(self.environment.state, call)
        if not self.account and not self._is_public(call):
            self.fail("identity", f"{call.name} before the customer was identified")
        if owner not in (None, self.blueprint.account):
            self.fail("ownership", f"{call.name} touches the data of another customer")

    def _is_public(self, call: ToolCall) -> bool:
        """Whether a call looks only at what anybody may know."""
        return self.domain.tools[call.name].kind == "read" and self.domain.owner(self.environment.state, call) is None

    def _concerns_the_account(self) -> bool:
        """Whether anything that was wished for, or anything else that was done, is more than a public question."""
        wished = [*self.settled.actions, *(call for _, call in self.settled.looked_up)]
        made = [*self.done, *(call for call, _ in self.looks)]
        refused = any(output.clauses for output in self.settled.outputs)
        return refused or not wished or not all(map(self._is_public, (*wished, *made)))

    def _judge_arguments(self, call: ToolCall, works: bool) -> None:
        """Trace every argument; what policy has the agent work out is defined for calls that work only."""
        safeguard = self.domain.safeguards.get(call.name)
        properties = self.domain.tools[call.name].parameters["properties"]
        for parameter, value in call.arguments.items():
            bad = ungrounded(value, self.sources, properties[parameter], meanings(self.domain))
            derive = safeguard.derived.get(parameter) if safeguard and works else None
            if bad and (derive is None or derive(self.environment.state, call.arguments) != value):
                self.fail("provenance", f"{call.name}: nothing gives {parameter}={bad[0]!r}")

    def _judge_write(self, call: ToolCall) -> None:
        state = self.environment.state
        account = self.blueprint.account
        for violation in self.domain.policy.judge(Case(state, call, account, tuple(self.done))):
            self.fail("policy", f"{call.name} breaks clause {violation.clause.number}")
        safeguard = self.domain.safeguards[call.name]
        self._judge_needs(safeguard.needs(state, account, call.arguments), call.name)
        if safeguard.consent is not None:
            self._judge_consent(call)

    def _judge_needs(self, needs: Iterable[tuple[ToolCall, ...]], what: str) -> None:
        """Check that the present result of each needed read has been seen."""
        for alternatives in needs:
            if not any(self._is_fresh(read_call) for read_call in alternatives):
                self.fail("reads", f"{what} without the present result of {alternatives[0].name}")

    def _is_fresh(self, call: ToolCall) -> bool:
        content = self.seen.get(_key(call))
        return content is not None and content == self.environment.call(call).content

    def _judge_consent(self, call: ToolCall) -> None:
        asked = self.user_texts[-1] if self.user_texts else (-1, "")
        offer = next((text for place, text in reversed(self.agent_texts) if place < asked[0]), "")
        wanted = self.domain.safeguards[call.name].consent
        if consent(asked[1], offer) != "yes":
            self.fail("consent", f"{call.name} after {asked[1]!r}, which is no clear yes")
        elif not asks_consent(offer):
            self.fail("consent", f"{call.name}: nobody asked for a go-ahead")
        elif is_about_another(self.domain, call.name, offer) or asks_for_another(
            self.domain, call.name, offer, (said for _, said in self.user_texts)
        ):
            self.fail("consent", f"{call.name}: the go-ahead was asked for something else")
        else:
            values = wanted(self.environment.state, call.arguments) if wanted else ()
            said = proposal(offer, values, self._foreign)
            missing = [value for value in values if not said.offers(value)]
            if missing:
                self.fail("consent", f"{call.name}: the proposal does not say {missing[0].value!r}")
            if unit := other_unit(self.domain.tools[call.name], call.arguments, offer):
                self.fail("consent", f"{call.name}: the proposal says {unit!r}, which is another unit")
            for amount in self.known.untraced_amounts(read(offer), strictly=True):
                self.fail("statements", f"the proposal tells ${amount:.2f}, which is not about this case")

    # ---- the end --------------------------------------------------------------------------------------------------

    def judge_end(self, messages: Sequence[Message], stop: StopReason) -> None:
        """Judge what only the whole conversation shows."""
        if self.environment.state.digest() != self.settled.state.digest():
            self.fail("state", first_difference(self.environment.state.diff(), self.settled.state.diff()))
        if self.account != self.blueprint.account and (self.account or self._concerns_the_account()):
            self.fail("identity", "the customer was never identified")
        since = brought_up(self.domain, self.blueprint, self.user_texts)
        if self.wrote:
            self.fail("ending", "the agent has acted after the user's last word, so that was no goodbye")
        if self.user_texts and is_left_hanging(self.user_texts[-1][1]):
            self.fail("ending", f"the user's last word, {self.user_texts[-1][1]!r}, is a question and no goodbye")
        # What comes after the user's goodbye, the user never hears.
        goodbye = self.user_texts[-1][0] if self.user_texts else -1
        self.agent_texts = [(place, text) for place, text in self.agent_texts if place < goodbye]
        self._judge_told(since)
        for index, call in self.settled.looked_up:
            if self._seen_at(call) < 0:
                self.fail("reads", f"goal {index} was answered without {call.name}")
        self._judge_delivery(since)
        for problem in misshapen(messages, stop):
            self.fail("ending", problem)

    def _judge_told(self, since: Mapping[int, int]) -> None:
        """Check what had to be told: values after the calls that they come from, reasons once for each refusal."""
        for output in self.settled.outputs:
            if output.value is not None:
                self._judge_answer(output, output.value)
        refusals = [output for output in self.settled.outputs if output.value is None]
        relevant = {number for output in refusals for number in output.clauses}
        refused = {case.call.name for cases in self.settled.cases for case in cases}
        others = {number for tool in refused for number in self.domain.policy.applying(tool)} - relevant
        for _, text in self.agent_texts if others else ():
            if wrong := false_reason(self.domain.policy, text, relevant, others):
                self.fail("outputs", f"refused with the reason of clause {wrong}, which forbids nothing here")
        given = reasons_given(self.domain.policy, self.agent_texts, relevant)
        options = [
            [
                reason
                for reason in given
                if reason.clauses & {*output.clauses}
                and reason.position > since.get(output.goal, -1)
                and not self._is_of_another(output, cases, reason)
            ]
            for output, cases in zip(refusals, self.settled.cases, strict=True)
        ]
        for output, reasons, cases in zip(refusals, options, self.settled.cases, strict=True):
            if len(reasons) > 1:
                # To somebody who insists a reason is told again: by preference it is taken where it rests on something.
                reasons.sort(key=lambda reason, one=output, on=cases: self._lacking(one, on, reason) is not None)
        for output, reason, cases in zip(refusals, match(options), self.settled.cases, strict=True):
            if reason is None:
                clauses = " or ".join(output.clauses)
                self.fail("outputs", f"goal {output.goal}: not refused with the reason of clause {clauses}")
                continue
            if lacking := self._lacking(output, cases, reason):
                self.fail("reads", f"goal {output.goal} refused without {lacking.name}")

    def _is_of_another(self, output: Output, cases: Sequence[Case], reason: Reason) -> bool:
        """Whether a reason is given for something else than was wished for."""
        calls = [case.call for case in cases]
        if names_another(self.environment.state.tables, calls, reason.text):
            return True
        goal = self.blueprint.goals[output.goal]
        return any(describes_another(self.domain, self.environment, case, goal, reason.text) for case in cases[:1])

    def _lacking(self, output: Output, cases: Sequence[Case], reason: Reason) -> ToolCall | None:
        """Return a read that a refusal rests on and that nobody had made by then."""
        made = [call for call, position in self.looks if position < reason.position]
        return ungrounded_refusal(self.domain, cases, reason.clauses & {*output.clauses}, made)

    def _judge_answer(self, output: Output, value: Value) -> None:
        rests_on = [call for index, call in self.settled.looked_up if index == output.goal]
        rests_on += [
            call
            for index, call in zip(self.settled.wanted_by, self.settled.actions, strict=True)
            if index == output.goal
        ]
        since = max(map(self._seen_at, rests_on), default=-1)
        right = [one.value for one in self.settled.outputs if one.value is not None]
        told = [text for place, text in self.agent_texts if place > since]
        if not any(tells(text, value, right, self._foreign) for text in told):
            self.fail("outputs", f"goal {output.goal}: {value.kind} {value.value!r} was never told")
            if any(states(read(text), value) and undecided(text, right) for text in told):
                self.fail("statements", f"the agent leaves open whether it is {value.value!r}")

    def _seen_at(self, call: ToolCall) -> int:
        """Return where a call was first made, or one in other letters that gave the same; -1 if nowhere."""
        if (key := _key(call)) in self.first_seen:
            return self.first_seen[key]
        meant = normalise(canonical_json(call.arguments).decode())
        alike = [
            (other, place)
            for other, place in self.looks
            if other.name == call.name and normalise(canonical_json(other.arguments).decode()) == meant
        ]
        content = self.environment.call(call).content if alike else ""
        return next((place for other, place in alike if self.seen[_key(other)] == content), -1)

    def _judge_delivery(self, since: Mapping[int, int]) -> None:
        """Check that the user came out with each goal, and that nobody acted on it before."""
        for index, goal in enumerate(self.blueprint.goals):
            if index not in since:
                self.fail("fidelity", f"the user never brought up goal {index} ({goal.kind})")
        for action, index in zip(self.settled.actions, self.settled.wanted_by, strict=True):
            if self.first_seen.get(_key(action), 10**9) < since.get(index, -1):
                self.fail("consent", f"{action.name} before the user asked for it")


def _all_goals(blueprint: Blueprint) -> list[Goal]:
    return [part for goal in blueprint.goals for part in (goal, goal.fallback) if part is not None]


@lru_cache(maxsize=16)
def meanings(domain: Domain) -> dict[str, tuple[str, ...]]:
    """Return value of a closed list -> how customers put it, over all slots of a domain."""
    found: dict[str, tuple[str, ...]] = {}
    for kind in domain.kinds.values():
        for slot in kind.slots:
            for value, phrases in slot.meanings.items():
                found[value] = found.get(value, ()) + phrases
    return found


def _key(call: ToolCall) -> bytes:
    return canonical_json([call.name, call.arguments])
