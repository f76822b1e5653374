"""Sentences about names, compensation, email addresses and tickets for the team."""

from apigen_mt.domains.airline.wording import wording

NAME = wording(
    request="""
        .+ [I made a typo|there's a typo|I can't spell|somebody got it wrong|they misspelt us] in [a name|one of the names|a passenger's name], [can you fix that|fix it please|what do I do|can it be changed]?
        there's a [spelling mistake|typo] in a name on one of my trips
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] correct a name on a trip
        [can|could|would] you [please |] fix a [misspelt name|spelling mistake in a name] on a booking?
        ~ fix a name on a booking [please|please|]
        ~ name typo [please|please|]
        + I've only just noticed that a name is spelt wrong on one of my trips, can you [fix|correct] that?
        = [I would like to|I wish to|I should like to] have a name corrected on one of my trips
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] correct a name on {trip}
        there's a mistake in a name on {trip}, [can|could] you fix it?
        ~ name wrong on {trip}
        + I was just printing things out and a name on {trip} is wrong
        = a name on {trip} requires correction
        the name {passenger} on {trip} isn't right
        [can|could|would] you [please |] correct the name {passenger} on {trip}?
        ~ {trip}, name of {passenger} wrong [please|please|]
        = the name {passenger} on {trip} is not correct
        the name [should|ought to] be {spelling} on one of my trips
        ~ name should be {spelling}
        on {trip}, a name should read {spelling}
        on {trip}, {passenger} should be spelt {spelling}
        [can|could|would] you [please |] change {passenger} to {spelling} on {trip}?
        [please|I'd like you to|I want you to|I need you to] correct {passenger} on {trip}, the full name is {spelling}
        ~ {trip}, {passenger} -> {spelling}
        ~ {trip}, {passenger} should be {spelling}
        + on {trip} it says {passenger}, but the name is {spelling}, [could|can] you put that right?
        = on {trip}, would you please correct {passenger} to {spelling}?
        = the passenger listed as {passenger} on {trip} should be listed as {spelling}
        [somebody's name|a name|one of the names] on [a booking|one of my trips] is [wrong|misspelt|not spelt right], [can|could] you [fix|correct|change] [it|that]?
        .+ I [mistyped|misspelt] a name when [booking|I booked], [is that a problem|can it be put right|can that be fixed]?
        ~ [name|spelling] [mistake|wrong] on [a ticket|a booking]
        . [can|could] [somebody|you] [check|look at] a name on {trip}? it's [misspelt|wrong]
        . on {trip} I [typed|wrote] {passenger}, and it [is meant to be|has to be|should be] {spelling}
    """,
    brief="""
        want the name of {passenger} on {trip} changed to {spelling}
        want {passenger} on {trip} to be listed as {spelling}
        need the passenger {passenger} on {trip} to read {spelling}
        have noticed that {passenger} on {trip} should be {spelling} and want that corrected
        ask for {passenger} on {trip} to be spelt {spelling}
        want to correct {passenger} on {trip}; the full name should be {spelling}
        would like {spelling} on {trip} instead of {passenger}
        wish to have the name of {passenger} on {trip} put right: it should be {spelling}
    """,
    noun="""
        the new spelling
        the name change
        the change of spelling
    """,
    propose="""
        I [would|can|could] change {old} to {spelling} on {trip}, free of charge
        [To confirm|Just to confirm|To be sure|Just so we agree|Let me sum up]: ^ {old} becomes {spelling} on {trip}
        On {trip}, the passenger now listed as {old} would be {spelling}
        [I'd|I would] correct the name on {trip} from {old} to {spelling}. A name can be corrected once
        [That's possible|That can be done|I can do that|That works]: ^ {spelling} in place of {old} on {trip}, at no charge
        Your {trip} would then show {spelling} instead of {old}
        . I can [certainly |]put that right on {trip}: {spelling} instead of {old}
        The name on {trip} would read {spelling}, where it now says {old}. That's free
        = I would correct the name on {trip} from {old} to {spelling}, free of charge
        = The passenger {old} on {trip} would be listed as {spelling}
    """,
    report="""
        I've [just |now |]corrected the name on {trip}. It now reads {spelling}
        [Done|That's done|All done|There you go|That's taken care of]: ^ the name on {trip} is {spelling} now
        Your {trip} now shows {spelling}
        The name is corrected to {spelling}
        The passenger on {trip} is listed as {spelling} now
        I have [now |just |]changed {old} to {spelling} on {trip}
        . That's put right: ^ {spelling}, on {trip}
        = I have [now |just |]corrected the name on {trip} to {spelling}
        = The name on {trip} has been corrected and now reads {spelling}
    """,
)

COMPENSATION = wording(
    request="""
        .+ [my flight was terrible|that flight was a mess|we waited for hours|we were stuck at the gate|we got in way late], [do I get anything|is there compensation|I want compensation|what do I get for that]?
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] claim compensation for a flight
        [can I|could I|may I|is there any way I can|is it possible for me to] get compensation for a late flight?
        one of my flights [didn't go to plan|went badly wrong], and I'd like compensation
        ~ compensation for a flight [please|please|]
        ~ claim compensation [please|please|]
        + we sat [at the gate|in that little terminal] for ages over one of my flights, surely there's some compensation for that?
        = [I would like to|I wish to|I should like to] claim compensation for one of my flights
        I'd like compensation for a flight on {trip}
        [can I|could I|may I|is there any way I can|is it possible for me to] claim something for a flight on {trip}?
        ~ compensation for {trip}
        = [I would like to|I wish to|I should like to] claim compensation in connection with {trip}
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] claim compensation for {segment} on {trip}
        [can I|could I|may I|is there any way I can|is it possible for me to] get compensation for {segment} on {trip}?
        what happened with {segment} on {trip} wasn't on, so I'd like compensation
        ~ compensation for {segment} on {trip}
        + [it's about|this is about|my question's about|I've come about] {segment} on {trip}, which [messed up|ruined] my whole day, and I'd like some compensation for it
        = [I would like to|I wish to|I should like to] claim compensation for {segment} on {trip}
        I'd like compensation for {segment} on {trip}, paid to {pay_to}
        [can I|could I|may I|is there any way I can|is it possible for me to] claim for {segment} on {trip}? the money [can|should] go to {pay_to}
        [please|I'd like you to|I want you to|I need you to] pay me compensation for {segment} on {trip}. it can go to {pay_to}
        ~ {segment} on {trip}, compensation to {pay_to}
        + for {segment} on {trip} I'd like the compensation that's due to me, and it can go to {pay_to}
        = I hereby claim compensation for {segment} on {trip}, payable to {pay_to}
        = I would like the compensation for {segment} on {trip} to be paid to {pay_to}
        [do I|don't I] [get|have a right to] [something|compensation] for [a flight that was late|a delayed flight|what happened with one of my flights]?
        .+ [one of my flights|a flight of mine] was [a mess|badly late|a real letdown], [what do I get for that?|is there compensation?|and I'd like some compensation]
        ~ [delay|late flight][,|] compensation?
        . a flight on {trip} was [a mess|a letdown|a disappointment], [can|could] I [get|have] compensation?
        . [what am I due|is anything due] for {segment} on {trip}? [please pay it|it can be paid] to {pay_to}
    """,
    brief="""
        want compensation for {segment} on {trip}, paid to {pay_to}
        want to claim compensation for {segment} on {trip} and have it go to {pay_to}
        claim compensation for {segment} on {trip}; it should go to {pay_to}
        were not happy with {segment} on {trip} and want compensation, to {pay_to}
        ask for compensation for {segment} on {trip}, to be paid to {pay_to}
        would like to be compensated for {segment} on {trip}, with the money going to {pay_to}
        want whatever compensation is due for {segment} on {trip}, to {pay_to}
        hope to get compensation for {segment} on {trip}, paid out to {pay_to}
    """,
    noun="""
        the compensation
        the claim
        the payout
    """,
    propose="""
        For {flight} on {date}, {trip} is due {amount}. I'd pay that to {goes_to}
        [To confirm|Just to confirm|To be sure|Just so we agree|Let me sum up]: ^ {amount} in compensation for {segment} on {trip}, to {goes_to}
        The compensation for {segment} on {trip} comes to {amount}, and it would go to {goes_to}
        By our table, {segment} on {trip} gives {amount} for your party, payable to {goes_to}
        I [would|can|could] pay {amount} for {flight} on {date} to {goes_to}. That covers everybody on {trip}
        Your claim for {segment} on {trip} holds. The amount is {amount}, to {goes_to}
        . I can [certainly |]pay out {amount} in compensation for {segment} on {trip}, to {goes_to}
        What's due for {flight} on {trip} is {amount}, and I'd send it to {goes_to}
        = I would pay compensation of {amount} for {segment} on {trip} to {goes_to}
        = The compensation due for {flight} on {trip} is {amount}, payable to {goes_to}
    """,
    report="""
        I've [just |now |]paid {amount} for {segment} on {trip} to {went_to}
        [Done|That's done|All done|There you go|That's taken care of]: ^ {amount} in compensation goes to {went_to}
        Your compensation of {amount} has been paid to {went_to}
        The claim is settled. You get {amount}, to {went_to}
        You'll have {amount} for {flight} on {date}, to {went_to}
        I have [now |just |]paid out {amount} for {segment} on {trip}, to {went_to}
        . That's settled: ^ {amount}, to {went_to}
        = Compensation of {amount} for {segment} on {trip} has been paid to {went_to}
        = I have [now |just |]settled the claim for {flight} with {amount}, to {went_to}
    """,
)

EMAIL = wording(
    request="""
        .+ [I changed|I have changed|we changed|just changed] [providers|my provider|my mail], so [my email is different|there's a new email|please take the new email|you need the new email address]
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] change my email address
        [can|could|would] you [please |] update the email address on my account?
        my email address has changed
        I've got a new email address
        ~ new email address [please|please|]
        ~ update email [please|please|]
        + I've finally got rid of my ancient mail account, so you'll need my new address
        = [I would like to|I wish to|I should like to] change the email address that you hold for me
        = [please|kindly] update my email address
        my new email address is {address}
        [can|could|would] you [please |] change my email [address|] to {address}?
        [please|I'd like you to|I want you to|I need you to] change my email address to {address}
        [from now on|from here on], please use {address} for my boarding passes
        I'd like my boarding passes sent to {address}
        ~ new email, {address}
        ~ change email to {address}
        + I've moved to a new mail provider, so could you send everything to {address} from now on?
        = [would you please|could you please|would you kindly|could you kindly] change my email address to {address}?
        = my email address is now {address}. Kindly update your records
        [the email address|the address] you [have|hold] for me is [old|out of date|no longer in use], [can|could] you [change|update] it?
        .+ I [no longer use|don't use|can't get into] my old [mail|email] [account|address], [so can I give you a new one?|so I need to change it with you|can we change it?]
        ~ [my email|email] [changed|is out of date]
        . [can|could] [everything|my boarding passes] go to {address} [from now on|in future|instead]?
        . [the address|the email] you have for me is [old|out of date], it's {address} now
        ~ [use|my new one is|email now] {address}
    """,
    brief="""
        want your email address changed to {address}
        have a new email address, {address}, and want it on your account
        want boarding passes to be sent to {address} from now on
        would like {address} as your new email address
        ask for your email address to be changed to {address}
        want to replace your email address with {address}
        have changed mail providers and want {address} on file
        wish to have everything sent to {address} in future
    """,
    noun="""
        the new email address
        the change of address
        the update
    """,
    propose="""
        I [would|can|could] change your email address to {address}
        [To confirm|Just to confirm|To be sure|Just so we agree|Let me sum up]: ^ your new email address is {address}
        Boarding passes would go to {address} from now on
        [I'd|I would] replace your present email address with {address}
        Your account would then have {address} as its email address
        . I can [certainly |]set your email address to {address}
        [That's possible|That can be done|I can do that|That works]. ^ I'd put {address} on your account
        From now on everything would be sent to {address}
        = I would change your email address to {address}
        = Your email address would be changed to {address}
    """,
    report="""
        I've [just |now |]changed your email address to {address}
        [Done|That's done|All done|There you go|That's taken care of]: ^ your email address is {address} now
        Your email address is updated to {address}
        The new address is in: {address}
        From now on, boarding passes go to {address}
        I have [now |just |]set your email address to {address}
        . That's updated: ^ {address}
        = Your email address has been changed to {address}
        = I have [now |just |]updated your email address. It is now {address}
    """,
)

LOST_THINGS = wording(
    request="""
        .+ [something of mine|my stuff|something] [went missing|got lost|got broken|is gone] [on the way|on a flight|at the airport|on your plane], [who do I tell|I want to report it|please take a report|what now]?
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] report a problem with my luggage or belongings
        something's gone wrong with my things on a flight
        [can|could|would] you [please |] help me with a problem about my things after a flight?
        ~ problem with my stuff after a flight [please|please|]
        + I don't know if I'm in the right place, but something happened with my things on the last flight
        = [I would like to|I wish to|I should like to] report a matter concerning my belongings
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] report {trouble}
        [I'm writing about|I'm getting in touch about|I'm here about] {trouble}
        [can|could|would] you [please |] help me with {trouble}?
        I need some help with {trouble}
        [it's about|this is about|my question's about|I've come about] {trouble}
        ~ {trouble}, help [please|please|thanks|]
        ~ report {trouble}
        ~ about {trouble}
        + oh dear, where do I begin? it's about {trouble}
        + I hope you can help, it's about {trouble}
        = [I would like to|I wish to|I should like to] report {trouble}
        = I am writing to you about {trouble}
        [something|a thing or two] went wrong with [my luggage|my things|my belongings] on [a flight|my last flight], [can you help|who do I talk to|what do I do]?
        .+ [my last flight was fine, but my things weren't|I've had bad luck with my things on a flight], [can|could] you help?
        ~ [luggage|baggage] [problem|trouble][, help|]
        [what do I do|who do I talk to|where do I turn|what happens now] about {trouble}?
        .+ [I've a bit of a problem|there's a problem], [it's|namely] {trouble}
        ~ {trouble}, [what now|what to do]?
    """,
    brief="""
        want to report {trouble}
        are writing about {trouble} and want somebody to look into it
        need help with {trouble}
        want something done about {trouble}
        would like to report {trouble} and hear what happens next
        have come to report {trouble}
        want the airline to deal with {trouble}
        hope somebody can take care of {trouble}
    """,
    noun="""
        the report
        the ticket
        the case
    """,
    report="""
        I've [just |now |]handed this over to our team as ticket {ticket}. They'll answer by {answer_by}
        I can't settle that myself, so I've passed it on to the team: ticket {ticket}, with an answer by {answer_by}
        Our team looks after that. I've opened ticket {ticket} for you, and they'll be in touch by {answer_by}
        I've [just |now |]opened ticket {ticket} for {trouble}. You'll hear from the team by {answer_by}
        That goes to our team, who [will answer|will get back to you] by {answer_by}. Your ticket number is {ticket}
        Your report is with the team now under {ticket}. Expect an answer by {answer_by}
        . I've [just |now |]put that in as ticket {ticket}; the team gets back to you by {answer_by}
        The ticket number is {ticket}. The team will answer by {answer_by}, as I can't do more about {trouble} from here
        = I have [now |just |]opened ticket {ticket} on your behalf. Our team will reply by {answer_by}
        = Your report has been handed over to the team under number {ticket}. You will receive an answer by {answer_by}
    """,
)

OTHER_REQUEST = wording(
    request="""
        .+ [I'm not asking|this isn't|it's not] about [a flight|my flights|a booking], [it's something else|something else|another matter|just something in general]
        I've got a request that's a bit [different|out of the ordinary]
        there's something else [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] raise
        [can|could|would] you [please |] help me with something that isn't about a booking as such?
        ~ special request [please|please|]
        + I'm not sure you're the right person for this, but I have to start somewhere
        = I have a request of a different kind
        [I'm writing about|I'm getting in touch about|I'm here about] {topic}
        [it's about|this is about|my question's about|I've come about] {topic}
        [can|could|would] you [please |] help me with {topic}?
        I'd like [some|a bit of] help with {topic}
        who do I talk to about {topic}?
        ~ about {topic}
        ~ {topic}, who do I ask?
        ~ help with {topic} [please|please|please|thanks|]
        + I've been meaning to write to you about {topic}
        + I don't suppose you're the right one to ask, but it's about {topic}
        = I am contacting you about {topic}
        = I would be grateful for help with {topic}
        [are you the right person for|can I bring you|who deals with] [something a bit different|a request of another kind|a question of a general kind]?
        .+ [it's not about a flight|it's nothing to do with a particular flight], [but I hope you can help|can you help all the same?|but can I ask you?]
        ~ [other|general|different] [question|request]
        [who|which team] [deals with|takes care of|handles] {topic}?
        .+ [I'm not sure who to ask|I don't know who to turn to], but [I need some help|I'd like some help] with {topic}
        ~ [need help|question] about {topic}
    """,
    brief="""
        are writing about {topic}
        want help with {topic}
        want somebody to deal with {topic}
        need somebody to take care of {topic}
        would like to know who can help with {topic}, and want that set in motion
        have a request about {topic}
        want to raise {topic} with the airline
        hope that somebody can look into {topic}
    """,
    noun="""
        the request
        the ticket
    """,
    report="""
        I've [just |now |]handed this over to our team as ticket {ticket}. They'll answer by {answer_by}
        I can't do that from here, so I've passed it on to the team: ticket {ticket}, with an answer by {answer_by}
        Another team looks after that. I've opened ticket {ticket} for you, and they'll be in touch by {answer_by}
        I've [just |now |]opened ticket {ticket} about {topic}. You'll hear from the team by {answer_by}
        That goes to our team, who [will answer|will get back to you] by {answer_by}. Your ticket number is {ticket}
        Your request is with the team now under {ticket}. Expect an answer by {answer_by}
        . I've [just |now |]put that in as ticket {ticket}; the team gets back to you by {answer_by}
        The ticket number is {ticket}. The team will answer by {answer_by}, as it's nothing I can settle myself
        = I have [now |just |]opened ticket {ticket} on your behalf. Our team will reply by {answer_by}
        = Your request has been handed over to the team under number {ticket}. You will receive an answer by {answer_by}
    """,
)
