"""Small pictures in SVG, coloured by the page's style sheet: no scripts, and a name for those who do not see them."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from apigen_mt.evaluation.intervals import Mean
from apigen_mt.viewer.course import Course

LEVELS = 5
"""Steps of a count's shade, above none."""


def bar(*parts: float, whole: float) -> Markup:
    """Return a bar whose parts stand one behind the other; the figure itself stands beside it in words."""
    rects: list[Markup] = []
    at = 0.0
    for number, part in enumerate(parts):
        width = 100 * part / whole if whole else 0
        rects.append(Markup('<rect class="s{}" x="{:.3f}" width="{:.3f}" height="1"/>').format(number, at, width))
        at += width
    return Markup('<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">{}</svg>').format(
        Markup("").join(rects)
    )


def stacked(counts: Mapping[str, int], names: Sequence[str], whole: float) -> Markup:
    """Return a bar with a part for each name."""
    return bar(*(counts.get(name, 0) for name in names), whole=whole)


def histogram(counts: Mapping[str, int], what: str) -> Markup:
    """Return how often each number occurs, as bars from the least to the greatest."""
    known = {int(key): count for key, count in counts.items()}
    if not known:
        return Markup('<p class="none">Nothing yet.</p>')
    first, last = min(known), max(known)
    step = max(1, math.ceil((last - first + 1) / 30))
    bins = [(start, sum(known.get(n, 0) for n in range(start, start + step))) for start in range(first, last + 1, step)]
    top, width, height = max(count for _, count in bins), 300, 84
    each = min(width / len(bins), 42)
    parts: list[Markup] = []
    for number, (start, count) in enumerate(bins):
        tall = height * count / top
        told = f"{start}" if step == 1 else f"{start} to {start + step - 1}"
        parts.append(
            Markup(
                '<rect class="s0" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"><title>{}: {:,}</title></rect>'
            ).format(number * each + 0.5, height - tall + 2, max(1.0, each - 1), tall, told, count)
        )
        if number % max(1, math.ceil(len(bins) / 8)) == 0:
            parts.append(
                Markup('<text x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(
                    (number + 0.5) * each, height + 15, start
                )
            )
    total = sum(known.values())
    mean = sum(n * count for n, count in known.items()) / total
    label = f"{what}: from {first} to {last}, {mean:.1f} on average"
    return Markup(
        '<svg class="chart" viewBox="0 0 {} {}" width="{}" height="{}" role="img" aria-label="{}">{}</svg>'
    ).format(width, height + 20, width, height + 20, label, Markup("").join(parts))


def mean(counts: Mapping[str, int]) -> float:
    """Return the mean of numbers by how often each occurs; 0 of none."""
    total = sum(counts.values())
    return sum(int(key) * count for key, count in counts.items()) / total if total else 0.0


def course(found: Course) -> Markup:
    """Return what was accepted and what was rejected by each time, as two lines that only rise."""
    width, height = 600, 120
    top = max(found.accepted, found.rejected, 1)
    each = width / len(found.points)
    accepted = rejected = 0
    lines: tuple[list[str], list[str]] = ([f"0,{height}"], [f"0,{height}"])
    parts: list[Markup] = []
    for number, point in enumerate(found.points):
        accepted, rejected = accepted + point.accepted, rejected + point.rejected
        for line, count in zip(lines, (accepted, rejected), strict=True):
            line.append(f"{(number + 1) * each:.1f},{height - (height - 2) * count / top:.1f}")
        told = Markup("{}: {:,} accepted, {:,} rejected so far").format(clock(point.begins), accepted, rejected)
        bar = Markup('<rect class="touch" x="{:.1f}" y="0" width="{:.1f}" height="{}"><title>{}</title></rect>')
        parts.append(bar.format(number * each, each, height, told))
    for number, left, back in found.pauses:
        mark = Markup(
            '<line class="pause" x1="{0:.1f}" x2="{0:.1f}" y1="0" y2="{1}"><title>no work: {2} to {3}</title></line>'
        )
        parts.append(mark.format(number * each, height, clock(left), clock(back)))
    area = Markup('<polygon class="good" points="{} {},{}"/>').format(" ".join(lines[0]), width, height)
    drawn = [
        Markup('<polyline class="{}" points="{}"/>').format(colour, " ".join(line))
        for colour, line in zip(("good", "bad"), lines, strict=True)
    ]
    label = f"Over time: {found.accepted:,} work items accepted, and {found.rejected:,} candidates and conversations rejected"
    return Markup(
        '<svg class="chart wide" viewBox="0 0 {0} {1}" preserveAspectRatio="none" role="img" aria-label="{2}">{3}</svg>'
    ).format(width, height, label, Markup("").join([area, *drawn, *parts]))


def clock(at: datetime) -> str:
    """Return a time as people write it, in UTC."""
    return f"{at.day} {at:%b %Y, %H:%M:%S}"


def lasting(seconds: float) -> str:
    """Return a duration in the two units that say most."""
    if seconds < 60:
        return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s"


def rate(number: int, seconds: float) -> str:
    """Return how many there are in a minute."""
    each = 60 * number / seconds
    return f"{each:,.0f}" if each >= 10 else f"{each:.1f}"


def level(number: int, top: int) -> int:
    """Return the shade of a count: 0 for none, then steps of its logarithm up to `LEVELS`."""
    if number <= 0:
        return 0
    return max(1, math.ceil(LEVELS * math.log1p(number) / math.log1p(max(top, number))))


def interval(found: Mean) -> Markup:
    """Return a share with its interval on a line from 0 to 1; the figures themselves stand beside it in words."""
    if found.value is None:
        return Markup("")
    low, high, at = (100 * share for share in (found.low, found.high, found.value))
    return Markup(
        '<svg class="bar interval" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="track" width="100" height="1"/><rect class="range" x="{:.2f}" width="{:.2f}" height="1"/>'
        '<rect class="s0" x="{:.2f}" width="1.6" height="1"/></svg>'
    ).format(low, high - low, min(max(at - 0.8, 0), 98.4))


def curves(lines: Mapping[str, Sequence[Mean]], what: str) -> Markup:
    """Return shares for k = 1, 2 and so on, one line a name, each with its 95 % intervals as a band."""
    left, width, height, foot = 34, 300, 150, 22
    most = max((len(line) for line in lines.values()), default=0)
    if not any(mean.value is not None for line in lines.values() for mean in line):
        return Markup('<p class="none">Nothing yet.</p>')

    def x(place: int) -> float:
        return left + (width / 2 if most == 1 else 12 + (width - 24) * place / (most - 1))

    def y(share: float) -> float:
        return 6 + (height - 12) * (1 - share)

    parts = [
        Markup(
            '<line class="grid" x1="{0}" x2="{1}" y1="{2:.1f}" y2="{2:.1f}"/><text x="{3}" y="{4:.1f}" {6}>{5}</text>'
        ).format(left, left + width, y(tick), left - 6, y(tick) + 3.5, f"{tick:.0%}", Markup('text-anchor="end"'))
        for tick in (0, 0.25, 0.5, 0.75, 1)
    ]
    step = max(1, math.ceil(most / 10))
    parts += [
        Markup('<text x="{:.1f}" y="{}" text-anchor="middle">{}{}</text>').format(
            x(place), height + 16, "k = " if place == 0 else "", place + 1
        )
        for place in range(0, most, step)
    ]
    for number, (name, line) in enumerate(lines.items()):
        parts += _curve(number, name, [(x(place), mean) for place, mean in enumerate(line)], y)
    told = ", ".join(
        f"{name} {_percent(line[0].value)} at k = 1 and {_percent(line[-1].value)} at k = {len(line)}"
        for name, line in lines.items()
    )
    return Markup('<svg class="chart curves" viewBox="0 0 {0} {1}" role="img" aria-label="{2}">{3}</svg>').format(
        left + width, height + foot, f"{what}: {told}", Markup("").join(parts)
    )


def _curve(number: int, name: str, points: Sequence[tuple[float, Mean]], y: Callable[[float], float]) -> list[Markup]:
    known = [(x, mean, mean.value) for x, mean in points if mean.value is not None]
    if len(known) == 1:
        ((x, mean, _),) = known
        area = [(x - 5, y(mean.high)), (x + 5, y(mean.high)), (x + 5, y(mean.low)), (x - 5, y(mean.low))]
    else:
        area = [(x, y(mean.high)) for x, mean, _ in known] + [(x, y(mean.low)) for x, mean, _ in reversed(known)]
    drawn = [
        Markup('<polygon class="band s{}" points="{}"/>').format(number, _path(area)),
        Markup('<polyline class="s{}" points="{}"/>').format(number, _path([(x, y(value)) for x, _, value in known])),
    ]
    for place, (x, mean, value) in enumerate(known):
        told = f"{name}, k = {place + 1}: {_percent(value)}, 95 % interval {mean.low:.0%} to {mean.high:.0%}"
        drawn.append(
            Markup('<circle class="s{}" cx="{:.1f}" cy="{:.1f}" r="3.2"><title>{}</title></circle>').format(
                number, x, y(value), told
            )
        )
    return drawn


def _path(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{value:.1%}"
