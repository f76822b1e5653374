"""Wording mode: the built-in engine makes the conversation, a model says it afresh, one request a trajectory.

What happens stays as it is: calls, results, who speaks when. Every message that comes back is held against the one it
stands for (`same_values`, `same_acts`), and the whole goes through the verifier again. What fails is asked for once more,
with the reasons; what fails then keeps the built-in words. A mixture is sound because each message is proved to do what
its built-in twin does, so either fits between its neighbours, and because the verifier has accepted that very mixture.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from apigen_mt.language.manner import manner
from apigen_mt.models.completion import Malformed, Model, NoAnswer, Request
from apigen_mt.models.prompts import prompt
from apigen_mt.models.structured import ask
from apigen_mt.phases.same_acts import changed_acts
from apigen_mt.phases.same_values import Scene, changed_values, keeps, scene
from apigen_mt.phases.verify import inspect
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import Trajectory
from apigen_mt.values.verdict import accepted
from apigen_mt.world.domain import Domain, World

TRIES = 2
"""Requests for one trajectory, the first included; a repair turn for an answer without the right shape is not counted."""
_SPEAKERS = {"user": "customer", "assistant": "agent"}


class Line(msgspec.Struct, frozen=True):
    """One message, said afresh."""

    number: int
    text: str


class Lines(msgspec.Struct, frozen=True):
    """A model's answer."""

    messages: tuple[Line, ...]


class Refused(msgspec.Struct, frozen=True):
    """One message whose new words cannot be used."""

    number: int
    text: str
    reasons: tuple[str, ...]


class Try(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of one request."""

    asked: int
    """Messages that were asked for."""
    refused: tuple[Refused, ...] = ()
    unusable: str = ""
    """Why the answer as a whole is of no use; empty if it is."""


class Reworded(msgspec.Struct, frozen=True):
    """A trajectory in new words as far as they passed, and how it went."""

    trajectory: Trajectory
    """The one given if nothing passed."""
    spoken: int
    """Messages in it that anybody says."""
    kept: int
    """Of these: those that stand in new words."""
    tries: tuple[Try, ...]


async def reword(
    world: World, blueprint: Blueprint, trajectory: Trajectory, model: Model, place: str, tries: int = TRIES
) -> Reworded:
    """Return an accepted trajectory of the built-in engine in a model's words; one that is not accepted stays as it is.

    Raises:
        OutOfBudget, EndpointDown: from the model. A request that finds no answer only leaves the built-in words.
    """
    due = dict(enumerate(_spoken(trajectory.messages), 1))
    if not trajectory.accepted:
        return Reworded(trajectory, len(due), 0, ())
    spoken, words = len(due), prompt("wording")
    around = scene(world.domain, blueprint, trajectory.messages)
    request = Request("wording", "", opening(around), prompt=words.label)
    texts: dict[int, str] = {}
    history: list[Try] = []
    while due and len(history) < tries:
        request = msgspec.structs.replace(request, place=f"{place}/try{len(history)}")
        wanted = tuple(due)
        try:
            lines = await ask(model, request, Lines, lambda answer, wanted=wanted: _misnumbered(answer, wanted))
        except (Malformed, NoAnswer) as error:
            history.append(Try(len(due), unusable=str(error)))
            break
        texts, refused = _adopt(world, around, trajectory, texts, due, lines)
        history.append(Try(len(due), refused))
        due = {one.number: due[one.number] for one in refused}
        request = msgspec.structs.replace(request, messages=(*request.messages, *_complaint(lines, refused)))
    if not texts:
        return Reworded(trajectory, spoken, 0, tuple(history))
    messages = _with(trajectory.messages, texts)
    verdicts, digest = inspect(world, blueprint, messages, trajectory.stop)
    new = msgspec.structs.replace(trajectory, messages=messages, verdicts=verdicts, digest=digest, worded=words.label)
    return Reworded(new, spoken, len(texts), tuple(history))


def opening(around: Scene) -> tuple[dict[str, str], ...]:
    """Return the first request's messages: the rules, the persona, the conversation."""
    persona = around.blueprint.persona
    fields = {
        "desk": f"{around.domain.title[:1].upper()}{around.domain.title[1:]}.",
        "about": f"{persona.about[:1].upper()}{persona.about[1:]}",
        "manner": manner(persona.style),
        "chat": "\n".join(_chat(around)),
    }
    return prompt("wording").messages(**fields)


def _spoken(messages: Sequence[Message]) -> list[int]:
    return [position for position, message in enumerate(messages) if message.role != "tool" and message.content]


def _chat(around: Scene) -> Iterator[str]:
    """Yield the conversation line by line, calls as what they are for."""
    number, before = 0, ""
    for position, message in enumerate(around.messages):
        if message.role == "tool":
            continue
        if message.content:
            number += 1
            yield f"{number}. {_SPEAKERS[message.role]}: {message.content}"
            if kept := keeps(around, position):
                yield f"   keep: {' | '.join(kept)}"
        for call in message.calls:
            marker = _marker(around.domain, call.name)
            if marker != before:
                yield marker
            before = marker
        before = before if message.calls else ""


def _marker(domain: Domain, tool: str) -> str:
    if any(way.tool == tool for way in domain.identifications):
        return "[the agent looks the customer up]"
    return "[the agent looks something up]" if domain.tools[tool].kind == "read" else "[the agent carries it out]"


def _misnumbered(answer: Lines, wanted: Sequence[int]) -> str:
    numbers = [line.number for line in answer.messages]
    if numbers != list(wanted):
        return f"the messages are numbered {numbers}, and have to be {list(wanted)}, each once and in this order"
    empty = [line.number for line in answer.messages if not line.text.strip()]
    return f"message {empty[0]} is empty" if empty else ""


def _adopt(
    world: World,
    around: Scene,
    trajectory: Trajectory,
    texts: Mapping[int, str],
    due: Mapping[int, int],
    lines: Lines,
) -> tuple[dict[int, str], tuple[Refused, ...]]:
    """Return the new words by position that hold, those of earlier tries included, and what is refused with the reasons."""
    fresh: dict[int, str] = {}
    refused: dict[int, Refused] = {}
    for line in lines.messages:
        position, text = due[line.number], line.text.strip()
        if text == trajectory.messages[position].content:
            continue
        reasons = (*changed_values(around, position, text), *changed_acts(around, position, text))
        if reasons:
            refused[line.number] = Refused(line.number, text, reasons)
        else:
            fresh[line.number] = text
    together = {**texts, **{due[number]: text for number, text in fresh.items()}}
    if not _faults(world, around, trajectory, together):
        return together, tuple(refused.values())
    # Something in them does not hold together; added one by one, each has to leave the whole acceptable.
    together = dict(texts)
    for number, text in fresh.items():
        with_it = {**together, due[number]: text}
        if reasons := _faults(world, around, trajectory, with_it):
            refused[number] = Refused(number, text, reasons)
        else:
            together = with_it
    return together, tuple(refused[number] for number in sorted(refused))


def _faults(world: World, around: Scene, trajectory: Trajectory, texts: Mapping[int, str]) -> tuple[str, ...]:
    """Return what the verifier has against the conversation in these words."""
    found = inspect(world, around.blueprint, _with(trajectory.messages, texts), trajectory.stop)
    if accepted(found.verdicts):
        return ()
    return tuple(f"{verdict.check}: {verdict.reason}" for verdict in found.verdicts if verdict.passed is not True)


def _with(messages: Sequence[Message], texts: Mapping[int, str]) -> tuple[Message, ...]:
    return tuple(
        msgspec.structs.replace(message, content=texts[position]) if position in texts else message
        for position, message in enumerate(messages)
    )


def _complaint(lines: Lines, refused: Sequence[Refused]) -> tuple[dict[str, str], ...]:
    """Return the turn of the chat that asks for what was refused, with the reasons."""
    reasons = "\n".join(f"- message {one.number}: {'; '.join(one.reasons)}" for one in refused)
    numbers = ", ".join(str(one.number) for one in refused)
    asked = (
        f"These messages cannot be used:\n{reasons}\nAnswer once more in the same form, with these messages only, in this "
        f"order: {numbers}. The others are fine and stay as you wrote them."
    )
    return (
        {"role": "assistant", "content": msgspec.json.encode(lines).decode()},
        {"role": "user", "content": asked},
    )
