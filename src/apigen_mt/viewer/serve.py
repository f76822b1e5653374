"""The server: one process, the pages in a few threads, and one more that reads what a run has newly written."""

import socket
import sqlite3
import threading
import time
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import uvicorn

from apigen_mt.errors import ApigenError, UserError
from apigen_mt.evaluation.file import TRIALS
from apigen_mt.models.endpoint import Price
from apigen_mt.run.directory import JOURNAL
from apigen_mt.training.curves import NAME as CURVES
from apigen_mt.viewer.dataset import Dataset
from apigen_mt.viewer.index import Index
from apigen_mt.viewer.pages import Site
from apigen_mt.viewer.security import Guard
from apigen_mt.viewer.shell import Shell
from apigen_mt.viewer.sources import Run
from apigen_mt.viewer.training_page import TrainingSite
from apigen_mt.viewer.trial_pages import TrialSite
from apigen_mt.viewer.worlds import Worlds

PAUSE = 0.5
"""Seconds between looks at a journal that has nothing new."""
LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Address(NamedTuple):
    """Where to listen."""

    host: str = "127.0.0.1"
    port: int = 8321
    """0 for any that is free."""
    names: tuple[str, ...] = ()
    """Names that the server may be asked by, beside those of this machine itself."""


@contextmanager
def opened(
    path: Path,
    domains: Iterable[str] = (),
    prices: Mapping[str, Price] = {},
    *,
    beside: Path | None = None,
    follow: bool = True,
) -> Generator[Shell]:
    """Open the pages of a run, a dataset, an evaluation or a training.

    Args:
        path: What is shown.
        domains: Paths of domains that are not installed.
        prices: Of models, by their names in the configuration.
        beside: An evaluation that another one is compared with.
        follow: Whether a thread takes in what is there and what a run writes.

    Raises:
        UserError: when it is none of them, or something else than an evaluation is to be compared.
    """
    if beside is not None or (path / TRIALS).is_file():
        yield TrialSite(path, Worlds((), domains), prices, beside)
        return
    if (path / CURVES).is_file():
        yield TrainingSite(path)
        return
    if (path / JOURNAL).is_file():
        source: Run | Dataset = Run(path)
        worlds = Worlds(source.origin.settings.domains, domains)
    else:
        source = Dataset(path)
        worlds = Worlds((), domains)
    index = Index(source)
    stop = threading.Event()
    reader = threading.Thread(target=_follow, args=(index, stop), name="index", daemon=True)
    try:
        if follow:
            reader.start()
        yield Site(index, worlds, prices)
    finally:
        stop.set()
        if follow:
            reader.join()
        index.close()


def serve(site: Shell, address: Address, ready: Callable[[str], None]) -> None:
    """Answer until Ctrl-C; `ready` is called with the address once there is somebody to answer.

    Raises:
        UserError: when nobody can listen there.
    """
    listener = _listener(address)
    # Worlds take a second to make: the first page that needs one should find it.
    threading.Thread(target=_warm, args=(site,), name="worlds", daemon=True).start()
    host, port = listener.getsockname()[:2]
    local = address.host in LOOPBACK
    app = Guard(site.app(), (*address.names, *(() if local else (address.host,))), numbers=not local)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, proxy_headers=False, lifespan="off"
    )
    ready(f"http://{f'[{host}]' if ':' in host else host}:{port}/")
    uvicorn.Server(config).run(sockets=[listener])


def _listener(address: Address) -> socket.socket:
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
        family, kind, protocol, _, place = found[0]
        # Named as TCP: else asyncio leaves Nagle's algorithm on, and a small answer waits 40 ms for an acknowledgement.
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(place)
        listener.listen(128)
    except (OSError, OverflowError) as error:
        raise UserError(
            f"cannot listen at {address.host} port {address.port}: {error}; choose another --port, or 0 for any"
        ) from error
    return listener


def _follow(index: Index, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            more = index.catch_up()
        except ApigenError:
            # The journal is being replaced, or its disk fails: the pages say so, and it may be mended.
            more = False
        if not more:
            stop.wait(PAUSE)


def _warm(site: Shell) -> None:
    try:
        site.warm(lambda: time.sleep(PAUSE))
    except (ApigenError, sqlite3.Error):
        # Whoever asks for the world is told.
        return
