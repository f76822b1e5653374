"""The whole story, top to bottom: context, blueprint, conversations, judgement.

A block of work items is a pure function of settings, block number and steering. Everything that a run adds (processes,
journal, resume, progress) happens around `make_block` and changes nothing about what it returns.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from functools import cache
from random import Random

import msgspec

from apigen_mt.models.completion import Model
from apigen_mt.phases.blueprints import Drafters, draft
from apigen_mt.phases.cast import cast
from apigen_mt.phases.composer_model import ModelComposer
from apigen_mt.phases.item import Item, Settings, Steering
from apigen_mt.phases.propose import ScriptedProposer
from apigen_mt.phases.proposer_model import ModelProposer
from apigen_mt.phases.reviewer_model import ModelReviewer
from apigen_mt.phases.revise import ScriptedReviser
from apigen_mt.phases.reviser_model import ModelReviser
from apigen_mt.phases.rewording import reword
from apigen_mt.phases.signature import covered, signature
from apigen_mt.phases.trajectories import simulate
from apigen_mt.registry import load_domain, load_world
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.world.graph import Graph, infer_graph

RECENT = 256
"""Signatures of accepted blueprints that a proposal has to differ from."""


Models = Callable[[int], Mapping[str, Model]]
"""Work item -> the models that play in it, by the names of `Players.seated`."""


def nobody(_: int) -> Mapping[str, Model]:
    """Leave all roles to the built-in engine."""
    return {}


async def make_block(settings: Settings, block: int, steering: Steering, models: Models = nobody) -> list[Item]:
    """Make the work items of one block: both phases."""
    return await _all(_make(settings, ordinal, steering, models) for ordinal in _ordinals(settings, block))


async def make_blueprints(settings: Settings, block: int, steering: Steering, models: Models = nobody) -> list[Item]:
    """Make the work items of one block: blueprints only."""
    return await _all(_draft(settings, ordinal, steering, models(ordinal)) for ordinal in _ordinals(settings, block))


async def make_conversations(
    settings: Settings, _: int, blueprints: Sequence[tuple[int, Blueprint]], models: Models = nobody
) -> list[Item]:
    """Hold the conversations about given blueprints, each with its ordinal."""
    sources = {load_domain(source).name: source for source in settings.domains}
    return await _all(
        _converse(settings, sources[blueprint.domain], Item(ordinal, blueprint.domain, blueprint), models(ordinal))
        for ordinal, blueprint in blueprints
    )


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


async def _make(settings: Settings, ordinal: int, steering: Steering, models: Models) -> Item:
    playing = models(ordinal)
    item = await _draft(settings, ordinal, steering, playing)
    return await _converse(settings, _source(settings, ordinal), item, playing)


async def _draft(settings: Settings, ordinal: int, steering: Steering, models: Mapping[str, Model]) -> Item:
    source = _source(settings, ordinal)
    world = load_world(source, settings.seed, settings.size)
    graph = _graph(source, settings.seed, settings.size)
    rng = Random(f"{settings.seed}:{ordinal}:draft")
    drafted = await draft(world, graph, steering, settings, rng, _drafters(settings, models))
    return Item(
        ordinal,
        world.domain.name,
        drafted.blueprint,
        rejected=drafted.rejected,
        signature=signature(drafted.blueprint) if drafted.blueprint else "",
        reviews=drafted.reviews,
        tried=drafted.tried if "proposer" in models else (),
    )


async def _converse(settings: Settings, source: str, item: Item, models: Mapping[str, Model]) -> Item:
    blueprint = item.blueprint
    if blueprint is None:
        return item
    world = load_world(source, settings.seed, settings.size)
    speakers = cast(
        models.get("user"),
        models.get("critic"),
        models.get("agent"),
        tastes=settings.population.tastes,
        candidates=settings.candidates,
        watched=settings.abort,
        rates=settings.rates,
        voices=settings.voices,
    )
    seed = f"{settings.seed}:{item.ordinal}"
    trajectories = await simulate(world, blueprint, settings.attempts, seed, speakers)
    if "wording" in models and trajectories[-1].accepted:
        reworded = await reword(world, blueprint, trajectories[-1], models["wording"], "wording")
        trajectories = (*trajectories[:-1], reworded.trajectory)
    item = msgspec.structs.replace(item, signature=signature(blueprint), trajectories=trajectories)
    if item.accepted is None:
        return item
    return msgspec.structs.replace(item, cells=tuple(covered(world.domain, blueprint, item.accepted)))


def _drafters(settings: Settings, models: Mapping[str, Model]) -> Drafters:
    """Return who plays phase 1. A candidate of a model's is revised by that model, or by nobody who knows less."""
    proposer = models.get("proposer")
    composer = models.get("composer")
    return Drafters(
        ModelProposer(proposer) if proposer else ScriptedProposer(settings.rates),
        ModelReviser(proposer, models.get("reviser")) if proposer else ScriptedReviser(),
        tuple(ModelReviewer(role, model) for role, model in models.items() if role.startswith("reviewer")),
        ModelComposer(composer) if composer else None,
    )


def _source(settings: Settings, ordinal: int) -> str:
    return settings.domains[ordinal % len(settings.domains)]


@cache
def _graph(domain: str, seed: int, size: int) -> Graph:
    return infer_graph(load_world(domain, seed, size))
