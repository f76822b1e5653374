"""The paired test is exact: it equals trying all signs."""

from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apigen_mt.evaluation.paired import compare, sign_flip


def _by_hand(differences: list[int]) -> float:
    moved = [one for one in differences if one]
    sums = [sum(s * one for s, one in zip(signs, moved, strict=True)) for signs in product((1, -1), repeat=len(moved))]
    return sum(abs(one) >= abs(sum(differences)) for one in sums) / len(sums)


@given(st.lists(st.integers(-6, 6), min_size=1, max_size=9))
def test_sign_flip_equals_all_signs(differences: list[int]) -> None:
    assert sign_flip(differences) == pytest.approx(_by_hand(differences))


def test_known_values() -> None:
    assert sign_flip([1] * 5) == 2 / 2**5
    assert sign_flip([4, -4]) == 1.0
    assert sign_flip([0, 0]) == 1.0
    assert sign_flip([2] * 400 + [-1] * 100) < 1e-60


def test_agents_alike_are_found_different_no_more_often_than_the_test_says() -> None:
    rng, runs, found = Random(1), 500, 0
    for _ in range(runs):
        rates = [rng.betavariate(0.6, 0.4) for _ in range(25)]
        one, other = ([sum(rng.random() < rate for _ in range(4)) for rate in rates] for _ in "ab")
        found += compare(one, other, (4, 4)).p <= 0.05
    assert found / runs <= 0.075


def test_better_agent_is_seen() -> None:
    found = compare([4, 4, 3, 4, 2, 4, 4, 3], [0, 1, 0, 4, 0, 2, 1, 1], (4, 4))
    assert found.difference.value == pytest.approx(19 / 32) and found.difference.low > 0
    assert (found.tasks, found.better, found.worse) == (8, 7, 0)
    assert found.p == 2 / 2**7


def test_numbers_of_trials_may_differ() -> None:
    assert compare([2, 2, 0], [4, 4, 0], (2, 4)).difference.value == 0
    assert compare([2, 2, 0], [4, 4, 0], (2, 4)).p == 1.0
