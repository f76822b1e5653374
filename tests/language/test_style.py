"""Style: it varies the words, keeps values and answers readable, and depends on the seed alone."""

from datetime import date
from random import Random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from apigen_mt.language.grammar import Words
from apigen_mt.language.personas import sample_persona
from apigen_mt.language.population import MIXES, blended, population_text, preset, read_population, sample_style
from apigen_mt.language.style import PROTECTED, dress
from apigen_mt.language.surface import read, render_in_full, states
from apigen_mt.values.persona import Case, Contractions, Ease, Punctuation, Register, Style
from apigen_mt.values.value import Value

rates = st.floats(0, 1)
styles = st.builds(
    Style,
    register=st.sampled_from(get_args(Register)),
    case=st.sampled_from(get_args(Case)),
    punctuation=st.sampled_from(get_args(Punctuation)),
    typos=rates,
    shorthand=st.booleans(),
    contractions=st.sampled_from(get_args(Contractions)),
    exclaims=rates,
)
easy_styles = st.builds(
    lambda style, loose, plain: replace(style, ease=Ease(loose, plain)), styles, rates, st.booleans()
)
segments = st.lists(st.tuples(st.text(min_size=1, max_size=20), st.booleans()), max_size=6)
seeds = st.integers(0, 1 << 30)
SENTENCE = Words((("Yes, please don't cancel it, I'd rather you didn't touch the whole bloody package.", False),))


@given(segments, styles, seeds)
def test_values_come_out_verbatim_and_in_order(parts: list[tuple[str, bool]], style: Style, seed: int) -> None:
    words, place = Words(tuple(parts)), 0
    dressed = dress(words, style, Random(seed))
    for value in words.fixed:
        assert value in dressed[place:]
        place = dressed.index(value, place) + len(value)


values = st.one_of(
    st.builds(
        Value, st.just("code"), st.from_regex(r"[A-Z]{2,3}-?[0-9]{3,6}|[A-Z]{2}[0-9]{2} [0-9][A-Z]{2}", fullmatch=True)
    ),
    st.builds(Value, st.just("money"), st.decimals(1, 9999, places=2).map(float)),
    st.builds(Value, st.just("date"), st.dates(date(1940, 1, 1), date(2030, 1, 1)).map(str)),
    st.builds(
        Value, st.just("email"), st.from_regex(r"[a-z]{3,8}\.[a-z]{2,8}[0-9]{0,3}@[a-z]{3,8}\.example", fullmatch=True)
    ),
    st.builds(
        Value, st.just("name"), st.sampled_from(["Ann Lee", "Ottilie Featherstonehaugh", "The Yes Men", "Mo Okay"])
    ),
    st.builds(Value, st.just("percent"), st.integers(1, 99)),
)
around = st.sampled_from(
    [
        "I'd like to change the order ",
        "yes, that's ",
        " and then please tell me about ",
        ", which is due to ",
        "because of ",
        "thanks, ",
    ]
)


@given(st.lists(st.tuples(around, values), min_size=1, max_size=4), easy_styles, seeds)
def test_no_noise_ever_changes_a_value(parts: list[tuple[str, Value]], style: Style, seed: int) -> None:
    rng = Random(seed)
    words = Words(
        tuple(
            segment
            for text, value in parts
            for segment in ((text, False), (render_in_full(value, rng, casual=True), True), (" ", False))
        )
    )
    said = read(dress(words, style, rng))
    assert all(states(said, value) for _, value in parts)


@given(segments, easy_styles.filter(lambda style: not style.ease.plain_codes), seeds)  # type: ignore[union-attr]
def test_people_at_their_ease_leave_values_verbatim(parts: list[tuple[str, bool]], style: Style, seed: int) -> None:
    words, dressed = Words(tuple(parts)), dress(Words(tuple(parts)), style, Random(seed))
    place = 0
    for value in words.fixed:
        assert value in dressed[place:]
        place = dressed.index(value, place) + len(value)


@given(styles, seeds)
def test_equal_seeds_dress_alike(style: Style, seed: int) -> None:
    assert dress(SENTENCE, style, Random(seed)) == dress(SENTENCE, style, Random(seed))


@given(seeds)
def test_words_of_yes_and_no_are_never_mistyped(seed: int) -> None:
    answer = "yes please do not cancel just leave everything alone"
    style = Style(typos=1.0, punctuation="none")
    assert dress(Words(((answer, False),)), style, Random(seed)).startswith(
        "yes please do not cancel just leave everything"
    )


@given(st.sampled_from(["note", "knot", "nope", "yeast", "noted", "known", "cancels", "wonts", "sores"]), seeds)
def test_no_word_is_mistyped_into_another_answer(word: str, seed: int) -> None:
    typed = dress(Words(((word, False),)), Style(typos=1.0), Random(seed))
    assert typed == word or typed not in PROTECTED


def test_the_plainest_style_changes_nothing() -> None:
    assert dress(SENTENCE, Style(), Random(0)) == str(SENTENCE)


@pytest.mark.parametrize(
    ("style", "text", "expected"),
    [
        (Style(case="lower"), "I Mean It.", "i mean it."),
        (Style(punctuation="light"), "It's fine.", "It's fine"),
        (Style(punctuation="none"), "Well, it's fine, really!", "Well it's fine really"),
        (Style(contractions="expanded"), "It's been sent, but I can't see it.", "It has been sent, but I cannot see it."),
        (Style(contractions="expanded"), "Can't you see it? That's odd.", "Can't you see it? That is odd."),
        (Style(contractions="missing_apostrophe"), "I'm sure it's not, we'll see. I don't.", "Im sure its not, we'll see. I dont."),
        (Style(exclaims=1.0), "That's great.", "That's great!"),
    ],
)  # fmt: skip
def test_each_habit(style: Style, text: str, expected: str) -> None:
    assert dress(Words(((text, False),)), style, Random(0)) == expected


def test_shorthand_is_mostly_used() -> None:
    texts = {
        dress(Words((("Thanks, can you do it please?", False),)), Style(shorthand=True), Random(n)) for n in range(30)
    }
    assert "Thx, can u do it pls?" in texts


@pytest.mark.parametrize("name", MIXES)
def test_presets_give_sound_styles(name: str) -> None:
    rng = Random(1)
    population = preset(name)
    for style in (sample_style(rng, population) for _ in range(500)):
        assert 0 <= style.typos <= 0.06
        habits = (
            style.greets,
            style.thanks,
            style.closes,
            style.patience,
            style.front_load,
            style.bare_yes,
            style.exclaims,
        )
        assert all(0 <= rate <= 1 for rate in habits)
    assert abs(sum(manner.share for manner in population.manners.values()) - 1) < 1e-9
    assert {manner.taste for manner in population.manners.values()} - {""} == set(population.tastes)


def test_only_people_take_their_ease() -> None:
    rng = Random(3)
    assert all(sample_style(rng, preset("people")).ease for _ in range(100))
    assert not any(sample_style(rng, preset("llm-like")).ease for _ in range(100))
    assert {bool(sample_style(rng, preset("mixed")).ease) for _ in range(100)} == {True, False}


def test_weights_blend_presets() -> None:
    blend = blended({"people": 3, "llm-like": 1})
    model = sum(manner.share for manner in blend.manners.values() if manner.loose is None)
    assert model == pytest.approx(0.25)
    assert blended({"mixed": 1}) == preset("mixed")


def test_a_population_survives_being_written_and_drawn_from() -> None:
    population = preset("mixed")
    again = read_population(population_text(population).encode())
    assert again == population
    assert sample_style(Random(4), again) == sample_style(Random(4), population)


def test_personas_are_many_and_agree_with_their_style() -> None:
    rng = Random(2)
    people = [sample_persona(rng, preset("mixed")) for _ in range(3000)]
    assert len({person.about for person in people}) > 2500
    assert len({person.id for person in people}) > 2900
    for person in people:
        if "shift key" in person.about or "lower case" in person.about:
            assert person.style.case == "lower"
        if "fragments" in person.about:
            assert person.style.register == "terse"
    assert sample_persona(Random(5), preset("people")) == sample_persona(Random(5), preset("people"))
