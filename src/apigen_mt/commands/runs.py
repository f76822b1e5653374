"""The commands that make data: generate, blueprints, simulate. One machinery, three jobs."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import msgspec
from cyclopts import Parameter

from apigen_mt import pipeline
from apigen_mt.commands.output import say, tell, write_json
from apigen_mt.dataset.write import write_dataset
from apigen_mt.errors import UserError
from apigen_mt.models.completion import EndpointDown, OutOfBudget
from apigen_mt.models.prompts import labels
from apigen_mt.registry import load_world
from apigen_mt.run.blueprint_file import Source, read_blueprints, write_blueprints
from apigen_mt.run.config import Config, check_targets, load_config
from apigen_mt.run.directory import hold
from apigen_mt.run.journal import Journal, Summary
from apigen_mt.run.missing import MISSING, write_missing
from apigen_mt.run.origin import Command, Origin
from apigen_mt.run.progress import describe, progress
from apigen_mt.run.schedule import Exhausted, Job, run
from apigen_mt.run.studio import Studio, open_replay, open_studio
from apigen_mt.run.workers import Workers, spared_collections, workers


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
    model: str | None = None
    """One language model in every role; --config can give each role its own."""
    url: str | None = None
    """Base URL of the OpenAI-compatible server that has it, for example http://127.0.0.1:8000/v1."""
    key_env: str | None = None
    """Environment variable with the server's key, if it wants one."""
    replay: Path | None = None
    """Directory of an earlier run, or a recording of it: language models answer from there, with no server at all."""


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
    """Who the users are: people, llm-like or mixed (default: mixed); --config can weigh them."""
    personas: Path | None = None
    """File of personas that `personas fit` has made from logs; instead of --style."""


@Parameter(name="*")
@dataclass(frozen=True)
class Show:
    """What is said on the way."""

    quiet: Annotated[bool, Parameter(negative="")] = False
    """Say nothing but errors."""
    json: Annotated[bool, Parameter(negative="")] = False
    """End with one JSON object on standard output, and say nothing else there."""


def generate(*domains: str, flags: Flags = Flags(), making: Making = Making(), show: Show = Show()) -> int:
    """Make verified conversations.

    Args:
        domains: Installed domains, or paths to some.
        flags: Where, how many, how fast.
        making: What decides the blueprints.
        show: What is said on the way.
    """
    config = _config(domains, flags, making)
    job = Job(pipeline.make_block, "trajectory", pipeline.fold)
    return _carry_out("generate", config, job, "trajectories", flags.replay, show, write_dataset)


def blueprints(*domains: str, flags: Flags = Flags(), making: Making = Making(), show: Show = Show()) -> int:
    """Make blueprints only.

    Args:
        domains: Installed domains, or paths to some.
        flags: Where, how many, how fast.
        making: What decides the blueprints.
        show: What is said on the way.
    """
    config = _config(domains, flags, making)
    job = Job(pipeline.make_blueprints, "blueprint", pipeline.fold)
    return _carry_out("blueprints", config, job, "blueprints", flags.replay, show, write_blueprints)


def simulate(path: Path, /, *, flags: Flags = Flags(), show: Show = Show()) -> int:
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
    return _carry_out("simulate", config, job, "trajectories", flags.replay, show, write_dataset, source)


def _config(domains: tuple[str, ...], flags: Flags, making: Making) -> Config:
    return load_config(flags.config, {"domains": domains or None, **_given(flags), **asdict(making)})


def _given(flags: Flags) -> dict[str, Any]:
    values = asdict(flags)
    del values["config"], values["replay"]
    return values


def _carry_out(
    command: Command,
    config: Config,
    job: Job,
    what: str,
    replay: Path | None,
    show: Show,
    finish: Callable[[Journal, Path], object],
    source: Source | None = None,
) -> int:
    begun = time.monotonic()
    settings = config.settings
    loaded = {name: load_world(name, settings.seed, settings.size) for name in settings.domains}
    check_targets(settings.targets, [world.domain for world in loaded.values()])
    worlds = {name: world.digest for name, world in loaded.items()}
    if source and worlds != source.header.worlds:
        raise UserError(
            f"the blueprints of {str(source.path)!r} were made with other versions of their domains: make them anew"
        )
    origin = Origin(command, settings, worlds, source.digest if source else "", labels(settings.players))
    ended = ""
    with spared_collections(), ExitStack() as stack:
        pool, studio = _players(stack, config, replay)
        if studio:
            job = replace(job, make=partial(job.make, models=studio.models))
        journal = stack.enter_context(Journal.resume(config.out, origin, config.n))
        try:
            with progress(config.n, what, partial(_spent, studio), quiet=show.quiet or show.json) as watch:
                run(journal, pool, job, watch)
        except (OutOfBudget, EndpointDown) as error:
            ended = f"{error}; what is made is safe: run the same command to go on"
        except Exhausted as error:
            if studio is None:
                raise
            ended = str(error)
        except KeyboardInterrupt:
            have = f"{journal.summary().total.admitted:,} accepted {what}"
            tell(f"stopped; {have} are safe in {str(config.out)!r}: run the same command to go on")
            raise
        finish(journal, config.out)
        missing = write_missing(journal, config.out) if studio else 0
        summary = journal.summary()
        spent, faults = _spent(studio), studio.faults if studio else {}
    seconds = time.monotonic() - begun
    if show.json:
        write_json(_figures(summary, config, seconds) | {"missing": missing, "ended": ended, "failed_tries": faults})
    elif not show.quiet:
        made = f"{summary.total.admitted:,} accepted {what} in {config.out}, {seconds:,.1f} s"
        say(f"{made} ({describe(summary.total)}{spent})")
    if faults and not show.json:
        tell("failed tries: " + ", ".join(f"{times:,} times {fault}" for fault, times in sorted(faults.items())))
    if missing:
        tell(f"{missing:,} items found no answer and are missing: {MISSING} in {str(config.out)!r} has them")
    if ended:
        tell(f"stopped: {ended}")
    return 1 if missing or ended else 0


def _players(stack: ExitStack, config: Config, replay: Path | None) -> tuple[Workers, Studio | None]:
    """Open what the run is made with: processes, or models and the loop on which they are asked; hold the directory."""
    if not config.players.seated:
        if replay:
            raise UserError("--replay answers for language models, and none plays in this run; leave it out")
        pool = stack.enter_context(workers(config.workers))
        stack.enter_context(hold(config.out))
        return pool, None
    stack.enter_context(hold(config.out))
    studio = stack.enter_context(open_replay(config, replay) if replay else open_studio(config, config.out))
    return studio.loop, studio


def _spent(studio: Studio | None) -> str:
    """Say what the models have cost so far."""
    if studio is None:
        return ""
    total = studio.spend.total
    money = f", {total.money:,.2f} in money" if total.money else ""
    return f"; {total.calls:,} calls, {total.prompt + total.completion:,} tokens{money}"


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
