"""Benchmarks by their names: which there are, and who loads them."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from apigen_mt.adapters.benchmark import Benchmark
from apigen_mt.errors import UserError


class Family(NamedTuple):
    """Benchmarks that one peer's code brings."""

    module: str
    names: tuple[str, ...]


_CATEGORIES = ("base", "miss_func", "miss_param", "long_context")
FAMILIES = {
    "bfcl": Family("bfcl.benchmark", tuple(f"multi_turn_{category}" for category in _CATEGORIES)),
    "tau-bench": Family("tau_bench", ("retail", "airline")),
    "tau2": Family("tau2", ("retail", "airline", "telecom", "banking_knowledge", "mock")),
    "tau2-port": Family("tau2", ("retail", "airline", "telecom", "banking_knowledge")),
}


def benchmark_names() -> tuple[str, ...]:
    """Return all names, for example `tau-bench:retail`."""
    return tuple(f"{family}:{name}" for family, of in FAMILIES.items() for name in of.names)


def is_benchmark(name: str) -> bool:
    """Tell whether a text is meant as the name of a benchmark."""
    return name.partition(":")[0] in FAMILIES and ":" in name


@cache
def load_benchmark(name: str, place: Path | None = None) -> Benchmark:
    """Load a benchmark by the peer's own code; once per process.

    Args:
        name: One of `benchmark_names`.
        place: A checkout of the peer's repository; None for what is installed.

    Raises:
        UserError: when there is no such benchmark, or the peer's code is not where it should be.
    """
    if name not in benchmark_names():
        raise UserError(f"no benchmark {name!r}; there are {', '.join(benchmark_names())}")
    load: Callable[[str, Path | None], Benchmark] = import_module(
        f"apigen_mt.adapters.{FAMILIES[name.partition(':')[0]].module}"
    ).load
    return load(name, place)
