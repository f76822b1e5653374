"""Endpoints, prices and budgets as a configuration states them. None of it decides what a run makes."""

import msgspec

from apigen_mt.models.completion import Usage

MILLION = 1_000_000


class Endpoint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An OpenAI-compatible server."""

    url: str
    """Base URL, for example `http://127.0.0.1:8000/v1`."""
    key_env: str = ""
    """Name of the environment variable that has the key; empty for servers that want none."""
    in_flight: int = 64
    """Requests at once, at most."""
    requests_per_minute: int | None = None
    tokens_per_minute: int | None = None
    timeout: float = 120.0
    """Seconds for one try."""
    tries: int = 6
    """For one request, the first included."""
    backoff: float = 1.0
    """Seconds that the pause after a first failed try lasts at most; each further one may last twice as long."""
    patience: float = 60.0
    """Seconds after which an endpoint that answers nobody counts as down; also the longest pause between two tries."""


class Price(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Money for a million tokens."""

    prompt: float
    completion: float
    cached: float | None = None
    """Prompt tokens that the endpoint had at hand; by default as dear as others."""

    def cost(self, usage: Usage) -> float:
        """Return the money for tokens, in the currency of the price."""
        cached = self.prompt if self.cached is None else self.cached
        fresh = usage.prompt - usage.cached
        return (fresh * self.prompt + usage.cached * cached + usage.completion * self.completion) / MILLION


class Budget(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Where a run stops. None is no limit."""

    money: float | None = None
    tokens: int | None = None
    calls: int | None = None
