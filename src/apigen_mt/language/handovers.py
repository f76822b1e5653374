"""Whether an agent passes the customer, or their matter, on to somebody else.

Either something is passed on ("I've forwarded this to our billing team", "ticket raised"), or somebody else is going to do what
an agent does ("a colleague will call you"). An offer to pass on is none, nor is what somebody did earlier.
"""

import re

from apigen_mt.language.claims import CLAUSE_END, SENTENCE_END
from apigen_mt.language.spelling import any_of as _any
from apigen_mt.language.spelling import plain as _plain

# Who takes over: people and places behind a desk, by what they do. Those who come to the door are not among them.
_ROLE = (
    r"(?:teams?|desk|departments?|dept|colleagues?|specialists?|agents?|advis[eo]rs?|supervisors?|managers?|officers?|handlers?|engineers?|technicians?|techs?"
    r"|tech (?:folks|people|guys|team|support)|underwriters?|librarians?|nurses?|doctors?|pharmacists?|dentists?|head of \w+|humans?|real person|person|someone|somebody"
    r"|reps?|representatives?|experts?|staff(?: member)?|back[ -]?office|leads?|leaders?|directors?|coordinators?|co-ordinators?|consultants?|counsell?ors?"
    r"|assessors?|adjusters?|investigators?|ombudsman|inspectors?|surveyors?|examiners?|secretary|registrar|bursar|receptionists?|tutors?|wardens?|analysts?|executives?|associates?"
    r"|mechanics?|operators?|controllers?|planners?|principal|headteacher|head teacher|owners?|seniors?|superiors?|boss|chief|partners?|workshop|depot|warehouse|head office|headquarters|hq"
    r"|second[ -]line|second[ -]level|tier (?:two|three|2|3)|level (?:two|three|2|3)|next level|higher[ -]ups?|crew|people|folks|guys|member of (?:our|the) \w+|teammates?|team members?"
    r"|complaints?|billing|fraud|returns|escalations?|accounts|finance|legal|bookings|retentions|collections|customer relations|customer care|technical support|it support|support team|housekeeping"
    r"|lost property|maintenance|security|refunds|claims|admissions|network operations|dispatch|group bookings|group sales|reservations|concierge|front desk|highways|licensing|environmental health)"
)
_WHO = rf"(?:(?:an?|our|another|the|one of (?:our|the|my)|my|your|their|his|her|that|a (?:real|live)|some|any of our|mrs?|ms|dr)\b[\w' ,&-]{{0,40}}?\b{_ROLE}\b|{_ROLE} (?:from|in|at|on|of) [\w' ]+|someone|somebody|mrs? \w+|ms \w+|dr \w+)"
_MATTER = (
    r"(?:you|this|it|that|things|everything|(?:your|the|this|all the|the whole) (?:\w+ )?(?:case|chat|call|request|conversation|query|question|matter|issue|complaint|message|file|claim|ticket|details|problem|grievance|report|enquiry|inquiry|concern"
    r"|one|note|notes|photos?|history|transcript|feedback|appeal|dispute|application|situation|wish|thread|bug))"
)
_SEND = (
    r"(?:forward|rout|re-?rout|redirect|re-?direct|referr?|sen[dt]|pass|hand|transferr?|relay|submitt?|assign|re-?assign|direct|mov|tak|took|bring|brought|escalat|shar|flagg?|rais|push|kick|bump|bounc|switch|steer|turn|mail|email|elevat|deliver"
    r"|channell?|lodg|shoot|shot|dropp?|report)(?:e|en|ed|es|ing|s)?"
)
_CONTACT = (
    r"(?:take (?:it|this|things|over|care|your|you|the|up|a look)|contact|be (?:in (?:touch|contact)|with you|calling|ringing|phoning|writing|emailing|contacting|joining|reaching|handling|taking|getting|looking|picking|following|helping|assisting|on (?:the|this)|back to you|messaging|replying|responding|reviewing)"
    r"|follow up|help you|assist|pick (?:it|this|up|your|things|the)|call|ring|phone|write|e-?mail|text|message|get (?:back|in touch|hold|this)|reach (?:out|you)|join|look (?:into|at|after|over)|review|decide|respond|reply|answer|handle|deal|come back (?:to|with)|sort|investigate|examine"
    r"|work on|see to|speak|talk|drop you|give you|advise|update you|own|continue|carry on|let you know|have (?:to )?(?:approve|look|decide|a look|answer|sign|check))"
)
_HAND_OVER = _any(
    r"(?:transferring|transferred|transfer) (?:you|your (?:case|chat|call|request|conversation)|this(?:"
    r" \w+)?)(?: (?:now|over|directly|across|through))*(?= (?:to (?!your\b)|with )| ?(?:[.!,:;]|$))",
    r"(?:connect(?:ing|ed)?|put(?:ting)?|patch(?:ing|ed)?|link(?:ing|ed)?|hook(?:ing|ed)?|loop(?:ing|ed)?) you (?:now |directly |straight |right |up |through |over |in (?:touch |contact )?)*(?:with|to|on to|onto) (?!the (?:list|flight|plan|waiting)|our (?:list|plan|app)|a (?:cheaper|new))"
    r"(?:an?|our|another|the|one of our|someone|somebody|my|\w+ (?:in|from|at|on)|mrs?|ms|dr|them|him|her|that|their)", r"(?:connecting|patching) you(?: now| through)?(?= ?(?:[.!,;:]|$))",
    r"(?:put|patch)(?:ting|ing|ed)? you (?:straight |right |now )?(?:through|across)",
    rf"(?:hand|pass)(?:ing|ed)? {_MATTER}(?: \w+)? (?:over|on|along|up|across|to)", r"handing (?:you )?(?:over|off)", r"passing (?:this|it|that|you|your \w+)(?: \w+)? on",
    r"escalat(?:e|ed|ing)(?! (?:fees?|prices?))",
    rf"{_SEND} {_MATTER}(?: (?:now|straight|directly|right|up|upstairs|on|over|along|across|through|off|back|of))*(?: to| with| at| into| for|(?= ?(?:[.,;!]|$)(?<=upstairs)))(?: attention)? (?:{_WHO}|him|her|them|\w+ in|\w+ at|\w+ from|\w+,)",
    rf"{_MATTER} (?:\w+ )?(?:has been|have been|is being|is|was|will be|'s been|gets|goes|is getting) (?:now |just )?(?:forwarded|routed|re-?routed|referred|assigned|re-?assigned|passed|handed|sent|escalated|transferred|picked up|taken (?:up|over|on)|moved|flagged|raised|reviewed|handled|looked at"
    rf"|shared|queued|allocated|relayed|submitted|logged|directed|redirected|elevated)(?: \w+)?(?: on| over| up| along)? (?:to|by|with|for) (?:{_WHO}|\w+ in)",
    rf"[\w ]*\b(?:is|has been|goes|lies|sits|rests|is now|now lies|now sits|will go|is going|went|moves|is moving|is off|heads|is headed|are|lies now|is sitting|is already|stays) (?:now )?(?:over |along |off |up |straight |across |out )?(?:with|to|before|in the hands of|in the queue of|on the desk of) (?:our|the|my|a|an|one of our|the next|mr|mrs|ms|dr|group|your)\b [\w' &-]{{0,40}}?\b{_ROLE}\b",
    rf"(?<!\d )in (?:the|their|his|her|our) (?:[\w' ]{{1,25}} )?(?:queue|inbox|hands|in-?tray)", rf"(?:moving|going|goes|over|off) to {_ROLE}\b",
    rf"{_WHO}(?:,[^,]{{1,40}},| [\w' ]{{1,30}}?)? (?:will|'ll|is going to|are going to|shall|can now|is about to|is now|has to|will have to|need(?:s)? to|should be|will now|will then|will personally)(?: now| then| also| personally| soon| shortly)? {_CONTACT}",
    rf"(?:someone|somebody|he|she|they|{_WHO})(?:'ll| will| shall| is going to| are going to) (?:be in touch|call you|ring you|phone you|email you|write to you|get back to you|contact you|take (?:it|this|over|things)|pick (?:this|it|things) up|join us|follow up|reach out|come back to you|answer you|decide about)",
    rf"{_WHO}(?: [\w' ]{{1,25}}?)? (?:now has|has now|has|have|now have|takes?|is taking|are taking|picks? up|is picking up|steps? in|joins|is joining|is looking|are looking|owns) (?:it|this|over|your (?:case|chat|request|file|message|complaint|ticket|query)|the (?:case|chat|matter|file)|things|in|us|into (?:it|this))(?: now| from here| up)?",
    r"(?:picks?|picking|taking|takes?) (?:up |over )?(?:your|this|the) (?:case|chat|conversation|file|request|thread|ticket)(?: up| over)?(?: from| now| here|(?= ?(?:[.,;!]|$)))", r"(?:take|takes|taking|pick|picks) (?:it|this|things|over)(?: up)? from here",
    rf"(?:i've|i have|i|we|we've|we have|i'm|i am|i'll|i will|we're|we'll|we will|let me|going to)(?: just| now| also| already)? (?:ask(?:ed|ing)?|alert(?:ed|ing)?|notif(?:y|ied|ying)|inform(?:ed|ing)?|instruct(?:ed|ing)?|request(?:ed|ing)?|contact(?:ed|ing)?|pinged|ping|messaged|messaging|message|paged|page|nudged|tasked|briefed|told|telling|got|get|getting|fetch|fetching|call(?:ing)? in"
    rf"|bring(?:ing)?(?: in)?|loop(?:ed|ing)? in|involv(?:e|ed|ing)|summon(?:ed|ing)?|grab(?:bing)?|find(?:ing)?|let(?:ting)?|consult(?:ed|ing)?|hav(?:e|ing)|set|left a (?:note|message|word) (?:for|with)|leave a (?:note|message) (?:for|with)|leaving a (?:note|message) (?:for|with)) (?!you\b){_WHO}(?:,[^.;!?]{{1,40}},)?(?: [\w' ]{{1,40}}?)?(?= (?:to|know|about|who|and|so|for|on|in|over|of)\b| ?(?:[.,;!]|$))",
    r"(?:i've|i have|we've|we have|i) left (?:a |them a |him a |her a )(?:note|message|word)(?: (?:for|with|on) (?!your|you\b)[\w' ]+)?", r"(?:while|and) i (?:fetch|get|find|grab|bring|call) (?:him|her|them|someone|somebody|one|it to)",
    r"(?:i'll |i will |let me |going to )?let (?:him|her|them|our \w+|the \w+(?: of \w+)?|my \w+) know", rf"(?:i'd|i would) (?:rather|prefer to) have (?:our|my|the|a) [\w' ]+? (?:answer|look|handle|decide|check|deal|take|advise)",
    r"(?:ticket|case|complaint|escalation|grievance|incident|job|query|reference)(?: (?:no\.?|number|ref|id))?(?: [#\w/-]*\d[\w/-]*)? (?:raised|opened|logged|created|registered|filed|lodged|assigned)(?= (?:for|with|to)\b)",
    rf"(?:opened|raised|logged|created|filed|lodged|put in|submitted|set up|registered) (?:a|an|the|your|this) (?:[\w-]+ )?(?:ticket|case|complaint|escalation|grievance|incident|referral|query|job|report|request)(?: [#\w/-]*\d[\w/-]*)?(?: \w+)? (?:with|for|to) (?!you\b|your\b){_WHO}",
    r"(?:human|colleague|specialist|representative|supervisor|manager|team member|teammate|agent|real person|adviser|advisor)s? (?:will"
    r"|is going to|can now|is on (?:the|their|his|her) way|are on (?:the|their) way|(?:will|shall) (?:join|be joining))(?= ?)", r"being (?:transferred|connected|put through|handed over|escalated|passed)",
    r"(?:bring|loop|rop|pull)(?:p)?(?:ing)? in (?:a|an|our|one|my)", rf"(?:needs?|calls for|is one for|is a (?:job|matter|question|case) for|'s one for|requires?) (?:the|our|a|an|one of our) [\w' ]{{0,30}}?\b(?:desk|team|department|specialist|supervisor|manager|office|crew)(?= ?(?:[.,;!:]|$))",
)  # fmt: skip
_ONLY_OFFERED = _any(
    r"can't", r"cannot", r"can", r"could", r"may", r"might", r"if", r"would", r"don't", r"not", r"no need",
    r"unable", r"won't", r"instead of", r"before", r"once", r"shall i", r"should", r"with your (?:permission|consent|okay|agreement)", r"unless", r"as soon as you",
    r"when", r"nobody", r"never", r"(?:records?|log|notes|history|system) (?:shows?|says?)", r"yesterday", r"last \w+", r"earlier", r"needn't",
)  # fmt: skip
_LATER_OFFER = _any(r"if you(?:'d| would)? (?:like|want|wish|prefer|agree)", r"ago", r"yesterday", r"last (?:week|month|year|night|\w+day)", r"(?:on|back in) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday) and")
_MAY_HAND_OVER = re.compile(
    r"transfer|connect|\bput|patch|hand|pass|escalat|forward|rout|direct|refer|\bsen[dt]|colleague|team|human|person|someone|somebody|specialist|agent|manager|supervis|ticket|case|assign|desk|depart|queue|note|fetch|ask|let|rais|opened|logged"
    r"|picks|picking|picked|take|taking|\bhas it|they'll|they will|she'll|he'll|he will|move|moving|flag|\bmr|\bms\b|\bdr\b|office|crew|engineer|advis"
)


def hands_over(text: str) -> bool:
    """Does the agent transfer the customer to a human or another team? An offer to do so does not count."""
    said = _plain(text)
    if not _MAY_HAND_OVER.search(said):
        return False
    return any(_hands_over(part) for part in SENTENCE_END.split(said) if not part.endswith("?"))


def _hands_over(sentence: str) -> bool:
    for clause in CLAUSE_END.split(sentence):
        found = _HAND_OVER.search(clause)
        if found and not _ONLY_OFFERED.search(clause, 0, found.start()) and not _LATER_OFFER.search(sentence):
            return True
    return False
