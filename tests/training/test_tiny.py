"""The tiny loop: how conversations become tokens, what the baselines play, and what data of other qualities is."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apigen_mt.cli import main
from apigen_mt.dataset.read import read_rows
from apigen_mt.dataset.rows import blueprint_of
from apigen_mt.errors import UserError
from apigen_mt.models.completion import Request
from apigen_mt.registry import load_world
from apigen_mt.training.conversations import Conversation, read_conversations
from apigen_mt.training.tiny.frequency import FrequencyModel, NearestModel
from apigen_mt.training.tiny.recipe import load_recipe
from apigen_mt.training.tiny.text import CONTROLS, Codec, make_codec
from apigen_mt.training.tiny.variants import masked, no_refusals, unverified

BOOKS = str(Path(__file__).parents[2] / "examples" / "books")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("tiny") / "data"
    assert main(["generate", BOOKS, "-n", "24", "--size", "60", "--out", str(out), "--workers", "1", "--quiet"]) == 0
    return out


@pytest.fixture(scope="module")
def conversations(data: Path) -> list[Conversation]:
    return list(read_conversations(data))


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
    value = codec.value("C-482136")
    for text in (
        codec.text("my card is C-482136"),
        codec.call("open_card", {"card": "C-482136"}),
        codec.result('{"card":"C-482136"}'),
    ):
        assert text[-len(value) :] == value


UNTRAINED = make_codec([], 300)


@given(st.text())
def test_nobody_writes_control_tokens_into_a_message(text: str) -> None:
    codec = UNTRAINED
    assert min(codec.text(text), default=CONTROLS) >= CONTROLS
    assert codec.read(codec.text(text)) == text.strip()


def test_a_flag_that_is_not_set_is_not_read(codec: Codec) -> None:
    assert codec.result('{"loan":"L-482136","lost":false}') == codec.result('{"loan":"L-482136"}')
    assert codec.result('{"loan":"L-482136","lost":true}') == [
        *codec.result('{"loan":"L-482136"}'),
        *codec.name("lost"),
    ]


def test_the_frequency_baseline_plays_the_usual_call_with_the_value_said_last() -> None:
    model = FrequencyModel([called("It's C-11111.", "card", "C-11111"), called("It's C-22222.", "card", "C-22222")])
    assert played(model, "My card is C-33333") == [("open_card", '{"card":"C-33333"}')]


def test_the_nearest_baseline_goes_by_what_the_customer_says() -> None:
    talks = [called("renew L-11111", "renewed", "L-11111"), called("renew L-22222", "renewed", "L-22222")]
    talks.append(called("I have lost L-33333", "lost", "L-33333"))
    assert played(NearestModel(talks), "lost: L-44444") == [("open_lost", '{"lost":"L-44444"}')]
    assert played(FrequencyModel(talks), "lost: L-44444") == [("open_renewed", '{"renewed":"L-44444"}')]


def called(said: str, name: str, value: str) -> Conversation:
    """A conversation in which something is said and a tool is called with a value."""
    call = {"type": "function", "function": {"name": f"open_{name}", "arguments": {name: value}}}
    chat = ({"role": "user", "content": said}, {"role": "assistant", "content": "", "tool_calls": [call]})
    return Conversation(value, chat, (), (False, True))


def played(model: FrequencyModel | NearestModel, said: str) -> list[tuple[str, str]]:
    answer = asyncio.run(model.complete(Request("agent", "", ({"role": "user", "content": said},))))
    return [(call.name, call.arguments) for call in answer.calls]


def test_unverified_data_has_errors_and_masks_keep_them_from_being_learned(
    data: Path, conversations: list[Conversation]
) -> None:
    world = load_world(BOOKS, 0, 60)
    spoilt = 0
    for right, wrong, kept in zip(conversations, unverified(data, world, 24), masked(data, world, 24), strict=True):
        assert kept.chat == wrong.chat
        learned, known = said(wrong), said(right)
        assert said(kept) == [one for one in learned if one in known]
        spoilt += right.chat != wrong.chat
        assert right == wrong or right.chat != wrong.chat
    assert 6 <= spoilt <= 18


def said(conversation: Conversation) -> list[tuple[str, Any]]:
    """What is learned of a conversation."""
    learned = zip(conversation.chat, conversation.loss, strict=True)
    return [(message["content"], message.get("tool_calls")) for message, learn in learned if learn]


def test_data_without_refusals_has_others_in_their_place(data: Path, conversations: list[Conversation]) -> None:
    kept = list(no_refusals(data, load_world(BOOKS, 0, 60), 10))
    refusing = {row.id for row in read_rows(data) if any(output.clauses for output in blueprint_of(row).outputs)}
    assert refusing
    assert [one.id for one in kept] == [one.id for one in conversations if one.id not in refusing][:10]


def test_one_voice_of_the_agent_and_one_wish_of_the_customer(tmp_path: Path) -> None:
    (tmp_path / "plain.toml").write_text("wishes = [1]\nvoices = 1\ncomposed = 0\nsize = 60\n")
    out, config = str(tmp_path / "data"), str(tmp_path / "plain.toml")
    assert main(["generate", BOOKS, "-n", "12", "--config", config, "--out", out, "--workers", "1", "--quiet"]) == 0
    asked = {
        message["content"]
        for one in read_conversations(tmp_path / "data")
        for message in one.chat
        if message["role"] == "assistant" and "library card number?" in message["content"]
    }
    assert len(asked) <= 3
    assert all(len(blueprint_of(row).goals) == 1 for row in read_rows(tmp_path / "data"))


def test_a_recipe_that_is_wrong_is_refused_in_words(tmp_path: Path) -> None:
    assert load_recipe("cpu").sizes == tuple(sorted(load_recipe("cpu").sizes))
    bad = tmp_path / "bad.toml"
    bad.write_text('domain = "x"\nsizes = []\nseeds = [0]\nheld_out = 1\n')
    with pytest.raises(UserError, match="sizes"):
        load_recipe(str(bad))
    with pytest.raises(UserError, match="there are ablations, cpu"):
        load_recipe("no-such")
