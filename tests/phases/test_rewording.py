"""Wording mode: new words pass where they say and do the same, and only there."""

import asyncio
import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
from talks import Accepted

from apigen_mt.language.consent import consent
from apigen_mt.language.proposals import asks_consent
from apigen_mt.models.completion import Completion, EndpointDown, NoAnswer, Request
from apigen_mt.models.prompts import prompt
from apigen_mt.phases.item import Settings, Steering
from apigen_mt.phases.rewording import Reworded, reword
from apigen_mt.phases.verify import leaked, verify
from apigen_mt.pipeline import make_block
from apigen_mt.registry import load_world
from apigen_mt.values.blueprint import Blueprint
from apigen_mt.values.messages import Message
from apigen_mt.values.trajectory import Trajectory
from apigen_mt.values.verdict import accepted

DOMAINS = ("airline", "retail", "banking")
Lines = dict[int, str]


@cache
def made() -> tuple[Accepted, ...]:
    """About 20 accepted conversations of each built-in domain."""
    items = [
        item for name in DOMAINS for item in asyncio.run(make_block(Settings((name,), 7, 60, block=24), 0, Steering()))
    ]
    return tuple(
        Accepted(load_world(item.domain, 7, 60), item.blueprint, item.accepted)
        for item in items
        if item.blueprint is not None and item.accepted is not None
    )


class Scripted:
    """A model whose answers a function gives, from the request and the messages that it is to rewrite."""

    def __init__(self, answer: Callable[[Request, Lines], str]):
        self.answer = answer
        self.requests: list[Request] = []

    async def complete(self, request: Request) -> Completion:
        """Answer, and remember what was asked."""
        self.requests.append(request)
        return Completion(self.answer(request, wanted(request)))


def wanted(request: Request) -> Lines:
    """The numbered messages that a request asks for, as the prompt shows them."""
    shown = request.messages[1]["content"].partition("# The chat")[2]
    lines = {int(n): text for n, text in re.findall(r"^(\d+)\. (?:customer|agent): (.*)$", shown, re.MULTILINE)}
    narrowed = re.findall(r"in this order: ([\d, ]+)\.", request.messages[-1]["content"])
    return {int(n): lines[int(n)] for n in narrowed[-1].split(", ")} if narrowed else lines


def as_json(lines: Lines) -> str:
    """An answer in the shape that is asked for."""
    return json.dumps({"messages": [{"number": n, "text": text} for n, text in lines.items()]})


def run(talk: Accepted, model: Scripted) -> Reworded:
    """Reword one conversation."""
    return asyncio.run(reword(talk.world, talk.blueprint, talk.trajectory, model, "wording"))


def spoken(messages: Sequence[Message]) -> list[Message]:
    """What anybody says."""
    return [message for message in messages if message.role != "tool" and message.content]


def holds(talk: Accepted, result: Reworded) -> bool:
    """Whether a result is one that the verifier accepts, with nothing but words changed."""
    old, new = talk.messages, result.trajectory.messages
    same = [msgspec.structs.replace(m, content="") if m.role != "tool" else m for m in old] == [
        msgspec.structs.replace(m, content="") if m.role != "tool" else m for m in new
    ]
    verdicts = verify(talk.world, talk.blueprint, new, result.trajectory.stop)
    return same and accepted(verdicts) and verdicts == result.trajectory.verdicts


# ---- what may change ------------------------------------------------------------------------------------------------

SYNONYMS = (
    (r"\bHello\b", "Hi"), (r"\bI'd like to\b", "I want to"), (r"\bCould you\b", "Can you"), (r"\bI've now\b", "I have now"),
    (r"\bAll done\b", "That's done"), (r"\bThank you\b", "Thanks"),
    (r"\bI'm sorry\b", "Sorry"), (r"\bThanks for\b", "Thank you for"),
    (r"\bOf course\b", "Sure"), (r"\bHappy to\b", "Glad to"), (r"\bWould you like\b", "Do you want"),
    (r"\bunfortunately\b", "sadly"), (r"\bUnfortunately\b", "Sadly"), (r"\bGoodbye\b", "Bye"), (r"\bcan't\b", "cannot"),
    (r"\bhave a (?:nice|good|great|lovely) day\b", "have a wonderful day"), (r"\banything else\b", "something else"),
    (r"^(?:Okay|Ok|OK), ", "Right, "), (r"\bYep\b", "Yes"), (r"\btoday\?", "right now?"),
)  # fmt: skip


def paraphrased(text: str) -> str:
    """The same in slightly other words."""
    for pattern, other in SYNONYMS:
        text = re.sub(pattern, other, text)
    return text


def test_harmless_paraphrases_pass() -> None:
    """Synonyms and other courtesies are what wording mode is for: nearly all of them are kept, and all results hold."""
    changed = kept = 0
    for talk in made():
        result = run(talk, Scripted(lambda _, lines: as_json({n: paraphrased(text) for n, text in lines.items()})))
        assert holds(talk, result)
        texts = [message.content for message in spoken(talk.messages)]
        changed += sum(paraphrased(text) != text for text in texts)
        kept += result.kept
        assert bool(result.trajectory.worded) == (result.kept > 0)
    print(f"harmless: {kept} of {changed} messages kept in {len(made())} conversations")
    assert changed > 200 and kept >= 0.95 * changed


def test_equal_words_leave_the_trajectory_as_it_is() -> None:
    """Nothing new, no new provenance."""
    talk = made()[0]
    result = run(talk, Scripted(lambda _, lines: as_json(lines)))
    assert result.trajectory == talk.trajectory and (result.kept, len(result.tries)) == (0, 1)


# ---- what may not ---------------------------------------------------------------------------------------------------

Plant = Callable[[Accepted, int, Random], str | None]
"""(conversation, position of a message, random) -> the message with a planted change, or None where it does not apply."""


def acts(talk: Accepted, position: int) -> set[str]:
    """What the built-in speaker did there."""
    return {act.name for act in talk.messages[position].acts}


def other_amount(talk: Accepted, position: int, rng: Random) -> str | None:
    """An amount is another one."""
    text = talk.messages[position].content
    found = list(re.finditer(r"(?<=\$)\d[\d,]*(?:\.\d\d)?|\b\d[\d,]*(?:\.\d\d)?(?= (?:dollars|bucks))", text))
    if not found:
        return None
    match = rng.choice(found)
    return (
        f"{text[: match.start()]}{float(match[0].replace(',', '')) + rng.choice((1, 10, 100)):.2f}{text[match.end() :]}"
    )


def other_number(talk: Accepted, position: int, rng: Random) -> str | None:
    """Some digit is another one: in an amount, a date, a code, an address."""
    text = talk.messages[position].content
    digits = [n for n, c in enumerate(text) if c.isdigit()]
    if not digits:
        return None
    at = rng.choice(digits)
    return text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :]


def no_reason(talk: Accepted, position: int, rng: Random) -> str | None:
    """A refusal without its reason."""
    return rng.choice(("I'm sorry, but I can't do that.", "Unfortunately that's not possible. Anything else?")) if (
        "refuse" in acts(talk, position)
    ) else None  # fmt: skip


def other_reason(talk: Accepted, position: int, rng: Random) -> str | None:
    """A refusal with a reason that is not the one."""
    if "refuse" not in acts(talk, position):
        return None
    about = {act.about for act in talk.messages[position].acts}
    grounds = [c.grounds for n, c in talk.world.domain.policy.clauses.items() if c.grounds and n not in about]
    return "I'm sorry, I can't do that: " + ", ".join(group[0] for group in rng.choice(grounds)) + "."


PROMISES = (
    "I'll also send you a voucher.", "We'll waive the fee for you.", "You'll get priority from now on.",
    "A colleague will call you tonight.", "I'll make an exception and refund it as well.", "We will never let that happen again.",
    "I've added a small bonus for you.", "I'll upgrade you, free of charge.", "Somebody will visit you to apologise.",
    "As compensation, it's free next time.", "I guarantee that it arrives tomorrow.", "You'll receive a gift from us.",
)  # fmt: skip


def promise(talk: Accepted, position: int, rng: Random) -> str | None:
    """The agent promises something on top."""
    message = talk.messages[position]
    return f"{rng.choice(PROMISES)} {message.content}" if message.role == "assistant" else None


def statement(talk: Accepted, position: int, rng: Random) -> str | None:
    """The agent asks no longer."""
    if not acts(talk, position) & {"ask_slots", "ask_identity"}:
        return None
    return rng.choice(
        ("Thank you, I have all I need.", "Of course, I'll see to that.", f"I know {asked(talk, position)}.")
    )


def asked(talk: Accepted, position: int) -> str:
    """What the agent asked for, in the domain's words."""
    domain = talk.world.domain
    for act in talk.messages[position].acts:
        if act.name == "ask_slots":
            return " and ".join(s.asked for s in domain.kinds[act.about].slots if s.name in act.slots["names"])
    return domain.identifications[0].asked


def no_go_ahead(talk: Accepted, position: int, rng: Random) -> str | None:
    """A proposal that waits for nobody."""
    parts = re.split(r"(?<=[.!?])\s+", talk.messages[position].content)
    rest = [part for part in parts if not asks_consent(part)]
    return " ".join(rest) if "propose" in acts(talk, position) and rest and rest != parts else None


def too_soon(talk: Accepted, position: int, rng: Random) -> str | None:
    """What is only proposed is said to be done."""
    text = talk.messages[position].content
    return f"I've done it: {text[0].lower()}{text[1:]}" if acts(talk, position) == {"propose"} else None


def other_answer(talk: Accepted, position: int, rng: Random) -> str | None:
    """The customer agrees where they refused, refuses where they agreed, or wavers."""
    before = talk.messages[position - 1].content if position else ""
    text = talk.messages[position].content
    if talk.messages[position].role != "user" or not asks_consent(before):
        return None
    if consent(text) == "yes":
        return rng.choice(
            ("No, leave it as it is.", "Hm, maybe. Let me think about it.", "Yes, but only if it's free.")
        )
    return "Yes, please go ahead."


def leak(talk: Accepted, position: int, rng: Random) -> str | None:
    """An internal id or the name of a tool."""
    tools = [name for name in talk.world.domain.tools if "_" in name]
    row = rng.choice((talk.blueprint.account, rng.choice(tools)))
    return f"{talk.messages[position].content} ({row})"


def vague(talk: Accepted, position: int, rng: Random) -> str | None:
    """The customer leaves a detail out."""
    text = talk.messages[position].content
    told = [said.text for goal in talk.blueprint.goals for slot, said in goal.said.items() if said.text in text and (
        said.features or not re.search(r"\d", said.text))]  # fmt: skip
    return text.replace(rng.choice(told), "it") if told and talk.messages[position].role == "user" else None


def other_deed(talk: Accepted, position: int, rng: Random) -> str | None:
    """Another thing is asked for or done than was."""
    text, swaps = talk.messages[position].content, {
        "cancel": "move", "change": "cancel", "return": "exchange", "add": "remove", "stop": "change", "move": "cancel",
        "block": "replace", "refund": "replace", "exchange": "return", "close": "open", "book": "cancel",
    }  # fmt: skip
    found = [verb for verb in swaps if re.search(rf"\b{verb}\b", text)]
    other = swaps[found[0]] if found else ""
    about = {act.name for act in talk.messages[position].acts}
    wanted = about & {"request", "propose", "report"} and other not in text
    return re.sub(rf"\b{found[0]}\b", other, text) if found and wanted else None


def invented(talk: Accepted, position: int, rng: Random) -> str | None:
    """A detail that was never there."""
    extra = (
        "It's about order ZX-90817.",
        "My friend Bartholomew says so.",
        "That's 12 more.",
        "It was on March 3.",
        "At 5:45 pm.",
    )
    return f"{talk.messages[position].content.rstrip('.')}. And {rng.choice(extra)}"


def another_wish(talk: Accepted, position: int, rng: Random) -> str | None:
    """The customer wants one thing more."""
    more = (
        "Also, please close my account.",
        "And raise my limit, please.",
        "Could you also add a voucher?",
        "And cancel everything else.",
    )
    text = talk.messages[position].content
    here = talk.messages[position].role == "user" and "request" not in acts(talk, position)
    return f"{text.rstrip('.!')}. {rng.choice(more)}" if here else None


def turned_round(talk: Accepted, position: int, rng: Random) -> str | None:
    """What was denied is affirmed, or the other way round."""
    text = talk.messages[position].content
    for pattern, other in ((r"\bcan't\b", "can"), (r"\bdoesn't go\b", "goes"), (r"\bnothing leaves\b", "it leaves"),
                           (r"\bis not\b|\bisn't\b", "is"), (r"\b(is|has been|goes|can)\b", r"\1 not")):  # fmt: skip
        if talk.messages[position].role == "assistant" and re.search(pattern, text) and "hoped" not in text:
            return re.sub(pattern, other, text, count=1)
    return None


PLANTS: tuple[Plant, ...] = (
    other_amount, other_number, no_reason, other_reason, promise, statement, no_go_ahead, too_soon, other_answer, leak, vague,
    other_deed, invented, another_wish, turned_round,
)  # fmt: skip


def planted(plant: Plant, talk: Accepted, rng: Random) -> Iterator[tuple[int, str]]:
    """Yield number and new text of up to two messages to which a change applies."""
    places = [p for p, m in enumerate(talk.messages) if m.role != "tool" and m.content]
    found = [(n, text) for n, p in enumerate(places, 1) if (text := plant(talk, p, rng)) is not None]
    yield from rng.sample(found, min(2, len(found)))


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_planted_changes_are_caught(plant: Plant) -> None:
    """Every one is refused, at its message and with a reason, and the built-in words stand; what results always holds."""
    rng = Random(plant.__name__)
    slipped: list[tuple[str, str]] = []
    count = 0
    for talk in made():
        for number, text in planted(plant, talk, rng):
            count += 1
            result = run(
                talk, Scripted(lambda _, lines, n=number, t=text: as_json({**lines, n: t} if n in lines else lines))
            )
            assert holds(talk, result)
            original = spoken(talk.messages)[number - 1].content
            if spoken(result.trajectory.messages)[number - 1].content != original:
                slipped.append((original, text))
    print(f"{plant.__name__}: {count - len(slipped)} of {count} caught")
    assert count >= 10
    # A message that holds one value twice, as two details of its wish, is not seen to lose one of them.
    assert len(slipped) <= 0.03 * count, slipped


def test_swapped_messages_are_caught() -> None:
    """Two messages of one speaker in each other's place: neither stays, unless they did the same in the first place."""
    rng = Random(3)
    swaps, stayed = 0, list[tuple[str, str]]()
    for talk in made():
        messages = spoken(talk.messages)
        polite = {
            "accept",
            "thanks",
            "bye",
            "greet",
            "farewell",
            "greets_alone",
            "closes_twice",
            "hesitates",
            "off_topic",
        }
        places = [n for n, message in enumerate(messages, 1) if not {act.name for act in message.acts} <= polite]
        pairs = [
            (one, other)
            for one in places
            for other in places
            if one < other
            and messages[one - 1].role == messages[other - 1].role
            and {a.name for a in messages[one - 1].acts}.isdisjoint(a.name for a in messages[other - 1].acts)
        ]
        if not pairs:
            continue
        one, other = rng.choice(pairs)
        swaps += 1
        result = run(
            talk,
            Scripted(
                lambda _, lines, a=one, b=other: as_json(
                    {**lines, **({a: lines[b], b: lines[a]} if {a, b} <= lines.keys() else {})}
                )
            ),
        )
        assert holds(talk, result)
        if result.kept:
            stayed.append((messages[one - 1].content, messages[other - 1].content))
    print(f"swapped: {swaps - len(stayed)} of {swaps} caught")
    assert swaps > 50 and len(stayed) <= 0.02 * swaps


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: "I would rather not.",
        lambda _: "",
        lambda _: '{"messages": "none"}',
        lambda lines: as_json(lines)[:-20],
        lambda lines: as_json({n: text for n, text in lines.items() if n != 2}),
        lambda lines: as_json(dict(reversed(lines.items()))),
        lambda lines: as_json({**lines, 99: "And one more."}),
        lambda lines: as_json({**lines, 2: "  "}),
    ],
    ids=["refuses", "empty", "wrong type", "cut off", "one left out", "other order", "one more", "an empty one"],
)
def test_an_answer_of_the_wrong_shape_leaves_the_built_in_words(spoil: Callable[[Lines], str]) -> None:
    """It gets its repair turn, and then nothing of it is used."""
    talk = made()[0]
    model = Scripted(lambda _, lines: spoil(lines))
    result = run(talk, model)
    assert result.trajectory == talk.trajectory and result.tries[-1].unusable
    assert [request.place for request in model.requests] == ["wording/try0", "wording/try0/repair"]


def test_a_refused_message_is_asked_for_once_more_with_its_reasons() -> None:
    """Only that one; what passed stays."""
    talk = next(talk for talk in made() if any("$" in message.content for message in spoken(talk.messages)))
    number = next(n for n, message in enumerate(spoken(talk.messages), 1) if "$" in message.content)
    good = dict(enumerate((paraphrased(message.content) for message in spoken(talk.messages)), 1))

    def answer(request: Request, lines: Lines) -> str:
        first = request.place.endswith("try0")
        return as_json({n: good[n].replace("$", "$9") if first and n == number else good[n] for n in lines})

    model = Scripted(answer)
    result = run(talk, model)
    assert holds(talk, result) and not result.tries[-1].refused
    assert [attempt.asked for attempt in result.tries] == [result.spoken, 1]
    assert [one.number for one in result.tries[0].refused] == [number]
    complaint = model.requests[1].messages[-1]["content"]
    assert f"message {number}: the amount" in complaint
    assert model.requests[1].messages[: len(model.requests[0].messages)] == model.requests[0].messages


def test_tries_are_bounded_and_the_rest_keeps_its_new_words() -> None:
    """A message that never passes costs only itself."""
    talk = made()[1]

    def answer(_: Request, lines: Lines) -> str:
        return as_json({n: "I'll refund $999 to you." if n == 2 else paraphrased(text) for n, text in lines.items()})

    result = run(talk, Scripted(answer))
    before, after = spoken(talk.messages), spoken(result.trajectory.messages)
    assert holds(talk, result) and len(result.tries) == 2 and result.kept > 0
    assert after[1].content == before[1].content


def test_words_that_fail_only_together_are_added_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """The verifier is the last word: without the checks of single messages nothing wrong comes through either."""
    monkeypatch.setattr("apigen_mt.phases.rewording.changed_values", lambda *_: ())
    monkeypatch.setattr("apigen_mt.phases.rewording.changed_acts", lambda *_: ())
    for talk in made()[::6]:
        spoilt = {n: re.sub(r"\$\d", "$77", m.content) for n, m in enumerate(spoken(talk.messages), 1)}
        result = run(talk, Scripted(lambda _, lines, s=spoilt: as_json({n: paraphrased(s[n]) for n in lines})))
        assert holds(talk, result)


def test_without_an_answer_the_built_in_words_stand_and_a_dead_endpoint_stops_the_run() -> None:
    """Words are not worth a work item; a run without an endpoint has to end."""

    def failing(error: Exception) -> Callable[[Request, Lines], str]:
        def answer(_: Request, __: Lines) -> str:
            raise error

        return answer

    talk = made()[0]
    result = run(talk, Scripted(failing(NoAnswer("six tries"))))
    assert result.trajectory == talk.trajectory and result.tries[0].unusable == "six tries"
    with pytest.raises(EndpointDown):
        run(talk, Scripted(failing(EndpointDown("nobody there"))))


def test_a_rejected_conversation_is_not_reworded() -> None:
    """Nobody pays for words that nobody will read."""
    talk = made()[0]
    rejected = msgspec.structs.replace(talk.trajectory, verdicts=())
    model = Scripted(lambda _, lines: as_json(lines))
    result = run(talk._replace(trajectory=rejected), model)
    assert result.trajectory == rejected and model.requests == []


def test_the_prompt_tells_no_internals_and_shares_its_rules() -> None:
    """No id, no tool name; the rules are the same bytes for every conversation."""
    rules: set[str] = set()
    for talk in made():
        model = Scripted(lambda _, lines: as_json(lines))
        run(talk, model)
        system, user = (message["content"] for message in model.requests[0].messages)
        rules.add(system)
        assert not leaked(talk.world.domain, user)
        assert list(wanted(model.requests[0]).values()) == [message.content for message in spoken(talk.messages)]
        assert talk.blueprint.persona.about[1:] in user
        assert model.requests[0].prompt == prompt("wording").label
    assert len(rules) == 1


# ---- words of a language model --------------------------------------------------------------------------------------

RECORDED = json.loads((Path(__file__).parent / "recordings" / "wording.json").read_text("utf-8"))


@pytest.mark.parametrize("record", RECORDED, ids=lambda record: f"{record['domain']}-{record['seed']}")
def test_recorded_rewordings_pass(record: dict[str, Any]) -> None:
    """What a language model wrote for six conversations is used to the last word, once with the help of a retry."""
    world = load_world(record["domain"], record["seed"], record["size"])
    blueprint = msgspec.convert(record["blueprint"], Blueprint)
    trajectory = msgspec.convert(record["trajectory"], Trajectory)
    verdicts = verify(world, blueprint, trajectory.messages, trajectory.stop)
    talk = Accepted(world, blueprint, msgspec.structs.replace(trajectory, verdicts=verdicts))
    answers = {turn["place"]: turn["answered"] for turn in record["exchange"]}
    asked = {turn["place"]: turn["asked"] for turn in record["exchange"]}
    model = Scripted(lambda request, _: answers[request.place])
    result = run(talk, model)
    now = {request.place: request.messages[-1]["content"] for request in model.requests}
    assert now.items() <= asked.items()
    assert holds(talk, result) and not result.tries[-1].refused
    lines = {line["number"]: line["text"] for place in now for line in json.loads(answers[place])["messages"]}
    assert [message.content for message in spoken(result.trajectory.messages)] == list(lines.values())


def test_recorded_words_do_not_fit_another_conversation() -> None:
    """The same answers under other conversations' messages are refused nearly one and all: nothing passes unread."""
    kept = total = 0
    for record in RECORDED:
        texts = [line["text"] for line in json.loads(record["exchange"][0]["answered"])["messages"]]
        for talk in made()[::9]:
            result = run(
                talk,
                Scripted(lambda _, lines, t=texts: as_json({n: t[(n - 1) % len(t)] for n in lines})),
            )
            assert holds(talk, result)
            kept, total = kept + result.kept, total + result.spoken
    print(f"another conversation's words: {kept} of {total} kept")
    assert kept < 0.15 * total
