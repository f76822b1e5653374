"""One event loop in this process, on which all blocks are made at once: for runs whose roles wait for models.

Ctrl-C once: nothing more is asked, what is in flight may be answered and logged. Ctrl-C twice: at once.
"""

import asyncio
import signal
from collections.abc import Callable, Iterable
from typing import Any, Self

from apigen_mt.run.workers import TICK, Task


class Loop:
    """Where coroutine functions are called. The same seam as processes: `Workers`."""

    def __init__(self, stop: Callable[[], None]):
        """Take what is to be called on the first Ctrl-C: it makes whatever waits end soon."""
        self._stop = stop
        self._interrupted = False
        self._making: dict[Task, asyncio.Task[Any]] = {}
        self._waiting: asyncio.Task[Any] | None = None

    def __enter__(self) -> Self:
        """Start the loop."""
        self._runner = asyncio.Runner()
        self._loop = self._runner.get_loop()
        self._before = signal.signal(signal.SIGINT, self._on_interrupt)
        return self

    def end(self) -> None:
        """Drop what is not done."""
        for task in self._making.values():
            task.cancel()
        self.run(_settled(self._making.values()))

    def __exit__(self, *error: object) -> None:
        """End the loop."""
        signal.signal(signal.SIGINT, self._before)
        self._runner.close()

    def run(self, coroutine: Any) -> Any:
        """Run something on the loop to its end: what has to be opened and closed there."""
        return self._loop.run_until_complete(coroutine)

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Task:
        """Begin a call at once; it proceeds whenever a result is waited for."""
        task = Task(function, arguments)
        self._making[task] = self._loop.create_task(function(*arguments))
        return task

    def result(self, task: Task, tick: Callable[[], None]) -> Any:
        """Wait for a call's value while all others proceed; raise what the call raised.

        Before it raises anything, what is in flight may end: it is paid for, and the log shall have it.

        Raises:
            KeyboardInterrupt: after Ctrl-C, once what was in flight has ended.
        """
        self._waiting = self._loop.create_task(self._wait(self._making[task], tick))
        try:
            return self._loop.run_until_complete(self._waiting)
        except asyncio.CancelledError:
            raise KeyboardInterrupt from None
        finally:
            # What was dropped before it ended is for `end` to see off.
            if self._making[task].done():
                del self._making[task]
            self._waiting = None

    async def _wait(self, making: asyncio.Task[Any], tick: Callable[[], None]) -> Any:
        while not making.done():
            await asyncio.wait([making], timeout=TICK)
            tick()
        if self._interrupted or making.exception():
            self._stop()
            await _settled(self._making.values())
        if self._interrupted:
            raise KeyboardInterrupt
        return making.result()

    def _on_interrupt(self, *_: object) -> None:
        if not self._interrupted:
            self._interrupted = True
            self._stop()
        elif self._waiting:
            # Raising here would strike whichever task is just running, and be told as that task's error.
            self._loop.call_soon_threadsafe(self._waiting.cancel)
        else:
            raise KeyboardInterrupt


async def _settled(tasks: Iterable[asyncio.Task[Any]]) -> None:
    """Wait until all have ended, however they do."""
    await asyncio.gather(*tasks, return_exceptions=True)
