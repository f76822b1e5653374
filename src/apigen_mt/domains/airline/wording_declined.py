"""Sentences about what the desk always declines."""

from apigen_mt.domains.airline.wording import wording

DISCOUNT = wording(
    request="""
        .+ [can you do|can I get|is there|do I get] [anything|something|a bit] off? [I fly a lot|I fly with you all the time|it's pricey|worth a try|]
        is there any chance of a discount?
        [can|could|would] you [please |] give me something off the price?
        can you waive a fee for me?
        [would|could] you do me a better price?
        ~ any discount?
        ~ something off the price?
        + I know you probably hear this all day, but [can|could] you do anything about the price?
        = would you consider granting me a discount?
        I think I should get a discount because of {ground}
        [can I|could I|may I|is there any way I can|is it possible for me to] have a discount because of {ground}?
        is there a discount for me? I'm thinking of {ground}
        I'd like something off the price because of {ground}
        ~ discount? {ground}
        ~ something off, because of {ground}
        + now don't laugh, but I'd like a discount, and the reason is {ground}
        = [I would like to|I wish to|I should like to] ask for a discount because of {ground}
        = in view of {ground}, would you consider a discount?
        [is the price|are your prices] [negotiable|the last word], or [can I have|could I get] [a discount|something off]?
        .+ [let's talk about the price|about the price], [can|could] you [come down a bit|do a little better|knock something off]?
        ~ [cheaper|discount|better price] possible?
        . [shouldn't|wouldn't] {ground} [get me|be worth] [a discount|something off]?
        .+ I [think|feel] {ground} [should|ought to] [get me|be worth] [a discount|something off]
    """,
    brief="""
        want a discount because of {ground}
        ask for something off the price because of {ground}
        would like a lower price, your reason being {ground}
        feel you deserve a discount because of {ground}
        want the airline to come down in price because of {ground}
        hope for a discount because of {ground}
        try to get a discount, and the reason you give is {ground}
        want to pay less because of {ground}
    """,
    noun="""
        the discount
        a discount
        a lower price
        something off
    """,
)

OTHER_BOOKING = wording(
    request="""
        .+ [it's|this is|I'm asking] about [a friend's booking|somebody else's booking|a booking that's not mine|a relative's booking], [can you open it|can you change it|can I change something]?
        [can|could|would] you [please |] look up a booking that isn't mine?
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] change something on a booking that isn't in my name
        [can|could|would] you [please |] tell me about a trip that somebody else has booked?
        [it's about|this is about|my question's about|I've come about] a booking that isn't mine
        ~ question about a booking, not mine [please|please|]
        + it's a bit of a delicate thing, the booking isn't mine but I know all about it
        = I am enquiring about a booking that is not my own
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] ask about a booking made by {person}
        [can|could|would] you [please |] look up a booking for {person}?
        [can|could|would] you [please |] change a flight for {person}?
        can you cancel a trip for {person}?
        I need the flight details of {person}
        ~ check booking of {person}
        ~ cancel a trip for {person}
        + I'm only the messenger here, but could you look up a booking for {person}?
        = [I would like to|I wish to|I should like to] make a change to a booking made by {person}
        = would you be able to look up the booking of {person}?
        [somebody else's|another person's] booking, [can|could] you [look at it|change something on it]?
        .+ I'm [asking|writing] for [somebody else|someone else], [can|could] you [look up their booking|help with their trip]?
        ~ [someone else's|another person's] booking
        . [there's|I've] something to sort out on a trip for {person}, [can|could] you [help|do that]?
        .+ I'm [asking about|writing about] a trip for {person}
    """,
    brief="""
        want to have something changed on a booking that belongs not to you but to {person}
        want the desk to look up a booking of {person}
        ask about a booking made by {person}, not by you
        would like details of a booking that {person} has made
        want to cancel a trip for {person}, who has booked it
        are trying to sort out a booking for {person}
        have been asked by {person} to see to a booking, which is not yours
        want to know about a trip booked by {person}
    """,
    noun="""
        that booking
        the other booking
        the change
    """,
)

FORECAST = wording(
    request="""
        .+ [I'd like to know|do you know|what do you think|any idea] how [things will be|it'll look|it's going to be] [when I fly|on the day I fly|when we travel]?
        [can|could|would] you [please |] tell me how things will look when I fly?
        [I'd like to know|I want to know|I need to know|I was wondering|I'd love to know] what to expect on my trip
        [can|could|would] you [please |] look into the future for me a bit?
        what do you reckon, how will it be when I fly?
        ~ what to expect when i fly?
        + I'm a worrier, so tell me, how will it all go when I fly?
        = [could you tell me|would you let me know|may I ask you to tell me|would you kindly tell me] what I should expect when I travel?
        [can|could|would] you [please |] tell me about {subject}?
        what can you tell me about {subject}?
        I'd like to know about {subject}
        what do you think about {subject}?
        any idea about {subject}?
        ~ {subject}?
        ~ tell me about {subject}
        + I like to be prepared, so what can you tell me about {subject}?
        = I would like your assessment of {subject}
        = could you give me an outlook on {subject}?
        [what|what exactly] [should|can] I [expect|be ready for] [on my flight|when I travel|when I get there]?
        .+ [I like to plan ahead|I'm planning ahead], [so how will things look|so what's it going to be like] [when I fly|on the day]?
        ~ what will it be like[ on the day| when i fly|]?
        . [how do you see|what's your feeling about] {subject}?
        .+ [I like to plan ahead|I'm planning ahead], [can you say anything|what can you say] about {subject}?
    """,
    brief="""
        want to know about {subject} when you fly
        ask what the desk thinks about {subject}
        would like an outlook on {subject}
        want somebody to tell you in advance about {subject}
        are curious about {subject} and ask for an estimate
        want a forecast about {subject}
        hope the desk can say something about {subject}
        worry about {subject} and want to know what to expect
    """,
    noun="""
        the outlook
        a forecast
        that question
        the estimate
    """,
)
