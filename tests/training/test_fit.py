"""Training with torch: what is learned, what is seen, and that a killed run is the run undisturbed."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

torch: Any = pytest.importorskip("torch", reason="torch is not installed: `make test-training` has it")
transformers: Any = pytest.importorskip("transformers")

from apigen_mt.cli import main  # noqa: E402
from apigen_mt.training.curves import read_curves  # noqa: E402
from apigen_mt.training.fit import leaks, loss_of, packed, padded, twin  # noqa: E402
from apigen_mt.training.recipe import load_recipe, recipe_names  # noqa: E402
from apigen_mt.training.scratch import shrunken  # noqa: E402

torch.set_num_threads(1)
pytestmark = pytest.mark.filterwarnings("ignore")  # of libraries that are not ours
TINY = {
    "hidden_size": 32,
    "intermediate_size": 48,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "vocab_size": 60,
}
ARCHITECTURES = {
    "llama": {},
    "qwen2": {},
    "qwen3": {"head_dim": 8},
    "mistral": {"sliding_window": 16},
    "gemma3_text": {"head_dim": 8, "sliding_window": 16},
}


def made(kind: str, **more: Any) -> Any:
    torch.manual_seed(0)
    config = transformers.AutoConfig.for_model(kind, **TINY, **more)
    return transformers.AutoModelForCausalLM.from_config(config).eval()


@pytest.mark.parametrize("kind", ARCHITECTURES)
def test_packing_leaks_nothing(kind: str) -> None:
    model = made(kind, **ARCHITECTURES[kind])
    assert leaks(model) == leaks(twin(model.config)) == 0


def test_leak_is_seen_where_there_is_one() -> None:
    """The short convolutions of LFM2 run over the border of two conversations."""
    model = made("lfm2", layer_types=["conv", "full_attention"])
    assert leaks(model) > 0 and leaks(twin(model.config)) > 0


def documents() -> list[tuple[list[int], list[bool]]]:
    generator = torch.Generator().manual_seed(1)
    lengths = (7, 12, 9)
    return [
        (
            torch.randint(5, 60, (length,), generator=generator).tolist(),
            [False, *(torch.rand(length - 1, generator=generator) < 0.5).tolist()],
        )
        for length in lengths
    ]


@pytest.mark.parametrize("kind", ["llama", "qwen2"])
def test_packed_loss_and_gradient_are_those_of_the_conversations_alone(kind: str) -> None:
    """Each learned token is predicted from its own conversation, and from nothing else."""
    model = made(kind)
    wanted = torch.zeros(())
    count = 0
    for tokens, learn in documents():
        logits = model(input_ids=torch.tensor([tokens]), use_cache=False).logits[0]
        for place, flag in enumerate(learn):
            if flag:
                wanted = wanted - logits[place - 1].log_softmax(-1)[tokens[place]]
                count += 1
    wanted = wanted / count
    wanted.backward()
    gradients = [one.grad.clone() for one in model.parameters()]
    for collate in (packed, padded):
        model.zero_grad()
        batch = collate([[one] for one in documents()])
        labels = batch.pop("labels")
        loss = loss_of(model(**batch, use_cache=False), labels, None)
        loss.backward()
        assert torch.allclose(loss, wanted, atol=1e-5)
        assert all(torch.allclose(one.grad, g, atol=1e-5) for one, g in zip(model.parameters(), gradients, strict=True))


# ---- whole runs -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bikes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Conversations of the example domain, whose policy is short."""
    out = tmp_path_factory.mktemp("bikes") / "data"
    arguments = ["generate", "examples/bikes", "-n", "8", "--size", "60", "--workers", "1", "--quiet"]
    assert main([*arguments, "--out", str(out)]) == 0
    return out


ROOM = ("--rehearse", "--max-length", "2600", "--quiet")


@pytest.mark.parametrize(("name", "cards"), [(name, 1) for name in recipe_names()] + [("xlam-2-70b", 32)])
def test_every_recipe_trains_three_steps_of_its_own_architecture(
    name: str, cards: int, bikes: Path, tmp_path: Path
) -> None:
    """The model is shrunken, the path is the same: tokens, masks, packing, adapters where the recipe has them."""
    out = tmp_path / "out"
    arguments = ["--data", str(bikes), "--out", str(out), "--cards", str(cards), "--steps", "3"]
    assert main(["train", name, *arguments, *ROOM]) == 0
    points = read_curves(out)
    assert [point.step for point in points] == [1, 2, 3] and all(point.loss > 0 for point in points)
    config = json.loads((out / "rehearsal" / "config.json").read_text())
    recipe = load_recipe(name)
    assert config["model_type"] == recipe.architecture["model_type"]
    assert config["num_hidden_layers"] == shrunken(recipe.architecture)["num_hidden_layers"]
    adapters = (out / "model" / "adapter_config.json").is_file()
    assert adapters == (recipe.on(cards).method == "lora")
    assert json.loads((out / "data" / "sequences.json").read_text())["learned"] > 0


def training(bikes: Path, out: Path, *more: str) -> list[str]:
    common = ["train", "xlam-2-1b", "--data", str(bikes), "--out", str(out), "--steps", "6", "--save-every", "2"]
    return [sys.executable, "-m", "apigen_mt", *common, *ROOM, *more]


def environment() -> dict[str, str]:
    return os.environ | {"OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"}


def test_training_that_is_killed_and_resumed_equals_training_undisturbed(bikes: Path, tmp_path: Path) -> None:
    whole, torn = tmp_path / "whole", tmp_path / "torn"
    subprocess.run(training(bikes, whole), env=environment(), check=True, capture_output=True, timeout=300)
    process = subprocess.Popen(training(bikes, torn), env=environment(), stderr=subprocess.DEVNULL)
    end = time.monotonic() + 300
    while len(read_curves(torn)) < 3 and time.monotonic() < end:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert 3 <= len(read_curves(torn)) < 6 and not (torn / "model").exists()
    subprocess.run(training(bikes, torn), env=environment(), check=True, capture_output=True, timeout=300)
    assert (torn / "model" / "model.safetensors").read_bytes() == (whole / "model" / "model.safetensors").read_bytes()
    told = [
        [(p.step, p.loss, p.learning_rate, p.gradient_norm, p.tokens) for p in read_curves(out)]
        for out in (whole, torn)
    ]
    assert told[0] == told[1] and len(told[0]) == 6


def test_other_training_in_the_same_directory_is_refused(
    bikes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["train", "xlam-2-1b", "--data", str(bikes), "--out", str(tmp_path / "out"), "--steps", "1", *ROOM]
    assert main(arguments) == 0
    assert main([*arguments, "--seed", "5"]) == 2
    assert "was begun with another seed" in capsys.readouterr().err


def test_two_processes_that_share_the_model_learn_what_two_with_copies_do(bikes: Path, tmp_path: Path) -> None:
    """FSDP2 over gloo. The recipe for one card shares nothing: the same data, the same steps, the same losses."""
    losses: list[list[float]] = []
    for cards in ("8", "1"):
        out = tmp_path / cards
        command = [
            "train",
            "xlam-2-3b",
            "--data",
            str(bikes),
            "--out",
            str(out),
            "--cards",
            cards,
            "--steps",
            "3",
            *ROOM,
        ]
        launch = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2", "-m", "apigen_mt"]
        done = subprocess.run(
            [*launch, *command], env=environment(), capture_output=True, text=True, timeout=300, check=False
        )
        assert done.returncode == 0, done.stderr
        losses.append([point.loss for point in read_curves(out)])
    assert losses[0] == pytest.approx(losses[1], rel=1e-4) and len(losses[0]) == 3
    assert (tmp_path / "8" / "model" / "model.safetensors").is_file()


def test_cards_want_as_many_processes(bikes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["train", "xlam-2-1b", "--data", str(bikes), "--out", str(tmp_path / "out"), "--cards", "8"]
    assert main(arguments) == 2
    assert "torchrun --nproc-per-node 8" in capsys.readouterr().err
