"""What people do in a conversation beside saying what they want: each behaviour with its rate, declared in one place.

Some are part of a blueprint, because the tables have to allow them (`declared`); the others are drawn for each conversation.
Either way the ground truth is what the user has settled on in the end, and no verdict knows of a behaviour: what the verifier
does with it follows from its rules, which `verified` names. docs/behaviours.md has the same table.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Behaviour(NamedTuple):
    """One thing that people do."""

    about: str
    """What they do."""
    can_happen: str
    """Where it can."""
    agent: str
    """What a good agent does about it."""
    verified: str
    """How the verifier treats it."""
    rate: float = 0.0
    """Chance, where it can happen, that it does; 0 for what only a blueprint or a style brings about."""
    declared: bool = False
    """Whether a blueprint has it."""


BEHAVIOURS: Mapping[str, Behaviour] = {
    "several_at_once": Behaviour(
        "brings up two wishes or more in one message", "several wishes whose order makes no difference",
        "deals with them one after the other", "each is a goal of its own", declared=True,
    ),
    "one_at_a_time": Behaviour(
        "raises a wish only once the earlier ones are dealt with", "more than one wish",
        "takes it up as it comes", "`consent`: nothing is written for a wish that has not been brought up", declared=True,
    ),
    "withholds": Behaviour(
        "leaves a detail out until asked for it", "a wish with details",
        "asks for it", "`provenance`: no argument before its source", declared=True,
    ),
    "changes_later": Behaviour(
        "changes a detail when asked to confirm", "a write with a detail that has another legal value",
        "proposes anew", "`consent`: the change is no yes; `state`: the last word counts", rate=0.08, declared=True,
    ),
    "changes_at_once": Behaviour(
        "changes a detail in the very message that gives it", "the same",
        "goes by the second value", "`state`: the last word counts", rate=0.11, declared=True,
    ),
    "corrects_slip": Behaviour(
        "gives a wrong value and puts it right in the next message", "the same",
        "goes by the right one", "`state`: the last word counts", rate=0.06, declared=True,
    ),
    "tries_alternative": Behaviour(
        "asks for an alternative to what is proposed, and comes back to the first", "the same",
        "proposes the alternative, then the first again", "`consent`: only a yes to the last proposal counts",
        rate=0.06, declared=True,
    ),
    "withdraws": Behaviour(
        "gives a wish up when asked to confirm", "a write",
        "leaves everything as it is", "`state`: nothing has changed; `consent`: a no is no yes", declared=True,
    ),
    "falls_back": Behaviour(
        "asks for something else once a wish is refused", "a wish that policy forbids",
        "turns to it", "`outputs`: the refusal is owed its reason, the other wish its result", declared=True,
    ),
    "names_fallback": Behaviour(
        "puts a condition with a fallback: `7 if you can, else 8`", "a forbidden wish with a fallback about the same thing",
        "refuses with the reason and turns to the fallback at once", "as above; the fold takes the fallback only if refused",
        rate=0.60, declared=True,
    ),
    "describes_vaguely": Behaviour(
        "describes a thing in words that fit several, and makes it clear when asked",
        "a thing whose description can be loosened so that it fits two or three",
        "lists them and asks which", "`truth`: it must fit the right thing and others; `provenance` for what is taken",
        rate=0.20, declared=True,
    ),
    "wrong_fact": Behaviour(
        "gives a wrong fact about themselves and corrects it when it fails", "a fact that identifies",
        "says that nothing matches, asks again", "`identity`: only what works identifies", declared=True,
    ),
    "another_way": Behaviour(
        "does not know what is asked and identifies in another way", "more than one way of identification",
        "takes the other way", "`identity`: whichever way the domain offers", declared=True,
    ),
    "recalls_later": Behaviour(
        "cannot recall what identifies them, then can", "the agent asks who they are",
        "gives them time, and asks again", "`identity`: nothing is looked up before", rate=0.07,
    ),
    "answers_another": Behaviour(
        "answers another question than the one asked, and comes back to it",
        "the agent asks, and another detail has not been told yet",
        "takes it in and asks the open question again", "`provenance`: each value from where it was told", rate=0.12,
    ),
    "gives_reason": Behaviour(
        "gives a reason or tells a story that no tool needs", "the first request, or an answer",
        "leaves it aside, with a kind word at most", "`fidelity`: it holds no value", rate=0.22,
    ),
    "asks_why": Behaviour(
        "asks why something is needed or refused", "the agent asks who they are, or refuses",
        "gives the reason, briefly", "`outputs`: the same reason told twice counts once", rate=0.14,
    ),
    "pushes_back": Behaviour(
        "does not take a refusal, once or twice, and tells another story", "a refusal",
        "gives the same refusal with its reason again, briefly", "`policy` and `state`: insisting changes nothing", rate=0.30,
    ),
    "hesitates": Behaviour(
        "hesitates where a yes is asked for: `sounds good, but wait`", "a proposal",
        "waits, and asks again", "`consent`: hesitation is no yes", rate=0.09,
    ),
    "asks_again": Behaviour(
        "asks to hear a proposal once more", "a proposal",
        "repeats it and asks again", "`consent`: a question is no yes", rate=0.07,
    ),
    "checks_afterwards": Behaviour(
        "checks whether something was really done", "a report of a change",
        "looks again and confirms it", "`claims`, `statements`: what is told is true and traced", rate=0.12,
    ),
    "off_topic": Behaviour(
        "asks something that has nothing to do with the desk", "the agent asks for something",
        "answers in a word and comes back to the open question", "`statements`: nothing untraced is told", rate=0.07,
    ),
    "impatient": Behaviour(
        "shows impatience with long or many questions", "a second question, or a long one",
        "apologises, and goes on", "nothing depends on it", rate=0.12,
    ),
    "greets_alone": Behaviour(
        "greets, and says nothing else in the first message", "the start",
        "greets back and asks how to help", "nothing depends on it", rate=0.22,
    ),
    "closes_twice": Behaviour(
        "closes in two steps: thanks, then goodbye", "the end",
        "answers both", "`ending`: the last word is answered, and nothing is done after it", rate=0.23,
    ),
}  # fmt: skip
"""Behaviour -> what it is, in the order of a conversation's agenda."""

RATES: Mapping[str, float] = {name: behaviour.rate for name, behaviour in BEHAVIOURS.items() if behaviour.rate}
"""Behaviour -> chance, where it can happen, that it does; near people's shares where those are known."""

CALM = 0.3
"""What a language model as user does of what people do: it is patient, and sticks to its brief."""


def rates(style: str | Mapping[str, float], given: Mapping[str, float]) -> dict[str, float]:
    """Return the rates of a preset of styles, or of a mix of them, with those that are given in their place."""
    share = CALM if style == "llm-like" else 1.0
    return {name: rate * share for name, rate in RATES.items()} | dict(given)
