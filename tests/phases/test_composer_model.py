"""The composer with a model: what it is told, and what its instruction is held to."""

import asyncio
from collections.abc import Callable

import msgspec
import pytest
from talks import DISCOUNT, LOST, MATILDA, ask_due, cancel, extend, task, thing
from voices import Voice, in_turn

from apigen_mt.models.completion import Malformed
from apigen_mt.phases.composer_model import ModelComposer
from apigen_mt.values.blueprint import Blueprint, Change
from apigen_mt.world.domain import World

replace = msgspec.structs.replace

STORY = (
    "You are Matilda Vandermeer (matilda@inkwell.example), and your week is upside down. You want to keep the Towpath for "
    "two more days. Asked which hire to cancel, you first say hire B-1076; when asked to confirm, you change it to the "
    "Cargo Mule. Only then you ask about the Night Heron, and for a discount; if that is refused, you mention lost gloves."
)


@pytest.fixture
def composed(desk: World) -> Blueprint:
    """Goals with every kind of words: things, a value, a first value, a fallback."""
    change = Change("hire", "B-1076", thing("hire B-1076", hire="B-1076"))
    goals = (
        extend(),
        replace(cancel(), change=change),
        replace(ask_due("B-1075"), opens="later"),
        replace(DISCOUNT, opens="later", fallback=LOST),
    )
    return task(desk, MATILDA, *goals)


def write(desk: World, composed: Blueprint, voice: Voice, *parts: Blueprint) -> str:
    """The instruction that comes of a model's answers."""
    return asyncio.run(ModelComposer(voice).write(desk, composed, parts, "context0/composed"))


def told(instruction: str) -> dict[str, str]:
    """The answer of a model."""
    return {"thought": "One busy week.", "instruction": instruction}


def test_story_that_keeps_everything_is_taken(desk: World, composed: Blueprint) -> None:
    voice = in_turn(told(STORY))
    assert write(desk, composed, voice) == STORY
    (request,) = voice.asked
    shown = request.messages[1]["content"]
    assert "2. cancel (first said as 'hire B-1076', changed to 'the Cargo Mule' when asked to confirm)" in shown
    assert "4. discount (comes up only after the earlier ones; if refused: lost property)" in shown
    assert composed.instruction in shown and "- the Night Heron" in shown
    assert (request.role, request.place) == ("composer", "context0/composed")


def test_reasons_that_the_parts_give_are_shown_and_may_be_kept(desk: World, composed: Blueprint) -> None:
    part = replace(task(desk, MATILDA, extend()), instruction="You keep it, for the ferry on May 30 costs $9.75 less.")
    kept = STORY + " The ferry on May 30 is $9.75 cheaper."
    voice = in_turn(told(kept))
    assert write(desk, composed, voice, part) == kept
    shown = voice.asked[0].messages[1]["content"]
    assert part.instruction in shown and shown.index(part.instruction) < shown.index(composed.instruction)
    with pytest.raises(Malformed, match=r"amount 9\.75"):
        write(desk, composed, in_turn(told(kept)))


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (lambda s: s.replace("the Night Heron", "a bicycle"), "does not contain the words 'the Night Heron' for ask_due.hire"),
        (lambda s: s.replace("hire B-1076", "another"), "does not contain the words 'hire B-1076' for cancel.hire"),
        (lambda s: s.replace("matilda@inkwell.example", "by mail"), "does not say the customer's email"),
        (lambda s: s + " You paid $12.40.", "has the amount 12.4"),
        (lambda s: s + " Your friend Xenia Delacourt waits.", "names Xenia Delacourt"),
        (lambda s: s + " They will use cancel_hire.", "names cancel_hire"),
        (lambda s: s + " You are rdr_4219e5.", "has the internal id rdr_4219e5"),
    ],
    ids=["goal's words", "first words", "fact", "amount", "another customer", "tool", "internal id"],
)  # fmt: skip
def test_story_that_loses_or_adds_something_is_told_so_once(
    desk: World, composed: Blueprint, wrong: Callable[[str], str], reason: str
) -> None:
    assert wrong(STORY) != STORY
    voice = in_turn(told(wrong(STORY)), told(STORY))
    assert write(desk, composed, voice) == STORY
    assert reason in voice.asked[1].messages[-1]["content"]
    with pytest.raises(Malformed, match="composer's answer is of no use"):
        write(desk, composed, in_turn(told(wrong(STORY))))
