"""The committee: what each reviewer objects to, and how votes are counted."""

import asyncio
from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from talks import DISCOUNT, LOST, MATILDA, PLAIN, ask_due, cancel, extend, failed, find_wish, task
from voices import Opinion, Silent

from apigen_mt.models.completion import OutOfBudget
from apigen_mt.phases.committee import (
    SCRIPTED,
    Finder,
    count,
    deliberate,
    review_answers,
    review_effects,
    review_words,
)
from apigen_mt.phases.context import Context
from apigen_mt.phases.signature import signature
from apigen_mt.values.blueprint import Blueprint, Output
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.review import CRITERIA, Criterion, Judgement, Review, Vote
from apigen_mt.values.value import phrase
from apigen_mt.values.verdict import Verdict, accepted
from apigen_mt.world.domain import World

replace = msgspec.structs.replace
NOTHING_RECENT = Context(MATILDA, PLAIN, (), frozenset())


def objections(reviewer: Finder, world: World, candidate: Blueprint, context: Context = NOTHING_RECENT) -> list[str]:
    """What a reviewer says against a candidate, each with its criterion."""
    votes = reviewer(world, candidate, context)
    return [f"{vote.criterion}: {vote.reason}" for vote in votes if vote.approves is False]


def judged(
    world: World, candidate: Blueprint, context: Context = NOTHING_RECENT, reviewers: Sequence[Opinion | Silent] = ()
) -> Judgement:
    """What the committee says."""
    return asyncio.run(deliberate(world, candidate, context, reviewers))


def verdicts_of(world: World, candidate: Blueprint, context: Context = NOTHING_RECENT) -> tuple[Verdict, ...]:
    """What the scripted committee says."""
    return judged(world, candidate, context).verdicts


@pytest.fixture
def good(desk: World) -> Blueprint:
    """A candidate that nobody should object to: two changes, a question and a refusal."""
    return task(desk, MATILDA, extend(), cancel(), ask_due("B-1075"), DISCOUNT)


@pytest.mark.parametrize("reviewer", SCRIPTED, ids=lambda reviewer: reviewer.__name__)
def test_good_candidate_meets_no_objection(desk: World, good: Blueprint, reviewer: Finder) -> None:
    assert objections(reviewer, desk, good) == []


def test_good_candidate_passes_all_four_criteria(desk: World, good: Blueprint) -> None:
    verdicts = verdicts_of(desk, good, NOTHING_RECENT)
    assert [(verdict.check, verdict.passed) for verdict in verdicts] == [(criterion, True) for criterion in CRITERIA]


def test_accepted_blueprints_have_passed_every_criterion(corpus: list) -> None:
    for case in corpus:
        passed = {verdict.check for verdict in case.blueprint.verdicts if verdict.passed}
        assert set(CRITERIA) <= passed


# ---- what each reviewer objects to ----------------------------------------------------------------------------------


def extra_action(good: Blueprint) -> Blueprint:
    """One action more than the goals call for."""
    return replace(good, actions=(*good.actions, ToolCall("hand_over", {"rider": MATILDA, "topic": "lost property"})))


def missing_action(good: Blueprint) -> Blueprint:
    """An action fewer."""
    return replace(good, actions=good.actions[:1])


def failing_action(good: Blueprint) -> Blueprint:
    """An action that the world refuses: the returned Little Wren cannot be cancelled."""
    return replace(good, actions=(good.actions[0], ToolCall("cancel_hire", {"hire": "B-1077"})))


def unknown_argument(good: Blueprint) -> Blueprint:
    """A hire that nobody mentions."""
    return replace(good, actions=(good.actions[0], ToolCall("cancel_hire", {"hire": "B-9999"})))


def unsaid_detail(good: Blueprint) -> Blueprint:
    """The instruction does not say which hire."""
    return replace(good, instruction=good.instruction.replace("the Towpath", "a bicycle"))


def unsaid_fact(good: Blueprint) -> Blueprint:
    """The instruction does not say the address that the customer is asked for."""
    return replace(good, instruction=good.instruction.replace("matilda@inkwell.example", "known to you"))


def tool_name(good: Blueprint) -> Blueprint:
    """The instruction gives a tool away."""
    return replace(good, instruction=f"{good.instruction} Have them run cancel_hire.")


def missing_output(good: Blueprint) -> Blueprint:
    """A question without its answer."""
    return replace(good, outputs=tuple(output for output in good.outputs if output.goal != 2))


def missing_reason(good: Blueprint) -> Blueprint:
    """A refusal without its reason."""
    return replace(good, outputs=tuple(output for output in good.outputs if not output.clauses))


def empty_output(good: Blueprint) -> Blueprint:
    """An answer that any text contains."""
    return replace(good, outputs=(*good.outputs, Output(goal=2, value=phrase(""))))


@pytest.mark.parametrize(
    ("bad", "reviewer", "objection"),
    [
        (extra_action, review_effects, "correctness: there are more actions than the goals call for"),
        (missing_action, review_effects, "completeness: cancel did not come true"),
        (failing_action, review_effects, "correctness: cancel_hire changes nothing"),
        (unknown_argument, review_answers, "correctness: an argument of an action can be known from nowhere"),
        (unsaid_detail, review_words, "completeness: the instruction does not say extend.hire"),
        (unsaid_fact, review_words, "completeness: the instruction does not say email"),
        (tool_name, review_words, "correctness: the instruction names the tool cancel_hire"),
        (missing_output, review_answers, "satisfaction: ask_due: an output is missing"),
        (missing_reason, review_answers, "satisfaction: discount: an output is missing"),
        (empty_output, review_answers, "satisfaction: an expected output is empty"),
    ],
    ids=lambda value: getattr(value, "__name__", "").replace("_", " "),
)
def test_reviewer_objects(desk: World, good: Blueprint, bad, reviewer: Finder, objection: str) -> None:  # noqa: ANN001
    assert bad(good) != good
    assert objection in objections(reviewer, desk, bad(good))


@pytest.mark.parametrize(
    ("bad", "criterion"),
    [
        (extra_action, "correctness"), (missing_action, "completeness"), (failing_action, "correctness"),
        (unknown_argument, "correctness"), (unsaid_detail, "completeness"), (unsaid_fact, "completeness"),
        (tool_name, "correctness"), (missing_output, "satisfaction"), (missing_reason, "satisfaction"),
        (empty_output, "satisfaction"),
    ],
    ids=lambda value: getattr(value, "__name__", "").replace("_", " "),
)  # fmt: skip
def test_bad_candidate_fails_its_criterion(desk: World, good: Blueprint, bad, criterion: Criterion) -> None:  # noqa: ANN001
    """One scripted reviewer alone can see the fault: the others, who look elsewhere, must not outvote it."""
    assert criterion in failed(verdicts_of(desk, bad(good), NOTHING_RECENT))


def test_what_the_reads_of_a_write_show_is_known(desk: World, good: Blueprint) -> None:
    """An argument that the customer's wish does not hold may come from the tables."""
    silent = replace(good, goals=tuple(replace(goal, slots={}) for goal in good.goals))
    assert objections(review_answers, desk, silent) == []


def test_repeat_of_a_recent_blueprint_is_not_creative(desk: World, good: Blueprint) -> None:
    seen = NOTHING_RECENT._replace(examples=frozenset([signature(good)]))
    assert list(failed(verdicts_of(desk, good, seen))) == ["creativity"]


def test_same_wishes_in_other_words_are_a_repeat(desk: World, good: Blueprint) -> None:
    other = replace(good, instruction=good.instruction.upper(), persona=replace(PLAIN, id="another"))
    assert signature(other) == signature(good)


def test_single_question_without_any_detail_is_trivial(shop: World) -> None:
    account, goal = find_wish(shop, "ask_store_credit", lambda *_: True)
    context = NOTHING_RECENT._replace(account=account)
    assert list(failed(verdicts_of(shop, task(shop, account, goal), context))) == ["creativity"]


def test_single_request_that_changes_something_is_not_trivial(desk: World) -> None:
    assert failed(verdicts_of(desk, task(desk, MATILDA, LOST), NOTHING_RECENT)) == {}


# ---- opinions -------------------------------------------------------------------------------------------------------


def voting(*approvals: bool | None) -> list[Opinion]:
    """Reviewers of whom each has made up its mind about every criterion."""
    return [Opinion(f"reviewer {number}", [yes] * len(CRITERIA)) for number, yes in enumerate(approvals)]


@pytest.mark.parametrize(
    ("approvals", "passed"),
    [
        ((True,), True),
        ((False,), False),
        ((True, True, False), True),
        ((True, False), False),
        ((True, False, False), False),
        ((True, True, False, False), False),
        ((True, True, None, None), True),
        ((True, False, None, None), False),
        ((True, True, None), True),
        ((True, None, None), None),
        ((False, None, None), None),
        ((None, None), None),
    ],
)
def test_majority_of_the_votes_cast_decides(
    desk: World, good: Blueprint, approvals: Sequence[bool | None], passed: bool | None
) -> None:
    """Ties fail; who abstains does not approve; if more than half abstain, nothing is decided, which is no pass."""
    verdicts = judged(desk, good, reviewers=voting(*approvals)).verdicts
    assert {verdict.check: verdict.passed for verdict in verdicts} == dict.fromkeys((*CRITERIA, "overall"), passed)


def test_verdict_carries_the_reasons_of_those_against(desk: World, good: Blueprint) -> None:
    verdicts = judged(desk, good, reviewers=voting(True, False, False)).verdicts
    assert {(verdict.reason, verdict.blame) for verdict in verdicts} == {("no", "blueprint")}


def test_reviewers_who_each_object_to_something_else_reject_the_whole(desk: World, good: Blueprint) -> None:
    """Every criterion has its majority, yet nobody would accept the task."""
    members = [Opinion(str(at), [at != criterion for criterion in range(4)]) for at in range(3)]
    verdicts = judged(desk, good, reviewers=members).verdicts
    assert failed(verdicts) == {"overall": "no"}


def test_objection_of_code_stands_and_nobody_else_is_asked(desk: World, good: Blueprint) -> None:
    members = voting(True, True, True)
    judgement = judged(desk, extra_action(good), reviewers=members)
    assert "correctness" in failed(judgement.verdicts)
    assert judgement.reviews == ()
    assert [member.asked for member in members] == [0, 0, 0]


def test_reviewer_without_an_answer_abstains_with_the_reason(desk: World, good: Blueprint) -> None:
    judgement = judged(desk, good, reviewers=[*voting(True, True), Silent()])
    assert accepted(judgement.verdicts)
    assert judgement.reviews[2].reviewer == "silent"
    assert {(vote.approves, vote.reason) for vote in judgement.reviews[2].votes} == {
        (None, "nothing came within 6 tries")
    }


def test_committee_of_which_most_are_silent_accepts_nothing(desk: World, good: Blueprint) -> None:
    verdicts = judged(desk, good, reviewers=[*voting(True), Silent(), Silent()]).verdicts
    assert {verdict.passed for verdict in verdicts} == {None}
    assert "1 of 3 reviewers could tell: nothing came" in verdicts[0].reason


class Broke(Silent):
    """A reviewer whom nobody may ask any more."""

    async def review(self, world: World, candidate: Blueprint, place: str) -> Review:
        raise OutOfBudget("spent")


def test_budget_is_no_abstention(desk: World, good: Blueprint) -> None:
    """The run has to stop; a committee that shrank with the purse would accept more the poorer it is."""
    with pytest.raises(OutOfBudget):
        judged(desk, good, reviewers=[*voting(True, True), Broke()])


VOTES = st.lists(st.lists(st.sampled_from([True, False, None]), min_size=4, max_size=4), min_size=1, max_size=7)


def reviews_of(table: Sequence[Sequence[bool | None]]) -> list[Review]:
    """Reviews with these votes, a reviewer a row."""
    return [
        Review(str(number), tuple(Vote(one, yes, certain=False) for one, yes in zip(CRITERIA, row, strict=True)))
        for number, row in enumerate(table)
    ]


def passed(table: Sequence[Sequence[bool | None]]) -> list[bool | None]:
    """The verdicts on the four criteria and overall."""
    return [verdict.passed for verdict in count(reviews_of(table))]


@given(VOTES)
def test_order_of_reviewers_does_not_matter(table: list[list[bool | None]]) -> None:
    assert passed(table) == passed(table[::-1])


@given(VOTES)
def test_criterion_passes_only_with_more_approvals_than_objections_from_half_the_reviewers(
    table: list[list[bool | None]],
) -> None:
    for at, verdict in enumerate(passed(table)[:4]):
        votes = [row[at] for row in table]
        cast = len(votes) - votes.count(None)
        assert (verdict is None) == (cast == 0 or 2 * cast < len(votes))
        assert (verdict is True) == (verdict is not None and votes.count(True) > votes.count(False))


@given(VOTES, st.data())
def test_another_approval_never_turns_a_pass_into_a_failure(
    table: list[list[bool | None]], data: st.DataObject
) -> None:
    row, at = data.draw(st.integers(0, len(table) - 1)), data.draw(st.integers(0, 3))
    better = [list(votes) for votes in table]
    better[row][at] = True
    for before, after in zip(passed(table), passed(better), strict=True):
        assert before is not True or after is True


@given(VOTES)
def test_what_passes_overall_has_more_full_approvals_than_objectors(table: list[list[bool | None]]) -> None:
    full = sum(all(row) for row in table)
    objectors = sum(False in row for row in table)
    if passed(table)[4]:
        assert full > objectors
