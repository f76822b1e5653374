"""The five samplers of a proposal's context: tools, policy, data, persona, examples (APIGen-MT §4.1.1).

Their frequencies vary from draw to draw, and what the run has covered so far steers them towards what it has not.
"""

from collections.abc import Mapping
from random import Random
from typing import NamedTuple

from apigen_mt.language.personas import sample_persona
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


REFUSED = 0.24
"""Share of aims that look for a wish which policy forbids."""
DECLINED = 0.05
"""Share of aims whose kind policy always declines."""


def sample_context(world: World, graph: Graph, steering: Steering, style: str, wishes: int, rng: Random) -> Context:
    """Draw a context with `wishes` aims for one customer."""
    prefix = f"{world.domain.name}:"
    boldness = rng.uniform(0.5, 1.5)
    """How often this draw goes for refusals: the varied sampling frequency of the paper."""
    aims = tuple(_aim(world.domain, graph, steering.cells, prefix, boldness, rng) for _ in range(wishes))
    return Context(rng.choice(world.accounts), sample_persona(rng, style), aims, frozenset(steering.recent))


def _aim(domain: Domain, graph: Graph, used: Mapping[str, int], prefix: str, boldness: float, rng: Random) -> Aim:
    declined = [kind.name for kind in domain.kinds.values() if kind.declined_by]
    if declined and rng.random() < DECLINED * boldness:
        return Aim(_rarest(declined, used, f"{prefix}kind:", rng))
    tool = graph.walk(rng, used, prefix)[-1]
    kind = _rarest(graph.goals[tool], used, f"{prefix}kind:", rng)
    clauses = domain.policy.applying(domain.kinds[kind].tools[-1])
    if clauses and rng.random() < REFUSED * boldness:
        return Aim(kind, _rarest(clauses, used, f"{prefix}clause:", rng))
    return Aim(kind)


def _rarest(names: list[str] | tuple[str, ...], used: Mapping[str, int], prefix: str, rng: Random) -> str:
    """Draw a name, the likelier the less the run has used it."""
    return rng.choices(names, [1 / (1 + used.get(prefix + name, 0)) for name in names])[0]
