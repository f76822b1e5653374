"""A dead endpoint is told from one that never answers a few requests."""

import asyncio
import itertools
import random
import socket
import time

import pytest
from tests.models.endpoint_server import HANG, Answer, Body, EndpointServer, refusal, text
from tests.models.exchanges import asking, exchange, is_easy, many, quick

from apigen_mt.models.client import Connection
from apigen_mt.models.completion import Completion, EndpointDown, NoAnswer
from apigen_mt.models.endpoint import Endpoint
from apigen_mt.models.health import STREAK, Fault, Health
from apigen_mt.models.players import Player

FAILING = Fault("failing", "500", "500: no", 500)
REFUSED = Fault("unreachable", "unreachable", "no connection: refused")


def unused_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def test_a_server_that_nobody_started_is_told_at_the_first_request() -> None:
    async def story() -> float:
        endpoint = Endpoint(url=f"http://127.0.0.1:{unused_port()}/v1", backoff=0.2, patience=6.0)
        begun = time.perf_counter()
        async with Connection("local", endpoint) as connection:
            with pytest.raises(EndpointDown, match=r"'local' \(http://127.*answers nobody.*start the server") as error:
                await connection.complete(Player(model="m"), asking())
        assert "refused" in str(error.value)
        return time.perf_counter() - begun

    assert asyncio.run(story()) < 3


def test_a_server_that_comes_back_costs_nobody_a_try() -> None:
    """With one try each, everybody is answered across a restart."""

    async def story() -> list[Completion | BaseException]:
        async with EndpointServer(lambda _: text("ok")) as server:
            port = int(server.url.split(":")[2].split("/")[0])
            connection = Connection("test", quick(server.url, tries=1, patience=5.0, backoff=0.05))
            await connection.__aenter__()
            await connection.complete(Player(model="m"), asking())
        asked = asyncio.gather(
            *(connection.complete(Player(model="m"), ask) for ask in many(20)), return_exceptions=True
        )
        await asyncio.sleep(0.2)
        async with EndpointServer(lambda _: text("ok"), port=port):
            found = await asked
            await connection.__aexit__()
        return found

    found = asyncio.run(story())
    lost = [outcome for outcome in found if not isinstance(outcome, Completion)]
    # A connection kept open from before is dropped when it is used, which only a try can show.
    assert len(lost) <= 1


@pytest.mark.parametrize("fault", [refusal(500, "broken"), HANG])
def test_a_server_that_answers_nobody_is_called_down_to_all_who_wait(fault: Answer) -> None:
    done = asyncio.run(exchange(lambda _: fault, *many(100), in_flight=16, patience=0.3, timeout=0.2))
    assert {type(outcome) for outcome in done.outcomes} == {EndpointDown}
    assert done.seconds < 10
    assert done.server.count < 1000


def test_nothing_is_sent_to_an_endpoint_that_is_down() -> None:
    async def story() -> tuple[int, int]:
        async with EndpointServer(lambda _: refusal(401)) as server, Connection("e", quick(server.url)) as connection:
            for _ in range(3):
                with pytest.raises(EndpointDown):
                    await connection.complete(Player(model="m"), asking())
            return server.count, connection.sent

    assert asyncio.run(story()) == (1, 1)


def test_who_pauses_between_tries_is_told_too() -> None:
    """And does not sit out the five minutes that the server asked for."""

    def answering(body: Body) -> Answer:
        return refusal(401) if "hello 1" in str(body) else refusal(503, retry_after="300")

    done = asyncio.run(exchange(answering, *many(2), in_flight=1, patience=600.0))
    assert {type(outcome) for outcome in done.outcomes} == {EndpointDown}
    assert done.seconds < 60


@pytest.mark.parametrize("status", [400, 500])
@pytest.mark.parametrize("in_flight", [1, 64])
def test_an_endpoint_that_always_fails_on_the_same_requests_costs_those_only(status: int, in_flight: int) -> None:
    """Also at the end, when only they are left. Answers are slow and failures fast, which must not mislead."""
    bad = set(random.Random(5).sample(range(150), 27))

    async def answering(body: Body) -> Answer:
        if is_easy(body):
            return text("yes")
        if int(body["messages"][0]["content"].split()[1]) in bad:
            return refusal(status)
        await asyncio.sleep(0.1 if in_flight > 1 else 0)
        return text("ok")

    settings = {"in_flight": in_flight, "tries": 4, "patience": 0.05, "backoff": 0.01}
    done = asyncio.run(exchange(answering, *many(150), **settings))
    failed = {number for number, outcome in enumerate(done.outcomes) if isinstance(outcome, NoAnswer)}
    assert failed == bad
    assert all(isinstance(done.outcomes[number], Completion) for number in set(range(150)) - bad)
    tries = 150 - 27 + 27 * (4 if status == 500 else 1)
    assert tries <= done.server.count <= tries + 27, "and the easy question, at most once for each"


def test_an_endpoint_that_fails_for_a_while_costs_nothing_however_few_ask() -> None:
    """Their tries are used up long before it answers again."""
    count = itertools.count()
    done = asyncio.run(
        exchange(lambda _: refusal(500) if next(count) < 10 else text("ok"), *many(2), tries=2, patience=20.0)
    )
    assert [type(outcome) for outcome in done.outcomes] == [Completion] * 2


def test_few_who_ask_an_endpoint_that_is_down_are_told_so() -> None:
    done = asyncio.run(exchange(lambda _: refusal(500), *many(2), tries=2, patience=0.3))
    assert [type(outcome) for outcome in done.outcomes] == [EndpointDown] * 2


@pytest.mark.parametrize(
    ("status", "advice"), [(401, "check the key in THE_KEY"), (402, "top up"), (403, "THE_KEY"), (404, "'asked'")]
)
def test_a_refused_key_or_a_wrong_name_is_told_at_once_with_what_to_do(status: int, advice: str) -> None:
    done = asyncio.run(exchange(lambda _: refusal(status, "not you"), key_env="THE_KEY"))
    with pytest.raises(EndpointDown, match=f"{status}: not you.*{advice}.*resume the run"):
        _ = done.only
    assert done.server.count == 1


def test_a_used_up_quota_is_no_reason_to_wait() -> None:
    done = asyncio.run(exchange(lambda _: refusal(429, "insufficient_quota: see your plan")))
    with pytest.raises(EndpointDown, match="quota"):
        _ = done.only


def test_a_model_that_has_answered_may_forbid_one_request() -> None:
    def answering(body: Body) -> Answer:
        return refusal(403, "flagged") if "hello 3" in str(body) else text("ok")

    done = asyncio.run(exchange(answering, *many(6), in_flight=1))
    assert [type(outcome).__name__ for outcome in done.outcomes].count("Completion") == 5
    assert isinstance(done.outcomes[3], NoAnswer)


def test_a_server_that_refuses_every_request_is_down_after_a_streak() -> None:
    """For example because of a field in `extra` that it does not know."""
    done = asyncio.run(exchange(lambda _: refusal(400, "unknown field"), *many(50), in_flight=1))
    kinds = [type(outcome).__name__ for outcome in done.outcomes]
    assert kinds == ["NoAnswer"] * (STREAK - 1) + ["EndpointDown"] * (51 - STREAK)


def test_a_streak_is_counted_in_the_order_of_sending() -> None:
    health = Health(patience=10)
    numbers = [health.enter() for _ in range(2 * STREAK)]
    odd = [health.failed(number, FAILING) for number in numbers if number % 2]
    assert not any(odd), "every second one may still be answered"
    even = [health.failed(number, FAILING) for number in numbers if not number % 2]
    assert even[-1]
    health.answered(1.0)
    assert not health.failed(numbers[0], FAILING)


def test_patience_is_short_only_before_the_first_word() -> None:
    health = Health(patience=20)
    assert health.failed(health.enter(), REFUSED)
    assert (health.down(REFUSED, 0.9), health.down(REFUSED, 1.0)) == (False, True)
    health.answered(50.0)
    assert health.failed(health.enter(), REFUSED._replace(sent=100.0))
    assert (health.down(REFUSED, 119.0), health.down(REFUSED, 120.0)) == (False, True)


def test_silence_begins_with_the_sending_but_not_before_the_last_answer() -> None:
    """So a server that hangs is down at the first timeout, and one that answered meanwhile is not."""
    timeout = Fault("failing", "timeout", "no answer within 120 s")
    for answered, down in ((0.0, True), (100.0, False)):
        health = Health(patience=60)
        health.answered(answered)
        assert [health.failed(health.enter(), timeout) for _ in range(STREAK)][-1]
        assert health.down(timeout, 120.0) is down
