"""Work items: small, independent, keyed by seed and ordinal. What goes into one, and the record that it leaves."""

from typing import Annotated, Literal

import msgspec

from apigen_mt.language.behaviours import rates
from apigen_mt.language.population import Population, blended, preset
from apigen_mt.models.players import Players
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.review import Review
from apigen_mt.values.trajectory import Trajectory
from apigen_mt.values.verdict import Blame, Verdict

Revising = Literal["feedback", "retries", "both"]
"""What follows a rejected proposal: the reviser with feedback, as many independent proposals, or both side by side."""
Branch = Literal["feedback", "retries"]
Wishes = Annotated[tuple[Annotated[int, msgspec.Meta(ge=1)], ...], msgspec.Meta(min_length=1)]
ROUNDS = 3
"""Rounds of feedback in a domain that the settings do not name."""


class Settings(msgspec.Struct, frozen=True):
    """Everything that decides what a run makes. Equal settings give equal bytes."""

    domains: tuple[str, ...]
    seed: int = 0
    size: int = 500
    """Customers in each domain's world."""
    attempts: int = 3
    """Conversations tried for a blueprint before it is given up (APIGen-MT §4.2: 3)."""
    revisions: int | dict[str, int] = ROUNDS
    """Rounds of feedback for a candidate blueprint, for all domains or by name (§4.3: 3 for retail, 5 for airline)."""
    revising: Revising = "feedback"
    """`retries` and `both` spend as many proposals without feedback: what feedback gives beyond that is its own."""
    composed: float = 0.45
    """Share of work items that compose several verified blueprints into one (§4.1.3)."""
    wishes: Wishes = (1, 2, 3, 3, 4)
    """How many wishes a plain blueprint aims at: one of these."""
    style: str | dict[str, float] = "mixed"
    """Who writes: a preset, or the weights of several."""
    personas: Population | None = None
    """A population of somebody's own, as `personas fit` makes it; instead of `style`."""
    behaviours: dict[str, float] = {}
    """Behaviour -> chance, where it can happen, that a built-in user does it; instead of the rates of the preset."""
    targets: dict[str, float] = {}
    """Goal kind (`retail:cancel_order`) -> how many times as often as otherwise it is aimed at; what an agent fails at, mostly."""
    voices: int = 0
    """Voices of the built-in agent, which says the like in the like words in each; 0: one for every conversation."""
    block: int = 32
    """Work items in a block. A block sees what the run has covered `lag` blocks earlier."""
    lag: int = 16
    """Blocks that may be in the making at once without changing what they make."""
    players: Players = Players()
    """Which roles models play, and which ones."""
    candidates: int = 4
    """Messages that a model writes for each turn of the user, of which one is taken (§4.2: best of 4)."""
    abort: bool = True
    """Whether a model's conversation is stopped as soon as acceptance is out of reach. What is accepted is the same."""

    @property
    def population(self) -> Population:
        """Who the users are."""
        if self.personas is not None:
            return self.personas
        return preset(self.style) if isinstance(self.style, str) else blended(self.style)

    @property
    def rates(self) -> dict[str, float]:
        """Behaviour -> chance, where it can happen, that a built-in user does it."""
        return rates(self.style, self.behaviours)

    def rounds(self, domain: str) -> int:
        """Return how many rounds of feedback a candidate of a domain gets."""
        return self.revisions if isinstance(self.revisions, int) else self.revisions.get(domain, ROUNDS)


class Rejected(msgspec.Struct, frozen=True, omit_defaults=True):
    """A candidate blueprint that was not accepted, with every reason."""

    candidate: Blueprint | None
    """None if no answer ever became a candidate."""
    stage: str
    """`format`, `execution`, `policy`, `committee`, `composition`, `completion` or `repeat`."""
    verdicts: tuple[Verdict, ...]
    round: int = 0
    reviews: tuple[Review, ...] = ()
    """What reviewers with a model said; the findings of code stand in the verdicts."""
    branch: Branch = "feedback"


class Tried(msgspec.Struct, frozen=True):
    """What became of one context in one branch: the yield of feedback, or that of trying again."""

    place: str
    branch: Branch
    proposals: int
    """Spent, the first included; with `both` the branches share it."""
    accepted: bool


class Item(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one work item made: at most one accepted blueprint, and the conversations about it."""

    ordinal: int
    domain: str
    blueprint: Blueprint | None = None
    trajectories: tuple[Trajectory, ...] = ()
    """All attempts, in order; at most the last one is accepted."""
    rejected: tuple[Rejected, ...] = ()
    cells: tuple[str, ...] = ()
    """What the accepted trajectory covers: `tool:…`, `pair:…>…`, `clause:…`, `kind:…`, `event:…`, prefixed by the domain."""
    signature: str = ""
    """Identity of what is asked, without persona and words; two items with one signature repeat each other."""
    reviews: tuple[Review, ...] = ()
    """What reviewers with a model said of the blueprint."""
    tried: tuple[Tried, ...] = ()
    """Contexts proposed from, by branch; kept where a model proposes."""

    @property
    def accepted(self) -> Trajectory | None:
        """The accepted trajectory, if there is one."""
        return self.trajectories[-1] if self.trajectories and self.trajectories[-1].accepted else None

    @property
    def blame(self) -> Blame | None:
        """Whom the last rejected conversation is blamed on."""
        if not self.trajectories or self.accepted:
            return None
        return next((verdict.blame for verdict in self.trajectories[-1].verdicts if verdict.passed is not True), None)


class Steering(msgspec.Struct, frozen=True):
    """What a block may know of the run so far: how often each cell has been covered, and recent signatures."""

    cells: dict[str, int] = {}
    recent: tuple[str, ...] = ()
    """Signatures of the latest accepted blueprints, newest last (bounded)."""
