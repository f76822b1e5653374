"""A tokenizer that is trained here, one for all families, and a dataset of a few conversations."""

import json
from pathlib import Path
from typing import Any

import pytest

from apigen_mt.cli import main
from apigen_mt.training.families import FAMILIES, family
from apigen_mt.training.scratch import make_tokenizer

CONTROL = sorted(
    {end for dialect in FAMILIES.values() for end in dialect.ends}
    | {"<|im_start|>", "<|begin_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<s>", "[INST]", "[/INST]"}
    | {"<bos>", "<start_of_turn>", "[gMASK]", "<sop>", "<|system|>", "<|assistant|>", "[SYSTEM_PROMPT]"}
)
TEXT = ["The customer asks to cancel order B-1042; call find_rider with the e-mail address they gave.\n\n"] * 20


def made_tokenizer(size: int = 500) -> Any:
    """Byte-level BPE, as Llama 3, Qwen, GLM and Mistral's later models have it."""
    return make_tokenizer(family("qwen-2.5"), TEXT, size, CONTROL)


@pytest.fixture(scope="session")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with a tokenizer and a template, as a model's has them."""
    folder = tmp_path_factory.mktemp("model")
    made_tokenizer().save(str(folder / "tokenizer.json"))
    source = Path("src/apigen_mt/training/templates/qwen-2.5.jinja").resolve()
    (folder / "tokenizer_config.json").write_text(json.dumps({"chat_template": source.read_text("utf-8")}))
    return folder


@pytest.fixture(scope="session")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six verified conversations of the shop."""
    out = tmp_path_factory.mktemp("data") / "retail"
    assert main(["generate", "retail", "-n", "6", "--size", "60", "--workers", "1", "--quiet", "--out", str(out)]) == 0
    return out
