"""Phase 1's loop with models in its roles: what becomes of every proposal, in which branch, and what is kept of it."""

import asyncio
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from talks import BIKES
from voices import Opinion, Silent, Voice

from apigen_mt.models.completion import EndpointDown, OutOfBudget, Request
from apigen_mt.phases.answer import TaskAnswer, answer_of
from apigen_mt.phases.blueprints import CONTEXTS, PROPOSALS, Drafted, Drafters, draft
from apigen_mt.phases.composer_model import ModelComposer
from apigen_mt.phases.context import Context
from apigen_mt.phases.item import Settings, Steering
from apigen_mt.phases.material import gather
from apigen_mt.phases.propose import propose
from apigen_mt.phases.proposer_model import ModelProposer
from apigen_mt.phases.reviser_model import ModelReviser
from apigen_mt.phases.roles import Candidate, Reviewer
from apigen_mt.registry import load_world
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.verdict import accepted
from apigen_mt.world.domain import World
from apigen_mt.world.graph import infer_graph

replace = msgspec.structs.replace
WORLD = load_world(BIKES, 1, 60)
GRAPH = infer_graph(WORLD)
PLAIN = Settings((BIKES,), composed=0.0)
YES, NO = [True] * 4, [True, True, True, False]


def drafted(drafters: Drafters, seed: int = 1, settings: Settings = PLAIN) -> Drafted:
    """What phase 1 makes of one work item."""
    return asyncio.run(draft(WORLD, GRAPH, Steering(), settings, Random(seed), drafters))


class Author:
    """A model that knows a right answer for every context, and gives a wrong one wherever `errs` says so."""

    def __init__(self, errs: str = ""):
        self.errs = errs.split()
        self.voice = Voice(self.answer)
        self.context: Context | None = None

    def answer(self, request: Request) -> object:
        last = request.place.split("/")[-1]
        if last == "repair":
            return None
        right = self.right(request)
        if right is None or "silent" in self.errs:
            return None
        if "unusable" in self.errs:
            return "I would rather not."
        return replace(right, actions=[*right.actions, right.actions[0]]) if last in self.errs else right

    def right(self, request: Request) -> TaskAnswer | None:
        assert self.context is not None
        material = gather(WORLD, self.context)
        assert material is not None
        for seed in range(50):
            found = propose(WORLD, self.context, Random(seed))
            if found is not None and found.actions:
                found = replace(found, facts=material.facts, wrong_facts=material.wrong_facts)
                facts = " ".join(str(value.value) for value in {**found.facts, **found.wrong_facts}.values())
                return answer_of(WORLD, replace(found, instruction=f"{found.instruction} {facts}"))
        return None


class Proposer(ModelProposer):
    """The proposer, with an author that is told for which context it is asked."""

    def __init__(self, author: Author):
        super().__init__(author.voice)
        self.author = author

    async def propose(self, world: World, context: Context, rng: Random, place: str) -> Candidate:
        self.author.context = context
        return await super().propose(world, context, rng, place)


def cast(author: Author, *reviewers: Reviewer, composer: ModelComposer | None = None) -> Drafters:
    """Models in the roles."""
    return Drafters(Proposer(author), ModelReviser(author.voice), reviewers, composer)


def places(author: Author) -> list[str]:
    """Where the author was asked."""
    return [request.place for request in author.voice.asked]


# ---- what becomes of a proposal -------------------------------------------------------------------------------------


def test_right_proposal_is_accepted_with_what_the_reviewers_said() -> None:
    found = drafted(cast(Author(), Opinion("one", YES), Opinion("two", YES), Opinion("three", NO)))
    assert found.blueprint is not None and accepted(found.blueprint.verdicts)
    assert [review.reviewer for review in found.reviews] == ["one", "two", "three"]
    assert [verdict.check for verdict in found.blueprint.verdicts][-1] == "overall"
    assert [(one.branch, one.proposals, one.accepted) for one in found.tried] == [("feedback", 1, True)]


def test_wrong_proposal_is_revised_with_the_reason() -> None:
    author = Author(errs="round0")
    found = drafted(cast(author))
    assert found.blueprint is not None
    (rejected,) = found.rejected
    assert (rejected.stage, rejected.round, rejected.branch) == ("execution", 0, "feedback")
    assert [place.split("/")[-1] for place in places(author)] == ["round0", "round1"]
    assert "actions[" in author.voice.asked[1].messages[-1]["content"]
    assert [(one.proposals, one.accepted) for one in found.tried] == [(2, True)]


def test_rejection_by_the_committee_keeps_its_reviews_and_is_revised() -> None:
    reviewer = Opinion("stern", NO)
    author = Author()
    found = drafted(cast(author, reviewer), settings=replace(PLAIN, revisions=1))
    assert found.blueprint is None
    voted_down = [rejected for rejected in found.rejected if rejected.stage == "committee"]
    assert all(rejected.reviews[0].reviewer == "stern" for rejected in voted_down)
    assert 0 < reviewer.asked == len(voted_down) <= 2 * CONTEXTS, "each context has its rounds, and no more"
    assert [one.proposals for one in found.tried] == [2] * len(found.tried)


def test_committee_that_cannot_judge_accepts_nothing() -> None:
    author = Author()
    found = drafted(cast(author, Silent(), Silent()))
    assert found.blueprint is None
    assert {verdict.passed for verdict in found.rejected[0].verdicts if verdict.check == "overall"} == {None}
    assert not any("round1" in place for place in places(author)), "there is nothing to mend"


def test_unusable_answers_are_rejections_of_the_format() -> None:
    author = Author(errs="unusable")
    found = drafted(cast(author), settings=replace(PLAIN, revisions=1))
    assert found.blueprint is None
    assert {(one.candidate, one.stage) for one in found.rejected} <= {(None, "format"), (None, "completion")}


def test_proposer_without_an_answer_costs_its_contexts_and_raises_nothing() -> None:
    author = Author(errs="silent")
    found = drafted(cast(author))
    assert found.blueprint is None
    assert [(one.candidate, one.stage, one.verdicts[0].passed) for one in found.rejected] == [
        (None, "completion", None)
    ] * len(found.rejected)
    assert 0 < len(found.rejected) == len(author.voice.asked) <= CONTEXTS


@pytest.mark.parametrize("errs", ["silent", "unusable", "round0 round1 round2 round3"])
@pytest.mark.parametrize("seed", range(4))
def test_hopeless_item_is_given_up_after_its_share_of_proposals(errs: str, seed: int) -> None:
    author = Author(errs)
    found = drafted(cast(author), seed, replace(PLAIN, composed=1.0))
    assert found.blueprint is None
    proposals = {place.removesuffix("/repair") for place in places(author)}
    assert len(proposals) < PROPOSALS + 1 + PLAIN.revisions


@pytest.mark.parametrize("error", [OutOfBudget("spent"), EndpointDown("gone")], ids=str)
def test_what_stops_the_run_passes_through(error: Exception) -> None:
    def stop(_: Request) -> object:
        raise error

    author = Author()
    author.voice = Voice(stop)
    with pytest.raises(type(error)):
        drafted(cast(author))


# ---- feedback and trying again --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("revising", "errs", "asked", "tried"),
    [
        ("feedback", "round0 round1", "round0 round1 round2", [("feedback", 3, True)]),
        ("retries", "round0 retry1", "round0 retry1 retry2", [("retries", 3, True)]),
        ("both", "round0", "round0 round1 retry1", [("feedback", 2, True), ("retries", 2, True)]),
        ("both", "", "round0", [("feedback", 1, True), ("retries", 1, True)]),
        (
            "both",
            "round0 round1 round2 round3",
            "round0 round1 round2 round3 retry1",
            [("feedback", 4, False), ("retries", 2, True)],
        ),
    ],
)
def test_branches_spend_alike_and_are_told_apart(
    revising: str, errs: str, asked: str, tried: list[tuple[str, int, bool]]
) -> None:
    author = Author(errs)
    found = drafted(cast(author), settings=replace(PLAIN, revising=revising))
    assert found.blueprint is not None
    assert [place.removeprefix("context0/") for place in places(author)] == asked.split()
    assert [(one.branch, one.proposals, one.accepted) for one in found.tried] == tried
    for rejected in found.rejected:
        assert rejected.branch == ("feedback" if revising != "retries" else "retries")


def test_retry_knows_nothing_of_what_was_said_before() -> None:
    author = Author("round0")
    drafted(cast(author), settings=replace(PLAIN, revising="retries"))
    first, second = author.voice.asked
    assert first.messages == second.messages and first.place != second.place


def test_feedbacks_blueprint_wins() -> None:
    """Where both branches find one, the run keeps what a run with feedback alone would keep."""
    with_both = drafted(cast(Author("round0")), settings=replace(PLAIN, revising="both"))
    alone = drafted(cast(Author("round0")), settings=PLAIN)
    assert with_both.blueprint == alone.blueprint


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 1000), revising=st.sampled_from(["feedback", "retries", "both"]))
def test_every_request_of_an_item_has_a_place_of_its_own(seed: int, revising: str) -> None:
    """The log finds an answer by role and place: two requests of one item must not share them."""
    author = Author("round0 retry1")
    settings_ = replace(PLAIN, revising=revising, composed=0.5)
    drafted(cast(author), seed, settings_)
    assert len(set(places(author))) == len(places(author))


# ---- composing ------------------------------------------------------------------------------------------------------


def composing(request: Request) -> dict[str, str]:
    """A composer that keeps the draft and adds a motive."""
    draft_ = request.messages[1]["content"].split("Draft:\n")[1]
    return {"thought": "A busy week.", "instruction": f"{draft_} It has been a busy week."}


def composed_by(composer: ModelComposer, seed: int) -> Drafted:
    """A composed item of scripted parts whose words a model writes."""
    return drafted(Drafters(composer=composer), seed, replace(PLAIN, composed=1.0))


def test_composed_blueprint_is_told_as_one_story_and_checked_again() -> None:
    voice = Voice(composing)
    found = [composed_by(ModelComposer(voice), seed).blueprint for seed in range(12)]
    joined = [one for one in found if one is not None and one.parts]
    assert joined
    assert all(one.instruction.endswith("It has been a busy week.") and accepted(one.verdicts) for one in joined)
    assert all(request.place.endswith("/composed") for request in voice.asked)


def test_composition_without_words_leaves_a_part() -> None:
    found = [composed_by(ModelComposer(Voice(lambda _: "no")), seed) for seed in range(6)]
    assert all(one.blueprint is not None and not one.blueprint.parts for one in found)
    stages = [rejected.stage for one in found for rejected in one.rejected]
    assert "completion" in stages


# ---- the engine without models --------------------------------------------------------------------------------------


def test_engine_without_models_asks_nobody_and_keeps_no_opinions() -> None:
    found = drafted(Drafters())
    assert isinstance(found.blueprint, Blueprint) and found.reviews == ()
