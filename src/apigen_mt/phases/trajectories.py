"""Phase 2: conversations about a verified blueprint, until one is accepted (APIGen-MT §3.2.2, §4.2)."""

from random import Random

from apigen_mt.phases.agent import ScriptedAgent
from apigen_mt.phases.conversation import converse
from apigen_mt.phases.user import AgendaUser
from apigen_mt.phases.verify import inspect
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.trajectory import Trajectory
from apigen_mt.world.domain import World


async def simulate(world: World, blueprint: Blueprint, attempts: int, seed: str) -> tuple[Trajectory, ...]:
    """Converse up to `attempts` times and stop at the first accepted trajectory; all attempts are returned."""
    made: list[Trajectory] = []
    for attempt in range(attempts):
        made.append(await attempt_once(world, blueprint, attempt, f"{seed}:{attempt}"))
        if made[-1].accepted:
            break
    return tuple(made)


async def attempt_once(world: World, blueprint: Blueprint, attempt: int, seed: str) -> Trajectory:
    """Hold one conversation and judge it."""
    environment = world.environment()
    user = AgendaUser(world.domain, blueprint, Random(f"{seed}:user"))
    agent = ScriptedAgent(world.domain, environment, Random(f"{seed}:agent"))
    messages, stop = await converse(environment, user, agent)
    verdicts, digest = inspect(world, blueprint, messages, stop)
    return Trajectory(blueprint.id, attempt, messages, stop, digest, verdicts)
