"""The command that closes the loop at a small scale: data, models from scratch, and what they can do in the world."""

from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from statistics import fmean
from typing import Annotated, Any, NamedTuple

import msgspec
from cyclopts import Parameter
from rich.console import Console
from rich.table import Table

from apigen_mt.commands.output import tell, write_json
from apigen_mt.commands.runs import Flags, Making, Show, blueprints, generate
from apigen_mt.errors import UserError
from apigen_mt.evaluation.file import TRIALS, Setup, TrialFile
from apigen_mt.evaluation.overlap import overlap
from apigen_mt.evaluation.peer_tasks import tasks_digest
from apigen_mt.evaluation.result import finished
from apigen_mt.evaluation.tasks import Task, read_tasks
from apigen_mt.evaluation.trials import Trying, carry_out
from apigen_mt.models.completion import Model
from apigen_mt.pipeline import nobody
from apigen_mt.registry import load_domain, load_world
from apigen_mt.run.config import cores
from apigen_mt.run.directory import hold
from apigen_mt.run.loop import Loop
from apigen_mt.run.workers import workers as open_workers
from apigen_mt.training.conversations import Conversation, read_conversations
from apigen_mt.training.libraries import library
from apigen_mt.training.tiny.frequency import FrequencyModel, NearestModel
from apigen_mt.training.tiny.recipe import Tiny, load_recipe, rates_of
from apigen_mt.training.tiny.text import Codec, make_codec
from apigen_mt.training.tiny.variants import VARIANTS

Flag = Annotated[bool, Parameter(negative="")]
DATA, HELD_OUT, MAKING, RECIPE, SCORE = "data", "held-out", "making.toml", "recipe.json", "score.json"
DATA_SEED, HELD_OUT_SEED = 0, 1000
EVERY = 20
"""Steps between two points of a curve."""


class Score(msgspec.Struct, frozen=True):
    """What an agent came to on the held-out blueprints: shares of tasks, each tried once."""

    agent: str
    conversations: int
    """That it was trained on."""
    seed: int
    strict: float = 0.0
    plain: float = 0.0
    """Final state and outputs alone, as in the paper."""
    writes: float = 0.0
    """Strict, on the tasks whose ground truth writes."""
    reads: float = 0.0
    """Strict, on the others."""
    refusals: float = 0.0
    """Strict, on the tasks in which something has to be refused."""
    seconds: float = 0.0
    """CPU seconds of training."""


class _Run(NamedTuple):
    """One training and its trial."""

    out: Path
    recipe: Tiny
    size: int
    """Conversations; 0: untrained."""
    seed: int
    variant: str = ""
    """Of the data; empty: as it is."""

    @property
    def folder(self) -> Path:
        return self.out / "-".join(
            str(part) for part in (self.variant, self.size or "untrained", self.seed) if part != ""
        )


def tiny(recipe: str = "cpu", /, *, out: Path, workers: int | None = None, json: Flag = False) -> int:
    """Make data, train tiny models on it from scratch, and try them and the baselines on held-out blueprints.

    Args:
        recipe: One of ours (cpu, ablations), or a TOML file.
        out: Directory for everything. The same command on it goes on where it ended.
        workers: Models trained at once, one thread each (default: all cores); has no influence on the result.
        json: Print the scores as JSON.
    """
    chosen = load_recipe(recipe)
    library("apigen_mt.training.tiny.fit")
    with hold(out, RECIPE):
        _write_recipe(out, chosen)
        _make_data(out, chosen)
        tasks = _tasks(out, chosen)
        scores = [*_baselines(out, chosen, tasks), *_trained(out, chosen, workers or cores())]
    (out / "scores.json").write_bytes(msgspec.json.format(msgspec.json.encode(scores)) + b"\n")
    if json:
        write_json(scores)
    else:
        Console().print(_table(scores, tasks))
    return 0


def _write_recipe(out: Path, recipe: Tiny) -> None:
    file = out / RECIPE
    if not file.exists():
        file.write_bytes(msgspec.json.format(msgspec.json.encode(recipe)))
    if msgspec.json.decode(file.read_bytes(), type=Tiny) != recipe:
        raise UserError(f"{str(out)!r} was begun with another recipe; choose another --out")


def _make_data(out: Path, recipe: Tiny) -> None:
    """Generate the conversations and the held-out blueprints, and see that they are apart."""
    behaviours = "".join(f"{name} = {rate}\n" for name, rate in rates_of(recipe).items())
    (out / MAKING).write_text(
        f"wishes = {list(recipe.wishes)}\nvoices = {recipe.voices}\n\n[behaviours]\n{behaviours}", "utf-8"
    )
    for name, make, n, seed, size in (
        (DATA, generate, max(recipe.sizes) * (2 if recipe.variants else 1), DATA_SEED, recipe.customers),
        (HELD_OUT, blueprints, recipe.held_out, HELD_OUT_SEED, None),
    ):
        tell(f"making {n:,} {'conversations' if name == DATA else 'held-out blueprints'}")
        making = Making(seed=seed, size=size, composed=recipe.composed, style=recipe.style)
        flags = Flags(out=out / name, n=n, config=out / MAKING)
        if make(recipe.domain, flags=flags, making=making, show=Show(quiet=True)):
            raise UserError(f"{str(out / name)!r} is not complete")
    given = _given(recipe)
    if not overlap(read_tasks(out / DATA, given), read_tasks(out / HELD_OUT, given)).apart:
        raise UserError("the held-out blueprints are not apart from the data: see `overlap`")


def _given(recipe: Tiny) -> dict[str, str]:
    return {load_domain(recipe.domain).name: recipe.domain}


def _tasks(out: Path, recipe: Tiny) -> tuple[Task, ...]:
    return read_tasks(out / HELD_OUT, _given(recipe))


def _conversations(out: Path, size: int) -> list[Conversation]:
    return [one for one, _ in zip(read_conversations(out / DATA), range(size), strict=False)]


def _baselines(out: Path, recipe: Tiny, tasks: tuple[Task, ...]) -> Iterable[Score]:
    """Yield what those come to that need no training: nothing, the agent that made the data, and two that repeat what it did."""
    size = max(recipe.sizes)
    for name in ("do-nothing", "by-words"):
        yield _tried(out / name, tasks, Trying(name, rates=rates_of(recipe)), None, Score(name, 0, 0))
    for name, model in (("frequency", FrequencyModel), ("nearest", NearestModel)):
        played = model(_conversations(out, size))
        yield _tried(out / name, tasks, Trying(rates=rates_of(recipe)), played, Score(name, size, 0))


def _trained(out: Path, recipe: Tiny, count: int) -> Iterable[Score]:
    """Yield the scores of the untrained model and of all that were trained, the largest size first."""
    sizes = sorted(recipe.sizes, reverse=True)
    runs = [_Run(out, recipe, size, seed) for seed in recipe.seeds for size in (*sizes, 0)]
    runs += [_Run(out, recipe, sizes[0], seed, variant) for seed in recipe.seeds for variant in recipe.variants]
    with open_workers(count, "spawn") as pool:
        for run, task in [(run, pool.submit(train_one, run)) for run in runs]:
            score: Score = pool.result(task, lambda: None)
            tell(f"{score.agent}, {score.conversations:,} conversations, seed {run.seed}: pass^1 {score.strict:.2f}")
            yield score


def train_one(run: _Run) -> Score:
    """Train one model, unless that has been done, and try it; one thread, for the pool has a process for every core."""
    file = run.folder / SCORE
    if file.exists():
        return msgspec.json.decode(file.read_bytes(), type=Score)
    library("torch").set_num_threads(1)
    library("transformers").utils.logging.set_verbosity_error()
    library("transformers").utils.logging.disable_progress_bar()
    run.folder.mkdir(exist_ok=True)
    model, codec, score = _made(run)
    library("apigen_mt.training.tiny.model").save(model, codec, run.folder / "model")
    agent = library("apigen_mt.training.tiny.answer").TinyModel(model, codec)
    trying = Trying(rates=rates_of(run.recipe))
    score = _tried(run.folder / "trials", _tasks(run.out, run.recipe), trying, agent, score)
    partial = file.with_suffix(".partial")
    partial.write_bytes(msgspec.json.encode(score))
    partial.replace(file)
    return score


def _made(run: _Run) -> tuple[Any, Codec, Score]:
    """Return a model, its tokenizer, and a score with nothing in it yet."""
    fitting, models = (library(f"apigen_mt.training.tiny.{name}") for name in ("fit", "model"))
    recipe = run.recipe
    codec = make_codec(_conversations(run.out, max(recipe.sizes)), recipe.plan.vocabulary)
    model = models.make_model(recipe.shape, codec, run.seed)
    if not run.size:
        return model.eval(), codec, Score("untrained", 0, run.seed)
    conversations = _conversations(run.out, run.size)
    if run.variant:
        world = load_world(recipe.domain, DATA_SEED, recipe.customers)
        conversations = list(VARIANTS[run.variant](run.out / DATA, world, run.size))
    with (run.folder / "curve.jsonl").open("wb", buffering=0) as curve:
        seconds = fitting.fit(model, codec, conversations, recipe.plan, run.seed, _watch(curve.write))
    return model, codec, Score(run.variant or "trained", run.size, run.seed, seconds=seconds)


def _watch(write: Callable[[bytes], object]) -> Callable[[NamedTuple], None]:
    """Return what writes every so many steps into a curve."""

    def watch(progress: NamedTuple) -> None:
        point = progress._asdict()
        if point["step"] % EVERY == 0:
            write(msgspec.json.encode(point) + b"\n")

    return watch


def _tried(folder: Path, tasks: tuple[Task, ...], trying: Trying, model: Model | None, score: Score) -> Score:
    """Return a score with what an agent came to: one conversation about every task, with the built-in user."""
    setup = Setup(tasks_digest(tasks), score.agent, "built-in", trying.seed, version("apigen-mt"))
    with hold(folder, TRIALS), TrialFile.resume(folder, setup, tasks, 1) as file, Loop(lambda: None) as pool:
        models = nobody if model is None else lambda _: {"agent": model}
        carry_out(file, tasks, pool, trying, models, lambda _: None)
        tried, _ = finished(file)
    strict = {one.task.id: one.successes("strict") for one in tried}
    writing = {one.task.id for one in tried if one.task.actions}
    refusing = {task.id for task in tasks if any(output.clauses for output in task.blueprint.outputs)}
    return msgspec.structs.replace(
        score,
        strict=fmean(strict.values()),
        plain=fmean(one.successes("plain") for one in tried),
        writes=_mean(strict[name] for name in writing),
        reads=_mean(strict[name] for name in strict.keys() - writing),
        refusals=_mean(strict[name] for name in refusing),
    )


def _mean(figures: Iterable[int]) -> float:
    known = list(figures)
    return fmean(known) if known else 0.0


def _table(scores: list[Score], tasks: tuple[Task, ...]) -> Table:
    """Return agents and training sizes with the mean over seeds, and the lowest and highest where there are several."""
    writing = sum(bool(task.actions) for task in tasks)
    refusing = sum(any(output.clauses for output in task.blueprint.outputs) for task in tasks)
    heads = (
        f"pass^1, {len(tasks)} tasks",
        "plain",
        f"{writing} with a write",
        f"{len(tasks) - writing} without",
        f"{refusing} with a refusal",
    )
    table = Table("agent", "trained on", "seeds", *heads, box=None, header_style="bold")
    groups: dict[tuple[str, int], list[Score]] = {}
    for score in sorted(scores, key=lambda one: one.conversations):
        groups.setdefault((score.agent, score.conversations), []).append(score)
    for (agent, conversations), some in groups.items():
        figures = (
            _range([getattr(one, name) for one in some]) for name in ("strict", "plain", "writes", "reads", "refusals")
        )
        table.add_row(agent, f"{conversations:,}" if conversations else "", str(len(some)), *figures)
    return table


def _range(figures: list[float]) -> str:
    if len(figures) == 1:
        return f"{figures[0]:.2f}"
    return f"{fmean(figures):.2f} ({min(figures):.2f} to {max(figures):.2f})"
