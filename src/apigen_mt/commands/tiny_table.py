"""What a tiny loop came to: the scores, and how they look in a terminal of 80 columns."""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from statistics import fmean

import msgspec
from rich.console import RenderableType
from rich.table import Table

from apigen_mt.evaluation.passk import passed
from apigen_mt.evaluation.peer_tasks import AnyTask
from apigen_mt.evaluation.result import Reward, Tried
from apigen_mt.evaluation.tasks import Task

Column = tuple[str, Callable[["Score"], tuple[float, ...]], int]
"""Head; which pass^k; k."""


class Speed(msgspec.Struct, frozen=True):
    """How a model was trained."""

    seconds: float
    """Of the processor, or of wall time where a card computes."""
    tokens_per_second: float
    """Filling included."""
    card: str
    """What its driver calls it; nothing for the processor."""
    share_of_peak: float | None
    """Of the operations that the card is made for, in bfloat16; None on the processor or an unknown card."""


class Score(msgspec.Struct, frozen=True):
    """What an agent came to on the held-out blueprints: pass^k by all gates, for every k up to the number of trials."""

    agent: str
    conversations: int
    """That it was trained on."""
    seed: int
    strict: tuple[float, ...] = ()
    plain: tuple[float, ...] = ()
    """By final state and outputs alone, as in the paper."""
    writes: tuple[float, ...] = ()
    """On the tasks whose ground truth writes; empty where there are none, like those below."""
    reads: tuple[float, ...] = ()
    """On the others."""
    refusals: tuple[float, ...] = ()
    """On the tasks in which something has to be refused."""
    domains: dict[str, tuple[float, ...]] = {}
    """On those of each domain."""
    parameters: int = 0
    speed: Speed | None = None


def scored(score: Score, tried: Sequence[Tried], trials: int) -> Score:
    """Return a score with what came of so many trials of each task."""

    def share(some: Iterable[Tried], reward: Reward = "strict") -> tuple[float, ...]:
        found = passed([one.successes(reward) for one in some], trials)
        return tuple(one.all_of_k.value for one in found if one.all_of_k.value is not None)

    return msgspec.structs.replace(
        score,
        strict=share(tried),
        plain=share(tried, "plain"),
        writes=share(one for one in tried if one.task.actions),
        reads=share(one for one in tried if not one.task.actions),
        refusals=share(one for one in tried if _refuses(one.task)),
        domains={
            name: share(one for one in tried if one.task.domain == name)
            for name in sorted({one.task.domain for one in tried})
        },
    )


def told(score: Score) -> str:
    """Return what a model came to in one line."""
    trained = f" on {score.conversations:,} conversations" if score.conversations else ""
    return f"{score.agent}{trained}, seed {score.seed}: pass^1 {score.strict[0]:.2f}; {', '.join(_made([score]))}"


def tables(scores: Sequence[Score], tasks: Sequence[Task], trials: int) -> list[RenderableType]:
    """Return agents and sizes of data with the mean over seeds, below it the lowest and highest where there are several."""
    columns: list[Column] = [(f"pass^{k}", attrgetter("strict"), k) for k in dict.fromkeys((1, trials))]
    heads = {"plain": "plain", "writes": "write", "reads": "read", "refusals": "refuse"}
    columns += [(head, attrgetter(name), 1) for name, head in heads.items()]
    writing, refusing = sum(bool(task.actions) for task in tasks), sum(map(_refuses, tasks))
    about = (
        f"{len(tasks):,} tasks, {'one trial' if trials == 1 else f'{trials} trials'} each; {writing:,} with a write, "
        f"{len(tasks) - writing:,} without; {refusing:,} with a refusal"
    )
    found: list[RenderableType] = [about, _table(scores, columns)]
    if len(domains := sorted({task.domain for task in tasks})) > 1:
        found.append(_table(scores, [column for domain in domains for column in _of_domain(domain, trials)]))
    return [*found, "\n".join(_made(scores))]


def _of_domain(domain: str, trials: int) -> list[Column]:
    def shares(score: Score) -> tuple[float, ...]:
        return score.domains[domain]

    return [(f"{domain if k == 1 else ''}\npass^{k}", shares, k) for k in dict.fromkeys((1, trials))]


def _table(scores: Sequence[Score], columns: Sequence[Column]) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False, collapse_padding=True)
    for head in ("agent", "data", *(head for head, *_ in columns)):
        table.add_column(head, no_wrap=True)
    groups: dict[tuple[str, int], list[Score]] = {}
    for score in sorted(scores, key=lambda one: one.conversations):
        groups.setdefault((score.agent, score.conversations), []).append(score)
    for (agent, conversations), some in groups.items():
        cells = (_range([share for one in some for share in of(one)[k - 1 : k]]) for _, of, k in columns)
        table.add_row(agent, f"{conversations:,}" if conversations else "", *cells)
    return table


def _range(figures: Sequence[float]) -> str:
    """Return the mean, below it the lowest and the highest; nothing where there was nothing to pass."""
    if not figures:
        return ""
    mean = f"{fmean(figures):.2f}"
    return mean if len(figures) == 1 else f"{mean}\n{min(figures):.2f}-{max(figures):.2f}"


def _made(scores: Sequence[Score]) -> list[str]:
    """Say how large the models are, and how fast they were trained on each card."""
    sizes = dict.fromkeys(f"{score.parameters / 1e6:.1f} million parameters" for score in scores if score.parameters)
    speeds: dict[str, list[Speed]] = {}
    for score in scores:
        if score.speed:
            speeds.setdefault(score.speed.card, []).append(score.speed)
    return [*sizes, *(_paced(card, some) for card, some in speeds.items())]


def _paced(card: str, speeds: Sequence[Speed]) -> str:
    pace = f"{fmean(speed.tokens_per_second for speed in speeds):,.0f} tokens a second"
    if not card:
        return f"{pace} of the processor"
    shares = [speed.share_of_peak for speed in speeds if speed.share_of_peak is not None]
    peak = f"{fmean(shares):.1%} of its peak in bfloat16" if shares else "whose peak is not known here"
    return f"{pace} on {card}, {peak}"


def _refuses(task: AnyTask) -> bool:
    return isinstance(task, Task) and any(output.clauses for output in task.blueprint.outputs)
