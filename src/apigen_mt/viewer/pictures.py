"""Small pictures in SVG, coloured by the page's style sheet: no scripts, and a name for those who do not see them."""

import math
from collections.abc import Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

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
