"""How customers lead up to a wish and round it off, and how they answer questions: details of a wish, and who they are."""

from apigen_mt.language.grammar import Phrases

LEAD_UP = Phrases("""
    ~ [so|ok so|hey so|alright|listen|look|um|well|right|basically|ok listen|sooo|hmm so|question|quick one|quick thing|here it is|here we go|it's simple],
    ~ [I need your help|need help here|little problem|small problem|got a situation|here's the thing|here's my issue|my issue|simple request|easy one|not sure if you do this|hope you can do this|I was told to ask here|what I need]:
    .+ [so|ok so|well|right|hey|hi again|alright then], [here's [the thing|my problem|what I need|what happened|my question|the deal|what it's about]|it's [like this|about this|quite simple|a small thing|a bit silly|nothing big]|I've got [a bit of a problem|a situation|this thing|something for you|a favour to ask]|this is [my problem|why I'm writing|what's up|what it's about]]:
    .+ [not sure [if you can do this|how this works|who to ask|where to start|if this is the right place]|hope [this is the right place|you can help with this|that's something you do|this makes sense]|maybe [you can help|someone can help|you know]|I [never did|haven't done] this before|my [wife|husband|friend|sister|neighbour|boss] said you can do this],
    . [the thing is|the reason I'm writing|what I'm after|what I'd need|what it's about|my question|the problem|my problem|short version|long story short|in a nutshell|to get to the point]:
    = [allow me to explain|the matter is as follows|my request is this|it concerns the following|the reason for my message]:
""")
"""User: what stands before a wish and says nothing of it."""

ROUND_OFF = Phrases("""
    ~ [can you do that|is that possible|is that ok|can we do that|does that work|would that work|possible|doable|how does that work|can you help|who do I ask|am I right here|any chance|is it hard|what now]?
    ~ [thanks in advance|that would be great|would be great|let me know|hope you can help|not urgent|kind of urgent|it's urgent|no rush|I'd appreciate it|please help me|really need this|help me out here|need it today|I'm stuck|been waiting|you tell me]
    .+ [can you [do that|sort that|see what you can do]|is that [possible|something you can do|a thing|easy to do]|do you [do that|handle that]|how [do we do that|would that work|easy is that]] [please|then|now|||]?
    .+ [that'd be [great|lovely|awesome|a big help|so good]|I'd be so [happy|grateful|relieved]|hope [that's ok|that's possible|it's not too much trouble]|sorry [to bother you|if that's a silly one]|thanks [in advance|a lot already|already]|it's [kind of urgent|not that urgent|been on my mind|been bugging me]|I've been putting this off [for weeks|all month|]]
    . [would that be possible|is that something you can do|can that be done|is that possible|is it too late for that|is there a form for that]?
    = [I would appreciate your help with this|thank you in advance|I hope that is possible|please let me know what you require]
""")
"""User: what stands behind a wish and says nothing of it."""

INFORM = Phrases("""
    ~ 32x {value}
    ~ [should be|must be|probably|maybe|most likely|pretty sure|I'm pretty sure it's|let's say|let's see|looks like|it says here|it says|my wife says|my husband says|my sister thinks|maybe it's|I'd go with|I would say|I want to say|all I know is|the answer is|if I'm right|last I looked|at the moment|in this case|this time|here you go][,| -|] {value}
    ~ {value} [is the one|it is|was it|is right|as far as I know|if I remember|if I remember right|unless I'm wrong|this time|for this one|for me|for us|that's it|that's the one|I'd think|I hope|hopefully|obviously|of course|or so she says|or so he says|if that helps|is my answer|is what they said|is what it says|is what I have|is what I know|my wife says|in my case]
    ~ [it's|it is|that is|I think|I think it's|I believe|I'd say|that would be|it should be] {value}
    ~ [ok|sure|hmm|well|oh|um|so|alright|ok so][,|] {value}
    ~ {value} [please|thanks|I think|I believe|I guess|thank you|I'd say]
    . 6x {value}
    . {value}[, please| please|, thanks| thanks|]
    . [it's|it is|that's|that would be|that is|I think it's|it should be|I'd say] {value}
    . [ok|okay|sure|right|oh|well|so][,|] [it's|that's|it is||] {value}
    + [oh, |ah, |let me see, |hmm, |one sec, |good question, |let me check, |sorry, ]{value}
    + [right, so |ok so |well, |oh, |so, |yeah so ][it's|that would be|that's|that is|I believe|it'd be|] {value}
    + {value}[, if that helps|, hope that helps|, [I hope|hopefully] [that's|it's] [clear|enough|ok]||, sorry|, that [should|must] be it]
    = [It is|That is|That would be|This is|I believe it is] {value}
    = {value}[, please|]
    = [Certainly|Of course], {value}
""")
"""User: gives a detail that was asked for."""

FACT = Phrases("""
    ~ 9x {value}
    . 4x {value}
    .+ [my|the] {fact} is {value}
    ~. {fact} {value}
    ~. {fact} is {value}
    .+ it's {value}
    .+ [sure|yes|ok|hi][,|] [it's|my {fact} is|that's] {value}
    = My {fact} is {value}
    = {fact}: {value}
""")
"""User: one fact about themselves, where no sentence of `IDENTITY` fits."""

TWO_FACTS = Phrases("""
    ~ 12x {first}[,|] {second}
    ~ 6x {first}[ and |. | ]{second}
    ~ {first}[,|] {what} {second}
    ~ 2x [I am|it is|I have|sure it's|ok|yes|sure|of course|no problem|hi|alright|fine|oh|well|hmm|yep] {first}[,| and|, and| -] [my |the ||||][{what} |{what} is |] {second} [thanks|please|ok|||||]
    ~ 2x [|||my |the ][{label} |{label} is |] {first}[,| and|.] [{what} |{what} is |my {what} |] {second} [thanks|please|ok|right|||||]
    ~ {label} {first}[,|] {what} {second}
    ~. [it's|that's|sure|ok|yes|hi][,|] {first}[,| and] {second}
    . {first} and {what} [is|] {second}
    . {first}[,| and] {second}[ thanks| please|]
    .+ [my|the] {label} is {first} and [my|the|] {what} is {second}
    .+ [my|the] {label} is {first}[, and it's| and|,] {second}
    .+ [it's|that's] {first}[, and my| and my| and the|, my] {what} is {second}
    .+ [sure|ok|of course|yes|right|well|here you go][,|] [my {label} is|it's|{label} is|it is] {first}[, | and | and my ]{what} [is|] {second}
    + [let me see|let me look|one sec|hold on|right], [it's|{label} is|my {label} is] {first}[, and then| and|, and] {what} [is|] {second}
    = [My|The] {label} is {first}, and [my|the] {what} is {second}
    = {label}: {first}; {what}: {second}
""")
"""User: two facts about themselves."""

THREE_FACTS = Phrases("""
    ~ 9x {first}[, | | and |. ]{second}[, | | and |, and |. ]{third}
    ~ 3x [I am|it is|I have|sure it's|ok|yes|sure|of course|no problem|here you go|alright|fine|oh ok|here it is|got it|||||] [{label} |] {first}[,| and|] [{what} |{what} is |] {second}[,| and|, and|] [{last} |{last} is |] {third} [thanks|please|ok|||||]
    ~ {first}[,|] {what} {second}[,|] {third}
    ~ {label} {first}[,|] {what} {second}[,|] {last} {third}
    . {first}[,| and] {second}[, and| and|,] {third}[ thanks| please|]
    . {first}, {what} [is|] {second}[, and| and|,] {last} [is|] {third}
    .+ [sure|ok|of course|yes|right|here you go][,|] {first}[,| and] {what} [is|] {second}[, and| and|,] {last} [is|] {third}
    .+ [my|the] {label} is {first}[, my|, the|,] {what} is {second} and [my|the|] {last} is {third}
    .+ [it's|that's] {first}[, my| and my|, then] {what} is {second}[, and| and|,] {third}
    + [let me see|one sec|hold on|right], [it's|{label} is|my {label} is] {first}[, and then| and|, and] {what} {second}[, and|, plus| and] {last} {third}
    = [My|The] {label} is {first}, [my|the] {what} is {second}, and [my|the] {last} is {third}
""")
"""User: three facts about themselves."""
