"""What somebody who trains on a dataset could learn by heart, and what a benchmark must not have told beforehand."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from apigen_mt.adapters.benchmark import Benchmark, WithTables
from apigen_mt.dataset.foreign import UNDECODABLE, Conversation
from apigen_mt.dataset.read import Kind, chunks_of, records_of, row_of_record
from apigen_mt.dataset.rows import Row, blueprint_of, messages_of
from apigen_mt.dataset.talk import PARSERS
from apigen_mt.dataset.versions import find_version, read_versions, source_of
from apigen_mt.errors import UserError
from apigen_mt.evaluation.tasks import Place, Task, read_tasks
from apigen_mt.registry import load_world
from apigen_mt.run.blueprint_file import NAME
from apigen_mt.run.directory import JOURNAL
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.world.domain import World

DATABASE, POLICY, TOOLS = "db.json", "policy.md", "tools.json"
_READS = re.compile(
    r"(?:get|find|list|search|show|check|look|view|identify|calculate|think|transfer|verify|quote|count)(?:_|$)"
)
"""Names of tools that change nothing, where nothing better says so."""
_ROW = 40
"""Bytes of JSON, without its ids, from which a row is told from others."""
_ID = 4
"""Characters of the shortest id; it has a digit as well, or it would be a word."""


class Exercise(NamedTuple):
    """A task, or what a conversation is about."""

    id: str
    instruction: str
    """Empty where nobody wrote one down."""
    writes: tuple[ToolCall, ...]


class Schema(NamedTuple):
    """A tool as an agent sees it."""

    name: str
    parameters: tuple[str, ...]
    """Their names, sorted."""
    text: str
    """Everything that is said of it, without its name."""


class Contents:
    """All that is in a dataset or a benchmark, at every level at which it could be learnt or told."""

    def __init__(self, name: str) -> None:
        """Begin with nothing."""
        self.name = name
        self.ids: set[str] = set()
        """Of things in the tables: keys of rows, and values of fields that are called ids."""
        self.strings: set[str] = set()
        """Whatever stands as a text of its own in tables, calls and results, and each word with a digit that is said."""
        self.rows: dict[int, str] = {}
        """Hash of a table's row, without its ids -> how it is told of."""
        self.objects: set[int] = set()
        """The same hash of every object in tables and results, however deep."""
        self.schemas: dict[str, Schema] = {}
        self.policies: dict[str, None] = {}
        self.exercises: list[Exercise] = []
        self.dialogues: list[tuple[str, str]] = []
        """Id of the conversation, and what one of its speakers says in one message."""

    def add_tables(self, tables: Mapping[str, Any]) -> None:
        """Take in tables: rows by key, or as a list."""
        for table, content in tables.items():
            keyed = (
                content.items() if isinstance(content, Mapping) else ((str(n), one) for n, one in enumerate(content))
            )
            for key, row in keyed:
                if not isinstance(row, Mapping):
                    continue
                if isinstance(content, Mapping):
                    self.ids.update(_id(key))
                if (found := _hash(row)) is not None:
                    self.rows.setdefault(found, f"{table} {key}")
                self.ids.update(_ids(row))
                self._look_through(row)
        self.strings |= self.ids

    def add_tools(self, specs: Iterable[Mapping[str, Any]]) -> None:
        """Take in tools in the chat API's form."""
        for spec in specs:
            function = spec.get("function", spec)
            properties: Mapping[str, Any] = (function.get("parameters") or {}).get("properties") or {}
            said = [f"{name} {one.get('description', '')}" for name, one in properties.items()]
            text = " ".join([function.get("description", ""), *said])
            self.schemas[function["name"]] = Schema(function["name"], tuple(sorted(properties)), text)

    def add_messages(self, conversation: str, messages: Iterable[Message]) -> None:
        """Take in what was said, called and answered."""
        for message in messages:
            for call in message.calls:
                self._look_through(call.arguments)
            if message.role == "tool":
                try:
                    self._look_through(msgspec.json.decode(message.content))
                except UNDECODABLE:
                    self._hear(message.content)
            elif message.content:
                self._hear(message.content)
                self.dialogues.append((conversation, message.content))

    def _hear(self, text: str) -> None:
        self.strings.update(_bare(word) for word in _CODE.findall(text))

    def _look_through(self, value: Any) -> None:
        """Take in all texts and objects of a value."""
        waiting = [value]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                self.strings.add(_bare(one))
            elif isinstance(one, dict):
                if (found := _hash(one)) is not None:
                    self.objects.add(found)
                self.strings.update(map(_bare, one))
                waiting.extend(one.values())
            elif isinstance(one, list):
                waiting.extend(one)


_CODE = re.compile(r"[\w#@.+-]*\d[\w#@.+-]*")
_WHOLE = re.compile(rb"\.0(?=[,}\]])")
_encode = msgspec.json.Encoder(order="deterministic").encode


def _hash(row: Mapping[str, Any]) -> int | None:
    """Return a hash of a row's content; None if there is too little. Its own ids do not count, 1.0 and 1 are the same."""
    text = _encode({name: value for name, value in row.items() if not _names_id(name)})
    return hash(_WHOLE.sub(b"", text)) if len(text) >= _ROW else None


def _names_id(field: str) -> bool:
    return field == "id" or field.endswith("_id")


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if _names_id(name) or name.endswith("_ids"):
                yield from (one for text in (inner if isinstance(inner, list) else [inner]) for one in _id(text))
            yield from _ids(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _ids(inner)


def _id(value: Any) -> Iterator[str]:
    if isinstance(value, str) and len(bare := _bare(value)) >= _ID and any(map(str.isdigit, bare)):
        yield bare


def _bare(text: str) -> str:
    return text.strip(" #.,").lower()


# ---- where they come from ---------------------------------------------------------------------------------------


def contents_of(path: Path, given: Mapping[str, str]) -> Contents:
    """Read a dataset, blueprints, or a benchmark's plain data.

    A folder of plain data has some of `db.json` (table -> rows), `policy.md`, `tools.json` (as the chat API takes them)
    and `tasks*.json` (in the form of τ-bench or of τ²-bench).

    Args:
        path: Directory or file.
        given: Domain name -> path of its code, for domains that are not installed.

    Raises:
        UserError: when there is nothing to read.
    """
    if path.is_dir() and any(path.glob("tasks*.json")):
        return _plain(path)
    if (
        path.name == NAME
        or (path / NAME).exists()
        or ((path / JOURNAL).exists() and not any(path.glob("data/*.parquet")))
    ):
        return _blueprints(path, given)
    return _conversations(path, given)


def _plain(path: Path) -> Contents:
    found = Contents(str(path))
    try:
        if (file := path / DATABASE).exists():
            found.add_tables(msgspec.json.decode(file.read_bytes()))
        if (file := path / POLICY).exists():
            found.policies[file.read_text("utf-8")] = None
        specs = msgspec.json.decode(file.read_bytes()) if (file := path / TOOLS).exists() else []
        found.add_tools(specs)
        writes = _changing(specs)
        for file in sorted(path.glob("tasks*.json")):
            tasks = msgspec.json.decode(file.read_bytes())
            found.exercises += [_exercise(file.stem, number, task, writes) for number, task in enumerate(tasks)]
    except (*UNDECODABLE, AttributeError, KeyError, TypeError) as error:
        raise UserError(
            f"{str(path)!r} is not a benchmark's plain data: {type(error).__name__}: {error}; "
            "the forms of τ-bench and τ²-bench are known"
        ) from error
    return found


def _changing(specs: Iterable[Mapping[str, Any]]) -> Callable[[str], bool]:
    """Return what tells whether a tool changes anything: its own word, else its name."""
    told = {spec["function"]["name"]: spec["x_mutates"] for spec in specs if "x_mutates" in spec}
    return lambda name: told[name] if name in told else not _READS.match(name)


def _exercise(file: str, number: int, task: Mapping[str, Any], writes: Callable[[str], bool]) -> Exercise:
    criteria = task.get("evaluation_criteria") or {}
    instruction = task.get("instruction") or task["user_scenario"]["instructions"]
    if not isinstance(instruction, str):
        instruction = " ".join(one for one in instruction.values() if one)
    actions = task.get("actions") or criteria.get("actions") or ()
    calls = (ToolCall(one["name"], one.get("kwargs") or one.get("arguments") or {}) for one in actions)
    return Exercise(f"{file} {task.get('id', number)}", instruction, tuple(call for call in calls if writes(call.name)))


def _blueprints(path: Path, given: Mapping[str, str]) -> Contents:
    found = Contents(str(path))
    tasks = read_tasks(path, given)
    for place in dict.fromkeys(task.place for task in tasks):
        _add_world(found, place.world())
    found.exercises += [_exercise_of(task) for task in tasks]
    return found


def _exercise_of(task: Task) -> Exercise:
    return Exercise(task.id, task.blueprint.instruction, task.blueprint.actions)


def _add_world(found: Contents, world: World) -> None:
    found.add_tables(world.tables.rows)
    found.add_tools(world.domain.specs)
    found.policies[world.domain.policy.text] = None


def _conversations(path: Path, given: Mapping[str, str]) -> Contents:
    found = Contents(str(path))
    versions = read_versions(path)
    places: dict[Place, None] = {}
    for chunk in chunks_of(path):
        for record in records_of(chunk):
            if chunk.kind is Kind.ROWS:
                row = row_of_record(record)
                places[Place(row.domain, row.world_seed, row.world_size, row.world_digest)] = None
                _add_row(found, row)
            elif not record.problem:
                parse = PARSERS[chunk.kind]
                _add_conversation(found, record.place, parse(record.value))
    for place in places:
        version = find_version(versions, place.source, place.digest, place.seed, place.size)
        found.add_tools(version.tools)
        found.policies[version.policy] = None
        world = load_world(source_of(place.source, given, versions), place.seed, place.size)
        # Tables of another version of the domain are not those that the rows were made in.
        if world.digest == place.digest:
            found.add_tables(world.tables.rows)
    return found


def _add_row(found: Contents, row: Row) -> None:
    found.exercises.append(Exercise(f"row {row.id}", row.instruction, blueprint_of(row).actions))
    found.add_messages(f"row {row.id}", messages_of(row))


def _add_conversation(found: Contents, place: str, conversation: Conversation) -> None:
    calls = [
        Message("assistant", calls=(ToolCall(call.name, call.arguments or {}),))
        for turn in conversation.turns
        for call in turn.calls
    ]
    said = [Message(turn.role, turn.content) for turn in conversation.turns]
    found.add_messages(place, [*calls, *said])
    found.add_tools({"name": name, "parameters": schema} for name, schema in (conversation.tools or {}).items())
    found.policies[conversation.system] = None
    made = (call for message in calls for call in message.calls)
    found.exercises.append(Exercise(place, "", tuple(call for call in made if not _READS.match(call.name))))


def contents_of_benchmark(benchmark: Benchmark) -> Contents:
    """Take all splits of an adapted benchmark; its tables as well, if it can give them."""
    found = Contents(benchmark.name)
    if isinstance(benchmark, WithTables):
        found.add_tables(benchmark.tables.rows)
    for split in benchmark.splits:
        for task in benchmark.tasks(split):
            found.add_tools(benchmark.specs(task))
            found.policies[benchmark.policy(task)] = None
            calls = tuple(action.call for action in task.actions if not _READS.match(action.call.name))
            name = f"{split} {task.id}"
            found.exercises.append(Exercise(name, task.instruction or " ".join(task.turns), calls))
    return found
