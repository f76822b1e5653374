"""How a run went on over time: what was accepted and rejected, by the clock, with the pauses between sittings cut out."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from statistics import median
from typing import NamedTuple

POINTS = 60
PAUSE = 60.0
"""Seconds without a finished block that may be a pause; it is one if blocks usually take much less."""
UNUSUAL = 20
"""Times the usual distance between blocks."""


class Point(NamedTuple):
    """A stretch of time."""

    begins: datetime
    accepted: int
    rejected: int


class Course(NamedTuple):
    """A run by the clock."""

    points: tuple[Point, ...]
    each: float
    """Seconds of a stretch."""
    worked: float
    """Seconds from the first finished block to the last, without the pauses."""
    pauses: tuple[tuple[int, datetime, datetime], ...]
    """Stretch before which nothing was done for long, and from when to when."""
    ends: datetime

    @property
    def accepted(self) -> int:
        """All that was accepted."""
        return sum(point.accepted for point in self.points)

    @property
    def rejected(self) -> int:
        """All that was rejected."""
        return sum(point.rejected for point in self.points)


def course(clock: Sequence[tuple[str, int, int]]) -> Course | None:
    """Return a run by the clock, in at most `POINTS` stretches; None of a run that has finished nothing.

    Args:
        clock: When something was finished (ISO 8601), oldest first, with what was accepted and rejected.
    """
    if not clock:
        return None
    times = [datetime.fromisoformat(at) for at, _, _ in clock]
    steps = [max(0.0, (after - before).total_seconds()) for before, after in pairwise(times)]
    longest = max(PAUSE, UNUSUAL * median(steps)) if steps else PAUSE
    worked = sum(step for step in steps if step <= longest)
    count = min(POINTS, len(clock))
    each = worked / count or 1.0
    points: list[Point | None] = [None] * count
    pauses: list[tuple[int, datetime, datetime]] = []
    passed = 0.0
    for number, (_, accepted, rejected) in enumerate(clock):
        if number:
            step = steps[number - 1]
            passed += step if step <= longest else 0.0
        at = min(int(passed / each), count - 1)
        if number and steps[number - 1] > longest:
            pauses.append((at, times[number - 1], times[number]))
        before = points[at] or Point(times[number], 0, 0)
        points[at] = Point(before.begins, before.accepted + accepted, before.rejected + rejected)
    filled: list[Point] = []
    for point in points:
        filled.append(point or Point(filled[-1].begins, 0, 0))
    return Course(tuple(filled), each, worked, tuple(pauses), times[-1])
