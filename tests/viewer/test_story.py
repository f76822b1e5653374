"""What stands beside a conversation is what executing it shows."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apigen_mt.phases.item import Item
from apigen_mt.registry import load_world
from apigen_mt.run.journal import Journal
from apigen_mt.run.record import decode_item
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import Trajectory
from apigen_mt.viewer.compare import conversations_apart, words_apart
from apigen_mt.viewer.shown import bare, visible
from apigen_mt.viewer.story import Step, recorded, tell
from apigen_mt.world.domain import World


@pytest.fixture(scope="module")
def items(run: Path) -> list[Item]:
    """Accepted items of the run."""
    with Journal.read(run) as journal:
        return [decode_item(item) for item in journal.admitted()]


def world_of(item: Item) -> World:
    """The world that an item was made in."""
    return load_world(item.domain, 0, 500)


def told(item: Item, trajectory: Trajectory | None = None, world: World | None = None) -> list[Step]:
    """The story of an item's conversation, or of another one about its blueprint."""
    assert item.blueprint is not None and item.accepted is not None
    return tell(world or world_of(item), item.blueprint, (trajectory or item.accepted).messages)


def changed(trajectory: Trajectory, position: int, message: Message) -> Trajectory:
    """A conversation with another message at one place."""
    messages = [*trajectory.messages]
    messages[position] = message
    return msgspec.structs.replace(trajectory, messages=tuple(messages))


def first_call(item: Item) -> tuple[Trajectory, int]:
    """An item's conversation, and where its first call is."""
    assert item.accepted is not None
    return item.accepted, next(at for at, message in enumerate(item.accepted.messages) if message.calls)


def test_every_argument_of_an_accepted_conversation_is_traced(items: list[Item]) -> None:
    """The verifier has passed them by the same sources."""
    arguments = [one for item in items for step in told(item) for call in step.calls for one in call.arguments]
    assert len(arguments) > 100
    assert [one for one in arguments if not one.traced] == []


def test_origins_stand_before_the_call(items: list[Item]) -> None:
    for item in items:
        for step in told(item):
            for call in step.calls:
                places = [
                    origin.message for one in call.arguments for origin in one.origins if origin.message is not None
                ]
                assert all(place < step.position for place in places)


def test_changes_are_those_of_the_state(items: list[Item]) -> None:
    """A write that worked changes rows, a read none; all changes together lead to the state that was recorded."""
    for item in items:
        calls = [call for step in told(item) for call in step.calls]
        assert all(bool(call.changes) == (call.kind == "write" and not call.failed) for call in calls)
        after = {(row.table, row.key) for call in calls for row in call.changes}
        environment = world_of(item).environment()
        assert item.accepted is not None
        for call in item.accepted.calls:
            environment.call(call)
        assert after >= {(table, key) for table, rows in environment.state.diff().items() for key in rows}


def test_an_invented_argument_is_untraced(items: list[Item]) -> None:
    trajectory, at = first_call(items[0])
    call = trajectory.messages[at].calls[0]
    invented = msgspec.structs.replace(call, arguments={**call.arguments, "postcode": "QQ1 1QQ"})
    message = msgspec.structs.replace(trajectory.messages[at], calls=(invented,))
    step = next(step for step in told(items[0], changed(trajectory, at, message)) if step.position == at)
    assert {one.path: one.traced for one in step.calls[0].arguments}["postcode"] is False


def test_a_result_that_is_not_so_is_told(items: list[Item]) -> None:
    trajectory, at = first_call(items[0])
    message = msgspec.structs.replace(trajectory.messages[at + 1], content='{"customer":"cus_9999"}')
    step = next(step for step in told(items[0], changed(trajectory, at + 1, message)) if step.position == at)
    assert step.calls[0].differs == trajectory.messages[at + 1].content
    assert all(not call.differs for step in told(items[0]) for call in step.calls)


def test_without_a_world_nothing_is_claimed(items: list[Item]) -> None:
    item = items[0]
    assert item.blueprint is not None and item.accepted is not None
    steps = recorded(item.accepted.messages)
    assert [step.text for step in steps] == [step.text for step in told(item)]
    calls = [call for step in steps for call in step.calls]
    assert all(one.traced is None for call in calls for one in call.arguments)
    assert not any(call.changes or call.clauses for call in calls)


def test_a_refusal_names_its_clause(items: list[Item]) -> None:
    refused = [
        item for item in items if item.blueprint and any(goal.outcome == "refused" for goal in item.blueprint.goals)
    ]
    assert refused
    for item in refused:
        assert item.blueprint is not None
        wanted = {number for output in item.blueprint.outputs for number in output.clauses}
        assert wanted & {one.number for step in told(item) for one in step.clauses}


def test_attempts_part_once(items: list[Item]) -> None:
    one, other = (item.accepted.messages for item in items[:2] if item.accepted)
    rows = list(conversations_apart(one[:3] + other, one[:3] + one))
    assert [row.position for row in rows if row.first] == [3]
    assert all(row.same == (row.position < 3) for row in rows)
    assert not any(row.first for row in conversations_apart(one, one))


@settings(max_examples=50)
@given(st.text(), st.text())
def test_pieces_are_the_texts(one: str, other: str) -> None:
    left, right = words_apart(one, other)
    assert (" ".join(piece.text for piece in left), " ".join(piece.text for piece in right)) == (one, other)
    shared = [[piece.text for piece in side if not piece.differs] for side in (left, right)]
    assert shared[0] == shared[1]


@given(st.text(alphabet=st.characters(), max_size=200))
def test_nothing_shown_can_be_markup_or_hidden(text: str) -> None:
    shown = str(visible(text))
    stripped = (
        shown.replace('<span class="hidden-mark"', "")
        .replace("</span>", "")
        .replace(', a character that is not seen">', "")
    )
    assert "<" not in stripped and not set(shown) & set("\u202e\u2066\u200b\x00\ufeff\ud800")
    assert not set(bare(text)) & set("\u202e\u2066\u200b\x00\ufeff\ud800")
