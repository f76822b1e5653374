"""Which examples are read in which order, and which of them share a sequence: decided by the seed before training begins.

The order is a list, so a run that goes on after it was killed reads on where it ended, and reads the same.
"""

from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple

from apigen_mt.errors import UserError

OPEN = 64
"""Sequences that are filled at the same time."""


class Source(NamedTuple):
    """A dataset, and how often it is read in an epoch: 1 is once, 0.5 a half of it, 2 twice."""

    path: Path
    weight: float = 1.0


def parse_source(text: str) -> Source:
    """Return what `DIR` or `DIR:WEIGHT` names.

    Raises:
        UserError: when the weight is not above 0.
    """
    path, mark, weight = text.rpartition(":")
    try:
        source = Source(Path(path), float(weight)) if mark else Source(Path(text))
    except ValueError:
        source = Source(Path(text))
    if not 0 < source.weight < float("inf"):
        raise UserError(f"--data {text!r}: the weight has to be above 0")
    return source


def order(counts: Sequence[int], weights: Sequence[float], epochs: float, seed: int) -> list[int]:
    """Return the examples in the order in which they are read, numbered through all datasets.

    Args:
        counts: Examples of each dataset.
        weights: How often each is read in an epoch. A part of one is another part in each epoch until all has been read.
        epochs: Not necessarily whole: the last one ends early.
        seed: Of the order.
    """
    starts = list(accumulate(counts, initial=0))
    decks = [_Deck(start, count, f"{seed}:{n}") for n, (start, count) in enumerate(zip(starts, counts, strict=False))]
    found: list[int] = []
    for epoch in range(-int(-epochs // 1)):
        drawn = [
            example
            for deck, count, weight in zip(decks, counts, weights, strict=True)
            for example in deck.draw(round(count * weight))
        ]
        Random(f"{seed}:{epoch}:order").shuffle(drawn)
        found += drawn[: round(len(drawn) * min(1.0, epochs - epoch))]
    return found


class _Deck:
    """Gives out a dataset's examples, each once before any comes again."""

    def __init__(self, start: int, count: int, seed: str):
        self._examples = range(start, start + count)
        self._random = Random(seed)
        self._left: list[int] = []

    def draw(self, count: int) -> list[int]:
        drawn: list[int] = []
        while len(drawn) < count:
            if not self._left:
                self._left = self._random.sample(self._examples, len(self._examples))
            drawn.append(self._left.pop())
        return drawn


def pack(lengths: Sequence[int], room: int) -> list[list[int]]:
    """Return which of some examples share a sequence, each put where it leaves the least room.

    Args:
        lengths: Tokens of each, none more than `room`.
        room: Tokens of a sequence.
    """
    packs: list[list[int]] = []
    open_packs: list[tuple[int, int]] = []
    for number, length in enumerate(lengths):
        fitting = [(left, pack) for left, pack in open_packs if left >= length]
        if fitting:
            left, best = min(fitting)
            open_packs.remove((left, best))
        else:
            left, best = room, len(packs)
            packs.append([])
            open_packs = open_packs[-OPEN + 1 :]
        packs[best].append(number)
        open_packs.append((left - length, best))
    return packs
