"""Training a tiny model on conversations; Muon for matrices and AdamW for the rest, rates to nothing.

Sequences are filled up at their end, where no earlier token sees it, and logits are computed for learned tokens alone.
Between two points of its curve nothing is asked of a card, so that it never waits.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from random import Random
from typing import Any, NamedTuple

import torch  # pyright: ignore[reportMissingImports]

from apigen_mt.training.conversations import Conversation
from apigen_mt.training.estimate import peak_of
from apigen_mt.training.tiny.card import clock, name_of, precision
from apigen_mt.training.tiny.recipe import Plan
from apigen_mt.training.tiny.text import PAD, Codec
from apigen_mt.training.tokens import Example, shortened

EVERY = 20
"""Steps between two points of a curve."""
CAUSAL = {"full_attention": None, "conv": None}
"""The masks of a batch: none. What is to be found out of one by looking at it would hold the card up in every step."""


class Pace(NamedTuple):
    """How fast a model was trained."""

    tokens: int
    """Read, filling included."""
    seconds: float
    """Of the processor, or of wall time where a card computes."""
    operations: float
    """Six for each weight and token, but of the head for learned tokens alone, and those of attention."""
    peak: float | None
    """Operations a second that the card is made for, in bfloat16; None on the processor or an unknown card."""

    @property
    def tokens_per_second(self) -> float:
        """Return the speed."""
        return self.tokens / self.seconds

    @property
    def share(self) -> float | None:
        """Return the share of the card's peak."""
        return self.operations / self.seconds / self.peak if self.peak else None

    def since(self, before: "Pace") -> "Pace":
        """Return that of what came behind another."""
        tokens, seconds = self.tokens - before.tokens, self.seconds - before.seconds
        return Pace(tokens, seconds, self.operations - before.operations, self.peak)


class Progress(NamedTuple):
    """A point of a curve."""

    step: int
    tokens: int
    loss: float
    """Of this step, over its learned tokens."""
    seconds: float
    """Of the processor, or of wall time where a card computes."""
    tokens_per_second: float
    """Since the point before."""
    share_of_peak: float | None
    """Since the point before; None on the processor or an unknown card."""


Watch = Callable[[Progress], object]


def fit(
    model: Any,
    codec: Codec,
    conversations: Sequence[Conversation],
    plan: Plan,
    seed: int,
    watch: Watch = lambda _: None,
    every: int = EVERY,
) -> Pace:
    """Train a model in place, where it is. On the processor deterministic for a seed and a number of threads.

    Args:
        model: Of `make_model`.
        codec: Its tokenizer.
        conversations: What it learns.
        plan: How.
        seed: Of the order.
        watch: Told of a step now and then.
        every: How many steps there are between two of these.
    """
    room, seconds = model.config.max_position_embeddings, clock(model.device)
    peak = peak_of(name_of(model.device))
    examples = [cut for one in conversations if (cut := shortened(codec.example(one), room))]
    drawn = _again(examples, Random(f"{seed}:talks"))
    torch.manual_seed(seed)
    optimizers = _optimizers(model, plan)
    model.train()
    begun = seconds()
    now = before = Pace(0, 0.0, 0.0, peak)
    for step, batch in enumerate(_batches(drawn, plan, Random(f"{seed}:order")), start=1):
        _set_rates(optimizers, plan, now.tokens / plan.tokens)
        ids, learn = tensors(batch)
        loss = loss_of(model, ids, learn)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for optimizer in optimizers:
            optimizer.step()
            optimizer.zero_grad()
        done = operations(model, ids.shape, sum(one.learned for one in batch))
        now = now._replace(tokens=now.tokens + ids.numel(), operations=now.operations + done)
        last = now.tokens >= plan.tokens
        if last or step % every == 0:
            now = now._replace(seconds=seconds() - begun)
            since = now.since(before)
            watch(Progress(step, now.tokens, loss.item(), now.seconds, since.tokens_per_second, since.share))
            before = now
        if last:
            break
    model.eval()
    return now


def loss_of(model: Any, tokens: Any, learn: Any) -> Any:
    """Return the mean loss over the learned tokens of a batch, which is brought to where the model is."""
    brought = partial(torch.Tensor.to, device=model.device, non_blocking=True)
    rows, places = learn[:, 1:].nonzero(as_tuple=True)
    answers = brought(tokens[rows, places + 1])
    with precision(model.device):
        hidden = model.model(input_ids=brought(tokens), attention_mask=CAUSAL, use_cache=False).last_hidden_state
        logits = model.lm_head(hidden[brought(rows), brought(places)])
        return torch.nn.functional.cross_entropy(logits, answers)


def operations(model: Any, shape: tuple[int, int], learned: int) -> float:
    """Return the floating-point operations of a step, forward and back, as shares of a peak are told by custom."""
    rows, length = shape
    embedding = model.model.embed_tokens.weight.numel()
    attention = model.config.layer_types.count("full_attention") * model.config.hidden_size * length
    return 6.0 * (rows * length * (model.num_parameters() - embedding + attention) + learned * embedding)


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


def _batches(examples: Iterator[Example], plan: Plan, rng: Random) -> Iterator[list[Example]]:
    """Yield batches of so many tokens, filling included."""
    while True:
        some = sorted((next(examples) for _ in range(plan.ahead)), key=lambda one: len(one.tokens))
        batches: list[list[Example]] = [[]]
        for one in some:
            if batches[-1] and (len(batches[-1]) + 1) * len(one.tokens) > plan.batch:
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
