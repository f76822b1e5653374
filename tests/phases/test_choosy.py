"""The built-in user with a taste: chooses words, never deeds."""

import asyncio
from collections import Counter
from itertools import permutations
from random import Random

from msgspec.structs import replace
from talks import Accepted

from apigen_mt.language.population import Taste, preset
from apigen_mt.language.traits import traits
from apigen_mt.phases.cast import scripted_user
from apigen_mt.phases.choosy import DRAFTS, choose
from apigen_mt.phases.user import AgendaUser, UserTurn
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.persona import Ease, Style


def with_style(blueprint: Blueprint, style: Style) -> Blueprint:
    return replace(blueprint, persona=replace(blueprint.persona, style=style))


def first_turn(case: Accepted, taste: Taste, seed: int) -> UserTurn:
    return asyncio.run(AgendaUser(case.world.domain, case.blueprint, Random(seed), taste).speak([]))


def test_the_first_that_is_liked_is_said_and_nothing_else_drafted() -> None:
    drafts = iter(["no", "Please wait", "yes please"])
    assert choose(drafts.__next__, {"word:please": 1.0}, Random(0)) == "Please wait"
    assert list(drafts) == ["yes please"]


def test_of_what_is_disliked_the_least_disliked_is_said_most() -> None:
    said: Counter[str] = Counter()
    for seed in range(100):
        drafts = iter(["hi there, hi", "hi", "hi, oh hi!", "hi, you", "never asked for"])
        said[choose(drafts.__next__, {"word:hi": -1.0, "mark:,": -2.0, "mark:!": -3.0}, Random(seed))] += 1
        assert len(list(drafts)) == 5 - DRAFTS
    assert said["hi"] > said["hi, you"] > said["hi, oh hi!"]
    assert said["hi, you"], "others are said as well"


def test_sums_of_likings_do_not_depend_on_the_order_of_traits() -> None:
    """They come in the order of their hashes, and added up one by one in most orders these come to nothing."""
    for weights in permutations((1e16, 1.0, -1e16)):
        drafts = iter(["yes, please", *DRAFTS * ["no"]])
        taste = dict(zip(("word:yes", "word:please", "mark:,"), weights, strict=True))
        assert choose(drafts.__next__, taste, Random(0)) == "yes, please"


def test_taste_changes_no_deed(corpus: list[Accepted]) -> None:
    for case in corpus[:20]:
        bold, shy = first_turn(case, {"length:1": 50.0}, 5), first_turn(case, {"length:1": -50.0}, 5)
        assert (bold.message.acts, bold.leaves) == (shy.message.acts, shy.leaves)


def test_what_it_likes_is_said_more(corpus: list[Accepted]) -> None:
    def share(taste: Taste) -> float:
        said = [first_turn(case, taste, seed).message.content for seed in range(10) for case in corpus[:12]]
        return sum("starts:lower" in traits(text) or "word:please" in traits(text) for text in said) / len(said)

    assert share({"word:please": 4.0}) > 1.5 * share({"word:please": -4.0})


def test_equal_seeds_say_the_same(corpus: list[Accepted]) -> None:
    taste = preset("people").tastes["people"]
    for case in corpus[:10]:
        assert first_turn(case, taste, 3) == first_turn(case, taste, 3)


def test_only_people_with_a_known_taste_choose(corpus: list[Accepted]) -> None:
    case = corpus[0]
    plain = with_style(case.blueprint, Style())
    assert scripted_user(case.world, plain, "s", "").taste is None
    people = with_style(case.blueprint, Style(ease=Ease(0.5, False, "people")))
    assert scripted_user(case.world, people, "s", "").taste == preset("people").tastes["people"]
    assert scripted_user(case.world, people, "s", "", tastes={"mine": {}}).taste is None
