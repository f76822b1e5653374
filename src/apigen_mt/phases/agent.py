"""The agent without a model: it follows the domain's policy, with legal variations drawn by seed.

It hears what the user asks for, identifies them, resolves descriptions through the reads that list the candidates, makes
the reads that each rule rests on, refuses with the reason or proposes, waits for a clear yes, acts, and reports. It may
consult the rules on the live state, but only after the reads that show it the same facts: the verifier's checks of reads
and provenance hold it to that on every row.
"""

from collections.abc import Generator, Iterator, Mapping, Sequence
from random import Random
from typing import Any

import msgspec

from apigen_mt.language import detours, phrases
from apigen_mt.language.grammar import Fields, Phrases, Words, message
from apigen_mt.phases.wording import NEXT, Hand, agent_fields, listed, told
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.messages import Act, Message, ToolCall
from apigen_mt.values.persona import Register
from apigen_mt.world.domain import Domain, GoalKind, Identification, Slot, fits
from apigen_mt.world.environment import Environment
from apigen_mt.world.policy import Case, Violation
from apigen_mt.world.tools import ToolResult

FEW = 4
"""Things that one may list to ask which one is meant."""

_COURTESIES: Mapping[str, Phrases] = {
    "hesitates": detours.NO_RUSH,
    "recalls_later": detours.TAKE_YOUR_TIME,
    "answers_another": detours.NOTED,
    "gives_reason": detours.SYMPATHY,
    "impatient": detours.SORRY,
}
"""What the user does beside the agenda -> a word to it."""

Script = Generator[Message, Message, None]
Calling = Generator[Message, Message, Any]


class Request:
    """One thing the user has asked for, and how far it has got."""

    def __init__(self, goal: int, kind: GoalKind):
        self.goal = goal
        self.kind = kind
        self.said: dict[str, Mapping[str, Any]] = {}
        self.slots: dict[str, Any] = {}
        self.labels: dict[str, str] = {}
        self.consented = False
        self.proposed = False
        self.candidates: list[str] = []
        """What a description fits that fits several things."""
        self.fallback: Request | None = None
        """What the user wants if this is refused, where they have said so already."""

    def hear(self, said: Mapping[str, Mapping[str, Any]]) -> None:
        """Take in details; a new word on a slot replaces the old one and what was resolved from it."""
        self.candidates = []
        for slot, words in said.items():
            self.said[slot] = words
            for later in self.kind.slots[[s.name for s in self.kind.slots].index(slot) :]:
                self.slots.pop(later.name, None)
                self.labels.pop(later.name, None)


class ScriptedAgent:
    """Plays the agent in one conversation."""

    def __init__(self, domain: Domain, environment: Environment, rng: Random):
        """Start without knowing anything but the domain."""
        self.domain = domain
        self.environment = environment
        self.rng = rng
        self.register: Register = rng.choice(("plain", "plain", "formal"))
        self.hand = Hand(rng.random())
        self.asks_together = rng.random() < 0.5
        self.looks_around = rng.random() < 0.35
        self.double_checks = rng.random() < 0.3
        self.account = ""
        self.facts: dict[str, Any] = {}
        self.refuted: list[ToolCall] = []
        """Identifications that have failed."""
        self.first_name = ""
        self.way: Identification = rng.choice(domain.identifications)
        self.open: list[Request] = []
        self.seen: dict[bytes, str] = {}
        self.done: list[ToolCall] = []
        self.refused = -1
        self.refusals: dict[int, tuple[str, Mapping[str, Any]]] = {}
        """Request -> clause and facts that it was refused by."""
        self.reports: dict[int, tuple[GoalKind, Mapping[str, Words], ToolCall | None]] = {}
        """Request -> its kind, what its report mentions, and the write that carried it out."""
        self.parts: list[Words] = []
        self.acts: list[Act] = []
        self._script = self._talk()
        next(self._script)

    async def step(self, messages: Sequence[Message]) -> Message:
        """Return the next assistant message: a call, or something to say."""
        return self._script.send(messages[-1])

    def _talk(self) -> Script:
        heard = yield Message("assistant")
        while True:
            self.parts, self.acts = [], []
            left = self._hear(heard)
            checked = [act.goal for act in heard.acts if act.name == "checks_afterwards" and act.goal in self.reports]
            for goal in checked:
                yield from self._confirm(goal)
            if checked or (self.acts and self.acts[-1].name in ("refuse", "farewell")):
                # Nothing new has been asked for, and the customer has the next word.
                pass
            elif self.open or (self.account and not left):
                yield from self._work()
            elif not left:
                self._say(phrases.GREET)
                self.acts.append(Act("greet"))
            if not self.acts:
                self._say(phrases.FAREWELL if left else phrases.ANYTHING_ELSE)
                self.acts.append(Act("farewell" if left else "anything_else"))
            heard = yield Message("assistant", str(message(*self.parts)), acts=tuple(self.acts))

    def _say(self, source: Phrases, **fields: str) -> None:
        self._put(source, fields)

    def _put(self, source: Phrases, fields: Fields) -> None:
        """Say one more thing in this message, which has at most one opening: that of its first part."""
        self.parts.append(source.realise(self.rng, fields, self.register, first=not self.parts))

    def _hear(self, heard: Message) -> bool:
        """Take in what the user did; return whether they are leaving."""
        left = False
        for act in heard.acts:
            request = next((request for request in self.open if request.goal == act.goal), None)
            match act.name:
                case "request":
                    request = Request(act.goal, self.domain.kinds[act.about])
                    request.hear(act.slots)
                    # What is asked for instead of something just refused comes before what else is open.
                    self.open.insert(0 if act.goal == self.refused else len(self.open), request)
                case "identify":
                    self.facts |= act.slots
                case "inform" if request is not None:
                    request.hear(act.slots)
                case "change" if request is not None:
                    request.hear(act.slots)
                    request.proposed = False
                    self._say(phrases.UPDATED)
                case "condition" if request is not None:
                    request.fallback = Request(act.goal, self.domain.kinds[act.about])
                    request.fallback.hear(act.slots)
                case "consent" if request is not None:
                    request.consented = request.proposed
                case "decline" if request is not None:
                    self.open.remove(request)
                    self._say(phrases.LEAVE_AS_IS)
                    self.acts.append(Act("left", request.goal, request.kind.name))
                case "bye" | "give_up":
                    left = True
                case _:
                    self._take_detour(act)
        return left

    def _take_detour(self, act: Act) -> None:
        """Answer what is beside the point in a word; what is open is asked for again as the work goes on."""
        match act.name:
            case "off_topic":
                self._say(detours.OFF_TOPIC[act.about].answered)
            case "asks_why" if act.about == "identity":
                self._say(detours.WHY_IDENTITY)
            case "asks_why" | "pushes_back" if act.goal in self.refusals:
                self._refuse_again(act)
            case "closes_twice":
                self._say(detours.SIGN_OFF)
                self.acts.append(Act("farewell"))
            case name if name in _COURTESIES and not self.parts and self.rng.random() < 0.8:
                self._say(_COURTESIES[name])
            case _:
                pass

    def _refuse_again(self, act: Act) -> None:
        """Give the same refusal with its reason again; there is nothing to be weighed anew."""
        clause, facts = self.refusals[act.goal]
        self._say(detours.BECAUSE if act.name == "asks_why" else detours.STILL_REFUSED)
        self._give_reason(clause, facts)
        self.acts.append(Act("refuse", act.goal, clause))

    def _give_reason(self, clause: str, facts: Mapping[str, Any]) -> None:
        self._put(self.domain.refusals[clause], told(facts, self.hand))

    def _call(self, call: ToolCall) -> Generator[Message, Message, ToolResult]:
        answer = yield Message("assistant", calls=(call,))
        result = ToolResult(answer.content, answer.error)
        if not result.error:
            self.seen[_key(call)] = result.content
        return result

    def _look(self, call: ToolCall) -> Calling:
        """Make a read, unless its present result has been seen already."""
        if not self._is_fresh(call):
            yield from self._call(call)

    def _is_fresh(self, call: ToolCall) -> bool:
        known = self.seen.get(_key(call))
        return known is not None and known == self.environment.call(call).content

    def _work(self) -> Calling:
        """Go on with what is open until something has to be said."""
        if not self.account:
            identified = yield from self._identify()
            if not identified:
                return
        while self.open:
            request = self.open[0]
            finished = yield from self._advance(request)
            if not finished:
                return
            self.open.pop(0)
            if request.fallback is not None and self.acts[-1].name == "refuse":
                self._say(detours.AS_YOU_SAID)
                self.open.insert(0, request.fallback)
                continue
            if self.open and self.acts[-1].name == "refuse":
                # The customer may want something else instead: let them speak before going on.
                return
            if self.open:
                self._say(NEXT)
        if not self.acts or self.rng.random() < 0.6:
            self._say(phrases.ANYTHING_ELSE)
            self.acts.append(Act("anything_else"))

    def _identify(self) -> Calling:
        way, call = next(self._proofs(), (None, None))
        if way is None or call is None:
            self._ask_identity()
            return False
        result = yield from self._call(call)
        if result.error:
            self.refuted.append(call)
            self.way = way
            self._say(phrases.IDENTITY_FAILED, asked=way.asked)
            self.acts.append(Act("identity_failed", slots={"facts": list(way.facts.values())}))
            return False
        self.account = way.account(result.value)
        known = self.domain.facts(self.environment.state, self.account)
        self._say(phrases.WELCOME, first=str(known["name"].value).split()[0])
        if self.looks_around:
            yield from self._look_around()
        return True

    def _proofs(self) -> Iterator[tuple[Identification, ToolCall]]:
        """Yield the identifications that what the customer has told allows, except those that have failed already."""
        for way in (self.way, *self.domain.identifications):
            if all(fact in self.facts for fact in way.facts.values()):
                call = ToolCall(way.tool, {parameter: self.facts[fact] for parameter, fact in way.facts.items()})
                if call not in self.refuted:
                    yield way, call

    def _ask_identity(self) -> None:
        self._say(phrases.ASK_IDENTITY, asked=self.way.asked)
        self.acts.append(Act("ask_identity", slots={"facts": list(self.way.facts.values())}))

    def _look_around(self) -> Calling:
        """Read the customer's record before turning to the request, as many people do."""
        reads = [
            entity.finder(self.account, {})
            for entity in self.domain.entities.values()
            if not entity.depends(self.account)
        ]
        reads = [call for call in reads if self.domain.owner(self.environment.state, call) == self.account]
        if reads:
            yield from self._look(self.rng.choice(reads))

    def _advance(self, request: Request) -> Generator[Message, Message, bool]:
        """Take one request further; return whether it is dealt with."""
        missing = yield from self._resolve(request)
        if missing:
            self._ask_slots(request, missing)
            return False
        kind, state = request.kind, self.environment.state
        calls = kind.calls(state, self.account, request.slots)
        writes = [call for call in calls if self.domain.tools[call.name].kind == "write"]
        for call in writes:
            yield from self._gather(call)
        violations = self._violations(kind, writes)
        if violations:
            self._refuse(request, violations)
            return True
        details = kind.details(state, self.account, request.slots)
        fields = agent_fields(kind, request.slots, request.labels, details, self.hand)
        consent = any(self.domain.safeguards[call.name].consent is not None for call in writes)
        if consent and not request.consented and kind.propose is not None:
            if request.proposed:
                self._say(detours.RECAP)
            self._put(kind.propose, fields)
            self._say(phrases.ASK_CONSENT)
            self.acts.append(Act("propose", request.goal, kind.name))
            request.proposed = True
            return False
        for call in calls:
            if call in writes:
                yield from self._call(call)
                self.done.append(call)
            else:
                yield from self._look(call)
        if writes and self.double_checks and self.rng.random() < 0.5:
            yield from self._check_afterwards(writes[-1])
        self._put(kind.report, fields)
        self.acts.append(Act("report", request.goal, kind.name))
        self.reports[request.goal] = (kind, fields, writes[-1] if writes else None)
        return True

    def _confirm(self, goal: int) -> Calling:
        """Look again at what was done, and tell it once more."""
        kind, fields, write = self.reports[goal]
        if write is not None:
            yield from self._check_afterwards(write)
        self._say(detours.CONFIRMED)
        self._put(kind.report, fields)
        self.acts.append(Act("report", goal, kind.name))

    def _violations(self, kind: GoalKind, writes: list[ToolCall]) -> list[Violation]:
        policy = self.domain.policy
        if kind.declined_by:
            return [Violation(policy.clauses[kind.declined_by], {})]
        state, done = self.environment.state, tuple(self.done)
        return [found for call in writes for found in policy.judge(Case(state, call, self.account, done))]

    def _gather(self, call: ToolCall) -> Calling:
        """Make the reads that the rules for a write rest on, in any order."""
        needs = self.domain.safeguards[call.name].needs(self.environment.state, self.account, call.arguments)
        needs = [alternatives for alternatives in needs if not any(map(self._is_fresh, alternatives))]
        self.rng.shuffle(needs)
        for alternatives in needs:
            yield from self._look(self.rng.choice(alternatives))

    def _check_afterwards(self, call: ToolCall) -> Calling:
        needs = self.domain.safeguards[call.name].needs(self.environment.state, self.account, call.arguments)
        if needs:
            yield from self._look(self.rng.choice(self.rng.choice(needs)))

    def _refuse(self, request: Request, violations: Sequence[Violation]) -> None:
        clause, facts = self.rng.choice(violations)
        self._say(phrases.REFUSE_LEADIN)
        self._give_reason(clause.number, facts)
        self.acts.append(Act("refuse", request.goal, clause.number))
        self.refusals[request.goal] = (clause.number, facts)
        self.refused = request.goal

    def _ask_slots(self, request: Request, missing: Sequence[Slot]) -> None:
        asked = missing if self.asks_together else missing[:1]
        if len(request.candidates) > 1:
            asked = missing[:1]
            self._say(detours.SEVERAL_FIT, labels=listed(request.candidates), asked=asked[0].asked)
        else:
            self._say(phrases.ASK_SLOT, asked=listed([slot.asked for slot in asked]))
        self.acts.append(Act("ask_slots", request.goal, request.kind.name, {"names": [slot.name for slot in asked]}))

    def _resolve(self, request: Request) -> Generator[Message, Message, list[Slot]]:
        """Turn what was said into values, in order; return the slots that have to be asked for."""
        missing: list[Slot] = []
        for slot in request.kind.slots:
            if slot.name in request.slots:
                continue
            said = request.said.get(slot.name)
            if said is None:
                missing.append(slot)
            elif not slot.entity:
                request.slots[slot.name] = said["value"]
            elif not missing:
                found = yield from self._find(slot, said["features"], request)
                if found is None:
                    del request.said[slot.name]
                    missing.append(slot)
        return missing

    def _find(self, slot: Slot, features: Mapping[str, Any], request: Request) -> Calling:
        """Look up which things are meant; None unless each description fits exactly one."""
        entity = self.domain.entities[slot.entity]
        call = entity.finder(self.account, request.slots)
        yield from self._look(call)
        content = self.seen.get(_key(call))
        if content is None:
            return None
        records = entity.records(msgspec.json.decode(content))
        wanted = features["each"] if slot.many else [features]
        found = [[record for record in records if fits(record, one)] for one in wanted]
        if any(len(records) != 1 for records in found):
            labels = [entity.label(record) for record in found[0]] if len(found) == 1 else []
            request.candidates = labels if len(set(labels)) == len(labels) <= FEW else []
            return None
        keys = [records[0][entity.key] for records in found]
        request.slots[slot.name] = keys if slot.many else keys[0]
        request.labels[slot.name] = listed([entity.label(records[0]) for records in found])
        return found


def _key(call: ToolCall) -> bytes:
    return canonical_json([call.name, call.arguments])
