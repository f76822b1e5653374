"""What decides a tiny model: its shape and how it is trained."""

import msgspec


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The size of a model."""

    width: int = 192
    inner: int = 512
    """Width inside a feed-forward layer."""
    layers: int = 6
    heads: int = 6
    longest: int = 1536
    """Tokens of the longest conversation that it follows."""


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How it is trained."""

    vocabulary: int = 1500
    tokens: int = 2_000_000
    """Read in all, filling included: the budget, whatever there is of data."""
    drills: float = 0.25
    """Share of the tokens, at the beginning, that are drills in copying."""
    batch: int = 2048
    """Tokens of a step."""
    learning_rate: float = 3e-3
    """Of AdamW: embeddings, convolutions and norms."""
    muon_rate: float = 6e-3
    """Of Muon, for matrices, as scaled to AdamW's size of steps."""
    warmup: float = 0.02
    """Share of the tokens over which the rates rise; from there they fall to nothing."""
    weight_decay: float = 0.05
