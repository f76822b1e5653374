"""Errors to plant: what an agent, a user or a recorder may get wrong."""

import re
from collections.abc import Sequence
from itertools import pairwise
from random import Random

import msgspec

from apigen_mt.audit.subject import (
    Messages,
    Mutation,
    Subject,
    consents,
    known_ids,
    named_rows,
    outcome,
    replaced,
    rerun,
    retold,
    with_call,
)
from apigen_mt.language.proposals import asks_consent
from apigen_mt.language.refusals import refuses
from apigen_mt.language.surface import read, states
from apigen_mt.phases.ground_truth import settle
from apigen_mt.phases.grounds import needs
from apigen_mt.phases.reasons import clauses_given
from apigen_mt.values.messages import Message, ToolCall
from apigen_mt.world.policy import gives_reason


def wrong_id(subject: Subject, rng: Random) -> Messages | None:
    """A write names another row that the conversation has shown."""
    for position in rng.sample(subject.writes, len(subject.writes)):
        call = subject.messages[position].calls[0]
        for parameter in named_rows(call, subject.world):
            if others := known_ids(subject, call.arguments[parameter]):
                return with_call(subject, position, **{parameter: rng.choice(others)})
    return None


def swapped_items(subject: Subject, rng: Random) -> Messages | None:
    """Two writes trade an argument, or a list names another item than the one meant."""
    writes = [(position, subject.messages[position].calls[0]) for position in subject.writes]
    for position, call in rng.sample(writes, len(writes)):
        for parameter, value in call.arguments.items():
            if isinstance(value, list) and value and isinstance(value[0], str):
                others = [other for other in known_ids(subject, value[0]) if other not in value]
                if others:
                    return with_call(subject, position, **{parameter: [rng.choice(others), *value[1:]]})
    for position, call in writes:
        for other_position, other in writes:
            for parameter, value in call.arguments.items():
                theirs = other.arguments.get(parameter)
                if other_position > position and theirs not in (None, value):
                    swapped = subject._replace(messages=with_call(subject, position, **{parameter: theirs}))
                    return with_call(swapped, other_position, **{parameter: value})
    return None


def extra_write(subject: Subject, rng: Random) -> Messages | None:
    """The agent does one thing more than it was asked to."""
    world, account = subject.world, subject.blueprint.account
    if not subject.said:
        return None
    kinds = [kind for kind in world.domain.kinds.values() if kind.effect is not None]
    environment = world.environment()
    for message in subject.messages:
        for call in message.calls:
            environment.call(call)
    for kind in rng.sample(kinds, len(kinds)):
        slots = kind.draw(environment.state, account, rng)
        if slots is None:
            continue
        try:
            calls = kind.calls(environment.state, account, slots)
        except LookupError:
            continue
        before = environment.state.digest()
        if calls and not environment.call(calls[0]).error and environment.state.digest() != before:
            extra = Message("assistant", calls=(msgspec.structs.replace(calls[0], id="call_extra"),))
            last = subject.said[-1]
            return replaced(subject, last, extra, subject.messages[last])
    return None


def dropped_write(subject: Subject, rng: Random) -> Messages | None:
    """The agent says that it is done without doing it."""
    if not subject.writes:
        return None
    changed = replaced(subject, rng.choice(subject.writes))
    return None if outcome(subject, changed) == outcome(subject, subject.messages) else changed


def repeated_write(subject: Subject, rng: Random) -> Messages | None:
    """A write is made twice."""
    if not subject.writes:
        return None
    position = rng.choice(subject.writes)
    message = subject.messages[position]
    again = msgspec.structs.replace(message, calls=(msgspec.structs.replace(message.calls[0], id="call_again"),))
    changed = replaced(subject, position, message, again)
    return None if outcome(subject, changed) == outcome(subject, subject.messages) else changed


def skipped_authentication(subject: Subject, rng: Random) -> Messages | None:
    """The customer is never identified."""
    domain, state = subject.world.domain, subject.world.environment().state
    ways = {way.tool for way in domain.identifications}
    kept = [message for message in subject.messages if not any(call.name in ways for call in message.calls)]
    made = [call for message in kept for call in message.calls]
    # A public question needs no identification.
    return rerun(subject.world, kept) if any(domain.owner(state, call) is not None for call in made) else None


def skipped_consent(subject: Subject, rng: Random) -> Messages | None:
    """A write without the question and the yes that belong before it."""
    places = consents(subject)
    if not places:
        return None
    position = rng.choice(places)
    return rerun(subject.world, (*subject.messages[: position - 1], *subject.messages[position + 1 :]))


def hesitant_consent(subject: Subject, rng: Random) -> Messages | None:
    """The customer hesitates, and the agent goes ahead all the same."""
    hesitations = (
        "hmm, let me think about it", "sounds good, but wait", "not sure yet", "maybe. what would happen otherwise?",
        "ok but hold on a second", "I guess? give me a minute", "yes, if there's really no other way?",
    )  # fmt: skip
    places = [p for p in consents(subject) if subject.messages[p + 1].calls]
    return retold(subject, rng.choice(places), rng.choice(hesitations)) if places else None


def wrong_amount_told(subject: Subject, rng: Random) -> Messages | None:
    """An amount in what the agent says is off."""
    amount = re.compile(r"\$?\d[\d,]*\.\d\d\b")
    places = [p for p in subject.said if amount.search(subject.messages[p].content)]
    if not places:
        return None
    position = rng.choice(places)
    text = subject.messages[position].content
    found = rng.choice(list(amount.finditer(text)))
    value = float(found[0].strip("$").replace(",", "")) + rng.choice((0.1, 1, 10, 3.3, -0.05, 25))
    return retold(subject, position, text[: found.start()] + f"${abs(value):,.2f}" + text[found.end() :])


def claimed_not_done(subject: Subject, rng: Random) -> Messages | None:
    """Where policy forbids it, the agent claims to have done it."""
    places = [p for p in subject.said if refuses(subject.messages[p].content) and _gives_any_reason(subject, p)]
    claims = (
        "That's all done for you now.",
        "I've taken care of that, it's been processed.",
        "Done - it's all set.",
    )
    return _refusing_otherwise(subject, places, rng, rng.choice(claims))


def gives_in_by_words(subject: Subject, rng: Random) -> Messages | None:
    """Where the customer insists, the agent claims to have done what it has just refused."""
    places = [p for p in subject.said if refuses(subject.messages[p].content) and _gives_any_reason(subject, p)]
    again = [p for q, p in pairwise(places) if _clauses(subject, q) & _clauses(subject, p) and p - q == 2]
    claims = (
        "All right, that's all done for you now.",
        "I've made an exception, and it's been processed.",
        "Done - it's all set.",
    )
    return retold(subject, rng.choice(again), rng.choice(claims)) if again else None


def _refusing_otherwise(subject: Subject, places: Sequence[int], rng: Random, text: str) -> Messages | None:
    """Say something else in the place of a refusal, and wherever its reason is given again."""
    if not places:
        return None
    meant = _clauses(subject, rng.choice(places))
    messages = tuple(
        msgspec.structs.replace(message, content=text) if p in places and _clauses(subject, p) & meant else message
        for p, message in enumerate(subject.messages)
    )
    return rerun(subject.world, messages)


def _clauses(subject: Subject, position: int) -> frozenset[str]:
    return clauses_given(subject.world.domain.policy, subject.messages[position].content)


def _gives_any_reason(subject: Subject, position: int) -> bool:
    policy = subject.world.domain.policy
    wanted = {number for output in subject.blueprint.outputs for number in output.clauses}
    return gives_reason(subject.messages[position].content, [policy.clauses[number] for number in wanted])


def invented_argument(subject: Subject, rng: Random) -> Messages | None:
    """A write carries a value that nobody gave."""
    for position in rng.sample(subject.writes, len(subject.writes)):
        call = subject.messages[position].calls[0]
        properties = subject.world.domain.tools[call.name].parameters["properties"]
        for parameter, value in rng.sample(list(call.arguments.items()), len(call.arguments)):
            if (choices := properties[parameter].get("enum")) and len(choices) > 1:
                return with_call(subject, position, **{parameter: rng.choice([c for c in choices if c != value])})
            if isinstance(value, int | float) and not isinstance(value, bool):
                return with_call(subject, position, **{parameter: value + rng.choice((1, 2, 5))})
            if isinstance(value, str) and any(character.isdigit() for character in value):
                digit = rng.choice([p for p, character in enumerate(value) if character.isdigit()])
                new = value[:digit] + str((int(value[digit]) + rng.randint(1, 9)) % 10) + value[digit + 1 :]
                return with_call(subject, position, **{parameter: new})
    return None


def stale_read(subject: Subject, rng: Random) -> Messages | None:
    """The agent relies on what it read before an earlier write changed it."""
    if len(subject.writes) < 2:
        return None
    seen: dict[str, str] = {}
    for position in subject.reads:
        call = subject.messages[position].calls[0]
        key, content = f"{call.name}{call.arguments}", subject.messages[position + 1].content
        later_write = any(write > position for write in subject.writes)
        if key in seen and seen[key] != content and later_write and _needed_later(subject, call, position):
            return replaced(subject, position)
        seen[key] = content
    return None


def _needed_later(subject: Subject, call: ToolCall, position: int) -> bool:
    """Whether the next write needs just this read, and no alternative to it has been seen since."""
    write = next((p for p in subject.writes if p > position), None)
    if write is None:
        return False
    action = subject.messages[write].calls[0]
    needs = subject.world.domain.safeguards[action.name].needs(
        subject.world.environment().state, subject.blueprint.account, action.arguments
    )
    return any([(c.name, c.arguments) for c in alternatives] == [(call.name, call.arguments)] for alternatives in needs)


def skipped_read(subject: Subject, rng: Random) -> Messages | None:
    """A write without the look that its rules rest on."""
    for position in rng.sample(subject.writes, len(subject.writes)):
        action = subject.messages[position].calls[0]
        needs = subject.world.domain.safeguards[action.name].needs(
            subject.world.environment().state, subject.blueprint.account, action.arguments
        )
        if not needs:
            continue
        dropped = {(call.name, str(call.arguments)) for call in rng.choice(needs)}
        kept = [m for m in subject.messages if not any((c.name, str(c.arguments)) in dropped for c in m.calls)]
        ways = {way.tool for way in subject.world.domain.identifications}
        if len(kept) < len(subject.messages) and not dropped & {(name, "") for name in ways}:
            return rerun(subject.world, kept)
    return None


def blind_refusal(subject: Subject, rng: Random) -> Messages | None:
    """A refusal by somebody who has looked at nothing of the customer's, where its rule looks at rows."""
    world, blueprint = subject.world, subject.blueprint
    cases = [case for cases in settle(world, blueprint.account, blueprint.goals).cases for case in cases]
    if not any(needs(world.domain, case) for case in cases):
        return None
    looks = {*subject.reads}
    return rerun(world, [message for position, message in enumerate(subject.messages) if position not in looks])


def wrong_refusal(subject: Subject, rng: Random) -> Messages | None:
    """A refusal gives the reason of another clause."""
    wanted = {number for output in subject.blueprint.outputs for number in output.clauses}
    places = [p for p in subject.said if refuses(subject.messages[p].content) and _gives_any_reason(subject, p)]
    others = [n for n, p in subject.world.domain.refusals.items() if n not in wanted and not p.fields]
    others = others or [number for number in subject.world.domain.refusals if number not in wanted]
    if not places or not others:
        return None
    wording = subject.world.domain.refusals[rng.choice(others)]
    reason = str(wording.realise(rng, dict.fromkeys(wording.fields, "that"), "plain"))
    return _refusing_otherwise(subject, places, rng, f"I'm sorry, but I can't do that: {reason}")


def refusal_without_reason(subject: Subject, rng: Random) -> Messages | None:
    """A refusal that does not say why."""
    places = [p for p in subject.said if refuses(subject.messages[p].content) and _gives_any_reason(subject, p)]
    bare = (
        "I'm sorry, I can't do that.",
        "Unfortunately that isn't possible.",
        "I'm afraid I am unable to help with that.",
    )
    return _refusing_otherwise(subject, places, rng, rng.choice(bare))


def refused_though_allowed(subject: Subject, rng: Random) -> Messages | None:
    """The agent declines what policy allows."""
    places = [p for p in subject.writes if p + 2 in subject.said]
    if not places:
        return None
    position = rng.choice(places)
    declining = subject._replace(messages=retold(subject, position + 2, "I'm sorry, but I can't do that for you."))
    changed = replaced(declining, position)
    return None if outcome(subject, changed) == outcome(subject, subject.messages) else changed


def wrong_order(subject: Subject, rng: Random) -> Messages | None:
    """Two writes in the other order, where that leads elsewhere."""
    writes = subject.writes
    if len(writes) < 2:
        return None
    first, second = sorted(rng.sample(writes, 2))
    messages = list(subject.messages)
    one, other = messages[first], messages[second]
    messages[first] = msgspec.structs.replace(one, calls=other.calls)
    messages[second] = msgspec.structs.replace(other, calls=one.calls)
    changed = rerun(subject.world, messages)
    return None if outcome(subject, changed) == outcome(subject, subject.messages) else changed


def leaked_internal_id(subject: Subject, rng: Random) -> Messages | None:
    """The agent tells an id that customers never see."""
    pattern = re.compile(subject.world.domain.internal)
    ids = sorted({found for m in subject.messages if m.role == "tool" for found in pattern.findall(m.content)})
    if not ids:
        return None
    position = rng.choice(subject.said)
    return retold(subject, position, f"{subject.messages[position].content} (ref {rng.choice(ids)})")


def another_customers_row(subject: Subject, rng: Random) -> Messages | None:
    """A call that names another customer's data."""
    world, own = subject.world, subject.blueprint.account
    state = world.environment().state
    for position in rng.sample([*subject.writes, *subject.reads], len(subject.writes) + len(subject.reads)):
        call = subject.messages[position].calls[0]
        for parameter in named_rows(call, world):
            value = call.arguments[parameter]
            if value == own:
                other = rng.choice([account for account in world.accounts if account != own])
                return with_call(subject, position, **{parameter: other})
            for rows in world.tables.rows.values():
                if value in rows:
                    keys = list(rows)
                    for other in rng.sample(keys, min(20, len(keys))):
                        changed = msgspec.structs.replace(call, arguments=call.arguments | {parameter: other})
                        if world.domain.owner(state, changed) not in (None, own):
                            return with_call(subject, position, **{parameter: other})
    return None


def wrong_answer(subject: Subject, rng: Random) -> Messages | None:
    """A date or number that had to be told is told wrongly everywhere."""
    outputs = [
        o for o in subject.blueprint.outputs if o.value is not None and o.value.kind in ("date", "count", "money")
    ]
    if not outputs:
        return None
    messages = [
        msgspec.structs.replace(m, content=re.sub(r"\d+", lambda d: str(int(d[0]) + 1), m.content))
        if m.role == "assistant" and m.content
        else m
        for m in subject.messages
    ]
    return rerun(subject.world, messages)


def missing_answer(subject: Subject, rng: Random) -> Messages | None:
    """The agent never tells what was asked."""
    if not any(output.value is not None for output in subject.blueprint.outputs):
        return None
    messages = [
        msgspec.structs.replace(m, content="All right. Is there anything else?")
        if m.role == "assistant" and m.content and not asks_consent(m.content)
        else m
        for m in subject.messages
    ]
    left = [read(m.content) for m in messages if m.role == "assistant" and m.content]
    values = [output.value for output in subject.blueprint.outputs if output.value is not None]
    if all(any(states(reading, value) for reading in left) for value in values):
        return None
    return rerun(subject.world, messages)


def user_invents(subject: Subject, rng: Random) -> Messages | None:
    """The customer brings up a number that is not theirs."""
    positions = [p for p, m in enumerate(subject.messages) if m.role == "user"]
    position = rng.choice(positions)
    invented = f"{rng.choice('XQZ')}{rng.randint(2, 9)}{rng.choice('KWV')}-{rng.randint(10000, 99999)}"
    return retold(subject, position, f"{subject.messages[position].content} my reference is {invented}")


def user_leaks(subject: Subject, rng: Random) -> Messages | None:
    """The customer says an id or a tool name that no customer knows."""
    call = rng.choice([call for message in subject.messages for call in message.calls])
    positions = [p for p, m in enumerate(subject.messages) if m.role == "user"]
    position = rng.choice(positions)
    return retold(subject, position, f"{subject.messages[position].content} please use {call.name}")


def tampered_result(subject: Subject, rng: Random) -> Messages | None:
    """A recorded result is not what the tool gave."""
    positions = [p for p, m in enumerate(subject.messages) if m.role == "tool" and re.search(r"\d", m.content)]
    if not positions:
        return None
    position = rng.choice(positions)
    message = subject.messages[position]
    digit = rng.choice(list(re.finditer(r"\d", message.content)))
    text = message.content[: digit.start()] + str((int(digit[0]) + 1) % 10) + message.content[digit.end() :]
    changed = msgspec.structs.replace(message, content=text)
    return (*subject.messages[:position], changed, *subject.messages[position + 1 :])


def no_ending(subject: Subject, rng: Random) -> Messages | None:
    """The conversation breaks off after the customer's last word."""
    return subject.messages[: max(p for p, m in enumerate(subject.messages) if m.role == "user") + 1]


def ignored_change(subject: Subject, rng: Random) -> Messages | None:
    """The agent goes by a detail that the customer has taken back."""
    goals = [goal for goal in subject.blueprint.goals if goal.change is not None and goal.outcome == "done"]
    for goal in rng.sample(goals, len(goals)):
        change = goal.change
        for position in subject.writes if change else ():
            call = subject.messages[position].calls[0]
            for parameter, value in call.arguments.items():
                if (
                    change
                    and value == goal.slots[change.slot]
                    and call.name in subject.world.domain.kinds[goal.kind].tools
                ):
                    return with_call(subject, position, **{parameter: change.value})
    return None


ERRORS: dict[str, Mutation] = {
    function.__name__: function
    for function in (
        wrong_id, swapped_items, extra_write, dropped_write, repeated_write, skipped_authentication, skipped_consent,
        hesitant_consent, wrong_amount_told, claimed_not_done, invented_argument, stale_read, skipped_read,
        blind_refusal, wrong_refusal, refusal_without_reason, refused_though_allowed, wrong_order, leaked_internal_id,
        another_customers_row, wrong_answer, missing_answer, user_invents, user_leaks, tampered_result, no_ending,
        gives_in_by_words, ignored_change,
    )
}  # fmt: skip
