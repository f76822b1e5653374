"""Whether an agent says that something cannot be done: inability, prohibition, a rule of the house, a plain no.

A refusal is about what the customer wants. Not finding a record, not having been told something, a warning that a step cannot
be undone and a step that has to come first are none, nor is what costs nothing or needs no doing.
"""

import re
from functools import lru_cache

from apigen_mt.language.spelling import CLAUSE_END, SENTENCE_END, words
from apigen_mt.language.spelling import any_of as _any
from apigen_mt.language.spelling import plain as _plain

# --- Inability and prohibition -------------------------------------------------------------------------------------

_UNABLE_TO = (
    r"(?:\w+ )?(?:see|find|locate|guarantee|promise|wait|thank|imagine|stress|recommend|think|agree more"
    r"|be undone|be too careful|complain|blame"
    r"|tell (?:which|whether|if|what|how|why|when|where|from|by|at|who)|tell$|say (?:for sure|exactly|yet)"
    r"|make (?:it |that |them )?out|read (?:the|it|that|your)|remember|recall|access your|match|identify"
    r"|recogni[sz]e|verify|hear|hope|go wrong|miss)"
)
_CANNOT = _any(
    rf"(?:can't|cannot|can not|couldn't|could not|mustn't|must not)(?! {_UNABLE_TO}\b)",
    r"(?:unable|not able|\w+n't (?:be )?able|will not be able|not in a position|\w+n't in a position"
    r"|no longer able|powerless|not free|not at liberty"
    r"|not willing) to(?! (?:see|find|locate|identify|verify|access your)\b)",
    r"(?:not|isn't|aren't|wasn't|weren't|won't be|will not be|shall not be|never be|no longer"
    r"|never)(?: \w+)? (?:possible|eligible|allowed|permitted|available|refundable"
    r"|payable|covered|entitled|something (?:that )?(?:i|we|our)|an option|a thing|supported|accepted"
    r"|accommodated|honou?red|entertained|negotiable"
    r"|transferable|returnable|exchangeable|feasible|doable|offered|authori[sz]ed|approved|granted|waived"
    r"|reimbursed|compensated|amendable|insured"
    r"|in my (?:power|gift|hands|remit)|in our (?:power|gift|hands|remit)|up to me|mine to|on the (?:table"
    r"|cards|menu)|valid for|open to|part of what"
    r"|within (?:my|our|the|what)|for us to|for me to|how (?:it|this|we) works?|going to (?:happen|be possible"
    r"|work|fly))(?! (?:until|before) (?:you|i|we)\b)",
    r"(?:isn't|aren't|not) (?:\w+ )?on the list of|doesn't work (?:like|that way)|does not work (?:like"
    r"|that way)|(?:policy|rule|practice|custom) (?:is )?(?:not to|never to|against)|(?:strict|firm|clear|hard"
    r"|standing) (?:rule|policy)"
    r"|(?:our|the|these|company|house) (?:terms|rules?|policy|policies|regulations|law|contract) (?:say|says"
    r"|state|states|require|requires|rules?|leaves?|is clear|are clear|is strict|are strict|won't|will not|does"
    r"|do|don't|doesn't)",
    r"(?:rule|rules|ruled) (?:it|that|this|them) out",
    r"not without (?:the|a|an|your|his|her|written)\b[\w' ]*(?= ?(?:[.,;!]|$))",
    r"not (?:from|with|through|via|by|at) (?:us|me|this desk|our end|my end)",
    r"(?:but|just|only|quite) not (?:that|this|there|here)(?= ?(?:[.,;!]|$))",
    r"(?:isn't|aren't|is not|are not|not|never|no longer|wasn't|weren't)(?: \w+ly)? (?!reach|avail|account able"
    r"|sure|capable of see|notice|visib|respons|comfort|reli|suit|stable|unable|enable|table|able to (?:see"
    r"|find|locate))[a-z]+(?:able|ible)(?! (?:yet|until))",
    r"(?:isn't|aren't|is not|are not|'s not|'re not) (?:\w+ly )?(?!need|requir|affect|charg|regist|list|link"
    r"|connect|deliver|ship|dispatch|receiv|record|used|paid|logg|sign|collect|scann|load|activ|confirm|worri"
    r"|interest|bas|nam|locat|attach|tied|finish|complet|cancel|book|chang|alter|open|clos|reach"
    r"|updat|post|process|clear|bill|debit|credit|refund|due|mark|shar|stor|sav|tak|counted|expect|match"
    r"|updated|flagg|damag|block|order|convinced|satisf|pleas|limit|concern|schedul|involv|pack|print|return"
    r"|lock|delay|disput)[a-z]{3,}ed\b",
    r"and (?:nobody|no one|nothing|none) else(?= ?(?:[.,;!]|$))",
    r"(?:must|has to|have to) be (?:the|you|an?) [\w ]+ who",
    r"(?:need|require)s? (?:at least )?[\w-]+ (?:days?|hours?|weeks?|months?)'? notice",
    r"beyond (?:saving|repair|recovery|help)",
    r"(?:won't|will not|can't|cannot) (?:be going|go) (?:ahead|through)",
    r"(?:is|are) the (?:absolute |upper |hard )?limit(?= ?(?:[.,;!]|$))",
    r"ship has sailed",
    r"(?:applies|available|open|valid|good|allowed|meant|offered|sold|given) (?:only|exclusively|solely)",
    r"only (?:applies|apply|available|valid|open|allowed|for|works|covers?|goes|extends|runs)(?= (?:to|for|from"
    r"|on|in|with|when|if|while|until|up|members|adults|\w+s\b))",
    r"exclusive to",
    r"(?:don't|doesn't|do not|does not|didn't|not|fails? to|failed to) (?:meet|satisfy|fulfil) (?:the|our|that"
    r"|all|its)", r"(?:by law|legally)(?=.*(?:n't|not|no|only|must|have to))",
    r"the law (?:requires|forbids|says|stops|bars|prevents|does|won't)", r"wiggle room",
    r"under no (?:circumstances?|conditions?)", r"by no means", r"(?:in|on) no (?:case|account|event)",
    r"without exception", r"nor (?:can|do|may|will|could) (?:i|we)",
    r"neither (?:i|we|the \w+|of us) (?:can|could|may|is|are)",
    r"(?:isn't|aren't|is not|are not|'s not|'re not|not) (?:\w+ )?(?:part of|a service|a feature"
    r"|an? (?:\w+ )?(?:option|possibility|facility|ground|reason|valid|thing)|something|for (?:sale|hire|us|me)"
    r"|open|free (?:to|until)|valid|in scope|how (?:it|this|that|we)|ours to|mine to|enough(?= ?(?:[.,;!]|$)"
    r"| (?:to|for|time|room)))(?! (?:you|to worry))",
    r"too (?:old|young|short|heavy|large|big|small|far|late|long|many|few|close|soon|early|high|low|near|recent"
    r"|new|wide|tall) (?:for|to|a)",
    r"(?:past|beyond|missed|over) (?:the|our|its|your|that) (?:[\w-]+ )?(?:deadline|cut-?off|window|closing"
    r"|limit|due date|expiry|period|time|date)",
    r"(?:deadline|cut-?off|closing date|last day|time limit|window|entry|sign-?up|registration|enrolment"
    r"|bookings?|check-in)(?: for [\w ]{1,20})? (?:was (?:over|missed|\w+day|the|on|at|in|back|yesterday|last"
    r"|midnight|noon|\d)|(?:has |have |is |are |'s )?(?:now )?(?:closed|ended|passed|expired|lapsed|over|shut))",
    r"(?:solely|exclusively|strictly) (?:for|to|by|limited|reserved|in|on)",
    r"(?:bound|tied) (?:by|to) (?:the|our|a|that|these)",
    r"(?:wouldn't|would not|isn't|is not) (?:be )?(?:right|fair|legal|lawful|safe|proper|appropriate|ethical"
    r"|compliant)", r"final sale", r"as[- ]is",
    r"(?:declines?|rejects?|refuses?|denies|deny|turns? down|turned down|rejected|refused|declined"
    r"|denied) (?:it|that|this|the|any|all|your|such|every|to)(?! (?:parcel|delivery))",
    r"would (?:be )?(?:against|break|breach|violate|void|contravene|put (?:me|us|you) in breach|go against"
    r"|be (?:illegal|unlawful|unfair|unsafe))", r"goes against",
    r"(?:little|nothing|not much|not a lot|not a thing) (?:that )?(?:i|we|anyone) (?:can|could) (?:do|change"
    r"|offer|add|say)", r"(?:isn't|is not|'s not|not) (?:going to )?(?:happening|happen)(?! (?:again|often))",
    r"nobody (?:here|at|in|on) [\w ]{0,20}(?:can|could|may|has)",
    r"(?:isn't|is not|aren't|are not|'s not) (?:up for|down to me|mine|ours)",
    r"(?:i|we)(?:'ll| will)? (?:have to|must|need to|'ve got to) (?:leave (?:it|that|things)|keep (?:it|that|to"
    r"|the)|hold (?:you )?to|follow|abide|respect|charge|uphold|apply the|go by)",
    r"(?:i|we)(?:'re| are|'m| am) (?:obliged|required|bound|forced) to (?!ask|inform|tell|verify|check)\w+",
    r"stands? (?:rejected|refused|declined|denied)",
    r"(?:is|are|was|were|be|been|'s) (?:rejected|refused|declined|denied|turned down|overruled"
    r"|cancelled out)(?! (?:at the door|by your bank|by the (?:bank|courier|neighbour)))",
    r"(?:we|i)(?:'ve| have) (?:absolutely |simply )?no (?:[\w-]+ ){1,3}?(?:left|free|available|to spare"
    r"|to offer|for (?:that|this|it))", r"no (?:[\w-]+ ){1,3}?(?:left|remaining)(?! (?:to pay|on|of))",
    r"(?:none|nothing|not one|no one) (?:is |are )?(?:left|free|available)",
    r"(?:sold out|fully booked|booked (?:solid|out|up)|at capacity|filled up|oversubscribed|discontinued"
    r"|out of stock)",
    r"there(?:'s| is| was) no (?:getting|going|room|undoing|reversing|changing|skipping|shortcut|extending"
    r"|moving|stopping|bending|override|exception)\w*",
    r"there (?:isn't|aren't|wasn't|is not|are not) (?:\w+ )?(?:a|an|any|anything|much|one|room)(?! (?:charge"
    r"|fee|problem|cost|issue|extra|penalty|rush|need|record|sign|trace|order|booking|account))",
    r"you(?:'ve| have) (?:already )?(?:used up|run out of|(?:reached|hit|exhausted|exceeded) (?:the|your|our|a)"
    r"|exceeded|maxed out|missed|passed|gone (?:over|past|beyond)|had both|had all|made both|taken both"
    r"|already had|already made|already used)",
    r"(?:we|they)(?:'ve| have)? (?:stopped|ceased|quit|given up) (?:offering|doing|selling|taking|accepting"
    r"|giving|issuing|shipping|supporting|running|making|providing|honou?ring)", r"i would if i could",
    r"(?:is|was|are|were) (?:only |just |reserved )?for (?:new|existing|first-time|registered|adult|paying) \w+",
    r"the (?:most|best|furthest|only thing|closest) (?:i|we) (?:can|could|may|am|are)",
    r"(?:we|i) (?:deeply |sincerely )?regret to (?:inform|advise)(?: you)?(?: that)? (?!(?:i|we) (?:can't"
    r"|cannot|could not) (?:find|see|locate))", r"minimum age",
    r"(?:you|he|she|they)(?:'d| would|'ll| will) (?:have|need) to (?:be|have been|live|wait|pay full|buy)",
    r"(?:you're|you are|he's|she's|they're|is|are) not (?:yet )?(?:of age|old enough|the account holder"
    r"|a member|on the (?:account|policy|lease|list)|insured|qualified|enough)", r"no longer be", r"impossible",
    r"ineligible", r"(?:in|un)admissible", r"disallowed", r"forbidden", r"prohibited",
    r"(?:don't|doesn't|do not|does not|didn't|did not|will not|won't) (?:\w+ )?(?:allow|permit|qualify|offer"
    r"|support|let|cover|entitle|extend to|apply (?:to|for|here|when|once|on)"
    r"|accommodate|fit (?:in|on|under)|work for|stretch|have (?:the (?:ability|power|authority|means|option"
    r"|right|tools?)|a way|any way|any (?:room|power|control|say|slots?|more)"
    r"|access|permission|authority|authori[sz]ation|a tool|space|availability|flexibility))",
    r"(?:have|had|has|going|need|obliged|forced|bound) to (?:decline|refuse|turn (?:this|that|it|you) down"
    r"|say no|pass on|deny|reject|disappoint|stick|insist)",
    r"must (?:decline|refuse|say no|insist|turn)",
    r"(?:it|that)(?:'s| is| has to be| will have to be|'ll be)(?: \w+)? (?:a )?(?:firm |flat |clear "
    r"|hard )?no(?= ?(?:$|[.,!;]| from| on| to| for| here))",
    r"the answer (?:is|has to be|stays|remains)(?: \w+)? no",
    r"(?:nope|afraid not|no can do|no chance|no dice|no go|no such luck|no exceptions?|not a chance|not on this"
    r"|out of luck)",
    r"(?:against|outside|outwith|violates?|violating|breach(?:es)?|breach of|contrary to|runs? counter to"
    r"|in breach of|break(?:s|ing)?) (?:of )?(?:our |the |company |your |their |my )?(?:\w+ |\w+'s ){0,3}?"
    r"(?:polic\w+|rules?|return window|scope|terms|agreement|contract|law|regulations?|guidelines?|window|area"
    r"|remit|limits?|conditions|code|procedures?)",
    r"(?:falls?|fell|lies?|sits?|is|are|was|'s|comes?) (?:well )?(?:outside|beyond|out of"
    r"|past)(?: of)? (?!stock\b|date\b|delivery\b|office\b|order\b|town\b|contact\b|the office)(?:our|the|what"
    r"|my|policy|your|reach|scope|bounds|recovery|cover\w*|repair|hand)",
    r"(?:beyond|outside) (?:of )?(?:what|anything|my|our|recovery|repair)",
    r"there(?:'s| is| was|'re| are)(?: really| simply| just)? (?:no (?:way|option|possibility|provision|room"
    r"|means|mechanism|space|slot|leeway|flexibility|scope|chance)|nothing (?:i|we|more (?:i|we)|that (?:i|we)"
    r"|to be done|else (?:i|we))|not much|no (?:[\w-]+ ){1,4}(?:that |which |where )?(?:i|we) (?:can|could"
    r"|may))",
    r"no way (?:for|of|to|that|around|round|i|we)", r"too late (?:to|for|now)", r"i'm afraid not",
    r"(?:prevents?|prohibits?|forbids?|rules out|bars|precludes?|excludes?|disallows?|voids?|blocks (?:any|all"
    r"|me|us|that|this))(?! (?:damage|fraud|further))",
    r"(?:is|are|was|were|been|be|'s) (?:prevented|precluded|excluded|ruled out|disallowed|off limits|off-limits"
    r"|capped|closed to|shut(?= ?(?:[.,;!]|$| (?:for|since|now)))|restricted to|barred|banned|void)",
    r"out of (?:my|our) (?:reach|hands|control|power)",
    r"(?:out of the question|off the table|off the cards|a non-?starter|a no-go|not on offer)",
    r"out of scope", r"won't let", r"hands are tied", r"has been (?:declined|denied|rejected)", r"not authori[sz]ed to",
    r"(?:i|we) (?:have|hold|possess|carry|'ve got|'ve) no (?:power|authority|override|say|way|control|means"
    r"|tool|option|right|permission|discretion|room|leeway|mandate|remit|influence|facility|access)",
    r"no (?:power|authority|override|discretion) (?:to|over|here|from)",
    r"(?:we|i)(?:'re| are|'m| am) (?:full|fully booked|booked (?:up|solid|out)|sold out|not allowed"
    r"|not permitted)",
    r"(?:may|can|could) not (?:be (?!able|available|aware|possible to say|visible|sure|long|there|in\b|back"
    r"|on\b)\w+|ride|drive|fly|take|bring|enter|use|keep|carry|share|join|book|change|leave|go|park|board|buy"
    r"|transfer|return|swap|claim|sit)",
    r"(?:is|are|was|were|'s|remains?|stays?) (?:strictly |absolutely |always |considered |treated as )?(?:final"
    r"|non-?\w+able|irreversible|irrevocable|fixed by)(?! (?:step|answer|amount|bill|payment|check|question"
    r"|price is))",
)  # fmt: skip
_DESK = (
    r"(?:we|i|our \w+(?: \w+)?|(?:the|this|your) (?:crew|driver|company|airline|hotel|bank|library|council"
    r"|school|gym|clinic|surgery|practice|shop|store|policy|plan|fare|tariff"
    r"|system|insurer|insurance|scheme|warranty|guarantee|cover|contract|partner|carrier|branch|team|desk|depot"
    r"|vendor|seller|supplier|platform|network|manufacturer|rules?|terms|terms and conditions)"
    r"|(?:policy|company policy|nobody here|the system|dentists?|doctors?|drivers?|the rules|rules|regulations))"
)
_WILL_NOT = _any(
    rf"{_DESK} (?:simply |just |really |\w+ly )?(?:won't|will not|shall not|shan't)(?! (?:need|charge|bother"
    r"|keep you|take (?:long|more|any|a)|be long|share (?!that|it|this|them)|forget|disappoint|let you down"
    r"|ask|hesitate|rest|go any\w*|go further|go ahead|proceed|pursue|continue|do any\w*|touch|change any\w*"
    r"|do (?:that|it|this|so) then|press|insist|make you|cost|lose|be charging|have to|be (?:in touch|around"
    r"|here|asking))\b)",
    r"(?:won't|will not|shan't|shall not|wouldn't) (?:\w+ )?(?:work(?! again)|fit|fly|be (?:possible|paid"
    r"|accepted|approved|refunded|able to|allowed|covered|honou?red|granted|offered|waived"
    r"|reimbursed|considered|entertained|permitted|admitted|compensated|let in|valid)|make (?:an )?exceptions?"
    r"|accept|permit|allow|count towards|go through|do(?= ?(?:[.,;!]|$)))",
    rf"{_DESK} (?:don't|do not|doesn't|does not|never|no longer)(?: \w+ly| normally| ever| usually)? (?!see|find"
    r"|have|know|need|want|mind|show|think|recogni[sz]e|expect|seem|understand|charge|believe"
    r"|remember|recall|mean|like|wish|doubt|hear|require|bill|hesitate|list|record|blame|judge|yet|really"
    r"|currently (?:see|have|find|show)|matter|get (?:it|that|your|the)|quite|reali[sz]e|look|appear|contain"
    r"|say|tell"
    r"|receive|notice|detect|hold (?:a|any) (?:record|account)|affect|bite|care|lose|miss|worry|normally (?:see"
    r"|charge)|include (?:a|any) (?:fee|charge)|cost|ask (?:for (?:a |any )?(?:fee|money|payment))|add|change"
    r"|run (?:any )?(?:more )?risk)\w+",
    r"(?:the|an?|our|that|this|such|your (?:plan|policy|fare|ticket|card|cover|tariff|contract|licence|booking"
    r"|deposit|pass)) [\w' -]{1,30} (?:won't|will not) (?!be\b|cost|take|affect|change|lose|need|have|see"
    r"|expire|hurt|bother|happen|show|arrive|come|renew|go|appear|leave|run|charge|ring|count against|interrupt"
    r"|stop|end|start|reach|matter|disappear|drop|rise|increase)\w+",
    r"(?:we|i|our \w+) (?:can |could |will |may |are |'re |'m )?only (?!need|want|have|found|see|just|ask|know"
    r"|require|wish|hope|take a|takes?|charge)\w+",
)  # fmt: skip
# Nobody may, nothing can, only so many do.
_NOBODY = _any(
    r"(?:nobody|no one|no-one|nothing|none|no (?!problem|worries|doubt|fee|charge|cost|need"
    r"|longer)[\w-]+)(?: [^.,;!?]{1,60}?)? (?:may|is allowed|are allowed|is permitted|are permitted)(?! (?:have"
    r"|well|show))",
    r"(?:nobody|no one|no-one|nothing|none)(?: \w+)? (?:under|over|below|above|but|except|other than|outside"
    r"|without|beyond|besides) [^.,;!?]{1,60}? (?:can|could|is|are|gets?|qualif\w+)",
    r"no (?!problem|worries|doubt|fee|charge|cost|need|longer)[\w-]+(?: [^.,;!?]{1,60}?)? (?:can"
    r"|could) be (?!found|seen|located|charged|traced|identified)\w+",
    r"(?!you\b|it\b|that\b|this\b|they\b|there\b|i\b|he\b|she\b|which\b|what\b|records?\b|files?\b|log\b"
    r"|account\b|history\b|tracking\b|scan\b|notes?\b|details\b|data\b|numbers?\b|name\b|names\b|address\b"
    r"|code\b|amounts?\b|dates?\b|photo\b)[\w-]+ (?:simply |just )?(?:don't|doesn't|do not|does not)"
    r" (?:\w+ly |ever |normally )?(?!show|appear|seem|match|look|load|exist|need|have to|matter|affect|change"
    r"|expire|cost|require|contain|say|tell|know|mean|charge|count any|ring|add up|fit the|see|find|want|mind"
    r"|list|reflect|make (?:any )?difference|ever charge|lapse|lose|interfere|fall|hurt|list|respond|answer"
    r"|start|stop|end|open|close|run until"
    r"|go|leave|begin|arrive|belong|correspond|tally|agree|reach|remember|understand|feel|sound|surprise"
    r"|help (?:me|us)|record|display|update|refresh|work (?:any ?more|properly|right))\w+",
    r"(?:members?|adults?|residents?|customers?|staff|guests|account holders?|ticket holders?|pick-?up"
    r"|collection|cash|cards?|weekdays?|online|in person|one (?:per|a)) only",
    r"no (?:exceptions?|ifs|refunds?|returns?|swaps?|transfers?|extensions?|upgrades?|pets|visitors|reentry"
    r"|re-entry)(?= ?(?:[.,;!]|$| whatever| on| for| after| once| in))",
    r"only (?:the|an?|your|members?|customers?|adults?|people|those|original|account|residents?|guests?"
    r"|drivers?|one|two|three|\d+)(?: [^.,;!?]{1,50}?)? (?:can|may|could|is|are|qualif(?:y|ies)|gets?) (?!due"
    r"|left|missing|overdue)\w+",
    r"(?:is|are) (?:the|our|your) (?:absolute |hard |yearly |annual |monthly |upper )?(?:ceiling|maximum)",
    r"(?:a |the )hard limit",
    r"(?:stops?|ends?|is capped|caps?|maxes out|tops out) at (?:\d+|one|two|three|four|five|six|seven|eight"
    r"|nine|ten)(?! ?(?:[ap]\.?m|o'clock|:\d|noon|percent))",
    r"(?:window|deadline|period|time|chance|offer|cut-?off|limit)(?: for \w+(?: \w+)?)? (?:has|have|had|is"
    r"|was) (?:long |already |now |since )?(?:gone|passed|closed|over|expired|run out|lapsed|ended|shut|missed"
    r"|up)",
    r"(?:ran out|expired|lapsed|ended|closed) [^.,;!?]{1,40} (?:so|and) (?:it|that|i|we|you) (?:can't|cannot"
    r"|won't|have no|no longer)",
    r"no longer (?:accept\w*|valid|offer\w*|possible|available|exists?|sold|provid\w*|support\w*|honou?r\w*"
    r"|let\w*)",
    r"(?:had to be|needed to be|must have been) (?:in|made|done|sent|requested|submitted|booked|filed|claimed"
    r"|returned|cancelled|reported)", r"(?:you'd|you would) (?:need|have) to be",
    r"(?:stays?|remains?|must stay|has to stay|have to stay) (?:in (?:the|our) (?:building|library|shop|store"
    r"|country|branch|room)|on (?:the |our )?(?:premises|site))",
    r"you(?:'ll| will)? have to (?:go with|make do|live with|settle for|wait until|keep|stick|put up)",
    r"(?:tied|locked) in(?:to)? (?:until|till|for|to|the)",
)  # fmt: skip
# A rule without a verb: "No guest passes during January", "One rider, one bike".
_NO_X = re.compile(
    r"(?:sorry,? |unfortunately,? |i'm afraid |regrettably,? |sadly,? )?no (?!problem|worr|need|charge|fee|cost"
    r"|rush|doubt|record|sign|trace|answer|luck|idea|more questions|further (?:action|steps|questions|payment"
    r"|charges?|cost)|action|change|extra"
    r"|payment|trouble|bother|pressure|hurry|news|reply|other|one\b|matter|order|account|booking|match|such"
    r"|penalt|hassle|strings|stress|hidden|obligation|longer (?:shows|appears)|question|earlier|surprise|harm"
    r"|hard feelings|i\b|we\b|you\b|it\b|that\b|this\b)"
    r"[\w-]+(?: [\w-]+){0,3} (?:during|in|on|after|before|without|for|past|under|over|at|from|once|while|with"
    r"|to|outside|until|between|unless)\b(?!.*\b(?:shows?|appears?|found|listed|registered|recorded|until you"
    r"|unless you)\b)"
)

# --- Regret, and what says no after it -------------------------------------------------------------------------------

_REGRET = _any(
    r"sorry,? but", r"(?:my |our )?apologies,? (?:but|however)",
    r"i'm (?:very |really |so |truly |terribly )?(?:sorry|afraid)(?! (?:to hear|about|for|you|for the))",
    r"we're (?:very |really |so )?(?:sorry|afraid)(?! (?:to hear|about|for))",
    r"sorry to (?:say|tell|disappoint)", r"unfortunately", r"regrettably", r"sadly", r"i regret",
    r"(?:i|we) wish (?:i|we|it|there)", r"alas", r"much as i(?:'d| would) (?:like|love)", r"as much as i",
    r"i(?:'d| would) (?:really |gladly )?(?:love|like) to(?: help| do that| say yes| oblige)?[^.!?;]*,? but",
    r"i (?:do |completely |fully |totally |quite )?(?:understand|appreciate|see|get|hear) [^.!?;]+, but",
    r"bad news", r"however",
)  # fmt: skip
_LIMIT = _any(
    r"only", r"never", r"already", r"no longer", r"(?:any|no) ?more", r"too (?:late|early|soon|close|many|few|heavy)",
    r"(?:not|hasn't|haven't|isn't|aren't|doesn't|don't|won't|wouldn't) (?!see|find|locate|know|worry|mind|match"
    r"|sure|yet)\w+", r"expired",
    r"(?:has|have) (?:ended|passed|closed|run out)", r"(?:was|is|are|were) over", r"at (?:most|least)", r"ended",
    r"(?:maximum|limit|deadline)", r"no (?:\w+ )?(?:discounts?|refunds?|returns?|exceptions?|advice|forecasts?)",
    r"(?:has|have|needs?) to be", r"must be",
    r"security word .*(?:not|n't)", r"frozen",
    r"(?:have|has|needs?) to sign", r"requires", r"(?:less|more|fewer|older|earlier) than", r"limited to", r"latest",
    r"incorrect", r"wrong", r"sold out", r"out of stock", r"fully booked", r"used your", r"nothing can",
    r"(?:can't|cannot) recommend", r"late enough",
    r"pledged", r"pending", r"below", r"exceeds?", r"within",
    r"(?:has|have|had|comes with|there's|there is) no (?!record|trace|sign|problem|order|booking|account|match"
    r"|doubt)\w+",
)  # fmt: skip
_BARE_NO = _any(
    r"only",
    r"(?:stands|stays|remains|applies)",
    r"\w+n't (?!see|find|locate|know|worry|mind|match|received?|got|yet)\w+",
    r"(?:not|never|no) (?!see|find|sure|yet|record|trace|sign|problem|account|order|booking|match)\w+",
    r"cannot (?!see|find|locate)\w+",
)
# What a desk does not do, told as a rule of the house.
_HOUSE_RULE = _any(
    r"(?:not|isn't|aren't|never)(?: \w+)? negotiable",
    r"non-?(?:refundable|negotiable|returnable|transferable|exchangeable)",
    r"there(?:'s| is| are|'re) no (?:\w+ )?(?:discounts?|refunds?|returns?|price match\w*|goodwill\w*|exceptions?)",
    r"(?:we|i) (?:don't|do not|never) (?:\w+ )?(?:give|make|hold|match|negotiate|accept|take|grant|waive|carry|pay"
    r"|recommend|predict|speculate|comment|advise|refund)", r"(?:is|are) never (?!mind)\w+",
    r"(?:can|could|may) only (?:be \w+|\w+)(?: \w+){0,4} (?:while|before|until|once|within|if|up to|for|when"
    r"|on orders|to an?|to the|by)",
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
    r"without your", r"until (?:you|i|we)(?:'ve| have| can| could|'re)",
    r"(?:until|before|unless) (?:i|we|you)(?:'ve|'re| have| can| could)? (?:verif\w+|confirm\w*|know"
    r"|agree\w*|provide\w*|tell|give|have)",
    r"(?:can't|cannot) be (?:undone|changed|cancelled|reversed|refunded) (?:later|afterwards?|once|after)",
    r"(?:can't|cannot|could not|couldn't|could|can) be \w+(?: [\w ]{1,20})? (?:later|afterwards?|after (?:that"
    r"|this)|from then on)",
)  # fmt: skip
_HYPOTHETICAL = re.compile(
    r"(?:if|in case|should you|when)\b|(?:is|are|do|does|can't|couldn't|why|what|which|any|how|isn't|don't"
    r"|doesn't|would|could|can|shall) .*\?$"
)
_SIGNS = words(
    "disappoint you'd you'll used question not no never only cannot unable impossible ineligible inadmissible "
    "unadmissible disallowed disallow forbidden prohibited nobody none nothing neither nor afraid sorry "
    "unfortunately regrettably sadly regret wish alas however apologies decline declines declined refuse refuses "
    "refused reject rejects rejected deny denied denies turned against outside outwith breach breaches breaching "
    "violate violates violating contrary counter break breaks breaking beyond past late prevent prevents prohibit "
    "prohibits forbid forbids rule rules ruled bar bars preclude precludes exclude excludes disallows voids void "
    "prevented precluded excluded capped closed shut barred banned restricted starter hands reach scope power "
    "powerless final irreversible irrevocable fixed booked sold ceiling maximum limit stops stop ends caps tops "
    "maxes window deadline cutoff cut period offer expired lapsed ended ran sign enrolment registration entry "
    "tied locked minimum capacity oversubscribed discontinued stock stopped ceased quit most furthest closest "
    "strict firm flat terms policy regulations law laws sailed applies apply exclusive exclusively solely "
    "strictly bound illegal unlawful unfair legally wiggle existing exceeded exhausted hit reached missed maxed "
    "exceptions liberty position must oblige obliged required without nope unsafe contravene overruled breached "
    "notice violation blocks too little but building premises site "
)
"""One of them, or a verb with "n't", is in every refusal."""
_NEGATED = ("n't", "non")


@lru_cache(maxsize=1024)
def refuses(text: str) -> bool:
    """Does the agent say that something cannot be done?

    Not finding a record, warning that a step cannot be undone and waiting for a confirmation are none.
    """
    return any(map(_refuses, SENTENCE_END.split(_plain(text))))


def _refuses(sentence: str) -> bool:
    if _SIGNS.isdisjoint(words(sentence)) and not any(map(sentence.__contains__, _NEGATED)):
        return False
    if _HYPOTHETICAL.match(sentence) or _NOT_YET.search(sentence):
        return False
    if _CANNOT.search(sentence) or _declines(sentence):
        return True
    if sentence.endswith("?") or _GRANTS.search(sentence):
        return False
    return any(form.search(sentence) for form in (_WILL_NOT, _NOBODY)) or any(
        map(_NO_X.match, CLAUSE_END.split(sentence))
    )


def _declines(sentence: str) -> bool:
    """Does it tell a rule of the house, or what stands in the way after an apology, without saying that it can be done?"""
    if _GRANTS.search(sentence):
        return False
    sorry = _REGRET.search(sentence)
    stands = (
        sorry is not None
        and not sentence.endswith("?")
        and (_LIMIT.search(sentence, sorry.end()) or _BARE_NO.search(sentence, 0, sorry.start()))
    )
    return bool(stands) or _HOUSE_RULE.search(sentence) is not None
