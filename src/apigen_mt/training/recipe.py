"""A recipe: which model is trained, how, and on how many cards; one TOML file, ours or anybody's."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import msgspec

from apigen_mt.errors import UserError


class Training(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What decides the result, whatever it runs on."""

    epochs: float
    learning_rate: float
    final_learning_rate: float = 0.0
    """Where the cosine ends."""
    warmup: float = 0.0
    """Share of the steps."""
    weight_decay: float = 0.0
    betas: tuple[float, float] = (0.9, 0.999)
    clip: float = 1.0
    """Largest norm of a step's gradient."""
    max_length: int
    """Tokens in a sequence: a longer conversation is cut behind the last reply that fits."""
    sequences: int
    """Sequences in a step, over all cards."""
    examples: Literal["conversations", "responses"] = "conversations"
    """Whole conversations, or one example for each response (APIGen-MT §5.1): the same tokens are learned."""
    packing: bool = True
    """Several conversations in one sequence, none of which sees another."""


class Lora(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Low-rank adapters on all linear layers but the head."""

    rank: int = 64
    alpha: int = 64
    learning_rate: float = 1e-4


class Cards(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a recipe runs on a number of cards."""

    method: Literal["full", "lora"] = "full"
    sharding: Literal["none", "fsdp2", "zero3"] = "none"
    offload: bool = False
    """Keep what is sharded in the host's memory."""
    micro: int = 1
    """Sequences that a card reads at once; the rest of its share of a step is accumulated."""


class Recipe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of it."""

    base: str
    """Directory of the model to start from, or its name in a model hub; empty: from nothing but the architecture."""
    template: str
    """One of ours, a .jinja file, or empty for the base's own."""
    architecture: dict[str, Any]
    """The base's config.json, as far as the size follows from it."""
    training: Training
    cards: dict[str, Cards]
    """Number of cards -> how it runs on them."""
    lora: Lora = Lora()

    def on(self, cards: int) -> Cards:
        """Return how it runs on so many cards.

        Raises:
            UserError: when the recipe does not say, or the cards cannot share a step evenly.
        """
        found = self.cards.get(str(cards))
        if found is None:
            raise UserError(f"the recipe says nothing about {cards} cards; it has {', '.join(self.cards)}")
        if self.training.sequences % (cards * found.micro):
            raise UserError(
                f"{self.training.sequences} sequences a step cannot be shared by {cards} cards with {found.micro} each "
                "at a time: change `sequences` or `micro`"
            )
        return found

    def learning_rate(self, cards: Cards) -> float:
        """Return the highest rate of a way to train."""
        return self.lora.learning_rate if cards.method == "lora" else self.training.learning_rate


def recipe_names() -> tuple[str, ...]:
    """Return the names of the recipes that come with the package."""
    folder = files("apigen_mt.training") / "recipes"
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


def load_recipe(name: str, changes: Mapping[str, Any] = {}) -> Recipe:
    """Return a recipe by its name or file.

    Args:
        name: One of ours, or a TOML file.
        changes: Fields of `training`, or `base`, that are to be different.

    Raises:
        UserError: when there is none, or it is not what a recipe is.
    """
    if name in recipe_names():
        text = (files("apigen_mt.training") / "recipes" / f"{name}.toml").read_text("utf-8")
    elif Path(name).is_file():
        text = Path(name).read_text("utf-8")
    else:
        raise UserError(f"there is no recipe {name!r}; there are {', '.join(recipe_names())}, or name a TOML file")
    try:
        values = tomllib.loads(text)
        values |= {key: value for key, value in changes.items() if key in Recipe.__struct_fields__}
        training = {key: value for key, value in changes.items() if key in Training.__struct_fields__}
        values["training"] = {**values.get("training", {}), **training}
        return _checked(msgspec.convert(values, Recipe), name)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UserError(f"the recipe {name!r} is not right: {error}") from error


def _checked(recipe: Recipe, name: str) -> Recipe:
    training = recipe.training
    for field in ("epochs", "learning_rate", "max_length", "sequences"):
        if getattr(training, field) <= 0:
            raise UserError(f"the recipe {name!r} has {field} = {getattr(training, field)}: it has to be above 0")
    if not all(key.isdecimal() and int(key) > 0 for key in recipe.cards):
        raise UserError(f"the recipe {name!r} has cards {', '.join(recipe.cards)}: they have to be numbers")
    return recipe
