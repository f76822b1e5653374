"""The pages of an evaluation: figures, tasks, every trial's conversation, and beside it another agent on the same tasks."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from apigen_mt.evaluation.file import TrialFile
from apigen_mt.evaluation.paired import Comparison
from apigen_mt.evaluation.peer_tasks import AnyTask
from apigen_mt.evaluation.peer_trials import THEIRS
from apigen_mt.evaluation.result import REWARDS, Group, Versus, succeeded, versus
from apigen_mt.evaluation.tasks import Task
from apigen_mt.models.endpoint import Price
from apigen_mt.models.log import COMPLETIONS, CompletionLog, Cost
from apigen_mt.run.directory import is_held
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import Trajectory
from apigen_mt.viewer.compare import conversations_apart
from apigen_mt.viewer.costs import by_message, by_role, total
from apigen_mt.viewer.pages import steps_of
from apigen_mt.viewer.shell import Shell, Words
from apigen_mt.viewer.shown import count
from apigen_mt.viewer.sources import Place
from apigen_mt.viewer.things import Thing
from apigen_mt.viewer.trials import Chosen, Evaluation, Line, Summary, name_of
from apigen_mt.viewer.worlds import Missing, Worlds

PAGE = 50
"""Tasks on a page."""
MATRIX = 2_000
"""Tasks of which the first page shows a square each."""
MENU = {"overview": ("/", "Results"), "items": ("/items", "Tasks")}
GROUPS = {
    "domain": "Domain",
    "difficulty": "Difficulty",
    "actions": "Calls of the ground truth",
    "kind": "Goal kind",
    "tool": "Tool of the ground truth",
}
"""By what tasks are grouped, those with few groups first, and what that is called."""
FEW = ("domain", "difficulty", "actions")


class Side(NamedTuple):
    """One of two agents on a group of tasks."""

    name: str
    groups: tuple[Group | None, Group | None]


class Both(NamedTuple):
    """A task that two agents have tried."""

    first: Line
    second: Line

    @property
    def gap(self) -> float:
        """How much more often the first one passed."""
        return (self.first.share or 0) - (self.second.share or 0)


class TrialSite(Shell):
    """The pages of one evaluation, or of two."""

    def __init__(self, directory: Path, worlds: Worlds, prices: Mapping[str, Price] = {}, beside: Path | None = None):
        """Take the directories of what is shown.

        Raises:
            UserError: when one of them holds no evaluation.
        """
        self.directory = directory
        self.first = Evaluation(directory, prices)
        self.second = Evaluation(beside, prices, "other-trial") if beside else None
        self.worlds = worlds
        self.prices = prices
        menu = MENU | ({"compare": ("/compare", "Comparison")} if beside else {})
        super().__init__(directory, menu, Words("Task", "passed", "failed"), reviewed=False)

    @property
    def routes(self) -> Sequence[Route]:
        """What answers which address."""
        return (
            Route("/", self.results),
            Route("/items", self.tasks),
            Route("/compare", self.comparison),
            Route("/items/{ordinal:int}", self.task),
            Route("/items/{ordinal:int}/json", self.task_json),
            Route("/items/{ordinal:int}/compare", self.side_by_side),
            Route("/items/{ordinal:int}/{name:str}", self.trial),
        )

    # ---- pages ------------------------------------------------------------------------------------------------------

    def results(self, request: Request) -> Response:
        """Return the evaluation at one glance."""
        return self.page("evaluation.html", at="overview", **self.glance(), linked=True)

    def glance(self) -> dict[str, Any]:
        """Return what the first page shows."""
        return {"s": self.first.summary(), "rewards": REWARDS, "groups": GROUPS, "few": FEW, "most": MATRIX}

    def report(self) -> str:
        """Return the results, and the comparison if there is one, as HTML that loads nothing."""
        shown = {"linked": False, "style": Markup(self.style()), "both": None, **self.glance()}
        if self.second:
            shown |= self._compared(self.second)
        return self.render("report.html", body="_evaluation_report.html", **shown)

    def tasks(self, request: Request) -> Response:
        """Return the list of tasks."""
        summary, chosen = self.first.summary(), Chosen.of(request.query_params)
        found = list(chosen.lines(summary.lines))
        pages = max(1, -(-len(found) // PAGE))
        given = request.query_params.get("page", "1")
        number = min(max(int(given[:9]) if given.isdecimal() else 1, 1), pages)
        by = summary.result.by
        return self.page(
            "tasks.html",
            at="items",
            filters=chosen,
            lines=found[(number - 1) * PAGE : number * PAGE],
            total=len(found),
            pages=pages,
            number=number,
            options={name: {one: group.tasks for one, group in by[name].items()} for name in GROUPS},
            gates=summary.result.gates,
            told_plain="all of their reward" if THEIRS in summary.result.gates else "state and outputs right",
            blame=summary.result.blame,
        )

    def comparison(self, request: Request) -> Response:
        """Return both agents side by side, on the tasks that both have finished."""
        if self.second is None:
            raise HTTPException(404, "There is one evaluation here: name two directories to compare them.")
        return self.page("comparison.html", at="compare", **self._compared(self.second), linked=True)

    def task(self, request: Request) -> Response:
        """Lead to the first trial of a task that failed, or to its first."""
        number = request.path_params["ordinal"]
        lines = self.first.summary().lines
        marks = lines[number].marks if number < len(lines) else ()
        if not marks:
            raise HTTPException(404, f"Task {number} has no finished trial.")
        mark = next((mark for mark in marks if not mark.passed), marks[0])
        return RedirectResponse(f"/items/{number}/{mark.name}")

    def trial(self, request: Request) -> Response:
        """Return one trial's conversation."""
        task, things = self._things(request)
        thing = next((one for one in things if one.name == request.path_params["name"]), None)
        if thing is None or thing.trajectory is None:
            raise HTTPException(404, f"Task {things[0].ordinal} has no {request.path_params['name']!r}.")
        chosen = Chosen.of(request.query_params)
        before, after = self._neighbours(chosen, thing)
        world = self._world(task)
        steps, why = steps_of(thing, world)
        spent = self._spent(thing)
        return self.page(
            "trial.html",
            at="items",
            task=task,
            name=name_of(task),
            plain=succeeded(thing.trajectory, "plain"),
            agents=self._agents(),
            thing=thing,
            things=things,
            steps=steps,
            why=why,
            policy={} if isinstance(world, Missing) else world.domain.policy.clauses,
            rounds=(),
            ballots=(),
            review=None,
            costs=by_role(spent, self.prices),
            turns=by_message(spent, self.prices, thing.trajectory.attempt, thing.trajectory.messages),
            total=total,
            is_run=True,
            filters=chosen,
            before=before,
            after=after,
        )

    def side_by_side(self, request: Request) -> Response:
        """Return two trials of a task beside each other."""
        _, made = self._things(request)
        things = {one.name: one for one in made}
        names = [request.query_params.get(side, "") for side in ("left", "right")]
        if not all(name in things for name in names):
            if len(things) < 2:
                raise HTTPException(404, "There are no two trials of this task.")
            # Where two agents have tried the task, a trial of each.
            names = [made[0].name, next((one.name for one in made if not self._is_first(one)), made[1].name)]
        left, right = (things[name] for name in names)
        rows = list(conversations_apart(_messages(left), _messages(right)))
        return self.page("compare.html", at="items", left=left, right=right, rows=rows, things=made)

    def task_json(self, request: Request) -> Response:
        """Return all that there is of a task and its trials."""
        task, things = self._things(request)
        text = msgspec.json.encode({"task": task, "trials": {one.name: one.trajectory for one in things}})
        name = f"task-{things[0].ordinal}.json"
        return Response(
            text, media_type="application/json", headers={"content-disposition": f'attachment; filename="{name}"'}
        )

    def now(self) -> dict[str, str]:
        """Return how far the evaluation has come."""
        summary = self.first.summary()
        whole = summary.trials >= summary.wanted
        state = "complete" if whole else "running" if is_held(self.directory) else "stopped"
        told = f"{count(summary.trials)} of {count(summary.wanted)} trials"
        return {"mark": f"{summary.trials}.{state}", "state": state, "text": f"{state} · {told}"}

    def warm(self, wait: Callable[[], None]) -> None:
        """Read the evaluation, and make the world of its first task."""
        self.first.summary()
        if found := self.first.task(0):
            self._world(found[0])

    # ---- parts of pages ---------------------------------------------------------------------------------------------

    def _things(self, request: Request) -> tuple[AnyTask, list[Thing]]:
        """Return a task with the trials of it: those of the other agent come last."""
        number: int = request.path_params["ordinal"]
        found = self.first.task(number)
        if found is None:
            raise HTTPException(404, f"There is no task {number}.")
        task, trials = found
        things = [_thing(number, self.first.name_of(trial), task, trial) for trial in trials]
        if self.second and (other := self._number_there(self.second, task)) is not None:
            _, others = self.second.task(other) or (task, [])
            things += [_thing(number, self.second.name_of(trial), task, trial) for trial in others]
        if not things:
            raise HTTPException(404, f"Task {number} has no finished trial.")
        return task, things

    def _is_first(self, thing: Thing) -> bool:
        return thing.name.startswith(f"{self.first.prefix}-")

    def _number_there(self, second: Evaluation, task: AnyTask) -> int | None:
        return next((line.number for line in second.summary().lines if line.id == task.id), None)

    def _agents(self) -> dict[str, str]:
        """Return what the names of trials begin with -> whose they are."""
        sides = [self.first, *([self.second] if self.second else [])]
        return {side.prefix: side.summary().result.agent for side in sides}

    def _neighbours(self, chosen: Chosen, thing: Thing) -> tuple[str | None, str | None]:
        lines = chosen.lines(self.first.summary().lines)
        places = list(
            chain.from_iterable([f"{line.number}/{mark.name}" for mark in chosen.marks(line)] for line in lines)
        )
        here = f"{thing.ordinal}/{thing.name}"
        if here not in places:
            return None, None
        at = places.index(here)
        return (places[at - 1] if at else None), (places[at + 1] if at + 1 < len(places) else None)

    def _world(self, task: AnyTask) -> Any:
        if not isinstance(task, Task):
            return Missing(f"the world of {task.domain} is the benchmark's own code, which is not run here")
        place = task.place
        return self.worlds.find(Place(task.domain, place.seed, place.size, (place.digest,)))

    def _spent(self, thing: Thing) -> list[Cost]:
        """Return what the requests of one trial came to."""
        first = self._is_first(thing)
        side = self.first if first or self.second is None else self.second
        number = thing.ordinal
        if not first and self.second and (found := self.first.task(number)):
            number = self._number_there(self.second, found[0]) or 0
        if thing.trajectory is None or not (side.directory / COMPLETIONS).is_file():
            return []
        with CompletionLog.read(side.directory) as log:
            return [
                cost for cost in log.costs_of(number) if cost.place.startswith(f"attempt{thing.trajectory.attempt}/")
            ]

    def _compared(self, second: Evaluation) -> dict[str, Any]:
        with TrialFile.read(self.first.directory) as one, TrialFile.read(second.directory) as other:
            found = versus(one, other)
        first, there = self.first.summary(), second.summary()
        lines = {line.id: line for line in there.lines}
        both = [Both(line, lines[line.id]) for line in first.lines if line.id in lines]
        return {
            "v": found,
            "tests": _tests(found),
            "first": first,
            "second": there,
            "both": sorted((one for one in both if one.gap), key=lambda one: -abs(one.gap)),
            "same": sum(not one.gap for one in both),
            "groups": GROUPS,
            "few": FEW,
            "sides": {name: list(_sides(name, first, there)) for name in GROUPS},
        }


def _tests(found: Versus) -> dict[str, Comparison]:
    return {reward: getattr(found, reward) for reward in REWARDS}


def _sides(name: str, first: Summary, second: Summary) -> Iterator[Side]:
    one, other = first.result.by[name], second.result.by[name]
    for group in dict.fromkeys([*one, *other]):
        yield Side(group, (one.get(group), other.get(group)))


def _thing(number: int, name: str, task: AnyTask, trial: Trajectory) -> Thing:
    blueprint = task.blueprint if isinstance(task, Task) else None
    passed = succeeded(trial, "strict")
    return Thing(number, name, task.domain, blueprint, trial, passed, "conversation", trial.verdicts)


def _messages(thing: Thing) -> Sequence[Message]:
    return thing.trajectory.messages if thing.trajectory else ()
