"""Draw an API graph as one self-contained SVG: layers from left to right, no scripts, no fonts to load.

The customer stands at the left, then the tools that identify them, then the look-ups, then the writes. The layout is the
layered one of Sugiyama: a greedy order breaks cycles, longest paths give the layers, barycentre sweeps take out
crossings, and an isotonic regression straightens what is left. The long links of one tool share a trunk. Reads and writes
differ in colour, shape and icon; a pointer over a tool lights up its links, over a link says which parameters it feeds.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from random import Random
from typing import NamedTuple
from xml.sax.saxutils import escape

import msgspec

from apigen_mt.world.domain import Domain
from apigen_mt.world.graph import START, Graph

FORMAT = 1
"""Version of `graph_json`."""


def graph_json(graph: Graph) -> str:
    """Return a graph as JSON text, for machines: links with their parameter and count, and where wishes end."""
    links = [{**edge._asdict(), "count": count} for edge, count in sorted(graph.edges.items())]
    goals = {tool: list(kinds) for tool, kinds in sorted(graph.goals.items())}
    return msgspec.json.format(msgspec.json.encode({"format": FORMAT, "edges": links, "goals": goals})).decode()


def draw_graph(domain: Domain, graph: Graph, used: Mapping[str, int] | None = None) -> str:
    """Return the drawing as SVG text.

    Args:
        domain: The domain whose graph it is.
        graph: The graph.
        used: Coverage cells of a run (`retail:tool:show_order`, `retail:pair:list_orders>show_order`) to shade tools
            and links by; without them links are as wide as they were often seen when the graph was inferred.
    """
    picture = _Picture(domain, graph, used or {})
    body = [*picture.bands(), *picture.links(), *picture.nodes(), *picture.legend()]
    width, height = (f"{length:.0f}" for length in picture.size)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            f'class="api-graph" role="img" aria-labelledby="{domain.name}-title {domain.name}-desc">',
            f'<title id="{domain.name}-title">API graph of {escape(domain.name)}</title>',
            f'<desc id="{domain.name}-desc">{escape(picture.in_words())}</desc>',
            f"<style>{_STYLE}{picture.highlights()}</style>",
            _ICONS,
            f'<rect class="page" width="{width}" height="{height}" rx="10"/>',
            *body,
            "</svg>\n",
        ]
    )


# ---- layout ---------------------------------------------------------------------------------------------------------

Item = str | tuple[str, int, bool]
"""A node, or where the trunk of a node's long links (forward or back) passes through a layer."""


class _Link(NamedTuple):
    """All edges from one tool to another, drawn as one line."""

    source: str
    target: str
    parameters: tuple[str, ...]
    weight: int
    back: bool
    """Against the direction of the layers."""

    def through(self, layer_of: Mapping[str, int]) -> list[Item]:
        """Return the items that the line visits, from left to right."""
        left, right = (self.target, self.source) if self.back else (self.source, self.target)
        between = range(layer_of[left] + 1, layer_of[right])
        return [left, *((self.source, layer, self.back) for layer in between), right]


def _sequence(stage: Mapping[str, int], parameters: Mapping[tuple[str, str], Mapping[str, int]]) -> list[str]:
    """Return the nodes in an order that few edges run against: stage by stage, what is fed by the earlier ones first."""
    feeds: dict[str, dict[str, int]] = {node: {} for node in stage}
    for (source, target), found in parameters.items():
        feeds[target][source] = sum(found.values())
    order: list[str] = []
    waiting = sorted(stage)

    def due(node: str) -> tuple[int, bool, int]:
        ahead = sum(count for source, count in feeds[node].items() if source in waiting)
        return stage[node], ahead > 0, ahead - sum(feeds[node].values())

    while waiting:
        order.append(min(waiting, key=due))
        waiting.remove(order[-1])
    return order


def _layers(order: Sequence[str], stage: Mapping[str, int], joined: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return node -> layer: later stages further right, joined nodes never in one layer, otherwise as far left as can be."""
    neighbours: dict[str, set[str]] = {node: set() for node in order}
    for one, other in joined:
        neighbours[one].add(other)
        neighbours[other].add(one)
    layer: dict[str, int] = {}
    first: dict[int, int] = {}
    for node in order:
        here = first.setdefault(stage[node], 1 + max(layer.values(), default=-1))
        layer[node] = max([here, *(1 + layer[other] for other in neighbours[node] if other in layer)])
    return layer


Layer = list[Item]
Segment = tuple[Item, Item]
"""A piece of a line between two neighbouring layers."""


def _arranged(
    layers: Sequence[Layer], gaps: Sequence[Sequence[Segment]], box: float
) -> tuple[list[Layer], dict[Item, float]]:
    """Return the layers in order and every item's y: of several tries the one that is easiest to follow."""
    tries = [_ordered(layers, gaps, seed) for seed in range(12)]
    return min(((order, _heights(order, gaps, box)) for order in tries), key=lambda tried: _effort(*tried, gaps))


def _effort(layers: Sequence[Layer], y: Mapping[Item, float], gaps: Sequence[Sequence[Segment]]) -> float:
    """Return how hard a drawing is to follow: lines that cross, and the way that they go up and down."""
    return 40 * _crossings(layers, gaps) + sum(abs(y[left] - y[right]) for gap in gaps for left, right in gap)


def _crossings(layers: Sequence[Layer], gaps: Sequence[Sequence[Segment]]) -> int:
    place = {item: index for layer in layers for index, item in enumerate(layer)}
    found = 0
    for gap in gaps:
        ends = sorted((place[left], place[right]) for left, right in gap)
        found += sum(one[1] > other[1] and one[0] < other[0] for i, one in enumerate(ends) for other in ends[i + 1 :])
    return found


def _ordered(layers: Sequence[Layer], gaps: Sequence[Sequence[Segment]], seed: int) -> list[Layer]:
    """Return the layers reordered by barycentre sweeps from a random start: the fewest crossings on the way."""
    rng = Random(seed)
    tried = [rng.sample(layer, len(layer)) for layer in layers]
    best, fewest = tried, math.inf
    for sweep in range(16):
        _sweep(tried, gaps, rightward=sweep % 2 == 0)
        crossings = _crossings(tried, gaps)
        if crossings < fewest:
            best, fewest = [list(layer) for layer in tried], crossings
    return best


def _sweep(layers: list[Layer], gaps: Sequence[Sequence[Segment]], *, rightward: bool) -> None:
    """Sort each layer in turn by where the neighbours in the layer before it stand."""
    place = {item: index for layer in layers for index, item in enumerate(layer)}
    for index in range(1, len(layers)) if rightward else range(len(layers) - 2, -1, -1):
        pulls: dict[Item, list[int]] = {}
        for left, right in gaps[index - 1] if rightward else gaps[index]:
            moved, fixed = (right, left) if rightward else (left, right)
            pulls.setdefault(moved, []).append(place[fixed])
        weight = {item: sum(places) / len(places) for item, places in pulls.items()}
        layers[index].sort(key=lambda item: weight.get(item, place[item]))
        place |= {item: position for position, item in enumerate(layers[index])}


def _apart(wanted: Sequence[tuple[float, float]], room: Sequence[float]) -> list[float]:
    """Return the positions nearest to the wanted ones that keep order and distance (isotonic regression).

    Args:
        wanted: Where each thing would like to be, and how strongly.
        room: How far each has to be from the one before it.
    """
    offsets = [sum(room[: index + 1]) for index in range(len(room))]
    blocks: list[tuple[float, float, int]] = []
    for (place, weight), offset in zip(wanted, offsets, strict=True):
        mean, size = place - offset, 1
        while blocks and blocks[-1][0] > mean:
            other, others, count = blocks.pop()
            mean = (mean * weight + other * others) / (weight + others)
            weight, size = weight + others, size + count
        blocks.append((mean, weight, size))
    flat = [mean for mean, _, size in blocks for _ in range(size)]
    return [mean + offset for mean, offset in zip(flat, offsets, strict=True)]


def _heights(layers: Sequence[Layer], gaps: Sequence[Sequence[Segment]], box: float) -> dict[Item, float]:
    """Return item -> the y of its middle: neighbours pull, trunks want to be straight, and nothing overlaps."""
    pulls: dict[Item, list[tuple[Item, float]]] = {item: [] for layer in layers for item in layer}
    for left, right in (segment for gap in gaps for segment in gap):
        trunk = (not isinstance(left, str)) + (not isinstance(right, str))
        pulls[left].append((right, _STRAIGHT[trunk]))
        pulls[right].append((left, _STRAIGHT[trunk]))
    room = [[0.0, *(_room(above, below, box) for above, below in pairwise(layer))] for layer in layers]
    y: dict[Item, float] = {}
    for layer, apart in zip(layers, room, strict=True):
        y |= zip(layer, _apart([(0.0, 1.0)] * len(layer), apart), strict=True)
    for sweep in range(160):
        for index in range(len(layers)) if sweep % 2 == 0 else reversed(range(len(layers))):
            wanted: list[tuple[float, float]] = []
            for item in layers[index]:
                weight = sum(weight for _, weight in pulls[item])
                mean = sum(y[other] * weight for other, weight in pulls[item]) / weight if weight else y[item]
                wanted.append((mean, weight or 0.1))
            y |= zip(layers[index], _apart(wanted, room[index]), strict=True)
    for layer, apart in zip(layers, room, strict=True):
        before = [item if isinstance(item, str) else (item[0], item[1] - 1, item[2]) for item in layer]
        level = [
            (y[one], 20.0) if one != item and one in y else (y[item], 1.0)
            for one, item in zip(before, layer, strict=True)
        ]
        y |= zip(layer, _apart(level, apart), strict=True)
    return y


_STRAIGHT = (1.0, 2.0, 10.0)
"""How strongly the two ends of a segment pull each other, by how many of them lie on a trunk."""


def _room(above: Item, below: Item, box: float) -> float:
    boxes = isinstance(above, str) + isinstance(below, str)
    return {2: box + 15, 1: box / 2 + 14, 0: 12}[boxes]


# ---- drawing --------------------------------------------------------------------------------------------------------

_LETTER = 7.25
"""Width of a letter of the 12 px monospaced face."""
_TOP, _MARGIN, _FOOT = 104.0, 28.0, 76.0
_NARROWEST = 1160.0
"""Width that the legend needs."""
_STAGES = ("Customer", "Identify", "Look up", "Change")


class _Picture:
    """One drawing: everything placed once, then written out piece by piece."""

    def __init__(self, domain: Domain, graph: Graph, used: Mapping[str, int]):
        self.domain = domain
        self.graph = graph
        self.used = Counter({cell.removeprefix(f"{domain.name}:"): count for cell, count in used.items()})
        self.box = 44.0 if used else 34.0
        nodes = [START, *sorted(domain.tools)]
        proofs = {way.tool for way in domain.identifications}
        self.stage = {
            tool: 3 if domain.tools[tool].kind == "write" else 1 if tool in proofs else 2 for tool in nodes[1:]
        }
        self.stage[START] = 0
        parameters: dict[tuple[str, str], dict[str, int]] = {}
        for edge, count in graph.edges.items():
            parameters.setdefault((edge.source, edge.target), {})[edge.parameter] = count
        order = _sequence(self.stage, parameters)
        self.layer = _layers(order, self.stage, parameters)
        self.number = {node: number for number, node in enumerate(order)}
        self._links = [
            _Link(*pair, tuple(sorted(found)), sum(found.values()), self.layer[pair[0]] > self.layer[pair[1]])
            for pair, found in parameters.items()
        ]
        self._place(order)

    def _place(self, order: Sequence[str]) -> None:
        depth = 1 + max(self.layer.values())
        layers: list[dict[Item, None]] = [{} for _ in range(depth)]
        gaps: list[dict[tuple[Item, Item], None]] = [{} for _ in range(depth - 1)]
        for node in order:
            layers[self.layer[node]][node] = None
        self.paths = {link: link.through(self.layer) for link in self._links}
        for path in self.paths.values():
            start = self.layer[str(path[0])]
            for index, segment in enumerate(pairwise(path), start):
                layers[index + 1].setdefault(segment[1])
                layers[index].setdefault(segment[0])
                gaps[index][segment] = None
        segments = [list(gap) for gap in gaps]
        self.columns, y = _arranged([list(layer) for layer in layers], segments, self.box)
        top = min(y[item] - self.box / 2 * isinstance(item, str) for item in y)
        self.y = {item: value - top + _TOP for item, value in y.items()}
        widths = [
            max(_LETTER * len(self._name(item)) + self._furniture(item) for item in column) for column in self.columns
        ]
        turns = [sum(isinstance(left, str) or isinstance(right, str) for left, right in gap) for gap in segments]
        between = [36 + min(100.0, 2.4 * count) for count in turns]
        spare = _NARROWEST - 2 * _MARGIN - 16 - sum(widths) - sum(between)
        lefts = [_MARGIN + 8]
        for width, gap in zip(widths, between, strict=False):
            lefts.append(lefts[-1] + width + gap + max(0.0, spare / len(between)))
        self.x = [(left, left + width) for left, width in zip(lefts, widths, strict=True)]
        """Left and right of each column."""
        bottom = max(self.y[item] + self.box / 2 for item in self.y)
        self.size = (self.x[-1][1] + _MARGIN + 8, bottom + _FOOT + 18)

    def _name(self, item: Item) -> str:
        return "" if not isinstance(item, str) else "customer" if item == START else item

    def _furniture(self, item: Item) -> float:
        return 0.0 if not isinstance(item, str) else 42 + 20 * (item in self.graph.goals)

    # ---- pieces ---------------------------------------------------------------------------------------------------

    def bands(self) -> Iterable[str]:
        """Yield title and the columns' headings."""
        domain, used = self.domain, self.used
        reads = sum(tool.kind == "read" for tool in domain.tools.values())
        facts = f"{reads} read tools, {len(domain.tools) - reads} write tools, {len(self._links)} links"
        if used:
            tools = sum(self.used[f"tool:{tool}"] > 0 for tool in domain.tools)
            inner = [link for link in self._links if link.source != START]
            links = sum(self.used[f"pair:{link.source}>{link.target}"] > 0 for link in inner)
            facts = f"used so far: {tools} of {len(domain.tools)} tools, {links} of {len(inner)} links between them"
        yield (
            f'<text x="{_MARGIN}" y="40"><tspan class="h1">{escape(domain.name)}</tspan><tspan class="sub" dx="12">'
            f"which tool's output feeds which tool's argument · {facts}</tspan></text>"
        )
        for stage, heading in enumerate(_STAGES):
            columns = sorted({self.layer[node] for node in self.layer if self.stage[node] == stage})
            if columns:
                left, right = self.x[columns[0]][0] - 16, self.x[columns[-1]][1] + 16
                bottom = self.size[1] - _FOOT
                yield (
                    f'<rect class="band" x="{left:.1f}" y="58" width="{right - left:.1f}" height="{bottom - 58:.1f}" rx="12"/>'
                    f'<text class="h2" x="{(left + right) / 2:.1f}" y="79">{heading}</text>'
                )

    def links(self) -> Iterable[str]:
        """Yield the lines: unused ones lie below, then wide ones, then narrow ones."""
        most = max((self._weight(link) for link in self._links), default=1)
        for link in sorted(self._links, key=lambda link: (self._weight(link) > 0, -self._weight(link))):
            weight = self._weight(link)
            width = 1.1 + 2.9 * math.log1p(weight) / math.log1p(max(most, 1))
            idle = bool(self.used) and link.source != START and not weight
            classes = ["link", f"f{self.number[link.source]}", f"t{self.number[link.target]}"]
            classes += ["back"] * link.back + ["idle"] * idle + ["said"] * (link.source == START)
            line = self._line(link)
            yield (
                f'<g class="{" ".join(classes)}"><title>{escape(self._told(link))}</title>'
                f'<path class="reach" d="{line}"/><path d="{line}" stroke-width="{width:.2f}"/></g>'
            )

    def _weight(self, link: _Link) -> int:
        if not self.used:
            return link.weight
        return 0 if link.source == START else self.used[f"pair:{link.source}>{link.target}"]

    def _told(self, link: _Link) -> str:
        source = "the customer" if link.source == START else link.source
        text = f"{source} → {link.target}: {', '.join(link.parameters)}"
        return f"{text} (followed {self._weight(link):,} times)" if self.used and link.source != START else text

    def _line(self, link: _Link) -> str:
        """Return the line from the source's side to the target's, smooth through every layer between."""
        path, shift = self.paths[link], 8.0 * link.back
        points: list[tuple[float, float]] = []
        for item in path:
            left, right = self.x[item[1] if not isinstance(item, str) else self.layer[item]]
            y = self.y[item] + shift * isinstance(item, str)
            points += [(left, y), (right, y)]
        points = points[1:-1][:: -1 if link.back else 1]
        end = points[-1][0] + (6 if link.back else -6)
        points[-1] = (end, points[-1][1])
        text = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
        for index, ((x0, y0), (x1, y1)) in enumerate(pairwise(points)):
            middle = (x0 + x1) / 2
            text += f"H{x1:.1f}" if index % 2 else f"C{middle:.1f} {y0:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"
        return text

    def nodes(self) -> Iterable[str]:
        """Yield the boxes with their names, and an arrowhead wherever lines arrive."""
        arrivals = {(link.target, link.back) for link in self._links}
        busiest = max((self.used[f"tool:{tool}"] for tool in self.domain.tools), default=1)
        for node, layer in self.layer.items():
            left, right = self.x[layer]
            y = self.y[node]
            shade = 1.0
            if self.used and node != START:
                shade = math.log1p(self.used[f"tool:{node}"]) / math.log1p(max(busiest, 1))
            yield self._node(node, left, right, y, shade)
            for back in (False, True):
                if (node, back) in arrivals:
                    x, step, tip = (right, 7, y + 8) if back else (left, -7, y)
                    yield f'<path class="tip" d="M{x:.1f} {tip:.1f}l{step} -3.6v7.2z"/>'

    def _node(self, node: str, left: float, right: float, y: float, shade: float) -> str:
        kind = ("start", "read", "read", "write")[self.stage[node]]
        count = self.used[f"tool:{node}"]
        classes = f"node {kind} n{self.number[node]}" + " unused" * (bool(self.used) and node != START and not count)
        top, radius = y - self.box / 2, 5 if kind == "write" else self.box / 2
        outline = f'x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" height="{self.box:.0f}" rx="{radius:.0f}"'
        text_y = y + 4.2 - (7 if self.used and node != START else 0)
        parts = [
            f'<g class="{classes}"><title>{escape(self._about(node))}</title>',
            f'<rect class="base" {outline}/><rect class="box" {outline} fill-opacity="{0.12 + 0.88 * shade:.2f}"/>',
            f'<use href="#icon-{kind}" x="{left + 12:.1f}" y="{text_y - 10.2:.1f}"/>',
            f'<text class="name" x="{left + 31:.1f}" y="{text_y:.1f}">{escape(self._name(node))}</text>',
        ]
        if self.used and node != START:
            parts.append(
                f'<text class="uses" x="{left + 31:.1f}" y="{y + 12.5:.1f}">{f"calls: {count:,}" if count else "unused"}</text>'
            )
        if node in self.graph.goals:
            parts.append(_badge(right - 19, y, len(self.graph.goals[node])))
        return "".join([*parts, "</g>"])

    def _about(self, node: str) -> str:
        if node == START:
            return "What the customer knows and says"
        wishes = ", ".join(self.graph.goals.get(node, ()))
        about = f"{node} ({self.domain.tools[node].kind}): {self.domain.tools[node].description}"
        return f"{about} Wishes that end here: {wishes}." if wishes else about

    def highlights(self) -> str:
        """Return the rules by which a tool under the pointer lights up its links."""
        numbers = range(len(self.layer))
        return "".join(f".api-graph:has(.n{n}:hover) :is(.f{n},.t{n}) path:not(.reach){{{_LIT}}}" for n in numbers)

    def legend(self) -> Iterable[str]:
        """Yield the key to shapes and lines."""
        x, y = _MARGIN, self.size[1] - 30
        for kind, text in (("start", "customer"), ("read", "read tool"), ("write", "write tool")):
            radius = 4 if kind == "write" else 11
            yield (
                f'<g class="node {kind}"><rect class="box" x="{x}" y="{y - 11}" width="34" height="22" rx="{radius}"/>'
                f'<use href="#icon-{kind}" x="{x + 11}" y="{y - 6}"/></g><text class="key" x="{x + 42}" y="{y + 4}">{text}</text>'
            )
            x += 68 + 6.6 * len(text)
        yield f'<g class="node">{_badge(x + 9, y, 2)}</g><text class="key" x="{x + 24}" y="{y + 4}">wishes that end here</text>'
        x += 182
        seen = "followed more often" if self.used else "seen more often"
        lines = [("link", 3.6, seen), ("link back", 1.6, "feeds an earlier step")]
        lines += [("link idle", 1.2, "not followed yet")] if self.used else [("link said", 1.6, "said by the customer")]
        for classes, width, text in lines:
            yield (
                f'<g class="{classes}"><path d="M{x} {y}h34" stroke-width="{width}"/></g>'
                f'<text class="key" x="{x + 42}" y="{y + 4}">{text}</text>'
            )
            x += 68 + 6.6 * len(text)

    def in_words(self) -> str:
        """Return the whole graph as text, for who cannot see it."""
        links = sorted(self._links, key=lambda link: (self.layer[link.source], link.source, link.target))
        return f"{len(self.domain.tools)} tools. " + ". ".join(self._told(link) for link in links) + "."


def _badge(x: float, y: float, number: int) -> str:
    text = f'<text class="number" x="{x:.1f}" y="{y + 3.6:.1f}">{number}</text>'
    return f'<circle class="badge" cx="{x:.1f}" cy="{y:.1f}" r="8"/>{text}'


_PEN = 'fill="none" stroke-width="1.3" stroke-linejoin="round" stroke-linecap="round"'
"""Attributes of each icon: no scoped rule reaches into what `use` draws."""
_ICONS = (
    "<defs>"
    f'<g id="icon-start" {_PEN}><circle cx="6" cy="3.4" r="2.6"/><path d="M1 12c.3-6.2 9.7-6.2 10 0"/></g>'
    f'<g id="icon-read" {_PEN}><path d="M0.5 6C3 1.6 9 1.6 11.5 6C9 10.4 3 10.4 0.5 6Z"/><circle cx="6" cy="6" r="1.7"/></g>'
    f'<g id="icon-write" {_PEN}><path d="M1.2 10.8L2 7.8L8.6 1.2L10.8 3.4L4.2 10L1.2 10.8ZM7 2.8L9.2 5"/></g>'
    "</defs>"
)


def _scoped(rules: str) -> str:
    """Return style rules that hold inside these drawings only, wherever one is pasted."""
    found = (rule.split("{") for rule in rules.split("}") if rule)
    return "".join(f".api-graph {', .api-graph '.join(names.split(','))}{{{body}}}" for names, body in found)


def _theme(page: str, band: str, ink: str, soft: str, line: str, faint: str, **boxes: str) -> str:
    """Return the rules for one colour scheme; a box has a fill and a stroke."""
    rules = (
        f".page,.base{{fill:{page}}}.band{{fill:{band}}}.h1,.name{{fill:{ink}}}.sub,.h2,.key,.uses,.badge{{fill:{soft}}}"
        f".link path{{stroke:{line}}}.idle path{{stroke:{faint}}}.tip{{fill:{line}}}.number{{fill:{page}}}"
    )
    for kind, (fill, stroke) in ((kind, colours.split()) for kind, colours in boxes.items()):
        rules += (
            f".{kind} .box{{fill:{fill};stroke:{stroke}}}.{kind} use{{stroke:{stroke}}}.{kind} .badge{{fill:{stroke}}}"
        )
    return _scoped(rules)


_LIGHT = _theme(
    page="#fff", band="#f5f6f8", ink="#1c2128", soft="#5a6370", line="#7d8897", faint="#c3cad3",
    read="#d5e8fa #1f6db3", write="#fbdfc8 #b2500c", start="#e9e7f4 #5b52a3",
)  # fmt: skip
_DARK = _theme(
    page="#12151b", band="#1a1e26", ink="#e8ebf0", soft="#9aa4b3", line="#727d8d", faint="#3b424e",
    read="#173a5a #74b6f0", write="#552e12 #f2a467", start="#2f2b52 #a9a2ee",
)  # fmt: skip
_SHAPES = _scoped(
    "text{font-family:ui-sans-serif,system-ui,'Segoe UI',Helvetica,Arial,'DejaVu Sans',sans-serif}"
    ".name{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace}"
    ".h1{font-size:20px;font-weight:650}.sub{font-size:13px}.key{font-size:12px}.uses{font-size:10.5px}"
    ".h2{font-size:11px;font-weight:600;letter-spacing:.09em;text-anchor:middle;text-transform:uppercase}"
    ".number{font-size:10px;font-weight:700;text-anchor:middle}.link path{fill:none}.back path{stroke-dasharray:5 4}"
    ".said path{stroke-dasharray:1 3.6;stroke-linecap:round}.box{stroke-width:1.4}.write .box{stroke-width:1.8}"
    ".unused .box{stroke-dasharray:4 3}"
)
_LIT = "stroke:#c2277c"
_LATE = _scoped(
    f".link .reach{{stroke:transparent;stroke-width:9;stroke-dasharray:none}}.link:hover path:not(.reach){{{_LIT}}}"
)
_STYLE = f"{_SHAPES}{_LIGHT}@media(prefers-color-scheme:dark){{{_DARK}}}{_LATE}"
