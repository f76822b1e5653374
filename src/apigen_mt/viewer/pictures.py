"""Small pictures in SVG, coloured by the page's style sheet: no scripts, and a name for those who do not see them."""

import math
from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

CELL = 15
"""Side of a heat map's cell, in pixels."""
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
    each = width / len(bins)
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


def course(points: Sequence[tuple[int, int]]) -> Markup:
    """Return what was accepted, above a line, and what was rejected, below it, from the run's beginning to its end."""
    if not points:
        return Markup('<p class="none">Nothing is finished yet.</p>')
    above, below = (max(column) for column in zip(*points, strict=True))
    width, height = 600, 110
    line = height * above / max(above + below, 1)
    each = min(width / len(points), 40)
    parts: list[Markup] = []
    for number, (accepted, rejected) in enumerate(points):
        high, low = (height * count / max(above + below, 1) for count in (accepted, rejected))
        x, wide = number * each, max(0.8 * each, each - 2)
        rect = Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>')
        title = Markup("<title>{:,} accepted, {:,} rejected</title>").format(accepted, rejected)
        bars = rect.format("good", x, line - high, wide, high), rect.format("bad", x, line + 1, wide, low)
        parts.append(Markup("<g>{}{}{}</g>").format(title, *bars))
    accepted, rejected = (sum(column) for column in zip(*points, strict=True))
    label = f"Along the run: {accepted:,} work items accepted, and {rejected:,} candidates and conversations rejected"
    return Markup(
        '<svg class="chart wide" viewBox="0 0 {0} {1}" preserveAspectRatio="none" role="img" aria-label="{2}">{3}</svg>'
    ).format(width, height + 2, label, Markup("").join(parts))


def level(number: int, top: int) -> int:
    """Return the shade of a count: 0 for none, then steps of its logarithm up to `LEVELS`."""
    if number <= 0:
        return 0
    return max(1, math.ceil(LEVELS * math.log1p(number) / math.log1p(max(top, number))))


def heat(names: Sequence[str], counts: Mapping[tuple[str, str], int], title: str) -> Markup:
    """Return counts of pairs: the first of a pair is a row, the second a column."""
    left = 8 + 6.3 * max((len(name) for name in names), default=0)
    over = left * 0.78
    size = CELL * len(names)
    top = max(counts.values(), default=0)
    parts: list[Markup] = []
    for row, one in enumerate(names):
        y = over + row * CELL
        parts.append(Markup('<text x="{:.0f}" y="{:.0f}" text-anchor="end">{}</text>').format(left - 6, y + 11, one))
        x = left + row * CELL + 10
        parts.append(
            Markup('<text transform="translate({:.0f} {:.0f}) rotate(-50)">{}</text>').format(x, over - 5, one)
        )
        for column, other in enumerate(names):
            number = counts.get((one, other), 0)
            place = (left + column * CELL, y, CELL - 1, CELL - 1)
            rect = Markup('<rect class="h{}" x="{:.0f}" y="{:.0f}" width="{}" height="{}">{}</rect>')
            told = Markup("<title>{} then {}: {:,}</title>").format(one, other, number) if number else ""
            parts.append(rect.format(level(number, top), *place, told))
    width, height = left + size + over, over + size + 4
    return Markup(
        '<svg class="heat" viewBox="0 0 {0:.0f} {1:.0f}" width="{0:.0f}" height="{1:.0f}" role="img" aria-label="{2}">{3}</svg>'
    ).format(width, height, escape(title), Markup("").join(parts))
