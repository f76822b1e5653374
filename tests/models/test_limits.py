"""How fast an endpoint is asked."""

import asyncio
import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.models.endpoint_server import Answer, Body, answer, refusal, text
from tests.models.exchanges import exchange, many

from apigen_mt.models.completion import Completion
from apigen_mt.models.limits import Pace, Slots


def ok(_: Body) -> Answer:
    return text("ok")


def test_no_more_than_the_limit_is_in_flight_and_no_less() -> None:
    done = asyncio.run(exchange(ok, *many(40), latency=0.02, in_flight=8))
    assert done.server.most_at_once == 8


def test_first_come_first_served() -> None:
    done = asyncio.run(exchange(ok, *many(50), in_flight=1))
    asked = [seen.body["messages"][0]["content"] for seen in done.server.requests]
    assert asked == [f"hello {number}" for number in range(50)]


def test_requests_a_minute_are_evenly_spaced() -> None:
    done = asyncio.run(exchange(ok, *many(7), requests_per_minute=600))
    assert 0.6 <= done.seconds < 5


def test_tokens_a_minute_count_what_the_answers_took() -> None:
    """Ten answers of 1,000 tokens at 1,200,000 a minute take half a second, though the requests are short."""

    def long(_: Body) -> Answer:
        return answer({"content": "ok"}, usage={"prompt_tokens": 400, "completion_tokens": 600})

    done = asyncio.run(exchange(long, *many(11), in_flight=1, tokens_per_minute=1_200_000))
    assert 0.4 < done.seconds < 5


def test_a_busy_server_is_asked_less_at_once_until_it_keeps_up() -> None:
    """It takes four requests at once; nobody loses an answer, and few are refused."""
    at_once = most = 0

    async def four(_: Body) -> Answer:
        nonlocal at_once, most
        if at_once >= 4:
            return refusal(429)
        at_once += 1
        most = max(most, at_once)
        await asyncio.sleep(0.01)
        at_once -= 1
        return text("ok")

    done = asyncio.run(exchange(four, *many(200), in_flight=64, tries=30, patience=5.0))
    assert all(isinstance(outcome, Completion) for outcome in done.outcomes)
    assert most == 4
    assert done.connection.faults["429"] < 400


def test_the_limit_halves_once_for_one_burst_and_grows_back() -> None:
    async def story() -> list[float]:
        slots = Slots(64)
        sent = asyncio.get_running_loop().time()
        limits: list[float] = []
        for _ in range(10):
            slots.busy(sent)
        limits.append(slots.limit)
        slots.busy(asyncio.get_running_loop().time() + 1)
        limits.append(slots.limit)
        for _ in range(64 * 16):
            slots.answered()
        return [*limits, slots.limit]

    assert asyncio.run(story()) == [32, 16, 64]


def test_a_thousand_waiters_cost_little() -> None:
    async def story() -> float:
        slots = Slots(8)

        async def one() -> None:
            for _ in range(5):
                assert await slots.take()
                await asyncio.sleep(0)
                slots.free()

        begun = time.process_time()
        await asyncio.gather(*(one() for _ in range(1000)))
        return time.process_time() - begun

    assert asyncio.run(story()) / 5000 < 0.0005


@given(st.lists(st.sampled_from(["take", "free", "cancel", "busy", "grow"]), max_size=60))
def test_slots_are_never_lost_and_never_made(steps: list[str]) -> None:
    """Whatever happens, including a cancellation in the moment of the turn."""

    async def story() -> None:
        slots = Slots(4)
        waiting: list[asyncio.Task[bool]] = []
        for number, step in enumerate(steps):
            holding = [task for task in waiting if task.done()]
            if step == "take":
                waiting.append(asyncio.create_task(slots.take()))
            elif step == "free" and holding:
                waiting.remove(holding[0])
                slots.free()
            elif step == "cancel" and len(holding) < len(waiting):
                task = next(task for task in waiting if not task.done())
                waiting.remove(task)
                task.cancel()
            elif step == "busy":
                slots.busy(float("inf"))
            elif step == "grow":
                slots.answered()
            if number % 2:
                await asyncio.sleep(0)
        for task in waiting:
            if not task.done():
                task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        for task in waiting:
            if not task.cancelled():
                slots.free()
        slots.limit = 4.0
        assert await asyncio.wait_for(asyncio.gather(*(slots.take() for _ in range(4))), 1) == [True] * 4
        fifth = asyncio.create_task(slots.take())
        await asyncio.sleep(0)
        assert not fifth.done()
        slots.close()
        assert await fifth is False

    asyncio.run(story())


@given(st.lists(st.tuples(st.floats(0, 50), st.floats(0, 10)), min_size=1, max_size=50), st.floats(1, 1000))
def test_no_stretch_of_time_sees_more_than_its_share(asked: list[tuple[float, float]], per_minute: float) -> None:
    """Between any two starts lies at least the time that the earlier one and all between them take."""
    pace, now = Pace(per_minute), 0.0
    starts: list[tuple[float, float]] = []
    for amount, later in asked:
        now += later
        starts.append((now + pace.reserve(amount, now), amount))
    for (first, amount), (second, _) in itertools.pairwise(starts):
        assert second - first >= amount * 60 / per_minute * (1 - 1e-9) - 1e-6


def test_a_correction_moves_those_who_come_later() -> None:
    pace = Pace(60)
    assert pace.reserve(1, 0.0) == 0
    pace.correct(4)
    assert pace.reserve(1, 0.0) == pytest.approx(5)


def test_slots_are_given_one_in_each_round_of_the_event_loop() -> None:
    """So the first of a burst is on its way before the last is begun."""

    async def story() -> list[int]:
        slots = Slots(64)
        loop = asyncio.get_running_loop()
        rounds = 0
        got: list[int] = []

        def count() -> None:
            nonlocal rounds
            rounds += 1
            loop.call_soon(count)

        async def one() -> None:
            assert await slots.take()
            got.append(rounds)

        count()
        await asyncio.gather(*(one() for _ in range(64)))
        for _ in range(32):
            slots.free()
        await asyncio.gather(*(one() for _ in range(32)))
        return got

    got = asyncio.run(story())
    assert len(got) == len(set(got)) == 96


def test_a_burst_reaches_the_server_one_by_one_although_all_have_to_connect() -> None:
    """Begun all at once, the first would arrive after the last had connected, and all within a fraction of the time."""
    done = asyncio.run(exchange(ok, *many(64), latency=0.5, in_flight=64))
    times = sorted(seen.at for seen in done.server.requests)
    spread, whole = times[-1] - times[0], done.seconds - 0.5
    assert spread > whole / 2
