"""Tiny models, where torch is: training lowers the loss, and what is saved answers the same, alone or together with others."""

import asyncio
import json
import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest

from apigen_mt.cli import main
from apigen_mt.commands.tiny_table import Score
from apigen_mt.models.completion import Request
from apigen_mt.phases.agent_model import ModelAgent, desk_of
from apigen_mt.registry import load_domain
from apigen_mt.training.conversations import Conversation, read_conversations
from apigen_mt.training.libraries import library
from apigen_mt.training.tiny.recipe import Plan, Shape, load_recipe
from apigen_mt.training.tiny.text import END, Codec, make_codec

torch = pytest.importorskip("torch", reason="training needs torch: make test-training")
FlopCounterMode = library("torch.utils.flop_counter").FlopCounterMode
fitting, models, answer = (library(f"apigen_mt.training.tiny.{name}") for name in ("fit", "model", "answer"))

BOOKS = str(Path(__file__).parents[2] / "examples" / "books")
SHAPE = Shape(width=32, inner=64, layers=2, heads=2)


def test_training_lowers_the_loss_and_a_saved_model_answers_the_same(tmp_path: Path) -> None:
    out = tmp_path / "data"
    assert main(["generate", BOOKS, "-n", "24", "--size", "60", "--out", str(out), "--workers", "1", "--quiet"]) == 0
    conversations = list(read_conversations(out))
    codec = make_codec(conversations, 500)
    torch.set_num_threads(1)
    model = models.make_model(SHAPE, codec, 0)
    plan = Plan(tokens=20_000, batch=1024, learning_rate=0.02)
    points: list[Any] = []
    pace = fitting.fit(model, codec, conversations, plan, 0, points.append, every=1)
    assert sum(point.loss for point in points[-5:]) < 0.8 * sum(point.loss for point in points[:5])
    assert [point.step for point in points] == list(range(1, len(points) + 1))
    assert pace.tokens == points[-1].tokens >= plan.tokens
    assert pace.tokens_per_second > 0
    assert pace.share is None  # There is no card here.

    models.save(model, codec, tmp_path / "model")
    again, same = models.load(tmp_path / "model")
    assert (same.names, same.size) == (codec.names, codec.size)
    assert all(torch.equal(one, other) for one, other in zip(model.parameters(), again.parameters(), strict=True))
    asked = [starts(codec, talk.chat[: 2 + number]) for number, talk in enumerate(conversations[:2])]
    together = answer.replies_to(again, asked)
    assert [ended(one) for one in together] == [ended(answer.replies_to(model, [one])[0]) for one in asked]


def test_only_learned_tokens_count_in_the_loss() -> None:
    codec = make_codec([], 300)
    model = models.make_model(SHAPE, codec, 0)
    tokens = torch.randint(7, codec.size, (2, 24))
    learn = torch.zeros((2, 24), dtype=torch.bool)
    learn[0, 5:9] = True
    before = fitting.loss_of(model, tokens, learn)
    changed = tokens.clone()
    changed[0, 9:], changed[1] = 8, 9
    assert torch.allclose(fitting.loss_of(model, changed, learn), before)
    changed[0, 8] = 8 if tokens[0, 8] != 8 else 9
    assert not torch.allclose(fitting.loss_of(model, changed, learn), before)


def test_operations_are_those_of_the_matrix_products() -> None:
    codec = make_codec([], 300)
    model = models.make_model(Shape(), codec, 0)
    tokens, learn = torch.randint(7, codec.size, (3, 16)), torch.zeros((3, 16), dtype=torch.bool)
    learn[:, 4:9] = True
    with FlopCounterMode(display=False) as counted:
        fitting.loss_of(model, tokens, learn).backward()
    products = counted.get_flop_counts()["Global"][torch.ops.aten.mm]
    assert products == pytest.approx(fitting.operations(model, (3, 16), int(learn.sum())), rel=0.02)


def test_a_new_model_copies() -> None:
    codec = make_codec([], 300)
    copies(models.make_model(Shape(), codec, 0), codec)


def test_the_model_for_a_card_has_the_size_that_is_told_and_copies() -> None:
    codec, recipe = make_codec([], 300), load_recipe("gpu")
    model = models.make_model(recipe.shape, codec, 0)
    inside = model.num_parameters() - model.model.embed_tokens.weight.numel()
    assert round((inside + recipe.plan.vocabulary * recipe.shape.width) / 1e6) == 77
    copies(model, codec)


def copies(model: Any, codec: Codec) -> None:
    said = torch.randperm(codec.size - 7)[:60] + 7
    with torch.no_grad():
        guessed = model(input_ids=torch.cat((said, said)).unsqueeze(0)).logits[0, 60:-1].argmax(-1)
    assert (guessed == said[1:]).float().mean() > 0.8


def test_a_reply_depends_neither_on_who_is_answered_together_nor_on_what_is_remembered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(answer, "LONGEST_REPLY", 12)
    monkeypatch.setitem(answer.ROOM, "cpu", answer.Room(3, 60))
    codec = make_codec([], 300)
    model = models.make_model(Shape(width=64, inner=64, layers=4, heads=2), codec, 0).double()
    asked = [(torch.randperm(codec.size - 7)[:length] + 7).tolist() for length in (1, 2, 40, 3, 17, 5, 39, 25)]
    together = answer.replies_to(model, asked)
    assert together == [answer.replies_to(model, [one])[0] for one in asked]
    for one, reply in zip(asked, together, strict=True):
        with torch.no_grad():
            again = model(input_ids=torch.tensor([one + reply])).logits[0, len(one) - 1 : -1].argmax(-1)
        assert ended(again.tolist()) == ended(reply)


def test_it_trains_and_answers_in_half_precision_as_on_a_card(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (fitting, answer):
        monkeypatch.setattr(module, "precision", lambda device: torch.autocast(device.type, dtype=torch.bfloat16))
    codec = make_codec([], 300)
    model = models.make_model(SHAPE, codec, 0)
    chat = ({"role": "user", "content": "one two"}, {"role": "assistant", "content": "three"})
    talks = [Conversation(str(number), chat, (), (False, True)) for number in range(8)]
    fitting.fit(model, codec, talks, Plan(tokens=12_000, batch=256, learning_rate=0.02), 0)
    assert all(weight.dtype == torch.float32 for weight in model.parameters())
    (reply,) = answer.replies_to(model, [codec.message(chat[0])])
    assert codec.parse(reply, ())["content"] == "three"


def test_who_waits_for_an_answer_is_told_when_there_is_none() -> None:
    codec = make_codec([], 300)
    agent = answer.TinyModel(models.make_model(SHAPE, codec, 0), codec)
    agent.model.generate = None
    with pytest.raises(TypeError):
        asyncio.run(agent.complete(Request("agent", "", ({"role": "user", "content": "hello"},))))


LOOP = """
domains = ["retail", "airline", "banking"]
sizes = [8, 16]
seeds = [0]
held_out = 3
trials = 2
repeated = 4
more = 6
customers = 60
shape = { width = 32, inner = 64, layers = 2, heads = 2 }
plan = { vocabulary = 900, tokens = 4000 }
"""


def test_the_loop_over_all_domains_tells_what_came_of_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recipe, out = tmp_path / "loop.toml", tmp_path / "loop"
    recipe.write_text(LOOP)
    command = ["tiny", str(recipe), "--out", str(out), "--workers", "1", "--json"]
    assert main(command) == 0
    shown = capsys.readouterr().out
    scores = msgspec.json.decode(shown, type=list[Score])
    assert [(one.agent, one.conversations) for one in scores] == [
        ("do-nothing", 0),
        ("by-words", 0),
        ("frequency", 4),
        ("nearest", 4),
        ("trained", 16),
        ("trained", 8),
        ("untrained", 0),
        ("random", 22),
        ("targeted", 22),
    ]
    for one in scores:
        assert list(one.domains) == ["airline", "banking", "retail"]
        assert all(len(shares) == 2 and shares[0] >= shares[1] for shares in (one.strict, *one.domains.values()))
    trained = scores[4]
    assert trained.parameters and trained.speed
    points = [json.loads(line) for line in (out / "16-0" / "curve.jsonl").read_text().splitlines()]
    assert points[-1]["tokens"] >= 4000
    assert points[-1]["tokens_per_second"] > 0
    aimed = tomllib.loads((out / "targeted.toml").read_text())["targets"]
    assert {kind.partition(":")[0] for kind in aimed} == set(scores[0].domains)
    assert tomllib.loads((out / "random.toml").read_text())["targets"] == {}
    assert main(command) == 0
    assert capsys.readouterr().out == shown

    codec = Codec.load(out / "tokenizer")
    learned = {codec.example(one).tokens[0] for one in read_conversations(out / "data")}
    shown_then = {tuple(codec.message(opening)) for opening in map(opening_of, scores[0].domains)}
    assert shown_then == {(token,) for token in learned}
    assert len(learned) == 3


def opening_of(domain: str) -> dict[str, Any]:
    """What an agent is shown of a domain before anybody speaks."""
    (opening,) = ModelAgent(answer.TinyModel(None, make_codec([], 300)), desk_of(load_domain(domain)), "").opening
    return opening


def starts(codec: Codec, chat: tuple[dict[str, object], ...]) -> list[int]:
    return [token for message in chat for token in codec.message(message)]


def ended(reply: list[int]) -> list[int]:
    """A reply up to its end; what stands behind it is filling."""
    return reply[: reply.index(END)] if END in reply else reply
