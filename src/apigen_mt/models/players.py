"""Who plays each role. A role without a player is played by the built-in engine."""

from typing import Any

import msgspec


class Player(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A model and how it is asked. What is None is left to the endpoint."""

    model: str
    endpoint: str = "default"
    """Name of an endpoint of the configuration."""
    temperature: float | None = None
    top_p: float | None = None
    max_tokens: int | None = None
    extra: dict[str, Any] = {}
    """Further fields of the request's body, for example `{"reasoning_effort": "low"}`."""


class Players(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The players of a run. They decide what it makes, so they are part of its settings."""

    proposer: Player | None = None
    reviewers: tuple[Player, ...] = ()
    """The committee; the built-in reviewers always sit on it, for what code can decide no vote may overrule."""
    reviser: Player | None = None
    """Summarises reviews into feedback; without one the proposer gets the reasons as they are."""
    composer: Player | None = None
    user: Player | None = None
    critic: Player | None = None
    """Scores the user's candidates; without one the first candidate that passes the guards is taken."""
    agent: Player | None = None
    wording: Player | None = None
    """Rewrites the words of the built-in engine's conversations."""

    @property
    def seated(self) -> dict[str, Player]:
        """The roles that models play, by name; reviewers are numbered from 1."""
        alone = {name: getattr(self, name) for name in self.__struct_fields__ if name != "reviewers"}
        committee = {f"reviewer {number}": player for number, player in enumerate(self.reviewers, 1)}
        return {name: player for name, player in alone.items() if player} | committee


def everyone(model: str) -> Players:
    """Return players where one model plays every role, with a committee of three."""
    one = Player(model)
    return Players(proposer=one, reviewers=(one, one, one), reviser=one, composer=one, user=one, critic=one, agent=one)
