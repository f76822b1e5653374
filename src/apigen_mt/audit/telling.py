"""Conversations as plain text, for people to read."""

from collections.abc import Iterator, Sequence
from itertools import cycle, islice

from apigen_mt.audit.behaviours import shown
from apigen_mt.audit.diversity import Sample
from apigen_mt.values.canonical import canonical_json

_SPEAKERS = {"user": "customer", "assistant": "agent"}


def varied(samples: Sequence[Sample], number: int) -> list[Sample]:
    """Return samples whose users write differently, in register and casing, domain by domain; then others, if those are too few."""
    by_domain: dict[str, list[Sample]] = {}
    for sample in samples:
        by_domain.setdefault(sample.blueprint.domain, []).append(sample)
    found: dict[tuple[str, str], Sample] = {}
    for own in islice(cycle(by_domain.values()), number * len(by_domain)):
        if new := next((sample for sample in own if _writing(sample) not in found), None):
            found[_writing(new)] = new
    different = list(found.values())
    others = (sample for sample in samples if sample not in different)
    return [*different, *islice(others, number)][:number]


def _writing(sample: Sample) -> tuple[str, str]:
    style = sample.blueprint.persona.style
    return style.register, style.case


def told(sample: Sample) -> Iterator[str]:
    """Yield the lines of a conversation: who the user is, what they do, and what is said and called."""
    blueprint, messages = sample
    did: dict[int, list[str]] = {}
    for name, message in shown(blueprint, messages):
        did.setdefault(id(message), []).append(name.replace("_", " "))
    yield f"# {blueprint.domain}: {blueprint.instruction}"
    for message in messages:
        if message.role == "tool":
            continue
        if message.content:
            note = f"   <{', '.join(did[id(message)])}>" if id(message) in did else ""
            yield f"{_SPEAKERS[message.role]}: {message.content}{note}"
        for call in message.calls:
            yield f"    [{call.name} {canonical_json(call.arguments).decode()}]"
