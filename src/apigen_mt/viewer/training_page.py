"""A training in the browser: its curves, also while it goes on."""

from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean, median
from typing import Any, NamedTuple

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from apigen_mt.training.curves import NAME, Point, read_curves
from apigen_mt.viewer.series import series
from apigen_mt.viewer.shell import Shell, Words

MODEL = "model"
"""Folder that is there once a training has come to its end."""
LATEST = 20
"""Steps over which the loss is told."""


class Curve(NamedTuple):
    """One thing that is measured at every step."""

    name: str
    of: Callable[[Point], float]
    said: Callable[[float], str]


CURVES = (
    Curve("Loss of learned tokens", lambda point: point.loss, lambda value: f"{value:.3g}"),
    Curve("Learning rate", lambda point: point.learning_rate, lambda value: f"{value:.2g}"),
    Curve("Gradient norm, before it is clipped", lambda point: point.gradient_norm, lambda value: f"{value:.3g}"),
    Curve("Tokens a second", lambda point: point.tokens_per_second, lambda value: f"{value:,.0f}"),
    Curve("Memory, GB", lambda point: point.memory, lambda value: f"{value:,.3g}"),
)


class TrainingSite(Shell):
    """The page of one training."""

    def __init__(self, directory: Path):
        """Take the directory that `train` writes to."""
        self.directory = directory
        super().__init__(directory, {"overview": ("/", "Training")}, Words("Step", "done", "failed"), reviewed=False)

    @property
    def routes(self) -> Sequence[Route]:
        """What answers which address."""
        return (Route("/", self.curves),)

    def curves(self, request: Request) -> Response:
        """Return all curves."""
        return self.page("training.html", at="overview", **self.glance())

    def glance(self) -> dict[str, Any]:
        """Return what the page shows."""
        points = read_curves(self.directory)
        return {"points": points, "loss": _loss(points), "pace": _pace(points), "charts": _charts(points)}

    def now(self) -> dict[str, str]:
        """Return how far it is."""
        file = self.directory / NAME
        size = file.stat().st_size if file.is_file() else 0
        done = (self.directory / MODEL).is_dir()
        count = len(read_curves(self.directory))
        text = f"{'complete' if done else 'training'} · {count:,} steps"
        return {"mark": f"{size} {done}", "state": "complete" if done else "running", "text": text}

    def report(self) -> str:
        """Return the page as HTML that loads nothing."""
        return self.render("report.html", body="_training.html", style=Markup(self.style()), **self.glance())

    def warm(self, wait: Callable[[], None]) -> None:
        """Nothing takes long here."""


def _loss(points: Sequence[Point]) -> float | None:
    return fmean(point.loss for point in points[-LATEST:]) if points else None


def _pace(points: Sequence[Point]) -> float | None:
    return median(point.tokens_per_second for point in points) if points else None


def _charts(points: Sequence[Point]) -> dict[str, Markup]:
    def at(value: float) -> str:
        return f"{value:,.0f} tokens"

    return {
        curve.name: series([(point.tokens, curve.of(point)) for point in points], curve.name, curve.said, at)
        for curve in CURVES
    }
