"""What a message does, judged from its words alone: a refusal, a claim that something is done, a question, a goodbye.

English service-desk chat, written by templates, language models or people in a hurry. Every reader is a short
ordered list of questions to tables of patterns; each table says why it is there. Proposals and the answers to them
are read in `proposals` and `consent`.
"""

import re
from functools import lru_cache

from apigen_mt.language.spelling import any_of as _any
from apigen_mt.language.spelling import plain as _plain

# --- What the agent does ------------------------------------------------------------------------------------

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")

_CANNOT = _any(
    r"(?:can't|cannot|can not|couldn't|could not)(?! (?:\w+ )?(?:see|find|locate|guarantee|promise|wait"
    r"|thank|imagine|stress|recommend|tell|think|be undone|agree more))",
    r"(?:unable|not able|won't be able|will not be able|wouldn't be able|not in a position|no longer able)"
    r" to(?! (?:see|find|locate))",
    r"(?:not|isn't|aren't|wasn't|won't be|no longer)(?: \w+)? (?:possible|eligible|allowed|permitted"
    r"|available|refundable|payable|covered|entitled|something (?:i|we)|an option)", r"no longer be", r"impossible",
    r"ineligible",
    r"(?:don't|doesn't|do not|does not|didn't) (?:\w+ )?(?:allow|permit|qualify|offer|support|let|cover|have"
    r" (?:the ability|a way|any way|access|permission|the option|authority|a tool|the means))",
    r"(?:have|had|going|need) to (?:decline|refuse|turn (?:this|that|it|you) down)",
    r"must (?:decline|refuse)",
    r"(?:against|outside|violates?) (?:of )?(?:our |the |company )?(?:polic\w+|rules|return window|scope)",
    r"(?:beyond|outside) (?:of )?what (?:i|we)", r"there(?:'s| is) no (?:way|option)", r"too late to",
    r"i'm afraid not", r"(?:prevents?|prohibits?|forbids?|rules out|bars)", r"out of (?:scope|my hands)",
    r"won't let", r"hands are tied", r"has been (?:declined|denied|rejected)", r"no can do", r"not authori[sz]ed to",
)  # fmt: skip
# What says no after an apology, though by itself it may be a plain fact.
_REGRET = _any(
    r"sorry,? but", r"i'm (?:very |really |so )?(?:sorry|afraid)(?! (?:to hear|about|for|you|for the))",
    r"sorry to (?:say|tell|disappoint)", r"unfortunately", r"regrettably", r"sadly", r"i regret", r"i wish i could",
    r"i (?:do |completely |fully |totally )?understand [^.!?;]+, but",
)  # fmt: skip
_LIMIT = _any(
    r"only", r"never", r"already", r"no longer", r"(?:any|no) ?more", r"too (?:late|early|soon|close|many|few|heavy)",
    r"(?:not|hasn't|haven't|isn't|aren't|doesn't|don't) (?!see|find|locate|know|worry|mind|match)\w+", r"expired",
    r"(?:has|have) (?:ended|passed|closed|run out)", r"(?:was|is|are|were) over", r"at (?:most|least)", r"ended",
    r"(?:maximum|limit|deadline)", r"no (?:\w+ )?(?:discounts?|refunds?|returns?|exceptions?|advice|forecasts?)",
    r"(?:has|have|needs?) to be", r"must be",
    r"security word .*(?:not|n't)", r"frozen",
    r"(?:have|has|needs?) to sign", r"requires", r"(?:less|more|fewer|older|earlier) than", r"limited to", r"latest",
    r"incorrect", r"wrong", r"sold out", r"out of stock", r"fully booked", r"used your", r"nothing can",
    r"(?:can't|cannot) recommend", r"late enough",
    r"pledged", r"pending", r"below", r"exceeds?", r"within",
)  # fmt: skip
# What a desk does not do, told as a rule of the house.
_HOUSE_RULE = _any(
    r"(?:not|isn't|aren't|never)(?: \w+)? negotiable", r"non-?(?:refundable|negotiable|returnable)",
    r"there(?:'s| is| are|'re) no (?:\w+ )?(?:discounts?|refunds?|returns?|price match\w*|goodwill\w*|exceptions?)",
    r"(?:we|i) (?:don't|do not|never) (?:\w+ )?(?:give|make|hold|match|negotiate|accept|take|grant|waive|carry|pay"
    r"|recommend|predict|speculate|comment|advise|refund)", r"(?:is|are) never (?!mind)\w+",
    r"(?:can|could|may) only (?:be \w+|\w+)(?: \w+){0,4} (?:while|before|until|once|within|if|up to|for|when|on orders)",
    r"(?:possible|open|available|allowed|meant) only", r"only (?:possible|allowed|meant|available)",
    r"for (?:\w+ ){1,3}only", r"only able to", r"it's too late", r"no (?:money|changes?|further \w+|more \w+) can be",
    r"no (?:[\w',]+ ){1,7}(?:is|are) (?:possible|allowed|available|permitted)", r"can no longer",
)  # fmt: skip
_GRANTS = _any(
    r"(?:i|we)(?: can|'m able to| am able to| are able to) (?:do|go ahead|proceed|help|make|handle)(?: \w+){0,2}",
    r"(?:that's|this is|that is|it's|it is) possible",
)  # fmt: skip
# A warning or a step that comes first is no refusal.
_NOT_YET = _any(
    r"without your",
    r"(?:until|before|unless) (?:i|we|you)(?:'ve|'re| have| can| could)? (?:verif\w+|confirm\w*|know"
    r"|agree\w*|provide\w*|tell|give|have)",
    r"(?:can't|cannot) be (?:undone|changed|cancelled|reversed|refunded) (?:later|afterwards?|once|after)",
)  # fmt: skip
_HYPOTHETICAL = re.compile(r"(?:if|in case|should you|when|is |are |do |does |can't |couldn't |why |what )")


@lru_cache(maxsize=1024)
def refuses(text: str) -> bool:
    """Does the agent say that something cannot be done?

    Not finding a record, warning that a step cannot be undone and waiting for a confirmation are none.
    """
    return any(
        (_CANNOT.search(sentence) or _declines(sentence))
        and not _NOT_YET.search(sentence)
        and not _HYPOTHETICAL.match(sentence)
        for sentence in _SENTENCE_END.split(_plain(text))
    )


def _declines(sentence: str) -> bool:
    """Does it tell a rule of the house, or what stands in the way after an apology, without saying that it can be done?"""
    if _GRANTS.search(sentence):
        return False
    sorry = _REGRET.search(sentence)
    stands = sorry is not None and not sentence.endswith("?") and _LIMIT.search(sentence, sorry.end()) is not None
    return stands or _HOUSE_RULE.search(sentence) is not None


_CARRIED_OUT = (
    r"(?:cancell?ed|changed|updated|(?:re)?booked|refunded|processed|(?:re)?issued|scheduled|added|removed"
    r"|exchanged|returned|initiated|submitted|placed|transferred(?! you)|moved|switched|upgraded"
    r"|downgraded|blocked|unblocked|frozen|unfrozen|froze|closed|opened|replaced|reserved|applied|waived"
    r"|credited|paid|set up|created|registered|filed|completed|finali[sz]ed|arranged|corrected|amended"
    r"|modified|locked|unlocked|activated|deactivated|raised|increased|lowered|reduced|made|put|sent"
    r"|taken care|sorted|ordered|converted|swapped|saved|reset|reported|lifted|done|started|requested)"
)
_DONE = _any(
    rf"(?:i|we)(?:'ve| have) (?:(?:now|just|already|successfully|also|gone ahead and|went ahead and|been"
    rf" able to) )*{_CARRIED_OUT}", r"(?:i|we)(?:'ve| have) (?:now |just )?gone ahead",
    rf"(?:i|we) (?:(?:just|already|successfully|also|went ahead and) )*{_CARRIED_OUT}",
    rf"(?:has|have)(?: (?:now|just|already|both|all|successfully|also))* been (?:\w+ly )?{_CARRIED_OUT}",
    rf"(?:is|are|you're|it's|that's) (?:now|all|officially|successfully)(?: (?:now|successfully|fully))?"
    rf" (?:{_CARRIED_OUT}|confirmed|set|active)",
    rf"(?:is|are|it's|that's|you're) (?:{_CARRIED_OUT}|complete|confirmed)(?= ?(?:[.!]|$))",
    r"successfully \w+ed", r"taken care of", r"(?:went|gone) through",
    r"(?:is|was|were) (?:completed |processed )?successful(?:ly)?",
    r"(?:all )?(?:done|sorted)(?= ?(?:[.!,:]|$| -))", r"all set",
)  # fmt: skip
_CLAUSE_END = re.compile(r"[,:] | - |\b(?:but|so|because)\b")
_GOVERNED = _any(
    r"once", r"when", r"until", r"till", r"if", r"after", r"before", r"unless", r"as soon as", r"whether",
    r"not", r"no", r"never", r"nothing", r"none", r"\w+n't", r"any",
    r"(?:will|would|should|may|might|could|must|to)(?= ?$)",
    r"(?:can|could|may|might|will|would|should|must|to) be(?= ?$)", r"(?:nearly|almost)(?= ?$)",
)  # fmt: skip
_EASY = re.compile(r"\b(?:no (?:problem|worries)|not a problem)\b[, ]*")


def claims_done(text: str) -> bool:
    """Does the agent say that an action has been carried out?

    Offers, plans, conditions and negations do not count.
    """
    told = [part for part in _SENTENCE_END.split(_EASY.sub("", _plain(text))) if not part.endswith("?")]
    return any(_claims(clause) for part in told for clause in _CLAUSE_END.split(part))


def _claims(clause: str) -> bool:
    found = _DONE.search(clause)
    return found is not None and _GOVERNED.search(clause, 0, found.start()) is None


_SOMEBODY = r"(?:an?|our|another|the|one of our|someone|somebody)"
_HAND_OVER = _any(
    r"(?:transferring|transferred|transfer) (?:you|your (?:case|chat|call|request|conversation)|this(?:"
    r" \w+)?)(?: (?:now|over|directly|across|through))*(?= (?:to (?!your\b)|with )| ?(?:[.!,;:]|$))",
    rf"(?:connect(?:ing|ed)?|put(?:ting)?) you (?:now |directly |through |in touch )*(?:with|to) {_SOMEBODY}",
    r"put(?:ting)? you through",
    r"(?:hand(?:ing|ed)?|pass(?:ing|ed)?) (?:you|this|it|your \w+|things)(?: \w+)? (?:over|on|along|to)",
    r"escalat(?:e|ed|ing)",
    r"(?:forward|rout|redirect|referr?|send)(?:e|ed|ing)? (?:you|this|it|your (?:case|request|conversation"
    r"|chat)) (?:on |over |along )?to (?:a|an|our|the|one of)",
    r"(?:human|colleague|specialist|representative|supervisor|manager|team member|teammate|agent)s? (?:will"
    r"|is going to|can now) (?:take (?:it|this|over)|contact|be (?:in touch|with you)|follow up|help you"
    r"|assist|pick)", r"being (?:transferred|connected|put through|handed over)",
    r"bring(?:ing)? in (?:a|an|our|one)",
)  # fmt: skip
_ONLY_OFFERED = _any(
    r"can't", r"cannot", r"can", r"could", r"may", r"might", r"if", r"would", r"don't", r"not", r"no need",
    r"unable", r"won't", r"instead of", r"before", r"once", r"shall", r"should",
)  # fmt: skip


def hands_over(text: str) -> bool:
    """Does the agent transfer the customer to a human or another team? An offer to do so does not count."""
    for sentence in _SENTENCE_END.split(_plain(text)):
        for clause in _CLAUSE_END.split(sentence):
            found = _HAND_OVER.search(clause)
            if found and not sentence.endswith("?") and not _ONLY_OFFERED.search(clause, 0, found.start()):
                return True
    return False


# --- Either side --------------------------------------------------------------------------------------------

# Questions are typed without their mark: known by how a clause begins.
_ASKING = re.compile(
    r"(?:^|[.!;,] |\b(?:and|but|so|okay|hi|hello|hey|first|also|please)[, ]+)"
    r"(?:what(?:'s| is| are| was| would| about| will| kind| do)"
    r"|how (?:much|many|long|do|does|can|is|about|would|will)|when (?:is|will|does|do|can|did)"
    r"|where (?:is|are|do|does|can|will|did)|who (?:is|do|can|will)"
    r"|which (?:one|of|\w+ (?:would|do|is|are))|why (?:is|was|did|do|does|can't)|do (?:you|i|we|they|these)\b"
    r"|(?:can|could|may|would|will|should|shall|does|did|is|are|am|was|have|has)"
    r" (?:you|i|we|it|that|there|they|this|my|the|these)\b(?! (?:be|go) )"
    r"|(?:please )?(?:tell me|provide|share|give me|let me know|confirm|send me|specify)"
    r"(?! (?:if you (?:need|have)|if there's anything|when|once)) (?:me )?"
    r"(?:your|the|which|what|whether|how|if|a|when|where|who))"
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
_EDGES = " .,;!-~*()\"'_:"
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
