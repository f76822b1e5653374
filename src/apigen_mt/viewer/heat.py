"""The heat map of what a domain's conversations have used: its tools, pairs of tools, and the clauses that they meet.

A row is a tool. The first column is the tool itself; then come the tools that were called next, then the clauses. The first
row is each clause by itself. Only what occurs is drawn cell by cell: the rest is one pattern.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from apigen_mt.viewer.overview import Coverage
from apigen_mt.viewer.pictures import level
from apigen_mt.viewer.shown import bare

CELL = 13
"""Side of a cell, in pixels."""
GAP = 7
"""Between blocks of cells."""
NAME = 40
"""Characters of a name that are shown."""
LETTER = 6.1
"""Width of a letter of a label."""
SLANT = (0.643, 0.766)
"""Width and height of a label that leans by 50 degrees, to its length."""


class Block(NamedTuple):
    """Rows and columns that stand together."""

    names: Sequence[str]
    at: float
    """Where they begin, in pixels."""

    @property
    def end(self) -> float:
        """Where the next may begin."""
        return self.at + CELL * len(self.names) + (GAP if self.names else 0)


class Told(NamedTuple):
    """What one block's cells count, and in which words."""

    count: Callable[[str, str], int]
    words: Callable[[str, str, int], str]
    most: int


def heat(c: Coverage, name: str, *, linked: bool) -> Markup:
    """Return the picture.

    Args:
        c: The counts.
        name: What tells this picture from others on the page.
        linked: Whether the name of a tool leads to the conversations that call it.
    """
    texts = {clause.number: clause.text for clause, _, _ in c.clauses}
    numbers = list(texts) or sorted({number for _, number in c.meets} | set(c.reached))
    longest = LETTER * min(max((len(tool) for tool in c.tools), default=0), NAME)
    whole = Block(("",), longest + 10)
    tools = Block(c.tools, whole.end)
    clauses = Block(numbers, tools.end)
    top = Block(("",) if numbers else (), SLANT[1] * longest + 14)
    reads = Block([tool for tool in c.tools if tool not in c.writes], top.end)
    writes = Block(c.writes, reads.end)
    used = Told(lambda row, _: c.used.get(row, 0), lambda row, _, n: f"{row}: {n:,} conversations", _most(c.used))
    pairs = Told(lambda row, column: c.pairs.get((row, column), 0), _then, _most(c.pairs))
    meets = Told(lambda row, column: c.meets.get((row, column), 0), _with, _most(c.meets))
    alone = Told(
        lambda _, column: c.reached.get(column, 0), lambda _, column, n: _alone(column, n, texts), _most(c.reached)
    )
    parts = [
        Markup(
            '<defs><pattern id="{0}" width="{1}" height="{1}" patternUnits="userSpaceOnUse">'
            '<rect class="h0" width="{2}" height="{2}"/></pattern></defs>'
        ).format(name, CELL, CELL - 1),
        *_labels((reads, writes), whole.at - 6, c, linked),
        *_heads(tools, top.at - 5, {}),
        *_heads(clauses, top.at - 5, texts),
        _block(top, clauses, name, alone),
        *(
            _block(rows, columns, name, told)
            for rows in (reads, writes)
            for columns, told in ((whole, used), (tools, pairs), (clauses, meets))
        ),
    ]
    if numbers:
        parts.append(
            Markup('<text class="all" x="{:.0f}" y="{:.0f}" text-anchor="end">clause by itself</text>').format(
                clauses.at - 6, top.at + 10
            )
        )
    width, height = clauses.end + SLANT[0] * longest, writes.end
    title = (
        f"Coverage of {c.domain}: {sum(c.used.get(tool, 0) > 0 for tool in c.tools)} of {len(c.tools)} tools called, "
        f"{len(c.pairs)} pairs of tools, {sum(count > 0 for count in c.reached.values())} of {len(numbers)} clauses met"
    )
    return Markup(
        '<svg class="heat" viewBox="0 0 {0:.0f} {1:.0f}" width="{0:.0f}" height="{1:.0f}" role="img" aria-label="{2}">{3}</svg>'
    ).format(width, height, title, Markup("").join(parts))


def _labels(blocks: Sequence[Block], x: float, c: Coverage, linked: bool) -> Iterator[Markup]:
    for block in blocks:
        for at, tool in enumerate(block.names):
            text = Markup('<text class="{}" x="{:.0f}" y="{:.0f}" text-anchor="end">{}</text>').format(
                "" if c.used.get(tool) else "never", x, block.at + CELL * at + 10, bare(tool, NAME)
            )
            address = f"/items?domain={quote(c.domain)}&tool={quote(tool)}&verdict=accepted"
            yield Markup('<a href="{}">{}</a>').format(address, text) if linked else text


def _heads(block: Block, y: float, titles: dict[str, str]) -> Iterator[Markup]:
    for at, name in enumerate(block.names):
        title = Markup("<title>{} {}</title>").format(name, titles[name]) if name in titles else ""
        place = (block.at + CELL * at + 9, y)
        yield Markup('<text transform="translate({:.0f} {:.0f}) rotate(-50)">{}{}</text>').format(
            *place, title, bare(name, NAME)
        )


def _block(rows: Block, columns: Block, name: str, told: Told) -> Markup:
    """Return a block of cells. It has coordinates of its own, and the pattern begins where they do."""
    if not rows.names or not columns.names:
        return Markup("")
    cells = [
        Markup('<rect class="h{}" x="{}" y="{}" width="{}" height="{}"><title>{}</title></rect>').format(
            level(count, told.most), CELL * x, CELL * y, CELL - 1, CELL - 1, bare(told.words(row, column, count), 600)
        )
        for y, row in enumerate(rows.names)
        for x, column in enumerate(columns.names)
        if (count := told.count(row, column))
    ]
    size = (CELL * len(columns.names), CELL * len(rows.names))
    picture = Markup('<g transform="translate({:.0f} {:.0f})"><rect fill="url(#{})" width="{}" height="{}"/>{}</g>')
    return picture.format(columns.at, rows.at, name, *size, Markup("").join(cells))


def _most(counts: Mapping[Any, int]) -> int:
    return max(counts.values(), default=0)


def _then(row: str, column: str, count: int) -> str:
    return f"{row}, then {column}: {count:,}"


def _with(row: str, column: str, count: int) -> str:
    return f"{row} with clause {column}: {count:,}"


def _alone(number: str, count: int, texts: dict[str, str]) -> str:
    return f"clause {number}: {count:,} refusals and writes. {texts.get(number, '')}"
