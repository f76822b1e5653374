"""What revising gives: how many contexts come to a blueprint at once, with feedback, and by trying again without."""

from typing import NamedTuple

from apigen_mt.models.ledger import Outcome
from apigen_mt.phases.item import Branch, Item
from apigen_mt.run.journal import Journal
from apigen_mt.run.record import decode_item


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


def made(journal: Journal) -> Made:
    """Return what became of each work item, and what revising gave."""
    outcomes: dict[int, Outcome] = {}
    revised: dict[Branch, Revised] = {}
    for item in map(decode_item, journal.admitted()):
        outcomes[item.ordinal] = "accepted"
        _count(item, revised)
    for item in map(decode_item, journal.fruitless()):
        outcomes[item.ordinal] = "rejected"
        _count(item, revised)
    return Made(outcomes, revised)


def _count(item: Item, revised: dict[Branch, Revised]) -> None:
    for tried in item.tried:
        before = revised.get(tried.branch, Revised())
        revised[tried.branch] = Revised(
            before.contexts + 1,
            before.at_once + (tried.accepted and tried.proposals == 1),
            before.accepted + tried.accepted,
            before.proposals + tried.proposals,
        )
