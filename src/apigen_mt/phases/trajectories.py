"""Phase 2: conversations about a verified blueprint, until one is accepted (APIGen-MT §3.2.2, §4.2)."""

from apigen_mt.phases.cast import Cast
from apigen_mt.phases.conversation import converse
from apigen_mt.phases.verify import inspect
from apigen_mt.phases.watch import Watch
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.trajectory import Trajectory
from apigen_mt.world.domain import World


async def simulate(
    world: World, blueprint: Blueprint, attempts: int, seed: str, cast: Cast = Cast()
) -> tuple[Trajectory, ...]:
    """Converse up to `attempts` times and stop at the first accepted trajectory; all attempts are returned."""
    made: list[Trajectory] = []
    for attempt in range(attempts):
        made.append(await attempt_once(world, blueprint, attempt, f"{seed}:{attempt}", cast))
        if made[-1].accepted:
            break
    return tuple(made)


async def attempt_once(world: World, blueprint: Blueprint, attempt: int, seed: str, cast: Cast = Cast()) -> Trajectory:
    """Hold one conversation and judge it.

    Raises:
        OutOfBudget: when the run may spend no more.
        EndpointDown: when an endpoint answers nobody.
    """
    environment = world.environment()
    place = f"attempt{attempt}"
    user = cast.user(world, blueprint, seed, place)
    agent = cast.agent(world, environment, seed, place)
    observer = Watch(world, blueprint) if cast.watched else None
    messages, stop, notes = await converse(environment, user, agent, cast.limits, observer)
    verdicts, digest = inspect(world, blueprint, messages, stop)
    return Trajectory(blueprint.id, attempt, messages, stop, digest, verdicts, notes)
