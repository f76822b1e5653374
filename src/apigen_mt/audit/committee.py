"""The committee's report card: what reviewers and their vote find, what sways them, and what each member adds."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import msgspec

from apigen_mt.audit.agreement import alpha, effective_votes, error_correlation
from apigen_mt.audit.by_code import CHECKS, CODE
from apigen_mt.audit.defects import DEFECTS
from apigen_mt.audit.mix import SITTINGS, Item, Shown, Sitting, WorldOf
from apigen_mt.audit.shares import Difference, Share, difference, share
from apigen_mt.audit.votes import Decision, count, decision
from apigen_mt.errors import UserError
from apigen_mt.models.completion import Malformed, NoAnswer, Usage
from apigen_mt.models.metered import Metered
from apigen_mt.phases.roles import Reviewer
from apigen_mt.values.review import Criterion, Review

Reviews = dict[int, Review]
"""Index in the mix -> what a reviewer said of it."""
Decisions = dict[int, Decision]
Heard = Mapping[Sitting, Reviews]
Said = dict[Sitting, Decisions]
SWAYS: tuple[Sitting, ...] = ("order", "parts", "padding")


class Sway(msgspec.Struct, frozen=True):
    """How many decisions were another one than at first."""

    changed: Share
    beyond_noise: Difference | None
    """What is more than when asked just the same again; None for that noise itself."""
    to_approval: int
    """Of those that changed."""


class Adds(msgspec.Struct, frozen=True):
    """What the vote finds with a member, less what it finds without."""

    recall: float
    false_alarms: float


class Row(msgspec.Struct, frozen=True):
    """One reviewer, or a vote."""

    name: str
    recall: Share
    """Planted defects objected to."""
    past_code: Share
    """The same among those that neither the checks nor the built-in reviewers find."""
    false_alarms: Share
    """Clean blueprints objected to."""
    undecided: Share
    """Items without an approval or an objection: abstentions, and answers that never came."""
    sways: dict[str, Sway]
    """`again` is noise; `order`, `parts` and `padding` are what ought to make no difference."""
    adds: Adds | None
    """None for votes, and for a reviewer who sits alone."""
    tokens: Usage | None
    """None if nobody counted."""


class KindRow(msgspec.Struct, frozen=True):
    """One kind of defect, and who objected to it."""

    kind: str
    criterion: Criterion
    objection: str
    planted: int
    checks: int
    """Caught by the deterministic checks."""
    built_in: int
    """Caught by the built-in reviewers, who see what passes the checks."""
    caught: dict[str, Share]
    """Reviewer or vote -> share objected to."""


class Pair(msgspec.Struct, frozen=True):
    """Two reviewers side by side."""

    one: str
    other: str
    agreed: Share
    """Items on which both decided alike, of those on which both decided."""
    error_correlation: float | None
    """1 for copies of one another; None if neither errs, or both always do."""


class Report(msgspec.Struct, frozen=True):
    """The audit of a committee."""

    planted: int
    clean: int
    probes: int
    reviewers: tuple[Row, ...]
    vote: Row
    """What the reviewers say together."""
    code: Row
    """What the checks and the built-in reviewers say together."""
    both: Row
    """What a run accepts and rejects: findings of code stand, and opinions are counted."""
    kinds: tuple[KindRow, ...]
    alpha: float | None
    """Krippendorff's, over the reviewers' decisions."""
    error_correlation: float | None
    effective_votes: float | None
    """None if nobody errs."""
    pairs: tuple[Pair, ...]
    """The most alike in their errors first."""


async def audit(
    items: Sequence[Item],
    shown: Mapping[Sitting, Sequence[Shown]],
    world_of: WorldOf,
    reviewers: Sequence[Reviewer],
    meters: Mapping[str, Metered] = {},
) -> Report:
    """Let reviewers judge a mix in every sitting, and say what they are worth.

    Args:
        items: The mix.
        shown: What is shown in each sitting (`mix.sittings`).
        world_of: Where the blueprints were made.
        reviewers: The committee. An answer that never came, or is of no use, is a missing vote.
        meters: Reviewer -> what counts its tokens.

    Raises:
        UserError: when there is no reviewer, two have one name, or one has that of a built-in reviewer.
    """
    names = [reviewer.name for reviewer in reviewers]
    taken = {reviewer.name for reviewer in CODE if reviewer not in reviewers}
    if not names or len({*names, *taken}) < len(names) + len(taken):
        raise UserError(
            f"a committee needs reviewers, each with a name of its own (and not {taken}): these are {names}"
        )
    asked: list[tuple[Reviewer, Sitting]] = [(reviewer, sitting) for reviewer in reviewers for sitting in SITTINGS]
    answers = await asyncio.gather(*(_hear(reviewer, sitting, shown[sitting], world_of) for reviewer, sitting in asked))
    heard: dict[str, dict[Sitting, Reviews]] = {name: {} for name in names}
    for (reviewer, sitting), reviews in zip(asked, answers, strict=True):
        heard[reviewer.name][sitting] = reviews
    code: dict[str, Heard] = {
        reviewer.name: {"first": await _hear(reviewer, "first", shown["first"], world_of)} for reviewer in CODE
    }
    return _Audit(items, heard, code).report({name: meter.usage for name, meter in meters.items()})


async def _hear(reviewer: Reviewer, sitting: Sitting, shown: Sequence[Shown], world_of: WorldOf) -> Reviews:
    """Ask a reviewer about all that is shown. The place ends in the position, so a log tells the sittings apart."""

    async def ask(position: int, candidate: Shown) -> Review:
        blueprint = candidate.candidate
        try:
            return await reviewer.review(world_of(blueprint.domain), blueprint, f"audit/{sitting}/{position}")
        except (NoAnswer, Malformed) as error:
            return Review(reviewer.name, (), str(error))

    reviews = await asyncio.gather(*(ask(position, one) for position, one in enumerate(shown)))
    return {one.item: review for one, review in zip(shown, reviews, strict=True)}


class _Audit:
    """What was heard, looked at from all sides."""

    def __init__(self, items: Sequence[Item], heard: Mapping[str, Heard], code: Mapping[str, Heard]):
        self.items = items
        self.heard = heard
        self.planted = [number for number, item in enumerate(items) if item.kind]
        self.clean = [number for number, item in enumerate(items) if not item.kind]
        self.checks = _vote([code[CHECKS.name]], "first")
        self.code = _vote(code.values(), "first")
        self.both = _vote([*code.values(), *(heard[name] for name in heard.keys() - code.keys())], "first")
        self.vote = _vote(heard.values(), "first")
        self.left = [number for number in self.planted if self.code[number] is not False]

    def report(self, tokens: Mapping[str, Usage]) -> Report:
        """Put it all together."""
        first = {name: _decisions(heard["first"]) for name, heard in self.heard.items()}
        ratings = [[decisions[number] for number in range(len(self.items))] for decisions in first.values()]
        errors = [
            [None if one is None else one is bool(item.kind) for one, item in zip(row, self.items, strict=True)]
            for row in ratings
        ]
        correlation = error_correlation(errors)
        votes: Said = {sitting: _vote(self.heard.values(), sitting) for sitting in SITTINGS}
        return Report(
            planted=len(self.planted),
            clean=len(self.clean),
            probes=len(votes["again"]),
            reviewers=tuple(
                self._row(
                    name,
                    {sitting: _decisions(reviews) for sitting, reviews in heard.items()},
                    self._adds(name),
                    tokens.get(name),
                )
                for name, heard in self.heard.items()
            ),
            vote=self._row("vote", votes),
            code=self._row("code", {"first": self.code}),
            both=self._row("code and vote", {"first": self.both}),
            kinds=tuple(self._kind(kind, first | {"vote": self.vote}) for kind in DEFECTS),
            alpha=alpha(ratings),
            error_correlation=correlation,
            effective_votes=None if correlation is None else effective_votes(len(ratings), correlation),
            pairs=tuple(_pairs(list(self.heard), ratings, errors)),
        )

    def _row(self, name: str, by: Said, adds: Adds | None = None, tokens: Usage | None = None) -> Row:
        first = by["first"]
        undecided = sum(one is None for one in first.values())
        sways: dict[str, Sway] = {}
        if "again" in by:
            noise = _changed(first, by["again"])
            sways = {"again": _sway(first, by["again"])} | {
                sitting: _sway(first, by[sitting], noise) for sitting in SWAYS
            }
        return Row(
            name=name,
            recall=_objected(first, self.planted),
            past_code=_objected(first, self.left),
            false_alarms=_objected(first, self.clean),
            undecided=share(undecided, len(first)),
            sways=sways,
            adds=adds,
            tokens=tokens,
        )

    def _adds(self, name: str) -> Adds | None:
        others = [heard for other, heard in self.heard.items() if other != name]
        if not others:
            return None
        without = _vote(others, "first")
        return Adds(
            recall=_part(self.vote, self.planted) - _part(without, self.planted),
            false_alarms=_part(self.vote, self.clean) - _part(without, self.clean),
        )

    def _kind(self, kind: str, decisions: Mapping[str, Decisions]) -> KindRow:
        numbers = [number for number in self.planted if self.items[number].kind == kind]
        checks = sum(self.checks[number] is False for number in numbers)
        return KindRow(
            kind=kind,
            criterion=DEFECTS[kind].criterion,
            objection=DEFECTS[kind].objection,
            planted=len(numbers),
            checks=checks,
            built_in=sum(self.code[number] is False for number in numbers) - checks,
            caught={name: _objected(decided, numbers) for name, decided in decisions.items()},
        )


def _pairs(
    names: Sequence[str], ratings: Sequence[Sequence[Decision]], errors: Sequence[Sequence[Decision]]
) -> list[Pair]:
    found: list[Pair] = []
    for one, other in combinations(range(len(names)), 2):
        both = [(a, b) for a, b in zip(ratings[one], ratings[other], strict=True) if None not in (a, b)]
        agreed = share(sum(a == b for a, b in both), len(both))
        found.append(Pair(names[one], names[other], agreed, error_correlation([errors[one], errors[other]])))
    return sorted(
        found, key=lambda pair: -2.0 if pair.error_correlation is None else pair.error_correlation, reverse=True
    )


def _decisions(reviews: Reviews) -> Decisions:
    return {number: decision(review) for number, review in reviews.items()}


def _vote(members: Iterable[Heard], sitting: Sitting) -> Decisions:
    """Return the vote of several on everything in a sitting."""
    reviews = [member[sitting] for member in members]
    return {number: count([one[number] for one in reviews]) for number in reviews[0]}


def _objected(decisions: Decisions, numbers: Sequence[int]) -> Share:
    return share(sum(decisions[number] is False for number in numbers), len(numbers))


def _part(decisions: Decisions, numbers: Sequence[int]) -> float:
    return _objected(decisions, numbers).share or 0.0


def _changed(first: Decisions, later: Decisions) -> Share:
    """Return how many decisions changed, of those that were made both times."""
    both = [(first[number], now) for number, now in later.items() if None not in (first[number], now)]
    return share(sum(before != now for before, now in both), len(both))


def _sway(first: Decisions, later: Decisions, noise: Share | None = None) -> Sway:
    changed = _changed(first, later)
    to_approval = sum(first[number] is False and now is True for number, now in later.items())
    return Sway(changed, None if noise is None else difference(changed, noise), to_approval)
