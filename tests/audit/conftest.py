"""Accepted conversations of all domains, made once."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from apigen_mt.audit.diversity import Sample
from apigen_mt.phases.item import Settings, Steering
from apigen_mt.pipeline import make_block, make_blueprints
from apigen_mt.registry import load_world
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.world.domain import World

BIKES = str(Path(__file__).parents[2] / "examples" / "bikes")
SEED, SIZE = 5, 60
SOURCES = {"bikes": BIKES, "retail": "retail", "airline": "airline", "banking": "banking"}


@pytest.fixture(scope="session")
def samples() -> list[Sample]:
    """About 120 conversations: ten of the example, the rest of the three built-in domains."""
    found: list[Sample] = []
    for name, count in (("bikes", 12), ("retail", 38), ("airline", 38), ("banking", 38)):
        settings = Settings((SOURCES[name],), seed=SEED, size=SIZE, block=count)
        found += [
            Sample(item.blueprint, item.accepted.messages)
            for item in asyncio.run(make_block(settings, 0, Steering()))
            if item.blueprint is not None and item.accepted is not None
        ]
    return found


@pytest.fixture(scope="session")
def blueprints() -> list[Blueprint]:
    """Verified ones of all domains, most of them composed: two actions in the wrong order matter in few of them."""
    found: list[Blueprint] = []
    for name, count in (("bikes", 10), ("retail", 40), ("airline", 70), ("banking", 40)):
        settings = Settings((SOURCES[name],), seed=SEED, size=SIZE, block=count, composed=0.9)
        found += [
            item.blueprint
            for item in asyncio.run(make_blueprints(settings, 0, Steering()))
            if item.blueprint is not None
        ]
    return found


@pytest.fixture(scope="session")
def world_of() -> Callable[[str], World]:
    """Domain name -> the world in which the samples were made."""
    return lambda name: load_world(SOURCES[name], SEED, SIZE)
