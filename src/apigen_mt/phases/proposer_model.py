"""The proposer with a model: it writes a task from the customer's data; code reads it, and says what is wrong with it."""

from collections.abc import Sequence
from random import Random

import msgspec

from apigen_mt.models.completion import Chat, Malformed, Model, Request
from apigen_mt.models.prompts import prompt
from apigen_mt.models.structured import ask
from apigen_mt.phases.answer import TaskAnswer
from apigen_mt.phases.context import Aim, Context
from apigen_mt.phases.conversion import convert, mentionable
from apigen_mt.phases.evidence import shown_call
from apigen_mt.phases.material import Material, gather
from apigen_mt.phases.roles import Candidate, Unusable
from apigen_mt.phases.sheet import kind_sheet, tool_sheet
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.canonical import canonical_json
from apigen_mt.values.value import Value
from apigen_mt.world.domain import World

PROMPT = "proposer"


class ModelProposer:
    """Proposes tasks in the words of a language model (APIGen-MT §4.1.1, Fig. 8)."""

    def __init__(self, model: Model):
        self.model = model

    async def propose(self, world: World, context: Context, rng: Random, place: str) -> Candidate:
        """Return a candidate, None if the customer's rows serve no aim, or what never became a candidate.

        Raises:
            NoAnswer: when the model gave none.
        """
        material = gather(world, context)
        if material is None:
            return None
        label = prompt(PROMPT).label
        return await asked_for_task(
            self.model, world, context, material, opening(world, context, material), label, place
        )


async def asked_for_task(
    model: Model,
    world: World,
    context: Context,
    material: Material,
    messages: Sequence[Chat],
    label: str,
    place: str,
) -> Blueprint | Unusable:
    """Ask for a task, with one repair turn, and return it as a candidate.

    Raises:
        NoAnswer: when the model gave none.
    """
    found: list[Blueprint] = []
    seen: list[TaskAnswer] = []

    def problem_of(answer: TaskAnswer) -> str:
        candidate, problem = convert(world, context, material, answer)
        seen.append(answer)
        if candidate is not None:
            found.append(candidate)
        return problem

    request = Request(role="proposer", place=place, messages=tuple(messages), prompt=label)
    try:
        await ask(model, request, TaskAnswer, problem_of)
    except Malformed as error:
        return Unusable(str(error), msgspec.json.encode(seen[-1]).decode() if seen else "")
    return found[-1]


def opening(world: World, context: Context, material: Material) -> tuple[Chat, ...]:
    """Return the proposer's prompt; its system part depends on the domain and its tables alone."""
    domain = world.domain
    return prompt(PROMPT).messages(
        title=domain.title,
        policy=domain.policy.text,
        tools=tool_sheet(domain),
        kinds=kind_sheet(world),
        examples="\n\n".join(material.examples) or "(none)",
        persona=context.persona.about,
        facts=facts_told(material.facts, material.wrong_facts),
        aims="\n".join(f"- {_aim(aim)}" for aim in material.aims),
        focus=_focus(context),
        values="\n".join(dict.fromkeys(_values(material))) or "(none)",
        reads="\n".join(f"- {shown_call(call)}\n  {content}" for call, content in material.reads),
        things="\n\n".join(_things(material)),
    )


def facts_told(facts: dict[str, Value], wrong_facts: dict[str, Value]) -> str:
    """Return what the customer knows of themselves, one a line, with what they first get wrong."""
    lines = [f"- {name.replace('_', ' ')}: {value.value}" for name, value in facts.items()]
    lines += [
        f"- at first they give their {name.replace('_', ' ')} wrongly as {value.value}; when told so, they correct it"
        for name, value in wrong_facts.items()
    ]
    return "\n".join(lines)


def _aim(aim: Aim) -> str:
    return f"{aim.kind}, if the data hold a plausible wish that clause {aim.clause} forbids" if aim.clause else aim.kind


def _focus(context: Context) -> str:
    if not context.focus:
        return ""
    return f"If possible, about one of these, which the customer's other wishes are about: {', '.join(sorted(context.focus))}.\n"


def _values(material: Material) -> list[str]:
    return [f"- {kind}: {canonical_json(slots).decode()}" for kind, slots in material.values if slots]


def _things(material: Material) -> list[str]:
    """Return each list of things with what the customer's words may state of them."""
    parts: list[str] = []
    for entity, call, records in material.listings:
        lines = [f"{entity.name}, as listed by {shown_call(call)}:"]
        lines += [
            f"- {canonical_json(record[entity.key]).decode()}: {mentionable(entity, record) or 'nothing tells it apart'}"
            for record in records
        ]
        parts.append("\n".join(lines))
    return parts
