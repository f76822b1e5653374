"""Sentences about the account, about what goes to the team, and about what is always declined."""

from apigen_mt.domains.retail.wording import wording

EMAIL = wording(
    request="""
        .+ [I can't use|I lost|I closed|I don't read|I no longer have] my old [email|mail|email address] [any more|now|], [can I give you a new one|please use my new one|can you put in another one|let me change it]
        <I want to> change the email [address|] on my account<tail>
        [I have|I've got] a new email [address|][, can you change it?|, can you update that?|, how do I change it?]
        <can you> [update|change] my email [address|]?
        <can I> change the email [address|] on my account?
        ~ <t>change my email<pls>
        ~ new email [address|]<pls>
        + <so>I'm finally getting rid of my old email, so that needs changing on my account
        + <so>my old email fills up with rubbish, can I give you another one for my account?
        = <I wish to> update the email address on my account
        my new email [address|] is {email}[, please change it|, can you update that?|, please put that on my account]
        [please |]change my email [address|] to {email}
        <can you> [change|update] my email [address|] to {email}?
        <I want to> change my email [address|] to {email}<tail>
        I'd like {email} to be the email [address|] on my account
        ~ <t>change email to {email}<pls>
        ~ new email {email}<pls>
        + <so>I've [got|set up] a new address, {email}, could you use that from now on?
        + <so>my provider is closing down, so my email is {email} now, can you put that on the account?
        = <kindly> change my email address to {email}?
        = kindly update the email address on my account to {email}
    """,
    brief="""
        want the email address on your account changed to {email}
        have a new email address, {email}, and want it on the account
        want your email changed to {email}
        would like {email} to be the email address on your account
        ask for your email address to be updated to {email}
        are giving up your old email address and want {email} on the account
        need the email on your account to be {email}
        want the shop to use {email} from now on
    """,
    noun="""
        the new email
        the change
        the new address
    """,
    propose="""
        I'd change the email address on your account to {email}
        The new email on your account would be {email}
        <to confirm>: ^ I'd replace your present email address by {email}
        I can update that. ^ Your email address would become {email}
        So {email} would be the email address we use from now on
        Your account would then have {email} as its email address
        . I'd put {email} on your account in place of the old one
        = I would update the email address on your account to {email}
        = The email address on your account would be changed to {email}
    """,
    report="""
        I've [now |just |]changed your email address to {email}
        <done>, ^ {email} is now the email on your account. It's been updated
        Your email address has [now |]been updated to {email}
        I've [now |just |]updated your account: the email address is {email} now
        The address has [now |]been changed, and {email} is what we'll use from now on
        Your account has [now |]been updated with {email}
        . [All done|All set|All sorted], ^ the email has [now |]been changed to {email}
        = I have updated the email address on your account to {email}
        = The email address on your account has [now |]been changed to {email}
    """,
)

PHONE = wording(
    request="""
        .+ [I got|I have|I've got|there's] a [new|different] [phone|phone number|mobile number|number] [now|since last week|], [can you change it|please update it|can you put it in|change it on my account]
        <I want to> change [the|my] phone number [on my account|]<tail>
        [I have|I've got] a new phone number[, can you change it?|, can you update that?|, how do I change it?]
        <can you> [update|change] my phone number?
        <can I> change the phone number on my account?
        ~ <t>change my [phone |]number<pls>
        ~ new [phone |]number<pls>
        + <so>my old phone took a swim, so I've got a new number for my account
        + <so>I've finally switched providers, so my phone number needs changing
        = <I wish to> update the phone number on my account
        my new [phone |]number is {phone}[, please change it|, can you update that?|, please put that on my account]
        [please |]change my [phone |]number to {phone}
        <can you> [change|update] my [phone |]number to {phone}?
        <I want to> change my [phone |]number to {phone}<tail>
        I'd like {phone} to be the [phone |]number on my account
        ~ <t>change phone to {phone}<pls>
        ~ new number {phone}<pls>
        + <so>I've switched providers and couldn't keep my number, it's {phone} now, can you change that?
        + <so>could you put my new number on the account? it's {phone}
        = <kindly> change my phone number to {phone}?
        = kindly update the phone number on my account to {phone}
    """,
    brief="""
        want the phone number on your account changed to {phone}
        have a new phone number, {phone}, and want it on the account
        want your phone number changed to {phone}
        would like {phone} to be the phone number on your account
        ask for your phone number to be updated to {phone}
        have switched providers and want {phone} on the account
        need the phone number on your account to be {phone}
        want the shop to use {phone} from now on
    """,
    noun="""
        the new number
        the change
        the number
    """,
    propose="""
        I'd change the phone number on your account to {phone}
        The new phone number on your account would be {phone}
        <to confirm>: ^ I'd replace your present number by {phone}
        I can update that. ^ Your phone number would become {phone}
        So {phone} would be the number we use from now on
        Your account would then have {phone} as its phone number
        . I'd put {phone} on your account in place of the old number
        = I would update the phone number on your account to {phone}
        = The phone number on your account would be changed to {phone}
    """,
    report="""
        I've [now |just |]changed your phone number to {phone}
        <done>, ^ {phone} is now the number on your account. It's been updated
        Your phone number has [now |]been updated to {phone}
        I've [now |just |]updated your account: the phone number is {phone} now
        The number has [now |]been changed, and {phone} is what we'll use from now on
        Your account has [now |]been updated with {phone}
        . [All done|All set|All sorted], ^ the number has [now |]been changed to {phone}
        = I have updated the phone number on your account to {phone}
        = The phone number on your account has [now |]been changed to {phone}
    """,
)

TEAM = wording(
    request="""
        .+ [I have a question|I need something|there's something|got a thing to ask] that [has nothing to do with|isn't about|is not on] [an order|my orders|any order]
        [I have|I've got] [a question|a request|something] that's not about a particular order
        <I want to> [raise|bring up|ask about] something [else|] that isn't an order<tail>
        ~ [got|have] a [request|question], not about an order
        ~ not about an order this time
        + <so>I have something a bit out of the ordinary, I'm not sure you're the right person for it
        = I have a request of a more general kind
        [I'm writing|I'm getting in touch|this is] about {topic}
        it's about {topic}
        <I want to> speak to somebody about {topic}<tail>
        <q>who do I [talk to|see|need to ask] about {topic}?
        [I need|I'd like|I could do with] [some |]help with {topic}
        <can you> help [me |]with {topic}?
        [can|could] [someone|somebody] [look into|take care of|help me with] {topic}?
        ~ [it's |]about {topic}<pls>
        ~ {topic}, who deals with that?
        ~ need [some |]help, {topic}
        + <so>I'm not sure you're the right person, but it's about {topic}
        + <so>I've been meaning to write to you about {topic}
        = I am contacting you about {topic}
        = <I wish to> raise the following: {topic}
    """,
    brief="""
        want somebody to deal with {topic}
        are writing about {topic}
        want to raise {topic}
        need help with {topic}
        contact the shop about {topic}
        want the right people to take up {topic}
        ask who takes care of {topic} and want it passed on
        have a request: {topic}
    """,
    noun="""
        that request
        the ticket
        that
    """,
    report="""
        I've [now |just |]passed that on to our team. Your ticket is {ticket}, and they answer by {answer_by}
        [That's not something|This isn't something] I can settle here, so I've [now |just |]opened ticket {ticket} for the team. You'll hear from them by {answer_by}
        <done>: ^ ticket {ticket} is with the team, and you get an answer by {answer_by}
        I've [now |just |]opened a ticket about {topic}: {ticket}. The team [answers|will answer|will report back] by {answer_by}
        The team that deals with this has it now, under ticket {ticket}. They'll write to you by {answer_by}
        I've [now |just |]handed this over to the team as ticket {ticket}; expect an answer by {answer_by}
        A ticket has [now |]been opened for this, number {ticket}. You'll have an answer by {answer_by}
        . That's one for our team. I've [now |just |]opened ticket {ticket}, and they'll answer by {answer_by}
        = I have referred this to our team under ticket {ticket}. You will receive an answer by {answer_by}
        = Ticket {ticket} has [now |]been opened regarding {topic}. The team [answers|will answer|will report back] by {answer_by}
    """,
)

BARGAIN = wording(
    request="""
        .+ [any way|is there any way|any chance] to [make it cheaper|knock something off|get it for less|get a discount|pay a bit less]? [I'm a good customer|I buy a lot here|worth asking|]
        <can you> do [something|anything] about the price?
        <I want to> ask for a discount<tail>
        <can I> get a discount?
        [is there|would there be] any chance of a [discount|reduction]?
        ~ [any |]discount [possible|]?
        ~ can you do it cheaper?
        + <so>I'll be cheeky and ask, is there anything you can do on the price?
        = <I wish to> ask for a reduction in price
        <I want to> ask for a discount because of {ground}
        <can I> get [a discount|something off] because of {ground}?
        given {ground}, [can|could] you [knock something off|come down on] the price?
        I think {ground} should be worth a [discount|little something off]
        with {ground} in mind, [is there|would there be] any [room|give] on the price?
        <can you> [knock something off|come down on] the price, given {ground}?
        ~ [any |]discount? because of {ground}
        ~ {ground}, any discount?
        + <so>I never ask for this sort of thing, but given {ground} I thought there might be a little something off
        + <so>my friends tell me I should haggle more, and given {ground}, is there something off the price?
        = <I wish to> request a discount on account of {ground}
        = in view of {ground}, would you consider a price reduction?
    """,
    brief="""
        want a discount because of {ground}
        ask for a discount on account of {ground}
        want something off the price, giving {ground} as the reason
        think that {ground} deserves a discount and ask for one
        try to get a lower price because of {ground}
        would like a price reduction; your argument is {ground}
        want the shop to come down in price because of {ground}
        ask whether {ground} gets you a discount
    """,
    noun="""
        the discount
        a discount
        that
        the lower price
    """,
)

OTHER_PERSON = wording(
    request="""
        .+ [it's about|I'm asking about|I need to know about|can you check] [somebody else's|someone else's|another person's] order, [not mine|it isn't mine|not my own]
        <I want to> [ask|find out] about an order that isn't mine<tail>
        <can you> look up somebody's order for me?
        <can I> ask about somebody else's order?
        ~ need to check an order that's not mine
        ~ order not mine, can you check?
        + <so>it's not actually about an order of mine, I'm asking on behalf of somebody
        = I am enquiring on another person's behalf
        <can you> check on an order [of|for] {person}?
        <can you> [tell me|look up] what {person} ordered from you?
        <I want to> change something on an order [that {person} placed|placed by {person}]
        I'm writing for {person}, <can you> tell me where [their|that] parcel is?
        <I want to> cancel an order for {person}, who has a separate account with you
        <can you> log into the account of {person} and see what's going on?
        ~ check the account of {person}<pls>
        ~ order of {person}, where is it?
        + <so>I'm asking for {person}, who isn't good with computers, could you tell me how that order is coming along?
        + <so>I promised {person} to sort out a return, different account from mine, can you do that?
        = <I wish to> have information on an order placed by {person}
        = <kindly> look into the account of {person} on my behalf?
    """,
    brief="""
        want to know about an order of somebody else: {person}
        ask the shop to look into the account of someone else: {person}
        want something changed on an order that is not yours but belongs to somebody close, {person}
        are asking on behalf of {person}, who has a separate account
        want to find out what {person} has ordered
        want help with an order placed by {person}, from a separate account
        ask about the parcel of {person}
        would like to act for {person}, who has a separate account
    """,
    noun="""
        that
        the other order
        their order
    """,
)

ADVICE = wording(
    request="""
        .+ [I can't decide|I'm not sure what to buy|thinking of buying something], [is it any good|would you buy it|what do you think of it|is it worth it]?
        <can you> recommend something?
        [I need|I'd like|I could do with] some advice on what to [buy|get|choose]
        <q>what would you [recommend|buy|go for]?
        ~ [need|want] [some |]advice on what to [get|buy]<pls>
        ~ what's good?
        + <so>I'm looking for a present and I'm hopeless at choosing, what would you go for?
        = I would be grateful for a recommendation
        <q>is the {item} any good?
        <q>would you [buy|go for|get] the {item} yourself?
        <q>which version of the {item} would you [pick|go for|recommend]?
        <q>do you think the {item} [is worth it|would suit me|is a good buy]?
        <q>what do you think of the {item}?
        <can you> tell me whether the {item} is [right for me|a good present|worth the money]?
        ~ {item} any good?
        ~ {item}, [worth it|any good|good buy]?
        + <so>I've had my eye on the {item} for weeks, honestly now, is it worth the money?
        + <so>my daughter's getting married and I thought of the {item}, would you say that's a good choice?
        = would you recommend the {item}?
        = I would [value|appreciate] your opinion on the {item}
    """,
    brief="""
        want to know whether the {item} is any good
        want the agent's opinion on the {item}
        ask whether the {item} would be a good choice
        want to be told which version of the {item} to take
        would like a recommendation about the {item}
        wonder whether the {item} is worth the money and ask for an opinion
        are looking for a present and ask whether the {item} would be right
        ask whether the agent would buy the {item}
    """,
    noun="""
        that
        the advice
        your opinion
        a recommendation
    """,
)
