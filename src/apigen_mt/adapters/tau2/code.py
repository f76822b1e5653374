"""τ²-bench's own code, loaded at run time from a checkout or an installation.

Its package imports the whole of its runner, and with it clients of language models. The modules needed here (toolkits,
environment, three of its evaluators) need none of that, so they are loaded without the package's own `__init__`. It
finds its data by `TAU2_DATA_DIR` or beside its code; where a checkout is named, that checkout's data are taken.
"""

import importlib
import importlib.util
import sys
import types
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from apigen_mt.errors import UserError

PACKAGE = "tau2"
NEEDS = "pydantic loguru addict deepdiff python-dotenv toml pyyaml docstring-parser pandas"
"""What the modules that are loaded here import, as pip takes it; all of it comes with a full installation."""


class Code:
    """Modules of the peer, and where its data lie."""

    def __init__(self, data: Path):
        """Take the folder that has `tau2/domains`."""
        self.data = data

    def module(self, name: str) -> Any:
        """Return a module of theirs by its name within the package.

        Raises:
            UserError: when something that it imports is not installed.
        """
        return _imported(f"{PACKAGE}.{name}")

    @property
    def version(self) -> str:
        """What the package says of itself; its code and data carry no other mark."""
        return str(self.module("utils.utils").get_tau2_version())


def find(checkout: Path | None) -> Code:
    """Load the peer from a checkout, or the installed one.

    Raises:
        UserError: when there is none, when it lacks its data, or when another one is loaded in this process already.
    """
    folder = _package(checkout)
    loaded = sys.modules.get(PACKAGE)
    if loaded is None:
        package = types.ModuleType(PACKAGE)
        package.__path__ = [str(folder)]
        sys.modules[PACKAGE] = package
    elif [Path(place).resolve() for place in loaded.__path__] != [folder]:
        raise UserError(f"τ²-bench is loaded from {list(loaded.__path__)} already; load {folder} in another process")
    own = _imported(f"{PACKAGE}.utils.utils")
    if checkout is not None:
        # The modules of the domains take their paths from here when they are imported.
        own.DATA_DIR = _imported(f"{PACKAGE}.utils").DATA_DIR = checkout.resolve() / "data"
    if not (own.DATA_DIR / PACKAGE / "domains").is_dir():
        raise UserError(f"τ²-bench has no data in {own.DATA_DIR}; name a checkout that has a folder data/tau2/domains")
    return Code(own.DATA_DIR)


def _package(checkout: Path | None) -> Path:
    if checkout is not None:
        folder = checkout.resolve() / "src" / PACKAGE
    else:
        found = importlib.util.find_spec(PACKAGE) if PACKAGE not in sys.modules else None
        places = sys.modules[PACKAGE].__path__ if PACKAGE in sys.modules else found and found.submodule_search_locations
        folder = Path(next(iter(places or ()), "")).resolve()
    if not (folder / "domains" / "retail" / "tools.py").is_file():
        where = f"in {checkout}" if checkout else "installed (the distribution `tau2` of PyPI is something else)"
        raise UserError(f"τ²-bench is not {where}; name a checkout of github.com/sierra-research/tau2-bench")
    return folder


def _imported(name: str) -> Any:
    if name in sys.modules:
        return sys.modules[name]
    try:
        with _quiet():
            return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise UserError(f"τ²-bench cannot be loaded: no module {error.name!r}; install: {NEEDS}") from error


@contextmanager
def _quiet() -> Generator[None]:
    """Keep its log and its warnings to itself, and settings of ours free of a `.env` that it finds."""
    dotenv: Any = importlib.import_module("dotenv")
    importlib.import_module("loguru").logger.disable(PACKAGE)
    load, dotenv.load_dotenv = dotenv.load_dotenv, lambda: True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        dotenv.load_dotenv = load
