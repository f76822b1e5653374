"""The five samplers of a proposal's context: tools, policy, data, persona, examples (APIGen-MT §4.1.1).

Their frequencies vary from draw to draw, and what the run has covered so far steers them towards what it has not.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from random import Random
from typing import NamedTuple

from apigen_mt.language.personas import sample_persona
from apigen_mt.language.population import Population, preset
from apigen_mt.phases.item import Steering
from apigen_mt.values.persona import Persona
from apigen_mt.world.domain import Domain, World
from apigen_mt.world.graph import Graph


class Aim(NamedTuple):
    """One wish to look for: its kind, and the clause that should forbid it, if any."""

    kind: str
    clause: str = ""


class Context(NamedTuple):
    """What a proposal starts from."""

    account: str
    persona: Persona
    aims: tuple[Aim, ...]
    """From walks over the API graph (the tool sampler) and clauses drawn for them (the policy sampler)."""
    examples: frozenset[str]
    """Signatures of recent accepted blueprints: what a new one must not repeat."""
    focus: frozenset[str] = frozenset()
    """Things that earlier wishes are about: further wishes about them interact, which makes a blueprint harder."""
    population: Population = preset("mixed")
    """Who else writes to the desk."""


REFUSED = 0.12
"""Share of aims for a write that look for one which policy forbids."""
MIX = {"write": 0.68, "question": 0.21, "ticket": 0.07, "declined": 0.04}
"""Shares of aims by sort of wish: a write that asks for consent, a question, a write that asks for none (a request that no
other tool serves, mostly), and what policy always declines."""
WEIGHED = 16
"""Aims of which one is taken by the weights of their kinds, so that no kind is aimed at more than so many times as often."""


def sample_context(
    world: World,
    graph: Graph,
    steering: Steering,
    population: Population,
    wishes: int,
    rng: Random,
    targets: Mapping[str, float] = {},
) -> Context:
    """Draw a context with `wishes` aims for one customer; `targets` weighs goal kinds, as `Settings.targets` does."""
    prefix = f"{world.domain.name}:"
    boldness = rng.uniform(0.5, 1.5)
    """How often this draw goes for refusals: the varied sampling frequency of the paper."""

    def aim() -> Aim:
        return _aim(world.domain, graph, steering.cells, prefix, boldness, rng)

    aims = tuple(_weighed(aim, targets, prefix, rng) if targets else aim() for _ in range(wishes))
    return Context(
        rng.choice(world.accounts),
        sample_persona(rng, population),
        aims,
        frozenset(steering.recent),
        population=population,
    )


def _weighed(draw: Callable[[], Aim], targets: Mapping[str, float], prefix: str, rng: Random) -> Aim:
    aims = [draw() for _ in range(WEIGHED)]
    return rng.choices(aims, [targets.get(prefix + aim.kind, 1.0) for aim in aims])[0]


def _aim(domain: Domain, graph: Graph, used: Mapping[str, int], prefix: str, boldness: float, rng: Random) -> Aim:
    sorts = _ends(domain, tuple(graph.goals))
    sort = rng.choices(list(sorts), [MIX[sort] for sort in sorts])[0]
    if sort == "declined":
        return Aim(_rarest(sorts[sort], used, f"{prefix}kind:", rng))
    tool = graph.walk(rng, sorts[sort], used, prefix)[-1]
    kind = _rarest(graph.goals[tool], used, f"{prefix}kind:", rng)
    clauses = tuple(domain.policy.applying(tool))
    if clauses and rng.random() < REFUSED * boldness:
        return Aim(kind, _rarest(clauses, used, f"{prefix}clause:", rng))
    return Aim(kind)


@lru_cache(maxsize=16)
def _ends(domain: Domain, tools: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return, by sort of wish, the tools in which its walks end; for declined wishes their kinds."""
    found: dict[str, tuple[str, ...]] = {}
    for tool in sorted(tools):
        safeguard = domain.safeguards.get(tool)
        sort = "question" if safeguard is None else "ticket" if safeguard.consent is None else "write"
        found[sort] = (*found.get(sort, ()), tool)
    declined = tuple(kind.name for kind in domain.kinds.values() if kind.declined_by)
    return found | ({"declined": declined} if declined else {})


def _rarest(names: tuple[str, ...], used: Mapping[str, int], prefix: str, rng: Random) -> str:
    """Draw a name, the likelier the less the run has used it."""
    return rng.choices(names, [1 / (1 + used.get(prefix + name, 0)) for name in names])[0]
