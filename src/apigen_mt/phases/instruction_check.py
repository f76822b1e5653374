"""What code can find wrong with an instruction that a model wrote."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from apigen_mt.language.surface import normalise, read, states
from apigen_mt.phases.instruction import second_person
from apigen_mt.phases.provenance import Sources
from apigen_mt.values.blueprint import Blueprint, Goal
from apigen_mt.values.value import Value
from apigen_mt.world.domain import Domain, World

_YEAR = re.compile(r"(?:19|20)\d\d")


def instruction_problems(world: World, blueprint: Blueprint, sources: Sources) -> list[str]:
    """Return what is wrong: names that no user knows, words left out, values from nowhere. Empty if nothing is.

    Args:
        world: Where the customer lives.
        blueprint: The task; its facts and goals say what has to be said.
        sources: What the instruction may draw on beside them.
    """
    text = blueprint.instruction
    return [
        *_leaks(world.domain, text),
        *_unsaid(world.domain, blueprint),
        *_strangers(world, blueprint, sources),
        *_invented(world.domain, blueprint, sources),
    ]


def unsaid_words(instruction: str, words: str) -> bool:
    """Tell whether an instruction lacks a phrase; the customer's `my` is `your` there, unless it quotes them."""
    text = normalise(instruction)
    return normalise(second_person(words)) not in text and normalise(words) not in text


def _leaks(domain: Domain, text: str) -> Iterator[str]:
    """Yield the names of tools and goal kinds, and the internal ids, that stand in the text."""
    words = set(re.findall(r"\w+", text))
    for name in sorted(words & ({*domain.tools} | {kind for kind in domain.kinds if "_" in kind})):
        yield f"the instruction names {name}: the user knows nothing of tools, say it in everyday words"
    if domain.internal and (found := re.search(domain.internal, text)):
        yield f"the instruction has the internal id {found[0]}: no customer knows it, describe the thing instead"


def _unsaid(domain: Domain, blueprint: Blueprint) -> Iterator[str]:
    reading = read(blueprint.instruction)
    for name, value in (*blueprint.facts.items(), *blueprint.wrong_facts.items()):
        if not states(reading, value):
            yield f"the instruction does not say the customer's {name.replace('_', ' ')} {value.value}"
    for goal in _parts(blueprint):
        for slot, words in words_for(domain, goal):
            if unsaid_words(blueprint.instruction, words):
                yield f"the instruction does not contain the words {second_person(words)!r} for {goal.kind}.{slot}"


def words_for(domain: Domain, goal: Goal) -> list[tuple[str, str]]:
    """Return slot and words of what has to stand in an instruction as it is; a choice may be put in other words."""
    slots = [slot.name for slot in domain.kinds[goal.kind].slots if slot.choices is None]
    said = [(slot, goal.said[slot].text) for slot in slots]
    return said if goal.change is None else [*said, (goal.change.slot, goal.change.said.text)]


def _strangers(world: World, blueprint: Blueprint, sources: Sources) -> Iterator[str]:
    """Yield the full names of other customers, unless this customer's own rows or wishes have them."""
    text = normalise(blueprint.instruction)
    own = " ".join([normalise(words) for words in _own_words(blueprint)])
    for folded, name in _names(world).items():
        if folded in text and folded not in own and not sources.has_string(name):
            yield f"the instruction names {name}, who is another customer"


@lru_cache(maxsize=8)
def _names(world: World) -> Mapping[str, str]:
    """Return the full names of all customers, by their folded form."""
    state = world.environment().state
    facts = (world.domain.facts(state, account).get("name") for account in world.accounts)
    names = (str(fact.value) for fact in facts if fact is not None)
    return {normalise(name): name for name in names if " " in name}


def _invented(domain: Domain, blueprint: Blueprint, sources: Sources) -> Iterator[str]:
    """Yield the amounts, dates, times, percentages, addresses and codes that come from nowhere."""
    for words in (*_own_words(blueprint), blueprint.persona.about, domain.title, domain.today):
        sources.hear(words)
    reading = read(blueprint.instruction)
    known = {
        "amount": [f"{n:g}" for n in sorted(reading.money | reading.percents) if not sources.has_number(n)],
        "date": ["-".join(map(str, filter(None, d))) for d in _sorted(reading.dates) if not sources.has_date(d)],
        "time": [f"{m // 60:02}:{m % 60:02}" for m in sorted(reading.times) if not sources.has_time(m)],
        "address": [address for address in sorted(reading.emails) if not sources.has_string(address)],
        "code": [code for code in sorted(reading.codes) if _is_code(code) and not sources.has_code(code)],
    }
    for what, values in known.items():
        for value in values:
            yield f"the instruction has the {what} {value}, which stands neither in the data nor in the goals"


def _is_code(code: str) -> bool:
    """Whether what looks like a code is one: years belong to dates, which are looked at as such."""
    return any(character.isdigit() for character in code) and not _YEAR.fullmatch(code)


def _sorted(dates: frozenset[tuple[int | None, int, int]]) -> list[tuple[int | None, int, int]]:
    return sorted(dates, key=lambda date: (date[0] or 0, *date[1:]))


def _own_words(blueprint: Blueprint) -> Iterator[str]:
    """Yield what facts and goals let the user say."""
    values: list[Mapping[str, Value]] = [blueprint.facts, blueprint.wrong_facts]
    yield from (str(value.value) for facts in values for value in facts.values())
    for goal in _parts(blueprint):
        yield from (said.text for said in (*goal.said.values(), *goal.vague.values()))
        if goal.change is not None:
            yield goal.change.said.text


def _parts(blueprint: Blueprint) -> list[Goal]:
    return [part for goal in blueprint.goals for part in (goal, goal.fallback) if part is not None]
