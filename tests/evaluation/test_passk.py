"""pass^k and pass@k are what counting subsets gives, and their intervals hold what they say."""

from itertools import combinations
from random import Random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apigen_mt.evaluation.intervals import gap, mean, quantile
from apigen_mt.evaluation.passk import all_of, any_of, passed

outcomes = st.lists(st.booleans(), min_size=1, max_size=8)


@given(outcomes)
def test_estimators_equal_counting_all_subsets(trials: list[bool]) -> None:
    for k in range(1, len(trials) + 1):
        subsets = list(combinations(trials, k))
        assert all_of(sum(trials), len(trials), k) == pytest.approx(fmean(all(one) for one in subsets))
        assert any_of(sum(trials), len(trials), k) == pytest.approx(fmean(any(one) for one in subsets))


@given(st.integers(1, 8).flatmap(lambda n: st.tuples(st.lists(st.integers(0, n), min_size=1, max_size=6), st.just(n))))
def test_more_is_asked_of_pass_hat_and_less_of_pass_at_with_every_k(case: tuple[list[int], int]) -> None:
    successes, trials = case
    figures = passed(successes, trials)
    hats, ats = ([getattr(one, name).value for one in figures] for name in ("all_of_k", "any_of_k"))
    assert hats == sorted(hats, reverse=True) and ats == sorted(ats)
    assert hats[0] == ats[0] == pytest.approx(fmean(successes) / trials)
    assert hats[-1] == pytest.approx(fmean(count == trials for count in successes))
    for one in figures:
        for figure in (one.all_of_k, one.any_of_k):
            assert figure.value is not None and 0 <= figure.low <= figure.value <= figure.high <= 1


def test_every_outcome_of_eight_trials_by_brute_force() -> None:
    for trials in range(1, 9):
        for count in range(trials + 1):
            drawn = [True] * count + [False] * (trials - count)
            for k in range(1, trials + 1):
                subsets = list(combinations(drawn, k))
                assert all_of(count, trials, k) == pytest.approx(sum(map(all, subsets)) / len(subsets))


@pytest.mark.parametrize(("successes", "trials", "k"), [(3, 2, 1), (-1, 2, 1), (1, 2, 0), (1, 2, 3)])
def test_what_cannot_be_is_refused(successes: int, trials: int, k: int) -> None:
    for estimate in (all_of, any_of):
        with pytest.raises(ValueError, match="do not fit"):
            estimate(successes, trials, k)


# ---- intervals ------------------------------------------------------------------------------------------------------


STUDENT = {1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 10: 2.228, 30: 2.042, 1000: 1.962}


def test_quantile_is_students() -> None:
    for freedom, tabled in STUDENT.items():
        assert quantile(freedom) == pytest.approx(tabled, rel=0.004)


def test_of_one_task_or_none_nothing_is_known() -> None:
    assert mean([]).value is None
    assert (mean([1.0]).low, mean([1.0]).high) == (0.0, 1.0)


def test_where_all_tasks_agree_the_interval_still_has_a_width() -> None:
    sure, unsure = mean([1.0] * 100), mean([1.0] * 10)
    assert 0.6 < unsure.low < sure.low < 0.98 and sure.high == 1.0


def _drawn(rng: Random, shape: tuple[float, float], tasks: int, trials: int) -> list[int]:
    """Successes of tasks whose rates are drawn from a beta distribution."""
    rates = [rng.betavariate(*shape) for _ in range(tasks)]
    return [sum(rng.random() < rate for _ in range(trials)) for rate in rates]


def _true(shape: tuple[float, float], k: int) -> float:
    """pass^k over all tasks of a beta distribution."""
    a, b = shape
    product = 1.0
    for step in range(k):
        product *= (a + step) / (a + b + step)
    return product


@pytest.mark.parametrize("shape", [(0.3, 0.3), (2, 2), (8, 2), (0.5, 0.05), (50, 50)])
@pytest.mark.parametrize("tasks", [8, 40])
def test_intervals_cover_the_truth_of_simulated_agents(shape: tuple[float, float], tasks: int) -> None:
    """Tasks that are all alike, that are all or nothing, and in between: 95 % is kept, within what 400 runs can tell."""
    rng = Random(f"{shape}{tasks}")
    runs, trials = 400, 4
    covered = dict.fromkeys((1, 2, 4), 0)
    for _ in range(runs):
        figures = passed(_drawn(rng, shape, tasks, trials), trials)
        for k in covered:
            found = figures[k - 1].all_of_k
            covered[k] += found.low <= _true(shape, k) <= found.high
    assert min(covered.values()) / runs >= 0.92, covered


def test_rare_successes_are_covered_less_often() -> None:
    """Wilson's interval dips where hardly one success is expected; docs/evaluation.md says so."""
    rng, shape = Random(3), (0.1, 2)
    kept = 0
    for _ in range(400):
        found = passed(_drawn(rng, shape, 30, 4), 4)[3].all_of_k
        kept += found.low <= _true(shape, 4) <= found.high
    assert 0.82 <= kept / 400 <= 0.95


@pytest.mark.parametrize("tasks", [8, 40])
@pytest.mark.parametrize("power", [1, 2])
def test_interval_of_a_difference_covers_the_truth(tasks: int, power: int) -> None:
    """The second agent's rate in a task is a power of the first one's: the two are correlated over tasks."""
    rng, shape, runs, kept = Random(tasks + power), (0.6, 0.4), 400, 0
    truth = _true(shape, 1) - _true(shape, power)
    for _ in range(runs):
        rates = [rng.betavariate(*shape) for _ in range(tasks)]
        one, other = (
            [sum(rng.random() < rate**exponent for _ in range(4)) / 4 for rate in rates] for exponent in (1, power)
        )
        found = gap(one, other, 4)
        kept += found.low <= truth <= found.high
    assert 0.91 <= kept / runs <= 0.99


def test_interval_claims_no_more_than_as_many_independent_trials_would_give() -> None:
    """Twenty tasks that happen to agree in the middle are worth eighty trials, not thousands."""
    found = mean([0.5] * 19 + [0.51], trials=4)
    assert 0.2 < found.high - found.low < 0.25


def test_tasks_that_are_hard_for_both_do_not_blur_a_difference() -> None:
    """The same counts, once task by task alike and once not: only the pairing tells."""
    one = [0.0] * 15 + [1.0] * 25
    alike, unlike = [0.0] * 18 + [1.0] * 22, [1.0] * 22 + [0.0] * 18
    paired, crossed = gap(one, alike), gap(one, unlike)
    assert paired.value == pytest.approx(crossed.value) == pytest.approx(3 / 40)
    assert paired.high - paired.low < 0.6 * (crossed.high - crossed.low)
    assert paired.low <= 0.005 and paired.high < 0.25
    swapped = gap(alike, one)
    assert (swapped.low, swapped.high) == (pytest.approx(-paired.high), pytest.approx(-paired.low))


def test_more_tasks_say_more() -> None:
    few, many = mean([0.0, 1.0] * 5), mean([0.0, 1.0] * 50)
    assert many.high - many.low < (few.high - few.low) / 2
