"""Can two sets of conversations be told apart by style alone? A logistic regression on traits says how well, and by what."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from random import Random
from typing import NamedTuple

import msgspec

from apigen_mt.language.traits import traits

FOLDS = 5
MOST = 3000
"""Samples of each side, at most."""
_PASSES = 6
_RATE, _DECAY = 0.12, 0.002

Turns = Sequence[str]
"""What one side says in one conversation."""


class Clue(msgspec.Struct, frozen=True):
    """A trait that gives the first set away, or the second where the weight is below 0."""

    trait: str
    weight: float
    ours: float
    """Share of turns that have it: 0 to 1."""
    theirs: float


class Likeness(msgspec.Struct, frozen=True):
    """How well the two can be told apart: area under the ROC curve, 0.5 not at all, 1 always."""

    one_turn: float
    three_turns: float
    clues: tuple[Clue, ...]
    """What gives the first away, the strongest first."""


class _Sample(NamedTuple):
    fold: int
    ours: bool
    traits: frozenset[str]


def told_apart(ours: Sequence[Turns], theirs: Sequence[Turns], seed: int = 0, clues: int = 16) -> Likeness:
    """Return how well a judge who sees style only tells turns of ours from turns of theirs, in cross-validation.

    Folds are by conversation, so that nobody is known again. Both sides come with equally many turns.
    """
    seen = [[[traits(text) for text in turns] for turns in side] for side in (ours, theirs)]
    one, three = (_area(_samples(seen[0], seen[1], group, Random(f"{seed}:{group}"))) for group in (1, 3))
    weights = weigh([t for turns in seen[0] for t in turns], [t for turns in seen[1] for t in turns], seed)
    rates = [_rates(side) for side in seen]

    def strength(trait: str) -> float:
        rate = (rates[0].get(trait, 0.0) + rates[1].get(trait, 0.0)) / 2
        return abs(weights[trait]) * math.sqrt(rate * (1 - rate))

    strongest = sorted(weights, key=lambda trait: (-strength(trait), trait))[:clues]
    return Likeness(
        round(one, 3),
        round(three, 3),
        tuple(
            Clue(
                trait, round(weights[trait], 2), round(rates[0].get(trait, 0.0), 4), round(rates[1].get(trait, 0.0), 4)
            )
            for trait in strongest
        ),
    )


def weigh(ours: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]], seed: int = 0) -> dict[str, float]:
    """Return the weight of each trait for telling ours (above 0) from theirs, one sample for each turn."""
    rng = Random(f"{seed}:weights")
    each = min(len(ours), len(theirs), 4 * MOST)
    samples = [_Sample(0, True, found) for found in rng.sample(ours, each)]
    samples += [_Sample(0, False, found) for found in rng.sample(theirs, each)]
    return _learnt(samples, rng)[0]


def _samples(
    ours: Iterable[Sequence[frozenset[str]]], theirs: Iterable[Sequence[frozenset[str]]], group: int, rng: Random
) -> list[_Sample]:
    sides: list[list[_Sample]] = []
    for mine, side in ((True, ours), (False, theirs)):
        found = [
            _Sample(number % FOLDS, mine, frozenset[str]().union(*turns[start : start + group]))
            for number, turns in enumerate(side)
            for start in range(0, len(turns) - group + 1, group)
        ]
        rng.shuffle(found)
        sides.append(found)
    each = min(MOST, *map(len, sides))
    return [sample for side in sides for sample in side[:each]]


def _area(samples: Sequence[_Sample]) -> float:
    areas: list[float] = []
    for fold in range(FOLDS):
        held = [sample for sample in samples if sample.fold == fold]
        if {sample.ours for sample in held} != {True, False}:
            continue
        weights, bias = _learnt([sample for sample in samples if sample.fold != fold], Random(fold))
        scores = [(bias + sum([weights.get(t, 0.0) for t in sample.traits]), sample.ours) for sample in held]
        areas.append(area_under_curve(scores))
    return sum(areas) / len(areas) if areas else 0.5


def _learnt(samples: list[_Sample], rng: Random) -> tuple[dict[str, float], float]:
    """Fit by stochastic gradients with a step of its own for each trait (AdaGrad), and a little decay."""
    weights: dict[str, float] = {}
    slopes: dict[str, float] = {}
    bias, bias_slope = 0.0, 1e-6
    for _ in range(_PASSES):
        rng.shuffle(samples)
        for _, ours, found in samples:
            score = bias + sum([weights.get(trait, 0.0) for trait in found])
            error = ours - 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
            bias_slope += error * error
            bias += _RATE * error / math.sqrt(bias_slope)
            for trait in found:
                weight = weights.get(trait, 0.0)
                step = error - _DECAY * weight
                slope = slopes[trait] = slopes.get(trait, 1e-6) + step * step
                weights[trait] = weight + _RATE * step / math.sqrt(slope)
    return weights, bias


def area_under_curve(scores: Iterable[tuple[float, bool]]) -> float:
    """Return the area under the ROC curve of (score, whether it is a hit); ties count half."""
    ordered = sorted(scores)
    hits = sum(hit for _, hit in ordered)
    misses = len(ordered) - hits
    if not hits or not misses:
        return 0.5
    ranks, start = 0.0, 0
    while start < len(ordered):
        end = start
        while end < len(ordered) and ordered[end][0] == ordered[start][0]:
            end += 1
        ranks += (start + end + 1) / 2 * sum(hit for _, hit in ordered[start:end])
        start = end
    return (ranks - hits * (hits + 1) / 2) / (hits * misses)


def _rates(side: Sequence[Sequence[frozenset[str]]]) -> Mapping[str, float]:
    counts = Counter(trait for turns in side for found in turns for trait in found)
    whole = max(1, sum(map(len, side)))
    return {trait: count / whole for trait, count in counts.items()}
