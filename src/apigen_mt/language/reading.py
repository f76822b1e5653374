"""What a message does, judged from its words alone: consent, refusal, a claim that something is done.

English service-desk chat, written by templates, language models or people in a hurry. Every reader is a short
ordered list of questions to tables of patterns; each table says why it is there. Where readings compete, the
one that acts less wins: a hesitating "yes" is no consent.
"""

import re
from typing import Literal

from apigen_mt.language.claims import claims_done
from apigen_mt.language.handovers import hands_over
from apigen_mt.language.refusals import refuses
from apigen_mt.language.spelling import any_of as _any
from apigen_mt.language.spelling import plain as _plain

__all__ = ("asks", "asks_consent", "claims_done", "closes", "consent", "hands_over", "refuses")
"""Every reader; those of what an agent does stand in modules of their own."""

Consent = Literal["yes", "no", "unclear"]


# --- Consent ------------------------------------------------------------------------------------------------

# Said with a "no", "don't", "if", "when" or "?" that takes nothing back.
_HARMLESS = _any(
    r"no (?:problems?|worries|prob|objections?|issues?|rush|hurry|doubt|need to (?:wait|ask|check|worry))",
    r"(?:(?:since |as |because )?there's |with )?no (?:extra |additional )?(?:fees?|charges?|penalty)",
    r"no (?:more|further|other) questions", r"not a problem",
    r"i (?:don't|do not) (?:mind|care|see why not|have any (?:other )?(?:objections?|questions?))",
    r"i (?:don't|do not) (?:want|need) (?:it|them|that|this|the \w+) any ?more",
    r"(?:don't|do not) (?:worry|wait)(?: about [^.,;!?]+)?", r"can't wait(?: [^.,;!?]+)?",
    r"(?:if|when|whenever) you(?:'re| are) ready",
    r"if you (?:could|would|can|please|will|(?:don't|wouldn't) mind)(?: please)?(?=[.,;!]|$)",
    r"i(?: would|'d) be (?:very |so |most )?(?:glad|happy|grateful|pleased|obliged)"
    r" if you (?:did|would|could|do)(?: (?:so|that|it))?",
    r"even (?:if|though|with|without) [^.,;!?]+", r"without (?:delay|hesitation|(?:a )?doubt)",
    r"(?:please )?(?:let me know|tell me|text me|e?-?mail me|notify me) (?:when|once|as soon as|after)"
    r" [^.,;!?]+", r"let me know if (?:you need|there's anything|anything)[^.,;!?]*",
    r"(?:thanks|thank you)(?: (?:so|very) much| a lot)?(?: for (?!explaining|clarifying|letting"
    r"|telling)(?:\w+ing|your \w+|the help|everything|that|this)(?: [^.,;!?]+)?)?",
)  # fmt: skip
_POLITE_ORDER = _any(
    r"why (?:not|wouldn't i)\??",
    r"(?:can|could|will|would) (?:you|we) (?:please |just |kindly )*(?:go ahead|proceed|do (?:it|that|this"
    r"|so)|cancel|book|refund|return|exchange|process|finish|complete|submit)[^.,;!?]*\??",
    r"would you please\??",
)  # fmt: skip
# A further wish takes nothing back either, unless it is about what is at stake.
_FURTHER = re.compile(
    r"[.!;,]+ (?:and |oh,? |then,? )*(?:also|one more thing|another thing|after that|next|afterwards"
    r"|while you're at it|(?:once|when) (?:that's|it's|that is|this is) (?:all )?(?:done|sorted))\b(.*)$"
)
_STAKES = _any(r"fees?", r"costs?", r"charged?", r"prices?", r"how (?:much|long|soon)", r"penalt\w+")

_HESITATION = _any(
    r"h+m+", r"u+h+(?![ -]?huh)", r"u+m+", r"e+r+m*", r"wait", r"hang on", r"hold on", r"hold up",
    r"give me (?:a|some|until|time)", r"(?:one|a|just a|1) (?:sec|second|moment|minute|min)", r"maybe",
    r"perhaps", r"possibly", r"probably", r"might", r"hopefully", r"kinda", r"kind of", r"sort of", r"sorta",
    r"not (?:so |too |really |entirely |100% |quite |yet )?(?:sure|certain)", r"unsure",
    r"(?:don't|do not) know", r"no idea", r"i (?:guess|suppose|assume|hope|think|reckon|thought)",
    r"thought (?:it|that|you|this)", r"let me (?!know)\w+", r"think (?:about|it over|on it)", r"thinking",
    r"sleep on it", r"on the fence", r"torn",
    r"(?:need|have|want|like) (?:to (?:think|check|ask|talk|see|look|know)|(?:some )?time|more)",
    r"i'll (?:wait|think|check|call|ask|see|get back|look|try|talk|decide|do it|contact|figure|come back|let"
    r" you know)", r"(?<!you )later(?! (?:flight|one|date|departure|time|today))", r"back to you",
    r"call (?:you )?back", r"confused", r"explain", r"more info\w*", r"surprised", r"strange", r"weird",
    r"(?:yeah|yes) (?:about that|right)", r"in (?:theory|principle)", r"on paper",
    r"(?:don't|do not|didn't) (?:quite |really )?(?:understand|get|follow)",
    r"(?:good|great|nice) to (?:know|hear)",
    # what somebody else has said, and what has to be looked at again
    r"(?:he|she|they|nobody|somebody|someone|colleague|friend|neighbou?r|wife|husband) (?:said|says|told"
    r"|promised|swears)",
    r"(?:was|were|been) (?:told|promised|assured)", r"(?:check|look|try)(?: (?:at |into )?(?:it|that|this))? again",
    r"(?:please|so|just|then) (?:please )?check", r"reconsider", r"fail to see",
)  # fmt: skip
# Doubts about the thing itself: they spoil a yes and explain a no.
_MISGIVING = _any(
    r"nervous", r"worried", r"concerned", r"expensive", r"too (?:much|high|long|late|early|steep)",
    r"annoy\w+", r"a lot (?:of money|for|more)", r"seems? (?:like a lot|high|off|wrong|odd)", r"unfair",
    r"not fair", r"ridiculous",
)  # fmt: skip
_CONDITION = _any(
    r"if", r"unless", r"(?:as|so) long as", r"provided", r"providing", r"assuming", r"until", r"till",
    r"depends?", r"depending", r"on (?:the )?condition", r"subject to", r"whether", r"in case", r"promise",
    r"make sure", r"before", r"only(?! (?:thing|option|choice))",
    r"first(?! (?:one|option|class|flight|of|choice|item|thing))",
    r"(?:once|when|after) (?:i|my|the|we|you|it|they|he|she)",
)  # fmt: skip
_CORRECTION = _any(
    r"but", r"though", r"although", r"however", r"except", r"without", r"minus", r"excluding",
    r"(?:apart|aside) from", r"other than", r"instead", r"rather", r"prefer\w*", r"actually", r"in fact",
    r"(?:back|return|revert) to (?!(?:my|me|you|your|us|the (?:same|card|account|original))\b)\w+",
    r"(?:the|my) (?:first|previous|earlier|old) (?:one|option|version|choice|date|idea|plan)",
    r"forget (?:what )?i said",
    r"(?:scratch|ignore) (?:it|that|what)",
    r"(?:a|one|quick|small|slight|minor) correction", r"correction(?= ?[:;,-])",
    r"i mean", r"meant", r"oops", r"whoops", r"wrong", r"incorrect", r"mistaken?", r"forgot",
    r"different", r"supposed to", r"not that", r"half",
    r"(?:part|some|one|two|three|\d+) of (?:it|them|those)", r"too(?=[.,;!]|$)",
    r"(?:the|my|an) ?other(?! (?:order|request|thing|issue))", r"should (?:be|have been|say)",
    r"another (?:card|one|date|day|time|address|flight|account|colou?r|size)",
    r"switch (?:it|that) (?:to|for)", r"make (?:it|that|them)(?! (?:so|happen|work|quick|official))",
    r"just (?:the|one|two|a|an|half|part)",
    r"(?:isn't|not|doesn't|didn't|wasn't|aren't) (?:\w+ )?(?:right|correct|match|the|my|mine|what)",
)  # fmt: skip
_QUESTION = _any(
    r"what(?:'s| is| are| about| if| would| will| does| do| happens| kind| time| day| date)",
    r"how (?:much|many|long|soon|does|do|is|will|would|about|can|come)",
    r"why (?:is|does|do|did|would|can't|the)", r"is (?:there|that|this|it|my|the)",
    r"are (?:there|you|they|we)", r"question", r"you (?:sure|certain|mean)",
    r"(?:do|does|did) (?:i|it|that|this|you|they|the|we|my)(?<!do (?:it|so))(?<!do (?:that|this))",
    r"will (?:i|it|that|this|there|my|the|you|they|we)(?<!that will)",
    r"would (?:it|that|this|i|there|you|my|the)",
    r"(?:can|could|should|may|am|must|shall) (?:i|we|it|that|you|my|the)",
    r"which (?:one|card|flight|day|date|account|address|order)",
    r"(?:when|where) (?:will|would|does|do|is|can|did)", r"who (?:is|will|does|pays)",
    r"any (?:fees?|charges?|penalt\w+|cost|extra)", r"tell me",
)  # fmt: skip

# "Cancel that" is left out: at a service desk it is as often the request itself.
_REFUSAL = _any(
    r"(?:don't|do not|won't|refuse to|not going to)(?: (?!but\b|so\b)[^\s.,;!?]+)*", r"(?:no longer|never)",
    r"rather (?:just )?(?:not|leave|keep|you (?:didn't|don't))(?: [^.,;!?]+)?",
    r"prefer (?:not|to keep|to leave)(?: [^.,;!?]+)?",
    r"not (?:interested|now|today|happy|okay|comfortable|willing|keen|this time|really|at all|worth it|for"
    r" me|yet)(?! (?:sure|certain))",
    r"(?:leave|keep|keeping) (?:it|that|them|things|everything|the|my|this)(?: [^.,;!?]+)?", r"never mind",
    r"forget (?:it|that|about it|the whole thing)", r"hold off", r"scrap (?:it|that)", r"drop it", r"abort",
    r"stop(?: (?:it|that|there|right there|the \w+))?", r"change(?:d my| of) (?:mind|heart)",
    r"second thoughts?", r"i'll (?:keep|pass|skip|leave|stick with|stay with)",
    r"let's (?:not|skip|leave)(?: [^.,;!?]+)?", r"pass", r"(?:absolutely|definitely|certainly|of course) not",
    r"no (?:thanks|thank you|way|deal|go)", r"call it off", r"i (?:decline|disagree)", r"negative",
    r"back out", r"want to keep", r"can't (?:afford|accept|agree|do that)", r"no", r"👎",
)  # fmt: skip
# Refusals that end the matter whatever is said around them, short of an assent or a condition.
_FIRM = _any(
    r"no (?:thanks|thank you|way|deal)", r"never mind", r"forget (?:it|that|about it)", r"hold off", r"abort",
    r"(?:don't|do not)(?: (?:do|cancel|book|process|proceed|go|change|send|charge|bother|refund|return"
    r"|exchange|want|need|submit)|(?=[.,;!?]|$))", r"rather (?:just )?(?:not|leave|keep)",
    r"(?:leave|keep|keeping) (?:it|that|them|things|everything|my|the)", r"scrap (?:it|that)", r"drop it",
    r"call it off", r"i'll (?:keep|pass|leave)", r"let's not", r"second thoughts", r"changed my mind",
    r"(?:absolutely|definitely|certainly) not", r"not (?:yet|now|today)(?! (?:sure|certain))", r"stop",
)  # fmt: skip

# Assent enough whatever is said around it, as long as no table above speaks against it.
_PRAISE = (
    r"(?:good|great|perfect|fine|okay|lovely|ideal|nice|excellent|wonderful|awesome|amazing|fantastic"
    r"|brilliant|alright|fab|sweet|ace|grand|neat|splendid|superb|right|correct|like a plan"
    r"|acceptable|helpful)"
)
_STRONG = _any(
    r"yes", r"yeah", r"aye", r"uh[ -]?huh", r"m+[ -]?hm+", r"absolutely", r"definitely", r"certainly",
    r"of course", r"by all means", r"affirmative", r"for sure", r"sure thing", r"totally", r"deal",
    r"👍\S*", r"✅", r"👌\S*", r"💯", r"go (?:right )?ahead", r"go head", r"go for it", r"go(?=[.,;!]|$)",
    r"go with (?:that|it)", r"do (?:it|that|this|so|both|them|all of \w+)", r"please do", r"go on(?: then)?",
    r"do what(?:ever)?(?:'s| is| you) need\w*", r"proceed", r"carry on", r"continue",
    r"make (?:it (?:so|happen|work|official)|the (?:change|booking|exchange|payment|transfer)s?)",
    r"pull the trigger", r"(?:book|ship|send) it", r"lock it in", r"green light", r"good to go",
    r"let's (?:do|go|proceed|book|cancel)",
    r"i (?:can )?(?:confirm|agree|accept|approve|consent|authori[sz]e)", r"(?:confirm|agre|accept|approv)ed",
    r"confirm(?=[.,!;]|$)", r"i (?:do|would)(?=[.,!;]|$)", r"you have my \w+",
    rf"(?:sounds?|looks?|all|seems) (?:\w+ )?{_PRAISE}",
    r"\$?\d[\d.,]*(?: \w+)? (?:is|sounds|looks) (?:fine|okay|good|right|correct)",
    r"works? for (?:me|us)", rf"{_PRAISE} (?:by|with|for) (?:me|us)",
    rf"(?:that|this|it|everything)(?:'s| is|'d be|'ll be| would be| will be) (?:(?!not)\w+ )?{_PRAISE}",
    r"(?:that|this|it)(?:'ll| will|'d| would)? (?:works?|do|help)", r"happy (?:with|to)",
    r"(?:i'm|i am|we're|we are) (?:\w+ )?(?:fine|okay|good|happy|ready|cool|on board|comfortable) (?:with|to|for)",
    # leave given, satisfaction, taking what is offered, and orders that can only mean the thing proposed
    r"you (?:can|may)(?: (?:do|start|begin|finish|cancel|book|refund|return|exchange|go"
    r"|proceed)\b[^.,;!?]*)?(?=[.,;!]|$)",
    r"be my guest", r"feel free", r"permission granted", r"(?:suits?|fits) (?:me|us)(?=[.,;!]|$)", r"count me in",
    r"i'(?:ll|d) (?:take|have|go for|love) (?:it|that|this)(?=[.,;!]|$)", r"(?:put|push|run) (?:it|that|them) through",
    r"(?<!to )get (?:it|that|them) (?:done|sorted|over with|going|started)", r"get rid of (?:it|that|them)", r"sold",
)  # fmt: skip
# Assent only if nothing but courtesy and the order itself is beside it: "okay, I rang my bank" is none.
_WEAK = _any(
    r"okay(?:[ -]dok\w+)?", r"sure", r"alright", r"all right", r"cool", r"exactly", r"indeed", r"works",
    r"bet", r"100%", r"very well", r"so be it", r"whatever", r"super", _PRAISE,
)  # fmt: skip
_COURTESY = _any(
    r"please", r"and", r"then", r"now", r"so", r"very", r"much", r"again", r"well", r"oh", r"ah", r"hi",
    r"hey", r"hello", r"lol", r"haha", r"mate", r"man", r"dude", r"buddy", r"friend", r"sir", r"ma'am",
    r"(?:for )?(?:that|it|this|me)", r"just", r"all", r"right", r"as soon as (?:possible|you can)", r"asap",
    r"quickly", r"today", r"right away", r"immediately", r"i appreciate", r"you're the best",
    r"have a (?:good|great|nice) (?:day|one)",
)  # fmt: skip
# An order is assent by itself only with verbs that cannot alter what was proposed.
_ORDER_VERBS = r"cancel|book|refund|return|exchange|process|finish|complete|submit|finali[sz]e|place"
_ORDER = re.compile(rf"(?<![\w'])(?:{_ORDER_VERBS})(?! (?:that|this|the request)\b)(?=[ .,;!]|$)")
_RESTATED = re.compile(
    r"(?<![\w'])(?:(?:let's|just|please|you (?:can|may)|i'd like (?:you )?to|i want (?:you )?to) )*"
    rf"(?:{_ORDER_VERBS}|rebook|replace|change|add|remove|issue|close|block|freeze|move|ship|upgrade|reset"
    r"|unlock|lock|raise|switch|extend|renew|(?:update|send|transfer)(?! (?:me|us)\b))(?: [^.,;!?]+)?(?=[.,;!?]|$)"
)
_ACTUALLY_YES = re.compile(
    r"\bactually,? (?=(?:yes|yeah|sure|okay|go ahead|do it|please do|that's (?:fine|okay|good))\b)"
)
_ALONE: dict[str, Consent] = {"y": "yes", "please": "yes", "y please": "yes", "n": "no"}
_EDGES = " .,;!-~*()\"'_:"


def consent(text: str) -> Consent:
    """Read a customer's reply to "Shall I go ahead?".

    "yes" is unconditional, unhesitating assent; "no" is refusal or withdrawal; "unclear" is everything else:
    hesitation, a condition, a correction, a counter-question, another subject.
    """
    said = _plain(text)
    if alone := _ALONE.get(said.strip(_EDGES)):
        return alone
    said = _POLITE_ORDER.sub("do it", _HARMLESS.sub("", _ACTUALLY_YES.sub("", said)))
    if (further := _FURTHER.search(said)) and not _alters(further[1]) and not _STAKES.search(further[1]):
        said = said[: further.start()]
    if _REFUSAL.search(said):
        return "no" if _refuses_outright(said) else "unclear"
    if _asks_back(said) or _HESITATION.search(said) or _MISGIVING.search(said) or _alters(said):
        return "unclear"
    return "yes" if _STRONG.search(said) or _assents_weakly(said) else "unclear"


# Before a refusal these are throat-clearing, not doubt: "hm, actually no", "yeah, don't".
_PRELUDE = re.compile(
    rf"^(?:(?:(?:yes|yeah)(?=[ .,;!-]+(?:just |please |no[ ,]+)?{_FIRM.pattern})|okay|well|oh|h+m+|u+[hm]+"
    r"|wait|actually|in fact|sorry|but|please|just|you know what)[ .,;!-]+)+"
)
_LIMITS = _any(r"if", r"unless", r"(?:as|so) long as", r"provided")


def _refuses_outright(said: str) -> bool:
    """Is a reply with refusing words in it a refusal, rather than a correction or a doubt?"""
    said = _PRELUDE.sub("", said)
    around = _REFUSAL.sub(" ", said)
    if _STRONG.search(around) or _LIMITS.search(said):
        return False
    if _FIRM.search(said):
        return True
    around = _PRELUDE.sub("", around.strip(_EDGES) + " ")
    return not (_asks_back(around) or _HESITATION.search(said) or _alters(around))


def _asks_back(said: str) -> bool:
    return "?" in said or _QUESTION.search(said) is not None


def _alters(said: str) -> bool:
    """Does it put a condition or change what was proposed?"""
    return _CONDITION.search(said) is not None or _CORRECTION.search(said) is not None


def _assents_weakly(said: str) -> bool:
    """Is it an order, or a weak assent with nothing of substance beside it?"""
    beside = _RESTATED.sub(" ", said)
    if _WEAK.search(beside) is None and _ORDER.search(said) is None:
        return False
    return not any(map(str.isalnum, _COURTESY.sub(" ", _WEAK.sub(" ", beside))))


# --- What the agent does ------------------------------------------------------------------------------------

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")
_DATUM = (
    r"(?:\w+ )?(?:e-?mail|name|address|number|booking|zip|postcode|date of birth|identity|details|code|which"
    r"|what|account|phone)"
)
_GO_AHEAD = _any(
    r"(?:shall|should) i(?:\?| (?!look|check|search|see|find|tell|explain|know|say|ask)\w+)",
    r"(?:correct|right)\?",
    r"(?:may|can|could) i (?:now |then |please )*(?:go ahead|proceed|cancel|book|process|change|issue|refund"
    r"|submit)",
    r"(?:would you like|do you want|want|like|you'd like|you want) me to (?!look|check|search|find|tell"
    r"|explain)\w+",
    r"(?:would you like|do you (?:want|wish)|are you (?:ready|happy|okay)|ready|happy|okay|like|want) (?:for"
    r" me )?to (?:go ahead|proceed|continue|move forward|do (?:this|that|it|so)|make th\w+ (?:change"
    r"|booking))", r"do you (?:confirm|agree|approve|consent|authori[sz]e|accept)",
    rf"(?:please|can you|could you|kindly|just) (?:reply (?:with )?\W?yes\W? to )?confirm(?! (?:your|the|me"
    rf" your) {_DATUM})",
    rf"(?:once|when|if|as soon as|after) you(?:'ve)? (?:confirm(?:ed)?(?! (?:your|the) {_DATUM})|agree"
    rf"|approve)",
    r"if (?:that|this|it|everything)(?:'s| is| works| sounds| looks)(?: \w+)*,? i(?:'ll| will| can)",
    r"(?:reply|say|type|answer|respond)(?: with)? \W?(?:yes|confirm|go ahead)\W?", r"yes(?: or |\s?/\s?)no",
    r"(?:do i|may i) have your (?:go-ahead|go ahead|permission|consent|confirmation|approval|okay)",
    r"your (?:go-ahead|go ahead|explicit \w+|permission|consent|approval)",
    r"is (?:it|this|that) (?:all )?(?:okay|alright|all right|fine)",
    r"(?:does|do) (?:that|this|it|these|everything)(?: all)? (?:work|sound|look) (?:for you|good|okay"
    r"|alright|right|fine)", r"(?:are you|you're) (?:happy|okay|fine) with", r"sounds? (?:good|okay)\?",
    r"okay to (?:proceed|go ahead)",
    r"let me know if (?:you'd like|you want|you would like|i should|i can) (?:me )?(?:to )?(?:proceed|go"
    r" ahead|process|cancel|book)",
)  # fmt: skip


def asks_consent(text: str) -> bool:
    """Does the agent ask for a go-ahead before it acts?

    Asking the customer to confirm who they are does not count.
    """
    return _GO_AHEAD.search(_plain(text)) is not None


# --- Either side --------------------------------------------------------------------------------------------

# Questions are typed without their mark: known by how a clause begins.
_ASKING = re.compile(
    r"(?:^|[.!;,] |\b(?:and|but|so|okay|hi|hello|hey|first|also|please)[, ]+)"
    r"(?:(?:at|in|on|for|from|to|under|until|by|with) (?:what|which|whom)\b|(?:what|which"
    r"|whose) (?:[\w-]+ ){1,3}(?:would|do|did|is|are|was|were|should|will|can|could|have|has) (?:you|i|it|we"
    r"|the|your|that|they)\b|(?:where|when) (?:would|should|did) |what(?:'s| is| are| was| would| about| will"
    r"| kind| do)"
    r"|how (?:much|many|long|do|does|can|is|about|would|will)|when (?:is|will|does|do|can|did)"
    r"|where (?:is|are|do|does|can|will|did)|(?<!, )who (?:is|do|can|will)"
    r"|which (?:one|of|\w+ (?:would|do|is|are))|why (?:is|was|did|do|does|can't)|do (?:you|i|we|they|these)\b"
    r"|(?:can|could|may|would|will|should|shall|does|did|is|are|am|was|have|has)"
    r" (?:you|i|we|it|that|there|they|this|my|the|these)\b(?! (?:be|go) )"
    r"|(?:please |kindly |just |simply |do |then |now |can you |and )*(?:tell|provide|share|give|let|confirm"
    r"|send (?:me|us|over|in)|specify|quote|state|supply|read|type|enter|spell|describe|mention|remind|name"
    r"|indicate|list|drop|pop"
    r"|upload|attach|select|choose|pick|advise|note|fill in|reply with|respond with|start with|begin with"
    r"|go with|point me to|help me out with|help me with|key in|put in|write down|text me|email me|message me"
    r"|show me|copy|paste|repeat|clarify)"
    r"(?! (?:me |us )?(?:know )?(?:if you (?:need|have|want|wish)|if there's anything|if anything|when (?!do"
    r"|did|would|will)|once|as soon)) (?:(?:me|us|out|in|over|down|with me|with us|me out) )*(?:know |have )?"
    r"(?:your|the|which|what|whether|how|if|a|an|when|where|who|both|some|one|all|any|roughly|exactly|why|until)\b)"
    r"|\bif you(?:'ve| have)(?: got)? (?:it|that|one|them|those)(?: to hand| handy| ready| at hand| on you"
    r"| there)(?= ?(?:[.!;,]|$))|^[\w',/ -]{0,40}(?:number|name|date|address|code|reference|postcode|birth"
    r"|digits|e-?mail|id)\b[\w',/ -]{0,30},? please(?= ?(?:[.!;]|$))|\blet's (?:start|begin|go) with (?:your"
    r"|the|a)\b|^(?:and |okay,? |first,? |so,? |now,? |then,? )*(?:your|just your"
    r"|full) [\w',/ -]{2,60},? please(?= ?(?:[.!;]|$))"
    # Wanting to be told: "I'll need the order number", "your postcode would help me to find you".
    r"|\b(?:i|we)(?:'ll| will| shall|'d| would|'m going to| am going to|'re going to| do)?(?: just| also| only"
    r"| still| first| then)* (?:need|require|have to (?:know|ask|have|see)|like to (?:know|have|ask|see)"
    r"|could do with|be (?:grateful|glad) (?:for|if you)"
    r"|missing|must (?:know|have|ask))(?: just| also| from you)* (?:to (?:know|ask|see|take down|confirm which"
    r"|have)|your|which|what|how|when|who|where|whether|until"
    r"|(?:the|an?|one|two|three|both|some|a few) (?:[\w'-]+ ){0,4}?(?:number|code|name|date|address|e-?mail"
    r"|reference|postcode|zip|digits|registration|details?|photos?|pictures?|documents?|id|ids|serial"
    r"|information"
    r"|info|time|reason|password|pin|answers?|first line|last (?:four|three|two)|things?|bits?|colou?r|size"
    r"|imei|model|year|amount|proof|copy|scan|screenshot)s?)\b"
    r"|\b(?:what|(?:the|all|one|only|next|first|last) (?:\w+ )?(?:thing|detail|bit|piece"
    r"|question)?)(?: that)? (?:i|we)(?:'ll|'d|'m)? (?:still |now |also )?(?:need|require|want|missing|lack"
    r"|have to know|like to know)(?: to know| from you)? (?:is|are|now is)\b"
    r"|\bif you (?:could|can|would|might) (?:just |please |kindly )?(?:give|tell|send|share|provide|let|confirm"
    r"|read|spell|type|describe|remind|show|pass)\b|\bcould do with (?:your|the|a)\b|\bwould appreciate (?:the"
    r"|your|a|if)\b"
    r"|\bwould (?:really |greatly )?help (?:me|us) (?:to )?(?:find|look|locate|check|pull|trace|identify|track"
    r"|get|see)\w*|\b(?:is|are) (?:enough|all i need|what i need|all it takes)\b"
    r"|\b(?:number|name|date|address|code|reference|postcode|digits|details?|photo|picture|copy|receipt|birth"
    r"|surname|id|model|size|time|day|reason|account|e-?mail|one)s?\b[^.!?;]{0,30} (?:would|will"
    r"|might) (?:be (?:great|helpful|useful|perfect|handy|enough|lovely|fine|good|brilliant|ideal|needed"
    r"|required)|do(?: nicely| fine)?(?= ?(?:[.!;,]|$))|suffice|help)\b"
    r"|\b(?:i|we)(?: still| just)? (?:lack|am missing|don't (?:yet )?have|haven't got"
    r"|don't (?:yet )?know) (?:your|which|what|when|who|where|how|whether)\b|\b(?:walk|talk|take|run) (?:me"
    r"|us) through\b|\b(?:i|we) (?:was|were|am|'m )?wonder(?:ing)? (?:which|what|if|whether|when|who|where"
    r"|how)\b"
    r"|\b(?:let me|may i|i have to|i must|i need to|i'd|i should) ask (?:you )?(?:for|which|what|when|who|where"
    r"|how|whether|if|your)\b|\b(?:leave|put|write|post|paste|drop) (?:your|the|it|them) [^.!?;]{0,40}(?:here"
    r"|below|in (?:the|this) (?:chat|box|field|form))\b|(?:^|[.!;:,] |please )say (?:which|what|when|whether"
    r"|who|where|how)\b"
    r"|\bwaiting (?:on|for) your (?!call|consent|go|confirm|approv|okay|permission|word|answer|decision)\w+"
    r"|\b(?:i'm|we're|i am|we are) (?:just |only |still )?(?:missing|after|waiting for|looking for"
    r"|short of) (?:your|the|a)\b"
)


def asks(text: str) -> bool:
    """Is a question put? With a question mark, in the form of one, or as a request to be told something."""
    said = _plain(text)
    return "?" in said or _ASKING.search(said) is not None


_CLOSING = _any(
    r"(?:that's|that is|that'll be|that will be|it's|thats) (?:all|it|everything)(?: (?:i (?:need|needed"
    r"|wanted|have|had)|for (?:now|today|me|me today)|from me|thanks|thank you|then))*(?=[ .,;!]*(?:$|[.,;!]"
    r"|thanks|thank you|have|bye|you))",
    r"(?:nothing|not|no) (?:else|more|further|other (?:questions?|requests?))(?: [^.,;!?]+)?",
    r"no (?:more|further|other) questions?(?: [^.,;!?]+)?", r"(?:good)?bye(?: bye)?", r"good night",
    r"take care",
    r"(?:have|enjoy) (?:a|the rest of your|your) (?:\w+ )?(?:day|evening|night|weekend|one|afternoon|rest)",
    r"see (?:you|yeah)(?: later)?", r"ciao",
    r"(?:i'm|we're|i am) (?:all )?(?:set|done|good(?= ?(?:[.,;!]|$|thanks|thank you|now|for now)))",
    r"all set", r"we're (?:done|finished)", r"(?:don't|do not) need anything (?:else|more)",
    r"you've been (?:very |so |really )?helpful",
)  # fmt: skip
_CLOSES_ALONE = re.compile(r"(?:no|all good),? (?:thanks|thank you)(?: (?:so|very) much| a lot| for [^.,;!?]+)?")
_MORE_TO_COME = _any(
    r"but", r"except", r"also", r"(?:one|another) (?:more |last )?(?:thing|question)", r"wait", r"before",
    r"until", r"actually", r"however", r"next", r"(?:can|could|would) you",
    r"i (?:also )?(?:need|want|would like) to", r"not (?:all|it|done)", r"is that",
)  # fmt: skip


def closes(text: str) -> bool:
    """Does the customer say goodbye or that there is nothing else? Thanks alone close nothing."""
    said = _plain(text)
    if "?" in said or _MORE_TO_COME.search(said):
        return False
    return _CLOSING.search(said) is not None or _CLOSES_ALONE.fullmatch(said.strip(_EDGES)) is not None
