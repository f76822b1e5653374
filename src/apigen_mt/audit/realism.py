"""How close what is said in a dataset comes to what people say: shape, variety and style, each beside a reference."""

import math
import re
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from statistics import fmean, quantiles

import msgspec

from apigen_mt.audit.likeness import Likeness, Turns, told_apart

KEPT = "realism.json"
"""The file beside a dataset that has its latest comparison."""
LEAST = 20
"""Conversations of each side that are needed."""
_FREE = 0.5
"""Share of distinct turns from which on agents write freely; below it they take their sentences from a list."""
_COMPARED = 4
"""Words from which on a turn counts for variety: shorter ones repeat with everybody."""
_MASKS = (
    (re.compile(r"\S+@\S+"), "<mail>"),
    (re.compile(r"#?\b\w*\d[\w\-:/.,]*\b"), "<value>"),
    (re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*"), "<name>"),
)
_LETTERS = re.compile(r"[^a-z<>' ]")
_THANKS = re.compile(r"\b(?:thank|thanks|thx)", re.IGNORECASE)


class Shape(msgspec.Struct, frozen=True):
    """What turns look like. Shares are of turns, 0 to 1."""

    conversations: int
    turns: float
    """Of this side, in a conversation."""
    words: float
    """In a turn, on average."""
    words_deciles: tuple[int, int, int]
    """The shortest tenth, the middle and the longest tenth."""
    words_at_first: float
    at_most_3_words: float
    lower_case_start: float
    no_final_mark: float
    questions: float
    thanks: float
    digits: float
    exclamations: float


class Variety(msgspec.Struct, frozen=True):
    """How often turns of four words or more repeat once names, numbers and codes are masked; equally many of both sides."""

    turns: int
    forms_again: float
    """Share of turns whose masked form occurs more than once."""
    forms: float
    """Effective number of masked forms: the exponential of their entropy."""
    five_words_again: float
    """Share of runs of five masked words that occur more than once."""
    compressed: float
    """Compressed size by size of all masked turns."""


class Side(msgspec.Struct, frozen=True):
    """One speaker, beside the same speaker of the reference."""

    shape: tuple[Shape, Shape]
    variety: tuple[Variety, Variety]
    likeness: Likeness


class Realism(msgspec.Struct, frozen=True, omit_defaults=True):
    """A dataset beside a reference."""

    users: Side
    agents: Side | None = None
    """None if the agents of either side write no free text."""


class Compared(msgspec.Struct, frozen=True):
    """What a comparison came to, as it is kept beside a dataset."""

    reference: str
    """Name of what it was compared with."""
    found: Realism


def keep(directory: Path, compared: Compared) -> None:
    """Write a comparison beside the dataset, for viewer and report; the latest one stands.

    Raises:
        OSError: when it cannot be written.
    """
    (directory / KEPT).write_bytes(msgspec.json.format(msgspec.json.encode(compared)) + b"\n")


def kept(directory: Path) -> Compared | None:
    """Return the comparison beside a dataset; None if there is none, or it is none of ours."""
    try:
        return msgspec.json.decode((directory / KEPT).read_bytes(), type=Compared)
    except (OSError, msgspec.DecodeError):
        return None


def realism(ours: Sequence[Sequence[Turns]], theirs: Sequence[Sequence[Turns]], seed: int = 0) -> Realism:
    """Measure two sets of conversations, each as (the user's turns, the agent's turns) of every conversation.

    Raises:
        ValueError: when there are fewer than `LEAST` conversations on a side.
    """
    if min(len(ours), len(theirs)) < LEAST:
        raise ValueError(f"at least {LEAST} conversations are needed on each side, not {len(ours)} and {len(theirs)}")
    users, agents = (
        [[talk[speaker] for talk in talks if talk[speaker]] for talks in (ours, theirs)] for speaker in (0, 1)
    )
    free = all(len(side) >= LEAST and _is_free(side) for side in agents)
    return Realism(compare(users[0], users[1], seed), compare(agents[0], agents[1], seed) if free else None)


def compare(ours: Sequence[Turns], theirs: Sequence[Turns], seed: int = 0) -> Side:
    """Measure one speaker."""
    compared = min(sum(len(text.split()) >= _COMPARED for turns in side for text in turns) for side in (ours, theirs))
    return Side(
        (shape(ours), shape(theirs)),
        (variety(ours, compared, seed), variety(theirs, compared, seed)),
        told_apart(ours, theirs, seed),
    )


def shape(side: Sequence[Turns]) -> Shape:
    """Return what turns look like; at least one turn is needed."""
    turns = [text for said in side for text in said]
    words = [len(text.split()) for text in turns]
    deciles = quantiles(words, n=10) if len(words) > 1 else [words[0]] * 9

    def share(test: Callable[[str], bool]) -> float:
        return round(fmean(map(test, turns)), 3)

    return Shape(
        conversations=len(side),
        turns=round(len(turns) / len(side), 2),
        words=round(fmean(words), 2),
        words_deciles=(round(deciles[0]), round(deciles[4]), round(deciles[8])),
        words_at_first=round(fmean(len(said[0].split()) for said in side), 2),
        at_most_3_words=share(lambda text: len(text.split()) <= 3),
        lower_case_start=share(lambda text: text[0].islower()),
        no_final_mark=share(lambda text: text[-1].isalnum()),
        questions=share(lambda text: "?" in text),
        thanks=share(lambda text: _THANKS.search(text) is not None),
        digits=share(lambda text: any(map(str.isdigit, text))),
        exclamations=share(lambda text: "!" in text),
    )


def variety(side: Sequence[Turns], turns: int, seed: int = 0) -> Variety:
    """Return how often masked turns repeat among so many of them, drawn by seed."""
    long = [text for said in side for text in said if len(text.split()) >= _COMPARED]
    Random(f"{seed}:variety").shuffle(long)
    masked = [_masked(text) for text in long[:turns]]
    forms = Counter(masked)
    runs = Counter(form[at : at + 5] for form in masked for at in range(len(form) - 4))
    total = max(1, len(masked))
    entropy = -sum(count / total * math.log(count / total) for count in forms.values())
    text = "\n".join(map(" ".join, masked)).encode()
    return Variety(
        turns=len(masked),
        forms_again=round(_repeated(forms), 3),
        forms=round(math.exp(entropy)),
        five_words_again=round(_repeated(runs), 3),
        compressed=round(len(zlib.compress(text, 9)) / max(1, len(text)), 3),
    )


def _masked(text: str) -> tuple[str, ...]:
    for pattern, name in _MASKS:
        text = pattern.sub(name, text)
    return tuple(_LETTERS.sub("", text.lower()).split())


def _repeated(counts: Counter[tuple[str, ...]]) -> float:
    return sum(count for count in counts.values() if count > 1) / max(1, counts.total())


def _is_free(side: Sequence[Turns]) -> bool:
    texts = [text for said in side for text in said]
    return len(set(texts)) >= _FREE * len(texts)
