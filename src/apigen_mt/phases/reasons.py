"""Reasons told in refusals: which clauses a text appeals to, and which refusal each reason belongs to."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from apigen_mt.language.refusals import refuses
from apigen_mt.world.policy import Policy, reasons_in

RECITED = 2
"""A message that appeals to more than so many other clauses for each right one recites the policy: reasons in free words touch
upon neighbours of their clause."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_PART = re.compile(r"[:;]\s+|,? (?:and|but|as|because|since|so) |, ")
_SO_ALREADY = re.compile(r"\balready\b[^.!?]*\b(?:nothing|no need)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:both|neither)\b", re.IGNORECASE)


class Reason(NamedTuple):
    """A place where a refusal gives a reason."""

    position: int
    """Of the message."""
    number: int
    """Counts the reasons of a conversation."""
    clauses: Set[str]
    """Clauses that the text there may appeal to."""
    text: str
    """What is said there, with the refusal before it where that is a sentence of its own."""


def sentences(text: str) -> list[str]:
    """Split a message at its full stops, question and exclamation marks."""
    return _SENTENCE.split(text)


def clauses_given(policy: Policy, text: str) -> frozenset[str]:
    """Return the clauses that a refusal appeals to; none if the text refuses nothing."""
    return _clauses(policy, text, policy.clauses.keys()) if refuses(text) else frozenset()


def reasons_given(policy: Policy, texts: Iterable[tuple[int, str]], relevant: Set[str]) -> list[Reason]:
    """Return where the agent refuses for one of the relevant clauses, sentence by sentence.

    That something is so already, and nothing is to be done about it, refuses it as well where that is the reason.
    A reason may take several sentences, and a sentence about two requests counts twice. A message that recites the policy
    gives no reason.
    """
    found: list[Reason] = []
    for position, text in texts if relevant else ():
        if not refuses(text) and not _SO_ALREADY.search(text):
            continue
        right, wrong = _appeals(policy, text, frozenset(relevant))
        if not right or len(wrong) > RECITED * len(right):
            continue
        parts = [(clauses, said) for part, said in _in_context(text) if (clauses := _clauses(policy, part, right))]
        parts = parts or [(right, text)]
        for clauses, said in parts:
            times = 2 if _SEVERAL.search(text) and len(parts) == 1 else 1
            found.extend(Reason(position, len(found) + n, clauses, said) for n in range(times))
    return found


def _in_context(text: str) -> Iterator[tuple[str, str]]:
    """Yield each sentence, and it together with the one before it if that refuses something."""
    before = ""
    for sentence in sentences(text):
        yield sentence, f"{before} {sentence}" if before and refuses(before) else sentence
        before = sentence


def false_reason(policy: Policy, text: str, right: Set[str], others: Set[str]) -> str:
    """Return a clause that a refusal appeals to although it forbids nothing here, or an empty string.

    Args:
        policy: Whose clauses these are.
        text: What the agent says.
        right: The clauses that forbid what is refused in this conversation.
        others: Other clauses about the same writes; what is said of other writes is no reason for these.
    """
    about = _given(policy, text) & others if refuses(text) else frozenset[str]()
    if not about:
        return ""
    # Only what is told as the reason counts: neither what cannot be done, nor what touches upon a neighbouring clause.
    parts = [part for sentence in sentences(text) if refuses(sentence) for part in _PART.split(sentence)]
    wrong = (_clauses(policy, part, about) for part in parts if not (refuses(part) or _clauses(policy, part, right)))
    return min(frozenset[str]().union(*wrong), default="")


def _appeals(policy: Policy, text: str, relevant: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the clauses whose reasons a text contains: relevant ones, and others that share no phrase with those."""
    every = _given(policy, text)
    return every & relevant, every - relevant


@lru_cache(maxsize=2048)
def _given(policy: Policy, text: str) -> frozenset[str]:
    """Return the clauses whose reasons a text contains."""
    return _clauses(policy, text, policy.clauses.keys())


def _clauses(policy: Policy, text: str, among: Iterable[str]) -> frozenset[str]:
    return frozenset(clause.number for clause in reasons_in(text, map(policy.clauses.__getitem__, among)))


def match(options: Sequence[Sequence[Reason]]) -> list[Reason | None]:
    """Give each of several refusals a reason of its own among its options, as many as possible (augmenting paths)."""
    taken: dict[int, int] = {}
    places: dict[int, Reason] = {}

    def give(claim: int, tried: set[int]) -> bool:
        # Free places first, in order: refusals and reasons mostly come in the same order.
        for reason in sorted(options[claim], key=lambda reason: reason.number in taken):
            if reason.number not in tried:
                tried.add(reason.number)
                if reason.number not in taken or give(taken[reason.number], tried):
                    taken[reason.number] = claim
                    places[reason.number] = reason
                    return True
        return False

    for claim in range(len(options)):
        give(claim, set())
    by_claim = {claim: places[number] for number, claim in taken.items()}
    return [by_claim.get(claim) for claim in range(len(options))]
