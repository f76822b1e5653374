"""Where a tiny model is computed: on a card in bfloat16 where there is one, else on the processor in float32."""

import time
from collections.abc import Callable
from typing import Any

import torch  # pyright: ignore[reportMissingImports]


def place() -> Any:
    """Return the first card, or the processor."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def name_of(device: Any) -> str:
    """Return what a card's driver calls it; nothing for the processor."""
    return torch.cuda.get_device_name(device) if device.type == "cuda" else ""


def precision(device: Any) -> Any:
    """Return the context in which a model computes there. Weights, gradients and their sums stay in float32."""
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=device.type == "cuda")


def clock(device: Any) -> Callable[[], float]:
    """Return what tells the seconds of work.

    They are the processor's, which may be shared; on a card they are wall time, with all done that it was asked for.
    """

    def behind() -> float:
        torch.cuda.synchronize(device)
        return time.perf_counter()

    return behind if device.type == "cuda" else time.process_time
