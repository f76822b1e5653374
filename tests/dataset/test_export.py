"""Exports: exactly the form that their readers expect, and back to our messages."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from apigen_mt.dataset.chat import openai_chat, openai_messages, trl_chat
from apigen_mt.dataset.export import TrlRow, export
from apigen_mt.dataset.parquet import JsonText, Writer
from apigen_mt.dataset.rows import Row, RowCall, RowMessage, messages_of
from apigen_mt.dataset.sharegpt import sharegpt_messages, sharegpt_record
from apigen_mt.dataset.versions import DomainVersion, read_versions
from apigen_mt.errors import UserError
from apigen_mt.values.messages import Message, ToolCall

PARALLEL = (
    RowMessage("user", "both please", (), "", error=False, loss=False),
    RowMessage(
        "assistant",
        "One moment.",
        (RowCall("call_1", "a", '{"x": 1.50}'), RowCall("call_2", "b", "{}")),
        "",
        error=False,
        loss=True,
    ),
    RowMessage("tool", "A", (), "call_1", error=False, loss=False),
    RowMessage("tool", "B", (), "call_2", error=True, loss=False),
    RowMessage("assistant", "Done.", (), "", error=False, loss=False),
)
TOOLS = [{"type": "function", "function": {"name": "a", "description": "", "parameters": {"type": "object"}}}]


def bare(messages: tuple[Message, ...]) -> tuple[Message, ...]:
    """Messages as an export keeps them."""
    return tuple(msgspec.structs.replace(message, acts=(), error=False) for message in messages)


def version_of(dataset: Path) -> DomainVersion:
    (version,) = read_versions(dataset).values()
    return version


def test_openai_form_is_the_chat_apis() -> None:
    call = {"id": "call_1", "type": "function", "function": {"name": "a", "arguments": '{"x": 1.50}'}}
    other = {"id": "call_2", "type": "function", "function": {"name": "b", "arguments": "{}"}}
    assert openai_chat(PARALLEL, "policy") == [
        {"role": "system", "content": "policy"},
        {"role": "user", "content": "both please"},
        {"role": "assistant", "content": "One moment.", "tool_calls": [call, other]},
        {"role": "tool", "content": "A", "tool_call_id": "call_1"},
        {"role": "tool", "content": "B", "tool_call_id": "call_2"},
        {"role": "assistant", "content": "Done.", "weight": 0},
    ]


def test_openai_file_comes_back_as_our_messages(dataset: Path, rows: list[Row], tmp_path: Path) -> None:
    assert export(dataset, "openai", tmp_path / "chat.jsonl") == len(rows)
    made = [json.loads(line) for line in (tmp_path / "chat.jsonl").read_bytes().splitlines()]
    assert [openai_messages(record) for record in made] == [bare(messages_of(row)) for row in rows]
    assert all(set(record) == {"messages", "tools"} for record in made)
    assert made[0]["tools"] == list(version_of(dataset).tools)
    assert made[0]["messages"][0] == {"role": "system", "content": version_of(dataset).policy}
    bare_calls = [m for record in made for m in record["messages"] if m.get("tool_calls") and m["content"] is None]
    assert bare_calls


def test_sharegpt_splits_calls_made_at_once_in_their_order() -> None:
    record = sharegpt_record(PARALLEL, "policy", TOOLS)
    assert record == {
        "conversations": [
            {"from": "human", "value": "both please"},
            {"from": "gpt", "value": "One moment."},
            {"from": "function_call", "value": '{"name":"a","arguments":{"x": 1.50}}'},
            {"from": "observation", "value": "A"},
            {"from": "function_call", "value": '{"name":"b","arguments":{}}'},
            {"from": "observation", "value": "B"},
            {"from": "gpt", "value": "Done."},
        ],
        "tools": '[{"name":"a","description":"","parameters":{"type":"object"}}]',
        "system": "policy",
    }
    assert sharegpt_messages(record) == (
        Message("user", "both please"),
        Message("assistant", "One moment.", (ToolCall("a", {"x": 1.5}, "call_1"),)),
        Message("tool", "A", call_id="call_1"),
        Message("assistant", "", (ToolCall("b", {}, "call_2"),)),
        Message("tool", "B", call_id="call_2"),
        Message("assistant", "Done."),
    )


@pytest.mark.parametrize("name", ["data.json", "data.jsonl"])
def test_sharegpt_file_comes_back_as_our_messages(dataset: Path, rows: list[Row], tmp_path: Path, name: str) -> None:
    export(dataset, "sharegpt", tmp_path / name)
    text = (tmp_path / name).read_bytes()
    made = json.loads(text) if name.endswith(".json") else [json.loads(line) for line in text.splitlines()]
    assert [sharegpt_messages(record) for record in made] == [bare(messages_of(row)) for row in rows]
    assert all(list(record) == ["conversations", "tools", "system"] for record in made)
    assert json.loads(made[0]["tools"]) == [tool["function"] for tool in version_of(dataset).tools]
    turns = [turn for record in made for turn in record["conversations"] if turn["from"] == "function_call"]
    assert all(isinstance(json.loads(turn["value"])["arguments"], dict) for turn in turns)


def test_trl_file_loads_as_the_same_objects_without_foreign_nulls(
    dataset: Path, rows: list[Row], tmp_path: Path, datasets: Any
) -> None:
    export(dataset, "trl", tmp_path / "train.parquet")
    loaded = datasets.load_dataset("parquet", data_files=str(tmp_path / "train.parquet"), split="train")
    policy = version_of(dataset).policy
    wanted = [json.loads(msgspec.json.encode(trl_chat(row.messages, policy))) for row in rows]
    assert [value["messages"] for value in loaded] == wanted
    assert all(value["tools"] == list(version_of(dataset).tools) for value in loaded)
    for row, value in zip(rows, loaded, strict=True):
        assert value["loss"] == [message["role"] == "assistant" for message in value["messages"]]
        assert value["id"] == row.id
    called = [m for value in wanted for m in value if "tool_calls" in m]
    assert all(isinstance(call["function"]["arguments"], dict) for m in called for call in m["tool_calls"])


def test_trl_keeps_unlike_arguments_and_single_flags_apart(tmp_path: Path, datasets: Any) -> None:
    odd = {"n": None, "list": [1, "two", {"x": [[]]}], "deep": {"a": {"b": 1.5}}, "": "\u2028<|im_end|>"}
    messages = [{"role": "assistant", "tool_calls": [{"function": {"arguments": a}}]} for a in (odd, {"n": 2}, {})]
    with Writer(tmp_path / "odd.parquet", TrlRow) as writer:
        for number in range(3):
            texts = tuple(JsonText(json.dumps(message)) for message in messages[number:])
            writer.add(TrlRow(str(number), texts, (), (True,) * (2 - number) + (False,)), 1)
    for streaming in (False, True):
        source = {"data_files": str(tmp_path / "odd.parquet"), "split": "train", "streaming": streaming}
        loaded = list(datasets.load_dataset("parquet", **source))
        assert [value["messages"] for value in loaded] == [messages, messages[1:], messages[2:]]
        assert [value["loss"] for value in loaded] == [[True, True, False], [True, False], [False]]


def test_rows_without_tools_and_policy_are_not_exported(dataset: Path, rows: list[Row], tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_bytes(msgspec.json.encode(rows[0]))
    with pytest.raises(UserError, match="the tools and policy of 'bikes'"):
        export(tmp_path / "rows.jsonl", "openai", tmp_path / "chat.jsonl")
    assert [path.name for path in tmp_path.iterdir()] == ["rows.jsonl"]


def test_an_unknown_export_format_is_told(dataset: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="unknown export format 'alpaca'; choose one of openai, trl, sharegpt"):
        export(dataset, "alpaca", tmp_path / "x")


def test_an_unwritable_export_is_told(dataset: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="cannot write"):
        export(dataset, "openai", tmp_path / "file" / "chat.jsonl")


@pytest.mark.parametrize(
    "record",
    [
        {"messages": 1},
        {"messages": [1]},
        {"messages": [{"role": "robot", "content": ""}]},
        {"messages": [{"role": "assistant", "tool_calls": [{"function": {"name": "a", "arguments": "{"}}]}]},
        {"messages": [{"role": "user", "content": 7}]},
    ],
)
def test_records_that_are_no_chat_are_refused(record: Any) -> None:
    with pytest.raises(UserError, match="the conversation cannot be read"):
        openai_messages(record)
