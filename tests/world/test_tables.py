"""Tables and states: an overlay behaves as a private deep copy of everything would, and shares what it has not changed."""

import copy
import pickle
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from apigen_mt.values.canonical import canonical_json
from apigen_mt.world.tables import FrozenDict, FrozenList, State, Tables, freeze, thaw

BASE: dict[str, dict[str, Any]] = {
    "pets": {
        "p1": {"owner": "ann", "age": 1, "tags": ["shy"]},
        "p2": {"owner": "bob", "age": 2, "tags": []},
        "p3": {"owner": "ann", "age": 3, "tags": ["old", "deaf"]},
    },
    "owners": {"p1": {"owner": "ann", "at": {"town": "Ely"}}, "p2": {"owner": "bob", "at": {"town": "Rye"}}},
}

Content = dict[str, dict[str, Any]]
"""The oracle: a plain copy of everything, in which a deleted row leaves None."""

tables = st.sampled_from(["pets", "pets", "pets", "owners"])
keys = st.sampled_from(["p1", "p2", "p3", "p4"])
fields = st.sampled_from(["owner", "owner", "age"])
names = st.sampled_from(["ann", "bob"])
values = st.one_of(names, st.sampled_from([1, 1.0, True, None, [1], {"at": "Rye"}]))
which = st.integers(0, 3)


class World:
    """One state beside its oracle."""

    def __init__(self, state: State, content: Content):
        self.state = state
        self.content = content
        self.committed = copy.deepcopy(content)

    def live(self) -> dict[str, dict[str, dict[str, Any]]]:
        return {
            table: {key: row for key, row in rows.items() if row is not None} for table, rows in self.content.items()
        }


class Overlay(RuleBasedStateMachine):
    """Whatever is done to states, each answers as its own plain copy does."""

    def __init__(self) -> None:
        super().__init__()
        self.tables = Tables(BASE)
        self.worlds = [World(State(self.tables), copy.deepcopy(BASE))]
        self.digests: dict[bytes, str] = {}

    def world(self, which: int) -> World:
        return self.worlds[which % len(self.worlds)]

    @rule(which=which, table=tables, key=keys, field=fields, value=values)
    def edit(self, which: int, table: str, key: str, field: str, value: Any) -> None:
        world = self.world(which)
        row = world.content[table].get(key)
        if row is None:
            with pytest.raises(KeyError):
                world.state.edit(table, key)
        else:
            world.state.edit(table, key)[field] = copy.deepcopy(value)
            row[field] = copy.deepcopy(value)

    @rule(which=which, key=keys, tag=names)
    def edit_inside(self, which: int, key: str, tag: str) -> None:
        world = self.world(which)
        row = world.content["pets"].get(key)
        if row is not None and "tags" in row:
            world.state.edit("pets", key)["tags"].append(tag)
            row["tags"].append(tag)

    @rule(which=which, table=tables, key=keys, owner=names, age=st.integers(1, 2))
    def insert(self, which: int, table: str, key: str, owner: str, age: int) -> None:
        world = self.world(which)
        row: dict[str, Any] = {"owner": owner, "age": age}
        if world.content[table].get(key) is not None:
            with pytest.raises(KeyError):
                world.state.insert(table, key, row)
        else:
            world.state.insert(table, key, row)
            world.content[table][key] = dict(row)
            row["owner"] = "changed by the caller afterwards"

    @rule(which=which, table=tables, key=keys)
    def delete(self, which: int, table: str, key: str) -> None:
        world = self.world(which)
        if world.content[table].get(key) is None:
            with pytest.raises(KeyError):
                world.state.delete(table, key)
        else:
            world.state.delete(table, key)
            world.content[table][key] = None

    @rule(which=which)
    def commit(self, which: int) -> None:
        world = self.world(which)
        world.state.commit()
        world.committed = copy.deepcopy(world.content)

    @rule(which=which)
    def rollback(self, which: int) -> None:
        world = self.world(which)
        world.state.rollback()
        world.content = copy.deepcopy(world.committed)

    @rule(which=which)
    def fork(self, which: int) -> None:
        world = self.world(which)
        if len(self.worlds) < 4:
            self.worlds.append(World(world.state.fork(), copy.deepcopy(world.content)))

    @invariant()
    def rows_are_those_of_the_copy(self) -> None:
        for world in self.worlds:
            for table, rows in world.live().items():
                assert list(world.state.scan(table)) == list(rows.items())
                for key in ("p1", "p2", "p4", "p9"):
                    assert world.state.get(table, key) == rows.get(key)

    @invariant()
    def where_finds_what_a_search_of_the_copy_finds_in_the_same_order(self) -> None:
        for world in self.worlds:
            for table, rows in world.live().items():
                for value in ("ann", "bob", 1, None):
                    for field in ("owner", "age"):
                        found = [row for row in rows.values() if row.get(field) == value]
                        assert world.state.where(table, field, value) == found

    @invariant()
    def equal_content_and_nothing_else_has_an_equal_digest(self) -> None:
        for world in self.worlds:
            content = canonical_json(world.live())
            assert self.digests.setdefault(content, world.state.digest()) == world.state.digest()
        assert len(set(self.digests.values())) == len(self.digests)

    @invariant()
    def the_diff_applied_to_the_tables_gives_the_state(self) -> None:
        for world in self.worlds:
            patched = copy.deepcopy(BASE)
            for table, changes in world.state.diff().items():
                for key, (before, after) in changes.items():
                    assert canonical_json(before) != canonical_json(after)
                    assert before == BASE[table].get(key)
                    patched[table].pop(key, None)
                    if after is not None:
                        patched[table][key] = thaw(after)
            assert canonical_json(patched) == canonical_json(world.live())

    @invariant()
    def count_never_gives_a_serial_number_twice(self) -> None:
        for world in self.worlds:
            for table, rows in world.content.items():
                assert world.state.count(table) == len(rows)

    @invariant()
    def the_tables_never_change(self) -> None:
        assert self.tables.rows == BASE
        assert self.tables.digest == Tables(BASE).digest


Overlay.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
test_a_state_behaves_as_a_private_copy = Overlay.TestCase


@given(st.permutations(["p1", "p2", "p3"]), st.permutations(["n1", "n2"]))
def test_digest_does_not_depend_on_the_order_of_edits(edited: list[str], inserted: list[str]) -> None:
    """Edits of different rows commute as far as the digest and the diff can see."""
    state, sorted_state = State(Tables(BASE)), State(Tables(BASE))
    for some, order in ((state, (edited, inserted)), (sorted_state, (sorted(edited), sorted(inserted)))):
        for key in order[0]:
            some.edit("pets", key)["age"] = 9
            some.commit()
        for key in order[1]:
            some.insert("pets", key, {"owner": "cy"})
    assert state.digest() == sorted_state.digest()
    assert state.diff() == sorted_state.diff()


def test_an_edit_that_is_undone_leaves_no_trace() -> None:
    """A row that is changed and changed back does not differ from the tables."""
    state = State(Tables(BASE))
    fresh = state.digest()
    state.edit("pets", "p1")["age"] = 5
    state.commit()
    state.edit("pets", "p1")["age"] = 1
    state.commit()
    assert state.digest() == fresh
    assert state.diff() == {}


def test_one_and_one_point_zero_and_true_are_three_contents() -> None:
    """JSON text tells them apart, so the digest does."""
    digests: set[str] = set()
    for value in (1, 1.0, True):
        state = State(Tables(BASE))
        state.edit("pets", "p2")["age"] = value
        digests.add(state.digest())
    assert len(digests) == 3


def test_a_row_moved_by_an_edit_is_listed_at_its_place() -> None:
    """`where` keeps the tables' order also for rows that have the value only since an edit."""
    state = State(Tables(BASE))
    state.edit("pets", "p2")["owner"] = "ann"
    state.commit()
    assert [row["age"] for row in state.where("pets", "owner", "ann")] == [1, 2, 3]


def test_serial_numbers_go_on_after_a_deletion() -> None:
    """`count` counts rows that ever were, so the next number is free."""
    state = State(Tables(BASE))
    state.insert("pets", "p4", {"owner": "cy"})
    state.commit()
    state.delete("pets", "p4")
    state.commit()
    assert state.count("pets") == 4


def test_a_dirty_fork_does_not_share_the_row_being_edited() -> None:
    """An edit in progress is copied into the fork and goes on in the original alone."""
    state = State(Tables(BASE))
    row = state.edit("pets", "p1")
    row["age"] = 5
    twin = state.fork()
    row["age"] = 6
    twin.rollback()
    assert (state.row("pets", "p1")["age"], twin.row("pets", "p1")["age"]) == (6, 5)


def test_a_commit_that_cannot_be_made_changes_nothing() -> None:
    """When one row holds what JSON cannot, none of the edits becomes final."""
    state = State(Tables(BASE))
    state.edit("pets", "p1")["age"] = 5
    state.edit("pets", "p2")["tags"] = {"a", "set"}
    with pytest.raises(TypeError, match="plain JSON"):
        state.commit()
    state.rollback()
    assert state.diff() == {}


@pytest.mark.parametrize("value", [(1, 2), {1, 2}, float("nan"), float("inf"), {1: "a"}, b"bytes", object(), Random(0)])
def test_rows_hold_plain_json_only(value: Any) -> None:
    """What JSON text cannot hold exactly is refused when tables are built, rows added and edits committed."""
    with pytest.raises(TypeError):
        Tables({"pets": {"p1": {"odd": [value]}}})
    state = State(Tables(BASE))
    with pytest.raises(TypeError):
        state.insert("pets", "p4", {"odd": [value]})
    state.edit("pets", "p1")["odd"] = value
    with pytest.raises(TypeError):
        state.commit()


CHANGES = {
    "dict": [
        lambda row: row.__setitem__("age", 0),
        lambda row: row.__delitem__("age"),
        lambda row: row.update(age=0),
        lambda row: row.pop("age"),
        lambda row: row.popitem(),
        lambda row: row.clear(),
        lambda row: row.setdefault("new", 0),
        lambda row: row.__ior__({"age": 0}),
    ],
    "list": [
        lambda tags: tags.append("x"),
        lambda tags: tags.extend(["x"]),
        lambda tags: tags.insert(0, "x"),
        lambda tags: tags.pop(),
        lambda tags: tags.remove("old"),
        lambda tags: tags.clear(),
        lambda tags: tags.sort(),
        lambda tags: tags.reverse(),
        lambda tags: tags.__setitem__(0, "x"),
        lambda tags: tags.__delitem__(0),
        lambda tags: tags.__iadd__(["x"]),
        lambda tags: tags.__imul__(2),
    ],
}


@pytest.mark.parametrize("committed", [False, True])
def test_a_shared_row_refuses_every_change(committed: bool) -> None:
    """Rows of the tables and committed rows are read-only, all the way down."""
    state = State(Tables(BASE))
    if committed:
        state.edit("pets", "p3")["age"] = 3
        state.commit()
    row = state.row("pets", "p3")
    for change in CHANGES["dict"]:
        with pytest.raises(TypeError, match="read-only"):
            change(row)
    for change in CHANGES["list"]:
        with pytest.raises(TypeError, match="read-only"):
            change(row["tags"])
    assert row == BASE["pets"]["p3"]


def test_the_tables_themselves_refuse_every_change() -> None:
    """Neither a table nor a row can be put into the tables or taken out."""
    base = Tables(BASE)
    for change in CHANGES["dict"]:
        with pytest.raises(TypeError, match="read-only"):
            change(base.rows)
        with pytest.raises(TypeError, match="read-only"):
            change(base.rows["pets"])


def test_the_tables_do_not_follow_the_rows_they_were_built_from() -> None:
    """Building takes a copy."""
    rows = copy.deepcopy(BASE)
    base = Tables(rows)
    rows["pets"]["p1"]["tags"].append("later")
    assert base.rows == BASE


def test_copies_of_a_shared_row_can_be_changed() -> None:
    """Every ordinary way to copy gives plain data, and the row stays as it is."""
    row = State(Tables(BASE)).row("pets", "p3")
    for shallow in (copy.copy(row), row.copy(), dict(row), {**row}, row | {}):
        shallow["age"] = 0
    for tags in (copy.copy(row["tags"]), row["tags"].copy(), row["tags"][:], row["tags"] + []):
        tags.append("new")
    deep = copy.deepcopy(row)
    deep["tags"].append("new")
    assert type(deep) is dict
    assert row == BASE["pets"]["p3"]


def test_frozen_values_survive_pickling() -> None:
    """A row that travels to another process arrives equal and still read-only."""
    row = pickle.loads(pickle.dumps(freeze(BASE["pets"]["p3"])))
    assert row == BASE["pets"]["p3"]
    assert type(row) is FrozenDict
    assert type(row["tags"]) is FrozenList


leaves = st.none() | st.booleans() | st.integers() | st.text()
json = st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


@settings(max_examples=40)
@given(json)
def test_thaw_undoes_freeze(value: Any) -> None:
    """Freezing and thawing gives an equal, private value."""
    thawed = thaw(freeze(value))
    assert thawed == value
    assert type(thawed) is type(value)
