"""Prove a dataset again: execute and judge every row of ours, and screen foreign files as far as they allow.

Nothing recorded is believed. For our rows the world is made again from domain, seed and size, every call is
run in it, every result is compared byte for byte, and the verifier judges the conversation as if for the
first time:

    format        the row is what the format says, and its counts are right
    world         the installed domain makes the same world
    id            the content hashes of row and blueprint are right
    results       every recorded tool result is what the world gives
    final state   the state at the end is the recorded one
    ground truth  the blueprint's actions run, and lead to the same state
    verdicts      the verifier says of each gate what the row says
    gate: …       each of the verifier's checks
    last message  the conversation ends on something the agent says
    unique        no row is there twice
"""

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from apigen_mt.dataset.read import Chunk, Kind, Record, chunks_of, records_of, row_of_record
from apigen_mt.dataset.report import Report
from apigen_mt.dataset.rows import Row, blueprint_of, kinds_of, messages_of, row_id, turns_of
from apigen_mt.dataset.screen import CANNOT_RUN, CHECKS, screen
from apigen_mt.dataset.talk import PARSERS
from apigen_mt.dataset.versions import DomainVersion, read_versions, source_of
from apigen_mt.errors import ApigenError, UserError
from apigen_mt.phases.verify import BLAME, verify
from apigen_mt.registry import load_domain, load_world
from apigen_mt.run.workers import Task, workers
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.messages import Message
from apigen_mt.values.verdict import Verdict
from apigen_mt.world.domain import World
from apigen_mt.world.replay import replay
from apigen_mt.world.tools import ToolResult

OWN = ("format", "world", "id", "results", "final state", "ground truth", "verdicts", "last message")
_GATES = tuple(f"gate: {check}" for check in BLAME)
_FINGERPRINT = 12
"""Bytes by which repeated rows are known."""


Found = TypeVar("Found")


class _Domains(NamedTuple):
    """Where the domains of the rows may be found."""

    given: dict[str, str]
    """Name -> path, as the person has given it."""
    versions: dict[str, DomainVersion]
    """What the dataset says of them."""


class _Part(NamedTuple):
    """What one chunk gave."""

    report: Report
    fingerprints: list[tuple[str, bytes]]


def reverify(path: str | os.PathLike[str], processes: int | None = None, domains: Iterable[str] = ()) -> Report:
    """Judge every row of a dataset directory or file, in so many processes (by default one a core).

    `domains` are paths to domains that are not installed; a row's domain is looked up among them first. No other
    path is ever loaded, whatever the dataset says.

    Raises:
        UserError: when there is nothing to read there, or it is in no known format.
    """
    place = Path(path)
    given = {load_domain(source).name: source for source in domains}
    versions = read_versions(place)
    report = Report(str(place))
    seen: dict[bytes, str] = {}
    for kind, part in _parts(chunks_of(place), _Domains(given, versions), processes or os.cpu_count() or 1):
        if report.kind not in ("", kind.value):
            raise UserError(f"{str(place)!r} mixes {report.kind} and {kind.value}; verify them one by one")
        report.kind = kind.value
        report.cannot_run = {} if kind is Kind.ROWS else dict(CANNOT_RUN)
        report.merge(part.report)
        report.merge(_repeats(part.fingerprints, seen))
    return report


def _repeats(fingerprints: Iterable[tuple[str, bytes]], seen: dict[bytes, str]) -> Report:
    report = Report("")
    for place, fingerprint in fingerprints:
        first = seen.setdefault(fingerprint, place)
        report.add(place, [Verdict("unique", first == place, "" if first == place else f"repeats {first}")])
    report.rows = 0
    return report


def _parts(chunks: Iterator[Chunk], domains: _Domains, count: int) -> Iterator[tuple[Kind, _Part]]:
    """Judge chunks, in order, with a bounded number of them on the way."""
    first = list(islice(chunks, 2))
    # Forking a process that runs Arrow's threads can deadlock, so processes are started afresh.
    with workers(count if len(first) > 1 else 1, "spawn") as pool:
        waiting: deque[tuple[Kind, Task]] = deque()
        for chunk in chain(first, chunks):
            waiting.append((chunk.kind, pool.submit(_judge, chunk, domains)))
            if len(waiting) > 2 * count:
                kind, task = waiting.popleft()
                yield kind, pool.result(task, _idle)
        for kind, task in waiting:
            yield kind, pool.result(task, _idle)


def _idle() -> None:
    """Do nothing while processes work."""


def _judge(chunk: Chunk, domains: _Domains) -> _Part:
    """Judge the records of a chunk."""
    report, fingerprints = Report(""), list[tuple[str, bytes]]()
    for record in records_of(chunk):
        if chunk.kind is Kind.ROWS:
            verdicts, identity = _judge_row(record, domains)
        else:
            verdicts, identity = _judge_foreign(record, chunk.kind)
        report.add(record.place, verdicts)
        if identity:
            fingerprints.append((record.place, hashlib.sha256(identity).digest()[:_FINGERPRINT]))
    return _Part(report, fingerprints)


# ---- foreign files -----------------------------------------------------------------------------------------


def _judge_foreign(record: Record, kind: Kind) -> tuple[tuple[Verdict, ...], bytes]:
    if record.problem:
        return (
            Verdict("format", False, record.problem),
            *_not_run(CHECKS[1:], "the record cannot be read"),
        ), b""
    conversation = PARSERS[kind](record.value)
    return screen(conversation, kind), canonical_json([conversation.system, conversation.turns])


# ---- our rows ----------------------------------------------------------------------------------------------


def _judge_row(record: Record, domains: _Domains) -> tuple[Iterable[Verdict], bytes]:
    judge = _Row()
    try:
        row = row_of_record(record)
        blueprint, messages = blueprint_of(row), messages_of(row)
    except (UserError, ValueError) as error:
        judge.note("format", str(error).removeprefix(f"{record.place}: "))
        return judge.verdicts(), b""
    judge.look(row, blueprint, messages)
    world = judge.attempt("world", lambda: judge.world(row, domains))
    if world is not None:
        judge.attempt("results", lambda: judge.execute(world, row, blueprint, messages))
        judge.attempt("verdicts", lambda: judge.verify(world, row, blueprint, messages))
    return judge.verdicts(), row.id.encode()


class _Row:
    """The judgement on one row in progress."""

    def __init__(self) -> None:
        self.found: dict[str, Verdict] = {}

    def verdicts(self) -> list[Verdict]:
        """Return one verdict for each check, and for whatever else the verifier judges."""
        checks = dict.fromkeys((*OWN, *_GATES, *self.found))
        return [self.found.get(check, Verdict(check, None, "a check before it failed")) for check in checks]

    def note(self, check: str, reason: str) -> None:
        """Record a check's result: passed if there is no reason."""
        self.found[check] = Verdict(check, not reason, reason)

    def attempt(self, check: str, judge: Callable[[], Found]) -> Found | None:
        """Judge a row whose content nobody vouches for: whatever it does to the code is the row's failure."""
        try:
            return judge()
        except Exception as error:
            self.note(check, str(error) if isinstance(error, ApigenError) else f"{type(error).__name__}: {error}")
            return None

    def look(self, row: Row, blueprint: Blueprint, messages: tuple[Message, ...]) -> None:
        """Judge what needs no world."""
        counts = (len([call for message in messages for call in message.calls]), turns_of(messages))
        marked = [message.loss == (message.role == "assistant") for message in row.messages]
        self.note(
            "format",
            _first(
                (
                    counts != (row.tool_calls, row.user_turns),
                    "tool_calls or user_turns are not the conversation's",
                ),
                (row.kinds != tuple(kinds_of(blueprint.goals)), "kinds are not the blueprint's"),
                (not all(marked), "loss does not mark exactly the agent's messages"),
            ),
        )
        own = row_id(row.world_digest, blueprint.id, messages)
        self.note(
            "id",
            _first(
                (
                    blueprint.id != row.blueprint_id,
                    f"the blueprint's is {blueprint.id}, not {row.blueprint_id}",
                ),
                (own != row.id, f"the row's is {own}, not {row.id}"),
            ),
        )
        last = messages[-1] if messages else None
        spoken = last is not None and last.role == "assistant" and last.content and not last.calls
        self.note("last message", "" if spoken else "it is not something the agent says")

    def world(self, row: Row, domains: _Domains) -> World | None:
        """Make the row's world again; None if it is another one."""
        source = source_of(row.domain, domains.given, domains.versions)
        world = load_world(source, row.world_seed, row.world_size)
        if world.digest == row.world_digest:
            self.note("world", "")
            return world
        self.note(
            "world",
            f"domain {row.domain!r} with seed {row.world_seed} and size {row.world_size} makes the world "
            f"{world.digest[:12]}, and the row was made in {row.world_digest[:12]}: tables, tools or "
            "policy have "
            "changed; install the version of the domain that the dataset was made with",
        )
        return None

    def execute(self, world: World, row: Row, blueprint: Blueprint, messages: tuple[Message, ...]) -> None:
        """Run the recorded calls and the ground truth, and compare."""
        environment = world.environment()
        self.note("results", "; ".join([*_differences(environment.call, messages)][:3]))
        reached = environment.state.digest()
        same = reached == row.state_digest
        self.note("final state", "" if same else f"it is {reached[:12]}, not {row.state_digest[:12]}")
        truth = replay(world.environment(), blueprint.actions)
        failed = [blueprint.actions[position].name for position in truth.failures]
        wanted = truth.state.digest()
        self.note(
            "ground truth",
            _first(
                (bool(failed), f"the action {', '.join(failed)} fails"),
                (wanted != row.state_digest, f"it leads to {wanted[:12]}, not {row.state_digest[:12]}"),
            ),
        )

    def verify(self, world: World, row: Row, blueprint: Blueprint, messages: tuple[Message, ...]) -> None:
        """Have the verifier judge the conversation, and compare with what the row says."""
        verdicts = verify(world, blueprint, messages, row.stop)
        for verdict in verdicts:
            self.note(f"gate: {verdict.check}", verdict.reason or ("" if verdict.passed else "it did not pass"))
        recorded = {verdict.check: verdict.passed for verdict in row.verdicts}
        fresh = {verdict.check: verdict.passed is True for verdict in verdicts}
        differing = sorted(check for check in {*recorded, *fresh} if recorded.get(check) != fresh.get(check))
        self.note("verdicts", f"other than recorded: {', '.join(differing)}" if differing else "")


def _first(*reasons: tuple[bool, str]) -> str:
    """Return the first reason that holds; empty if none does."""
    return next((reason for holds, reason in reasons if holds), "")


def _differences(call: Callable[[Any], ToolResult], messages: tuple[Message, ...]) -> Iterator[str]:
    """Run every call in order and yield where the recorded results are not what comes out."""
    waiting: dict[str, tuple[str, ToolResult]] = {}
    for position, message in enumerate(messages):
        if message.role == "tool":
            name, fresh = waiting.pop(message.call_id, ("", None))
            if fresh is None:
                yield f"message {position} answers no call"
            elif (fresh.content, fresh.error) != (message.content, message.error):
                yield f"message {position}: {name} gives {fresh.content[:100]}, not {message.content[:100]}"
        for made in message.calls:
            if made.id in waiting:
                yield f"message {position}: the call id {made.id!r} is used twice"
            waiting[made.id] = (made.name, call(made))
    for name, _ in waiting.values():
        yield f"the call {name} has no result"


def _not_run(checks: Iterable[str], reason: str) -> tuple[Verdict, ...]:
    return tuple(Verdict(check, None, reason) for check in checks)
