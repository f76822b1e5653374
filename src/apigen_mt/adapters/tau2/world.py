"""A world of τ²-bench: its own environment and unmodified toolkits, on an overlay or on a private copy of its databases.

Retail and airline have thousands of rows, so their worlds stand on shared tables (`tau2.rows`). The other domains are small;
their worlds are unpickled, which keeps every reference between their two toolkits.

A call is carried out as their runner does it: the tool, then the coupling of the agent's and the user's side, errors as
texts. One that fails may have changed the state before it did, as it may there.
"""

import copy
import hashlib
import json
import pickle
import warnings
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Protocol

from apigen_mt.adapters.tau2.rows import Rows, private, spread, text
from apigen_mt.errors import ToolBug
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.messages import ToolCall, UserCall
from apigen_mt.world.tools import ToolResult

Place = tuple[str, str, str]
"""Side (`agent` or `user`), table and key of a row."""
Differences = dict[Place, str | None]
"""The rows that differ from the start, as texts; None for one that is gone."""


class Start(Protocol):
    """Where the worlds of a task begin; never changed."""

    def environment(self) -> Any:
        """Return an environment of theirs that nobody else has."""
        ...

    def differences(self, environment: Any) -> Differences:
        """Return what an environment that began here has otherwise now."""
        ...

    def before(self, place: Place) -> str | None:
        """Return a row as it was here; None where there was none."""
        ...


class Shared:
    """A start of which worlds share the rows; for domains without tools of the user."""

    def __init__(self, environment: Any):
        """Take an environment of theirs; it must not be used any more."""
        self._environment = environment
        self._database = environment.tools.db
        self._texts: dict[Place, str | None] = {}

    def environment(self) -> Any:
        """Return an environment whose tables are overlays."""
        database = self._database.model_copy()
        for table, rows in vars(self._database).items():
            database.__dict__[table] = Rows(rows)
        environment = copy.copy(self._environment)
        environment.tools = _twin(self._environment.tools, database)
        return environment

    def differences(self, environment: Any) -> Differences:
        """Look only at rows that a writing tool has reached for."""
        found: Differences = {}
        for table, rows in vars(environment.tools.db).items():
            for key, row in rows.own.items():
                place = ("agent", table, key)
                now = text(row)
                if now != self.before(place):
                    found[place] = now
        return found

    def before(self, place: Place) -> str | None:
        """Return a shared row; its text is made once."""
        if place not in self._texts:
            rows = getattr(self._database, place[1])
            self._texts[place] = text(rows[place[2]]) if place[2] in rows else None
        return self._texts[place]


class Copied:
    """A start of which every world has a copy of its own; for the small domains."""

    def __init__(self, environment: Any):
        """Take an environment of theirs; it is left as it is."""
        self._environment = environment
        self._toolkits = pickle.dumps((environment.tools, environment.user_tools))

    def environment(self) -> Any:
        """Return an environment with toolkits and databases of its own."""
        environment = copy.copy(self._environment)
        environment.tools, environment.user_tools = pickle.loads(self._toolkits)
        return environment

    def differences(self, environment: Any) -> Differences:
        """Compare every row."""
        now = dict(rows_of(environment))
        changed: Differences = {place: row for place, row in now.items() if self._texts.get(place) != row}
        return changed | {place: None for place in self._texts if place not in now}

    def before(self, place: Place) -> str | None:
        """Return a row of the copy that nobody has."""
        return self._texts.get(place)

    @cached_property
    def _texts(self) -> Mapping[Place, str]:
        return dict(rows_of(self.environment()))


class Held(Copied):
    """The start of a single world, which gets the very environment that is held instead of a copy of it."""

    def environment(self) -> Any:
        """Return what is held; once."""
        return self._environment


def rows_of(environment: Any) -> Iterator[tuple[Place, str]]:
    """Yield place and text of every row; a database that both sides share is the agent's."""
    agent, user = environment.tools, environment.user_tools
    for table, key, row in spread(agent.db):
        yield ("agent", table, key), text(row)
    if user is not None and user.db is not agent.db:
        for table, key, row in spread(user.db):
            yield ("user", table, key), text(row)


def _twin(toolkit: Any, database: Any) -> Any:
    twin = copy.copy(toolkit)
    twin.__dict__ = {name: copy.deepcopy(item) for name, item in vars(toolkit).items() if name != "db"}
    twin.db = database
    return twin


class State:
    """The data of a world as they are now; equal to another state if theirs would hash alike."""

    def __init__(self, start: Start, environment: Any):
        """Look at an environment that began at a start."""
        self._start = start
        self._environment = environment

    def differences(self) -> Differences:
        """Return the rows that differ from the start, as texts."""
        return self._start.differences(self._environment)

    def digest(self) -> str:
        """Return a hash of what differs from the start; of worlds of one task, equal states have equal digests."""
        found = sorted(self.differences().items())
        return hashlib.sha256(canonical_json(found)).hexdigest()

    def diff(self) -> dict[str, dict[str, tuple[Any, Any]]]:
        """Return the rows that differ, before and after: `agent.orders` -> key -> (before, after)."""
        found: dict[str, dict[str, tuple[Any, Any]]] = {}
        for place, now in self.differences().items():
            before = self._start.before(place)
            rows = found.setdefault(f"{place[0]}.{place[1]}", {})
            rows[place[2]] = (before and json.loads(before), now and json.loads(now))
        return found


class World:
    """One world for one conversation; a `UserCall` is carried out by the user's tools, any other call by the agent's."""

    def __init__(self, start: Start, mutating: Mapping[str, bool]):
        """Begin; `mutating` is tool -> whether it changes data, by their own declaration."""
        self._start = start
        self.theirs: Any = start.environment()
        """Their environment. Hands off its databases."""
        self._mutating = mutating
        self._tables = [rows for rows in vars(self.theirs.tools.db).values() if isinstance(rows, Rows)]

    @property
    def state(self) -> State:
        """The data as they are now; a later call shows in it."""
        return State(self._start, self.theirs)

    def call(self, call: ToolCall) -> ToolResult:
        """Run a tool and couple the two sides, and return what an agent of theirs would read.

        Raises:
            ToolBug: when a tool does something that the overlay cannot show, or gives something that is no JSON.
        """
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # pydantic's, about rows that a tool has filled with another type
                try:
                    value = self.make(call)
                    self.theirs.sync_tools()
                except ToolBug:
                    raise
                except Exception as error:
                    return ToolResult(f"Error: {error}", error=True)
                return ToolResult(self.theirs.to_json_str(value))
        except (TypeError, ValueError) as error:
            raise ToolBug(f"τ²-bench's tool {call.name!r} gave something that is no JSON: {error}") from error

    def make(self, call: ToolCall) -> Any:
        """Run a tool alone, as their replay of a ground truth does: without the coupling, whatever it raises."""
        by = "user" if isinstance(call, UserCall) else "assistant"
        writing = self._mutating.get(call.name, True)
        for rows in self._tables:
            rows.writing = writing
        return self.theirs.make_tool_call(call.name, requestor=by, **private(call.arguments))
