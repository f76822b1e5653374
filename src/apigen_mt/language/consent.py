"""Whether a customer's reply to a proposal is a go-ahead, judged from the words of both.

A reply is read clause by clause. One clause at least has to agree: in so many words, by an order that says the proposal
back, or by what answers the very question that was asked. The clauses beside it are stories, courtesies and further
wishes, or they bear on what is decided: a condition, a doubt, another value, a question about it. One that bears on it
is enough to make the whole unclear.
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from apigen_mt.language.proposals import KNOWN_DEEDS, UNDOING, WORD, Proposal, stem, understand, values
from apigen_mt.language.spelling import any_of as _any
from apigen_mt.language.spelling import plain as _plain

Consent = Literal["yes", "no", "unclear"]

_GOOD = (
    "good great perfect perfectly perfecto fine okay lovely lush ideal nice excellent wonderful awesome amazing fantastic marvellous marvelous smashing terrific super"
    " fabulous brilliant alright fab sweet ace grand neat splendid superb correct accurate elite lit fire dope legit solid acceptable helpful magic class mint"
    " peachy dandy golden gravy sorted beautiful gorgeous cool fair reasonable suitable convenient affirmative appreciated doable settled agreed swell tidy champion"
    " cracking bueno handy decent manageable workable affordable welcome delightful dreamy heavenly heaven bliss magnificent fabuloso groovy tops spiffing wicked"
    " banging savage sound stellar sublime sensible tremendous phenomenal outstanding generous winner bonza bonzer ripper choice prima acceptable satisfactory epic lifesaving"
).split()

# --- Words that mean little ----------------------------------------------------------------------------------

_PARTICLES = (
    r"(?:please|kindly|thanks|thank you|now|then|so|just|very|much|again|well|oh+|ah+|aw+|o|hi|hey|hello|lol|lmao|ha(?:ha)*|heh|omg|wow|yay|phew|ugh"
    r"|oof|gosh|honestly|frankly|tbh|right|all|too|also|indeed|really|quite|only|x+|sir|madam|mam|ma'am|miss|mate|man|dude|bro|bruv|bruh|fam|guys?"
    r"|buddy|pal|boss|chief|friend|love|luv|lovely|dear|hun|hon|honey|babe|baby|sis|girl|lad|pet|duck|champ|chum|doll|darling|sweetie|sweetheart|fella|son|boyo|auntie|aunty|uncle|ladies|folks|team|everyone|all|bhai|ji|haan|haanji|yaar|na|biko|abeg|oya|jare|sha|oga|lah|eh"
    r"|amigo|star|legend|you star|you legend|you're a (?:star|legend|lifesaver|gem)|lifesaver|god bless(?: you)?|bless(?: you)?|amen|anyway|anyways"
    r"|quick(?:ly)?|fast|soon|asap|sharp|today|immediately|straight away|right away|right now|at once|as soon as (?:possible|you can)|and|for (?:me|us|that|it)"
    r"|by all means|to be honest|i guess so be it|if you (?:would|will|could|can|please)|you know what|like|i say|here|there|ok then)"
)
_COURTESY = re.compile(rf"(?<![\w'])(?:{_PARTICLES}|have a (?:good|great|nice|lovely) \w+|i appreciate (?:it|that)|you're the best|(?:that|it|this|me))(?![\w'])")

# Said with a "no", "don't", "if", "when" or "?" that takes nothing back.
_HARMLESS = _any(
    r"no (?:rush|hurry|doubt|need to (?:wait|ask|check|worry)|questions? asked|question about it|fuss|biggie|complaints?|regrets?)",
    r"(?:(?:since |as |because )?there's |with |at )?no (?:extra |additional )?(?:fees?|charges?|penalty|cost)",
    r"no (?:more|further|other) questions",
    r"(?:i )?(?:don't|do not) (?:mind|care)(?: (?:at all|the \w+|about [^.,;!?]+))?",
    r"i (?:don't|do not) (?:want|need) (?:it|them|that|this|the \w+) any ?more",
    r"i (?:don't|do not) (?:have|see) any (?:other )?questions?",
    r"(?:don't|do not|no need to) (?:worry|wait|mind)(?: about [^.,;!?]+| the [^.,;!?]+)?", r"(?:can't|cannot|can hardly) wait(?: [^.,;!?]+)?",
    r"(?:if|when|whenever) (?:you(?:'re| are)|that's|it's) (?:ready|convenient)",
    r"if you (?:could|would|can|please|will|must|insist|(?:don't|wouldn't) mind)(?: please)?(?= ?(?:[.,;!]|$))",
    r"if (?:i|we) (?:have|must|had) to", r"(?:as|even) if", r"if (?:needs must|i'm honest|i'm being honest|you ask me|anything|memory serves)",
    r"i(?: would|'d) be (?:very |so |most )?(?:glad|happy|grateful|pleased|obliged)"
    r" if you (?:did|would|could|do)(?: (?:so|that|it))?",
    r"even (?:though|with|without) [^.,;!?]+", r"without (?:delay|hesitation|(?:a |any )?(?:doubt|question|further ado))",
    r"(?:please )?(?:let me know|tell me|text me|e?-?mail me|message me|ping me|notify me|call me) (?:when|once|as soon as|after|if)"
    r" [^.,;!?]+", r"let me know if (?:you need|there's anything|anything)[^.,;!?]*", r"tell me about it", r"(?:you )?only live once", r"you(?:'ve| have) no idea[^.,;!?]*", r"(?:oh |wait |omg )*(?:really|seriously|for real|srsly|you can do that|is that so|already)\?+", r"you (?:don't|do not|didn't) (?:need|have) to ask[^.,;!?]*", rf"how (?:very |absolutely )?(?:{'|'.join(_GOOD)}|kind|thoughtful|exciting)\b[^.,;!?]*", r"what would (?:i|we) do without [^.,;!?]+\??",
    r"who knew[^.,;!?]*\??", r"where have you been[^.,;!?]*\??", r"can you believe[^.,;!?]*\??", r"do you know (?:i|my|that|how)[^.,;!?]*\??", r"isn't (?:it|that|life|technology) (?:lovely|great|wonderful|marvellous|amazing|something|funny)\??", r"(?:just|only) in case(?: [^.,;!?]+)?",
    r"not (?:going to lie|that (?:i mind|it matters|i care)|bothered|fussed|my (?:fault|problem))", r"the more (?:[^.,;!?]+ )?the (?:better|merrier)",
    r"the sooner the (?:better|merrier)", r"what(?:ever)? a [^.,;!?]+", r"what (?:can|else can) (?:you|i|we) do\??", r"next time [^.;!?]+", r"in (?:the )?future [^.;!?]+", r"(?:i'll|i will|we'll|my \w+ will) make sure", r"(?:have|had|got) no (?:other )?(?:choice|option)(?: [^.,;!?]+)?",
    r"(?:there's|there is|is|i see) (?:really )?no (?:other )?(?:option|choice|way|alternative|point (?:in )?(?:keeping|waiting))(?: [^.,;!?]+)?",
    r"(?:thanks|thank you)(?: (?:so|very) much| a lot)?(?: for (?!explaining|clarifying|letting"
    r"|telling)(?:\w+ing|your \w+|the help|the \w+ (?:help|response|reply|service)|everything|that|this)(?: [^.,;!?]+)?)?",
)  # fmt: skip
# A deadline, where an order stands before it; "before you do that" puts something in between.
_DEADLINE = re.compile(
    r"(?<=\w )before (?!you\b|that\b|this\b|then\b|doing\b|anything\b|i (?:say|agree|decide|commit|do\b|go ahead)|we (?:do|go)|\w+ing\b)[^.,;!?]+"
)
# Said in any other words than yes, and each as good.
_SAYS_YES = _any(
    # a no to what would stand against it
    r"(?:i |we |i've |there's |have |got )*(?:won't|wouldn't|can't|cannot|couldn't|don't|do not|not|never|no|not going to|hardly|nothing to|without) (?!like )(?:\w+ ){0,2}(?:argu\w+|object(?!ion)\w*|complain\w*|refus\w+|hesitat\w+|fight you|disagree|pass (?:it|that|this) up|turn (?:it|that|this) down|fault (?:it|that|you))"
    r"(?: (?:with|to|about|on|here|at all|from me|it|that|this))*", r"(?<!you )(?:i |we )?(?:really |honestly )?(?:don't|do not|wouldn't) mind(?: (?:at all|if you do|a bit|one bit|in the least|either|that|it))?(?= ?(?:[.,;!]|$))",
    r"(?:i'm |we're )?not against (?:it|that|this)", r"yolo", r"(?:work|fire|crack|lash|batter|plou?gh|carry|drive|push|press|power|march|sail|swing|rock|roll|chop|hop) (?:on|away|ahead)(?: (?:then|so|there|with (?:it|that)))*(?= ?(?:[.,;!]|$))", r"(?:you|ye|yeah|we|i) (?:may|might) as well(?= ?(?:[.,;!]|$))",
    r"cool ?(?:beans|io)", r"can do", r"granted", r"les+go+", r"slay", r"chill", r"vibes", r"no cap", r"that's (?:us|me) (?:\w+ )?(?:then|sorted|booked|done)", r"(?:she|he|they)(?:'ll| will) be (?:there|in|ready|waiting)(?= ?(?:[.,;!]|$))", r"can't think of (?:anything|a) (?:\w+ )?better[^.,;!?]*", r"(?:that|it|this)(?:'d|'ll| would| will) make (?:my|her|his|our|their) \w+", r"^(?:love|loving) (?:it|that|this)(?= ?(?:[.,;!]|$))",
    r"(?:couldn't|could not) be (?:happier|better|more pleased)", r"(?:i )?wouldn't have it any other way", r"never been (?:surer|more sure|happier)", r"what's not to (?:like|love)\??", r"nothing to lose",
    r"(?:only )?if (?:you(?:'d| would| could| will)(?: be so (?:kind|good)(?: as to)?)?|it's (?:no|not(?: too much)? (?:of )?(?:a |an )?) ?(?:trouble|bother|problem|hassle)|you don't mind|you wouldn't mind)(?: please)?(?= ?(?:[.,;!]|$))",
    r"(?:oh,? )?(?:could|would|can|will) you(?: really)?\?+", r"(?:how could|why would|who) (?:i|anyone|anybody|would)?n?'?t?(?: i)?(?: not| say no| refuse| turn that down)\??", r"who wouldn't\??",
    r"i(?:'ve| have)? (?:already |just |literally )*(?:said|told you) (?:yes|to|go)", r"that(?:'s| is|'s exactly| was) (?:why i(?:'m| am)? (?:called|here|wrote|rang|came)|the (?:idea|plan|whole point)|all i (?:ask|want|need|wanted|needed|asked for)|what i came for)",
    r"the (?:sooner|quicker|faster) the better", r"(?:on|off|away) (?:you|ye|we) go", r"go (?:nuts|wild|crazy|forth|right on)", r"fill (?:your|yer) boots", r"hit (?:it|me)", r"punch it", r"bring it on", r"game on", r"(?:it's|we're) on", r"engage", r"execute",
    r"you know it", r"(?:damn|darn|too|bloody) right", r"darn tootin\w*", r"you got it", r"amen to that", r"copy that", r"wilco", r"ten[- ]four", r"i concur", r"concur(?:red)?", r"\+1", r"lfg", r"green ?lit", r"preach", r"hallelujah", r"i am agree", r"(?:i )?leave it (?:with|to) you", r"(?:i )?leave it in your [^.,;!?]+",
    r"(?:proceed|go ahead|carry on|do) as (?:you )?(?:described|outlined|stated|discussed|per[^.,;!?]*|above|said|planned|proposed|suggested|see fit|think best|agreed|suggest|propose|say)", r"(?:it's|is) (?:good|okay|fine|perfect|nice)(?: (?:so|for (?:me|us)))?(?= ?(?:[.,;!]|$))",
    r"[👍👌✅💯🆗]+\S*",     r"why (?:not|wouldn't (?:i|we)(?: be)?)\??", r"(?:i |i really |we )?(?:don't|do not|can't|cannot) see (?:why not|a reason (?:why )?not|any reason (?:why )?not|any problem"
    r"|any other way[^.,;!?]*|a problem|an issue)", r"(?:can't|wouldn't|won't|couldn't|not going to) say no(?: to (?:that|it|this))?",
    r"(?:who (?:says|would say|says) no to [^.,;!?]+)",
    r"(?:i )?(?:have |got |i've )?no (?:problems?|worries|probs?|objections?(?: (?:from me|here|at all))?|issues?|wahala|qualms|complaints|reason (?:why )?not(?: to)?)(?: (?:here|at all|from me|with (?:that|it|this)))?",
    r"not a problem", r"(?:i have )?nothing against (?:it|that)", r"i wouldn't mind", r"i'd (?:never|hardly) say no[^.,;!?]*",
    r"(?:do|please do) the needful(?: things?)?", r"say less", r"say no more", r"no brainer", r"you bet(?:cha)?", r"what are you waiting for\??", r"(?:then )?what else\??",
    r"(?:how|what) could i (?:say no|refuse)[^.,;!?]*", r"(?:couldn't|can't|cannot) (?:be better|complain|argue with that|ask for more|agree more|come soon enough)",
    r"rather you than me", r"u+h+ duh", r"do you (?:even |really )?(?:need|have) to ask\??", r"(?:is that|that's not) even a question\??", r"need you (?:even )?ask\??", r"you had me at \w+", r"take my money",
    r"nothing against(?: (?:it|that))?", r"no (?:dramas?|stress|sweat|bother|trouble|probs?|biggie|hassle)", r"she'll be right", r"what (?:are we|you) waiting for\??", r"do you have to ask\??", r"(?:hell|heck|fuck|damn|hells) ye(?:s|ah)", r"is the pope \w+\??", r"(?:too )?right you are", r"not a moment too soon",
    r"i'm (?:all )?for it", r"as you (?:say|wish|suggest|propose)", r"whatever you (?:say|think(?: is)? best)", r"twist my arm",
    r"my pleasure", r"all yours", r"nothing would (?:please|make) me[^.,;!?]*", r"(?:don't|do not) (?:let me stop you|hesitate|stop)", r"stop asking and [^.,;!?]+",
)  # fmt: skip
_POLITE_ORDER = _any(
    r"(?:can|could|will|would) (?:you|we) (?:please |just |kindly )*(?:go ahead|proceed|do (?:it|that|this"
    r"|so)|cancel|book|refund|return|exchange|process|finish|complete|submit)[^.,;!?]*\??",
    r"would you please(?= ?[.!?]|$)\??",
)  # fmt: skip
# A further wish takes nothing back either, unless it is about what is at stake.
_FURTHER = re.compile(
    r"^(?:and |oh,? |then,? |but )*(?:also|one more|another thing|after that|next|afterwards|additionally"
    r"|while (?:you're|i'm|we're) (?:at it|here)|(?:once|when) (?:that's|it's|that is|this is) (?:all )?(?:done|sorted))\b"
)
_STAKES = _any(r"fees?", r"costs?", r"charged?", r"prices?", r"how (?:much|long|soon)", r"penalt\w+", r"discount\w*", r"cheaper", r"waived?", r"free",
               r"refundable", r"deposit", r"extra", r"total", r"possible", r"available", r"earlier", r"later")  # fmt: skip

# --- What speaks against it ----------------------------------------------------------------------------------

# A doubt or a delay, wherever it stands.
_DOUBT = _any(
    r"h+m+", r"u+h+(?![ -]?huh)", r"u+m+", r"e+r+m*", r"wait(?! (?:for it|time|list|times))", r"hang (?:on|about)", r"hold (?:on|up|it|that|your horses)",
    r"give me (?:a|some|until|time|till|two|five|ten|\d+)", r"(?:one|a|just a|1|two|half a|in a) (?:sec|secs|second|seconds|moment|minute|minutes|min|mins|tick|mo)",
    r"kinda", r"kind of", r"sort of", r"sorta",
    r"(?:not|never|ain't|isn't|wasn't) (?:so |too |really |entirely |100% |quite |yet |that |even |all that |completely |fully |totally |absolutely )*(?:sure|certain|convinced|keen|decided)",
    r"unsure", r"undecided",
    r"(?:don't|do not) know(?! (?:why|how (?:i|it|that)))", r"no idea",
    r"(?<!don't )(?<!not )(?:i )?think(?: so|(?= ?$)| (?:that's|that is|it's|that'd|it'd|i'd|i'll|i|about|it over|on it|over|this through|properly)\b)",
    r"thought (?:it|that|you|this) (?:was|would|said|were)", r"let me (?!know|in\b|down\b|leave|go\b|off\b|finish\b|get on\b)\w+", r"thinking", r"sleep on it", r"on the fence", r"torn",
    r"two minds", r"back and forth", r"(?:need|needs|have|has|had|like|going|got|ought) to (?:first )?(?:think|check|ask|talk|see|look at|look|know|discuss|consult|confirm|count|find|speak|run it|clear it|measure|decide|compare|read)\b(?! (?:the|a) doctor)",
    r"(?:need|want|want to have) (?:some |more |a bit (?:of|more) )?(?:time|more)",
    r"(?:i'll|i will|we'll|will|shall|going to|must|should) (?:wait|think|check (?:with|if|first|my|on|and)|ask|get back|decide|message you|let you know|come back|figure|revert|text you|call (?:you|back)|tell (?:you )?(?:later|after|tomorrow)|tell you|inform|confirm|see (?:if|what|how|first|about)|try|talk|contact|look into|know)",
    r"(?:then )?i(?:'ll| will) (?:tell|do it|call|look|see)(?! you (?:there|then|soon|on|at))(?= ?(?:$|later|first|tomorrow|back|myself))",
    r"wonder(?:ing)?", r"waiting (?:to (?:hear|see|know)|for|on)", r"brb", r"back to you", r"call (?:you )?back", r"confused", r"explain", r"more info\w*",
    r"in (?:theory|principle)", r"on paper", r"(?:don't|do not|didn't) (?:quite |really |even )?(?:understand|get it|follow)",
    r"(?:check|look|try)(?: (?:at |into )?(?:it|that|this))? again", r"reconsider", r"fail to see", r"(?:might|may) (?:be|want|need|change|not|have to)", r"almost (?:convinced|sure|there)",
    r"\d+% sure(?<!100% sure)", r"(?:pretty|fairly|mostly|nearly|somewhat|half) (?:sure|certain|ok|okay|happy)", r"should be(?: fine| okay| good)?", r"not (?:just )?(?:yet|now|right now|for now)",
    r"depends?", r"depending", r"not (?:a |100 )?(?:hundred|100) ?(?:%|percent)", r"let's see", r"we'll see", r"scared", r"asking (?:my|the|him|her)", r"checking (?:with|my|if|the)",
    r"(?:i'm|am|still) (?:still )?(?:looking|checking|asking|deciding|reading|waiting|unsure|comparing)", r"(?:message|text|write|ring|call|tell) (?:to )?(?:you|u) (?:again|later|back|then|tomorrow|when|once|after)",
)  # fmt: skip
# A doubt where it can be about what is proposed, and not about a tale of its own.
_PERHAPS = _any(r"maybe", r"perhaps", r"possibly", r"probably", r"prob", r"probs", r"hopefully", r"(?:i |we )?(?:guess|suppose|assume|hope|reckon)", r"i thought")
# In the very clause that agrees, less is enough.
_HEDGE = _any(
    r"hopefully", r"might", r"may(?! (?:\d|go|proceed|do|begin|start))", r"i think", r"in case", r"surprised", r"strange", r"weird", r"later(?! (?:flight|one|date|departure|time|today))",
    r"(?:yeah|yes) (?:about that|right)", r"(?:good|great|nice) to (?:know|hear)", r"(?:please|so|just|then) (?:please )?check",
    r"(?:he|she|they|nobody|somebody|someone|colleague|friend|neighbou?r|wife|husband) (?:said|says|told|promised|swears)",
    r"(?:was|were|been) (?:told|promised|assured)", r"would(?:n't)? have", r"could(?= ?$)", r"was going to",
    r"without", r"half", r"actually", r"in fact", r"different", r"supposed to", r"too(?=[.,;!]|$)",
    r"(?<!fine )(?<!okay )(?<!correct )(?<!good )only", r"first(?! (?:one|option|class|flight|of|choice|item|thing))", r"before",
)  # fmt: skip
# Doubts about the thing itself: a yes in so many words stands beside them.
_MISGIVING = _any(
    r"nervous", r"worried", r"concerned", r"expensive", r"pricey", r"too (?:much|high|long|late|early|steep|tight|soon|far)",
    r"annoy\w+", r"a lot (?:of money|for|more)", r"seems? (?:like a lot|high|off|wrong|odd)", r"unfair",
    r"not fair", r"ridiculous",
)
_CONDITION = _any(
    r"(?<!asked )(?<!asking )(?<!wonder )(?<!wondering )(?<!asks )(?<!knows )(?<!tell me )if(?! only\b)", r"unless", r"(?:as|so) long as", r"long as", r"provided", r"providing", r"assuming", r"on (?:the )?condition", r"on one condition",
    r"subject to", r"promise", r"make sure", r"making sure", r"only (?:if|when|after|once|for|the|to|on|with|because you|till|until)", r"otherwise", r"or else", r"not before", r"not until", r"whether",
)  # fmt: skip
# What makes a condition at the head of a clause only: elsewhere it tells of something else.
_CONDITION_FIRST = re.compile(
    r"^(?:and |but |so |only |just )*(?:once(?! upon)|when|after|until|till|before(?= (?:you|that|this|then|doing|anything|i (?:say|agree|decide|commit|do)|we (?:do|go)|\w+ing)\b)|first(?! (?:time|one|class|thing))|only(?! (?:me|i|us|we|he|she|thing|problem|reason|took|been|got|option|choice|because|\w+ing)\b)"
    r"|except|though|although|however|whether|without|minus)\b(?! you're (?:at it|ready))|\bfirst$"
)
_CORRECTION = _any(
    r"except", r"excluding", r"(?:apart|aside) from", r"other than", r"instead", r"(?<!or )rather", r"prefer\w*", r"however",
    r"(?:back|return|revert) to (?!(?:my|me|you|your|us|the (?:same|card|account|original))\b)\w+",
    r"(?:^|to |with |want |prefer |keep |for )(?:the|my) (?:first|previous|earlier|old) (?:option|version|choice|date|idea|plan)", r"forget (?:what )?i said",
    r"(?:scratch|ignore) (?:it|that|what)",
    r"(?:a|one|quick|small|slight|minor) (?:correction|change)", r"correction(?= ?[:;,-])",
    r"i mean(?= )(?!,? (?:yes|yeah|sure|okay|go|do|why|absolutely|obviously|of course))", r"i meant", r"meant to (?:say|be)", r"oops", r"whoops", r"incorrect", r"mistaken",
    r"(?:that's|it's|is|are|that is|this is|the|you (?:got|have)(?: \w+)*) wrong", r"^wrong", r"wrong (?:card|address|date|name|number|flight|email|time|day|order|one)(?= ?(?:though|there|$))",
    r"a different \w+", r"not that(?= ?$| one| \w+$)", r"(?:is|are|be|suits?|works?|would be|that's|it's) better", r"^or\b(?! (?:else|so|whatever|anything))", r"^(?:\w+ )?(?:later|earlier|cheaper|bigger|smaller)(?= ?$| (?:one|please|if|in))",
    r"(?:you|they) (?:said|told me|quoted|promised|wrote)(?: (?:it|that|me|us))?", r"(?:that's|it's|that is|isn't|that isn't) not (?:the|what|my)",
    r"(?:worried|nervous|concerned|unhappy|not happy) (?:about|with) (?:the|that|this|it)", r"should (?:say|have been)", r"(?:was|were) supposed to be", r"half of (?:it|them)",
    r"(?:the|my|an) other (?:one|card|address|account|way|day(?! (?:i|we|my|he|she|they))|flight|bike|bag|email|branch|shop|store)", r"another (?:card|date|day|time|address|flight|account|colou?r|size|option)",
    r"(?:^|^(?:and|so|please|just|then|but|yes|okay|actually|no) )make (?:it|that|them)(?! (?:so|please|go|happen|work|quick|official|snappy|fast|today))(?= )",
    r"just (?:the|one|two|a couple|half|part)(?! (?:way|job|ticket|thing|best|way|thought|question|heads))(?= )", r"could (?:it|we|you) (?:go|say|be|make|do)\b(?! (?:it|that|this))", r"can (?:it|we) (?:be|make|do)\b(?! (?:it|that|this))",
    r"(?:isn't|not|doesn't|aren't) (?:\w+ )?(?:right|correct|match|mine|what i)", r"how about", r"would be better", r"better (?:if|on|at)", r"more like", r"(?:one|another|any) (?:more )?problem",
)  # fmt: skip
_QUESTION = _any(
    r"what(?:'s| is| are) (?:the|my|your|it|that|this|included|happening|going|with)", r"what (?:about|if|would|will|does|do (?:i|you)|happens|kind|time|day|date|size)",
    r"how (?:much|many|long|soon|does|do (?:i|you|we)|is|will|would|about|can|come)", r"how's (?:that|it) (?:going to )?work",
    r"why (?:is|does|did|would|can't|the)", r"(?<!so )(?<!as )is (?:there|that|this|it) (?:a|an|any|still|also|the|going|really|per|for|in|ok|okay|safe|definitely|actually|refundable|possible|nonstop|free|normal)",
    r"^(?:is|are|does|do(?! (?:it|that|this|please)\b)|did|will|would|can|could|should|am|has|have|was|were) (?:i|we|it|that|this|there|my|the|your|you|they|he|she|her|his|our|any)\b(?! (?:now|please)$)",
    r"question", r"you (?:sure|certain|mean)", r"(?:are|is) (?:you|it|that|this) (?:sure|certain|definitely)",
    r"do i (?:get|have|need|lose|keep|pay|still|also)", r"(?:will|would|can|could|should|am|must) i (?:get|be|have|need|lose|keep|pay|still|also|owe)",
    r"which (?:one|card|flight|day|date|account|address|order|of)", r"^(?:and |so |but )*(?:which|who|when|where|how|what)\b(?! (?:a|an|else|ever)\b)",
    r"(?:when|where) (?:will|would|does|do|is|can|did)", r"who (?:is|will|does|pays)",
    r"any (?:fees?|charges?|penalt\w+|cost|extra)", r"tell me (?:what|how|why|the|more|which|about|if|when|where)", r"or (?:what|not)$",
)  # fmt: skip

# "Cancel that" is left out: at a service desk it is as often the request itself.
_REFUSAL = _any(
    r"(?:don't|do not|won't|refuse to|not going to)(?: (?!but\b|so\b)[^\s.,;!?]+)*", r"(?:no longer(?: [^.,;!?]+)?|never)",
    r"rather (?:just )?(?:not|leave|keep|you (?:didn't|don't))(?: [^.,;!?]+)?",
    r"prefer (?:not|to keep|to leave)(?: [^.,;!?]+)?",
    r"not (?:interested|now|today|happy|okay|comfortable|willing|keen|this time|really|at all|worth it|for"
    r" me|yet|required|needed|necessary)(?! (?:sure|certain))",
    r"(?:leave|keep|keeping) (?:it|that|them|things|everything|the|my|this)(?: [^.,;!?]+)?", r"never mind",
    r"(?:i'm|i am|we're) (?:keeping|staying|sticking)(?: [^.,;!?]+)?",
    r"forget (?:it|that|about it|the whole thing)", r"hold off", r"scrap (?:it|that)", r"drop it", r"abort",
    r"stop(?: (?:it|that|there|right there|the \w+))?", r"change(?:d my| of) (?:mind|heart)",
    r"second thoughts?", r"i'll (?:just )?(?:keep|pass|skip|leave|stick with|stay with|manage)",
    r"let's (?:not|skip|leave|just keep|keep|just leave)(?: [^.,;!?]+)?", r"pass", r"(?:absolutely|definitely|certainly|of course|hell|heck) (?:not|no)",
    r"no (?:thanks|thank you|way|deal|go|chance)", r"call it off", r"i (?:decline|disagree)", r"negative",
    r"back out", r"want to keep", r"can't (?:afford|accept|agree|do that)", r"no", r"👎",
)  # fmt: skip
# Refusals that end the matter whatever is said around them, short of an assent or a condition.
_FIRM = _any(
    r"no (?:thanks|thank you|way|deal|chance)", r"never mind", r"forget (?:it|that|about it)", r"hold off", r"abort",
    r"(?:don't|do not)(?: (?:do|cancel|book|process|proceed|go|change|send|charge|bother|refund|return"
    r"|exchange|want|need|submit|touch|block|end|add|pause|issue|mark|reverse)|(?=[.,;!?]|$))", r"rather (?:just )?(?:not|leave|keep)",
    r"(?:leave|keep|keeping) (?:it|that|them|things|everything|my|the)", r"scrap (?:it|that)", r"drop it",
    r"call it off", r"i'll (?:just )?(?:keep|pass|leave)", r"(?:i'm|we're) (?:keeping|staying|sticking)", r"let's (?:not|(?:just )?keep|(?:just )?leave)", r"second thoughts", r"changed my mind",
    r"(?:absolutely|definitely|certainly) not", r"not (?:yet|now|today)(?! (?:sure|certain))", r"stop", r"not (?:required|needed|necessary)",
)  # fmt: skip
# Beside a yes, a "don't" or a "never" is mostly about something else. These are about what is decided.
_TAKES_BACK = _any(
    r"^(?:and |so |well |actually |oh |wait |sorry |please )*no(?= ?$| (?:i|i'm|i'd|i'll|i've|it|it's|that|that's|this|the|my|we|we're|you|not|don't|but|wait|sorry|please|thanks|leave|keep|just|only|actually|no|a|an|to|for|on|at|make|use|change|cancel|use|sir|madam|need|longer|then|more)\b)(?: .*)?",
    r"(?:don't|do not|won't) (?:want (?:to (?:pay|lose|go|do|change|cancel|switch)|that|this|a|any|the)|agree|accept|think so|do (?:it|that|this|anything)|touch|charge|go ahead|proceed)\b",
    r"(?<!before i )(?:change(?:d)? my|change of) (?:mind|heart)", r"(?<!to )(?<!i )(?<!we )(?<!he )(?<!she )(?<!they )(?<!me )(?:leave|keep) (?:it|that|them|things|everything|the|my|this|me|us)(?! (?:coming|up|safe|posted|simple|short|quick|alone)\b)",
    r"(?:^|just |please )(?:stop|leave|pass|abort|nah|nope)(?: .*)?", r"never mind", r"forget (?:it|that|about it)", r"hold off", r"call it off", r"scrap (?:it|that)", r"drop it", r"second thoughts?", r"^(?:don't|do not)(?= ?$| please)",
    r"no (?:thanks|thank you|way|deal|chance)", r"i'll (?:just )?(?:keep|pass|skip|leave it|stick with|stay with)", r"let's (?:not|skip|leave|keep)", r"rather not", r"(?:stays?|remains?)(?= ?$| (?:as|on|the|please|where|put))", r"(?:that's|it's|that is|it is|this is) (?:not|no) (?:for|better|good|what|it|great|ideal|enough|use|way|acceptable)",
    r"(?:absolutely|definitely|certainly|of course|why|maybe) not", r"can't (?:accept|agree|do that)", r"i (?:decline|disagree)", r"not (?:interested|today|happy|comfortable|willing|keen|this time|worth it)",
)  # fmt: skip

# --- What agrees ---------------------------------------------------------------------------------------------

_PRAISE = (
    rf"(?:{'|'.join(_GOOD)}|right(?! (?:place|one|here|now))|all right|fair enough|like a plan|spot on|bang on|bob on|on point|much better|sweet as|top notch|tip top|hunky dory"
    r"|more than (?:fine|fair|okay|generous|acceptable|reasonable|welcome)|all good|a[- ]?ok(?:ay)?|in order|good enough|music to my ears|happy days|just the (?:job|ticket|thing)|the (?:dream|business|one i want)|a yes(?: from me)?|a go(?: from me)?"
    r"|an? (?:\w+ )?(?:relief|help|lifesaver|godsend|dream|treat|plan|deal|bargain|steal|blessing|result|winner|weight off my \w+|no[- ]brainer|good (?:idea|one|deal|price|plan)|great (?:idea|one|deal|price|plan))"
    r"|(?:exactly|just|precisely)? ?what (?:i|we)(?:'d| would| was| am|'m| were| had)? ?(?:want|wanted|need|needed|meant|like|asked for|after|hoping for|looking for|prefer|in mind)|exactly (?:right|it)"
    r"|no (?:problem|issue|bother|trouble|biggie|worries)|great news)"
)
_GLAD = r"(?:happy|glad|delighted|thrilled|pleased|chuffed|content|grateful|obliged|relieved|agreeable|over the moon|stoked|keen|willing|satisfied|comfortable|all for it|ecstatic|tickled pink|made up)"
# Beside "sounds" and "that would be" whatever is not among these is praise.
_BAD = _any(
    r"bad", r"awful", r"terrible", r"horrible", r"steep", r"high", r"low", r"pricey", r"expensive", r"costly", r"wrong", r"odd", r"weird", r"strange", r"off", r"fishy", r"scam\w*", r"dodgy", r"sus",
    r"suspicious", r"robbery", r"rip[- ]?off", r"joke", r"ridiculous", r"unfair", r"cheeky", r"confusing", r"complicated", r"risky", r"scary", r"too", r"not", r"no", r"less", r"more", r"better", r"worse", r"early", r"late",
    r"long", r"far", r"short", r"bit", r"kind", r"shame", r"different", r"difficult", r"tricky", r"much", r"lot", r"hard", r"problem", r"a pain", r"silly", r"stupid", r"unreasonable", r"useless", r"rubbish", r"poor", r"meh",
    r"rather", r"inconvenient", r"impossible", r"easier", r"cheaper", r"pointless", r"a waste", r"\w+n't", r"\d\S*", r"mad", r"crazy", r"rough", r"harsh", r"nonsense", r"tight", r"annoying", r"it", r"you", r"familiar", r"interesting",
    r"unlikely", r"disappointing", r"sad", r"unhelpful", r"excessive", r"a stretch", r"almost", r"nearly", r"maybe", r"\w+day", r"okay-ish", r"iffy", r"vague", r"is", r"are", r"was", r"i", r"we", r"my", r"have", r"got",
)
_INTENSE = r"(?:\w+ly |very |so |just |all |quite |more than |pretty |most |100% |bloody |damn |fucking |dead |super |still |really |both |now |also )*"
_STRONG = _any(
    r"(?<!say )(?<!said )(?<!saying )(?<!a )(?<!i'd say )(?:yes|yeah|aye|yessir|yas+|yass+|yep+|oui|si|ja|yessiree|yezzir|yup|yupper\w*|yuss+|yesh|yepper\w*|oui oui)(?! (?:or no|and no|/))", r"uh[ -]?huh", r"m+[ -]?hm+", r"absolutely(?! (?:not|no))", r"definitely(?! (?:not|no))", r"certainly(?! not)",
    r"of course(?! not)", r"by all means", r"affirmative", r"for sure", r"sure thing", r"totally", r"(?:it's a |you've got (?:yourself )?a |you have a |^)deal", r"roger(?: that)?", r"10-4", r"aye aye", r"yessir", r"positive", r"indubitably", r"naturally", r"obviously", r"okey dokey",
    r"👍\S*", r"✅", r"👌\S*", r"💯", r"go (?:right |straight |on )?ahead", r"go head", r"ahead please", r"go for it", r"(?:^|please |yes |yeah |just |and |go )go(?=[.,;!]|$| go)",
    r"go with (?:that|it|this)", r"(?<!to )(?<!can't )(?<!cannot )do (?:it|that|this|so|both|them|am|all of \w+)", r"please do", r"go on(?: then)?(?! (?:about|the|a|my|with the)\b)", r"do what(?:ever)?(?:'s| is| you)(?: need\w*| think| gotta| have to)*", r"do your (?:thing|worst|magic)",
    r"proceed", r"carry on", r"continue",
    r"make (?:it (?:so|happen|work|official)|the (?:change|switch|swap|move|booking|exchange|payment|transfer|call|order|trade|upgrade|update|arrangement|appointment|reservation)s?)", r"work your magic", r"crack on", r"fire away", r"knock yourself out", r"have at it", r"let (?:her|it) rip", r"send it", r"ship it",
    r"pull the trigger", r"(?:book|ship|send) it(?= ?$)", r"lock it in", r"green light", r"(?:we're|i'm|all|you're)? ?good to go", r"start it", r"get cracking",
    r"let's (?:do (?:it|that|this)|go (?:ahead|for (?:it|that))|proceed|crack on|make it happen)", r"be done with it", r"over and done with",
    r"i (?:\w+ly )?(?:can )?(?:confirm|agree|accept|approve|consent|authori[sz]e|give (?:you )?my \w+)", r"(?:^|very much |all |fully |totally |hereby |happily )(?:confirm|agre|accept|approv|authori[sz])ed", r"(?:confirm|agre|accept|approv|authori[sz]|grant)ed(?= ?$| (?:on|from|by) (?:my|our|me|us|this))",
    r"(?:confirm|agree|accept|approve|authori[sz]e)(?= ?$)", r"i (?:most |\w+ly )?(?:do|would|am|will)(?= ?$| indeed| please)", r"you have my \w+", r"you've got my \w+",
    rf"(?:sounds?|looks?|all|seems|that's|reads|feels) {_INTENSE}{_PRAISE}(?! (?:but|to (?:know|hear|be true)))",
    r"(?:works?|fine|good|okay|great|perfect|suits?|fits?|does it|alright|cool) (?:for|by|with|to|on) (?:me|us|him|her|them|everyone|my \w+|that|this|it|everything|all (?:of )?(?:that|it))(?! (?:but|being))", r"works(?= ?$)", r"i'm (?:in|down|game|sold|on board|up for (?:it|that))(?= ?$)",
    rf"(?:that|this|it|everything|now|then|the above|all)(?:'s| is|'d be|'ll be| would be| will be| all (?:looks|sounds|seems)) (?:(?!not|no|never|too|hardly)\w+ )?{_PRAISE}(?! (?:to (?:know|hear|be true)|but))",
    r"(?:that|this|it)(?:'ll| will|'d| would)? (?:works?|do(?:es)?|suit)(?: (?:nicely|fine|me|us|it|well|perfectly|just fine|the trick))*(?= |$)(?! (?:not|i|you|it|include|cost|mean))", r"happy (?:with|to (?:go|do|pay|proceed|accept|take|have))(?! (?:know|wait|hear))",
    r"(?:i'm|i am|we're|we are|im) (?:\w+ )?(?:fine|okay|good|happy|ready|cool|on board|comfortable|content|all for) ?(?:with|to|for)?(?: (?:that|this|it))?(?= |$)(?! (?:as|here|keep|thanks))",
    r"you (?:can|may|should|could)(?: (?:now|just|please|surely|definitely|certainly))*(?: (?:do|start|begin|finish|cancel|book|refund|return|exchange|go|proceed|confirm|carry|continue)\b[^.,;!?]*)?(?=[.,;!]|$)",
    rf"(?:i'm|i am|we're|we are|i'd be|we'd be|i would be|we would be) (?:\w+ ){{0,2}}{_GLAD} ?(?:with|to|for|about)?(?: (?:that|this|it|do so|have it))?(?= ?$| (?:thanks|thank|please|indeed|if you (?:did|would|could)))",
    rf"{_GLAD} (?:with|about|for) (?:that|this|it|you to)", r"gladly", r"with pleasure", r"willingly", r"happily", r"(?:the )?pleasure's mine", r"all systems go", r"sign (?:me|us|him|her) up", r"where do i sign\??",
    r"see you (?:then|there|on|\w+day)(?: \w+)*", r"(?:i|we)'ll be (?:there|in|ready|waiting|home)(?: (?:then|all day|for it|on \w+))*(?= ?$)", r"(?:looking|look) forward to (?:it|that|seeing|getting|receiving|\w+ing)",
    r"thanks in advance", r"too easy", r"it's a date", r"(?:we|you|i)'?(?:re| are)? (?:all )?(?:good|set)(?: to go)?(?= ?$)", r"you're good(?= ?$)", r"you've (?:got )?my (?:blessing|permission|okay|vote|word|consent|approval|go[- ]ahead|thumbs up)", r"(?:i|we) (?:can|could) live with (?:that|it|this)",
    r"theek hai", r"thik hai", r"bilkul", r"pakka", r"kar do", r"accha", r"chalega", r"can lah", r"can can", r"hai", r"claro", r"vale", r"bitte", r"avec plaisir", r"natürlich", r"haan", r"sim", r"da(?= ?$)", r"och aye",
    r"be my guest", r"feel free", r"permission granted", r"(?:suits?|fits) (?:me|us|fine)(?= ?$| (?:fine|well|too|perfectly|nicely|great|down)\b)", r"count me in", r"by all means", r"go ahead",
    r"i(?:'ll| will|'d| would)? ?(?:\w+ly )?(?:take|go for|love|like|want|need|go with|welcome) (?:it|that|this|one)(?! (?:to|if|was|is|on|in|at|instead|but|back|for)\b)",
    r"(?:i'd|i would) (?:really |very much |absolutely )?(?:love|like|appreciate) (?:(?:that|it|this|to|you to)(?= ?$| (?:please|very|so|done|a lot|thanks))|(?:you )?to (?:do (?:it|that|this|so)|go ahead|proceed|confirm|accept))",
    r"(?<!you )(?<!they )want (?:it|that|this)",
    r"(?:put|push|run|send|rush|get) (?:it|that|them|the \w+(?: \w+)?) through", r"(?<!to )get (?:the|my) [\w ]{2,24} (?:done|sorted)",
    r"(?:i|we)(?:'d like| want| would like| need) you to (?:go ahead|proceed|do (?:it|that|this|so|both))(?! (?:if|when|once|after))", r"(?:please )?i insist", r"be quick about it", r"hurry",
    r"(?<!to )get (?:it|that|them|me|us) (?:done|sorted|over with|going|started|booked|moved|on)", r"sort it(?: out)?", r"get rid of (?:it|that|them|the \w+)", r"sold", r"(?:you've got|it's) a deal", r"done deal", r"done and done", r"shake on it",
    r"(?:100%|dead|very|absolutely|completely|quite) (?:sure|certain)", r"sure as", r"let's(?= ?$| (?:do|go|get|have|make it happen|crack|roll|book|finish|move|proceed|sort|be having|gooo*)(?: (?:it|this|that|for it|ahead|done|on with it|over with|on|sorted|rolling|with (?:that|it|this)|then|thing|please))*(?= ?$))", r"yes to (?:that|both|all|everything)", r"much obliged", r"so do i", r"same here", r"make my day",
)  # fmt: skip
# Assent only if nothing but courtesy and the order itself is beside it in the clause: "okay I rang my bank" is none.
_WEAK = _any(
    r"okay(?:[ -]do(?:ke|k|key|kie)?\w*)?", r"sure", r"alright", r"all right", r"cool", r"exactly", r"indeed", r"works", r"very well", r"righto", r"right-?o", r"rightyo", r"alrighty",
    r"bet", r"100%", r"so be it", r"whatever", r"super", r"correct", r"true", r"thanks a million", r"nice one", r"good (?:stuff|idea|call|plan|shout|enough)", r"great (?:stuff|idea|plan|news)", r"fair enough", r"fair dos", r"y", r"please", r"about time(?: too)?", r"finally", r"at last", r"done", r"can", r"word", r"nice", r"duh", r"ideal", r"winner", _GLAD, r"thank (?:goodness|god|heavens)", r"fasho", r"hooray", r"yippee", r"woo+(?:hoo+)?", r"bravo", r"thank you in advance", r"asap", r"right away", r"straight away", r"immediately", r"at once", r"(?:as )?(?:quick(?:ly)?|soon|fast) as (?:you can|possible)", r"deffo", r"totes", r"defs", r"yarp", r"rad", r"capital", r"splendido", _PRAISE,
)  # fmt: skip
_OKAY = _any(r"okay", r"right", r"alright", r"all right", r"sure", r"cool", r"indeed")
_ACKNOWLEDGES = _any(r"got it", r"i see", r"noted", r"understood", r"(?:good|nice|great) to (?:know|hear)", r"thanks for (?:explaining|clarifying|letting|telling)", r"thank you for (?:explaining|clarifying|letting|telling)", r"i understand")
_ACTUALLY_YES = re.compile(
    r"\bactually,? (?=(?:yes|yeah|sure|okay|go ahead|do it|please do|that's (?:fine|okay|good))\b)"
)
_ALONE: dict[str, Consent] = {"y": "yes", "please": "yes", "y please": "yes", "n": "no"}
_EDGES = " .,;!-~*()\"'_:"

# --- Clauses -------------------------------------------------------------------------------------------------


class Clause(NamedTuple):
    """A stretch of a reply with one thing to say."""

    text: str
    link: str
    """The conjunction that it begins with."""
    is_asked: bool
    """Whether it ends with a question mark."""


_BREAK = re.compile(r"([.!?;,:()\[\]\"*~]+(?![\w])|[()\[\]\"*~;]+|(?<=\w)[!?,]+(?=[a-z])| -+ |- |[^\w\s.,!?;:'$£€₹₦%&@#/+()*~\"\[\]-]+|\bfull stop\b|\bcomma\b)")
_CONJUNCTION = re.compile(
    r"(?<!\bif)(?<!that)(?<!what)(?<!think)(?<!hope)(?<!know)(?<!said)(?<!sure)(?<!where)(?<!who)(?<!once)(?<!how)(?<!when)(?<!guess)(?<!suppose)(?<!as)(?<!see)(?<!ask)(?<!check)(?<!than)(?<!provided)(?<!till)(?<!until)(?<!unless)(?<!after)(?<!before)(?<!because)(?<!since)(?<!\band)(?<!\bbut)(?<!\bso)"
    r" (?=(?:he|she|they|we|i)'(?:ll|s|re|m)\b)| (?=(?:and|but|so(?! much| many| far| do i| that| be it| soon)|because|since(?! \w+day)|cause|although|otherwise|else|except|while|unless|(?:only )?if(?! i'm honest)|as long as|provided|once|when|until|though(?= \w))\b)"
)
_LINK = re.compile(r"^(?:(and|but|so|because|since|cause|then|well|oh|also)\b ?)+")
_SUBJECT = r"(?:i|i'm|i've|i'd|i'll|he|he's|she|she's|they|they're|we|we're|we've|my|our|his|her|there's|it's)"
# Dictated, or typed in a hurry: somebody new does something, with no comma before it.
_RESUMES = re.compile(
    rf"\b(?:(it|them|all|again|ahead) (?={_SUBJECT}\b)|(please|now|okay|yes|yeah|thanks|lol|thank you|madam|sir|bro|mate|do that)"
    rf" (?={_SUBJECT}\b|(?:the|this|it|you|can|could|what|how|will|is|does|when|that's)\b))"
)


def _clauses(said: str) -> list[Clause]:
    found: list[Clause] = []
    pieces = _BREAK.split(_RESUMES.sub(lambda found: f"{found[1] or found[2]}, ", said))
    for place in range(0, len(pieces), 2):
        mark = pieces[place + 1] if place + 1 < len(pieces) else ""
        parts = _of_one_story(_CONJUNCTION.split(pieces[place].strip(_EDGES)))
        for number, part in enumerate(parts):
            link = _LINK.match(part)
            text = part[link.end() :] if link else part
            if text.strip(_EDGES) or link:
                found.append(Clause(text.strip(_EDGES), link[0].strip() if link else "", "?" in mark and number == len(parts) - 1))
    return found


_SUBORDINATE = re.compile(r"(?:if|when|once|until|while|since|unless|though)\b")


_SOMEBODY = re.compile(r"(?:(?:and|so|because|since) )*(?:he|she|they|(?:my|our|her|his|their) [\w']+) ")


def _is_story(main: str, part: str) -> bool:
    if _LONG_AGO.match(main):
        return not _STILL_BEARS.search(main)
    return _SOMEBODY.match(main) is not None and not part.startswith(("if", "unless", "once"))


def _of_one_story(parts: list[str]) -> list[str]:
    """Join what depends on what somebody did or what was: "my son asked if the match is on"."""
    joined: list[str] = []
    for part in parts:
        if joined and _SUBORDINATE.match(part) and _is_story(joined[-1], part):
            joined[-1] += f" {part}"
        else:
            joined.append(part)
    return joined


# --- Reading -------------------------------------------------------------------------------------------------

_NO_FIRST = re.compile(r"^(?:(?:oh|well|um|hi|actually|please|haha|lol)[ ,]+)*(?:no|none|nothing|not (?:at all|really|in the least|a bit|in the slightest)|never|of course not|certainly not|i don't|i wouldn't|by no means|absolutely not|definitely not|course not)\b[ .,!;-]*(?:(?:no|none|nothing|at all|objections?|problems?|of course not|not at all|i (?:don't|wouldn't)|mind|whatsoever|i can think of|comes to mind|reasons?|from me|here|i have none|that i know of)\b[ .,!;-]*)*")
_YES_FIRST = re.compile(r"^(?:(?:oh|well|um|hi|actually|please|haha|lol)[ ,]+)*(?:yes|yeah|i (?:do|would)|sure|okay)\b(?: i (?:do|would|have)\b)?[ .,!;-]*")


@lru_cache(maxsize=4096)
def consent(text: str, proposal: str = "") -> Consent:
    """Read a customer's reply to "Shall I go ahead?".

    "yes" is unconditional, unhesitating assent; "no" is refusal or withdrawal; "unclear" is everything else:
    hesitation, a condition, a correction, a counter-question, another subject. Without the proposal only what
    the reply says by itself counts.
    """
    deal = understand(proposal)
    said = _plain(text)
    if deal.manner == "plain":
        if alone := _ALONE.get(said.strip(_EDGES)):
            return alone
    elif deal.manner == "mind" and (found := _NO_FIRST.match(said)):
        said = f"yes, {said[found.end():]}"
    elif found := _YES_FIRST.match(said) or _NO_FIRST.match(said):
        said = said[found.end() :]
    said = _mended(said, deal)
    said = _POLITE_ORDER.sub("do it", _SAYS_YES.sub(", yes, ", _ACTUALLY_YES.sub("", said)))
    said = _DEADLINE.sub("", _HARMLESS.sub(" ", said))
    if _agrees(said, deal):
        return "yes"
    return "no" if _REFUSAL.search(said) and _refuses_outright(said) else "unclear"


_OFTEN = (
    "please proceed ahead confirm confirmed definitely absolutely perfect thanks cancel refund sounds agreed great course certainly continue brilliant"
    " lovely excellent correct accept approve fantastic wonderful exactly"
).split()


def _shortened(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


_SHORTENED = {short: word for word in _OFTEN for short in _shortened(word) | {word} if len(word) >= 5}
_MISTYPED = re.compile(r"\b[a-z]{5,12}\b")


def _mended(said: str, deal: Proposal) -> str:
    """Mend a letter too many, too few, wrong or swapped in the words that people agree with."""

    def mend(found: re.Match[str]) -> str:
        word = found[0]
        if word in _SHORTENED.values() or stem(word) in deal.words or stem(word) in _REAL:
            return word
        if word in _SHORTENED:
            return _SHORTENED[word]
        right = {_SHORTENED[short] for short in _shortened(word) if short in _SHORTENED}
        return right.pop() if len(right) == 1 and abs(len(word) - len(next(iter(right), word))) <= 1 else word

    return _MISTYPED.sub(mend, said)


_REAL = frozenset(map(stem, "leave expect except greet treat grate greater accept approval approves approved correctly exact pleased pleasant bounds rounds pounds wounds sound agree agrees coarse head heads thank tanks great cheat ahead lovely lonely".split()))


def _agrees(said: str, deal: Proposal) -> bool:
    """Does a clause agree, and none bear against it?"""
    so_far: Agreed = ""
    further = False
    for clause in _clauses(said):
        further = further or (so_far != "" and (_FURTHER.match(clause.text) is not None or clause.link.endswith("also")))
        if further:
            if _concerns(clause.text, deal) or _CORRECTION.search(clause.text) or _STAKES.search(clause.text) or _TAKES_BACK.search(clause.text):
                return False
            continue
        assent = _assent(clause, deal)
        if assent == "against" or (not assent and _bears(clause, deal, so_far)):
            return False
        so_far = max(so_far, assent, key=_STRENGTH.index)
    return so_far != ""


Agreed = Literal["", "okay", "praise", "strong", "against"]
_STRENGTH: tuple[Agreed, ...] = ("", "okay", "praise", "strong", "against")


def _assent(clause: Clause, deal: Proposal) -> Agreed:
    """How a clause agrees, if it does; "against" if it takes back in one breath what it says."""
    text = clause.text
    if (clause.is_asked and not _echoes(text, deal)) or _ASKS_FIRST.match(text):
        return ""
    if _orders(text, deal) or _ventures(text, deal) or _values_it(text, deal) or _takes_it(text, deal) or _welcomes(text):
        return "strong"
    if found := _STRONG.search(text):
        before, after = text[: found.start()], text[found.end() :].strip(_EDGES)
        if _NEGATION.search(before) or (before and _LONG_AGO.match(text)):
            return ""
        if _speaks_against(text, deal) or any(map(deal.is_foreign, values(before))) or _HEDGE.search(before) or _MISGIVING.search(before):
            return "against"
        # What it is that goes ahead may be called anything, as long as it is no other value.
        rest = Clause(after.removeprefix("with ").removeprefix("to ") if _GOES_AHEAD.search(found[0]) else after, "", False)
        if after and not _assent(rest, deal) and _bears(rest, deal, "strong"):
            return "against"
        if _HEDGE.search(after) and not _TELLS.search(after):
            return "against"
        return "strong"
    beside = _COURTESY.sub(" ", text)
    if _WEAK.search(text) and not any(map(str.isalnum, _COURTESY.sub(" ", _WEAK.sub(" ", text)))):
        return "okay" if "please" not in text and not any(map(str.isalnum, _COURTESY.sub(" ", _OKAY.sub(" ", text)))) else "praise"
    if deal.asking and (_answers(text, deal) or _answers(beside, deal)):
        return "strong"
    if (found := _WEAK.match(_LEADING.sub("", text))) and _orders(_LEADING.sub("", text)[found.end() :].strip(), deal):
        return "strong"
    return ""


_GOES_AHEAD = re.compile(r"ahead|proceed|continue|carry on|go on|happy|fine|okay|go for it|agree|consent|confirm|accept|approv|yes to")
_NEGATION = re.compile(r"\b(?:not|no|never|no longer|nobody|hardly|\w+n't)\b")
_ASKS_FIRST = re.compile(r"(?:which|who|when|where|how|what)\b(?! (?:a|an|else|ever)\b)")
_LEADING = re.compile(rf"^(?:{_PARTICLES} )+")
# A clause with somebody who does something: a story, where it does not correct.
_TELLS = re.compile(
    r"\b(?:i|i'm|i've|i'd|i'll|he|he's|she|she's|they|they're|we|we're|we've|you|you're|there|there's|who|\w+ (?:is|was|were|has|have|had|are|isn't|wasn't|can't|keeps|needs|wants))\b"
)
_COPULA = re.compile(r"^(?:it's|it is|its|that's|this is|my [\w ]{1,20} (?:is|are)|mine is|the [\w ]{1,20} is|should be|i said|i live|i want|i need|we need|we want|we said|for)\b")


# What somebody did or what was: a story, unless it is what was said, meant or promised.
_PAST = (
    r"(?:was|were|been|had|did|didn't|wasn't|weren't|hadn't|couldn't|asked|(?!need)\w{2,}ed|said|told|got|went|came|left|lost|made|thought|spent|took|bought|forgot|found"
    r"|knew|felt|saw|heard|kept|gave|began|ran|broke|woke|paid|met|sent|fell|slept|brought|caught|stood|should have|would have|could have)"
)
_LONG_AGO = re.compile(
    r"^(?!(?:when|while) [^ ]+(?:'ve|'s| have| has) )(?:(?:and|so|because|since|well|honestly|sorry|oh|when|while|yesterday|last \w+) )*"
    r"(?:i|we|he|she|they|it|there|nobody|everyone|who|that|this|(?:my|the|our|your|his|her|that|this) [\w' ]{2,30}?)(?:'ve|'s|'d|'re| have| has| had)?"
    rf" (?:\w+ly |just |only |already |never |almost |also |still |once )*{_PAST}\b"
)
_STILL_BEARS = _any(
    r"(?:you|i|we|they|he|she) (?:already )?(?:said|told you|meant|asked for|wanted|needed|quoted|promised|decided|changed)", r"(?:was|were|been) (?:told|promised|supposed|quoted|hoping|expecting|going to|meant|wondering|thinking|about to)",
    r"(?:i|we) (?:just )?thought (?:it|this|that|you|the|about)", r"prefer\w*", r"(?:it|that|this) (?:was|were) (?:the (?:other|wrong|second|first)|\d|not|for|on|at|a different)", r"too (?:much|expensive|late|early)", r"would have (?:preferred|liked|wanted|been)",
    r"had (?:to (?:think|check|ask)|second|doubts?|hoped)", r"(?:has|have) been", r"(?:didn't|did not) (?:agree|want|ask for|say|know (?:it|there|that|about))", r"wasn't sure",
)
_OWN_SUBJECT = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|he|he's|she|she's|they|we|we're|you|there's|(?:the|my|our|his|her|their|a|some|no) [\w']+) [\w']+")
_SHORT = 3


def _speaks_against(text: str, deal: Proposal) -> bool:
    if _LONG_AGO.match(text) and not _STILL_BEARS.search(text):
        return False
    if any(table.search(text) for table in (_DOUBT, _CONDITION, _CORRECTION, _TAKES_BACK)):
        return True
    return _contrasts(text, deal) or _forbids(text, deal) or _is_unsure(text, deal)


def _is_unsure(text: str, deal: Proposal) -> bool:
    """Does it say "maybe" or "I hope", and not of something else?"""
    if not _PERHAPS.search(text):
        return False
    return len(text.split()) <= _SHORT or not _OWN_SUBJECT.search(_PERHAPS.sub("", text)) or _concerns(text, deal) or re.search(r"\b(?:it|it's|that|that's|this|so|then|yes)\b", text) is not None


_FORBIDS = re.compile(r"(?<!i )(?<!we )(?<!they )(?<!you )(?<!people )(?<!why )(?<!who )\b(?:don't|do not|never|no) (?:you )?(?:dare )?([a-z]+)")


_ADDITION = re.compile(
    r"(?:to|at|with|by|from|into|onto|(?:in|on) (?:the|my|her|his|their)) (?!last\b|once\b|thanks|pleasure|advance|me\b|be (?:honest|fair|sure)|love|work\b|my (?:way|side|end|blessing)|you\b|your convenience|the earliest|the same time|any time|the end of the day|get\b|do\b|make\b|stop\b|avoid|save|help|us\b"
    r"|regards|kind|train|bus|phone|meantime|moment|long run)"
)


def _adds(text: str, deal: Proposal) -> bool:
    """Is it no more than "with ..." or "to ...", and of something that was not proposed?"""
    found = _ADDITION.match(text)
    return bool(found and deal.words) and not _TELLS.search(text) and any(
        stem(word) not in deal.words and not deal.knows(word) and stem(word) not in _OBJECTS and stem(word) not in _FUNCTION for word in WORD.findall(text)
    )


def _forbids(text: str, deal: Proposal) -> bool:
    """Is it an order not to do what is proposed, or a part of it?"""
    for found in _FORBIDS.finditer(text):
        verb = stem(found[1])
        if verb in _UNTOUCHED or (found[0][:2] != "no" and verb in (KNOWN_DEEDS | deal.deeds) - {"tel", "inform"}):
            return True
    return False


_UNTOUCHED = frozenset(map(stem, "do touch go proceed bother change cancel charge continue lose".split()))


def _bears(clause: Clause, deal: Proposal, agreed: Agreed) -> bool:
    """Does a clause that does not agree bear on what is decided?"""
    text = clause.text
    if not text:
        return False
    if _LONG_AGO.match(text) and not _STILL_BEARS.search(text):
        return agreed == "okay" and _OPENS.match(text) is not None
    if _speaks_against(text, deal) or _CONDITION_FIRST.match(text) or (agreed and _CONDITION_FIRST.search(text)):
        return True
    if clause.is_asked or _QUESTION.search(text):
        return not (_echoes(text, deal) or (agreed and _asks_aside(text, deal)))
    if not agreed:
        return _names_another(text, deal) or _alters_order(text, deal)
    if agreed != "strong" and (_ACKNOWLEDGES.search(text) or _MISGIVING.search(text)):
        return True
    if agreed == "okay" and (_OPENS.match(text) or _HEDGE.search(text)):
        return True
    if clause.link.startswith("but") and (_concerns(text, deal) or _WANTS.search(text)):
        return True
    return _adds(text, deal) or _names_another(_TIME_TOLD.sub(" ", text), deal) or _alters_order(text, deal)


_OPENS = re.compile(r"(?:i|i've|i'd|i'm|i don't|we|we've|we're|this is|it's|is|it)\b(?!'|'ll| will)")
# When something else is, not what is proposed.
_TIME_TOLD = re.compile(r"(?<=\w )(?:till|until|since|before|after|by|all|every|last|already|told|for over)(?: (?:the|last))? [\w:.]+|\b(?:two|three|four|\d+) times\b")
_WANTS = _any(r"i", r"you", r"can", r"could", r"would", r"will", r"should", r"not", r"\w+n't", r"want", r"need", r"please", r"only", r"just", r"first", r"it", r"that",
              r"this", r"the", r"my", r"one", r"later", r"\w+'(?:m|d|ve|ll)", r"with", r"on", r"at", r"to", r"for", r"\d+", r"no", r"too", r"expensive", r"pricey", r"steep")  # fmt: skip


def _concerns(text: str, deal: Proposal) -> bool:
    """Does it share a word with the proposal, or name a value of a sort of its?"""
    own = {stem(word) for word in WORD.findall(text)} - _FUNCTION
    return bool(own & deal.words) or any(map(deal.is_foreign, values(text)))


def _contrasts(text: str, deal: Proposal) -> bool:
    """ "X, not Y" of something that is proposed."""
    for found in re.finditer(r"(?<!why )(?<!or )\bnot (?:(?:for|to|the|my|a|on|in|at|with|by|from|be|no) ?)*([\w']+)", text):
        if stem(found[1]) in deal.words - _FUNCTION or any(True for _ in values(found[1])):
            return True
    return False


def _names_another(text: str, deal: Proposal) -> bool:
    """Does a clause that tells no story name a value other than the proposed one of its sort?"""
    if _TELLS.search(text) and not _COPULA.match(text):
        return False
    counts = [] if re.search(r"\b(?:hundred|thousand|million|grand|dozen)\b", text) else WORD.findall(text)
    found = [*values(text), *((-1, _COUNTS[word]) for word in counts if word in _COUNTS)]
    return any(deal.is_foreign(value) for value in found)


_COUNTS = {word: float(number) for number, word in enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 2)}


def _asks_aside(text: str, deal: Proposal) -> bool:
    """Is a question or a request beside a yes about something else?"""
    own = {stem(word) for word in WORD.findall(text) if word.isalpha() and not word.endswith("ly")} - _FUNCTION
    if not deal.words or _STAKES.search(text) or own & deal.words:
        return False
    if _REQUEST.match(text):
        return not _concerns(text, deal)
    return bool(own) and not re.search(r"\b(?:about|instead|someone|anyone|it|that|this|there|i|we|exactly|going|mean|these|those|my|refund|money|back)\b", text)


_REQUEST = re.compile(r"(?:please )?(?:can|could|would|will) (?:you|u) (?:please |also |just )*(?!do\b|make|hold|keep|explain|tell me (?:how|what|why|if|when)|give me (?:a|some|until)|check|wait|guarantee|confirm|promise|be\b|still|change|move|add|use)")


def _echoes(text: str, deal: Proposal) -> bool:
    """Does a question only say again what was asked?"""
    own = {stem(word) for word in WORD.findall(text)} - _FUNCTION - frozenset(("lol", "i", "am", "would", "really"))
    return bool(deal.asking) and own <= deal.asking and bool({stem(word) for word in WORD.findall(text)} & {"i", "me", "am"})


# --- Orders and answers in the proposal's own words -----------------------------------------------------------

_FUNCTION = frozenset(
    stem(word)
    for word in ["a", "an", "the", "it", "its", "this", "that", "them", "these", "those", "they", "em", "am", "me", "my", "mine", "us", "our", "you", "your", "yours", "i", "we", "he", "she", "his", "her", "him", "all", "both", "everything", "whole", "lot", "thing", "mess", "stuff", "and", "or", "to", "of", "in", "on", "at", "for", "with", "by", "from", "into", "onto", "up", "out", "off", "away", "over", "through", "back", "down", "is", "are", "be", "was", "been", "do", "does", "did", "have", "has", "had", "will", "would", "can", "could", "shall", "should", "may", "might", "not", "no", "yes", "please", "thanks", "now", "then", "so", "just", "as", "well", "very", "much", "if", "when", "what", "which", "who", "how", "where", "why", "there", "here", "go", "ok", "okay", "one", "ones", "any", "some", "right", "as", "soon", "possible", "asap", "today", "immediately", "quickly", "quick", "please", "pls", "going", "get", "got", "like", "also", "too", "again", "ahead", "already", "more"]
)
_OBJECTS = frozenset(
    stem(word)
    for word in ["a", "an", "the", "it", "this", "that", "them", "these", "those", "em", "am", "me", "my", "us", "our", "you", "your", "i", "all", "both", "everything", "whole", "lot", "thing", "things", "mess", "stuff", "shit", "damn", "bloody", "stupid", "junk", "one", "and", "or", "to", "of", "in", "on", "at", "for", "with", "by", "from", "into", "up", "out", "off", "away", "over", "through", "down", "back", "now", "then", "so", "just", "as", "well", "please", "kindly", "asap", "today", "immediately", "quickly", "quick", "right", "straight", "soon", "possible", "fast", "sharp", "thanks", "thank", "cheers", "sir", "madam", "mam", "mate", "bro", "love", "dear", "x", "again", "too", "already", "na", "abeg", "biko", "jare", "o", "ji", "yaar", "bhai", "sha", "lol", "haha", "have", "guy", "lady", "anyhow", "also", "there", "ahead", "only", "sis", "man", "dude", "girl", "guys", "boss", "ta", "if", "you", "can", "could", "would", "go", "thing", "way", "anyway", "anyways", "same", "ma'am", "honey", "hun", "babe", "lah", "done", "do", "will", "we", "he", "she", "him", "her"]
)
_ORDER_LEAD = re.compile(
    r"^(?:(?:yes|yeah|okay|sure|please|kindly|just|so|then|now|and|oh|well|fine|great|perfect|cool|alright|all right|right|go ahead|go on|lol|haha|omg|hey|hi|sir|madam|mam|mate|bro|oya|abeg|biko|ji|haan"
    r"|let's|lets|you (?:can|may|should|could|must|guys can)|(?:i'd|i would) (?:like|love) (?:you )?to|i want (?:you )?to|i want|i'd like|i'll|feel free to|quick(?:ly)?|do|definitely|absolutely|thanks|thank you|for me|go|also|that's fine|be a dear|help me|gladly|happily|can you|could you|will you|would you|ahead with|go ahead with|go with) ?)+"
)
_GENERIC = frozenset(["cancel", "book", "refund", "return", "exchange", "process", "finish", "complete", "submit", "finaliz", "finalis", "place"])
_PREPOSITION = frozenset(["to", "on", "at", "for", "with", "into", "onto", "by", "in", "from", "until", "till"])


def _orders(text: str, deal: Proposal) -> bool:
    """Is it an order that says what was proposed, in its words or others for the same deed, and adds nothing?"""
    words = WORD.findall(_ORDER_LEAD.sub("", text))
    if not words:
        return False
    verb = stem(words[0])
    rest = words[1:]
    own = [word for word in rest if not (stem(word) in _OBJECTS or word in _OBJECTS)]
    if deal.words and verb not in deal.deeds and not (verb in _HARMLESS_DEEDS and (own or verb in deal.words - _NOUNS)):
        return False
    if not deal.words and verb not in _GENERIC:
        return False
    if len(words) == 2 and words[1] in ("that", "this", "request") and verb in _AMBIGUOUS:
        return False
    if _names_another(text, deal) or _speaks_against_order(text, verb) or any(stem(word) in deal.former for word in rest):
        return False
    if not deal.words:
        return not _speaks_against(text, deal) and not any(word in _PREPOSITION for word in rest)
    return all(stem(word) in deal.words or deal.knows(word) for word in own)


_NOUNS = frozenset(map(stem, "order place credit debit post mail register log file report free hand note mark record charge bill account deposit trade deal set lock sign".split()))
_HARMLESS_DEEDS = KNOWN_DEEDS - UNDOING | frozenset(map(stem, ("make", "get", "set", "let", "have", "take", "go", "sign", "do", "give", "start", "put", "use", "spend")))
_NO_ORDER = frozenset(
    "keep leave forget hold stop wait stay stick hate like love want need know see saw got get found find lost lose had have has paid pay thought think called call check explain tell show give say said ask asked"
    " reconsider skip scrap cancel is was are were be been do does did can could will would shall should may might must am if when why what who how which where not no never nor but or and so the a an this that"
    " these those it he she they we you i my your our his her their its there here on in at to from with by for of off up down out over about into per via than then too very only just even also still yet again both"
    " all any some each every more most less least much many few other another same different wrong right new old first last next previous own better worse cheaper later earlier sooner instead except without minus"
    " plus maybe perhaps possibly ok fine good bad great hope wish prefer doubt mean meant remember believe understand bought sent went came took made let try use consider discuss remind compare review read look"
    " question hi hello hey thanks thank sorry yes yeah because since while until before after once unless though although however whose whats thats dont"
    " refuse deny reject decline dispute undo return revert rather need quit avoid postpone delay double triple halve split share include exclude remove drop save spare preserve pocket bank".split()
)
_TO_WHAT = re.compile(r"(?:it|them|that|this|me|us|him|her|am|both|the|my|our|all|these|those)$")


def _ventures(text: str, deal: Proposal) -> bool:
    """Is it an order with a verb of its own, whose object is what was proposed: "burn the miles", "yeet it"?"""
    words = WORD.findall(_ORDER_LEAD.sub("", text))
    if len(words) < 2 or not deal.words or words[0] in _NO_ORDER or not _TO_WHAT.match(words[1]):
        return False
    verb = words[0]
    if not verb.isalpha() or len(verb) < 3 or verb.endswith(("ed", "ing", "ly", "n't", "s")) or stem(verb) in UNDOING - deal.deeds:
        return False
    own = [word for word in words[2:] if not (stem(word) in _OBJECTS or word in _OBJECTS)]
    if words[1] in ("the", "my", "our", "all", "these", "those", "this", "that") and not own and len(words) > 2:
        return False
    if _names_another(text, deal) or _speaks_against_order(text, stem(verb)) or any(stem(word) in deal.former for word in own):
        return False
    return all(stem(word) in deal.words or deal.knows(word) for word in own)


_AMBIGUOUS = frozenset(map(stem, ["cancel", "scrap", "drop", "stop", "end"]))


def _speaks_against_order(text: str, verb: str) -> bool:
    tables = (_DOUBT, _CONDITION, _CORRECTION, _CONDITION_FIRST) if verb in map(stem, ("stop", "pause", "leave", "hold")) else (_DOUBT, _CONDITION, _CORRECTION, _CONDITION_FIRST, _TAKES_BACK)
    return any(table.search(text) for table in tables) or re.search(r"\b(?:only|just|not|half|instead|without|part)\b(?! (?:it|do|cancel)\b)", text) is not None


def _alters_order(text: str, deal: Proposal) -> bool:
    """Is it an order for the deed that was proposed, with something else to it?"""
    words = WORD.findall(_ORDER_LEAD.sub("", text))
    if not words or not deal.words or _TELLS.match(text):
        return False
    verb = stem(words[0])
    if verb not in deal.deeds and verb not in ("mak", "put", "us", "giv", "send", "chang", "switch", "charg"):
        return False
    strange = [word for word in words[1:] if not (stem(word) in deal.words or deal.knows(word) or stem(word) in _OBJECTS or word in _OBJECTS)]
    return bool(strange) and any(word in _PREPOSITION or word in ("the", "another", "my") for word in words[1:])


_TAKES = re.compile(r"(?:(?:okay|oh|so|then|well|yes|the|that|a|an|i'll (?:take|have)|i choose|let's go (?:for|with)|i'd like|we'd like|i want|we want) )*(?P<what>.+?) (?:it is|please|please and thank you|then|it shall be|will be|for the win|all the way)(?: (?:then|please|thanks|mate))*")
_SOUNDS = re.compile(r"(?:(?:yes|okay|oh|wow|well|that|it|this|which|all|now) )*(?:sounds?|would be|'d be|that'd be|it'd be|that would be|looks) (?:like )?(?P<how>[a-z' ]{3,30})")


def _takes_it(text: str, deal: Proposal) -> bool:
    """Does it name what was proposed, as who chooses does: "store credit it is", "the family plan please"?"""
    if not (found := _TAKES.fullmatch(text)) or _speaks_against(text, deal) or _NEGATION.search(text) or _HEDGE.search(text) or _CONDITION_FIRST.search(text):
        return False
    named = [word for word in WORD.findall(found["what"]) if not (stem(word) in _OBJECTS or word in _OBJECTS)]
    if not named or len(named) > 5 or _names_another(text, deal):
        return False
    return all((stem(word) in deal.words or deal.knows(word)) and stem(word) not in deal.former for word in named)


def _welcomes(text: str) -> bool:
    """Does it say of the whole that it sounds well, in whatever words?"""
    found = _SOUNDS.fullmatch(text)
    return found is not None and _BAD.search(found["how"]) is None and _HEDGE.search(text) is None and _DOUBT.search(text) is None


_BETTER = _any(r"(?:way |much |even |far |a lot )?better", r"nicely", r"perfectly", r"anyhow", r"down to the ground", r"for (?:me|us)", r"just fine", r"well")
_EVALUATED = re.compile(
    rf"^(?:(?:yes|yeah|okay|oh|so|then|and|well|the|for me|to be honest) )*(?:(?P<what>[\w':. £$€₹₦&-]+?)(?:(?:'s| is| are| was| will be| would be|'ll be| sounds?| looks?| seems?| feels?| it is|(?<=s)) {_INTENSE}{_PRAISE}"
    rf"| (?:really |definitely |totally )?(?:works|suits|will do|does it|will work|would work|would suit|will suit|would do)(?: me| us)?)(?: (?:for|by|with|to) (?:me|us))?(?P<rest>.*)"
    rf"|(?:{'|'.join(_GOOD)}|happy|content) (?:with|about|for) (?P<with>[\w':. £$€₹₦&-]+))$"
)


def _values_it(text: str, deal: Proposal) -> bool:
    """Does it call good what was proposed, by its name: "Friday works", "the locker is fine"?"""
    if not deal.words or _speaks_against(text, deal):
        return False
    if not (found := _EVALUATED.match(text)) or re.search(r"\b(?:not|no|never|too|\w+n't)\b", text):
        return False
    what = found["what"] or found["with"]
    named = [word for word in WORD.findall(what) if stem(word) not in _OBJECTS and word not in _OBJECTS]
    if any(not deal.knows(word) and stem(word) not in deal.words and stem(word.rstrip("s")) not in deal.words for word in named) or not named:
        return False
    if any(stem(word) in deal.former for word in named) or _names_another(what, deal):
        return False
    rest = _BETTER.sub(" ", found["rest"] or "")
    return not any(map(str.isalnum, _COURTESY.sub(" ", rest))) or _TELLS.match(rest.strip()) is not None


_ASKED_FOR = frozenset(map(stem, ["sure", "happy", "agree", "agreed", "want", "like", "love", "okay", "fine", "suit", "work", "works", "authorise", "authorize", "confirm", "ready", "good", "great", "acceptable", "comfortable", "certain", "proceed", "continue", "sound"]))


_SAYS_SO = re.compile(r"(?:yes |okay |oh |well )*(?:it|that|this|everything|they|we|i|you)(?:\'s|\'re)?(?: \w+ly| most \w+ly| sure| really)? ?(is|does|do|am|are|would|will|may|can|should|could)(?: indeed| please| so| thank you| thanks)*")


def _answers(text: str, deal: Proposal) -> bool:
    """Does it answer with the very word that was asked for: "very happy", "dead sure", "it is"?"""
    if (found := _SAYS_SO.fullmatch(text.strip())) and (stem(found[1]) in deal.asking or (found[1] == "am" and "ar" in deal.asking)):
        return True
    words = [stem(word) for word in WORD.findall(text)]
    key = [word for word in words if word in _ASKED_FOR & deal.asking]
    others = [word for word in words if word not in key and word not in _FUNCTION and word not in _OBJECTS and word not in _BOOSTS]
    return bool(key) and not others and not re.search(r"\b(?:not|no|never|\w+n't|pretty|fairly|mostly)\b", text) and not (_speaks_against("", deal) or _DOUBT.search(text) or _CORRECTION.search(text))


_BOOSTS = frozenset(map(stem, ["very", "dead", "so", "really", "totally", "absolutely", "completely", "most", "certainly", "extremely", "quite", "100", "more", "than", "as", "can", "be", "positively", "definitely", "deffo", "super", "perfectly", "hell"]))

# --- Refusals ------------------------------------------------------------------------------------------------

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
    return not ("?" in around or _QUESTION.search(around) or _DOUBT.search(said) or _CONDITION.search(around) or _CORRECTION.search(around))
