"""Populations: what mix of people writes. Counts and rates only: the built-in presets, or one fitted to somebody's own logs."""

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from random import Random
from typing import TypeVar

import msgspec

from apigen_mt.values.canonical import content_hash
from apigen_mt.values.persona import Case, Contractions, Ease, Punctuation, Register, Style

Option = TypeVar("Option", bound=str)
Range = tuple[float, float]
Taste = Mapping[str, float]
"""Trait of a message -> how much it is liked; missing ones leave cold. Under `DRAFTED`: how many drafts one is taken of."""
DRAFTED = "drafts"

MIXES: Mapping[str, Mapping[str, float]] = {
    "people": {"people": 1.0},
    "llm-like": {"llm-like": 1.0},
    "mixed": {"people": 0.2, "llm-like": 0.8},
}
"""Preset -> share of each written population."""


class Manner(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A kind of writer: what of a style is given, and the shares and ranges that the rest is drawn from."""

    share: float
    """Of the population."""
    register: Register
    case: dict[Case, float]
    punctuation: dict[Punctuation, float]
    typing: Range
    """Typing errors per word of four letters and more."""
    shorthand: float
    """Chance of writing u and pls."""
    contractions: dict[Contractions, float]
    exclaims: Range
    courtesy: Range
    """Greeting, thanking and closing are drawn from it one by one."""
    patience: Range
    front_load: Range
    bare_yes: Range
    loose: Range | None = None
    """Turns of phrase that are exchanged or left out; none for those who write like a language model."""
    plain_codes: float = 0.0
    """Chance of writing codes without hyphens."""
    taste: str = ""


class Population(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A mix of writers."""

    manners: dict[str, Manner]
    tastes: dict[str, dict[str, float]] = {}


@cache
def preset(name: str) -> Population:
    """Return a built-in population; a KeyError for a name that is not in `MIXES`."""
    return blended(MIXES[name])


def blended(shares: Mapping[str, float]) -> Population:
    """Return a population made of presets by their weights, which need not add up to 1."""
    whole = sum(shares.values())
    parts = [
        (weight / whole, _written(name) if len(MIXES[name]) == 1 else preset(name)) for name, weight in shares.items()
    ]
    if len(parts) == 1:
        return parts[0][1]
    manners: dict[str, Manner] = {}
    tastes: dict[str, dict[str, float]] = {}
    for weight, part in parts:
        for name, manner in part.manners.items():
            share = weight * manner.share + (manners[name].share if name in manners else 0.0)
            manners[name] = msgspec.structs.replace(manner, share=share)
        tastes |= part.tastes
    return Population(manners, tastes)


@lru_cache(maxsize=8)
def _written(name: str) -> Population:
    return read_population((files("apigen_mt.language") / "presets" / f"{name}.toml").read_bytes())


def read_population(text: bytes) -> Population:
    """Return the population that a TOML text describes.

    Raises:
        ValueError: when it is no such text.
    """
    population = msgspec.toml.decode(text, type=Population)
    if min((manner.share for manner in population.manners.values()), default=0.0) < 0 or not any(
        manner.share for manner in population.manners.values()
    ):
        raise ValueError("there have to be manners with shares of 0 or more, one of them above 0")
    return population


def population_text(population: Population) -> str:
    """Return a population as TOML, as `read_population` reads it."""
    lines: list[str] = []
    for name, manner in population.manners.items():
        lines.append(f"[manners.{json.dumps(name)}]")
        lines += [f"{key} = {_toml(value)}" for key, value in msgspec.to_builtins(manner).items() if value is not None]
        lines.append("")
    for name, taste in population.tastes.items():
        lines.append(f"[tastes.{json.dumps(name)}]")
        lines += [f"{json.dumps(trait)} = {weight:g}" for trait, weight in sorted(taste.items())]
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{json.dumps(key)} = {_toml(part)}' for key, part in value.items())} }}"
    return json.dumps(value)


def sample_style(rng: Random, population: Population) -> Style:
    """Draw a style: a manner first, then what is left open in it."""
    manner = population.manners[_drawn(rng, {name: manner.share for name, manner in population.manners.items()})]
    style = Style(
        register=manner.register,
        case=_drawn(rng, manner.case),
        punctuation=_drawn(rng, manner.punctuation),
        typos=_within(rng, manner.typing),
        shorthand=rng.random() < manner.shorthand,
        contractions=_drawn(rng, manner.contractions),
        exclaims=_within(rng, manner.exclaims),
        greets=_within(rng, manner.courtesy),
        thanks=_within(rng, manner.courtesy),
        closes=_within(rng, manner.courtesy),
        patience=_within(rng, manner.patience),
        front_load=_within(rng, manner.front_load),
        bare_yes=_within(rng, manner.bare_yes),
    )
    if manner.loose is None:
        return style
    # Drawn apart, so that the same seed gives the same wishes whether or not its people take their ease.
    own = Random(content_hash(style))
    ease = Ease(_within(own, manner.loose), own.random() < manner.plain_codes, manner.taste)
    return msgspec.structs.replace(style, ease=ease)


def _drawn(rng: Random, shares: Mapping[Option, float]) -> Option:
    return rng.choices(list(shares), list(shares.values()))[0]


def _within(rng: Random, bounds: Range) -> float:
    low, high = bounds
    return round(low + (high - low) * rng.random(), 3)
