"""What the overview tells of a run, gathered from the index, the journal's origin, the worlds and the people."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from apigen_mt.audit.agreement import alpha
from apigen_mt.audit.realism import Compared
from apigen_mt.dataset.reviews import DECISIONS, PersonReview
from apigen_mt.models.completion import Usage
from apigen_mt.models.endpoint import Price
from apigen_mt.models.ledger import STAGES
from apigen_mt.run.journal import Yields
from apigen_mt.viewer.course import Course, course
from apigen_mt.viewer.index import Spent
from apigen_mt.viewer.queries import Queries
from apigen_mt.viewer.sources import Place, Run, Source
from apigen_mt.viewer.worlds import Missing, Worlds
from apigen_mt.world.policy import Clause

STAGES_SHOWN = {
    "items": "work items",
    "candidates": "candidates",
    "blueprints": "blueprints",
    "conversations": "conversations",
    "admitted": "accepted",
}
"""Stage -> what to call it."""


DOMAINS = 12
"""Domains whose coverage is shown, those with most accepted first: a dataset may name any number of them."""
TOOLS = 80
"""Tools of a heat map where no world says which there are."""


class Rejects(NamedTuple):
    """One reason for which things were rejected."""

    stage: str
    check: str
    blame: str
    times: int


class Cost(NamedTuple):
    """What one role of one model has cost."""

    stage: str
    spent: Spent
    money: float | None
    """None where the model's price is not known."""


class Coverage(NamedTuple):
    """What the accepted conversations of one domain have used."""

    domain: str
    why: str
    """Why nothing is known of what could have been used; empty if it is known."""
    tools: tuple[str, ...]
    writes: tuple[str, ...]
    used: Mapping[str, int]
    """Tool -> conversations."""
    pairs: Mapping[tuple[str, str], int]
    meets: Mapping[tuple[str, str], int]
    """Tool and clause -> conversations that call the one and meet the other."""
    clauses: tuple[tuple[Clause, int, int], ...]
    """Clause, and how often a refusal rests on it and a write keeps it."""
    kinds: Mapping[str, int]
    """Kind of goal -> conversations; none for those never drawn."""
    events: Mapping[str, int]

    @property
    def reached(self) -> Mapping[str, int]:
        """Clause -> refusals that rest on it and writes that keep it."""
        return {clause.number: told + kept for clause, told, kept in self.clauses}

    @property
    def unused(self) -> list[str]:
        """Tools that no conversation has called."""
        return [tool for tool in self.tools if not self.used.get(tool)]


class Agreement(NamedTuple):
    """People beside one judge."""

    judge: str
    both: int
    """Accepted by both."""
    neither: int
    person_only: int
    judge_only: int
    alpha: float | None
    """Krippendorff's; None where there is nothing to agree on."""

    @property
    def total(self) -> int:
        """Things that both have decided on."""
        return self.both + self.neither + self.person_only + self.judge_only


class Overview(NamedTuple):
    """A run at one glance."""

    wanted: int | None
    """None of a dataset without its journal."""
    domains: tuple[str, ...]
    stages: Mapping[str, Mapping[str, int]]
    """Stage -> domain -> count."""
    repeats: int
    course: Course | None
    """None where there is no clock."""
    made: Mapping[str, int]
    """Who made the rows of a dataset -> how many."""
    rejects: tuple[Rejects, ...]
    costs: tuple[Cost, ...]
    lengths: Mapping[str, Mapping[str, int]]
    """`turns`, `calls`, `goals`, `composed` -> number -> conversations."""
    diversity: Mapping[str, tuple[int, int]]
    """`flows` and messages -> distinct ones, and all."""
    coverage: tuple[Coverage, ...]
    decisions: Mapping[str, int]
    agreement: tuple[Agreement, ...]
    compared: Compared | None = None
    """How close the words come to those of people; None if nobody has looked."""

    def total(self, stage: str) -> int:
        """Return how many there are at a stage, over all domains."""
        return sum(self.stages[stage].values())

    @property
    def widest(self) -> int:
        """The greatest count of any stage, 1 at least."""
        return max(1, *(self.total(stage) for stage in STAGES_SHOWN))

    @property
    def spent(self) -> Spent:
        """All costs together."""
        figures = zip(*(cost.spent[2:] for cost in self.costs), strict=True)
        return Spent("", "", *(sum(column) for column in figures)) if self.costs else Spent("", "", *[0] * 7)

    @property
    def money(self) -> float | None:
        """All that has a price; None if nothing has."""
        known = [cost.money for cost in self.costs if cost.money is not None]
        return sum(known) if known else None


def overview(
    queries: Queries,
    source: Source,
    worlds: Worlds,
    reviews: Mapping[str, PersonReview],
    prices: Mapping[str, Price] = {},
) -> Overview:
    """Gather an overview."""
    stages = {stage: queries.tally(f"stage:{stage}") for stage in Yields._fields}
    domains = tuple(sorted(domain for domain in stages["items"] if domain))
    cells, meets, places = queries.tally("cell"), queries.tally("meets"), queries.places()
    said, distinct = queries.tally("said"), queries.tally("distinct")
    reasons = [_rejects(key, times) for key, times in queries.tally("reason").items()]
    largest = sorted(domains, key=lambda domain: -stages["admitted"].get(domain, 0))[:DOMAINS]
    return Overview(
        source.wanted() if isinstance(source, Run) else None,
        domains,
        stages,
        sum(stages["repeats"].values()),
        course(queries.clock()),
        queries.tally("made"),
        tuple(sorted(reasons, key=lambda one: (-one.times, one))),
        tuple(_cost(spent, prices.get(spent.model)) for spent in queries.costs()),
        {topic: queries.tally(topic) for topic in ("turns", "calls", "goals", "composed")},
        {topic: (distinct.get(topic, 0), count) for topic, count in sorted(said.items())},
        tuple(_coverage(places[domain], worlds, cells, meets) for domain in sorted(largest)),
        {decision: sum(one.decision == decision for one in reviews.values()) for decision in DECISIONS},
        tuple(agreement(reviews.values())),
    )


def agreement(reviews: Iterable[PersonReview]) -> list[Agreement]:
    """Return how people agree with the committee on candidates, and with the verifier on conversations.

    A flag is no decision, and a candidate that failed a check was never shown to the committee.
    """
    decided = [one for one in reviews if one.decision != "flag"]
    found: list[Agreement] = []
    for judge, stage in (("committee", "committee"), ("verifier", "conversation")):
        pairs = [(one.decision == "accept", one.passed) for one in decided if one.stage == stage]
        if judge == "committee":
            # Whatever became a conversation had the committee's approval.
            pairs += [(one.decision == "accept", True) for one in decided if one.stage == "conversation"]
        if pairs:
            ratings = [[person for person, _ in pairs], [other for _, other in pairs]]
            counts = Counter(pairs)
            found.append(
                Agreement(
                    judge,
                    both=counts[True, True],
                    neither=counts[False, False],
                    person_only=counts[True, False],
                    judge_only=counts[False, True],
                    alpha=alpha(ratings),
                )
            )
    return found


def _rejects(key: str, times: int) -> Rejects:
    stage, check, blame = key.split("\t")
    return Rejects(stage, check, blame, times)


def _cost(spent: Spent, price: Price | None) -> Cost:
    usage = Usage(spent.prompt, spent.completion, spent.cached)
    stages: Mapping[str, str] = {**STAGES}
    return Cost(stages.get(spent.role, ""), spent, price.cost(usage) if price else None)


def _coverage(place: Place, worlds: Worlds, cells: Mapping[str, int], meets: Mapping[str, int]) -> Coverage:
    found: dict[str, dict[str, int]] = {}
    for cell, count in cells.items():
        domain, kind, name = cell.split(":", 2)
        if domain == place.domain:
            found.setdefault(kind, {})[name] = count
    used, kinds = found.get("tool", {}), found.get("kind", {})
    told, kept = found.get("clause", {}), found.get("kept", {})
    world = worlds.find(place)
    if isinstance(world, Missing):
        why, writes, clauses = world.why, [], ()
        tools = sorted(sorted(used, key=lambda tool: -used[tool])[:TOOLS])
    else:
        why = ""
        names = world.domain.tools
        writes = sorted(name for name, tool in names.items() if tool.kind == "write")
        tools = [*sorted(name for name in names if name not in writes), *writes]
        clauses = tuple(
            (clause, told.get(number, 0), kept.get(number, 0)) for number, clause in world.domain.policy.clauses.items()
        )
        kinds = {kind: kinds.get(kind, 0) for kind in sorted(world.domain.kinds)}
    pairs = {(one, other): count for (one, _, other), count in _parted(found.get("pair", {}), ">")}
    here = {rest: count for (domain, _, rest), count in _parted(meets, ":") if domain == place.domain}
    met = {(tool, number): count for (tool, _, number), count in _parted(here, ":")}
    events = found.get("event", {})
    return Coverage(place.domain, why, tuple(tools), tuple(writes), used, pairs, met, clauses, kinds, events)


def _parted(counts: Mapping[str, int], mark: str) -> Iterator[tuple[tuple[str, str, str], int]]:
    return ((key.partition(mark), count) for key, count in counts.items())
