"""Whether another wording of a message does the same: asks, agrees, refuses, reports, and nothing on top."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache, partial

from apigen_mt.language.claims import claims_done
from apigen_mt.language.consent import consent
from apigen_mt.language.handovers import hands_over
from apigen_mt.language.proposals import asks_consent
from apigen_mt.language.reading import asks, closes
from apigen_mt.language.refusals import refuses
from apigen_mt.language.surface import normalise, read
from apigen_mt.phases.delivery import action_words, brought_up, is_about_another, vocabulary, words_in
from apigen_mt.phases.fidelity import leaked
from apigen_mt.phases.reasons import clauses_given, sentences
from apigen_mt.phases.same_values import Scene
from apigen_mt.world.domain import Domain

_HARMLESS_NO = re.compile(
    r"\bno (?:problem|worries|rush|trouble|bother)\w*|\bnot a problem|\bcan'?t wait|\bwhy not\b|\bcan'?t thank\b|"
    r"\b(?:don'?t|do not) (?:hesitate|mind|worry)|\bnot? (?:all|only)\b|^(?:no|nope|nah)\b"
    r"|\bnothing (?:speaks against|stands in the way of)\b"
)
_IF_NOT = re.compile(r"\bif [^,.;!?]{0,20}\bnot\b")
_DENIAL = re.compile(
    r"\b(?:not|none|nothing|nobody|never|neither|nor|cannot|unable|without|impossible|\w+n't|dont|doesnt|didnt|isnt|cant"
    r"|wont|no(?= (?:longer|way|more|cost|charge|fee|\w+(?:s|ed)?\b)))\b"
)
_SOFT_DENIAL = re.compile(
    r"\b(?:no|nope|nah|hardly|refus\w+|declin\w+|any ?more|fall\w* away|drop\w*|stop\w*|leave|keep|stays?|cancel\w*"
    r"|only|too|already|instead|lost|missing|free|off|afraid|sorry|unfortunately|sadly)\b"
)
"""Words by which people say without a denial what others deny ("nothing leaves", "the payment stops")."""
_ADDED = re.compile(r"\b(?:also|as well|on top|one more|another|besides|in addition|while (?:i|we|you))\b")
_ASKED_FOR = re.compile(
    r"\b(?:i(?:'d| would)? ?(?:like|love) to|i (?:want|need) to|i'?m (?:hoping|looking|trying) to|(?:can|could) (?:you|i))\b"
)
_HAVE_DONE = re.compile(
    r"\b(?:i|we)(?:'ve| have) (?:now |just |already )*(?!check|look|found|got|noted|had|been)\w+(?:ed|ne|nt)\b"
)
_GRATEFUL = re.compile(
    r"\b(?:thank\w*|thx|tnx|cheers|ta|grateful|appreciat\w*|help(?:ful|ed)|great|brilliant|perfect|lovely|wonderful|super"
    r"|glad|that'?s (?:all|it)|everything|nothing|no|nope|nah|bye|goodbye|done)\b"
)
_SCOPE = re.compile(
    r"\b(?:everything (?:else|on|in)|all (?:of )?(?:my|the|your|other)|every|each|entire|whole|any other)\b"
)
"""How far something reaches."""
_REQUESTED = re.compile(r"\?|\bneed\b|\b(?:tell|send|give|let) (?:me|us)\b|\bplease\b")
_WISH = re.compile(
    r"\b(?:want\w*|wanna|need\w*|like|love|pl(?:ea)?[sz]e?|hop(?:e|ing)|look(?:ing)?|wonder\w*|wish|tell me|let me know"
    r"|hav(?:e|ing)|got|could use|can (?:you|u|i)|get|after|try(?:ing)?|trying to|curious|know|help)\b"
)
_DEEDS = """
    cancel change move add remove return exchange refund close open stop block unblock freeze unfreeze raise lower
    upgrade downgrade book rebook pay dispute replace reset transfer reserve swap waive compensate reimburse credit
"""
_GIFTS = """
    voucher discount compensation free waive refund credit bonus guarantee promise gift complimentary goodwill priority
    upgrade reimburse apologise apologize extra partial exception
"""
_MATTER = frozenset((_DEEDS + _GIFTS).split())
_ENDINGS = re.compile(r"(?:led|ling|ped|ping|ing|ed|es|s|d)$")
_COMMITMENT = re.compile(
    r"\b(?:i|we|you|they|somebody|someone|a colleague|our team)(?:'ll| will) "
    r"(?:\w+ly |also |just |then |now |still )*(\w+)"
)
_IDLE = """
    look check find see help need take get pull do be have sort go just let make handle start try work bring walk not
    confirm know want set find gladly hear receive proceed
"""
"""What agents say they will do without binding themselves to anything beyond the message."""
_MORE = re.compile(
    r"\b(?:(?:any|some)thing|what) (?:else|more|further)\b|\b(?:an|any )other (?:matter|thing)|\bfurther help\b"
)
"""Whether there is anything else."""
_LABEL = re.compile(r"^\W*(?:agent|customer|user|assistant|\d+)\s*[:.]\s|```|\*\*|\[")
_ROOM = 80
"""Characters by which any message may grow; beside that it may double."""


def changed_acts(scene: Scene, position: int, text: str) -> Iterator[str]:
    """Yield what another wording of a message does otherwise."""
    message = scene.messages[position]
    if leak := leaked(scene.domain, text):
        yield f"{leak!r} is internal and may not be told"
    if _LABEL.search(text) or "\n" in text.strip():
        yield "labels, lists and markup have no place in a message"
    if len(text) > 2 * len(message.content) + _ROOM:
        yield f"it is far longer than it was ({len(text)} characters for {len(message.content)})"
    for word in sorted(_matters(text) - _matters(message.content) - _in_question(scene, position)):
        yield f"{word!r} comes up, which it did not before"
    if not closes(message.content):
        yield from _denials(message.content, text)
    if message.role == "user":
        yield from _customer(scene, position, message.content, text)
    else:
        yield from _agent(scene, position, message.content, text)


# ---- both -----------------------------------------------------------------------------------------------------------


def _in_question(scene: Scene, position: int) -> frozenset[str]:
    """Return the deeds and benefits that may be named: those of the domain's own words for what the message is about.

    A customer who wishes for nothing new may only take up what the agent has just named.
    """
    message = scene.messages[position]
    if message.role == "user" and not any(act.name == "request" for act in message.acts):
        return frozenset(_matters(scene.messages[position - 1].content)) if position else frozenset()
    own = _own_matters(scene.domain, agent=message.role == "assistant")
    found = (own.get(act.about, frozenset[str]()) for act in message.acts)
    return frozenset[str]().union(*found)


@lru_cache(maxsize=16)
def _own_matters(domain: Domain, *, agent: bool) -> dict[str, frozenset[str]]:
    """Return goal kind or clause number -> the deeds and benefits that its wording commonly names."""
    found = {number: frozenset(_matters(clause.text)) for number, clause in domain.policy.clauses.items()}
    for name, kind in domain.kinds.items():
        blocks = (kind.noun, kind.report, kind.propose) if agent else (kind.request,)
        lines = [_matters(line.source) for block in blocks if block is not None for line in block.lines]
        counts = Counter(word for line in lines for word in line)
        found[name] = frozenset(word for word, count in counts.items() if agent or count >= _COMMONLY * len(lines))
    return found


_COMMONLY = 0.15
"""Share of the requests of a kind: a deed that only few of them name is mostly a side issue."""


def _denials(before: str, after: str) -> Iterator[str]:
    if _count(_DENIAL, after) > _count(_DENIAL, before):
        yield "it denies more than it did"
    elif _count(_DENIAL, _IF_NOT.sub(" ", normalise(before))) and not _denies_at_all(after):
        yield "it denied something, and does no longer"
    else:
        for clause in filter(partial(_count, _DENIAL), _CLAUSE.split(before)):
            about = [other for other in _CLAUSE.split(after) if _figures(clause) & _figures(other)]
            if about and not any(map(_denies_at_all, about)):
                yield f"what {clause.strip()!r} denies is denied no longer"
    if (reach := _SCOPE.search(normalise(after))) and not _SCOPE.search(normalise(before)):
        yield f"{reach[0]!r} reaches further than it did"


_CLAUSE = re.compile(r"[.!?;:]\s|, |\b(?:and|but|so)\b")


def _figures(text: str) -> frozenset[object]:
    """Return the numbers, amounts, days and codes of a text."""
    reading = read(text)
    days = {(month, day) for _, month, day in reading.dates}
    return frozenset({*reading.numbers, *reading.money, *reading.codes, *days})


def _denies_at_all(text: str) -> bool:
    return bool(_count(_DENIAL, text) or _count(_SOFT_DENIAL, text))


def _count(words: re.Pattern[str], text: str) -> int:
    return len(words.findall(_HARMLESS_NO.sub(" ", normalise(text))))


def _matters(text: str) -> set[str]:
    """Return the deeds and benefits that a text speaks of, in their plain form."""
    found: set[str] = set()
    for word in re.findall(r"[a-z]+", normalise(text)):
        stem = _ENDINGS.sub("", word)
        found |= {one for one in (word, stem, stem + "e") if one in _MATTER}
    return found


# ---- the agent ------------------------------------------------------------------------------------------------------


def _agent(scene: Scene, position: int, before: str, after: str) -> Iterator[str]:
    acts = {act.name for act in scene.messages[position].acts}
    # Where the engine knows what it did, a misreading of its words ("could you confirm which?") asks nothing of others.
    for reads, what, doing, too in (
        (asks, "ask a question", {"ask_slots", "ask_identity", "propose", "anything_else"}, set[str]()),
        (asks_consent, "ask for a go-ahead", {"propose"}, {"ask_slots", "ask_identity"}),
        (refuses, "refuse", {"refuse"}, set[str]()),
        (claims_done, "say that something is done", {"report"}, set[str]()),
        (hands_over, "hand the customer over", {"report"}, set[str]()),
        (_offers_more, "offer further help", {"anything_else"}, set[str]()),
    ):
        old, new = reads(before), reads(after)
        if old and not new and (not acts or acts & doing):
            yield f"it has to {what}, and does not"
        elif new and not old and (reads is refuses or not acts & (doing | too)):
            yield f"it must not {what}"
    new_deed = "report" not in acts and _HAVE_DONE.search(normalise(after)) and not _HAVE_DONE.search(normalise(before))
    if "propose" in acts and (new_deed or _claims(after) > _claims(before)):
        yield "it must not say that something is done before the go-ahead"
    for tool in _proposed(scene, position):
        if is_about_another(scene.domain, tool, after):
            own = action_words(scene.domain)[tool]
            words = [word for word in re.findall(r"[a-z]+", before.casefold()) if words_in(word) & own]
            yield f"it no longer says what is to be done; it needs a word such as {' or '.join(map(repr, words))}"
    yield from _reasons(scene, position, before, after)
    yield from _questions(scene, position, after)
    known = {word[:4] for word in re.findall(r"[a-z]+", normalise(before))}
    for verb in _COMMITMENT.findall(normalise(after)):
        if verb not in _IDLE.split() and verb[:4] not in known:
            yield f"it promises something new ({verb!r})"


def _proposed(scene: Scene, position: int) -> list[str]:
    """Return the tools whose use a message proposes, as far as its built-in words tell them from others."""
    message, domain = scene.messages[position], scene.domain
    kinds = [domain.kinds[act.about] for act in message.acts if act.name == "propose" and act.about in domain.kinds]
    writes = [tool for kind in kinds for tool in kind.tools if tool in domain.safeguards]
    own, said = action_words(domain), words_in(message.content)
    return [tool for tool in writes if said & own[tool]]


def _claims(text: str) -> int:
    return sum(map(claims_done, sentences(text)))


def _reasons(scene: Scene, position: int, before: str, after: str) -> Iterator[str]:
    policy = scene.domain.policy
    old, new = clauses_given(policy, before), clauses_given(policy, after)
    meant = old & {act.about for act in scene.messages[position].acts if act.name == "refuse"} or old
    if meant and not meant & new:
        grounds = [
            " or ".join(map(repr, group))
            for number in sorted(meant)
            for group in policy.clauses[number].literal_grounds
        ]
        yield f"the reason of the refusal is lost, it needs {'; and '.join(grounds)}"
    for number in sorted(new - old):
        yield f"it gives another reason: {policy.clauses[number].text!r}"


def _offers_more(text: str) -> bool:
    return _MORE.search(normalise(text)) is not None


def _names(fact: str, words: list[str]) -> bool:
    return all(any(word.startswith(part) for word in words) for part in fact.split("_"))


def _asked(scene: Scene, position: int) -> bool:
    return any(act.name in ("ask_slots", "ask_identity") for act in scene.messages[position].acts)


_FILLERS = words_in(
    "which what whether this that about mean would like your with from have need should could they them much many long "
    "please want wish hope thank thanks help more soon just there right"
)


def _questions(scene: Scene, position: int, after: str) -> Iterator[str]:
    """Yield what the agent asked for and no longer does."""
    said = words_in(after)
    slots = {slot.name: slot for kind in scene.domain.kinds.values() for slot in kind.slots}
    old, new = normalise(scene.messages[position].content).split(), normalise(after).split()
    for fact in sorted({fact for way in scene.domain.identifications for fact in way.facts.values()}):
        if _names(fact, new) and not _names(fact, old):
            yield f"it must not ask for the {fact.replace('_', ' ')}"
    if _asked(scene, position) and not _REQUESTED.search(normalise(after)):
        yield "it no longer asks"
    for act in scene.messages[position].acts:
        if act.name == "ask_slots":
            kind = scene.domain.kinds.get(act.about)
            slots |= {slot.name: slot for slot in kind.slots} if kind else {}
            asked = [slots[name].asked for name in act.slots["names"] if name in slots]
        elif act.name == "ask_identity":
            asked = [fact.replace("_", " ") for fact in act.slots["facts"]]
        else:
            continue
        content = words_in(scene.messages[position].content)
        meant = {one: (words_in(one) - _FILLERS) & content for one in asked}
        for one, words in meant.items():
            shared = set[str]().union(*(others for other, others in meant.items() if other != one))
            if words and not (words - shared or words) & said:
                yield f"it no longer asks for {one}"


# ---- the customer ---------------------------------------------------------------------------------------------------


def _customer(scene: Scene, position: int, before: str, after: str) -> Iterator[str]:
    heard = scene.messages[position - 1].content if position else ""
    old, new, courtesy = consent(before, heard), consent(after, heard), _is_courtesy(scene, position)
    if asks_consent(heard) and old != new:
        yield f"to the go-ahead asked for, the customer answered {_ANSWERS[old]}, and now {_ANSWERS[new]}"
    elif {old, new} == {"yes", "no"} or (courtesy and new == "yes" and old != "yes"):
        yield f"it answered {_ANSWERS[old]}, and now {_ANSWERS[new]}"
    if closes(before) and not closes(after):
        yield "the goodbye is gone"
    elif closes(after) and not closes(before) and any(one.role == "user" for one in scene.messages[position + 1 :]):
        yield "it must not sound like a goodbye"
    yield from _wishes(scene, position, before, after)
    requests = any(act.name == "request" for act in scene.messages[position].acts)
    if (
        new := _topics(scene.domain) & words_in(after) - words_in(before)
        if _is_courtesy(scene, position)
        else set[str]()
    ):
        yield f"it is no more than a courtesy, and must not bring up anything ({sorted(new)[0]!r})"
    wished = not asks(before) and _count(_ASKED_FOR, after) > _count(_ASKED_FOR, before)
    if not requests and (wished or _count(_ADDED, after) > _count(_ADDED, before)):
        yield "it must not bring up anything further"
    if _GRATEFUL.search(normalise(before)) and not _GRATEFUL.search(normalise(after)) and courtesy:
        yield "it thanked or said that all is settled, and does no longer"
    wishes = bool(_WISH.search(normalise(before)))
    if asks(before) and not asks(after) and not _WISH.search(normalise(after)):
        yield "the question has become a statement"
    elif asks(after) and not asks(before) and not wishes:
        yield "it must not ask anything"


def _is_courtesy(scene: Scene, position: int) -> bool:
    acts = {act.name for act in scene.messages[position].acts}
    return bool(acts) and acts <= {"accept", "greet", "thanks"}


@lru_cache(maxsize=16)
def _topics(domain: Domain) -> frozenset[str]:
    """Return the words by which kinds of wishes and the choices of their details are told apart."""
    slots = [slot for kind in domain.kinds.values() for slot in kind.slots]
    marks = (mark for slot in slots for phrases in slot.meanings.values() for mark in phrases)
    return frozenset[str]().union(*vocabulary(domain).values(), *map(words_in, marks)) - _FILLERS - {"else", "help"}


_ANSWERS = {"yes": "a clear yes", "no": "a clear no", "unclear": "neither a clear yes nor a clear no"}


def _wishes(scene: Scene, position: int, before: str, after: str) -> Iterator[str]:
    """Yield wishes that come up here no longer, or too early, or as another kind of wish."""
    spoken = [(place, one.content) for place, one in enumerate(scene.messages) if one.role == "user"]
    since = brought_up(scene.domain, scene.blueprint, spoken)
    here = brought_up(scene.domain, scene.blueprint, [(position, after)])
    words = vocabulary(scene.domain)
    for index, place in since.items():
        kind = scene.blueprint.goals[index].kind
        if place == position and index not in here:
            yield f"the wish ({kind.replace('_', ' ')}) does not come out"
        elif place > position and index in here:
            yield f"a wish comes up too early ({kind.replace('_', ' ')})"
    acts = scene.messages[position].acts
    plain = words_in(before) - _FILLERS
    if plain and any(act.name == "request" for act in acts) and not plain & words_in(after):
        yield "nothing of the wish is left"
    for act in acts:
        own = words.get(act.about, frozenset()) & words_in(before) if act.name == "request" else set[str]()
        if own and not own & words_in(after):
            yield f"the wish ({act.about.replace('_', ' ')}) has lost its words, such as {sorted(own)[0]!r}"
