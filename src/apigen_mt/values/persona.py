"""Personas: who a user is and how they write. A persona's style is steady through a conversation."""

from typing import Literal

import msgspec

Register = Literal["terse", "plain", "chatty", "formal"]
Case = Literal["normal", "lower", "sloppy"]
Punctuation = Literal["full", "light", "none"]
Contractions = Literal["normal", "missing_apostrophe", "expanded"]


class Ease(msgspec.Struct, frozen=True):
    """What people allow themselves when they type to a service desk, and language models do not."""

    loose: float = 0.5
    """Chance that a turn of phrase is exchanged, shortened or left out."""
    plain_codes: bool = False
    """Codes without their hyphens."""
    taste: str = ""
    """By whose taste one of several ways to say a thing is taken; empty: the first that comes to mind."""


class Style(msgspec.Struct, frozen=True):
    """How somebody writes. Everything here concerns words and marks; none of it may touch a value."""

    register: Register = "plain"
    case: Case = "normal"
    """`sloppy`: a small i, and sentences that start in lower case now and then."""
    punctuation: Punctuation = "full"
    """`light`: closing full stops are mostly left out; `none`: nearly all marks are."""
    typos: float = 0.0
    """Chance that a word of four letters or more is mistyped: 0 to 0.06."""
    shorthand: bool = False
    """u, pls, thx."""
    contractions: Contractions = "normal"
    exclaims: float = 0.0
    """Chance that a message ends in an exclamation mark where a full stop would do."""
    greets: float = 0.5
    """Chance of greeting before, or apart from, the first request."""
    thanks: float = 0.5
    """Chance of thanking once something is done."""
    closes: float = 0.5
    """Chance of saying goodbye instead of just leaving."""
    patience: float = 0.7
    """0: complains at the second question; 1: answers anything."""
    front_load: float = 0.5
    """How much of what the agent needs is said at once: 0 waits to be asked, 1 says it all."""
    bare_yes: float = 0.0
    """How often consent is a bare word instead of a sentence."""
    ease: Ease | msgspec.UnsetType = msgspec.UNSET
    """Not set for those who write like a language model."""


class Persona(msgspec.Struct, frozen=True):
    """Who a user is: what they want is the blueprint's."""

    id: str
    about: str
    """Who they are and their manner: `a night-shift nurse who types on a phone between rounds`."""
    style: Style
