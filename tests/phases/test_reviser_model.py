"""The reviser with a model: what becomes feedback, and how the proposer is asked again."""

import asyncio
from collections.abc import Sequence
from random import Random

import msgspec
import pytest
from talks import MATILDA, PLAIN, cancel, extend
from voices import Voice, in_turn

from apigen_mt.models.completion import Malformed
from apigen_mt.phases.answer import TaskAnswer, answer_of, written
from apigen_mt.phases.checks import check
from apigen_mt.phases.context import Aim, Context
from apigen_mt.phases.material import gather
from apigen_mt.phases.propose import assemble
from apigen_mt.phases.proposer_model import opening
from apigen_mt.phases.reviser_model import ModelReviser
from apigen_mt.phases.roles import Candidate, Unusable
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.review import Review, Vote
from apigen_mt.values.verdict import Verdict, accepted
from apigen_mt.world.domain import World

replace = msgspec.structs.replace
CONTEXT = Context(MATILDA, PLAIN, (Aim("extend"), Aim("cancel")), frozenset())
REVIEW = Review(
    "reviewer 1", (Vote("creativity", False, "dull", certain=False),), "Two plain wishes.", "Add a change of mind."
)
DULL = (Verdict("creativity", False, "dull", "blueprint"), Verdict("overall", True))


@pytest.fixture
def good(desk: World) -> Blueprint:
    """A right candidate, with what its customer knows."""
    material = gather(desk, CONTEXT)
    assert material is not None
    return assemble(desk, MATILDA, PLAIN, material.facts, material.wrong_facts, (extend(), cancel()))


def revised(
    desk: World,
    reviser: ModelReviser,
    candidate: Blueprint | Unusable,
    verdicts: Sequence[Verdict],
    reviews: Sequence[Review] = (),
) -> Candidate:
    """What the reviser makes of a candidate."""
    return asyncio.run(reviser.revise(desk, CONTEXT, candidate, verdicts, reviews, Random(0), "context0/round1"))


def test_failed_check_is_fed_back_as_it_is(desk: World, good: Blueprint) -> None:
    """Its reason is exact; nobody is paid to summarise it. The proposer sees its own answer before it."""
    wrong = replace(good, actions=good.actions[:1])
    verdicts = check(desk, wrong)
    proposer, summariser = in_turn(answer_of(desk, good)), in_turn("{}")
    found = revised(desk, ModelReviser(proposer, summariser), wrong, verdicts)
    assert isinstance(found, Blueprint) and accepted(check(desk, found))
    assert summariser.asked == []
    (request,) = proposer.asked
    material = gather(desk, CONTEXT)
    assert material is not None
    assert request.messages[:2] == opening(desk, CONTEXT, material), "the prefix of the proposal's chat"
    assert (
        msgspec.json.decode(request.messages[2]["content"], type=TaskAnswer).actions == answer_of(desk, wrong).actions
    )
    assert "actions[1] is missing" in request.messages[3]["content"]
    assert request.place == "context0/round1"


def test_reviews_are_summarised_by_somebody_who_sees_them_all(desk: World, good: Blueprint) -> None:
    proposer = in_turn(answer_of(desk, good))
    summariser = in_turn({"thought": "One objection.", "summary": "Let the customer change their mind."})
    revised(desk, ModelReviser(proposer, summariser), good, DULL, (REVIEW,))
    (request,) = summariser.asked
    shown = request.messages[1]["content"]
    assert "Two plain wishes." in shown and "creativity: 0 dull" in shown and "Add a change of mind." in shown
    assert "- creativity: not passed" in shown and "Diff of the tables" in shown
    assert (request.role, request.place) == ("reviser", "context0/round1/feedback")
    told = proposer.asked[0].messages[-1]["content"]
    assert "Let the customer change their mind." in told and "dull" not in told


def test_without_a_summariser_the_proposer_gets_reasons_and_corrections(desk: World, good: Blueprint) -> None:
    proposer = in_turn(answer_of(desk, good))
    revised(desk, ModelReviser(proposer), good, DULL, (REVIEW,))
    told = proposer.asked[0].messages[-1]["content"]
    assert "- creativity: dull" in told and "- Add a change of mind." in told


def test_what_never_became_a_candidate_can_be_mended_too(desk: World, good: Blueprint) -> None:
    proposer = in_turn(answer_of(desk, good))
    unusable = Unusable("there are no goals", '{"goals": []}')
    assert isinstance(revised(desk, ModelReviser(proposer), unusable, ()), Blueprint)
    messages = proposer.asked[0].messages
    assert messages[2]["content"] == '{"goals": []}' and "there are no goals" in messages[3]["content"]


def test_revision_that_is_of_no_use_is_no_candidate_either(desk: World, good: Blueprint) -> None:
    found = revised(desk, ModelReviser(in_turn("no")), good, DULL)
    assert isinstance(found, Unusable)


def test_summary_of_no_use_is_passed_on(desk: World, good: Blueprint) -> None:
    with pytest.raises(Malformed):
        revised(desk, ModelReviser(Voice(lambda _: "{}"), in_turn("no")), good, DULL, (REVIEW,))


def test_previous_answer_names_each_output_by_what_execution_gives(desk: World, good: Blueprint) -> None:
    """Also when the first one is missing: what is shown to the proposer must not shift its claims."""
    assert len(good.outputs) > 1
    shown = msgspec.json.decode(written(desk, replace(good, outputs=good.outputs[1:])), type=TaskAnswer)
    assert [one.detail for one in shown.outputs] == [one.detail for one in answer_of(desk, good).outputs[1:]]
