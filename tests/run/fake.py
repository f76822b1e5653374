"""A job that costs little and depends on everything it may depend on: seed, ordinal and steering."""

import os
import signal
import time
from collections.abc import Sequence
from hashlib import sha256
from random import Random
from typing import Any

from apigen_mt.errors import ToolBug
from apigen_mt.phases.item import Item, Rejected, Settings, Steering
from apigen_mt.run.origin import Origin
from apigen_mt.run.schedule import Job
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


def make(settings: Settings, block: int, steering: Steering) -> list[Item]:
    """About two in three items are accepted, and one in eight of these repeats another."""
    first = block * settings.block
    return [item(settings, ordinal, steering) for ordinal in range(first, first + settings.block)]


def item(settings: Settings, ordinal: int, steering: Steering, words: int = 20) -> Item:
    domain = settings.domains[ordinal % len(settings.domains)]
    seen = sha256(repr((sorted(steering.cells.items()), steering.recent)).encode()).hexdigest()
    rng = Random(f"{settings.seed}:{ordinal}:{seen}")
    asked = blueprint(" ".join(str(rng.random()) for _ in range(words)), domain)
    rejected = (Rejected(asked, "committee", FAILED),) if rng.random() < 0.3 else ()
    if rng.random() < 0.2:
        return Item(ordinal, domain, rejected=rejected)
    fate = rng.random()
    failed = Trajectory(asked.id, 0, (Message("user", "hm"),), StopReason.USER_GAVE_UP, "d", FAILED)
    if fate < 0.2:
        return Item(ordinal, domain, asked, (failed,), rejected, (), asked.id)
    said = (Message("user", "please"), Message("assistant", "done " + str(rng.random())))
    passed = Trajectory(asked.id, 0, said, StopReason.USER_DONE, "d", PASSED)
    tries = (failed, passed) if fate < 0.4 else (passed,)
    signature = str(rng.randrange(4)) if rng.random() < 0.1 else asked.id
    return Item(ordinal, domain, asked, tries, rejected, (f"tool:{rng.randrange(50)}",), signature)


def fold(steering: Steering, items: Sequence[Item]) -> Steering:
    cells = dict(steering.cells)
    for one in items:
        for cell in one.cells:
            cells[cell] = cells.get(cell, 0) + 1
    return Steering(cells, (*steering.recent, *(one.signature for one in items))[-16:])


def make_slowly(settings: Settings, block: int, steering: Steering) -> list[Item]:
    time.sleep(0.004)
    return make(settings, block, steering)


def make_one_kind(settings: Settings, block: int, steering: Steering) -> list[Item]:
    items = make(settings, block, steering)
    return [Item(one.ordinal, one.domain, one.blueprint, one.trajectories, signature="same") for one in items]


def make_until_bug(settings: Settings, block: int, steering: Steering) -> list[Item]:
    if block == 5:
        raise ToolBug("tool 'cancel_order' raised KeyError('total')")
    return make(settings, block, steering)


def make_until_killed(settings: Settings, block: int, steering: Steering) -> list[Item]:
    if block == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return make(settings, block, steering)


def make_conversations(settings: Settings, block: int, given: Any) -> list[Item]:
    return [item(settings, ordinal, Steering()) for ordinal in given]


JOB = Job(make, "trajectory", fold)
