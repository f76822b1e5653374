"""The one replay: the same actions on the same world give the same results and the same state."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from apigen_mt.registry import load_world
from apigen_mt.values.messages import ToolCall
from apigen_mt.world.replay import Replay, replay

BIKES = load_world(str(Path(__file__).parents[2] / "examples" / "bikes"), 0, 40)
HIRES = BIKES.tables.rows["hires"]


def run(*actions: ToolCall) -> Replay:
    """Replay on a fresh world."""
    return replay(BIKES.environment(), actions)


def extend(hire: str, days: int = 1) -> ToolCall:
    return ToolCall("extend_hire", {"hire": hire, "days": days})


def cancel(hire: str) -> ToolCall:
    return ToolCall("cancel_hire", {"hire": hire})


BOOKED = next(key for key, row in HIRES.items() if row["status"] == "booked")
RIDER = BIKES.accounts[0]
calls = st.lists(
    st.one_of(
        st.builds(cancel, st.sampled_from(sorted(HIRES)[:8])),
        st.builds(extend, st.sampled_from(sorted(HIRES)[:8]), st.integers(0, 3)),
        st.builds(lambda hire: ToolCall("show_hire", {"hire": hire}), st.sampled_from(["B-1001", "B-0"])),
    ),
    max_size=8,
)


@given(calls)
def test_replay_is_deterministic(actions: list[ToolCall]) -> None:
    """Results, failures, diff and digest are the same every time."""
    one, other = run(*actions), run(*actions)
    assert one.results == other.results
    assert one.failures == other.failures
    assert one.state.diff() == other.state.diff()
    assert one.state.digest() == other.state.digest()


@given(calls, st.integers(0, 8))
def test_replay_can_be_split_anywhere(actions: list[ToolCall], cut: int) -> None:
    """Going on in the same environment is the same as replaying in one go."""
    environment = BIKES.environment()
    results = replay(environment, actions[:cut]).results + replay(environment, actions[cut:]).results
    whole = run(*actions)
    assert results == whole.results
    assert environment.state.digest() == whole.state.digest()


def test_independent_actions_may_change_places() -> None:
    """Writes to different rows lead to one state in any order."""
    out = next(key for key in HIRES if key != BOOKED)
    assert run(cancel(BOOKED), extend(out)).state.digest() == run(extend(out), cancel(BOOKED)).state.digest()


def test_order_matters_where_one_action_overtakes_another() -> None:
    """The topic opened last is the one that stays."""
    tours = ToolCall("hand_over", {"rider": RIDER, "topic": "guided tours"})
    lost = ToolCall("hand_over", {"rider": RIDER, "topic": "lost property"})
    assert run(tours, lost).state.digest() != run(lost, tours).state.digest()


def test_failures_are_positions_of_calls_that_changed_nothing() -> None:
    """A hire can be cancelled once; the second time fails and leaves the state."""
    once, twice = run(cancel(BOOKED)), run(cancel(BOOKED), cancel(BOOKED))
    assert (once.failures, twice.failures) == ([], [1])
    assert once.state.digest() == twice.state.digest()


def test_nothing_to_do_leaves_the_world_as_it_is() -> None:
    """No action, no change."""
    nothing = run()
    assert nothing.results == []
    assert nothing.state.digest() == BIKES.environment().state.digest()
