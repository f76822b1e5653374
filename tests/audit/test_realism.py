"""Likeness: what tells two sets of conversations apart, and what does not."""

from random import Random

import pytest

from apigen_mt.audit.likeness import area_under_curve, told_apart
from apigen_mt.audit.realism import realism, shape, variety
from apigen_mt.language.traits import traits

ORDERS = ("my order", "the parcel", "a lamp", "that card", "the blue one", "two chairs")


def careful(rng: Random) -> list[str]:
    return [
        f"Hello, I would like to return {rng.choice(ORDERS)}, please.",
        "Yes, that is correct.",
        "Thank you very much.",
    ]


def careless(rng: Random) -> list[str]:
    return [f"send back {rng.choice(ORDERS)}", "yeah", "thx"]


def talks(maker: object, count: int, seed: int) -> list[list[str]]:
    rng = Random(seed)
    return [maker(rng) for _ in range(count)]  # type: ignore[operator]


def test_the_same_writers_cannot_be_told_apart() -> None:
    found = told_apart(talks(careful, 120, 1), talks(careful, 120, 2))
    assert found.one_turn == pytest.approx(0.5, abs=0.08)


def test_other_writers_can_and_it_is_said_by_what() -> None:
    found = told_apart(talks(careful, 60, 1), talks(careless, 60, 2))
    assert found.one_turn > 0.95
    by_trait = {clue.trait: clue for clue in found.clues}
    assert by_trait["ends:."].weight > 0 > by_trait["starts:lower"].weight
    assert by_trait["starts:lower"].theirs > by_trait["starts:lower"].ours


def test_topics_and_values_are_no_style() -> None:
    assert traits("Cancel flight 4471 on 12/5") == traits("Cancel parcel KC9 on 3/8")
    assert "word:parcel" not in traits("the parcel")


def test_area_counts_ties_half() -> None:
    assert area_under_curve([(0.1, False), (0.9, True)]) == 1
    assert area_under_curve([(0.9, False), (0.1, True)]) == 0
    assert area_under_curve([(0.5, False), (0.5, True)]) == 0.5


def test_shape_counts_turns() -> None:
    found = shape([["hi", "Where is it?"], ["Thanks for the lamp, it works!"]])
    assert (found.conversations, found.turns, found.at_most_3_words) == (2, 1.5, 0.667)
    assert (found.questions, found.thanks, found.lower_case_start, found.no_final_mark) == (0.333, 0.333, 0.333, 0.333)


def test_masked_turns_repeat_whatever_their_values() -> None:
    found = variety([["cancel order KC-1 for me"], ["cancel order KC-2 for me"], ["where is my other lamp"]], 3)
    assert found.forms_again == 0.667
    assert found.five_words_again == 0.667


def test_agents_are_compared_only_where_they_write_freely() -> None:
    users = talks(careful, 40, 1)
    canned = [(turns, ["How can I help?", "Goodbye."]) for turns in users]
    free = [
        (turns, [f"Looking at number {number} now.", f"It is done, {number}."]) for number, turns in enumerate(users)
    ]
    assert realism(canned, free).agents is None
    assert realism(free, free).agents is not None
    with pytest.raises(ValueError, match="at least 20"):
        realism(free[:5], free)
