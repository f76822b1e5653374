"""Real worlds and real conversations, made once."""

import asyncio

import pytest
from talks import BIKES, Accepted, small_desk

from apigen_mt.phases.item import Settings, Steering
from apigen_mt.pipeline import make_block
from apigen_mt.registry import load_world
from apigen_mt.world.domain import World


@pytest.fixture(scope="session")
def corpus() -> list[Accepted]:
    """About 40 accepted conversations of the bicycle hire desk and 40 of the shop."""
    found: list[Accepted] = []
    for name in (BIKES, "retail"):
        settings = Settings((name,), seed=1, size=60, block=42)
        world = load_world(name, settings.seed, settings.size)
        found += [
            Accepted(world, item.blueprint, item.accepted)
            for item in asyncio.run(make_block(settings, 0, Steering()))
            if item.blueprint is not None and item.accepted is not None
        ]
    return found


@pytest.fixture(scope="session")
def desk() -> World:
    """The bicycle hire desk with two riders (`talks.small_tables`)."""
    return small_desk()


@pytest.fixture(scope="session")
def shop() -> World:
    """The shop, with 60 customers."""
    return load_world("retail", 1, 60)
