"""The agenda user: delivers every goal, invents nothing, and knows when to stop."""

import asyncio
from collections.abc import Sequence
from random import Random

import msgspec
import pytest
from talks import DISCOUNT, LOST, MAIL, MATILDA, Accepted, ask_due, cancel, extend, find_wish, task

from apigen_mt.language.consent import consent
from apigen_mt.language.reading import closes
from apigen_mt.language.surface import read
from apigen_mt.phases.agent import ScriptedAgent
from apigen_mt.phases.conversation import Conversation, converse
from apigen_mt.phases.delivery import brought_up
from apigen_mt.phases.user import PATIENCE, AgendaUser
from apigen_mt.phases.verify import verify
from apigen_mt.values.blueprint import Blueprint, Change, Said
from apigen_mt.values.messages import Act, Message
from apigen_mt.values.persona import Style
from apigen_mt.values.trajectory import StopReason
from apigen_mt.values.value import email
from apigen_mt.values.verdict import accepted
from apigen_mt.world.domain import World

replace = msgspec.structs.replace

ASKS_WHO = "Could you tell me the email address you booked with?"
MORE = "Is there anything else I can help you with?"


class Says:
    """An agent that says given lines in order, and then the last one again; it gives no acts."""

    def __init__(self, *lines: str):
        self.lines = list(lines)

    async def step(self, messages: Sequence[Message]) -> Message:
        """Say the next line."""
        return Message("assistant", self.lines.pop(0) if len(self.lines) > 1 else self.lines[0])


class Mute:
    """The scripted agent without its notes: the user has nothing but its words."""

    def __init__(self, world: World, seed: str):
        self.environment = world.environment()
        self.agent = ScriptedAgent(world.domain, self.environment, Random(seed))

    async def step(self, messages: Sequence[Message]) -> Message:
        """Do as the agent does, and keep quiet about it."""
        return replace(await self.agent.step(messages), acts=())


def plainly(blueprint: Blueprint, **style: object) -> Blueprint:
    """The blueprint with a customer who writes without frills."""
    plain = Style(greets=0.0, thanks=0.0, front_load=0.0, **style)  # type: ignore[arg-type]
    return replace(blueprint, persona=replace(blueprint.persona, style=plain))


def heard(world: World, blueprint: Blueprint, *lines: str, seed: int = 0) -> list[str]:
    """What the customer says to an agent that says these lines."""
    return _said(_talk(world, blueprint, *lines, seed=seed))


def _talk(world: World, blueprint: Blueprint, *lines: str, seed: int = 0) -> Conversation:
    user = AgendaUser(world.domain, plainly(blueprint), Random(seed))
    return asyncio.run(converse(world.environment(), user, Says(*lines)))


def _said(conversation: Conversation) -> list[str]:
    return [message.content for message in conversation.messages if message.role == "user"]


# ---- over everything that the pipeline makes ------------------------------------------------------------------------


def test_every_goal_is_brought_up(corpus: list[Accepted]) -> None:
    for case in corpus:
        said = [(p, m.content) for p, m in enumerate(case.messages) if m.role == "user"]
        assert set(brought_up(case.world.domain, case.blueprint, said)) == set(range(len(case.blueprint.goals)))


def test_nothing_is_invented(corpus: list[Accepted]) -> None:
    """No number, address or amount but those of the blueprint and of what the agent has said."""
    for case in corpus:
        assert next(verdict for verdict in case.trajectory.verdicts if verdict.check == "fidelity").passed


def test_facts_are_said_only_if_they_are_known(corpus: list[Accepted]) -> None:
    for case in corpus:
        known = {str(v.value) for v in (*case.blueprint.facts.values(), *case.blueprint.wrong_facts.values())}
        given = {str(v) for m in case.messages for act in m.acts if act.name == "identify" for v in act.slots.values()}
        assert given <= known


def test_last_word_of_the_customer_ends_it(corpus: list[Accepted]) -> None:
    for case in corpus:
        assert case.trajectory.stop == StopReason.USER_DONE
        assert [message.role for message in case.messages][-2:] == ["user", "assistant"]


def test_many_goodbyes_read_as_such(corpus: list[Accepted]) -> None:
    """People also leave with a bare thanks, or a bare no to the offer of more help: neither closes anything by itself."""
    last = [[m.content for m in case.messages if m.role == "user"][-1] for case in corpus]
    assert sum(map(closes, last)) >= 0.4 * len(last)


def test_style_is_steady(corpus: list[Accepted]) -> None:
    """Somebody who writes in lower case does so throughout."""
    for case in corpus:
        if case.blueprint.persona.style.case == "lower":
            said = [m.content for m in case.messages if m.role == "user"]
            assert all(
                text[:1].islower() or not text[:1].isalpha() or text.split()[0].strip(",.!?") in _fixed(case)
                for text in said
            )


MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def _fixed(case: Accepted) -> set[str]:
    """Values, which no style touches."""
    texts = [str(value.value) for value in case.blueprint.facts.values()]
    texts += [said.text for goal in case.blueprint.goals for said in goal.said.values()]
    texts += [said.text for goal in case.blueprint.goals if goal.fallback for said in goal.fallback.said.values()]
    texts += [goal.change.said.text for goal in case.blueprint.goals if goal.change]
    plain = {word.strip(",.!") for text in texts for word in text.split()}
    return plain | {word.replace("-", "") for word in plain} | {text.replace(" ", "") for text in texts} | set(MONTHS)


# ---- deciding -------------------------------------------------------------------------------------------------------

OFFER = "I can extend hire B-1074 by 2 days: it would be due on 20 May and cost $28.00. Shall I go ahead?"


def decision(world: World, blueprint: Blueprint, seed: int) -> str:
    """What the customer says to the proposal."""
    return heard(world, blueprint, OFFER, MORE, seed=seed)[1]


@pytest.mark.parametrize("seed", range(5))
def test_wanted_proposal_is_met_by_a_clear_yes(desk: World, seed: int) -> None:
    assert consent(decision(desk, task(desk, MATILDA, extend()), seed)) == "yes"


@pytest.mark.parametrize("seed", range(5))
def test_wish_that_is_given_up_is_met_by_a_no(desk: World, seed: int) -> None:
    given_up = task(desk, MATILDA, replace(extend(), withdrawn=True), ask_due())
    assert consent(decision(desk, given_up, seed)) != "yes"


@pytest.mark.parametrize("seed", range(5))
def test_change_of_mind_gives_the_new_detail_and_no_yes(desk: World, seed: int) -> None:
    changing = replace(extend(days=2, words="two"), change=Change("days", 5, Said("five", 5)))
    said = heard(desk, task(desk, MATILDA, changing), OFFER.replace("2 days", "5 days"), OFFER, MORE, seed=seed)
    assert "two" in said[1] and consent(said[1]) != "yes"
    assert consent(said[2]) == "yes"


def test_detail_that_changes_is_first_said_in_the_old_way(desk: World) -> None:
    changing = replace(extend(days=2, words="two"), change=Change("days", 5, Said("five", 5)), given=("hire", "days"))
    first = heard(desk, task(desk, MATILDA, changing), MORE)[0]
    assert 5.0 in read(first).numbers and 2.0 not in read(first).numbers


# ---- facts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "question",
    [ASKS_WHO, "What is the e-mail address you booked with?", "Before I look into it, may I have your email, please?"],
)
def test_fact_that_is_asked_for_is_given(desk: World, question: str) -> None:
    assert MAIL in heard(desk, task(desk, MATILDA, ask_due()), question)[1]


def test_wrong_fact_is_corrected_when_it_fails(corpus: list[Accepted]) -> None:
    """The wrong value comes first, the right one after the agent has found nothing."""
    cases = [case for case in corpus if case.blueprint.wrong_facts]
    assert cases
    for case in cases:
        given = [act.slots for m in case.messages if m.role == "user" for act in m.acts if act.name == "identify"]
        for fact, wrong in case.blueprint.wrong_facts.items():
            values = [slots[fact] for slots in given if fact in slots]
            if wrong.value in values:
                assert values[-1] == case.blueprint.facts[fact].value


def test_wrong_fact_is_given_first(desk: World) -> None:
    mistaken = replace(task(desk, MATILDA, ask_due()), wrong_facts={"email": email("matilda@oldmail.example")})
    said = heard(desk, mistaken, ASKS_WHO, "I'm sorry, I can't find that. Could you check the email address?", ASKS_WHO)
    assert "matilda@oldmail.example" in said[1] and MAIL not in said[1]
    assert MAIL in " ".join(said[2:])


@pytest.mark.parametrize(
    "acts", [(Act("ask_identity", slots={"facts": ["name", "postcode"]}),), ()], ids=["acts", "words"]
)
def test_somebody_who_cannot_recall_a_fact_names_another_way(shop: World, acts: tuple[Act, ...]) -> None:
    """Without their postcode they offer name and phone, which identify them as well."""
    account, goal = find_wish(shop, "ask_store_credit", lambda *_: True)
    blueprint = task(shop, account, goal)
    facts = {fact: value for fact, value in blueprint.facts.items() if fact in ("name", "phone")}
    user = AgendaUser(shop.domain, plainly(replace(blueprint, facts=facts)), Random(0))
    asked = Message("assistant", "Could I have your full name and postcode, please?", acts=acts)
    asyncio.run(user.speak([]))
    said = asyncio.run(user.speak([asked])).message.content
    assert str(facts["phone"].value) in said and str(facts["name"].value) in said
    assert str(blueprint.facts["postcode"].value) not in said


# ---- when to stop ---------------------------------------------------------------------------------------------------


def test_customer_leaves_after_three_turns_without_progress(desk: World) -> None:
    conversation = _talk(desk, task(desk, MATILDA, ask_due()), "Lovely weather.")
    assert conversation.stop == StopReason.USER_GAVE_UP
    assert len(_said(conversation)) == 1 + PATIENCE


def test_customer_presses_for_what_is_open_before_that(desk: World) -> None:
    said = _said(_talk(desk, task(desk, MATILDA, cancel()), "Lovely weather."))
    assert all("Cargo Mule" in text or "cancel" in text.casefold() for text in said[:-1])


def test_agent_that_asks_the_same_for_ever_is_left(desk: World) -> None:
    conversation = _talk(desk, task(desk, MATILDA, cancel()), ASKS_WHO)
    assert conversation.stop == StopReason.USER_GAVE_UP


def test_agent_that_only_greets_is_left(desk: World) -> None:
    conversation = _talk(desk, task(desk, MATILDA, cancel()), "Hello and welcome! How can I help you today?")
    assert conversation.stop in (StopReason.USER_GAVE_UP, StopReason.TOO_MANY_TURNS)


# ---- hearing: agents that give no acts ------------------------------------------------------------------------------


def test_refusal_is_taken_and_the_next_wish_raised(desk: World) -> None:
    blueprint = task(desk, MATILDA, DISCOUNT, replace(cancel(), opens="later"))
    said = heard(desk, blueprint, "I'm sorry, but we can't give discounts at the desk.", MORE)
    assert "cancel" in said[1].casefold()


def test_refusal_is_met_by_the_fallback(desk: World) -> None:
    blueprint = task(desk, MATILDA, replace(extend("B-1075"), fallback=cancel()))
    said = heard(desk, blueprint, "I can't do that: B-1075 was extended once.", MORE)
    assert "cancel" in said[1].casefold()


def test_report_is_heard_and_the_customer_leaves(desk: World) -> None:
    conversation = _talk(desk, task(desk, MATILDA, LOST), f"I've opened a ticket for the workshop team. {MORE}", "Bye!")
    assert (conversation.stop, len(_said(conversation))) == (StopReason.USER_DONE, 2)


def test_answer_is_heard_and_the_customer_leaves(desk: World) -> None:
    """It says what was asked: that is an answer, whatever its words."""
    conversation = _talk(desk, task(desk, MATILDA, ask_due()), f"The Towpath is due back on 18 May. {MORE}", "Bye!")
    assert (conversation.stop, len(_said(conversation))) == (StopReason.USER_DONE, 2)


def test_question_for_a_detail_is_answered(desk: World) -> None:
    said = heard(desk, task(desk, MATILDA, replace(cancel(), given=())), "Which hire is this about?", MORE)
    assert "Cargo Mule" in said[1]


def test_question_for_a_detail_in_other_words_is_answered(desk: World) -> None:
    blueprint = task(desk, MATILDA, replace(extend(), given=("hire",)))
    assert "two" in heard(desk, blueprint, "For how many days would you like to keep it?", MORE)[1]


def test_agent_without_notes_gets_most_conversations_done(corpus: list[Accepted]) -> None:
    """Our own agent, its acts stripped: what it says is enough for the customer to go on."""
    done = 0
    for number, case in enumerate(corpus):
        agent = Mute(case.world, f"agent:{number}")
        user = AgendaUser(case.world.domain, case.blueprint, Random(f"user:{number}"))
        messages, stop, _ = asyncio.run(converse(agent.environment, user, agent))
        done += accepted(verify(case.world, case.blueprint, messages, stop))
    assert done >= 0.7 * len(corpus)


def test_words_alone_never_make_the_customer_invent(corpus: list[Accepted]) -> None:
    for number, case in enumerate(corpus):
        agent = Mute(case.world, f"agent:{number}")
        user = AgendaUser(case.world.domain, case.blueprint, Random(f"user:{number}"))
        messages, stop, _ = asyncio.run(converse(agent.environment, user, agent))
        fidelity = next(v for v in verify(case.world, case.blueprint, messages, stop) if v.check == "fidelity")
        assert fidelity.passed or "never brought up" in fidelity.reason
