"""Tools that change nested dictionaries in place cannot tell our overlay from dictionaries."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apigen_mt.adapters.tau_bench.environment import TauEnvironment
from apigen_mt.adapters.tau_bench.rows import CRASHED, UNHELD, TauTool, carry_out
from apigen_mt.errors import ToolBug
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.environment import Moment
from apigen_mt.world.replay import replay
from apigen_mt.world.tables import State, Tables

ROWS: dict[str, dict[str, Any]] = {
    "orders": {
        f"#{n}": {"id": f"#{n}", "user": f"u{n % 2}", "items": [{"sku": "a", "n": n}], "paid": n} for n in range(4)
    },
    "users": {f"u{n}": {"name": f"N{n}", "cards": {"gift": {"left": 10.5}}, "orders": []} for n in range(2)},
}
Data = Any


def show(data: Data, key: str) -> str:
    return json.dumps(data["orders"][key]) if key in data["orders"] else "Error: no such order"


def find(data: Data, key: str) -> str:
    for name, row in data["users"].items():
        if name == key:
            return row["name"]
    return "Error: nobody"


def total(data: Data, key: str) -> str:
    return f"{sum(row['paid'] for row in data['orders'].values())} of {len(data['orders'])} {list(data['orders'])}"


def nested_write(data: Data, key: str) -> str:
    order, users = data["orders"][key], data["users"]
    order["items"].append({"sku": "b"})
    users[order["user"]]["cards"]["gift"]["left"] -= 1
    order["owner"] = users[order["user"]]["name"]
    return json.dumps(order)


def two_names_for_one_row(data: Data, key: str) -> str:
    one, other = data["orders"], data["orders"]
    one[key]["paid"] = 99
    return json.dumps([other[key], other.get(key), data["orders"].get("none", "nothing")])


def change_while_scanning(data: Data, key: str) -> str:
    for row in data["orders"].values():
        if row["id"] >= key:
            row["items"][0]["n"] += 1
    return "done"


def scan_then_change_by_key(data: Data, key: str) -> str:
    row = next(row for row in data["orders"].values() if row["id"] == key)
    data["orders"][key]["paid"] = 5
    return json.dumps(row)


def change_by_key_then_scan(data: Data, key: str) -> str:
    data["orders"][key]["paid"] = 7
    for row in data["orders"].values():
        row.setdefault("seen", row["paid"])
    return json.dumps(sorted(row["paid"] for _, row in data["orders"].items()))


def new_row(data: Data, key: str) -> str:
    data["orders"]["#" + key] = {"id": "#" + key, "user": "u0", "items": [], "paid": 0}
    data["orders"]["#" + key]["items"].append({"sku": "c", "n": 1})
    data["users"]["u0"]["orders"].append(key)
    return f"{len(data['orders'])} {'#' + key in data['orders']}"


def delete_row(data: Data, key: str) -> str:
    del data["orders"][key]
    return f"{key in data['orders']} {len(data['orders'])}"


def replace_row(data: Data, key: str) -> str:
    data["orders"][key] = {**data["orders"][key], "paid": 1.0}
    return str(data["orders"].pop(key, None) is None)


def undo(data: Data, key: str) -> str:
    order = data["orders"][key]
    order["paid"] += 1
    order["paid"] -= 1
    return "as before"


def other_type(data: Data, key: str) -> str:
    data["orders"][key]["paid"] = float(data["orders"][key]["paid"])
    return "ok"


def other_order(data: Data, key: str) -> str:
    data["orders"][key]["id"] = data["orders"][key].pop("id")
    return json.dumps(data["orders"][key])


def half_way(data: Data, key: str) -> str:
    data["users"]["u1"]["cards"]["gift"]["left"] = 0
    data["orders"][key]["paid"] = None
    return data["orders"]["missing"]["paid"]


def needs_a_real_dictionary(data: Data, key: str) -> str:
    return json.dumps(data["users"]) + json.dumps(data["orders"] | {key: 1})


def shared_between_rows(data: Data, key: str) -> str:
    items = data["orders"][key]["items"]
    data["orders"]["#0"]["items"] = items
    items.append({"sku": "both"})
    return json.dumps([data["orders"]["#0"], data["orders"][key]])


def odd_key(data: Data, key: str) -> str:
    return str([key] in data["orders"])


def nothing(data: Data, key: str) -> None:
    data["orders"][key]["paid"] = -1


FUNCTIONS: dict[str, Callable[..., Any]] = {
    function.__name__: function
    for function in (
        show, find, total, nested_write, two_names_for_one_row, change_while_scanning, scan_then_change_by_key,
        change_by_key_then_scan, new_row, delete_row, replace_row, undo, other_type, other_order, half_way,
        needs_a_real_dictionary, shared_between_rows, odd_key,
    )
}  # fmt: skip
TABLES = Tables(ROWS)


def tool(function: Callable[..., Any]) -> TauTool:
    """A tool class as theirs are."""
    key = {"type": "object", "properties": {"key": {"type": "string"}}, "required": ["key"]}
    told = {"name": function.__name__, "description": "does something", "parameters": key}
    info = {"type": "function", "function": told}
    return TauTool(type("Theirs", (), {"invoke": staticmethod(function), "get_info": staticmethod(lambda: info)}))


TOOLS = {name: tool(function) for name, function in FUNCTIONS.items()}


def fresh() -> TauEnvironment:
    return TauEnvironment(Moment(State(TABLES)), TOOLS)


def on_dictionaries(calls: list[ToolCall]) -> tuple[list[str], str]:
    """The same calls the plain way: results, and the tables as text, in which types and order show."""
    data = copy.deepcopy(ROWS)
    results: list[str] = []
    for call in calls:
        try:
            results.append(FUNCTIONS[call.name](data=data, **call.arguments))
        except Exception as error:
            results.append(f"Error: {error}")
        # What rows share, they share for the time of a call only: theirs never change it later.
        data = json.loads(json.dumps(data))
    return results, json.dumps(data)


def as_text(state: State) -> str:
    return json.dumps({table: state.rows(table) for table in TABLES.rows})


calls = st.lists(
    st.builds(
        lambda name, key: ToolCall(name, {"key": key}),
        st.sampled_from(sorted(FUNCTIONS)),
        st.sampled_from(["#0", "#1", "#3", "u1", "none"]),
    ),
    max_size=6,
)


@settings(deadline=None, max_examples=60)
@given(calls)
def test_any_calls_give_what_dictionaries_give(actions: list[ToolCall]) -> None:
    done = replay(fresh(), actions)
    results, tables = on_dictionaries(actions)
    assert [result.content for result in done.results] == results
    assert as_text(done.state) == tables


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_each_way_to_use_a_table_alone(name: str) -> None:
    action = ToolCall(name, {"key": "#1"})
    done = replay(fresh(), [action])
    assert ([done.results[0].content], as_text(done.state)) == on_dictionaries([action])


def test_the_shared_rows_stay_as_they_were() -> None:
    before = TABLES.digest
    replay(fresh(), [ToolCall(name, {"key": "#1"}) for name in FUNCTIONS])
    assert Tables(TABLES.rows).digest == before


def test_a_call_that_fails_half_way_leaves_what_it_had_changed() -> None:
    done = replay(fresh(), [ToolCall("half_way", {"key": "#1"})])
    assert done.failures == [0]
    assert set(done.state.diff()) == {"orders", "users"}


def test_a_read_leads_nowhere_and_a_row_that_is_put_back_is_no_change() -> None:
    environment = fresh()
    start = environment.state
    for name in ("show", "find", "total", "undo", "needs_a_real_dictionary"):
        environment.call(ToolCall(name, {"key": "#1"}))
    assert environment.state is start


def test_forks_are_independent_and_share_what_is_known() -> None:
    environment = fresh()
    twin = environment.fork()
    write = ToolCall("nested_write", {"key": "#1"})
    assert environment.call(write) == twin.call(write)
    assert environment.state is twin.state
    twin.call(write)
    assert environment.state.digest() != twin.state.digest()


def test_arguments_are_the_callers_own() -> None:
    """A tool that keeps or changes a list it was given does so with a copy."""

    def keep(data: Data, given: list[Any]) -> str:
        data["orders"]["#0"]["items"] = given
        given.append("more")
        return "kept"

    arguments = {"given": [1]}
    _, edits = carry_out(keep, State(TABLES), arguments)
    assert arguments == {"given": [1]}
    assert edits["orders", "#0"] == {**ROWS["orders"]["#0"], "items": [1, "more"]}


def test_what_their_environment_cannot_take_is_told() -> None:
    assert tool(nothing).run(State(TABLES), {"key": "#1"}) == CRASHED
    assert fresh().call(ToolCall("show", {"key": 2.0**1023 * 4})) == UNHELD
    assert fresh().call(ToolCall("fly")).content == "Unknown action fly"


def test_wrong_arguments_are_told_in_pythons_words() -> None:
    result = fresh().call(ToolCall("show", {"order": "#1"}))
    assert result.error
    assert result.content == "Error: show() got an unexpected keyword argument 'order'"


def test_a_tool_may_not_touch_whole_tables() -> None:
    def drop(data: Data, key: str) -> str:
        del data["users"]
        return key

    with pytest.raises(ToolBug, match="whole tables"):
        carry_out(drop, State(TABLES), {"key": "x"})
