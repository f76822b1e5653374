"""A watched state notes which details are looked at, and gives what the state itself gives."""

from apigen_mt.world.tables import State, Tables
from apigen_mt.world.watched import Detail, WatchedState

ORDER = {"id": "o1", "lines": [{"item": "hob", "kept": True}, {"item": "pan", "kept": False}], "total": 12.5}


def watched() -> WatchedState:
    return WatchedState(State(Tables({"orders": {"o1": ORDER, "o2": {**ORDER, "id": "o2"}}})))


def looked(state: WatchedState) -> list[Detail]:
    return list(state.looked)


def test_a_row_that_is_only_passed_on_is_no_look() -> None:
    state = watched()
    assert state.row("orders", "o1") is not None and state.where("orders", "id", "o2")
    assert looked(state) == []


def test_what_is_taken_out_of_a_row_is_noted_down_to_the_leaf() -> None:
    state = watched()
    assert state.row("orders", "o1")["lines"][1]["item"] == "pan"
    assert [line.get("kept") for line in state.row("orders", "o2")["lines"]] == [True, False]
    within = [("o1", ("lines", 1, "item")), ("o2", ("lines", 0, "kept")), ("o2", ("lines", 1, "kept"))]
    assert looked(state) == [Detail("orders", key, path) for key, path in within]


def test_a_copy_of_a_row_looks_at_all_of_it() -> None:
    for copy in (dict, lambda row: {**row}, lambda row: dict(row.items()), lambda row: row | {}):
        state = watched()
        assert copy(state.row("orders", "o1")) == ORDER
        assert Detail("orders", "o1", ("total",)) in state.looked


def test_edits_of_the_state_are_seen() -> None:
    state = State(Tables({"orders": {"o1": ORDER}}))
    state.edit("orders", "o1")["total"] = 3.0
    state.insert("orders", "o9", {"id": "o9"})
    state.commit()
    seen = WatchedState(state)
    assert seen.row("orders", "o1")["total"] == 3.0
    assert [key for key, _ in seen.scan("orders")] == ["o1", "o9"]
    assert looked(seen) == [Detail("orders", "o1", ("total",))]
