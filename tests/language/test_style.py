"""Style: it varies the words, keeps values and answers readable, and depends on the seed alone."""

from random import Random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apigen_mt.language.grammar import Words
from apigen_mt.language.personas import sample_persona
from apigen_mt.language.style import MANNERS, PRESETS, PROTECTED, dress, sample_style
from apigen_mt.values.persona import Case, Contractions, Punctuation, Register, Style

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


@pytest.mark.parametrize("preset", PRESETS)
def test_presets_give_sound_styles(preset: str) -> None:
    rng = Random(1)
    for style in (sample_style(rng, preset) for _ in range(500)):
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
    manners, bare_yes = PRESETS[preset]
    assert abs(sum(manners.values()) - 1) < 1e-9
    assert {MANNERS[name].register for name in manners} <= set(bare_yes)


def test_personas_are_many_and_agree_with_their_style() -> None:
    rng = Random(2)
    people = [sample_persona(rng) for _ in range(3000)]
    assert len({person.about for person in people}) > 2500
    assert len({person.id for person in people}) > 2900
    for person in people:
        if "shift key" in person.about or "lower case" in person.about:
            assert person.style.case == "lower"
        if "fragments" in person.about:
            assert person.style.register == "terse"
    assert sample_persona(Random(5)) == sample_persona(Random(5))
