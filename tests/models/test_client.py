"""What goes over the wire, and how answers and failures come back, against a real server on loopback."""

import asyncio
import builtins
import gc
import itertools
import logging
import subprocess
import sys
import traceback
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from tests.models.endpoint_server import (
    CUT_OFF,
    EMPTY,
    HANG,
    LENGTH_STOP,
    NO_CHOICES,
    RESET,
    TRUNCATED,
    UNKNOWN_TOOL,
    UNPARSABLE_ARGUMENTS,
    WRONG_SHAPE,
    Answer,
    Answering,
    Body,
    EndpointServer,
    answer,
    calls,
    faulty,
    refusal,
    text,
)
from tests.models.exchanges import asking, exchange, is_easy, many, quick

from apigen_mt.errors import UserError
from apigen_mt.models.client import Connection
from apigen_mt.models.completion import Completion, EndpointDown, NoAnswer, RawCall, Usage
from apigen_mt.models.endpoint import Endpoint
from apigen_mt.models.players import Player

TOOL = {"type": "function", "function": {"name": "look", "parameters": {"type": "object", "properties": {}}}}
SCHEMA = {"type": "object", "properties": {"a": {"type": "integer"}}}
KEY = "sk-very-secret-0123456789"


def turns(*made: Answer) -> Answering:
    """Answers in turn; the last for ever."""
    rest = itertools.chain(made, itertools.repeat(made[-1]))
    return lambda body: next(rest)


def bodies(*requests: Any, **settings: Any) -> list[Body]:
    """What the server gets."""
    return [seen.body for seen in asyncio.run(exchange(turns(text("ok")), *requests, **settings)).server.requests]


# The wire


def test_a_body_holds_what_the_player_and_the_request_say_and_nothing_else() -> None:
    plain = {"model": "asked", "messages": [{"role": "user", "content": "hello"}]}
    assert bodies() == [plain]
    player = Player(model="big", temperature=0.0, top_p=0.9, max_tokens=100, extra={"reasoning_effort": "low"})
    sampled = {"model": "big", "temperature": 0.0, "top_p": 0.9, "max_tokens": 100, "reasoning_effort": "low"}
    assert bodies(player=player) == [plain | sampled]
    assert bodies(asking(tools=(TOOL,))) == [plain | {"tools": [TOOL], "parallel_tool_calls": False}]
    (structured,) = bodies(asking(schema=SCHEMA))
    assert structured["response_format"]["json_schema"] == {"name": "answer", "schema": SCHEMA, "strict": False}


def test_an_answer_is_taken_as_it_came() -> None:
    usage = {"prompt_tokens": 50, "completion_tokens": 7, "prompt_tokens_details": {"cached_tokens": 32}}
    made = calls(("look", '{"a": 1}'), ("look", "not json")) | {"usage": usage}
    assert asyncio.run(exchange(turns(made))).only == Completion(
        calls=(RawCall("call_0", "look", '{"a": 1}'), RawCall("call_1", "look", "not json")),
        finish="tool_calls",
        usage=Usage(prompt=50, completion=7, cached=32),
        model="served",
    )


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (EMPTY, ("", (), "stop")),
        (LENGTH_STOP, ("This was going to be a long", (), "length")),
        (UNKNOWN_TOOL, ("", (RawCall("call_0", "no_such_tool", "{}"),), "tool_calls")),
        (UNPARSABLE_ARGUMENTS, ("", (RawCall("call_0", "get_user_details", '{"user_id": '),), "tool_calls")),
        (answer({"content": "a", "reasoning_content": "long thoughts"}), ("a", (), "stop")),
        (answer({"content": None, "refusal": "I will not."}), ("I will not.", (), "stop")),
        (answer({}, finish="content_filter"), ("", (), "content_filter")),
    ],
)
def test_odd_answers_are_answers(made: Body, expected: tuple[str, tuple[RawCall, ...], str]) -> None:
    """What they are worth is for the role to say, so they are not asked for again."""
    done = asyncio.run(exchange(turns(made)))
    assert (done.only.text, done.only.calls, done.only.finish) == expected
    assert done.server.count == 1


def test_missing_usage_and_arguments_that_are_no_text_can_be_read() -> None:
    call = {"function": {"name": "look", "arguments": {"a": 1}}}
    made = {"choices": [{"message": {"tool_calls": [call]}}]}
    assert asyncio.run(exchange(turns(made))).only == Completion(
        calls=(RawCall("call_0", "look", '{"a":1}'),), finish="tool_calls"
    )


# What some servers refuse


@pytest.mark.parametrize("message", ["response_format is not supported here", "Bad Request"])
@pytest.mark.parametrize("status", [400, 422])
def test_a_server_without_response_format_is_asked_without_it_and_remembered(message: str, status: int) -> None:
    def answering(body: Body) -> Answer:
        return refusal(status, message) if "response_format" in body else text("ok")

    async def twice() -> tuple[int, int]:
        async with EndpointServer(answering) as server, Connection("test", quick(server.url, tries=1)) as connection:
            for words in ("one", "two"):
                assert (await connection.complete(Player(model="m"), asking(words, schema=SCHEMA))).text == "ok"
            return server.count, sum("response_format" in seen.body for seen in server.requests)

    assert asyncio.run(twice()) == (3, 1)


def test_of_two_optional_fields_the_refused_one_is_found_or_both() -> None:
    request = asking(schema=SCHEMA, tools=(TOOL,))

    def refusing(*fields: str) -> Answering:
        return lambda body: refusal(400, "what?") if set(fields) & set(body) else text("ok")

    for refused in (("response_format",), ("parallel_tool_calls",), ("response_format", "parallel_tool_calls")):
        last = asyncio.run(exchange(refusing(*refused), request)).server.requests[-1].body
        kept = {"response_format", "parallel_tool_calls"} & set(last)
        assert kept == {"response_format", "parallel_tool_calls"} - set(refused)


def test_a_request_that_is_bad_in_itself_is_not_blamed_on_a_field_that_the_server_takes() -> None:
    def answering(body: Body) -> Answer:
        return refusal(400, "maximum context length is 10 tokens") if "long" in str(body["messages"]) else text("ok")

    async def both() -> list[bool]:
        async with EndpointServer(answering) as server, Connection("test", quick(server.url)) as connection:
            await connection.complete(Player(model="m"), asking(schema=SCHEMA))
            with pytest.raises(NoAnswer, match="400: maximum context length is 10 tokens"):
                await connection.complete(Player(model="m"), asking("long", schema=SCHEMA))
            return ["response_format" in seen.body for seen in server.requests]

    assert asyncio.run(both()) == [True, True]


# Tries


@pytest.mark.parametrize(
    ("fault", "what"),
    [
        *((refusal(status), str(status)) for status in (408, 409, 429, 500, 502, 503, 529)),
        *((RESET, "dropped"), (CUT_OFF, "dropped"), (HANG, "timeout")),
        *((TRUNCATED, "unreadable"), (WRONG_SHAPE, "unreadable"), (NO_CHOICES, "unreadable")),
    ],
)
def test_what_may_pass_is_tried_again(fault: Answer, what: str) -> None:
    done = asyncio.run(exchange(turns(fault, fault, text("ok")), timeout=0.1 if fault == HANG else 2.0))
    assert done.only.text == "ok"
    assert (done.server.count, dict(done.connection.faults)) == (3, {what: 2})


def test_a_request_without_answer_says_what_happened_after_its_tries() -> None:
    done = asyncio.run(exchange(lambda body: text("yes") if is_easy(body) else refusal(503, "overloaded"), tries=3))
    with pytest.raises(NoAnswer, match=r"asked 3 times for the agent.* the last time: 503: overloaded"):
        _ = done.only
    assert done.server.count == 3 + 1


def test_a_request_that_the_server_refuses_costs_one_try_and_nobody_else() -> None:
    def answering(body: Body) -> Answer:
        return refusal(422, "hello 1 is too long") if "hello 1" in str(body) else text("ok")

    done = asyncio.run(exchange(answering, *many(3)))
    assert [type(outcome) for outcome in done.outcomes] == [Completion, NoAnswer, Completion]
    assert done.server.count == 3
    assert "422: hello 1 is too long" in str(done.outcomes[1])


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_retry_after_is_respected(form: str) -> None:
    """A date has whole seconds, so a wait for it may be up to one shorter."""
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=1.5), usegmt=True)
    value, least = ("0.3", 0.3) if form == "seconds" else (later, 0.2)
    done = asyncio.run(exchange(turns(refusal(429, retry_after=value), text("ok")), patience=5.0))
    first, second = done.server.requests
    assert least <= second.at - first.at < 2.0


@pytest.mark.parametrize("value", ["3600", "Fri, 31 Dec 9999 23:59:59 GMT", "soon"])
def test_retry_after_is_capped_and_nonsense_is_ignored(value: str) -> None:
    done = asyncio.run(exchange(turns(refusal(503, retry_after=value), text("ok")), patience=0.2))
    assert done.only.text == "ok"
    assert done.seconds < 10.0


def test_a_mix_of_faults_loses_nobody() -> None:
    """A fifth of all answers is something else; what can be read is an answer, everything else is asked for again."""
    done = asyncio.run(exchange(faulty(turns(text("ok")), 0.2), *many(300), timeout=0.5, tries=12, patience=9.0))
    sent, faults = done.connection.sent, done.connection.faults
    assert all(isinstance(outcome, Completion) for outcome in done.outcomes)
    assert set(faults) == {"429", "500", "dropped", "timeout", "unreadable"}
    assert sent == 300 + faults.total()
    # Where the machine is slow, time can be up before a request has arrived.
    assert sent - faults["timeout"] <= done.server.count <= sent


# Keys


def test_the_key_goes_into_its_header_and_nowhere_else(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even where the server repeats it, and not with what the environment holds for somebody else's server."""
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_ADMIN_KEY"):
        monkeypatch.setenv(name, "for-another-server")
    caplog.set_level(logging.DEBUG)
    done = asyncio.run(exchange(turns(refusal(500, f"bad key {KEY}"), refusal(401, f"bad key {KEY}")), key=KEY))
    for seen in done.server.requests:
        assert seen.headers.pop("authorization") == f"Bearer {KEY}"
        assert KEY not in str(seen)
        assert "for-another-server" not in str(seen)
    (error,) = done.outcomes
    assert isinstance(error, EndpointDown)
    assert "bad key ***" in str(error)
    told = [str(error), repr(error), repr(done.connection), caplog.text, *traceback.format_exception(error)]
    assert KEY not in "\n".join(told)
    assert error.__cause__ is None
    assert error.__context__ is None


def test_without_a_key_no_key_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "for-another-server")
    done = asyncio.run(exchange(turns(text("ok"))))
    assert "authorization" not in done.server.requests[0].headers


@pytest.mark.parametrize("url", ["localhost:8000", "ftp://host/v1", "http://me:secret@host/v1", ""])
def test_a_url_that_cannot_work_is_refused_at_once(url: str) -> None:
    with pytest.raises(UserError, match=r"http://host:port/v1") as error:
        Connection("test", Endpoint(url=url))
    assert "secret" not in str(error.value)


# Beginning and end


def test_without_the_extra_the_person_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("openai"):
            raise ModuleNotFoundError("No module named 'openai'", name="openai")
        return real(name, *rest, **more)

    for name in [name for name in sys.modules if name == "apigen_mt.models.sending"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(UserError, match=r"pip install 'apigen-mt\[models\]'"):
        asyncio.run(exchange(turns(text("ok"))))


def test_the_client_is_imported_without_the_sdk() -> None:
    code = "import sys, apigen_mt.models.client; sys.exit('openai' in sys.modules or 'aiohttp' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("state", ["in flight", "waiting for a slot", "between tries", "in pace"])
def test_cancelling_makes_no_noise(state: str, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing is left open, nothing is logged; and warnings are errors here."""
    settings: dict[str, Any] = {
        "in flight": {},
        "waiting for a slot": {"in_flight": 1},
        "between tries": {"backoff": 1000.0, "patience": 1000.0},
        "in pace": {"requests_per_minute": 1},
    }[state]
    noise: list[dict[str, Any]] = []

    async def cancel() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, context: noise.append(context))
        fault = refusal(429, retry_after="1000") if state == "between tries" else HANG
        async with (
            EndpointServer(turns(fault)) as server,
            Connection("test", quick(server.url, **settings)) as connection,
        ):
            tasks = [asyncio.create_task(connection.complete(Player(model="m"), ask)) for ask in many(20)]
            await asyncio.sleep(0.15)
            for task in tasks:
                task.cancel()
            found = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(isinstance(outcome, asyncio.CancelledError) for outcome in found)

    asyncio.run(cancel())
    gc.collect()
    assert noise == []
    assert caplog.text == ""


def test_a_connection_serves_on_after_some_of_its_requests_were_cancelled() -> None:
    async def story() -> str:
        made = turns(HANG, HANG, text("ok"))
        async with EndpointServer(made) as server, Connection("test", quick(server.url, in_flight=2)) as connection:
            tasks = [asyncio.create_task(connection.complete(Player(model="m"), ask)) for ask in many(5)]
            while server.count < 2:
                await asyncio.sleep(0.01)
            for task in tasks[:4]:
                task.cancel()
            return (await asyncio.wait_for(tasks[4], 1)).text

    assert asyncio.run(story()) == "ok"
