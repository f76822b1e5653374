"""Canonical JSON and content hashes: the identity of every value, row, state and dataset."""

import hashlib
from typing import Any

import msgspec

_encoder = msgspec.json.Encoder(order="deterministic")


def canonical_json(value: Any) -> bytes:
    """Encode a value as JSON with sorted keys and no white space; equal values give equal bytes.

    1, 1.0 and True are three different values here, as they are in JSON text.
    """
    return _encoder.encode(value)


def content_hash(value: Any, length: int = 16) -> str:
    """Return the first `length` hex digits of the sha256 of a value's canonical JSON."""
    return hashlib.sha256(_encoder.encode(value)).hexdigest()[:length]
