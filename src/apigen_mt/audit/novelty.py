"""How different a model's words are from the built-in engine's."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from apigen_mt.values.messages import Message

_WORD = re.compile(r"[\w'$.@-]*\w")


class Novelty(msgspec.Struct, frozen=True):
    """Figures over pairs of one conversation in old and in new words. Shares are between 0 and 1."""

    messages: int
    """Spoken messages."""
    changed: float
    """Share of these whose text is another one."""
    new: float
    """Share of word trigrams in changed messages that their built-in message does not have."""
    distinct_before: float
    """Share of distinct word trigrams among all of them, in the built-in words."""
    distinct_after: float


def novelty(pairs: Iterable[tuple[Sequence[Message], Sequence[Message]]]) -> Novelty:
    """Measure conversations before and after rewording; no pairs give zeros."""
    texts = [
        (one.content, other.content)
        for before, after in pairs
        for one, other in zip(before, after, strict=True)
        if one.role != "tool" and one.content
    ]
    changed = [(trigrams(one), trigrams(other)) for one, other in texts if one != other]
    fresh = sum(gram not in {*old} for old, new in changed for gram in new)
    return Novelty(
        len(texts),
        _share(len(changed), len(texts)),
        _share(fresh, sum(len(new) for _, new in changed)),
        _distinct([gram for one, _ in texts for gram in trigrams(one)]),
        _distinct([gram for _, other in texts for gram in trigrams(other)]),
    )


def trigrams(text: str) -> list[tuple[str, ...]]:
    """Return all runs of three words, casefolded; a shorter text is one run."""
    words = _WORD.findall(text.casefold())
    return [tuple(words[start : start + 3]) for start in range(max(1, len(words) - 2))]


def _distinct(grams: Sequence[tuple[str, ...]]) -> float:
    return _share(len({*grams}), len(grams))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
