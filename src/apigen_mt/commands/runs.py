"""The commands that make data: generate, blueprints, simulate. One machinery, three jobs."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any

import msgspec
from cyclopts import Parameter

from apigen_mt import pipeline
from apigen_mt.commands.output import say, tell, write_json
from apigen_mt.dataset.write import write_dataset
from apigen_mt.errors import UserError
from apigen_mt.registry import load_world
from apigen_mt.run.blueprint_file import Source, read_blueprints, write_blueprints
from apigen_mt.run.config import Config, load_config
from apigen_mt.run.directory import hold
from apigen_mt.run.journal import Journal, Summary
from apigen_mt.run.origin import Command, Origin
from apigen_mt.run.progress import describe, progress
from apigen_mt.run.schedule import Job, run
from apigen_mt.run.workers import workers


@Parameter(name="*")
@dataclass(frozen=True)
class Flags:
    """What every run takes; a flag wins over the file."""

    out: Path | None = None
    """Directory for the result and the run's journal. The same command on it again goes on where it ended."""
    n: Annotated[int | None, Parameter(name="-n")] = None
    """Accepted ones wanted (default: 1000; for simulate: all). More of them on the same directory is fine."""
    workers: int | None = None
    """Processes; has no influence on the result (default: all cores)."""
    config: Path | None = None
    """TOML file with any of these settings, for example: seed = 3."""
    attempts: int | None = None
    """Conversations tried for a blueprint (default: 3)."""
    block: int | None = None
    """Items made in one go (default: 32)."""
    lag: int | None = None
    """Blocks in the making at once, at most (default: 16)."""


@Parameter(name="*")
@dataclass(frozen=True)
class Making:
    """What decides the blueprints."""

    seed: int | None = None
    """Another seed, another result (default: 0)."""
    size: int | None = None
    """Customers in each domain's world (default: 500)."""
    composed: float | None = None
    """Share of items that compose several blueprints into one, 0 to 1 (default: 0.45)."""
    revisions: int | None = None
    """Rounds of feedback for a candidate blueprint (default: 3)."""
    style: str | None = None
    """Preset of the users' styles (default: mixed)."""


@Parameter(name="*")
@dataclass(frozen=True)
class Show:
    """What is said on the way."""

    quiet: Annotated[bool, Parameter(negative="")] = False
    """Say nothing but errors."""
    json: Annotated[bool, Parameter(negative="")] = False
    """End with one JSON object on standard output, and say nothing else there."""


def generate(*domains: str, flags: Flags = Flags(), making: Making = Making(), show: Show = Show()) -> None:
    """Make verified conversations.

    Args:
        domains: Installed domains, or paths to some.
        flags: Where, how many, how fast.
        making: What decides the blueprints.
        show: What is said on the way.
    """
    config = _config(domains, flags, making)
    job = Job(pipeline.make_block, "trajectory", pipeline.fold)
    _carry_out("generate", config, job, "trajectories", show, write_dataset)


def blueprints(*domains: str, flags: Flags = Flags(), making: Making = Making(), show: Show = Show()) -> None:
    """Make blueprints only.

    Args:
        domains: Installed domains, or paths to some.
        flags: Where, how many, how fast.
        making: What decides the blueprints.
        show: What is said on the way.
    """
    config = _config(domains, flags, making)
    job = Job(pipeline.make_blueprints, "blueprint", pipeline.fold)
    _carry_out("blueprints", config, job, "blueprints", show, write_blueprints)


def simulate(path: Path, /, *, flags: Flags = Flags(), show: Show = Show()) -> None:
    """Hold conversations about given blueprints (phase 2).

    Args:
        path: Directory that `blueprints` has made, or the file blueprints.jsonl in it.
        flags: Where, how many, how fast.
        show: What is said on the way.
    """
    source = read_blueprints(path)
    made = source.header.settings
    config = load_config(flags.config, _given(flags), {**msgspec.structs.asdict(made), "n": source.count})
    for name in ("domains", "seed", "size"):
        if getattr(config, name) != getattr(made, name):
            raise UserError(
                f"the blueprints of {str(path)!r} were made with {name} = {getattr(made, name)!r}: leave {name} out"
            )
    job = Job(pipeline.make_conversations, "trajectory", inputs=source.blocks(config.block))
    _carry_out("simulate", config, job, "trajectories", show, write_dataset, source)


def _config(domains: tuple[str, ...], flags: Flags, making: Making) -> Config:
    return load_config(flags.config, {"domains": domains or None, **_given(flags), **asdict(making)})


def _given(flags: Flags) -> dict[str, Any]:
    values = asdict(flags)
    del values["config"]
    return values


def _carry_out(
    command: Command,
    config: Config,
    job: Job,
    what: str,
    show: Show,
    finish: Callable[[Journal, Path], object],
    source: Source | None = None,
) -> None:
    begun = time.monotonic()
    settings = config.settings
    worlds = {name: load_world(name, settings.seed, settings.size).digest for name in settings.domains}
    if source and worlds != source.header.worlds:
        raise UserError(
            f"the blueprints of {str(source.path)!r} were made with other versions of their domains: make them anew"
        )
    origin = Origin(command, settings, worlds, source.digest if source else "")
    with ExitStack() as stack:
        pool = stack.enter_context(workers(config.workers))
        stack.enter_context(hold(config.out))
        journal = stack.enter_context(Journal.resume(config.out, origin, config.n))
        try:
            with progress(config.n, what, quiet=show.quiet or show.json) as watch:
                run(journal, pool, job, watch)
            finish(journal, config.out)
        except KeyboardInterrupt:
            have = f"{journal.summary().total.admitted:,} accepted {what}"
            tell(f"stopped; {have} are safe in {str(config.out)!r}: run the same command to go on")
            raise
        summary = journal.summary()
    seconds = time.monotonic() - begun
    if show.json:
        write_json(_figures(summary, config, seconds))
    elif not show.quiet:
        made = f"{summary.total.admitted:,} accepted {what} in {config.out}, {seconds:,.1f} s"
        say(f"{made} ({describe(summary.total)})")


def _figures(summary: Summary, config: Config, seconds: float) -> dict[str, Any]:
    return {
        "command": summary.origin.command,
        "out": str(config.out),
        "accepted": summary.total.admitted,
        "wanted": summary.wanted,
        "complete": summary.complete,
        "seconds": round(seconds, 3),
        "yields": summary.total._asdict(),
        "domains": {name: yields._asdict() for name, yields in summary.domains.items()},
        "rejected": [{**reason._asdict(), "count": count} for reason, count in summary.reasons.items()],
        "settings": config.settings,
    }
