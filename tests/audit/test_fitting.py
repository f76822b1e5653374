"""Personas fitted to logs: counts and rates that draw writers like those of the logs, and no text."""

import asyncio
import re
from random import Random

import pytest

from apigen_mt.audit.fitting import counts, fit
from apigen_mt.audit.likeness import told_apart
from apigen_mt.language.population import population_text, preset, read_population, sample_style
from apigen_mt.phases.item import Settings, Steering
from apigen_mt.pipeline import make_block

GOODS = ("zanzibar kettle", "quixotic lamp", "marzipan crate", "oboe reed")


def logs(count: int, seed: int) -> list[list[str]]:
    rng = Random(seed)
    return [
        [
            f"hey wheres my {rng.choice(GOODS)}",
            "yes",
            f"order {rng.randrange(9999)}",
            rng.choice(["ok", "cool thx", "nope"]),
        ]
        for _ in range(count)
    ]


async def said(personas: object) -> list[list[str]]:
    settings = Settings(("retail",), size=60, block=40, personas=personas)  # type: ignore[arg-type]
    items = await make_block(settings, 0, Steering())
    found = [item.accepted for item in items if item.accepted]
    return [[message.content for message in one.messages if message.role == "user"] for one in found]


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["i want a refund", "yes", "thx"], ("terse", "lower", "none", True)),
        (["Hello. I would like a refund.", "Yes, please.", "Thank you."], ("terse", "normal", "full", False)),
        (["I would like a refund for the order that I placed with you, please."] * 3, ("formal", "normal", "full", False)),
    ],
)  # fmt: skip
def test_what_is_counted(turns: list[str], expected: tuple[str, str, str, bool]) -> None:
    found = counts(turns)
    assert (found.register, found.case, found.punctuation, found.shorthand) == expected


def test_fitted_writers_are_like_those_of_the_logs_and_hold_none_of_their_words() -> None:
    mine = logs(60, 1)
    population = fit(mine, ("retail",), held=16)
    text = population_text(population)
    assert read_population(text.encode()) == population
    words = set(re.findall(r"[a-z]{4,}", " ".join(GOODS)))
    assert not words & set(re.findall(r"[a-z]+", text))
    styles = [sample_style(Random(seed), population) for seed in range(50)]
    assert all(style.case in ("lower", "sloppy") for style in styles)

    fitted, default = (asyncio.run(said(one)) for one in (population, preset("mixed")))
    others = logs(60, 2)
    assert told_apart(fitted, others).one_turn < told_apart(default, others).one_turn


def test_too_few_logs_are_refused() -> None:
    with pytest.raises(ValueError, match="at least 20"):
        fit(logs(3, 1), ("retail",))
