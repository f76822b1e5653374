"""Training a tiny model on conversations; Muon for matrices and AdamW for the rest, rates to nothing.

Only this module and `answer` touch torch. Sequences are filled up at their end, where no earlier token sees it, and logits
are computed for learned tokens alone.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any, NamedTuple

import torch  # pyright: ignore[reportMissingImports]

from apigen_mt.training.conversations import Conversation
from apigen_mt.training.tiny.recipe import Plan
from apigen_mt.training.tiny.text import PAD, Codec
from apigen_mt.training.tokens import Example, shortened

AHEAD = 64
"""Examples sorted by length together, so that little of a batch is filling."""


class Progress(NamedTuple):
    """How far a training is."""

    step: int
    tokens: int
    loss: float
    """Of this step, over its learned tokens."""
    seconds: float
    """Of CPU."""


Watch = Callable[[Progress], None]


def fit(
    model: Any,
    codec: Codec,
    conversations: Sequence[Conversation],
    plan: Plan,
    seed: int,
    watch: Watch = lambda _: None,
) -> float:
    """Train a model in place, and return the CPU seconds that it took. Deterministic for a seed and a number of threads."""
    room = model.config.max_position_embeddings
    examples = [cut for one in conversations if (cut := shortened(codec.example(one), room))]
    drawn = _again(examples, Random(f"{seed}:talks"))
    torch.manual_seed(seed)
    optimizers = _optimizers(model, plan)
    model.train()
    begun, read = time.process_time(), 0
    for step, batch in enumerate(_batches(drawn, plan.batch, Random(f"{seed}:order")), start=1):
        _set_rates(optimizers, plan, read / plan.tokens)
        ids, learn = tensors(batch)
        loss = loss_of(model, ids, learn)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for optimizer in optimizers:
            optimizer.step()
            optimizer.zero_grad()
        read += ids.numel()
        watch(Progress(step, read, loss.item(), time.process_time() - begun))
        if read >= plan.tokens:
            break
    model.eval()
    return time.process_time() - begun


def loss_of(model: Any, tokens: Any, learn: Any) -> Any:
    """Return the mean loss over the learned tokens of a batch."""
    hidden = model.model(input_ids=tokens, use_cache=False).last_hidden_state
    learned = learn[:, 1:]
    return torch.nn.functional.cross_entropy(model.lm_head(hidden[:, :-1][learned]), tokens[:, 1:][learned])


def tensors(batch: Sequence[Example]) -> tuple[Any, Any]:
    """Return tokens and mask of a batch, filled up at the end."""
    length = max(len(one.tokens) for one in batch)
    tokens = torch.full((len(batch), length), PAD)
    learn = torch.zeros((len(batch), length), dtype=torch.bool)
    for number, one in enumerate(batch):
        tokens[number, : len(one.tokens)] = torch.tensor(one.tokens)
        learn[number, : len(one.learn)] = torch.tensor(one.learn)
    return tokens, learn


def _again(examples: Sequence[Example], rng: Random) -> Iterator[Example]:
    while True:
        yield from rng.sample(examples, len(examples))


def _batches(examples: Iterator[Example], room: int, rng: Random) -> Iterator[list[Example]]:
    """Yield batches of so many tokens, filling included."""
    while True:
        some = sorted((next(examples) for _ in range(AHEAD)), key=lambda one: len(one.tokens))
        batches: list[list[Example]] = [[]]
        for one in some:
            if batches[-1] and (len(batches[-1]) + 1) * len(one.tokens) > room:
                batches.append([])
            batches[-1].append(one)
        rng.shuffle(batches)
        yield from batches


def _optimizers(model: Any, plan: Plan) -> tuple[Any, Any]:
    matrices = [one for name, one in model.named_parameters() if one.ndim == 2 and "embed" not in name]
    chosen = {id(one) for one in matrices}
    rest = [one for one in model.parameters() if id(one) not in chosen]
    muon = torch.optim.Muon(matrices, lr=plan.muon_rate, weight_decay=plan.weight_decay, adjust_lr_fn="match_rms_adamw")
    adam = torch.optim.AdamW(rest, lr=plan.learning_rate, betas=(0.9, 0.98), weight_decay=0.0)
    return muon, adam


def _set_rates(optimizers: tuple[Any, Any], plan: Plan, share: float) -> None:
    factor = min(1.0, share / plan.warmup + 0.05, (1 - share) / (1 - plan.warmup))
    for optimizer, rate in zip(optimizers, (plan.muon_rate, plan.learning_rate), strict=True):
        for group in optimizer.param_groups:
            group["lr"] = rate * factor
