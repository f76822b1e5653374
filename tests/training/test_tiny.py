"""The tiny loop: how conversations become tokens, what drills are, and what the frequency baseline plays."""

import asyncio
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apigen_mt.cli import main
from apigen_mt.errors import UserError
from apigen_mt.models.completion import Request
from apigen_mt.training.conversations import Conversation, read_conversations
from apigen_mt.training.tiny.drills import QUESTIONS, Drills, anew
from apigen_mt.training.tiny.frequency import FrequencyModel
from apigen_mt.training.tiny.recipe import load_recipe
from apigen_mt.training.tiny.text import CONTROLS, END, RESULT, USER, Codec, make_codec

BOOKS = str(Path(__file__).parents[2] / "examples" / "books")


@pytest.fixture(scope="module")
def conversations(tmp_path_factory: pytest.TempPathFactory) -> list[Conversation]:
    return made(tmp_path_factory.mktemp("tiny") / "data")


def made(out: Path) -> list[Conversation]:
    assert main(["generate", BOOKS, "-n", "24", "--size", "60", "--out", str(out), "--workers", "1", "--quiet"]) == 0
    return list(read_conversations(out))


@pytest.fixture(scope="module")
def codec(conversations: list[Conversation]) -> Codec:
    return make_codec(conversations, 700)


def replies(conversations: Sequence[Conversation]) -> list[tuple[Any, Conversation]]:
    return [(message, one) for one in conversations for message in one.chat if message["role"] == "assistant"]


def test_what_an_agent_wrote_is_read_back_from_its_tokens(conversations: list[Conversation], codec: Codec) -> None:
    for message, conversation in replies(conversations):
        read = codec.parse(codec.reply(message), conversation.tools)
        assert read["content"] == message["content"]
        assert [call["function"] for call in read.get("tool_calls", ())] == [
            call["function"] for call in message.get("tool_calls", ())
        ]


def test_exactly_the_replies_are_learned(conversations: list[Conversation], codec: Codec) -> None:
    for conversation in conversations:
        example = codec.example(conversation)
        learned = [token for token, learn in zip(example.tokens, example.learn, strict=True) if learn]
        assert learned == [token for message, _ in replies([conversation]) for token in codec.reply(message)]


def test_a_message_without_loss_stays_and_is_not_learned(conversations: list[Conversation], codec: Codec) -> None:
    whole = conversations[0]
    first = next(number for number, message in enumerate(whole.chat) if message["role"] == "assistant")
    flags = tuple(flag and number != first for number, flag in enumerate(whole.loss))
    example = codec.example(whole._replace(loss=flags))
    assert example.tokens == codec.example(whole).tokens
    assert example.learned == codec.example(whole).learned - len(codec.reply(whole.chat[first]))


def test_a_value_has_the_same_tokens_in_words_in_calls_and_in_results(codec: Codec) -> None:
    value = codec.value("C-48213")
    for text in (
        codec.text("my card is C-48213"),
        codec.call("open_card", {"card": "C-48213"}),
        codec.result('{"card":"C-48213"}'),
    ):
        assert text[-len(value) :] == value


UNTRAINED = make_codec([], 300)


@given(st.text())
def test_nobody_writes_control_tokens_into_a_message(text: str) -> None:
    codec = UNTRAINED
    assert min(codec.text(text), default=CONTROLS) >= CONTROLS
    assert codec.read(codec.text(text)) == text.strip()


@given(st.integers(), st.sampled_from(["2026-05-18", "B-1042", "rdr_85499a", "a.quill7@inkwell.example", "Salt Road"]))
def test_another_value_has_the_same_shape(seed: int, value: str) -> None:
    made = anew(value, Random(seed))
    assert [one.isalnum() for one in made] == [one.isalnum() for one in value]


def test_a_drill_can_be_answered_from_what_stands_before_it(conversations: list[Conversation], codec: Codec) -> None:
    drills = list(islice(Drills(conversations).draw(codec, Random(0), tokens=20_000), 200))
    for drill in drills:
        asked = [token for token, learn in zip(drill.tokens, drill.learn, strict=True) if not learn]
        answered = [token for token, learn in zip(drill.tokens, drill.learn, strict=True) if learn]
        if drill.tokens[0] == USER:  # the same tokens or values again, in another order or not
            assert sorted(asked[1:-1]) == sorted(answered[:-1])
        else:
            assert drill.tokens[0] == RESULT
            assert answered.count(END) <= QUESTIONS
    echoes = [is_echo(drill.tokens) for drill in drills]
    assert all(echoes[:50])
    assert not all(echoes)


def is_echo(tokens: tuple[int, ...]) -> bool:
    said = tokens[1:-1]
    return len(said) % 2 == 1 and said[: len(said) // 2] == said[len(said) // 2 + 1 :]


def test_the_frequency_baseline_plays_the_usual_call_with_the_value_said_last() -> None:
    def talk(card: str) -> Conversation:
        call = {"type": "function", "function": {"name": "open_card", "arguments": {"card": card}}}
        chat = (
            {"role": "user", "content": f"It's {card}."},
            {"role": "assistant", "content": "", "tool_calls": [call]},
        )
        return Conversation(card, chat, (), (False, True))

    model = FrequencyModel([talk("C-11111"), talk("C-22222")])
    asked = Request("agent", "", ({"role": "user", "content": "My card is C-33333"},))
    answer = asyncio.run(model.complete(asked))
    assert [(call.name, call.arguments) for call in answer.calls] == [("open_card", '{"card":"C-33333"}')]


def test_a_recipe_that_is_wrong_is_refused_in_words(tmp_path: Path) -> None:
    assert load_recipe("cpu").sizes == tuple(sorted(load_recipe("cpu").sizes))
    bad = tmp_path / "bad.toml"
    bad.write_text('domain = "x"\nsizes = []\nseeds = [0]\nheld_out = 1\n')
    with pytest.raises(UserError, match="sizes"):
        load_recipe(str(bad))
    with pytest.raises(UserError, match="there are cpu"):
        load_recipe("no-such")
