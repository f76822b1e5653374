"""What a domain is: tables, tools, a policy, how customers identify themselves, what they may want, and the words for it.

Everything here is declared by a domain's author and read by both phases. A goal kind is the heart of it: it says how to
draw a wish over real rows, which calls fulfil it, what has to be told, and how it is said.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Any

from apigen_mt.language.grammar import Phrases
from apigen_mt.values.canonical import content_hash
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value
from apigen_mt.world.environment import Environment, Moment
from apigen_mt.world.policy import Policy
from apigen_mt.world.tables import Row, State, Tables
from apigen_mt.world.tools import Tool

Slots = dict[str, Any]
Record = dict[str, Any]


@dataclass(frozen=True)
class Identification:
    """One way for a customer to prove who they are: a read tool and the facts it takes."""

    tool: str
    facts: Mapping[str, str]
    """Parameter of the tool -> name of the fact."""
    account: Callable[[Any], str]
    """The account's internal id, from the tool's result."""
    asked: str
    """How the agent asks for the facts: `your full name and postcode`."""


@dataclass(frozen=True)
class Entity:
    """A kind of thing in the tables that customers refer to, by a number they know or by a description."""

    name: str
    finder: Callable[[str, Slots], ToolCall]
    """(account, slots known so far) -> the read that lists the candidates."""
    records: Callable[[Any], list[Record]]
    """The candidates in that read's result. May add fields that people describe by, such as the month of a date."""
    key: str
    """Field of a record that tools take as argument."""
    kinds: Mapping[str, str]
    """Field that may be mentioned -> kind of `Value`. A record's field may be a list: then any one of its elements describes it."""
    described: Phrases
    """Ways to refer to one; the {fields} of a line are the features that it uses. Noun phrases: `the order with the {item}`."""
    label: Callable[[Record], str]
    """How the agent names one to the customer, without internal ids: `order R-20418`, `the Visa ending in 4421`."""

    def depends(self, account: str) -> bool:
        """Whether candidates can only be listed once other slots are known."""
        try:
            self.finder(account, {})
        except KeyError:
            return True
        return False


def fits(record: Record, features: Mapping[str, Any]) -> bool:
    """Tell whether a description fits a record; a field with several values is described by any one of them."""
    for feature, value in features.items():
        actual = record.get(feature)
        if actual != value and not (isinstance(actual, list) and value in actual):
            return False
    return True


@dataclass(frozen=True)
class Slot:
    """A detail that the customer has to supply. Exactly one of `entity`, `typed` and `choices` is set."""

    name: str
    asked: str
    """How the agent asks for it: `which order this is about`, `the reason for the return`."""
    entity: str = ""
    """The value is the key of such a thing (with `many`: a list of keys)."""
    many: bool = False
    typed: Callable[[Any], tuple[Value, ...]] | None = None
    """The value as people say it: one value, or several (an address: street, city, postcode)."""
    choices: Mapping[str, Phrases] | None = None
    """The value is one of these; each with the words for it (at least six a value)."""
    meanings: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """For choices: value -> phrases of which every wording contains at least one (and no wording of another value does)."""
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    """For choices: value -> what agents and instructions call it, fit for both (`no longer needed`); by default the value
    with spaces for underscores. `choices` themselves are first person and appear in user lines only."""


@dataclass(frozen=True)
class GoalKind:
    """One kind of wish. A question has reads as its calls and no effect; a wish that policy always declines has no calls."""

    name: str
    tools: tuple[str, ...]
    """The tools that its calls use (write tools, or for a question read tools); empty if policy always declines it."""
    slots: tuple[Slot, ...]
    """In the order in which an agent would ask for them; an entity's finder may use the slots before it."""
    draw: Callable[[State, str, Random], Slots | None]
    """(state, account, random) -> settled values over real rows, legal or not; None if this account offers nothing."""
    calls: Callable[[State, str, Slots], list[ToolCall]]
    """The calls that fulfil it, as a function of the state before the first of them."""
    details: Callable[[State, str, Slots], dict[str, Value]]
    """Everything that wording may mention beside the slots, computed from the state before the calls."""
    request: Phrases
    """User: asks for it. Each line's {fields} are the slots it volunteers (none, some, all)."""
    brief: Phrases
    """Instruction, second person, after 'You': `want to cancel {order} because {reason}`. Each line uses every slot."""
    noun: Phrases
    """Short noun phrase for the action: `the cancellation`, `that refund`."""
    report: Phrases = field(default_factory=lambda: Phrases(""))
    """Agent: tells that it is done, or the answer. Each line uses every field in `tells`; fields are slots and details.
    A wish that is always declined has none."""
    propose: Phrases | None = None
    """Agent: says what it is about to do, before asking for consent. Fields are slots and details. For write tools with consent."""
    tells: tuple[str, ...] = ()
    """Details that the agent has to tell the customer (they become o_gt)."""
    effect: Callable[[State, State, str, Slots], bool] | None = None
    """(before, after, account, slots) -> whether the wish has come true: an independent reading of the tables."""
    declined_by: str = ""
    """For a wish that policy always declines: the clause (judged by `reason`)."""


@dataclass(frozen=True)
class Safeguard:
    """What has to surround a write tool, beside its legality."""

    needs: Callable[[State, str, dict[str, Any]], list[tuple[ToolCall, ...]]]
    """(state before, account, arguments) -> reads whose present results the agent must have seen; each entry lists alternatives."""
    consent: Callable[[State, dict[str, Any]], tuple[Value, ...]] | None
    """What the agent must have stated before the customer's go-ahead; None if policy asks for no consent."""
    derived: Mapping[str, Callable[[State, dict[str, Any]], Any]] = field(
        default_factory=dict[str, Callable[[State, dict[str, Any]], Any]]
    )
    """Parameter -> the value that policy has the agent work out (a fee, a refund); an argument equal to it is grounded."""
    settles: tuple[str, ...] = ()
    """Tables in which what it does is final: no later call changes a text or flag that it has set there, or removes a row
    that it has added. Where that differs from the ground truth, a conversation can be stopped at once."""


@dataclass(frozen=True, eq=False)
class Domain:
    """Tools, tables, policy and wording of one service desk. Compared by identity."""

    name: str
    title: str
    """What the desk is: `the customer desk of a homeware shop`."""
    today: str
    """ISO date on which every conversation takes place; the policy's preamble tells it to the agent."""
    tools: Mapping[str, Tool]
    tables: Callable[[int, int], Mapping[str, Mapping[str, Row]]]
    """(seed, size) -> rows. Size is the number of customers; other tables scale with it."""
    policy: Policy
    accounts: str
    """The table whose keys are the accounts."""
    facts: Callable[[State, str], dict[str, Value]]
    """What the customer knows of themselves: fact -> value."""
    identifications: tuple[Identification, ...]
    owner: Callable[[State, ToolCall], str | None]
    """The account whose data a call touches; None for public data. Unknown ids: None."""
    safeguards: Mapping[str, Safeguard]
    """One for every write tool."""
    entities: Mapping[str, Entity]
    kinds: Mapping[str, GoalKind]
    refusals: Mapping[str, Phrases]
    """Clause -> ways to tell its reason; fields are the rule's facts. Each follows a lead-in such as `I'm afraid I can't:`."""
    internal: str
    """Regular expression of the ids that no customer ever sees or says."""
    rates: tuple[float, ...] = ()
    """Money for one of what customers count in, by the policy: 0.01 where a point is worth a cent. An agent that tells a
    number of them may tell their worth beside it."""
    parallel_calls: bool = True
    """Whether the agent may make several calls in one message. False where the policy has it make one at a time: a model
    is told of that by the policy alone."""

    @cached_property
    def specs(self) -> list[dict[str, Any]]:
        """The tools as the chat API takes them, sorted by name."""
        return [self.tools[name].spec() for name in sorted(self.tools)]

    def world(self, seed: int, size: int) -> "World":
        """Build the tables once; every environment of the world shares them."""
        return World(self, seed, size)


class World:
    """A domain over concrete tables."""

    def __init__(self, domain: Domain, seed: int, size: int):
        """Generate the tables: equal seed and size give equal tables."""
        self.domain = domain
        self.seed = seed
        self.size = size
        self.tables = Tables(domain.tables(seed, size))
        self.accounts: list[str] = sorted(self.tables.rows[domain.accounts])
        self._start = Moment(State(self.tables))

    @cached_property
    def digest(self) -> str:
        """Hash of tables, tools and policy: what a dataset row was made in."""
        kinds = {name: tool.kind for name, tool in self.domain.tools.items()}
        return content_hash([self.tables.digest, self.domain.specs, kinds, self.domain.policy.text], 64)

    def environment(self, *, rehearsed: bool = False) -> Environment:
        """Return a fresh environment; single-use.

        Args:
            rehearsed: Take writes as they came out in earlier such environments, where they were the same from the
                start. Otherwise every write is carried out, at least once.
        """
        start = self._start if rehearsed else Moment(State(self.tables), self._start.answers)
        return Environment(start, self.domain.tools)
