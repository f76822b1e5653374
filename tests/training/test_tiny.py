"""The tiny loop: how conversations become tokens, what the baselines play, and what data of other qualities is."""

import asyncio
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from apigen_mt.cli import main
from apigen_mt.commands.tiny_table import Score, Speed, tables
from apigen_mt.dataset.read import read_rows
from apigen_mt.dataset.rows import blueprint_of
from apigen_mt.errors import UserError
from apigen_mt.evaluation.tasks import Place, Task
from apigen_mt.models.completion import Request
from apigen_mt.registry import load_world
from apigen_mt.training.conversations import Conversation, read_conversations
from apigen_mt.training.estimate import peak_of
from apigen_mt.training.tiny.frequency import FrequencyModel, NearestModel
from apigen_mt.training.tiny.recipe import load_recipe
from apigen_mt.training.tiny.text import CONTROLS, Codec, make_codec
from apigen_mt.training.tiny.variants import masked, no_refusals, unverified
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.persona import Persona, Style
from apigen_mt.world.domain import World

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


def test_a_policy_is_told_by_its_title_where_there_are_several(conversations: list[Conversation], codec: Codec) -> None:
    def under(title: str, one: Conversation) -> Conversation:
        policy = {"role": "system", "content": f"# {title}\n\nBe kind."}
        return one._replace(chat=(policy, *one.chat[1:]))

    assert conversations[0].chat[0]["role"] == "system"
    assert codec.message(conversations[0].chat[0]) == []
    other = under("Airline", conversations[1])
    both = make_codec([conversations[0], other], 700)
    first, second = both.message(conversations[0].chat[0]), both.message(other.chat[0])
    assert len(first) == len(second) == 1
    assert first != second
    assert both.example(other).tokens[:1] == tuple(second)
    assert both.message(under("Zoo", other).chat[0]) == []


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
    spoilt = 0
    changed = unverified(data, worlds(), 24), masked(data, worlds(), 24)
    for right, wrong, kept in zip(conversations, *changed, strict=True):
        assert kept.chat == wrong.chat
        learned, known = said(wrong), said(right)
        assert said(kept) == [one for one in learned if one in known]
        spoilt += right.chat != wrong.chat
        assert right == wrong or right.chat != wrong.chat
    assert 6 <= spoilt <= 18


def worlds() -> dict[str, World]:
    world = load_world(BOOKS, 0, 60)
    return {world.domain.name: world}


def said(conversation: Conversation) -> list[tuple[str, Any]]:
    """What is learned of a conversation."""
    learned = zip(conversation.chat, conversation.loss, strict=True)
    return [(message["content"], message.get("tool_calls")) for message, learn in learned if learn]


def test_data_without_refusals_has_others_in_their_place(data: Path, conversations: list[Conversation]) -> None:
    kept = list(no_refusals(data, worlds(), 10))
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


def test_the_reduced_recipe_takes_the_way_of_the_one_for_a_card() -> None:
    whole, reduced = load_recipe("gpu"), load_recipe("reduced")
    for name in ("domains", "trials", "wishes", "composed", "style", "lively", "voices"):
        assert getattr(whole, name) == getattr(reduced, name)
    assert whole.shape.longest == reduced.shape.longest


def test_a_recipe_that_is_wrong_is_refused_in_words(tmp_path: Path) -> None:
    assert load_recipe("cpu").sizes == tuple(sorted(load_recipe("cpu").sizes))
    bad = tmp_path / "bad.toml"
    bad.write_text('domains = ["x"]\nsizes = []\nseeds = [0]\nheld_out = 1\n')
    with pytest.raises(UserError, match="sizes"):
        load_recipe(str(bad))
    bad.write_text('domains = ["x"]\nsizes = [1]\nseeds = [0]\nheld_out = 1\ntrials = 0\n')
    with pytest.raises(UserError, match="trials"):
        load_recipe(str(bad))
    with pytest.raises(UserError, match="there are ablations, cpu, gpu, reduced"):
        load_recipe("no-such")


def test_a_share_of_a_peak_is_told_of_known_cards_alone() -> None:
    assert peak_of("NVIDIA H100 80GB HBM3") == peak_of("NVIDIA H200") == 989e12
    assert peak_of("NVIDIA A100-SXM4-40GB") == 312e12
    for other in ("NVIDIA H100 PCIe", "NVIDIA H100 80GB HBM3 MIG 1g.10gb", "NVIDIA GH200 480GB", "Tesla T4", ""):
        assert peak_of(other) is None


def test_the_table_fits_a_terminal() -> None:
    speed = Speed(300.0, 412_345.6, "NVIDIA H100 80GB HBM3", 0.178)
    shares = (0.7, 0.6, 0.5, 0.4)
    scores = [
        Score(
            agent,
            size,
            seed,
            strict=(0.6 + seed / 10, 0.5, 0.4, 0.3),
            plain=shares,
            writes=shares,
            refusals=shares,
            domains=dict.fromkeys(("airline", "banking", "retail"), shares),
            parameters=77_000_000,
            speed=speed,
        )
        for agent, size in (("no-refusals", 24_000), ("trained", 24_000), ("untrained", 0))
        for seed in (0, 1, 2)
    ]
    place = Place("retail", 0, 1, "")
    tasks = [
        Task(name, Blueprint(name, "c1", Persona("p", "a baker", Style()), {}, (), "", (), ()), place)
        for name in scores[0].domains
    ]
    console = Console(width=80, file=StringIO())
    with console.capture() as shown:
        console.print(*tables(scores, tasks, 4), sep="\n")
    lines = shown.get().splitlines()
    assert max(map(len, lines)) <= 80
    whole = " ".join(" ".join(lines).split())
    assert "…" not in whole
    for part in ("no-refusals 24,000 0.70 0.30 0.70", "0.60-0.80", "airline banking retail", "pass^1 pass^4 plain"):
        assert part in whole
    assert "3 tasks, 4 trials each" in whole
    assert "77.0 million parameters 412,346 tokens a second on NVIDIA H100 80GB HBM3, 17.8% of its peak" in whole
