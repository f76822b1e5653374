"""The built-in user with a taste: a thing is put in several ways, and one is taken that such people would write.

Best of n, as for a user with a model behind it (APIGen-MT §4.2), with counted habits in the critic's place.
"""

import copy
import math
from collections import deque
from collections.abc import Sequence
from random import Random

from apigen_mt.language.population import DRAFTED, Taste
from apigen_mt.language.traits import traits
from apigen_mt.phases.user import AgendaUser, UserTurn
from apigen_mt.values.messages import Message

DRAFTS = 4
"""Ways in which a thing is put before one is taken."""


class ChoosyUser:
    """Plays one blueprint's user in one conversation."""

    def __init__(self, user: AgendaUser, taste: Taste) -> None:
        """Take who settles what is done, and the taste by which words for it are chosen."""
        self.user = user
        self.taste = taste

    async def speak(self, messages: Sequence[Message]) -> UserTurn:
        """Return the next user message, given the conversation so far (empty at the start).

        What is done is settled by the first draft; only its words are chosen.
        """
        drafts: list[tuple[AgendaUser, UserTurn]] = []
        for _ in range(round(self.taste.get(DRAFTED, DRAFTS))):
            user = _twin(self.user)
            turn = await user.speak(messages)
            if not drafts or (turn.message.acts, turn.leaves) == (drafts[0][1].message.acts, drafts[0][1].leaves):
                drafts.append((user, turn))
        self.user, turn = self.user.rng.choices(drafts, self._weights([turn.message.content for _, turn in drafts]))[0]
        return turn

    def _weights(self, texts: Sequence[str]) -> list[float]:
        likings = [sum([self.taste.get(trait, 0.0) for trait in traits(text)]) for text in texts]
        most = max(likings)
        return [math.exp(liking - most) for liking in likings]


def _twin(user: AgendaUser) -> AgendaUser:
    """Return a user at the same point of the same agenda, who goes on by the same source of words: they come out otherwise."""
    twin = copy.copy(user)
    for name, value in vars(user).items():
        if isinstance(value, dict):
            # What was told of each goal is a set of its own.
            setattr(twin, name, {key: set(item) if isinstance(item, set) else item for key, item in value.items()})
        elif isinstance(value, list | set | deque):
            setattr(twin, name, value.copy())
        elif isinstance(value, Random) and name != "rng":
            setattr(twin, name, copy.copy(value))
    return twin
