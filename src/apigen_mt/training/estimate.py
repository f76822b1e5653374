"""What training will need, by arithmetic, before anything is loaded: parameters, memory, time.

Bytes for each parameter, full: 4 weight, 4 gradient, 8 AdamW, all in 32 bit and sharded, and a copy in 16 bit to compute
with (of everything where nothing is sharded, else of two layers at a time). With adapters the weights stand in 16 bit and
only the adapters have gradients. Activations are recomputed: each layer keeps its input, and one layer at a time keeps all.
Logits exist for learned tokens only.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from apigen_mt.errors import UserError
from apigen_mt.training.conversations import read_conversations
from apigen_mt.training.families import Template
from apigen_mt.training.mix import Source
from apigen_mt.training.recipe import Cards, Recipe
from apigen_mt.training.replies import whole
from apigen_mt.training.template import Refused

CHARACTERS = 3.5
"""In a token, of English with JSON; tokenizers differ by a fifth in both directions."""
MFU = {"none": 0.40, "fsdp2": 0.35, "zero3": 0.30}
"""Share of a card's peak that is reached: an assumption, lower the more the cards have to tell each other."""


class Card(NamedTuple):
    """A kind of GPU."""

    memory: float
    """GB."""
    peak: float
    """Dense operations in bfloat16 a second."""


KINDS: Mapping[str, Card] = {"a100": Card(80, 312e12), "h100": Card(80, 989e12), "h200": Card(141, 989e12)}
LESS = frozenset(("pcie", "nvl", "mig"))
"""Boards of these kinds that are slower, and slices of them."""


def peak_of(name: str) -> float | None:
    """Return the peak of a card by the name that its driver gives; None where it is not one of `KINDS` in full."""
    words = set(name.lower().replace("-", " ").split())
    return None if words & LESS else next((card.peak for kind, card in KINDS.items() if kind in words), None)


class Size(NamedTuple):
    """Parameters of a model."""

    total: int
    embedding: int
    """Of one table of embeddings; the head has one of its own unless they are tied."""
    layer: int
    layers: int
    lora: int
    """Of its adapters, for each unit of their rank."""


class Estimate(NamedTuple):
    """What one card needs, in GB, and what all of them do."""

    parameters: int
    trained: int
    weights: float
    gradients: float
    optimizer: float
    activations: float
    logits: float
    host: float
    """GB in the host's memory, for each card."""
    steps: int
    tokens_per_second: float
    hours: float

    @property
    def memory(self) -> float:
        """GB on one card, with a tenth for what nobody foresees."""
        return 1.1 * (self.weights + self.gradients + self.optimizer + self.activations + self.logits)


def size(architecture: Mapping[str, Any]) -> Size:
    """Count the parameters of a decoder of the Llama kind.

    Raises:
        UserError: when the architecture is of another kind, or says too little.
    """
    kind = architecture.get("model_type")
    if kind not in ("llama", "mistral", "qwen2", "qwen3"):
        raise UserError(f"no estimate for the architecture {kind!r}: there is one for llama, mistral, qwen2 and qwen3")
    try:
        hidden, inner = architecture["hidden_size"], architecture["intermediate_size"]
        heads, pairs = architecture["num_attention_heads"], architecture["num_key_value_heads"]
        layers, vocabulary = architecture["num_hidden_layers"], architecture["vocab_size"]
    except KeyError as error:
        raise UserError(f"the recipe's architecture does not say {error}") from error
    head = architecture.get("head_dim") or hidden // heads
    wide, narrow = heads * head, pairs * head
    attention = hidden * (wide + 2 * narrow) + wide * hidden
    if kind == "qwen2":
        attention += wide + 2 * narrow  # biases
    if kind == "qwen3":
        attention += 2 * head  # norms of queries and keys
    layer = attention + 3 * hidden * inner + 2 * hidden
    embedding = vocabulary * hidden
    tables = 1 if architecture.get("tie_word_embeddings") else 2
    lora = layers * ((hidden + wide) * 2 + (hidden + narrow) * 2 + (hidden + inner) * 3)
    return Size(tables * embedding + layers * layer + hidden, embedding, layer, layers, lora)


def estimate(recipe: Recipe, cards: int, kind: str, tokens: int, learned: float) -> Estimate:
    """Return what a recipe needs.

    Args:
        recipe: What is done.
        cards: On how many.
        kind: Of which kind.
        tokens: In the data, once through.
        learned: Share of them that is learned.

    Raises:
        UserError: for an unknown kind of card or architecture.
    """
    if kind not in KINDS:
        raise UserError(f"there are no figures for the card {kind!r}; there are {', '.join(KINDS)}")
    card, way, training = KINDS[kind], recipe.on(cards), recipe.training
    count, architecture = size(recipe.architecture), recipe.architecture
    read = training.max_length * way.micro
    trained = count.lora * recipe.lora.rank if way.method == "lora" else count.total
    shards = 1 if way.sharding == "none" else cards
    working = 2.0 * max(2 * count.layer, count.embedding) if shards > 1 or way.offload else 0.0
    if way.method == "lora":
        held = 2.0 * count.total + 4.0 * trained
    else:
        held = 4.0 * trained + (2.0 * trained if shards == 1 and not way.offload else 0.0)
    kept = 2.0 * read * architecture["hidden_size"] * count.layers
    inside = 2.0 * read * (12 * architecture["hidden_size"] + 4 * architecture["intermediate_size"])
    parts = (held / shards, 4.0 * trained / shards, 8.0 * trained / shards)
    on_card, on_host = ((0.0, 0.0, 0.0), sum(parts)) if way.offload else (parts, 0.0)
    per_token = _operations(recipe, way, count)
    speed = cards * card.peak * MFU[way.sharding] / per_token
    everything = tokens * training.epochs
    return Estimate(
        parameters=count.total,
        trained=trained,
        weights=_gb(on_card[0] + working),
        gradients=_gb(on_card[1]),
        optimizer=_gb(on_card[2]),
        activations=_gb(kept + inside),
        logits=_gb(10.0 * read * learned * architecture["vocab_size"]),
        host=_gb(on_host),
        steps=max(1, round(everything / (training.sequences * training.max_length))),
        tokens_per_second=speed,
        hours=everything / speed / 3600,
    )


class Survey(NamedTuple):
    """What data holds, by its characters."""

    conversations: int
    tokens: int
    learned: float
    """Share of the tokens."""
    longer: int
    """Conversations that do not fit a sequence as a whole."""
    refused: dict[str, int]
    """Why a template does not take a conversation -> how many it does not take."""


def survey(template: Template, sources: Iterable[Source], max_length: int) -> Survey:
    """Read datasets under a template, without any tokenizer.

    Raises:
        UserError: when one cannot be read.
    """
    conversations = longer = 0
    everything = learned = 0.0
    refused: Counter[str] = Counter()
    for source in sources:
        for conversation in read_conversations(source.path):
            try:
                pieces = whole(template, conversation.chat, conversation.tools)
            except Refused as error:
                refused[error.reason] += 1
                continue
            length = sum(len(piece.text) for piece in pieces) / CHARACTERS
            own = (len(piece.text) for piece in pieces if piece.message >= 0 and conversation.loss[piece.message])
            conversations += 1
            longer += length > max_length
            everything += source.weight * length
            learned += source.weight * sum(own) / CHARACTERS
    return Survey(conversations, round(everything), learned / max(1.0, everything), longer, dict(refused.most_common()))


def _operations(recipe: Recipe, way: Cards, count: Size) -> float:
    """Return the operations for a token, the recomputed ones not counted, as shares of the peak are given by custom."""
    architecture = recipe.architecture
    matrices = count.total - (0 if architecture.get("tie_word_embeddings") else count.embedding)
    attention = 6 * count.layers * architecture["hidden_size"] * recipe.training.max_length
    return (4 if way.method == "lora" else 6) * matrices + attention


def _gb(count: float) -> float:
    return count / 1e9
