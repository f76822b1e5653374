"""Agreement, effective votes and intervals: laws, published examples and sums done by hand."""

from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from apigen_mt.audit.agreement import alpha, effective_votes, error_correlation
from apigen_mt.audit.shares import difference, share

VALUES = st.sampled_from([True, False, None])


@st.composite
def tables(draw: st.DrawFn, values: st.SearchStrategy[bool | None] = VALUES) -> list[list[bool | None]]:
    """Two to five raters, one to twelve items."""
    items = draw(st.integers(1, 12))
    return draw(st.lists(st.lists(values, min_size=items, max_size=items), min_size=2, max_size=5))


def row(text: str) -> list[str | None]:
    """One rater's values; a point is a missing one."""
    return [None if value == "." else value for value in text.split()]


# ---- Krippendorff's alpha -------------------------------------------------------------------------------------------


def test_alpha_of_the_published_example_with_missing_values() -> None:
    """Krippendorff (2011), section C: four observers, twelve units, nominal: 0.743."""
    ratings = [
        row("1 2 3 3 2 1 4 1 2 . . ."),
        row("1 2 3 3 2 2 4 1 2 5 . 3"),
        row(". 3 3 3 2 3 4 2 2 5 1 ."),
        row("1 2 3 3 2 4 4 1 2 5 1 ."),
    ]
    assert alpha(ratings) == pytest.approx(0.743, abs=0.0005)


def test_alpha_of_the_published_example_of_two_observers() -> None:
    """The same paper, section A: 0.095."""
    assert alpha([row("0 1 0 0 0 0 0 0 1 0"), row("1 1 1 0 0 1 0 0 0 0")]) == pytest.approx(0.095, abs=0.0005)


def test_alpha_by_hand_where_two_always_differ() -> None:
    """Coincidences: 4 unlike pairs of 4 values, two each. Expected unlike: 2 * 2 * 2 / 3. So 1 - 4 / (8 / 3) = -0.5."""
    assert alpha([[True, False], [False, True]]) == pytest.approx(-0.5)


@pytest.mark.parametrize("ratings", [[[True, True], [True, True]], [[True, None], [None, False]], [[True, False]]])
def test_alpha_is_undefined_without_variation_or_pairs(ratings: list[list[bool | None]]) -> None:
    assert alpha(ratings) is None


@given(st.lists(VALUES, min_size=2, max_size=12), st.integers(2, 5))
def test_copies_agree_fully(one: list[bool | None], copies: int) -> None:
    assume({True, False} <= set(one))
    assert alpha([one] * copies) == pytest.approx(1)


@given(tables(), st.randoms(use_true_random=False))
def test_alpha_does_not_depend_on_order_or_names(ratings: list[list[bool | None]], random: object) -> None:
    turned = [list(reversed(one)) for one in reversed(ratings)]
    renamed = [[None if value is None else f"it is {value}" for value in one] for one in turned]
    expected = alpha(ratings)
    assert alpha(renamed) == (None if expected is None else pytest.approx(expected))


@given(tables())
def test_alpha_is_at_most_one_and_an_item_rated_once_has_no_part_in_it(ratings: list[list[bool | None]]) -> None:
    once = [[*one, True if number == 0 else None] for number, one in enumerate(ratings)]
    assert alpha(once) == alpha(ratings)
    assert (alpha(ratings) or 0) <= 1


# ---- effective votes ------------------------------------------------------------------------------------------------


def test_correlation_by_hand() -> None:
    """Both err on two of four items, on one of them together: covariance 1/4 - 1/4 = 0. On the same two: 1. On the others: -1."""
    one = [True, True, False, False]
    assert error_correlation([one, [True, False, True, False]]) == pytest.approx(0)
    assert error_correlation([one, one]) == pytest.approx(1)
    assert error_correlation([one, [not error for error in one]]) == pytest.approx(-1)


def test_correlation_is_pooled_over_pairs() -> None:
    """Two copies and one who never errs: covariances 1/4, 0, 0 over mean variances 1/4, 1/8, 1/8."""
    one = [True, True, False, False]
    assert error_correlation([one, one, [False] * 4]) == pytest.approx(0.5)


def test_correlation_looks_at_what_both_have_decided() -> None:
    assert error_correlation([[True, False, True], [True, False, None]]) == pytest.approx(1)


@pytest.mark.parametrize("errors", [[[False, False], [False, False]], [[True, False]], [[True, None], [None, True]]])
def test_correlation_is_undefined_where_no_errors_vary_together(errors: Sequence[Sequence[bool | None]]) -> None:
    assert error_correlation(errors) is None


@given(st.lists(st.booleans(), min_size=2, max_size=20), st.integers(2, 6))
def test_copies_are_worth_one_vote(errors: list[bool], copies: int) -> None:
    assume(len(set(errors)) == 2)
    correlation = error_correlation([errors] * copies)
    assert correlation is not None
    assert effective_votes(copies, correlation) == pytest.approx(1)


@given(tables())
def test_correlation_is_a_correlation(errors: list[list[bool | None]]) -> None:
    correlation = error_correlation(errors)
    assert correlation is None or -1.0001 <= correlation <= 1.0001


@given(st.integers(1, 50), st.floats(-1, 1), st.floats(-1, 1))
def test_votes_are_between_one_and_all_and_fall_with_correlation(raters: int, one: float, other: float) -> None:
    assert 1 <= effective_votes(raters, one) <= raters
    assert one > other or effective_votes(raters, one) >= effective_votes(raters, other)
    assert effective_votes(raters, 0) == raters


def test_votes_by_hand() -> None:
    assert effective_votes(3, 0.5) == pytest.approx(1.5)


# ---- intervals ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "of", "low", "high"), [(0, 10, 0, 0.2775), (5, 10, 0.2366, 0.7634), (81, 263, 0.2553, 0.3662)]
)
def test_wilson_as_published(count: int, of: int, low: float, high: float) -> None:
    """81 of 263 is from Newcombe (1998a), table I."""
    found = share(count, of)
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def test_newcombe_as_published() -> None:
    """Newcombe (1998b), table II, example a: 56 of 70 less 48 of 80."""
    found = difference(share(56, 70), share(48, 80))
    assert found is not None
    assert found.value == pytest.approx(0.2)
    assert (found.low, found.high) == (pytest.approx(0.0524, abs=1e-4), pytest.approx(0.3339, abs=1e-4))


def test_nothing_has_no_share() -> None:
    none = share(0, 0)
    assert (none.share, none.low, none.high) == (None, 0, 1)
    assert difference(none, share(1, 2)) is None


@given(st.integers(0, 500), st.integers(1, 500))
def test_interval_holds_its_share_and_narrows_with_more(count: int, of: int) -> None:
    assume(count <= of)
    one, more = share(count, of), share(4 * count, 4 * of)
    assert one.share is not None
    assert 0 <= one.low <= one.share <= one.high <= 1
    assert more.high - more.low < one.high - one.low
