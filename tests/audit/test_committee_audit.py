"""The audit finds the bias of every scripted reviewer whose bias is known, and says what code finds by itself."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec
import pytest

from apigen_mt.audit.biased import Always, Biased, Blind, Key, Noisy, answer_key, panel
from apigen_mt.audit.by_code import CODE
from apigen_mt.audit.committee import Report, Row, Sway, audit
from apigen_mt.audit.defects import DEFECTS
from apigen_mt.audit.mix import Item, Shown, Sitting, mix, padded, reordered, sittings
from apigen_mt.audit.votes import count, decision
from apigen_mt.errors import UserError
from apigen_mt.models.completion import Completion, NoAnswer, Request, Usage
from apigen_mt.models.metered import Metered
from apigen_mt.phases.checks import check
from apigen_mt.phases.roles import Reviewer
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.review import CRITERIA, Review, Vote
from apigen_mt.values.verdict import accepted
from apigen_mt.world.domain import World

WorldOf = Callable[[str], World]


class Show(NamedTuple):
    """A mix, and how it is shown."""

    items: tuple[Item, ...]
    shown: dict[Sitting, tuple[Shown, ...]]
    key: Key
    world_of: WorldOf

    def judged_by(self, *reviewers: Reviewer, meters: Mapping[str, Metered] = {}) -> Report:
        """The audit of a committee."""
        return asyncio.run(audit(self.items, self.shown, self.world_of, reviewers, meters))


@pytest.fixture(scope="module")
def show(blueprints: list[Blueprint], world_of: WorldOf) -> Show:
    """150 defects, at most as many clean ones; 120 items are probed."""
    items = mix(blueprints, world_of, 300, seed=3)
    shown = sittings(items, 120, seed=3)
    return Show(items, shown, answer_key(items, shown), world_of)


@pytest.fixture(scope="module")
def report(show: Show) -> Report:
    """The audit of the panel in which every bias sits once."""
    return show.judged_by(*panel(show.items, show.shown, seed=3))


def row(report: Report, name: str) -> Row:
    """A reviewer's row."""
    return next(one for one in report.reviewers if one.name == name)


def surely(sway: Sway) -> bool:
    """Whether decisions changed beyond noise."""
    return sway.beyond_noise is not None and sway.beyond_noise.low > 0


# ---- the mix --------------------------------------------------------------------------------------------------------


def test_mix_is_half_defective_over_all_kinds_and_in_random_order(show: Show) -> None:
    kinds = [item.kind for item in show.items]
    assert sum(map(bool, kinds)) == 150
    assert {kind for kind in kinds if kind} == set(DEFECTS)
    assert all(not item.candidate.verdicts for item in show.items)
    changes = sum(bool(one) != bool(other) for one, other in pairwise(kinds))
    assert 0.35 < changes / len(kinds) < 0.65


def test_same_seed_same_mix_and_another_seed_another(blueprints: list[Blueprint], world_of: WorldOf) -> None:
    one, same, other = (mix(blueprints, world_of, 40, seed) for seed in (1, 1, 2))
    assert one == same != other


def test_clean_ones_pass_all_code_in_every_guise(show: Show) -> None:
    for item in show.items:
        if not item.kind:
            world = show.world_of(item.candidate.domain)
            assert all(accepted(check(world, guise(item.candidate))) for guise in (reordered, padded))


def test_reordering_changes_the_listing_and_nothing_else(show: Show) -> None:
    for item in show.items:
        turned = reordered(item.candidate)
        assert (turned.id, turned) == (item.candidate.id, item.candidate)
        assert list(turned.facts) == list(reversed(item.candidate.facts))
    assert any(msgspec.json.encode(reordered(i.candidate)) != msgspec.json.encode(i.candidate) for i in show.items)


def test_probes_come_in_every_sitting(show: Show) -> None:
    probed = list(range(120))
    assert {name: sorted(one.item for one in shown) for name, shown in show.shown.items() if name != "first"} == {
        "again": probed, "order": probed, "parts": probed, "padding": probed,
    }  # fmt: skip
    assert [one.item for one in show.shown["order"]] != probed
    assert show.shown["again"] == show.shown["first"][:120]


# ---- each bias is found ---------------------------------------------------------------------------------------------


def test_always_yes_finds_nothing_and_raises_no_alarm(report: Report) -> None:
    yes = row(report, "always yes")
    assert (yes.recall.share, yes.false_alarms.share) == (0, 0)
    assert yes.recall.high < 0.05


def test_always_no_finds_everything_and_cries_wolf(report: Report) -> None:
    no = row(report, "always no")
    assert (no.recall.share, no.false_alarms.share) == (1, 1)


def test_perfect_reviewer_is_found_to_be_perfect(report: Report) -> None:
    perfect = row(report, "perfect")
    assert (perfect.recall.share, perfect.past_code.share, perfect.false_alarms.share) == (1, 1, 0)
    assert not any(surely(sway) for sway in perfect.sways.values())


@pytest.mark.parametrize(
    ("name", "sitting"), [("by position", "order"), ("by listing", "parts"), ("padding lover", "padding")]
)
def test_each_sensitivity_is_found_in_whom_it_is_and_in_nobody_else(report: Report, name: str, sitting: str) -> None:
    swayed = row(report, name).sways[sitting].beyond_noise
    assert swayed is not None
    for other in report.reviewers:
        theirs = other.sways[sitting].beyond_noise
        assert theirs is not None
        assert other.name == name or theirs.high < swayed.low, other.name
    assert surely(row(report, name).sways[sitting])
    assert not any(surely(sway) for where, sway in row(report, name).sways.items() if where != sitting)


def test_padding_wins_approval(report: Report) -> None:
    sway = row(report, "padding lover").sways["padding"]
    assert sway.to_approval == sway.changed.count > 0


def test_noise_is_told_from_sensitivity(report: Report) -> None:
    """Who errs anew in 15 % of cases changes 2 * 0.85 * 0.15 = 25.5 % of decisions whatever is done to the items."""
    for name in ("noisy 1", "noisy 2", "noisy 3"):
        sways = row(report, name).sways
        assert sways["again"].changed.share == pytest.approx(0.255, abs=0.14)
        beyond = [sways[sitting].beyond_noise for sitting in ("order", "parts", "padding")]
        assert all(one is not None and abs(one.value) < 0.2 for one in beyond)


def test_blind_spot_is_found_in_its_kinds_only(show: Show) -> None:
    report = show.judged_by(Blind("blind", show.key, ("contradiction", "unserved wish")))
    shares = {kind.kind: kind.caught["blind"].share for kind in report.kinds}
    assert {kind for kind, share in shares.items() if share == 0} == {"contradiction", "unserved wish"}
    assert set(shares.values()) == {0, 1}


def test_copies_in_a_mixed_panel_are_named(report: Report) -> None:
    alike = {(pair.one, pair.other): pair for pair in report.pairs}
    copies = alike["noisy 3", "copy of noisy 3"]
    assert (copies.agreed.share, copies.error_correlation) == (1, pytest.approx(1))
    others = alike["noisy 1", "noisy 2"].error_correlation
    assert others is not None and abs(others) < 0.25


def noisy(show: Show, number: int, accuracy: float = 0.8, seed: object = None) -> Noisy:
    """A reviewer with errors of their own."""
    return Noisy(f"noisy {number}", show.key, accuracy, f"test:{number if seed is None else seed}")


def test_copies_are_one_vote_and_add_nothing(show: Show) -> None:
    report = show.judged_by(*(noisy(show, number, seed="same") for number in range(3)))
    assert report.alpha == pytest.approx(1)
    assert report.effective_votes == pytest.approx(1)
    assert [(one.adds.recall, one.adds.false_alarms) for one in report.reviewers if one.adds] == [(0, 0)] * 3
    assert report.vote.recall == report.reviewers[0].recall


def test_independent_reviewers_are_nearly_their_number_and_beat_each_of_them_together(show: Show) -> None:
    """Five who are right in 80 %: a majority of them is right in 94 %."""
    report = show.judged_by(*(noisy(show, number) for number in range(5)))
    assert report.effective_votes is not None and report.effective_votes > 3.75
    for one in report.reviewers:
        assert one.recall.share == pytest.approx(0.8, abs=0.12)
        assert (report.vote.recall.share or 0) > (one.recall.share or 0)
        assert (report.vote.false_alarms.share or 0) < (one.false_alarms.share or 0)


def test_what_a_member_adds_is_the_vote_with_them_less_the_vote_without(show: Show) -> None:
    """Of a yes and a no, ties failing, the no decides everything and the yes nothing."""
    adds = {one.name: one.adds for one in show.judged_by(Always("no", False), Always("yes", True)).reviewers}
    assert adds["no"] is not None and (adds["no"].recall, adds["no"].false_alarms) == (1, 1)
    assert adds["yes"] is not None and (adds["yes"].recall, adds["yes"].false_alarms) == (0, 0)


def test_one_who_knows_is_outvoted_by_two_who_always_say_yes(show: Show) -> None:
    knows, yes = Biased("perfect", show.key), [Always("yes", True), Always("yes too", True)]
    report = show.judged_by(knows, *yes)
    assert report.vote.recall.share == 0
    assert [one.adds.recall for one in report.reviewers if one.adds] == [0, -1, -1]
    assert show.judged_by(knows).reviewers[0].adds is None


# ---- what code finds ------------------------------------------------------------------------------------------------


def test_code_finds_every_false_ground_truth_and_no_false_reading(show: Show) -> None:
    report = show.judged_by(*CODE)
    by_kind = {kind.kind: kind for kind in report.kinds}
    truth = ("wrong argument", "missing action", "wrong answer", "missing answer", "wrong clause", "forbidden as done")
    assert all(by_kind[kind].checks == by_kind[kind].planted > 0 for kind in truth)
    assert all(by_kind[kind].built_in == by_kind[kind].planted > 0 for kind in ("trivial", "tool name"))
    for kind in ("misread detail", "ignored change of mind", "contradiction", "other persona", "answer given away"):
        assert (by_kind[kind].checks, by_kind[kind].built_in) == (0, 0)
    assert report.code.false_alarms.count == 0
    assert report.vote.recall == report.code.recall == report.both.recall


def test_code_is_never_swayed(show: Show) -> None:
    for one in show.judged_by(*CODE).reviewers:
        assert all(sway.changed.count == 0 for sway in one.sways.values())


def test_findings_of_code_stand_against_any_opinion(show: Show) -> None:
    report = show.judged_by(*(Always(f"yes {number}", True) for number in range(9)))
    assert report.both.recall == report.code.recall
    assert (report.both.recall.share or 0) > 0.3
    assert report.vote.recall.share == 0


def test_past_code_counts_what_code_leaves(show: Show) -> None:
    report = show.judged_by(*CODE)
    left = sum(kind.planted - kind.checks - kind.built_in for kind in report.kinds)
    assert {(one.past_code.count, one.past_code.of) for one in report.reviewers} == {(0, left)}


# ---- votes ----------------------------------------------------------------------------------------------------------


def opinions(*approvals: bool | None, certain: bool = False) -> list[Review]:
    """Reviewers who each say one thing on all criteria."""
    return [
        Review(f"r{number}", tuple(Vote(criterion, approves, certain=certain) for criterion in CRITERIA))
        for number, approves in enumerate(approvals)
    ]


@pytest.mark.parametrize(
    ("approvals", "expected"),
    [
        ((True,), True),
        ((True, True, False), True),
        ((True, False), False),  # a tie
        ((True, True, None), True),
        ((True, None, None), None),  # fewer than half have voted
        ((None, None), None),
        ((), None),
    ],
)
def test_majority_of_the_votes_cast_with_ties_failing(approvals: Sequence[bool | None], expected: bool | None) -> None:
    assert count(opinions(*approvals)) is expected


def test_findings_object_for_all_and_approve_for_themselves_only() -> None:
    found, passed = opinions(False, certain=True), opinions(True, True, True, certain=True)
    assert count([*opinions(True, True, True), *found]) is False
    assert count(passed) is True
    assert count([*passed, *opinions(False, False, True)]) is False


def test_criterion_without_a_vote_is_not_decided() -> None:
    assert count([Review("r", (Vote("correctness", True, certain=False),))]) is None
    assert count([Review("r", (Vote("correctness", False, certain=False),))]) is False


def test_reviewer_objects_with_one_objection() -> None:
    votes = (Vote("correctness", True), Vote("creativity", False), Vote("satisfaction", None))
    assert decision(Review("r", votes)) is False
    assert decision(Review("r", (Vote("correctness", None),))) is None


# ---- the seam for models --------------------------------------------------------------------------------------------


class Answering:
    """A model that answers with 7 tokens to 100."""

    async def complete(self, request: Request) -> Completion:
        """Answer."""
        return Completion("fine", usage=Usage(100, 7, 60))


class Asking:
    """A reviewer who asks a model, notes where, and gets no answer for every fourth item."""

    def __init__(self, model: Metered):
        self.name = "asking"
        self.model = model
        self.places: list[str] = []

    async def review(self, world: World, candidate: Blueprint, place: str) -> Review:
        """Approve of what was answered."""
        self.places.append(place)
        if int(place.rpartition("/")[2]) % 4 == 3:
            raise NoAnswer("nobody answers")
        await self.model.complete(Request("reviewer", place, ()))
        return Review(self.name, tuple(Vote(criterion, True, certain=False) for criterion in CRITERIA))


def test_places_are_unique_tokens_are_counted_and_missing_answers_are_missing_votes(show: Show) -> None:
    meter = Metered(Answering())
    asking = Asking(meter)
    report = show.judged_by(asking, Always("yes", True), meters={"asking": meter})
    asked = len(show.items) + 4 * 120
    answered = asked - len(show.items) // 4 - 120
    assert len(set(asking.places)) == asked
    assert row(report, "asking").tokens == Usage(100 * answered, 7 * answered, 60 * answered)
    assert row(report, "asking").undecided.count == len(show.items) // 4
    assert row(report, "asking").recall.count == 0
    assert row(report, "yes").tokens is None
    assert report.vote.undecided.count == 0


@pytest.mark.parametrize("names", [[], ["one", "one"], ["checks"]])
def test_reviewers_need_names_of_their_own(show: Show, names: list[str]) -> None:
    with pytest.raises(UserError, match="a name of its own"):
        show.judged_by(*(Always(name, True) for name in names))


def test_report_is_the_same_each_time(show: Show, report: Report) -> None:
    assert show.judged_by(*panel(show.items, show.shown, seed=3)) == report
