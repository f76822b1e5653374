"""Wording that belongs to no domain: how customers and agents greet, identify, agree, change their minds, and take leave.

Each act keeps to words that no other act could be taken for. Consent holds no condition, doubt or negation in any of its
wordings and a withdrawal holds no assent, because both are read from the words alone. `{what}` is a short noun phrase
such as `the refund`; lines with a value need no verb that agrees with it.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations

from apigen_mt.language.grammar import Phrases

# --- Customers -------------------------------------------------------------------------------------------------------

GREETING = Phrases("""
    ~ 2x [hi|hello|hey|hiya|good morning|good afternoon|good evening] [again|all|guys|everyone|to you|folks|team|||] [anyone here|is someone here|are you open|can I ask you something|may I ask something|how are you|how's it going|do you have a minute|got a minute|I need some advice|I need some info|I'm a bit lost|I'm stuck|it's a bit urgent|please help me out|help me please|I have a small problem|I have a few questions]
    ~ 26x [hi|hello|hey]
    ~ 2x [hello there|hi there|good morning|good afternoon|good evening|hey there]
    ~ 2x [hi|hello|hey][,|] [I need help|I need some help|I need your help|can you help me|can you help me with something|I have a question|I have a problem|please help|are you there|could you help me out|I need to ask you something]
    ~ [hi|hey|hello|hi there|good morning][,|] [quick question|need some help|need help|got a question|question about my account|something to sort out] [please|]
    .+= [hello|good morning|good afternoon|good evening|hello there|good day]
    .+ [hi|hey|hi there|hey there|hiya|hello again|hi all]
    .+ [hi|hey|hiya|hey there|hi there|hello] [team|everyone|folks|], [got a [quick one|small one|question|quick question|small thing] for you|hope [you can help|you can help me out|someone can help|this is the right place] [with something|with this|here|today|]|I [could use|need|could do with] [a hand|some help|a bit of help] [with something|please|with my account|here|today|]]
    .+ [hello|hi|hey], [is anyone [there|around|free|available]|is someone [there|around|free|available]|anyone [there|around|free]] [to help me [out|]|who can help [me|] [out|]|to help|right now|]?
    .+ [hi|hello|hey] [there|], [hope you're [well|doing well|having a good day|not too busy|having a decent day]|how are you [doing|] [today|]?|how's it going [today|]?|how's your day going?|sorry to bother you|I've got a quick question|got a minute?]
    [hi|hello|hi there|hello there|good morning|good afternoon|good evening], I [need|would like|was hoping for|am hoping for|am looking for] [a bit of|a little|some] [help|assistance|advice] [with my account|with something|today|on something|] [please|]
    [hi|hello|hi there|hello there|good morning|good afternoon|good evening], [can|could] [you|someone|somebody] [please|] [help me|give me a hand|help me out|help] [with something|today|here|with this|with my account|] [please|]?
    [hi|hello|hi there|hello there|good morning|good afternoon|good evening], I [have|have got] [a question|a couple of questions|something to sort out|a small problem|a bit of a problem|an issue|a request] [for you|] [today|]
    + [hi|hello|hey|oh hi|oh hello|hiya|hi hi] [there|again|everyone|], [first time [using this chat|trying this|doing this here|on here]|I don't usually [use these chats|do this online|chat to help desks]|I've never used [this chat|one of these] before|I hope I'm in the right place|I'm not great with [computers|these chats|chat windows]], so [bear with me|be gentle|please be patient with me|let's see how this goes|here goes|fingers crossed]
    + [hi|hello|hey|hiya] [there|], [lovely|nice|good|so nice] to [find|reach|get hold of] [someone|somebody|a person] [here|at this hour|so quickly|at last|], [what a day|it's been a long day|it's been one of those days|what a week|I've had quite a morning|I've only just sat down|I'm only just catching my breath]
    = [hello|good morning|good afternoon|good evening][, and thank you for your time| to you|]. I [would be grateful for|would appreciate|should be glad of|am in need of|am writing to ask for] [your help|your assistance|some assistance|some help|your advice] [with a small matter|with a matter|with my account|today|in a matter|]
    = [hello|good morning|good afternoon|good evening]. I [hope|trust] [you are well|this finds you well|you are having a good day|I have reached the right department|this is the right place to ask]. [I have a [request|question|small request|matter to settle]|I need some [assistance|help]|I should like some [assistance|help]]
""")
"""Greets, without saying what is wanted."""

_IDENTITY_WAYS: Mapping[str, tuple[str, str, str]] = {
    "name": ("name", "[my name is|I'm|the name is|this is|my full name is]", "[it's|I'm|this is|my name's|]"),
    "email": ("email", "[my email is|my email address is|the email is|the email I use is|my account email is]", "[it's|my email's|that's|]"),
    "postcode": ("postcode", "[my postcode is|the postcode is|the postcode on file is|my home postcode is]", "[it's|the postcode's|postcode|]"),
    "code": ("code", "[my code is|the code is|the code I have is|the code I was given is]", "[it's|code|the code's|]"),
    "birth_date": ("date of birth", "[my date of birth is|I was born on|date of birth is|my birth date is]", "[born|it's|DOB|born on|]"),
    "secret": ("security answer", "[the security answer is|my security answer is|the answer is|my secret word is]", "[it's|the answer's|that's|]"),
}  # fmt: skip
"""Fact -> its label, how a sentence about it starts, and how a fragment does."""


def _identity_lines() -> Iterator[str]:
    """Yield lines for every set of facts: sentences, labels and bare values, in more than one order."""
    for size in range(1, len(_IDENTITY_WAYS) + 1):
        for facts in combinations(_IDENTITY_WAYS, size):
            for order in (facts, facts[::-1])[: min(size, 2)]:
                yield from _identity_of(order)


def _identity_of(facts: tuple[str, ...]) -> Iterator[str]:
    labels = [f"{_IDENTITY_WAYS[fact][0]} {{{fact}}}" for fact in facts]
    colons = [f"{_IDENTITY_WAYS[fact][0]}: {{{fact}}}" for fact in facts]
    said = [f"{_IDENTITY_WAYS[fact][1]} {{{fact}}}" for fact in facts]
    short = [f"{_IDENTITY_WAYS[fact][2]} {{{fact}}}" for fact in facts]
    bare = [f"{{{fact}}}" for fact in facts]
    last = " and " if len(facts) == 2 else ", and "
    yield f"~ {'[, | - | / |, and ]'.join(bare) if len(facts) > 1 else bare[0]}"
    yield f"~ {', '.join(labels)}"
    yield f"~ [ok|sure|right|] {', '.join(short)}"
    yield f". [sure|ok|sure thing|right|here you go|here it is][,| -] {', '.join(bare)}"
    yield f"=+ [here are my details|here you are|here is what you need]: {', '.join(colons)}"
    follows = "".join(f"[, | and |, and ]{one}" for one in short[1:])
    yield f".+ [sure|ok|right|of course|ok so|well], {short[0]}{follows}"
    yield f"[sure, |of course, |||]{_listed(said, last)}."
    yield f"+ [sure|of course|oh right|yes of course|ah yes], [let me see|here we go|so|one second|okay], {_listed(said, last)}[, if that helps|, hope that helps|, I hope that's all you need|. let me know if you need anything else from me|]."
    yield f"= [certainly|of course|by all means|gladly]. {_listed(said, last)}. [I hope that is sufficient|I trust that is all you need|please let me know should you need anything further|]"


def _listed(parts: list[str], last: str) -> str:
    return last.join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]


IDENTITY = Phrases("\n".join(_identity_lines()))
"""Says who one is: any set of name, email, postcode, code, birth_date and secret."""

CONSENT_BARE = Phrases("""
    ~. 9x yes
    ~. 6x [yes please|yes, please|please do|yes]
    ~. 2x [sure|ok|okay|yeah|please]
    ~ 2x [do it|go ahead|go for it|yes do it|yes go ahead|yes thanks|yes thank you|sounds good|that works|that's fine|sure thing|ok do it]
    ~ [yes|yeah|ok|sure|okay] [do it|go ahead|please|go for it|please do|that's fine|that works|that's right|sounds good]
    . [yes|yeah|yep|sure|ok|okay] [please|do that|do it|go ahead|that's fine|that works|go for it|]
    . [yes|yeah|yep], [please do|go on then|that's right|all good|sounds good|perfect|thanks|thank you]
    .+ [sounds good|looks good|works for me|fine by me|all good|sounds great][, thanks|, thank you|, please do|, go ahead|]
    [yes|yes, please|please do|go ahead|please go ahead|yes, go ahead]
    [yes|that's fine|that's right|that's correct][, please go ahead|, go ahead|, please do|, thank you|, please proceed]
    + [oh yes|yes yes|yes, absolutely|absolutely|definitely|for sure|of course], [please do|go ahead|go for it|thank you|do it]
    + [lovely|great|perfect|wonderful|brilliant|amazing], [yes please|please do|go ahead|do it|let's do it|go for it]
    = [yes|certainly|by all means|of course], [please do|please proceed|please go ahead|thank you|you may proceed]
    = [I agree|I confirm|I consent|I approve|agreed|confirmed|that is correct], [please proceed|thank you|please go ahead|please do]
""")
"""Agrees in a word or two."""

CONSENT = Phrases("""
    ~ 3x [yes|yeah|ok|okay|sure|great|good|perfect|absolutely|definitely|awesome|yes please|oh yes|of course|alright|ok great|ok good][!|,|] [go ahead|go ahead and do that|do that for me|do it for me|let's do that one|go ahead and do it|do that one|do it|go for it|please do|do that|let's do it|you can go ahead|you can do that|that works|that's fine|that's great|that sounds good|that is fine|that would be great|that will work|that's perfect] [thanks|thank you|now|please||||]
    ~ 2x [yes|yeah|ok|sure][,|.] [I want you to do that|I am happy with that|I agree|I'm fine with that|I want you to go ahead|you can do that for me|you may go ahead|please do that for me|please go ahead and do it|let's go with that|let's do that one|let's go for it] [please|thanks|thank you|now||||]
    ~ [yes|yeah|ok|okay|sure|great|perfect|alright] [go ahead|proceed|please proceed|please go ahead|you can go ahead] with {what} [thanks|thank you|now|please|]
    ~ [that sounds|that looks|it looks|this looks|everything sounds] [good|great|right|perfect|fine|good to me|great to me|fine to me|right to me][, yes|, go ahead|, do it|, let's do it|, please do|. go ahead|. do it|] [please|thanks|]
    ~ [yes to {what}|ok with {what}|fine with {what}|happy with {what}|yes, {what} please|ok, {what} please] [go ahead|do it|go for it] [now|thanks|please|]
    ~ [yes|yeah|sure|ok][,|] [{value} is fine|{value} works|{value} is right|fine with {value}|ok with {value}|good with {value}] [go ahead|do it|go for it|please do] [thanks|please|]
    .+ [yes|yeah|yep|yeah sure|sure|yes sure|ok|okay|ok great|great|perfect|sounds good|cool], [go for it|do it|let's do it|let's do that|please do|[go ahead|please go ahead|you can go ahead|let's go ahead|please carry on] [with {what}|]] [right away|now|then|straight away|][, thanks|, thank you|, and thanks|||]
    .+ [yeah|yes|yep|sure|ok|okay|great|cool|perfect], [that's [fine|right|correct|perfect|great|all good]|that sounds [fine|good|right|great|good to me]|that all sounds [fine|right|good]|this all looks [fine|good|right|correct|good to me]|it all looks [fine|good|right|correct]|that all looks [good|right|fine to me]], [go for it|do it|please do|let's do it|[go ahead|please go ahead|you can go ahead] [with {what}|]][, thanks|, thank you|||]
    .+ [yeah|yes|yep|sure|ok|okay], I'm [happy|fine|okay|good|totally fine|quite happy|completely happy] with [that|all of that|all that|it|{what}|this|those details|{value}][, so|. so|,] [please go ahead|go ahead|go for it|do it|please do it|let's do it|carry on|please carry on][, thanks|, thank you|||]
    .+ [yes|yeah|yep][ please|], [get {what} done|let's get {what} done|let's get {what} sorted|get {what} sorted|go ahead with {what}|put {what} through|let's go ahead with {what}|you can go ahead with {what}], [thanks|thank you|that's great|that's perfect|I'm happy with that|that works for me|that sounds good|all good from my side|I appreciate it|much appreciated]

    [yes|yes please|yes, absolutely|yes, definitely|yes, of course|absolutely|definitely|yes, thank you|yes, thanks], [please go ahead|go ahead|you can go ahead|please proceed|please carry on|do go ahead|please continue] [with {what}|with that|]. [that's fine by me|that all sounds right|that sounds good|that works for me|I'm happy with that|everything looks right|that's all correct|the details are correct|it all looks fine|I'm fine with that|]
    [yes|yes please|absolutely|definitely|of course|yes, of course|yes, that's right|yes, that's correct|yes, that's fine], [I'd like you to go ahead with {what}|I want to go ahead with {what}|I'd like to go ahead with {what}|please go ahead with {what}|please put {what} through] [today|right away|][, thanks|, thank you|||]
    [yes|yes please|absolutely|definitely|of course|yes, that's right|yes, that's correct], [{value} is right|{value} is fine|{value} is correct|{value} works for me|I'm fine with {value}|I'm happy with {value}|I agree to {value}][, please|, so please|. please] [go ahead|proceed|carry on|go ahead with {what}|proceed with {what}][, thanks|, thank you|||]
    [yes|yes please|absolutely|definitely|of course|yes, of course], [I confirm {what}|I'm happy with {what}|I'm fine with {what}|I agree to {what}|I'm happy to go ahead with {what}|I'm glad to go ahead with {what}][, thanks|, thank you|, please go ahead|, so please go ahead|, please proceed|. that's fine by me|. everything looks right|. that all sounds right|]
    [that sounds|that all sounds|this sounds|it all sounds|that looks|it all looks|everything looks|everything sounds] [good|right|fine|great|perfect|correct][ to me|][, yes|][, so please|, please|. yes, please|. please] [go ahead|proceed|carry on|go ahead with {what}|proceed with {what}|go ahead with it] [right away|today|][, thank you|, thanks|||]
    [that's|that is] [fine|right|correct|good|perfect|great|all correct|all fine|exactly right][, yes|, thank you|, thanks|]. [[please go ahead|go ahead|please proceed|please carry on|do go ahead|you can go ahead|I'd like to go ahead] [with {what}|]|please do that] [now|today|right away|]

    + [oh yes|oh yes please|yes please|yes yes|absolutely|oh definitely|oh great, yes|oh perfect, yes|lovely, yes|brilliant, yes|ah good, yes|wonderful, yes], [that's exactly what I was after|that's exactly what I was hoping for|that would be great|that would be perfect|that would be a big help|that sounds perfect|that sounds great|that works really well for me|I'm really happy with that|you've got it exactly right|it all sounds right to me], [so go for it|let's do it|so let's do it|please do it|[please go ahead|go ahead|do go ahead|so please go ahead] [with {what}|]][, and thank you|, thank you so much|, thanks so much|, you're a star|, you've been great|, thanks a million|]
    + [yes|yes please|oh yes|yeah, absolutely|sure|of course|for sure], [let's do it|go for it|[go ahead|please go ahead|you go ahead] [with {what}|]], [my [partner|husband|wife|sister|flatmate|mother|brother|daughter] will be [pleased|delighted|relieved|thrilled|so glad]|I'll be glad to have it [done|sorted|off my list|settled]|that's one thing off [my list|my mind|my plate]|I can breathe again|that takes a weight off my mind|it'll be a load off my mind|it's such a relief to have this sorted][, and thank you|, thank you so much|, haha|, thanks|]
    + [great|perfect|lovely|brilliant|wonderful|fantastic|excellent|amazing|awesome|super], [thank you|thanks|thanks so much|thank you so much|you're very kind|you're a star], [yes, do it|yes, let's do it|yes, let's get it done|[yes, please go ahead|yes, go ahead|please do go ahead|go right ahead] [with {what}|]] [today|right away|now|]

    = [yes|yes, thank you|certainly|by all means|of course|yes, certainly|indeed, yes], [I am happy with that|I agree to that|I confirm that|that is correct|that is quite right|that is all correct|that is entirely acceptable|I am content with that|that is acceptable to me|the details are correct][, please|, and you may|, so please|, and please|. kindly|. please|. you may|, so you may] [proceed|go ahead|continue] [with {what}|] [at your convenience|today|immediately|right away|]
    = [thank you|many thanks|thank you very much|thank you for setting that out|thank you for the details|thank you for the summary]. [yes, please proceed|yes, please go ahead|yes, you may proceed|please do proceed|I agree, please proceed|I confirm, please proceed|I approve, please proceed|I agree to this, please go ahead|yes, I would like you to proceed|yes, kindly proceed] [with {what}|] [at your convenience|today|immediately|right away|]
    = I [confirm|agree to|approve|consent to] [{what}|{what} as you describe it|{what} as set out|that|all of that|this|all of this][, thank you|, and thank you for your help|, many thanks|, with thanks|]. [please proceed|please go ahead|kindly proceed|you may proceed|you may go ahead|do go ahead] [at your convenience|today|immediately|right away|]
""")
"""Agrees in a sentence, mostly with a restatement of {what} or of a {value}."""

DECLINE = Phrases("""
    ~ 3x [no|nope|no thanks|no thank you|no sorry]
    ~ 2x [no|nope|actually no|no sorry|sorry, no][,|] [leave it|forget it|never mind|don't|don't do it|don't bother|I'll leave it|scrap that|leave it as it is|changed my mind|I changed my mind|don't do that|I don't want that|I don't want to do that|I don't want it anymore|let's not do that|please don't do that] [thanks|sorry|after all|please||]
    ~ [actually|sorry|you know what|wait|oh][,|] [leave it|never mind|forget it|I changed my mind|changed my mind|don't bother|I'll leave it|let's not|don't do it|I don't want that|leave things as they are] [thanks|sorry|after all|]
    ~ [no|nope|sorry, no|actually no][,|] [forget|forget about|leave|drop|skip|don't bother with|no need for|I don't want|don't want|scrap] {what} [after all|thanks|sorry|thanks anyway|now|]
    .+ [actually|hmm, actually|oh, actually|you know what|wait|hang on|hmm|sorry|oh wait], [never mind|I've changed my mind|don't do that|let's not|I'll leave it|don't bother|forget it|let's leave it|I'd rather not|let's leave it as it is], [don't go through with {what}|I don't want {what} after all|I don't need {what} after all|forget about {what}|leave it as it is|I'll leave things as they are|keep things the way they are|leave everything the way it is|no need for {what}][, sorry|, sorry about that|, sorry to mess you about|, sorry for the trouble|, thanks|, thanks anyway|]
    .+ [no|nope|no, sorry|hmm, no|actually no|oh no|no no|sorry, no|actually, no], [don't do that|I don't want {what}|I've changed my mind about {what}|I'd rather not|leave it as it is|let's leave it|I'll leave it|never mind|forget about {what}|don't go through with {what}|let's not go ahead with {what}|I don't think I want {what} any more] [after all|][, sorry|, sorry about that|, sorry for the hassle|, thanks|, thanks anyway|, sorry, my fault|]
    [actually|on reflection|on second thoughts|thinking about it again|having thought about it|having heard that|now that I see it|now that I hear it], [no,|] [I'd rather leave things as they are|I'd rather not|I'd rather leave it|I've changed my mind|I don't want to go through with it|please leave everything as it is|please don't do it|please leave it as it is|let's leave it]. [please don't do anything|leave everything the way it is|please leave it the way it is|I don't want {what} any more|I no longer want {what}|sorry for the trouble|sorry about that|thank you anyway|thanks for checking|]
    [sorry|I'm sorry|apologies|I'm so sorry|oh, I'm sorry|sorry about this], [but|] [I've changed my mind about {what}|I don't want {what} after all|I'd rather not go through with {what}|I've decided against {what}, please leave it|I'd rather not go ahead with {what}|I don't want to go ahead with {what}|please don't go ahead with {what}]. [please leave things as they are|leave everything as it is|please leave it as it is|let's leave it there|thank you anyway|thanks for looking into it|thanks for your patience|]
    [no|no, thank you|no, thanks|no, sorry], [I've changed my mind|I'd rather not|I'd rather leave it|I've decided against it|please don't|please leave it|please leave it as it is|I don't want to do that after all|I don't want to go ahead with {what}|please don't go ahead with {what}|I no longer want {what}]. [leave everything as it is|please leave things as they are|sorry for the trouble|sorry about that|thank you for checking|thanks anyway|]
    [never mind|please never mind|never mind about {what}|please forget about {what}|let's forget about {what}|let's leave {what}|please leave {what}|please drop {what}], [I've changed my mind|I no longer want it|I'd rather leave things as they are|I'd rather keep things as they are|I'd rather leave it|I'd rather not|let's keep things as they are][, sorry|, thank you|, thanks|, thanks anyway|||]
    + [oh|ah|oh dear|hmm|oh gosh|oh well|you know what], [hearing it like that|when I see it spelled out|now that I think about it|now that I've had a coffee|the more I think about it|talking it over with my [partner|sister|mother|flatmate|husband|wife] here], [no, I've changed my mind|I'd rather not|I'd rather leave it|I don't want to do it after all|let's leave it|no, let's leave it|I've changed my mind]. [leave everything as it is|please leave it as it is|please don't do anything|I don't want {what} any more|forget about {what}|never mind {what}], [sorry to have wasted your time|sorry for all the fuss|sorry, I know I'm a pain|I'm hopeless, I know|sorry to be so back and forth|thank you for being so patient|sorry about that]
    + [I'm so sorry|sorry, sorry|oh I'm sorry|so sorry about this|ugh, sorry|I feel bad saying this|I know, I know, sorry], [but|] [I've changed my mind|I've gone off the idea|I've had second thoughts|I've changed my mind about {what}|I don't want {what} after all|I'd rather not], [so please don't do it|so please leave it|so let's leave it|so leave everything as it is|so never mind|so please forget it], [you've been lovely|thanks for being so patient|I hope you don't mind|that's just me|typical me|thank you all the same|what am I like]
    = [thank you|I thank you for the details|thank you for setting that out|thank you for the explanation|I appreciate the details|that is kind of you], but [no, I would rather not|I have changed my mind|I no longer want {what}|I have decided against it|I would rather leave things as they are|I do not want to go ahead with {what}|I would rather not go ahead with {what}|I do not want {what} after all]. [please leave everything as it is|please leave things as they are|kindly leave everything as it is|please do not go ahead|please do not do anything further|kindly leave it as it is], [thank you|with apologies|and my apologies for the trouble|with my apologies for the inconvenience]
    = [on reflection|upon reflection|on second thoughts|having considered it|after some thought|having thought it over], [I would rather not|I have changed my mind|I have decided against it|I no longer want {what}|I would rather leave things as they are|I do not want {what} after all]. [please leave everything as it is|kindly leave everything as it is|please do not go ahead|please do not go ahead with {what}|please leave things as they are], [thank you|with apologies|and I apologise for the trouble|many thanks all the same]
""")
"""Withdraws, whatever is said around it: always a clear no."""

CHANGE = Phrases("""
    ~ 3x [actually|wait|sorry|oh wait|no wait|oh|actually wait|sorry wait|no][,|] [make it {new}|make that {new}|I meant {new}|{new} instead|I want {new}|change it to {new}|change that to {new}|let's make it {new}|can we make it {new}|can it be {new}|I'd like {new}|it should be {new}|I need {new} instead] [please|sorry|]
    ~ [not {old}|no, not {old}|forget {old}|no I don't want {old}|I don't want {old} anymore][,|.] [{new}|make it {new}|{new} instead|I want {new}|let's make it {new}|I meant {new}|can I have {new}] [please|sorry|]
    ~ [change of plan|changed my mind|I changed my mind|one change|small change|correction|I made a mistake|I was wrong][,|.] [{new}|let's make it {new}|I want {new}|I need {new}|make it {new}] [instead of {old}|not {old}|instead|instead please|rather than {old}|please|]
    ~ [could|can] [it be|you make it|you make that|we make it|I have|you change it to|I change that to] {new} [instead|instead of {old}|rather than {old}|and not {old}|instead, sorry|please]?
    .+ [actually|wait|sorry|hang on|hold on|oh wait|hmm, wait|actually, wait|oh, actually|sorry, wait|ah, hang on][,| -] [can|could] [we|you] [make it|make that|change that to|change it to|switch it to] {new} [instead|instead of {old}|please|rather than {old}|]?
    .+ [actually|wait|sorry|hang on|oh wait|hmm, wait|you know what|actually, wait|sorry, hang on], [scrap {old}|forget {old}|not {old}|forget what I said about {old}|ignore {old}|scrap what I said|forget what I said|ignore that], [I'd like|make it|I want|I'd rather have|I'll go with|make that] {new} [instead|instead, please|instead, sorry].
    .+ [oh|ah|hmm|ok|right|wait], [I've changed my mind|I just changed my mind|small change of plan|change of plan|change of plans|one change|slight change], [make it|let's make it|I'd rather go with|I'd like|let's go with|I'd rather have] {new} [instead|instead of {old}|rather than {old}|instead, please].
    [actually|sorry|I'm sorry|before you do that|one moment|sorry, before you do that|just a moment|sorry, one change], I'd [rather|prefer to] [go with|go for|have|choose|make it] {new} [instead of {old}|and not {old}|instead|].
    [actually|sorry|I'm sorry|before you do that|one moment|wait|sorry, one thing], [I've changed my mind|I've had another thought|I've thought again|I've just had a better idea|I need to change something]. [could you make it|could we make it|can you make it|could you change it to|can we change it to|could you switch it to] {new} [instead|instead of {old}|rather than {old}|please]?
    [I know I said|I said|I did say|earlier I said|I told you] {old}, but [I'd like|I'd rather have|please make it|I think I'd prefer|I now want|I'd like to change that to|I'd prefer] {new} [instead|now|after all|].
    [instead of|rather than] {old}, [I'd like|please make it|I'd rather have|I'd prefer|I'd like to have|I want|I'll have] {new} [after all|please|now|].
    + [oh no, wait|oh, wait|oh hang on|silly me|sorry, sorry|gosh, wait|ugh, sorry|sorry to be a pain|oh you'll hate me for this|sorry to be awkward], [I've just thought of something|I've been thinking|I just had a better idea|I talked to my [partner|sister|flatmate|mother|brother]|my [partner|sister|flatmate|mother|brother] just [messaged me|said something]|I just checked my calendar|I just had a look at my notes] and [I'd rather have|I'd like to go with|it should be|I think I want|I'd prefer|we'd better make it] {new} [instead|instead of {old}|rather than {old}|after all].
    + [okay so|right, so|so|hmm, so|well], [forget {old}|scrap {old}|never mind {old}|ignore {old}|not {old} after all], [I've been going back and forth on this|I can never make up my mind|I keep changing my mind|I've thought better of it|I didn't think it through], [make it|let's say|I'll take|I'll have] {new} [instead|instead, please|instead if I may].
    = [I apologise|my apologies|forgive me|I beg your pardon|I am sorry|pardon me], but [I have reconsidered|I have changed my mind|I must change one detail|I would like to change one detail|I have thought better of it|one detail has changed]. [please make it|I would prefer|I would like|kindly change it to|please change it to|I would rather have] {new} [instead|instead of {old}|rather than {old}|in place of {old}].
    = [before you proceed|one moment, please|on reflection|if I may|with apologies|on second thoughts], [I would rather have|I would prefer|I should like|please make it|kindly make it] {new} [instead|instead of {old}|rather than {old}|in place of {old}].
    = [before you proceed|one moment, please|on reflection|with apologies|if I may], [could you kindly make it|could you please change it to|might we change it to|would you kindly change it to] {new} [instead|instead of {old}|rather than {old}|in place of {old}]?
""")
"""Gives {new}, a noun phrase or a value, in place of {old}."""

ADD = Phrases("""
    ~ 6x [also|ok|oh|oh also|ok also|ok now|oh yes|well|next|and|now|so now|and now|so],
    ~ [next|another thing|one more thing|one more|next thing|something else|and another thing],
    ~ [I have another question|I have another request|I also need help with this|there is more|I am not done yet|can you do one more|I need one more|I have one more]
    .+ [oh|oh and|ah|and|right|ok so|ok|also|so|great|cool|hmm|one sec][,|] [one more thing|another thing|one other thing|something else|one last thing|a second thing|a different thing] [while I'm here|while we're at it|before I forget|if you have a minute|if that's ok|I nearly forgot||||||],
    .+ [oh|ah|right|ok so|so|hmm], [there's one more thing|there's something else|there was something else|I have one more thing|I've got something else|there's another thing] [while I'm here|while I've got you|while I remember|if you have a minute|if that's ok|I wanted to ask|].
    .+ [while I've got you|while I'm here|while I have you|while you're there|since I'm here|since I've got you|before I forget|before I go|oh, before I forget],
    [there's|I have|I've got|I also have] [one more|another|one other|one last] [thing|question|request|matter|item|point] [for you|I wanted to raise|I wanted to mention|to sort out|on my list|to look at|while I'm here|].
    [could you|can you|would you|please] [also|] [help [me|] [with|on]|look at|look into|do|handle|take care of|check|solve] [one more|another|one other|a second|a further|one last] [thing|one|request|problem|matter] [while I'm here|today|too|please|||]?
    [next|the next thing|another thing|the other thing|one more thing|one other thing|something else] [I wanted to ask about|on my list|I need help with|I wanted to bring up|I wanted to sort out|I need to sort out|for today|],
    [I also wanted to ask|I also wanted to sort something else out|I was also going to ask|I also need a hand with something else|I also need help with another thing|I also have another request] [today|while I'm here|if I may|now|].
    + [oh|ooh|ah|and, oh|oh wait|oh yes|right, and|gosh, and], [I nearly forgot|I almost forgot|I've just remembered|that reminds me|while I've got you|I had another thing on my list|since you're so helpful|I'm going to push my luck|I knew I'd forgotten something], [one more thing|another thing|one more little thing|a second thing|one last thing] [if you don't mind|if you have a minute|while you're at it|if that's all right|],
    + [sorry to be a pain|sorry to keep you|I hope you don't mind|I know you're busy|don't hate me|bear with me], but [there's one more thing|there's something else|I've got one more|I have another thing|there's another thing on my list|I've just thought of something else] [if you have a minute|while I've got you here|while I remember|before I forget|].
    = [in addition|furthermore|as a further matter|on another matter|as for my next request|moving on|if I may add something|separately|I have one further request|there is one further matter|there is another matter][, if I may|, if you would be so kind|, if you have a moment|]:
    = [I have|there is] [one further|another|one other|a second|one more] [matter|request|point|question|item] [I would like to raise|to raise with you|I should like to settle|that needs attention|for your attention|I hope you can help with|].
""")
"""Leads into one more request."""

FALLBACK_LEADIN = Phrases("""
    ~ 4x [ok|okay|fine|ok fine|oh|ah ok|oh well|ok then|then|well|ok well|alright|I see|oh ok|hmm|darn|that sucks],
    ~ [ok|okay|fine|right|ok fine|ah ok|shame|oh well|too bad], [then|in that case|instead|plan b|how about this|what about this|can you do this|maybe this then|another idea],
    .+ [ok|okay|hmm|right|ah|ah ok|oh|oh ok|fine|alright|too bad|shame|hmm ok], [in that case|then|well then|if that's not possible|if that won't work|if that's not an option|if that can't be done|plan B then|let's try something else then|how about this instead|maybe something else then|let's do it another way|if it's a no|if there's no way|I have another idea|let me ask for something else],
    .+ [ok|okay|hmm|right|oh well|fine|alright|ah well|never mind|no worries|fair enough], [I thought you might say that|I was afraid of that|that's a shame|that's a pity|had to ask|worth a try|can't be helped|good to have asked], [so then|so in that case|in that case|so instead|so how about this|so another idea|so plan B],
    [in that case|if that's not possible|if that isn't possible|well, in that case|all right, in that case|since that's not possible|as that's not possible|if that can't be done|if there's no way round it|failing that],
    [I see|I understand|understood|all right|okay|fair enough|that's a shame|that's a pity|thanks for explaining], [in that case|then|so instead|so in that case|let me ask for something else|let me try something else|perhaps something else then|let me ask this instead|how about this|here is another idea|let me think of something else],
    [if|since|as] [that's|that is|this is] [not possible|out of the question|not an option|not allowed|against the rules|ruled out], [then|let me ask for something else|let me try this instead|I have another idea|here is another idea|perhaps this would work|may I ask for another thing],
    + [oh no|oh dear|ah, what a shame|what a pity|oh, that's a pity|hmm, that's annoying|that's a shame|that's a bit disappointing|ah, bother], [but I understand|but it's not your fault|but rules are rules|but I suppose there's a reason|but fair enough|but I did wonder|but I had a feeling], [so in that case|so then|okay then|let's try another way|then let's do this|how about something else then|so here's another idea],
    + [okay okay|alright, alright|right, well|okay, no harm in asking|well, I tried|well, it was worth a try|fine, fine|ah, I had my hopes up], [then what about plan B|let me try something else|maybe we can do something else|there's another way to do this I think|I do have a plan B|I came with a backup plan],
    = [I see|I understand|understood|very well|thank you for explaining|that is regrettable|that is a pity|that is unfortunate], [in that case|in which case|as an alternative|let me propose an alternative|may I ask for something else instead|I should like to ask for something else]:
    = [in that case|if that cannot be done|should that be out of the question|since that is ruled out|if there is no way round it|as that is not possible][, as an alternative|, as the next best thing|, let me ask for something else|, I have another request|]:
    = [very well|so be it|I accept that|I will accept that|I take your point|fair enough], [in that case|as an alternative|let me ask for the next best thing|then let me ask for something else|then perhaps another solution]:
""")
"""Leads into what is asked for instead, after a refusal."""

ACCEPT_REFUSAL = Phrases("""
    ~ 4x [ok|okay|oh|oh ok|I see|alright|fine|oh well|that sucks|bummer|too bad|ok I understand|ok I get it|oh no|that's too bad|ok fine|darn]
    ~ [oh|ah|hmm|ok|okay|oh ok|ah ok|oh well|well][,|.] [I see|too bad|that's a shame|that's too bad|understood|got it|fair enough|never mind|worth a try|that sucks|I understand|I guess that's it|I was hoping you could|I hoped you could|that is not great|that's annoying|not what I wanted|what can you do|I had to ask]
    ~ [too bad|that's annoying|bit annoying|not great|disappointing|I'm not happy|I don't like that|that is not fair][,|] [but ok|but understood|but fair enough|but I see|oh well|never mind|can't be helped|I get it|but I get it|I guess]
    .+ [oh|ah|hmm|oh ok|ah ok|okay|ok|right|oh right|oh well], [[that's|well that's] [a shame|a pity|disappointing|annoying|unfortunate|not what I hoped for]|that's a bit [annoying|disappointing|unfortunate|of a shame]], [but I get it|but I understand|but fair enough|but never mind|but oh well|but it can't be helped|but thanks for checking|but thanks for explaining|but rules are rules|but it was worth asking]
    .+ [ok|okay|ah|oh|right|hmm|fair enough|oh well|ah well], [I see|I get it|got it|I understand|understood|makes sense|I thought so|I had a feeling|I was afraid of that|I thought you might say that], [never mind then|thanks for checking|thanks for looking|thanks for telling me|worth a try|had to ask|thanks anyway|I'll live|can't be helped|it was just a thought]
    [oh|ah|I see|okay|all right|right|understood], [that's a shame|that's a pity|that's disappointing|that's unfortunate|what a shame|what a pity|I was hoping otherwise|I had hoped otherwise|I was hoping it could be done]. [thanks for letting me know|thank you for letting me know|thanks for explaining|thank you for explaining|thanks for checking|thank you for checking|I understand|it can't be helped|never mind|]
    [I understand|I see|all right|fair enough|okay, I understand|okay, I see|that's understandable|I see, thank you], [thanks for explaining|thanks for checking anyway|thank you for checking|thanks for being clear|thank you for being clear|thanks for being straight with me|it was worth asking|it can't be helped|it's not your fault|rules are rules|never mind then]
    [not|that's not] [the answer|what|quite the answer|really the answer|quite what] I [was hoping for|wanted|expected|was expecting|hoped for], but [I understand|I see|fair enough|I can see why|I accept that|never mind|it can't be helped|thank you for explaining|thanks for checking|thanks for telling me]
    + [oh no|oh dear|ah, what a shame|oh, that's a pity|awww|oh bother|oh, rats|ah well|well, that's a shame|oh, I was so hopeful], [I was really hoping|I was so hoping|I really thought|I'd told my [partner|sister|mother|friend|flatmate]] [that would work|it would work out|it might work|you could], but [I understand|it's not your fault|never mind|rules are rules I suppose|what can you do|you've got your rules|I know you don't make the rules|that's life|fair's fair], [thanks for checking|thanks for looking anyway|thank you for explaining|thanks for being nice about it|thank you for trying|I appreciate you looking]
    + [hmm|well|ah|okay|right|oh well], [I can't say I'm pleased|I won't pretend I'm happy about it|I'm a bit disappointed|that's a bit of a blow|that does put me out a bit|I'll have to have a think about that|I'll have to manage without], but [I see why|I understand|I get it|I see where you're coming from|thank you for being honest|thanks for explaining it so clearly|it is what it is|c'est la vie]
    = [that is regrettable|that is a pity|that is disappointing|that is unfortunate|what a pity], but [I accept the decision|I understand the reason|I appreciate your clarity|I thank you for checking|I understand|I quite see the reason]. [I shall leave it there|I will not press the point|I shall not insist|I appreciate your help all the same|]
    = [I see|I understand|very well|understood|I quite see], [thank you for explaining|thank you for the explanation|thank you for checking|though I had hoped otherwise|although I had hoped for a different answer]. [I shall leave it there|I will not press the point|I shall not insist|I appreciate your help all the same|]
    = [I accept that|I accept the decision|I take your point|I quite understand|I follow your reasoning|so be it], [although it is disappointing|though it is a pity|although I had hoped for better|and thank you for explaining|and I thank you for checking|and I will not press the point|and I appreciate your frankness|regrettable as it is]
""")
"""Takes a refusal with mild disappointment."""

CORRECT = Phrases("""
    ~ 3x [sorry|oops|my mistake|whoops|my bad|typo|ah sorry|oh sorry|I meant|wait|no|sorry I meant|sorry it is|oops it's|no it's|oh it is|sorry my mistake][,|] {new}
    ~ [sorry|oops|my mistake|whoops|my bad|ah|ugh|oh], [I mistyped it is|wrong one it's|I typed it wrong it's|I mixed it up it's|I meant|it should be|that was wrong it's|try|let me try again] {new}
    ~ [correct one is|correction|right one is|try again|the right one is|it is actually|I think it's|it must be|how about|try] {new}
    .+ [oops|whoops|ah|oh|oh no|sorry|ah, sorry|oh, sorry|argh, sorry|ugh, sorry], [my mistake|my bad|my fault|typo|that was a typo|I mistyped|I mistyped that|I got that wrong|I mixed that up|that was the wrong one|wrong one|I typed that wrong], [it's|it should be|I meant|that should be|the right one is|it's actually|the right one's|try] {new}
    .+ [sorry|oops|whoops|ah|oh], [I gave you the wrong [one|details|info]|I was looking at the wrong [thing|line|card|page]|I got my details mixed up|I mixed up my details|I must have mistyped|I typed too fast|I hit the wrong keys], [it's|it should be|I meant|try|that should have been|what I meant was] {new} [not {old}|and not {old}|instead of {old}|]
    [sorry|I'm sorry|apologies|my apologies|sorry about that|I'm sorry about that], [I gave you the wrong one|I mistyped that|I made a typo|I got that wrong|that was my mistake|I must have mistyped it|I read out the wrong one|I had it wrong]. [it should be|it's|the correct one is|it should have been|the right one is|it is] {new}.
    [sorry|I'm sorry|my mistake|apologies], {what} [should be|should have been] {new} [and not {old}|not {old}|instead of {old}|].
    [sorry|I'm sorry|my mistake|apologies|oh, I'm sorry|sorry about that], [it's not {old}, it's|it isn't {old}, it's|I said {old} but it's|I wrote {old} but it should be|I put {old} when I meant|not {old}, I meant] {new}.
    [let me correct that|let me correct myself|let me fix that|let me try that again|let me give you that again|I need to correct that|let's try that again|one more try][,|, it's|, it should be|. it should be|. it's] {new}.
    + [oh no|oh silly me|oh, I'm so sorry|how embarrassing|oh dear|goodness, sorry|gosh, sorry|ha, sorry|ugh, I'm useless], [I gave you the wrong one|that was the old one|I got it muddled|I typed it all wrong|I was reading off the wrong [page|card|letter|screen]|I'm all over the place today|my fingers are all over the place|I need new glasses|autocorrect strikes again|I should have checked first], [it's|it should be|the right one is|what I meant to say is|let's try|it's actually] {new}[, sorry again|, sorry about that|, third time lucky|, promise|, that's the one|.]
    = [I apologise|my apologies|please forgive me|I beg your pardon|forgive me|pardon me], [I was mistaken|I made an error|that was an error on my part|I misread it|I gave you the wrong information|I mistyped that|I was looking at the wrong document]. [it should be|the correct one is|it should have been|it is in fact|the correct information is|it should read] {new}.
    = [I must correct myself|I have to correct that|allow me to correct that|I am afraid I was mistaken|I am afraid I made an error|that was incorrect of me], [it should be|it should read|the correct one is|it is|it should have been] {new} [and not {old}|rather than {old}|].
""")
"""Puts right something said in error: {new}, in place of {old}; {what} is `my postcode`."""

ACK = Phrases("""
    ~ 5x [ok|okay|great|good|thanks|thank you|perfect|awesome|cool|ok thanks|ok thank you|great thanks|alright|nice|wonderful|got it|thank you so much|ok great]
    ~ [ok|okay|great|good|cool|nice|perfect|right|got it|awesome|wonderful][,|] [thanks|thank you|got it|good to know|that helps|that's useful|makes sense|that was quick|I appreciate it|I like that|that is great|that's great|I needed that]
    ~ [got it|noted|understood|that helps|good to know|makes sense|that's great|that's good|that was quick|I'm glad|I am so happy|you are great|you are the best|that is good to hear]
    .+ [ok|okay|great|cool|perfect|nice|awesome|brilliant|good|excellent|right|ah great|ah good|oh good|oh nice], [got it|thanks|thanks for that|that's great|that's good to know|good to know|that helps|that helps a lot|that's really helpful|that's helpful|that was quick|that was easy|that's a relief|that's good news|that's all clear now][, thanks|, thank you|, appreciate it|, much appreciated|]
    .+ [that's|that was|well that's|oh that's|ah that's] [great|good|quick|perfect|brilliant|helpful|useful|really helpful|easy|painless|easier than I thought|quicker than I thought|a relief|good news], [thanks|thank you|appreciate it|cheers|thanks for that|thank you for that|thanks a lot|nice one|much appreciated]
    [thank you|thanks|many thanks|thanks a lot|great, thank you|great, thanks|perfect, thank you|perfect, thanks|good, thank you], [that's good to know|that's helpful|that's very helpful|that's clear|that's all clear|that's useful|that answers my question|that's one thing done|that's good to hear|that clears it up]
    [good|great] to [know|hear|hear that|know that], [thank you|thanks|thanks for that|thank you for that|thanks for the quick help|thank you for the quick help|I appreciate it|much appreciated]
    [good|glad|nice] to have that [settled|sorted|done|clear|out of the way], [thank you|thanks|thanks for that|thank you for that|thanks for the quick help|I appreciate it|much appreciated]
    [all right|right|good|great|excellent|perfect|understood], [I've made a note of that|I've noted that|that's noted|I'll keep that in mind|I've written that down|that makes sense|that's all clear to me|that's clear now][, thanks|, thank you| for later|]
    + [oh|ah|ooh|well|wow|oh wow], [that's|that was] [wonderful|brilliant|fantastic|such good news|so quick|a weight off my mind|a huge relief|so much easier than I expected|marvellous|just great|really kind of you], [thank you so much|thanks so much|you're a star|you're a lifesaver|you've made my day|I was dreading that|I'd been putting that off for weeks|I should have asked sooner|that's cheered me up]
    + [lovely|great|perfect|brilliant|smashing|super], [that's [one|that] thing [sorted|off my list|done|out of the way|off my mind]|I can tick that off|I can stop worrying about that|I'll sleep better tonight|my [partner|sister|mother|flatmate] will be pleased|I've scribbled that down|I've put that in my notes], [thank you|thanks so much|you're very kind|you've been a great help so far|that's kind of you]
    = [thank you|thank you very much|many thanks|I am grateful|I am obliged to you|much obliged], [that is most helpful|that is very helpful|that is perfectly clear|that is good to know|that is very clear|that answers my question|I have made a note of it|I have noted that|that settles the matter|that is all in order]
    = [excellent|very good|splendid|good|that is good news|that is reassuring], [thank you|I appreciate that|I appreciate your help|thank you for the prompt reply|thank you for seeing to it|I have taken note of that|I am glad that is settled|thank you for your efficiency]
""")
"""Takes note of an answer or of something done, and stays in the conversation."""

THANKS = Phrases("""
    ~ [thanks|thank you|thx] [for|so much for|a lot for] [finding|fixing|doing|checking|changing|explaining|looking up|handling|sorting] [it|that|this|all that|everything] [for me|for us|for him|for her|so fast|so quickly|right away|today|at once|out|||]
    ~ [my wife|my husband|my mom|my son|my daughter|my boss|my sister|they|we all|the kids] [will|might] be [so|very|really|pretty|quite|] [happy|glad|relieved|pleased|thankful|proud|surprised][,| and] [thanks|thank you|thanks again|thanks for that|thank you so much|I thank you]
    ~ [I was|we were|I got] [so|really|a bit|pretty|kind of|quite|] [worried|stressed|lost|annoyed|stuck|nervous] [about it|about that|before|with this|today|there][,|.] [thanks|thank you|so thanks|so thank you|now it's fine|now all is well|that helped]
    ~ 34x [thanks|thank you]
    ~ 8x [thank you so much|thanks so much|thanks a lot|thank you very much|great, thanks|great thanks|ok thanks|ok thank you|perfect thank you|great thank you|awesome thanks|thanks again|thanks for your help|thank you for your help]
    ~ [ok|great|perfect|good|cool|nice|awesome|wonderful|alright][,|!|] [thanks|thank you|thanks a lot|thanks for [that|this|the help|being quick|doing that]|thank you for [that|this|your time|helping me]|I appreciate it|appreciate [that|it|you]|you have been [great|helpful|kind]|you are [the best|awesome|great]|that helped [me|] [a lot|]]
    ~ [thanks|thanks a lot|thank you so much][,|!|.] [that helped|big help|you've been helpful|very helpful|you are great|you are the best|I am so happy|you saved me|I really needed that|have a good one|that was quick|you helped me a lot]
    . [thanks|thank you|thanks a lot|great, thanks|ok, thanks|ok thank you|perfect, thank you|perfect, thanks|great, thank you|thank you very much|thanks so much|awesome, thanks|cool, thanks|thank you so much]
    .+ [thanks|thank you|thanks a lot|thanks so much|thank you so much|cheers|many thanks|thanks very much|great, thanks|perfect, thanks|brilliant, thanks|awesome, thanks|ok thanks] for [your help|all your help|the help|all the help|helping me out|helping|sorting that|sorting that out|sorting this out|sorting it so quickly|being so quick|being so patient|the quick help|the quick reply|your time|that|everything|all that|looking into it|looking into that|taking care of that] [today|]
    .+ [thanks|thank you|thanks a lot|thanks so much|thank you so much|cheers|thanks very much], [you've been [great|really helpful|very helpful|a big help|a great help|super helpful|brilliant|so helpful]|that was [easy|quick|really quick|really helpful|painless|a big help|so easy]|I [really|] appreciate [it|the help|your help|all the help|that]|that's [a big help|a great help|a load off my mind|really helpful]]
    .+ [really|] appreciate [it|the help|your help|all the help|the quick help|you sorting that|you sorting this out|you taking the time|that|the effort|your patience] [today|][, thanks|, thank you|, thanks again|, thanks so much|, thank you so much|]
    [thank you|thank you very much|thank you so much|many thanks|thanks very much|thanks a lot|thanks again|thank you again] for [your help|all your help|your time|your patience|helping me|sorting this out|sorting that out|taking care of this|taking care of that|the quick help|your assistance|making this easy|looking into this|being so helpful|the quick response] [today|with this|]
    [thank you|thank you very much|thank you so much|many thanks|thanks very much], [I appreciate [it|your help|the help|your time|your patience|all your help]|that's [very kind of you|really helpful|very helpful|just what I needed|a great help]|you've been [very helpful|really helpful|a great help|very kind|most helpful|very patient]|that was [very helpful|quick and easy|really helpful|very quick|easier than I expected]]
    [I appreciate|I really appreciate|I'm grateful for] [your help|all your help|the help|your time|your patience|your quick help|the quick service|you sorting this out|you looking into it|how quickly you did that|how easy you made that] [today|][, thank you|, thanks|, thank you very much|, thanks again|]
    + [oh|ah|aw|well|gosh|honestly|right], [thank you so much|thanks so much|thank you ever so much|thanks a million|thank you, thank you|thanks a bunch|a big thank you], [you've been [an absolute star|so kind|so patient with me|a lifesaver|wonderful|brilliant|ever so helpful|an angel]|you've [made my day|saved me a lot of trouble|saved my week|really helped me out|made that so easy]|I [was dreading this|didn't expect it to be this easy|thought this would take all day|wish everyone was this helpful|can't tell you how much that helps]] [honestly|]
    + [thank you|thanks|thank you so much|thanks so much|a million thanks] for [being so [patient|kind|lovely|quick|helpful|understanding]|putting up with [me|all my questions|my rambling|my typing|my dithering]|sorting [my mess|everything|all of this] out|all [your help|of that|your patience]|bearing with me], [I really appreciate it|it means a lot|it's made my day|you're a star|you've been great|I owe you one|my [partner|mother|sister|flatmate|husband|wife] will be so [pleased|relieved|happy]|that's such a relief]
    = [thank you|thank you very much|many thanks|I thank you|my thanks|thank you kindly|thank you indeed] for [your assistance|your help|your time|your patience|your prompt assistance|your courtesy|the prompt attention|your efficient service|your guidance|your kindness|the clear answers|your kind assistance] [today|in this matter|on this occasion|]
    = [I am grateful|I am most grateful|I am very grateful|I am obliged to you|I am much obliged|I am thankful] for [your assistance|your help|your time|your patience|your prompt attention|your efficient service|the care you took|your courtesy|the clear explanation|the swift resolution] [today|in this matter|], [thank you|thank you very much|many thanks|thank you indeed]
""")
"""Thanks for what was done, without taking leave."""

BYE = Phrases("""
    ~ [gotta|I gotta|I have to|I need to|need to|time to|I should|I'd better|better|off to] [run|go|feed the dog|walk the dog|get the kids|pick up my son|pick up my daughter|catch my bus|catch a train|make dinner|start cooking|get some sleep|call my mom|call my wife|meet my husband|meet a friend|get back to work|finish my coffee|do the laundry|drive home] [now|][,|.] [bye|goodbye|see you|take care|talk soon|bye for now|have a good one|have a nice day]
    ~ [talk to you|see you|catch you|speak to you|write to you|until] [later|next time|soon|another time|some other time][,|.] [bye|take care|have a good one|stay safe|stay well|be well|all the best|thanks and bye|my best to the team|say hi to the team|enjoy the sun|enjoy your coffee|enjoy your break|don't work too hard]
    ~ [stay|keep|be] [safe|well|healthy|warm|cool|happy|good] [and|,|.] [have a good one|take care|bye|goodbye|see you|enjoy your day|enjoy your evening|have a quiet day|have an easy shift|have a good week|all the best]
    ~ 30x [bye|goodbye|bye bye|good bye]
    ~ 2x [have a|you have a|have yourself a|ok have a|hope you have a] [good|nice|great|wonderful|lovely|fine|pleasant|blessed] [day|night|evening|weekend|afternoon|morning|one|week] [now|too|everyone|ok|||||]
    ~ 4x [bye now|take care|see you|ok bye|thanks bye|bye for now]
    ~ [ok|great|cool|good|alright|well][,|] [bye|goodbye|bye now|take care|I'm off|gotta go|have to go|I have to go now|have a good one|have a good day|have a nice day|enjoy your day]
    ~ [bye|goodbye|take care|bye now|ok bye|thanks bye|good bye|see ya|cya][,|!|] [you have a|have a|have yourself a|I wish you a|hope you have a|enjoy your] [good|nice|great|wonderful|lovely|fantastic|blessed] [day|one|night|evening|weekend|afternoon|shift|week]
    . [bye|goodbye|bye now|take care|bye for now|have a good day|have a good one|see you|have a nice day|bye then]
    .+ [bye|goodbye|bye now|bye bye|bye for now|take care|see you|ok bye|right, bye then|cheers, bye|so long], [have a [good|great|nice|lovely|good rest of the|nice rest of the|quiet|relaxed] [day|week|evening|afternoon]|enjoy [your day|the rest of your day|your evening|your week|the weekend when it comes]|take care [of yourself|]|all the best|have a good one|keep well|stay well]
    .+ [ok|okay|right|alright|cool|great|well|so], [I'll [be off|let you go|leave you to it|get going|head off|be on my way|let you get on]|I'm [off|off now|done here|going to log off|logging off]|I [should|have to|need to|better|must] [get going|run|dash|go|head off|get back to work]][, bye|. bye|, take care|. take care|, have a good one|. have a good day|, goodbye|, bye now]
    [goodbye|bye|bye for now|goodbye for now|bye then|goodbye then][, and|,|.] [have a [good|great|nice|lovely|pleasant|wonderful] [day|evening|week|afternoon|rest of the day|rest of the week|one]|enjoy the rest of your [day|week|evening|afternoon|shift]|take care [of yourself|]|all the best|best wishes|I wish you a [good|nice|pleasant] [day|week|evening]]
    [have a [good|great|nice|lovely|pleasant] [day|evening|week|afternoon|rest of the day|rest of the week|one]|take care|enjoy the rest of your [day|week|evening|afternoon]|all the best], [goodbye|bye|bye for now|bye now|bye then|and goodbye|and bye for now|see you]
    [I'll let you go now|I'll leave it there|I'll leave it at that|I'll be going now|I'll be off now|I'll get on with my day|I'll get on now|I'll say goodbye then|I'll sign off here]. [goodbye|bye|bye now|take care|have a good day|have a nice day|have a good evening|have a good week|enjoy the rest of your day|all the best|best wishes]
    + [right then|okay then|well then|anyway|alright then|okey doke|righto|well, anyway], [I'll [let you get on|leave you in peace|stop bothering you|get out of your hair|let you help the next person|go and put the kettle on|get back to [the kids|the garden|my book|work|the dog|dinner]]|I'd better [get going|get back to it|run|feed the cat|see to dinner|let you get on]], [bye bye|bye now|take care|bye for now|have a lovely day|have a lovely evening|have a lovely week|look after yourself|all the very best|lots of love, ha|cheerio|toodle pip]
    + [bye|bye bye|byeee|goodbye|bye now|cheerio|ta-ra|so long|bye for now], [and|] [have a [lovely|wonderful|fabulous|great|brilliant|really good] [day|evening|week|afternoon|rest of the week|rest of the day]|enjoy the [sunshine|rest of your day|weekend when it comes|evening]|look after yourself|take good care of yourself|don't work too hard|I hope the rest of your [day|shift|week] is [quiet|easy|lovely|kind to you]|say hi to [the team|everyone there|your colleagues]]
    = [goodbye|good day to you|I wish you a good day|I wish you a pleasant day|goodbye, then|farewell|I bid you good day][, and|.|,] [I wish you [a pleasant|a good|an enjoyable] [day|evening|week|afternoon]|have a [pleasant|good|very good] [day|evening|week|afternoon]|with kind regards|kind regards|with best wishes|best wishes|take care|all the best]
    = [I will leave it there|I shall leave it there|I will take my leave|I shall not keep you any longer|I will not take up more of your time|that concludes the matter|I shall let you go now]. [goodbye|good day|goodbye, and have a pleasant [day|evening|week]|have a good [day|evening|week]|I wish you a [good|pleasant] [day|evening|week]|kind regards|best wishes|with kind regards]
""")
"""Takes leave."""

NOTHING_ELSE = Phrases("""
    ~ [no|nope|nah|no no][,|] [nothing|not anything|no more] [else|more|to add|left|on my mind|on my list|I know of] [today|for now|right now|this time|at the moment|from me|from us|from my side|] [thanks|thank you|thanks again|you did enough|that was plenty|you helped enough|]
    ~ 16x [no|nope]
    ~ 8x [no thanks|no thank you|no, thank you|no, thanks|no that's it|no that's all|that's all|that's it|that is all|that is it|nope that's it|nope that's all|no, that's all|nope, that's it|that will be all|no I'm good|I'm good|no that is all]
    ~ [no|nope|nah][,|.] [that's it|that's all|that's everything|that was all|that was it|all done|all good|I'm good|I'm done|I'm all set|nothing else|nothing more|that'll be all|that will be all|I think that's it|I think that is all|that is all I need|that's all I needed|you have helped me enough|I have what I need|I don't need more] [thanks|thank you|for now|for today|today|now|]
    ~ [that's|that was|that is|think that's|guess that's|I guess that is|I think that's] [all|it|everything|all I needed|everything I needed|it for today|all for today|it for now|all for now] [thanks|thank you|then|]
    .+ [no|nope|nah], [that's|that was|that is|that should be|that would be] [all|it|everything|the lot|all I needed|everything I needed|all I wanted|all from me|everything on my list|all I had] [for now|for today|this time|][, thanks|, thank you|, cheers|, thanks again|||]
    .+ [no, I think|nope, I think|no, I reckon|nah, I think|no, I'd say|pretty sure] [that's|that was|that is] [all|it|everything|the lot|all I needed|everything I needed|all I wanted|all from me|everything on my list|all I had] [for now|for today|this time|][, thanks|, thank you|, cheers|, thanks again|||]
    .+ [no|nope|nah], I'm [good|all good|all set|all sorted|done|fine|sorted|set|all done|good to go|happy] [now|for now|for today|here|][, thanks|, thank you|, cheers|, thanks again|, thanks though|||]
    .+ [no thanks|nope, thanks|no thank you|nah, thanks], [I'm [good|all good|all set|all sorted|done|fine|sorted|set|all done|happy] [now|for now|for today|]|[that's|that was|that should be] [all|it|everything|the lot|all I needed|all from me] [for now|for today|this time|]]
    .+ [nope|no|nah], [nothing else|nothing more|nothing I can think of|nothing that I can think of|can't think of anything|can't think of anything else|nothing else comes to mind|nothing else springs to mind|nothing else on my list|my list is empty] [right now|at the moment|for now|today|just now|][, thanks|, thank you|, thanks again|, cheers|||]
    [no|no, not today|no, not right now], [that's|that was|that will be|that's really|I think that's|I believe that's] [all|everything|all I needed|everything I needed|all I wanted to ask|everything I wanted to ask|all for today|all for now|everything for today|all from me|everything from my side][, thank you|, thanks|, thanks again|, thank you very much|, thanks for your help|||]
    [no, thank you|no, thanks|no thank you|not today, thank you|nothing else, thank you], [that's|that was|that will be|that's really|I think that's|I believe that's] [all|everything|all I needed|everything I needed|all I wanted to ask|everything I wanted to ask|all for today|all for now|everything for today|all from me|everything from my side]
    [no|no, not today|no, I'm fine], [nothing else|there's nothing else|nothing more|I have nothing else|no other questions|no more questions|I've got no more questions|there's nothing more|nothing more I need|can't think of anything else|nothing comes to mind] [at the moment|for now|today|right now|this time|][, thank you|, thanks|, thanks again|||]
    [that's|that was|that will be|that would be|I think that's|I believe that's|I think that will be] [all|everything|all I needed|everything I needed|all I wanted to ask|all for today|all for now|everything for today|all from me|everything from my side|everything on my list][, thank you|, thanks|, thank you very much|, thanks a lot|, thanks again|||]
    [no|no no|nope], [you've [answered everything|covered everything|taken care of everything|dealt with everything|sorted everything]|everything is [sorted|done|taken care of|clear|settled]|everything's [sorted|done|taken care of|clear|settled]|I have everything I [need|needed|wanted]|I've got everything I [need|needed|wanted]] [now|for now|][, thank you|, thanks|||]
    + [no|nope|oh no|no no|nah|oh no, thank you|nope nope], [I think|I reckon|I'd say|I do believe|I'm pretty sure|as far as I can tell|unless I've forgotten something,] [that's|that was|that really is] [everything|the lot|it|my whole list|all of it|all I had on my list|everything I could possibly ask|all my troubles] [for today|for now|this time|for one day|], [thank you so much|thanks so much|you've been great|you've done plenty|I've taken up enough of your time|I've bothered you enough|you've been so patient|that's me all sorted|I can cross it all off]
    + [no|nope|oh no|hmm, no|let me think, no|ha, no], [nothing else|nothing more|nothing at all|not a thing|I can't think of a single thing|nothing that springs to mind|nothing more from me|my list is finally empty|I'm all out of questions] [today|for now|for once|right now|], [thank you|thanks so much|you've been a great help|you've sorted me right out|I'll come back when I think of something|I'm sure something will come to me later|you've earned a tea break|I've kept you long enough]
    = [no, thank you|no, thank you very much|not at present, thank you|not at the moment, thank you|nothing more, thank you|no, many thanks], [that is all|that is everything|that will be all|that was everything|there is nothing else|there is nothing further|I have no further requests|I have no further questions|nothing else is required|I require nothing further|that concludes everything|that covers everything] [for today|for now|for the time being|on this occasion|]
    = no, [that is all|that is everything|that will be all|that was everything|there is nothing else|there is nothing further|I have no further requests|I have no further questions|I require nothing further|that covers everything] [for today|for now|at present|for the time being|on this occasion|][, thank you|, many thanks|, thank you very much|, thank you for your help|, thank you for your time]
    = [I have nothing [further|else|more]|I need nothing [further|else|more]|that is all I [need|needed|wanted|had to ask]|that is everything I [need|needed|wanted|had to ask]|all my [questions|requests] have been [answered|dealt with]|everything has been [settled|dealt with|taken care of]] [for today|for now|at present|at this time|on this occasion|][, thank you|, thank you very much|, many thanks|, thank you kindly|]
""")
"""Answers `anything else?` with no."""

REASONS_ASIDE = Phrases("""
    ~ [I'm in a rush|in a hurry|on my break|at work|on the bus|on my phone|I have a meeting soon|long day|I've had a bad day|I'm not good at this|I'm new to this|I hate doing this|it's been a long week|I didn't sleep much|my phone is dying|I'm so tired] [today|here|right now|so please be quick|sorry|and I want to be done|lol||]
    ~ 3x [[my|my|our] [wife|husband|mom|dad|sister|brother|boss|friend|girlfriend|boyfriend|neighbor|daughter|son|cousin|roommate|aunt|grandma]|someone [at work|in the family|I know]] [is waiting [for me|outside|in the car|downstairs|]|is going to [kill me|be mad|laugh at me|freak out]|[keeps|won't stop|never stops] asking [me|] about this|[told|begged|asked|forced] me to do this [last week|weeks ago|today|]|made me [do it|promise|write you]|will be so [happy|relieved|proud|surprised]|thinks I should have done it [last week|long ago|months ago|yesterday]|is [not happy with|mad at|tired of waiting for|laughing at] me|said you [could help|guys are nice|would know]|is [no help at all|useless here|asleep next to me|watching me type]|is sitting right [here|next to me]|never lets me [forget it|hear the end of it]|[usually|always] does [this stuff|these things|the typing]][, you know how [he|she|they] [is|can be|gets|are]|, and [he|she] [never gives up|means it|is serious|won't wait]|, [he|she] has a point|, I promised [him|her]|, [he|she] would [be mad at|never forgive|kill] me|, long story|||||]
    ~ 3x [we are|we're|my family is|we will be|me and my wife are|most of us are] [moving [next week|on Friday|soon|house|to the coast]|having [a party|guests|a crazy week|people over tonight]|in the middle of [packing|a move|dinner|a storm|everything]|leaving [soon|tonight|in an hour|early]|expecting [a baby|twins|visitors]|in a [big|bit of a|terrible] hurry|trying to save [money|some money|up|for a house]|getting married [soon|in June|next month]|painting the [house|kitchen|fence|hall]][, [they|everyone|people] [said|say|told us] it [would be|is|was going to be] [easy|quick|fun|no trouble]|, you know how [that is|it goes|that feels]|, there is so much [to do|going on|to think of]|, [our|the] kids [are driving me crazy|are no help|are everywhere|won't sleep]|, we never [get time for this|have a minute|rest]|, and they all want something [from me|else]|, what a mess|, wish us luck||||]
    ~ 2x [he|she] [is always [like this|in a hurry|late]|[told|promised|swore to] me it [would only take|takes] [a minute|two minutes|a sec]|will be [here|back|home] [any minute|soon|in an hour]|would do it but [he|she] is [at work|asleep|away|driving|too shy]|asked me [twice|three times|again] [already|today|]|says hi [by the way|to you|]|has been on my case [all day|for days|about this]|thinks it's [my fault|all my doing|funny]]
    ~ 2x [I hope they|I guess they|maybe they|I think they|those people|these guys|the neighbors|my parents|his friends|her people] [will be [happy|pleased|quiet] then|never told me [anything|a thing|about it]|made a mess of [it last time|everything|that]|don't care [at all|much|]|[forgot about|never call|keep blaming] me|are all [on vacation|away|at the beach|sick]]
    .+ I'm [in a bit of a rush|in a hurry|on my lunch break|on the train|at work|on my phone|about to head out|between meetings|half asleep|waiting for a bus|watching the kids|in the middle of cooking] [right now|], [so sorry if I'm slow|so excuse the typos|so sorry for the short answers|so I may be a bit slow|so sorry if this is all over the place|just so you know]
    .+ [it's been|we've had|I've had] [a long day|a long week|a busy week|a crazy month|a mad few days|one of those days|one of those weeks|quite a week], [what with|with] [the move|work|the kids being ill|the dog being ill|the car breaking down|visitors staying|the builders in|exams coming up|the new job|the boiler breaking]
    .+ I've been [meaning to|putting this off|wanting to sort this out|trying to get round to this] [for ages|for weeks|all week|for days|since last month|forever]
    [I've been meaning to write|I've been putting this off|I've had this on my list|I've been meaning to sort this out|I've had this on my mind] [for a while|for weeks|all week|for days|since last month|for some time|for ages]
    [I'd like|I was hoping|I want|I'm trying] to [have this behind me|get this out of the way|get this off my list|have one thing less on my mind|tick this off] [before the weekend|before I travel|before my holiday|before my visitors come|by tonight|before the week is out]
    my [sister|brother|mother|father|neighbour|daughter|son|cousin|partner|aunt|flatmate|boss] [told me to get in touch|said I should ask|keeps reminding me about it|has been on at me about it|thinks I worry too much|is visiting next week|is moving house|is getting married soon|has a birthday coming up|has just had a baby]
    I [have|have got] [a train to catch|a meeting coming up|guests coming|an appointment later|the kids to pick up|somewhere to be|a lot on|a busy day ahead|a million things to do] [today|this afternoon|this evening|]
    + [funny story|you won't believe this|you couldn't make it up|don't ask|it's a long story|honestly], [my|our] [dog|cat|toddler|nephew|neighbour|flatmate|grandson|brother] [spilled coffee on my notes|chewed up the paperwork|hid my glasses|unplugged the router twice|used my letter as a colouring book|has been no help at all|told me it couldn't be done|has been laughing at me all morning], [so here we are|so that's my day so far|anyway|so that was fun|you have to laugh]
    + [it's been|we've had|I've had] [quite a week|such a day|a mad month|a right old time of it|nothing but trouble lately|a bit of a time], [what with|between] [the move|the new baby|my exams|the wedding plans|my knee|the building work|my mother's visit|the school run] and [the boiler giving up|the dog being poorly|the car in the garage|work being mad|everyone having colds|the in-laws coming|the kitchen in bits|no sleep at all]
    + I [would have|should have] [got in touch|asked|sorted this|written] [sooner|earlier|last week|days ago], but [life got in the way|work has been mad|I kept forgetting|I couldn't find my glasses|I lost my notebook|one thing led to another|the kids were ill|we had visitors|the garden needed me|I was away at my sister's]
    = I [would like to|am hoping to|should like to|mean to] [settle this|have this settled|put this behind me|see this resolved|be done with this] [before I travel|before the weekend|before the end of the week|before my holiday|as I have guests arriving soon|as I have been unwell lately|while I have a quiet hour|as I have been rather busy of late]
    = [I have been away recently|I have been unwell of late|we have been moving house|it has been a busy time|I have had a great many things to do|my family has been visiting|I have only just returned from a trip|these have been busy weeks], [which is why I am only writing now|hence the delay in writing|so I am a little behind with everything|so do forgive any confusion|so I am catching up on such matters]
""")
"""Tells something that no tool needs and that constrains nothing."""

CANNOT_RECALL = Phrases("""
    ~ 3x [[I|] [can't|cannot|can't quite|don't|do not|couldn't] [remember|recall]|[I|] [don't|do not|wouldn't] know|[I|] [forgot|lost|misplaced|never got|deleted]|[I|] [don't|do not] [have|see]|no [idea about|clue about|memory of]|not [sure|certain] about|[I have|got] no [idea|clue] what is] {what} [sorry|right now|at all|anymore|lol|||||||]
    ~ 3x {what}[? |, |. ][no [idea|clue|record of it|memory of that]|[can't|cannot|don't] [remember|recall|find|see] [it|that|]|[don't|wouldn't] [know|have] [it|that]|[forgot|lost|misplaced] [it|that]|not with me|not [at hand|here|on this phone]|sorry] [sorry|right now|anymore|||||]
    ~ [sorry|hmm|oh|um|oh no|well|man|ugh|shoot][,|] [I|] [can't [remember|find|think of|see|get to]|don't [remember|know|have]|[forgot|never had|must have lost|seem to have lost|never kept|threw away]] {what} [right now|at the moment|sorry|anywhere||||]
    ~ [don't have|can't find|haven't got|lost|forgot|no idea about] {what}[, sorry|, what else works?|. [something else|anything else] ok?|. do you [really|] need it?|. [is that|that] a problem?|. what now?|. other options?||]
    .+ [hmm|sorry|ah|oh|uh|erm|um|oh no|ah, sorry|hm, sorry], I [can't remember|don't remember|don't know|can't recall] {what} [right now|at the moment|off the top of my head|just now|by heart|]
    .+ [hmm|sorry|ah|oh|uh|erm|um|oh no|ah, sorry|hm, sorry], I [don't have|can't find|haven't got|can't get at] {what} [right now|at the moment|on me|here|to hand|just now|]
    .+ [hmm|sorry|ah|oh|uh|erm|oh no|ah, sorry], I [forgot|think I've lost|must have lost|must have forgotten|never wrote down] {what}[, sorry|, sorry about that|, my bad|, typical|]
    .+ [hmm|sorry|ah|oh|uh|well], [no clue|I've no idea|I have no idea|not a clue] [about|when it comes to] {what}[, sorry|, sorry about that|. is there another way?|. can we find another way?|. could you look it up some other way?|. does anything else work?]
    [sorry,|I'm sorry,|I'm sorry, but|I'm afraid|unfortunately,] I [don't have|can't find|can't remember|don't remember|don't know] {what} [right now|at the moment|just now|][. is there another way?|. another way?|. any other way?|. could you look it up?|. use something else?|. something else I can give you?|. what else would help?|.|.|.]
    I [don't have|haven't got|don't seem to have|can't seem to find|can't lay my hands on] {what} [right now|at the moment|just now|], [I'm afraid|sorry|unfortunately|I'm sorry][. is there another way?|. any other way?|. does it work without?|. could I give you something else?|. would something else do?|.|.|.]
    [I can't recall|I don't recall|I can't think of|I don't know|I never wrote down|I must have mislaid|I've mislaid] {what}, [I'm afraid|sorry|unfortunately|sorry about that|I'm sorry|my apologies|I'm sorry to say|sorry to say]
    + [oh dear|oh gosh|oh no|hmm, let me see|let me think|ah, now you're asking|good question|ooh, hang on], [I can't remember|I don't have|I can't for the life of me remember|I've completely forgotten|I've clean forgotten|I can never find|I've no idea where I put|I must have lost] {what}, [my memory is terrible|I'm hopeless with these things|I never write anything down|I'm sure I wrote it down somewhere|it'll be in a drawer somewhere|I'd forget my own head|sorry to be useless|I'm getting old][. is there another way?|. could we manage some other way?|. could something else help?|. could you find me some other way?|. what else can I give you?|.]
    + [sorry|I'm sorry|so sorry|I'm ever so sorry], I [don't have|haven't got|can't get at|can't find] {what} [right now|here|at the moment|with me], [I'm on my phone|I'm not at home|the papers are at home|my bag is in the other room|the kids have been at my desk|I've just moved and it's all in boxes|my desk is a disaster|I'm out and about]
    = [I am afraid|I am sorry, but|unfortunately,|regrettably,] I [do not have|cannot find|do not recall|cannot recall|have forgotten|have mislaid|do not remember] {what} [. is there another way to proceed?|. might something else serve?|. could I give you something else?|. would another detail be of help?|. may I offer something else?|.]
    = [I do not|I am afraid I do not|I regret I do not|I fear I do not] [have {what} to hand|have {what} with me|remember {what}|recall {what}|know {what}] [at present|at the moment|just now|][. would anything else be sufficient?|. is there some other way?|. would another detail do?|. may we use something else?|.]
""")
"""Cannot say {what}, such as `the order number`."""

IMPATIENT = Phrases("""
    ~ [this is|it's] [taking too long|taking forever|going nowhere|getting silly|a waste of time|really slow|too slow|getting old] [now|sorry|]
    ~ [hello|come on|seriously|right|ok|look|ugh|sigh][,|] [any progress|how much longer|how long is this going to take|still there|is this going anywhere|what's the hold up|are we getting anywhere|can we speed this up|is anyone there]?
    ~ [enough|I give up|I've had enough|can't wait any longer|no time for this|haven't got all day|running out of time|running out of patience|out of time|got better things to do] [now|sorry|really|]
    .+ [look|sorry|honestly|seriously|come on|ok|right|hmm|argh|ugh], [this is taking [forever|too long|ages|way too long|much longer than I thought]|we're going [round in circles|nowhere|in circles]|I don't have [all day|time for this|much time left|much patience left]|I've been here [for ages|far too long|long enough|all afternoon]|I've asked [more than once|several times|enough times]|I've got [other things to do|better things to do|things to do]]
    .+ [is this [going anywhere|getting anywhere|ever going to end|going to take much longer]|are we [getting anywhere|ever going to get done|still on|stuck|going to be much longer]]? I'm [really|kind of|] [in a hurry|short on time|running out of time|losing patience|a bit fed up|getting annoyed|on the clock] [here|now|]
    [I'm|I am] [getting a bit|starting to get|getting rather|growing|a little|quite] [impatient|frustrated|fed up|tired of this|annoyed], [this should not be so hard|this shouldn't be so hard|this shouldn't take so long|it can't be that difficult|we don't seem to be getting anywhere|this is not getting anywhere|I expected this to be quicker|I expected better]
    [can|could] [we|you] [please|] [speed this up|move this along|get on with it|hurry this up|get to the point|get this done|make some progress|be a bit quicker]? [I don't have much time|I don't have all day|I'm short on time|this is taking too long|I've been at this for a while|I have other things to do|time is short|]
    [how much longer will this take|how long will this take|how long is this going to take|how much longer is this going to take|will this take much longer]? [I don't have all day|I'm short on time|I have to leave soon|I've been at this for a while|I've been here for quite a while|I did expect it to be quicker|]
    + [oh for goodness' sake|honestly|good grief|oh come on|heavens|dear me|oh boy|goodness me], [this is [like pulling teeth|taking an age|wearing me out|doing my head in|harder than my taxes]|we've been [at this forever|going round and round|at it all day]|my [tea|coffee|dinner|lunch] is [getting cold|stone cold|going cold]|I could have [walked there|done it myself|knitted a jumper] by now], [and I don't mean to be rude|and I know it's not your fault|and I really do need to get on|no offence|and I'm usually so patient|sorry to moan]
    + [I'm sorry to be grumpy|I hate to be difficult|I don't like to complain|I don't want to be rude|I'm normally very patient], but [this is taking forever|this is going nowhere|we're going round in circles|I've got a bus to catch|I've run out of patience|I've run out of time|I can't sit here all day|it really shouldn't be this hard]
    = [I must say|I have to say|I am bound to say|with respect|I regret to say|if I may be frank], [this is taking rather long|this is taking far too long|we do not seem to be making progress|I expected a quicker answer|I had expected better|my patience is wearing thin|I do not have unlimited time|this is rather frustrating|I find this rather tiresome], [and I have other obligations|and my time is limited|and I do not wish to start over|and I would like to see some progress|and I cannot stay much longer]
    = [might we|could we|may I ask that we|would it be possible to] [move things along|make some progress|come to the point|bring this to a close|speed this up]? [my time is limited|I have other obligations|I cannot stay much longer|I have been waiting for some time|this has taken long enough|]
""")
"""Complains that it takes too long."""

# --- Agents ----------------------------------------------------------------------------------------------------------

GREET = Phrases("""
    [hello|hi|good day|hello there|hi there|welcome], [thanks|thank you] for [getting in touch|contacting us|reaching out|writing in|your message]. [how can I help|how can I help you today|what can I do for you|what can I do for you today|how may I help|how can I help you]?
    [hello|hi|hello there|hi there|welcome], [how can I help|how can I help you today|what can I do for you today|what can I help you with|what can I help you with today|what brings you here today]?
    [hello|hi|hello there|welcome] and [thanks|thank you] for [getting in touch|contacting us|writing to us|your message]. [I'm glad|I'm happy|I'd be glad|I'd be happy] to [help|help you|assist]. [what can I do for you|how can I help|what is it about]?
    [thanks|thank you] for [getting in touch|contacting us|reaching out|writing in], [I'm glad to help|I'll be glad to help|I'm happy to help|I'll do my best to help|let's see what I can do for you]. [what is it about|how can I help|what can I do]?
    + [hello|hi|hi there|hello there], [it's good to hear from you|nice to meet you|good to have you here|lovely to hear from you]. [how can I help|what can I do for you today|how can I help you today|what can I help with]?
    = [good day|hello|welcome]. [thank you for contacting us|thank you for your message|thank you for writing to us]. [how may I assist you|how may I help you|how may I assist you today|how may I be of assistance|how may I help you today]?
""")
"""Greets, once."""

ASK_IDENTITY = Phrases("""
    [before I look into this|before I look into that|before we start|to get started|to begin|first of all|so that I can find your account|to find your account|to pull up your account|so I can look this up], [could|can|may|might] I [have|get|take] {asked} [please|]?
    [before I look into this|before I look into that|before we start|to get started|to begin|first of all|so that I can find your account|to find your account|to pull up your account|so I can look this up], [could|can|would] you [please|] [give me|tell me|share|send me|provide] {asked}?
    [I'll need|I need|I'd need] {asked} [to find your account|to look up your account|to pull up your account|to get started|before I can look into this|so that I can find you in our system], [please|thank you].
    [please|could you please] [give me|tell me|share|send me|provide] {asked} [so that I can find your account|so I can find your account|so that I can look up your account|so I can pull up your account|and I'll look up your account|and I'll find your account].
    [happy|glad] to [help|look into that|look into this|help with that]. ^ [could|can|may] I [have|get|take] {asked} [please|first|first, please|]?
    [sure|of course|certainly], [I can help with that|I can look into that|I'll look into that|let me look into that|let me help you with that]. ^ [may I have|could I have|could you give me|can you give me|could you tell me|can you tell me] {asked}[, please|, so that I can find your account|, so I can find your account|]?
    = [for security|for your security|for verification|as a matter of security], [may I have|could you provide|would you provide|could you please provide|may I ask you for] {asked} [first|]?
""")
"""Asks for {asked}, such as `your full name and postcode`."""

IDENTITY_FAILED = Phrases("""
    [I'm sorry|sorry|unfortunately], [I couldn't find|I can't find|I'm not finding|I don't see] [an account|any account|a customer] [with those details|under those details|that matches those details|that matches what you gave me|matching that]. [could you check them|could you double-check them|could you check them and try again|could you please check them again|would you mind checking them|could you send them once more]?
    [I'm sorry|sorry|hmm, I'm sorry], [those details don't match|that doesn't match|what I have here doesn't match|those details do not match] [any account|an account on file|an account in our system|anything I can see|any of our records]. [could you check and try again|could you double-check|could you send me {asked} again|could you give me {asked} once more|would you check {asked} again, please]?
    [I'm afraid|unfortunately] [I couldn't find you with that|nothing comes up with those details|those details bring up nothing|I find no match for those details|there's no match for those details]. [could you check {asked} for a typo|could you check for typos|might there be a typo|could there be a typo in it|could you confirm {asked} again|could you give me {asked} again]?
    [I looked|I searched|I've looked|I've searched], but [nothing matches those details|I couldn't find a match|no account matches that|I don't see a match|I found no match]. [could you check the spelling|could you double-check what you sent|could you check {asked} and try again|could you send {asked} once more|could you try again]?
    = [I apologise, but|I regret to say that|I am sorry, but|I am afraid] [I was unable to find|I could not find|I cannot find] [an account|a matching account|a record] [with the details provided|with the information you gave|under those details]. [would you kindly check them|could you please verify them|would you please check {asked}|might I ask you to check {asked}]?
""")
"""Says that no account matches, and asks again for {asked}."""

WELCOME = Phrases("""
    [thank you|thanks|many thanks|perfect|great|lovely], {first}. ^ [I've found your account|I have your account here|I have your details here|I have your account open|I've found you|that matches our records|you're verified|that all matches].
    [thank you|thanks|many thanks|great|perfect|lovely], {first}, ^ [I've found your account|I have your account here|I have your account in front of me|I've got your details up|everything matches|that matches what we have on file|I can see your account].
    [thank you|thanks|many thanks|great|perfect], {first}, ^ [you're verified|you're all verified|that's you verified|that checks out|that all checks out|your details match].
    [nice to meet you|good to meet you|hello|hi|welcome], {first}. ^ [I've found your account|I have your account here|I have your account open now|your details match|I have everything in front of me].
    [I've found your account|I have your account here|I have your account open|that all matches|that checks out|I can see your account now|you're verified], {first}.
    [thank you|thanks|many thanks|great|perfect|lovely|thank you for that|thanks for that]. ^ [I've found your account|I have your account here|I have your account open|your details match|that all matches|everything matches|I can see your account|you're verified|that checks out].
    + [wonderful|lovely|great|perfect|thanks so much], {first}. ^ [I've got your account right here|I've found you|there you are|found you|you're in the system].
    = [thank you|thank you very much], {first}. ^ [your details are in order|I have located your account|your details correspond to our records|I have your account before me].
""")
"""Says that the account is found; {first} is the first name."""

ASK_SLOT = Phrases("""
    [could|can] you [please|] [tell me|let me know] {asked}?
    [may|could|can] I [just|] ask {asked}?
    [please|could you please|would you please] [tell me|let me know|confirm] {asked}.
    [to go on|to continue|for the next step|for this|to take this further|to get this right], [I need to know|I still need to know|please tell me|please let me know] {asked}.
    [to go on|to continue|for the next step|for this|so that I can help|so I get this right], [could you tell me|could you let me know|may I ask|can you tell me] {asked}?
    [what I still need|what I still need to know|the one thing I still need|what I need to know next|the next thing I need] is {asked}.
    [sure|of course|certainly|all right|happy to help|I can help with that|I can look into that|let me help with that]. ^ [could you tell me|could you let me know|may I ask|can I ask|can you tell me] {asked}?
    [sure|of course|certainly|all right|happy to help|I can help with that|let me help with that]. ^ [please tell me|please let me know|I need to know|all I need to know is] {asked}.
    [thank you|thanks|got it|understood]. ^ [could you also tell me|could you tell me|can you let me know|may I also ask|could you also let me know] {asked}?
    [I'll need a little more information|I need one more detail|I need a bit more detail|one more detail|just one more detail|a quick question]: [could you tell me|may I ask|can you let me know|could you let me know] {asked}?
    + [happy to|glad to|sure thing|no problem at all|of course, let's do that]. ^ [could you just let me know|can you just tell me|would you mind telling me|mind telling me] {asked}?
    = [in order to proceed|so that I may assist you|to proceed], [may I ask|would you kindly tell me|could you please confirm] {asked}?
""")
"""Asks for a detail: {asked} is `which order this is about` or `the reason for the return`."""

ASK_CONSENT = Phrases("""
    [shall|should] I [go ahead|proceed|do that|go ahead with that|go ahead and do that|go ahead with this|do this] [for you|now|then|]?
    [would you like|do you want] me to [go ahead|proceed|do that|go ahead with that|go ahead with this|do this|go ahead and do that] [for you|now|then|]?
    [are you happy|are you okay] [for me to go ahead|for me to proceed|for me to do that|with that, and shall I go ahead|with this, and should I go ahead] [now|]?
    [is that|is this] [all|] [okay|fine|alright] [with you|for you|], [and shall I|and should I|so that I can|and may I] [go ahead|proceed|go ahead with it]?
    do you [confirm|agree to] [that|this|all of this], [and shall I|so that I can|so I can] [proceed|go ahead|go ahead with it]?
    [can|could] you [please|] confirm that [you'd like me to|you want me to|I should|I may] [go ahead|proceed|do this|go ahead with this] [now|]?
    [if that's right|if that all looks right|if everything is correct|if you're happy with that|if you agree|if that's okay], [shall I go ahead|shall I proceed|should I go ahead|should I proceed|would you like me to go ahead|may I go ahead] [now|with it|]?
    does [that|all of that] [work for you|sound right to you|sound all right to you|look right to you|work|sound right|look right], [and shall I go ahead|and should I go ahead|and shall I proceed|and may I go ahead]?
    + [how does that sound|how does that look|does that all sound good]? [shall I go ahead|should I go ahead|would you like me to go ahead] [then|for you|with it|]?
    = [may I proceed|may I go ahead|do I have your permission to proceed|do I have your consent to go ahead|do I have your approval to proceed|would you like me to proceed] [on that basis|with this|as described|]?
""")
"""Asks for a go-ahead."""

LEAVE_AS_IS = Phrases("""
    [of course|no problem|certainly|that's fine|understood|all right|sure|that's absolutely fine], ^ [I'll leave it as it is|I'll leave that as it is|I'll leave everything as it is|I'll leave things as they are|I won't touch it|I won't go any further with it|I'll leave it there|we'll leave it as it is].
    [of course|no problem|certainly|that's fine|understood|all right|sure], ^ [I haven't gone ahead with it|I haven't done anything there|I won't do anything there|I'll drop that|I'll leave it alone|I'll set that aside]. [everything there stays as it was|that stays as it was|it stays exactly as it was|you can always come back to it|you can come back to it any time|let me know if you change your mind|]
    [as you wish|as you prefer|whatever suits you best|that's up to you, of course|that's no trouble at all], ^ [I'll leave it as it is|I'll leave things as they are|I won't go any further with it|I'll leave everything as it is there|it stays as it was].
    [thanks|thank you] for [letting me know|telling me|saying so]. ^ [I'll leave it as it is|I'll leave things as they are|I won't go any further with it|I'll leave that alone|I'll set that aside|I'll leave everything there as it is].
    + [no worries|no worries at all|not to worry|no harm done|no trouble at all], ^ [I'll leave it just as it is|I'll leave it be|nothing happens with it then|I'll leave that well alone|we'll leave it just the way it was].
    = [very well|certainly|as you wish], ^ [I shall leave the matter as it is|I will leave everything as it is|I will take no further steps on it|I will not go any further with it].
""")
"""Acknowledges a withdrawal."""

UPDATED = Phrases("""
    [no problem|of course|certainly|sure|all right|understood|that's fine|got it|no trouble at all], ^ [I've noted the change|I've noted that instead|I'll use that instead|I'll go with that instead|I'll take that instead|let me work with that instead|we'll go with that then|I've got that instead].
    [no problem|of course|certainly|sure|all right|understood|that's fine], ^ [let me look at that again|let me redo that|let me go over that again|let me rework that] [with the change|with the new details|for you|on that basis|].
    [thanks|thank you] for [letting me know|telling me|the correction|the update|catching that|saying so]. ^ [I've noted that|I've noted the change|I'll use that instead|I'll go by that now|let me go over it again|here is how it looks now].
    [noted|duly noted|got it|right|okay|understood], ^ [I'll use that instead|I'll go with that instead|that replaces what you said before|we'll go with that|that's what I'll use|let me take that instead].
    + [no worries|not a problem|no worries at all|easily changed|good that you said so], ^ [let's go with that instead|I'll use that one instead|we'll take that instead|let me rework that for you].
    = [certainly|of course|very well|as you wish], ^ [I have noted the change|I will use that instead|I have taken note of it|I will proceed from that instead|allow me to adjust that].
""")
"""Takes note of a change; nothing has been done yet."""

REFUSE_LEADIN = Phrases("""
    [I'm sorry, but|I'm afraid|I'm very sorry, but|sorry, but|unfortunately,|I'm sorry to say] [I can't do that|I can't do this|I cannot do that|I'm not able to do that|I'm unable to do that|that's not possible|I can't go ahead with that|I can't help with that one|I can't make that happen|I'm unable to go ahead with that]:
    [unfortunately|regrettably|sadly], [that's not possible|that isn't possible|this isn't possible|I can't do that|I cannot do that|I'm unable to do that|I won't be able to do that|I can't go ahead with this|that's not something I can do]:
    [I've checked|I've looked into it|I've looked into this|I've had a look|I've checked this carefully], [but|and I'm afraid|and unfortunately|but I'm sorry,] [I can't do that|I cannot do that|that isn't possible|that's not possible|I'm not able to do that|I'm unable to do that|I can't go ahead with it]:
    [I wish I could|I understand why you'd want that|I understand why you ask|I'd like to help|I see what you're after|I know this isn't what you hoped for], but [I can't do that|I cannot do that|I'm not able to do that|that isn't possible|I'm unable to do that|I can't go ahead with it|that's not something I can do]:
    + [oh, I'm sorry|ah, I'm sorry|I'm really sorry|I do wish I could help with that|I'm sorry to disappoint you], but [I can't do that one|I really can't do that|that one isn't possible|I'm not able to do that|I can't make that work]:
    = [I regret that|I am sorry to say that|I must tell you that|I regret to inform you that|I am afraid that] [I cannot do that|this is not possible|I am unable to do that|I am not able to proceed with that|I cannot proceed with that]:
""")
"""Leads into the reason of a refusal."""

ANYTHING_ELSE = Phrases("""
    is there [anything else|anything more|something else] [I can help with|I can help you with|I can do for you|I can do for you today|you need|you need today|you'd like help with|I can take care of|I can look into for you]?
    [can|could|may] I help [you|] with anything else [today|]?
    do you need [help with|] anything else [today|]?
    would you like [help|some help|a hand] with anything else [today|now|at the moment|]?
    [is there|was there] anything else [to look into|to take care of|to look at|that I can help with] [for you|] [today|]?
    is there [something else|anything more|another matter|anything else] [I can help with|I can take care of|I can help you with|I can look into for you] [today|]?
    what else [can I do for you|can I help with|can I help you with|can I look into for you|can I take care of for you] [today|]?
    [anything else|anything more|anything else at all] [I can help with|I can do for you|you need|you'd like to ask|for today|I can look into]?
    + [was there anything else|is there anything else at all|is there something else] [you wanted to ask|on your mind|you'd like me to look at|on your list|I can do while you're here]?
    = [may I|might I|can I] [assist you|be of help|be of assistance] with [anything else|anything further|any other matter] [today|]?
""")
"""Asks whether there is more."""

FAREWELL = Phrases("""
    [you're welcome|you're very welcome|my pleasure|glad I could help|happy to help|glad to help|happy I could help]. [have a good day|have a great day|have a nice day|have a lovely day|take care|goodbye|all the best|enjoy the rest of your day|goodbye and take care|have a good one]
    [thank you|thanks] for [getting in touch|contacting us|your patience|your time|reaching out|chatting with us]. [have a good day|have a great day|have a nice day|take care|goodbye|all the best|enjoy the rest of your day|goodbye and take care]
    [goodbye|goodbye, then|bye|bye for now|take care], and [have a good day|have a great day|have a nice day|thank you for getting in touch|thanks for getting in touch|thank you for contacting us|enjoy the rest of your day|all the best].
    [all the best|take care|have a good day|have a nice day|have a great day|enjoy the rest of your day], [goodbye|and goodbye|and thank you for getting in touch|and thanks for getting in touch|and thank you for contacting us].
    + [you're very welcome|it was a pleasure|it was my pleasure|always happy to help|anytime], [have a lovely day|have a wonderful day|take good care|enjoy the rest of your day|do come back whenever you need us].
    = [you are welcome|it was a pleasure to assist you|thank you for contacting us], [have a pleasant day|I wish you a pleasant day|goodbye, and have a pleasant day|good day to you].
""")
"""Takes leave."""
