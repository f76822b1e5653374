"""The curves of a training, one JSON line a step, as they are drawn: `curves.jsonl` in its directory."""

from pathlib import Path

import msgspec

NAME = "curves.jsonl"


class Point(msgspec.Struct, frozen=True):
    """One step."""

    step: int
    epoch: float
    """Share of all that is read, times the epochs."""
    loss: float
    """Mean over the step's learned tokens."""
    learning_rate: float
    gradient_norm: float
    tokens: int
    """Read so far, over all cards."""
    learned: int
    """Of these, learned."""
    tokens_per_second: float
    memory: float
    """GB, the most that this process has held so far: of its card, else of the host."""
    seconds: float
    """Since this process began to train."""


def read_curves(directory: Path) -> list[Point]:
    """Return the points so far; a line that is being written is not one yet."""
    file = directory / NAME
    points: list[Point] = []
    for line in file.read_bytes().splitlines() if file.is_file() else ():
        try:
            points.append(msgspec.json.decode(line, type=Point))
        except msgspec.DecodeError:
            break
    return points


def rewind(directory: Path, step: int) -> None:
    """Forget the points behind a step: training goes on from there, and writes them again."""
    kept = [point for point in read_curves(directory) if point.step <= step]
    (directory / NAME).write_bytes(b"".join(msgspec.json.encode(point) + b"\n" for point in kept))


def add(directory: Path, point: Point) -> None:
    """Add a point."""
    with (directory / NAME).open("ab") as file:
        file.write(msgspec.json.encode(point) + b"\n")
