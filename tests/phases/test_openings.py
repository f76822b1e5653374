"""An agent greets back, thanks or agrees once in a message, whatever it has to say."""

import asyncio
import re
from collections.abc import Iterator

import pytest

from apigen_mt.phases.item import Settings, Steering
from apigen_mt.pipeline import make_block

OPENING = re.compile(
    r"(?:(?:great|perfect|lovely|many|thank you|thanks)[,.] )?(?:thank you|thanks|sure|of course|certainly|no problem"
    r"|no worries|got it|understood|noted|all right|all done|done|that's (?:done|sorted|fine|possible|settled"
    r"|taken care of)|i can do that|that can be done"
    r"|that works|happy to help|glad to help|i can help with that|let me help (?:you )?with that|very well|fine)"
    r"(?: for [\w ]+| \w+| very much)?[,.:!]"
)
SENTENCE = re.compile(r"(?<=[.:!?]) ")


def agents_messages(domain: str) -> Iterator[str]:
    for item in asyncio.run(make_block(Settings((domain,), seed=4, size=80, block=16), 0, Steering())):
        if item.accepted is not None:
            for message in item.accepted.messages:
                leaves = any(act.name == "farewell" for act in message.acts)
                if message.role == "assistant" and message.content and not leaves:
                    yield message.content


@pytest.mark.parametrize("domain", ["retail", "airline", "banking"])
def test_an_agent_opens_a_message_once(domain: str) -> None:
    messages = list(agents_messages(domain))
    opened = [sum(bool(OPENING.match(part.casefold())) for part in SENTENCE.split(text)) for text in messages]
    assert sum(opened) > len(messages) / 8
    assert [text for text, times in zip(messages, opened, strict=True) if times > 1] == []
