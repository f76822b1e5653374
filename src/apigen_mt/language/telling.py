"""How customers answer questions: details of a wish, and who they are."""

from apigen_mt.language.grammar import Phrases

INFORM = Phrases("""
    ~ 9x {value}
    ~ [it's|it is|that is|I think|I think it's|I believe|I mean|I'd say|that would be|it should be|I have|I got] {value}
    ~ [ok|sure|yes|hmm|well|yeah|oh|I see,|alright][,|] {value}
    ~ {value} [please|thanks|I think|I believe|I guess|is fine|is the one|that one|if you can|I hope|for now|right|ok]
    . 6x {value}
    . {value}[, please| please|, thanks| thanks|]
    . [it's|it is|that's|that would be|that is|I mean|I think it's|it should be|let's say|I'd say|it was] {value}
    . [ok|okay|sure|right|yes|yeah|oh|well|so][,|] [it's|that's|it is||] {value}
    + [oh, |ah, |let me see, |hmm, |one sec, |good question, |let me check, |sorry, ]{value}
    + [right, so |ok so |well, |oh, |so, |yeah so ][it's|that would be|that's|that is|I believe|it'd be|] {value}
    + {value}[, if that helps|, hope that helps|, [I hope|hopefully] [that's|it's] [clear|enough|ok]|, if you see what I mean|, sorry|, that [should|must] be it]
    = [It is|That is|That would be|This is|I believe it is] {value}
    = {value}[, please|]
    = [Certainly|Of course|Yes], {value}
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
