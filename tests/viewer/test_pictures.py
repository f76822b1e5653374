"""Pictures show what was counted, and costs and clocks add up."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from viewing import filled

from apigen_mt.models.endpoint import Price
from apigen_mt.models.log import CompletionLog
from apigen_mt.models.recording import import_recording
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.viewer.costs import by_message, by_role, total
from apigen_mt.viewer.course import POINTS, course
from apigen_mt.viewer.heat import heat
from apigen_mt.viewer.overview import Coverage, overview
from apigen_mt.viewer.queries import open_index
from apigen_mt.viewer.sources import Run
from apigen_mt.viewer.worlds import Worlds

BEGIN = datetime(2026, 3, 1, tzinfo=UTC)
RECORDED = Path(__file__).parents[2] / "examples" / "recorded" / "completions.jsonl"


def clock(steps: Sequence[tuple[float, int, int]]) -> list[tuple[str, int, int]]:
    """Seconds since the block before, accepted and rejected -> when that was."""
    at, told = BEGIN, list[tuple[str, int, int]]()
    for seconds, accepted, rejected in steps:
        at += timedelta(seconds=seconds)
        told.append((at.isoformat(timespec="milliseconds"), accepted, rejected))
    return told


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.floats(0, 1e5), st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=200),
)
def test_a_course_keeps_every_count(steps: list[tuple[float, int, int]]) -> None:
    found = course(clock(steps))
    assert found is not None
    assert (found.accepted, found.rejected) == (sum(one[1] for one in steps), sum(one[2] for one in steps))
    assert len(found.points) <= POINTS
    begins = [point.begins for point in found.points]
    assert begins == sorted(begins)


def test_a_night_between_two_sittings_is_cut_out() -> None:
    found = course(clock([(1, 32, 1)] * 50 + [(8 * 3600, 32, 1)] + [(1, 32, 1)] * 50))
    assert found is not None
    assert found.worked == pytest.approx(99)
    ((_, left, back),) = found.pauses
    assert back - left == timedelta(hours=8)
    slow = course(clock([(1800, 1, 1)] * 20))
    assert slow is not None and not slow.pauses
    assert course([]) is None


def test_coverage_shows_what_the_index_counts(run: Path) -> None:
    source = Run(run)
    with open_index(filled(source), run) as queries:
        told = overview(queries, source, Worlds(), {})
    for c in told.coverage:
        picture = heat(c, "grid", linked=True)
        cells = {title: shade for shade, title in re.findall(r'class="h(\d)"[^>]*><title>([^<]*)', picture)}
        assert {f"{tool}: {number:,} conversations" for tool, number in c.used.items()} <= cells.keys()
        assert {f"{one}, then {other}: {number:,}" for (one, other), number in c.pairs.items()} <= cells.keys()
        assert {
            f"{tool} with clause {clause}: {number:,}" for (tool, clause), number in c.meets.items()
        } <= cells.keys()
        assert "0" not in cells.values()
        assert c.meets and all(number <= c.used[tool] for (tool, _), number in c.meets.items())


def test_names_of_tools_are_escaped() -> None:
    tool = '<script>x</script>"'
    c = Coverage('"><b>', "", (tool,), (), {tool: 1}, {(tool, tool): 1}, {(tool, tool): 2}, (), {}, {})
    for linked in (True, False):
        picture = heat(c, "grid", linked=linked)
        assert "<script" not in picture and "<b>" not in picture
        assert ('href="/items?domain=%22' in picture) == linked


def test_each_message_has_its_costs(tmp_path: Path) -> None:
    """All that an attempt's requests took stands beside its messages: candidates and critics beside the customer's."""
    import_recording(RECORDED, tmp_path)
    with CompletionLog.read(tmp_path) as log:
        costs = log.costs_of(0)
    attempt = [cost for cost in costs if cost.place.startswith("attempt0/")]
    turns = len({cost.place.split("/")[1] for cost in attempt if cost.role == "user"})
    steps = len({cost.place.split("/")[1] for cost in attempt if cost.role == "agent"})
    messages = [Message("user", "?")] * turns + [
        Message("assistant", "", calls=(ToolCall("show", {}),)),
        Message("tool", "{}"),
    ] * steps
    prices = {cost.model: Price(1.0, 10.0) for cost in attempt}
    told = by_message(costs, prices, 0, messages)
    assert [*told[0]] == ["user", "critic"] and told[0]["user"].calls == 2
    assert {role for position, roles in told.items() if messages[position].role == "assistant" for role in roles} == {
        "agent"
    }
    everything = total(one for roles in told.values() for one in roles.values())
    assert everything == pytest.approx(total(by_role(attempt, prices).values()))
    assert everything.money == pytest.approx((everything.prompt + 10 * everything.completion) / 1e6)
    assert by_message(costs, {}, 7, messages) == {}
