"""The user with a model behind it: candidates, guards, a critic, one repair turn."""

import asyncio
import re

import pytest
from puppets import Answer, Answers, by_place, says
from talks import MAIL, MATILDA, Accepted, cancel, extend, task

from apigen_mt.models.completion import Completion, EndpointDown, Malformed, NoAnswer, OutOfBudget, Request
from apigen_mt.phases.guards import Candidate
from apigen_mt.phases.user import UserTurn
from apigen_mt.phases.user_model import STOP, ModelUser
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.world.domain import World

FIRST = "hi, could you cancel the Cargo Mule?"


def spoken(
    world: World, model: Answers, critic: Answers | None = None, *messages: Message, candidates: int = 4
) -> UserTurn:
    """What a user that wants to cancel the Cargo Mule says next."""
    user = ModelUser(model, critic, world, task(world, MATILDA, cancel()), "attempt0", candidates)
    return asyncio.run(user.speak(messages))


def scores(**by_candidate: Answer | int) -> Answers:
    """A critic that gives these scores, or fails."""

    def answer(request: Request) -> Answer:
        given = by_candidate[request.place.split("/")[2]]
        return f'{{"reason": "so", "score": {given}}}' if isinstance(given, int) else given

    return Answers(answer)


# ---- what is asked --------------------------------------------------------------------------------------------------


def test_four_candidates_are_asked_for_at_once_each_at_a_place_of_its_own(desk: World) -> None:
    model = says(FIRST)
    spoken(desk, model)
    assert model.places == [f"attempt0/turn0/candidate{number}" for number in range(4)]
    assert len({str(request.messages) for request in model.asked}) == 1
    assert {request.role for request in model.asked} == {"user"}


def test_prompt_holds_the_rules_then_the_brief_then_the_conversation(corpus: list[Accepted]) -> None:
    """The rules are the same bytes for every blueprint of every domain."""
    rules: set[str] = set()
    for case in corpus[::8]:
        for place, message in enumerate(case.messages):
            if message.role == "user":
                user = ModelUser(says(""), None, case.world, case.blueprint, "attempt0")
                first, brief, *talk = user.requests(case.messages[:place])[0].messages
                assert (first["role"], brief["role"]) == ("system", "user")
                rules.add(first["content"])
                assert case.blueprint.instruction in brief["content"]
                assert [one["role"] for one in talk] == ["assistant", "user"] * (len(talk) // 2)
                before = [m.content for m in case.messages[:place] if m.role == "user"]
                assert [one["content"] for one in talk if one["role"] == "assistant"] == before
    assert len(rules) == 1


def test_prompt_shows_no_call_no_result_and_no_id(corpus: list[Accepted]) -> None:
    """The user knows neither tools nor internal ids: neither its prompt nor the critic's has one."""
    for case in corpus[::4]:
        user = ModelUser(says(""), None, case.world, case.blueprint, "attempt0")
        place = max(p for p, m in enumerate(case.messages) if m.role == "user")
        asked = user.requests(case.messages[:place])[0]
        judged = user.critique(Candidate("bye"), 0, case.messages[:place])
        for request in (asked, judged):
            text = " ".join(str(message["content"]) for message in request.messages)
            assert not re.search(case.world.domain.internal, text)
            assert not [name for name in case.world.domain.tools if name in text]
            assert not request.tools


def test_critic_sees_the_conversation(desk: World) -> None:
    critic = scores(candidate0=1, candidate1=2)
    model = by_place(candidate0=f"it's {MAIL}", candidate1=MAIL)
    said = (Message("user", FIRST), Message("assistant", "Your email address, please?"))
    spoken(desk, model, critic, *said, candidates=2)
    assert critic.places == ["attempt0/turn1/candidate0", "attempt0/turn1/candidate1"]
    assert "AGENT: Your email address, please?" in critic.asked[0].messages[-1]["content"]
    assert critic.asked[0].messages[-1]["content"].endswith(f"CUSTOMER: it's {MAIL}")


def test_thoughts_are_not_said(desk: World) -> None:
    turn = spoken(desk, says(f"<think>They want B-9999.</think>\n{FIRST}"))
    assert turn.message == Message("user", FIRST)


def test_farewell_is_in_words_and_the_mark_is_not_said(desk: World) -> None:
    said = (Message("user", FIRST), Message("assistant", "I've cancelled it. Anything else?"))
    turn = spoken(desk, says(f"No thanks, bye! {STOP}"), None, *said)
    assert turn == UserTurn(Message("user", "No thanks, bye!"), leaves=True)


# ---- choosing -------------------------------------------------------------------------------------------------------


def test_best_score_wins_and_the_first_of_equals(desk: World) -> None:
    model = by_place(
        candidate0=FIRST, candidate1="cancel the Cargo Mule", candidate2="the Cargo Mule: cancel it please"
    )
    assert spoken(desk, model, scores(candidate0=3, candidate1=9, candidate2=9), candidates=3).message.content == (
        "cancel the Cargo Mule"
    )


def test_nothing_to_choose_needs_no_critic(desk: World) -> None:
    """One candidate passes, or all say the same."""
    critic = says("never asked")
    assert (
        spoken(desk, by_place(candidate0="It's B-4711", candidate1=FIRST), critic, candidates=2).message.content
        == FIRST
    )
    assert spoken(desk, says(FIRST), critic).message.content == FIRST
    assert critic.asked == []


@pytest.mark.parametrize("silence", [NoAnswer("no score"), "I'd rather not", '{"reason": "", "score": 11}'])
def test_critic_without_an_answer_has_no_preference_and_is_noted(desk: World, silence: Answer) -> None:
    model = by_place(candidate0=FIRST, candidate1="cancel the Cargo Mule")
    turn = spoken(desk, model, scores(candidate0=silence, candidate1=0), candidates=2)
    assert turn.message.content == "cancel the Cargo Mule"
    assert len(turn.notes) == 1 and "candidate 0" in turn.notes[0]
    turn = spoken(desk, model, scores(candidate0=silence, candidate1=silence), candidates=2)
    assert turn.message.content == FIRST and len(turn.notes) == 2


def test_candidate_without_an_answer_costs_itself_only(desk: World) -> None:
    turn = spoken(desk, by_place(candidate0=NoAnswer("lost"), candidate1=FIRST), candidates=2)
    assert turn.message.content == FIRST and turn.notes == ("candidate 0: lost",)
    with pytest.raises(NoAnswer, match="lost"):
        spoken(desk, says(NoAnswer("lost")))


@pytest.mark.parametrize("kind", [OutOfBudget, EndpointDown])
def test_end_of_the_run_is_passed_on(desk: World, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        spoken(desk, by_place(candidate0=FIRST, candidate1=kind("over"), candidate2=NoAnswer("x")), candidates=3)
    with pytest.raises(kind):
        spoken(
            desk,
            by_place(candidate0=FIRST, candidate1="cancel it"),
            scores(candidate0=kind("over"), candidate1=1),
            candidates=2,
        )


# ---- mending --------------------------------------------------------------------------------------------------------


def test_one_repair_turn_says_what_is_wrong(desk: World) -> None:
    model = by_place(candidate0="It's B-4711", candidate1="It's B-4712", repair=FIRST)
    assert spoken(desk, model, candidates=2).message.content == FIRST
    *_, dropped, note = model.asked[-1].messages
    assert model.places[-1] == "attempt0/turn0/candidate0/repair"
    assert dropped == {"role": "assistant", "content": "It's B-4711"}
    assert "'b4711'" in note["content"] and "b4712" not in note["content"]


@pytest.mark.parametrize(
    "stubborn",
    [f"I'm {MATILDA}", "B-4711 please", f"Bye! {STOP}", "", STOP, Completion("I would like to", finish="length")],
    ids=["leaks", "invents", "stops early", "empty", "stops without a word", "cut off"],
)
def test_stubborn_model_is_given_up(desk: World, stubborn: Answer) -> None:
    model = says(stubborn)
    with pytest.raises(Malformed):
        spoken(desk, model)
    assert len(model.asked) == 5


def test_model_that_repeats_itself_is_given_up(desk: World) -> None:
    said = (Message("user", FIRST), Message("assistant", "Your email address, please?"))
    with pytest.raises(Malformed, match="repeats"):
        spoken(desk, says(FIRST), None, *said)


def test_several_things_that_the_agent_says_in_a_turn_are_one_message(desk: World) -> None:
    """Many chat templates take strict turns only."""
    said = (
        Message("user", FIRST),
        Message("assistant", "One moment.", calls=(ToolCall("find_rider", {"email": MAIL}, "call_1"),)),
        Message("tool", "{}", call_id="call_1"),
        Message("assistant", "Found you."),
    )
    model = says(MAIL)
    spoken(desk, model, None, *said)
    assert model.asked[0].messages[-1] == {"role": "user", "content": "One moment.\n\nFound you."}


def test_goal_with_a_change_is_told_as_it_is_scheduled(desk: World) -> None:
    """The brief is the instruction, which has the schedule in it."""
    user = ModelUser(says(""), None, desk, task(desk, MATILDA, extend()), "attempt0")
    assert "matilda@inkwell.example" in user.requests([])[0].messages[1]["content"]
