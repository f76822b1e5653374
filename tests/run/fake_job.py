"""A job that costs little and depends on all that it may depend on: settings, ordinal and steering.

As a program it is a run with that job, to be killed or starved by a test:
`python fake_job.py DIRECTORY WORKERS WANTED NAME_OF_MAKE [LARGEST_FILE]`.
"""

import asyncio
import os
import resource
import signal
import sys
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from apigen_mt.errors import ToolBug, UserError
from apigen_mt.phases.item import Item, Rejected, Settings, Steering
from apigen_mt.run.directory import hold
from apigen_mt.run.journal import Journal, Yields
from apigen_mt.run.origin import Origin
from apigen_mt.run.schedule import Job, run
from apigen_mt.run.workers import Method, workers
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import Message
from apigen_mt.values.persona import Persona, Style
from apigen_mt.values.trajectory import StopReason, Trajectory
from apigen_mt.values.verdict import Verdict

SETTINGS = Settings(("shop", "bank"), seed=7, block=4, lag=3)
ORIGIN = Origin("generate", SETTINGS, {"shop": "a1", "bank": "b2"})
PASSED = (Verdict("state", True),)
FAILED = (Verdict("state", True), Verdict("consent", False, "nobody said yes", "agent"))


def blueprint(instruction: str, domain: str = "shop") -> Blueprint:
    return Blueprint(domain, "c1", Persona("p", "a baker", Style()), {}, (), instruction, (), ())


def item(settings: Settings, ordinal: int, steering: Steering, words: int = 20) -> Item:
    """About half are accepted at once or at the second attempt; some of these repeat an earlier one."""
    domain = settings.domains[ordinal % len(settings.domains)]
    known = sha256(repr((sorted(steering.cells.items()), steering.recent)).encode()).hexdigest()
    rng = Random(f"{settings.seed}:{ordinal}:{known}")
    asked = blueprint(" ".join(str(rng.random()) for _ in range(words)), domain)
    rejected = (Rejected(asked, "committee", FAILED),) if rng.random() < 0.3 else ()
    fate = rng.random()
    if fate < 0.2:
        return Item(ordinal, domain, rejected=rejected)
    failed = Trajectory(asked.id, 0, (Message("user", "hm"),), StopReason.USER_GAVE_UP, "d", FAILED)
    if fate < 0.4:
        return Item(ordinal, domain, asked, (failed,), rejected, (), asked.id)
    said = (Message("user", "please"), Message("assistant", f"done {rng.random()}"))
    passed = Trajectory(asked.id, 1, said, StopReason.USER_DONE, "d", PASSED)
    attempts = (failed, passed) if fate < 0.6 else (passed,)
    signature = str(rng.randrange(4)) if rng.random() < 0.1 else asked.id
    return Item(ordinal, domain, asked, attempts, rejected, (f"tool:{rng.randrange(50)}",), signature)


async def make(settings: Settings, block: int, steering: Steering) -> list[Item]:
    first = block * settings.block
    return [item(settings, ordinal, steering) for ordinal in range(first, first + settings.block)]


async def make_slowly(settings: Settings, block: int, steering: Steering) -> list[Item]:
    time.sleep(0.01)
    return await make(settings, block, steering)


async def make_one_thing(settings: Settings, block: int, steering: Steering) -> list[Item]:
    return [
        Item(one.ordinal, one.domain, one.blueprint, one.trajectories, signature="the same")
        for one in await make(settings, block, steering)
    ]


async def make_until_bug(settings: Settings, block: int, steering: Steering) -> list[Item]:
    if block == 5:
        raise ToolBug("tool 'cancel_order' raised KeyError('total')")
    return await make(settings, block, steering)


async def make_until_killed(settings: Settings, block: int, steering: Steering) -> list[Item]:
    if block == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return await make(settings, block, steering)


async def make_until_stopped(settings: Settings, block: int, steering: Steering) -> list[Item]:
    """Press Ctrl-C on the process that keeps the journal, whichever process this is."""
    if block == 5:
        os.kill(int(os.environ["KEEPER"]), signal.SIGINT)
        await asyncio.sleep(20)
    return await make(settings, block, steering)


async def make_given(settings: Settings, block: int, given: Any) -> list[Item]:
    return [item(settings, ordinal, Steering()) for ordinal in given]


def fold(steering: Steering, items: Sequence[Item]) -> Steering:
    cells = dict(steering.cells)
    for one in items:
        for cell in one.cells:
            cells[cell] = cells.get(cell, 0) + 1
    return Steering(cells, (*steering.recent, *(one.signature for one in items))[-16:])


JOB = Job(make, "trajectory", fold)


def ignore(_: Yields) -> None:
    pass


def carry_out(
    directory: Path,
    wanted: int,
    job: Job = JOB,
    count: int = 1,
    origin: Origin = ORIGIN,
    method: Method | None = None,
) -> Yields:
    with (
        workers(count, method) as pool,
        hold(directory),
        Journal.resume(directory, origin, wanted) as journal,
    ):
        return run(journal, pool, job, ignore)


def contents(directory: Path) -> tuple[list[bytes], list[bytes]]:
    with Journal.read(directory) as journal:
        return list(journal.admitted()), list(journal.rejected())


if __name__ == "__main__":
    place, count_text, wanted_text, make_name, *limit = sys.argv[1:]
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit[0]), int(limit[0])))
    os.environ["KEEPER"] = str(os.getpid())
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    try:
        carry_out(Path(place), int(wanted_text), Job(globals()[make_name], "trajectory", fold), int(count_text))
    except UserError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
