"""How far a run is: a bar on a terminal, plain lines elsewhere, nothing when asked to be quiet; on stderr."""

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import timedelta
from typing import NamedTuple

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from apigen_mt.run.journal import Yields
from apigen_mt.run.schedule import Watch

EVERY = 5.0
"""Seconds between plain lines, at least; a long run says less and less often."""
REFRESH = 0.1
"""Seconds between drawings of the bar."""


class Sight(NamedTuple):
    """What there is to show at one moment."""

    done: int
    wanted: int
    rate: float
    """Accepted a second, since this process began."""
    stages: str

    @property
    def speed(self) -> str:
        """The rate in a unit that shows something."""
        return f"{self.rate:,.0f}/s" if self.rate >= 1 else f"{60 * self.rate:,.1f}/min"

    @property
    def ahead(self) -> str:
        """The time to go, as h:mm:ss; a dash while nobody can tell."""
        left = self.wanted - self.done
        return str(timedelta(seconds=round(left / self.rate))) if self.rate and left > 0 else "-"


@contextmanager
def progress(wanted: int, what: str, aside: Callable[[], str] = str, *, quiet: bool = False) -> Generator[Watch]:
    """Give what to call with the yields of a run that may come to `wanted` accepted ones; `aside` is said with them."""
    console = Console(stderr=True, highlight=False)
    if quiet:
        yield _ignore
    elif console.is_terminal:
        with _bar(console) as bar:
            task = bar.add_task(what, total=wanted, sight=Sight(0, wanted, 0.0, ""))

            def draw(sight: Sight) -> None:
                bar.update(task, completed=sight.done, sight=sight)
                bar.refresh()

            yield _paced(wanted, lambda _: REFRESH, aside, draw)
    else:

        def write(sight: Sight) -> None:
            done = f"{sight.done:,}/{sight.wanted:,} {what}, {sight.speed}, {sight.ahead} to go"
            console.print(f"{done} ({sight.stages})", soft_wrap=True, markup=False)

        yield _paced(wanted, lambda elapsed: max(EVERY, elapsed / 10), aside, write)


def describe(yields: Yields) -> str:
    """Say how many got how far, stage by stage."""
    stages = [f"{yields.candidates:,} candidates", f"{yields.blueprints:,} blueprints"]
    if yields.conversations:
        stages.append(f"{yields.conversations:,} conversations")
    return " → ".join([*stages, f"{yields.admitted:,} accepted"])


def _ignore(_: Yields) -> None:
    pass


def _paced(
    wanted: int, pause: Callable[[float], float], aside: Callable[[], str], show: Callable[[Sight], None]
) -> Watch:
    begun = time.monotonic()
    shown = begun
    before: int | None = None

    def watch(yields: Yields) -> None:
        nonlocal shown, before
        if before is None:
            before = yields.admitted
        now = time.monotonic()
        if now >= shown + pause(now - begun):
            shown = now
            rate = (yields.admitted - before) / (now - begun)
            show(Sight(min(yields.admitted, wanted), wanted, rate, describe(yields) + aside()))

    return watch


def _bar(console: Console) -> Progress:
    # Drawn by the run itself: a thread for drawing would be there when processes are forked.
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[sight].done:,}/{task.fields[sight].wanted:,}"),
        TextColumn("{task.fields[sight].speed}, {task.fields[sight].ahead} to go"),
        TextColumn("[dim]{task.fields[sight].stages}"),
        console=console,
        auto_refresh=False,
        transient=True,
    )
