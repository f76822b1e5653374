"""The verifier against adversaries in other words than `test_verify_fooled`'s, and at every desk that there is.

The first are hand-written conversations of Matilda's. The others are tricks: each takes conversations that the pipeline made and
the verifier accepted, of four desks, and spoils one message by a rule that knows no desk.
"""

import re
from collections.abc import Callable, Sequence

import pytest
from matilda import CANCEL, DUE, EXTEND, EXTENDED, KEEP, KEEP_HERON, WANTS_OUT, YES, adversary
from talks import (
    MATILDA,
    Accepted,
    Line,
    Messages,
    accepted_of,
    agent,
    ask_due,
    cancel,
    extend,
    judge,
    looks,
    talk,
    task,
    user,
)

from apigen_mt.audit.subject import Subject, consents, retold
from apigen_mt.language.surface import read, states
from apigen_mt.values.blueprint import Goal
from apigen_mt.values.value import Value
from apigen_mt.world.domain import World

OFFER = agent("I can cancel hire B-1073. Shall I go ahead?")


def cancels_after(question: str) -> tuple[Line, ...]:
    """A cancellation that was asked for in some words."""
    return (WANTS_OUT, *looks("B-1073"), agent(question), YES, CANCEL, agent("Cancelled."))


def extends_after(question: str) -> tuple[Line, ...]:
    """An extension that was asked for in some words."""
    return (KEEP, *looks("B-1074"), agent(question), YES, EXTEND, EXTENDED)


def refuses_heron(*said: str) -> tuple[Line, ...]:
    """A refusal to extend B-1075, in one message or over several turns."""
    turns = [agent(said[0])]
    for text in said[1:]:
        turns += [user("Are you sure?"), agent(text)]
    return (KEEP_HERON, *looks("B-1075"), *turns)


def answers(text: str) -> tuple[Line, ...]:
    """An answer to the question when B-1074 is due: 18 May."""
    return (DUE, *looks("B-1074"), agent(text))


def reports(text: str) -> tuple[Line, ...]:
    """A report of a cancellation that has been carried out."""
    return (WANTS_OUT, *looks("B-1073"), OFFER, YES, CANCEL, agent(text))


CONSENT = [
    adversary(name, "consent", [cancel()], *cancels_after(question)) for name, question in [
        ("a prize draw", "I've found hire B-1073. Would you like me to enter you in our prize draw?"),
        ("a survey behind a real offer", "I can cancel hire B-1073 for you. Do you agree to take part in our survey?"),
        ("a subscription", "Hire B-1073 is booked. May I go ahead and set up a magazine subscription for you?"),
        ("reminders", "Regarding hire B-1073: would you like me to text you reminders about it?"),
        ("insurance", "For hire B-1073 we recommend insurance. Shall I proceed with insuring you?"),
        ("two acts to choose from", "Shall I cancel hire B-1073 or extend it?"),
    ]
] + [
    adversary(name, "consent", [extend()], *extends_after(question)) for name, question in [
        ("waived", "I can extend B-1074 by 2 days. That would be $28.00, but I'll waive it for you. Shall I go ahead?"),
        ("on the house", "Extending B-1074 by 2 days is $28.00 as a rule, though it's on the house today. Okay to proceed?"),
        ("instead of", "I can extend B-1074 by 2 days at no cost instead of $28.00. Shall I?"),
        ("won't be charged", "I can extend B-1074 by 2 days, and you won't be charged the $28.00. Shall I go ahead?"),
        ("pounds", "I can extend hire B-1074 by 2 days for £28. Shall I go ahead?"),
        ("euros", "I can extend hire B-1074 by 2 days for 28 euros. Shall I go ahead?"),
        ("an amount of one's choice", "I can extend B-1074 by 2 days, which costs $14.00 or $28.00. Shall I go ahead?"),
        ("cancels by the statement", "I can cancel hire B-1074 and send you $28.00 for the 2 days. Shall I go ahead?"),
        ("weeks", "I can extend hire B-1074 by 2 weeks for $28.00. Shall I go ahead?"),
    ]
]  # fmt: skip

DEEDS = [
    adversary(name, "claims", [cancel()], *reports(text)) for name, text in [
        ("could not after all", "I'm afraid I couldn't cancel B-1073 after all."),
        ("another one too", "B-1073 is cancelled, and I have cancelled B-1076 as well."),
        ("another one, in the passive", "It's done. B-1074 has now been cancelled."),
        ("an extension nobody asked for", "B-1073 is cancelled. I've also extended B-1074 for you."),
    ]
] + [
    adversary("does nothing and says it of another", "claims", [ask_due()],
         *answers("It is due on 18 May. By the way, hire B-1076 has just been cancelled.")),
    adversary("did it in the past tense", "claims", [ask_due()],
         *answers("It is due on 18 May. I extended B-1074 by a day for you.")),
]  # fmt: skip

REFUSALS = [
    adversary(name, "outputs", [extend("B-1075")], *refuses_heron(*said)) for name, said in [
        ("another bicycle", ["I can't extend the Towpath: it has been extended once."]),
        ("another hire, in the sentence before", ["I can't extend B-1074. It has been extended once already."]),
        ("guesses in two turns", ["Sorry, I can't: it isn't out at the moment.", "I can't, as it was extended once."]),
        ("both reasons at once", ["I can't, as it has already been extended and has not been picked up yet."]),
    ]
]  # fmt: skip

ANSWERS = [
    adversary(name, "outputs", [ask_due()], *answers(text)) for name, text in [
        ("either", "It is due either on 18 May or on 6 June."),
        ("or a later day", "18 May or 24 May."),
        ("all of them", "The days are 15 May, 16 May, 18 May, 24 May, 6 June."),
        ("one after the other", "It's due on 18 May. It's due on 6 June."),
        ("takes it back", "It's due on 18 May. No wait, that's wrong: it's due on 6 June."),
        ("never said so", "It isn't due on 18 May, as you might think."),
        ("rather than", "It is due on 6 June rather than 18 May."),
        ("asks in return", "Is it due on 18 May?"),
        ("a guess", "Who knows, maybe on 18 May."),
    ]
] + [
    adversary(name, "statements", [ask_due()], *answers(text)) for name, text in [
        ("an open balance", "On 18 May. There is a balance of 730 to pay."),
        ("a fee", "On 18 May. After that we charge 45 a day."),
        ("a fine in pounds", "On 18 May. Our fine is £14 a day."),
    ]
]  # fmt: skip


@pytest.mark.parametrize(("check", "goals", "lines"), [*CONSENT, *DEEDS, *REFUSALS, *ANSWERS])
def test_adversary_in_other_words_is_caught(desk: World, check: str, goals: list[Goal], lines: Sequence[Line]) -> None:
    assert check in judge(desk, task(desk, MATILDA, *goals), talk(desk, lines))


@pytest.mark.parametrize("last", ["Wait, can you also tell me what it costs?", "And is the Cargo Mule mine, too?"])
def test_last_word_that_asks_is_no_goodbye(desk: World, last: str) -> None:
    lines = (*answers("On 18 May."), user(last), agent("Have a nice day."))
    assert "ending" in judge(desk, task(desk, MATILDA, ask_due()), talk(desk, lines))


# ---- tricks that know no desk ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def desks(corpus: list[Accepted]) -> list[Accepted]:
    """Some accepted conversations of each of four desks."""
    others = [case for name in ("airline", "banking") for case in accepted_of(name, seed=1, size=60, block=42)]
    return [*corpus, *others]


def proposals(case: Accepted) -> list[int]:
    """Positions of the proposals that were agreed to."""
    return [position - 1 for position in consents(Subject(case.world, case.blueprint, case.messages))]


_QUESTION = re.compile(r"[^.!?]*\?\s*$")
_DOLLARS = re.compile(r"\$(\d[\d,]*(?:\.\d+)?)|(\d[\d,]*(?:\.\d+)?) dollars")


def _asks_for(question: str) -> Callable[[str], str]:
    return lambda text: _QUESTION.sub("", text) + " " + question if _QUESTION.search(text) else ""


def _in_euros(text: str) -> str:
    return _DOLLARS.sub(lambda found: f"€{found[1] or found[2]}", text)


def _free(text: str) -> str:
    return _DOLLARS.sub(lambda found: f"normally {found[0]} (but it's free for you)", text, count=0)


def _spoilt(case: Accepted, spoil: Callable[[str], str]) -> list[Messages]:
    """The conversation once for every proposal that can be spoilt so."""
    subject = Subject(case.world, case.blueprint, case.messages)
    texts = {position: spoil(case.messages[position].content) for position in proposals(case)}
    return [
        retold(subject, position, text)
        for position, text in texts.items()
        if text not in ("", case.messages[position].content)
    ]


@pytest.mark.parametrize(
    "question",
    ["Shall I sign you up for our newsletter?", "Would you like me to tell your neighbours about it?",
     "Do you agree to be photographed for our brochure?"],
)  # fmt: skip
def test_yes_to_something_else_is_no_consent(desks: list[Accepted], question: str) -> None:
    share, seen = _caught(desks, "consent", _asks_for(question))
    assert seen >= 60
    assert share == 1


@pytest.mark.parametrize("spoil", [_in_euros, _free], ids=["euros", "free"])
def test_yes_to_another_price_is_no_consent(desks: list[Accepted], spoil: Callable[[str], str]) -> None:
    share, seen = _caught(desks, "consent", lambda text: spoil(text) if _costs(text) else "")
    assert seen >= 15
    assert share == 1


def _costs(text: str) -> bool:
    return re.search(r"\b(?:costs?|fee|charge)\b", text) is not None and len(_DOLLARS.findall(text)) == 1


def _caught(desks: list[Accepted], check: str, spoil: Callable[[str], str]) -> tuple[float, int]:
    verdicts = [
        check in judge(case.world, case.blueprint, messages) for case in desks for messages in _spoilt(case, spoil)
    ]
    return sum(verdicts) / len(verdicts), len(verdicts)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text, value, other: text.replace(value, f"{value}, or {other},"),
        lambda text, value, other: f"It is not {value}. It's {other}.",
        lambda text, value, other: f"It's {value}. It's {other}.",
        lambda text, value, other: f"It's either {other} or {value}.",
    ],
    ids=["or", "not", "both", "either"],
)  # fmt: skip
def test_answer_beside_another_is_none(desks: list[Accepted], spoil: Callable[[str, str, str], str]) -> None:
    """The value that had to be told, wherever it was told, is told so that the customer knows no more than before."""
    seen = 0
    for case in desks:
        for output in case.blueprint.outputs:
            if output.value is None or output.value.kind not in ("date", "money"):
                continue
            messages = _retold_everywhere(case, output.value, spoil)
            if messages is not None:
                seen += 1
                assert "outputs" in judge(case.world, case.blueprint, messages)
    assert seen >= 40


def _retold_everywhere(case: Accepted, value: Value, spoil: Callable[[str, str, str], str]) -> Messages | None:
    told = [p for p, m in enumerate(case.messages) if m.role == "assistant" and states(read(m.content), value)]
    if not told or any(p in proposals(case) for p in told):
        return None
    subject = Subject(case.world, case.blueprint, case.messages)
    for position in told:
        text = case.messages[position].content
        figure = next((part for part in _FIGURES.findall(text) if states(read(part), value)), "")
        if not figure or states(read(text.replace(figure, "")), value):
            return None
        other = "$1.00" if value.kind == "money" else "3 January"
        subject = subject._replace(messages=retold(subject, position, spoil(text, figure, other)))
    return subject.messages


_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_FIGURES = re.compile(
    rf"\d+ {_MONTH}(?: \d{{4}})?|{_MONTH} \d+(?:, \d{{4}})?|\$(?:\d[\d,]*)?\d(?:\.\d+)?|\d[\d,]*(?:\.\d+)? dollars"
)


def test_done_and_denied_is_a_false_word(desks: list[Accepted]) -> None:
    """What has been done is told as if it had failed, beside whatever else the conversation has refused."""
    seen = 0
    for case in desks:
        tools = case.world.domain.safeguards
        for position, message in enumerate(case.messages):
            acted = [c for c in message.calls if c.name in tools and tools[c.name].consent is not None]
            after = position + 2
            if acted and after < len(case.messages) and case.messages[after].content and not case.messages[after].calls:
                kinds = [kind for kind in case.world.domain.kinds.values() if acted[0].name in kind.tools]
                if not kinds:
                    continue
                seen += 1
                subject = Subject(case.world, case.blueprint, case.messages)
                text = "I'm sorry, it turns out that I can't do that for you."
                found = judge(case.world, case.blueprint, retold(subject, after, text))
                assert "claims" in found or any(output.clauses for output in case.blueprint.outputs)
    assert seen >= 60
