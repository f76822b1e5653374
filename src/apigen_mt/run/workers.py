"""Processes that make blocks. One worker means this very process, without any other.

Each process has a pipe of its own, so that one that is killed at any moment, even while it sends, is noticed
and harms nothing; `ProcessPoolExecutor` shares one pipe among all and may then wait for ever. A process
whose parent is killed ends at once, whatever it is doing. Enter before opening locks, journals or threads: forked processes
would share them.
"""

import asyncio
import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Generator
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Literal, Protocol, Self

from apigen_mt.errors import ApigenError, UserError

TICK = 0.25
"""Seconds between signs of life while waiting."""


class Task:
    """A call that is to be made, being made, or done."""

    def __init__(self, function: Callable[..., Any], arguments: tuple[Any, ...]):
        """Take down the call."""
        self.call = (function, arguments)
        self.done = False
        self.value: Any = None


class Workers(Protocol):
    """Where plain functions are called, and coroutine functions carried out.

    A context manager: leaving it drops what is not done.
    """

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Task:
        """Have a call made at some time before its result is asked for. All of it can be pickled."""
        ...

    def result(self, task: Task, tick: Callable[[], None]) -> Any:
        """Wait for a call's value, calling `tick` now and then; raise what the call raised."""
        ...

    def __enter__(self) -> Self:
        """Start the processes."""
        ...

    def __exit__(self, *error: object) -> None:
        """Stop the processes, whatever they are doing."""
        ...


Method = Literal["fork", "spawn"]


def workers(count: int, method: Method | None = None) -> Workers:
    """Return so many workers.

    Args:
        count: Processes; 1 stays in this one.
        method: How processes start; by default `fork` on Linux, where they start at once with all that is
            loaded already, and `spawn` elsewhere.
    """
    if count == 1:
        return _Here()
    return _Processes(count, method or ("fork" if sys.platform == "linux" else "spawn"))


class _Here:
    """Calls are made when their results are asked for."""

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Task:
        return Task(function, arguments)

    def result(self, task: Task, tick: Callable[[], None]) -> Any:
        tick()
        function, arguments = task.call
        return _called(function, arguments)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        pass


class _Processes:
    def __init__(self, count: int, method: Method):
        self._count = count
        self._method: Method = method
        self._processes: list[BaseProcess] = []
        self._idle: list[Connection] = []
        self._busy: dict[Connection, Task] = {}
        self._queue: deque[Task] = deque()

    def __enter__(self) -> Self:
        fork = self._method == "fork"
        context = multiprocessing.get_context("fork") if fork else multiprocessing.get_context("spawn")
        for _ in range(self._count):
            ours, its = context.Pipe()
            self._idle.append(ours)
            # A forked process has copies of our ends so far; with them open, its elders would outlive us.
            inherited = list(self._idle) if fork else []
            process = context.Process(target=_work, args=(its, inherited), daemon=True)
            process.start()
            its.close()
            self._processes.append(process)
        return self

    def __exit__(self, *error: object) -> None:
        for process in self._processes:
            process.kill()
        for process in self._processes:
            process.join()
        for connection in (*self._idle, *self._busy):
            connection.close()

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Task:
        task = Task(function, arguments)
        self._queue.append(task)
        self._feed()
        return task

    def result(self, task: Task, tick: Callable[[], None]) -> Any:
        while not task.done:
            ready = wait(list(self._busy), TICK)
            for connection in [one for one in self._busy if one in ready]:
                self._collect(connection)
            self._feed()
            tick()
        if isinstance(task.value, BaseException):
            raise task.value
        return task.value

    def _feed(self) -> None:
        while self._idle and self._queue:
            connection, task = self._idle.pop(), self._queue.popleft()
            self._busy[connection] = task
            try:
                connection.send(task.call)
            except OSError as error:
                raise _died() from error

    def _collect(self, connection: Connection) -> None:
        try:
            value = connection.recv()
        except (EOFError, OSError) as error:
            raise _died() from error
        task = self._busy.pop(connection)
        task.value, task.done = value, True
        self._idle.append(connection)


@contextmanager
def spared_collections() -> Generator[None]:
    """Keep the garbage collector from walking through what is here by now, worlds and libraries, again and again."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def _work(connection: Connection, inherited: list[Connection]) -> None:
    """Make calls until the other end closes. Values that are exceptions are meant to be raised over there."""
    # Ctrl-C reaches every process of a terminal; the parent decides what comes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in inherited:
        other.close()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with spared_collections():
        while True:
            try:
                function, arguments = connection.recv()
            except (EOFError, OSError):
                return
            try:
                value = _called(function, arguments)
            except Exception as error:
                value = _portable(error)
            try:
                connection.send(value)
            except OSError:
                return


def _end_with_parent() -> None:
    """End this process when its parent has ended: a call may last for minutes, and nobody would take its value."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _called(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    value = function(*arguments)
    return asyncio.run(value) if asyncio.iscoroutine(value) else value


def _portable(error: Exception) -> Exception:
    """Return an exception that can be sent, with its traceback as a note."""
    told = "".join(traceback.format_exception(error))
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        error = ApigenError(f"{type(error).__name__}: {error}")
    error.add_note(f"\nIn the worker process:\n{told}")
    return error


def _died() -> UserError:
    return UserError(
        "a worker process died: killed from outside, or for want of memory; what was finished before is "
        "safe: run the same command to go on, with fewer --workers if memory is short"
    )
