"""Personas learnt from somebody's logs carry no text of theirs, and a leak that is planted is found."""

import msgspec

from apigen_mt.audit.leaks import foreign, leaks
from apigen_mt.language.population import Population, population_text, preset, read_population

LOGS = ["my uncle Barnaby keeps bees behind the old mill", "Thank you so much for your help!", "the blue one"]
OURS = ["thank you so much for your help and goodbye"]


def learnt() -> Population:
    people = preset("people")
    manner = msgspec.structs.replace(next(iter(people.manners.values())), taste="fitted", share=1.0)
    return Population({"terse upper": manner}, {"fitted": dict(people.tastes[next(iter(people.tastes))])})


def test_what_anybody_says_is_no_leak() -> None:
    found = leaks(LOGS, ["ok, thank you so much for your help", "I'd like the blue one"], OURS, learnt())
    assert (found.shared, found.leaked, found.foreign) == (2, (), ())


def test_six_words_of_the_logs_in_the_dataset_are_found_whatever_their_case_and_marks() -> None:
    found = leaks(LOGS, ["So My Uncle Barnaby, keeps bees BEHIND a house"], OURS)
    assert found.leaked == ("my uncle barnaby keeps bees behind",)


def test_text_of_the_logs_in_the_file_is_found_wherever_a_name_stands() -> None:
    population = learnt()
    manner = population.manners["terse upper"]
    planted = Population(
        {"terse upper": manner, "uncle barnaby": manner},
        {"fitted": {**population.tastes["fitted"], "word:barnaby": 1.0, "mark:bees": 1.0, "keeps bees": 2.0}},
    )
    assert foreign(population) == ()
    assert foreign(read_population(population_text(planted).encode())) == (
        "keeps bees",
        "mark:bees",
        "uncle barnaby",
        "word:barnaby",
    )
