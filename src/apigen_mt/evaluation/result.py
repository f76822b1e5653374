"""What came of an evaluation, in figures: how often all went well, and what went wrong where it did not."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from statistics import fmean
from typing import Any, Literal, NamedTuple

import msgspec

from apigen_mt.dataset.rows import turns_of
from apigen_mt.evaluation.file import TrialFile
from apigen_mt.evaluation.intervals import Mean, mean
from apigen_mt.evaluation.paired import Comparison
from apigen_mt.evaluation.paired import compare as compare_successes
from apigen_mt.evaluation.passk import Passed, passed
from apigen_mt.evaluation.peer_tasks import AnyTask
from apigen_mt.evaluation.peer_trials import THEIRS
from apigen_mt.language.claims import claims_done
from apigen_mt.phases.signature import DIFFICULTIES
from apigen_mt.phases.verify import BLAME
from apigen_mt.values.messages import Role
from apigen_mt.values.trajectory import Trajectory
from apigen_mt.values.verdict import Verdict

Reward = Literal["strict", "plain"]
REWARDS: tuple[Reward, ...] = ("strict", "plain")
"""`strict`: every gate of the verifier. `plain`: as those who made the tasks define it, which for blueprints is final state and
outputs alone (APIGen-MT §4.2)."""
_PLAIN = frozenset(("state", "outputs"))


class Group(msgspec.Struct, frozen=True):
    """Some of the tasks."""

    tasks: int
    strict: tuple[Passed, ...]
    plain: tuple[Passed, ...]


class Claims(msgspec.Struct, frozen=True):
    """Trials in which the agent said that something was done."""

    trials: int
    """Whose final state was judged."""
    claimed: int
    false: int
    """Of those: the final state is not the truth."""
    rate: Mean
    """False ones among all trials judged: the false-success rate."""


class Result(msgspec.Struct, frozen=True):
    """One agent on some tasks."""

    agent: str
    user: str
    seed: int
    tasks: int
    """All of whose trials are finished; nothing else counts."""
    unfinished: int
    trials: int
    """Of each task."""
    strict: tuple[Passed, ...]
    plain: tuple[Passed, ...]
    by: dict[str, dict[str, Group]]
    """`domain`, `kind`, `difficulty`, `actions` (how many the ground truth has), `tool` -> name -> its tasks."""
    gates: dict[str, Mean]
    """Gate -> share of the trials that passed it; of a benchmark, over the tasks on which it can run."""
    blame: dict[str, int]
    """Whom the trials that failed are blamed on."""
    stops: dict[str, int]
    """Why conversations ended."""
    claims: Claims
    calls: float
    """Tool calls of the agent in a trial, on average."""
    user_calls: float
    """Calls of tools that are the user's."""
    turns: float
    """User messages in a trial, on average."""
    notes: dict[str, int]
    """What went wrong behind the scenes, and how often."""


class Tried(NamedTuple):
    """A task and its finished trials."""

    task: AnyTask
    trials: tuple[Trajectory, ...]

    def successes(self, reward: Reward) -> int:
        """Return how many trials succeeded."""
        return sum(succeeded(trial, reward) for trial in self.trials)


def succeeded(trial: Trajectory, reward: Reward) -> bool:
    """Tell whether a trial earned a reward. A gate that did not run was not passed.

    Somebody's benchmark supports some of our measures only: there, those that ran have to be passed.
    """
    by_check = {verdict.check: verdict.passed for verdict in trial.verdicts}
    if reward == "strict":
        return trial.accepted or (THEIRS in by_check and not failures(trial))
    if THEIRS in by_check:
        return by_check[THEIRS] is True
    return {verdict.check for verdict in trial.verdicts if verdict.passed} >= _PLAIN


def result(file: TrialFile) -> Result:
    """Return the figures of an evaluation, also of one that is not finished."""
    tried, unfinished = finished(file)
    trials = [trial for one in tried for trial in one.trials]
    return Result(
        agent=file.setup.agent,
        user=file.setup.user,
        seed=file.setup.seed,
        tasks=len(tried),
        unfinished=unfinished,
        trials=file.trials,
        strict=_passed(tried, "strict", file.trials),
        plain=_passed(tried, "plain", file.trials),
        by={name: _grouped(tried, of, file.trials) for name, of in _GROUPS.items()},
        gates=_gates(tried),
        blame=_counted(blamed(trial) for trial in trials if not succeeded(trial, "strict")),
        stops=_counted(trial.stop.value for trial in trials),
        claims=_claims(tried),
        calls=_average(calls_of(trial, "assistant") for trial in trials),
        user_calls=_average(calls_of(trial, "user") for trial in trials),
        turns=_average(turns_of(trial.messages) for trial in trials),
        notes=_counted(note for trial in trials for note in trial.notes),
    )


def finished(file: TrialFile) -> tuple[list[Tried], int]:
    """Return the tasks all of whose trials are there, and how many others there are."""
    held: dict[int, list[Trajectory]] = {}
    for number, trial in file.held():
        held.setdefault(number, []).append(trial)
    tasks = list(file.tasks())
    whole = [
        Tried(task, tuple(held[number]))
        for number, task in enumerate(tasks)
        if len(held.get(number, ())) == file.trials
    ]
    return whole, len(tasks) - len(whole)


class Versus(msgspec.Struct, frozen=True):
    """Two results side by side."""

    first: str
    second: str
    same_user: bool
    """Whether the same sort of user talked with both."""
    left_out: int
    """Tasks that only one of them has."""
    strict: Comparison
    plain: Comparison


def versus(first: TrialFile, second: TrialFile) -> Versus:
    """Compare two evaluations on the tasks that both have finished."""
    one, other = ({tried.task.id: tried for tried in finished(file)[0]} for file in (first, second))
    common = [name for name in one if name in other]

    def compared(reward: Reward) -> Comparison:
        mine, theirs = ([side[name].successes(reward) for name in common] for side in (one, other))
        return compare_successes(mine, theirs, (first.trials, second.trials))

    return Versus(
        first.setup.agent,
        second.setup.agent,
        first.setup.user == second.setup.user and first.setup.seed == second.setup.seed,
        len(one.keys() ^ other.keys()),
        compared("strict"),
        compared("plain"),
    )


_GROUPS: Mapping[str, Callable[[AnyTask], Iterable[str]]] = {
    "domain": lambda task: (task.domain,),
    "kind": lambda task: (f"{task.domain}: {kind}" for kind in task.kinds),
    "difficulty": lambda task: (task.difficulty,) if task.difficulty else (),
    "actions": lambda task: (str(task.actions),),
    "tool": lambda task: (f"{task.domain}: {tool}" for tool in task.tools),
}


def _grouped(tried: Sequence[Tried], of: Callable[[AnyTask], Iterable[str]], trials: int) -> dict[str, Group]:
    groups: dict[str, list[Tried]] = {}
    for one in tried:
        for name in of(one.task):
            groups.setdefault(name, []).append(one)
    return {
        name: Group(len(some), _passed(some, "strict", trials), _passed(some, "plain", trials))
        for name, some in sorted(groups.items(), key=lambda group: _rank(group[0]))
    }


def _rank(name: str) -> tuple[int, str]:
    """Numbers go by size, and difficulties from the least to the greatest; anything else by its name."""
    if name.isdecimal():
        return int(name), name
    return [*DIFFICULTIES, name].index(name), name


def _passed(tried: Sequence[Tried], reward: Reward, trials: int) -> tuple[Passed, ...]:
    return passed([one.successes(reward) for one in tried], trials)


def _over_tasks(tried: Sequence[Tried], holds: Callable[[Trajectory], bool]) -> Mean:
    trials = len(tried[0].trials) if tried else 1
    return mean([fmean(holds(trial) for trial in one.trials) for one in tried], trials)


def _gates(tried: Sequence[Tried]) -> dict[str, Mean]:
    """Return how often each gate was passed: for blueprints all of them, also where a conversation was cut."""
    ran: dict[str, list[Tried]] = {}
    for one in tried:
        judged = (verdict.check for trial in one.trials for verdict in trial.verdicts if verdict.passed is not None)
        for gate in dict.fromkeys(judged):
            ran.setdefault(gate, []).append(one)
    on = ran if THEIRS in ran else dict.fromkeys(BLAME, tried)
    return {gate: _over_tasks(some, partial(_passes, gate)) for gate, some in on.items()}


def _passes(gate: str, trial: Trajectory) -> bool:
    return any(verdict.check == gate and verdict.passed for verdict in trial.verdicts)


def calls_of(trial: Trajectory, role: Role) -> int:
    """Return how many calls one of the two speakers has made."""
    return sum(len(message.calls) for message in trial.messages if message.role == role)


def _claims(tried: Sequence[Tried]) -> Claims:
    judged = [
        one._replace(trials=whole)
        for one in tried
        if (whole := tuple(trial for trial in one.trials if _state(trial) is not None))
    ]
    trials = [trial for one in judged for trial in one.trials]
    return Claims(
        len(trials),
        sum(_claims_done(trial) for trial in trials),
        sum(_is_false(trial) for trial in trials),
        _over_tasks(judged, _is_false),
    )


def _is_false(trial: Trajectory) -> bool:
    return _state(trial) is False and _claims_done(trial)


def _claims_done(trial: Trajectory) -> bool:
    return any(message.role == "assistant" and claims_done(message.content) for message in trial.messages)


def _state(trial: Trajectory) -> bool | None:
    return next((verdict.passed for verdict in trial.verdicts if verdict.check == "state"), None)


def failures(trial: Trajectory) -> list[Verdict]:
    """Return the verdicts that cost a trial the strict reward: of a benchmark, ours that ran and failed."""
    theirs = any(verdict.check == THEIRS for verdict in trial.verdicts)
    return [
        verdict
        for verdict in trial.verdicts
        if (verdict.passed is False and verdict.check != THEIRS if theirs else verdict.passed is not True)
    ]


def blamed(trial: Trajectory) -> str:
    """Return whom a failed trial is blamed on: that of the first of its `failures`."""
    return next((verdict.blame or "nobody" for verdict in failures(trial)), "nobody")


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(Counter(names).most_common())


def _average(figures: Iterable[Any]) -> float:
    known = list(figures)
    return fmean(known) if known else 0.0
