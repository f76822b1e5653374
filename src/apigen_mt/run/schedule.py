"""The schedule of a run: blocks made in parallel, admitted in order.

Block b is steered by what blocks 0 to b - lag have admitted. So whichever worker makes it, and whenever, it
comes out the same, and up to `lag` blocks are in the making at once. An accepted item is admitted unless it
repeats an earlier one. The size of the result plays no part in any of this: a run that is to become larger
goes on where it ended.
"""

from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from apigen_mt.errors import UserError
from apigen_mt.phases.item import Item, Settings, Steering
from apigen_mt.run.journal import Journal, Yields
from apigen_mt.run.record import Product, Record, as_repeat, record_of, signature_key
from apigen_mt.run.workers import Task, Workers

PATIENCE = 50
"""Blocks in a row that may admit nothing before the run gives up."""


class Exhausted(UserError):
    """A run finds nothing new any more."""


Watch = Callable[[Yields], None]
"""Called with the run's yields so far, at least a few times a second while processes work."""


Make = Callable[..., Awaitable[list[Item]]]
"""(settings, block, what the block is made from) -> its items."""


@dataclass(frozen=True)
class Job:
    """What a run makes. The functions are pure and can be pickled; `make` runs in the workers."""

    make: Make
    product: Product
    fold: Callable[[Steering, list[Item]], Steering] | None = None
    """With it, a block is made from the steering; it sees cells and signature of what was admitted."""
    inputs: Iterable[Any] | None = None
    """Without `fold`: what each block is made from, in order; when it ends, the run ends."""


def run(journal: Journal, pool: Workers, job: Job, watch: Watch) -> Yields:
    """Work until the journal has the admitted items it wants, or the job's inputs end; return its yields.

    Raises:
        Exhausted: when nothing new can be found any more.
        UserError: when the disk refuses, or a worker dies.
        ToolBug: when a tool has failed in a way its author did not foresee.
    """
    blocks = _Blocks(journal, pool, job)
    seen: set[int] = set()
    total = Yields()
    dry = 0
    for yields, items in blocks.finished():
        seen.update(signature_key(item.signature) for item in items if item.signature)
        total = total.plus(yields)
        dry = 0 if items else dry + 1
    watch(total)
    while total.admitted < journal.wanted:
        if dry >= PATIENCE and job.inputs is None:
            raise _exhausted(journal, total)
        records = blocks.make(watch, total)
        if records is None:
            break
        judged = [_admit(record, seen) for record in records]
        journal.add_block(blocks.done, judged)
        blocks.fold([_light(record) for record, admitted in judged if admitted])
        yields = _yields(judged)
        total = total.plus(yields)
        dry = 0 if yields.admitted else dry + 1
        watch(total)
    return total


class _Blocks:
    """Blocks in order: those the journal has already, then those that the workers make."""

    def __init__(self, journal: Journal, pool: Workers, job: Job):
        self.done = 0
        """Blocks that have been folded, and so the number of the next one."""
        self._journal = journal
        self._pool = pool
        self._job = job
        self._steering = Steering()
        self._admitted = 0
        self._next = 0
        """The first block that nobody has begun."""
        self._finished = journal.blocks()
        self._known = deque([self._steering] * journal.settings.lag)
        """What the blocks from `_next` on may know, as far as it is settled."""
        self._inputs = islice(job.inputs, self._finished, None) if job.inputs is not None else None
        self._ready: deque[tuple[int, Any]] = deque()
        """Blocks that may begin, with what they are made from."""
        self._making: deque[Task] = deque()
        self._prepare()

    def finished(self) -> Iterator[tuple[Yields, list[Item]]]:
        """Yield the journal's blocks, folding each."""
        for yields, items in self._journal.finished():
            self.fold(items)
            yield yields, items

    def fold(self, items: list[Item]) -> None:
        """Count the next block as done, with these items admitted."""
        if self._job.fold:
            self._steering = self._job.fold(self._steering, items)
        self._known.append(self._steering)
        self._admitted += len(items)
        self.done += 1
        self._prepare()

    def make(self, watch: Watch, total: Yields) -> list[Record] | None:
        """Return the next block's records; None if there is no more to make it from."""
        while self._ready:
            block, given = self._ready.popleft()
            call = (self._job.make, self._job.product, self._journal.settings, block, given)
            self._making.append(self._pool.submit(make_records, *call))
        return self._pool.result(self._making.popleft(), lambda: watch(total)) if self._making else None

    def _prepare(self) -> None:
        """Let blocks begin: as many as may be in the making, but none that is not needed if all items are accepted."""
        while self._known and self._next < self._finished:
            self._begin()
        while self._known and self._is_needed():
            given = self._known[0] if self._inputs is None else next(self._inputs, None)
            if given is None:
                return
            self._ready.append((self._next, given))
            self._begin()

    def _begin(self) -> None:
        self._known.popleft()
        self._next += 1

    def _is_needed(self) -> bool:
        making = (self._next - self.done) * self._journal.settings.block
        return making < self._journal.wanted - self._admitted


async def make_records(make: Make, product: Product, settings: Settings, block: int, given: Any) -> list[Record]:
    """Make a block and encode it; this is what runs in a worker."""
    return [record_of(item, product) for item in await make(settings, block, given)]


def _admit(record: Record, seen: set[int]) -> tuple[Record, bool]:
    """Decide on one record, in ordinal order; `seen` are the signature keys of everything admitted before."""
    if record.accepted is None:
        return record, False
    if record.signature:
        key = signature_key(record.signature)
        if key in seen:
            return as_repeat(record), False
        seen.add(key)
    return record, True


def _light(record: Record) -> Item:
    return Item(record.ordinal, record.domain, cells=record.cells, signature=record.signature)


def _yields(judged: Sequence[tuple[Record, bool]]) -> Yields:
    return Yields(
        len(judged),
        sum(record.candidates for record, _ in judged),
        sum(record.blueprints for record, _ in judged),
        sum(record.conversations for record, _ in judged),
        sum(record.repeats for record, _ in judged),
        sum(admitted for _, admitted in judged),
    )


def _exhausted(journal: Journal, total: Yields) -> Exhausted:
    found = f"nothing new in the last {PATIENCE * journal.settings.block} items, with {total.admitted} of {journal.wanted} found"
    if journal.settings.players.seated:
        return Exhausted(
            f"{found}: what the models made was rejected or is missing every time; see why, and mend that with another --out"
        )
    return Exhausted(
        f"{found}: the domains offer no more at this size; "
        f"use a larger --size with another --out, or take what there is with -n {total.admitted or 1}"
    )
