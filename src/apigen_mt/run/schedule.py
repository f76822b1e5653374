"""The schedule of a run: blocks made in parallel, admitted in order.

Block b is steered by what blocks 0 to b - lag have admitted. So whichever worker makes it, and whenever, it comes out the
same, and up to `lag` blocks are in the making at once. An accepted item is admitted unless it repeats an earlier one.
The size of the result plays no part in any of this: a run that is to become larger goes on where it ended.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import msgspec

from apigen_mt.errors import UserError
from apigen_mt.phases.item import Item, Settings, Steering
from apigen_mt.run.journal import Journal, Yields
from apigen_mt.run.record import Product, Record, as_repeat, record_of, signature_key
from apigen_mt.run.workers import Task, Workers

PATIENCE = 50
"""Blocks in a row that may admit nothing before the run gives up."""

Watch = Callable[[Yields], None]
"""Called with the run's yields so far, at least a few times a second while processes work."""


@dataclass(frozen=True)
class Job:
    """What a run makes. The functions are pure and can be pickled; `make` runs in the workers."""

    make: Callable[[Settings, int, Any], list[Item]]
    """(settings, block, what the block is made from) -> its items."""
    product: Product
    fold: Callable[[Steering, list[Item]], Steering] | None = None
    """With it, a block is made from the steering; it sees domain, ordinal, cells and signature of admitted items."""
    inputs: Iterable[Any] | None = None
    """Without `fold`: what each block is made from, in order; when it ends, the run ends."""


def run(journal: Journal, pool: Workers, job: Job, watch: Watch) -> Yields:
    """Work until the journal holds as many admitted items as it wants, or the job's inputs end; return the yields.

    Raises:
        UserError: when the disk refuses, a worker dies, or nothing new can be found any more.
        ToolBug: when a tool has failed in a way its author did not foresee.
    """
    blocks = _Blocks(journal, pool, job)
    seen: set[int] = set()
    total = Yields()
    dry = 0
    for items, yields in blocks.finished():
        seen.update(signature_key(item.signature) for item in items if item.signature)
        total = total.plus(yields)
        dry = 0 if items else dry + 1
    watch(total)
    wanted = journal.wanted
    while wanted is None or total.admitted < wanted:
        if dry >= PATIENCE and job.fold:
            raise _exhausted(journal, total)
        records = blocks.next(lambda: watch(total))
        if records is None:
            break
        judged = [_admit(record, seen) for record in records]
        journal.add_block(blocks.done, judged)
        blocks.fold([_light(record) for record, admitted in judged if admitted])
        admitted = sum(admitted for _, admitted in judged)
        total = total.plus(_yields(judged, admitted))
        dry = 0 if admitted else dry + 1
        watch(total)
    return total
