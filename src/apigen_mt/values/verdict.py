"""One check's result with its reason."""

from typing import Literal

import msgspec

Blame = Literal["user", "agent", "environment", "blueprint"]


class Verdict(msgspec.Struct, frozen=True, omit_defaults=True):
    """The result of one check. `passed` is None when the check could not run, which is not a pass."""

    check: str
    passed: bool | None
    reason: str = ""
    """Why it failed or did not run; empty for a pass."""
    blame: Blame | None = None


def accepted(verdicts: tuple[Verdict, ...]) -> bool:
    """Tell whether every check ran and passed; an empty list has proved nothing."""
    return bool(verdicts) and all(verdict.passed is True for verdict in verdicts)


def first_failed(verdicts: tuple[Verdict, ...]) -> Verdict | None:
    """Return the first check that failed; where none did, the first that could not run; None if all passed."""
    failed = (verdict for verdict in verdicts if verdict.passed is False)
    return next(failed, next((verdict for verdict in verdicts if verdict.passed is None), None))
