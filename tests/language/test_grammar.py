"""Templates: what they parse to, what they may say, and how parts become messages."""

from random import Random

import pytest

from apigen_mt.language.grammar import Phrases, Words, connected, message, read_pieces


def said(block: str, register: str = "plain", **fields: str) -> set[str]:
    phrases, rng = Phrases(block), Random(0)
    return {str(phrases.realise(rng, fields, register)) for _ in range(300)}  # type: ignore[arg-type]


def test_alternatives_nest_and_may_be_empty() -> None:
    assert said("go [right [away|now]|]") == {"Go right away.", "Go right now.", "Go."}


def test_blanks_are_folded_and_none_stand_before_punctuation() -> None:
    assert said("well [so|]  , then [|] ?") == {"Well so, then?", "Well, then?"}


def test_sentences_start_with_a_capital_unless_a_value_comes_first() -> None:
    assert said("ok. is it? yes... no") == {"Ok. Is it? Yes... no."}
    assert said("{id} it is", id="r-1") == {"r-1 it is."}


def test_values_alone_get_no_full_stop() -> None:
    assert said("{id}", id="r-1") == {"r-1"}
    assert said("{a}, {b}", a="x", b="y") == {"x, y"}
    assert said("it is {id}", id="r-1") == {"It is r-1."}


def test_values_are_fixed_segments() -> None:
    words = Phrases("from {a} to {b}").realise(Random(0), {"a": "x  , y", "b": "[z|q]"})
    assert words.fixed == ("x  , y", "[z|q]")
    assert str(words) == "From x  , y to [z|q]."


def test_words_given_as_a_value_keep_their_own_segments() -> None:
    noun = Phrases("the order with the {item}").fragment(Random(0), {"item": "Lamp"})
    assert Phrases("cancel {order}").realise(Random(0), {"order": noun}).fixed == ("Lamp",)


def test_fragments_keep_their_ends() -> None:
    assert str(Phrases("the refund").fragment(Random(0), {})) == "the refund"


def test_marks_reserve_lines_for_registers() -> None:
    block = "~ yo\n.+ hey\n= good day\nhello"
    assert said(block, "terse") == {"Yo.", "Hello."}
    assert said(block, "plain") == said(block, "chatty") == {"Hey.", "Hello."}
    assert said(block, "formal") == {"Good day.", "Hello."}


def test_alternatives_that_need_an_absent_value_are_passed_over() -> None:
    assert said("go on [with {a}|now|]") == {"Go on now.", "Go on."}
    assert said("go on [with [{a}|{b}]|]", b="it") == {"Go on with it.", "Go on."}
    with pytest.raises(LookupError):
        said("go on [with {a}|to {b}]")


def test_only_lines_whose_fields_are_given_are_said() -> None:
    block = "nothing\nonly {a}\nboth {a} and {b}"
    assert said(block) == {"Nothing."}
    assert said(block, a="x") == {"Nothing.", "Only x."}
    every = {str(Phrases(block).realise(Random(n), {"a": "x", "b": "y"}, every=True)) for n in range(50)}
    assert every == {"Both x and y."}


def test_a_missing_line_is_named() -> None:
    phrases = Phrases("= it is {a}")
    assert not phrases.allows(frozenset("a"), "terse")
    assert phrases.allows(frozenset("a"), "formal", every=True)
    with pytest.raises(LookupError, match=r"no line for a terse person .*it is \{a\}"):
        phrases.realise(Random(0), {"a": "x"}, "terse")


@pytest.mark.parametrize("line", ["a [b", "a ] b", "a | b", "a {b c}", "{"])
def test_malformed_lines_are_refused(line: str) -> None:
    with pytest.raises(ValueError, match="template"):
        Phrases(line)


def test_counting() -> None:
    assert Phrases("[a|b [c|d]|]").count() == 4
    assert Phrases("[a|a|b] [c|d]\nx\n# [a|b]").count() == 5


def test_equal_seeds_say_the_same() -> None:
    phrases = Phrases("[a|b|c] [d|e|f] {x}")
    first, second = ([str(phrases.realise(rng, {"x": "1"})) for _ in range(20)] for rng in (Random(3), Random(3)))
    assert first == second


def text(content: str) -> Words:
    return Words(((content, False),))


def test_messages_close_and_capitalise_sentences() -> None:
    parts = text("hi"), Words(), text("it's me"), Words((("ab-1", True),)), text("thanks")
    assert str(message(*parts)) == "hi. It's me. ab-1. Thanks"
    assert str(message(text("One more thing:"), text("Can I ask?"), text("I wonder"))) == (
        "One more thing: can I ask? I wonder"
    )
    assert message() == Words()


def test_connected_parts_are_one_breath() -> None:
    parts = (text("Cancel the order."), text("Change the address."))
    heard = {str(connected(Random(n), parts, "plain")) for n in range(50)}
    assert "Cancel the order, and change the address." in heard
    assert "Cancel the order. Also, change the address." in heard
    assert str(connected(Random(0), (text("Can you?"), text("Also this.")))) == "Can you? Also this."
    assert connected(Random(0), ()) == Words()


def test_what_opens_a_message_is_left_out_of_its_later_parts() -> None:
    phrases = Phrases("[sure|of course], {name}. ^ what is {asked}?")
    fields = {"name": "Ann", "asked": "your name"}
    assert str(phrases.realise(Random(1), fields)).endswith("e, Ann. What is your name?")
    assert str(phrases.realise(Random(1), fields, first=False)) == "What is your name?"


def test_an_opening_closes_its_own_alternatives() -> None:
    with pytest.raises(ValueError, match="left open"):
        Phrases("[sure. ^ what now]?")


def test_pieces_are_shared_by_templates_and_counted_like_alternatives() -> None:
    phrases = Phrases("<lead> go", read_pieces({"lead": "please|now|just"}))
    assert {str(phrases.realise(Random(seed), {})) for seed in range(60)} == {"Please go.", "Now go.", "Just go."}
    assert phrases.count() == 3


def test_piece_that_there_is_not_is_named_with_its_template() -> None:
    with pytest.raises(ValueError, match="no piece <lead> for the template '<lead> go'"):
        Phrases("<lead> go")
