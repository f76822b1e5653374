"""The things to look at: every candidate blueprint and every conversation of a work item, accepted or not."""

from typing import NamedTuple

from apigen_mt.dataset.reviews import subject_of
from apigen_mt.phases.item import Item
from apigen_mt.run.journal import Entry
from apigen_mt.run.record import decode_item
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.review import CRITERIA, Review
from apigen_mt.values.trajectory import Trajectory
from apigen_mt.values.verdict import Verdict


class Thing(NamedTuple):
    """One candidate blueprint, or one conversation about an accepted one."""

    ordinal: int
    name: str
    """Within the item: `candidate-0`, `blueprint`, `attempt-1`."""
    domain: str
    blueprint: Blueprint | None
    """None if no answer ever became a candidate."""
    trajectory: Trajectory | None
    accepted: bool
    stage: str
    """Where it was judged last: that of `Rejected`, `conversation`, or `committee` for an accepted blueprint alone."""
    verdicts: tuple[Verdict, ...]
    reviews: tuple[Review, ...] = ()
    """Of the blueprint, by reviewers with a model."""
    round: int = 0
    branch: str = "feedback"

    @property
    def subject(self) -> str:
        """What a person's review of it is found by."""
        if self.blueprint is None:
            return ""
        return subject_of(self.blueprint.id, self.trajectory.messages if self.trajectory else ())

    @property
    def title(self) -> str:
        """What to call it."""
        return title_of(self.name)


def title_of(name: str) -> str:
    """Return what to call a thing of that name; they count from 1 there."""
    kind, _, number = name.rpartition("-")
    return f"{kind.replace('-', ' ').capitalize()} {int(number) + 1}" if kind else name.capitalize()


def things_of(entry: Entry) -> list[Thing]:
    """Return the things of a work item, in the order in which they were made."""
    kept = decode_item(entry.accepted) if entry.accepted else Item(entry.ordinal, entry.domain)
    failed = decode_item(entry.rejected) if entry.rejected else Item(entry.ordinal, entry.domain)
    things = [
        Thing(
            entry.ordinal,
            f"candidate-{number}",
            entry.domain,
            rejected.candidate,
            None,
            False,
            rejected.stage,
            rejected.verdicts,
            rejected.reviews,
            rejected.round,
            rejected.branch,
        )
        for number, rejected in enumerate(failed.rejected)
    ]
    for item in (failed, kept):
        for trajectory in item.trajectories:
            name, accepted = f"attempt-{trajectory.attempt}", trajectory.accepted
            thing = Thing(entry.ordinal, name, entry.domain, item.blueprint, trajectory, accepted, "conversation", ())
            things.append(thing._replace(verdicts=trajectory.verdicts, reviews=item.reviews))
    if kept.blueprint is not None and not kept.trajectories:
        blueprint = kept.blueprint
        verdicts = blueprint.verdicts
        thing = Thing(entry.ordinal, "blueprint", entry.domain, blueprint, None, True, "committee", verdicts)
        things.append(thing._replace(reviews=kept.reviews))
    return things


def is_split(reviews: tuple[Review, ...]) -> bool:
    """Tell whether reviewers disagree on any criterion."""
    for criterion in CRITERIA:
        votes = {vote.approves for review in reviews for vote in review.votes if vote.criterion == criterion}
        if {True, False} <= votes:
            return True
    return False
