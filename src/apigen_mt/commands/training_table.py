"""The estimate of a training as a table."""

from rich.table import Table

from apigen_mt.training.estimate import KINDS, MFU, Estimate, Survey
from apigen_mt.training.recipe import Recipe


def estimate_table(recipe: Recipe, cards: int, card: str, found: Estimate, read: Survey) -> Table:
    """Return what a training takes."""
    way = recipe.on(cards)
    table = Table(box=None, show_header=False)
    weights = "all weights" if way.method == "full" else f"adapters of rank {recipe.lora.rank}"
    placed = "" if way.sharding == "none" else f", {way.sharding}{', in the host' if way.offload else ''}"
    table.add_row("base", recipe.base or "none: from random weights")
    table.add_row("parameters", f"{found.parameters:,}, {found.trained:,} of them trained ({weights})")
    table.add_row("cards", f"{cards} x {card.upper()}{placed}")
    for name in ("weights", "gradients", "optimizer", "activations", "logits"):
        table.add_row(f"  {name}", f"{getattr(found, name):.1f} GB")
    table.add_row("  a card, with a tenth to spare", f"{found.memory:.1f} of {KINDS[card].memory:g} GB")
    if found.host:
        table.add_row("  the host, for each card", f"{found.host:.1f} GB")
    table.add_row(
        "data", f"{read.conversations:,} conversations, about {read.tokens:,} tokens, {read.learned:.1%} learned"
    )
    if read.longer:
        told = f"about {read.longer:,} are longer than {recipe.training.max_length:,} tokens, and will be cut behind a reply"
        table.add_row("", told)
    batch = recipe.training.sequences * recipe.training.max_length
    table.add_row("steps", f"{found.steps:,} of up to {batch:,} tokens, {recipe.training.epochs:g} epochs")
    speed = f"about {found.tokens_per_second:,.0f} tokens a second, if {MFU[way.sharding]:.0%} of the peak are reached"
    table.add_row("speed", speed)
    table.add_row("time", f"about {found.hours:.1f} hours")
    return table
