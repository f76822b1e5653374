"""What whoever plays the user is told of a blueprint: who they are, how they write, what they know and what they want."""

from random import Random

from apigen_mt.language.surface import render_in_full
from apigen_mt.phases.wording import plain
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.persona import Style
from apigen_mt.world.domain import Domain

_REGISTER = {
    "terse": "few words, no frills",
    "plain": "plain everyday language",
    "chatty": "talkative and informal",
    "formal": "polite and formal, in full sentences",
}


def brief(domain: Domain, blueprint: Blueprint) -> dict[str, str]:
    """Return the fields of the prompts for user and critic."""
    rng = Random(blueprint.id)
    facts = [f"- {plain(fact)}: {render_in_full(value, rng)}" for fact, value in blueprint.facts.items()]
    facts += [
        f"- your mistake: at first you give your {plain(fact)} as {render_in_full(value, rng)}, until you are told that "
        "it does not fit"
        for fact, value in blueprint.wrong_facts.items()
    ]
    return {
        "desk": domain.title,
        "manner": manner(blueprint.persona.style),
        "facts": "\n".join(facts),
        "instruction": blueprint.instruction,
    }


def manner(style: Style) -> str:
    """Return in words how somebody writes."""
    parts = [_REGISTER[style.register]]
    if style.case == "lower":
        parts.append("everything in lower case")
    elif style.case == "sloppy":
        parts.append("a small i, and a sentence now and then that starts in lower case")
    if style.punctuation != "full":
        parts.append("hardly any punctuation" if style.punctuation == "none" else "no full stop at the end")
    if style.contractions == "expanded":
        parts.append("no contractions")
    elif style.contractions == "missing_apostrophe":
        parts.append("contractions without their apostrophe")
    if style.typos:
        parts.append("a typing mistake now and then, never in a name, code or number")
    if style.shorthand:
        parts.append("u, pls and thx")
    if style.exclaims > _OFTEN:
        parts.append("exclamation marks")
    if style.patience < _OFTEN:
        parts.append("impatient with questions")
    if style.bare_yes > _OFTEN:
        parts.append("a bare yes where one is asked for")
    return "; ".join(parts) + "."


_OFTEN = 0.4
