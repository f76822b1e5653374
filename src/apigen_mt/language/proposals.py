"""What an agent puts to the customer: whether it asks for a go-ahead, how it asks, and what it would do."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from apigen_mt.language.spelling import SENTENCE_END, any_of, plain, words_of

# --- Asking for a go-ahead -----------------------------------------------------------------------------------

_DATUM = (
    r"(?:\w+ )?(?:e-?mail|name|address|number|booking|zip|postcode|date of birth|identity|details|code|which|what"
    r"|account|phone)"
)
# What an agent offers to do before it proposes anything: asking for leave to do so is no proposal.
_GROUNDWORK = (
    r"(?!(?:first |please |just |also |quickly )*(?:look|check|search|see|find|tell|explain|know|say|ask|help"
    r"|have|get your|take your|trouble|assist|confirm your|verify|pull up|walk|clarify|expect|call you|be of|do"
    r" for you|do next|transfer you|connect you|put you through|escalate|offer|recommend|suggest|repeat|describe"
    r"|show|compare|look)\b)"
)
_FINE = (
    r"(?:okay|alright|all right|fine|good|great|acceptable|agreeable|suitable|correct|right|cool|happy"
    r"|satisfactory|in order|what you(?:'d| would|'re| are| were)? (?:want|wanted|had in mind|like|need|after"
    r"|looking for|hoping for|need me to do|asked for))"
)
_WHAT = r"(?:that|this|it|these|those|everything|all (?:of )?(?:that|this|it))"
_GO_AHEAD = any_of(
    rf"(?:shall|should|may|can|could) (?:i|we)(?: (?:now|then|please|just|also))*(?:\?|,| {_GROUNDWORK}\w+[^?]*\?)",
    rf"(?:would you like|do you (?:want|need|wish)|want|like|you'd like|you want|rather|prefer|would you have"
    rf"|okay for|happy for|fine for|alright for|all right for) (?:me|us) to(?:\?| (?:{_GROUNDWORK}\w+))",
    rf"(?:would you like|do you (?:want|wish|need)|do you still want|want|fancy) {_WHAT}(?: (?:done(?: \w+)*|then"
    rf"|now|one|instead|cancelled|booked"
    r"|sent|changed|set up))?\?",
    r"(?:would you like|do you (?:still )?want) \w+ \w+ (?:\w+ )*(?:\w+ed|done|sent|set up|put through)\?",
    r"(?:would you like|do you (?:still )?(?:want|wish)|are you (?:ready|happy|okay|willing|set)|ready|happy|okay"
    r"|like|want) (?:for me )?to (?:go ahead|proceed|continue|move forward|do (?:this|that|it|so)|make th\w+"
    r" (?:change|booking)|go (?:through )?with|carry on|have (?:me|this|that|it)|cancel|book|confirm)",
    r"do you (?:\w+ )?(?:confirm|agree|approve|consent|authori[sz]e|accept|permit|allow)",
    rf"(?:please|can you|could you|kindly|just|to|would you) (?:please )?(?:reply (?:with )?\W?yes\W? to"
    rf" )?confirm(?! (?:your|the|me your|who|which) {_DATUM})(?! (?:who|which|what|your|how|where|when|why"
    rf"|whether|the reason)\b)",
    rf"(?:once|when|if|as soon as|after) you(?:'ve)? (?:confirm(?:ed)?(?! (?:your|the) {_DATUM})|agree|approve"
    rf"|say (?:so|yes|the word)|give (?:me|us) the)",
    r"if (?:that|this|it|everything)(?:'s| is| works| sounds| looks)(?: \w+)*,? i(?:'ll| will| can)",
    r"(?:reply|say|type|answer|respond)(?: with)? \W?(?:yes|confirm|go ahead|okay|y)\W?",
    r"(?:yes|y)(?: or |\s?/\s?)(?:no|n)",
    r"(?:do i|may i|can i|do we|could i|is that) (?:have )?(?:your|a|the)? ?(?:go-ahead|go ahead|permission"
    r"|consent|confirmation|approval|okay|blessing|agreement|authori[sz]ation|green light|yes)",
    r"your (?:go-ahead|go ahead|explicit \w+|permission|consent|approval|blessing|okay|say-so)",
    rf"(?:is|are|would) (?:\w+ )?{_WHAT}(?: be)?(?: (?:all|still|something|quite))? {_FINE}",
    rf"(?:does|do|would|will) {_WHAT}(?: all)?(?: plan)? (?:work|sounds?|look|seem|suit|do)\b(?! for (?:me|us)\b)",
    rf"how(?:'s| does| do| would| is)(?: {_WHAT})?(?: all)? (?:sounds?|look|feel|seem|work|suit|for you)",
    rf"how(?:'s| about) {_WHAT}\?",
    rf"are you (?:\w+ )?(?:happy|okay|fine|good|comfortable|content|sure|certain|agreed|on board|up for|in"
    rf" agreement)(?: {_WHAT})?\b",
    r"(?:(?:all|still|you) )?(?:good|okay|fine|happy|clear|set|ready|safe) to (?:go|proceed|go ahead|continue|do"
    r" so|send|book|cancel)",
    r"(?:you're|is everything|everything|all) (?:happy|okay|fine|good|correct|right|in order)(?: with \w+| so far"
    r"| for you)?\?",
    r"let me know if (?:you'd like|you want|you would like|i should|i can|that works|that's|this works) ?(?:me"
    r" )?(?:to )?(?:proceed|go ahead|process|cancel|book)?", r"what do you (?:say|think|reckon)\?",
    r"your call\?",
    r"(?:any|have you (?:got )?any|do you have any|are there any|is there any) (?:objections?|reasons? not"
    r"|problems? with|issues? with|concerns?|reason (?:why|i|we) should)",
    r"is there (?:a|any) reason (?:not|i|we|why)", r"anything (?:against|to stop|speaking|speak|wrong with)",
    rf"(?:would|do) you (?:mind|object)(?: {_WHAT}\?| if (?:i|we) {_GROUNDWORK}\w+| my (?!asking)\w+ing| to)",
    r"mind if i (?!ask)\w+", r"(?:should|shall) (?!i\b|we\b|you\b)(?:\w+ ){1,6}(?:be|go|get) \w+",
    r"may (?:it|this|that) (?:be|go)\b[^?]*", r"(?:or )?(?:should|shall|do) (?:i|we) leave",
    r"can (?:this|that|it) go(?: \w+)?\?", r"do we have a deal", r"is it a (?:yes|deal|go)",
    r"(?:is|are) (?:you|we) (?:all )?agreed", r"have (?:we|i) got your", r"your? (?:okay|happy) for",
    r"are we (?:good|set|okay)(?: to \w+)?\?",
    r"(?:okay|fine|alright|all right|cool) (?:if|that) (?:i|we) (?!ask|check|look|take a)\w+",
    r"(?:sounds?|looks?|seems?) (?:good|okay|fine|right|all right|reasonable|fair|like a plan)(?: (?:to|for|so"
    r" far)(?: you)?)?\?",
    r"(?:just )?(?:say|give me|need) (?:me )?(?:the|your) (?:word|nod|yes|signal|okay|all[- ]clear)",
    r"let me know and i'll", r"i (?:just |only )?need (?:a|your) (?:yes|okay|nod)",
    r"would you rather (?:i|we) (?:didn't|did not)",
    r"(?:can|may|shall) (?:i|we) take (?:that|it|this) as (?:a yes|your)", r"do you mind\?",
    r"can (?:this|that|it) be (?:done|sent|booked|put)", r"what's your (?:answer|verdict|decision)\?",
    r"now (?:a good time|okay|fine)", r"would you have (?:me|us)", r"do i do (?:it|that)\?",
    r"(?:go ahead|proceed)(?: with \w+)?\?",
)  # fmt: skip
# A question of a few words asks for a go-ahead where the same message has said what would be done.
_SHORT = re.compile(
    r"(?:(?:so|all|is|are|that|this|it|you|we|does|do|would|will|still|then|and|well|be|okay|'s|is that|i|me|us|a"
    r"|to|go|for|with|by|on|if|your|mind|everyone|everything|there) )*(?:okay|agreed|deal|right|correct|alright"
    r"|fine|good|great|yes|yeah|yes or no|ready|happy|sure|confirm|confirmed|approved|acceptable|suit|suits|work"
    r"|works|so|go|proceed|objections|done|cool|sound|sounds|set|want it|want that|want this|want|may i|shall i"
    r"|shall we|should i|can i|with you|by you|for you|on board|that|this|fair|settled|green light|thumbs up|your"
    r" thoughts|thoughts|permission|consent|doing|authori[sz]ed?|approve|accept|continue)(?: (?:with|by|to|for|on"
    r"|from)? ?(?:you|that|this|it|me|us|your (?:end|side)|go|do|now|then|both|so))*\?"
)
_BRIEF_ORDER = re.compile(
    r"(?:(?:so|shall i|and|then) )*[a-z]+ (?:it|them|that|this|him|her)(?: (?:in|out|now|over|off|up|through|then|for you))*\?"
)
_OFFERS = any_of(
    r"(?:i|we)(?:'ll| will|'d| would| can| could|'m going to| am going to|'m about to| am about to)", r"going to",
    r"would be", r"will be", r"ready to", r"let me", r"would (?:then )?\w+", r"this (?:will|would|means)", r"you'd",
    r"you would", r"happy to", r"able to",
)  # fmt: skip
_IDENTIFYING = any_of(
    r"(?:am i|are you|i) (?:speaking|talking|chatting) (?:with|to)",
    r"(?:is|was) (?:this|that|your|the) (?:\w+ ){0,4}(?:name|account|email|address|number|booking|(?<!in )order"
    r"|one)(?= ?[?,]| (?:still|correct|right|on|for|you)\b)",
    r"i have you (?:down )?as", r"you(?:'re| are) \w+ \w+, (?:right|correct)",
)  # fmt: skip
_NO_PROPOSAL = any_of(
    r"anything (?:else|more|further)", r"something else",
    r"^(?:(?:and|so|okay|right|but|please|also|now|then|thanks|thank you|sure|great|perfect)[ ,]+)*(?:which"
    r"|what(?! do you (?:say|think|reckon))|who|when|where|why|how (?:much|many|long|old|can i|may i|would you"
    r" like))\b",
    r"(?:may|can|could|might) (?:i|we) (?:please |also |just )*(?:(?:have|get|take|see) (?:your|an? (?:few|moment"
    r"|look|photo|name|number|idea|quick)|the (?:\w+ )?(?:name|number|code|date|address|email|details|reference"
    r"|postcode|last|full))|ask|help)",
)  # fmt: skip


@lru_cache(maxsize=4096)
def asks_consent(text: str) -> bool:
    """Does the agent ask for a go-ahead before it acts?

    Asking for information, and asking the customer to confirm who they are, does not count.
    """
    said = plain(text)
    return any(_asks_for_leave(sentence, said) for sentence in SENTENCE_END.split(said))


# A go-ahead is waited for, with no question put.
_INVITES = any_of(
    r"(?:awaiting|await|wait for|waiting for|waiting on|until i have|once i have|need|looking for|just need) (?:a"
    r" |an |your |the )*(?:go[- ]ahead|confirmation|okay|approval|consent|decision|answer|yes|nod|permission"
    r"|thumbs up|green light)",
    r"(?:let me know|tell me|advise|indicate|shout|give me a shout) (?:if|whether) (?:i|we|you|that|this)(?:'d|'s"
    r"|'re)? (?:may|should|can|could|are|is|works|would like|want|like|suits|agree|happy|okay|good|wish"
    r"|approve)\b",
    r"(?:kindly|please) (?:approve|agree|authori[sz]e)|your (?:confirmation|approval|consent|go[- ]ahead),? please",
    r"(?:if|unless) you(?:'re| are| have)? (?:happy|okay|fine|agree|agreed|ready|object|no objections?|want (?:me"
    r" to|that|this|it))",
)  # fmt: skip
_STARTS = re.compile(
    r"(?:[^?]*[,.:;-] )?(?:(?:so|and|then|right|okay|well|now|all right) )*(?:going|we're|you're|would|doing"
    r"|shall|should|will|would|may|can|could|do|does|am|is|are|have|might|you|we|i|that|this|want|wanna|fancy"
    r"|care|okay|good|happy|cool|fine|ready|or)\b"
)
_INFORMS = any_of(
    r"who", r"which", r"when", r"where", r"why", r"what", r"how (?:much|many|long|old|did|do|can|are)",
    r"do(?:es)? (?:you|it|he|she|they) (?:have|know|remember|recall|see|mean|need)", r"have you", r"has", r"did",
    r"was", r"were", r"still there", r"help(?:s|ful)?", r"anything", r"else",
    r"your (?:name|account|email|address|phone|booking|order|postcode|number)", r"possible", r"clear", r"sense",
    r"follow", r"understand", r"question", r"tell me", r"give me", r"send me", r"provide", r"hold", r"wait",
    r"moment", r"either", r"or",
)  # fmt: skip
_AGREEABLE = frozenset(
    words_of(
        "okay good fine happy cool grand alright right great sure sound well agree agreed deal yes go going ahead"
        " on with proceed proceeding want wanted like suit suits work works do doing done help helpful best"
        " better idea plan fair reasonable acceptable comfortable ready set accept approve consent permission"
        " blessing leave let press button trigger make switch change move happen start begin now then today away"
        " straight immediately for you me us it that this them these all both to be in up out by a an the i we am"
        " is are will would shall should can could may might have get sort sorted set think say mind your my"
        " there everything so and as arrangement option way put through process allow allowed care join over"
        " correct here case"
    )
)


def _says_it_again(sentence: str, said: str) -> bool:
    """Is it a yes-or-no question that brings up nothing but what the same message says would be done?"""
    last = re.split(r"[:;] | - |, (?=so |shall |is |are |would |do |does |will )", sentence)[-1]
    before = said[: said.rfind(last)] if last in said else said
    if _INFORMS.search(last) or not _STARTS.match(last) or not _PLANS.search(before):
        return False
    known = {stem(word) for word in WORD.findall(before)} | {stem(word) for word in _AGREEABLE} | _AGREEABLE
    return all(stem(word) in known or word in known for word in WORD.findall(last))


_PLANS = any_of(
    r"(?:i|we)(?:'ll| will| shall|'d| would| can| could|'m going to| am going to|'m about to)(?: (?:then|now|just"
    r"|also|go ahead and))* (?!need|have|be|like|look|check|help|see|find|ask)\w+", r"would be \w+ed",
    r"would (?:cost|come|go|move|take|mean|be)",
)  # fmt: skip


def _asks_for_leave(sentence: str, said: str) -> bool:
    if _IDENTIFYING.search(sentence) or ("?" in sentence and _NO_PROPOSAL.search(sentence)):
        return False
    if _GO_AHEAD.search(sentence):
        return True
    if "?" not in sentence:
        return _INVITES.search(sentence) is not None and _OFFERS.search(said) is not None
    if _says_it_again(sentence, said):
        return True
    last = re.split(r"[,:] | - ", sentence)[-1]
    return (
        bool(
            _SHORT.fullmatch(last)
            or (_BRIEF_ORDER.fullmatch(last) and stem(last.split()[0]) in KNOWN_DEEDS | {"do", "lock", "set"})
        )
        and _OFFERS.search(said) is not None
    )


# --- What is proposed ----------------------------------------------------------------------------------------

Manner = Literal["plain", "mind", "leave"]
"""How it is asked: a yes lets it happen, a no does ("would you mind"), or both are open ("or shall I leave it?")."""

_MIND = any_of(
    r"mind(?! (?:confirming|telling|giving))", r"objections?", r"object",
    r"(?:any )?reasons? (?:not|why not|(?:why )?(?:i|we) should(?:n't| not))",
    r"anything (?:against|to stop|speaking|speak|wrong)",
    r"(?:any|a) (?:problems?|issues?|concerns?|trouble)(?: with)?", r"opposed", r"any (?:harm|doubts?)",
)  # fmt: skip
_LEAVE = any_of(
    r"leave (?:it|that|things|everything|the \w+)", r"keep (?:it|that|things|everything)",
    r"rather (?:not|keep|i didn't|we didn't)", r"or (?:not|no)(?=\?)", r"as (?:it is|is|they are)\?",
)  # fmt: skip

WORD = re.compile(r"[a-z][\w']*|\d+(?:[.,:]\d+)*(?:k|st|nd|rd|th|am|pm)?|[^\W\d_]+")
_IRREGULAR = {"paid": "pay", "sent": "send", "given": "give", "gave": "give", "taken": "take", "made": "make", "done": "do",
              "frozen": "freeze", "bought": "buy", "spent": "spend", "put": "put", "began": "begin", "begun": "begin"}  # fmt: skip
_ENDINGS = words_of("ation ment ings ing ied ies ed es s e y")


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return what forms of a word share: `cancelling`, `cancelled` and `cancels` are one."""
    word = word.removesuffix("'s").removesuffix("'")
    word = _IRREGULAR.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


_DEEDS = (
    "cancel bin scrap drop kill end terminate delete remove ditch axe close undo reverse void wipe erase unlink withdraw",
    "move change shift switch swap bump push reschedule rebook transfer exchange replace convert upgrade"
    " downgrade trade migrate flip",
    "pay charge bill debit take", "send post mail ship dispatch deliver email forward redirect drop divert",
    "book reserve schedule arrange grab lock secure sign enrol register confirm place order get put buy snap",
    "refund credit return reimburse issue give pay repay", "use redeem burn apply spend blow cash",
    "add include put stick chuck throw pop tack",
    "block freeze lock stop pause suspend halt disable deactivate kill cut skip",
    "activate enable start open unlock unblock unfreeze switch turn restore reactivate reset begin",
    "extend renew prolong lengthen",
    "update change set amend edit correct fix adjust", "raise lift increase bump up lower reduce drop cut",
    "report log file raise submit lodge dispute",
    "release free hand", "mark note record inform tell", "split combine merge join", "waive refund remove take",
)  # fmt: skip
"""Words for one kind of deed; whoever answers may take another than the agent did."""
_GROUPS = [frozenset(map(stem, line.split())) for line in _DEEDS]
KNOWN_DEEDS = frozenset[str]().union(*_GROUPS)
UNDOING = _GROUPS[0] | _GROUPS[8]
_STAYS = frozenset(
    map(
        stem,
        words_of("keep leave stay hold wait remain be have is can will would not let see need want go"),
    )
)
_DEED = re.compile(
    r"\b(?:i'll|i will|i'd|i would|i can|i could|we'll|we can|we'd|we will|we would|shall i|should i|me to|us to"
    r"|may i|can i|if i|could i|might i|going to|about to|able to|mind my|ahead and|then) (?:also |then |now "
    r"|just |please |go ahead and )*([a-z]+)\b|\b(?:and|to|or) (?:also |then )?([a-z]+) (?:the|your|you|a|an|it"
    r"|this|that|these|them|all|both|up|down|out)\b"
)  # fmt: skip
_LISTED = re.compile(r"\b(?:and|to|,) ([a-z]+)\b")
_FORMER = re.compile(
    r"\bfrom (?:the |your |an? )?((?:[\w'.:£$€-]+ ){1,6}?)(?=(?:to|until|onto|into)\b)|\b(?:instead of|rather"
    r" than|in place of|currently|used to be) ((?:[\w'.:£$€-]+ ?){1,3})"
)
_SMALL = frozenset(words_of("a an the to of for on in at and or by with is it this that from your you be i me my as"))

_SORTS = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "january february march april may june july august september october november december",
    "red blue green black white grey gray pink purple yellow orange brown silver gold beige navy teal cream",
    "small medium large xs xl xxl", "economy business premium", "window aisle middle", "single double twin king queen",
    "visa mastercard amex paypal gpay wallet debit credit", "morning afternoon evening night noon", "today tomorrow tonight",
    "first second third",
)  # fmt: skip
_SORT = {word: number for number, line in enumerate(_SORTS) for word in line.split()}
_ABBREVIATED = {
    short: full
    for full in " ".join(_SORTS[:2]).split()
    for short in {full[:3], *({"tues"} if full == "tuesday" else ()), *({"thur", "thurs"} if full == "thursday" else ()),
                  *({"sept"} if full == "september" else ()), *({"weds"} if full == "wednesday" else ())}
    if short not in ("may", "mar", "sun", "sat")
} | {"sat": "saturday"}  # fmt: skip
_NUMBERS = {word: float(number) for number, word in enumerate(
    words_of(
        "zero one two three four five six seven eight nine ten eleven twelve"
    ))}  # fmt: skip
_FIGURE = re.compile(r"(?<![\w.])[£$€₹₦]?(\d[\d,]*(?:[.:]\d+)?)(k|st|nd|rd|th|am|pm|gb|kg|p|h|d)?(?![\w%])")
_MAY = re.compile(r"(?<=\d )may\b|(?<=(?:of|in|th|st|nd|rd) )may\b|\bmay(?= \d)")
_NO_FIGURE = re.compile(r"\b\d+ ?%|\b10/10\b|\b24/7\b|\b20[12]\d\b")


def values(text: str) -> Iterator[tuple[int, str | float]]:
    """Yield each figure (sort -1, or -2 for a long one) and each word that names one of a sort of values: a day, a colour."""
    text = _NO_FIGURE.sub(" ", _MAY.sub("may_", text))
    for found in _FIGURE.finditer(text):
        digits = found[1].replace(",", "").rstrip(".:").replace(":", ".")
        amount = float(digits) * (1000 if found[2] == "k" else 1)
        yield (-2 if len(digits.partition(".")[0]) >= 5 else -1), amount
    for word in re.findall(r"[a-z_]+", text):
        word = {"may_": "may", "may": ""}.get(word, _ABBREVIATED.get(word, word))
        if word in _SORT:
            yield _SORT[word], word


_CHANGED = re.compile(
    r"\b(?:change|swap|exchange|switch|replace|convert|turn|trade|upgrade|downgrade)s? (?:the|your|it from) ((?:[\w'.:-]+ ){1,3}?)"
    r"(?=(?:to|into|for|with) (?:a|an|the|one)\b)"
)


class Proposal(NamedTuple):
    """What can be known of a proposal from its words."""

    manner: Manner
    asking: frozenset[str]
    """Stems of the question itself: whoever is asked `are you sure?` may say `very sure`."""
    words: frozenset[str]
    """Stems of all that it says."""
    deeds: frozenset[str]
    """Stems of what would be done, and of other words for it."""
    former: frozenset[str]
    """Stems of what would be no longer."""
    given_up: frozenset[str]
    """Stems of that and of what would be changed into something else."""
    values: frozenset[tuple[int, str | float]]

    def knows(self, word: str) -> bool:
        """Whether a figure, written in whatever way, is one of the proposal's."""
        return word[0].isdigit() and any(value in self.values for value in values(word))

    def is_foreign(self, value: tuple[int, str | float]) -> bool:
        """Whether a value is other than those proposed, of a sort of which one is."""
        return value not in self.values and any(sort == value[0] for sort, _ in self.values)


@lru_cache(maxsize=1024)
def understand(text: str) -> Proposal:
    """Read what would be done, and how it is asked."""
    said = plain(text)
    parts = [part for part in SENTENCE_END.split(said) if part.strip()]
    asked = " ".join([part for part in parts if part.endswith("?")][-2:]) or " ".join(parts[-1:])
    last = asked[max(asked[:-1].rfind("?"), 0) :]
    manner: Manner = "leave" if _LEAVE.search(last) else "mind" if _MIND.search(last) else "plain"
    words = frozenset(stem(word) for word in WORD.findall(said)) - {""}
    named = {stem(found[1] or found[2]) for found in _DEED.finditer(said)}
    named |= {stem(word) for word in re.findall(r"[a-z]{3,}(?:ed|ing)\b|\bsent\b|\bput\b", said)}
    named |= {stem(found[1]) for found in _LISTED.finditer(said)} & KNOWN_DEEDS
    deeds = named - _STAYS - _SMALL - {stem(word) for word in _SORT}
    others = frozenset[str]().union(*(group for group in _GROUPS if group & deeds))
    former = frozenset(stem(word) for found in _FORMER.finditer(said) for word in WORD.findall(found[1] or found[2]))
    former -= frozenset(stem(word) for word in WORD.findall(_FORMER.sub(" ", said))) | _SMALL
    given_up = former | {stem(word) for found in _CHANGED.finditer(said) for word in WORD.findall(found[1])} - _SMALL
    found = frozenset(values(said)) | {(-1, _NUMBERS[word]) for word in WORD.findall(said) if word in _NUMBERS}
    asking = frozenset(stem(word) for word in WORD.findall(asked))
    return Proposal(manner, asking, words, frozenset(deeds | others) - _STAYS, former, frozenset(given_up), found)
