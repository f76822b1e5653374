"""Wording of what people do beside their agenda, and of how a good agent takes it.

Whatever the user says here asks for nothing that a tool does, gives no value but those it is handed, and is never read as a
yes. What the agent says leads back to what is open, and refuses nothing that has not been refused already.
"""

from collections.abc import Mapping
from typing import NamedTuple

from apigen_mt.language.grammar import Phrases

# --- Customers: the agenda in other forms ----------------------------------------------------------------------------

AT_ONCE = Phrases("""
    ~ [actually|wait|no wait|sorry|no sorry|hm|oh|scratch that][,| -] [make it|make that|I mean|better] {new}
    ~ [no|nope|wait], {new} [sorry|instead|rather|]
    ~ [actually|oh wait|sorry][,|] {new} [not {old}|instead of {old}|rather than {old}|instead|]
    ~ [scrap that|scratch that|forget that|ignore that], {new} [please|instead|]
    .+ [actually|oh wait|hang on|no, wait|hmm, actually|wait|actually no], [make it|make that|let's say|let's make it|I'd rather have] {new} [instead|please|]
    .+ [or|or rather|well|hmm], [no|actually], [let's go with|go with|I'll take|make it] {new} [instead|]
    .+ [scratch that|scrap that|forget I said that|ignore that|no, not {old}], [it's|make it|I want|I'll have|let's do] {new}
    . [actually|on second thought|on second thoughts|thinking about it|now that I look at it], [make it|I'd rather have|let me have|I'd prefer] {new} [instead|instead of {old}|]
    [actually|sorry|no|on second thoughts], [I'd prefer|I'd rather go with|please make that|could you make that] {new} [instead|instead of {old}|rather than {old}|]
    [sorry|apologies], [I just changed my mind|I've just thought again|change of plan|I take that back]: {new} [instead|please|]
    + [oh no wait|hang on|hold on|ooh, wait|hmm, let me think], [my [sister|husband|wife|flatmate|mum|friend] [says|is telling me|just said]|I'm being told|I just remembered|I've just realised] {new} [would be better|is better|makes more sense|it is] [sorry|]
    + [or no|actually you know what|oh what am I saying|ah no|hmm no], [let's make it|I'll go for|make that|let's go with] {new} [instead|, sorry|, I can never decide|, silly me|]
    = [or rather|on reflection|if I may correct myself|on second thoughts], [I would prefer|I should prefer|please make it|kindly make that] {new} [instead of {old}|rather than {old}|instead|]
    = [forgive me|I beg your pardon|excuse me], [I have thought better of it|I would like to amend that|let me change that]: {new} [instead|instead of {old}|]
""")
"""Changes {old} to {new} in the very message that gave it."""

TRY_OTHER = Phrases("""
    ~ [and|what about|how about|and with|or] {new}?
    ~ [what if|and if] [I take|I took|it was|we say|you make it] {new} [instead|]?
    ~ [could|can] [it be|I have|you do|we do] {new} [instead|]?
    ~ [hm|ok|hmm][,|] [show me|try|check|what about] {new} [first|instead|]
    .+ [hmm|ok|okay|right|well], [what about|how about|what would it be with|how does it look with|could we try|can you try] {new} [instead|]?
    .+ [what if|suppose] [I went with|we made it|I took|I went for|it were] {new} [instead|rather than {old}|instead of {old}|]?
    .+ [before I decide|just to compare|out of interest|just so I know|to compare], [what would it look like with|how about|what about|can you check] {new} [instead|]?
    [could|can|would] you [also|] [check|look at|try|work out] [what happens with|what it would be with|how it would be with|] {new} [instead|instead of {old}|]?
    [is|would] {new} [also possible|possible too|an option as well|an alternative|another option]?
    [I'd like to see|let me see|I'd like to compare it with|I want to look at] [the same with|how it is with|what it would be with] {new} [first|instead|instead of {old}|]
    [what are my alternatives|are there alternatives|is there an alternative]? [what about|for example|say|how about] {new}?
    + [ooh|oh|hmm, let me think|now I'm wondering|I'm dithering a bit], [what about|how about|could it be|what would happen with] {new} [instead|]?
    + [my [partner|sister|flatmate|husband|wife|brother] [asks|is asking|wants to know|wonders] [whether|if] {new} [would be better|might be better|is an option|could work] [?|instead?]|I keep going back and forth, how about {new}?|just for comparison, how would it be with {new}?]
    = [before I decide|if I may|out of interest|for comparison], [would {new} be possible as well|might I see the same with {new}|could you tell me how it would be with {new}|what would the alternative with {new} look like] [instead|]?
    = [I should like to consider|might we consider|may I consider|I wonder about] {new} [as an alternative|instead|instead of {old}|].
""")
"""Asks for {new} as an alternative to {old}."""

BACK_TO = Phrases("""
    ~ [no|nah|hm no|ok no|meh|hmm], [back to|then back to|rather] {new} [please|then|]
    ~ [go back to|stick with|stay with|leave it at|keep] {new} [please|then|]
    ~ [first one|the first one|the one before|what we had before|like before][,| -] {new} [please|]
    .+ [hmm|no|nah|ok|right|well], [let's go back to|I prefer|I'll stick with|I'll stay with|let's stick with|go back to] {new} [then|after all|, sorry|]
    .+ [ok no|no|hmm, no|thinking about it], [the first one was better|the first was fine|I liked the first one more|it was better before], so {new} [please|then|after all|]
    .+ [right|ok so|okay], [that's not for me|I don't like that as much|that's no better|not that one], [back to|let's take|make it] {new} [again|then|please|]
    [no|thank you, but|in that case|then], [I'd rather go back to|I'd like to go back to|please go back to|let's return to|I prefer] {new} [after all|instead of {old}|]
    [thanks for checking|thank you for checking|thanks, good to know|that helps]. [I'd rather keep|let's return to|please go back to|I'll go back to|I'd like to stay with] {new} [though|after all|].
    [the first|the first version|the original|what we had first|my first choice] [was better|suits me better|is better after all|makes more sense]: {new} [please|]
    + [oh no|ah no|hmm, no|nope|well], [not {old}|{old} is not for me|that isn't it], [I was right the first time|I should have stuck with my first idea|first thoughts are best|no more dithering], {new} [please|it is|then|]
    + [sorry to be a pain|sorry for the back and forth|I'm hopeless, I know|you must be tired of me], [let's go back to|can we go back to|I'd like to go back to|make it] {new} [again|after all|]
    = [thank you for looking into it|that is helpful, thank you|I see, thank you], [I would rather return to|I should prefer to keep|please return to|I would like to go back to] {new} [after all|].
    = [on the whole|all things considered|having compared them|on balance], [I prefer|I would rather have|I shall return to|please go back to] {new} [to {old}|after all|instead of {old}|].
""")
"""Gives up the alternative {old} and goes back to {new}."""

CONDITION = Phrases("""
    ~ [if not|otherwise|else|if that's no good|if that doesn't work|or if not|failing that|if you can't],
    ~ [if no luck|if it can't be done|if that's not possible|if impossible|plan b]:
    .+ [and if that doesn't work|if that's not possible|if you can't do that|or else|if that can't be done|and if not|if that's a no|if it won't work][, then|],
    .+ [if you can|if possible|ideally|if there's any way]. [if not|otherwise|else|or failing that],
    . [if that won't work|if that's out of the question|if that isn't possible|in case you can't|should that not work][, then|],
    [if that is not possible|if that can't be done|if you cannot do that|if there is no way to do that|should that not be possible][, then|],
    [failing that|otherwise|as a second choice|as a plan b|as an alternative],
    + [and if the answer is no|and if that's a no-go|now, if you can't do that|and in case the computer says no|if luck is against me][, then|],
    + [worst case|as a backup|as a fallback|as my plan b], [if that doesn't work out|if that's impossible|should that fail],
    = [should that not be possible|were that to be impossible|if that should prove impossible|should you be unable to do so][, then|],
    = [failing which|in the event that this cannot be done|if this is not feasible|as a second preference],
""")
"""Leads from a request into what is asked for if that one is refused."""

# --- Customers: detours ----------------------------------------------------------------------------------------------

HESITATE = Phrases("""
    ~ [hm|hmm|um|oh|well|ok|wait|hang on|hold on][,|] [let me|I need to|I have to|I want to|I should|maybe I should] [ask|check with|talk to|call|text] [my wife|my husband|him|her|them|my boss|my son|my mom|my sister|somebody|a friend] [first|real quick|about it|about that|before I say anything|one sec|one minute|]
    ~ [hm|hmm|um|er|uh][,|] [wait|hold on|hang on|one sec|give me a sec|let me think|not sure]
    ~ [sounds good|looks good|ok|okay|fine|good] [but|,] [wait|hold on|hang on|one sec|let me think|give me a minute]
    ~ [wait|hold on|one sec|just a sec|one moment|hang on][,|] [thinking|let me check something|need to think|checking something|brb]
    ~ [maybe|probably|I think so|I guess|not sure yet|dunno|undecided] [, one sec|, let me think|, hang on|]
    .+ [sounds good|looks fine|that sounds right|ok|okay|seems fine|looks right], but [wait|hang on|hold on|give me a second|let me think about it|let me check something first|give me a moment]
    .+ [hmm|um|er|ooh], [I'm not sure yet|let me think for a second|give me a minute to think|I need a moment|I don't know yet]
    .+ [hang on|hold on|wait|one moment|just a second], [I want to check something first|I need to ask my partner|someone's at the door|let me read that again|let me think that through|I'm still thinking]
    [I think so|probably|I suppose|it seems right|I guess it's fine], but [let me think about it for a moment|let me check something first|give me a moment|I'd like to think it over quickly]
    [one moment, please|just a moment|please wait a second|could you wait a second|give me a minute]. [I need to think about it|I want to read it again|let me just check my notes|I'm not quite sure yet|]
    [before I say yes|before I decide], [let me think for a moment|let me check with my [wife|husband|partner|flatmate]|I need a second to think|give me a moment]
    + [ooh|oh|hmm|oh dear], [I do think so|it does sound right|it sounds lovely|that seems okay], but [let me just ask my [sister|husband|wife|partner|mum]|wait a tick|let me mull it over a second|hold that thought|my [dog|cat|toddler] is making a racket, one second]
    + [hold your horses|bear with me|hang on a tick|wait wait], [I need to think about this for a second|I always rush these things|let me read that properly|I'm in two minds about it]
    = [one moment, please|if you would give me a moment|kindly wait a moment|a moment, if I may]. [I am not entirely certain yet|I should like to consider it briefly|I would like to think about it|I need to consider this|]
    = [it sounds reasonable|it appears to be in order|that seems right], but [I should like to think about it for a moment|allow me a moment to consider|I am not yet certain|let me consider it briefly].
""")
"""Hesitates where a yes or no is asked for."""

ASK_AGAIN = Phrases("""
    ~ [sorry|hm|wait|eh|um|so|and|ok so|hang on|hold on][,|] [what|what exactly|which one|how much|what part] [happens then|happens now|will happen|would happen|did you say|are you doing|are you about to do|do you want to do|will they do|would change|is going to change|was that for|is that for|is it then] [again|exactly|please|for her|for him|for us|sorry||]?
    ~ [can|could|will|would] [you|someone] [please|] [explain|repeat|sum up|say|write|rephrase|go over] [that|it|this|the last part|the whole thing|your plan] [again|once more|one more time|in short|slowly|in simple words|for me|for my wife|for my husband]?
    ~ [sorry|wait|hm|eh][,|] [what exactly|which one again|what again|come again|what was that|what would that be]?
    ~ [can you|could you|pls|please] [say that again|repeat that|run that by me again|go over that again]
    ~ [so what exactly happens|what exactly will you do|what are you doing exactly|so what's the plan]?
    .+ [sorry|hang on|wait|ok so|hmm], [what exactly are you going to do|can you say that again|what was it again|could you go over that once more|I lost you there, what happens now]?
    .+ [just so I get this right|just to be clear|so I understand|just checking], [what exactly will happen|what are you about to do|which one is that for|what would you do]?
    . [could you|can you] [repeat that|say that once more|sum that up again|run me through that again], [please|I wasn't paying attention|I got distracted|I missed half of it]?
    [sorry, could you|could you please|would you mind] [repeating|repeat|go over|sum up] [the details|what you would do|that] [once more|again|one more time]?
    [what exactly|what precisely] [would you be doing|is going to happen|will be done|does that involve]?
    [I'm not sure I got that|I didn't quite follow|I didn't quite get that|I'm a bit lost]. [what are you going to do exactly|could you say it again|can you explain it once more|could you repeat it]?
    + [sorry, my brain is mush today|oh, I zoned out there|sorry, the kids distracted me|I read that twice and still don't get it], [what was it you'd do|could you say it again|what happens now exactly|can you tell me once more]?
    + [hang on, let me get my head round this|right, let me see if I follow|ok, in plain words for a slow person like me], [what exactly are you going to do|what happens then|what would you do now]?
    = [I beg your pardon|pardon me|forgive me|excuse me], [could you repeat that|would you kindly repeat the details|might I hear that once more|what precisely would you do]?
    = [for the avoidance of doubt|so that I am quite clear|to be certain], [what exactly would be done|could you state it once more|would you summarise it again|what precisely are you proposing]?
""")
"""Asks to hear the proposal again."""

ASK_WHY_IDENTITY = Phrases("""
    ~ why [do you need that|that|do you ask|d'you need that|is that needed]?
    ~ [what for|how come|why's that|whats that for|do I have to|is that necessary]?
    ~ [hm|eh|really][,|] [why do you need that|what do you need that for|is that really needed]?
    .+ [why do you need that|what do you need that for|how come you need that|why do you need to know that|why do you ask]?
    .+ [hmm|um|wait|sorry], [why do you need all that|do you really need that|what's that got to do with it|is that really necessary|what happens with that]?
    . [is that|are those] [really needed|really necessary|required|needed for this]? [I was only asking|it's only a small thing|just wondering|just curious|I've got my reasons]
    [may I ask why|can I ask why|could you tell me why] [you need that|you need to know|that is needed|you have to know that]?
    [I don't like giving that out|I'm careful with my details|I'd rather know first|one never knows online], [why do you need it|what is it for|what do you need it for]?
    [do I have to|do I really have to|is it necessary to] [give you that|tell you that|share that|say that here]? [why|what for|what is it used for]?
    + [ooh|oh|hmm|well], [that's a bit personal|we've only just met|my son always says to be careful with that|I've read about scams, you know], [why do you need that|what's it for|what do you want it for]?
    + [it's like the airport in here|so many questions|you sound like my bank|I feel like I'm at the border], [why do you need that|what's all that for|is it really needed]?
    = [may I ask|might I enquire|would you tell me|I would like to know] [why you require this|what you require this for|for what purpose you need this|why this is necessary]?
    = [I am somewhat careful with such details|I do not usually give this out|I prefer to be cautious], [may I ask what it is for|why is it required|might I ask for the reason]?
""")
"""Asks why the agent wants to know who they are."""

ASK_WHY_REFUSED = Phrases("""
    ~ why [not|is that|on earth not|though]?
    ~ [how come|says who|since when|what's the reason|what do you mean|really, why]?
    ~ [what|huh|seriously|really|oh][,|?] why [not|is that|]?
    .+ [why not|why is that|how come|why can't you|why can't I|what's the reason for that|what do you mean, not possible]?
    .+ [wait|hang on|hm|sorry|what], [why not|why is that|why can't that be done|how come|what's stopping you]?
    . [I don't get it|I don't understand|that makes no sense to me|that's odd], [why not|why is that|how come|why wouldn't that work|what's the reason]?
    [can|could] you [explain|tell me] why [not|that is|that isn't possible|it can't be done|that's not possible]?
    [why|for what reason] [is that|can't that be done|isn't that possible|is it not possible|is that not allowed]?
    [I don't see why|I'm not sure I understand why|I'd like to know why|I wonder why] [not|that can't be done|that wouldn't be possible|it isn't possible]. [what's the reason|can you explain|could you tell me|]
    + [oh no|oh|really|what a pity|well that's a blow], why [on earth not|ever not|is that|not]? [I was counting on it|I thought that was normal|I was so sure it would be fine|nobody told me|]
    + [hold on a minute|now wait|hang on|I'm confused], [why would that not be possible|why's that then|who decides such things|how can that be]?
    = [may I ask why|might I ask for the reason|would you explain why|could you kindly tell me why] [that is|not|that is not possible|this cannot be done]?
    = [I fail to see why|I do not quite understand why|I should like to know why] [this is not possible|not|that cannot be done]. [would you explain|could you elaborate|what is the reason|]
""")
"""Asks why something is refused."""

PUSH_BACK = Phrases("""
    ~ [but|come on|please|really|look|listen|oh come on|hey] [my|our|the|her|his] [neighbor|friend|sister|brother|boss|cousin|roommate|mother|uncle] [got|had|was given|was allowed|was offered] [this|that|the same|the same thing|just that|exactly that] [last week|last month|last year|in spring|without any trouble|just like that|no problem|from you|from you guys|from your people]
    ~ [I've been|we've been|my family has been|my wife has been|her family has been] [with you|your customer|a customer here|loyal to you|coming to you] [for years|for ten years|for ages|since forever|from the start|for so long|half my life][,|.] [does that count|that should count|can't that count|can you try|please try|try again|look again|is there no way|ask your boss|help me out]
    ~ [what|who|how|where] [else can I ask|can I talk to|could change that|decides that|made that rule|would know a way|can I do then|do I complain to|can I complain to|is your boss|can help me then|else could help|if I pay extra|if I ask nicely|if I call them|if she asks]?
    ~ [come on|oh come on|pls|please|seriously|aw|hey][,|] [just [this once|one time|for me|today]|[one|a small|a tiny] exception|can't you [make an exception|do anything|bend it a bit]|there must be [a way|some way|something]|it's [urgent|an emergency|my last chance]|I [really|badly|kinda|do] need [it|this]|help me out [here|a bit|]]
    ~ [that's|this is|how|so|] [ridiculous|stupid|unfair|silly|crazy|a joke|nonsense|annoying] [rule|policy||||][,|.|] [I [really|do|badly] need [this|it]|it's [important|for my kids|not my fault]|[make|do] an exception|find [a|some|another] way|there must be [a way|something]|look again|ask your [boss|manager]|try [harder|again|anyway]]
    ~ 2x [nobody [told|warned] me|last [time|year|month] it [was fine|worked]|my [friend|cousin|neighbor|brother|coworker] [got it|got that|did it]|[others|other people|people] [get it|get that|do it]|[your colleague|the other guy|some lady|someone there|the last agent|a coworker of yours] [said [it's|it was] [fine|ok|possible|no problem]|told me [yes|otherwise|different]|promised [it|that|me]]|it worked [last time|before|in march]][,|] [so why [not|can't I|is it different] [now|today|here|]|[so|] try [again|anyway|once more]|[so|] check [again|once more|that]|[so|] look again|please|so what changed|how come]
    .+ [come on|oh come on|please|seriously], [can't you make an exception|there must be something you can do|just this once|it's only a small thing|surely you can bend the rules|I've been a customer for years]
    .+ [but|hmm, but|ok but|yes but] [I really need it|it's not my fault|nobody told me that|I was in hospital|I've been away|my friend had no trouble with it|last time it was no problem], [can't you just do it|can you check again|could you try anyway|can you make an exception|please]?
    . [that's not very helpful|that's really disappointing|that can't be right|that's a shame], [I've been a customer for years|I've always been loyal|I only need it this one time|it's for my mother]. [isn't there any way|can't you do anything|could you look again]?
    [is there [really|] [no way|no other way|nothing at all]|is there nothing you can [do|try]|are you sure [there's no way [round it|around that]|about that]|can nothing be done]? [it's [quite|pretty|very|] [important|urgent] [to me|for us|]|I was [really|] counting on [it|this|that]|I've had a [difficult|rough|long] [month|week|year]|I was told [it would be|it's] [fine|ok|possible]]
    [I [understand|know|get|see] [there are|you have] [rules|policies|limits]|rules [are rules|exist][, I know|]|I know [the rule|what it says|how it works]], but [my [situation|case] is [different|special]|this is [an emergency|urgent|serious]|I was [ill|sick|away|stuck at work] [all week|then|for days]|[I|we] couldn't have known|[someone|a colleague of yours|the hotline] [told me|said] [it would be|it's] [fine|ok|possible]], [could you [make an exception|try|ask a manager]|please [try again|look again|think again]|can you ask [somebody|your boss|around]]?
    [when I [called|wrote|signed up|asked]|last [time|week|year]|before|back then], [your [colleague|coworker|hotline] [said|promised|wrote] [it would be|it's|that's] [fine|ok|possible]|I [was told|heard|understood] this [was|is] no [problem|issue|big deal]|[somebody|someone|they] told me you [could|can|do that]|they did it [right away|at once|in a minute|without asking]], [so could you [look|check|try] again|so [what|where] is the problem|so I don't [see|get] the problem|so please check [that|again|it]]
    + [oh please|pretty please|oh no, don't say that|oh, have a heart], [it's for my [daughter|son|mother|wife|husband]'s birthday|my [mother|father|dog] has been ill|it's been such an awful week|you have no idea what this month has been like], [couldn't you make an exception|can't you bend the rules a little|isn't there some way|just this once]?
    + [my neighbour|my cousin|my sister|a friend at work|my brother-in-law] [had the same|was in the same boat|did it in march|swears it works], and [it was fine|they sorted it|nobody cared|it took a minute], [so there must be a way|so can't you do the same for me|so please try again]
    = [I must say I find that unsatisfactory|with respect, I find this hard to accept|I am rather disappointed|I do not find that acceptable]. [I have been a customer for many years|I was assured that it would be possible|the circumstances are exceptional|I was unwell at the time]. [could an exception be made|would you reconsider|please look into it again]
    = [surely|with respect|I appreciate that there are rules, but], [an exception can be made|there is some discretion in such cases|this is a special case|my circumstances are exceptional]: [I was travelling|there has been an illness in the family|I was misinformed|it was not my doing]. [would you reconsider|might you look at it again|please see what you can do]
""")
"""Does not take a refusal, and tells another story."""

CHECK = Phrases("""
    ~ 2x [so|and|ok|so now|wait|hm|quick check][,|] [it [went|is] through|it's [done|in|saved|booked in]|all [done|set|saved|in]|that worked|it [worked|got saved|stuck]|it's all [sorted|in there|done]]?
    ~ 2x [did [it|that|this] [work|save|go through|register]|is [it|that|this|everything] [done|saved|in|through] [now|]|sure it [worked|saved|went through]|[definitely|really|actually] [done|saved|through]|and [it|that] shows [up|] on your [side|end|screen]]?
    ~ [can you|pls|could you|would you|please][,|] [double check [that|it|this]|check [it|that it] went through|[confirm|verify|see] [if|that] it's [in|done|saved|there]|look [if|whether] it's [in|done|there|saved]]
    .+ [so|and|ok so|right, so|just checking], [did that go through|that's definitely in now|is that really done|it's all in the system now|did it work]?
    .+ [can you|could you] [just|] [double-check that it went through|check that it's really done|make sure it's in the system|check it again for me]?
    . [just to be sure|to be on the safe side|just checking|one last check], [did it go through|is it done now|is everything in place|what does it say now]?
    [could|can] you [please|] [confirm [that|] [it|this|everything] [has|is] gone through|check [that|if] [everything|it|all] is [in order|fine|there|saved] [now|]|check once more [that it worked|if it's in]|verify [that it's|it's|it is] [done|in|saved]]?
    [has [it|that|this|everything] [really|actually|definitely] [gone through|worked|been saved|been done]|did [it|that|everything] [really|actually] [work|save|go through]]? [I don't [want|like|need] [any|] surprises|I [just|] [want|like|need] to be [sure|certain]|just to be sure|don't want to [call back|ask twice|do it again]|||]
    [how do I know it worked|will I see that on my account|can you see it on your side|does it show on my account] [now|]?
    + [sorry, I'm a worrier|my husband will ask me|I've been let down before|last time it got lost in the system|I always double-check], [did it really go through|is it really done|can you see it on your screen|so it's definitely done]?
    + [ooh, that was quick|that fast|wow, just like that|goodness, that was easy]! [and it's really done|did it really work|and it definitely went through|are you sure it's in]?
    = [for my peace of mind|to be quite certain|before we continue|if I may ask], [has it been recorded|could you confirm that it was carried out|would you verify that it is done|may I take it that it is complete]?
    = [would you kindly|could you please|may I ask you to] [check once more that it was carried out|confirm that it has been recorded|verify that it is in place].
""")
"""Checks afterwards whether something was done."""

FORGOT = Phrases("""
    ~ [hm|uh|um|er|ah][,|] [don't have it here|can't remember|forgot|no idea right now|don't have that handy|what was it again]
    ~ [I forgot|forgot it|can't think of it|not sure|mind's blank] [right now|one sec|sorry|]
    ~ [don't know|dunno|no clue][,|] [have to look|must look it up|let me look|need to look that up]
    .+ [hmm|um|uh|oh|ah], [I can't remember that right now|I don't have that on me|I'd have to look that up|I don't know it by heart|it's slipped my mind]
    .+ [sorry|ooh|hmm, sorry], [I don't have that handy|I can't find it right now|I've forgotten which one I used|my mind's gone blank|I never remember that]
    . [I'm not sure I remember|I don't remember it offhand|I don't have it in front of me|I can't think of it at the moment], [sorry|let me see|I'd have to search for it|is there another way]
    [I'm afraid I don't have that at hand|I can't recall it just now|I don't have it in front of me|I don't remember it right now], [sorry|I'm sorry|I'd need to look for it]
    [sorry|I'm sorry], [I'd have to look that up|I don't know that by heart|I can't remember which one it is|it escapes me right now]
    [let me think|good question|that's a good question], [I can't remember|I don't know it by heart|I'm not sure|I don't have it here]
    + [oh gosh|oh dear|ah|goodness], [my memory is like a sieve|now you're asking|it's on the tip of my tongue|I wrote it down somewhere|I had it a minute ago], [sorry|I really can't think of it|where did I put it|let me think]
    + [you'd think I'd know that|I should know this|it's been a long day|I'm useless with these things], [but it's gone|but I can't for the life of me remember|but my mind's a blank|I'd have to dig it out]
    = [I am afraid|I regret that|I must admit that] [I do not have that to hand|I cannot recall it at the moment|it escapes me|I would have to look it up].
    = [forgive me|my apologies|I apologise], [I cannot remember it just now|I do not know it by heart|I do not have it before me|it has slipped my mind].
""")
"""Cannot recall who they are known as, for now."""

RECALLED = Phrases("""
    ~ [wait|oh|ah|ok|got it|found it|never mind][,| -]
    ~ [oh wait|ah ok|ah yes|ok found it|hang on][,| -]
    .+ [oh wait|ah, hang on|ah yes|oh|wait], [I do know it|I've found it|I remember now|it's come back to me|here it is|got it].
    .+ [found it|ok, found it|right, got it|ah, there it is]:
    . [wait|ah|okay|hang on], [I think I have it|I have it here after all|I remember|maybe I do know it|it was in my notes].
    [I've found it after all|I remember it now|I have it after all|it has come back to me|here it is after all].
    [wait|one moment|ah], [I do remember|I had it written down|I've just looked it up|it's right here].
    + [oh silly me|ha|oh there it is|ah, look at that|well, well], [it was in front of me all along|it was in my phone|my [husband|wife|sister|flatmate] just shouted it across the room|it just popped into my head|I'd written it on the back of my hand].
    + [ooh, wait, wait|hang on, hang on|oh I know|eureka], [I've got it|it's come back to me|here we go|there we are].
    = [one moment|ah yes|I have it now|I do recall it now], [here it is|I have found it|it was in my papers|I had made a note of it].
    = [it has come back to me|I find that I do remember|I have it here after all|allow me|I have located it].
""")
"""Remembers after all, and tells it in the next sentence."""

ANOTHER_ANSWER = Phrases("""
    ~ [it's about|about|that's|this is for] {value}
    ~ [first|so|well|ok so][,|] {value}
    ~ {value} [that is|btw|by the way|]
    .+ [well|so|ok so|right], [it's|that's|this is about|it's about] {value} [by the way|]
    .+ [I forgot to say|I should have said|I should add|oh, and], [it's|it's about|that's] {value}
    . [first things first|before that|to be clear|just so you know], [it's|it's about|that's|this is about] {value}
    [I should have mentioned|I forgot to mention|let me add|for your information], [it's|this is about|it's about|that would be] {value}
    [the thing is|to start with|just so it's clear|for context], [it's|this is about|that's] {value}
    + [oh, before I forget|right, so, let me explain|so, the important bit|I'm getting ahead of myself], [it's|it's about|that would be] {value}
    + [well, you see|the thing is|so basically|let me start from the beginning], [it's|it's about|this is about] {value}
    = [I should add|to be precise|I neglected to say|permit me to add], [it is|it concerns|that would be] {value}
    = [first of all|before anything else|to begin with], [it concerns|it is|that would be] {value}
""")
"""Gives {value}, which is not what was asked for."""

IMPATIENCE = Phrases("""
    ~ [so many questions|another question|more questions|still more|again|how much longer|this takes ages|quicker please|hurry up pls|get on with it|[quick|fast|faster] please|long [chat|list]|am I done yet]
    ~ [ugh|pff|jeez|sigh|omg|man|wow][,|] [so many [questions|steps|details]|what else [now|do you want|]|is that [all|it] now|this takes [forever|ages|long]|how long is this|can [we|you] [speed up|hurry|be quick]|[more|another] [one|question]|I [have|got] [work|things] to do|boring|faster]
    .+ [you ask a lot of questions|this is taking a while|can we speed this up|is it always this complicated|I haven't got all day|how many more questions|that's a lot of questions]
    .+ [ugh|phew|honestly|right|come on], [this is taking ages|can we get a move on|so many questions|is this going to take much longer|I've got to go soon]
    . [I don't have much time|I'm a bit pressed for time|this is taking longer than I thought|I hoped this would be quicker][, can we speed it up|, so let's be quick|, please be brief|]
    [could we|can we] [please|] [speed this up|get to the point|move on a bit faster|keep this short]
    [I didn't expect so many questions|I wasn't expecting this to take so long|I hoped this would be simple|this is more work than I thought]
    [is there [much|a lot|any] more [to this|of this|coming]|are there [many|any] more questions|how [many|much] more]? [I'm in a [hurry|rush]|I have to [leave|run|go] [soon|]|I don't have [long|all day|much time]|]
    + [goodness me|oh boy|blimey|wow|dear me], [it's like an exam|you do ask a lot|that's question number hundred|I've been less thoroughly questioned at the airport|my tea is getting cold]
    + [I'll be grey by the time we're done|are we nearly there|my lunch break isn't that long|I've got a cake in the oven, you know], [so chop chop|haha|but anyway|just saying]
    = [this is taking rather long|I must ask you to be brief|my time is limited|I had hoped this would be quicker][, I am afraid|].
    = [this is taking rather long|my time is limited|I had hoped this would be quicker], so kindly be brief.
    = [might we proceed a little more quickly|could this be dealt with more swiftly|would it be possible to be brief|may I ask how much longer this will take]?
""")
"""Shows impatience, before the answer that was asked for."""


class Topic(NamedTuple):
    """Something off topic: how users put it, and what the agent says to it."""

    asked: Phrases
    answered: Phrases


OFF_TOPIC: Mapping[str, Topic] = {
    "bot": Topic(
        Phrases("""
    ~ [are you|is this|am I talking to] [a bot|a robot|a real person|a human|a machine|ai]?
    ~ [bot or human|human or bot|you a bot|real person|robot]?
    .+ [wait|hm|sorry|just wondering|by the way], [are you a real person|is this a bot|am I talking to a human|are you a robot]?
    . [out of curiosity|just curious], [are you a person or a computer|am I chatting with a machine|is there a human on the other end|is this automated]?
    [may I ask|can I ask], [is this an automatic system|are you a person|am I speaking with a person or a program]?
    + [ha|oh|you know|I can never tell], [are you one of those robots|is there an actual person in there|my grandson says these are all robots, is that so|you type so fast, are you a machine]?
    = [may I ask whether|might I know whether|I wonder whether] [I am speaking with a person|this is an automated service|you are a person or a machine].
    """),
        Phrases("""
    I'm [an assistant|a virtual assistant|the automated assistant] [here|of this desk|on this desk], [and happy to help|and glad to help|at your service].
    [good question|fair question|I get asked that a lot]: I'm [a virtual assistant|an automated assistant|an assistant, not a person].
    you're [talking to|chatting with|writing to] [a virtual assistant|an automated assistant|the desk's assistant], [and I'm happy to help|and I'll gladly help you|and glad to be of help].
    + [ha, good question|you've caught me|no hiding that]: I'm [a virtual assistant|an automated assistant], [but a friendly one|and a patient one|and glad to help].
    = I am [an automated assistant|a virtual assistant], and [at your service|glad to be of help].
    """),
    ),
    "weather": Topic(
        Phrases("""
    ~ [hows|how's] the weather [there|with you|over there|where you are]?
    ~ [raining|cold|hot|sunny|snowing] [there|with you|where you are] too?
    .+ [by the way|btw|haha|anyway], [is it raining where you are|how's the weather over there|is it as hot with you|isn't this weather awful]?
    . [how's the weather with you|is it this cold where you are|did you get the storm too|is it sunny at your end]? [it's miserable here|it's lovely here|it won't stop raining here|]
    [I hope the weather is better where you are|the weather is terrible here today|what weather we're having]. [how is it at your end|is it nice there|]
    + [goodness, it's pouring down here|the sun's finally out here|you should see the fog out there|it's boiling in this flat], [how is it with you|is it the same there|what's it like over there]?
    = [how is the weather in your part of the world|I trust the weather is kinder to you than it is here|we are having dreadful weather here, is it the same with you]?
    """),
        Phrases("""
    [I see little of the weather from here|there's no window at this desk|I hope it's kind to you], [but I hope it brightens up|but thanks for asking|but stay warm].
    [thanks for asking|ha, good question|nice of you to ask]! [it's always the same at this desk|I hope yours turns out well|it's always room temperature here].
    [I hope it turns out nice for you|let's hope it stays nice|I hope it clears up for you].
    = [thank you for asking|that is kind of you]. [I hope it turns out fine for you|I trust it will improve].
    """),
    ),
    "day": Topic(
        Phrases("""
    ~ [how are you|busy today|long shift|hows your day|busy there|how's it going]?
    ~ [you|u] [busy|ok|well] today?
    .+ [how's your day going|busy day today|are you busy over there|do you ever get a break|have you got a lot on today]?
    .+ [by the way|anyway|haha], [how are you doing today|hope you're not too busy|is it always this quiet|do you do this all day]?
    [I hope you're having a good day|you must be busy today|it must be a long day for you]. [how's it going|is it very busy|]
    + [bless you, you must hear this all day|I bet you get all sorts of people in here|I couldn't do your job|you must have the patience of a saint], [how's your day been|do you ever get a tea break|is it always like this]?
    = [I hope I am not keeping you|I trust you are well today|may I ask how your day has been|I imagine you are very busy today].
    """),
        Phrases("""
    [thanks for asking|kind of you to ask|nice of you to ask], [all good here|it's going well|a good day so far].
    [all good here, thanks|very well, thank you|busy but good, thanks|doing well, thank you], [and I hope yours is going well too|and I hope you're well too|hope yours is good].
    + [aw, thanks for asking|you're kind to ask], [all the better for chatting with you|it's a good one so far].
    = [I am well, thank you|thank you, very well], [and I hope you are too|and I hope you are having a good day].
    """),
    ),
}
"""Topic -> what is asked and answered. None is about anything that a desk does."""

CLOSING_TWICE = Phrases("""
    ~ [thanks|ok thanks|great thanks|thank you|cheers|perfect thanks|thx|ok great]
    ~ [thanks|ok thanks|cheers|great][,|] [bye|that's it then|that's all|that was it|all good then|bye then]
    .+ [great|perfect|lovely|ok|brilliant|cool], [thanks|thanks a lot|thank you so much|thanks for your help][, that's all|, that's everything|, that was it|, bye|]
    . [thank you|thanks|thanks very much], [that's all I needed|that was all|that's it from me|I think that's everything|that does it]
    [thank you|many thanks|thanks|thanks a lot] for [your help|everything|sorting [that|it|this] [out|]|the [help|quick help|patience]|helping|your time]. [that's [all|it]|[that will|that'll] be all|that was [everything|it]|||]
    + [you've been a star|aw, thank you so much|that's brilliant, thank you|oh lovely, thanks ever so much][, I'll let you go|, that's me done|, that's everything ticked off|, off I go then|]
    = [thank you for your assistance|I am much obliged|thank you very much for your help|many thanks indeed]. [that is all|that would be all|that concludes my list|]
""")
"""Thanks and closes for the first time, with one more word to come."""

# --- Agents ----------------------------------------------------------------------------------------------------------

NO_RUSH = Phrases("""
    [of course|no problem|sure|certainly|no rush], [take your time|take all the time you need|there's no hurry|no hurry at all|have a think].
    [take your time|no rush at all|there's no hurry], [nothing happens until you say so|nothing changes until you say so|I'll wait for your word].
    [sure|of course|no worries], [I'll wait|I'm here|just say when], [nothing has been changed so far|nothing has happened yet|nothing happens before that].
    + [no worries at all|absolutely, take your time|of course, no pressure], [I'm not going anywhere|nothing happens without your word|have a good think].
    = [by all means|certainly|of course], [please take your time|take whatever time you need|there is no hurry at all].
""")
"""Gives the customer time: nothing happens without a clear yes."""

RECAP = Phrases("""
    [to recap|just to recap|here it is again|once more|to sum up|in short|for when you're ready|so that you have it in one place]:
    [here's what it would be|here is where we stand|this is what it would look like|this is how it stands]:
    [no problem|of course|sure], ^ [here it is again|once more|to recap|I'll repeat it]:
    = [to summarise|to restate it|allow me to repeat it|to recapitulate]:
""")
"""Leads into a proposal that is made again."""

WHY_IDENTITY = Phrases("""
    [it's only|that's only|it's just|that's just] to [make sure I'm talking to the account's owner|make sure I open the right account|keep your account safe|protect your account].
    [fair question|good question|I understand]: [without it I might open the wrong account|it keeps others out of your account|it shows me that the account is yours|I need it to find your account and know that it's yours].
    [I use it|it's used|we use it] [only|just] to [find your account and make sure it's yours|confirm who I'm talking to|keep strangers out of your account].
    + [totally understand|good to be careful|I'd ask the same]! [it's just so nobody else gets into your account|it just tells me the account is really yours].
    = [it serves only to|its sole purpose is to|this serves to] [protect your account|make certain that the account is yours|confirm your identity].
""")
"""Says why identification is needed."""

STILL_REFUSED = Phrases("""
    [I understand|I do understand|I hear you|I see why you ask|I know it's disappointing], but [I can't make an exception|I can't change that|it's still not possible|I still can't do that|I'm still unable to do that]:
    [I'm sorry|I'm really sorry|I am sorry], but [I can't make an exception here|that's still not possible|I still can't do that|I'm not able to change that]:
    [I wish I could|I'd like to help|I get that it's important to you], but [I can't make an exception|it's still not possible|I still can't do that|I'm not able to]:
    [unfortunately|I'm afraid] [I can't make an exception|that's still not possible|I still can't do that|I'm not able to make an exception]:
    = [I understand your position|I appreciate your situation|I regret the inconvenience], but [I cannot make an exception|this is still not possible|I still cannot do that]:
""")
"""Leads into the same reason again, after the customer has pushed back."""

BECAUSE = Phrases("""
    [of course|sure|fair question|happy to explain]. ^ [I can't do it for this reason|the reason I can't do it is this|here's why I can't do it|that's not possible for one reason]:
    [I'm sorry it's not what you hoped for|I understand that you ask|good question]. ^ [the reason why I can't do it is this|that's not possible, and here is why|here is why it isn't possible]:
    [to explain|to be clear|in other words|in short], [I can't do that|it's not possible|that isn't possible], [and the reason is|for this reason|because of this]:
    = [certainly|by all means|of course]. ^ [the reason why this is not possible|the reason that I cannot do it is as follows|this is why it is not possible]:
""")
"""Leads into the reason again, after the customer has asked why."""

CONFIRMED = Phrases("""
    [yes|yes, it is|yes, all good|yes, it worked], [I've just checked|I can see it here|it's in the system|it shows on my side]:
    [it has gone through|it went through|it's all in place], [no worries|you can rest easy|I've looked again]:
    [yes|sure|of course], [I've looked again and it's all there|it's on your account now|everything is as it should be]:
    + [yep, all done|yes, don't worry|absolutely], [I can see it right here|it's all there|safe and sound]:
    = [yes, certainly|I can confirm it|yes, indeed], [it has been recorded|everything is in order|it is in place]:
""")
"""Confirms that something was done, before it is told again."""

TAKE_YOUR_TIME = Phrases("""
    [no problem|no worries|that's all right|not to worry|that happens], [take your time|have a look|have a quick look|see if you can find it].
    [that's fine|no problem at all|happens to everyone], [take a moment|there's no hurry|I'll wait while you look].
    + [happens to the best of us|no worries at all|oh, I know the feeling], [take your time|have a rummage|have a look around].
    = [that is quite all right|no matter at all|certainly], [please take your time|there is no hurry].
""")
"""Gives the customer time to remember."""

NOTED = Phrases("""
    [thanks|thank you], [I've noted that|that's noted|that helps|that's good to know].
    [got it|okay|understood|all right], [I've noted that|I have that down|that helps|I'll bear that in mind].
    [noted, thank you|noted, thanks|good to know, thank you|thank you, that helps|right, I've got that].
    [thanks for the detail|thanks for adding that|thank you for adding that|good, that helps].
    = [thank you, I have noted that|noted, thank you|I have taken note of that].
""")
"""Takes in something that was not asked for."""

SYMPATHY = Phrases("""
    [I hear you|that sounds like a lot|I understand|thanks for letting me know|fair enough|I see], [let's get this sorted|let's sort this out|I'll be quick|let's take care of it].
    [no worries|no problem|of course|I understand], [we'll get there|let's get it done|I'll help you with that|let's see].
    + [oh, I know how that goes|goodness, that sounds busy|bless you|oh, I can imagine], [let's get this off your list|let's make this one easy|we'll sort this quickly].
    = [I quite understand|I see|thank you for telling me], [let us see to it|I will gladly help|let us take care of it].
""")
"""A kind word to a story that nothing depends on."""

SORRY = Phrases("""
    [sorry for all the questions|sorry about the wait|I'll be quick|sorry this takes a moment|nearly there|almost there][, nearly done|, we're nearly done|, not much longer|].
    [I know, sorry|I understand|fair enough|sorry about that], [I'll be brief|I'll be quick now|we're almost there|let's move on].
    = [my apologies for the delay|I apologise for the many questions|I will be brief|we are nearly done].
""")
"""Apologises, briefly, to somebody impatient."""

SEVERAL_FIT = Phrases("""
    I [see|can see|have|find|found] [more than one|several|more than one of those|a few] [that could be meant|that fit|that match|here]: {labels}. [could you tell me|can you tell me|may I ask] {asked}?
    [there's more than one that fits|more than one fits that|that fits more than one]: {labels}. [could you tell me|would you tell me|please let me know|can I ask] {asked}?
    [that could be|it could be] any of these: {labels}. [could you tell me|so may I ask|can you say] {asked}?
    [to be sure that I take the right one|so that I take the right one|to get the right one], [could you tell me|may I ask|can you tell me] {asked}: [that fits|I see|there's|what fits is] {labels}?
    = [several entries correspond to that|more than one corresponds to your description]: {labels}. [would you kindly tell me|may I ask|could you please tell me] {asked}?
""")
"""Asks {asked}, of several things that fit: {labels}."""

AS_YOU_SAID = Phrases("""
    [so|then|in that case], [let's do what you said instead|let's go to your second choice|on to your other option|let me look at what you asked for instead|the alternative you named], then.
    [as you said|as you suggested|as you asked], [let's go for the other option|let me do the other thing instead|I'll turn to the other option].
    = [as you indicated|in accordance with your wish], [let us turn to the alternative|I will turn to the alternative].
""")
"""Turns to what the customer has named in case of a refusal."""

SIGN_OFF = Phrases("""
    [you're welcome|you're very welcome|my pleasure|happy to help|glad I could help|any time]!
    [you're welcome|my pleasure|glad to help], [have a good day|take care|have a nice day|all the best].
    [happy I could help|glad I was of help|no problem at all], [have a great day|enjoy your day|take care].
    = [you are most welcome|it was a pleasure], [have a pleasant day|I wish you a good day].
""")
"""Answers the first thanks of somebody who is about to close."""
