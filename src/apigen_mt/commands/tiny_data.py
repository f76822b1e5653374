"""The data of a tiny loop: what its models learn from, what steers more of it, and what they are tried on."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from apigen_mt.commands.output import tell
from apigen_mt.commands.runs import Flags, Making, Show, blueprints, generate
from apigen_mt.errors import UserError
from apigen_mt.evaluation.overlap import overlap
from apigen_mt.evaluation.tasks import Task, read_tasks
from apigen_mt.registry import load_domain, load_world
from apigen_mt.training.conversations import Conversation, read_conversations
from apigen_mt.training.tiny.recipe import Tiny, rates_of
from apigen_mt.training.tiny.variants import VARIANTS


class Part(NamedTuple):
    """A part of the data: a folder in the loop's directory."""

    name: str
    seed: int
    learned: bool
    """Conversations, of worlds with many customers; else blueprints."""


DATA, HELD_OUT = Part("data", 0, True), Part("held-out", 1000, False)
RANDOM, TARGETED = Part("random", 1, True), Part("targeted", 1, True)
"""More of the data: of the same world, and different in what is aimed at alone."""
DEVELOPMENT = Part("development", 2000, False)
"""What decides at what more is aimed."""
MORE = (RANDOM.name, TARGETED.name)


def make_data(out: Path, recipe: Tiny) -> None:
    """Generate what the loop begins with.

    Raises:
        UserError: when it cannot all be made, or the held-out blueprints share anything with the rest.
    """
    make(out, recipe, HELD_OUT, recipe.held_out)
    make(out, recipe, DATA, max(recipe.sizes) * (2 if recipe.variants else 1))
    if recipe.more:
        make(out, recipe, DEVELOPMENT, recipe.held_out)
        make(out, recipe, RANDOM, recipe.more)


def make(out: Path, recipe: Tiny, part: Part, n: int, targets: Mapping[str, float] | None = None) -> None:
    """Generate a part, aimed at goal kinds by their weights.

    Raises:
        UserError: when it cannot all be made, or shares anything with the held-out blueprints.
    """
    tell(f"making {part.name}: {n:,} {'conversations' if part.learned else 'blueprints'}")
    config = out / f"{part.name}.toml"
    config.write_text(_settings(recipe, targets or {}), "utf-8")
    size = recipe.customers if part.learned else None
    making = Making(seed=part.seed, size=size, composed=recipe.composed, style=recipe.style)
    command = generate if part.learned else blueprints
    flags = Flags(out=out / part.name, n=n, config=config)
    if command(*recipe.domains, flags=flags, making=making, show=Show(quiet=True)):
        raise UserError(f"{str(out / part.name)!r} is not complete")
    if part != HELD_OUT and not overlap(tasks_of(out, recipe, part), tasks_of(out, recipe, HELD_OUT)).apart:
        raise UserError(f"the held-out blueprints are not apart from {str(out / part.name)!r}: see `overlap`")


def tasks_of(out: Path, recipe: Tiny, part: Part) -> tuple[Task, ...]:
    """Return the blueprints of a part."""
    return read_tasks(out / part.name, _given(recipe))


def conversations(out: Path, recipe: Tiny, size: int, variant: str = "") -> list[Conversation]:
    """Return the first so many conversations of the data, or of a variant of it; with more of it, so many and those."""
    path = out / DATA.name
    if variant in VARIANTS:
        worlds = {name: load_world(source, DATA.seed, recipe.customers) for name, source in _given(recipe).items()}
        return list(VARIANTS[variant](path, worlds, size))
    first = [one for one, _ in zip(read_conversations(path), range(size), strict=False)]
    return [*first, *read_conversations(out / variant)] if variant in MORE else first


def _given(recipe: Tiny) -> dict[str, str]:
    return {load_domain(domain).name: domain for domain in recipe.domains}


def _settings(recipe: Tiny, targets: Mapping[str, float]) -> str:
    tables = {"behaviours": rates_of(recipe), "targets": targets}
    lines = [f"wishes = {list(recipe.wishes)}", f"voices = {recipe.voices}"]
    for name, entries in tables.items():
        lines += ["", f"[{name}]", *(f'"{key}" = {value}' for key, value in entries.items())]
    return "\n".join([*lines, ""])
