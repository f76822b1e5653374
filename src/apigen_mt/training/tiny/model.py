"""A tiny model of Transformers' `Lfm2`: short convolutions and attention by turns.

At this size the hybrid learns to copy in a fraction of the tokens that a plain Llama needs (see the benchmark notes).
"""

from pathlib import Path
from typing import Any

from apigen_mt.errors import UserError
from apigen_mt.training.libraries import library
from apigen_mt.training.tiny.recipe import Shape
from apigen_mt.training.tiny.text import END, PAD, USER, Codec

FAR = 1e12
"""Base of the rotary positions: hardly any dimension turns. With the usual one, echoes of one length were answered by counting."""


def make_model(shape: Shape, codec: Codec, seed: int) -> Any:
    """Return a model with random weights for a tokenizer."""
    transformers, torch = library("transformers"), library("torch")
    torch.manual_seed(seed)
    layers = ["conv" if number % 2 == 0 else "full_attention" for number in range(shape.layers)]
    config = transformers.Lfm2Config(
        vocab_size=codec.size,
        hidden_size=shape.width,
        intermediate_size=shape.inner,
        block_auto_adjust_ff_dim=False,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        num_key_value_heads=shape.heads,
        layer_types=layers,
        conv_bias=False,
        rope_parameters={"rope_type": "default", "rope_theta": FAR},
        max_position_embeddings=shape.longest,
        pad_token_id=PAD,
        bos_token_id=USER,
        eos_token_id=END,
        tie_word_embeddings=True,
    )
    model = transformers.Lfm2ForCausalLM(config)
    _attend_to_what_is_alike(model)
    return model


def _attend_to_what_is_alike(model: Any) -> None:
    """Let attention begin as a look-up: queries equal keys, and what is found is passed on as it is.

    After Trockman and Kolter 2023 (mimetic initialization); the loss of echoes fell faster with it.
    """
    torch = library("torch")
    with torch.no_grad():
        for layer in model.modules():
            if hasattr(layer, "q_proj"):
                layer.k_proj.weight.copy_(layer.q_proj.weight)
                torch.nn.init.orthogonal_(layer.v_proj.weight, 0.7)
                layer.out_proj.weight.copy_(layer.v_proj.weight.T)


def save(model: Any, codec: Codec, folder: Path) -> None:
    """Write a model with its tokenizer, in Transformers' format."""
    model.save_pretrained(folder)
    codec.save(folder)


def load(folder: Path) -> tuple[Any, Codec]:
    """Return a model and its tokenizer.

    Raises:
        UserError: when the folder has none.
    """
    codec = Codec.load(folder)
    try:
        return library("transformers").AutoModelForCausalLM.from_pretrained(folder, local_files_only=True), codec
    except (OSError, ValueError) as error:
        raise UserError(f"{str(folder)!r} has no model that can be loaded: {error}") from error
