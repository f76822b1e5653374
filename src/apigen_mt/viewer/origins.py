"""Where each argument of a call comes from, by the very code that verifies it: one source asked at a time."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from apigen_mt.phases.provenance import Sources, ungrounded
from apigen_mt.phases.verify import meanings
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.world.domain import Domain
from apigen_mt.world.tables import State

SHOWN = 4
"""Places named for one value, the latest first."""


class Origin(NamedTuple):
    """One place that gives a value."""

    text: str
    message: int | None = None
    """Position of the message that it stands in."""


class Argument(NamedTuple):
    """One value of a call's arguments."""

    path: str
    """For example `address.street` or `lines[0]`."""
    value: Any
    origins: tuple[Origin, ...] = ()
    traced: bool | None = None
    """Whether anything gives it; None where nobody could look."""


class Heard(NamedTuple):
    """One message that may give a value, and what it knows."""

    position: int
    label: str
    sources: Sources


def leaves_of(value: Any, schema: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Any, Mapping[str, Any]]]:
    """Yield path, value and schema of everything in an argument that is no object or list."""
    if isinstance(value, dict) and value:
        inner = schema.get("properties", {})
        for key, item in value.items():
            yield from leaves_of(item, inner.get(key, {}), f"{path}.{key}" if path else str(key))
    elif isinstance(value, list) and value:
        for number, item in enumerate(value):
            yield from leaves_of(item, schema.get("items", {}), f"{path}[{number}]")
    else:
        yield path, value, schema


def plain(call: ToolCall) -> tuple[Argument, ...]:
    """Return a call's arguments, untraced."""
    return tuple(Argument(path, value) for path, value, _ in leaves_of(call.arguments, {}))


def heard(domain: Domain, position: int, message: Message, caller: str = "") -> Heard | None:
    """Return what a message may give, or None for one that gives nothing: an agent's word or an error."""
    if message.role == "user":
        sources = Sources("", domain.internal)
        sources.hear(message.content)
        return Heard(position, "the customer says it", sources)
    if message.role == "tool" and not message.error and _is_json(message.content):
        sources = Sources("", domain.internal)
        sources.see(message.content)
        return Heard(position, f"{caller} gives it", sources)
    return None


def _is_json(text: str) -> bool:
    try:
        msgspec.json.decode(text)
    except msgspec.DecodeError:
        return False
    return True


def traced(
    domain: Domain, call: ToolCall, state: State | None, known: Sequence[Heard], *, works: bool
) -> tuple[Argument, ...]:
    """Return a call's arguments with every source that gives them.

    Args:
        domain: The domain whose tool it calls.
        call: The call.
        state: The state before it.
        known: What has been heard and seen before it, oldest first.
        works: Whether the call succeeds: what policy has the agent work out is defined for such calls only.
    """
    tool = domain.tools.get(call.name)
    schema = tool.parameters if tool else {}
    return tuple(
        _argument(domain, call, state if works else None, known, path, value, inner)
        for path, value, inner in leaves_of(call.arguments, schema)
    )


def _argument(
    domain: Domain,
    call: ToolCall,
    state: State | None,
    known: Sequence[Heard],
    path: str,
    value: Any,
    schema: Mapping[str, Any],
) -> Argument:
    if isinstance(value, bool) or value is None:
        return Argument(path, value, (Origin("a yes or no, which needs no source"),), True)
    said = meanings(domain)
    if "enum" in schema and str(value) not in said:
        return Argument(path, value, (Origin("one of the values that the tool takes"),), True)
    found = [
        Origin(one.label, one.position) for one in reversed(known) if not ungrounded(value, one.sources, schema, said)
    ]
    safeguard = domain.safeguards.get(call.name)
    derive = safeguard.derived.get(path) if safeguard and state is not None else None
    if derive is not None and state is not None and derive(state, call.arguments) == value:
        found.insert(0, Origin("worked out as policy says"))
    if not found and not ungrounded(value, Sources(domain.policy.text, domain.internal), schema, said):
        found.append(Origin("the policy says it"))
    return Argument(path, value, tuple(found[:SHOWN]), bool(found))
