"""Records: an item as the journal holds it. Workers encode, so that the parent only moves bytes.

What was accepted and what was rejected are kept apart: an item may leave both, for example a first attempt
that failed and a second one that passed.
"""

import hashlib
from typing import Literal, NamedTuple

import msgspec

from apigen_mt.phases.item import Item, Rejected
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.verdict import Verdict, first_failed

Product = Literal["trajectory", "blueprint"]
"""What a run counts: an item is accepted if it has one of these."""


class Reason(NamedTuple):
    """Why something was rejected: where it was, the first check that failed (or could not run), and who is blamed."""

    stage: str
    """That of `Rejected`, or `conversation`."""
    check: str
    blame: str


class Record(NamedTuple):
    """One item: columns to count and steer by, and JSON to read."""

    ordinal: int
    domain: str
    signature: str
    cells: tuple[str, ...]
    candidates: int
    """Candidate blueprints, revised ones included."""
    blueprints: int
    conversations: int
    accepted: bytes | None
    """The item with what was accepted only, as JSON; None if nothing was."""
    rejected: bytes | None
    """The item with what was rejected only, as JSON; None if nothing was."""
    reasons: tuple[Reason, ...]
    """One for everything rejected."""

    @property
    def repeats(self) -> int:
        """Candidates rejected for asking what something earlier asks."""
        return sum(reason.stage == "repeat" for reason in self.reasons)


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Item)


def record_of(item: Item, product: Product) -> Record:
    """Encode an item, what was accepted apart from what was rejected."""
    done = item.accepted is not None if product == "trajectory" else item.blueprint is not None
    failed = item.trajectories[:-1] if item.accepted else item.trajectories
    accepted = rejected = None
    if done:
        trajectories = (item.accepted,) if item.accepted else ()
        accepted = _encoder.encode(msgspec.structs.replace(item, trajectories=trajectories, rejected=()))
    if failed or item.rejected:
        blueprint = item.blueprint if failed else None
        rest = msgspec.structs.replace(item, blueprint=blueprint, trajectories=failed, cells=())
        rejected = _encoder.encode(rest)
    return Record(
        item.ordinal,
        item.domain,
        item.signature,
        item.cells if done else (),
        len(item.rejected) + (item.blueprint is not None),
        int(item.blueprint is not None),
        len(item.trajectories),
        accepted,
        rejected,
        (
            *(_reason(one.stage, one.verdicts) for one in item.rejected),
            *(_reason("conversation", one.verdicts) for one in failed),
        ),
    )


def as_repeat(record: Record) -> Record:
    """Return the record of an item that asks what an earlier one has asked: rejected with stage `repeat`."""
    verdict = Verdict("repeat", False, "an earlier item of this run asks the same", "blueprint")
    rest = decode_item(record.rejected) if record.rejected else Item(record.ordinal, record.domain)
    repeated = Rejected(_blueprint(record), "repeat", (verdict,))
    return record._replace(
        cells=(),
        accepted=None,
        rejected=_encoder.encode(msgspec.structs.replace(rest, rejected=(*rest.rejected, repeated))),
        reasons=(*record.reasons, Reason("repeat", verdict.check, "blueprint")),
    )


def decode_item(encoded: bytes) -> Item:
    """Return the item of what the journal's iterators yield."""
    return _decoder.decode(encoded)


def signature_key(signature: str) -> int:
    """Return eight bytes of hash: what is kept in memory of everything admitted."""
    return int.from_bytes(hashlib.blake2b(signature.encode(), digest_size=8).digest())


def _blueprint(record: Record) -> Blueprint:
    blueprint = decode_item(record.accepted).blueprint if record.accepted else None
    if blueprint is None:
        raise ValueError(f"item {record.ordinal} has nothing that could repeat another")
    return blueprint


def _reason(stage: str, verdicts: tuple[Verdict, ...]) -> Reason:
    failed = first_failed(verdicts)
    return Reason(stage, failed.check, failed.blame or "") if failed else Reason(stage, "", "")
