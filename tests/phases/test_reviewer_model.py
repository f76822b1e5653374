"""A reviewer with a model: what it is shown, and how its answer is read."""

import asyncio

import msgspec
import pytest
from talks import DISCOUNT, MATILDA, PLAIN, ask_due, cancel, extend, find_wish, task
from voices import Voice, in_turn

from apigen_mt.models.completion import Malformed, NoAnswer
from apigen_mt.phases.answer import ways_to_say
from apigen_mt.phases.evidence import evidence
from apigen_mt.phases.propose import assemble
from apigen_mt.phases.reviewer_model import ModelReviewer
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.review import CRITERIA, Review
from apigen_mt.world.domain import World

replace = msgspec.structs.replace


@pytest.fixture
def candidate(desk: World) -> Blueprint:
    """Two changes, a question and a refusal."""
    return task(desk, MATILDA, extend(), cancel(), ask_due(), DISCOUNT)


def answer(**votes: object) -> dict[str, object]:
    """A review with full marks but for the votes given."""
    full = {criterion: {"vote": 1, "reason": ""} for criterion in CRITERIA}
    return {"reflection": "All fits.", **full, "correction": "", **votes}


def review(world: World, candidate: Blueprint, voice: Voice) -> Review:
    """What the reviewer says."""
    return asyncio.run(ModelReviewer("reviewer 2", voice).review(world, candidate, "context0/round1"))


def test_votes_are_opinions(desk: World, candidate: Blueprint) -> None:
    voice = in_turn(answer(satisfaction={"vote": 0, "reason": "the date is missing"}, correction="Tell the date."))
    said = review(desk, candidate, voice)
    assert {vote.criterion: (vote.approves, vote.certain) for vote in said.votes} == {
        "correctness": (True, False),
        "completeness": (True, False),
        "satisfaction": (False, False),
        "creativity": (True, False),
    }
    assert (said.reviewer, said.reflection, said.correction) == ("reviewer 2", "All fits.", "Tell the date.")
    assert voice.asked[0].place == "context0/round1/reviewer 2"


def test_null_is_an_abstention_with_its_reason(desk: World, candidate: Blueprint) -> None:
    said = review(desk, candidate, in_turn(answer(creativity={"vote": None, "reason": "no way to tell"})))
    assert (said.votes[3].approves, said.votes[3].reason) == (None, "no way to tell")


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (answer(creativity={"vote": 0, "reason": " "}), "creativity: a vote of 0 or null needs its reason"),
        (answer(creativity={"vote": 2, "reason": "very"}), "creativity"),
        ({"reflection": "All fits."}, "correctness"),
        ("I approve.", "no JSON object"),
    ],
    ids=["no reason", "no such vote", "no votes", "no JSON"],
)
def test_unusable_review_is_repaired_once_or_not_at_all(
    desk: World, candidate: Blueprint, bad: object, reason: str
) -> None:
    voice = in_turn(bad, answer())
    assert all(vote.approves for vote in review(desk, candidate, voice).votes)
    assert reason in voice.asked[1].messages[-1]["content"]
    with pytest.raises(Malformed, match="reviewer's answer is of no use"):
        review(desk, candidate, in_turn(bad))


def test_no_answer_is_passed_on(desk: World, candidate: Blueprint) -> None:
    """The committee makes an abstention of it."""
    with pytest.raises(NoAnswer):
        review(desk, candidate, Voice(lambda _: None))


def test_system_part_depends_on_the_domain_alone(desk: World, candidate: Blueprint) -> None:
    voice = in_turn(answer())
    review(desk, candidate, voice)
    review(desk, task(desk, MATILDA, cancel()), voice)
    first, second = (request.messages for request in voice.asked)
    assert first[0] == second[0] and first[1] != second[1]


# ---- the evidence ---------------------------------------------------------------------------------------------------


def test_evidence_tells_outcomes_rules_origins_and_the_diff(desk: World, candidate: Blueprint) -> None:
    shown = evidence(desk, candidate)
    for line in (
        "- goal 0, extend: done",
        "- goal 3, discount: refused under clause 2.5: No discounts at the desk.",
        '0. extend_hire {"days":2,"hire":"B-1074"}',
        "2.4 kept",
        "hire: goal 0, hire ('the Towpath')",
        "- goal 2: show_hire",
        "extended: false -> true",
        'status: "booked" -> "cancelled"',
    ):
        assert line in shown


def test_evidence_shows_a_broken_rule_a_failed_call_and_an_argument_from_nowhere(
    desk: World, candidate: Blueprint
) -> None:
    """Also of candidates that should never have come so far: audits plant such defects."""
    bad = replace(candidate, actions=(ToolCall("cancel_hire", {"hire": "B-1077"}), ToolCall("fly", {"to": "moon"})))
    shown = evidence(desk, bad)
    assert "BROKEN" in shown and "result: ERROR" in shown and "NOT FOUND" in shown


def refusal_of(shown: str) -> str:
    """What evidence shows a refusal to rest on."""
    return shown.split("Reads that the refusals rest on:")[1].split("Diff of the tables", maxsplit=1)[0]


def test_refusal_shows_the_records_that_it_rests_on_as_they_are_by_then(desk: World) -> None:
    """The hire is extended already when its turn comes, and was not before."""
    shown = refusal_of(evidence(desk, task(desk, MATILDA, extend(), extend())))
    assert "goal 1: show_hire" in shown and '"extended":true' in shown
    assert "rest on" not in evidence(desk, task(desk, MATILDA, extend()))


def test_choice_is_shown_by_its_name_and_not_in_words_that_nobody_says(shop: World) -> None:
    account, goal = find_wish(shop, "cancel_order", lambda _, broken: not broken)
    candidate = assemble(shop, account, PLAIN, {}, {}, (goal,))
    slot = next(slot for slot in shop.domain.kinds[goal.kind].slots if slot.choices is not None)
    shown = evidence(shop, candidate)
    assert f"(the choice {ways_to_say(slot, goal.slots[slot.name])[0]!r})" in shown
    assert goal.said[slot.name].text not in shown


def test_question_is_answered_in_the_state_that_earlier_actions_have_left(desk: World) -> None:
    before = evidence(desk, task(desk, MATILDA, ask_due(), extend()))
    after = evidence(desk, task(desk, MATILDA, extend(), ask_due()))
    assert '"days":2' in before.split("gives")[-1].split("Diff")[0]
    assert '"days":4' in after.split("gives")[-1].split("Diff")[0]
