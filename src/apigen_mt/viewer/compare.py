"""Two things beside each other: where they part, word by word or message by message."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.messages import Message
from apigen_mt.values.review import CRITERIA, Review

WORDS = 4_000
"""Words of a text that are compared; a longer one is shown as it is."""


class Piece(NamedTuple):
    """A run of words that two texts share, or that one of them has alone."""

    text: str
    differs: bool


def words_apart(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return two texts in pieces, with what only one of them has marked."""
    one, other = before.split(" "), after.split(" ")
    if max(len(one), len(other)) > WORDS:
        return (Piece(before, False),), (Piece(after, False),)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if b > a:
            left.append(Piece(" ".join(one[a:b]), tag != "equal"))
        if d > c:
            right.append(Piece(" ".join(other[c:d]), tag != "equal"))
    return tuple(left), tuple(right)


class Row(NamedTuple):
    """Two messages that stand in one place."""

    position: int
    left: Message | None
    right: Message | None
    same: bool
    first: bool
    """Whether the two conversations part here."""
    words: tuple[tuple[Piece, ...], tuple[Piece, ...]] | None
    """Where they part, what only one of them says is marked."""


def conversations_apart(left: Sequence[Message], right: Sequence[Message]) -> Iterator[Row]:
    """Yield the messages of two conversations place by place."""
    parted = False
    for position in range(max(len(left), len(right))):
        one = left[position] if position < len(left) else None
        other = right[position] if position < len(right) else None
        same = not parted and one is not None and other is not None and _key(one) == _key(other)
        first = not same and not parted
        words = words_apart(one.content, other.content) if first and one and other else None
        yield Row(position, one, other, same, first, words)
        parted = parted or not same


def _key(message: Message) -> bytes:
    calls = [(call.name, call.arguments) for call in message.calls]
    return canonical_json([message.role, message.content, calls, message.error])


class Ballot(NamedTuple):
    """What all reviewers say on one criterion."""

    criterion: str
    votes: tuple[tuple[str, bool | None, str], ...]
    """Reviewer, whether they approve, and why."""


def ballots(reviews: Sequence[Review]) -> list[Ballot]:
    """Return the reviews by criterion."""
    return [
        Ballot(
            criterion,
            tuple(
                (review.reviewer, vote.approves, vote.reason)
                for review in reviews
                for vote in review.votes
                if vote.criterion == criterion
            ),
        )
        for criterion in CRITERIA
        if reviews
    ]
