"""The proposer with a model: what it is shown, how its answer is read, and what is said of one that is of no use."""

import asyncio
import re
from collections.abc import Callable
from functools import cache
from random import Random
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from talks import BIKES, DISCOUNT, MATILDA, PLAIN, ask_due, cancel, extend, find_wish
from voices import Voice, in_turn

from apigen_mt.language.population import preset
from apigen_mt.language.surface import normalise
from apigen_mt.phases.answer import OutputAnswer, TaskAnswer, WishAnswer, answer_of, written
from apigen_mt.phases.checks import check
from apigen_mt.phases.committee import deliberate
from apigen_mt.phases.context import Aim, Context, sample_context
from apigen_mt.phases.conversion import convert
from apigen_mt.phases.instruction import write_instruction
from apigen_mt.phases.item import Steering
from apigen_mt.phases.material import gather
from apigen_mt.phases.propose import assemble, propose, suit
from apigen_mt.phases.proposer_model import ModelProposer, opening
from apigen_mt.phases.roles import Candidate, Unusable
from apigen_mt.registry import load_world
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.verdict import accepted
from apigen_mt.world.domain import World
from apigen_mt.world.graph import Graph, infer_graph

replace = msgspec.structs.replace
DOMAINS = ("retail", "airline", "banking", BIKES)


class Task(NamedTuple):
    """A context and a task for it that nobody objects to."""

    world: World
    context: Context
    blueprint: Blueprint


@cache
def place(name: str) -> tuple[World, Graph]:
    """A world with 60 customers, and its graph."""
    world = load_world(name, 1, 60)
    return world, infer_graph(world)


@cache
def verified(name: str, seed: int) -> Task | None:
    """A verified blueprint of the scripted proposer; it knows the facts that a model is told."""
    world, graph = place(name)
    rng = Random(seed)
    wishes = rng.choice((1, 2, 3, 4))
    context = suit(world, sample_context(world, graph, Steering(), preset("mixed"), wishes, rng), rng)
    found, material = propose(world, context, rng), gather(world, context)
    if found is None or material is None:
        return None
    found = replace(found, facts=material.facts, wrong_facts=material.wrong_facts)
    found = replace(found, instruction=write_instruction(world.domain, found))
    verdicts = check(world, found)
    if accepted(verdicts):
        verdicts += asyncio.run(deliberate(world, found, context)).verdicts
    return Task(world, context, found) if accepted(verdicts) and not names_day_of_another_year(world, found) else None


def names_day_of_another_year(world: World, blueprint: Blueprint) -> bool:
    """Whether a thing is told by a date that another one has in another year: said without its year, it is both.

    The scripted proposer compares whole dates and says such words now and then; answers are held to what words state.
    """
    environment = world.environment()
    wishes = [wish for goal in blueprint.goals for wish in (goal, goal.fallback) if wish is not None]
    for goal in wishes:
        for slot in world.domain.kinds[goal.kind].slots:
            entity = world.domain.entities.get(slot.entity)
            features = {} if entity is None or slot.many else goal.said[slot.name].features
            for field, value in features.items():
                if entity is None or entity.kinds[field] != "date":
                    continue
                records = entity.records(environment.call(entity.finder(blueprint.account, goal.slots)).value)
                dates = {str(record[field]) for record in records if record.get(field)}
                if any(date != value and date[5:] == str(value)[5:] for date in dates):
                    return True
    return False


def proposed(task: Task, voice: Voice) -> Candidate:
    """What comes of a model's answers."""
    return asyncio.run(ModelProposer(voice).propose(task.world, task.context, Random(0), "context0/round0"))


# ---- what a right answer becomes ------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(name=st.sampled_from(DOMAINS), seed=st.integers(0, 400))
def test_right_answer_becomes_a_blueprint_that_nobody_objects_to(name: str, seed: int) -> None:
    """Whatever the scripted proposer can say, a model can say: nothing is lost on the way through its answer."""
    task = verified(name, seed)
    if task is None:
        return
    voice = in_turn(answer_of(task.world, task.blueprint))
    found = proposed(task, voice)
    assert isinstance(found, Blueprint), found
    assert len(voice.asked) == 1, "no repair was needed"
    assert (found.actions, found.outputs, found.instruction) == (
        task.blueprint.actions, task.blueprint.outputs, task.blueprint.instruction
    )  # fmt: skip
    verdicts = check(task.world, found) + asyncio.run(deliberate(task.world, found, task.context)).verdicts
    assert accepted(verdicts), verdicts


@settings(max_examples=30)
@given(name=st.sampled_from(DOMAINS), seed=st.integers(0, 400))
def test_details_that_only_execution_knows_may_be_left_open_but_not_answers(name: str, seed: int) -> None:
    task = verified(name, seed)
    if task is None:
        return
    answer = answer_of(task.world, task.blueprint)
    material = gather(task.world, task.context)
    assert material is not None
    opened = replace(answer, outputs=[replace(one, value=None) for one in answer.outputs])
    found, problem = convert(task.world, task.context, material, opened)
    asked = any(
        goal.outcome == "answered" and task.world.domain.kinds[goal.kind].tells for goal in task.blueprint.goals
    )
    if asked:
        assert found is None and "the answer" in problem
    else:
        assert found is not None and found.outputs == task.blueprint.outputs


# ---- what is shown --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", DOMAINS)
def test_system_part_is_the_same_for_every_item_of_a_domain(name: str) -> None:
    """Servers keep what they have read of a prompt as long as it is the same, byte for byte."""
    world, graph = place(name)
    systems: set[str] = set()
    for seed in range(12):
        rng = Random(seed)
        context = suit(world, sample_context(world, graph, Steering(), preset("mixed"), 3, rng), rng)
        material = gather(world, context)
        if material is not None:
            system, user = opening(world, context, material)
            systems.add(system["content"])
            assert context.persona.about in user["content"]
    assert len(systems) == 1
    system = systems.pop()
    assert world.domain.policy.text in system
    assert all(f"### {kind} (" in system for kind in world.domain.kinds)


def test_everything_that_the_goals_need_is_shown() -> None:
    """Whatever value a verified task uses stands in the prompt, so a model need not invent one."""
    shown = 0
    for seed in range(40):
        task = verified("retail", seed)
        material = None if task is None else gather(task.world, task.context)
        if task is None or material is None:
            continue
        user = opening(task.world, task.context, material)[1]["content"]
        for goal in task.blueprint.goals:
            for slot in task.world.domain.kinds[goal.kind].slots:
                if slot.entity in ("order", "voucher"):
                    assert f'- "{goal.slots[slot.name]}": ' in user
                    shown += 1
    assert shown > 20


def test_prompt_for_a_context_is_always_the_same() -> None:
    """A revision continues the chat of the proposal, from the same facts and rows."""
    task = next(task for seed in range(20) if (task := verified("retail", seed)))
    first, second = gather(task.world, task.context), gather(task.world, task.context)
    assert first is not None and second is not None
    assert opening(task.world, task.context, first) == opening(task.world, task.context, second)


def test_examples_are_verified_tasks_of_other_customers() -> None:
    found = 0
    for seed in range(20):
        task = verified("retail", seed)
        material = None if task is None else gather(task.world, task.context)
        if task is None or material is None:
            continue
        names = [str(value.value) for key, value in material.facts.items() if key == "name"]
        for example in material.examples:
            answer = msgspec.json.decode(example, type=TaskAnswer)
            assert {goal.kind for goal in answer.goals} <= set(task.world.domain.kinds)
            assert not any(name in answer.instruction for name in names)
            found += 1
    assert found > 5


def test_examples_leave_open_what_the_system_makes_up_and_nothing_else() -> None:
    """A model is told to; it follows an example rather than a rule."""
    left: list[bool] = []
    for seed in range(150):
        task = verified("retail", seed)
        if task is None:
            continue
        shown = msgspec.json.decode(written(task.world, task.blueprint))
        for one in shown["outputs"]:
            if "detail" in one:
                assert (one["value"] is None) == (one["detail"] == "ticket")
                left.append(one["value"] is None)
    assert True in left and False in left


def test_nobody_is_asked_about_a_customer_whose_rows_serve_no_aim(shop: World) -> None:
    """A call that cannot lead anywhere is not paid for."""
    state = shop.environment().state
    account = next(a for a in shop.accounts if not state.where("vouchers", "customer", a))
    context = Context(account, PLAIN, (Aim("ask_voucher_terms"),), frozenset())
    voice = in_turn("{}")
    assert asyncio.run(ModelProposer(voice).propose(shop, context, Random(0), "p")) is None
    assert voice.asked == []


# ---- what is wrong with an answer -----------------------------------------------------------------------------------

CONTEXT = Context(MATILDA, PLAIN, (Aim("extend"), Aim("cancel"), Aim("ask_due")), frozenset())


@pytest.fixture
def right(desk: World) -> TaskAnswer:
    """A right answer: two changes, of which the second comes later, and a question."""
    material = gather(desk, CONTEXT)
    assert material is not None
    goals = (extend(), ask_due("B-1075"), replace(cancel(), opens="later"))
    answer = answer_of(desk, assemble(desk, MATILDA, PLAIN, material.facts, material.wrong_facts, goals))
    assert convert(desk, CONTEXT, material, answer)[0] is not None
    return answer


def slot_changed(answer: TaskAnswer, goal: int, slot: int, **changes: object) -> TaskAnswer:
    """The answer with another slot."""
    goals = list(answer.goals)
    slots = list(goals[goal].slots)
    slots[slot] = replace(slots[slot], **changes)
    goals[goal] = replace(goals[goal], slots=slots)
    return replace(answer, goals=goals)


def said_anew(answer: TaskAnswer, old: str, new: str) -> TaskAnswer:
    """The answer with other words in its instruction."""
    assert old in answer.instruction
    return replace(answer, instruction=answer.instruction.replace(old, new))


def added(answer: TaskAnswer, text: str) -> TaskAnswer:
    """The answer with another sentence in its instruction."""
    return replace(answer, instruction=f"{answer.instruction} {text}")


def goal_changed(answer: TaskAnswer, goal: int, **changes: object) -> TaskAnswer:
    """The answer with another goal."""
    goals = list(answer.goals)
    goals[goal] = replace(goals[goal], **changes)
    return replace(answer, goals=goals)


UNREADABLE: dict[str, tuple[Callable[[TaskAnswer], TaskAnswer], str]] = {
    "no goals": (lambda a: replace(a, goals=[]), "there are no goals"),
    "unknown kind": (lambda a: goal_changed(a, 0, kind="buy"), "goals[0]: there is no goal kind 'buy'; they are extend"),
    "missing slot": (
        lambda a: goal_changed(a, 0, slots=a.goals[0].slots[:1]),
        "goals[0]: extend has the slots ['hire', 'days'], each once, and not ['hire']",
    ),
    "unknown thing": (
        lambda a: slot_changed(a, 0, 0, value="B-9999"),
        "goals[0], slot hire: there is no hire 'B-9999' to choose; there are 'B-1073', 'B-1074'",
    ),
    "another customer's thing": (
        lambda a: slot_changed(a, 0, 0, value="B-1043"),
        "goals[0], slot hire: there is no hire 'B-1043' to choose",
    ),
    "words for another thing": (
        lambda a: slot_changed(a, 0, 0, value="B-1073"),
        "the words 'the Towpath' say Towpath, which is not true of 'B-1073'",
    ),
    "words for no thing": (
        lambda a: slot_changed(a, 0, 0, words="my bicycle"),
        "the words 'my bicycle' state nothing that tells it apart; what may be said of 'B-1074': hire B-1074, model Towpath",
    ),
    "date of no year": (
        lambda a: slot_changed(a, 0, 0, words="the one from 30 February"),
        "the words 'the one from 30 February' say 2/30, which is not true of 'B-1074'",
    ),
    "untrue date": (
        lambda a: slot_changed(a, 0, 0, words="the Towpath from May 14"),
        "the words 'the Towpath from May 14' say 5/14, which is not true of 'B-1074'",
    ),
    "value in another shape": (
        lambda a: slot_changed(a, 0, 1, value="two"),
        "goals[0], slot days: the value has to look like",
    ),
    "words for another value": (
        lambda a: slot_changed(a, 0, 1, value=3),
        "goals[0], slot days: the words 'two' do not state 3",
    ),
    "words not in the instruction": (
        lambda a: said_anew(a, "the Towpath", "the old bicycle"),
        "slot hire: the instruction does not contain the words 'the Towpath' as they are",
    ),
    "fact not in the instruction": (
        lambda a: said_anew(a, "matilda@inkwell.example", "known"),
        "the instruction does not say the customer's email matilda@inkwell.example",
    ),
    "tool named": (lambda a: added(a, "Have them call extend_hire."), "the instruction names extend_hire"),
    "internal id": (lambda a: added(a, "You are rdr_4219e5."), "the instruction has the internal id rdr_4219e5"),
    "another customer": (
        lambda a: added(a, "You know Xenia Delacourt."),
        "the instruction names Xenia Delacourt, who is another customer",
    ),
    "amount from nowhere": (lambda a: added(a, "You paid $47.13."), "has the amount 47.13, which stands neither"),
    "date from nowhere": (lambda a: added(a, "You leave on 3 July 2026."), "has the date 2026-7-3, which stands neither"),
    "code from nowhere": (lambda a: added(a, "See B-5555."), "has the code b5555, which stands neither"),
    "a read as action": (
        lambda a: replace(a, actions=[replace(a.actions[0], name="show_hire"), *a.actions[1:]]),
        "actions[0]: 'show_hire' is no write tool of the domain",
    ),
    "argument missing": (
        lambda a: replace(a, actions=[replace(a.actions[0], arguments={}), *a.actions[1:]]),
        'actions[0] (extend_hire): arguments: "hire" is a required property',
    ),
    "output of no goal": (
        lambda a: replace(a, outputs=[*a.outputs, OutputAnswer(7, "due", "2026-05-18")]),
        "outputs: there is no goal 7",
    ),
    "same wish twice": (
        lambda a: replace(a, goals=[a.goals[0], *a.goals]),
        "goals[1] wants the same for the same thing as an earlier goal",
    ),
    "fallback to the same": (
        lambda a: goal_changed(a, 0, fallback=WishAnswer(a.goals[0].kind, a.goals[0].slots)),
        "goals[0].fallback: it wants just what the goal itself wants",
    ),
    "everything withdrawn": (
        lambda a: replace(a, goals=[replace(a.goals[0], withdrawn=True)], actions=[], outputs=[]),
        "every goal is withdrawn",
    ),
    "withdrawal of a question": (
        lambda a: goal_changed(a, 1, withdrawn=True),
        "goals[1]: ask_due asks for no confirmation, so it has neither change nor withdrawn",
    ),
}  # fmt: skip


def asked_at_the_desk(desk: World, voice: Voice) -> Candidate:
    """What the bicycle desk's proposer makes of a model's answers."""
    return asyncio.run(ModelProposer(voice).propose(desk, CONTEXT, Random(0), "context0/round0"))


@pytest.mark.parametrize(("wrong", "reason"), UNREADABLE.values(), ids=UNREADABLE)
def test_unusable_answer_is_told_why_and_may_be_repaired_once(
    desk: World, right: TaskAnswer, wrong: Callable[[TaskAnswer], TaskAnswer], reason: str
) -> None:
    voice = in_turn(wrong(right), right)
    assert isinstance(asked_at_the_desk(desk, voice), Blueprint)
    assert [request.place for request in voice.asked] == ["context0/round0", "context0/round0/repair"]
    assert reason in voice.asked[1].messages[-1]["content"]


@pytest.mark.parametrize(("wrong", "reason"), UNREADABLE.values(), ids=UNREADABLE)
def test_answer_that_stays_unusable_is_no_candidate(
    desk: World, right: TaskAnswer, wrong: Callable[[TaskAnswer], TaskAnswer], reason: str
) -> None:
    voice = in_turn(wrong(right))
    found = asked_at_the_desk(desk, voice)
    assert isinstance(found, Unusable) and reason in found.reason
    assert msgspec.json.decode(found.answer, type=TaskAnswer) == wrong(right), "a revision starts from it"
    assert len(voice.asked) == 2


@pytest.mark.parametrize("text", ["", "Sorry, I cannot do that.", '{"thought": "cut o', '{"goals": []}', "[1, 2]"])
def test_text_that_is_no_answer_is_no_candidate(desk: World, text: str) -> None:
    found = asked_at_the_desk(desk, Voice(lambda _: text))
    assert isinstance(found, Unusable) and found.answer == ""


WRONG_CLAIMS: dict[str, tuple[Callable[[TaskAnswer], TaskAnswer], str]] = {
    "action on another thing": (
        lambda a: replace(a, actions=[replace(a.actions[0], arguments={"hire": "B-1076", "days": 2}), a.actions[1]]),
        'actions[0] (extend_hire) has hire "B-1076" where execution gives "B-1074"',
    ),
    "action left out": (lambda a: replace(a, actions=a.actions[:1]), "actions[1] is missing"),
    "wrong answer": (
        lambda a: replace(a, outputs=[replace(one, value="2026-05-25") if one.goal == 1 else one for one in a.outputs]),
        "the output due of goal 1 is 2026-05-24 by execution, and 2026-05-25 in the candidate",
    ),
    "unknown detail": (
        lambda a: replace(a, outputs=[*a.outputs, OutputAnswer(1, "price", 12.5)]),
        "the output 12.5 of goal 1 is one too many",
    ),
}


@pytest.mark.parametrize(("wrong", "reason"), WRONG_CLAIMS.values(), ids=WRONG_CLAIMS)
def test_what_the_model_claims_is_held_against_execution(
    desk: World, right: TaskAnswer, wrong: Callable[[TaskAnswer], TaskAnswer], reason: str
) -> None:
    found = asked_at_the_desk(desk, in_turn(wrong(right)))
    assert isinstance(found, Blueprint)
    verdict = check(desk, found)[-1]
    assert (verdict.check, verdict.passed) == ("execution", False)
    assert reason in verdict.reason


def test_numbers_may_be_written_as_json_happens_to(desk: World, right: TaskAnswer) -> None:
    """2.0 days are 2 days."""
    actions = [replace(right.actions[0], arguments={"hire": "B-1074", "days": 2.0}), right.actions[1]]
    answer = replace(slot_changed(right, 0, 1, value=2.0), actions=actions)
    found = asked_at_the_desk(desk, in_turn(answer))
    assert isinstance(found, Blueprint) and accepted(check(desk, found))


def test_fallback_may_itself_be_forbidden(desk: World) -> None:
    """Then both reasons are told, under the number of the one goal."""
    material = gather(desk, CONTEXT)
    assert material is not None
    goal = replace(DISCOUNT, fallback=cancel("B-1074"))
    answer = answer_of(desk, assemble(desk, MATILDA, PLAIN, material.facts, material.wrong_facts, (goal,)))
    assert [(one.goal, bool(one.clauses)) for one in answer.outputs] == [(0, True), (0, True)]
    found, problem = convert(desk, CONTEXT, material, answer)
    assert found is not None and accepted(check(desk, found)), problem


def test_one_of_several_clauses_is_reason_enough_but_a_wrong_one_is_not(shop: World) -> None:
    account, goal = find_wish(shop, "drop_line", lambda _, broken: len(broken) > 1)
    context = Context(account, PLAIN, (Aim("drop_line"),), frozenset())
    material = gather(shop, context)
    assert material is not None
    blueprint = assemble(shop, account, PLAIN, material.facts, material.wrong_facts, (goal,))
    clauses = blueprint.goals[0].clauses
    answer = answer_of(shop, blueprint)
    for number in clauses:
        found, problem = convert(shop, context, material, replace(answer, outputs=[OutputAnswer(0, clauses=[number])]))
        assert found is not None and found.outputs == blueprint.outputs, problem
    for named in ([], ["9.9"], [*clauses, "9.9"]):
        found, _ = convert(shop, context, material, replace(answer, outputs=[OutputAnswer(0, clauses=named)]))
        assert found is not None and not accepted(check(shop, found))


@settings(max_examples=25)
@given(name=st.sampled_from(DOMAINS), seed=st.integers(0, 200))
def test_nothing_internal_reaches_the_user(name: str, seed: int) -> None:
    """Whatever becomes a candidate has an instruction free of tool names and internal ids."""
    task = verified(name, seed)
    if task is None:
        return
    found = proposed(task, in_turn(answer_of(task.world, task.blueprint)))
    assert isinstance(found, Blueprint)
    text = normalise(found.instruction)
    assert not any(tool in text for tool in task.world.domain.tools)
    assert not re.search(task.world.domain.internal, found.instruction)


def test_goals_may_be_listed_in_any_order(desk: World, right: TaskAnswer) -> None:
    """What comes later is put later, and outputs follow their goals."""
    shuffled = replace(
        right,
        goals=[right.goals[2], *right.goals[:2]],
        outputs=[replace(one, goal=(one.goal + 1) % 3) for one in right.outputs],
    )
    assert asked_at_the_desk(desk, in_turn(shuffled)) == asked_at_the_desk(desk, in_turn(right))
