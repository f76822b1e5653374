"""Words with which customers agree to a proposal, refuse it, put it off, alter it or ask about it.

Each table is matched from word start to word end, in text that `spelling.plain` has folded.
"""

import re

from apigen_mt.language.spelling import any_of, words_of

GOOD = words_of(
    "good great perfect perfectly perfecto fine okay lovely lush ideal nice excellent wonderful awesome amazing"
    " fantastic marvellous marvelous smashing terrific super fabulous brilliant alright fab sweet ace grand neat"
    " splendid superb correct accurate elite lit fire dope legit solid acceptable helpful magic class mint peachy"
    " dandy golden gravy sorted beautiful gorgeous cool fair reasonable suitable convenient affirmative"
    " appreciated doable settled agreed swell tidy champion cracking bueno handy decent manageable workable"
    " affordable welcome delightful dreamy heavenly heaven bliss magnificent fabuloso groovy tops spiffing wicked"
    " banging savage sound stellar sublime sensible tremendous phenomenal outstanding generous winner bonza"
    " bonzer ripper choice prima acceptable satisfactory epic lifesaving"
)

PARTICLES = (
    r"(?:please|kindly|thanks|thank you|now|then|so|just|very|much|again|well|oh+|ah+|aw+|o|hi|hey|hello|lol|lmao"
    r"|ha(?:ha)*|heh|omg|wow|yay|phew|ugh|oof|gosh|honestly|frankly|tbh|right|all|too|also|indeed|really|quite"
    r"|only|x+|sir|madam|mam|ma'am|miss|mate|man|dude|bro|bruv|bruh|fam|guys?|buddy|pal|boss|chief|friend|love"
    r"|luv|lovely|dear|hun|hon|honey|babe|baby|sis|girl|lad|pet|duck|champ|chum|doll|darling|sweetie|sweetheart"
    r"|fella|son|boyo|auntie|aunty|uncle|ladies|folks|team|everyone|all|bhai|ji|haan|haanji|yaar|na|biko|abeg|oya"
    r"|jare|sha|oga|lah|eh|amigo|star|legend|you star|you legend|you're a (?:star|legend|lifesaver|gem)|lifesaver"
    r"|god bless(?: you)?|bless(?: you)?|amen|anyway|anyways|quick(?:ly)?|fast|soon|asap|sharp|today|immediately"
    r"|straight away|right away|right now|at once|as soon as (?:possible|you can)|and|for (?:me|us|that|it)|by"
    r" all means|to be honest|i guess so be it|if you (?:would|will|could|can|please)|you know what|like|i say"
    r"|here|there|ok then)"
)

COURTESY = re.compile(
    rf"(?<![\w'])(?:{PARTICLES}|have a (?:good|great|nice|lovely) \w+|i appreciate (?:it|that)|you're the best"
    rf"|(?:that|it|this|me))(?![\w'])"
)

# Said with a "no", "don't", "if", "when" or "?" that takes nothing back.
HARMLESS = any_of(
    r"no (?:rush|hurry|doubt|need to (?:wait|ask|check|worry)|questions? asked|question about it|fuss|biggie"
    r"|complaints?|regrets?)",
    r"(?:(?:since |as |because )?there's |with |at )?no (?:extra |additional )?(?:fees?|charges?|penalty|cost)",
    r"no (?:more|further|other) questions",
    r"(?:i )?(?:don't|do not) (?:mind|care)(?: (?:at all|the \w+|about [^.,;!?]+))?",
    r"i (?:don't|do not) (?:want|need) (?:it|them|that|this|the \w+) any ?more",
    r"i (?:don't|do not) (?:have|see) any (?:other )?questions?",
    r"(?:don't|do not|no need to) (?:worry|wait|mind)(?: about [^.,;!?]+| the [^.,;!?]+)?",
    r"(?:can't|cannot|can hardly) wait(?: [^.,;!?]+)?",
    r"(?:if|when|whenever) (?:you(?:'re| are)|that's|it's) (?:ready|convenient)",
    r"if you (?:could|would|can|please|will|must|insist|(?:don't|wouldn't) mind)(?: please)?(?= ?(?:[.,;!]|$))",
    r"if (?:i|we) (?:have|must|had) to", r"(?:as|even) if",
    r"if (?:needs must|i'm honest|i'm being honest|you ask me|anything|memory serves)",
    r"i(?: would|'d) be (?:very |so |most )?(?:glad|happy|grateful|pleased|obliged) if you (?:did|would|could"
    r"|do)(?: (?:so|that|it))?", r"even (?:though|with|without) [^.,;!?]+",
    r"without (?:delay|hesitation|(?:a |any )?(?:doubt|question|further ado))",
    r"(?:please )?(?:let me know|tell me|text me|e?-?mail me|message me|ping me|notify me|call me) (?:when|once"
    r"|as soon as|after|if) [^.,;!?]+", r"let me know if (?:you need|there's anything|anything)[^.,;!?]*",
    r"tell me about it", r"(?:you )?only live once", r"you(?:'ve| have) no idea[^.,;!?]*",
    r"(?:oh |wait |omg )*(?:really|seriously|for real|srsly|you can do that|is that so|already)\?+",
    r"you (?:don't|do not|didn't) (?:need|have) to ask[^.,;!?]*",
    rf"how (?:very |absolutely )?(?:{'|'.join(GOOD)}|kind|thoughtful|exciting)\b[^.,;!?]*",
    r"what would (?:i|we) do without [^.,;!?]+\??", r"who knew[^.,;!?]*\??", r"where have you been[^.,;!?]*\??",
    r"can you believe[^.,;!?]*\??", r"do you know (?:i|my|that|how)[^.,;!?]*\??",
    r"isn't (?:it|that|life|technology) (?:lovely|great|wonderful|marvellous|amazing|something|funny)\??",
    r"(?:just|only) in case(?: [^.,;!?]+)?",
    r"not (?:going to lie|that (?:i mind|it matters|i care)|bothered|fussed|my (?:fault|problem))",
    r"the more (?:[^.,;!?]+ )?the (?:better|merrier)", r"the sooner the (?:better|merrier)",
    r"what(?:ever)? a [^.,;!?]+", r"what (?:can|else can) (?:you|i|we) do\??", r"next time [^.;!?]+",
    r"in (?:the )?future [^.;!?]+", r"(?:i'll|i will|we'll|my \w+ will) make sure",
    r"(?:have|had|got) no (?:other )?(?:choice|option)(?: [^.,;!?]+)?",
    r"(?:there's|there is|is|i see) (?:really )?no (?:other )?(?:option|choice|way|alternative|point (?:in"
    r" )?(?:keeping|waiting))(?: [^.,;!?]+)?",
    r"(?:thanks|thank you)(?: (?:so|very) much| a lot)?(?: for (?!explaining|clarifying|letting|telling)(?:\w+ing"
    r"|your \w+|the help|the \w+ (?:help|response|reply|service)|everything|that|this)(?: [^.,;!?]+)?)?",
)  # fmt: skip

# A deadline, where an order stands before it; "before you do that" puts something in between.
DEADLINE = re.compile(
    r"(?<=\w )before (?!you\b|that\b|this\b|then\b|doing\b|anything\b|i (?:say|agree|decide|commit|do\b|go ahead)"
    r"|we (?:do|go)|\w+ing\b)[^.,;!?]+"
)

# Said in any other words than yes, and each as good.
SAYS_YES = any_of(
    # these as a clause of their own
    r"(?<!\w )(?:(?:it's|is) (?:good|okay|fine|perfect|nice)(?: (?:so|for (?:me|us)))?|can do|granted|les+go+"
    r"|slay|chill|vibes|no cap|hit (?:it|me)|punch it|bring it on|game on|(?:it's|we're) on|engage|execute|you"
    r" know it|(?:damn|darn|too|bloody) right|darn tootin\w*|you got it|amen to that|copy that|wilco|ten[- ]four"
    r"|i concur|concur(?:red)?|\+1|lfg|green ?lit|preach|hallelujah|yolo|cool ?(?:beans|io)|all yours|my pleasure"
    r"|go (?:nuts|wild|crazy|forth|right on)|fill (?:your|yer) boots)(?= ?(?:[.,;!?]|$))",
    r"(?:i |we |i've |there's |have |got )*(?:won't|wouldn't|can't|cannot|couldn't|don't|do not|not|never|no|not"
    r" going to|hardly|nothing to|without) (?!like )(?:\w+ ){0,2}(?:argu\w+|object(?!ion)\w*|complain\w*|refus\w+"
    r"|hesitat\w+|fight you|disagree|pass (?:it|that|this) up|turn (?:it|that|this) down|fault (?:it|that"
    r"|you))(?: (?:with|to|about|on|here|at all|from me|it|that|this))*",
    r"(?<!you )(?:i |we )?(?:really |honestly )?(?:don't|do not|wouldn't) mind(?: (?:at all|if you do|a bit|one"
    r" bit|in the least|either|that|it))?(?= ?(?:[.,;!]|$))", r"(?:i'm |we're )?not against (?:it|that|this)",

    r"(?:work|fire|crack|lash|batter|plou?gh|carry|drive|push|press|power|march|sail|swing|rock|roll|chop|hop)"
    r" (?:on|away|ahead)(?: (?:then|so|there|with (?:it|that)))*(?= ?(?:[.,;!]|$))",
    r"(?:you|ye|yeah|we|i) (?:may|might) as well(?= ?(?:[.,;!]|$))",
    r"that's (?:us|me) (?:\w+ )?(?:then|sorted|booked|done)",
    r"(?:she|he|they)(?:'ll| will) be (?:there|in|ready|waiting)(?= ?(?:[.,;!]|$))",
    r"can't think of (?:anything|a) (?:\w+ )?better[^.,;!?]*",
    r"(?:that|it|this)(?:'d|'ll| would| will) make (?:my|her|his|our|their) \w+",
    r"^(?:love|loving) (?:it|that|this)(?= ?(?:[.,;!]|$))",
    r"(?:couldn't|could not) be (?:happier|better|more pleased)", r"(?:i )?wouldn't have it any other way",
    r"never been (?:surer|more sure|happier)", r"what's not to (?:like|love)\??", r"nothing to lose",
    r"(?:only )?if (?:you(?:'d| would| could| will)(?: be so (?:kind|good)(?: as to)?)?|it's (?:no|not(?: too"
    r" much)? (?:of )?(?:a |an )?) ?(?:trouble|bother|problem|hassle)|you don't mind|you wouldn't mind)(?:"
    r" please)?(?= ?(?:[.,;!]|$))", r"(?:oh,? )?(?:could|would|can|will) you(?: really)?\?+",
    r"(?:how could|why would|who) (?:i|anyone|anybody|would)?n?'?t?(?: i)?(?: not| say no| refuse| turn that"
    r" down)\??", r"who wouldn't\??",
    r"i(?:'ve| have)? (?:already |just |literally )*(?:said|told you) (?:yes|to|go)",
    r"that(?:'s| is|'s exactly| was) (?:why i(?:'m| am)? (?:called|here|wrote|rang|came)|the (?:idea|plan|whole"
    r" point)|all i (?:ask|want|need|wanted|needed|asked for)|what i came for)",
    r"the (?:sooner|quicker|faster) the better", r"(?:on|off|away) (?:you|ye|we) go",




    r"i am agree", r"(?:i )?leave it (?:with|to) you", r"(?:i )?leave it in your [^.,;!?]+",
    r"(?:proceed|go ahead|carry on|do) as (?:you )?(?:described|outlined|stated|discussed|per[^.,;!?]*|above|said"
    r"|planned|proposed|suggested|see fit|think best|agreed|suggest|propose|say)",
    r"[👍👌✅💯🆗]+\S*",
    r"why (?:not|wouldn't (?:i|we)(?: be)?)\??",
    r"(?:i |i really |we )?(?:don't|do not|can't|cannot) see (?:why not|a reason (?:why )?not|any reason (?:why"
    r" )?not|any problem|any other way[^.,;!?]*|a problem|an issue)",
    r"(?:can't|wouldn't|won't|couldn't|not going to) say no(?: to (?:that|it|this))?",
    r"(?:who (?:says|would say|says) no to [^.,;!?]+)",
    r"(?:i )?(?:have |got |i've )?no (?:problems?|worries|probs?|objections?(?: (?:from me|here|at all))?|issues?"
    r"|wahala|qualms|complaints|reason (?:why )?not(?: to)?)(?: (?:here|at all|from me|with (?:that|it|this)))?",
    r"not a problem", r"(?:i have )?nothing against (?:it|that)", r"i wouldn't mind",
    r"i'd (?:never|hardly) say no[^.,;!?]*", r"(?:do|please do) the needful(?: things?)?", r"say less",
    r"say no more", r"no brainer", r"you bet(?:cha)?", r"what are you waiting for\??", r"(?:then )?what else\??",
    r"(?:how|what) could i (?:say no|refuse)[^.,;!?]*",
    r"(?:couldn't|can't|cannot) (?:be better|complain|argue with that|ask for more|agree more|come soon enough)",
    r"rather you than me", r"u+h+ duh", r"do you (?:even |really )?(?:need|have) to ask\??",
    r"(?:is that|that's not) even a question\??", r"need you (?:even )?ask\??", r"you had me at \w+",
    r"take my money", r"nothing against(?: (?:it|that))?",
    r"no (?:dramas?|stress|sweat|bother|trouble|probs?|biggie|hassle)", r"she'll be right",
    r"what (?:are we|you) waiting for\??", r"do you have to ask\??", r"(?:hell|heck|fuck|damn|hells) ye(?:s|ah)",
    r"is the pope \w+\??", r"(?:too )?right you are", r"not a moment too soon", r"i'm (?:all )?for it",
    r"as you (?:say|wish|suggest|propose)", r"whatever you (?:say|think(?: is)? best)", r"twist my arm",
    r"nothing would (?:please|make) me[^.,;!?]*",
    r"(?:don't|do not) (?:let me stop you|hesitate|stop)", r"stop asking and [^.,;!?]+",
)  # fmt: skip

POLITE_ORDER = any_of(
    r"(?:can|could|will|would) (?:you|we) (?:please |just |kindly )*(?:go ahead|proceed|do (?:it|that|this|so)"
    r"|cancel|book|refund|return|exchange|process|finish|complete|submit)[^.,;!?]*\??",
    r"would you please(?= ?[.!?]|$)\??",
)  # fmt: skip

# A further wish takes nothing back either, unless it is about what is at stake.
FURTHER = re.compile(
    r"^(?:and |oh,? |then,? |but )*(?:also|one more|another thing|after that|next|afterwards|additionally|while"
    r" (?:you're|i'm|we're) (?:at it|here)|(?:once|when) (?:that's|it's|that is|this is) (?:all )?(?:done"
    r"|sorted))\b"
)

STAKES = any_of(
    r"fees?", r"costs?", r"charged?", r"prices?", r"how (?:much|long|soon)", r"penalt\w+", r"discount\w*",
    r"cheaper", r"waived?", r"free", r"refundable", r"deposit", r"extra", r"total", r"possible", r"available",
    r"earlier", r"later",
)  # fmt: skip

# A doubt or a delay, wherever it stands.
DOUBT = any_of(
    r"h+m+", r"u+h+(?![ -]?huh)", r"u+m+", r"e+r+m*", r"wait(?! (?:for it|time|list|times))", r"hang (?:on|about)",
    r"hold (?:on|up|it|that|your horses)", r"give me (?:a|some|until|time|till|two|five|ten|\d+)",
    r"(?:one|a|just a|1|two|half a|in a) (?:sec|secs|second|seconds|moment|minute|minutes|min|mins|tick|mo)",
    r"kinda", r"kind of", r"sort of", r"sorta",
    r"(?:not|never|ain't|isn't|wasn't) (?:so |too |really |entirely |100% |quite |yet |that |even |all that "
    r"|completely |fully |totally |absolutely )*(?:sure|certain|convinced|keen|decided)", r"unsure", r"undecided",
    r"(?:don't|do not) know(?! (?:why|how (?:i|it|that)))", r"no idea",
    r"(?<!don't )(?<!not )(?:i )?think(?: so|(?= ?$)| (?:that's|that is|it's|that'd|it'd|i'd|i'll|i|about|it over"
    r"|on it|over|this through|properly)\b)", r"thought (?:it|that|you|this) (?:was|would|said|were)",
    r"let me (?!know|in\b|down\b|leave|go\b|off\b|finish\b|get on\b)\w+", r"thinking", r"sleep on it",
    r"on the fence", r"torn", r"two minds", r"back and forth",
    r"(?:need|needs|have|has|had|like|going|got|ought) to (?:first )?(?:think|check|ask|talk|see|look at|look"
    r"|know|discuss|consult|confirm|count|find|speak|run it|clear it|measure|decide|compare|read)\b(?! (?:the|a)"
    r" doctor)", r"(?:need|want|want to have) (?:some |more |a bit (?:of|more) )?(?:time|more)",
    r"(?:i'll|i will|we'll|will|shall|going to|must|should) (?:wait|think|check (?:with|if|first|my|on|and)|ask"
    r"|get back|decide|message you|let you know|come back|figure|revert|text you|call (?:you|back)|tell (?:you"
    r" )?(?:later|after|tomorrow)|tell you|inform|confirm|see (?:if|what|how|first|about)|try|talk|contact|look"
    r" into|know)",
    r"(?:then )?i(?:'ll| will) (?:tell|do it|call|look|see)(?! you (?:there|then|soon|on|at))(?= ?(?:$|later"
    r"|first|tomorrow|back|myself))", r"wonder(?:ing)?", r"waiting (?:to (?:hear|see|know)|for|on)", r"brb",
    r"back to you", r"call (?:you )?back", r"confused", r"explain", r"more info\w*", r"in (?:theory|principle)",
    r"on paper", r"(?:don't|do not|didn't) (?:quite |really |even )?(?:understand|get it|follow)",
    r"(?:check|look|try)(?: (?:at |into )?(?:it|that|this))? again", r"reconsider", r"fail to see",
    r"(?:might|may) (?:be|want|need|change|not|have to)", r"almost (?:convinced|sure|there)",
    r"\d+% sure(?<!100% sure)", r"(?:pretty|fairly|mostly|nearly|somewhat|half) (?:sure|certain|ok|okay|happy)",
    r"should be(?: fine| okay| good)?", r"not (?:just )?(?:yet|now|right now|for now)", r"depends?", r"depending",
    r"not (?:a |100 )?(?:hundred|100) ?(?:%|percent)", r"let's see", r"we'll see", r"scared",
    r"asking (?:my|the|him|her)", r"checking (?:with|my|if|the)",
    r"(?:i'm|am|still) (?:still )?(?:looking|checking|asking|deciding|reading|waiting|unsure|comparing)",
    r"(?:message|text|write|ring|call|tell) (?:to )?(?:you|u) (?:again|later|back|then|tomorrow|when|once|after)",
)  # fmt: skip

# A doubt where it can be about what is proposed, and not about a tale of its own.
PERHAPS = any_of(
    r"maybe", r"perhaps", r"possibly", r"probably", r"prob", r"probs", r"hopefully",
    r"(?:i |we )?(?:guess|suppose|assume|hope|reckon)", r"i thought",
)  # fmt: skip

# In the very clause that agrees, less is enough.
HEDGE = any_of(
    r"hopefully", r"might", r"may(?! (?:\d|go|proceed|do|begin|start))", r"i think", r"in case", r"surprised",
    r"strange", r"weird", r"later(?! (?:flight|one|date|departure|time|today))",
    r"(?:yeah|yes) (?:about that|right)", r"(?:good|great|nice) to (?:know|hear)",
    r"(?:please|so|just|then) (?:please )?check",
    r"(?:he|she|they|nobody|somebody|someone|colleague|friend|neighbou?r|wife|husband) (?:said|says|told|promised"
    r"|swears)", r"(?:was|were|been) (?:told|promised|assured)", r"would(?:n't)? have", r"could(?= ?$)",
    r"was going to", r"without", r"half", r"actually", r"in fact", r"different", r"supposed to", r"too(?=[.,;!]|$)",
    r"(?<!fine )(?<!okay )(?<!correct )(?<!good )only",
    r"first(?! (?:one|option|class|flight|of|choice|item|thing))", r"before",
)  # fmt: skip

# Doubts about the thing itself: a yes in so many words stands beside them.
MISGIVING = any_of(
    r"nervous", r"worried", r"concerned", r"expensive", r"pricey",
    r"too (?:much|high|long|late|early|steep|tight|soon|far)", r"annoy\w+", r"a lot (?:of money|for|more)",
    r"seems? (?:like a lot|high|off|wrong|odd)", r"unfair", r"not fair", r"ridiculous",
)  # fmt: skip

CONDITION = any_of(
    r"(?<!asked )(?<!asking )(?<!wonder )(?<!wondering )(?<!asks )(?<!knows )(?<!tell me )if(?! only\b)", r"unless",
    r"(?:as|so) long as", r"long as", r"provided", r"providing", r"assuming", r"on (?:the )?condition",
    r"on one condition", r"subject to", r"promise", r"make sure", r"making sure",
    r"only (?:if|when|after|once|for|the|to|on|with|because you|till|until)", r"otherwise", r"or else",
    r"not before", r"not until", r"whether",
)  # fmt: skip

# What makes a condition at the head of a clause only: elsewhere it tells of something else.
CONDITION_FIRST = re.compile(
    r"^(?:and |but |so |only |just )*(?:once(?! upon)|when|after|until|till|before(?= (?:you|that|this|then|doing"
    r"|anything|i (?:say|agree|decide|commit|do)|we (?:do|go)|\w+ing)\b)|first(?! (?:time|one|class|thing))"
    r"|only(?! (?:me|i|us|we|he|she|thing|problem|reason|took|been|got|option|choice|because|\w+ing)\b)|except"
    r"|though|although|however|whether|without|minus)\b(?! you're (?:at it|ready))|\bfirst$"
)

CORRECTION = any_of(
    r"except", r"excluding", r"(?:apart|aside) from", r"other than", r"instead", r"(?<!or )rather", r"prefer\w*",
    r"however", r"(?:back|return|revert) to (?!(?:my|me|you|your|us|the (?:same|card|account|original))\b)\w+",
    r"(?:^|to |with |want |prefer |keep |for )(?:the|my) (?:first|previous|earlier|old) (?:option|version|choice"
    r"|date|idea|plan)", r"forget (?:what )?i said", r"(?:scratch|ignore) (?:it|that|what)",
    r"(?:a|one|quick|small|slight|minor) (?:correction|change)", r"correction(?= ?[:;,-])",
    r"i mean(?= )(?!,? (?:yes|yeah|sure|okay|go|do|why|absolutely|obviously|of course))", r"i meant",
    r"meant to (?:say|be)", r"oops", r"whoops", r"incorrect", r"mistaken",
    r"(?:that's|it's|is|are|that is|this is|the|you (?:got|have)(?: \w+)*) wrong", r"^wrong",
    r"wrong (?:card|address|date|name|number|flight|email|time|day|order|one)(?= ?(?:though|there|$))",
    r"a different \w+", r"not that(?= ?$| one| \w+$)", r"(?:is|are|be|suits?|works?|would be|that's|it's) better",
    r"^or\b(?! (?:else|so|whatever|anything))",
    r"^(?:\w+ )?(?:later|earlier|cheaper|bigger|smaller)(?= ?$| (?:one|please|if|in))",
    r"(?:you|they) (?:said|told me|quoted|promised|wrote)(?: (?:it|that|me|us))?",
    r"(?:that's|it's|that is|isn't|that isn't) not (?:the|what|my)",
    r"(?:worried|nervous|concerned|unhappy|not happy) (?:about|with) (?:the|that|this|it)",
    r"should (?:say|have been)", r"(?:was|were) supposed to be", r"half of (?:it|them)",
    r"(?:the|my|an) other (?:one|card|address|account|way|day(?! (?:i|we|my|he|she|they))|flight|bike|bag|email"
    r"|branch|shop|store)", r"another (?:card|date|day|time|address|flight|account|colou?r|size|option)",
    r"(?:^|^(?:and|so|please|just|then|but|yes|okay|actually|no) )make (?:it|that|them)(?! (?:so|please|go|happen"
    r"|work|quick|official|snappy|fast|today))(?= )",
    r"just (?:the|one|two|a couple|half|part)(?! (?:way|job|ticket|thing|best|way|thought|question|heads))(?= )",
    r"could (?:it|we|you) (?:go|say|be|make|do)\b(?! (?:it|that|this))",
    r"can (?:it|we) (?:be|make|do)\b(?! (?:it|that|this))",
    r"(?:isn't|not|doesn't|aren't) (?:\w+ )?(?:right|correct|match|mine|what i)", r"how about", r"would be better",
    r"better (?:if|on|at)", r"more like", r"(?:one|another|any) (?:more )?problem",
)  # fmt: skip

QUESTION = any_of(
    r"what(?:'s| is| are) (?:the|my|your|it|that|this|included|happening|going|with)",
    r"what (?:about|if|would|will|does|do (?:i|you)|happens|kind|time|day|date|size)",
    r"how (?:much|many|long|soon|does|do (?:i|you|we)|is|will|would|about|can|come)",
    r"how's (?:that|it) (?:going to )?work", r"why (?:is|does|did|would|can't|the)",
    r"(?<!so )(?<!as )is (?:there|that|this|it) (?:a|an|any|still|also|the|going|really|per|for|in|ok|okay|safe"
    r"|definitely|actually|refundable|possible|nonstop|free|normal)",
    r"^(?:is|are|does|do(?! (?:it|that|this|please)\b)|did|will|would|can|could|should|am|has|have|was|were) (?:i"
    r"|we|it|that|this|there|my|the|your|you|they|he|she|her|his|our|any)\b(?! (?:now|please)$)", r"question",
    r"you (?:sure|certain|mean)", r"(?:are|is) (?:you|it|that|this) (?:sure|certain|definitely)",
    r"do i (?:get|have|need|lose|keep|pay|still|also)",
    r"(?:will|would|can|could|should|am|must) i (?:get|be|have|need|lose|keep|pay|still|also|owe)",
    r"which (?:one|card|flight|day|date|account|address|order|of)",
    r"^(?:and |so |but )*(?:which|who|when|where|how|what)\b(?! (?:a|an|else|ever)\b)",
    r"(?:when|where) (?:will|would|does|do|is|can|did)", r"who (?:is|will|does|pays)",
    r"any (?:fees?|charges?|penalt\w+|cost|extra)", r"tell me (?:what|how|why|the|more|which|about|if|when|where)",
    r"or (?:what|not)$",
)  # fmt: skip

# "Cancel that" is left out: at a service desk it is as often the request itself.
REFUSAL = any_of(
    r"(?:don't|do not|won't|refuse to|not going to)(?: (?!but\b|so\b)[^\s.,;!?]+)*",
    r"(?:no longer(?: [^.,;!?]+)?|never)",
    r"rather (?:just )?(?:not|leave|keep|you (?:didn't|don't))(?: [^.,;!?]+)?",
    r"prefer (?:not|to keep|to leave)(?: [^.,;!?]+)?",
    r"not (?:interested|now|today|happy|okay|comfortable|willing|keen|this time|really|at all|worth it|for me|yet"
    r"|required|needed|necessary)(?! (?:sure|certain))",
    r"(?:leave|keep|keeping) (?:it|that|them|things|everything|the|my|this)(?: [^.,;!?]+)?", r"never mind",
    r"(?:i'm|i am|we're) (?:keeping|staying|sticking)(?: [^.,;!?]+)?",
    r"forget (?:it|that|about it|the whole thing)", r"hold off", r"scrap (?:it|that)", r"drop it", r"abort",
    r"stop(?: (?:it|that|there|right there|the \w+))?", r"change(?:d my| of) (?:mind|heart)", r"second thoughts?",
    r"i'll (?:just )?(?:keep|pass|skip|leave|stick with|stay with|manage)",
    r"let's (?:not|skip|leave|just keep|keep|just leave)(?: [^.,;!?]+)?", r"pass",
    r"(?:absolutely|definitely|certainly|of course|hell|heck) (?:not|no)",
    r"no (?:thanks|thank you|way|deal|go|chance)", r"call it off", r"i (?:decline|disagree)", r"negative",
    r"back out", r"want to keep", r"can't (?:afford|accept|agree|do that)", r"no", r"👎",
)  # fmt: skip

# Refusals that end the matter whatever is said around them, short of an assent or a condition.
FIRM = any_of(
    r"no (?:thanks|thank you|way|deal|chance)", r"never mind", r"forget (?:it|that|about it)", r"hold off",
    r"abort", r"(?:don't|do not)(?: (?:do|cancel|book|process|proceed|go|change|send|charge|bother|refund|return"
    r"|exchange|want|need|submit|touch|block|end|add|pause|issue|mark|reverse)|(?=[.,;!?]|$))",
    r"rather (?:just )?(?:not|leave|keep)", r"(?:leave|keep|keeping) (?:it|that|them|things|everything|my|the)",
    r"scrap (?:it|that)", r"drop it", r"call it off", r"i'll (?:just )?(?:keep|pass|leave)",
    r"(?:i'm|we're) (?:keeping|staying|sticking)", r"let's (?:not|(?:just )?keep|(?:just )?leave)",
    r"second thoughts", r"changed my mind", r"(?:absolutely|definitely|certainly) not",
    r"not (?:yet|now|today)(?! (?:sure|certain))", r"stop", r"not (?:required|needed|necessary)",
)  # fmt: skip

# Beside a yes, a "don't" or a "never" is mostly about something else. These are about what is decided.
TAKES_BACK = any_of(
    r"^(?:not|never)(?= ?$)",
    r"(?:don't|do not|didn't) (?:really )?(?:like|fancy|love|trust) (?:it|that|this)",
    r"^(?:and |so |well |actually |oh |wait |sorry |please )*no(?= ?$| (?:i|i'm|i'd|i'll|i've|it|it's|that|that's"
    r"|this|the|my|we|we're|you|not|don't|but|wait|sorry|please|thanks|leave|keep|just|only|actually|no|a|an|to"
    r"|for|on|at|make|use|change|cancel|use|sir|madam|need|longer|then|more)\b)(?: .*)?",
    r"(?:don't|do not|won't) (?:want (?:to (?:pay|lose|go|do|change|cancel|switch)|that|this|a|any|the)|agree"
    r"|accept|think so|do (?:it|that|this|anything)|touch|charge|go ahead|proceed)\b",
    r"(?<!before i )(?:change(?:d)? my|change of) (?:mind|heart)",
    r"(?<!to )(?<!i )(?<!we )(?<!he )(?<!she )(?<!they )(?<!me )(?:leave|keep) (?:it|that|them|things|everything"
    r"|the|my|this|me|us)(?! (?:coming|up|safe|posted|simple|short|quick|alone)\b)",
    r"(?:^|just |please )(?:stop|leave|pass|abort|nah|nope)(?: .*)?", r"never mind", r"forget (?:it|that|about it)",
    r"hold off", r"call it off", r"scrap (?:it|that)", r"drop it", r"second thoughts?",
    r"^(?:don't|do not)(?= ?$| please)", r"no (?:thanks|thank you|way|deal|chance)",
    r"i'll (?:just )?(?:keep|pass|skip|leave it|stick with|stay with)", r"let's (?:not|skip|leave|keep)",
    r"rather not", r"(?:stays?|remains?)(?= ?$| (?:as|on|the|please|where|put))",
    r"(?:that's|it's|that is|it is|this is) (?:not|no) (?:for|better|good|what|it|great|ideal|enough|use|way"
    r"|acceptable)", r"(?:absolutely|definitely|certainly|of course|why|maybe) not",
    r"can't (?:accept|agree|do that)", r"i (?:decline|disagree)",
    r"not (?:interested|today|happy|comfortable|willing|keen|this time|worth it)",
)  # fmt: skip

PRAISE = (
    rf"(?:{'|'.join(GOOD)}|right(?! (?:place|one|here|now))|all right|fair enough|like a plan|spot on|bang on|bob"
    rf" on|on point|much better|sweet as|top notch|tip top|hunky dory"
    r"|more than (?:fine|fair|okay|generous|acceptable|reasonable|welcome)|all good|a[- ]?ok(?:ay)?|in order|good"
    r" enough|music to my ears|happy days|just the (?:job|ticket|thing)|the (?:dream|business|one i want)|a"
    r" yes(?: from me)?|a go(?: from me)?|an? (?:\w+ )?(?:relief|help|lifesaver|godsend|dream|treat|plan|deal"
    r"|bargain|steal|blessing|result|winner|weight off my \w+|no[- ]brainer|good (?:idea|one|deal|price|plan)"
    r"|great (?:idea|one|deal|price|plan))|(?:exactly|just|precisely)? ?what (?:i|we)(?:'d| would| was| am|'m|"
    r" were| had)? ?(?:want|wanted|need|needed|meant|like|asked for|after|hoping for|looking for|prefer|in mind)"
    r"|exactly (?:right|it)|no (?:problem|issue|bother|trouble|biggie|worries)|great news)"
)

_GLAD = (
    r"(?:happy|glad|delighted|thrilled|pleased|chuffed|content|grateful|obliged|relieved|agreeable|over the moon"
    r"|stoked|keen|willing|satisfied|comfortable|all for it|ecstatic|tickled pink|made up)"
)


# Beside "sounds" and "that would be" whatever is not among these is praise.
BAD = any_of(
    r"bad", r"awful", r"terrible", r"horrible", r"steep", r"high", r"low", r"pricey", r"expensive", r"costly",
    r"wrong", r"odd", r"weird", r"strange", r"off", r"fishy", r"scam\w*", r"dodgy", r"sus", r"suspicious",
    r"robbery", r"rip[- ]?off", r"joke", r"ridiculous", r"unfair", r"cheeky", r"confusing", r"complicated",
    r"risky", r"scary", r"too", r"not", r"no", r"less", r"more", r"better", r"worse", r"early", r"late", r"long",
    r"far", r"short", r"bit", r"kind", r"shame", r"different", r"difficult", r"tricky", r"much", r"lot", r"hard",
    r"problem", r"a pain", r"silly", r"stupid", r"unreasonable", r"useless", r"rubbish", r"poor", r"meh", r"rather",
    r"inconvenient", r"impossible", r"easier", r"cheaper", r"pointless", r"a waste", r"\w+n't", r"\d\S*", r"mad",
    r"crazy", r"rough", r"harsh", r"nonsense", r"tight", r"annoying", r"it", r"you", r"familiar", r"interesting",
    r"unlikely", r"disappointing", r"sad", r"unhelpful", r"excessive", r"a stretch", r"almost", r"nearly", r"maybe",
    r"\w+day", r"okay-ish", r"iffy", r"vague", r"is", r"are", r"was", r"i", r"we", r"my", r"have", r"got",
)  # fmt: skip

INTENSE = (
    r"(?:\w+ly |very |so |just |all |quite |more than |pretty |most |100% |bloody |damn |fucking |dead |super "
    r"|still |really |both |now |also )*"
)


STRONG = any_of(
    r"(?<!say )(?<!said )(?<!saying )(?<!a )(?<!i'd say )(?:yes|yeah|aye|yessir|yas+|yass+|yep+|oui|si|ja"
    r"|yessiree|yezzir|yup|yupper\w*|yuss+|yesh|yepper\w*|oui oui)(?! (?:or no|and no|/))", r"uh[ -]?huh", r"m+[ -]?hm+",
    r"absolutely(?! (?:not|no))", r"definitely(?! (?:not|no))", r"certainly(?! not)", r"of course(?! not)",
    r"by all means", r"affirmative", r"for sure", r"sure thing", r"totally",
    r"(?:it's a |you've got (?:yourself )?a |you have a |^)deal", r"roger(?: that)?", r"10-4", r"aye aye",
    r"yessir", r"positive", r"indubitably", r"naturally", r"obviously", r"okey dokey", r"👍\S*", r"✅", r"👌\S*", r"💯",
    r"go (?:right |straight |on )?ahead", r"go head", r"ahead please", r"go for it",
    r"(?:^|please |yes |yeah |just |and |go )go(?=[.,;!]|$| go)", r"go with (?:that|it|this)",
    r"(?<!to )(?<!can't )(?<!cannot )do (?:it|that|this|so|both|them|am|all of \w+)", r"please do",
    r"go on(?: then)?(?! (?:about|the|a|my|with the)\b)",
    r"do what(?:ever)?(?:'s| is| you)(?: need\w*| think| gotta| have to)*", r"do your (?:thing|worst|magic)",
    r"proceed", r"carry on", r"continue",
    r"make (?:it (?:so|happen|work|official)|the (?:change|switch|swap|move|booking|exchange|payment|transfer"
    r"|call|order|trade|upgrade|update|arrangement|appointment|reservation)s?)", r"work your magic", r"crack on",
    r"fire away", r"knock yourself out", r"have at it", r"let (?:her|it) rip", r"send it", r"ship it",
    r"pull the trigger", r"(?:book|ship|send) it(?= ?$)", r"lock it in", r"green light",
    r"(?:we're|i'm|all|you're)? ?good to go", r"start it", r"get cracking",
    r"let's (?:do (?:it|that|this)|go (?:ahead|for (?:it|that))|proceed|crack on|make it happen)",
    r"be done with it", r"over and done with",
    r"i (?:\w+ly )?(?:can )?(?:confirm|agree|accept|approve|consent|authori[sz]e|give (?:you )?my \w+)",
    r"(?:^|very much |all |fully |totally |hereby |happily )(?:confirm|agre|accept|approv|authori[sz])ed",
    r"(?:confirm|agre|accept|approv|authori[sz]|grant)ed(?= ?$| (?:on|from|by) (?:my|our|me|us|this))",
    r"(?:confirm|agree|accept|approve|authori[sz]e)(?= ?$)",
    r"i (?:most |\w+ly )?(?:do|would|am|will)(?= ?$| indeed| please)", r"you have my \w+", r"you've got my \w+",
    rf"(?:sounds?|looks?|all|seems|that's|reads|feels) {INTENSE}{PRAISE}(?! (?:but|to (?:know|hear|be true)))",
    r"(?:works?|fine|good|okay|great|perfect|suits?|fits?|does it|alright|cool) (?:for|by|with|to|on) (?:me|us"
    r"|him|her|them|everyone|my \w+|that|this|it|everything|all (?:of )?(?:that|it))(?! (?:but|being))",
    r"works(?= ?$)", r"i'm (?:in|down|game|sold|on board|up for (?:it|that))(?= ?$)",
    rf"(?:that|this|it|everything|now|then|the above|all)(?:'s| is|'d be|'ll be| would be| will be| all (?:looks"
    rf"|sounds|seems)) (?:(?!not|no|never|too|hardly)\w+ )?{PRAISE}(?! (?:to (?:know|hear|be true)|but))",
    r"(?:that|this|it)(?:'ll| will|'d| would)? (?:works?|do(?:es)?|suit)(?: (?:nicely|fine|me|us|it|well"
    r"|perfectly|just fine|the trick))*(?= |$)(?! (?:not|i|you|it|include|cost|mean))",
    r"happy (?:with|to (?:go|do|pay|proceed|accept|take|have))(?! (?:know|wait|hear))",
    r"(?:i'm|i am|we're|we are|im) (?:\w+ )?(?:fine|okay|good|happy|ready|cool|on board|comfortable|content|all"
    r" for) ?(?:with|to|for)?(?: (?:that|this|it))?(?= |$)(?! (?:as|here|keep|thanks))",
    r"you (?:can|may|should|could)(?: (?:now|just|please|surely|definitely|certainly))*(?: (?:do|start|begin"
    r"|finish|cancel|book|refund|return|exchange|go|proceed|confirm|carry|continue)\b[^.,;!?]*)?(?=[.,;!]|$)",
    rf"(?:i'm|i am|we're|we are|i'd be|we'd be|i would be|we would be) (?:\w+ ){{0,2}}{_GLAD} ?(?:with|to|for"
    rf"|about)?(?: (?:that|this|it|do so|have it))?(?= ?$| (?:thanks|thank|please|indeed|if you (?:did|would"
    rf"|could)))", rf"{_GLAD} (?:with|about|for) (?:that|this|it|you to)", r"gladly", r"with pleasure",
    r"willingly", r"happily", r"(?:the )?pleasure's mine", r"all systems go", r"sign (?:me|us|him|her) up",
    r"where do i sign\??", r"see you (?:then|there|on|\w+day)(?: \w+)*",
    r"(?:i|we)'ll be (?:there|in|ready|waiting|home)(?: (?:then|all day|for it|on \w+))*(?= ?$)",
    r"(?:looking|look) forward to (?:it|that|seeing|getting|receiving|\w+ing)", r"thanks in advance", r"too easy",
    r"it's a date", r"(?:we|you|i)'?(?:re| are)? (?:all )?(?:good|set)(?: to go)?(?= ?$)", r"you're good(?= ?$)",
    r"you've (?:got )?my (?:blessing|permission|okay|vote|word|consent|approval|go[- ]ahead|thumbs up)",
    r"(?:i|we) (?:can|could) live with (?:that|it|this)", r"theek hai", r"thik hai", r"bilkul", r"pakka", r"kar do",
    r"accha", r"chalega", r"can lah", r"can can", r"hai", r"claro", r"vale", r"bitte", r"avec plaisir",
    r"natürlich", r"haan", r"sim", r"da(?= ?$)", r"och aye", r"be my guest", r"feel free", r"permission granted",
    r"(?:suits?|fits) (?:me|us|fine)(?= ?$| (?:fine|well|too|perfectly|nicely|great|down)\b)", r"count me in",
    r"by all means", r"go ahead",
    r"i(?:'ll| will|'d| would)? ?(?:\w+ly )?(?:take|go for|love|like|want|need|go with|welcome) (?:it|that|this"
    r"|one)(?! (?:to|if|was|is|on|in|at|instead|but|back|for)\b)",
    r"(?:i'd|i would) (?:really |very much |absolutely )?(?:love|like|appreciate) (?:(?:that|it|this|to|you"
    r" to)(?= ?$| (?:please|very|so|done|a lot|thanks))|(?:you )?to (?:do (?:it|that|this|so)|go ahead|proceed"
    r"|confirm|accept))", r"(?<!you )(?<!they )want (?:it|that|this)",
    r"(?:put|push|run|send|rush|get) (?:it|that|them|the \w+(?: \w+)?) through",
    r"(?<!to )get (?:the|my) [\w ]{2,24} (?:done|sorted)",
    r"(?:i|we)(?:'d like| want| would like| need) you to (?:go ahead|proceed|do (?:it|that|this|so|both))(?!"
    r" (?:if|when|once|after))", r"(?:please )?i insist", r"be quick about it", r"hurry",
    r"(?<!to )get (?:it|that|them|me|us) (?:done|sorted|over with|going|started|booked|moved|on)",
    r"sort it(?: out)?", r"get rid of (?:it|that|them|the \w+)", r"sold", r"(?:you've got|it's) a deal",
    r"done deal", r"done and done", r"shake on it",
    r"(?:100%|dead|very|absolutely|completely|quite) (?:sure|certain)", r"sure as",
    r"let's(?= ?$| (?:do|go|get|have|make it happen|crack|roll|book|finish|move|proceed|sort|be having|gooo*)(?:"
    r" (?:it|this|that|for it|ahead|done|on with it|over with|on|sorted|rolling|with (?:that|it|this)|then|thing"
    r"|please))*(?= ?$))", r"yes to (?:that|both|all|everything)", r"much obliged", r"so do i", r"same here",
    r"make my day",
)  # fmt: skip

# Assent only if nothing but courtesy and the order itself is beside it in the clause: "okay I rang my bank" is none.
WEAK = any_of(
    r"okay(?:[ -]do(?:ke|k|key|kie)?\w*)?", r"sure", r"alright", r"all right", r"cool", r"exactly", r"indeed",
    r"works", r"very well", r"righto", r"right-?o", r"rightyo", r"alrighty", r"bet", r"100%", r"so be it",
    r"whatever", r"super", r"correct", r"true", r"thanks a million", r"nice one",
    r"good (?:stuff|idea|call|plan|shout|enough)", r"great (?:stuff|idea|plan|news)", r"fair enough", r"fair dos",
    r"y", r"please", r"about time(?: too)?", r"finally", r"at last", r"done", r"can", r"word", r"nice", r"duh",
    r"ideal", r"winner", _GLAD, r"thank (?:goodness|god|heavens)", r"fasho", r"hooray", r"yippee", r"woo+(?:hoo+)?",
    r"bravo", r"thank you in advance", r"asap", r"right away", r"straight away", r"immediately", r"at once",
    r"(?:as )?(?:quick(?:ly)?|soon|fast) as (?:you can|possible)", r"deffo", r"totes", r"defs", r"yarp", r"rad",
    r"capital", r"splendido", PRAISE,
)  # fmt: skip

OKAY = any_of(
    r"okay", r"right", r"alright", r"all right", r"sure", r"cool", r"indeed",
)  # fmt: skip

ACKNOWLEDGES = any_of(
    r"got it", r"i see", r"noted", r"understood", r"(?:good|nice|great) to (?:know|hear)",
    r"thanks for (?:explaining|clarifying|letting|telling)",
    r"thank you for (?:explaining|clarifying|letting|telling)", r"i understand",
)  # fmt: skip

ACTUALLY_YES = re.compile(
    r"\bactually,? (?=(?:yes|yeah|sure|okay|go ahead|do it|please do|that's (?:fine|okay|good))\b)"
)

EDGES = " .,;!-~*()\"'_:"

NEGATION = re.compile(r"\b(?:not|no|never|no longer|nobody|hardly|\w+n't)\b")
