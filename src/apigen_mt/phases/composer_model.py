"""The composer with a model: one coherent instruction for the goals of several blueprints (q_comb, APIGen-MT §4.1.3)."""

from collections.abc import Iterator, Sequence

import msgspec

from apigen_mt.models.completion import Model, Request
from apigen_mt.models.prompts import prompt
from apigen_mt.models.structured import ask
from apigen_mt.phases.instruction import second_person
from apigen_mt.phases.instruction_check import instruction_problems, words_for
from apigen_mt.phases.proposer_model import facts_told
from apigen_mt.phases.provenance import Sources
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.world.domain import Domain, World

PROMPT = "composer"


class ComposerAnswer(msgspec.Struct, frozen=True):
    """An instruction as a model writes it."""

    thought: str
    instruction: str


class ModelComposer:
    """Frames several requests as one."""

    def __init__(self, model: Model):
        self.model = model

    async def write(self, world: World, composed: Blueprint, parts: Sequence[Blueprint], place: str) -> str:
        """Return an instruction that says everything the draft says, and nothing that neither it nor a part says.

        Raises:
            NoAnswer: when the model gave none.
            Malformed: when its answer is of no use, and so is the one after the repair turn.
        """

        def problem_of(answer: ComposerAnswer) -> str:
            sources = Sources(world.domain.policy.text, world.domain.internal)
            for told in (composed, *parts):
                sources.hear(told.instruction)
            candidate = msgspec.structs.replace(composed, instruction=answer.instruction)
            return "; ".join(instruction_problems(world, candidate, sources))

        messages = prompt(PROMPT).messages(
            title=world.domain.title,
            persona=composed.persona.about,
            facts=facts_told(composed.facts, composed.wrong_facts),
            goals="\n".join(_schedule(composed)),
            words="\n".join(dict.fromkeys(f"- {words}" for words in _words(world.domain, composed))),
            parts="\n".join(f"- {part.instruction}" for part in parts),
            draft=composed.instruction,
        )
        request = Request(role="composer", place=place, messages=messages, prompt=prompt(PROMPT).label)
        return (await ask(self.model, request, ComposerAnswer, problem_of)).instruction


def _schedule(composed: Blueprint) -> Iterator[str]:
    """Yield one line a goal: what it is and what happens to it."""
    for number, goal in enumerate(composed.goals, 1):
        events = ["comes up only after the earlier ones"] if goal.opens == "later" else []
        if goal.change is not None:
            first, last = goal.change.said.text, goal.said[goal.change.slot].text
            events.append(f"first said as {first!r}, changed to {last!r} when asked to confirm")
        if goal.withdrawn:
            events.append("given up when asked to confirm")
        if goal.fallback is not None:
            events.append(f"if refused: {goal.fallback.kind.replace('_', ' ')}")
        yield f"{number}. {goal.kind.replace('_', ' ')}" + (f" ({'; '.join(events)})" if events else "")


def _words(domain: Domain, composed: Blueprint) -> Iterator[str]:
    for goal in composed.goals:
        for part in (goal, goal.fallback):
            yield from (second_person(words) for _, words in words_for(domain, part)) if part is not None else ()
