"""Whether an agent passes the customer, or their matter, on to somebody else.

Either something is passed on (
    "I've forwarded this to our billing team"), or somebody else is going to do what an agent does
("a colleague will call you"). An offer to pass on is none, nor is what somebody did earlier.
"""

import re

from apigen_mt.language.spelling import CLAUSE_END, SENTENCE_END
from apigen_mt.language.spelling import any_of as _any
from apigen_mt.language.spelling import plain as _plain

# Who takes over: people and places behind a desk, by what they do.
_TEAM = (
    r"(?:teams?|squads?|desk|departments?|dept|divisions?|units?|offices?|back[ -]?office|committee|board|panel"
    r"|crew|colleagues?|specialists?|agents?|advis[eo]rs?|supervisors?|managers?"
    r"|officers?|handlers?|engineers?|technicians?|techs?|underwriters?|librarians?|pharmacists?|head of [\w ]+"
    r"|heads?|humans?|persons?|someone(?: \w+)?|somebody(?: \w+)?|reps?|representatives?|experts?"
    r"|staff|leads?|leaders?|directors?|co-?ordinators?|consultants?|counsell?ors?|assessors?|adjusters?"
    r"|investigators?|ombudsman|\w*(?:foreman|forewoman|chairman|craftsman)|inspectors?|surveyors?|examiners?"
    r"|secretary|registrar|bursar|wardens?|analysts?|executives?|associates?|planners?|principal|head ?teacher"
    r"|seniors?|superiors?|boss|chief|head office|headquarters|hq|(?:second|first|third)[ -](?:line|level|tier)"
    r"|(?:tier|level) (?:two|three|2|3)|next level|higher[ -]?ups?|people|folks?|guys|teammates?|escalations?"
    r"|housekeeping|lost property|concierge|front desk|liaison|developers?|insurers?|lawyers?|solicitors?"
    r"|controllers?|workers?|operators?|clerks?|deputy|mentors?|dispatchers?|inspectorate|authorit(?:y|ies)"
    r"|buyers?|accountants?|auditors?|paramedics?|hygienists?|administrators?|moderators?|reviewers?|editors?"
    r"|therapists?|optometrists?|opticians?|caretakers?|custodians?|stewards?|agents|trustees?|curators?"
    r"|archivists?|designers?|brokers?|bankers?|cashiers?|tellers?|fitters?|plumbers?|electricians?|fixers?"
    r"|troubleshooters?)"
)
_DEPARTMENT = (
    r"(?:complaints|billing|fraud|returns|finance|legal|accounts|highways|mortgages|lettings|facilities|support"
    r"|group bookings|group sales|second line|level (?:two|2)|tier (?:two|2)|head office|customer (?:relations"
    r"|care)"
    r"|collections|retentions?|refunds|claims|admissions|operations|dispatch|licensing|environmental health"
    r"|procurement|payroll|maintenance|security|lost property|housekeeping|escalations|arbitration|underwriting"
    r"|compliance|logistics|baggage)"
)
# Those who see customers anyway: an appointment with them is none of our matter.
_PERSON = (
    r"(?:nurses?|doctors?|dentists?|vets?|tutors?|teachers?|receptionists?|mechanics?|depot|warehouse|workshop"
    r"|owners?|partners?|trainers?|mrs? [a-z]+|ms [a-z]+|dr [a-z]+|landlord|surgeon|gp|consul)"
)
_ANYONE = rf"(?:{_TEAM}|{_PERSON})"
_A = r"(?:an?|our|another|the|one of (?:our|the|my)|my|your(?: own)?|their|his|her|that|some|any)"
_WHO = (
    rf"(?:{_A} (?:[\w'&-]+ ){{0,4}}?{_TEAM}|someone(?: else)?|somebody(?: else)?|(?:{_TEAM}|\w+) (?:in|from|at"
    rf"|on|over in) (?:the |our )?(?:[\w'&-]+ )?{_TEAM}|mrs? [a-z]+|ms [a-z]+|dr [a-z]+"
    rf"|{_DEPARTMENT}(?! (?:fee|policy|number|charge|date|form|page|address|period|label|window|rules?|history"
    r"|amount|code|cycle)))"
)
_MATTER = (
    r"(?:you|this|it|that|them|things|everything|what you \w+|(?:your|the|this|these|those|all the|the whole|a"
    r"|all your) (?:\w+ )?(?:case|chat|call|request|conversation|query|question|matter|issue|complaint"
    r"|messages?|file|claim|ticket|details|problem|grievance|report|enquiry|inquiry|concerns?|notes?|photos?"
    r"|pictures?|history|transcript|feedback|appeal|dispute|application|situation|wish|thread"
    r"|bug|letter|log|evidence|documents|account|decision|point|objection|suggestion|fault|incident|story"
    r"|papers|scans?|screenshots?))"
)
_PASSING = (
    r"(?:forward|rout|re-?rout|re-?direct|direct|referr?|send|sent|pass|hand|transferr?|relay|submitt?|assign"
    r"|re-?assign|mov|tak|took|bring|brought|escalat|shar|flagg?|rais|push|kick|bump|bounc|switch"
    r"|steer|turn|mail|email|elevat|deliver|channell?|lodg|shoot|shot|dropp?|report|put|putt|giv|gave|leav|left"
    r"|logg?|fil|plac|register|queu|run|tak|open|creat|allocat|delegat|entrust|copi|copy|cop|walk|brief|floatt?"
    r"|flick|ping|set)"
    r"(?:e|en|ed|es|ing|s|ied|ying)?"
)
_ON = r"(?:to|with|before|by|for|into the hands of|in front of|at|past|onto)"
_CONTACT = (
    r"(?:take (?:it|this|things|over|care|your|you|the|up|a look)|contact|be (?:in (?:touch|contact)|with you"
    r"|on (?:the|this)|back to you|\w+ing)|follow up|help|assist|pick (?:it|this|up|your|things|the)|call|ring"
    r"|phone|telephone|write"
    r"|e-?mail|text|message|get (?:back|in touch|hold|this)|reach (?:out|you)|join|look (?:into|at|after|over"
    r"|through)|review|decide|respond|reply|answer|handle|deal|come back (?:to|with)|sort|investigate|examine"
    r"|work on|see to|speak|talk"
    r"|drop you|give you|advise|update you|own|continue|carry on|let you know|approve|have a look|sign (?:it"
    r"|this) off|check|go through|determine|judge|tell you|trace|chase|assess|step in|confirm with you|explain"
    r"|walk you|guide you)"
)
_PRESENTLY = (
    r"(?:will|'ll|shall|is going to|are going to|is about to|are about to|has to|have to|will have to|needs? to"
    r"|wants? to|is due to|can now|would like to|should be|is set to)"
)
_HAND_OVER = _any(
    r"(?:transferring|transferred|transfer) (?:you|your (?:case|chat|call|request|conversation)|this(?:"
    r" \w+)?)(?: (?:now|over|directly|across|through))*(?= (?:to (?!your\b)|with )| ?(?:[.!,:;]|$))",
    # The customer is put in touch with somebody.
    r"(?:connect|patch|link|hook|loop)(?:ing|ed)? you(?: (?:now|directly|straight|right|up|through|over"
    r"|in))*(?= ?(?:[.,;!]|$)| (?:to|with|and)\b)",
    r"(?:put|putting|get|getting) you (?:now |directly |straight |right |over |back )*(?:through|across"
    rf"|in touch|in contact|on to|onto|to|with)(?: to| with)? (?:{_A} (?:[\w'&-]+ ){{0,4}}?{_ANYONE}|someone"
    rf"|somebody|\w+ (?:in|from|at)|{_TEAM}|him|her|them)",
    r"(?:put|patch)(?:ting|ing|ed)? you (?:straight |right |now )?(?:through|across)",
    r"being (?:transferred|connected|put (?:through|in touch)|handed over|escalated|passed)",
    r"(?:send|steer|direct|redirect|switch|turn|pass|hand|mov|refer)(?:r?ing|ed)? you (?:now |over |on |across "
    rf"|along |back |straight )*(?:to|with) (?:{_A} (?:right |[\w'&-]+ ){{0,4}}?{_TEAM}|a (?:real "
    r"|live )?(?:person|human)|someone|\w+ (?:in|from|at)|him|her|them)",
    # Their matter is passed on.
    r"escalat(?:e|ed|ing)(?! (?:fees?|prices?))", r"escalations? (?:opened|raised|logged|filed)",
    r"hand(?:ing)? (?:you )?(?:over|off) to",
    rf"(?:hand|pass)(?:ing|ed)? {_MATTER}(?: \w+)? (?:over|on|along|up|upstairs|across|off)",
    rf"{_PASSING} {_MATTER} (?:upstairs|higher up)",
    rf"{_PASSING} {_MATTER}(?: (?:[\w'-]+)){{0,6}}? {_ON} (?:the attention of )?(?:{_WHO}|him|her|them)",
    rf"{_PASSING} (?:them|him|her|(?:our|the|my|one of our) (?:[\w'&-]+ ){{0,3}}?{_TEAM}) (?:a (?:note|message"
    r"|copy)|your|the (?:full|whole|details|log|file|photos?)|all (?:of )?your|everything)",
    rf"(?:is|been|was|are|gets|being|'s|be) (?:now |just |already |also )*(?:{_PASSING}|picked up|looked (?:at"
    r"|into)|reviewed|handled|decided|dealt with|taken (?:on|over|up|care of)|seen to|investigated|examined"
    rf"|checked|approved)(?: [\w'-]+){{0,3}}? (?:to|with|by|for) {_WHO}(?! (?:on|in|last) )",
    r"(?:goes|lies|sits|rests|it's|that's|this is|went|gone|moves|moving|off|heads|headed|stays|is|are|lands"
    r"|passes|falls|down|up|now) (?:now |already |over |along |off |straight |across |out |safely )*(?:with|to"
    rf"|before|in the hands of|in the queue of|on the desk of) (?:{_A} (?:[\w'&-]+ ){{0,4}}?{_TEAM}"
    rf"|{_PERSON}|{_DEPARTMENT})(?! (?:fee|price|of|rate|hours|charge))(?= ?(?:[.,;!:]|$)| (?:now|at|in|under|as"
    r"|who|and|who'll|for|since|already|with|from|to)\b)",
    r"(?<!\d )in (?:the|their|his|her|our) (?:[\w' ]{1,25} )?(?:queue|inbox|hands|in-?tray)(?! at)",
    r"(?:ticket|case|complaint|grievance|incident|job|query|trace|referral|callback|call-back)(?: (?:no\.?"
    r"|number|ref|id))?(?: [#\w/-]*\d[\w/-]*)? (?:raised|opened|logged|created|registered|filed|lodged|assigned"
    rf"|booked|arranged|requested)(?: \w+)? (?:for|with|to|from) {_A} ",
    r"(?:opened|raised|logged|created|filed|lodged|put|put in|submitted|set up|registered|opening|raising"
    r"|logging|creating|filing|left|leave|leaving|written|wrote|put through|arranged|requested|asked for"
    rf"|booked) (?:an?|the|your|this|them a|her a|him a) (?:[\w-]+ ){{0,2}}?(?:ticket|case|complaint|escalation"
    r"|grievance|incident|referral|query|job|report|request|trace|enquiry|note|message|word|callback|call-back"
    r"|call|flag)(?: [#\w/-]*\d[\w/-]*)?(?: in| through)? (?:with|for|to|from|on) (?!you\b"
    rf"|your\b)(?:{_A} (?:[\w'&-]+ ){{0,4}}?)?{_ANYONE}",
    r"(?:i've|i have|we've|we have|i) left (?:a |them a |him a |her a )(?:note|message|word)",
    rf"an? (?:{_TEAM}|case \w+|senior \w+|personal \w+) (?:has been|is|was|will be) (?:assigned|allocated"
    r"|appointed)",
    r"(?:forwarded|escalated|referred|routed|assigned|passed|handed|redirected|reported"
    rf"|relayed)(?: [\w'-]+){{0,2}}? to (?:{_WHO}|our [\w-]+)",
    rf"{_PASSING} {_MATTER}(?: [\w'-]+){{0,4}}? (?:to|with|past|by|before) our (?!address|web|site|app|records?"
    r"|system|list|policy|terms|own|books|shelves|stock|end)",
    r"(?:i've|i have|we've|we have|i|we|and|i'm|we're)(?: just| now| already| also)* (?:given|giving|dropped"
    r"|dropping|left|told|telling|shown|handed|asked|asking|e-?mailed|briefed|messaged|rung|called|phoned|got"
    r"|fetching|getting|let) (?:her|him|them (?:a|your|the|everything|all|know))\b",
    r"(?:next in line|in line|in the queue|waiting|you're through|queue) (?:for|to) (?:an?|the|our"
    rf"|one of our) (?:[\w'&-]+ ){{0,3}}?{_TEAM}", rf"{_TEAM} call-?back",
    r"call-?backs? (?:is|has been|booked|arranged|requested|from|with|set)",
    # Somebody else is called in, or asked.
    r"^(?:just |now |okay,? )*(?:fetching|getting|calling(?: in)?|asking|bringing(?: in)?|looping in|pinging"
    rf"|paging|messaging|alerting|finding) (?:you )?(?:{_WHO}|{_A} (?:[\w'&-]+ ){{0,3}}?{_PERSON})",
    rf"requested (?:that )?{_WHO}",
    rf"{_WHO}(?: (?!and\b|could\b|can\b|may\b|might\b|would\b|was\b|were\b|had\b|only\b)[\w']+){{0,4}}? (?:has"
    r"|have|is|are|'s) (?:now |just |already |also |been )*(?:told|asked|informed|alerted|notified|briefed"
    r"|looking|taking|taken (?:over|on|it|this|up|charge|your)|coming|joining|on (?:it|this|the case|the way"
    r"|(?:his|her|their) way)|reviewing|handling"
    r"|dealing|working|checking|investigating|reading|writing|calling|ringing|going (?:to|over|through)|picking"
    r"|picked|got (?:it|this|your|the)|(?:your|the) (?:file|case|details|notes|message|request|letter"
    r"|photos))\b",
    rf"like (?:our|my|the|an?) (?:[\w'&-]+ ){{0,3}}?{_ANYONE} to (?:talk|speak|look|call|see|ring|answer|decide"
    r"|check|handle|take)",
    r"(?:continued|taken (?:over|on|up|from here)|dealt with|answered|handled|settled|decided|looked (?:at"
    rf"|into)|reviewed|seen to|picked up|contacted|called|phoned|helped|assisted|joined) by {_WHO}(?! (?:on|in"
    r"|last) )",
    rf"(?:on it'?s way|on their way|off|over|up|on) to {_WHO}",
    r"(?:i've|i have|i|we|we've|we have|i'm|i am|i'll|i will|we're|we'll|we will|let me|going to|need to"
    r"|while i|and i)(?: just| now| also| already| am| better)* (?:ask(?:ed|ing)?|alert(?:ed|ing)?|notif(?:y"
    r"|ied|ying)|inform(?:ed|ing)?|instruct(?:ed|ing)?|request(?:ed|ing)?|contact(?:ed|ing)?|ping(?:ed)?"
    r"|messag(?:e|ed|ing)"
    r"|pag(?:e|ed|ing)|nudg(?:e|ed|ing)|task(?:ed)?|brief(?:ed)?|told|tell|telling|got|get|getting"
    r"|fetch(?:ing)?|call(?:ing)? in|bring(?:ing)?(?: in)?|loop(?:ed|ing)? in|involv(?:e|ed|ing)|summon(?:ed"
    r"|ing)?|grab(?:bing)?|find(?:ing)?|let(?:ting)?|consult(?:ed|ing)?|copied|rope|roping|rung|phoned|called"
    r"|emailed)"
    rf" (?!you\b)(?:in )?(?:{_WHO}|{_A} (?:[\w'&-]+ ){{0,4}}?{_PERSON}|him|her"
    rf"|them)(?: [\w' ]{{1,40}}?)?(?= (?:to|know|about|who|and|so|for|on|in|over|of|with|that|answer|look|handle"
    r"|decide|speak|talk|have|take)\b| ?(?:[.,;!]|$))",
    r"(?:bring|loop|rop|pull|copi|copy)(?:p)?(?:ing|ed|e)? (?:in (?:an?|our|one|my|someone)|(?:someone|somebody"
    r"|him|her|them|my \w+|our \w+|an? \w+)(?: else)? in(?= ?(?:[.,;!]|$)| (?:on|to|so|and)\b))",
    rf"(?:rather|prefer to|better|going to) (?:have|let) (?:our|my|the|an?) (?:[\w'&-]+ ){{0,4}}?{_ANYONE} \w+",
    r"(?:needs?|calls for|one for|a (?:job|matter|question|case) for|requires?|up to) (?:the|our|an?|one of our"
    rf"|my) (?:[\w'&-]+ ){{0,4}}?(?:{_TEAM}|eyes?)(?: (?:team|desk|manager))?(?= ?(?:[.,;!:]|$))",
    r"(?:stay on|hold|keep) the line",
    r"(?:stay|remain|hold) (?:on the line|online|in the chat|on the chat|connected)",
    r"don't (?:hang up|close (?:this|the) (?:window|chat|tab|page))", r"keep (?:this|the) (?:window|chat|tab) open",
    r"you(?:'ll|'re| will| are)(?: now| soon| shortly| then)? (?:be )?(?:speaking|talking|chatting"
    r"|dealing) (?:to|with)(?! (?:me|us)\b| [\w' -]{1,25}(?:assistant|bot)\b)",
    r"real (?:person|human|people|agent)",
    r"(?:opened|raised|logged|created|filed|lodged|set up|cut|put in|submitted|opening|raising|logging|creating"
    r"|filing|registered)(?: [\w-]+){0,3}? (?:ticket|case|incident|escalation|grievance|(?:service|support"
    r"|review) request|work order|fault report|investigation)(?! (?:fee|number you))",
    r"(?:ticket|case|incident|grievance|(?:service|support) request|work order|fault report"
    r"|investigation)(?: (?:no\.?|number|ref|id|reference))?(?: [#\w/-]*\d[\w/-]*)?(?: (?:has been|have been|is"
    r"|was|is now|has now been|got))? (?:raised|opened|logged|created|registered|filed|lodged|assigned"
    r"|escalated|in place)\b",
    r"(?:hand|pass|forward|refer|transferr?|escalat|assign|rout|leav|left|connect)(?:r?ing|ed"
    rf"|e)? {_MATTER}(?: \w+)? (?:over |on |across |up |through )?(?:to|with) (?!(?:your|the|a|an|my|our|this"
    rf"|that|us|me|you|another|\w+day|bed|friends?|family|them|it|zero|full|all)\b)[a-z]{{3,}}(?= ?(?:[.,;!]|$)"
    r"| (?:in|from|at|who|now|on|of)\b)",
    rf"(?:for|up to) (?:{_A}) (?:[\w'&-]+ ){{0,4}}?[\w-]+ to (?:decide|judge|say|look (?:at|into)|answer|sort"
    r"|approve|sign|assess|check|review|settle|determine)",
    r"(?:i'll|i will|we'll|let me|i'm going to|we will|i've|i have) (?:just |now )?(?:have|had|get|got"
    rf"|make sure) (?:{_WHO}|{_A} (?:[\w'&-]+ ){{0,3}}?[\w-]+|[a-z]+ (?:in|from|at"
    r"|over in) [\w' ]+?) (?:to )?(?:call|ring|phone|contact|look|get|review|check|take|handle|write|email"
    r"|reach|answer|come back|talk|speak)",
    rf"(?:{_A}|someone|somebody) (?!(?:[\w'&-]+ ){{0,3}}?(?:driver|courier|postman|sender|seller|recipient"
    r"|carrier|system|app|hotel|host|restaurant|post office|bank|parcel|email|message|text|link|refund"
    r"|statement|bill|invoice|letter|code|screen|site"
    rf"|website)\b)(?:[\w'&-]+ ){{0,5}}?{_PRESENTLY}(?: [\w']+)? (?:call|ring|phone|telephone|e-?mail|write to"
    r"|contact|get back to|reach out to|be in touch|come back to|follow up with|message|text|reply to"
    r"|answer) ?(?:you|back)?(?:(?<=you)|(?<=back)|(?<=touch))",
    # Somebody else is going to do what an agent does.
    rf"{_WHO}(?: (?!and\b)[\w' ]{{1,30}}?)? {_PRESENTLY}(?: [\w']+)? {_CONTACT}",
    rf"{_WHO}(?: (?!and\b)[\w' ]{{1,30}}?)? {_PRESENTLY} [^.,;!?]{{1,50}}? and (?:then )?(?:{_CONTACT}|calls"
    r"|rings)",
    rf"{_A} (?:[\w'&-]+ ){{0,4}}?{_PERSON}(?: (?!and\b)[\w' ]{{1,30}}?)? {_PRESENTLY}(?: [\w']+)? (?:call|ring"
    r"|phone|write to|e-?mail|contact|carry on|take over|pick|be in touch|get back|reach|join|answer|message"
    r"|reply|follow up|come back)",
    r"(?:he|she|they)(?:'ll| will| shall| is going to| are going to) (?:personally |then )?(?:be in touch|call"
    r"|ring|phone|email|write to|get back|contact|take (?:it|this|over|things)|pick (?:this|it|things) up|join"
    r"|follow up|reach out|come back to|decide|answer you|reply to you)",
    rf"{_WHO}(?: (?!and\b)[\w' ]{{1,25}}?)? (?:now has|has now|has|have|now have|takes?|is taking|are taking"
    r"|picks? up|is picking up|steps? in|joins|is joining|joining|is coming (?:into|in)|is looking|are looking"
    r"|owns|is reviewing|are reviewing|calls|rings|phones|replies|answers|writes"
    r"|takes? care of|is handling|are handling|is dealing|are dealing|is on) (?:it|this|over|you|us|the chat"
    r"|the conversation|to you|back|within|(?:in|by|before) |now|your (?:\w+ )?(?:case|chat|request|file"
    r"|message|complaint|ticket|query|details|photos)|the (?:case|chat|matter|file)|things|into (?:it"
    r"|this))(?<!has it in)",
    rf"{_A} (?:[\w'&-]+ ){{0,4}}?{_PERSON} (?:[\w' ]{{1,25}} )?(?:is joining|joins|calls you|rings you"
    r"|takes over|is taking over|will carry on|carries on|is stepping in)",
    r"(?:he's|she's|they're) (?:joining|taking over|stepping in|on (?:his|her|their) way)",
    r"they (?:now )?have (?:all )?your (?:details|file|case|notes)",
    r"(?:take|takes|taking|pick|picks|picking) (?:it |this |things |over )?(?:up )?from here",
    r"from here,? (?:on,? )?(?:our|my|the) [\w' ]+ (?:takes|looks|will|handles)",
    r"(?:picks?|picking|taking|takes?) (?:up |over )?(?:your|this|the) (?:case|chat|conversation|file|request"
    r"|thread|ticket)(?: up| over)?(?: from| now| here|(?= ?(?:[.,;!]|$)))",
    r"(?:you'll|you will|you should|you can expect to|expect to|you shall) (?:soon |then |also )?(?:hear"
    r"|get (?:an? )?(?:\w+ )?(?:call|e-?mail|reply|answer|response|message|callback|decision)"
    r"|receive (?:an? )?(?:\w+ )?(?:call|e-?mail|reply|answer|response|message"
    rf"|callback))(?: back)? (?:directly |straight )?from (?:{_WHO}|them|him|her)",
    r"expect (?:an? )?(?:\w+ )?(?:call|e-?mail|reply|answer|response|message|callback|word"
    rf"|news)(?: back)? from (?:{_WHO}|them|him|her)",
    r"(?:human|colleague|specialist|representative|supervisor|manager|team member|teammate|agent|real person"
    r"|adviser|advisor)s? (?:will|is going to|can now|is on (?:the|their|his|her) way|are on (?:the"
    r"|their) way) ?(?:take (?:it|this|over)|contact|be (?:in touch|with you)|follow up|help you|assist|pick)?",
)  # fmt: skip
_ONLY_OFFERED = _any(
    r"can't", r"cannot", r"can", r"could", r"may", r"might", r"if", r"would", r"don't", r"not", r"no need",
    r"unable", r"won't", r"instead of", r"before",
    r"once", r"shall i", r"should", r"with your (?:permission|consent|okay|agreement)", r"unless",
    r"as soon as you", r"when", r"nobody", r"never", r"i'd(?! (?:rather|better|prefer))",
    r"(?:records?|log|history|system) (?:shows?|says?)", r"yesterday", r"last \w+", r"earlier",
    r"(?:looks|look) like", r"according to", r"i see",
)  # fmt: skip
_ELSEWHEN = _any(
    r"if you(?:'d| would)? (?:like|want|wish|prefer|agree)", r"ago", r"yesterday",
    r"last (?:week|month|year|night|\w+day)", r"already (?!with|in|on)\w+ed",
    r"in (?:january|february|march|april|june|july|august|september|october|november|december)(?= ?(?:[.,;!]"
    r"|$))",
)  # fmt: skip
_APPOSED = re.compile(
    r",(?: (?!but\b|so\b|and\b|because\b|which\b|who\b|i\b|we\b|you\b)[\w.'&/-]+){1,4},(?= (?:will|to|has|is"
    r"|are|shall|can|wants|needs|calls|takes|picks)\b)"
)


def hands_over(text: str) -> bool:
    """Does the agent transfer the customer to a human or another team? An offer to do so does not count."""
    return any(passes_on(part) for part in SENTENCE_END.split(_plain(text)) if not part.endswith("?"))


def passes_on(sentence: str) -> bool:
    """Does one sentence, in proper spelling, pass something on to somebody else?"""
    for clause in CLAUSE_END.split(_APPOSED.sub("", sentence)):
        found = _HAND_OVER.search(clause)
        if found and not _ONLY_OFFERED.search(clause, 0, found.start()) and not _ELSEWHEN.search(sentence):
            return True
    return False
