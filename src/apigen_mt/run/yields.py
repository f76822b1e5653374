"""What revising gives: how many contexts come to a blueprint at once, with feedback, and by trying again without."""

from collections.abc import Mapping
from typing import NamedTuple

from apigen_mt.models.ledger import Outcome
from apigen_mt.phases.item import Branch, Item
from apigen_mt.run.journal import Journal
from apigen_mt.run.record import decode_item
from apigen_mt.values.trajectory import StopReason


class Revised(NamedTuple):
    """One branch: from a first proposal on, with feedback or by independent proposals."""

    contexts: int = 0
    at_once: int = 0
    """Contexts whose first proposal was accepted."""
    accepted: int = 0
    proposals: int = 0

    @property
    def share(self) -> float:
        """Share of contexts that came to a blueprint."""
        return self.accepted / self.contexts if self.contexts else 0.0


class Made(NamedTuple):
    """What the journal knows beside the completion log."""

    outcomes: dict[int, Outcome]
    revised: dict[Branch, Revised]
    stops: dict[tuple[int, str], StopReason]
    """(work item, place of the attempt) -> why the conversation ended."""


def made(journal: Journal) -> Made:
    """Return what became of each work item, and what revising gave."""
    outcomes: dict[int, Outcome] = {}
    revised: dict[Branch, Revised] = {}
    stops: dict[tuple[int, str], StopReason] = {}
    for item in map(decode_item, journal.admitted()):
        outcomes[item.ordinal] = "accepted"
        _count(item, revised)
        stops |= _stops(item)
    for item in map(decode_item, journal.rejected()):
        if outcomes.setdefault(item.ordinal, "rejected") == "rejected":
            _count(item, revised)
        stops |= _stops(item)
    return Made(outcomes, revised, stops)


def saved(stops: Mapping[tuple[int, str], StopReason], tokens: Mapping[tuple[int, str], int]) -> tuple[int, float]:
    """Return how many conversations were stopped early, and about how many tokens that saved.

    A conversation that was stopped is taken to have gone on for as long as those that were not.
    """
    early = [key for key, stop in stops.items() if stop == StopReason.UNREACHABLE and key in tokens]
    whole = [tokens[key] for key, stop in stops.items() if not stop.cut and key in tokens]
    if not early or not whole:
        return len(early), 0.0
    mean = sum(whole) / len(whole)
    return len(early), sum(max(0.0, mean - tokens[key]) for key in early)


def _stops(item: Item) -> dict[tuple[int, str], StopReason]:
    return {(item.ordinal, f"attempt{one.attempt}"): one.stop for one in item.trajectories}


def _count(item: Item, revised: dict[Branch, Revised]) -> None:
    for tried in item.tried:
        before = revised.get(tried.branch, Revised())
        revised[tried.branch] = Revised(
            before.contexts + 1,
            before.at_once + (tried.accepted and tried.proposals == 1),
            before.accepted + tried.accepted,
            before.proposals + tried.proposals,
        )
