"""Policies: numbered clauses in prose, with rules in code beside them.

The agent reads the prose. The rules decide legality, and from the same rules come the policy check of blueprints, the
policy verdict at every prefix of a trajectory, the gold reasons of refusals, and the legal moves of the scripted agent.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from apigen_mt.errors import UserError
from apigen_mt.values.messages import ToolCall
from apigen_mt.values.value import Value
from apigen_mt.world.tables import State

Facts = dict[str, Value]
_Loose = tuple[tuple[str, ...], ...]
Reason = tuple[tuple[str, ...], ...]
"""Groups of phrases, case ignored: of each group at least one must occur. `a|b + c` occurs where one sentence has a word
that begins with a or b and a word that begins with c, in any order; a part may be several words."""


class Case(NamedTuple):
    """A write call that somebody is about to make, with what a rule may look at."""

    state: State
    """The state before the call."""
    call: ToolCall
    account: str
    """The customer whom the conversation has identified."""
    done: tuple[ToolCall, ...]
    """The writes that have succeeded earlier in the same conversation."""


@dataclass(frozen=True)
class Rule:
    """A clause that code can decide for certain write tools."""

    tools: tuple[str, ...]
    broken: Callable[[Case], Facts | None]
    """None if the call is legal under this clause, else the facts that a refusal may mention (empty if none)."""
    reason: Reason
    """What a refusal has to say."""


@dataclass(frozen=True)
class Clause:
    """One numbered sentence or two of a policy. Exactly one of `rule`, `judged_by` and `unchecked` is set."""

    number: str
    text: str
    rule: Rule | None = None
    judged_by: str = ""
    """The verdict of the verifier that enforces it: identity, ownership, consent, reads, provenance, discretion,
    statements, state, or `reason` for a clause whose requests are always declined (a goal kind names it)."""
    unchecked: str = ""
    """Why no code can decide it."""
    reason: Reason = ()
    """For a clause judged by `reason`: what declining has to say, as in `Rule.reason`."""

    @property
    def grounds(self) -> Reason:
        """The phrases that a refusal under this clause has to contain, whatever kind of clause it is."""
        return self.rule.reason if self.rule else self.reason

    @cached_property
    def literal_grounds(self) -> Reason:
        """The phrases among the grounds that occur word for word, as they are looked for in texts."""
        return tuple(tuple(_folded(phrase) for phrase in group if not _is_loose(phrase)) for group in self.grounds)

    @cached_property
    def loose_grounds(self) -> tuple[tuple[_Loose, ...], ...]:
        """The other phrases of each group, taken apart."""
        return tuple(tuple(_taken_apart(phrase) for phrase in group if _is_loose(phrase)) for group in self.grounds)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words by which a text is known to quote the clause."""
        return _words(self.text)


class Violation(NamedTuple):
    """A clause that a call would break, and the facts of the matter."""

    clause: Clause
    facts: Facts


@dataclass(frozen=True)
class Policy:
    """A domain's policy."""

    preamble: str
    sections: tuple[tuple[str, tuple[Clause, ...]], ...]
    """Heading and clauses."""

    @cached_property
    def clauses(self) -> dict[str, Clause]:
        """Number -> clause.

        Raises:
            UserError: when two clauses have one number.
        """
        found: dict[str, Clause] = {}
        for clause in (clause for _, clauses in self.sections for clause in clauses):
            if clause.number in found:
                raise UserError(f"the policy has two clauses {clause.number!r}; number them apart")
            found[clause.number] = clause
        return found

    @cached_property
    def text(self) -> str:
        """The prose an agent reads, in Markdown."""
        parts = [self.preamble]
        for heading, clauses in self.sections:
            parts.append(f"## {heading}\n\n" + "\n".join(f"{clause.number} {clause.text}" for clause in clauses))
        return "\n\n".join(parts) + "\n"

    @cached_property
    def _rules(self) -> dict[str, list[tuple[Clause, Rule]]]:
        rules: dict[str, list[tuple[Clause, Rule]]] = {}
        for clause in self.clauses.values():
            for tool in clause.rule.tools if clause.rule else ():
                rules.setdefault(tool, []).append((clause, clause.rule))  # type: ignore[arg-type]
        return rules

    def applying(self, tool: str) -> list[str]:
        """Return the numbers of the clauses with a rule for this tool."""
        return [clause.number for clause, _ in self._rules.get(tool, ())]

    def forbids(self, case: Case, clause: str = "") -> bool:
        """Tell whether the call would break any clause, or the one with that number."""
        return any(
            rule.broken(case) is not None
            for found, rule in self._rules.get(case.call.name, ())
            if not clause or found.number == clause
        )

    def judge(self, case: Case) -> list[Violation]:
        """Return every clause that the call would break; empty if it is legal."""
        found: list[Violation] = []
        for clause, rule in self._rules.get(case.call.name, ()):
            facts = rule.broken(case)
            if facts is not None:
                found.append(Violation(clause, facts))
        return found


def gives_reason(text: str, clauses: Iterable[Clause]) -> bool:
    """Tell whether a text contains the reason of at least one of the clauses: its phrases, or most of its own words."""
    return bool(reasons_in(text, clauses))


def reasons_in(text: str, clauses: Iterable[Clause]) -> list[Clause]:
    """Return the clauses whose reasons a text contains, as for `gives_reason`."""
    said, words = _folded(text), _words(text)
    return [
        clause
        for clause in clauses
        if clause.grounds and (_appeals_to(said, text, clause) or _quotes(words, clause.words))
    ]


def reason(block: str) -> Reason:
    """Parse a reason: phrases divided by semicolons, groups by a line that says "and"."""
    groups = re.split(r"^\s*and\s*$", block, flags=re.MULTILINE)
    return tuple(tuple(" ".join(phrase.split()).replace("| ", "|") for phrase in group.split(";")) for group in groups)


def _appeals_to(said: str, text: str, clause: Clause) -> bool:
    for literal, loose in zip(clause.literal_grounds, clause.loose_grounds, strict=True):
        if not any(map(said.__contains__, literal)) and not (loose and _occurs(loose, text)):
            return False
    return True


def _occurs(phrases: Iterable[_Loose], text: str) -> bool:
    """Whether one of some loose phrases stands in one sentence of a text."""
    return any(
        all(any(map(part.__contains__, one)) for one in phrase) for phrase in phrases for part in _bare_sentences(text)
    )


def _is_loose(phrase: str) -> bool:
    return "+" in phrase or "|" in phrase


def _taken_apart(phrase: str) -> _Loose:
    return tuple(tuple(_bare(word) for word in one.split("|")) for one in phrase.split("+"))


def _bare(text: str) -> str:
    """Return a text's words with a blank before each, so that the beginning of a word can be looked for."""
    return " " + " ".join(_BARE.findall(_folded(text)))


@lru_cache(maxsize=512)
def _bare_sentences(text: str) -> tuple[str, ...]:
    return tuple(map(_bare, _SENTENCE_END.split(text)))


_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_BARE = re.compile(r"[\w$%']+(?:[.,]\d+)*")
_WORD = re.compile(r"[a-z]{4,}|\d+")
_QUOTED = 0.75
"""Share of a clause's words that makes a text a quotation of it."""


def _quotes(said: frozenset[str], clause: frozenset[str]) -> bool:
    enough = _QUOTED * len(clause)
    return len(clause) >= 4 and len(said) >= enough and len(said & clause) >= enough


@lru_cache(maxsize=512)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(_folded(text)))


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """Return a text in small letters, with straight apostrophes and without contracted negations."""
    plain = " ".join(text.casefold().replace("\u2019", "'").split())
    return (
        plain.replace("can't", "can not")
        .replace("cannot", "can not")
        .replace("won't", "will not")
        .replace("n't", " not")
    )
