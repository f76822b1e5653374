"""Sentences about the member's record, about what goes to the team, and about what is always declined."""

from apigen_mt.domains.banking.wording import wording

EMAIL = wording(
    request="""
        .+ [my email|my mail|the email you have] [is old|has changed|isn't right|is out of date] [now|], [can I give you the new one|please take the new one|change it please]
        <I'd like to> change my email address [with you|]
        I have a new email address[, can you change it|]
        <can you> update my email [address|] on your side?
        ~ <t>change my email<pls>
        ~ new email<pls>
        + I've finally moved away from my old mailbox, so you'll need my new email address
        = <I wish to> update the email address you hold for me
        my new email [address|] is {email}[, please change it|, can you update that|]
        <please> change my email to {email}
        <can you> change my email address to {email}?
        <can you> write to me at {email} from now on?
        ~ <t>change email to {email}<pls>
        ~ new email {email}<pls>
        + <so>I've set up a new mailbox, {email}, could you use that one from now on?
        + my old provider keeps losing things, so from now on it's {email}, can you change that?
        = <would you> change my email address to {email}?
        = <kindly> update my email address to {email}
        <please> change my email to {email}. my security word is {security_word}
        ~ email to {email}, word {security_word}<pls>
        = <kindly> change my email address to {email}. My security word is {security_word}
    """,
    brief="""
        give {security_word} as your security word and want your email address changed to {email}
        know the security word as {security_word} and have a new email address to put on record, {email}
        say {security_word} when asked for the security word, and want the bank to write to {email} from now on
        have {security_word} as your security word and would like {email} to be the email address on your record
        remember the security word as {security_word} and ask for your email address to be updated to {email}
        want something that needs the security word, which you give as {security_word}: a change of your email address to {email}
        go by {security_word} as the security word and are giving up your old mailbox and want {email} on record
        use {security_word} as your security word and want to replace your email address by {email}
    """,
    noun="""
        the new email
        the new address
        the change
    """,
    propose="""
        <I can> change your email address to {email}
        <to confirm>: ^ {email} replaces the email address we have for you
        that matches, so I can change it. Your email address would become {email}
        so we'd write to {email} from now on, in place of your old address
        your new email address on record would be {email}
        <right>, ^ I'd put {email} on your record
        . <I can> swap the old address for {email}
        = I would update your email address to {email}
        = the email address on your record would be changed to {email}
    """,
    report="""
        I've [now |just |]changed your email address to {email}
        <done>, ^ I've put {email} on your record
        your email address has [now |]been updated to {email}
        I've [now |just |]updated your record, and we'll write to {email} from now on
        the change has [now |]been saved: ^ {email} is your email address now
        your record has [now |]been updated with {email}
        . [all done|all settled|all sorted], the email has [now |]been changed to {email}
        = I have [now |]updated your email address to {email}
        = your email address has [now |]been changed to {email}
    """,
)

PHONE = wording(
    request="""
        .+ [my phone number|my number|the number you have] [is old|has changed|isn't right|is out of date] [now|], [can I give you the new one|please take the new one|change it please]
        <I'd like to> change my phone number [with you|]
        I have a new phone number[, can you change it|]
        <can you> update my [phone |]number?
        ~ <t>change my phone number<pls>
        ~ new number<pls>
        + I've switched providers and lost my old number on the way, so you'll need the new one
        = <I wish to> update the telephone number you hold for me
        my new phone number is {phone}[, please change it|, can you update that|]
        <please> change my phone number to {phone}
        <can you> change my [phone |]number to {phone}?
        <can you> call me on {phone} from now on?
        ~ <t>change phone to {phone}<pls>
        ~ new number {phone}<pls>
        + my old phone took a swim, so my number is {phone} now, could you change that?
        + <so>I'm on a new plan and the number is {phone}, can you put that down?
        = <would you> change my phone number to {phone}?
        = <kindly> update my telephone number to {phone}
        <please> change my number to {phone}. my security word is {security_word}
        ~ phone to {phone}, word {security_word}<pls>
        = <kindly> change my telephone number to {phone}. My security word is {security_word}
    """,
    brief="""
        give {security_word} as your security word and want your phone number changed to {phone}
        know the security word as {security_word} and have a new phone number to put on record, {phone}
        say {security_word} when asked for the security word, and want the bank to call you on {phone} from now on
        have {security_word} as your security word and would like {phone} to be the phone number on your record
        remember the security word as {security_word} and ask for your phone number to be updated to {phone}
        want something that needs the security word, which you give as {security_word}: a change of your phone number to {phone}
        go by {security_word} as the security word and have switched providers and want {phone} on record
        use {security_word} as your security word and want to replace your phone number by {phone}
    """,
    noun="""
        the new number
        the number
        the change
    """,
    propose="""
        <I can> change your phone number to {phone}
        <to confirm>: ^ {phone} replaces the number we have for you
        that matches, so I can change it. Your phone number would become {phone}
        so we'd call {phone} from now on, in place of your old number
        your new phone number on record would be {phone}
        <right>, ^ I'd put {phone} on your record
        . <I can> swap the old number for {phone}
        = I would update your telephone number to {phone}
        = the telephone number on your record would be changed to {phone}
    """,
    report="""
        I've [now |just |]changed your phone number to {phone}
        <done>, ^ I've put {phone} on your record
        your phone number has [now |]been updated to {phone}
        I've [now |just |]updated your record, and we'll call {phone} from now on
        the change has [now |]been saved: ^ {phone} is your phone number now
        your record has [now |]been updated with {phone}
        . [all done|all settled|all sorted], the number has [now |]been changed to {phone}
        = I have [now |]updated your telephone number to {phone}
        = your telephone number has [now |]been changed to {phone}
    """,
)

TEAM = wording(
    request="""
        .+ [it's something bigger|I need a person for this|it's a special thing|this is for the right people], [who can help|can you pass it on|can somebody call me|who does that]?
        [I have|I've got] something that's a bit [out of the ordinary|bigger]
        <I'd like to> [raise|bring up] something<tail>
        there's something else I'd like to sort out with the bank
        ~ got [a request|something else]
        + <so>I have something I'm not sure you can do in a chat, but I thought I'd ask
        = I have a request of a more general kind
        I'm writing about {topic}
        it's about {topic}
        I'd like to speak to somebody about {topic}
        <q>who do I [talk to|see] about {topic}?
        I need help with {topic}
        <can you> help [me |]with {topic}?
        [can|could] someone take care of {topic}?
        ~ about {topic}
        ~ {topic}, who deals with that?
        ~ need help, {topic}
        + <so>I'm not sure you're the right person, but it's about {topic}
        + <so>I've been putting this off for weeks, it's about {topic}
        = I am contacting you about {topic}
        = <I wish to> raise the following: {topic}
    """,
    brief="""
        want somebody to deal with {topic}
        are writing about {topic}
        want to bring up {topic}
        need help with {topic}
        contact the bank about {topic}
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
        [That's not something|This isn't something] I can settle here, so I've opened ticket {ticket} for the team. You'll hear from them by {answer_by}
        <done>: ^ ticket {ticket} is with the team, and you get an answer by {answer_by}
        I've [now |just |]opened a ticket about {topic}: {ticket}. The team will answer by {answer_by}
        the team that deals with this has it now, under ticket {ticket}. They'll write to you by {answer_by}
        I've [now |just |]handed this over to the team as ticket {ticket}; expect an answer by {answer_by}
        a ticket has [now |]been opened for this, number {ticket}. You'll have an answer by {answer_by}
        . that's one for our team. I've opened ticket {ticket}, and they'll answer by {answer_by}
        = I have [now |]referred this to our team under ticket {ticket}. You will receive an answer by {answer_by}
        = ticket {ticket} has [now |]been opened regarding {topic}. The team will answer by {answer_by}
    """,
)

OTHER_PERSON = wording(
    request="""
        .+ [it's|this is|I'm asking] [for|about] [a friend|somebody else|someone in my family], [can you look at their account|can you check their account|I need to see their account]
        <I'd like to> ask about an account that isn't mine<tail>
        <can you> look something up that's not on my own account?
        ~ need to check an account that's not mine<pls>
        + <so>it's not about my own account, I'm asking on behalf of somebody
        = I am enquiring on another person's behalf
        <can you> tell me the balance of an account that belongs to {person}?
        <can you> check something on the account of {person}?
        <I'd like to> make a payment for {person}, from their account<tail>
        <I need> a card blocked that belongs to {person}
        I need to know whether a payment has reached {person}
        ~ account of {person}, need the balance<pls>
        ~ can you check for {person}?
        + <so>I look after {person} a bit and just need to know what's on the account
        + {person} asked me to sort out a standing order, different account from mine, can you do that?
        = I would like information on the account of {person}
        = <would you> make a change to the account of {person} on my behalf?
    """,
    brief="""
        want something looked up on the account of {person}
        ask about the account of {person}, on their behalf
        want to know what is on the account of {person}
        try to get something done on the account of {person}
        write on behalf of {person}, who banks with Lanternhouse too
        ask whether a payment has reached {person}
        want a card of {person} blocked
        want to arrange a payment from the account of {person}
    """,
    noun="""
        that
        the other account
        the information
    """,
)

ADVICE = wording(
    request="""
        .+ [I don't know|I can't decide|help me decide|I'm wondering] what to do with [my money|some money], [what would you do|what do you advise|any advice|can you advise me]?
        <I'd like> some advice about my money<tail>
        <can you> advise me on what to do with my money?
        <q>what would you do with my savings?
        ~ what should I do with my money?
        ~ any advice?
        + I've never been good with money, so tell me honestly, what would you do?
        = I would be grateful for a recommendation regarding my finances
        <I'd like> your advice about {matter}
        <can you> tell me what you think about {matter}?
        <q>what do you recommend when it comes to {matter}?
        <q>what's your opinion on {matter}?
        ~ advice on {matter}?
        ~ {matter}, what do you think?
        + <so>I've been going round in circles about {matter}, what would you do in my place?
        + you must see this all day, so what do you say about {matter}?
        = I should like your advice regarding {matter}
        = what would you recommend with regard to {matter}?
    """,
    brief="""
        want advice about {matter}
        ask for an opinion about {matter}
        would like to be told what to do about {matter}
        hope for a recommendation about {matter}
        cannot decide about {matter} and ask for advice
        want to hear what the bank thinks about {matter}
        ask what they would do in your place, about {matter}
        need advice and want to talk about {matter}
    """,
    noun="""
        the advice
        that
        a recommendation
        your opinion
    """,
)

BETTER_RATE = wording(
    request="""
        .+ [the interest|my interest rate|that rate|what I get in interest] is [too low|a joke|not great|bad], [can you do better|can I get more|give me a better rate|is there a better one]?
        <I'd like> a better interest rate<tail>
        <can you> do something about my interest rate?
        [is there|would there be] any room on the interest rate?
        ~ better rate?
        ~ can you improve my rate?
        + I've been with you for years, so surely there's something you can do about the rate
        = <I wish to> ask for a better rate of interest
        <I'd like> a better rate on {rate}
        <can you> give me a better rate? it's about {rate}
        what I'm after is a better interest rate, for {rate}
        the bank across the road pays more, so can you do better on {rate}?
        ~ better rate on {rate}?
        ~ rate for {rate}, can you do better?
        + a friend of mine gets a far better rate elsewhere, so can you match that? I mean {rate}
        + <so>I don't like to haggle, but can't you do a better rate for {rate}?
        = <I wish to> negotiate the rate on {rate}
        = would you consider a more favourable rate for {rate}?
    """,
    brief="""
        want a better interest rate on {rate}
        ask for a better rate for {rate}
        try to negotiate the interest rate on {rate}
        think the rate on {rate} should be better and ask for that
        want the bank to match a better rate for {rate}
        would like more favourable interest on {rate}
        have seen better rates elsewhere and want one for {rate}
        ask whether there is room on the interest rate for {rate}
    """,
    noun="""
        the better rate
        a better rate
        that rate
        that
    """,
)
