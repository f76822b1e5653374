"""A trained model as agent, in this process."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

torch: Any = pytest.importorskip("torch", reason="torch is not installed: `make test-training` has it")
pytest.importorskip("transformers")

from apigen_mt.cli import main  # noqa: E402
from apigen_mt.models.completion import Malformed, Request  # noqa: E402
from apigen_mt.training.examine import TOOLS  # noqa: E402
from apigen_mt.training.families import family  # noqa: E402
from apigen_mt.training.local import LocalModel, load_local  # noqa: E402
from apigen_mt.training.scratch import make_model, make_tokenizer  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore")  # of libraries that are not ours
TINY = {
    "model_type": "llama",
    "hidden_size": 32,
    "intermediate_size": 48,
    "num_hidden_layers": 1,
    "num_attention_heads": 2,
    "num_key_value_heads": 2,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that knows nothing."""
    torch.set_num_threads(1)
    made = tmp_path_factory.mktemp("model")
    template = family("qwen-2.5")
    make_model(TINY, template, make_tokenizer(template, ["hello"], 300), made, 0)
    return made


class Speaking(LocalModel):
    """The model, with what it writes given: its weights are the only thing that is not real."""

    texts: Sequence[str] = ()
    batches: Sequence[int] = ()

    def _write(self, prompts: Sequence[list[int]]) -> list[list[int]]:
        self.batches = (*self.batches, len(prompts))
        return [self.tokenizer.encode(text) for text in self.texts[: len(prompts)]]


def requests(count: int) -> list[Request]:
    return [
        Request("agent", f"step{n}", ({"role": "user", "content": "hello" * (n + 1)},), tuple(TOOLS))
        for n in range(count)
    ]


async def together(model: LocalModel, asked: list[Request]) -> list[Any]:
    return await asyncio.gather(*(model.complete(one) for one in asked))


def test_words_and_calls_come_back(folder: Path) -> None:
    model = Speaking(folder)
    call = '<tool_call>\n{"name": "zebratool", "arguments": {"zebratext": "é"}}\n</tool_call>'
    model.texts = ("Good day.<|im_end|>", f"{call}<|im_end|>", "and so on and", "<tool_call>\n{oops<|im_end|>")
    words, called, cut, broken = asyncio.run(together(model, requests(4)))
    assert (words.text, words.calls, words.finish) == ("Good day.", (), "stop")
    assert [(one.name, one.arguments) for one in called.calls] == [("zebratool", '{"zebratext":"é"}')]
    assert cut.finish == "length"
    assert broken.calls[0].arguments.startswith("<tool_call>")  # no JSON: the agent is told, and asked once more
    assert model.batches == (4,) and words.usage.prompt > 0


def test_batches_hold_what_is_asked_together(folder: Path) -> None:
    model = Speaking(folder, at_once=3)
    model.texts = ("Yes.<|im_end|>",) * 3
    assert len(asyncio.run(together(model, requests(7)))) == 7
    assert model.batches == (3, 3, 1)


def test_answer_does_not_depend_on_who_asks_beside(folder: Path) -> None:
    """Shorter prompts are filled up on the left, and what fills them is not seen."""
    model = LocalModel(folder, longest=8)
    alone = [asyncio.run(model.complete(one)) for one in requests(3)]
    assert asyncio.run(together(model, requests(3))) == alone


def test_conversation_that_the_template_does_not_take_is_told(folder: Path) -> None:
    model = Speaking(folder)
    with pytest.raises(Malformed, match="does not take the conversation"):
        asyncio.run(model.complete(Request("agent", "x", ({"role": "user", "content": 3},))))


def test_other_weights_are_another_agent(folder: Path, tmp_path: Path) -> None:
    template = family("qwen-2.5")
    make_model(TINY, template, make_tokenizer(template, ["hello"], 300), tmp_path / folder.name, 1)
    assert load_local(folder)[1] != load_local(tmp_path / folder.name)[1]
    assert load_local(folder)[1] == load_local(folder)[1]


def test_evaluation_of_a_model_in_one_command(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tasks = tmp_path / "tasks"
    made = ["blueprints", "examples/bikes", "-n", "2", "--seed", "9", "--size", "60", "--workers", "1", "--quiet"]
    assert main([*made, "--out", str(tasks)]) == 0
    command = ["evaluate", str(tasks), "--domain", "examples/bikes", "--trials", "1", "--agent-model", str(folder)]
    assert main([*command, "--quiet", "--out", str(tmp_path / "out")]) == 0
    assert "agent_failed 2" in capsys.readouterr().out  # it knows nothing
    assert main([*command, "--agent", "scripted", "--out", str(tmp_path / "x")]) == 2
    assert "name one agent" in capsys.readouterr().err
