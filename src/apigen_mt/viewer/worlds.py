"""The worlds that a run's conversations took place in, made again to show what each call read and changed."""

import threading
from collections.abc import Iterable
from typing import NamedTuple

from apigen_mt.errors import ApigenError
from apigen_mt.registry import domain_names, load_domain, load_world
from apigen_mt.run.origin import Origin
from apigen_mt.world.domain import World
from apigen_mt.world.graph import Graph, infer_graph


class Missing(NamedTuple):
    """Why there is no world."""

    why: str


class Worlds:
    """A run's worlds, made when they are first asked for."""

    def __init__(self, origin: Origin, given: Iterable[str] = ()):
        """Take a run's origin, and paths of domains that may be loaded beside the installed ones.

        A path that a journal names is not followed unless it was given: loading a domain runs its code.
        """
        self._origin = origin
        self._given = tuple(given)
        self._lock = threading.Lock()
        self._worlds: dict[str, World | Missing] = {}
        self._graphs: dict[str, Graph] = {}
        self._sources: dict[str, str] | None = None

    def names(self) -> list[str]:
        """Return the domains of the run that can be loaded."""
        with self._lock:
            return sorted(self._named())

    def find(self, domain: str) -> World | Missing:
        """Return a domain's world, or why there is none."""
        with self._lock:
            if domain not in self._worlds:
                self._worlds[domain] = self._made(domain)
            return self._worlds[domain]

    def graph(self, domain: str) -> Graph | None:
        """Return a domain's API graph, or None where there is no world."""
        world = self.find(domain)
        if isinstance(world, Missing):
            return None
        with self._lock:
            if domain not in self._graphs:
                self._graphs[domain] = infer_graph(world)
            return self._graphs[domain]

    def _made(self, domain: str) -> World | Missing:
        settings = self._origin.settings
        try:
            source = self._named().get(domain)
            if source is None:
                return Missing(f"the domain {domain!r} is not installed here; name its path with --domain")
            world = load_world(source, settings.seed, settings.size)
        except ApigenError as error:
            return Missing(str(error))
        if world.digest not in self._origin.worlds.values():
            return Missing(f"the domain {domain!r} has changed since the run was made")
        return world

    def _named(self) -> dict[str, str]:
        """Return domain's own name -> what it is loaded by."""
        if self._sources is None:
            installed = set(domain_names())
            trusted = [name for name in self._origin.settings.domains if name in installed]
            self._sources = {load_domain(source).name: source for source in (*trusted, *self._given)}
        return self._sources
