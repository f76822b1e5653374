"""Trials: n conversations about every task, each held to its end and judged by the verifier.

No conversation is stopped early. The watch ends one as soon as our own acceptance is out of reach; the paper's reward
might still come true then, and most verdicts would not have run.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from apigen_mt.evaluation import peer_trials
from apigen_mt.evaluation.agents import BUILT_IN
from apigen_mt.evaluation.file import TrialFile
from apigen_mt.evaluation.peer_tasks import AnyTask, BenchmarkTask
from apigen_mt.language.behaviours import RATES
from apigen_mt.phases.cast import Cast, cast, scripted_user
from apigen_mt.phases.trajectories import attempt_once
from apigen_mt.pipeline import Models, nobody
from apigen_mt.run.workers import Task as Made
from apigen_mt.run.workers import Workers
from apigen_mt.values.trajectory import Trajectory

AT_ONCE = 512
"""Conversations in the making at once, at most; an endpoint has its own limit on requests."""


class Trying(NamedTuple):
    """Who talks in every trial."""

    agent: str = ""
    """A built-in agent; empty where a model or a function plays."""
    seed: int = 0
    candidates: int = 1
    """Messages that a model as user writes for each of its turns."""
    rates: Mapping[str, float] = RATES
    """Behaviour -> chance, where it can happen, that the built-in user does it."""


async def hold(task: AnyTask, number: int, trial: int, trying: Trying, models: Models = nobody) -> Trajectory:
    """Hold one trial. The user's part is drawn from seed, task and trial: it does not depend on the other tasks.

    Raises:
        UserError: when the task's world cannot be made again.
        OutOfBudget: when no more may be spent.
        EndpointDown: when an endpoint answers nobody.
    """
    if isinstance(task, BenchmarkTask):
        return await peer_trials.hold(task, trial, trying.agent, {} if trying.agent else models(number))
    seed = f"{trying.seed}:{task.id}:{trial}"
    return await attempt_once(task.place.world(), task.blueprint, trial, seed, _cast(trying, models, number))


def carry_out(
    file: TrialFile,
    tasks: tuple[AnyTask, ...],
    pool: Workers,
    trying: Trying,
    models: Models,
    watch: Callable[[int], None],
) -> None:
    """Hold all trials that are not in the file yet; `watch` is called with how many are, now and then.

    Raises:
        UserError: when the disk refuses, or a worker dies.
        OutOfBudget: when no more may be spent; what is finished is in the file.
        EndpointDown: when an endpoint answers nobody; likewise.
    """
    begin = hold if models is nobody else partial(hold, models=models)
    done = file.done()
    held = len(done)
    left = _left(len(tasks), file.trials, done)
    making: deque[tuple[int, Made]] = deque()
    while True:
        while len(making) < AT_ONCE and (following := next(left, None)):
            number, trial = following
            making.append((number, pool.submit(begin, tasks[number], number, trial, trying)))
        if not making:
            return
        number, made = making.popleft()
        file.add(number, pool.result(made, partial(watch, held)))
        held += 1
        watch(held)


def _left(tasks: int, trials: int, done: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield task and trial of what is to be held; the trials of a task stand together, for their prompts begin alike."""
    return ((task, trial) for task in range(tasks) for trial in range(trials) if (task, trial) not in done)


def _cast(trying: Trying, models: Models, number: int) -> Cast:
    if trying.agent:
        return Cast(partial(scripted_user, rates=trying.rates), BUILT_IN[trying.agent])
    playing = models(number)
    return cast(
        playing.get("user"),
        playing.get("critic"),
        playing.get("agent"),
        candidates=trying.candidates,
        watched=False,
        rates=trying.rates,
    )
