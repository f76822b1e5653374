"""Conversations by hand: written as short lines, run in a real world, judged by the real verifier."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from apigen_mt.phases.propose import assemble
from apigen_mt.phases.verify import verify
from apigen_mt.values.blueprint import Blueprint, Goal, Said
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.values.persona import Persona, Style
from apigen_mt.values.trajectory import StopReason
from apigen_mt.values.verdict import Verdict
from apigen_mt.world.domain import World

Messages = tuple[Message, ...]
Line = tuple[str, str] | tuple[str, str, Mapping[str, Any]] | list[tuple[str, Mapping[str, Any]]]

PLAIN = Persona("plain", "somebody", Style())


def user(text: str) -> Line:
    """The customer says something."""
    return ("user", text)


def agent(text: str) -> Line:
    """The agent says something."""
    return ("agent", text)


def call(name: str, **arguments: Any) -> Line:
    """The agent calls a tool; the world answers."""
    return ("call", name, arguments)


def at_once(*calls: Line) -> Line:
    """The agent makes several calls in one message."""
    return [(str(line[1]), line[2]) for line in calls]  # type: ignore[misc]


def talk(world: World, lines: Iterable[Line]) -> Messages:
    """Run a conversation written by hand and record what the tools give."""
    said: list[Message] = []
    count = 0
    for line in lines:
        if line[0] in ("user", "agent"):
            said.append(Message("user" if line[0] == "user" else "assistant", str(line[1])))
            continue
        calls = line if isinstance(line, list) else [(line[1], line[2])]  # type: ignore[misc]
        made = tuple(ToolCall(str(name), dict(given), f"call_{count + i}") for i, (name, given) in enumerate(calls, 1))
        count += len(made)
        said.append(Message("assistant", calls=made))
    return executed(world, said)


def executed(world: World, messages: Iterable[Message]) -> Messages:
    """Return the messages with a result, as a fresh world gives it, behind every call."""
    environment = world.environment()
    found: list[Message] = []
    for message in messages:
        if message.role == "tool":
            continue
        found.append(message)
        for one in message.calls:
            result = environment.call(one)
            found.append(Message("tool", result.content, call_id=one.id, error=result.error))
    return tuple(found)


def task(world: World, account: str, *goals: Goal) -> Blueprint:
    """A blueprint for a customer who remembers everything about themselves."""
    facts = world.domain.facts(world.environment().state, account)
    return assemble(world, account, PLAIN, facts, {}, goals)


def wish(kind: str, slots: Mapping[str, Any] | None = None, **said: Said | str) -> Goal:
    """A goal whose slots are said in these words; a plain string stands for the value of that slot."""
    slots = dict(slots or {})
    words = {slot: Said(one, slots[slot]) if isinstance(one, str) else one for slot, one in said.items()}
    return Goal(kind, slots, words, given=tuple(words))


def thing(text: str, **features: Any) -> Said:
    """A thing in the tables, described by features."""
    return Said(text, features=features)


def judge(
    world: World, blueprint: Blueprint, messages: Messages, stop: StopReason = StopReason.USER_DONE
) -> dict[str, str]:
    """Return the checks that did not pass, each with its reason."""
    return failed(verify(world, blueprint, messages, stop))


def failed(verdicts: Iterable[Verdict]) -> dict[str, str]:
    """Return check -> reason of the verdicts that are no pass."""
    return {verdict.check: verdict.reason for verdict in verdicts if verdict.passed is not True}


def retold(messages: Messages, position: int, text: str) -> Messages:
    """Return the messages with another text at a position."""
    changed = msgspec.structs.replace(messages[position], content=text)
    return (*messages[:position], changed, *messages[position + 1 :])
