"""How values look in text: what is written is recognised, and nothing else is."""

import datetime
import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from apigen_mt.language.surface import amounts, codes, dates, normalise, plain_code, read, render, states
from apigen_mt.values.value import Value, clock, code, day, email, money, name, number, percent, phrase

SENTENCES = (
    "{}",
    "I think it was {}.",
    "Hi, it's {}, thanks!",
    "well ({}) and that is what I was told",
    "so {} then, is that right?",
    "The answer:\n- {}\n- nothing else",
)
WORDS = ("juniper", "Kettle", "Visa", "Larch Road", "St. Anne's", "García", "Apt", "wi-fi", "Blue")
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"

_cents = st.integers(1, 2_000_000).map(lambda c: money(c / 100))
_dates = st.dates(datetime.date(2020, 1, 1), datetime.date(2035, 12, 31)).map(lambda d: day(d.isoformat()))
_times = st.times().map(lambda t: clock(f"{t:%H:%M}"))
_counts = st.integers(0, 3000).map(number)
_percents = st.integers(1, 200).map(lambda p: percent(p / 2))
_codes = st.one_of(
    st.tuples(st.sampled_from(LETTERS), st.integers(10000, 99999)).map(lambda t: code(f"{t[0]}-{t[1]}")),
    st.text(LETTERS + "23456789", min_size=6, max_size=6)
    .filter(lambda s: any(map(str.isdigit, s)) and any(map(str.isalpha, s)))
    .map(code),
    st.integers(0, 9999).map(lambda n: code(f"{n:04}")),
)
_phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True).map(" ".join)
_emails = st.from_regex(r"[a-z]{2,8}(\.[a-z]{2,8})?[0-9]{0,3}@[a-z]{3,8}\.(com|org)", fullmatch=True).map(email)

KINDS = (
    _cents,
    _dates,
    _times,
    _counts,
    _percents,
    _codes,
    _phrases.map(name),
    _phrases.map(phrase),
    _emails,
)
PAIRS = st.one_of([st.tuples(values, values) for values in KINDS])


@given(PAIRS, st.sampled_from(SENTENCES), st.booleans(), st.randoms(use_true_random=False))
def test_states_what_is_rendered_and_nothing_else(
    pair: tuple[Value, Value], sentence: str, casual: bool, rng: random.Random
) -> None:
    value, other = pair
    reading = read(sentence.format(render(value, rng, casual)))
    assert states(reading, value)
    if value.kind in ("name", "text"):
        assume(normalise(str(other.value)) not in normalise(str(value.value)))
    elif value.kind == "date":
        # Without a year the text states that day of any year.
        assume(str(other.value)[5:] != str(value.value)[5:])
    assume(other != value)
    assert not states(reading, other)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert read(text).text == normalise(text)


YES = (
    ("the refund is $84.20", money(84.2)),
    ("84.20 dollars", money(84.2)),
    ("about 84 bucks", money(84)),
    ("it was 84.20.", money(84.2)),
    ("$1,234.50 in all", money(1234.5)),
    ("eighty-four dollars and twenty cents", money(84.2)),
    ("a hundred and twenty dollars", money(120)),
    ("on the 12th of March", day("2026-03-12")),
    ("3/12", day("2026-03-12")),
    ("3/12/2026 please", day("2026-03-12")),
    ("Thu, Mar. 12 at 2:35pm", day("2026-03-12")),
    ("March 12th, 2026", day("2026-03-12")),
    ("at 2:35 p.m.", clock("14:35")),
    ("March 12, 14:35", clock("14:35")),
    ("at noon", clock("12:00")),
    ("the 1pm one", clock("13:00")),
    ("the 4421 one", code("4421")),
    ("by 12 midnight", clock("00:00")),
    ("twelve of them", number(12)),
    ("a hundred and twenty", number(120)),
    ("twenty-five, please", number(25)),
    ("just one", number(1)),
    ("change the quantity to one", number(1)),
    ("2x kettle", number(2)),
    ("within the 30-day window", number(30)),
    ("5-7 business days", number(7)),
    ("ten per cent off", percent(10)),
    ("order #r-20418", code("R-20418")),
    ("order r 20418", code("R-20418")),
    ("R\u201120418\u2014thanks", code("R-20418")),
    ("k7q wlm", code("K7QWLM")),
    ("ending in 4421.", code("4421")),
    ("****4421", code("4421")),
    ("xxxx-xxxx-xxxx-4421", code("4421")),
    ("the JUNIPER  kettle", name("Juniper Kettle")),
    ("O\u2019Neill's account", name("O'Neill")),
    ("jose garcia", name("José García")),
    ("14 larch road apt 2", phrase("14 Larch Road, Apt 2")),
    ("it's Ann.Lee@Mail.com.", email("ann.lee@mail.com")),
)
NO = (
    ("$384.20", money(84.2)),
    ("order R-84.2", money(84.2)),
    ("$84.25", money(84.2)),
    ("$84.20", money(84)),
    ("84%", money(84)),
    ("order #84", money(84)),
    ("March 12, 2025", day("2026-03-12")),
    ("12 kettles", day("2026-03-12")),
    ("open 24/7", day("2026-07-24")),
    ("March 12", number(12)),
    ("at 12:30", number(12)),
    ("change it to midnight blue", clock("00:00")),
    ("$2", number(2)),
    ("seat 2A", number(2)),
    ("the 2nd", number(2)),
    ("that one", number(1)),
    ("the blue one", number(1)),
    ("the 4421 one", number(1)),
    ("a one-way ticket", number(1)),
    ("2 one-dollar bills", number(21)),
    ("R-204185", code("R-20418")),
    ("AR-20418", code("R-20418")),
    ("R-4421", code("4421")),
    ("$4421", code("4421")),
    ("4,421", code("4421")),
    ("4421.50", code("4421")),
    ("by March 12, 2026", code("2026")),
    ("Kettles", name("Kettle")),
    ("Annabel", name("Ann")),
    ("anything", phrase("")),
    ("x.ann@mail.com", email("ann@mail.com")),
)


@pytest.mark.parametrize(("text", "value"), YES)
def test_states(text: str, value: Value) -> None:
    assert states(read(text), value)


@pytest.mark.parametrize(("text", "value"), NO)
def test_does_not_state(text: str, value: Value) -> None:
    assert not states(read(text), value)


def test_everything_stated_is_listed() -> None:
    reading = read("Order R-20418 (card 4421, K7QWLM): $84.20 on March 12, 2026, then 15.00 on 4/2. Call 555-123-4567")
    assert amounts(reading) == {84.2, 15.0}
    assert dates(reading) == {(2026, 3, 12), (None, 4, 2)}
    assert codes(reading) == {plain_code(c) for c in ("R-20418", "4421", "K7QWLM", "555-123-4567")}


def test_capitals_look_like_codes() -> None:
    assert codes(read("my code is QWKLMN")) == {"qwklmn"}


@given(st.one_of(KINDS), st.booleans(), st.integers())
def test_rendering_follows_the_seed(value: Value, casual: bool, seed: int) -> None:
    assert render(value, random.Random(seed), casual) == render(value, random.Random(seed), casual)
