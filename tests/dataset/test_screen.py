"""Foreign files: every known defect of released data is reported under its check, and nothing crashes."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apigen_mt.dataset.chat import parse_openai
from apigen_mt.dataset.export import export
from apigen_mt.dataset.read import Kind
from apigen_mt.dataset.reverify import reverify
from apigen_mt.dataset.screen import CANNOT_RUN, CHECKS, screen
from apigen_mt.dataset.sharegpt import parse_sharegpt

TOOLS = [
    {
        "name": "find_person",
        "description": "Find a person.",
        "parameters": {
            "type": "object",
            "properties": {"mail": {"type": "string"}},
            "required": ["mail"],
            "additionalProperties": False,
        },
    },
    {
        "name": "move",
        "description": "Move a delivery.",
        "parameters": {
            "type": "object",
            "properties": {
                "delivery": {"type": "string"},
                "day": {"type": "string"},
                "speed": {"type": "string", "enum": ["slow", "fast"]},
                "fee": {"type": "number", "default": 4.5},
                "notify": {"type": "boolean"},
            },
            "required": ["delivery"],
        },
    },
]


def human(text: str) -> dict[str, str]:
    return {"from": "human", "value": text}


def gpt(text: str) -> dict[str, str]:
    return {"from": "gpt", "value": text}


def call(name: str, arguments: Any) -> dict[str, str]:
    return {"from": "function_call", "value": json.dumps({"name": name, "arguments": arguments})}


def seen(text: str) -> dict[str, str]:
    return {"from": "observation", "value": text}


FOUND = call("find_person", {"mail": "ann@example.com"})
MOVED = call("move", {"delivery": "d_204", "day": "2026-05-20", "speed": "fast", "fee": 4.5, "notify": True})
GOOD: list[dict[str, str]] = [
    human("Hi, please move my delivery to May 20. I'm ann@example.com"),
    FOUND,
    seen('{"name": "Ann", "deliveries": ["d_204"]}'),
    MOVED,
    seen("moved"),
    gpt("It comes on May 20."),
    human("thanks"),
    gpt("You're welcome."),
]


def record(conversation: list[Any], tools: Any = None, system: Any = "Be kind.") -> dict[str, Any]:
    return {"conversations": conversation, "tools": json.dumps(TOOLS) if tools is None else tools, "system": system}


def judged(value: Any, kind: Kind = Kind.SHAREGPT) -> dict[str, bool | None]:
    parse = parse_sharegpt if kind is Kind.SHAREGPT else parse_openai
    return {verdict.check: verdict.passed for verdict in screen(parse(value), kind)}


def failed(value: Any, kind: Kind = Kind.SHAREGPT) -> set[str]:
    return {check for check, passed in judged(value, kind).items() if passed is not True}


def test_a_good_record_passes_every_check() -> None:
    assert judged(record(GOOD)) == dict.fromkeys(CHECKS, True)


def at(place: int, *turns: dict[str, str]) -> list[dict[str, str]]:
    return [*GOOD[:place], *turns, *GOOD[place + 1 :]]


@pytest.mark.parametrize(
    ("conversation", "checks"),
    [
        (at(1, call("find_person", '{"mail": "ann@example.com"}')), {"encoding"}),
        (GOOD[:5], {"ending"}),
        (GOOD[:4], {"ending", "results"}),
        (GOOD[:1], {"ending"}),
        (at(5, gpt("One moment."), gpt("It comes on May 20.")), {"roles"}),
        (at(0, human("Hi"), GOOD[0]), {"roles"}),
        ([*GOOD[:5], *GOOD[6:]], {"roles"}),
        ([*GOOD[:2], *GOOD[3:]], {"results", "provenance"}),
        (at(2, GOOD[2], GOOD[2]), {"results"}),
        ([seen("x"), *GOOD], {"roles", "results"}),
        (at(3, call("move", {"delivery": "d_999"})), {"provenance"}),
        (at(3, call("move", {"delivery": "d_204", "fee": 81.25})), {"provenance"}),
        (at(3, call("move", {"delivery": "d_204", "day": "2026-05-21"})), {"provenance"}),
        (at(1, call("find_person", {"mail": "bob@example.com"})), {"provenance"}),
        (at(3, call("fly", {"delivery": "d_204"})), {"tools"}),
        (at(3, call("move", {"delivery": 204})), {"schema", "provenance"}),
        (at(3, call("move", {})), {"schema"}),
        (at(3, call("move", {"delivery": "d_204", "speed": "warp"})), {"schema", "provenance"}),
        (at(3, call("move", [1])), {"calls", "schema", "provenance"}),
        (at(3, call("move", "{")), {"calls", "schema", "provenance"}),
        (at(3, {"from": "function_call", "value": "move(d_204)"}), {"calls", "schema", "provenance"}),
        (at(3, {"from": "function_call", "value": '["move"]'}), {"calls", "schema", "provenance"}),
        (at(3, {"from": "function_call", "value": '{"arguments": {}}'}), {"calls", "schema", "provenance"}),
        (at(5, {"from": "robot", "value": "hi"}), {"roles"}),
        (at(7, gpt("")), {"ending"}),
        ([*GOOD, {"from": "gpt"}], {"format"}),
        ([*GOOD, 5], {"format"}),
    ],
)
def test_known_defects_fail_their_check(conversation: list[Any], checks: set[str]) -> None:
    assert failed(record(conversation)) == checks


def test_what_cannot_run_is_not_passed() -> None:
    without = judged(record(GOOD, tools=""))
    assert (without["tools"], without["schema"]) == (False, None)
    assert set(judged({"conversations": []}).values()) == {None, False}


@pytest.mark.parametrize("tools", ["{", "7", '[{"description": "no name"}]', '[{"name": "move", "parameters": 3}]', 8])
def test_bad_tool_lists_fail_the_tools_check(tools: Any) -> None:
    assert judged(record(GOOD, tools=tools))["tools"] is False


def test_a_schema_that_is_none_is_reported() -> None:
    tools = json.dumps([{"name": "find_person", "parameters": {"type": 7}}, TOOLS[1]])
    assert failed(record(GOOD, tools=tools)) == {"schema"}


def test_values_that_a_reader_could_work_out_are_traced() -> None:
    sums = [
        human("I paid 120.50 and 30, to 12 Elm Street, 60601"),
        call("calculate", {"expression": "120.50 + 30"}),
        seen("150.5"),
        call("note", {"total": 150.5, "street": "12 Elm Street", "zip": "60601", "text": "", "flag": False, "x": None}),
        seen(""),
        call("think", {"thought": "The customer paid twice, so I had better look up the policy on refunds first."}),
        seen(""),
        gpt("Done."),
    ]
    assert judged(record(sums))["provenance"] is True
    sums[1] = call("calculate", {"expression": "120.50 + 31"})
    assert judged(record(sums))["provenance"] is False
    sums[1] = call("think", {"thought": "The customer wants me to give back all of the order W-99812 today."})
    assert judged(record(sums))["provenance"] is False


@pytest.mark.parametrize("result", ["plain words", "", "[" * 5000 + "]" * 5000, "1" + "0" * 400, "1e999", '{"a": '])
def test_any_text_may_be_a_result(result: str) -> None:
    told = [human("the total is 7"), call("note", {}), seen(result), call("note", {"total": 7}), seen(""), gpt("Done.")]
    assert judged(record(told))["provenance"] is True


def test_chat_form_with_calls_made_at_once() -> None:
    def made(name: str, arguments: Any, id_: str) -> dict[str, Any]:
        return {"id": id_, "type": "function", "function": {"name": name, "arguments": arguments}}

    messages: list[Any] = [
        {"role": "system", "content": "Be kind."},
        {"role": "user", "content": [{"type": "text", "text": "I'm ann@example.com, d_204"}]},
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [
                made("find_person", '{"mail": "ann@example.com"}', "1"),
                made("move", '{"delivery": "d_204"}', "2"),
            ],
        },
        {"role": "tool", "tool_call_id": "2", "content": "moved"},
        {"role": "tool", "tool_call_id": "1", "content": "Ann"},
        {"role": "assistant", "content": "Done."},
    ]
    tools = [{"type": "function", "function": tool} for tool in TOOLS]
    assert failed({"messages": messages, "tools": tools}, Kind.OPENAI) == set()
    mixed = deepcopy(messages)
    mixed[2]["tool_calls"][0]["function"]["arguments"] = {"mail": "ann@example.com"}
    assert failed({"messages": mixed, "tools": tools}, Kind.OPENAI) == {"encoding"}
    crossed = deepcopy(messages)
    crossed[3]["tool_call_id"] = "7"
    assert failed({"messages": crossed, "tools": tools}, Kind.OPENAI) == {"results"}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
SPEAKERS = st.sampled_from(["human", "gpt", "function_call", "observation", "system", "robot"])
TEXTS = st.sampled_from(["", "hi", "{}", "[", MOVED["value"], FOUND["value"], "1" * 400, "9e999"]) | JSON.map(
    json.dumps
)
TURNS = st.fixed_dictionaries({"from": SPEAKERS, "value": TEXTS | JSON}) | JSON


@given(
    st.lists(TURNS, max_size=6),
    st.sampled_from([json.dumps(TOOLS)]) | JSON.map(json.dumps) | JSON,
    st.text(max_size=5) | JSON,
)
def test_nothing_makes_it_crash(conversation: list[Any], tools: Any, system: Any) -> None:
    value = {"conversations": conversation, "tools": tools, "system": system}
    assert list(judged(value)) == list(CHECKS)
    roles = {"human": "user", "gpt": "assistant", "observation": "tool"}
    messages = [
        {"role": roles.get(str(turn["from"]), turn["from"]), "content": turn["value"], "tool_calls": tools}
        if isinstance(turn, dict) and "from" in turn
        else turn
        for turn in conversation
    ]
    assert list(judged({"messages": messages, "tools": tools}, Kind.OPENAI)) == list(CHECKS)


def test_large_texts_are_judged_in_time() -> None:
    big = "word 12 $3.50 on May 4, a-1 " * 40_000
    assert judged(record([human(big), *GOOD[1:3], gpt(big)]))["format"] is True


@pytest.mark.parametrize(("format", "name"), [("sharegpt", "a.json"), ("openai", "a.jsonl"), ("trl", "a.parquet")])
def test_our_exports_pass(dataset: Path, tmp_path: Path, format: str, name: str) -> None:
    export(dataset, format, tmp_path / name)
    report = reverify(tmp_path / name, 1)
    assert report.ok
    assert set(report.checks) == {*CHECKS, "unique"}
    assert report.cannot_run == dict(CANNOT_RUN)
    assert "that such a file allows" in report.table()


def test_repeats_and_broken_lines_are_reported_by_line(tmp_path: Path) -> None:
    lines = [json.dumps(record(GOOD)), "", "{broken", json.dumps(record(GOOD)), '"text"']
    (tmp_path / "data.jsonl").write_text("\n".join(lines))
    report = reverify(tmp_path / "data.jsonl", 1)
    assert report.rows == 4
    assert report.checks["format"].examples[0].startswith("data.jsonl line 3: not valid JSON")
    assert report.checks["unique"].examples == ["data.jsonl line 4: repeats data.jsonl line 1"]
