"""Models from nothing: an architecture with random weights, and a tokenizer made from the data.

A recipe is rehearsed on its own architecture shrunk, and small models are trained from scratch, through the same code as any
other: what is made here is a model's directory like any other.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from apigen_mt.training.conversations import Conversation
from apigen_mt.training.families import Template
from apigen_mt.training.libraries import library
from apigen_mt.training.replies import asked
from apigen_mt.training.template import Refused

SHRUNKEN: Mapping[str, Any] = {
    "hidden_size": 64,
    "intermediate_size": 96,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
}
WORDS = r" ?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+|\s*[\r\n]+|\s+(?!\S)|\s+"
"""What is never put together: digits stand alone, so a value is written alike wherever it stands, and line ends belong to
what is before them, so a prompt has the same tokens at its end and inside a longer one."""


def shrunken(architecture: Mapping[str, Any]) -> dict[str, Any]:
    """Return an architecture of the same kind with some ten thousand parameters."""
    return {**architecture, **SHRUNKEN} | ({"head_dim": 16} if "head_dim" in architecture else {})


def texts_of(template: Template, conversations: Iterable[Conversation]) -> Iterable[str]:
    """Yield conversations as text, for a tokenizer to learn from; those that the template refuses are left out."""
    for conversation in conversations:
        try:
            one = asked(template, conversation.chat, conversation.tools)[-1]
        except (Refused, IndexError):
            continue
        yield one.prompt + one.reply


def make_tokenizer(template: Template, texts: Iterable[str], size: int, control: Iterable[str] = ()) -> Any:
    """Return a byte-level tokenizer learned from texts, in which the template's control tokens are single tokens."""
    tokenizers = library("tokenizers")
    inner = tokenizers.Tokenizer(tokenizers.models.BPE())
    split = tokenizers.pre_tokenizers.Split(tokenizers.Regex(WORDS), "isolated")
    bytes_only = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    inner.pre_tokenizer = tokenizers.pre_tokenizers.Sequence([split, bytes_only])
    inner.decoder = tokenizers.decoders.ByteLevel()
    trainer = tokenizers.trainers.BpeTrainer(
        vocab_size=size,
        initial_alphabet=tokenizers.pre_tokenizers.ByteLevel.alphabet(),
        special_tokens=list(dict.fromkeys([*template.dialect.ends, *control])),
        show_progress=False,
    )
    inner.train_from_iterator(texts, trainer)
    return inner


def make_model(architecture: Mapping[str, Any], template: Template, inner: Any, folder: Path, seed: int) -> None:
    """Write a model with random weights, its tokenizer and its template to a folder."""
    torch, transformers = library("torch"), library("transformers")
    folder.mkdir(parents=True, exist_ok=True)
    kind = {key: value for key, value in architecture.items() if key != "model_type"}
    end = inner.token_to_id(template.dialect.ends[0])
    config = transformers.AutoConfig.for_model(
        architecture["model_type"],
        **{
            **kind,
            "vocab_size": inner.get_vocab_size(),
            "eos_token_id": end,
            "pad_token_id": end,
            "bos_token_id": None,
        },
    )
    torch.manual_seed(seed)
    transformers.AutoModelForCausalLM.from_config(config).save_pretrained(folder)
    inner.save(str(folder / "tokenizer.json"))
    end_token = template.dialect.ends[0]
    described = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "eos_token": end_token,
        "pad_token": end_token,
        "chat_template": template.source,
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(described), encoding="utf-8")
