"""The whole story, top to bottom: context, blueprint, conversations, judgement.

A block of work items is a pure function of settings, block number and steering. Everything that a run adds (processes,
journal, resume, progress) happens around `make_block` and changes nothing about what it returns.
"""

import asyncio
from collections.abc import Awaitable, Iterable, Sequence
from functools import cache
from random import Random

import msgspec

from apigen_mt.phases.blueprints import draft
from apigen_mt.phases.item import Item, Settings, Steering
from apigen_mt.phases.signature import covered, signature
from apigen_mt.phases.trajectories import simulate
from apigen_mt.registry import load_domain, load_world
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.world.domain import World
from apigen_mt.world.graph import Graph, infer_graph

RECENT = 256
"""Signatures of accepted blueprints that a proposal has to differ from."""


async def make_block(settings: Settings, block: int, steering: Steering) -> list[Item]:
    """Make the work items of one block: both phases."""
    return await _all(_make(settings, ordinal, steering, conversations=True) for ordinal in _ordinals(settings, block))


async def make_blueprints(settings: Settings, block: int, steering: Steering) -> list[Item]:
    """Make the work items of one block: blueprints only."""
    return await _all(_make(settings, ordinal, steering, conversations=False) for ordinal in _ordinals(settings, block))


async def make_conversations(settings: Settings, _: int, blueprints: Sequence[tuple[int, Blueprint]]) -> list[Item]:
    """Hold the conversations about given blueprints, each with its ordinal."""
    return await _all(_converse(settings, ordinal, blueprint) for ordinal, blueprint in blueprints)


def fold(steering: Steering, items: Sequence[Item]) -> Steering:
    """Return what later blocks know once these items have been admitted."""
    cells = dict(steering.cells)
    for item in items:
        for cell in item.cells:
            cells[cell] = cells.get(cell, 0) + 1
    recent = (*steering.recent, *(item.signature for item in items if item.signature))
    return Steering(cells, recent[-RECENT:])


async def _all(making: Iterable[Awaitable[Item]]) -> list[Item]:
    """Return all items; if one cannot be made, the others are made first, for what they ask is paid for."""
    made = await asyncio.gather(*making, return_exceptions=True)
    return [_or_raise(item) for item in made]


def _or_raise(item: Item | BaseException) -> Item:
    if isinstance(item, BaseException):
        raise item
    return item


def _ordinals(settings: Settings, block: int) -> range:
    return range(block * settings.block, (block + 1) * settings.block)


async def _make(settings: Settings, ordinal: int, steering: Steering, *, conversations: bool) -> Item:
    seed = f"{settings.seed}:{ordinal}"
    world, graph = _place(settings, settings.domains[ordinal % len(settings.domains)])
    drafted = await draft(world, graph, steering, settings, Random(f"{seed}:draft"))
    item = Item(ordinal, world.domain.name, drafted.blueprint, rejected=drafted.rejected)
    return await _finish(world, item, settings, seed) if conversations else _signed(item)


async def _converse(settings: Settings, ordinal: int, blueprint: Blueprint) -> Item:
    sources = {load_domain(source).name: source for source in settings.domains}
    world = load_world(sources[blueprint.domain], settings.seed, settings.size)
    return await _finish(world, Item(ordinal, blueprint.domain, blueprint), settings, f"{settings.seed}:{ordinal}")


async def _finish(world: World, item: Item, settings: Settings, seed: str) -> Item:
    blueprint = item.blueprint
    if blueprint is None:
        return item
    trajectories = await simulate(world, blueprint, settings.attempts, seed)
    item = msgspec.structs.replace(_signed(item), trajectories=trajectories)
    if item.accepted is None:
        return item
    return msgspec.structs.replace(item, cells=tuple(covered(world.domain, blueprint, item.accepted)))


def _signed(item: Item) -> Item:
    return item if item.blueprint is None else msgspec.structs.replace(item, signature=signature(item.blueprint))


def _place(settings: Settings, domain: str) -> tuple[World, Graph]:
    world = load_world(domain, settings.seed, settings.size)
    return world, _graph(domain, settings.seed, settings.size)


@cache
def _graph(domain: str, seed: int, size: int) -> Graph:
    return infer_graph(load_world(domain, seed, size))
