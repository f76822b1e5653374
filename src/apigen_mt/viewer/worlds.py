"""The worlds that conversations took place in, made again to show what each call read and changed."""

import threading
from collections.abc import Iterable
from typing import NamedTuple

from apigen_mt.errors import ApigenError
from apigen_mt.registry import domain_names, load_domain, load_world
from apigen_mt.viewer.sources import Place
from apigen_mt.world.domain import World
from apigen_mt.world.graph import Graph, infer_graph

MOST = 12
"""Worlds that are kept: a dataset may name any number of them."""


class Missing(NamedTuple):
    """Why there is no world."""

    why: str


class Worlds:
    """Worlds, made when they are first asked for."""

    def __init__(self, used: Iterable[str] = (), given: Iterable[str] = ()):
        """Take the sources of a run's domains, and paths of domains that may be loaded beside the installed ones.

        A path that a journal or a dataset names is not followed unless it was given: loading a domain runs its code.
        """
        self._used = tuple(used)
        self._given = tuple(given)
        self._lock = threading.Lock()
        self._worlds: dict[Place, World | Missing] = {}
        self._graphs: dict[Place, Graph] = {}
        self._sources: dict[str, str] | None = None

    def find(self, place: Place) -> World | Missing:
        """Return a world, or why there is none."""
        with self._lock:
            if place not in self._worlds:
                while len(self._worlds) >= MOST:
                    self._graphs.pop(oldest := next(iter(self._worlds)), None)
                    del self._worlds[oldest]
                self._worlds[place] = self._made(place)
            return self._worlds[place]

    def graph(self, place: Place) -> Graph | None:
        """Return the API graph of a world's domain, or None where there is no world."""
        world = self.find(place)
        if isinstance(world, Missing):
            return None
        with self._lock:
            if place not in self._graphs:
                self._graphs[place] = infer_graph(world)
            return self._graphs[place]

    def _made(self, place: Place) -> World | Missing:
        try:
            source = self._named().get(place.domain)
            if source is None:
                return Missing(f"the domain {place.domain!r} is not installed here; name its path with --domain")
            if not place.digests:
                return Missing("nothing says which world this took place in")
            world = load_world(source, place.seed, place.size)
        except ApigenError as error:
            return Missing(str(error))
        if world.digest not in place.digests:
            return Missing(f"the domain {place.domain!r} has changed since this was made")
        return world

    def _named(self) -> dict[str, str]:
        """Return domain's own name -> what it is loaded by."""
        if self._sources is None:
            installed = domain_names()
            trusted = [name for name in self._used if name in installed]
            own = {load_domain(source).name: source for source in (*trusted, *self._given)}
            self._sources = {name: name for name in installed} | own
        return self._sources
