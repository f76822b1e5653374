"""The row format: one accepted trajectory with its blueprint, its origin and its verdicts, in plain columns.

Nothing is stored twice: a blueprint's instruction, persona, actions, outputs and parts are columns of their
own, and `blueprint` holds the rest of it. JSON appears as text wherever keys vary from row to row, because
Arrow would unify such objects into structs with foreign nulls. Fields of a format are only ever added, and
an addition raises `VERSION`.
"""

from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Any, NamedTuple

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.models.players import Players
from apigen_mt.models.prompts import labels
from apigen_mt.phases.item import Item
from apigen_mt.values.blueprint import Blueprint, Goal
from apigen_mt.values.canonical import content_hash
from apigen_mt.values.messages import Act, Message, Role, ToolCall
from apigen_mt.values.trajectory import StopReason, Trajectory
from apigen_mt.values.verdict import Blame, Verdict

VERSION = 1
FORMAT = f"apigen-mt.rows/{VERSION}"
ROLES = ("proposer", "reviewers", "user", "agent")
"""Those that every run has; the built-in engine plays them unless a model does."""


class RowCall(msgspec.Struct, frozen=True):
    """A tool call; the arguments are JSON text."""

    id: str
    name: str
    arguments: str


class RowMessage(msgspec.Struct, frozen=True):
    """A message; `loss` says whether a model should learn to write it."""

    role: Role
    content: str
    tool_calls: tuple[RowCall, ...]
    tool_call_id: str
    error: bool
    loss: bool


class RowVerdict(msgspec.Struct, frozen=True):
    """A verdict. `passed` has no third value here: a check that did not run has its reason."""

    check: str
    passed: bool
    reason: str


class Row(msgspec.Struct, frozen=True):
    """One accepted trajectory."""

    id: str
    """Content hash of the world's digest, the blueprint's id and the messages."""
    format: str
    domain: str
    world_digest: str
    """Hash of tables, tools and policy; these two lie in `domains/<domain>-<first 12 digits>.json`."""
    world_seed: int
    world_size: int
    run_seed: int
    ordinal: int
    attempt: int
    blueprint_id: str
    instruction: str
    """q: who the user is and what they want."""
    persona: str
    """JSON."""
    actions: str
    """a_gt: JSON list of the state-changing calls."""
    outputs: str
    """o_gt: JSON list of what has to be told."""
    blueprint: str
    """JSON: the blueprint's other fields (account, facts, goals with their schedule, verdicts)."""
    parts: tuple[str, ...]
    kinds: tuple[str, ...]
    """Goal kinds, fallbacks included, in order."""
    covers: tuple[str, ...]
    """What the trajectory covers: tools, pairs of tools, clauses, kinds, events."""
    signature: str
    messages: tuple[RowMessage, ...]
    acts: str
    """JSON: for each message what its speaker did; empty lists for speakers that do not say."""
    stop: StopReason
    state_digest: str
    verdicts: tuple[RowVerdict, ...]
    tool_calls: int
    user_turns: int
    engine: str
    """JSON: who played each role, and the version of this package."""
    worded: str
    """The prompt by which a model has rewritten words of the built-in engine; empty if none has."""


class Origin(NamedTuple):
    """Where the rows of one domain come from."""

    world_digest: str
    world_seed: int
    world_size: int
    run_seed: int
    engine: str


def engine_of(players: Players = Players()) -> str:
    """Return the `engine` column as JSON: who played each role, with the prompt, and this package's version."""
    try:
        installed = version("apigen-mt")
    except PackageNotFoundError:
        installed = "unknown"
    cast: dict[str, str] = dict.fromkeys(ROLES, "scripted")
    prompts = labels(players)
    for role, player in players.seated.items():
        kind, _, number = role.partition(" ")
        played = f"{player.model} ({prompts[kind]})"
        if number:
            cast["reviewers"] += f", {played}"
        else:
            cast[role] = played
    return text_of({**cast, "apigen_mt": installed})


def row_of(item: Item, origin: Origin) -> Row:
    """Return the row of an item's accepted trajectory.

    Raises:
        UserError: when the item has no accepted trajectory, or holds text that is not valid Unicode.
    """
    blueprint, trajectory = item.blueprint, item.accepted
    if blueprint is None or trajectory is None:
        raise UserError(f"work item {item.ordinal} has no accepted trajectory and cannot become a row")
    try:
        return _row(item, blueprint, trajectory, origin)
    except UnicodeEncodeError as error:
        raise UserError(
            f"work item {item.ordinal} holds text that is not valid Unicode ({error.reason}: "
            f"{error.object[error.start]!a}); "
            "a dataset cannot hold it: mend the tool or the wording that makes it"
        ) from None


def _row(item: Item, blueprint: Blueprint, trajectory: Trajectory, origin: Origin) -> Row:
    rest = {name: getattr(blueprint, name) for name in _REST}
    blueprint_id = blueprint.id
    return Row(
        id=row_id(origin.world_digest, blueprint_id, trajectory.messages),
        format=FORMAT,
        domain=item.domain,
        world_digest=origin.world_digest,
        world_seed=origin.world_seed,
        world_size=origin.world_size,
        run_seed=origin.run_seed,
        ordinal=item.ordinal,
        attempt=trajectory.attempt,
        blueprint_id=blueprint_id,
        instruction=blueprint.instruction,
        persona=text_of(blueprint.persona),
        actions=text_of(blueprint.actions),
        outputs=text_of(blueprint.outputs),
        blueprint=text_of(rest),
        parts=blueprint.parts,
        kinds=tuple(kinds_of(blueprint.goals)),
        covers=item.cells,
        signature=item.signature,
        messages=tuple(row_message(message) for message in trajectory.messages),
        acts=text_of([message.acts for message in trajectory.messages]),
        stop=trajectory.stop,
        state_digest=trajectory.digest,
        verdicts=tuple(RowVerdict(v.check, v.passed is True, v.reason) for v in trajectory.verdicts),
        tool_calls=len(trajectory.calls),
        user_turns=turns_of(trajectory.messages),
        engine=origin.engine,
        worded=trajectory.worded,
    )


def row_id(world_digest: str, blueprint: str, messages: Iterable[Message]) -> str:
    """Return the content hash that names a row; speakers' acts are not part of it."""
    said = [(m.role, m.content, m.calls, m.call_id, m.error) for m in messages]
    return content_hash([world_digest, blueprint, said])


def turns_of(messages: Iterable[Message]) -> int:
    """Return how often the user says something; calls of tools that are the user's are no turns."""
    return sum(message.role == "user" and not message.calls for message in messages)


def kinds_of(goals: Iterable[Goal]) -> Iterator[str]:
    """Yield the kinds of goals and of their fallbacks, in order."""
    for goal in goals:
        yield goal.kind
        if goal.fallback is not None:
            yield from kinds_of((goal.fallback,))


def blueprint_of(row: Row) -> Blueprint:
    """Return the blueprint of a row.

    Raises:
        ValueError: when a column does not hold what the format says.
    """
    fields = {
        **msgspec.json.decode(row.blueprint),
        "domain": row.domain,
        "instruction": row.instruction,
        "persona": msgspec.Raw(row.persona.encode()),
        "actions": msgspec.Raw(row.actions.encode()),
        "outputs": msgspec.Raw(row.outputs.encode()),
        "parts": row.parts,
    }
    return msgspec.json.decode(msgspec.json.encode(fields), type=Blueprint)


def messages_of(row: Row) -> tuple[Message, ...]:
    """Return the conversation of a row.

    Raises:
        ValueError: when arguments or acts are not what the format says.
    """
    acts = msgspec.json.decode(row.acts, type=tuple[tuple[Act, ...], ...])
    if len(acts) != len(row.messages):
        raise ValueError(f"acts are given for {len(acts)} messages of {len(row.messages)}")
    return tuple(
        Message(
            role=message.role,
            content=message.content,
            calls=tuple(
                ToolCall(call.name, msgspec.json.decode(call.arguments, type=dict[str, Any]), call.id)
                for call in message.tool_calls
            ),
            call_id=message.tool_call_id,
            error=message.error,
            acts=done,
        )
        for message, done in zip(row.messages, acts, strict=True)
    )


def trajectory_of(row: Row) -> Trajectory:
    """Return the trajectory of a row."""
    return Trajectory(
        blueprint=row.blueprint_id,
        attempt=row.attempt,
        messages=messages_of(row),
        stop=row.stop,
        digest=row.state_digest,
        verdicts=tuple(Verdict(verdict.check, verdict.passed, verdict.reason) for verdict in row.verdicts),
        worded=row.worded,
    )


def item_of(row: Row) -> Item:
    """Return the work item of a row, without the candidates and attempts that were rejected on the way."""
    return Item(row.ordinal, row.domain, blueprint_of(row), (trajectory_of(row),), (), row.covers, row.signature)


class Reject(msgspec.Struct, frozen=True):
    """One candidate blueprint or conversation that was not accepted."""

    format: str
    domain: str
    ordinal: int
    stage: str
    """`format`, `execution`, `policy`, `committee`, `composition`, `completion`, `repeat`, `conversation`, or `person`."""
    round: int
    """Of revision for a candidate; the attempt for a conversation."""
    blame: str
    """Of the first verdict that says whose fault it was; empty if none does."""
    checks: tuple[str, ...]
    """The checks that did not pass."""
    verdicts: str
    """JSON: all verdicts with their reasons."""
    blueprint_id: str
    blueprint: str
    """JSON: the candidate; empty, as its id is, if no answer became one."""
    conversation: str
    """JSON: the messages; empty for a candidate that was rejected before any conversation."""
    stop: str
    state_digest: str


def rejects_of(item: Item) -> Iterator[Reject]:
    """Yield everything that an item was not accepted with, in the order in which it was made."""
    for rejected in item.rejected:
        yield _reject(item, rejected.candidate, rejected.verdicts, rejected.stage, rejected.round, None)
    for trajectory in item.trajectories:
        if not trajectory.accepted and item.blueprint is not None:
            yield _reject(item, item.blueprint, trajectory.verdicts, "conversation", trajectory.attempt, trajectory)


def refused_of(item: Item, note: str) -> Reject:
    """Return the reject of an accepted conversation that a person has rejected.

    Raises:
        ValueError: when the item has no accepted conversation.
    """
    if item.blueprint is None or item.accepted is None:
        raise ValueError(f"item {item.ordinal} has no accepted conversation")
    verdict = Verdict("person", False, note or "a person has rejected it")
    trajectory = item.accepted
    verdicts = (*trajectory.verdicts, verdict)
    return _reject(item, item.blueprint, verdicts, "person", trajectory.attempt, trajectory)


def _reject(
    item: Item,
    candidate: Blueprint | None,
    verdicts: tuple[Verdict, ...],
    stage: str,
    number: int,
    trajectory: Trajectory | None,
) -> Reject:
    failed = [verdict for verdict in verdicts if verdict.passed is not True]
    blames: list[Blame] = [verdict.blame for verdict in failed if verdict.blame is not None]
    return Reject(
        format=FORMAT,
        domain=item.domain,
        ordinal=item.ordinal,
        stage=stage,
        round=number,
        blame=blames[0] if blames else "",
        checks=tuple(verdict.check for verdict in failed),
        verdicts=text_of(verdicts),
        blueprint_id="" if candidate is None else candidate.id,
        blueprint="" if candidate is None else text_of(candidate),
        conversation="" if trajectory is None else text_of(trajectory.messages),
        stop="" if trajectory is None else trajectory.stop.value,
        state_digest="" if trajectory is None else trajectory.digest,
    )


def text_of(value: Any) -> str:
    """Return a value as JSON text, keys in the order they have."""
    return msgspec.json.encode(value).decode()


def row_message(message: Message) -> RowMessage:
    """Return a message as rows hold it; the agent's are learned."""
    return RowMessage(
        role=message.role,
        content=message.content,
        tool_calls=tuple(RowCall(call.id, call.name, text_of(call.arguments)) for call in message.calls),
        tool_call_id=message.call_id,
        error=message.error,
        loss=message.role == "assistant",
    )


_COLUMNS = {"domain", "instruction", "persona", "actions", "outputs", "parts"}
_REST = [field for field in Blueprint.__struct_fields__ if field not in _COLUMNS]
