"""What a tiny loop is made of: the data, the models, how they are trained, and on what they are tried."""

import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.language.behaviours import rates
from apigen_mt.phases.item import Wishes

Variant = Literal["unverified", "masked", "no-refusals"]
"""What is changed in the data; `variants` makes them."""


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The size of a model."""

    width: int = 128
    inner: int = 256
    """Width inside a feed-forward layer."""
    layers: int = 4
    heads: int = 4
    longest: int = 1536
    """Tokens of the longest conversation that it follows."""


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How it is trained."""

    vocabulary: int = 2000
    tokens: int = 1_000_000
    """Read, filling included: the same budget whatever there is of data."""
    batch: int = 1024
    """Tokens of a step."""
    ahead: int = 64
    """Conversations sorted by length together, so that little of a batch is filling."""
    learning_rate: float = 5e-3
    """Of AdamW: embeddings, convolutions and norms."""
    muon_rate: float = 6e-3
    """Of Muon, for matrices, as scaled to AdamW's size of steps."""
    warmup: float = 0.02
    """Share of the tokens over which the rates rise; from there they fall to nothing."""
    weight_decay: float = 0.05


class Tiny(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A recipe for the whole loop."""

    domains: tuple[str, ...]
    """Installed ones, or paths from where the command is called."""
    sizes: tuple[int, ...]
    """Conversations to train on: one model for each and each seed; smaller sets are beginnings of larger ones."""
    seeds: tuple[int, ...]
    """Of weights and order."""
    held_out: int
    """Blueprints to try the models on, over all domains."""
    trials: int = 1
    """Conversations about each of them."""
    variants: tuple[Variant, ...] = ()
    """Of the data, for further models on the largest size."""
    more: int = 0
    """Conversations beyond the largest size, for two further models: drawn like the others, and aimed at what failed."""
    repeated: int | None = None
    """Conversations that the agents without training repeat; by default the largest size. Their time grows with it."""
    customers: int = 4000
    """In each domain's world of the training data; that of the held-out blueprints has another seed."""
    composed: float = 0.45
    """Share of blueprints that are composed of several."""
    wishes: Wishes = (1, 2, 3, 3, 4)
    """How many wishes a plain blueprint aims at: one of these."""
    style: str = "mixed"
    """Who the users are."""
    lively: float = 1.0
    """How much of what people do beside their agenda the users do, in the data and in the trials: a factor for all rates."""
    voices: int = 0
    """Of the agent in the data; 0: one for every conversation."""
    shape: Shape = Shape()
    plan: Plan = Plan()


def rates_of(recipe: Tiny) -> dict[str, float]:
    """Return behaviour -> chance, where it can happen, that a user does it."""
    return {name: rate * recipe.lively for name, rate in rates(recipe.style, {}).items()}


def recipe_names() -> tuple[str, ...]:
    """Return the names of the recipes that come with the package."""
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in _folder().iterdir()))


def load_recipe(name: str) -> Tiny:
    """Return a recipe by its name or file.

    Raises:
        UserError: when there is none, or it is not what a recipe is.
    """
    if name in recipe_names():
        text = (_folder() / f"{name}.toml").read_text("utf-8")
    elif Path(name).is_file():
        text = Path(name).read_text("utf-8")
    else:
        raise UserError(f"there is no tiny recipe {name!r}; there are {', '.join(recipe_names())}, or name a TOML file")
    try:
        recipe = msgspec.convert(tomllib.loads(text), Tiny)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UserError(f"the tiny recipe {name!r} is not right: {error}") from error
    if not (recipe.domains and recipe.sizes and recipe.seeds) or min(*recipe.sizes, recipe.held_out, recipe.trials) < 1:
        raise UserError(
            f"the tiny recipe {name!r} needs domains, sizes, seeds, held-out blueprints and trials, 1 or more each"
        )
    return recipe


def _folder() -> Traversable:
    return files("apigen_mt.training") / "recipes" / "tiny"
