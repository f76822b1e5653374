"""Reasons of refusals in words of a language model's: known for what they are, and for nothing else.

`refusals/` has for each domain a table of sentences, each under the clause whose reason it gives.
"""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from apigen_mt.phases.reasons import clauses_given
from apigen_mt.registry import load_domain
from apigen_mt.world.domain import Domain

TABLES = Path(__file__).parent / "refusals"
BIKES = Path(__file__).parents[2] / "examples" / "bikes"
Sentence = tuple[str, str, str]


@cache
def domain(name: str) -> Domain:
    """One of the domains that there is a table for."""
    return load_domain(str(BIKES) if name == "bikes" else name)


def _sentences(name: str) -> list[Sentence]:
    lines = (TABLES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [(name, *line.split(" ", 1)) for line in lines]  # type: ignore[misc]


NAMES = ("bikes", "retail", "airline", "banking")
SENTENCES = [sentence for name in NAMES for sentence in _sentences(name)]


@pytest.mark.parametrize(("name", "clause", "text"), SENTENCES)
def test_reason_is_known_in_other_words_and_taken_for_no_other(name: str, clause: str, text: str) -> None:
    assert clauses_given(domain(name).policy, text) == {clause}


@pytest.mark.parametrize("name", NAMES)
def test_each_reason_of_a_policy_is_told_in_four_ways_or_more(name: str) -> None:
    told = Counter(clause for _, clause, _ in _sentences(name))
    reasons = {number for number, clause in domain(name).policy.clauses.items() if clause.grounds}
    assert set(told) == reasons
    assert min(told.values()) >= 4
