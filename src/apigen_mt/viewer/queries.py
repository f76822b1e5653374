"""What pages ask of the index, each answered by SQL on a connection of its own."""

import re
import sqlite3
import zlib
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

import msgspec

from apigen_mt.dataset.reviews import DECISIONS, REVIEWS
from apigen_mt.phases.signature import DIFFICULTIES
from apigen_mt.viewer.index import Spent
from apigen_mt.viewer.sources import Found, Place
from apigen_mt.viewer.things import title_of

PAGE = 50
"""Things on a page."""
SORTS = {"newest": "id", "turns": "turns", "calls": "calls", "difficulty": "hurdles"}
"""What a list may go by, the greatest first; `oldest` goes the other way."""
MARKS = 300
"""Tools, kinds, events or checks to choose from, the most frequent."""
_WORD = re.compile(r"[^\W_]+")


class Filters(NamedTuple):
    """What a list is narrowed to; empty for everything."""

    domain: str = ""
    what: str = ""
    """`conversation` or `candidate`."""
    verdict: str = ""
    """`accepted` or `rejected`."""
    stage: str = ""
    failed: str = ""
    """A check."""
    blame: str = ""
    kind: str = ""
    tool: str = ""
    composed: str = ""
    """`yes` or `no`."""
    goals: str = ""
    """How many; `4` and more."""
    difficulty: str = ""
    """One of `DIFFICULTIES`."""
    event: str = ""
    """What happens on the way."""
    dispute: str = ""
    """`committee`: reviewers disagree; `person`: a person disagrees with the verdict."""
    person: str = ""
    """A decision, `any` or `none`."""
    text: str = ""
    sort: str = ""

    @classmethod
    def of(cls, given: Mapping[str, str]) -> "Filters":
        """Return the filters of a query string; what is no filter is left out."""
        return cls(**{name: given.get(name, "")[:200] for name in cls._fields})

    @property
    def query(self) -> str:
        """As a query string."""
        return urlencode({name: value for name, value in self._asdict().items() if value})

    @property
    def is_narrow(self) -> bool:
        """Whether anything is left out."""
        return any(self._replace(sort=""))


class Listed(NamedTuple):
    """One line of a list."""

    id: int
    ordinal: int
    name: str
    domain: str
    accepted: bool
    stage: str
    failed: str
    blame: str
    composed: bool
    split: bool
    goals: int
    turns: int
    calls: int
    kinds: str
    excerpt: str
    decision: str | None

    @property
    def title(self) -> str:
        """What to call it within its item."""
        return title_of(self.name)

    @property
    def place(self) -> str:
        """Where its page is, below `/items/`."""
        return f"{self.ordinal}/{self.name}"


class Queries:
    """One connection to the index, with the reviews of people beside it."""

    def __init__(self, connection: sqlite3.Connection):
        """Wrap a connection that cannot write; use `open_index`."""
        self._connection = connection

    def count(self, filters: Filters) -> int:
        """Return how many things there are."""
        chosen = _chosen(filters)
        return self._one(f"SELECT count(*) FROM {chosen.tables} WHERE {chosen.where}", chosen.parameters)

    def page(self, filters: Filters, number: int) -> list[Listed]:
        """Return one page of things, counted from 0."""
        chosen = _chosen(filters)
        column, order = _sorted(filters)
        inner = (
            f"SELECT {chosen.id} FROM {chosen.tables} WHERE {chosen.where} "
            f"ORDER BY {chosen.by(column)} {order}, {chosen.id} {order} LIMIT {PAGE} OFFSET ?"
        )
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM things LEFT JOIN decisions USING (subject) WHERE id IN ({inner}) "
            f"ORDER BY {column} {order}, id {order}",
            (*chosen.parameters, number * PAGE),
        )
        return [_listed(row) for row in rows]

    def beside(self, filters: Filters, ordinal: int, name: str) -> tuple[str | None, str | None]:
        """Return the places of the things before and after one in a list."""
        column, order = _sorted(filters)
        here = self._connection.execute(
            f"SELECT {column}, id FROM things WHERE ordinal = ? AND name = ? AND id BETWEEN ? AND ?",
            (ordinal, name, ordinal * 4096, ordinal * 4096 + 4095),
        ).fetchone()
        if here is None:
            return None, None
        return (
            self._next(filters, here, column, "ASC" if order == "DESC" else "DESC"),
            self._next(filters, here, column, order),
        )

    def _next(self, filters: Filters, here: tuple[Any, ...], column: str, order: str) -> str | None:
        chosen = _chosen(filters)
        sign = "<" if order == "DESC" else ">"
        beyond = f"{chosen.id} {sign} ?" if column == "id" else f"({chosen.by(column)}, {chosen.id}) {sign} (?, ?)"
        row = self._connection.execute(
            f"SELECT {chosen.id} FROM {chosen.tables} WHERE {chosen.where} AND {beyond} "
            f"ORDER BY {chosen.by(column)} {order}, {chosen.id} {order} LIMIT 1",
            (*chosen.parameters, *here[-1 if column == "id" else 0 :]),
        ).fetchone()
        if row is None:
            return None
        found = self._connection.execute("SELECT ordinal, name FROM things WHERE id = ?", row).fetchone()
        return f"{found[0]}/{found[1]}"

    def tally(self, topic: str) -> dict[str, int]:
        """Return key -> count of one topic."""
        return dict(self._connection.execute("SELECT key, count FROM tallies WHERE topic = ?", (topic,)).fetchall())

    def marks(self, kind: str) -> dict[str, int]:
        """Return the tools, kinds of goals or failed checks that there are, with how many things have them."""
        rows = self._connection.execute(
            "SELECT substr(key, ?), count FROM tallies WHERE topic = 'mark' AND key >= ? AND key < ? "
            "ORDER BY count DESC, key LIMIT ?",
            (len(kind) + 2, f"{kind}:", f"{kind};", MARKS),
        )
        return dict(sorted(rows.fetchall()))

    def clock(self) -> list[tuple[str, int, int]]:
        """Return when something was finished, oldest first, with accepted items and rejected things."""
        rows = self._connection.execute(
            "SELECT key, sum(count * (topic = 'accepted at')), sum(count * (topic = 'rejected at')) FROM tallies "
            "WHERE topic IN ('accepted at', 'rejected at') GROUP BY key ORDER BY key"
        )
        return rows.fetchall()

    def places(self) -> dict[str, Place]:
        """Return each domain's world: that of its first item."""
        rows = self._connection.execute("SELECT domain, place FROM places ORDER BY domain")
        return {domain: msgspec.json.decode(place, type=Place) for domain, place in rows}

    def kept(self, ordinal: int) -> Found | None:
        """Return an item that the index keeps, because it comes from a dataset's row."""
        if not 0 <= ordinal < 2**63:
            return None
        row = self._connection.execute("SELECT found FROM kept WHERE ordinal = ?", (ordinal,)).fetchone()
        return msgspec.msgpack.decode(zlib.decompress(row[0]), type=Found) if row else None

    def costs(self) -> list[Spent]:
        """Return what each role of each model has cost."""
        rows = self._connection.execute("SELECT * FROM costs ORDER BY role, model")
        return [Spent._make(row) for row in rows]

    def progress(self) -> dict[str, str]:
        """Return how far the index has come."""
        return dict(self._connection.execute("SELECT of, value FROM progress").fetchall())

    def _one(self, query: str, parameters: tuple[Any, ...]) -> Any:
        return self._connection.execute(query, parameters).fetchone()[0]


@contextmanager
def open_index(index: Path, directory: Path) -> Generator[Queries]:
    """Open the index to read, with the reviews that lie in a run's directory."""
    connection = sqlite3.connect(f"{index.absolute().as_uri()}?mode=ro", uri=True, timeout=10)
    try:
        reviews = directory / REVIEWS
        if reviews.is_file():
            connection.execute("ATTACH ? AS people", (f"{reviews.absolute().as_uri()}?mode=ro",))
            connection.execute("CREATE TEMP VIEW decisions AS SELECT subject, decision FROM people.reviews")
        else:
            connection.execute("CREATE TEMP TABLE decisions (subject TEXT PRIMARY KEY, decision TEXT) WITHOUT ROWID")
        yield Queries(connection)
    finally:
        connection.close()


_COLUMNS = ", ".join(Listed._fields)


def _listed(row: tuple[Any, ...]) -> Listed:
    line = Listed._make(row)
    return line._replace(accepted=bool(line.accepted), composed=bool(line.composed), split=bool(line.split))


def _sorted(filters: Filters) -> tuple[str, str]:
    if filters.sort == "oldest":
        return "id", "ASC"
    return SORTS.get(filters.sort, "id"), "DESC"


class _Chosen(NamedTuple):
    """What a list is drawn from: tables that know the order of ids come first, and `things` only where it is asked."""

    id: str
    tables: str
    where: str
    parameters: tuple[Any, ...]

    def by(self, column: str) -> str:
        return self.id if column == "id" else f"things.{column}"


def _chosen(filters: Filters) -> _Chosen:
    parts = list(_conditions(filters))
    tables: list[tuple[str, str]] = []
    parameters: list[Any] = []
    if filters.text:
        # Words are cut as the index cuts them: anything else would be an operator of its query language.
        words = " ".join(f'"{word}"*' for word in _WORD.findall(filters.text)[:20])
        tables.append(("texts", "texts.rowid"))
        parts.append(("texts MATCH ?", (words,)) if words else ("0", ()))
    for kind, value in _marked(filters):
        if value:
            tables.append((f"marks AS by_{kind}", f"by_{kind}.id"))
            parts.append((f"by_{kind}.mark = ?", (f"{kind}:{value}",)))
    if not tables or filters.sort in ("turns", "calls", "difficulty") or any(_conditions(filters)):
        tables.append(("things", "things.id"))
    first, at = tables[0]
    # A cross join keeps their order: the planner would else look each of a domain's things up in the texts.
    joined = first + "".join(f" CROSS JOIN {table} ON {place} = {at}" for table, place in tables[1:])
    if filters.person or filters.dispute == "person":
        joined += f" {'LEFT ' if filters.person == 'none' else ''}JOIN decisions USING (subject)"
    for _, values in parts:
        parameters += values
    return _Chosen(at, joined, " AND ".join(["1", *(text for text, _ in parts)]), tuple(parameters))


def _marked(filters: Filters) -> tuple[tuple[str, str], ...]:
    """Return what is asked of the marks of a thing."""
    return (("tool", filters.tool), ("kind", filters.kind), ("event", filters.event), ("failed", filters.failed))


def _conditions(filters: Filters) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Yield what is asked of the columns of a thing, with parameters."""
    equal = {"domain": filters.domain, "blame": filters.blame, "stage": filters.stage}
    yield from ((f"things.{column} = ?", (value,)) for column, value in equal.items() if value)
    if filters.what:
        yield f"things.stage {'=' if filters.what == 'conversation' else '<>'} 'conversation'", ()
    if filters.verdict:
        yield "accepted = ?", (int(filters.verdict == "accepted"),)
    if filters.composed:
        yield "composed = ?", (int(filters.composed == "yes"),)
    if filters.goals.isdecimal():
        yield f"goals {'>=' if filters.goals == '4' else '='} ?", (int(filters.goals[:6]),)
    if filters.difficulty in DIFFICULTIES:
        yield "hurdles BETWEEN ? AND ?", DIFFICULTIES[filters.difficulty]
    if filters.dispute == "committee":
        yield "split", ()
    elif filters.dispute == "person":
        yield "decision IN ('accept', 'reject') AND (decision = 'accept') <> accepted", ()
    if filters.person in DECISIONS:
        yield "decision = ?", (filters.person,)
    elif filters.person:
        yield f"decision IS {'' if filters.person == 'none' else 'NOT '}NULL", ()
