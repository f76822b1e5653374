"""What is missing of a run's result because a model gave no answer: told in a file, never passed over in silence."""

from pathlib import Path

import msgspec

from apigen_mt.phases.item import Item, Rejected
from apigen_mt.run.journal import Journal
from apigen_mt.run.record import decode_item
from apigen_mt.values.trajectory import StopReason

MISSING = "missing.jsonl"


class Missing(msgspec.Struct, frozen=True):
    """A work item that came to nothing for want of an answer: one line of the file."""

    ordinal: int
    domain: str
    reasons: tuple[str, ...]


def write_missing(journal: Journal, directory: Path) -> int:
    """Write the file anew and return how many lines it has; without any there is no file."""
    found = [missing for encoded in journal.fruitless() if (missing := _missing(decode_item(encoded)))]
    path = directory / MISSING
    if found:
        path.write_bytes(b"".join(msgspec.json.encode(missing) + b"\n" for missing in found))
    else:
        path.unlink(missing_ok=True)
    return len(found)


def _missing(item: Item) -> Missing | None:
    unanswered = [rejected for rejected in item.rejected if _is_unanswered(rejected)]
    reasons = [verdict.reason for rejected in unanswered for verdict in rejected.verdicts if verdict.passed is None]
    cut = [trajectory for trajectory in item.trajectories if trajectory.stop == StopReason.NO_ANSWER]
    reasons += [note for trajectory in cut for note in trajectory.notes]
    return Missing(item.ordinal, item.domain, tuple(dict.fromkeys(reasons))) if unanswered or cut else None


def _is_unanswered(rejected: Rejected) -> bool:
    """Whether a role gave no answer, or reviewers did not and those who were there found nothing wrong."""
    objected = any(verdict.passed is False for verdict in rejected.verdicts)
    absent = any(review.absent for review in rejected.reviews)
    return rejected.stage == "completion" or (absent and not objected)
