"""The built-in user with a taste: chooses words, never deeds."""

import asyncio
from random import Random

from msgspec.structs import replace
from talks import Accepted

from apigen_mt.language.population import Taste, preset
from apigen_mt.language.traits import traits
from apigen_mt.phases.cast import scripted_user
from apigen_mt.phases.choosy import ChoosyUser
from apigen_mt.phases.user import AgendaUser, UserTurn
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.persona import Ease, Style


def with_style(blueprint: Blueprint, style: Style) -> Blueprint:
    return replace(blueprint, persona=replace(blueprint.persona, style=style))


def first_turn(case: Accepted, taste: Taste, seed: int) -> UserTurn:
    user = AgendaUser(case.world.domain, case.blueprint, Random(seed))
    return asyncio.run(ChoosyUser(user, taste).speak([]))


def test_what_it_likes_is_said_more(corpus: list[Accepted]) -> None:
    def share(taste: Taste) -> float:
        said = [first_turn(case, taste, seed).message.content for seed in range(10) for case in corpus[:12]]
        return sum("starts:lower" in traits(text) or "word:please" in traits(text) for text in said) / len(said)

    assert share({"word:please": 4.0}) > 1.5 * share({"word:please": -4.0})


def test_equal_seeds_say_the_same(corpus: list[Accepted]) -> None:
    taste = preset("people").tastes["people"]
    for case in corpus[:10]:
        assert first_turn(case, taste, 3) == first_turn(case, taste, 3)


def test_taste_changes_no_value_that_is_said(corpus: list[Accepted]) -> None:
    taste = {"length:1": 50.0, "sentences:1": -50.0}
    for case in corpus[:20]:
        turn = first_turn(case, taste, 5)
        asked = [act for act in turn.message.acts if act.name == "request"]
        assert all(act.slots.keys() <= case.blueprint.goals[act.goal].said.keys() for act in asked)


def test_only_people_with_a_known_taste_choose(corpus: list[Accepted]) -> None:
    case = corpus[0]
    plain = with_style(case.blueprint, Style())
    assert isinstance(scripted_user(case.world, plain, "s", ""), AgendaUser)
    people = with_style(case.blueprint, Style(ease=Ease(0.5, False, "people")))
    assert isinstance(scripted_user(case.world, people, "s", ""), ChoosyUser)
    assert isinstance(scripted_user(case.world, people, "s", "", tastes={"mine": {}}), AgendaUser)
