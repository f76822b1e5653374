"""What is spent is counted, and a budget ends the run at the line."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.models.endpoint_server import Answer, Body, answer, refusal, text
from tests.models.exchanges import exchange, many

from apigen_mt.errors import UserError
from apigen_mt.models.completion import Completion, OutOfBudget, Role, Usage
from apigen_mt.models.endpoint import Budget, Price
from apigen_mt.models.spend import Spend, Tally

PRICE = Price(prompt=2.0, completion=10.0, cached=0.5)
ROLES: tuple[Role, ...] = ("agent", "user", "critic")


def ok(_: Body) -> Answer:
    return text("ok")


def test_cached_tokens_have_a_price_of_their_own() -> None:
    usage = Usage(prompt=1_000_000, cached=400_000, completion=100_000)
    assert PRICE.cost(usage) == pytest.approx(1.2 + 0.2 + 1.0)
    assert Price(prompt=2.0, completion=10.0).cost(usage) == pytest.approx(2.0 + 1.0)


@given(st.lists(st.tuples(st.sampled_from(ROLES), st.sampled_from("ab"), st.integers(0, 9), st.integers(0, 9))))
def test_the_parts_sum_to_the_whole(made: list[tuple[Role, str, int, int]]) -> None:
    spend = Spend(prices={"a": PRICE, "b": PRICE})
    for role, model, prompt, completion in made:
        spend.add(role, model, Usage(prompt=prompt, completion=completion))
    whole = Tally()
    for tally in spend.by.values():
        whole.add(tally)
    assert whole.money == pytest.approx(spend.total.money)
    assert (whole.calls, whole.prompt, whole.completion) == (
        *(spend.total.calls, spend.total.prompt, spend.total.completion),
    )
    assert spend.total.calls == len(made)


def test_money_for_a_model_without_a_price_is_unknown_and_not_nothing() -> None:
    spend = Spend(prices={"a": PRICE})
    spend.add("agent", "a", Usage(prompt=10))
    spend.add("agent", "b", Usage(prompt=10))
    assert spend.by["agent", "b"].money is None
    assert spend.total.money is None
    assert spend.by["agent", "a"].money == pytest.approx(2e-5)


def test_a_budget_in_money_needs_the_price_of_every_model_before_the_run() -> None:
    with pytest.raises(UserError, match=r"none for b, c.*\[prices\]"):
        Spend(Budget(money=1.0), {"a": PRICE}, ["c", "a", "b"])
    Spend(Budget(money=1.0), {"a": PRICE}, ["a"])


@pytest.mark.parametrize(
    ("budget", "least"), [(Budget(calls=20), 20), (Budget(tokens=300), 20), (Budget(money=20 * 70e-6), 20)]
)
def test_a_run_stops_at_the_line_and_what_is_in_flight_is_answered(budget: Budget, least: int) -> None:
    """A call is 10 + 5 tokens and 70 millionths; the overshoot is at most what was in flight."""
    spend = Spend(budget, {"asked": PRICE}, ["asked"])
    done = asyncio.run(exchange(ok, *many(100), spend=spend, in_flight=8, latency=0.01))
    answered = sum(isinstance(outcome, Completion) for outcome in done.outcomes)
    assert least <= answered < least + 8
    assert answered == done.server.count == spend.total.calls
    assert {type(outcome) for outcome in done.outcomes} == {Completion, OutOfBudget}


def test_a_resumed_run_starts_from_what_was_spent() -> None:
    spend = Spend(Budget(calls=10))
    for _ in range(7):
        spend.add("agent", "asked", Usage(prompt=10, completion=5))
    done = asyncio.run(exchange(ok, *many(20), spend=spend, in_flight=1))
    assert done.server.count == 3


def test_failed_tries_are_not_spent() -> None:
    spend = Spend()
    asyncio.run(exchange(lambda _: refusal(500), spend=spend, tries=2))
    assert spend.total == Tally()


def test_a_server_that_does_not_count_tokens_cannot_be_held_to_a_budget_in_them() -> None:
    def silent(_: Body) -> Answer:
        return answer({"content": "ok"}, usage={})

    done = asyncio.run(exchange(silent, *many(2), spend=Spend(Budget(tokens=1000)), in_flight=1))
    assert isinstance(done.outcomes[0], Completion)
    assert isinstance(done.outcomes[1], UserError)
    assert "give it in calls" in str(done.outcomes[1])
    done = asyncio.run(exchange(silent, *many(2), spend=Spend(Budget(calls=1000)), in_flight=1))
    assert all(isinstance(outcome, Completion) for outcome in done.outcomes)
