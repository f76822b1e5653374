"""Tiny models, where torch is: training lowers the loss, and what is saved answers the same, alone or together with others."""

from pathlib import Path

import pytest

from apigen_mt.cli import main
from apigen_mt.training.conversations import read_conversations
from apigen_mt.training.libraries import library
from apigen_mt.training.tiny.recipe import Plan, Shape
from apigen_mt.training.tiny.text import END, Codec, make_codec

torch = pytest.importorskip("torch", reason="training needs torch: make test-training")
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
    losses: list[float] = []
    fitting.fit(model, codec, conversations, plan, 0, lambda now: losses.append(now.loss))
    assert sum(losses[-5:]) < 0.8 * sum(losses[:5])

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


def test_a_new_model_copies() -> None:
    codec = make_codec([], 300)
    model = models.make_model(Shape(), codec, 0)
    said = torch.randperm(codec.size - 7)[:60] + 7
    with torch.no_grad():
        guessed = model(input_ids=torch.cat((said, said)).unsqueeze(0)).logits[0, 60:-1].argmax(-1)
    assert (guessed == said[1:]).float().mean() > 0.8


def starts(codec: Codec, chat: tuple[dict[str, object], ...]) -> list[int]:
    return [token for message in chat for token in codec.message(message)]


def ended(reply: list[int]) -> list[int]:
    """A reply up to its end; what stands behind it is filling."""
    return reply[: reply.index(END)] if END in reply else reply
