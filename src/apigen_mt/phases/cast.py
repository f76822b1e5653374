"""Who plays phase 2: makers of the two speakers, the built-in ones by default."""

from collections.abc import Callable, Mapping
from functools import partial
from random import Random
from typing import NamedTuple

from apigen_mt.errors import UserError
from apigen_mt.language.behaviours import RATES
from apigen_mt.language.population import Taste, preset
from apigen_mt.models.completion import Model
from apigen_mt.phases.agent import ScriptedAgent
from apigen_mt.phases.agent_model import ModelAgent, desk_of
from apigen_mt.phases.conversation import Agent, Limits, User
from apigen_mt.phases.lively import LivelyUser
from apigen_mt.phases.user import AgendaUser
from apigen_mt.phases.user_model import CANDIDATES, ModelUser
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.world.domain import World
from apigen_mt.world.environment import Environment

UserMaker = Callable[[World, Blueprint, str, str], User]
"""(world, blueprint, seed of this conversation, its place in the work item) -> who plays the user."""
AgentMaker = Callable[[World, Environment, str, str], Agent]
"""(world, the conversation's environment, seed of this conversation, its place in the work item) -> who plays the agent."""


def scripted_user(
    world: World,
    blueprint: Blueprint,
    seed: str,
    place: str,
    rates: Mapping[str, float] = RATES,
    tastes: Mapping[str, Taste] | None = None,
) -> AgendaUser:
    """Return the built-in user, who does what people do at these rates; `tastes` are those of the presets unless given."""
    ease, rng = blueprint.persona.style.ease, Random(f"{seed}:user")
    taste = (preset("people").tastes if tastes is None else tastes).get(ease.taste) if ease else None
    return LivelyUser(world.domain, blueprint, rng, rates, Random(f"{seed}:habits"), taste)


def scripted_agent(world: World, environment: Environment, seed: str, place: str, voices: int = 0) -> Agent:
    """Return the built-in agent, in a voice of its own or in one of so many."""
    voice = f"voice{1 + Random(seed).randrange(voices)}" if voices else seed
    return ScriptedAgent(world.domain, environment, Random(f"{voice}:agent"))


class Cast(NamedTuple):
    """Who plays, and within which limits."""

    user: UserMaker = scripted_user
    agent: AgentMaker = scripted_agent
    limits: Limits = Limits()
    watched: bool = False
    """Whether a conversation is stopped as soon as acceptance is out of reach. What is accepted is the same either way."""


def cast(
    user: Model | None,
    critic: Model | None,
    agent: Model | None,
    *,
    tastes: Mapping[str, Taste] | None = None,
    candidates: int = CANDIDATES,
    limits: Limits = Limits(),
    watched: bool = True,
    rates: Mapping[str, float] = RATES,
    voices: int = 0,
) -> Cast:
    """Return a cast in which models play the roles that they are given for, and the built-in engine the others.

    Raises:
        UserError: when a model is to talk to the built-in agent.
    """
    if user is not None and agent is None:
        raise UserError(
            "the built-in agent cannot follow a user that a language model plays: it goes by what the built-in user notes "
            "beside its words; give the agent a model too, or leave the user to the built-in engine"
        )
    makers = Cast(
        partial(scripted_user, rates=rates, tastes=tastes),
        partial(scripted_agent, voices=voices),
        limits,
        watched=watched and agent is not None,
    )
    if user is not None:
        makers = makers._replace(
            user=lambda world, blueprint, seed, place: ModelUser(user, critic, world, blueprint, place, candidates)
        )
    if agent is not None:
        makers = makers._replace(
            agent=lambda world, environment, seed, place: ModelAgent(agent, desk_of(world.domain), place)
        )
    return makers
