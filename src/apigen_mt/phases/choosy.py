"""A taste among drafts: a thing is put in several ways, and one is taken that such people would write.

Best of n, as for a user with a model behind it (APIGen-MT §4.2), with counted habits in the critic's place.
"""

import math
from collections.abc import Callable
from random import Random

from apigen_mt.language.population import DRAFTED, Taste
from apigen_mt.language.traits import traits

DRAFTS = 4
"""Ways in which a thing is put at most, where a taste says nothing else."""


def choose(draft: Callable[[], str], taste: Taste, rng: Random) -> str:
    """Return the first way to put a message that is liked rather than disliked, or else one of them all, the likelier the
    less it is disliked: always the least disliked would say the same again and again.

    Args:
        draft: Puts the message, in another way each time.
        taste: What is liked.
        rng: Draws one where all are disliked.
    """
    drafts: list[str] = []
    likings: list[float] = []
    for _ in range(round(taste.get(DRAFTED, DRAFTS))):
        drafts.append(draft())
        # Exactly rounded, for traits come in no fixed order.
        likings.append(math.fsum([taste.get(trait, 0.0) for trait in traits(drafts[-1])]))
        if likings[-1] > 0:
            return drafts[-1]
    most = max(likings)
    return rng.choices(drafts, [math.exp(liking - most) for liking in likings])[0]
