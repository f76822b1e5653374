"""What is taken from the installed distribution `bfcl-eval`: API classes, data files and a version.

Its general loaders are left alone: importing them creates folders beside the package and needs most of its 150 dependencies.
What is used here needs `mpmath` and nothing else.
"""

from functools import cache
from importlib import import_module, metadata
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from apigen_mt.errors import UserError

DISTRIBUTION = "bfcl-eval"
QUESTIONS = "BFCL_v4_{}.json"
"""Of a category; in the folder of answers lies one of the same name."""
ANSWERS = "possible_answer"
DOCUMENTS = "multi_turn_func_doc"
CHECKER = "bfcl_eval.eval_checker.multi_turn_eval"


def version() -> str:
    """Return the version of the installed distribution.

    Raises:
        UserError: when it is not installed.
    """
    try:
        return metadata.version(DISTRIBUTION)
    except metadata.PackageNotFoundError as error:
        raise UserError(
            f"BFCL's package {DISTRIBUTION!r} is not installed; pip install --no-deps {DISTRIBUTION} mpmath"
        ) from error


@cache
def module(name: str) -> ModuleType:
    """Import a module of theirs that does nothing but define things.

    Raises:
        UserError: when it, or something that it imports, is not there.
    """
    version()
    try:
        return import_module(name)
    except ImportError as error:
        raise UserError(
            f"BFCL's {name} does not load: {error}; pip install --no-deps {DISTRIBUTION} mpmath, at version 2026.3.23 or near"
        ) from error


@cache
def folder() -> Path:
    """Return where the package is installed."""
    return Path(str(module("bfcl_eval").__path__[0]))


def data() -> Path:
    """Return where its data files are."""
    return folder() / "data"


def lines(place: Path, name: str) -> list[Any]:
    """Return the JSON values of a file in their layout, one a line.

    Raises:
        UserError: when there is no such file, or it is damaged.
    """
    try:
        return [msgspec.json.decode(line) for line in (place / name).read_bytes().splitlines() if line.strip()]
    except OSError as error:
        raise UserError(f"BFCL's file {name} is not in {str(place)!r}: {error.strerror}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UserError(f"BFCL's file {str(place / name)!r} is damaged: {error}") from error


def settings() -> ModuleType:
    """Return their tables of classes, modules and documentation files."""
    return module("bfcl_eval.constants.executable_backend_config")
