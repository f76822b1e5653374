"""Changes that are no error: a verifier that rejects them cries wolf."""

from random import Random

import msgspec

from apigen_mt.audit.subject import (
    Messages,
    Mutation,
    Subject,
    consents,
    replaced,
    rerun,
    retold,
)
from apigen_mt.language import detours, phrases
from apigen_mt.language.proposals import asks_consent
from apigen_mt.language.refusals import refuses
from apigen_mt.phases.provenance import leaves
from apigen_mt.values.messages import Message


def extra_read(subject: Subject, rng: Random) -> Messages | None:
    """The agent looks at something once more."""
    if not subject.reads:
        return None
    message = subject.messages[rng.choice(subject.reads)]
    again = msgspec.structs.replace(message, calls=(msgspec.structs.replace(message.calls[0], id="call_again"),))
    later = [p for p in (*subject.reads, *subject.said) if p > subject.messages.index(message)]
    if not later:
        return None
    position = rng.choice(later)
    return replaced(subject, position, again, subject.messages[position])


def reordered_reads(subject: Subject, rng: Random) -> Messages | None:
    """Two neighbouring reads, neither of which feeds the other, in the other order."""
    for position in rng.sample(subject.reads, len(subject.reads)):
        if position + 2 in subject.reads:
            one, other = subject.messages[position], subject.messages[position + 2]
            given = set(leaves(msgspec.json.decode(subject.messages[position + 1].content)))
            if given.isdisjoint(leaves(dict.fromkeys(map(str, other.calls[0].arguments.values())))):
                messages = list(subject.messages)
                messages[position], messages[position + 2] = other, one
                return rerun(subject.world, messages)
    return None


def other_consent(subject: Subject, rng: Random) -> Messages | None:
    """The customer says yes in other words."""
    places = consents(subject)
    register = subject.blueprint.persona.style.register
    words = str(phrases.CONSENT.realise(rng, {"what": "that"}, register))
    return retold(subject, rng.choice(places), words) if places else None


def lower_case(subject: Subject, rng: Random) -> Messages | None:
    """The customer types everything small."""
    return tuple(
        msgspec.structs.replace(m, content=m.content.lower()) if m.role == "user" else m for m in subject.messages
    )


def warmer_agent(subject: Subject, rng: Random) -> Messages | None:
    """The agent adds a courtesy."""
    position = rng.choice(subject.said)
    opening = rng.choice(("Thanks for your patience. ", "Thank you for waiting. ", "Right. ", "Of course. "))
    return retold(subject, position, opening + subject.messages[position].content)


def small_talk(subject: Subject, rng: Random) -> Messages | None:
    """A remark and a kind word in between."""
    positions = [p for p in subject.said[:-1] if not asks_consent(subject.messages[p].content)]
    if not positions:
        return None
    position = rng.choice(positions)
    remark = Message(
        "user", rng.choice(("it's been a long day", "raining here again", "sorry, the kettle was boiling"))
    )
    answer = Message("assistant", rng.choice(("I hear you. Take your time.", "No problem at all.", "Happy to wait.")))
    return replaced(subject, position, subject.messages[position], remark, answer)


def hesitates_first(subject: Subject, rng: Random) -> Messages | None:
    """The customer hesitates, the agent makes its proposal again, and then they agree."""
    places = consents(subject)
    if not places:
        return None
    position = rng.choice(places)
    proposal, answer = subject.messages[position - 1], subject.messages[position]
    pause = Message("user", str(detours.HESITATE.realise(rng, {}, subject.blueprint.persona.style.register)))
    again = msgspec.structs.replace(proposal, content=f"Take your time. {proposal.content}")
    return replaced(subject, position, pause, again, answer)


def insists(subject: Subject, rng: Random) -> Messages | None:
    """The customer does not take a refusal, and the agent gives it again."""
    places = [p for p in subject.said[:-1] if refuses(subject.messages[p].content)]
    places = [p for p in places if not asks_consent(subject.messages[p].content)]
    if not places:
        return None
    position = rng.choice(places)
    refusal = subject.messages[position]
    push = Message("user", str(detours.PUSH_BACK.realise(rng, {}, subject.blueprint.persona.style.register)))
    return replaced(subject, position, refusal, push, refusal)


VARIANTS: dict[str, Mutation] = {
    function.__name__: function
    for function in (
        extra_read,
        reordered_reads,
        other_consent,
        lower_case,
        warmer_agent,
        small_talk,
        hesitates_first,
        insists,
    )
}
