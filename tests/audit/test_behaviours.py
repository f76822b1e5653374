"""Counting what users do, and telling conversations, on samples that can be counted by hand."""

import msgspec

from apigen_mt.audit.behaviours import Tally
from apigen_mt.audit.diversity import Sample
from apigen_mt.audit.telling import told, varied
from apigen_mt.language.behaviours import BEHAVIOURS
from apigen_mt.values.blueprint import Blueprint, Change, Goal, Said
from apigen_mt.values.messages import Act, Message, ToolCall
from apigen_mt.values.persona import Case, Persona, Register, Style

TRIED = Goal("extend", {"days": 2}, {"days": Said("two", 2)}, change=Change("days", 5, Said("five", 5), manner="tried"))


def blueprint(*goals: Goal, register: Register = "plain", case: Case = "normal") -> Blueprint:
    """A blueprint as far as counting looks at it."""
    persona = Persona("p", "somebody", Style(register=register, case=case))
    return Blueprint("bikes", "rdr_1", persona, {}, goals, "You want it longer.", (), ())


def says(text: str, *acts: Act) -> Message:
    """A user's message."""
    return Message("user", text, acts=acts)


def change(text: str, words: str) -> Message:
    """A message that changes the number of days."""
    return says(text, Act("change", 0, "extend", {"days": {"text": words}}))


TALK = (
    says("hi", Act("greets_alone")),
    says("two more days please", Act("request", 0, "extend", {"days": {"text": "two"}})),
    change("what about five?", "five"),
    change("no, two", "two"),
    Message("assistant", calls=(ToolCall("extend_hire", {"days": 2}),)),
    says("ta", Act("closes_twice")),
)


def test_each_behaviour_is_counted_once_a_conversation() -> None:
    tally = Tally()
    tally.add(blueprint(TRIED), TALK)
    tally.add(blueprint(TRIED), TALK[:1])
    rows = {row.behaviour: row for row in tally.rows()}
    assert list(rows) == list(BEHAVIOURS)
    assert (rows["greets_alone"].conversations, rows["greets_alone"].share, rows["greets_alone"].wordings) == (
        2,
        1.0,
        1,
    )
    assert (rows["tries_alternative"].conversations, rows["tries_alternative"].wordings) == (1, 2)
    assert rows["hesitates"].conversations == 0 and rows["hesitates"].example == ""


def test_wordings_are_counted_without_their_values() -> None:
    tally = Tally()
    for words in ("five", "six"):
        tally.add(blueprint(TRIED), (change(f"make it {words}", words),))
    assert next(row.wordings for row in tally.rows() if row.behaviour == "tries_alternative") == 1


def test_example_is_a_message_that_shows_nothing_else_if_there_is_one() -> None:
    tally = Tally()
    tally.add(blueprint(TRIED), (says("hi, wait", Act("greets_alone"), Act("hesitates")),))
    tally.add(blueprint(TRIED), (says("wait", Act("hesitates")),))
    assert next(row.example for row in tally.rows() if row.behaviour == "hesitates") == "wait"


def test_telling_names_what_the_user_does_and_what_is_called() -> None:
    lines = list(told(Sample(blueprint(TRIED), TALK)))
    assert lines[0] == "# bikes: You want it longer."
    assert lines[1] == "customer: hi   <greets alone>"
    assert '    [extend_hire {"days":2}]' in lines


def test_conversations_of_different_writers_come_first() -> None:
    samples = [
        Sample(blueprint(register=register, case=case), (says(f"{register} {case}"),))
        for register, case in (("plain", "normal"), ("plain", "normal"), ("terse", "lower"), ("chatty", "normal"))
    ]
    assert varied(samples, 3) == [samples[0], samples[2], samples[3]]
    assert len(varied(samples, 9)) <= len(samples)


def test_conversations_come_from_the_domains_by_turns() -> None:
    samples = [
        Sample(msgspec.structs.replace(blueprint(register=register), domain=domain), (says(register),))
        for domain in ("bikes", "books")
        for register in ("plain", "terse", "chatty")
    ]
    assert varied(samples, 3) == [samples[0], samples[4], samples[2]]
