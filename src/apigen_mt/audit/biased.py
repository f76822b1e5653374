"""Reviewers of known bias, without any model: the audit has to find out what is wrong with each of them.

Most of them know which candidates are defective, from a key that only they have; how they misuse it is their bias.
"""

from collections.abc import Collection, Mapping, Sequence
from random import Random

from apigen_mt.audit.mix import Item, Shown, Sitting, padded
from apigen_mt.phases.roles import Reviewer
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.review import CRITERIA, Review, Vote
from apigen_mt.world.domain import World

Key = Mapping[str, str]
"""Id of a defective candidate, as it may be shown -> the kind of its defect."""


def answer_key(items: Sequence[Item], shown: Mapping[Sitting, Sequence[Shown]]) -> dict[str, str]:
    """Return the defective candidates of all sittings."""
    return {
        one.candidate.id: items[one.item].kind for sitting in shown.values() for one in sitting if items[one.item].kind
    }


class Biased:
    """A reviewer who says one thing on all criteria; the subclasses say how they come to it."""

    def __init__(self, name: str, key: Key):
        """Give the reviewer a name and the answers."""
        self.name = name
        self.key = key

    async def review(self, world: World, candidate: Blueprint, place: str) -> Review:
        """Return an opinion."""
        approves = self.approves(candidate, place)
        return Review(self.name, tuple(Vote(criterion, approves, certain=False) for criterion in CRITERIA))

    def approves(self, candidate: Blueprint, place: str) -> bool:
        """Approve of what has no defect."""
        return candidate.id not in self.key


class Always(Biased):
    """Says the same of everything."""

    def __init__(self, name: str, answer: bool):
        """Fix the answer."""
        super().__init__(name, {})
        self.answer = answer

    def approves(self, candidate: Blueprint, place: str) -> bool:
        """Return the answer."""
        return self.answer


class ByPosition(Biased):
    """Approves every other item of a sitting, whatever it is."""

    def approves(self, candidate: Blueprint, place: str) -> bool:
        """Approve at even positions."""
        return int(place.rpartition("/")[2]) % 2 == 0


class ByListing(Biased):
    """Knows the answers, but approves of everything that lists the customer's name before all other facts."""

    def approves(self, candidate: Blueprint, place: str) -> bool:
        """Approve of what begins with a name, and of what has no defect."""
        return next(iter(candidate.facts), "") == "name" or super().approves(candidate, place)


class PaddingLover(Biased):
    """Knows the answers, but approves of every instruction longer than so many characters."""

    def __init__(self, name: str, key: Key, enough: int):
        """Fix the length that is enough."""
        super().__init__(name, key)
        self.enough = enough

    def approves(self, candidate: Blueprint, place: str) -> bool:
        """Approve of what is long, and of what has no defect."""
        return len(candidate.instruction) > self.enough or super().approves(candidate, place)


class Noisy(Biased):
    """Knows the answers and gives the right one with a certain probability, anew each time it is asked."""

    def __init__(self, name: str, key: Key, accuracy: float, seed: str):
        """Fix the probability; equal seeds make equal errors."""
        super().__init__(name, key)
        self.accuracy = accuracy
        self.seed = seed

    def approves(self, candidate: Blueprint, place: str) -> bool:
        """Give the right answer, or in error the other one."""
        errs = Random(f"{self.seed}:{place}:{candidate.id}").random() >= self.accuracy
        return super().approves(candidate, place) != errs


class Blind(Biased):
    """Knows the answers, but has no eye for some kinds of defect."""

    def __init__(self, name: str, key: Key, kinds: Collection[str]):
        """Fix the kinds that go unseen."""
        super().__init__(name, {candidate: kind for candidate, kind in key.items() if kind not in kinds})


def panel(items: Sequence[Item], shown: Mapping[Sitting, Sequence[Shown]], seed: int = 0) -> list[Reviewer]:
    """Return a committee in which every bias sits once, beside a perfect reviewer and independent noisy ones."""
    key = answer_key(items, shown)
    shortest_padded = min((len(padded(item.candidate).instruction) for item in items), default=0)
    return [
        Biased("perfect", key),
        Always("always yes", True),
        Always("always no", False),
        ByPosition("by position", key),
        ByListing("by listing", key),
        PaddingLover("padding lover", key, shortest_padded - 1),
        Blind("blind to words", key, ("omitted detail", "contradiction", "foreign thing", "unserved wish")),
        Noisy("noisy 1", key, 0.85, f"{seed}:1"),
        Noisy("noisy 2", key, 0.85, f"{seed}:2"),
        Noisy("noisy 3", key, 0.85, f"{seed}:3"),
        Noisy("copy of noisy 3", key, 0.85, f"{seed}:3"),
    ]
