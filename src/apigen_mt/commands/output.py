"""How commands speak: results on standard output, everything else on standard error."""

import sys
from typing import Any

import msgspec


def say(text: str) -> None:
    """Write a line of a result."""
    sys.stdout.write(f"{text}\n")


def tell(text: str) -> None:
    """Write a line about what happens, or why it does not."""
    sys.stderr.write(f"{text}\n")


def write_json(value: Any) -> None:
    """Write one value as a line of JSON."""
    say(msgspec.json.encode(value).decode())
