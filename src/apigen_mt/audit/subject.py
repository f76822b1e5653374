"""Planted errors, and variants that are none.

Each mutation takes an accepted conversation and returns one that differs in a single, named way, or None where it does not
apply. Calls are run again after a change, so that the recorded results are what the world really gave to such an agent:
the verifier has to see through a consistent record, not spot a clumsy one.
"""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, NamedTuple

import msgspec

from apigen_mt.language.consent import consent
from apigen_mt.language.proposals import asks_consent
from apigen_mt.phases.provenance import leaves
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.world.domain import World

Messages = tuple[Message, ...]


class Subject(NamedTuple):
    """An accepted conversation to be changed."""

    world: World
    blueprint: Blueprint
    messages: Messages

    @property
    def writes(self) -> list[int]:
        """Positions of the messages that make a write call."""
        tools = self.world.domain.tools
        return [p for p, m in enumerate(self.messages) if any(tools[call.name].kind == "write" for call in m.calls)]

    @property
    def reads(self) -> list[int]:
        """Positions of the messages that make a read call, identification apart."""
        tools = self.world.domain.tools
        ways = {way.tool for way in self.world.domain.identifications}
        return [
            position
            for position, message in enumerate(self.messages)
            if any(tools[call.name].kind == "read" and call.name not in ways for call in message.calls)
        ]

    @property
    def said(self) -> list[int]:
        """Positions of what the agent says."""
        return [p for p, m in enumerate(self.messages) if m.role == "assistant" and m.content and not m.calls]


Mutation = Callable[[Subject, Random], Messages | None]


def rerun(world: World, messages: Sequence[Message]) -> Messages:
    """Return the messages with every tool result as a fresh world gives it, and a result for every call."""
    environment = world.environment()
    found: list[Message] = []
    for message in messages:
        if message.role == "tool":
            continue
        found.append(message)
        for call in message.calls:
            result = environment.call(call)
            found.append(Message("tool", result.content, call_id=call.id, error=result.error))
    return tuple(found)


def with_call(subject: Subject, position: int, **arguments: Any) -> Messages:
    """Return the messages with other arguments in the call at a position."""
    message = subject.messages[position]
    call = message.calls[0]
    changed = msgspec.structs.replace(call, arguments=call.arguments | arguments)
    return replaced(subject, position, msgspec.structs.replace(message, calls=(changed,)))


def replaced(subject: Subject, position: int, *messages: Message) -> Messages:
    """Return the messages with others in the place of one, run again."""
    whole = (*subject.messages[:position], *messages, *subject.messages[position + 1 :])
    return rerun(subject.world, whole)


def retold(subject: Subject, position: int, text: str) -> Messages:
    """Return the messages with another text at a position."""
    return replaced(subject, position, msgspec.structs.replace(subject.messages[position], content=text))


def named_rows(call: ToolCall, world: World) -> list[str]:
    """Parameters whose argument names something in the tables."""
    properties = world.domain.tools[call.name].parameters["properties"]
    return [p for p, v in call.arguments.items() if isinstance(v, str) and "enum" not in properties[p]]


def known_ids(subject: Subject, like: str) -> list[str]:
    """Other ids of the same look that the conversation has shown."""
    shape = _shape(like)
    found = {
        leaf
        for message in subject.messages
        if message.role == "tool"
        for leaf in leaves(msgspec.json.decode(message.content))
        if isinstance(leaf, str) and leaf != like and _shape(leaf) == shape
    }
    return sorted(found)


def _shape(text: str) -> str:
    prefix = re.match(r"[a-z]+_", text)
    return prefix[0] if prefix else re.sub(r"\d", "9", re.sub(r"[A-Z]", "A", text))


def outcome(subject: Subject, messages: Sequence[Message]) -> str:
    """Digest of the final state: where two conversations agree in it, the one has done no less than the other."""
    environment = subject.world.environment()
    for message in messages:
        for call in message.calls:
            environment.call(call)
    return environment.state.digest()


def consents(subject: Subject) -> list[int]:
    """Positions of the user's yes to a proposal that the agent then carries out."""
    return [
        position
        for position, message in enumerate(subject.messages)
        if position
        and message.role == "user"
        and consent(message.content, subject.messages[position - 1].content) == "yes"
        and asks_consent(subject.messages[position - 1].content)
        and _is_acted_on(subject, position)
    ]


def _is_acted_on(subject: Subject, position: int) -> bool:
    for message in subject.messages[position + 1 :]:
        if message.role == "user":
            return False
        safeguards = (subject.world.domain.safeguards.get(call.name) for call in message.calls)
        if any(safeguard is not None and safeguard.consent is not None for safeguard in safeguards):
            return True
    return False
