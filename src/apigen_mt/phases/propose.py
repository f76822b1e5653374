"""The proposer without a model: honest search over real rows.

It draws wishes for one customer, finds words that the tables prove unique, adds a schedule (changes of mind, withdrawals,
fallbacks, wishes raised later), and lets the world tell what follows. It never assumes that a wish will execute.
"""

from collections.abc import Mapping, Sequence, Set
from copy import copy
from functools import lru_cache
from random import Random
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from apigen_mt.language.grammar import Phrases
from apigen_mt.language.surface import render
from apigen_mt.phases.context import Aim, Context
from apigen_mt.phases.ground_truth import order_matters, settle
from apigen_mt.phases.instruction import write_instruction
from apigen_mt.phases.signature import is_trivial
from apigen_mt.phases.wording import listed
from apigen_mt.values.blueprint import Blueprint, Change, Goal, Manner, Said
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.persona import Persona, Register
from apigen_mt.values.value import Value
from apigen_mt.world.domain import Domain, Entity, GoalKind, Record, Slot, Slots, World, fits
from apigen_mt.world.environment import Environment
from apigen_mt.world.policy import Case

RARE_DRAWS = 40
"""Rows tried for an aim that a certain clause has to forbid."""
FEW_DRAWS = 4
CUSTOMERS = 25
"""Customers looked at for a wish that a certain clause forbids, with few draws each."""
DRAWS = 12
"""Rows tried for one aim before the proposer takes what it has."""


FEW = 3
"""Things that a vague description fits at most."""
_MANNERS: Mapping[str, Manner] = {
    "changes_later": "later",
    "changes_at_once": "at_once",
    "corrects_slip": "slip",
    "tries_alternative": "tried",
}
"""Behaviour -> how it changes a detail."""


class Frequencies(NamedTuple):
    """How often a wish gets an event of its own."""

    changed: float = 0.2
    withdrawn: float = 0.08
    fallback: float = 0.4
    """Of refused wishes."""
    later: float = 0.55
    """Of wishes after the first."""
    cannot_recall: float = 0.15
    wrong_fact: float = 0.08
    focused: float = 0.4
    """Of wishes after the first: about something that an earlier one is about."""


def propose(
    world: World,
    context: Context,
    rng: Random,
    frequencies: Frequencies = Frequencies(),
    rates: Mapping[str, float] = MappingProxyType({}),
) -> Blueprint | None:
    """Return a candidate blueprint, or None if the customer's rows offer none of the aims.

    Args:
        world: The world that it is about.
        context: Customer, persona and aims.
        rng: Draws rows and events.
        frequencies: How often a wish gets an event.
        rates: Behaviour -> chance, where it can happen, that a blueprint declares it (`language.behaviours`).
    """
    environment = world.environment()
    search = _Search(world.domain, environment, context, rng, frequencies, rates)
    goals = search.goals()
    if not goals:
        return None
    facts = search.known_facts()
    candidate = assemble(world, context.account, context.persona, facts, search.wrong_facts, tuple(goals))
    return None if is_trivial(world.domain, candidate.goals) else candidate


def suit(world: World, context: Context, rng: Random) -> Context:
    """Return the context with a customer whose rows offer what its first forbidden aim looks for, if one is found soon."""
    aim = next((aim for aim in context.aims if aim.clause), None)
    if aim is None:
        return context
    environment = world.environment()
    for _ in range(CUSTOMERS):
        search = _Search(world.domain, environment, context, rng, Frequencies())
        if search.offers(aim):
            break
        context = context._replace(account=rng.choice(world.accounts))
    return context


class ScriptedProposer:
    """The proposer without a model, in the role's form."""

    def __init__(self, rates: Mapping[str, float] = MappingProxyType({})):
        """Propose blueprints that declare behaviours at these rates."""
        self.rates = rates

    async def propose(self, world: World, context: Context, rng: Random, place: str) -> Blueprint | None:
        """Return a candidate, as `propose` does."""
        return propose(world, context, rng, rates=self.rates)


def recall(
    world: World, context: Context, rng: Random, frequencies: Frequencies = Frequencies()
) -> tuple[dict[str, Value], dict[str, Value]]:
    """Return what the customer remembers of themselves, and what they first get wrong."""
    search = _Search(world.domain, world.environment(), context, rng, frequencies)
    return search.known_facts(), search.wrong_facts


def draw(world: World, context: Context, aim: Aim, rng: Random) -> Slots | None:
    """Return settled values over the customer's rows, by preference such as suit the aim; None if there are none."""
    return _Search(world.domain, world.environment(), context, rng, Frequencies()).find(aim)


def assemble(
    world: World,
    account: str,
    persona: Persona,
    facts: Mapping[str, Value],
    wrong_facts: Mapping[str, Value],
    goals: tuple[Goal, ...],
    parts: tuple[str, ...] = (),
) -> Blueprint:
    """Derive the ground truth of a schedule by execution and write it up as a candidate blueprint."""
    goals = in_order(goals)
    if order_matters(world, account, goals):
        goals = goals[:1] + tuple(msgspec.structs.replace(goal, opens="later") for goal in goals[1:])
    settled = settle(world, account, goals)
    blueprint = Blueprint(
        domain=world.domain.name,
        account=account,
        persona=persona,
        facts=dict(facts),
        goals=settled.goals,
        instruction="",
        actions=settled.actions,
        outputs=settled.outputs,
        wrong_facts=dict(wrong_facts),
        parts=parts,
    )
    return msgspec.structs.replace(blueprint, instruction=write_instruction(world.domain, blueprint))


def word_goal(
    domain: Domain,
    environment: Environment,
    context: Context,
    kind: GoalKind,
    slots: Slots,
    rng: Random,
    frequencies: Frequencies = Frequencies(),
) -> Goal | None:
    """Find a customer's words for settled slots; None if some thing cannot be told from another."""
    return _Search(domain, environment, context, rng, frequencies).word(kind, slots)


def in_order(goals: Sequence[Goal]) -> tuple[Goal, ...]:
    """Return the goals in the order in which a conversation gets to them: those of the first request, then later ones."""
    return tuple(sorted(goals, key=lambda goal: goal.opens == "later"))


def same_wish(one: Goal, other: Goal) -> bool:
    """Tell whether two goals (or their fallbacks) want the same for the same thing: nobody asks for that twice."""
    return any(
        mine.kind == theirs.kind and (not things(mine) or bool(things(mine) & things(theirs)))
        for mine in (one, one.fallback)
        for theirs in (other, other.fallback)
        if mine is not None and theirs is not None
    )


def things(goal: Goal) -> set[str]:
    """Return the keys of the things in the tables that a goal is about."""
    return {str(goal.slots[slot]) for slot, said in goal.said.items() if said.features}


class _Search:
    """One customer's rows, searched for wishes."""

    def __init__(
        self,
        domain: Domain,
        environment: Environment,
        context: Context,
        rng: Random,
        frequencies: Frequencies,
        rates: Mapping[str, float] = MappingProxyType({}),
    ):
        self.rates = rates
        self.domain = domain
        self.environment = environment
        self.state = environment.state
        self.account = context.account
        self.persona = context.persona
        self.aims = context.aims
        self.focus = context.focus
        self.rng = rng
        self.frequencies = frequencies
        self.listings: dict[str, list[Record]] = {}
        self.wrong_facts: dict[str, Value] = {}

    def known_facts(self) -> dict[str, Value]:
        """Return what the customer remembers of themselves: enough for one way of identification, often all."""
        facts = self.domain.facts(self.state, self.account)
        ways = [tuple(way.facts.values()) for way in self.domain.identifications]
        usable = [way for way in ways if all(fact in facts for fact in way)]
        if len(usable) > 1 and self.rng.random() < self.frequencies.cannot_recall:
            kept, dropped = self.rng.sample(usable, 2)
            for fact in set(dropped) - set(kept) - {"name"}:
                del facts[fact]
        if self.rng.random() < self.frequencies.wrong_fact:
            self._mistake(facts)
        return facts

    def _mistake(self, facts: Mapping[str, Value]) -> None:
        """Let the customer first get one fact wrong, such that identification really fails with it."""
        for way in self.domain.identifications:
            for fact in way.facts.values():
                value = facts.get(fact)
                wrong = None if value is None else _misremembered(value, self.rng)
                if wrong is None or not all(name in facts for name in way.facts.values()):
                    continue
                given = {p: (wrong if name == fact else facts[name]).value for p, name in way.facts.items()}
                if self.environment.call(ToolCall(way.tool, given)).error:
                    self.wrong_facts = {fact: wrong}
                    return

    def goals(self) -> list[Goal]:
        """Return the wishes with their schedule."""
        found: list[Goal] = []
        focus = set(self.focus)
        for aim in self.aims:
            kind = self.domain.kinds[aim.kind]
            slots = self._draw(aim, focus if self.rng.random() < self.frequencies.focused else set())
            if slots is None:
                continue
            goal = self.word(kind, slots)
            if goal is None:
                continue
            goal = self._behaving(kind, self._schedule(kind, goal, bool(found)))
            if not any(same_wish(goal, other) for other in found):
                found.append(goal)
                focus |= things(goal)
        if found and all(goal.withdrawn for goal in found):
            found[0] = msgspec.structs.replace(found[0], withdrawn=False)
        if found and found[0].opens == "later":
            found[0] = msgspec.structs.replace(found[0], opens="start")
        return found

    def _forbidden(self, kind: GoalKind, slots: Slots, clause: str = "") -> bool:
        """Tell whether policy forbids a wish; given a clause, whether that one does."""
        if kind.declined_by and clause in ("", kind.declined_by):
            return True
        policy, tools = self.domain.policy, self.domain.tools
        calls = [c for c in kind.calls(self.state, self.account, slots) if tools[c.name].kind == "write"]
        return any(policy.forbids(Case(self.state, call, self.account, ()), clause) for call in calls)

    def offers(self, aim: Aim) -> bool:
        """Tell whether a few draws find what the aim looks for."""
        kind = self.domain.kinds[aim.kind]
        drawn = (kind.draw(self.state, self.account, self.rng) for _ in range(FEW_DRAWS))
        return any(slots is not None and self._forbidden(kind, slots, aim.clause) for slots in drawn)

    def find(self, aim: Aim) -> Slots | None:
        """Return slots that suit an aim, else any of its kind, or None if the customer's rows offer nothing."""
        return self._draw(aim) or self.domain.kinds[aim.kind].draw(self.state, self.account, self.rng)

    def _draw(self, aim: Aim, focus: Set[str] = frozenset()) -> Slots | None:
        """Draw rows until they fit the aim (legal, or forbidden by its clause) and are about what is in focus, if any."""
        kind = self.domain.kinds[aim.kind]
        best: Slots | None = None
        legal = bool(aim.clause)
        for _ in range(RARE_DRAWS if aim.clause else DRAWS if kind.tools else 1):
            slots = kind.draw(self.state, self.account, self.rng)
            if slots is None:
                return best
            if self._forbidden(kind, slots, aim.clause) == bool(aim.clause):
                if not focus or any(value in focus for value in slots.values() if isinstance(value, str)):
                    return slots
                best, legal = slots, True
            best = best or slots
        # What policy happens to forbid is wanted too, but it must not crowd out what it allows.
        return best if best is None or legal or self.rng.random() < 0.3 else None

    def _schedule(self, kind: GoalKind, goal: Goal, is_later: bool) -> Goal:
        """Add events to a wish."""
        rng, frequencies = self.rng, self.frequencies
        if is_later and rng.random() < frequencies.later:
            goal = msgspec.structs.replace(goal, opens="later")
        if self._forbidden(kind, goal.slots):
            fallback = self._fallback(goal) if rng.random() < frequencies.fallback else None
            return msgspec.structs.replace(goal, fallback=fallback)
        if kind.propose is not None:
            dice = rng.random()
            if dice < frequencies.changed:
                return msgspec.structs.replace(goal, change=self._change(kind, goal))
            if dice < frequencies.changed + frequencies.withdrawn:
                return msgspec.structs.replace(goal, withdrawn=True)
        return goal

    def _behaving(self, kind: GoalKind, goal: Goal) -> Goal:
        """Let the wish be brought up as people do: draws of its own, so that the same wishes are found with any rates."""
        if not self.rates:
            return goal
        apart = copy(self)
        apart.rng = Random(f"{self.account}:{self.persona.id}:{[said.text for said in goal.said.values()]}")
        return apart._as_people_do(kind, goal)

    def _as_people_do(self, kind: GoalKind, goal: Goal) -> Goal:
        rng, rates = self.rng, self.rates
        goal = msgspec.structs.replace(goal, change=self._changing(kind, goal))
        if goal.fallback is not None and things(goal) & things(goal.fallback):
            goal = msgspec.structs.replace(goal, conditional=rng.random() < rates.get("names_fallback", 0))
        if rng.random() < rates.get("describes_vaguely", 0):
            goal = msgspec.structs.replace(goal, vague=self._loosened(kind, goal))
        return goal

    def _changing(self, kind: GoalKind, goal: Goal) -> Change | None:
        """Return the goal's change, or a further one, in a manner that is drawn."""
        shares = [self.rates.get(name, 0) for name in _MANNERS]
        change, settled = goal.change, goal.withdrawn or goal.fallback is not None or kind.propose is None
        if change is None and not settled and self.rng.random() < sum(shares) and not self._forbidden(kind, goal.slots):
            change = next(filter(None, (self._change(kind, goal) for _ in range(FEW))), None)
        if change is None or not any(shares):
            return change
        return msgspec.structs.replace(change, manner=self.rng.choices([*_MANNERS.values()], shares)[0])

    def _loosened(self, kind: GoalKind, goal: Goal) -> dict[str, Said]:
        """Return a description of one thing, volunteered with the request, that fits others as well; if there is one."""
        for slot in kind.slots:
            if not slot.entity or slot.many or slot.name not in goal.given:
                continue
            if goal.change is not None and goal.change.slot == slot.name:
                continue
            entity = self.domain.entities[slot.entity]
            records = self._records(entity, goal.slots)
            words = self._describe(entity, records, goal.slots[slot.name], range(2, FEW + 1))
            if words is not None:
                return {slot.name: words}
        return {}

    def _fallback(self, refused: Goal) -> Goal | None:
        """Return something legal to ask for instead, by preference about the same thing."""
        kinds = [kind for kind in self.domain.kinds.values() if kind.tools and kind.name != refused.kind]
        wanted = {str(value) for value in refused.slots.values()}
        best: tuple[GoalKind, Slots] | None = None
        for kind in self.rng.sample(kinds, min(4, len(kinds))):
            slots = self._draw(Aim(kind.name))
            if slots is not None and not self._forbidden(kind, slots):
                best = (kind, slots)
                if wanted & {str(value) for value in slots.values()}:
                    break
        return self.word(*best) if best else None

    def _change(self, kind: GoalKind, goal: Goal) -> Change | None:
        """Return a detail that the customer has first in another way, or None if no other value makes sense."""
        last = kind.slots[-1].name if kind.slots else ""
        slots = [s for s in kind.slots if s.typed is not None or (s.entity and not s.many and s.name == last)]
        if not slots:
            return None
        slot = self.rng.choice(slots)
        other = kind.draw(self.state, self.account, self.rng)
        value = None if other is None else other.get(slot.name)
        if slot.entity:
            records = self._records(self.domain.entities[slot.entity], goal.slots)
            keys = [record[self.domain.entities[slot.entity].key] for record in records]
            value = self.rng.choice(keys) if keys else None
        if value is None or value == goal.slots[slot.name]:
            return None
        first = goal.slots | {slot.name: value}
        try:
            if self._forbidden(kind, first):
                return None
        except LookupError:
            return None
        said = self._say(slot, value, first)
        return None if said is None else Change(slot.name, value, said)

    def word(self, kind: GoalKind, slots: Slots) -> Goal | None:
        """Find the customer's words for each slot; None if some thing cannot be told from another."""
        said: dict[str, Said] = {}
        for slot in kind.slots:
            words = self._say(slot, slots[slot.name], slots)
            if words is None:
                return None
            said[slot.name] = words
        return Goal(kind.name, slots, said, given=self._given(kind))

    def _given(self, kind: GoalKind) -> tuple[str, ...]:
        """Choose which slots the request volunteers: the more talkative the customer, the more."""
        style = self.persona.style
        sets = _field_sets(kind.request, style.register)
        weights = [(0.15 + style.front_load) ** len(fields) for fields in sets]
        return self.rng.choices(sets, weights)[0]

    def _say(self, slot: Slot, value: Any, slots: Slots) -> Said | None:
        style = self.persona.style
        casual = style.register in ("terse", "plain")
        if slot.choices is not None:
            return Said(str(slot.choices[value].fragment(self.rng, {}, style.register)), value)
        if slot.typed is not None:
            return Said(", ".join(render(part, self.rng, casual) for part in slot.typed(value)), value)
        entity = self.domain.entities[slot.entity]
        records = self._records(entity, slots)
        if not slot.many:
            return self._describe(entity, records, value)
        each = [self._describe(entity, records, key) for key in value]
        found = [said for said in each if said is not None]
        if len(found) < len(each):
            return None
        return Said(listed([said.text for said in found]), features={"each": [said.features for said in found]})

    def _records(self, entity: Entity, slots: Slots) -> list[Record]:
        call = entity.finder(self.account, slots)
        key = f"{entity.name} {call.name}{call.arguments}"
        if key not in self.listings:
            result = self.environment.call(call)
            self.listings[key] = [] if result.error else entity.records(result.value)
        return self.listings[key]

    def _describe(self, entity: Entity, records: Sequence[Record], key: str, many: range = range(1, 2)) -> Said | None:
        """Describe a thing so that the description fits just so many candidates: as a rule, this one alone."""
        register = self.persona.style.register
        record = next((record for record in records if record[entity.key] == key), None)
        if record is None:
            return None
        sets = list(_field_sets(entity.described, register))
        self.rng.shuffle(sets)
        for fields in sets:
            features = {field: self._feature(record.get(field)) for field in fields}
            if None in features.values() or sum(fits(other, features) for other in records) not in many:
                continue
            shown = {
                field: render(_typed(entity.kinds[field], value), self.rng, casual=register == "terse")
                for field, value in features.items()
            }
            return Said(str(entity.described.fragment(self.rng, shown, register, every=True)), features=features)
        return None

    def _feature(self, value: Any) -> Any:
        return self.rng.choice(value) if isinstance(value, list) and value else value or None


@lru_cache(maxsize=1024)
def _field_sets(phrases: Phrases, register: Register) -> tuple[tuple[str, ...], ...]:
    """Return the sets of fields that the lines for a register mention, in a fixed order."""
    return tuple(sorted({tuple(sorted(line.fields)) for line in phrases.lines if register in line.registers}))


def _typed(kind: Any, value: Any) -> Value:
    return Value(kind, value)


def _misremembered(value: Value, rng: Random) -> Value | None:
    """Return a fact as somebody gets it wrong: one digit off, or an old mail provider."""
    text = str(value.value)
    if value.kind == "email":
        return Value("email", text.partition("@")[0] + "@oldmail.example")
    digits = [position for position, character in enumerate(text) if character.isdigit()]
    if value.kind != "code" or not digits:
        return None
    position = rng.choice(digits)
    return Value("code", text[:position] + str((int(text[position]) + rng.randint(1, 9)) % 10) + text[position + 1 :])
