"""What a model proposes from: the domain in text, and one customer's rows as the domain's own reads give them.

The paper grows a pool of accepted tasks as examples (APIGen-MT Fig. 3). Here examples are made by the scripted proposer, for
other customers and the same kinds of aims: they are verified, cost nothing, follow from the context alone, so that no
work item waits for another, and no style feeds back into later tasks.
"""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from apigen_mt.language.personas import sample_persona
from apigen_mt.phases.answer import written
from apigen_mt.phases.checks import check
from apigen_mt.phases.context import Aim, Context
from apigen_mt.phases.propose import draw, propose, recall
from apigen_mt.phases.provenance import Sources
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value
from apigen_mt.values.verdict import accepted
from apigen_mt.world.domain import Entity, GoalKind, Record, Slots, World

DRAWS = 3
"""Rows per aim whose reads are shown in full."""
BREADTH = 6
"""Things followed at each step from an entity to those that depend on it."""
READS = 40
"""Reads shown of one customer, at most."""
EXAMPLES = 1
SEARCHED = 30
"""Customers tried for an example."""


class Listing(NamedTuple):
    """The things that one finder lists."""

    entity: Entity
    call: ToolCall
    records: list[Record]


class Material(NamedTuple):
    """One customer, as far as a task for the aims needs."""

    facts: dict[str, Value]
    wrong_facts: dict[str, Value]
    aims: tuple[Aim, ...]
    """Those that the customer's rows can serve."""
    values: tuple[tuple[str, Slots], ...]
    """Goal kind and what this customer could say for its slots that no read lists: an address, a word only they know."""
    reads: tuple[tuple[ToolCall, str], ...]
    """Each read with what it gives."""
    listings: tuple[Listing, ...]
    examples: tuple[str, ...]
    """Verified tasks for other customers, as answers."""


def gather(world: World, context: Context) -> Material | None:
    """Return what a proposal for this context starts from, or None if the customer's rows serve none of its aims.

    It depends on nothing but the context: every proposal for it, revised ones included, sees the same.
    """
    rng = Random(f"{context.account}:{context.persona.id}:{context.aims}")
    drawn = [(aim, [draw(world, context, aim, rng) for _ in range(DRAWS)]) for aim in context.aims]
    served = [(aim, [slots for slots in found if slots is not None]) for aim, found in drawn]
    served = [(aim, found) for aim, found in served if found]
    if not served:
        return None
    desk = _Desk(world, context.account)
    for entity in world.domain.entities.values():
        if not entity.depends(context.account):
            desk.list(entity, {})
    for aim, found in served:
        for slots in found:
            desk.show(world.domain.kinds[aim.kind], slots)
    for aim, found in served:
        desk.walk(world.domain.kinds[aim.kind], found[0], {}, 0)
    facts, wrong = recall(world, context, rng)
    return Material(
        facts,
        wrong,
        aims=tuple(aim for aim, _ in served),
        values=tuple(
            (aim.kind, _said(world.domain.kinds[aim.kind], slots)) for aim, found in served for slots in found
        ),
        reads=tuple(desk.reads.values()),
        listings=tuple(desk.listings.values()),
        examples=tuple(_examples(world, context, rng)),
    )


def sources(world: World, material: Material) -> Sources:
    """Return everything that a text about this customer may draw on."""
    found = Sources(world.domain.policy.text, world.domain.internal)
    for _, content in material.reads:
        found.see(content)
    for value in (*material.facts.values(), *material.wrong_facts.values()):
        found.hear(f"{value.value}")
    return found


class _Desk:
    """What has been looked up so far; each thing once, in order."""

    def __init__(self, world: World, account: str):
        self.world = world
        self.account = account
        self.environment = world.environment()
        self.reads: dict[bytes, tuple[ToolCall, str]] = {}
        self.listings: dict[tuple[str, bytes], Listing] = {}

    def read(self, call: ToolCall) -> None:
        """Look something up, unless it is shown already or too much is."""
        if self.world.domain.tools[call.name].kind == "write" or len(self.reads) >= READS:
            return
        result = self.environment.call(call)
        if not result.error:
            self.reads.setdefault(_key(call), (call, result.content))

    def list(self, entity: Entity, slots: Slots) -> list[Record]:
        """List the things that a slot may hold."""
        call = entity.finder(self.account, slots)
        self.read(call)
        if _key(call) not in self.reads:
            return []
        records = entity.records(self.environment.call(call).value)
        self.listings.setdefault((entity.name, _key(call)), Listing(entity, call, records))
        return records

    def show(self, kind: GoalKind, slots: Slots) -> None:
        """Look up everything that one wish rests on: its things, what answers it, and what its rules look at."""
        for slot in kind.slots:
            if slot.entity:
                self.list(self.world.domain.entities[slot.entity], slots)
        state = self.environment.state
        for call in kind.calls(state, self.account, slots):
            self.read(call)
            safeguard = self.world.domain.safeguards.get(call.name)
            for alternatives in safeguard.needs(state, self.account, call.arguments) if safeguard else ():
                self.read(alternatives[0])

    def walk(self, kind: GoalKind, drawn: Slots, slots: Slots, at: int) -> None:
        """List what else a wish of this kind could be about, things that depend on other things included."""
        if at == len(kind.slots):
            return
        slot = kind.slots[at]
        if not slot.entity:
            self.walk(kind, drawn, slots | {slot.name: drawn[slot.name]}, at + 1)
            return
        entity = self.world.domain.entities[slot.entity]
        for record in self.list(entity, slots)[:BREADTH]:
            key = record[entity.key]
            self.walk(kind, drawn, slots | {slot.name: [key] if slot.many else key}, at + 1)


def _said(kind: GoalKind, slots: Slots) -> Slots:
    return {slot.name: slots[slot.name] for slot in kind.slots if slot.typed is not None}


def _key(call: ToolCall) -> bytes:
    return canonical_json([call.name, call.arguments])


def _examples(world: World, context: Context, rng: Random) -> Iterator[str]:
    """Yield verified tasks for other customers with aims of the same kinds."""
    others = [account for account in world.accounts if account != context.account]
    found = 0
    for account in rng.sample(others, min(SEARCHED, len(others))):
        candidate = propose(
            world, context._replace(account=account, persona=sample_persona(rng, context.population)), rng
        )
        if candidate is None or len(candidate.goals) < len(context.aims) or not accepted(check(world, candidate)):
            continue
        yield written(world, candidate)
        found += 1
        if found == EXAMPLES:
            return
