"""What whoever plays the user is told of a blueprint: who they are, how they write, what they know and what they want."""

from random import Random

from apigen_mt.language.manner import manner
from apigen_mt.language.surface import render_in_full
from apigen_mt.phases.wording import plain
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.persona import Style
from apigen_mt.world.domain import Domain


def brief(domain: Domain, blueprint: Blueprint) -> dict[str, str]:
    """Return the fields of the prompts for user and critic."""
    rng, style = Random(blueprint.id), blueprint.persona.style
    facts = [f"- {plain(fact)}: {render_in_full(value, rng)}" for fact, value in blueprint.facts.items()]
    facts += [
        f"- your mistake: at first you give your {plain(fact)} as {render_in_full(value, rng)}, until you are told that "
        "it does not fit"
        for fact, value in blueprint.wrong_facts.items()
    ]
    return {
        "desk": domain.title,
        "manner": f"{manner(style)} {_conduct(style)}".rstrip(),
        "facts": "\n".join(facts),
        "instruction": blueprint.instruction,
    }


def _conduct(style: Style) -> str:
    """Return how somebody behaves, as far as it does not show in single words."""
    parts = [
        "Typing mistakes in about one message of three, never in a name, code, number or address."
        if style.typos
        else "",
        "Impatient with questions." if style.patience < _OFTEN else "",
        "A bare yes where one is asked for." if style.bare_yes > _OFTEN else "",
    ]
    return " ".join(part for part in parts if part)


_OFTEN = 0.4
