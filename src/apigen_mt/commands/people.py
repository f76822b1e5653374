"""The commands about who the users are: how close a dataset's users come to people, and personas fitted to logs."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Annotated

import msgspec
from cyclopts import Parameter
from rich.console import Console
from rich.table import Table

from apigen_mt.audit.fitting import HELD
from apigen_mt.audit.fitting import fit as fit_population
from apigen_mt.audit.leaks import RUN, leaks
from apigen_mt.audit.likeness import Likeness
from apigen_mt.audit.realism import KEPT, Compared, Side, keep
from apigen_mt.audit.realism import realism as measure
from apigen_mt.commands.output import say, tell, write_json
from apigen_mt.dataset.talk import read_talks
from apigen_mt.errors import UserError
from apigen_mt.language.population import population_text, read_population

Flag = Annotated[bool, Parameter(negative="")]


def realism(path: Path, /, *, reference: Path, conversations: int = 1500, seed: int = 0, json: Flag = False) -> None:
    """Print how close what is said comes to a reference: shape, variety, and how well style alone tells the two apart.

    Beside a dataset's directory the figures are kept for `view` and `report`.

    Args:
        path: Dataset directory, or file of conversations in any format that `verify` reads.
        reference: Conversations to compare with, such as your own chat logs; as JSON Lines also pairs of speaker and text.
        conversations: At most so many of each side.
        seed: Another seed, other samples.
        json: Print the figures as JSON.
    """
    ours, theirs = (list(islice(read_talks(file), conversations)) for file in (path, reference))
    try:
        found = measure(ours, theirs, seed)
    except ValueError as error:
        raise UserError(f"{str(path)!r} beside {str(reference)!r}: {error}") from error
    if path.is_dir():
        try:
            keep(path, Compared(reference.name, found))
        except OSError as error:
            raise UserError(f"cannot write {KEPT} in {str(path)!r}: {error.strerror}") from error
    if json:
        write_json(found)
        return
    _show("users", found.users)
    if found.agents:
        _show("agents", found.agents)
    else:
        say("agents: not compared, for the agents of one side write no free text")


def fit(
    logs: Path,
    /,
    *,
    out: Path,
    domain: tuple[str, ...] = ("retail", "airline", "banking"),
    conversations: int = HELD,
    seed: int = 0,
) -> None:
    """Learn who writes from chat logs: a file of counts and rates, without any text of theirs.

    Args:
        logs: Conversations of people with a service desk, in any format that `verify` reads, or pairs of speaker and text.
        out: File to write; `generate --personas` uses it.
        domain: Domains in which the built-in user talks for comparison.
        conversations: How many it holds in each of five rounds.
        seed: Another seed, other conversations for comparison.
    """
    users = [talk.user for talk in read_talks(logs)]
    try:
        population = fit_population(users, domain, seed, conversations, tell)
    except ValueError as error:
        raise UserError(f"{str(logs)!r}: {error}") from error
    text = f"# Learnt from {len(users)} conversations: counts and rates, none of their text.\n\n{population_text(population)}"
    try:
        out.write_text(text, "utf-8")
    except OSError as error:
        raise UserError(f"cannot write {str(out)!r}: {error.strerror}") from error
    say(f"{out}: {len(population.manners)} manners")


def check(logs: Path, dataset: Path, /, *, personas: Path, own: tuple[Path, ...], json: Flag = False) -> int:
    """Prove that no text of chat logs stands in personas learnt from them, nor in a dataset generated with these.

    Runs of six words are compared, of all that is said in the logs with all that users say in the dataset. Some are anybody's
    ("thank you so much for your"): those that users say in datasets generated without the logs.

    Args:
        logs: What the personas were learnt from.
        dataset: Dataset directory, or file, generated with `--personas`.
        personas: The learnt file.
        own: Datasets of the same domains that were generated with presets; the larger, the fewer runs have to be looked at.
        json: Print what was found as JSON.

    Returns:
        1 when something was found that could be text of the logs, else 0.
    """
    texts = (text for talk in read_talks(logs) for text in (*talk.user, *talk.agent))
    said, ours = (
        (text for path in paths for talk in read_talks(path) for text in talk.user) for paths in ((dataset,), own)
    )
    try:
        found = leaks(texts, said, ours, read_population(personas.read_bytes()))
    except (OSError, ValueError) as error:
        raise UserError(f"cannot read {str(personas)!r}: {error}") from error
    if json:
        write_json(found)
    else:
        say(
            f"{found.runs} runs of {RUN} words in the logs; {found.shared} in the dataset, {len(found.leaked)} of them not ours"
        )
        for run in (*found.leaked, *found.foreign):
            say(f"  {run}")
        say(f"{personas}: {len(found.foreign)} names outside the closed vocabulary")
    return 1 if found.leaked or found.foreign else 0


def _show(speaker: str, side: Side) -> None:
    console = Console()
    for name in ("shape", "variety"):
        ours, theirs = map(msgspec.structs.asdict, getattr(side, name))
        table = Table(f"{speaker}: {name}", "this", "reference", box=None, header_style="bold")
        for key in ours:
            table.add_row(key.replace("_", " "), _shown(ours[key]), _shown(theirs[key]))
        console.print(table, "")
    likeness: Likeness = side.likeness
    table = Table(f"{speaker}: told apart by style (0.5 not at all, 1 always)", "AUC", box=None, header_style="bold")
    table.add_row("by one turn", f"{likeness.one_turn:.3f}")
    table.add_row("by three turns", f"{likeness.three_turns:.3f}")
    console.print(table, "")
    table = Table(f"{speaker}: what gives it away", "weight", "this", "reference", box=None, header_style="bold")
    for clue in likeness.clues:
        table.add_row(clue.trait, f"{clue.weight:+.2f}", f"{clue.ours:.1%}", f"{clue.theirs:.1%}")
    console.print(table, "")


def _shown(value: float | int | Sequence[int]) -> str:
    if isinstance(value, float):
        return f"{value:.3g}" if value < 1 else f"{value:.1f}"
    return str(value) if isinstance(value, int) else " / ".join(map(str, value))
