"""What rejected conversations teach: preference pairs, and mistakes that were put right.

A pair is what an agent did wrong first, and what the accepted conversation does at that point.
Two conversations about one blueprint seldom begin with the same words, so the good turn is not taken where it stands in its
own conversation but where as much has been done: the same calls were made, and the same side has just spoken. It is put in
the place of the bad one and judged there; a turn that is not right in that place makes no pair. So both answers have the
same prompt, and the verifier prefers one of them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from apigen_mt.dataset.chat import trl_chat
from apigen_mt.dataset.export import TrlRow, kept_rows
from apigen_mt.dataset.parquet import JsonText, Writer
from apigen_mt.dataset.read import read_rejects
from apigen_mt.dataset.rows import messages_of, row_message, text_of
from apigen_mt.dataset.versions import DomainVersion, read_versions, source_of
from apigen_mt.errors import UserError
from apigen_mt.phases.faults import Fault, faults, mended
from apigen_mt.registry import load_world
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import StopReason
from apigen_mt.world.domain import World


class Pair(NamedTuple):
    """Two answers to one prompt."""

    prompt: tuple[Message, ...]
    chosen: Message
    rejected: Message
    fault: Fault
    """What is wrong with the rejected one."""


class PairRow(msgspec.Struct, frozen=True):
    """A pair as TRL's DPOTrainer reads it."""

    id: str
    prompt: tuple[JsonText, ...]
    chosen: tuple[JsonText, ...]
    rejected: tuple[JsonText, ...]
    tools: tuple[JsonText, ...]
    check: str
    """The first that the rejected answer failed."""
    reason: str


def pair(world: World, blueprint: Blueprint, good: Sequence[Message], bad: Sequence[Message]) -> Pair | None:
    """Return the first bad turn of a conversation beside the good one; None where no good turn is right in its place."""
    found = faults(world, blueprint, bad)
    if not found:
        return None
    first = found[0]
    prompt = tuple(bad[: first.position])
    for chosen in _counterparts(good, prompt):
        judged = faults(world, blueprint, (*prompt, chosen))
        # Its calls have no results there, and nothing but what they are is judged.
        if not judged and canonical_json(_said(chosen)) != canonical_json(_said(bad[first.position])):
            return Pair(prompt, chosen, bad[first.position], first)
    return None


def write_pairs(path: Path, out: Path, given: Mapping[str, str]) -> int:
    """Write the pairs of a dataset's rejected conversations as Parquet and return how many there are.

    Args:
        path: Directory of a dataset, with what its run rejected.
        out: File to write.
        given: Domain name -> path of its code, for domains that are not installed.

    Raises:
        UserError: when there is nothing to read, or a world cannot be made again.
    """
    accepted = {row.blueprint_id: messages_of(row) for row, _ in kept_rows(path)}
    with Writer(out, PairRow) as writer:
        for number, one in enumerate(_rejected(path, given)):
            good = accepted.get(one.blueprint.id)
            if good and (made := pair(one.world, one.blueprint, good, one.messages)):
                writer.add(_pair_row(f"{one.blueprint.id}-{number}", made, one.version), 50_000)
        return writer.count


def write_mended(path: Path, out: Path, given: Mapping[str, str]) -> int:
    """Write the rejected conversations in which the agent put right what it did wrong, and return how many there are.

    They are in TRL's form. What was wrong stays in the conversation and is not learned; what puts it right is.

    Args:
        path: Directory of a dataset, with what its run rejected.
        out: File to write.
        given: Domain name -> path of its code, for domains that are not installed.

    Raises:
        UserError: when there is nothing to read, or a world cannot be made again.
    """
    with Writer(out, TrlRow) as writer:
        for number, one in enumerate(_rejected(path, given)):
            if one.stop == StopReason.USER_DONE and (learned := mended(one.world, one.blueprint, one.messages)):
                chat = trl_chat(map(row_message, one.messages), one.version.policy)
                messages = tuple(JsonText(text_of(message)) for message in chat)
                row = TrlRow(f"{one.blueprint.id}-{number}", messages, _tools(one.version), (False, *learned))
                writer.add(row, sum(map(len, messages)))
        return writer.count


class _Rejected(NamedTuple):
    blueprint: Blueprint
    messages: tuple[Message, ...]
    stop: str
    version: DomainVersion
    world: World


def _rejected(path: Path, given: Mapping[str, str]) -> Iterator[_Rejected]:
    """Yield the conversations that a run rejected, with the worlds they were held in."""
    if not path.is_dir():
        raise UserError(f"{str(path)!r} is no dataset's directory, and what a run rejected lies in one")
    versions = read_versions(path)
    named = {version.name: version for version in versions.values()}
    for reject in read_rejects(path):
        if reject.stage != "conversation" or not reject.conversation:
            continue
        version = named[reject.domain]
        world = load_world(source_of(reject.domain, given, versions), version.seed, version.size)
        if world.digest != version.digest:
            raise UserError(f"{reject.domain!r} is another version now than the one that {str(path)!r} was made with")
        blueprint = msgspec.json.decode(reject.blueprint, type=Blueprint)
        messages = msgspec.json.decode(reject.conversation, type=tuple[Message, ...])
        yield _Rejected(blueprint, messages, reject.stop, version, world)


def _tools(version: DomainVersion) -> tuple[JsonText, ...]:
    return tuple(JsonText(text_of(tool)) for tool in version.tools)


def _counterparts(good: Sequence[Message], prompt: Sequence[Message]) -> Iterator[Message]:
    """Yield the turns that follow on the same calls and the same side, those as far into the talk first."""
    done, side, turn = _calls(prompt), prompt[-1].role if prompt else "", _users(prompt)
    places = [
        place
        for place, message in enumerate(good)
        if message.role == "assistant" and place and good[place - 1].role == side and _calls(good[:place]) == done
    ]
    for place in sorted(places, key=lambda place: abs(_users(good[:place]) - turn)):
        yield good[place]


def _calls(messages: Sequence[Message]) -> Counter[bytes]:
    return Counter(canonical_json([call.name, call.arguments]) for message in messages for call in message.calls)


def _users(messages: Sequence[Message]) -> int:
    return sum(message.role == "user" for message in messages)


def _said(message: Message) -> list[object]:
    return [message.content, *([call.name, call.arguments] for call in message.calls)]


def _pair_row(identity: str, made: Pair, version: DomainVersion) -> PairRow:
    def texts(messages: Sequence[Message], system: str = "") -> tuple[JsonText, ...]:
        chat = trl_chat(map(row_message, messages), system)
        return tuple(JsonText(text_of(message)) for message in (chat if system else chat[1:]))

    return PairRow(
        id=identity,
        prompt=texts(made.prompt, version.policy),
        chosen=texts([made.chosen]),
        rejected=texts([made.rejected]),
        tools=_tools(version),
        check=made.fault.check,
        reason=made.fault.reason,
    )
