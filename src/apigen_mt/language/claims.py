"""Whether an agent says that something has been carried out: English forms of the perfect, the past and the result.

Verbs are an open class, so a deed is known by its form and by where it stands: "we've shifted", "has been waived",
"Annual plan cancelled", "is yours again". Left out are verbs of looking, talking and understanding, and what happens to
people without anybody's doing (
    "has been delayed"). What somebody else did, or what was done at an earlier time, is told and
not claimed. A status without a sign that it is new ("the card is blocked") is told as well: the tables say so, and the
verifier would otherwise hold a true answer against an agent that has done nothing.
"""

import re
from functools import lru_cache

from apigen_mt.language.handovers import passes_on
from apigen_mt.language.spelling import CLAUSE_END, SENTENCE_END, words
from apigen_mt.language.spelling import any_of as _any
from apigen_mt.language.spelling import plain as _plain

# --- Words ---------------------------------------------------------------------------------------------------

_IRREGULAR = (
    r"begun|bought|brought|built|cut|done|drawn|dug|driven|frozen|given|gone|got|held|kept|laid|left|lent|let"
    r"|lifted|made|overridden"
    r"|overwritten|paid|prepaid|put|rebuilt|redone|redrawn|refrozen|remade|repaid|reran|rerun|resent|reset"
    r"|rewritten|run|sent|set"
    r"|shrunk|shut|sold|sped|split|spread|struck|stuck|swapped|swept|swung|taken|thrown|undone|unfrozen"
    r"|withdrawn|woken|worn"
    r"|written|wound|stripped|flung|rung"
)
_IRREGULAR_PAST = (
    r"began|drew|drove|froze|gave|overrode|overwrote|redid|rewrote|shrank|struck|swung|threw|took|undid|unfroze"
    r"|withdrew|woke|wrote|did"
)
# No deeds: verbs of mind, talk and search, and what is passed on to others.
_MIND = (
    r"(?:re|double-?|cross-?)?(?:checked|read|viewed|matched)|accessed|advised|agreed|answered|apologi[sz]ed"
    r"|appreciated|asked|assumed"
    r"|attached|attempted|believed|brought up|calculated|called|chatted|clarified|compared|computed|concluded"
    r"|confirmed (?:that|with|whether|who|it with|(?:your|the) (?:identity|name|details|e-?mail|address|account"
    r"|date|phone|number|code|order number))"
    r"|consider|considered|consulted|contacted|counted|decided|described|detailed|determined|did (?:find|check"
    r"|look|see|notice|try|receive|get)|discovered|discussed|enjoyed|enquired|escalated"
    r"|examined|expected|explained|figured|followed|forgotten|found|gathered|glanced|got|grabbed|guessed|had"
    r"|handed|heard|hoped"
    r"|identified|included|indicated|informed|inquired|inspected|investigated|kept|known|learned|learnt|listed"
    r"|listened|located|looked"
    r"|loved|managed|meant|mentioned|met|misread|misunderstood|missed|needed|noted|noticed|offered|outlined"
    r"|passed|phoned|pleased|delighted|thrilled|honou?red|relieved|planned"
    r"|promised|proposed|pulled|quoted|realised|realized|recalled|received|recognised|recommended|referred"
    r"|reminded|remembered"
    r"|replied|researched|retrieved|run|said|scanned|searched|seen|selected|picked|chosen|specified|shown"
    r"|spoken|spotted|stated|stressed|suggested|summari[sz]ed"
    r"|supposed|talked|thought|told|traced|tracked|tried|underlined|understood|validated|verified|wanted|warned"
    r"|watched|wished"
    r"|wondered|worked|worried|taken (?:a |another |some |full )?(?:note|look|moment|stock|time)|took (?:a "
    r"|another |some )?(?:note|look|moment|time|stock)"
    r"|made (?:sure|certain|out)|added (?:it|that|this|them|everything|these|those) up|gone (?:through|over"
    r"|back|into|with)|went (?:through|over|back|into|with)"
    r"|done (?:the|my|a|some) (?:check\w*|maths?|sums?|research|search)|opened (?:up )?your (?:account|file"
    r"|profile|record)"
    r"|left (?:a |them a |him a |her a )?(?:note|message|word)|routed|assigned|forwarded|alerted|notified"
    r"|flagged|instructed|urged|chased"
    r"|sent (?:your (?:case|message|request|file|details|question)|this|it|everything|the \w+) (?:up\w*|on|over"
    r"|along|to (?:our|the|my|an?|one))"
    r"|\w*(?:fred|cred)|ahmed|moh?amm?ed|muhamm?ad|jared|hamed|saeed|waleed|khaled|rasheed|been|need|feed"
    r"|proceed|exceed|indeed|red|bed|seed|speed|hundred"
)
# What happens without a desk's doing, or is a status that records show.
_EVENT = (
    r"affected|allowed|approved by|arrived|authori[sz]ed|assigned|based|boarded|born|bounced|called|caused"
    r"|charged for|collected"
    r"|complained|covered|damaged|debited|declined|delayed|delivered|denied|departed|designed|detected"
    r"|dispatched|despatched"
    r"|disappeared|due|earned|expired|failed|flagged|flown|forwarded|granted|grounded|handed|happened|held"
    r"|incurred|landed|left|let|loaded"
    r"|lost|mailed|named|occurred|owed|permitted|pleased|posted|prohibited|sold|reached|received|recorded as"
    r"|rejected|required|returned to sender"
    r"|reviewed|routed|scanned|sent back to the sender|shipped|spent|stolen|swallowed|told"
    r"|transferred to (?:an?|our|the) (?:human|agent|team)"
    r"|triggered|used|worn|cleaned|lent|charged each|billed|fined|taught|visited|opened at|signed|invited"
    r"|tested|spotted|viewed|hired|marked (?:absent|late|unpaid|overdue|down)|fixed"
)
# What a desk's own doing leaves behind: other participles after "is" tell a status ("is packed", "are limited").
_LEFT_BEHIND = (
    r"renewed|reversed|removed|deleted|withdrawn|refunded|credited|waived|reinstated|replaced|swapped|moved"
    r"|transferred|switched|updated"
    r"|amended|changed|corrected|extended|exchanged|upgraded|downgraded|rebooked|re-?booked|added|placed|lifted"
    r"|ended|issued|reissued|processed"
    r"|rerouted|redirected|merged|raised|lowered|increased|reduced|dropped|arranged|ordered|submitted|completed"
    r"|finali[sz]ed|activated"
    r"|deactivated|paused|resumed|unblocked|unfrozen|unlocked|reset|restored|lodged|logged|applied|stopped"
    r"|redeemed|cancell?ed|undone|erased"
    r"|wiped|cleared|adjusted|modified|converted|rescheduled|postponed|signed up|enrolled|unsubscribed"
    r"|terminated|revoked|rectified|initiated"
    r"|(?:registered|opened|logged|filed|booked|recorded|lodged) under|set up|taken (?:off|out|care)"
    r"|crossed off|(?:put|pulled|brought|pushed|moved|carried) (?:through|back|right|on|in|forward|up|over)"
)
_AT_REST = (
    r"booked|confirmed|complete|completed|sorted|scheduled|saved|created|secured|registered|sent|set up|done"
    r"|granted|reserved|purchased|bought|rented|placed|made|ordered|arranged"
)
_PARTICIPLE = rf"(?:\w+-)?(?:[a-z]{{2,}}ed|{_IRREGULAR})\b"
_DEED = rf"(?!(?:{_MIND})\b){_PARTICIPLE}"
_DONE_TO = rf"(?!(?:{_MIND}|{_EVENT})\b){_PARTICIPLE}"
_RESULT = rf"(?:{_LEFT_BEHIND})\b"
_PAST = rf"(?!(?:{_MIND})\b)(?:[a-z]{{2,}}ed|{_IRREGULAR}|{_IRREGULAR_PAST})\b"
_ADVERB = (
    r"(?:(?:now|just|also|both|all|each|only|simply|then|since|duly|indeed|already|gone ahead and"
    r"|went ahead and|been able to"
    r"|instead|\w+ly|finally|right away|as well|manually|both been|hereby|in fact|of course|and) )*"
)
_NEW = r"(?:now|just|all|officially|successfully|fully|hereby|once (?:more|again)|safely|duly|again|already)"

# --- Forms ----------------------------------------------------------------------------------------------------

_BY_US = _any(
    rf"(?:i|we)(?:'ve| have) {_ADVERB}{_DEED}",
    rf"i {_ADVERB}{_PAST}(?! by\b)",
    rf"i(?:'ve| have)? [a-z]+(?: [^.,;!?]{{1,60}}?)? and {_ADVERB}{_PAST}(?! by\b)",
    rf"(?:i|we)(?:'ve| have)? {_ADVERB}(?:got|had|have) (?:you|it|that|this|them|both|(?:your"
    rf"|the) [\w ]{{2,30}}?) {_ADVERB}{_DEED}",
    r"(?:i|we)(?:'ve| have)? (?:now |just )?(?:managed to|(?:was|were|been) able to|took the liberty of"
    r"|taken the liberty of|went ahead"
    r"|gone ahead|succeeded in)(?: and)? (?!find|see|locate|look|check|confirm|verify|read|track|trace|trac"
    r"|speak|reach|identif|get|pull|make out)\w+",
    rf"(?:the |our |my )?(?:system|computer|app|portal|website|team) (?:has|have) {_ADVERB}(?:accepted|taken"
    rf"|{_DONE_TO})",
    r"(?:you(?:'ve| have)|you're) (?:now )?(?:been )?(?:all )?(?:booked|moved|signed up|enrolled|registered"
    r"|added|upgraded|checked in"
    r"|removed|unsubscribed|opted|switched|rebooked|reinstated|transferred onto|confirmed|sorted|covered from"
    r"|down for|in for|on the list|off the (?!hook)|out of the|back on|back in)",
)  # fmt: skip
_WE_DID = _any(rf"we {_ADVERB}{_PAST}(?! by\b)", rf"we [a-z]+(?: [^.,;!?]{{1,60}}?)? and {_ADVERB}{_PAST}(?! by\b)")
_TO_IT = _any(
    rf"(?:(?:your|the|that|both|this) [^.,;!?]{{1,40}}|it|that|they|you) got {_ADVERB}{_DONE_TO}",
    rf"(?:has|have|\w+'s|\w+'ve) {_ADVERB}been {_ADVERB}{_DONE_TO}",
)
_MOVED = _any(
    r"(?:has|have|\w+'s|\w+'ve) (?:now |just |also |both )+(?:gone|come|moved|switched|dropped|left|changed"
    r"|cleared|landed|started|stopped|ended|taken)"
    r"(?! (?:up|missing|out of|down|wrong))",
    r"(?:change|update|edit|booking|payment|request|cancellation|refund|order|amendment"
    r"|correction)(?: \w+)? (?:has |have )?(?:saved|stuck|gone (?:in|through)|cleared|taken effect|been saved)",
    r"(?:has|have) (?:vanished|disappeared|gone) from (?:your|the)", r"(?:has|have) become",
    r"(?:has|have|\w+'s|\w+'ve) (?:come|gone|dropped|moved|switched) (?:off|onto|on to|back (?:on|to|in)"
    r"|over to|across)(?! (?:sale|the van))",
    r"(?:went|gone|going|is|are|came|\w+'s) through(?! (?:the|a|an|to|our)\b)",
)  # fmt: skip
_IS_NOW = _any(
    rf"(?:is|are|\w+'s|\w+'re) (?:{_NEW} )+(?:(?!(?:{_MIND}|{_EVENT})\b){_PARTICIPLE}|confirmed|set|active|live"
    r"|open|off|on"
    rf"|in place|in effect|yours|complete|sorted|good to go|gone)(?! to (?:new|the public))",
    rf"(?:is|are|\w+'s|\w+'re) (?:{_AT_REST})(?= ?(?:[.!,;]|$)| (?:and|now|successfully|for you)\b)",
    r"(?:is|are) (?:booked|reserved|confirmed|set|all set) (?:in )?(?:for|from|on|with|at|under)(?! (?:fire"
    r"|sale))",
    r"(?:your|the) [\w' -]{1,40} (?:was|were) (?:confirmed|booked|reserved|made|purchased"
    r"|a success)(?= ?(?:[.!]|$))",
    r"(?:number|address|e-?mail|name|limit|seats?|plan|slot|appointment|booking|delivery|order|trip"
    r"|policy) (?:[^.,;]{0,40} )?(?:is|are) now"
    r" (?!\w+ing|delayed|due|out|late|closed|expired|too|past|\w*[$£€])",
    r"(?:is|are|\w+'s|stands?|reads?|shows?|carries) (?:[^.,!?;]+ )?(?:as of (?:now|this (?:minute|moment|second)"
    r"|right now)|from (?:today|this (?:minute|moment))|with immediate effect|effective (?:immediately|today|now))",
    r"now (?:carries|reads|shows|stands|goes to|sits|says|has|bears|departs|leaves)",
    r"(?:is|are|\w+'s) (?:yours|open|live|active|on|off|free|up and running|back|back on|working|running) again",
    r"(?:is|are|\w+'s) in place", r"[a-z]{4,}'s (?:on|off)(?= ?(?:[.!]|$))",
    r"(?:your|the|that|both|it|this)(?: [^.,;!?]{1,40})? (?:is|are) (?:now )?(?:on|off|in|gone|no more|on it"
    r"|dead|(?:on|off|in|under) (?:the|your) [\w ]{1,20} now)(?= ?(?:[.!,;]|$))",
    r"you now (?:have|get|pay|travel|fly|sit|leave|are)(?! \w+ (?:days?|hours?|minutes?) (?:to|left|until))",
    r"all yours(?= ?(?:[.!,;:]|$))",
    r"(?:is|are|\w+'s) (?:back|off|gone|out)(?: of| from| on| in)? (?:your|the) (?:\w+ )?(?:account|bill"
    r"|booking|order|policy|card|plan|list|record|file)|that's (?:the|your|all|you|both|his|her"
    r"|their) [^.,;]{1,40} (?:gone|off|out|on|in)(?: (?:from|of|on|for)\b)?",
    rf"that's (?:(?:the|your|all|both|his|her|their) [^.,;]{{1,40}}?|you|it|them) (?:now |all )?{_DEED}",
    rf"(?:all|both) (?:now )?{_DONE_TO}(?= ?(?:[.!]|$))",
    r"(?:went|came|go) (?:out|off|over|across)[^.;!?]*(?:just now|a (?:second|moment|minute) ago)",
)  # fmt: skip
_IS = _any(
    rf"(?:is|are|stands?|\w+'s|\w+'re) {_RESULT}(?! (?:of|than|at|every|each)\b)",
    r"have \w+ (?:disabled|enabled|removed|added)",
)
_IDIOM = _any(
    rf"consider (?:it|that|this|them|the \w+) {_PARTICIPLE}", r"successfully \w+ed", r"taken care of", r"all set",
    r"done and dusted", r"(?:job|deal|deed)(?: is|'s)? done", r"done deal", r"mission accomplished", r"voil[aà]",
    r"that's that", r"done (?:from|at|on) (?:our|my) (?:end|side)",
    r"(?:is|are) (?:all )?yours(?= ?(?:[.!,;:]|$)| (?:from|for|until|now|on|at|once)\b)",
    r"now [^.;!?]*(?:instead of|rather than|in place of|no longer)",
    r"(?:is|was|were) (?:completed |processed )?successful(?:ly)?", r"(?:all )?(?:done|sorted)(?= ?(?:[.!,:]|$| -))",
    r"(?:refunds?|money|credit|[$£€₹][\d.,]+|replacement|new \w+|fresh \w+|confirmation"
    r"|receipt)[^.,;!?]{0,40}(?:on (?:it'?s|the|their) way"
    r"|in the (?:post|mail)|heading back|headed back)", r"(?:has|have) your name on (?:it|them)",
    r"(?:is|are|\w+'s) (?:being|getting) (?!check|look|review|investigat|process"
    r"|repair)\w+ed[^.;!?]*(?:as we (?:speak|chat|type)|(?:right )?now)",
    r"(?:i'm|i am|we're|we are) (?:now |just )?(?:processing|issuing|cancelling|canceling|booking|refunding"
    r"|updating|applying|removing|adding"
    r"|changing|moving|sending|crediting|reversing|closing|opening|blocking|freezing|placing"
    r"|setting)[^;!?]*(?:as we (?:speak|type)|right now|now)",
    rf"(?:was|were) {_DONE_TO} successfully", rf"(?:was|were) (?:just|only just|successfully|now) {_DONE_TO}",
    rf"(?:was|were) {_DONE_TO}[^.;!?]*(?:just now|(?:a )?(?:moment|second|minute)s? ago)",
)  # fmt: skip
_WISHED = _any(
    r"(?:just )?as (?:you )?(?:requested|asked|wanted|wished|instructed|agreed|discussed|desired|you(?:'d"
    r"| had) (?:asked|wanted|requested|like))",
    r"(?:per|at|on|following|under) your (?:wish|request|instructions?|say-so|go-ahead|approval|confirmation)",
    r"like you (?:wanted|asked)",
    r"as per your (?:wish|request|instructions?)",
)  # fmt: skip
_ANY_DONE = _any(_DONE_TO)

# Left without their subject or their verb: "Swapped the automatic", "Annual plan cancelled".
_LEAD = re.compile(
    r"(?:(?:okay|alright|all right|right|great|great news|good news|perfect|lovely|sure|sure thing|there we go"
    r"|there you go|thanks|thank you"
    r"|no problem(?: at all)?|no worries|of course|yes|and|all|just|now|also|both|successfully|done|brilliant"
    r"|excellent|super|absolutely"
    r"|certainly|fine|good|wonderful|awesome|got it|understood|noted|sorted|happy to help|wonderful news|then"
    r"|well|so)\b[,:!. -]*)+"
)
_BARE = re.compile(
    rf"(?!(?:{_MIND}|{_EVENT}|based|given|compared|provided|granted|limited|included|sold|located|closed|opened"
    r"|left|kept|held|spread|said|cut|run"
    r"|let|set at|put simply|got|written in|born|made (?:of|in|from)|fixed|charged (?:monthly|yearly|per)"
    r"|situated|red|need|needed|speed|used)\b)"
    rf"(?:[a-z]{{2,}}ed|{_IRREGULAR}|{_IRREGULAR_PAST})\b(?! (?:on (?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)days?\b|by |at the |daily|weekly|monthly))"
)
_IS_NOUN = re.compile(
    r"\w+ (?!you\b|it\b|that\b|this\b|them\b|your\b|the\b|a\b|an\b|and\b|off\b"
    r"|to\b)[\w']+(?: [\w']+){0,3}? (?:is|are|was|were|has|might|may|can|would|will)\b"
)
_COLON = re.compile(r": | - ")
_ALONE = re.compile(
    rf"(?!(?:{_MIND}|{_EVENT}|closed|open|paid|sold|required|needed|included|limited|expired)\b)(?:all "
    rf"|now )?{_PARTICIPLE}[.! ]*"
)
_STANDING = (
    r"available|capped|combined|concerned|connected|dedicated|delighted|detailed|disappointed|fixed|focused"
    r"|given|held|interested|intended|involved"
    r"|kept|known|laid|left|limited|linked|made|marked|meant|needed|open|overdrawn|pleased|priced|related|rated"
    r"|restricted|run|served|sold"
    r"|spent|spread|split|supported|surprised|tied|tired|united|unlimited|valid|worried|supposed|listed|dated"
    r"|owed|stuck|worn|written|packed|expired"
)
_STOP = (
    r"easily|gladly|happily|newly|the|our|a|an|it|he|she|they|we|i|you|who|which|that|this|there|these|those|is"
    r"|are|was|were|be|been|being|am|has|have|had|do|does|did"
    r"|can|could|will|would|shall|should|may|might|must|not|no|nothing|nobody|none|if|when|once|until|till"
    r"|unless|before|after|because|as|since"
    r"|to|please|by|someone|somebody|one|once|what|how|where|while|whether|any|nor|never|yet|still|\w+n't"
    r"|\w+'(?:ll|d|re|ve)|or|always|than|only|says"
)
_SHORN = re.compile(
    rf"(?:(?!(?:{_STOP})\b)[\w'£$€₹#\"%/.&-]+(?:,\d+)* ){{1,9}}?(?!(?:{_MIND}|{_EVENT}|{_STANDING}|ended|landed"
    r"|started|began|finished|opened|went|rose|increased"
    rf"|left|came|begun|detailed)\b)(?:[a-z]{{2,}}ed|{_IRREGULAR}|booked|scheduled|sent|set|put|cut|closed"
    r"|blocked|frozen|registered|paid|confirmed"
    rf"|reserved|locked|unlocked|suspended|fixed|connected)"
    r"(?= ?(?:[,.!;]|$)| (?:and|for|to|from|off|on|onto|in|into|out|as|with|under|over|again|back|today|now"
    r"|successfully|at no|at your|up|down|just)\b)"
)

# --- What takes a claim back --------------------------------------------------------------------------------------

_CONDITIONAL = re.compile(
    r"(?:once|if|when|whenever|as soon as|after you|unless|should you|provided|since|in case|the moment)\b"
)
_DAY = (
    r"(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may"
    r"|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b)"
)
_GOVERNED = _any(
    r"once", r"when", r"if", r"unless", rf"(?:until|till|after|before)(?! {_DAY}| noon| midnight|wards?)",
    r"as soon as", r"whether", r"not", r"no", r"never",
    r"nothing", r"none", r"nobody", r"\w+n't", r"any", r"hardly", r"where", r"yet to", r"in case", r"why", r"how",
    r"who", r"wherever", r"ever", r"since",
    r"(?:will|would|should|may|might|could|must|to|shall|can)(?:'ve| have)?(?= ?$)",
    r"(?:i|we|you|it|they)'(?:d|ll)(?: have)?(?= ?$)",
    r"(?:can|could|may|might|will|would|should|must|to|shall|'ll) (?:be|get|have|have been)(?= ?$)",
    r"(?:nearly|almost)(?= ?$)",
    r"(?:it )?(?:looks|seems|appears)(?: like| as if| as though| that)?",
    r"(?:records?|log|notes|history|system|tracking|file|account) (?:shows?|says?|indicates?"
    r"|reads?|tells?)", r"i (?:can )?see(?: here)?(?: that)?", r"(?:shows?|says?|indicates?) that", r"according to",
    r"as per our",
    r"without",
    r"(?:glad|pleased|happy|delighted|good|nice)(?! (?:to (?:say|report|confirm|tell|let|inform|share|announce)"
    r"|news))", r"let's", r"get (?:it|this|that|you|them)", r"say the word and", r"as if", r"the moment",
    r"thanks for", r"thank you for", r"sorry (?:that|for)",
)  # fmt: skip
_MONTH = (
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b|\d{4}|(?:the )?(?:spring|summer|autumn"
    r"|fall|winter)"
)
_LONG_AGO = _any(
    r"since", r"ago", r"yesterday",
    r"last (?:night|week|month|year|spring|summer|autumn|winter|\w+day|january|\w+ember|\w+uary)",
    r"earlier (?:on|in|today|this)",
    r"previously", r"already", r"originally", r"never", r"yet", r"still", r"twice", r"times", r"every \w+",
    r"each (?:month|week|day|year|time)", r"so far", r"this (?:term|year|season)", r"because of", r"due to",
    r"back in", r"as of \d",
    r"automatically", r"long",
)  # fmt: skip
_NEAR = r"(?: (?!and\b|will\b|for\b|to\b|until\b|from\b|onto\b|into\b)[\w'#\".-]+){0,3}?"
_BACK_THEN = re.compile(
    rf"{_NEAR} (?:(?:on|after|before) {_DAY}|(?:in|during) (?:{_MONTH})|at \d{{1,2}}[:.]\d\d|for inactivity)"
    rf"| {_DAY}(?! to\b)"
)
_NOTHING = re.compile(r" (?:nothing|none|neither|not a |no (?:changes?|bookings?|charges?|money)\b)")
_BY_ANOTHER = re.compile(
    r"(?: [\w'#\".-]+){0,6}? by (?!\d|[$£€₹]|e-?mail|post\b|phone|text|sms|card|che(?:que|ck)|paper|mail"
    r"|bank transfer|courier|one\b|two\b|three\b|a (?:day|week|month|further"
    r"|full|total)|another|the (?:end|same|\d|close)|half|hand|default|then|now|today|tomorrow|noon|midnight"
    r"|\w+day\b|\w+ing\b|way|me\b|us\b|our system"
    r"|direct|mistake|an? (?:extra|additional)|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b)\w"
)
_EASY = re.compile(
    r"\b(?:no (?:problem|worries|trouble)(?: at all)?|not a problem|no change (?:in|to) \w+|not to worry"
    r"|no worries)\b[,.! ]*"
)
_TICKET = _any(
    r"(?:i|we)(?:'ve| have)? (?:now |just |also )*(?:opened|raised|created|logged|filed) (?:an?|the"
    r"|your)? ?(?:ticket|case|incident|complaint|dispute)",
    r"(?:ticket|case|complaint|dispute) .*(?:has|have) (?:now |just )*been (?:opened|raised|created|logged)",
)
_SIGN = re.compile(r"ed\b|(?:re|is|'s) (?:\w+ )?(?:on|off|in|out|no more|dead)\b")
_SIGNS = frozenset(
    f"{_IRREGULAR}|{_IRREGULAR_PAST}|come|through|again|now|today|post|mail|place|complete|successful"
    "|successfully|success|live|active|become|yours"
    "|that's|voila|instead|way|name|set|ago|minute|moment|onto|managed|able|booking|processing|issuing".split("|")
)
"""One of them, or what `_SIGN` finds, is in every sentence that claims something."""


@lru_cache(maxsize=1024)
def claims_done(text: str) -> bool:
    """Does the agent say that an action has been carried out?

    Offers, plans, conditions, negations, deeds of others and of earlier days do not count.
    """
    return any(
        _claims_at_once(part)
        or any(_claims(clause, part) and not _passed_on(clause) for clause in CLAUSE_END.split(part))
        for part in SENTENCE_END.split(_EASY.sub("", _plain(text)))
        if not part.endswith("?") and (_SIGN.search(part) or not _SIGNS.isdisjoint(words(part)))
    )


def _claims(clause: str, sentence: str) -> bool:
    """Does a clause claim a deed, in one of the forms with a verb of their own?"""
    if _stated(_BY_US, clause):
        return True
    if _CONDITIONAL.match(sentence):
        return False
    if _LONG_AGO.search(clause):
        return False
    if any(_stated(form, clause) for form in (_IDIOM, _IS_NOW, _MOVED)):
        return True
    return any((found := form.search(clause)) and _is_new(clause, found) for form in (_TO_IT, _WE_DID, _IS))


def _passed_on(clause: str) -> bool:
    """Does it tell a handover? To open a ticket is one, and a deed all the same."""
    return passes_on(clause) and not _TICKET.search(clause)


def _stated(form: re.Pattern[str], clause: str) -> bool:
    found = form.search(clause)
    return found is not None and not (_GOVERNED.search(clause, 0, found.start()) or _NOTHING.match(clause, found.end()))


def _is_new(clause: str, found: re.Match[str]) -> bool:
    """Is a deed neither governed by a condition or denial, nor of an earlier day, nor somebody else's?"""
    return not (
        _GOVERNED.search(clause, 0, found.start())
        or _NOTHING.match(clause, found.end())
        or _LONG_AGO.search(clause)
        or _BACK_THEN.match(clause, found.end())
        or _BY_ANOTHER.match(clause, found.end())
    )


def _claims_at_once(sentence: str) -> bool:
    """Does a sentence begin with a deed that lacks its subject or its verb, or state one as something wished for?"""
    lead = _LEAD.match(sentence)
    start = lead.end() if lead else 0
    clause = CLAUSE_END.split(sentence[start:])[0]
    if any(_ALONE.fullmatch(part) for part in _COLON.split(sentence)[1:]):
        return not _GOVERNED.search(sentence)
    found = None if _IS_NOUN.match(clause) else _BARE.match(clause)
    found = found or _SHORN.match(clause)
    if found and _is_new(clause, found) and not _passed_on(clause):
        return True
    wished = _WISHED.search(sentence)
    if not wished:
        return False
    done = _ANY_DONE.search(sentence[: wished.start()]) or _ANY_DONE.search(sentence, wished.end())
    return done is not None and not (
        _GOVERNED.search(sentence, 0, done.start()) or _BACK_THEN.match(sentence, done.end())
    )
