"""What of somebody's logs could stand in what was learnt from them: proof that none of their text does.

A file of personas is made of a closed vocabulary (names of traits, of options and of manners), and what is said with it is
looked through for runs of words that the logs have and the built-in wording has not.
"""

import re
from collections.abc import Iterable

import msgspec

from apigen_mt.language.population import DRAFTED, Population
from apigen_mt.language.traits import FUNCTION_WORDS
from apigen_mt.values.persona import Register

RUN = 6
"""Words in a row that count as text of the logs."""
_WORD = re.compile(r"[\w']+")
_MADE = re.compile(rf"(?:{'|'.join(Register.__args__)}) (?:lower|upper)")
_TRAIT = re.compile(r"(mark|ends|starts|sentences|length|word|opens):(.+)", re.DOTALL)
_OPTIONS = {"starts": {"lower", "upper", "other"}, "word": FUNCTION_WORDS, "opens": FUNCTION_WORDS | {"other"}}


class Leaks(msgspec.Struct, frozen=True):
    """What was found."""

    runs: int
    """Different runs of `RUN` words in the logs."""
    shared: int
    """Those that are said in the dataset as well."""
    leaked: tuple[str, ...]
    """Those of them that the built-in wording does not have."""
    foreign: tuple[str, ...]
    """What in the file of personas belongs to no closed vocabulary."""


def leaks(logs: Iterable[str], said: Iterable[str], own: Iterable[str], population: Population | None = None) -> Leaks:
    """Return what of logs stands in what was made with personas learnt from them.

    Args:
        logs: What was learnt from, text by text, whoever spoke.
        said: What users say in the dataset.
        own: What users say in datasets that were made without the logs.
        population: The personas themselves.
    """
    theirs = runs(logs)
    shared = theirs & runs(said)
    leaked = shared - runs(own)
    return Leaks(
        len(theirs),
        len(shared),
        tuple(sorted([" ".join(run) for run in leaked])),
        foreign(population) if population is not None else (),
    )


def runs(texts: Iterable[str]) -> set[tuple[str, ...]]:
    """Return all runs of `RUN` words within a text, without case and marks."""
    found: set[tuple[str, ...]] = set()
    for text in texts:
        words = _WORD.findall(text.replace("\u2019", "'").casefold())
        found.update([tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)])
    return found


def foreign(population: Population) -> tuple[str, ...]:
    """Return the names in learnt personas that could carry text: all that are neither ours nor a single mark or number."""
    names = [name for name in population.manners if not _MADE.fullmatch(name)]
    names += [trait for taste in population.tastes.values() for trait in taste if not _is_ours(trait)]
    names += [name for name in population.tastes if _WORD.fullmatch(name) is None]
    return tuple(sorted(names))


def _is_ours(trait: str) -> bool:
    found = _TRAIT.fullmatch(trait)
    if found is None:
        return trait in ("small i", DRAFTED)
    kind, value = found.groups()
    options = _OPTIONS.get(kind)
    return value in options if options is not None else value.isdigit() or len(value) == 1 or value == "bare"
