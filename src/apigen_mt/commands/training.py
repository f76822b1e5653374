"""The commands on the way from data to a model: render, train."""

import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter
from rich.console import Console
from rich.text import Text

from apigen_mt.commands.output import tell, write_json
from apigen_mt.errors import UserError

try:
    from apigen_mt.commands.training_table import estimate_table
    from apigen_mt.training.conversations import Conversation, read_conversations
    from apigen_mt.training.curves import Point, read_curves
    from apigen_mt.training.estimate import KINDS, estimate, survey
    from apigen_mt.training.examine import template_for
    from apigen_mt.training.families import Template
    from apigen_mt.training.job import DATA, Wanted, carry_out
    from apigen_mt.training.mix import Source, parse_source
    from apigen_mt.training.prepare import load_sequences
    from apigen_mt.training.recipe import Recipe, load_recipe
    from apigen_mt.training.replies import Piece, asked, whole
    from apigen_mt.training.template import Refused
    from apigen_mt.training.tokens import Tokenizer, load_tokenizer
except ModuleNotFoundError as missing:
    if (missing.name or "").startswith("apigen_mt"):
        raise
    raise UserError(
        f"training needs {missing.name}, which is not installed; install it with: pip install 'apigen-mt[train]', or "
        "with [render] to look at tokens only"
    ) from missing

Flag = Annotated[bool, Parameter(negative="")]
LEARNED = "black on green"
EVERY = 5.0
"""Seconds between two words about how far it is."""


def render(
    path: Path,
    /,
    *,
    template: str = "",
    model: Path | None = None,
    row: int = 1,
    responses: Flag = False,
    json: Flag = False,
) -> None:
    """Show a conversation as a model sees it, what it learns to write in colour.

    Args:
        path: Dataset directory, or a .parquet, .jsonl or .json file in our format, TRL's, the chat API's or ShareGPT's.
        template: One of ours (qwen-2.5, qwen-3, qwen-3.5, xlam-2-qwen, xlam-2-llama, llama-3, mistral, gemma, glm-4), or a
            .jinja file (default: the model's own).
        model: Directory of a model, for its tokenizer.
        row: Which conversation, from 1.
        responses: One example for each of the assistant's messages instead of the whole conversation.
        json: Print the parts with their tokens as JSON.
    """
    chosen = template_for(template, model)
    tokenizer = load_tokenizer(model, chosen) if model else None
    conversation = next(islice(read_conversations(path), row - 1, None), None) if row > 0 else None
    if conversation is None:
        raise UserError(f"{str(path)!r} has no conversation {row}; give --row from 1 on")
    try:
        examples = list(_examples(chosen, conversation, responses=responses))
    except Refused as refused:
        raise UserError(f"conversation {conversation.id!r} does not go with this template: {refused}") from refused
    if json:
        write_json({"id": conversation.id, "examples": [_parts(one, conversation, tokenizer) for one in examples]})
        return
    console = Console(highlight=False)
    for example in examples:
        console.print(_coloured(example, conversation), soft_wrap=True)
    tell(f"{conversation.id}: {_counted(examples, conversation, tokenizer)}")


def train(
    recipe: str,
    /,
    *,
    data: tuple[str, ...],
    out: Path | None = None,
    cards: int = 1,
    card: str = "h200",
    base: str | None = None,
    max_length: int | None = None,
    steps: int = 0,
    save_every: int = 50,
    seed: int = 0,
    tracker: tuple[str, ...] = (),
    dry_run: Flag = False,
    rehearse: Flag = False,
    quiet: Flag = False,
    json: Flag = False,
) -> int:
    """Train a model on datasets, or with --dry-run say what that would take. Exit code 1 if it would not fit.

    Args:
        recipe: One of ours (xlam-2-1b, xlam-2-3b, xlam-2-8b, xlam-2-32b, xlam-2-70b), or a TOML file.
        data: Dataset directory or file, as DIR or DIR:WEIGHT; 1 is once an epoch. May be given several times.
        out: Directory for checkpoints, curves and the model. The same command on it goes on where it ended.
        cards: Number of GPUs: 1, 8 or 32 in our recipes. Several want `torchrun --nproc-per-node N -m apigen_mt train …`.
        card: Kind of them, for the estimate: a100, h100 or h200.
        base: Directory of the model to start from, instead of the recipe's.
        max_length: Tokens in a sequence, instead of the recipe's.
        steps: Stop after so many (default: all of the data).
        save_every: Steps from one checkpoint to the next.
        seed: Another seed, another order.
        tracker: Where else the curves go, by its name in Transformers, such as tensorboard.
        dry_run: Estimate memory and time, and load nothing.
        rehearse: Try the whole path on a random, shrunken model of the recipe's architecture; any number of processes.
        quiet: Say nothing but errors and the result.
        json: Print the estimate as JSON.
    """
    changes = {"base": base, "max_length": max_length}
    chosen = load_recipe(recipe, {key: value for key, value in changes.items() if value is not None})
    sources = tuple(parse_source(one) for one in data)
    if dry_run:
        return _estimate(chosen, sources, cards, card, json=json)
    if out is None:
        raise UserError("no directory given; add --out DIR, or --dry-run")
    wanted = Wanted(chosen, cards, sources, out, seed, steps, save_every, tracker, rehearse)
    if carry_out(wanted, _watch(quiet)):
        facts = load_sequences(out / DATA).facts
        if facts.shortened:
            tell(
                f"{facts.shortened:,} examples were cut behind the last reply within {chosen.training.max_length:,} tokens"
            )
        for reason, count in list(facts.left_out.items())[:3]:
            tell(f"{count:,} conversations were left out: {reason}")
        points = read_curves(out)
        steps_told = f"{len(points):,} steps, loss {points[0].loss:.3f} to {points[-1].loss:.3f}"
        tell(f"{steps_told}; the model is in {str(out / 'model')!r}")
    return 0


def _watch(quiet: bool) -> Callable[[Point], None]:
    shown = 0.0

    def watch(point: Point) -> None:
        nonlocal shown
        if not quiet and time.monotonic() >= shown + EVERY:
            shown = time.monotonic()
            tell(
                f"step {point.step:,}: loss {point.loss:.3f}, {point.tokens_per_second:,.0f} tokens/s, {point.memory:.1f} GB"
            )

    return watch


def _estimate(recipe: Recipe, sources: tuple[Source, ...], cards: int, card: str, *, json: bool) -> int:
    own = Path(recipe.base) if Path(recipe.base).is_dir() else None
    read = survey(template_for(recipe.template, own), sources, recipe.training.max_length)
    found = estimate(recipe, cards, card, read.tokens, read.learned)
    fits = found.memory <= KINDS[card].memory
    if json:
        write_json({**found._asdict(), "memory": found.memory, "fits": fits, "data": read._asdict()})
    else:
        Console().print(estimate_table(recipe, cards, card, found, read))
    for reason, count in list(read.refused.items())[:3]:
        tell(f"{count:,} conversations will be left out: {reason}")
    if not fits:
        tell(
            f"{found.memory:.0f} GB do not fit on a card with {KINDS[card].memory:g} GB: take more cards, or another kind"
        )
    return 0 if fits else 1


def _examples(template: Template, conversation: Conversation, *, responses: bool) -> Iterator[list[Piece]]:
    if not responses:
        yield whole(template, conversation.chat, conversation.tools)
        return
    for one in asked(template, conversation.chat, conversation.tools):
        if conversation.loss[one.message]:
            yield [Piece(one.prompt), Piece(one.reply, one.message)]


def _is_learned(piece: Piece, conversation: Conversation) -> bool:
    return piece.message >= 0 and conversation.loss[piece.message]


def _coloured(pieces: list[Piece], conversation: Conversation) -> Text:
    text = Text()
    for piece in pieces:
        text.append(piece.text, LEARNED if _is_learned(piece, conversation) else "dim")
    return text


def _parts(pieces: list[Piece], conversation: Conversation, tokenizer: Tokenizer | None) -> list[dict[str, Any]]:
    return [
        {"text": piece.text, "message": piece.message, "learned": _is_learned(piece, conversation)}
        | ({"tokens": tokenizer.encode(piece.text)} if tokenizer else {})
        for piece in pieces
    ]


def _counted(examples: list[list[Piece]], conversation: Conversation, tokenizer: Tokenizer | None) -> str:
    lengths = [
        (len(tokenizer.encode(piece.text) if tokenizer else piece.text), _is_learned(piece, conversation))
        for example in examples
        for piece in example
    ]
    learned, everything = sum(length for length, is_learned in lengths if is_learned), sum(one for one, _ in lengths)
    unit = "tokens" if tokenizer else "characters (give --model for tokens)"
    return f"{learned:,} of {everything:,} {unit} are learned"
