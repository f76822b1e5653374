"""What people say of a run's data: accepted, rejected or flagged, each with a note, in a file beside the journal.

A review belongs to what was looked at and not to its place in the run: it is found by a hash of the blueprint and of the
conversation. So a journal that is made anew has the reviews of what it makes again, and no others.
"""

import sqlite3
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from apigen_mt.errors import UserError
from apigen_mt.sqlite_file import Layout, check_format, connect_to_read, creation, explained, is_new, transaction
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.canonical import content_hash
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import Trajectory

REVIEWS = "reviews.sqlite"
"""The reviews' file in a run's directory."""
Decision = Literal["accept", "reject", "flag"]
DECISIONS: tuple[Decision, ...] = get_args(Decision)
LONGEST_NOTE = 10_000
"""Characters of a note."""
SCHEMA = (
    """CREATE TABLE reviews (
        subject TEXT PRIMARY KEY,
        ordinal INTEGER NOT NULL,
        name TEXT NOT NULL,
        decision TEXT NOT NULL,
        note TEXT NOT NULL,
        at TEXT NOT NULL,
        stage TEXT NOT NULL,
        passed INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
)
LAYOUT = Layout("file of reviews", 0x41504D48, 1, SCHEMA)
"""The number is `APMH`."""


class PersonReview(NamedTuple):
    """A person's word on one candidate or conversation."""

    subject: str
    """Of `subject_of`."""
    ordinal: int
    """The work item in which it was looked at."""
    name: str
    """What of that item: `candidate-0`, `attempt-1`."""
    decision: Decision
    note: str
    at: str
    """UTC, ISO 8601."""
    stage: str
    """Who judged it last: `committee` or `conversation`, or the check that ended it before."""
    passed: bool
    """Whether it passed there."""


def subject_of(blueprint: str, messages: Iterable[Message] = ()) -> str:
    """Return what a review is found by: a hash of the blueprint's id and of what was said and called."""
    return content_hash([blueprint, [(m.role, m.content, m.calls, m.call_id, m.error) for m in messages]])


def is_refused(
    blueprint: Blueprint | None, trajectory: Trajectory | None, reviews: Mapping[str, PersonReview]
) -> PersonReview | None:
    """Return the review with which a person rejected a conversation, if anybody did."""
    if not reviews or blueprint is None or trajectory is None:
        return None
    review = reviews.get(subject_of(blueprint.id, trajectory.messages))
    return review if review is not None and review.decision == "reject" else None


def read_reviews(directory: Path) -> dict[str, PersonReview]:
    """Return a directory's reviews by subject; none if nobody has reviewed anything.

    Raises:
        UserError: when the file is damaged or not ours.
    """
    path = directory / REVIEWS
    if not path.is_file():
        return {}
    connection = connect_to_read(path)
    try:
        with explained(path):
            check_format(connection, path, LAYOUT)
            rows = connection.execute(f"SELECT {', '.join(PersonReview._fields)} FROM reviews ORDER BY at").fetchall()
    finally:
        connection.close()
    reviews = (PersonReview._make(row)._replace(passed=bool(row[-1])) for row in rows)
    return {review.subject: review for review in reviews}


def write_review(directory: Path, review: PersonReview) -> None:
    """Keep a review durably, in place of an earlier one of the same subject.

    Raises:
        UserError: when it is too long, or the file is damaged, not ours or cannot be written.
    """
    if len(review.note) > LONGEST_NOTE:
        raise UserError(f"a note of {len(review.note):,} characters is too long; {LONGEST_NOTE:,} are kept")
    places = ", ".join("?" * len(PersonReview._fields))
    with _written(directory) as connection:
        connection.execute(f"INSERT OR REPLACE INTO reviews VALUES ({places})", review)


def drop_review(directory: Path, subject: str) -> None:
    """Forget a review, if there is one.

    Raises:
        UserError: when the file is damaged, not ours or cannot be written.
    """
    if (directory / REVIEWS).is_file():
        with _written(directory) as connection:
            connection.execute("DELETE FROM reviews WHERE subject = ?", (subject,))


@contextmanager
def _written(directory: Path) -> Generator[sqlite3.Connection]:
    path = directory / REVIEWS
    with explained(path):
        connection = sqlite3.connect(path, timeout=10, isolation_level=None)
        try:
            if is_new(connection):
                with creation(connection, LAYOUT):
                    pass
            check_format(connection, path, LAYOUT)
            with transaction(connection):
                yield connection
        finally:
            connection.close()
