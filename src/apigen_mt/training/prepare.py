"""From datasets to sequences of tokens, on disk: made once, read by every process that trains."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.training.conversations import read_conversations
from apigen_mt.training.libraries import library
from apigen_mt.training.mix import Source, order, pack
from apigen_mt.training.recipe import Training
from apigen_mt.training.template import Refused
from apigen_mt.training.tokens import Example, Tokenizer, conversation_example, response_examples, shortened

TOKENS, LEARN, FACTS = "tokens.npy", "learn.npy", "sequences.json"


class Facts(msgspec.Struct, frozen=True):
    """What was made of the data."""

    examples: tuple[int, ...]
    """Of each dataset."""
    lengths: tuple[int, ...]
    """Tokens of each example."""
    sequences: tuple[tuple[int, ...], ...]
    """Examples that share a sequence, in the order of training."""
    tokens: int
    """Of all sequences."""
    learned: int
    shortened: int
    """Examples that were cut behind the last reply that fits."""
    left_out: dict[str, int]
    """Why an example is not trained on -> how many are not."""


class Sequences(NamedTuple):
    """Prepared data, its tokens left on disk."""

    facts: Facts
    starts: tuple[int, ...]
    tokens: Any
    learn: Any

    def documents(self, number: int) -> list[tuple[Any, Any]]:
        """Return tokens and flags of each example in a sequence."""
        found: list[tuple[Any, Any]] = []
        for example in self.facts.sequences[number]:
            part = slice(self.starts[example], self.starts[example] + self.facts.lengths[example])
            found.append((self.tokens[part], self.learn[part]))
        return found


def prepare(sources: Sequence[Source], tokenizer: Tokenizer, training: Training, seed: int, folder: Path) -> Facts:
    """Write the sequences of a training to a folder.

    Raises:
        UserError: when the data cannot be read, or nothing in it can be trained on.
    """
    numpy = library("numpy")
    left_out: Counter[str] = Counter()
    cut = 0
    examples: list[Example] = []
    counts: list[int] = []
    for source in sources:
        before = len(examples)
        for example in _examples(source, tokenizer, training, left_out):
            kept = shortened(example, training.max_length)
            if kept is None:
                left_out[f"nothing to learn within {training.max_length:,} tokens"] += 1
            else:
                cut += kept is not example
                examples.append(kept)
        counts.append(len(examples) - before)
    if not all(counts):
        empty = sources[counts.index(0)].path
        told = "; ".join(f"{count:,} times {reason}" for reason, count in left_out.most_common(3))
        raise UserError(f"nothing of {str(empty)!r} can be trained on: {told or 'it has no conversations'}")
    read = order(counts, [source.weight for source in sources], training.epochs, seed)
    lengths = tuple(len(example.tokens) for example in examples)
    if training.packing:
        packed = pack([lengths[example] for example in read], training.max_length)
        sequences = tuple(tuple(read[one] for one in together) for together in packed)
    else:
        sequences = tuple((example,) for example in read)
    facts = Facts(
        examples=tuple(counts),
        lengths=lengths,
        sequences=sequences,
        tokens=sum(lengths[example] for example in read),
        learned=sum(examples[example].learned for example in read),
        shortened=cut,
        left_out=dict(left_out.most_common()),
    )
    folder.mkdir(parents=True, exist_ok=True)
    flat = chain.from_iterable(example.tokens for example in examples)
    numpy.save(folder / TOKENS, numpy.fromiter(flat, numpy.int32, sum(lengths)))
    flags = chain.from_iterable(example.learn for example in examples)
    numpy.save(folder / LEARN, numpy.fromiter(flags, numpy.bool_, sum(lengths)))
    (folder / FACTS).write_bytes(msgspec.json.encode(facts))
    return facts


def load_sequences(folder: Path) -> Sequences:
    """Open what `prepare` wrote."""
    numpy = library("numpy")
    facts = msgspec.json.decode((folder / FACTS).read_bytes(), type=Facts)
    starts: list[int] = []
    place = 0
    for length in facts.lengths:
        starts.append(place)
        place += length
    tokens, learn = (numpy.load(folder / name, mmap_mode="r") for name in (TOKENS, LEARN))
    return Sequences(facts, tuple(starts), tokens, learn)


def _examples(source: Source, tokenizer: Tokenizer, training: Training, left_out: Counter[str]) -> list[Example]:
    found: list[Example] = []
    for conversation in read_conversations(source.path):
        try:
            if training.examples == "responses":
                found += response_examples(tokenizer, conversation)
            else:
                found.append(conversation_example(tokenizer, conversation))
        except Refused as refused:
            left_out[refused.reason] += 1
    return found
