"""Whether an endpoint still answers anybody: told apart from a few requests that it never answers."""

from typing import Literal, NamedTuple

Kind = Literal["unreachable", "busy", "failing", "refused", "fatal"]
"""Nobody was there, too many requests, no usable answer, no to this request, no to everything."""

STREAK = 12
"""Requests sent one after another that all fail, with nobody answered: not by chance. If a fifth of all requests fails
for ever, twelve in a row do once in 250 million."""


class Fault(NamedTuple):
    """What came of a try instead of an answer."""

    kind: Kind
    what: str
    """In a word, for counting: a status, `timeout`, `dropped`, `unreachable`, `unreadable`."""
    reason: str
    status: int = 0
    """Of the response; 0 if there was none."""
    wait: float | None = None
    """Seconds that the server asks to wait."""
    sent: float = 0.0
    """When the try was sent, by the clock of the event loop."""


class Health:
    """Counts failures in the order of sending, so that slow answers and late repeats of bad requests do not mislead."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._reached = False
        self._sent = 0
        self._failed: set[int] = set()
        self._since = self._away = float("inf")
        """Since when nobody was answered, and since when nobody was there."""
        self.last = float("-inf")
        """When somebody was answered last."""

    def enter(self) -> int:
        """Return a request's number in the order of sending."""
        self._sent += 1
        return self._sent

    def answered(self, now: float) -> None:
        """Somebody was answered."""
        self._reached = True
        self.last = now
        self._since = self._away = float("inf")
        self._failed.clear()

    def failed(self, number: int, fault: Fault) -> bool:
        """Note a failed try; return whether it seems to be the endpoint's fault and not the request's."""
        self._failed.add(number)
        self._since = min(self._since, max(fault.sent, self.last))
        if fault.kind == "unreachable":
            self._away = min(self._away, max(fault.sent, self.last))
            return True
        self._reached = True
        self._away = float("inf")
        return self._streak(number) >= STREAK

    def down(self, fault: Fault, now: float) -> bool:
        """Return whether a fault of the endpoint has lasted long enough to say that it is down."""
        match fault.kind:
            case "unreachable":
                # Before the first word ever, it is most likely a wrong address or a server that nobody started.
                return now - self._away >= (self._patience if self._reached else self._patience / 20)
            case "refused" | "fatal":
                return True
            case "busy":
                return now - self._since >= 5 * self._patience
            case "failing":
                return now - self._since >= self._patience

    def _streak(self, number: int) -> int:
        first = last = number
        while first - 1 in self._failed and last - first < STREAK:
            first -= 1
        while last + 1 in self._failed and last - first < STREAK:
            last += 1
        return last - first + 1
