"""The wording of what people do beside their agenda: rich, apart from each other, and never a yes."""

import re
from collections.abc import Iterator
from random import Random
from typing import get_args

import pytest

from apigen_mt.language import detours
from apigen_mt.language.behaviours import BEHAVIOURS, RATES, rates
from apigen_mt.language.claims import claims_done
from apigen_mt.language.consent import consent
from apigen_mt.language.grammar import Phrases
from apigen_mt.language.population import preset, sample_style
from apigen_mt.language.proposals import asks_consent
from apigen_mt.language.reading import asks
from apigen_mt.language.refusals import refuses
from apigen_mt.language.style import dress
from apigen_mt.language.surface import read
from apigen_mt.values.persona import Register

ALL = {name: value for name, value in vars(detours).items() if isinstance(value, Phrases)}
AGENT = tuple(ALL)[tuple(ALL).index("NO_RUSH") :]
USER = tuple(ALL)[: tuple(ALL).index("NO_RUSH")]
REGISTERS: tuple[Register, ...] = get_args(Register)
FIELDS = {
    "new": "March 9",
    "old": "March 3",
    "value": "$45.20",
    "labels": "A and B",
    "asked": "which order this is about",
}
SPOILT = re.compile(r"[\[\]{}|]|  | [,.;:?!]|[,;:?!] ?[,.;:?!]|\.[,;:?!]|(?<!\.)\.\.(?!\.)|^[,.;:?!]")


def sample(name: str, count: int = 150) -> Iterator[str]:
    rng = Random(name)
    for register in REGISTERS:
        for _ in range(count):
            yield str(ALL[name].realise(rng, FIELDS, register))


def dressed(name: str, count: int = 600) -> Iterator[str]:
    rng = Random(name)
    for _ in range(count):
        style = sample_style(rng, preset("people"))
        yield dress(ALL[name].realise(rng, FIELDS, style.register), style, rng)


@pytest.mark.parametrize("name", ALL)
def test_wordings_are_well_formed(name: str) -> None:
    for text in sample(name):
        assert not SPOILT.search(text), text
        assert text == text.strip()


@pytest.mark.parametrize("name", USER)
def test_users_have_many_wordings(name: str) -> None:
    """In every register at least the dozen that a sample has to show."""
    assert ALL[name].count() >= 100
    for register in REGISTERS:
        assert sum(line.count for line in ALL[name].lines if register in line.registers) >= 12


@pytest.mark.parametrize("name", ["HESITATE", "ASK_AGAIN", "TRY_OTHER", "BACK_TO"])
def test_what_may_follow_a_proposal_is_never_read_as_a_yes(name: str) -> None:
    assert [text for text in dressed(name) if consent(text) == "yes"] == []


@pytest.mark.parametrize(
    "name", [name for name in USER if name not in ("AT_ONCE", "TRY_OTHER", "BACK_TO", "ANOTHER_ANSWER")]
)
def test_nobody_gives_a_value_that_is_not_theirs(name: str) -> None:
    for text in sample(name):
        reading = read(text)
        assert not (reading.money or reading.codes or reading.emails or reading.dates or reading.times), text


@pytest.mark.parametrize("name", AGENT)
def test_agent_refuses_again_only_where_it_has_to(name: str) -> None:
    for text in sample(name):
        assert refuses(text) == (name in ("STILL_REFUSED", "BECAUSE")), text
        assert not asks_consent(text), text


@pytest.mark.parametrize("topic", detours.OFF_TOPIC)
def test_answer_off_topic_refuses_nothing_and_claims_nothing(topic: str) -> None:
    rng = Random(topic)
    for register in REGISTERS:
        for _ in range(100):
            text = str(detours.OFF_TOPIC[topic].answered.realise(rng, {}, register))
            assert not refuses(text) and not asks_consent(text) and not claims_done(text), text


def test_first_of_two_closings_asks_for_nothing() -> None:
    assert [text for text in sample("CLOSING_TWICE") if asks(text)] == []


# ---- rates ----------------------------------------------------------------------------------------------------------


def test_there_are_at_least_sixteen_behaviours_and_each_says_how_it_is_verified() -> None:
    assert len(BEHAVIOURS) >= 16
    assert all(b.about and b.can_happen and b.agent and b.verified and 0 <= b.rate <= 1 for b in BEHAVIOURS.values())


def test_given_rates_take_the_place_of_the_preset() -> None:
    assert rates("people", {"hesitates": 0.5}) == {**RATES, "hesitates": 0.5}
    assert all(rates("llm-like", {})[name] < rate for name, rate in RATES.items())
