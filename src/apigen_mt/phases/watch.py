"""Early abort: a conversation is judged while it runs, and stopped once no continuation can be accepted.

Nothing that can still be accepted is stopped. A gate that has failed stays failed (`verify.Inspector`), and a state counts as
out of reach only where a write has settled for good what the ground truth has otherwise (`reach.settled_wrongly`): other
wrong writes might be put right, or be steps towards the same state.
"""

from collections.abc import Sequence

from apigen_mt.phases.verify import Inspector
from apigen_mt.phases.wellformed import answers
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import Message
from apigen_mt.world.domain import World


class Watch:
    """Follows one conversation; each message is judged once."""

    def __init__(self, world: World, blueprint: Blueprint) -> None:
        """Start before the first message."""
        self._inspector = Inspector(world, blueprint, {}, watchful=True)
        self._position = 0

    def lost(self, messages: Sequence[Message]) -> bool:
        """Tell whether acceptance is out of reach; all calls among the messages have their results."""
        new = messages[self._position :]
        for (position, number), result in answers(new).items():
            self._inspector.recorded[self._position + position, number] = result
        for position, message in enumerate(new, self._position):
            self._inspector.take(position, message)
        self._position = len(messages)
        return bool(self._inspector.failures)
