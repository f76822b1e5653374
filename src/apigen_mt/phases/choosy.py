"""A taste among drafts: a thing is put in several ways, and one is taken that such people would write.

Best of n, as for a user with a model behind it (APIGen-MT §4.2), with counted habits in the critic's place.
"""

import math
from collections.abc import Callable

from apigen_mt.language.population import Taste
from apigen_mt.language.traits import traits

DRAFTS = 4
"""Ways in which a thing is put at most."""


def choose(draft: Callable[[], str], taste: Taste) -> str:
    """Return the first way to put a message that is liked rather than disliked, or else the one that is disliked least.

    Args:
        draft: Puts the message, in another way each time.
        taste: What is liked.
    """
    best, most = "", -math.inf
    for _ in range(DRAFTS):
        text = draft()
        # Exactly rounded, for traits come in no fixed order.
        liking = math.fsum([taste.get(trait, 0.0) for trait in traits(text)])
        if liking > 0:
            return text
        if liking > most:
            best, most = text, liking
    return best
