"""The commands that try agents on held-out blueprints: evaluate, compare, overlap."""

import time
from collections.abc import Callable, Collection, Mapping
from contextlib import ExitStack
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import msgspec
from cyclopts import Parameter
from rich.console import Console, RenderableType
from rich.table import Table

from apigen_mt.adapters.load import is_benchmark
from apigen_mt.adapters.played import PLAYERS
from apigen_mt.commands.evaluation_table import comparison_table, result_tables
from apigen_mt.commands.output import tell, write_json
from apigen_mt.errors import UserError
from apigen_mt.evaluation.agents import BUILT_IN, load_function
from apigen_mt.evaluation.file import TRIALS, Setup, TrialFile
from apigen_mt.evaluation.overlap import overlap as find_overlap
from apigen_mt.evaluation.peer_tasks import AnyTask, benchmark_tasks, tasks_digest
from apigen_mt.evaluation.result import Result, finished, result, versus
from apigen_mt.evaluation.spending import spent_on
from apigen_mt.evaluation.targets import targets as find_targets
from apigen_mt.evaluation.tasks import read_tasks
from apigen_mt.evaluation.trials import Trying, carry_out
from apigen_mt.models.completion import EndpointDown, Model, OutOfBudget
from apigen_mt.models.endpoint import Endpoint, Price
from apigen_mt.models.players import Player, Players
from apigen_mt.models.prompts import prompt
from apigen_mt.pipeline import nobody
from apigen_mt.registry import load_domain
from apigen_mt.run.config import Config, cores, load_config
from apigen_mt.run.directory import hold
from apigen_mt.run.studio import open_studio
from apigen_mt.run.workers import workers as open_workers
from apigen_mt.training.libraries import library

Flag = Annotated[bool, Parameter(negative="")]
Local = dict[str, tuple[Player, Model]]
RESULT = "result.json"
EVERY = 5.0
"""Seconds between two words about how far it is."""


def evaluate(
    path: Path,
    /,
    *,
    out: Path,
    trials: int = 4,
    agent: str = "",
    agent_model: Path | None = None,
    model: str | None = None,
    url: str | None = None,
    key_env: str = "",
    config: Path | None = None,
    apart_from: Path | None = None,
    split: str = "",
    checkout: Path | None = None,
    limit: int | None = None,
    seed: int = 0,
    workers: int | None = None,
    domain: tuple[str, ...] = (),
    quiet: Flag = False,
    json: Flag = False,
) -> int:
    """Try an agent on blueprints or on a benchmark and print pass^k. Exit code 1 if something is unanswered or unfinished.

    Args:
        path: Held-out blueprints: a directory of `blueprints` or `generate`, or a file of it; or a benchmark such as
            tau-bench:retail.
        out: Directory for the trials. The same command on it goes on where it ended; more trials are fine.
        trials: Conversations about each blueprint.
        agent: A built-in agent (scripted, by-words, do-nothing, read-only, refuse-everything, first-tool; on a benchmark
            do-nothing, oracle), or FILE.py:FUNCTION.
        agent_model: Directory of a trained model as the agent, run here by Transformers.
        model: A language model as the agent.
        url: Base URL of the OpenAI-compatible server that has it.
        key_env: Environment variable with the server's key, if it wants one.
        config: TOML file with players.agent, and players.user and critic if a model is to play the user.
        apart_from: Dataset or blueprints that the agent was trained on; refuse to begin if the two share anything.
        split: Of a benchmark: which of its splits (default: the one that is usually reported).
        checkout: Of a benchmark: folder of the peer's repository, where its code is not installed.
        limit: Take the first so many tasks only.
        seed: Another seed, another user's words.
        workers: Processes for a built-in agent (default: all cores); has no influence on the result.
        domain: Path of a domain that is not installed.
        quiet: Say nothing but errors and the result.
        json: Print the result as JSON.
    """
    if trials < 1 or (limit is not None and limit < 1):
        raise UserError(f"--trials and --limit have to be 1 or more, not {trials} and {limit}")
    own = not is_benchmark(str(path))
    if own:
        tasks, domains = _blueprints(path, {load_domain(one).name: one for one in domain}, limit, apart_from)
    else:
        tasks, domains = benchmark_tasks(str(path), checkout, split, limit), ("any",)
    built_in = BUILT_IN if own else PLAYERS
    players, local, identity = _agent(agent, agent_model, built_in, model, url, config)
    conf = load_config(config, {"out": out, "domains": domains})
    endpoints = {**conf.endpoints, "default": Endpoint(url, key_env)} if url else conf.endpoints
    conf = msgspec.structs.replace(conf, players=players, endpoints=endpoints, workers=workers or cores())
    setup = Setup(tasks_digest(tasks), identity, _user(conf) if own else _their_user(conf), seed, version("apigen-mt"))
    trying = Trying(agent if agent in built_in else "", seed, conf.candidates)
    ended = _hold_all(conf, setup, tasks, trials, trying, local, quiet or json)
    return _tell(out, conf.prices, ended, json=json)


def _blueprints(
    path: Path, given: Mapping[str, str], limit: int | None, apart_from: Path | None
) -> tuple[tuple[AnyTask, ...], tuple[str, ...]]:
    """Return the tasks and what their domains are loaded by."""
    tasks = read_tasks(path, given, limit)
    if apart_from is not None and not (shared := find_overlap(read_tasks(apart_from, given), tasks)).apart:
        told = ", ".join(f"{level.shared} {level.name}" for level in shared.levels if level.shared)
        raise UserError(f"{str(path)!r} is not held out from {str(apart_from)!r}: both have {told}; see `overlap`")
    return tasks, tuple(sorted({one.place.source for one in tasks}))


def compare(first: Path, second: Path, /, *, json: Flag = False) -> None:
    """Compare two evaluations on the tasks that both have: difference of pass^1, and a paired test.

    Args:
        first: The --out of one `evaluate`.
        second: That of another.
        json: Print the comparison as JSON.
    """
    with TrialFile.read(first) as one, TrialFile.read(second) as other:
        found = versus(one, other)
    if not found.strict.tasks:
        raise UserError(
            f"{str(first)!r} and {str(second)!r} have no finished task in common: evaluate on the same blueprints"
        )
    if json:
        write_json(found)
        return
    _print(comparison_table(found))
    if found.left_out:
        tell(f"{found.left_out:,} tasks are finished in one of the two only, and are left out")
    if not found.same_user:
        tell("the two talked with different users: the difference is that of agent and user together")


def targets(path: Path, /, *, out: Path, json: Flag = False) -> None:
    """Write what an agent fails at as settings of the next run, which will aim at it more often.

    Args:
        path: The --out of an `evaluate`.
        out: TOML file to write; `generate --config` takes it.
        json: Print goal kinds, failures by check, and weights as JSON.
    """
    with TrialFile.read(path) as file:
        found = find_targets(finished(file)[0])
    if not found:
        raise UserError(f"{str(path)!r} has no failed trial of a task with goal kinds: there is nothing to aim at")
    lines = ["[targets]", *(f'"{one.kind}" = {one.weight:g}' for one in found), ""]
    try:
        out.write_text("\n".join(lines), "utf-8")
    except OSError as error:
        raise UserError(f"cannot write {str(out)!r}: {error.strerror}") from error
    if json:
        write_json(found)
        return
    table = Table("kind", "trials", "failed", "weight", "failed first", box=None, header_style="bold")
    for one in found:
        checks = ", ".join(f"{check} {count}" for check, count in one.checks.items())
        table.add_row(one.kind, f"{one.trials:,}", f"{one.failed:,}", f"{one.weight:g}", checks)
    _print([table])


def overlap(first: Path, second: Path, /, *, domain: tuple[str, ...] = (), json: Flag = False) -> int:
    """Count what two sets of blueprints share: seeds, customers, customers' rows, signatures. Exit code 1 if anything.

    Args:
        first: What is trained on: a dataset, or a directory of `blueprints`.
        second: What is evaluated on: likewise.
        domain: Path of a domain that is not installed.
        json: Print the counts as JSON.
    """
    given = {load_domain(one).name: one for one in domain}
    found = find_overlap(read_tasks(first, given), read_tasks(second, given))
    if json:
        write_json(found)
    else:
        table = Table("level", "first", "second", "shared", "for example", box=None, header_style="bold")
        for level in found.levels:
            examples = ", ".join(level.examples)
            table.add_row(level.name, f"{level.first:,}", f"{level.second:,}", f"{level.shared:,}", examples)
        _print([table])
    return 0 if found.apart else 1


def _agent(
    agent: str,
    trained: Path | None,
    built_in: Collection[str],
    model: str | None,
    url: str | None,
    config: Path | None,
) -> tuple[Players, Local, str]:
    """Return the players, the agent if it is of this process, and the words by which this agent is told from others."""
    if (model is None) != (url is None):
        raise UserError("--model and --url go together")
    if len(named := [one for one in (agent, trained, model) if one]) > 1:
        raise UserError(f"{' and '.join(repr(str(one)) for one in named)}: name one agent")
    made = load_config(config, {"out": Path(), "domains": ("any",)}).players if config else Players()
    players = Players(user=made.user, critic=made.critic, agent=made.agent)
    if agent in built_in:
        if players.user:
            raise UserError(f"a model as user needs a model or a function as agent, not {agent!r}")
        return Players(), {}, agent
    if agent or trained:
        local = library("apigen_mt.training.local") if trained else None
        here, identity = local.load_local(trained) if local else load_function(agent, built_in)
        players = msgspec.structs.replace(players, agent=None)
        return players, {"agent": (Player(here.name), here)}, f"{identity} {prompt('agent').label}"
    if model:
        players = msgspec.structs.replace(players, agent=Player(model))
    if players.agent is None:
        raise UserError(
            "no agent given: add --model and --url, --config with players.agent, --agent-model, or --agent with "
            f"one of {', '.join(built_in)} or FILE.py:FUNCTION"
        )
    return players, {}, f"{_told(players.agent)} {prompt('agent').label}"


def _user(config: Config) -> str:
    players = config.players
    if players.user is None:
        return "built-in"
    critic = f", critic {_told(players.critic)} {prompt('critic').label}" if players.critic else ""
    return f"{_told(players.user)} {prompt('user').label}, best of {config.candidates}{critic}"


def _their_user(config: Config) -> str:
    """Return who plays the user of a benchmark."""
    return f"{_told(config.players.user)}, as the benchmark has it" if config.players.user else "the benchmark's script"


def _told(player: Player) -> str:
    rest = msgspec.to_builtins(player)
    named = rest.pop("model")
    return f"{named} {msgspec.json.encode(rest).decode()}" if rest else named


def _hold_all(
    config: Config, setup: Setup, tasks: tuple[AnyTask, ...], trials: int, trying: Trying, local: Local, silent: bool
) -> str:
    """Hold all trials that are left; return why it ended before that, or nothing."""
    with ExitStack() as stack:
        studio = None
        if config.players.seated or local:
            stack.enter_context(hold(config.out, TRIALS))
            file = stack.enter_context(TrialFile.resume(config.out, setup, tasks, trials))
            studio = stack.enter_context(open_studio(config, config.out, local))
            pool, models = studio.loop, studio.models
        else:
            pool, models = stack.enter_context(open_workers(config.workers)), nobody
            stack.enter_context(hold(config.out, TRIALS))
            file = stack.enter_context(TrialFile.resume(config.out, setup, tasks, trials))
        try:
            carry_out(file, tasks, pool, trying, models, _watch(len(tasks) * trials, silent))
        except (OutOfBudget, EndpointDown) as error:
            return str(error)
        except KeyboardInterrupt:
            tell(f"stopped; {len(file.done()):,} trials are safe in {str(config.out)!r}: run the same command to go on")
            raise
        finally:
            if studio and studio.faults:
                tell("failed tries: " + ", ".join(f"{n:,} times {fault}" for fault, n in sorted(studio.faults.items())))
    return ""


def _watch(wanted: int, silent: bool) -> Callable[[int], None]:
    shown = time.monotonic()

    def watch(held: int) -> None:
        nonlocal shown
        if not silent and time.monotonic() >= shown + EVERY:
            shown = time.monotonic()
            tell(f"{held:,}/{wanted:,} trials")

    return watch


def _tell(out: Path, prices: Mapping[str, Price], ended: str, *, json: bool) -> int:
    with TrialFile.read(out) as file:
        found = result(file)
    spent = spent_on(out, prices)
    figures = {**msgspec.to_builtins(found), "spent": spent, "ended": ended}
    (out / RESULT).write_bytes(msgspec.json.format(msgspec.json.encode(figures)) + b"\n")
    if json:
        write_json(figures)
    else:
        _print(result_tables(found, spent))
    return _bad_news(found, ended)


def _bad_news(found: Result, ended: str) -> int:
    unanswered = found.stops.get("no_answer", 0)
    for note, times in list(found.notes.items())[:3]:
        tell(f"{times:,} times: {note}")
    if unanswered:
        tell(f"{unanswered:,} trials ended because a request found no answer; they count as failed")
    if ended:
        tell(f"stopped: {ended}; what is finished is safe: run the same command to go on")
    if found.unfinished:
        tell(f"{found.unfinished:,} tasks are unfinished, and in no figure")
    return 1 if unanswered or ended or found.unfinished else 0


def _print(parts: list[RenderableType]) -> None:
    console = Console()
    for part in parts:
        console.print(part)
