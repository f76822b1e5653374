"""A taste among drafts: a thing is put in several ways, and one is taken that such people would write.

Best of n, as for a user with a model behind it (APIGen-MT §4.2), with counted habits in the critic's place.
"""

import math
from collections.abc import Callable
from random import Random

from apigen_mt.language.population import Taste
from apigen_mt.language.traits import traits

DRAFTS = 4
"""Ways in which a thing is put before one is taken."""


def choose(draft: Callable[[], str], taste: Taste, rng: Random) -> str:
    """Put a message in several ways, each drawn by `draft`, and return one, the likelier the better it is liked."""
    drafts = [draft() for _ in range(DRAFTS)]
    likings = [sum([taste.get(trait, 0.0) for trait in traits(text)]) for text in drafts]
    most = max(likings)
    return rng.choices(drafts, [math.exp(liking - most) for liking in likings])[0]
