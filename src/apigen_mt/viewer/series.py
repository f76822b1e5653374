"""What is measured over and over, as a line: a long series is drawn by the means and extremes of its stretches."""

import math
from collections.abc import Callable, Sequence
from statistics import fmean
from typing import NamedTuple

from markupsafe import Markup

STRETCHES = 200
"""Points that a line has at most."""
TICKS = 4
_LEAST = 1e-300
"""Less than this is no width: a quarter of it could not be told from nothing."""
_LEFT, _WIDTH, _HEIGHT, _FOOT = 48, 320, 140, 22


class Stretch(NamedTuple):
    """Neighbouring measurements as one point."""

    at: float
    mean: float
    low: float
    high: float


def series(
    found: Sequence[tuple[float, float]],
    what: str,
    said: Callable[[float], str],
    said_at: Callable[[float], str],
) -> Markup:
    """Return measurements as a line over what they were measured at, with a band between their extremes.

    Args:
        found: (at, measured), by what they were measured at.
        what: What is measured.
        said: A measurement in words.
        said_at: What it was measured at, in words.
    """
    if not found:
        return Markup('<p class="none">Nothing yet.</p>')
    line = stretches(found)
    first, last = found[0][0], found[-1][0]
    ticks = nice(min(one.low for one in line), max(one.high for one in line))

    def x(at: float) -> float:
        return _LEFT + (_WIDTH * (at - first) / (last - first) if last > first else _WIDTH / 2)

    def y(value: float) -> float:
        return 6 + (_HEIGHT - 12) * (1 - (value - ticks[0]) / (ticks[-1] - ticks[0]))

    grid = [
        Markup(
            '<line class="grid" x1="{0}" x2="{1}" y1="{2:.1f}" y2="{2:.1f}"/>'
            '<text x="{3}" y="{4:.1f}" text-anchor="end">{5}</text>'
        ).format(_LEFT, _LEFT + _WIDTH, y(tick), _LEFT - 6, y(tick) + 3.5, said(tick))
        for tick in ticks
    ]
    ends = [
        Markup('<text x="{}" y="{}" text-anchor="{}">{}</text>').format(x(at), _HEIGHT + 16, anchor, said_at(at))
        for at, anchor in ((first, "start"), (last, "end"))
    ]
    area = [(x(one.at), y(one.high)) for one in line] + [(x(one.at), y(one.low)) for one in reversed(line)]
    each = _WIDTH / len(line)
    touch = [
        Markup('<rect class="touch" x="{:.1f}" y="0" width="{:.1f}" height="{}"><title>{}</title></rect>').format(
            x(one.at) - each / 2, each, _HEIGHT, f"{said_at(one.at)}: {said(one.mean)}"
        )
        for one in line
    ]
    drawn = [
        Markup('<polygon class="band s0" points="{}"/>').format(_path(area)),
        Markup('<polyline class="s0" points="{}"/>').format(_path([(x(one.at), y(one.mean)) for one in line])),
    ]
    told = f"{what}: from {said(line[0].mean)} to {said(line[-1].mean)}"
    return Markup('<svg class="chart curves" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        _LEFT + _WIDTH, _HEIGHT + _FOOT, told, Markup("").join([*grid, *ends, *drawn, *touch])
    )


def stretches(found: Sequence[tuple[float, float]]) -> list[Stretch]:
    """Return measurements in at most `STRETCHES` stretches of the same number, the last one apart."""
    size = max(1, math.ceil(len(found) / STRETCHES))
    parts = [found[start : start + size] for start in range(0, len(found), size)]
    return [
        Stretch(part[-1][0], fmean(value for _, value in part), min(v for _, v in part), max(v for _, v in part))
        for part in parts
    ]


def nice(low: float, high: float) -> list[float]:
    """Return about `TICKS` round numbers that hold a range between them."""
    width = high - low or abs(high)
    if width < _LEAST:
        width = 1.0
    power = 10 ** math.floor(math.log10(width / TICKS))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor * TICKS >= width * 0.999)
    first = math.floor(low / step)
    return [step * number for number in range(first, max(math.ceil(high / step), first + 1) + 1)]


def _path(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
