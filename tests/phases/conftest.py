"""Real worlds and real conversations, made once."""

import pytest
from talks import BIKES, Accepted, accepted_of, small_desk

from apigen_mt.registry import load_world
from apigen_mt.world.domain import World


@pytest.fixture(scope="session")
def corpus() -> list[Accepted]:
    """About 40 accepted conversations of the bicycle hire desk and 40 of the shop."""
    return [case for name in (BIKES, "retail") for case in accepted_of(name, seed=1, size=60, block=42)]


@pytest.fixture(scope="session")
def desk() -> World:
    """The bicycle hire desk with two riders (`talks.small_tables`)."""
    return small_desk()


@pytest.fixture(scope="session")
def shop() -> World:
    """The shop, with 60 customers."""
    return load_world("retail", 1, 60)
