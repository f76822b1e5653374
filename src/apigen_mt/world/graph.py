"""The API graph: which tool's output feeds which tool's argument (APIGen-MT §4.1.1).

The edges are inferred by execution: for sampled customers and wishes the reads are run, and an argument that is found in a
result makes an edge. Edges into a write are kept only if policy allowed that write in at least one sampled case, and a
result that held an argument in few of its uses did so by coincidence.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any, NamedTuple

from apigen_mt.errors import UserError
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value
from apigen_mt.world.domain import Domain, GoalKind, World
from apigen_mt.world.environment import Environment
from apigen_mt.world.policy import Case

START = "start"
"""The node from which walks begin: nothing but what the customer says is known."""
COINCIDENCE = 0.1
"""Share of a parameter's uses below which a result that holds the argument is no source of it."""


class Edge(NamedTuple):
    """One tool's output feeding an argument of another; from `START` the customer supplies it."""

    source: str
    target: str
    parameter: str


@dataclass(frozen=True)
class Graph:
    """Edges with how often each was seen in the sample."""

    edges: Mapping[Edge, int]
    goals: Mapping[str, tuple[str, ...]]
    """Tool -> the goal kinds that end in it."""

    def successors(self, tool: str) -> list[str]:
        """Return the tools that something in this tool's output feeds, sorted."""
        return sorted({edge.target for edge in self.edges if edge.source == tool and edge.target != tool})

    def reachable(self) -> set[str]:
        """Return the tools that walks can get to."""
        found: set[str] = set()
        ahead = [START]
        while ahead:
            new = [tool for tool in self.successors(ahead.pop()) if tool not in found]
            found.update(new)
            ahead += new
        return found

    def predecessors(self, tool: str) -> list[str]:
        """Return what feeds an argument of this tool: tools, and `START`; sorted."""
        return self._predecessors.get(tool, [])

    @cached_property
    def _predecessors(self) -> dict[str, list[str]]:
        found: dict[str, set[str]] = {}
        for edge in self.edges:
            if edge.source != edge.target:
                found.setdefault(edge.target, set()).add(edge.source)
        return {tool: sorted(sources) for tool, sources in found.items()}

    def walk(self, rng: Random, ends: Sequence[str], used: Mapping[str, int], prefix: str = "") -> list[str]:
        """Walk to a tool in which wishes end, from what the customer says; return the tools on the way.

        The end is drawn first, the likelier the less its goal kinds have been used, and the walk goes backwards from
        there, preferring pairs that the run has used less: forwards, tools that need many reads would hardly be reached.

        Args:
            rng: Source of the walk's choices.
            ends: Tools of `goals` at one of which to arrive.
            used: Coverage cells of the run so far; `kind:K` and `pair:A>B` are looked at.
            prefix: What the cells of this domain begin with.
        """
        uses = [[used.get(f"{prefix}kind:{kind}", 0) for kind in self.goals[tool]] for tool in ends]
        end = rng.choices(ends, [sum(1 / (1 + count) for count in counts) for counts in uses])[0]
        path = [end]
        while path[0] != START:
            before = [tool for tool in self.predecessors(path[0]) if tool not in path]
            if not before:
                path = [end]
                continue
            weights = [1 / (1 + used.get(f"{prefix}pair:{tool}>{path[0]}", 0)) ** 0.5 for tool in before]
            path.insert(0, rng.choices(before, weights)[0])
        return path[1:]


def infer_graph(world: World, sample: int = 60, seed: int = 0) -> Graph:
    """Infer a domain's API graph from `sample` customers, each with every kind of wish.

    Raises:
        UserError: when no walk can end: nothing that a customer wants is both possible and allowed.
    """
    rng = Random(f"graph:{world.domain.name}:{seed}")
    edges: Counter[Edge] = Counter()
    uses: Counter[tuple[str, str]] = Counter()
    accounts = rng.sample(world.accounts, min(sample, len(world.accounts)))
    for account in accounts:
        edges.update(_edges_of(world, account, rng, uses))
    kept = {edge: n for edge, n in sorted(edges.items()) if n >= COINCIDENCE * uses[edge.target, edge.parameter]}
    goals: dict[str, list[str]] = {}
    for kind in world.domain.kinds.values():
        if kind.tools:
            goals.setdefault(kind.tools[-1], []).append(kind.name)
    reachable = Graph(kept, {}).reachable()
    graph = Graph(kept, {tool: tuple(names) for tool, names in goals.items() if tool in reachable})
    if not graph.goals:
        raise UserError(
            f"domain {world.domain.name!r}: no wish of {len(accounts)} sampled customers can be fulfilled; see what "
            "`apigen-mt domain check` finds"
        )
    return graph


def _edges_of(world: World, account: str, rng: Random, uses: Counter[tuple[str, str]]) -> Iterator[Edge]:
    """Yield what feeds what for one customer, and count how often each tool's parameters are used."""
    domain, environment = world.domain, world.environment()
    facts = domain.facts(environment.state, account)
    known = {str(value.value) for value in facts.values()}
    proofs = list(_proofs(domain, facts))
    yield from (Edge(START, call.name, parameter) for call in proofs for parameter in call.arguments)
    calls = list(_calls_of(domain, environment, account, rng))
    outputs: dict[str, set[str]] = {}
    for call in (*proofs, *calls):
        if domain.tools[call.name].kind == "read":
            result = environment.call(call)
            if not result.error:
                outputs.setdefault(call.name, set()).update(_leaves(result.value))
    yield from (Edge(START, call.name, "") for call in calls if not call.arguments)
    for call in calls:
        uses.update((call.name, parameter) for parameter in call.arguments)
        for parameter, argument in call.arguments.items():
            if _is_choice(domain.tools[call.name].parameters["properties"][parameter]):
                continue
            leaves = set(_leaves(argument))
            sources = [tool for tool, found in outputs.items() if tool != call.name and leaves & found]
            yield from (Edge(source, call.name, parameter) for source in sources)
            if leaves & known or not sources:
                yield Edge(START, call.name, parameter)


def _proofs(domain: Domain, facts: Mapping[str, Value]) -> Iterator[ToolCall]:
    """Yield the identifications: policy has them come first, so nothing but the customer feeds them."""
    for way in domain.identifications:
        if all(fact in facts for fact in way.facts.values()):
            yield ToolCall(way.tool, {parameter: facts[fact].value for parameter, fact in way.facts.items()})


def _calls_of(domain: Domain, environment: Environment, account: str, rng: Random) -> Iterator[ToolCall]:
    """Yield for every kind of wish its look-ups and, if legal, its calls."""
    state = environment.state
    for kind in domain.kinds.values():
        slots = kind.draw(state, account, rng)
        if slots is None:
            continue
        yield from _finders(domain, kind, account, slots)
        for call in kind.calls(state, account, slots):
            if domain.tools[call.name].kind == "write":
                for alternatives in domain.safeguards[call.name].needs(state, account, call.arguments):
                    yield from alternatives
                if domain.policy.judge(Case(state, call, account, ())):
                    continue
            yield call


def _finders(domain: Domain, kind: GoalKind, account: str, slots: Mapping[str, Any]) -> Iterator[ToolCall]:
    known: dict[str, Any] = {}
    for slot in kind.slots:
        if slot.entity:
            yield domain.entities[slot.entity].finder(account, known)
        known[slot.name] = slots[slot.name]


def _leaves(value: Any) -> Iterator[str]:
    """Yield the strings in JSON-like data, dictionary keys included; numbers are too common to tell anything."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item)


def _is_choice(schema: Mapping[str, Any]) -> bool:
    return "enum" in schema or schema.get("type") == "boolean"
