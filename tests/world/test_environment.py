"""Environments: a failed call changes nothing, and nothing a tool does reaches another environment."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apigen_mt.errors import ToolBug
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.environment import Environment, Moment
from apigen_mt.world.tables import Row, State, Tables
from apigen_mt.world.tools import ToolError, read, write

TABLES = Tables(
    {"pets": {"p1": {"name": "Rex", "tags": ["shy"], "age": 1}, "p2": {"name": "Mia", "tags": [], "age": 2}}}
)
KEPT: list[Any] = []
"""Where a tool may hide things between calls."""


@read
def show(state: State, pet: str) -> Row:
    """Show a pet.

    Args:
        pet: Its key.
    """
    return state.row("pets", pet)


@write
def rename(state: State, pet: str, name: str) -> Row:
    """Rename a pet.

    Args:
        pet: Its key.
        name: The new name.
    """
    row = state.edit("pets", pet)
    row["name"] = name
    if not name:
        raise ToolError("A pet needs a name.")
    return row


@write
def tag(state: State, pet: str, tags: list[str]) -> int:
    """Tag a pet.

    Args:
        pet: Its key.
        tags: All its tags.
    """
    tags.append("tagged")
    state.edit("pets", pet)["tags"] = tags
    KEPT.append(tags)
    return len(tags)


@write
def keep(state: State, pet: str) -> str:
    """Keep the rows, for mischief.

    Args:
        pet: Its key.
    """
    KEPT.extend([state.row("pets", pet), state.edit("pets", pet), state.where("pets", "name", "Rex")])
    return "kept"


@write
def break_down(state: State, how: str) -> Any:
    """Fail in a way that nobody foresaw.

    Args:
        how: In which way.
    """
    state.edit("pets", "p1")["name"] = "half done"
    match how:
        case "lookup":
            return state.row("pets", "nobody")
        case "result":
            return object()
        case "row":
            state.edit("pets", "p1")["tags"] = {"a", "set"}
        case "exit":
            raise SystemExit
        case _:
            state.tables.rows["pets"]["p1"]["name"] = "for everybody"
    return how


@read
def sly(state: State) -> str:
    """Claim to read."""
    state.edit("pets", "p1")["age"] = 99
    return "nothing happened"


TOOLS = {tool.name: tool for tool in (show, rename, tag, keep, break_down, sly)}


@pytest.fixture
def environment() -> Environment:
    """A fresh environment over the shared tables."""
    return Environment(Moment(State(TABLES)), TOOLS)


def test_a_call_gives_the_tool_s_answer_as_json(environment: Environment) -> None:
    """Keys are sorted, so equal answers are equal text."""
    result = environment.call(ToolCall("show", {"pet": "p1"}))
    assert (result.content, result.error) == ('{"age":1,"name":"Rex","tags":["shy"]}', False)
    assert result.value == {"name": "Rex", "tags": ["shy"], "age": 1}


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (ToolCall("rename", {"pet": "p1", "name": ""}), "A pet needs a name."),
        (ToolCall("renam", {"pet": "p1", "name": "Bo"}), "There is no tool named 'renam'."),
        (ToolCall("rename", {"pet": "p1"}), 'Invalid arguments: arguments: "name" is a required property'),
        (ToolCall("rename", {"pet": 1, "name": "Bo"}), 'Invalid arguments: pet: 1 is not of type "string"'),
    ],
)
def test_a_failed_call_tells_the_agent_why_and_changes_nothing(
    environment: Environment, call: ToolCall, reason: str
) -> None:
    """Also when the tool had begun to edit before it gave up."""
    before = environment.state.digest()
    result = environment.call(call)
    assert result.error
    assert result.value == {"error": reason}
    assert environment.state.digest() == before


@pytest.mark.parametrize("how", ["lookup", "result", "row", "tables"])
def test_a_tool_s_bug_stops_the_run_and_changes_nothing(environment: Environment, how: str) -> None:
    """An unforeseen exception, a result or a row that JSON cannot hold, a change of the shared tables."""
    before = environment.state.digest()
    with pytest.raises(ToolBug, match="'break_down' failed on"):
        environment.call(ToolCall("break_down", {"how": how}))
    assert environment.state.digest() == before
    assert not environment.state.dirty


def test_even_an_exit_leaves_the_state_as_it_was(environment: Environment) -> None:
    """Whatever ends a call, its edits are dropped."""
    with pytest.raises(SystemExit):
        environment.call(ToolCall("break_down", {"how": "exit"}))
    assert environment.state.diff() == {}


def test_a_read_that_writes_is_a_bug(environment: Environment) -> None:
    """The kind of a tool is a promise."""
    with pytest.raises(ToolBug, match="'sly' is a read but changed data"):
        environment.call(ToolCall("sly"))
    assert environment.state.diff() == {}


def test_an_environment_goes_on_after_a_failed_call(environment: Environment) -> None:
    """Earlier changes stay, later calls work."""
    environment.call(ToolCall("rename", {"pet": "p1", "name": "Bo"}))
    environment.call(ToolCall("rename", {"pet": "p1", "name": ""}))
    assert environment.call(ToolCall("show", {"pet": "p1"})).value["name"] == "Bo"


def test_two_environments_never_see_each_other() -> None:
    """A change in one is none in the other, nor in one that is made later."""
    one, other = Environment(Moment(State(TABLES)), TOOLS), Environment(Moment(State(TABLES)), TOOLS)
    one.call(ToolCall("rename", {"pet": "p1", "name": "Bo"}))
    later = Environment(Moment(State(TABLES)), TOOLS)
    assert [world.call(ToolCall("show", {"pet": "p1"})).value["name"] for world in (one, other, later)] == [
        "Bo",
        "Rex",
        "Rex",
    ]


names = st.sampled_from(["Bo", "Zoe", ""])
pets = st.sampled_from(["p1", "p2"])


@given(
    st.lists(
        st.tuples(st.sampled_from(["show", "show", "rename", "fork"]), st.integers(0, 3), pets, names), max_size=25
    )
)
def test_remembered_answers_are_never_stale(steps: list[tuple[str, int, str, str]]) -> None:
    """Environments share what reads have given, forks too, and each answer is what its own state holds."""
    start = Moment(State(TABLES))
    worlds = [(Environment(start, TOOLS), {"p1": "Rex", "p2": "Mia"}) for _ in range(2)]
    for what, which, pet, name in steps:
        environment, wanted = worlds[which % len(worlds)]
        if what == "fork":
            worlds.append((environment.fork(), dict(wanted)))
        elif what == "rename":
            environment.call(ToolCall("rename", {"pet": pet, "name": name}))
            wanted[pet] = name or wanted[pet]
        for other, expected in worlds:
            assert other.call(ToolCall("show", {"pet": pet})).value["name"] == expected[pet]


def test_a_write_is_carried_out_once_from_one_moment() -> None:
    """Whoever makes it there again finds its outcome; from another moment it is another write."""
    start, call = Moment(State(TABLES)), ToolCall("keep", {"pet": "p1"})
    KEPT.clear()
    one, other, elsewhere = Environment(start, TOOLS), Environment(start, TOOLS), Environment(start, TOOLS)
    assert one.call(call) == other.call(call)
    assert len(KEPT) == 3
    assert one.state.digest() == other.state.digest()
    elsewhere.call(ToolCall("rename", {"pet": "p1", "name": "Bo"}))
    elsewhere.call(call)
    assert len(KEPT) == 6


def test_a_write_that_fails_fails_again_and_leads_nowhere() -> None:
    """Its outcome is remembered too."""
    start, call = Moment(State(TABLES)), ToolCall("rename", {"pet": "p1", "name": ""})
    results = [Environment(start, TOOLS).call(call) for _ in range(2)]
    environment = Environment(start, TOOLS)
    assert results == [environment.call(call)] * 2
    assert results[0].error
    assert environment.state.diff() == {}


def test_a_tool_cannot_change_the_call_it_was_given() -> None:
    """The same call gives the same result in every environment, also if the tool changes its arguments."""
    call = ToolCall("tag", {"pet": "p1", "tags": ["new"]})
    results = [Environment(Moment(State(TABLES)), TOOLS).call(call).value for _ in range(3)]
    assert results == [2, 2, 2]
    assert call.arguments == {"pet": "p1", "tags": ["new"]}


def test_what_a_tool_keeps_is_no_way_into_any_state(environment: Environment) -> None:
    """Rows and arguments that a module holds on to are read-only or have nothing to do with the state any more."""
    KEPT.clear()
    environment.call(ToolCall("keep", {"pet": "p1"}))
    environment.call(ToolCall("tag", {"pet": "p2", "tags": ["new"]}))
    digest = environment.state.digest()
    shared, edited, found, tags = KEPT
    with pytest.raises(TypeError, match="read-only"):
        shared["name"] = "Max"
    edited["name"] = "Max"
    found.clear()
    tags.append("later")
    assert environment.state.digest() == digest
    assert environment.call(ToolCall("show", {"pet": "p1"})).value["name"] == "Rex"
    assert Environment(Moment(State(TABLES)), TOOLS).call(ToolCall("show", {"pet": "p1"})).value["name"] == "Rex"


def test_an_answer_is_a_copy(environment: Environment) -> None:
    """Whoever changes an answer changes nothing but the answer."""
    environment.call(ToolCall("show", {"pet": "p1"})).value["tags"].append("changed")
    assert environment.call(ToolCall("show", {"pet": "p1"})).value["tags"] == ["shy"]


def test_a_fork_starts_where_its_origin_stands_and_goes_its_own_way(environment: Environment) -> None:
    """Neither sees what the other does afterwards."""
    environment.call(ToolCall("rename", {"pet": "p1", "name": "Bo"}))
    twin = environment.fork()
    assert twin.state.digest() == environment.state.digest()
    twin.call(ToolCall("rename", {"pet": "p1", "name": "Zoe"}))
    environment.call(ToolCall("rename", {"pet": "p2", "name": "Kit"}))
    assert [twin.state.row("pets", pet)["name"] for pet in ("p1", "p2")] == ["Zoe", "Mia"]
    assert [environment.state.row("pets", pet)["name"] for pet in ("p1", "p2")] == ["Bo", "Kit"]
