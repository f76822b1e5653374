"""Environments for TRL, driven as its documentation says that TRL drives them; TRL itself is not installed here."""

import inspect
import json
from typing import Any

import pytest
from tests.exports.conftest import held

from apigen_mt.errors import UserError
from apigen_mt.evaluation.result import succeeded
from apigen_mt.evaluation.tasks import Task
from apigen_mt.exports.signature import as_method
from apigen_mt.exports.trl import LEFT, Desk, environments, plain, rows
from apigen_mt.world.tools import Tool


def tools_of(desk: Desk) -> dict[str, Any]:
    """The methods that TRL shows to a model: the functions of the class, but for private ones and the two it calls itself."""
    found = inspect.getmembers(type(desk), predicate=inspect.isfunction)
    return {name: getattr(desk, name) for name, _ in found if name not in ("reset", "get_reward") and name[0] != "_"}


@pytest.mark.parametrize("agent", ["by-words", "do-nothing"])
def test_rewards_are_ours(agent: str, tasks: tuple[Task, ...]) -> None:
    (make,) = environments(tasks).values()
    desks = [make() for _ in tasks[:8]]
    for desk, task, row in zip(desks, tasks, rows(tasks), strict=False):
        book = held(task, agent)
        tools = tools_of(desk)
        heard = [desk.reset(**row)]
        for message in book.messages:
            if message.role == "assistant" and message.calls:
                results = [tools[call.name](**call.arguments) for call in message.calls]
                assert results == [one.content for one in book.messages if one.call_id in {c.id for c in message.calls}]
            elif message.role == "assistant":
                heard.append(desk.reply(message.content))
        assert heard == [*(one.content for one in book.messages if one.role == "user"), LEFT]
        assert desk.reply("Still there?") == LEFT
        assert desk.judged.verdicts == book.verdicts
    ours = [held(task, agent) for task in tasks[:8]]
    assert [desk.get_reward() for desk in desks] == [float(succeeded(one, "strict")) for one in ours]
    assert plain(environments=desks, prompts=[], completions=[]) == [float(succeeded(one, "plain")) for one in ours]
    assert (sum(plain(desks)) > 0) == (agent == "by-words")


def test_conversation_that_is_broken_off_is_worth_nothing(tasks: tuple[Task, ...]) -> None:
    (make,) = environments(tasks).values()
    desk = make()
    with pytest.raises(RuntimeError, match="reset"):
        desk.get_reward()
    desk.reset(**rows(tasks)[0])
    assert desk.get_reward() == 0.0 and plain([desk]) == [0.0]
    assert desk.reply("") == LEFT and desk.get_reward() == 0.0


def test_tools_have_the_signatures_of_their_schemas(tasks: tuple[Task, ...]) -> None:
    domain = tasks[0].place.world().domain
    tools = tools_of(environments(tasks)["retail"]())
    assert set(tools) == {*domain.tools, "reply"}
    for name, tool in domain.tools.items():
        signature, schema = inspect.signature(tools[name]), tool.parameters
        assert set(signature.parameters) == set(schema["properties"])
        required = [p.name for p in signature.parameters.values() if p.default is inspect.Parameter.empty]
        assert set(required) == set(schema["required"])
        told = inspect.getdoc(tools[name])
        assert told and told.startswith(tool.description)
        assert all(f"{key}: {one['description']}" in told for key, one in schema["properties"].items())


def test_hints_say_what_schemas_say() -> None:
    properties = {
        "size": {"anyOf": [{"type": "integer"}, {"type": "null"}], "default": None},
        "names": {"type": "array", "items": {"enum": ["a", "b"]}},
        "whole": {"type": "object"},
    }
    tool = Tool("pick", "Pick.", {"type": "object", "properties": properties, "required": ["names"]}, "read", print)
    shown = str(inspect.signature(as_method(tool, print)))
    assert (
        shown
        == "(self, names: list[typing.Literal['a', 'b']], size: int | None = None, whole: dict[str, typing.Any] = None) -> str"
    )


def test_rows_hold_what_a_conversation_begins_with(tasks: tuple[Task, ...]) -> None:
    for task, row in zip(tasks, rows(tasks), strict=True):
        system, user = row["prompt"]
        assert system["content"].startswith(task.place.world().domain.policy.text) and LEFT in system["content"]
        assert (user["role"], row["environment"]) == ("user", "retail") and json.loads(row["task"])["id"] == task.id


def test_tool_with_a_name_that_environments_use_is_told(
    tasks: tuple[Task, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    domain = tasks[0].place.world().domain
    monkeypatch.setattr(Desk, next(iter(domain.tools)), None, raising=False)
    with pytest.raises(UserError, match="rename it"):
        environments(tasks)
