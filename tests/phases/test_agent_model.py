"""The agent with a model behind it: policy and tools, function calling, one repair turn."""

import asyncio
from dataclasses import replace

import msgspec
import pytest
from puppets import Answer, Answers, calls, says
from talks import MAIL, Accepted, small_tables

from apigen_mt.models.completion import Completion, Malformed
from apigen_mt.phases.agent_model import ModelAgent, desk_of
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.world.domain import World

HELLO = (Message("user", "Hello"),)


def step(world: World, *answers: Answer) -> tuple[Message, Answers]:
    """The agent's next message, and the model with what it was asked."""
    model = says(*answers)
    return asyncio.run(ModelAgent(model, desk_of(world.domain), "attempt2").step(HELLO)), model


def test_prompt_is_the_policy_and_the_tools_and_nothing_else(desk: World) -> None:
    _, model = step(desk, "Hi")
    (request,) = model.asked
    assert request.messages == (
        {"role": "system", "content": desk.domain.policy.text.strip()},
        {"role": "user", "content": "Hello"},
    )
    assert request.tools == tuple(desk.domain.specs)
    assert (request.role, request.place, request.schema) == ("agent", "attempt2/step0", None)


def test_conversation_is_in_the_shape_of_the_chat_api(corpus: list[Accepted]) -> None:
    """Every result answers a call before it, and arguments are JSON text; nothing else of the blueprint is there."""
    case = corpus[0]
    request = ModelAgent(says(""), desk_of(case.world.domain), "attempt0").request(case.messages)
    assert len(request.messages) == 1 + len(case.messages)
    for message, chat in zip(case.messages, request.messages[1:], strict=True):
        assert chat["role"] == message.role
        for call, made in zip(message.calls, chat.get("tool_calls", []), strict=True):
            assert made["id"] == call.id
            assert msgspec.json.decode(made["function"]["arguments"]) == call.arguments
        if message.role == "tool":
            assert chat["tool_call_id"] == message.call_id


def test_places_count_the_agents_messages(corpus: list[Accepted]) -> None:
    case = corpus[0]
    agent = ModelAgent(says(""), desk_of(case.world.domain), "attempt0")
    steps = [p for p, message in enumerate(case.messages) if message.role == "assistant"]
    assert [agent.request(case.messages[:p]).place for p in steps] == [f"attempt0/step{n}" for n in range(len(steps))]


def test_text_beside_calls_is_kept(desk: World) -> None:
    message, _ = step(desk, calls(("find_rider", {"email": MAIL}), text="One moment."))
    assert message == Message("assistant", "One moment.", calls=(ToolCall("find_rider", {"email": MAIL}),))


def test_unknown_tool_and_wrong_arguments_are_left_to_the_environment(desk: World) -> None:
    """It answers with an error that the agent may mend."""
    message, model = step(desk, calls(("no_such_tool", {"x": 1})))
    assert message.calls == (ToolCall("no_such_tool", {"x": 1}),)
    assert desk.environment().call(message.calls[0]).error
    assert len(model.asked) == 1


def test_several_calls_are_kept_where_the_domain_allows_them(desk: World) -> None:
    pair = calls(("find_rider", {"email": MAIL}), ("list_hires", {"rider": "rdr_4219e5"}))
    message, model = step(desk, pair)
    assert [call.name for call in message.calls] == ["find_rider", "list_hires"]
    assert model.asked[0].parallel


def test_several_calls_get_a_repair_turn_where_it_does_not(desk: World) -> None:
    """Keeping the first alone would change what the model did without telling it."""
    strict = replace(desk.domain, parallel_calls=False, tables=lambda seed, size: small_tables()).world(0, 2)
    pair = calls(("find_rider", {"email": MAIL}), ("list_hires", {"rider": "rdr_4219e5"}))
    message, model = step(strict, pair, calls(("find_rider", {"email": MAIL})))
    assert [call.name for call in message.calls] == ["find_rider"]
    assert not model.asked[0].parallel
    assert "one at a time" in model.asked[1].messages[-1]["content"]


BAD: dict[str, Answer] = {
    "no JSON": calls(("find_rider", '{"email": ')),
    "no object": calls(("find_rider", '["a"]')),
    "cut off": Completion("I will now", finish="length"),
    "cut off in a call": msgspec.structs.replace(calls(("find_rider", "{}")), finish="length"),
    "empty": Completion(""),
    "thoughts alone": Completion("<think>Hm.</think>"),
    "beyond JSON": calls(("find_rider", '{"email": "\\ud800"}')),
    "name beyond JSON": calls(("\ud800", "{}")),
    "number beyond JSON": calls(("find_rider", '{"email": 1e999}')),
    "filtered": Completion("I can", finish="content_filter"),
    "nested without end": calls(("find_rider", '{"email": ' + "[" * 100_000)),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=list(BAD))
def test_one_repair_turn_for_what_no_environment_can_take(desk: World, bad: Answer) -> None:
    message, model = step(desk, bad, "Hello, how can I help?")
    assert message == Message("assistant", "Hello, how can I help?")
    assert model.places == ["attempt2/step0", "attempt2/step0/repair"]
    assert model.asked[1].messages[:-1] == model.asked[0].messages
    with pytest.raises(Malformed, match="agent"):
        step(desk, bad)


def test_arguments_left_out_are_none(desk: World) -> None:
    """Some servers send nothing where a tool takes nothing."""
    message, _ = step(desk, calls(("find_rider", "")))
    assert message.calls == (ToolCall("find_rider", {}),)
