"""The command that closes the loop at a small scale: data, models from scratch, and what they can do in the world."""

from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from shutil import rmtree
from typing import Annotated, Any, NamedTuple

import msgspec
from cyclopts import Parameter
from rich.console import Console

from apigen_mt.commands.output import tell, write_json
from apigen_mt.commands.tiny_data import DEVELOPMENT, HELD_OUT, MORE, TARGETED, conversations, make, make_data, tasks_of
from apigen_mt.commands.tiny_table import Score, Speed, scored, tables, told
from apigen_mt.errors import UserError
from apigen_mt.evaluation.file import TRIALS, Setup, TrialFile
from apigen_mt.evaluation.peer_tasks import tasks_digest
from apigen_mt.evaluation.result import Tried, finished
from apigen_mt.evaluation.targets import targets as find_targets
from apigen_mt.evaluation.tasks import Task
from apigen_mt.evaluation.trials import Trying, carry_out
from apigen_mt.models.completion import Model
from apigen_mt.pipeline import nobody
from apigen_mt.run.config import cores
from apigen_mt.run.directory import hold
from apigen_mt.run.loop import Loop
from apigen_mt.run.workers import workers as open_workers
from apigen_mt.training.libraries import library
from apigen_mt.training.tiny.frequency import FrequencyModel, NearestModel
from apigen_mt.training.tiny.recipe import Tiny, load_recipe, rates_of
from apigen_mt.training.tiny.text import Codec, make_codec

Flag = Annotated[bool, Parameter(negative="")]
TOKENIZER, RECIPE, SCORE = "tokenizer", "recipe.json", "score.json"


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
        recipe: One of ours (cpu, ablations, targets, gpu, reduced), or a TOML file.
        out: Directory for everything. The same command on it goes on where it ended.
        workers: Models trained at once, one thread each (default: all cores; with a GPU it is one); has no influence
            on the result.
        json: Print the scores as JSON.
    """
    chosen = load_recipe(recipe)
    library("apigen_mt.training.tiny.fit")
    with hold(out, RECIPE):
        _write_recipe(out, chosen)
        make_data(out, chosen)
        _make_tokenizer(out, chosen)
        tasks = tasks_of(out, chosen, HELD_OUT)
        count = workers or cores()
        scores = [*_baselines(out, chosen, tasks), *_trained(out, chosen, count), *_aimed(out, chosen, count)]
    (out / "scores.json").write_bytes(msgspec.json.format(msgspec.json.encode(scores)) + b"\n")
    if json:
        write_json(scores)
    else:
        Console().print(*tables(scores, tasks, chosen.trials), sep="\n")
    return 0


def _write_recipe(out: Path, recipe: Tiny) -> None:
    file, text = out / RECIPE, msgspec.json.format(msgspec.json.encode(recipe))
    if not file.exists():
        file.write_bytes(text)
    if file.read_bytes() != text:
        raise UserError(f"{str(out)!r} was begun with another recipe; choose another --out")


def _make_tokenizer(out: Path, recipe: Tiny) -> None:
    """Make the tokenizer of all models, once."""
    if (out / TOKENIZER).exists():
        return
    partial = out / f"{TOKENIZER}.partial"
    partial.mkdir(exist_ok=True)
    make_codec(conversations(out, recipe, max(recipe.sizes)), recipe.plan.vocabulary).save(partial)
    partial.replace(out / TOKENIZER)


def _baselines(out: Path, recipe: Tiny, tasks: tuple[Task, ...]) -> Iterable[Score]:
    """Yield what those come to that need no training: nothing, the agent that made the data, and two that repeat what it did."""
    size = recipe.repeated or max(recipe.sizes)
    for name in ("do-nothing", "by-words"):
        yield _tried(out / name, tasks, recipe, Score(name, 0, 0), name)
    for name, model in (("frequency", FrequencyModel), ("nearest", NearestModel)):
        yield _tried(out / name, tasks, recipe, Score(name, size, 0), model(conversations(out, recipe, size)))


def _trained(out: Path, recipe: Tiny, count: int) -> Iterable[Score]:
    """Yield the scores of the untrained model and of all that were trained, the largest size first."""
    sizes = sorted(recipe.sizes, reverse=True)
    runs = [_Run(out, recipe, size, seed) for seed in recipe.seeds for size in (*sizes, 0)]
    runs += [_Run(out, recipe, sizes[0], seed, variant) for seed in recipe.seeds for variant in recipe.variants]
    return _scores(runs, count)


def _aimed(out: Path, recipe: Tiny, count: int) -> Iterable[Score]:
    """Yield the scores of models with more data: drawn like the first, and aimed at what the trained ones failed at."""
    if not recipe.more:
        return ()
    steering = [_Run(out, recipe, max(recipe.sizes), seed) for seed in recipe.seeds]
    failed = find_targets([tried for run in steering for tried in _developed(run)])
    make(out, recipe, TARGETED, recipe.more, {one.kind: one.weight for one in failed})
    return _scores([run._replace(variant=name) for run in steering for name in MORE], count)


def _developed(run: _Run) -> list[Tried]:
    with TrialFile.read(run.folder / DEVELOPMENT.name) as file:
        return finished(file)[0]


def _scores(runs: Sequence[_Run], count: int) -> Iterable[Score]:
    """Yield the score of every run, so many at once; on a card one after the other."""
    on_card = library("apigen_mt.training.tiny.card").place().type == "cuda"
    with open_workers(1 if on_card else count, "spawn") as pool:
        for task in [pool.submit(train_one, run) for run in runs]:
            score: Score = pool.result(task, lambda: None)
            tell(told(score))
            yield score


def train_one(run: _Run) -> Score:
    """Train one model, unless that has been done, and try it; one thread, for the pool has a process for every core."""
    file = run.folder / SCORE
    if file.exists():
        return msgspec.json.decode(file.read_bytes(), type=Score)
    library("torch").set_num_threads(1)
    library("transformers").utils.logging.set_verbosity_error()
    library("transformers").utils.logging.disable_progress_bar()
    # Trials that are there were those of a model that is gone.
    rmtree(run.folder, ignore_errors=True)
    run.folder.mkdir()
    model, codec, score = _made(run)
    library("apigen_mt.training.tiny.model").save(model, codec, run.folder / "model")
    agent = library("apigen_mt.training.tiny.answer").TinyModel(model, codec)
    if run.recipe.more and not run.variant and run.size == max(run.recipe.sizes):
        development = tasks_of(run.out, run.recipe, DEVELOPMENT)
        _tried(run.folder / DEVELOPMENT.name, development, run.recipe, score, agent)
    score = _tried(run.folder / "trials", tasks_of(run.out, run.recipe, HELD_OUT), run.recipe, score, agent)
    partial = file.with_suffix(".partial")
    partial.write_bytes(msgspec.json.encode(score))
    partial.replace(file)
    return score


def _made(run: _Run) -> tuple[Any, Codec, Score]:
    """Return a model, its tokenizer, and a score with nothing in it yet."""
    card, fitting, models = (library(f"apigen_mt.training.tiny.{name}") for name in ("card", "fit", "model"))
    recipe, codec = run.recipe, Codec.load(run.out / TOKENIZER)
    model = models.make_model(recipe.shape, codec, run.seed).to(card.place())
    parameters = model.num_parameters()
    if not run.size:
        return model.eval(), codec, Score("untrained", 0, run.seed, parameters=parameters)
    learned = conversations(run.out, recipe, run.size, run.variant)
    with (run.folder / "curve.jsonl").open("wb", buffering=0) as curve:
        pace = fitting.fit(model, codec, learned, recipe.plan, run.seed, _watch(curve.write))
    speed = Speed(pace.seconds, pace.tokens_per_second, card.name_of(model.device), pace.share)
    return model, codec, Score(run.variant or "trained", len(learned), run.seed, parameters=parameters, speed=speed)


def _watch(write: Callable[[bytes], object]) -> Callable[[NamedTuple], object]:
    """Return what writes points into a curve."""
    return lambda point: write(msgspec.json.encode(point._asdict()) + b"\n")


def _tried(folder: Path, tasks: tuple[Task, ...], recipe: Tiny, score: Score, agent: str | Model) -> Score:
    """Return a score with what an agent came to, built-in or a model: its conversations with the built-in user."""
    trying = Trying(agent if isinstance(agent, str) else "", rates=rates_of(recipe))
    models = nobody if isinstance(agent, str) else lambda _: {"agent": agent}
    setup = Setup(tasks_digest(tasks), score.agent, "built-in", trying.seed, version("apigen-mt"))
    with (
        hold(folder, TRIALS),
        TrialFile.resume(folder, setup, tasks, recipe.trials) as file,
        Loop(lambda: None) as pool,
    ):
        carry_out(file, tasks, pool, trying, models, lambda _: None)
        return scored(score, finished(file)[0], recipe.trials)
