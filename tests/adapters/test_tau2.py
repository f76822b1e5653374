"""τ²-bench as a benchmark of ours: by the port of it that PyPI has, and by its own code where a checkout is at hand.

`pip install inspect-ai toml` and `pip install --no-deps inspect-evals` bring the port; TAU2_CHECKOUT names a checkout.
"""

import importlib.util
import os
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tau2_corruption import corrupted

from apigen_mt.adapters.benchmark import Action, Conversed, PeerTask, as_made, played
from apigen_mt.adapters.tau2 import load
from apigen_mt.adapters.tau2.benchmark import Tau2
from apigen_mt.adapters.tau2.rows import Rows, text
from apigen_mt.errors import UserError
from apigen_mt.values.messages import Message, ToolCall, UserCall
from apigen_mt.values.trajectory import StopReason
from apigen_mt.world.replay import replay

CHECKOUT = os.environ.get("TAU2_CHECKOUT", "")
HAS_PORT = all(importlib.util.find_spec(name) for name in ("inspect_ai", "inspect_evals", "toml"))
needs_port = pytest.mark.skipif(not HAS_PORT, reason="inspect-evals with inspect-ai and toml is not installed")
needs_checkout = pytest.mark.skipif(not CHECKOUT, reason="TAU2_CHECKOUT names no checkout of tau2-bench")

NOTHING = Conversed((), StopReason.USER_DONE)


@cache
def port(name: str) -> Tau2:
    return load(f"tau2-port:{name}")


@cache
def peer(name: str) -> Tau2:
    return load(f"tau2:{name}", Path(CHECKOUT))


BOTH = [pytest.param(port, id="port", marks=needs_port), pytest.param(peer, id="checkout", marks=needs_checkout)]
Loaded = Callable[[str], Tau2]


def first(benchmark: Tau2, count: int = 0) -> list[PeerTask]:
    """The first tasks of the split that is usually reported, or all of them."""
    tasks = list(benchmark.tasks(benchmark.splits[0]))
    return tasks[: count or len(tasks)]


def oracle(benchmark: Tau2, task: PeerTask) -> Conversed:
    return played(benchmark.environment(task), task)


def by_check(benchmark: Tau2, task: PeerTask, conversed: Conversed) -> dict[str, bool | None]:
    return {verdict.check: verdict.passed for verdict in benchmark.verdicts(task, conversed)}


# --- Tables --------------------------------------------------------------------------------------------------

tables = st.dictionaries(
    st.sampled_from("abcd"), st.fixed_dictionaries({"n": st.integers(), "l": st.lists(st.integers())})
)
changes = st.lists(
    st.tuples(st.sampled_from(["edit", "put", "look", "walk"]), st.sampled_from("abcdef"), st.integers())
)


@given(tables, changes)
def test_a_shared_table_does_what_a_dictionary_does_and_what_is_shared_stays_as_it_is(
    base: dict[str, Any], steps: list[tuple[str, str, int]]
) -> None:
    plain = {key: {"n": row["n"], "l": list(row["l"])} for key, row in base.items()}
    before = text(base)
    rows = Rows(base)
    for step, key, number in steps:
        for table in (plain, rows):
            if step == "put":
                table[key] = {"n": number, "l": []}
            elif step == "edit" and key in table:
                table[key]["l"].append(number)
            elif step == "walk":
                for row in table.values():
                    row["n"] += number
        rows.writing = step != "look"
        assert (list(rows), len(rows), rows.get(key)) == (list(plain), len(plain), plain.get(key))
        assert (key in rows) == (key in plain)
        rows.writing = True
    assert dict(rows.items()) == plain
    assert text(base) == before


# --- Ground truths and rewards ---------------------------------------------------------------------------------


@pytest.mark.parametrize("loaded", BOTH)
def test_every_ground_truth_of_telecom_replays_and_earns_what_it_should(loaded: Loaded) -> None:
    benchmark = loaded("telecom")
    tasks = first(benchmark)
    assert len(tasks) == 114
    assert sum(action.by == "user" for task in tasks for action in task.actions) == 393
    for task in tasks[:: 1 if loaded is peer else 12]:
        assert replay(benchmark.environment(task), as_made(task.actions)).failures == []
    for task in tasks[::40]:
        talk = oracle(benchmark, task)
        assert benchmark.reward(task, talk).value == benchmark.their_reward(task, talk).value == 1


@pytest.mark.parametrize(
    ("loaded", "domain", "count"),
    [
        pytest.param(port, "telecom", 8, marks=needs_port),
        pytest.param(port, "banking_knowledge", 4, marks=needs_port),
        pytest.param(port, "retail", 1, marks=needs_port),
        pytest.param(peer, "telecom", 40, marks=needs_checkout),
        pytest.param(peer, "mock", 40, marks=needs_checkout),
        pytest.param(peer, "banking_knowledge", 6, marks=needs_checkout),
        pytest.param(peer, "airline", 2, marks=needs_checkout),
        pytest.param(peer, "retail", 4, marks=needs_checkout),
    ],
)
def test_spoilt_conversations_earn_what_their_code_gives(loaded: Loaded, domain: str, count: int) -> None:
    benchmark = loaded(domain)
    tasks, rng = first(benchmark), random.Random(7)
    for _ in range(count):
        task = rng.choice(tasks)
        actions, outputs = tuple(corrupted(task, tasks, rng)), task.outputs[: rng.randrange(3)]
        talk = oracle(benchmark, replace(task, actions=actions, outputs=outputs))
        ours, theirs = benchmark.reward(task, talk), benchmark.their_reward(task, talk)
        assert ours.value == theirs.value, (task.id, talk)
        if loaded is peer:
            assert ours.parts == theirs.parts


@needs_port
def test_the_ports_banking_compares_with_rows_that_the_conversation_has_changed() -> None:
    benchmark = port("banking_knowledge")
    task = next(task for task in first(benchmark) if task.id == "task_051")
    talk = oracle(benchmark, task)
    assert benchmark.reward(task, talk).value == benchmark.their_reward(task, talk).value == 0
    assert by_check(benchmark, task, talk)["state"] is True
    assert {flaw.check: flaw.passed for flaw in benchmark.flaws(task)}["contradiction"] is False


@pytest.mark.parametrize("loaded", BOTH)
def test_worlds_share_their_tables_and_none_sees_what_another_writes(loaded: Loaded) -> None:
    benchmark = loaded("retail")
    tasks = first(benchmark, 8)
    database = benchmark.domain.first.tools.db
    before = text(database)
    ends = [replay(benchmark.environment(task), as_made(task.actions)).state.digest() for task in tasks]
    again = [replay(benchmark.environment(task), as_made(task.actions)).state.digest() for task in tasks]
    assert ends == again
    assert len(set(ends)) > 4
    assert text(database) == before
    assert len(benchmark.tables.rows["orders"]) == 1000
    changed = replay(benchmark.environment(tasks[0]), as_made(tasks[0].actions)).state.diff()["agent.orders"]
    assert any(was["status"] == "delivered" and now["status"] == "exchange requested" for was, now in changed.values())


# --- Two sides -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("loaded", BOTH)
def test_the_user_has_tools_of_its_own_and_both_sides_act_on_one_world(loaded: Loaded) -> None:
    benchmark = loaded("telecom")
    task = next(task for task in first(benchmark) if any(a.call.name == "toggle_airplane_mode" for a in task.actions))
    assert {"toggle_airplane_mode"} <= {spec["function"]["name"] for spec in benchmark.user_specs(task)}
    world = benchmark.environment(task)
    refused = world.call(ToolCall("toggle_airplane_mode", {}))
    assert refused.error
    assert world.state.differences() == {}
    assert not world.call(UserCall("toggle_airplane_mode", {})).error
    assert {place[0] for place in world.state.differences()} == {"user"}
    assert world.call(UserCall("get_customer_by_id", {"customer_id": "C1001"})).error


@pytest.mark.parametrize("loaded", BOTH)
def test_paying_on_the_phone_settles_the_bill_at_the_desk(loaded: Loaded) -> None:
    benchmark = loaded("telecom")
    task = next(task for task in first(benchmark) if any(a.call.name == "make_payment" for a in task.actions))
    world = benchmark.environment(task)
    for call in as_made(task.actions):
        bills = world.state.diff().get("agent.bills", {})
        world.call(call)
        if call.name == "make_payment":
            assert all(now["status"] != "Paid" for _, now in bills.values())
            break
    world.theirs.sync_tools()
    paid = world.state.diff()["agent.bills"]
    assert [now["status"] for _, now in paid.values()] == ["Paid"]


# --- Verdicts --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("loaded", BOTH)
def test_an_agent_that_does_nothing_fails_by_name_and_the_ground_truth_passes(loaded: Loaded) -> None:
    benchmark = loaded("telecom")
    for task in first(benchmark)[::30]:
        idle, done = by_check(benchmark, task, NOTHING), by_check(benchmark, task, oracle(benchmark, task))
        assert idle["assertions"] is False or idle.get("actions") is False
        assert set(done.values()) == {True, None}
        assert [check for check, passed in done.items() if passed is None] == ["policy", "consent", "provenance"]


@pytest.mark.parametrize("loaded", BOTH)
def test_a_number_to_be_told_is_told_as_a_whole(loaded: Loaded) -> None:
    benchmark = loaded("retail")
    task = next(task for task in first(benchmark) if "10" in task.outputs)
    silent = oracle(benchmark, replace(task, outputs=())).messages
    for said, told in (("It is $2,510.40.", False), ("There are 10 shirts.", True)):
        talk = Conversed(
            [*silent, *(Message("assistant", out) for out in (said, *task.outputs) if out != "10")], NOTHING.stop
        )
        assert by_check(benchmark, task, talk)["outputs"] is told
        if loaded is port:
            assert benchmark.reward(task, talk).value == 1


@pytest.mark.parametrize("loaded", BOTH)
def test_calls_that_fail_or_do_not_fit_and_recordings_that_lie_are_found(loaded: Loaded) -> None:
    benchmark = loaded("retail")
    task = first(benchmark, 1)[0]
    wrong = [Action(ToolCall("get_order_details", {"order_id": "#W0"})), Action(ToolCall("get_order_details", {}))]
    talk = oracle(benchmark, replace(task, actions=(*wrong, *task.actions)))
    found = {verdict.check: verdict for verdict in benchmark.verdicts(task, talk)}
    assert "Order not found" in found["failures"].reason
    assert "order_id" in found["schema"].reason
    assert found["state"].passed is True
    last = max(place for place, message in enumerate(talk.messages) if message.role == "tool")
    lie = list(talk.messages)
    lie[last] = Message("tool", "{}", call_id=lie[last].call_id)
    assert by_check(benchmark, task, Conversed(lie, talk.stop))["replay"] is False
    assert by_check(benchmark, task, Conversed(lie[:last], talk.stop))["replay"] is False


# --- Their faults ----------------------------------------------------------------------------------------------


@needs_checkout
def test_a_call_without_arguments_counts_for_them_and_not_for_us() -> None:
    benchmark = peer("banking_knowledge")
    asked = [task for task in first(benchmark) if "ACTION" in benchmark.domain.basis(task.id)]
    task = next(task for task in asked if any(g.compare_args is None and g.arguments for g in _gold(benchmark, task)))
    bare = tuple(
        Action(ToolCall(action.call.name, {} if gold.compare_args is None else action.call.arguments), action.by)
        for action, gold in zip(task.actions, _gold(benchmark, task), strict=True)
    )
    talk = oracle(benchmark, replace(task, actions=bare))
    assert benchmark.reward(task, talk).parts["ACTION"] == benchmark.their_reward(task, talk).parts["ACTION"] == 1
    assert by_check(benchmark, task, talk)["actions"] is False


def _gold(benchmark: Tau2, task: PeerTask) -> list[Any]:
    return list(benchmark.domain.criteria(task.id).actions)


@needs_checkout
@pytest.mark.parametrize(
    ("domain", "check", "false", "undecided"),
    [
        ("retail", "failing_calls", 15, 0),
        ("retail", "vacuous", 6, 5),
        ("telecom", "contradiction", 71, 0),
        ("telecom", "vacuous", 0, 0),
        ("banking_knowledge", "failing_calls", 2, 0),
    ],
)
def test_faults_of_ground_truths_are_counted(domain: str, check: str, false: int, undecided: int) -> None:
    benchmark = peer(domain)
    found = [{flaw.check: flaw.passed for flaw in benchmark.flaws(task)}[check] for task in first(benchmark)]
    assert (found.count(False), found.count(None)) == (false, undecided)


@pytest.mark.parametrize("loaded", BOTH)
def test_the_user_of_theirs_is_told_its_scenario(loaded: Loaded) -> None:
    for domain, guideline in (("retail", "###STOP###"), ("telecom", "Only call a tool if")):
        benchmark = loaded(domain)
        task = first(benchmark, 1)[0]
        prompt = benchmark.user_prompt(task)[0]["content"]
        assert guideline in prompt
        assert prompt.endswith(f"<scenario>\n{task.instruction}\n</scenario>")


# --- What is not there -----------------------------------------------------------------------------------------


def test_names_and_places_that_are_wrong_are_told_in_words(tmp_path: Path) -> None:
    for name in ("retail", "tau2:bank", "tau2-port:mock"):
        with pytest.raises(UserError, match=f"nothing by the name of '{name}'"):
            load(name, tmp_path)
    with pytest.raises(UserError, match="name a checkout"):
        load("tau2:retail", tmp_path)
