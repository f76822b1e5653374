"""The row format: exact round trips, identity, and what it refuses."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apigen_mt.dataset.parquet import table_of
from apigen_mt.dataset.rows import (
    Origin,
    Reject,
    Row,
    blueprint_of,
    engine_of,
    item_of,
    messages_of,
    rejects_of,
    row_of,
)
from apigen_mt.errors import UserError
from apigen_mt.phases.item import Item, Rejected
from apigen_mt.values.blueprint import Blueprint, Change, Goal, Output, Said
from apigen_mt.values.messages import Act, Message, ToolCall
from apigen_mt.values.persona import Persona, Style
from apigen_mt.values.trajectory import StopReason, Trajectory
from apigen_mt.values.value import Value
from apigen_mt.values.verdict import Verdict

ORIGIN = Origin("d" * 64, 3, 60, 7, engine_of())
HOSTILE = (
    "<script>alert('x')</script>",
    "a\u202eb\u2066c\u200fd",
    "line\u2028break\u0085\x00\x1f",
    "```\n---\n| a | b |",
    "{{ messages }} {% raw %} <|im_end|> </s>",
    "😀🏳️‍🌈 ﷽ Ǆ İ",
    '"\\u0041\\n',
)

texts = st.text(st.characters(codec="utf-8"), max_size=20) | st.sampled_from(HOSTILE)
scalars = (
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | texts
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
objects = st.dictionaries(texts, values, max_size=3)
calls = st.builds(ToolCall, texts, objects, texts)
facts = st.builds(Value, st.sampled_from(["money", "text"]), texts | st.floats(allow_nan=False, allow_infinity=False))
said = st.builds(Said, texts, values, objects)
goals = st.builds(
    Goal,
    texts,
    objects,
    st.dictionaries(texts, said, max_size=2),
    st.lists(texts, max_size=2).map(tuple),
    st.sampled_from(["start", "later"]),
    st.none() | st.builds(Change, texts, values, said),
    st.booleans(),
    st.none() | st.builds(Goal, texts, objects, st.just({})),
    st.sampled_from(["done", "refused"]),
    st.lists(texts, max_size=2).map(tuple),
)
acts = st.builds(Act, texts, st.integers(-1, 3), texts, objects)
messages = st.builds(
    Message,
    st.sampled_from(["user", "assistant", "tool"]),
    texts,
    st.lists(calls, max_size=2).map(tuple),
    texts,
    st.booleans(),
    st.lists(acts, max_size=2).map(tuple),
)
verdicts = st.lists(st.builds(Verdict, texts, st.just(True), texts), min_size=1, max_size=3).map(tuple)
blueprints = st.builds(
    Blueprint,
    st.just("bikes"),
    texts,
    st.builds(Persona, texts, texts, st.builds(Style, typos=st.floats(0, 0.06))),
    st.dictionaries(texts, facts, max_size=2),
    st.lists(goals, max_size=2).map(tuple),
    texts,
    st.lists(calls, max_size=2).map(tuple),
    st.lists(st.builds(Output, st.integers(0, 3), st.none() | facts, st.just(())), max_size=2).map(tuple),
    st.dictionaries(texts, facts, max_size=1),
    st.lists(texts, max_size=2).map(tuple),
    verdicts,
)


@st.composite
def items(draw: Any) -> Item:
    """Items with an accepted trajectory and nothing rejected."""
    blueprint = draw(blueprints)
    trajectory = Trajectory(
        blueprint.id,
        draw(st.integers(0, 9)),
        tuple(draw(st.lists(messages, max_size=4))),
        draw(st.sampled_from(list(StopReason))),
        draw(texts),
        draw(verdicts),
    )
    cells = tuple(draw(st.lists(texts, max_size=3)))
    return Item(draw(st.integers(0, 2**40)), "bikes", blueprint, (trajectory,), cells=cells, signature=draw(texts))


@given(st.lists(items(), min_size=1, max_size=3))
def test_items_come_back_exactly_from_arrow(made: list[Item]) -> None:
    table = table_of(Row, [row_of(item, ORIGIN) for item in made])
    rows = [msgspec.convert(value, Row) for value in table.to_pylist()]
    assert [item_of(row) for row in rows] == made


@given(items())
def test_items_come_back_exactly_from_json(item: Item) -> None:
    row = row_of(item, ORIGIN)
    assert msgspec.json.decode(msgspec.json.encode(row), type=Row) == row
    assert item_of(row) == item


def test_numbers_keep_their_type(rows: list[Row]) -> None:
    item = _with_arguments(rows[0], {"a": 19.0, "b": 19, "c": True, "d": 1e300, "e": -0.0})
    (message,) = messages_of(row_of(item, ORIGIN))
    assert repr(message.calls[0].arguments) == "{'a': 19.0, 'b': 19, 'c': True, 'd': 1e+300, 'e': -0.0}"


def test_arrow_schema_is_what_the_format_says() -> None:
    names = {field.name: str(field.type) for field in table_of(Row, []).schema}
    calls = "list<item: struct<id: string, name: string, arguments: string>>"
    message = f"role: string, content: string, tool_calls: {calls}, tool_call_id: string, error: bool, loss: bool"
    assert names.pop("messages") == f"list<item: struct<{message}>>"
    assert names.pop("verdicts") == "list<item: struct<check: string, passed: bool, reason: string>>"
    lists = {name for name, kind in names.items() if kind == "list<item: string>"}
    numbers = {name for name, kind in names.items() if kind == "int64"}
    assert lists == {"parts", "kinds", "covers"}
    assert numbers == {
        "world_seed",
        "world_size",
        "run_seed",
        "ordinal",
        "attempt",
        "tool_calls",
        "user_turns",
    }
    assert {kind for name, kind in names.items() if name not in lists | numbers} == {"string"}


def test_id_covers_words_calls_and_world_but_not_acts(rows: list[Row]) -> None:
    item = item_of(rows[0])
    plain = row_of(item, ORIGIN).id
    (trajectory,) = item.trajectories
    first, *others = trajectory.messages

    def changed(message: Message) -> str:
        other = msgspec.structs.replace(trajectory, messages=(message, *others))
        return row_of(msgspec.structs.replace(item, trajectories=(other,)), ORIGIN).id

    assert changed(msgspec.structs.replace(first, acts=())) == plain
    assert changed(msgspec.structs.replace(first, content="other")) != plain
    assert row_of(item, ORIGIN._replace(world_digest="e" * 64)).id != plain


def test_large_text_is_kept(rows: list[Row]) -> None:
    text = "é" * (1 << 20)
    item = _with_arguments(rows[0], {"text": text})
    table = table_of(Row, [row_of(item, ORIGIN)] * 3)
    row = msgspec.convert(table.to_pylist()[2], Row)
    assert messages_of(row)[0].calls[0].arguments == {"text": text}


def test_lone_surrogates_are_refused_clearly(rows: list[Row]) -> None:
    with pytest.raises(UserError, match=r"work item \d+ holds text that is not valid Unicode.*ud800"):
        row_of(_with_arguments(rows[0], {"text": "a\ud800"}), ORIGIN)


def test_an_item_that_was_not_accepted_is_no_row() -> None:
    with pytest.raises(UserError, match="work item 5 has no accepted trajectory"):
        row_of(Item(5, "bikes"), ORIGIN)


def test_rejects_say_where_why_and_whose_fault(rows: list[Row]) -> None:
    item = item_of(rows[0])
    candidate = Rejected(item_blueprint(item), "policy", (Verdict("policy", False, "breaks 2.1", "blueprint"),), 2)
    (accepted,) = item.trajectories
    failed = msgspec.structs.replace(
        accepted, attempt=1, verdicts=(Verdict("state", True), Verdict("consent", False, "no yes", "agent"))
    )
    mixed = msgspec.structs.replace(item, rejected=(candidate,), trajectories=(failed, accepted))
    first, second = rejects_of(mixed)
    assert (first.stage, first.round, first.blame, first.checks) == ("policy", 2, "blueprint", ("policy",))
    assert (second.stage, second.round, second.blame, second.checks) == (
        "conversation",
        1,
        "agent",
        ("consent",),
    )
    assert msgspec.json.decode(second.conversation, type=tuple[Message, ...]) == accepted.messages
    assert table_of(Reject, [first, second]).num_rows == 2


def test_a_damaged_column_is_a_value_error(rows: list[Row]) -> None:
    with pytest.raises(ValueError, match="JSON"):
        blueprint_of(msgspec.structs.replace(rows[0], actions="[{]"))
    with pytest.raises(ValueError, match="acts are given for 0 messages"):
        messages_of(msgspec.structs.replace(rows[0], acts="[]"))


def item_blueprint(item: Item) -> Blueprint:
    assert item.blueprint is not None
    return item.blueprint


def _with_arguments(row: Row, arguments: dict[str, Any]) -> Item:
    item = item_of(row)
    message = Message("assistant", calls=(ToolCall("tool", arguments, "call_1"),))
    trajectory = msgspec.structs.replace(item.trajectories[0], messages=(message,))
    return msgspec.structs.replace(item, trajectories=(trajectory,))
