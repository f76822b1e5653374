"""A tiny model of Transformers' `Lfm2`: short convolutions and attention by turns.

At this size the hybrid learns to copy in a fraction of the tokens that a plain Llama needs, and with weights that begin as a
circuit for it, it copies from the first step on (see the benchmark notes).
"""

from pathlib import Path
from typing import Any

from apigen_mt.errors import UserError
from apigen_mt.training.libraries import library
from apigen_mt.training.tiny.recipe import Shape
from apigen_mt.training.tiny.text import END, PAD, USER, Codec

FAR = 1e12
"""Base of the rotary positions: hardly any dimension turns. With the usual one, echoes of one length were answered by counting."""

SPREAD = 0.2
"""Of the entries of token embeddings at first."""
SHARP = 2.0
"""Of what attention compares at first: it looks at one token rather than at many."""
CALM = 128
"""Width at which guesses are as sure at first as they come; wider models begin with their last norm smaller, else they would be
surer the wider they are, and wrong."""
LOUD = 4
"""How much stronger what was found stands in the stream at first than what stands there."""


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
    _begin_by_copying(model)
    return model


def _begin_by_copying(model: Any) -> None:
    """Let the first two layers begin as an induction head: find where the last token stood before, and say what came next.

    One half of the stream holds a token, the other the token before it, which the convolution puts there; attention asks
    with the one half and answers to the other. The idea to begin near a known circuit is Trockman and Kolter's
    (2023, mimetic initialization). Everything is trained from there.
    """
    torch = library("torch")
    half = model.config.hidden_size // 2
    embedding, layers = model.model.embed_tokens.weight, model.model.layers
    with torch.no_grad():
        embedding[:, :half] = torch.randn(len(embedding), half) * SPREAD
        embedding[:, half - 1] = SPREAD
        embedding[:, half:] = 0
        _hold_the_last_token(layers[0].conv, half)
        _look_up(layers[1].self_attn, half)
        model.model.embedding_norm.weight.fill_(min(1.0, CALM / model.config.hidden_size))


def _hold_the_last_token(conv: Any, half: int) -> None:
    """Let a convolution write the first half of the last token into the second half; its gates stand open."""
    torch = library("torch")
    gates, channels = 2 * half, slice(half, 2 * half)
    conv.in_proj.weight[: 2 * gates, half - 1] += 1
    values = conv.in_proj.weight[2 * gates :]
    values[channels] = 0
    values[channels, :half] = torch.eye(half)
    conv.conv.weight[channels] = 0
    conv.conv.weight[channels, 0, -2] = 1
    conv.out_proj.weight.zero_()
    conv.out_proj.weight[channels, channels] = torch.eye(half) * (SPREAD / 3)


def _look_up(attention: Any, half: int) -> None:
    """Let attention ask for a token by the token before, and pass it on as it is."""
    torch = library("torch")
    asks = torch.nn.init.orthogonal_(torch.empty(2 * half, half))
    passes = torch.nn.init.orthogonal_(torch.empty(2 * half, half))
    for projection in (attention.q_proj, attention.k_proj, attention.v_proj):
        projection.weight.zero_()
    attention.q_proj.weight[:, :half] = asks
    attention.k_proj.weight[:, half:] = asks
    attention.v_proj.weight[:, :half] = passes
    attention.out_proj.weight.zero_()
    attention.out_proj.weight[:half] = passes.T * (LOUD * SPREAD)
    attention.q_layernorm.weight.fill_(SHARP)
    attention.k_layernorm.weight.fill_(SHARP)


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
