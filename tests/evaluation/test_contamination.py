"""Benchmarks found again in datasets: nothing where there is nothing, and a leak at each level where it was planted."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluation.conftest import figures

from apigen_mt.adapters.benchmark import Action, PeerTask
from apigen_mt.cli import main
from apigen_mt.dataset.read import read_rows
from apigen_mt.dataset.rows import text_of
from apigen_mt.evaluation.contamination import contamination
from apigen_mt.evaluation.contents import contents_of, contents_of_benchmark
from apigen_mt.evaluation.likeness import ALIKE, RUN, Likeness, Runs, words
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.tables import Tables

LEVELS = ("ids", "rows", "tools", "policy", "writes", "instructions", "likeness", "dialogue")
INSTRUCTION = (
    "You are Tilda Quist and live in the lighthouse at Skerry Point. You want to move your booking of the small ferry from "
    "Thursday morning to the first crossing on Saturday, because your sister arrives with two dogs and a harp, and you will "
    "pay the difference from your voucher. If that crossing is full you would rather keep what you have than travel on Sunday."
)
DESCRIPTION = "Move a booking to another crossing and settle the difference from a voucher or by card."
SENTENCE = "A booking can be moved once without a fee if the new crossing is at least two days away."
BOOKING = {
    "booking_id": "#FB88213",
    "passengers": [{"name": "Tilda Quist", "dogs": 0}],
    "crossing": "thursday 07:40",
    "fare": 23.0,
}
MOVE = {"booking": "#FB88213", "crossing": "saturday 06:15", "voucher": 12.5}
TOOL = {
    "name": "move_booking",
    "description": DESCRIPTION,
    "parameters": {
        "type": "object",
        "properties": {
            "booking": {"type": "string", "description": "Number of the booking, with its sign."},
            "crossing": {"type": "string", "description": "Day and time."},
            "voucher": {"type": "number", "description": "What to take from the voucher."},
        },
        "required": ["booking", "crossing"],
    },
}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A benchmark as plain data, in τ-bench's form: one table, one tool that writes, a policy, a task."""
    place = tmp_path_factory.mktemp("benchmarks") / "ferry"
    place.mkdir()
    (place / "db.json").write_text(json.dumps({"bookings": {"#FB88213": BOOKING}}))
    (place / "tools.json").write_text(json.dumps([{"type": "function", "function": TOOL}]))
    (place / "policy.md").write_text(f"# Ferries\n\n- Be kind.\n- {SENTENCE} Dogs travel free.\n")
    actions = [{"name": "get_booking", "kwargs": {"booking": "#FB88213"}}, {"name": "move_booking", "kwargs": MOVE}]
    task = {"user_id": "tilda_quist_12", "instruction": INSTRUCTION, "actions": actions, "outputs": []}
    (place / "tasks_test.json").write_text(json.dumps([task]))
    return place


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset of a few conversations."""
    out = tmp_path_factory.mktemp("shop") / "made"
    arguments = ["generate", "retail", "-n", "4", "--size", "60", "--workers", "1", "--quiet", "--out", str(out)]
    assert main(arguments) == 0
    return out


def copied(shop: Path, place: Path, change: Callable[[dict[str, Any], dict[str, Any]], None]) -> Path:
    """Write the dataset as JSON lines with its domain beside it, after a change of one row or of the domain."""
    rows = [json.loads(text_of(row)) for row in read_rows(shop)]
    (file,) = (shop / "domains").iterdir()
    domain = json.loads(file.read_text())
    change(rows[2], domain)
    (place / "domains").mkdir()
    (place / "domains" / file.name).write_text(json.dumps(domain))
    (place / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    return place / "rows.jsonl"


def answered(row: dict[str, Any], text: str) -> None:
    """Put a text in place of a tool's first result."""
    next(message for message in row["messages"] if message["role"] == "tool")["content"] = text


def said(row: dict[str, Any], text: str) -> None:
    """Put a text behind what the user says first."""
    row["messages"][0]["content"] += " " + text


def reworded(text: str) -> str:
    """Change every eleventh word: no thirteen in a row remain, and most of what it says does."""
    return " ".join("hm" if number % 11 == 10 else word for number, word in enumerate(text.split()))


PLANTED: dict[str, tuple[Callable[[dict[str, Any], dict[str, Any]], Any], set[str]]] = {
    "an id that a customer says": (lambda row, _: said(row, "It is FB88213."), {"ids"}),
    "an id in a result": (lambda row, _: answered(row, '{"bookings":["#FB88213"]}'), {"ids"}),
    "an id as an argument": (
        lambda row, _: next(m for m in row["messages"] if m["tool_calls"])["tool_calls"][0].update(
            arguments='{"order":"#fb88213"}'
        ),
        {"ids"},
    ),
    "a row under another id, deep in a result": (
        lambda row, _: answered(row, json.dumps({"found": [{**BOOKING, "booking_id": "X", "fare": 23}]})),
        {"rows"},
    ),
    "a tool": (lambda _, domain: domain["tools"].append({"type": "function", "function": TOOL}), {"tools"}),
    "a tool under another name": (
        lambda _, domain: domain["tools"].append({"type": "function", "function": {**TOOL, "name": "shift"}}),
        {"tools"},
    ),
    "a tool that is described otherwise": (
        lambda _, domain: domain["tools"].append(
            {
                "type": "function",
                "function": {**json.loads(json.dumps(TOOL).replace("the", "a")), "description": "Shift."},
            }
        ),
        {"tools"},
    ),
    "a sentence of the policy": (
        lambda _, domain: domain.update(policy=f"{domain['policy']}\n9.9 {SENTENCE}"),
        {"policy"},
    ),
    "most of a sentence": (
        lambda _, domain: domain.update(
            policy=domain["policy"] + " Note that " + SENTENCE.lower().replace(" away", "")
        ),
        {"policy"},
    ),
    "the calls of a task": (
        lambda row, _: row.update(
            actions=json.dumps([{"name": "move_booking", "arguments": {**MOVE, "booking": "1"}}])
        ),
        set(),
    ),
    "the very calls of a task": (
        lambda row, _: row.update(actions=json.dumps([{"name": "move_booking", "arguments": MOVE}])),
        {"writes"},
    ),
    "a task's instruction": (lambda row, _: row.update(instruction=INSTRUCTION), {"instructions", "likeness"}),
    "its instruction with other words here and there": (
        lambda row, _: row.update(instruction=reworded(INSTRUCTION)),
        {"likeness"},
    ),
    "thirteen words of it": (
        lambda row, _: row.update(instruction="Oh, " + " ".join(INSTRUCTION.split()[20:33])),
        {"instructions"},
    ),
    "twelve words of it": (lambda row, _: row.update(instruction=" ".join(INSTRUCTION.split()[20:32])), set()),
    "its instruction in other order": (
        lambda row, _: row.update(instruction=" ".join(f"{part}." for part in reversed(INSTRUCTION.split(". ")))),
        {"instructions", "likeness"},
    ),
    "thirteen words that somebody says": (
        lambda row, _: said(row, " ".join(INSTRUCTION.upper().split()[20:33])),
        {"dialogue"},
    ),
}


def test_dataset_of_its_own_shares_nothing(shop: Path, ferry: Path) -> None:
    found = contamination(contents_of(shop, {}), contents_of(ferry, {}))
    assert tuple(level.name for level in found.levels) == LEVELS
    assert [(level.second, level.shared) for level in found.levels] == [(1, 0)] * len(LEVELS)
    assert found.above(0) == ()


@pytest.mark.parametrize("leak", PLANTED)
def test_planted_leak_is_found_at_its_level_and_at_no_other(leak: str, shop: Path, ferry: Path, tmp_path: Path) -> None:
    change, wanted = PLANTED[leak]
    dataset = contents_of(copied(shop, tmp_path, change), {})
    found = contamination(dataset, contents_of(ferry, {}))
    assert {level.name for level in found.levels if level.shared} == wanted
    assert {level.name for level in found.above(0)} == wanted and found.above(1) == ()
    assert all(len(level.examples) == level.shared for level in found.levels)


def test_everything_is_found_in_itself(shop: Path, ferry: Path) -> None:
    for place in (shop, ferry):
        levels = contamination(contents_of(place, {}), contents_of(place, {})).levels
        # An instruction is for whoever plays the user, and nobody says it.
        assert [level.shared for level in levels[:-1]] == [level.second for level in levels[:-1]]
        assert all(level.second for level in levels)


def test_other_forms_of_benchmarks_and_datasets(shop: Path, ferry: Path, tmp_path: Path) -> None:
    """Tasks in τ²-bench's form, a table as a list, and a dataset in the chat API's form."""
    place = tmp_path / "two"
    place.mkdir()
    scenario = {"instructions": {"domain": "ferry", "reason_for_call": INSTRUCTION, "known_info": None}}
    criteria = {"actions": [{"name": "move_booking", "arguments": MOVE}, {"name": "note", "arguments": {"x": 1}}]}
    task = {"id": "7", "user_scenario": scenario, "evaluation_criteria": criteria}
    (place / "tasks.json").write_text(json.dumps([task]))
    (place / "db.json").write_text(json.dumps({"bookings": [BOOKING]}))
    tools = [
        {"function": TOOL, "x_mutates": True},
        {"function": {"name": "note", "description": ""}, "x_mutates": False},
    ]
    (place / "tools.json").write_text(json.dumps(tools))
    call = {"id": "1", "function": {"name": "move_booking", "arguments": json.dumps({**MOVE, "voucher": 12.50})}}
    messages = [
        {"role": "system", "content": f"Mind this: {SENTENCE}"},
        {"role": "user", "content": "Hello"},
        {"role": "assistant", "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "1", "content": json.dumps(BOOKING)},
        {"role": "assistant", "content": "Done."},
    ]
    chat = tmp_path / "chat.jsonl"
    chat.write_text(json.dumps({"messages": messages, "tools": [{"type": "function", "function": TOOL}]}))
    theirs = contents_of(chat, {})
    shared = {level.name: level.shared for level in contamination(theirs, contents_of(place, {})).levels}
    assert shared == dict.fromkeys(LEVELS, 0) | {"ids": 1, "rows": 1, "tools": 1, "writes": 1}
    assert contamination(theirs, contents_of(ferry, {})).levels[3].shared == 1
    assert not contamination(contents_of(shop, {}), contents_of(place, {})).above(0)


def test_adapted_benchmark_is_taken_with_its_tables() -> None:
    """What an adapter gives: tasks, specs, policy, and tables if it can."""

    class Ferries:
        name, version, splits = "ferries:small", "1", ("test",)

        def tasks(self, split: str) -> list[PeerTask]:
            calls = (ToolCall("get_booking", {"booking": "1"}), ToolCall("move_booking", MOVE))
            return [PeerTask("0", split, tuple(map(Action, calls)), INSTRUCTION)]

        def policy(self, task: PeerTask) -> str:
            return SENTENCE

        def specs(self, task: PeerTask) -> list[dict[str, Any]]:
            return [{"type": "function", "function": TOOL}]

        tables = Tables({"bookings": {"#FB88213": BOOKING}})

    found = contents_of_benchmark(Ferries())  # type: ignore[arg-type]
    assert found.ids == {"fb88213"} and len(found.rows) == len(found.schemas) == len(found.policies) == 1
    assert [one.writes for one in found.exercises] == [(ToolCall("move_booking", MOVE),)]


def test_command_counts_and_checks(shop: Path, ferry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (clean,) = figures(capsys, "contamination", shop, "--against", ferry, "--threshold", "0")
    assert [level["name"] for level in clean["levels"]] == list(LEVELS)
    leaky = copied(shop, tmp_path, PLANTED["an id in a result"][0])
    assert main(["contamination", str(leaky), "--against", str(ferry)]) == 0
    assert main(["contamination", str(leaky), "--against", str(ferry), "--threshold", "0"]) == 1
    assert "ids: 1 of 1 are in" in capsys.readouterr().err
    assert main(["contamination", str(leaky), "--against", str(ferry), "--threshold", "2"]) == 2
    assert main(["contamination", str(leaky), "--against", str(tmp_path / "none")]) == 2
    (ferry.parent / "odd").mkdir()
    (ferry.parent / "odd" / "tasks.json").write_text('[{"question": 1}]')
    assert main(["contamination", str(leaky), "--against", str(ferry.parent / "odd")]) == 2
    assert "the forms of τ-bench and τ²-bench are known" in capsys.readouterr().err


TEXTS = st.lists(st.lists(st.sampled_from("abcdef"), max_size=30).map(" ".join), max_size=6)


@given(TEXTS, st.lists(st.sampled_from("abcdefg"), max_size=40).map(" ".join))
def test_runs_are_found_as_brute_force_finds_them(texts: list[str], text: str) -> None:
    def runs(one: str) -> set[tuple[str, ...]]:
        parts = words(one)
        return {tuple(parts[start : start + RUN]) for start in range(len(parts) - RUN + 1)}

    assert Runs(texts).found(text) == {number for number, one in enumerate(texts) if runs(one) & runs(text)}


@given(TEXTS, st.integers(0, 5), st.integers(0, 29), st.sampled_from("ag"))
def test_likeness_leaves_out_no_text_that_is_alike(texts: list[str], number: int, place: int, other: str) -> None:
    """The index answers as a comparison with every text does."""
    parts = (texts[number % len(texts)] if texts else "a b").split()
    text = " ".join([*parts[:place], other, *parts[place + 1 :]])
    like = Likeness(texts)
    vector = like.vector(text)
    cosines = [sum(weight * like.vector(one).get(name, 0.0) for name, weight in vector.items()) for one in texts]
    assert like.found(text) == {n for n, cosine in enumerate(cosines) if cosine >= ALIKE}
