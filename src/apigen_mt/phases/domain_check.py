"""Check a domain against what both phases rely on: for authors of domains, ours and anybody's.

It draws wishes for many customers, executes them, says them in all registers, and reports what does not fit. It proves
nothing about good taste; it finds what would make blueprints fail or conversations be rejected.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

from apigen_mt.language.grammar import Phrases
from apigen_mt.language.personas import sample_persona
from apigen_mt.language.population import preset
from apigen_mt.language.refusals import refuses
from apigen_mt.language.surface import read, states
from apigen_mt.phases.context import Context
from apigen_mt.phases.ground_truth import settle
from apigen_mt.phases.propose import Frequencies, word_goal
from apigen_mt.phases.wording import agent_fields
from apigen_mt.values.blueprint import Goal
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.persona import Register
from apigen_mt.values.value import Value
from apigen_mt.world.domain import Domain, GoalKind, World
from apigen_mt.world.policy import Case, gives_reason
from apigen_mt.world.tables import State

JUDGED_BY = frozenset(
    [
        "identity",
        "ownership",
        "consent",
        "reads",
        "provenance",
        "discretion",
        "statements",
        "state",
        "reason",
        "outputs",
        "ending",
    ]
)
REGISTERS: tuple[Register, ...] = ("terse", "plain", "chatty", "formal")
AGENT_REGISTERS: tuple[Register, ...] = ("plain", "formal")


def check_domain(world: World, customers: int = 150) -> Counter[str]:
    """Return what is wrong with a domain: sentence -> how often it was seen. Empty if nothing was found."""
    found: Counter[str] = Counter()
    if world.domain.world(world.seed, world.size).digest != world.digest:
        found["tables: the same seed and size give other rows each time"] += 1
    found.update(_policy_problems(world.domain))
    found.update(_wording_problems(world.domain))
    found.update(_wish_problems(world, customers))
    return found


def _policy_problems(domain: Domain) -> Iterator[str]:
    for clause in domain.policy.clauses.values():
        if (clause.rule is not None) + bool(clause.judged_by) + bool(clause.unchecked) != 1:
            yield f"clause {clause.number}: exactly one of rule, judged_by and unchecked has to be set"
        if clause.judged_by and clause.judged_by not in JUDGED_BY:
            yield f"clause {clause.number}: judged_by={clause.judged_by!r} is not one of {', '.join(sorted(JUDGED_BY))}"
        if clause.judged_by == "reason" and not clause.reason:
            yield f"clause {clause.number}: judged by reason but without the phrases of a reason"
        for tool in clause.rule.tools if clause.rule else ():
            if tool not in domain.tools or domain.tools[tool].kind != "write":
                yield f"clause {clause.number}: its rule names {tool!r}, which is not a write tool"
        if clause.grounds and clause.number not in domain.refusals:
            yield f"clause {clause.number}: no wording in refusals"
    for name, tool in domain.tools.items():
        if (tool.kind == "write") != (name in domain.safeguards):
            yield f"tool {name}: safeguards are for write tools, each of them and no other"


def _wording_problems(domain: Domain) -> Iterator[str]:
    for number, phrases in domain.refusals.items():
        if number not in domain.policy.clauses:
            yield f"refusal {number}: there is no such clause"
            continue
        for text in _samples(phrases, AGENT_REGISTERS, dict.fromkeys(phrases.fields, "X1")):
            others = [c for c in domain.policy.clauses.values() if c.number != number]
            if not gives_reason(text, [domain.policy.clauses[number]]):
                yield f"refusal {number}: {text!r} does not contain its reason {domain.policy.clauses[number].grounds}"
            for other in others:
                if gives_reason(text, [other]):
                    yield f"refusal {number}: also reads as the reason of clause {other.number}: {text!r}"
            if not refuses("I'm sorry, but I can't do that: " + text):
                yield f"refusal {number}: does not read as a refusal after a lead-in: {text!r}"
    for kind in domain.kinds.values():
        for slot in kind.slots:
            for value, phrases in (slot.choices or {}).items():
                for text in _samples(phrases, REGISTERS, {}):
                    fitting = [v for v, marks in slot.meanings.items() if any(m in text.casefold() for m in marks)]
                    if fitting != [value]:
                        yield f"{kind.name}.{slot.name}={value}: {text!r} reads as {fitting}"


def _samples(phrases: Phrases, registers: tuple[Register, ...], fields: Mapping[str, str]) -> Iterator[str]:
    rng = Random("samples")
    for register in registers:
        for _ in range(25):
            yield str(phrases.realise(rng, fields, register))


def _wish_problems(world: World, customers: int) -> Iterator[str]:
    domain, rng = world.domain, Random("check")
    legal: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    for account in rng.sample(world.accounts, min(customers, len(world.accounts))):
        yield from _identification_problems(world, account)
        for kind in domain.kinds.values():
            state = world.environment().state
            slots = kind.draw(state, account, rng)
            if slots is None:
                continue
            try:
                writes = [c for c in kind.calls(state, account, slots) if domain.tools[c.name].kind == "write"]
                clauses = {v.clause.number for c in writes for v in domain.policy.judge(Case(state, c, account, ()))}
                yield from _call_problems(world, state, account, kind, slots)
                yield from _said_problems(world, account, kind, slots, bool(clauses or kind.declined_by), rng)
            except LookupError as error:
                yield f"{kind.name}: {type(error).__name__}: {error}"
                continue
            broken.update(clauses)
            if not clauses:
                legal[kind.name] += 1
                kept.update(number for call in writes for number in domain.policy.applying(call.name))
                if not kind.declined_by:
                    yield from settle(world, account, (Goal(kind.name, slots, {}),)).failures
    for kind in domain.kinds.values():
        if legal[kind.name] < 5:
            yield f"{kind.name}: only {legal[kind.name]} legal wishes among {customers} customers"
    for number, clause in domain.policy.clauses.items():
        if clause.rule and broken[number] < 2:
            yield f"clause {number}: broken by only {broken[number]} drawn wishes"
        if clause.rule and kept[number] < 2:
            yield f"clause {number}: kept by only {kept[number]} drawn wishes"


def _identification_problems(world: World, account: str) -> Iterator[str]:
    environment = world.environment()
    facts = world.domain.facts(environment.state, account)
    if "name" not in facts:
        yield "facts: a customer knows at least their name"
    possible = 0
    for way in world.domain.identifications:
        if all(fact in facts for fact in way.facts.values()):
            possible += 1
            given = {parameter: facts[fact].value for parameter, fact in way.facts.items()}
            result = environment.call(ToolCall(way.tool, given))
            if result.error or way.account(result.value) != account:
                yield f"identification by {way.tool} does not find the customer: {result.content[:120]}"
    if not possible:
        yield "identification: some customer has no way to identify themselves"


def _call_problems(world: World, state: State, account: str, kind: GoalKind, slots: dict[str, Any]) -> Iterator[str]:
    domain, environment = world.domain, world.environment()
    calls = kind.calls(state, account, slots)
    reads: list[ToolCall] = []
    for call in calls:
        if call.name not in kind.tools:
            yield f"{kind.name}: calls {call.name}, which is not among its tools"
        if domain.tools[call.name].kind == "write":
            for alternatives in domain.safeguards[call.name].needs(state, account, call.arguments):
                reads.extend(alternatives)
    for slot in kind.slots:
        if slot.entity:
            reads += [domain.entities[slot.entity].finder(account, slots)]
    for call in (*calls, *reads):
        owner = domain.owner(state, call)
        if owner not in (None, account):
            yield f"{kind.name}: {call.name} belongs to another account according to owner()"
    for call in reads:
        result = environment.call(call)
        if result.error:
            yield f"{kind.name}: the read {call.name} that it needs fails: {result.content[:120]}"
        if len(result.content) > 4000:
            yield f"{call.name}: result of {len(result.content)} characters; aim for less than 1,500"


def _said_problems(
    world: World, account: str, kind: GoalKind, slots: dict[str, Any], refused: bool, rng: Random
) -> Iterator[str]:
    domain, environment = world.domain, world.environment()
    state = environment.state
    # Words of their own, so that the wishes that are tried do not hang on who says them.
    rng = Random(rng.getrandbits(32))
    persona = sample_persona(rng, preset("mixed"))
    context = Context(account, persona, (), frozenset())
    goal = word_goal(domain, environment, context, kind, slots, rng, Frequencies())
    if goal is None:
        yield f"{kind.name}: a thing could not be described so that it fits no other (seen; fine if rare)"
        return
    texts = [said.text for said in goal.said.values()]
    texts += [
        str(kind.request.realise(rng, {s: goal.said[s].text for s in goal.given}, persona.style.register, every=True))
    ]
    labels = {s.name: "the X1 thing" for s in kind.slots if s.entity}
    details = kind.details(state, account, slots)
    fields = agent_fields(kind, slots, labels, details, rng)
    texts.append(str(kind.brief.fragment(rng, {s.name: "X1" for s in kind.slots}, "plain", every=True)))
    if not refused:
        report = str(kind.report.realise(rng, fields, rng.choice(AGENT_REGISTERS)))
        texts.append(report)
        for name in kind.tells:
            if not states(read(report), details[name]):
                yield f"{kind.name}: report does not tell {name}: {report!r}"
        if kind.propose is not None:
            proposal = str(kind.propose.realise(rng, fields, rng.choice(AGENT_REGISTERS)))
            texts.append(proposal)
            yield from _consent_problems(domain, state, account, kind, slots, proposal)
    for text in texts:
        if "{" in text or "[" in text:
            yield f"{kind.name}: unexpanded template: {text!r}"


def _consent_problems(
    domain: Domain, state: State, account: str, kind: GoalKind, slots: dict[str, Any], proposal: str
) -> Iterator[str]:
    for call in kind.calls(state, account, slots):
        consent = domain.safeguards[call.name].consent if call.name in domain.safeguards else None
        for value in consent(state, call.arguments) if consent else ():
            if not _labelled(value, proposal) and not states(read(proposal), value):
                yield f"{kind.name}: proposal does not state {value.kind} {value.value!r}: {proposal!r}"


def _labelled(value: Value, proposal: str) -> bool:
    """A code or name may come with an entity's label, which this check replaces by a stand-in."""
    return value.kind in ("code", "name", "text") and "X1" in proposal
