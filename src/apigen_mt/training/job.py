"""A training from a recipe to a model: what was asked for is written down, data is prepared once, and the rest is `fit`."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.run.directory import hold
from apigen_mt.training.conversations import Conversation, read_conversations
from apigen_mt.training.curves import Point
from apigen_mt.training.examine import template_for
from apigen_mt.training.families import Template
from apigen_mt.training.libraries import library
from apigen_mt.training.mix import Source
from apigen_mt.training.prepare import FACTS, load_sequences, prepare
from apigen_mt.training.recipe import Cards, Recipe
from apigen_mt.training.scratch import make_model, make_tokenizer, shrunken, texts_of
from apigen_mt.training.tokens import Tokenizer

SETUP, DATA, REHEARSAL = "training.json", "data", "rehearsal"
VOCABULARY = 1000
"""Tokens of a rehearsal's tokenizer."""
PATIENCE = timedelta(hours=6)
"""How long processes wait for the one that prepares the data."""


class Setup(msgspec.Struct, frozen=True):
    """What decides a training: what has to be the same to go on with it."""

    recipe: Recipe
    cards: Cards
    data: tuple[tuple[str, float], ...]
    """Path and weight of each dataset."""
    seed: int
    steps: int
    rehearsal: bool


class Wanted(NamedTuple):
    """What a person asks for."""

    recipe: Recipe
    cards: int
    sources: tuple[Source, ...]
    out: Path
    seed: int = 0
    steps: int = 0
    save_every: int = 50
    trackers: tuple[str, ...] = ()
    rehearsal: bool = False


def carry_out(wanted: Wanted, watch: Callable[[Point], None]) -> bool:
    """Prepare the data, train, and leave the model in `out/model`; go on where an earlier call was stopped.

    Returns whether this is the first process, which speaks for all.

    Under `torchrun` every process calls this; the first prepares, the others wait.

    Args:
        wanted: What is done.
        watch: Called after every step.

    Raises:
        UserError: for anything that a person can mend.
    """
    fitting = library("apigen_mt.training.fit")
    told = library("transformers").utils.logging
    told.set_verbosity_error()
    told.disable_progress_bar()
    state = library("accelerate").PartialState(cpu=not library("torch").cuda.is_available(), timeout=PATIENCE)
    way = _way(wanted, state.num_processes)
    with ExitStack() as stack:
        if state.is_main_process:
            stack.enter_context(hold(wanted.out, SETUP))
            _write_setup(wanted)
        # Where the first process fails, torchrun ends the others.
        with state.main_process_first():
            base, template = _base(wanted)
            if not (wanted.out / DATA / FACTS).is_file():
                inner = library("transformers").AutoTokenizer.from_pretrained(base).backend_tokenizer
                tokenizer = Tokenizer(inner, template)
                prepare(wanted.sources, tokenizer, wanted.recipe.training, wanted.seed, wanted.out / DATA)
        recipe = _shared_evenly(wanted.recipe, state.num_processes * way.micro) if wanted.rehearsal else wanted.recipe
        job = fitting.Job(
            recipe=recipe,
            cards=way,
            base=base,
            source=template.source,
            out=wanted.out,
            seed=wanted.seed,
            steps=wanted.steps,
            save_every=wanted.save_every,
            trackers=wanted.trackers,
        )
        fitting.fit(job, load_sequences(wanted.out / DATA), state.num_processes, watch)
    return state.is_main_process


def _write_setup(wanted: Wanted) -> None:
    """Write down what is asked for, or see that it is what the directory was begun with.

    Raises:
        UserError: when it is not, or the directory cannot be used.
    """
    data = tuple((str(source.path), source.weight) for source in wanted.sources)
    way = wanted.recipe.on(wanted.cards)
    setup = Setup(wanted.recipe, way, data, wanted.seed, wanted.steps, wanted.rehearsal)
    file = wanted.out / SETUP
    try:
        if not file.exists():
            partial = file.with_suffix(".partial")
            partial.write_bytes(msgspec.json.format(msgspec.json.encode(setup), indent=2) + b"\n")
            partial.replace(file)
        made = msgspec.json.decode(file.read_bytes(), type=Setup)
    except (OSError, msgspec.DecodeError) as error:
        raise UserError(f"cannot use {str(wanted.out)!r}: {error}; choose another --out") from error
    for name in Setup.__struct_fields__:
        if getattr(made, name) != getattr(setup, name):
            raise UserError(
                f"{str(wanted.out)!r} was begun with another {name}; give the same, or choose another --out"
            )


def _way(wanted: Wanted, processes: int) -> Cards:
    """Return how it runs here.

    Raises:
        UserError: when there are not as many processes as cards.
    """
    if not wanted.rehearsal and processes != wanted.cards:
        raise UserError(
            f"{wanted.cards} cards want as many processes, and there are {processes}: "
            f"torchrun --nproc-per-node {wanted.cards} -m apigen_mt train … --cards {wanted.cards}"
        )
    return wanted.recipe.on(wanted.cards)


def _shared_evenly(recipe: Recipe, sequences: int) -> Recipe:
    """Return a recipe with so many sequences a step."""
    return msgspec.structs.replace(recipe, training=msgspec.structs.replace(recipe.training, sequences=sequences))


def _base(wanted: Wanted) -> tuple[str, Template]:
    """Return the model to start from and its template; for a rehearsal it is made here."""
    recipe = wanted.recipe
    if not wanted.rehearsal and recipe.base:
        folder = Path(recipe.base)
        return recipe.base, template_for(recipe.template, folder if folder.is_dir() else None)
    template = template_for(recipe.template, None)
    folder = wanted.out / REHEARSAL
    if not (folder / "tokenizer_config.json").is_file():
        architecture = shrunken(recipe.architecture) if wanted.rehearsal else recipe.architecture
        size = VOCABULARY if wanted.rehearsal else architecture["vocab_size"]
        inner = make_tokenizer(template, texts_of(template, _all(wanted.sources)), size)
        make_model(architecture, template, inner, folder, wanted.seed)
    return str(folder), template


def _all(sources: Sequence[Source]) -> Iterator[Conversation]:
    for source in sources:
        yield from read_conversations(source.path)
