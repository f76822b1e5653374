"""Find domains: installed ones through the entry-point group `apigen_mt.domains`, or a Python file or folder by path."""

import difflib
import importlib.util
import sys
import traceback
from collections.abc import Callable
from functools import cache, partial
from importlib.metadata import entry_points
from pathlib import Path

from apigen_mt.errors import UserError
from apigen_mt.values.canonical import content_hash
from apigen_mt.world.domain import Domain, World

GROUP = "apigen_mt.domains"


@cache
def domain_names() -> tuple[str, ...]:
    """Return the names of all installed domains, sorted."""
    return tuple(sorted({entry.name for entry in entry_points(group=GROUP)}))


@cache
def load_domain(name: str) -> Domain:
    """Return a domain by installed name, or from a path to a module or package that defines `DOMAIN`.

    Raises:
        UserError: when there is no such domain, or what was found does not define one.
    """
    for entry in entry_points(group=GROUP):
        if entry.name == name:
            return _checked(_loaded(entry.load, name), name)
    path = Path(name)
    if path.suffix == ".py" or path.is_dir():
        return _from_path(path)
    close = difflib.get_close_matches(name, domain_names(), 1)
    hint = f"; did you mean {close[0]!r}?" if close else ""
    raise UserError(
        f"no domain {name!r}{hint}. Installed: {', '.join(domain_names()) or 'none'}. "
        "A path to a folder or .py file that defines DOMAIN works too."
    )


@cache
def load_world(name: str, seed: int, size: int) -> World:
    """Return a domain's world, built once per process.

    Raises:
        UserError: when there is no such domain, or its tables hold something that they cannot.
    """
    domain = load_domain(name)
    try:
        return domain.world(seed, size)
    except TypeError as error:
        raise UserError(f"the tables of domain {name!r} cannot be built: {error}") from error


def _from_path(path: Path) -> Domain:
    source = path / "__init__.py" if path.is_dir() else path
    if not source.is_file():
        raise UserError(f"no domain at {str(path)!r}: {source.name} is missing")
    # A name of its own: a folder called `random` must not take the place of a module that everybody uses.
    module_name = f"domain_{content_hash(str(source.resolve()), 12)}"
    spec = importlib.util.spec_from_file_location(
        module_name, source, submodule_search_locations=[str(path)] if path.is_dir() else None
    )
    if spec is None or spec.loader is None:
        raise UserError(f"{str(source)!r} is not a Python module")
    module = importlib.util.module_from_spec(spec)
    sys.modules[module_name] = module
    _loaded(partial(spec.loader.exec_module, module), str(path))
    return _checked(getattr(module, "DOMAIN", None), str(path))


def _loaded(load: Callable[[], object], name: str) -> object:
    """Run somebody's module; whatever is wrong with it is the author's to mend, and is told without our traceback."""
    try:
        return load()
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}, line {place.lineno}"
        raise UserError(f"domain {name!r} does not load: {type(error).__name__}: {error} ({where})") from error


def _checked(found: object, name: str) -> Domain:
    if not isinstance(found, Domain):
        raise UserError(f"{name!r} has no Domain named DOMAIN; see docs/own_domain.md")
    return found
