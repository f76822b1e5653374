"""How fast an endpoint is asked: requests at once, and requests and tokens a minute. First come, first served."""

import asyncio
from collections import deque


class Slots:
    """Requests at once, at most; fewer while the endpoint says that it is too many.

    The limit halves when the endpoint is busy, and grows back by a sixteenth of the most in as many answers as the
    limit allows at once: additive increase, multiplicative decrease.

    One slot is given in each round of the event loop. All that begin in one round reach the wire together, once the last
    has connected and is written down; begun one after another, the first is on its way meanwhile, and its answer finds
    a client that is not busy with 63 others.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.limit = float(most)
        self._used = 0
        self._waiting: deque[asyncio.Future[bool]] = deque()
        self._halved = 0.0
        self._waking = False

    async def take(self) -> bool:
        """Wait for a slot; return whether there is one: False after `close`."""
        turn: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        self._wake()
        try:
            return await turn
        except asyncio.CancelledError:
            # The slot may have been given in the moment of the cancellation.
            if turn.done() and not turn.cancelled() and turn.result():
                self.free()
            raise

    def free(self) -> None:
        """Give a slot back."""
        self._used -= 1
        self._wake()

    def answered(self) -> None:
        """Grow, because the endpoint keeps up."""
        if self.limit < self.most:
            self.limit = min(self.most, self.limit + max(1, self.most / 16) / self.limit)
            self._wake()

    def busy(self, sent: float) -> None:
        """Halve, unless the try was sent before the last halving: one burst of refusals is one piece of news."""
        if sent >= self._halved:
            self.limit = max(1.0, self.limit / 2)
            self._halved = asyncio.get_running_loop().time()

    def close(self) -> None:
        """Send everybody away who waits now."""
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(False)

    def _wake(self) -> None:
        if not self._waking and self._waiting and self._used < int(self.limit):
            self._waking = True
            asyncio.get_running_loop().call_soon(self._give)

    def _give(self) -> None:
        self._waking = False
        while self._waiting and self._used < int(self.limit):
            turn = self._waiting.popleft()
            if not turn.done():
                self._used += 1
                turn.set_result(True)
                break
        self._wake()


class Pace:
    """So much a minute, evenly spaced, so that no minute of the server's clock sees more.

    An amount may be larger than what a minute allows, and may be corrected when it is known: both are usual with
    tokens, and the reason why this is no library's bucket.
    """

    def __init__(self, per_minute: float) -> None:
        self._rate = per_minute / 60
        self._free = 0.0

    def reserve(self, amount: float, now: float) -> float:
        """Return how many seconds to wait before using an amount; the place in the queue is taken."""
        start = max(now, self._free)
        self._free = start + amount / self._rate
        return start - now

    def correct(self, more: float) -> None:
        """Count an amount that was larger (or smaller) than reserved."""
        self._free += more / self._rate
