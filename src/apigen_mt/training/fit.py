"""Training itself: Transformers' Trainer over our tokens and masks, on one card or many.

Only this module and `scratch` touch torch. Logits are computed for learned tokens alone: in tool data these are one of
fifteen, and the table of logits would be the largest thing in memory. Sequences are given positions and no attention mask,
from which every attention of Transformers knows where one conversation ends; before each packed training `leaks` proves it
on a small twin of the model.
"""

import contextlib
import math
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import accelerate  # pyright: ignore[reportMissingImports]
import peft  # pyright: ignore[reportMissingImports]
import torch  # pyright: ignore[reportMissingImports]
import transformers  # pyright: ignore[reportMissingImports]

from apigen_mt.errors import UserError
from apigen_mt.training.curves import Point, add, rewind
from apigen_mt.training.prepare import Sequences
from apigen_mt.training.recipe import Cards, Recipe
from apigen_mt.training.scratch import SHRUNKEN

IGNORED = -100
Watch = Callable[[Point], None]
COMPLETE = "complete"
"""A file in a checkpoint that was written to its end."""


class Job(NamedTuple):
    """A training that is prepared."""

    recipe: Recipe
    cards: Cards
    base: str
    """The model's directory, or its name in a hub."""
    source: str
    """The chat template that the trained model keeps."""
    out: Path
    seed: int
    steps: int
    """At most; 0 for as many as the data gives."""
    save_every: int
    trackers: tuple[str, ...] = ()


class _Rows(torch.utils.data.Dataset[Any]):  # pyright: ignore[reportUntypedBaseClass]
    """A row is a sequence."""

    def __init__(self, sequences: Sequences):
        self.sequences = sequences

    def __len__(self) -> int:
        return len(self.sequences.facts.sequences)

    def __getitem__(self, number: int) -> list[tuple[Any, Any]]:
        return self.sequences.documents(number)


def packed(rows: list[list[tuple[Any, Any]]]) -> dict[str, Any]:
    """Return rows as one long one: positions begin anew at every conversation, and logits are asked for learned tokens."""
    documents = [document for row in rows for document in row]
    tokens = torch.cat([torch.tensor(tokens, dtype=torch.long) for tokens, _ in documents])
    learn = torch.cat([torch.tensor(learn, dtype=torch.bool) for _, learn in documents])
    labels = torch.where(learn, tokens, IGNORED)
    return {
        "input_ids": tokens[None],
        "position_ids": torch.cat([torch.arange(len(tokens)) for tokens, _ in documents])[None],
        "labels": labels[None],
        "logits_to_keep": (labels[1:] != IGNORED).nonzero()[:, 0],
    }


def padded(rows: list[list[tuple[Any, Any]]]) -> dict[str, Any]:
    """Return rows filled up on the right, for architectures whose memory would run over from one to the next."""
    documents = [(torch.tensor(tokens, dtype=torch.long), torch.tensor(learn)) for ((tokens, learn),) in rows]
    pad = torch.nn.utils.rnn.pad_sequence
    labels = [torch.where(learn, tokens, IGNORED) for tokens, learn in documents]
    return {
        "input_ids": pad([tokens for tokens, _ in documents], batch_first=True),
        "attention_mask": pad([torch.ones_like(tokens) for tokens, _ in documents], batch_first=True),
        "labels": pad(labels, batch_first=True, padding_value=IGNORED),
    }


def loss_of(outputs: Any, labels: Any, num_items_in_batch: Any = None) -> Any:
    """Return the sum over learned tokens, over how many a step has on all cards: each token weighs the same."""
    targets = labels[:, 1:]
    learned = targets != IGNORED
    logits = outputs.logits
    if logits.shape[1] == labels.shape[1]:
        logits = logits[:, :-1][learned]
    total = torch.nn.functional.cross_entropy(
        logits.reshape(-1, logits.shape[-1]).float(), targets[learned], reduction="sum"
    )
    return total / (learned.sum() if num_items_in_batch is None else num_items_in_batch)


def leaks(model: Any) -> float:
    """Return how far the logits of one conversation move when another in the same sequence changes: 0 if it sees nothing."""
    generator = torch.Generator().manual_seed(0)
    first, other, second = (torch.randint(5, 50, (12,), generator=generator) for _ in range(3))
    device = next(model.parameters()).device
    positions = torch.cat([torch.arange(12)] * 2)[None].to(device)
    was_training = model.training
    model.eval()
    with torch.no_grad():
        seen = [
            model(
                input_ids=torch.cat([before, second])[None].to(device), position_ids=positions, use_cache=False
            ).logits[0, 12:]
            for before in (first, other)
        ]
    model.train(was_training)
    return float((seen[0] - seen[1]).abs().max())


def twin(config: Any) -> Any:
    """Return a small model of the same architecture, with each kind of layer and the same attention."""
    values: dict[str, Any] = {
        **config.to_dict(),
        **SHRUNKEN,
        "vocab_size": 64,
        "pad_token_id": None,
        "bos_token_id": None,
    }
    values |= {"eos_token_id": None, "head_dim": 16} if "head_dim" in values else {"eos_token_id": None}
    if kinds := list(dict.fromkeys(values.get("layer_types") or ())):
        values |= {"layer_types": kinds, "num_hidden_layers": len(kinds)}
    small = type(config).from_dict(values)
    return transformers.AutoModelForCausalLM.from_config(small, attn_implementation=config._attn_implementation)


class _Curves(transformers.TrainerCallback):  # pyright: ignore[reportUntypedBaseClass]
    """Writes a point a step, and marks checkpoints that are whole."""

    def __init__(self, job: Job, sequences: Sequences, watch: Watch):
        self.job, self.per_step, self.watch = job, job.recipe.training.sequences, watch
        facts = sequences.facts
        self.tokens = [sum(facts.lengths[one] for one in row) for row in facts.sequences]
        self.learned = [int(sum(learn.sum() for _, learn in sequences.documents(n))) for n in range(len(self.tokens))]
        self.began = self.last = time.monotonic()

    def on_train_begin(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        self.began = self.last = time.monotonic()
        if state.is_world_process_zero:
            rewind(self.job.out, state.global_step)

    def on_log(self, args: Any, state: Any, control: Any, logs: dict[str, float] | None = None, **_: Any) -> None:
        if not state.is_world_process_zero or not logs or "loss" not in logs:
            return
        now, read = time.monotonic(), min(state.global_step * self.per_step, len(self.tokens))
        before = min((state.global_step - 1) * self.per_step, len(self.tokens))
        point = Point(
            step=state.global_step,
            epoch=round(self.job.recipe.training.epochs * read / len(self.tokens), 4),
            loss=logs["loss"],
            learning_rate=logs.get("learning_rate", 0.0),
            gradient_norm=float(logs.get("grad_norm") or 0.0),
            tokens=sum(self.tokens[:read]),
            learned=sum(self.learned[:read]),
            tokens_per_second=round(sum(self.tokens[before:read]) / max(now - self.last, 1e-9), 1),
            memory=round(_memory(), 3),
            seconds=round(now - self.began, 3),
        )
        self.last = now
        add(self.job.out, point)
        self.watch(point)

    def on_save(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        if state.is_world_process_zero:
            (self.job.out / f"checkpoint-{state.global_step}" / COMPLETE).touch()


def _memory() -> float:
    if torch.cuda.is_available():
        return torch.cuda.max_memory_allocated() / 1e9
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e9


def fit(job: Job, sequences: Sequences, world: int, watch: Watch) -> None:
    """Train, from the last whole checkpoint if there is one, and write the model to `out/model`.

    Args:
        job: What is done.
        sequences: What is read.
        world: Processes.
        watch: Called in the first process after every step.

    Raises:
        UserError: when packing would leak with this architecture, or the model cannot be loaded.
    """
    training = job.recipe.training
    # Sharding is set up by the arguments, and a model that is loaded before would be whole in every process.
    arguments = _arguments(job, len(sequences.facts.sequences), world)
    device = arguments.device
    model = _model(job)
    if training.packing and (seen := leaks(twin(model.config).to(device))) > 0:
        raise UserError(
            f"packing is not possible with {type(model).__name__}: a conversation sees the one before it (its logits move "
            f"by {seen:.3g}); set packing = false"
        )
    if job.cards.method == "lora":
        settings = peft.LoraConfig(
            r=job.recipe.lora.rank, lora_alpha=job.recipe.lora.alpha, target_modules="all-linear", task_type="CAUSAL_LM"
        )
        model = peft.get_peft_model(model, settings)
    if arguments.fsdp and device.type == "cpu":
        _shard_on_processors()
    trainer = transformers.Trainer(
        model=model,
        args=arguments,
        train_dataset=_Rows(sequences),
        data_collator=packed if training.packing else padded,
        compute_loss_func=loss_of,
        callbacks=[_Curves(job, sequences, watch)],
    )
    trainer.remove_callback(transformers.PrinterCallback)
    last = last_checkpoint(job.out)
    if arguments.fsdp and trainer.accelerator.distributed_type != accelerate.DistributedType.FSDP:
        raise UserError("Accelerate does not shard here, and would copy the whole model to every process")
    trainer.train(resume_from_checkpoint=str(last) if last else None)
    _save(trainer, job)


def _shard_on_processors() -> None:
    """Have Accelerate shard a rehearsal without cards: left to itself it would copy the whole model to every process."""
    accelerate.PartialState._shared_state["distributed_type"] = accelerate.DistributedType.MULTI_GPU


def last_checkpoint(out: Path) -> Path | None:
    """Return the latest checkpoint that was written to its end."""
    whole = [file.parent for file in out.glob(f"checkpoint-*/{COMPLETE}")]
    return max(whole, key=lambda path: int(path.name.rpartition("-")[2]), default=None)


def _model(job: Job) -> Any:
    full = job.cards.method == "full"
    try:
        model = transformers.AutoModelForCausalLM.from_pretrained(
            job.base,
            dtype=torch.float32 if full or not torch.cuda.is_available() else torch.bfloat16,
            attn_implementation="sdpa",
        )
    except (OSError, ValueError) as error:
        raise UserError(f"the model {job.base!r} does not load: {error}") from error
    model.config.use_cache = False
    if not full:
        model.enable_input_require_grads()
    return model


def _arguments(job: Job, rows: int, world: int) -> Any:
    training, cards = job.recipe.training, job.cards
    at_once = world * cards.micro
    steps = job.steps or math.ceil(rows / training.sequences)
    highest = job.recipe.learning_rate(cards)
    sharding: dict[str, Any] = {}
    if cards.sharding == "fsdp2" and world > 1:
        sharding = {"fsdp": True, "fsdp_config": fsdp(cards)}
    elif cards.sharding == "zero3" and world > 1:
        sharding = {"deepspeed": zero3(cards)}
    return transformers.TrainingArguments(
        output_dir=str(job.out),
        use_cpu=not torch.cuda.is_available(),
        bf16=torch.cuda.is_available(),
        seed=job.seed,
        full_determinism=False,
        per_device_train_batch_size=cards.micro,
        gradient_accumulation_steps=max(1, training.sequences // at_once),
        num_train_epochs=1,
        max_steps=steps,
        train_sampling_strategy="sequential",
        learning_rate=highest,
        lr_scheduler_type="cosine_with_min_lr",
        lr_scheduler_kwargs={"min_lr": min(highest, training.final_learning_rate)},
        warmup_steps=math.ceil(steps * training.warmup),
        weight_decay=training.weight_decay,
        adam_beta1=training.betas[0],
        adam_beta2=training.betas[1],
        max_grad_norm=training.clip,
        activation_checkpointing=not sharding.get("fsdp") and torch.cuda.is_available(),
        activation_checkpointing_kwargs={"use_reentrant": False},
        logging_steps=1,
        logging_first_step=True,
        disable_tqdm=True,
        save_steps=job.save_every,
        save_total_limit=2,
        remove_unused_columns=False,
        ddp_find_unused_parameters=False,
        dataloader_pin_memory=torch.cuda.is_available(),
        report_to=list(job.trackers) or "none",
        **sharding,
    )


def fsdp(cards: Cards) -> dict[str, Any]:
    """Return Accelerate's settings for FSDP2."""
    return {
        "version": 2,
        "auto_wrap_policy": "TRANSFORMER_BASED_WRAP",
        "reshard_after_forward": True,
        "cpu_offload": cards.offload,
        "activation_checkpointing": torch.cuda.is_available(),
        "cpu_ram_efficient_loading": True,
        "state_dict_type": "FULL_STATE_DICT",
    }


def zero3(cards: Cards) -> dict[str, Any]:
    """Return DeepSpeed's settings for ZeRO-3; Transformers fills in what says `auto`."""
    place = {"device": "cpu", "pin_memory": True} if cards.offload else {"device": "none"}
    return {
        "bf16": {"enabled": "auto"},
        "zero_optimization": {
            "stage": 3,
            "offload_optimizer": place,
            "offload_param": place,
            "overlap_comm": True,
            "stage3_gather_16bit_weights_on_model_save": True,
        },
        "gradient_accumulation_steps": "auto",
        "gradient_clipping": "auto",
        "train_batch_size": "auto",
        "train_micro_batch_size_per_gpu": "auto",
    }


def _save(trainer: Any, job: Job) -> None:
    """Write the trained model with its tokenizer and the template that it was trained with."""
    folder = job.out / "model"
    trainer.save_model(str(folder))
    if trainer.is_world_process_zero():
        tokenizer = transformers.AutoTokenizer.from_pretrained(job.base)
        tokenizer.chat_template = job.source
        with contextlib.suppress(FileNotFoundError):
            (folder / "training_args.bin").unlink()
        tokenizer.save_pretrained(str(folder))
    trainer.accelerator.wait_for_everyone()
