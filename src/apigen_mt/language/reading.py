"""What either side does, judged from the words alone: a question, a goodbye.

English service-desk chat, written by templates, language models or people in a hurry. What only one side does has a module of
its own: `proposals`, `claims`, `refusals` and `handovers` of the agent, `consent` of the customer.
"""

import re

from apigen_mt.language.spelling import any_of as _any
from apigen_mt.language.spelling import plain as _plain

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
    r"|how|whether|if|your)\b|\b(?:leave|put|write|post|paste|drop) (?:your|the|it|them) [^.!?;]{0,40}\b(?:here"
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
