"""A run's directory: made, found writable, found ours, and held by one run at a time."""

import errno
import fcntl
import os
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from apigen_mt.errors import UserError

JOURNAL = "journal.sqlite"
"""The file that makes a directory a run's."""
PATIENCE = 3.0
"""Seconds to wait for a lock: a killed run's directory is free once its worker processes have noticed."""


@contextmanager
def hold(directory: Path, mark: str = JOURNAL) -> Generator[None]:
    """Make the directory if need be, and keep other runs out of it until the block ends.

    A directory that has anything has to have the file `mark`.

    The lock is on the directory itself, and goes when the process goes, however it ends.

    Raises:
        UserError: when it cannot be made or read, holds something else, or is held by another run.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise UserError(f"cannot use {str(directory)!r} for a run: {error.strerror}; choose another --out") from error
    try:
        _lock(descriptor, directory)
        _refuse_foreign(directory, mark)
        yield
    finally:
        os.close(descriptor)


def is_held(directory: Path) -> bool:
    """Tell whether a run is working in a directory now. Asking holds the lock for a moment: runs wait longer than that."""
    try:
        descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.ENOLCK, errno.ENOTSUP)
    else:
        return False
    finally:
        os.close(descriptor)


def _lock(descriptor: int, directory: Path) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in (errno.ENOLCK, errno.ENOTSUP):
                raise UserError(
                    f"the file system of {str(directory)!r} has no locks ({error.strerror}); "
                    "choose an --out on a local disk"
                ) from error
            if time.monotonic() > end:
                raise UserError(
                    f"another run is working in {str(directory)!r}; let it end, or choose another --out"
                ) from error
            time.sleep(0.1)
        else:
            return


def _refuse_foreign(directory: Path, mark: str) -> None:
    found = sorted(entry.name for entry in directory.iterdir())
    if found and mark not in found:
        raise UserError(
            f"{str(directory)!r} is used by something else: it has {found[0]!r} and no {mark} of a run; "
            "choose an --out that is new, empty, or an earlier run's"
        )
