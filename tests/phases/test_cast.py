"""Whole conversations with models in the roles: accepted, or ended with a reason that is a type."""

import asyncio
import json
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import settings as budget
from hypothesis import strategies as st
from puppets import Answer, Answers, Clerk, Customer, Stage, calls, says
from talks import MATILDA, Accepted, cancel, small_desk, task

from apigen_mt.errors import UserError
from apigen_mt.models.completion import Completion, EndpointDown, Model, NoAnswer, OutOfBudget, RawCall
from apigen_mt.phases.agent_model import ModelAgent, desk_of
from apigen_mt.phases.cast import Cast, cast
from apigen_mt.phases.conversation import Limits
from apigen_mt.phases.item import Settings, Steering
from apigen_mt.phases.trajectories import attempt_once, simulate
from apigen_mt.phases.user_model import STOP, ModelUser
from apigen_mt.phases.verify import verify
from apigen_mt.pipeline import make_block, make_blueprints
from apigen_mt.registry import load_world
from apigen_mt.values.trajectory import StopReason, Trajectory
from apigen_mt.world.domain import World

HELLO = "hi, could you cancel the Cargo Mule?"


def held(world: World, played: Cast) -> Trajectory:
    """A conversation about cancelling the Cargo Mule."""
    return asyncio.run(attempt_once(world, task(world, MATILDA, cancel()), 0, "seed", played))


def puppets(critic: Model | None, asked: list[str]) -> Cast:
    """A cast of models that speak the built-in speakers' lines; the user's places are noted."""
    stage = Stage()

    def user(world: World, blueprint: object, seed: str, place: str) -> ModelUser:
        customer = Customer(world, blueprint, seed, stage)  # type: ignore[arg-type]
        return ModelUser(customer, critic, world, blueprint, place, 2)  # type: ignore[arg-type]

    def agent(world: World, environment: object, seed: str, place: str) -> ModelAgent:
        asked.append(place)
        return ModelAgent(Clerk(world, environment, seed, stage), desk_of(world.domain), place)  # type: ignore[arg-type]

    return Cast(user, agent, watched=True)


@pytest.mark.parametrize("name", ["retail", "airline", "banking"])
def test_models_that_speak_as_the_built_in_players_do_are_accepted(name: str) -> None:
    """Through prompts, guards, function calls and the watch, the very same conversations come about."""
    settings = Settings((name,), seed=9, size=60, block=12)
    world = load_world(name, settings.seed, settings.size)
    done = whole = 0
    for item in asyncio.run(make_blueprints(settings, 0, Steering())):
        if item.blueprint is None:
            continue
        whole += 1
        made = asyncio.run(simulate(world, item.blueprint, 1, "s", puppets(None, [])))
        built_in = asyncio.run(simulate(world, item.blueprint, 1, "s"))
        bare = [msgspec.structs.replace(message, acts=()) for message in built_in[0].messages]
        done += made[0].accepted and list(made[0].messages) == bare
    assert whole >= 10
    assert done >= 0.9 * whole


def test_each_attempt_has_its_place(desk: World) -> None:
    places: list[str] = []
    never = puppets(None, places)._replace(limits=Limits(turns=1))
    made = asyncio.run(simulate(desk, task(desk, MATILDA, cancel()), 3, "s", never))
    assert places == ["attempt0", "attempt1", "attempt2"]
    assert [one.attempt for one in made] == [0, 1, 2] and not any(one.accepted for one in made)


def test_default_cast_is_the_built_in_one(corpus: list[Accepted]) -> None:
    """Nothing about it has changed: the pipeline's conversations come out byte for byte."""
    settings = Settings(("retail",), seed=1, size=60, block=4)
    world = load_world("retail", 1, 60)
    for item in asyncio.run(make_block(settings, 0, Steering())):
        if item.blueprint is not None:
            again = asyncio.run(simulate(world, item.blueprint, settings.attempts, f"{settings.seed}:{item.ordinal}"))
            assert msgspec.json.encode(again) == msgspec.json.encode(item.trajectories)


def test_model_user_needs_a_model_agent() -> None:
    with pytest.raises(UserError, match="give the agent a model too"):
        cast(says("hi"), None, None)


def test_model_agent_may_talk_to_the_built_in_user(desk: World) -> None:
    """It hears words alone; an agent that never helps is left."""
    trajectory = held(desk, cast(None, None, says("Lovely weather."), watched=False))
    assert trajectory.stop == StopReason.USER_GAVE_UP


ENDS: dict[str, tuple[Callable[[], Model], Callable[[], Model], StopReason, str]] = {
    "user of no use": (lambda: says("B-4711"), lambda: says("Hello"), StopReason.USER_FAILED, "user"),
    "agent of no use": (lambda: says(HELLO), lambda: says(""), StopReason.AGENT_FAILED, "agent"),
    "user unanswered": (lambda: says(NoAnswer("x")), lambda: says("Hello"), StopReason.NO_ANSWER, "environment"),
    "agent unanswered": (lambda: says(HELLO), lambda: says(NoAnswer("x")), StopReason.NO_ANSWER, "environment"),
}


@pytest.mark.parametrize(("user", "agent", "stop", "blame"), ENDS.values(), ids=list(ENDS))
def test_player_that_fails_ends_the_conversation_with_a_reason(
    desk: World, user: Callable[[], Model], agent: Callable[[], Model], stop: StopReason, blame: str
) -> None:
    trajectory = held(desk, cast(user(), None, agent()))
    assert trajectory.stop == stop and not trajectory.accepted
    assert trajectory.notes
    assert {verdict.blame for verdict in trajectory.verdicts} == {blame}
    again = verify(desk, task(desk, MATILDA, cancel()), trajectory.messages, stop)
    assert again == trajectory.verdicts


@pytest.mark.parametrize("kind", [OutOfBudget, EndpointDown])
def test_end_of_the_run_passes_through(desk: World, kind: type[Exception]) -> None:
    for played in (cast(says(kind("over")), None, says("Hi")), cast(None, None, says(kind("over")))):
        with pytest.raises(kind):
            held(desk, played)


def _counting(*answers: Answer) -> Answers:
    """A model that never says the same thing twice."""
    numbers = iter(range(10_000))
    return Answers(lambda _: answers[0] if answers else f"{'lorem ' * (next(numbers) % 50)} cancel the Cargo Mule")


@pytest.mark.parametrize(
    ("limits", "agent", "stop"),
    [
        (Limits(turns=3), "Hm.", StopReason.TOO_MANY_TURNS),
        (Limits(steps=4), calls(("show_hire", {"hire": "B-1073"})), StopReason.TOO_MANY_STEPS),
        (Limits(calls=2), calls(("show_hire", {"hire": "B-1073"})), StopReason.TOO_MANY_CALLS),
        (Limits(characters=900), "Hm. " * 100, StopReason.TOO_LONG),
    ],
)
def test_limits_end_a_conversation(desk: World, limits: Limits, agent: Answer, stop: StopReason) -> None:
    trajectory = held(desk, cast(_counting(), None, _counting(agent), limits=limits, watched=False))
    assert trajectory.stop == stop and not trajectory.accepted
    assert next(v for v in trajectory.verdicts if v.check == "ending").reason.startswith(
        f"the conversation ended by {stop}"
    )


def test_watch_stops_a_model_that_leaks(desk: World) -> None:
    agent = says(f"You are {MATILDA}.")
    trajectory = held(desk, cast(says(HELLO), None, agent))
    assert trajectory.stop == StopReason.UNREACHABLE and len(agent.asked) == 1


# ---- whatever models answer -----------------------------------------------------------------------------------------

TOOLS = ("find_rider", "list_hires", "show_hire", "extend_hire", "cancel_hire", "hand_over", "no_such_tool", "")
ARGUMENTS = st.one_of(
    st.sampled_from(
        ('{"email": "matilda@inkwell.example"}', '{"hire": "B-1073"}', '{"rider": "rdr_4219e5"}', "[]", "{", "")
    ),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=5,
    ).map(lambda value: json.dumps({"hire": value, "days": value})),
    st.text(),
)
TEXTS = st.one_of(
    st.sampled_from((HELLO, "yes, please", "It's B-1073. Shall I go ahead?", f"Bye! {STOP}", STOP, "<think>", "")),
    st.text(),
)
COMPLETIONS = st.builds(
    Completion,
    TEXTS,
    st.lists(st.builds(RawCall, st.text(max_size=3), st.sampled_from(TOOLS) | st.text(), ARGUMENTS), max_size=3).map(
        tuple
    ),
    st.sampled_from(("stop", "tool_calls", "length", "content_filter", "")),
)


@budget(max_examples=150)
@given(st.lists(COMPLETIONS, min_size=1), st.lists(COMPLETIONS, min_size=1), st.booleans())
def test_whatever_models_answer_a_conversation_ends_with_verdicts(
    user: list[Completion], agent: list[Completion], watched: bool
) -> None:
    """It is rejected, can be written down and read back, and is judged alike from that."""
    place = small_desk()
    limits = Limits(turns=4, steps=4)
    played = cast(says(*user), says("{}"), says(*agent), candidates=2, limits=limits, watched=watched)
    trajectory = held(place, played)
    assert not trajectory.accepted
    again = msgspec.json.decode(msgspec.json.encode(trajectory), type=Trajectory)
    assert verify(place, task(place, MATILDA, cancel()), again.messages, again.stop) == trajectory.verdicts
