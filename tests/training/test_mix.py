"""Order, weights and packing: decided before training, by the seed alone."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apigen_mt.errors import UserError
from apigen_mt.training.mix import Source, order, pack, parse_source

COUNTS = st.lists(st.integers(1, 30), min_size=1, max_size=3)


@given(lengths=st.lists(st.integers(1, 50), max_size=200), room=st.integers(50, 120))
def test_packing_holds_each_example_once_and_within_the_room(lengths: list[int], room: int) -> None:
    packs = pack(lengths, room)
    assert sorted(number for together in packs for number in together) == list(range(len(lengths)))
    assert all(0 < sum(lengths[number] for number in together) <= room for together in packs)


def test_packing_wastes_little() -> None:
    lengths = [(number * 7919) % 900 + 100 for number in range(1000)]
    assert len(pack(lengths, 2000)) * 2000 < 1.05 * sum(lengths)


@given(counts=COUNTS, epochs=st.integers(1, 3), seed=st.integers(0, 5))
def test_every_example_is_read_once_an_epoch(counts: list[int], epochs: int, seed: int) -> None:
    read = order(counts, [1.0] * len(counts), epochs, seed)
    assert Counter(read) == dict.fromkeys(range(sum(counts)), epochs)
    one = sum(counts)
    assert all(len(set(read[start : start + one])) == one for start in range(0, len(read), one))
    assert read == order(counts, [1.0] * len(counts), epochs, seed)


@given(counts=st.lists(st.integers(4, 30), min_size=2, max_size=2), weight=st.sampled_from([0.25, 0.5, 1.5, 2.0]))
def test_weight_says_how_often_a_dataset_is_read(counts: list[int], weight: float) -> None:
    read = order(counts, [1.0, weight], 4, 0)
    of_second = Counter(example for example in read if example >= counts[0])
    assert of_second.total() == 4 * round(counts[1] * weight)
    times = [of_second[example] for example in range(counts[0], sum(counts))]
    assert max(times) - min(times) <= 1  # none comes again before all have come


def test_last_epoch_may_end_early() -> None:
    whole = order([10], [1.0], 2, 0)
    assert order([10], [1.0], 1.5, 0) == whole[:15]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("data/all", Source(Path("data/all"))),
        ("data/all:0.5", Source(Path("data/all"), 0.5)),
        ("data:all", Source(Path("data:all"))),
    ],
)
def test_weight_stands_behind_a_colon(text: str, source: Source) -> None:
    assert parse_source(text) == source


@pytest.mark.parametrize("text", ["data:0", "data:-1", "data:nan", "data:inf"])
def test_weight_that_is_none_is_told(text: str) -> None:
    with pytest.raises(UserError, match="has to be above 0"):
        parse_source(text)
