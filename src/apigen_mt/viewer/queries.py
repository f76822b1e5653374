"""What pages ask of the index, each answered by SQL on a connection of its own."""

import re
import sqlite3
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

from apigen_mt.dataset.reviews import DECISIONS, REVIEWS
from apigen_mt.viewer.index import Spent
from apigen_mt.viewer.things import title_of

PAGE = 50
"""Things on a page."""
SORTS = {"newest": "id", "turns": "turns", "calls": "calls"}
"""What a list may go by, the greatest first; `oldest` goes the other way."""
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
        where, parameters = _where(filters)
        return self._one(f"SELECT count(*) FROM things {_joined(filters)} WHERE {where}", parameters)

    def page(self, filters: Filters, number: int) -> list[Listed]:
        """Return one page of things, counted from 0."""
        where, parameters = _where(filters)
        column, order = _sorted(filters)
        inner = (
            f"SELECT id FROM things {_joined(filters)} WHERE {where} "
            f"ORDER BY {column} {order}, id {order} LIMIT {PAGE} OFFSET ?"
        )
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM things LEFT JOIN decisions USING (subject) WHERE id IN ({inner}) "
            f"ORDER BY {column} {order}, id {order}",
            (*parameters, number * PAGE),
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
        where, parameters = _where(filters)
        sign = "<" if order == "DESC" else ">"
        row = self._connection.execute(
            f"SELECT ordinal, name FROM things {_joined(filters)} WHERE {where} AND ({column}, id) {sign} (?, ?) "
            f"ORDER BY {column} {order}, id {order} LIMIT 1",
            (*parameters, *here),
        ).fetchone()
        return f"{row[0]}/{row[1]}" if row else None

    def tally(self, topic: str) -> dict[str, int]:
        """Return key -> count of one topic."""
        return dict(self._connection.execute("SELECT key, count FROM tallies WHERE topic = ?", (topic,)).fetchall())

    def marks(self, kind: str) -> dict[str, int]:
        """Return the tools, kinds of goals or failed checks that there are, with how many things have them."""
        rows = self._connection.execute(
            "SELECT substr(key, ?), count FROM tallies WHERE topic = 'mark' AND key >= ? AND key < ? ORDER BY key",
            (len(kind) + 2, f"{kind}:", f"{kind};"),
        )
        return dict(rows.fetchall())

    def course(self, points: int = 60) -> list[tuple[int, int]]:
        """Return accepted items and rejected things along the run, in at most so many points."""
        last = self._one("SELECT max(CAST(key AS INTEGER)) FROM tallies WHERE topic LIKE 'course:%'", ())
        if last is None:
            return []
        width = -(-(last + 1) // points)
        found = [(0, 0)] * (last // width + 1)
        rows = self._connection.execute(
            "SELECT CAST(key AS INTEGER) / ?, sum(count * (topic = 'course:accepted')), "
            "sum(count * (topic = 'course:rejected')) FROM tallies WHERE topic IN ('course:accepted', 'course:rejected') "
            "GROUP BY 1",
            (width,),
        )
        for at, accepted, rejected in rows:
            found[at] = (accepted, rejected)
        return found

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


def _joined(filters: Filters) -> str:
    if filters.person == "none":
        return "LEFT JOIN decisions USING (subject)"
    return "JOIN decisions USING (subject)" if filters.person or filters.dispute == "person" else ""


def _where(filters: Filters) -> tuple[str, tuple[Any, ...]]:
    """Return a condition on things, and its parameters."""
    parts: list[tuple[str, tuple[Any, ...]]] = [("1", ())]
    equal = {"domain": filters.domain, "blame": filters.blame, "things.stage": filters.stage}
    parts += [(f"{column} = ?", (value,)) for column, value in equal.items() if value]
    if filters.what:
        parts.append((f"things.stage {'=' if filters.what == 'conversation' else '<>'} 'conversation'", ()))
    if filters.verdict:
        parts.append(("accepted = ?", (int(filters.verdict == "accepted"),)))
    marks = {"failed": filters.failed, "kind": filters.kind, "tool": filters.tool}
    marked = "id IN (SELECT id FROM marks WHERE mark = ?)"
    parts += [(marked, (f"{kind}:{value}",)) for kind, value in marks.items() if value]
    if filters.composed:
        parts.append(("composed = ?", (int(filters.composed == "yes"),)))
    if filters.goals.isdecimal():
        parts.append((f"goals {'>=' if filters.goals == '4' else '='} ?", (int(filters.goals[:6]),)))
    if filters.dispute == "committee":
        parts.append(("split", ()))
    elif filters.dispute == "person":
        parts.append(("decision IN ('accept', 'reject') AND (decision = 'accept') <> accepted", ()))
    if filters.person in DECISIONS:
        parts.append(("decision = ?", (filters.person,)))
    elif filters.person:
        parts.append((f"decision IS {'' if filters.person == 'none' else 'NOT '}NULL", ()))
    if filters.text:
        # Words are cut as the index cuts them: anything else would be an operator of its query language.
        words = " ".join(f'"{word}"*' for word in _WORD.findall(filters.text)[:20])
        parts.append(("id IN (SELECT rowid FROM texts WHERE texts MATCH ?)", (words,)) if words else ("0", ()))
    return " AND ".join(text for text, _ in parts), tuple(value for _, values in parts for value in values)
