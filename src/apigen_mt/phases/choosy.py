"""The built-in user with a taste: a thing is put in several ways, and one is taken that such people would write.

Best of n, as for a user with a model behind it (APIGen-MT §4.2), with counted habits in the critic's place.
"""

import copy
import math
from collections.abc import Sequence
from random import Random

from apigen_mt.language.population import Taste
from apigen_mt.language.traits import traits
from apigen_mt.phases.user import AgendaUser, UserTurn
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import Message
from apigen_mt.world.domain import Domain

DRAFTS = 6
"""Ways in which a thing is put before one is taken."""


class ChoosyUser:
    """Plays one blueprint's user in one conversation."""

    def __init__(self, user: AgendaUser, taste: Taste) -> None:
        """Take who settles what is done, and the taste by which words for it are chosen."""
        self.user = user
        self.rng = user.rng
        self.taste = taste

    async def speak(self, messages: Sequence[Message]) -> UserTurn:
        """Return the next user message, given the conversation so far (empty at the start).

        What is done is settled by the first draft; only its words are chosen.
        """
        drafts: list[tuple[AgendaUser, UserTurn]] = []
        for _ in range(DRAFTS):
            user = _twin(self.user, Random(self.rng.getrandbits(64)))
            turn = await user.speak(messages)
            if not drafts or (turn.message.acts, turn.leaves) == (drafts[0][1].message.acts, drafts[0][1].leaves):
                drafts.append((user, turn))
        self.user, turn = self.rng.choices(drafts, self._weights([turn.message.content for _, turn in drafts]))[0]
        return turn

    def _weights(self, texts: Sequence[str]) -> list[float]:
        likings = [sum([self.taste.get(trait, 0.0) for trait in traits(text)]) for text in texts]
        most = max(likings)
        return [math.exp(liking - most) for liking in likings]


def _twin(user: AgendaUser, rng: Random) -> AgendaUser:
    """Return a user at the same point of the same agenda, who goes on by another source of chance."""
    twin = copy.copy(user)
    for name, value in vars(user).items():
        if not isinstance(value, str | Domain | Blueprint):
            setattr(twin, name, copy.copy(value))
    twin.rng = rng
    return twin
