"""What pages tell of an evaluation: its figures, and a line for each task with its trials. Read again when it has grown."""

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

from apigen_mt.evaluation.file import TRIALS, TrialFile
from apigen_mt.evaluation.peer_tasks import AnyTask
from apigen_mt.evaluation.result import Result, blamed, result, succeeded
from apigen_mt.evaluation.spending import spent_on
from apigen_mt.evaluation.tasks import Task
from apigen_mt.models.endpoint import Price
from apigen_mt.models.log import COMPLETIONS
from apigen_mt.values.trajectory import Trajectory


class Mark(NamedTuple):
    """What came of one trial."""

    name: str
    """Of its page: `trial-0`."""
    passed: bool
    """All gates."""
    plain: bool
    """By the reward of those who made the task."""
    failed: tuple[str, ...]
    """Gates."""
    blame: str


class Line(NamedTuple):
    """A task with its finished trials."""

    number: int
    id: str
    name: str
    domain: str
    kinds: tuple[str, ...]
    difficulty: str
    tools: tuple[str, ...]
    actions: int
    text: str
    """What the user is told to want; empty where a benchmark scripts the words."""
    marks: tuple[Mark, ...]

    @property
    def passed(self) -> int:
        """How many trials passed all gates."""
        return sum(mark.passed for mark in self.marks)

    @property
    def share(self) -> float | None:
        """How many of the finished trials passed; None of none."""
        return self.passed / len(self.marks) if self.marks else None


class Summary(NamedTuple):
    """An evaluation at one glance."""

    result: Result
    lines: tuple[Line, ...]
    spent: Sequence[Mapping[str, Any]]
    """What models were asked, by role and model."""

    @property
    def trials(self) -> int:
        """How many are finished."""
        return sum(len(line.marks) for line in self.lines)

    @property
    def wanted(self) -> int:
        """How many there are to be."""
        return len(self.lines) * self.result.trials


class Chosen(NamedTuple):
    """What the list of tasks is narrowed to; empty for everything."""

    verdict: str = ""
    """`all`, `some` or `none` of a task's trials passed."""
    domain: str = ""
    kind: str = ""
    difficulty: str = ""
    actions: str = ""
    tool: str = ""
    failed: str = ""
    """A gate."""
    blame: str = ""
    text: str = ""

    @classmethod
    def of(cls, given: Mapping[str, str]) -> "Chosen":
        """Return the filters of a query string; what is none is left out."""
        return cls(**{name: given.get(name, "")[:200] for name in cls._fields})

    @property
    def query(self) -> str:
        """As a query string."""
        return urlencode({name: value for name, value in self._asdict().items() if value})

    @property
    def is_narrow(self) -> bool:
        """Whether anything is left out."""
        return any(self)

    def lines(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Yield the tasks that fit."""
        return (line for line in lines if self._fits(line))

    def marks(self, line: Line) -> list[Mark]:
        """Return those trials of a task that the filters are about: all, unless a gate or a blame is asked for."""
        return [mark for mark in line.marks if self._is_about(mark)]

    def _fits(self, line: Line) -> bool:
        one_of = {"all": line.share == 1, "none": line.share == 0, "some": 0 < (line.share or 0) < 1}
        return (
            one_of.get(self.verdict, True)
            and self.domain in ("", line.domain)
            and self.difficulty in ("", line.difficulty)
            and self.actions in ("", str(line.actions))
            and (not self.kind or self.kind in _prefixed(line.domain, line.kinds))
            and (not self.tool or self.tool in _prefixed(line.domain, line.tools))
            and (not (self.failed or self.blame) or any(map(self._is_about, line.marks)))
            and self.text.casefold() in f"{line.id} {line.text}".casefold()
        )

    def _is_about(self, mark: Mark) -> bool:
        return (not self.failed or self.failed in mark.failed) and self.blame in ("", mark.blame)


def _prefixed(domain: str, names: Iterable[str]) -> set[str]:
    return {f"{domain}: {name}" for name in names}


class Evaluation:
    """The directory of an evaluation, which may be at work."""

    def __init__(self, directory: Path, prices: Mapping[str, Price], prefix: str = "trial"):
        """Take a directory.

        Args:
            directory: The --out of an `evaluate`.
            prices: Of models, by their names in the configuration.
            prefix: What the names of its trials begin with.

        Raises:
            UserError: when there is none in it, or it is damaged or not ours.
        """
        self.directory = directory
        self.prefix = prefix
        self._prices = prices
        self._lock = threading.Lock()
        self._known: tuple[object, Summary] | None = None
        with TrialFile.read(directory):
            pass

    def summary(self) -> Summary:
        """Return what is known now.

        Raises:
            UserError: when it cannot be read any more.
        """
        with self._lock:
            stamps = self._stamps()
            if self._known is None or self._known[0] != stamps:
                self._known = stamps, self._read()
            return self._known[1]

    def task(self, number: int) -> tuple[AnyTask, list[Trajectory]] | None:
        """Return a task and its finished trials; None if there is no such task."""
        with TrialFile.read(self.directory) as file:
            task = file.task(number)
            return (task, file.of_task(number)) if task else None

    def name_of(self, trial: Trajectory) -> str:
        """Return what a trial's page is called."""
        return f"{self.prefix}-{trial.attempt}"

    def _stamps(self) -> object:
        names = (name + suffix for name in (TRIALS, COMPLETIONS) for suffix in ("", "-wal"))
        found = [self.directory / name for name in names]
        return tuple((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in found if file.exists())

    def _read(self) -> Summary:
        with TrialFile.read(self.directory) as file:
            marks: dict[int, list[Mark]] = {}
            for number, trial in file.held():
                marks.setdefault(number, []).append(self._mark(trial))
            lines = tuple(_line(number, task, marks.get(number, ())) for number, task in enumerate(file.tasks()))
            return Summary(result(file), lines, spent_on(self.directory, self._prices))

    def _mark(self, trial: Trajectory) -> Mark:
        passed = succeeded(trial, "strict")
        failed = tuple(verdict.check for verdict in trial.verdicts if verdict.passed is False)
        blame = "" if passed else blamed(trial)
        return Mark(self.name_of(trial), passed, succeeded(trial, "plain"), failed, blame)


def name_of(task: AnyTask) -> str:
    """Return what to call a task: a benchmark's own name for it, or the first signs of its hash."""
    return task.id[:10] if isinstance(task, Task) else task.id.removeprefix(f"{task.domain} {task.split} ")


def _line(number: int, task: AnyTask, marks: Sequence[Mark]) -> Line:
    text = task.blueprint.instruction if isinstance(task, Task) else task.instruction
    rest = (task.kinds, task.difficulty, task.tools, task.actions, text)
    return Line(number, task.id, name_of(task), task.domain, *rest, tuple(marks))
