"""Loose speech: turns of phrase are exchanged only where their frames take what is put there, and values stay."""

import re
from collections.abc import Iterator
from random import Random

import pytest

from apigen_mt.language.grammar import Segment
from apigen_mt.language.loosen import EXCHANGED, ONCE, START, VALUE, loosened

SEEDS = range(40)
WISHES: tuple[list[Segment], ...] = (
    [("I'd like to cancel ", False), ("KC-12345", True), (", please.", False)],
    [("Can you please tell me how much is left on ", False), ("4857", True), ("?", False)],
    [("Hi, I was wondering if you could please send the refund for the parcel that arrived damaged.", False)],
    [("I need to change the address, and I want to know what time ", False), ("FK-222", True), (" leaves.", False)],
)


def said(segments: list[Segment], seed: int, *, answers: bool = False) -> str:
    return "".join([text for text, _ in loosened(segments, 1.0, Random(seed), answers=answers)])


def words(text: str) -> str:
    return " ".join(re.findall(r"[\w']+", text.casefold()))


FILLERS = ONCE | {"still", "honestly", "kinda"}


def framed() -> Iterator[tuple[str, str, set[str]]]:
    """Yield the sources of rules that need a word beside them, with a sentence that has it, and what only these rules put."""
    for source, rules in EXCHANGED.table.items():
        for rule in rules:
            before, after = (min(words, default="qzx") for words in (rule.before, rule.after))
            everywhere = {option for other in rules if other != rule for option in other.options}
            own = {words(one) for one in set(rule.options) - everywhere if FILLERS.isdisjoint(one.split())}
            own = {one for one in own if one not in words(source)}
            longer = any(other in EXCHANGED.table for other in (f"{before} {source}", f"{source} {after}"))
            if own and (rule.before or rule.after) and not longer and not {START, VALUE} & (rule.before | rule.after):
                yield source, f"qzx {before} {source} {after} qzx.", own


FRAMED = list(framed())


@pytest.mark.parametrize(("source", "frame", "own"), FRAMED, ids=[frame for _, frame, _ in FRAMED])
def test_a_turn_of_phrase_waits_for_its_frame(source: str, frame: str, own: set[str]) -> None:
    outside = {words(said([(f"qzx {source} qzx.", False)], seed)) for seed in SEEDS}
    within = {words(said([(frame, False)], seed)) for seed in SEEDS}
    assert not any(f"qzx {option} qzx" in text for option in own for text in outside)
    assert any(f" {option} " in text for option in own for text in within)


@pytest.mark.parametrize("wish", WISHES, ids=lambda wish: wish[0][0][:20])
def test_values_stay_and_small_words_come_once_in_a_sentence(wish: list[Segment]) -> None:
    values = [text for text, fixed in wish if fixed]
    seen = {said(wish, seed) for seed in SEEDS}
    assert len(seen) > len(SEEDS) / 2
    for text in seen:
        assert [value for value in values if value in text] == values
        assert "  " not in text
        for word in ONCE:
            assert len(re.findall(rf"\b{word}\b", text.casefold())) < 2, text


def test_a_statement_that_becomes_a_question_ends_as_one_and_the_other_way_round() -> None:
    stated = [said([("I'd like to cancel my order.", False)], seed) for seed in range(200)]
    asked = [said([("Can you cancel my order?", False)], seed) for seed in range(200)]
    for text in (*stated, *asked):
        question = re.match(
            r"(?:\w+(?: so)?,? )?(?:can|could|would|will|do|am|is) (?:i|you|it|we|someone)", text.casefold()
        )
        assert text.endswith("?") == (question is not None), text
    assert any(text.endswith("?") for text in stated)
    assert any(text.endswith(".") for text in asked)


@pytest.mark.parametrize(
    "text", ["Yes, please go ahead with the refund.", "No, leave it, I've changed my mind about it."]
)
def test_an_answer_keeps_its_words_but_for_articles(text: str) -> None:
    kept = words(text.replace(" the ", " "))
    for seed in SEEDS:
        assert (
            words(said([(text, False)], seed, answers=True)).replace(" the ", " ").replace(" that refund", " refund")
            == kept
        )


def test_nothing_is_loose_at_a_rate_of_nothing() -> None:
    for wish in WISHES:
        assert loosened(wish, 0.0, Random(0)) == wish
