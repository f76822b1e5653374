"""What the models of an evaluation were asked, and what that came to."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from apigen_mt.models.endpoint import Price
from apigen_mt.models.ledger import ledger
from apigen_mt.models.log import COMPLETIONS, CompletionLog


def spent_on(directory: Path, prices: Mapping[str, Price]) -> list[dict[str, Any]]:
    """Return calls, tokens, seconds and money by role and model; nothing where no model played."""
    if not (directory / COMPLETIONS).is_file():
        return []
    with CompletionLog.read(directory) as log:
        lines = ledger(log, prices, {}).by("role", "model")
    return [{"role": role, "model": model, **spent._asdict()} for (role, model), spent in lines.items()]
