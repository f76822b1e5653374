"""The wording of every act: how rich it is, whether each line can be said, and whether acts keep apart."""

import re
from collections.abc import Iterator
from itertools import combinations
from random import Random
from typing import get_args

import pytest

from apigen_mt.language import phrases
from apigen_mt.language.claims import claims_done
from apigen_mt.language.consent import consent
from apigen_mt.language.grammar import Phrases
from apigen_mt.language.handovers import hands_over
from apigen_mt.language.population import preset, sample_style
from apigen_mt.language.proposals import asks_consent
from apigen_mt.language.refusals import refuses
from apigen_mt.language.style import dress
from apigen_mt.values.persona import Register

ACTS = {name: value for name, value in vars(phrases).items() if isinstance(value, Phrases)}
AGENT = tuple(ACTS)[tuple(ACTS).index("GREET") :]
USER = tuple(ACTS)[: tuple(ACTS).index("GREET")]
REGISTERS: tuple[Register, ...] = get_args(Register)
FACTS = {
    "name": "Ann Lee",
    "email": "ann@example.org",
    "postcode": "AB1 2CD",
    "code": "Q7R2",
    "birth_date": "May 3, 1980",
    "secret": "Rex",
}
FIELDS = FACTS | {
    "what": "the refund",
    "value": "$45.20",
    "old": "March 3",
    "new": "March 9",
    "asked": "your full name and postcode",
    "options": "order A or order B",
    "first": "Ann",
    "team": "our claims team",
}
SPOILT = re.compile(
    r"[\[\]{}|]|  | [,.;:?!]|[,;:?!] ?[,.;:?!]|\.[,;:?!]|(?<!\.)\.\.(?!\.)|^[,.;:?!]|\b(\w+) \1\b(?<!bye bye)(?<!no no)"
)
REPEATED_ON_PURPOSE = {"bye", "no", "hi", "yes", "yay", "that"}


def sample(act: str, count: int, registers: tuple[Register, ...] = REGISTERS) -> Iterator[str]:
    rng = Random(act)
    for register in registers:
        for _ in range(count):
            yield str(ACTS[act].realise(rng, FIELDS, register))


@pytest.mark.parametrize("act", ACTS)
def test_wordings_are_well_formed(act: str) -> None:
    for text in sample(act, 300):
        spoilt = SPOILT.search(text)
        assert not spoilt or (spoilt[1] or "").lower() in REPEATED_ON_PURPOSE, text
        assert text == text.strip()
        assert text[0].isupper() or text.startswith((FIELDS["what"], *FACTS.values())), text


@pytest.mark.parametrize("act", ACTS)
def test_every_register_can_say_it_without_any_value_or_names_what_it_needs(act: str) -> None:
    needed = {"IDENTITY": "name", "CHANGE": "new", "CORRECT": "new", "CANNOT_RECALL": "what", "ASK_IDENTITY": "asked",
              "ASK_SLOT": "asked", "ASK_WHICH": "options", "HANDED_OVER": "team"}  # fmt: skip
    fields = {needed[act]: "x"} if act in needed else {}
    for register in REGISTERS:
        assert ACTS[act].realise(Random(0), fields, register).segments


@pytest.mark.parametrize("act", ACTS)
def test_all_lines_are_reachable(act: str) -> None:
    for line in ACTS[act].lines:
        assert line.fields <= set(FIELDS)
        for register in line.registers:
            mark = "~.+="[REGISTERS.index(register)]
            single = Phrases(f"{mark} {line.source}")
            assert single.realise(Random(0), FIELDS, register).segments


@pytest.mark.parametrize(
    ("acts", "least"),
    [
        (("CONSENT",), 50_000),
        (("NOTHING_ELSE",), 50_000),
        (("GREETING", "DECLINE", "CHANGE", "ADD", "ACCEPT_REFUSAL", "CORRECT", "ACK", "REASONS_ASIDE"), 2_000),
        (("FALLBACK_LEADIN", "CANNOT_RECALL", "IMPATIENT", "IDENTITY", "THANKS", "BYE"), 2_000),
        (AGENT, 200),
    ],
)
def test_acts_are_rich(acts: tuple[str, ...], least: int) -> None:
    for act in acts:
        assert ACTS[act].count() >= least, act
        if act in USER:
            assert len(ACTS[act].lines) >= 12, act


def test_thanks_and_goodbye_together_are_rich_in_every_register() -> None:
    for register in REGISTERS:
        thanks, bye = (
            sum(line.count for line in ACTS[act].lines if register in line.registers) for act in ("THANKS", "BYE")
        )
        assert thanks * bye >= 50_000


def test_every_set_of_facts_can_be_told() -> None:
    for size in range(1, len(FACTS) + 1):
        for facts in combinations(FACTS, size):
            for register in REGISTERS:
                told = {fact: FACTS[fact] for fact in facts}
                words = phrases.IDENTITY.realise(Random(0), told, register, every=True)
                assert sorted(words.fixed) == sorted(told.values())


def dressed(act: str, count: int, population: str = "mixed") -> Iterator[str]:
    rng = Random(act)
    for _ in range(count):
        style = sample_style(rng, preset(population))
        yield dress(ACTS[act].realise(rng, FIELDS, style.register), style, rng)


def test_consent_reads_as_consent_in_any_style() -> None:
    for act in ("CONSENT", "CONSENT_BARE"):
        assert [text for text in dressed(act, 5000) if consent(text) != "yes"] == []


def test_a_withdrawal_reads_as_a_no_in_any_style() -> None:
    assert [text for text in dressed("DECLINE", 5000) if consent(text) != "no"] == []


@pytest.mark.parametrize("act", ["CHANGE", "CORRECT", "CANNOT_RECALL", "IMPATIENT", "GREETING"])
def test_nothing_else_that_may_follow_a_proposal_reads_as_consent(act: str) -> None:
    assert [text for text in dressed(act, 3000) if consent(text) == "yes"] == []


@pytest.mark.parametrize("act", AGENT)
def test_what_an_agent_does_is_read_from_its_words(act: str) -> None:
    for text in sample(act, 150):
        assert asks_consent(text) == (act == "ASK_CONSENT"), text
        assert refuses(text) == (act in ("REFUSE_LEADIN", "UNSERVED")), text
        assert hands_over(text) == (act == "HANDED_OVER"), text
        assert not claims_done(text), text


def test_asking_for_a_go_ahead_is_a_question() -> None:
    assert all(text.endswith("?") for text in sample("ASK_CONSENT", 300))


def test_whole_sentences_are_mostly_one_of_a_kind() -> None:
    for act in ("CONSENT", "NOTHING_ELSE"):
        texts = list(dressed(act, 4000, "llm-like"))
        assert len(set(texts)) >= 0.85 * len(texts), (act, len(set(texts)))
