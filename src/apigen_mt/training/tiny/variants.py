"""Data of other qualities, to see what each is worth: as many conversations, the same customers, the same budget.

`unverified`: what a verifier would have thrown out is still there, an error of the agent planted in some conversations.
`masked`: the same, but nothing is learned from the messages that the error has changed.
`no-refusals`: nothing is ever refused in them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from random import Random

from apigen_mt.audit.planted import ERRORS
from apigen_mt.audit.subject import Messages, Subject
from apigen_mt.dataset.export import kept_rows
from apigen_mt.dataset.rows import blueprint_of, messages_of
from apigen_mt.training.conversations import Conversation, chat_of, read_conversations
from apigen_mt.world.domain import World

Worlds = Mapping[str, World]
"""Domain -> the world in which its conversations were held."""

SPOILT = 0.5
"""Share of the conversations in which an error is planted."""
NOT_THE_AGENTS = frozenset(("hesitant_consent", "user_invents", "user_leaks", "tampered_result", "no_ending"))
"""Errors of the customer or of the record."""


def unverified(path: Path, worlds: Worlds, size: int) -> Iterator[Conversation]:
    """Yield conversations with errors, all of which are learned."""
    for conversation, _ in islice(_spoilt(path, worlds), size):
        yield conversation


def masked(path: Path, worlds: Worlds, size: int) -> Iterator[Conversation]:
    """Yield conversations with errors whose own messages are not learned."""
    for conversation, wrong in islice(_spoilt(path, worlds), size):
        flags = zip(conversation.loss, wrong, strict=True)
        yield conversation._replace(loss=tuple(loss and not bad for loss, bad in flags))


def no_refusals(path: Path, worlds: Worlds, size: int) -> Iterator[Conversation]:
    """Yield conversations in which nothing has to be refused; other ones stand in for those with a refusal."""
    refusing = {row.id for row, _ in kept_rows(path) if any(output.clauses for output in blueprint_of(row).outputs)}
    yield from islice((one for one in read_conversations(path) if one.id not in refusing), size)


VARIANTS: dict[str, Callable[[Path, Worlds, int], Iterator[Conversation]]] = {
    "unverified": unverified,
    "masked": masked,
    "no-refusals": no_refusals,
}
"""Name -> (dataset, its worlds, how many) -> conversations."""


def _spoilt(path: Path, worlds: Worlds) -> Iterator[tuple[Conversation, Sequence[bool]]]:
    """Yield conversations, and which of their messages an error has changed."""
    for row, version in kept_rows(path):
        rng, right = Random(row.id), messages_of(row)
        said = right
        if rng.random() < SPOILT:
            said = _planted(Subject(worlds[row.domain], blueprint_of(row), right), rng)
        wrong = [message.role == "assistant" and message not in right for message in said]
        chat, system = chat_of(said, version.policy), [False] if version.policy else []
        loss = (*system, *(message.role == "assistant" for message in said))
        yield Conversation(row.id, chat, version.tools, loss), [*system, *wrong]


def _planted(subject: Subject, rng: Random) -> Messages:
    """Return the conversation with the first error, of all in any order, that it has a place for."""
    for name in rng.sample(sorted(ERRORS.keys() - NOT_THE_AGENTS), len(ERRORS) - len(NOT_THE_AGENTS)):
        changed = ERRORS[name](subject, rng)
        if changed is not None and changed != subject.messages:
            return changed
    return subject.messages
