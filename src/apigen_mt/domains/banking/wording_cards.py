"""Sentences about cards."""

from apigen_mt.domains.banking.wording import wording

BLOCK = wording(
    request="""
        .+ [something's wrong with|something happened to|there's a problem with|I'm worried about] [my card|one of my cards|a card], [block it now|please block it|can you block it|I want it blocked]
        <I need to> block [a card|one of my cards]
        <can you> block a card of mine?
        <I'd like> a card blocked[, please|]
        one of my cards has to be blocked
        ~ <t>block [a|my] card<pls>
        ~ card needs blocking<pls>
        + [oh dear, |right, |]I need a card blocked and I'd rather it was sooner than later
        = <I wish to> have a card blocked
        <I need to> block {card}<tail>
        <please> block {card} [straight away|right away|]
        <can you> block {card} [for me|]?
        {card} needs to be blocked
        ~ <t>block {card} [now|please|asap|]
        ~ {card}, block it<pls>
        + [I'm in a bit of a state, |]could you block {card} [before anything happens|while I'm here]?
        = I request that {card} be blocked
        <I need> a card blocked because of {cause}
        ~ <t>block a card, {cause}
        = I need to have a card blocked, the reason being {cause}
        <I'd like to> block {card} because of {cause}
        <can you> block {card}? [the reason is|it's down to] {cause}
        <please> block {card}, [the reason is|it's because of] {cause}
        ~ <t>block {card}, {cause}
        ~ {card}, {cause}, please block<pls>
        + <so>I'm [a bit|rather] worried about {card}, could you block it? it's {cause}
        + <so>can you block {card}? it's because of {cause}
        = <kindly> block {card}. The reason is {cause}
        = <kindly> have {card} blocked on account of {cause}
    """,
    brief="""
        want {card} blocked because of {cause}
        need to block {card}; the reason is {cause}
        want to have {card} blocked, your reason being {cause}
        ask for {card} to be blocked because of {cause}
        are worried about {card} because of {cause} and want it blocked
        would like {card} blocked; if asked, what happened is {cause}
        have to get {card} blocked because of {cause}
        want nobody to be able to use {card} any more because of {cause}, so it should be blocked
    """,
    noun="""
        the block
        that
    """,
    propose="""
        <I can> block {card}. That's for good, so you'd need a new one afterwards
        <to confirm>: ^ I block {card} because of {cause}, and it can't be unblocked later
        I can do that straight away: ^ {card} would be blocked for good
        so I'd block {card} now. Once blocked, it's never used again
        <right>, ^ {card} would be blocked with {cause} as the reason, and that's permanent
        <possible>. ^ I'd block {card}, which is for good; a replacement can be ordered after that
        . <I can> put a block on {card} right now, and it stays blocked
        = I would block {card}. Please note that this is permanent
        = the block would be placed on {card} at once; it cannot be used after that
    """,
    report="""
        I've [now |just |]blocked {card}. Nobody can use it any more
        <done>, ^ I've blocked {card}
        your card has [now |]been blocked. Nothing can be charged to {card} any more
        I've [now |just |]put the block on {card}, so it's out of use now
        the block is in place and {card} is out of use for good. It's been recorded as {cause}
        [all done|all settled|all sorted], I've blocked {card}, and it stays that way
        . that's sorted, ^ I've blocked {card}
        = I have [now |]blocked {card}. It can no longer be used
        = the card has [now |]been blocked: {card} is out of use from now on
    """,
)

REPLACE = wording(
    request="""
        .+ [my card|one of my cards|a card] [is no good|doesn't work|can't be used] [any more|now], [send me a new one|I need a new one|can I get a new one|how do I get another]?
        <I need> a new card<tail>
        <can you> send me a new card?
        <I'd like to> order a replacement card<tail>
        <q>how do I get a new card? could you order one [for me|]?
        ~ new card<pls>
        ~ need a replacement card<pls>
        + [so |right, |]it's that time again, I need a new card
        = <I wish to> order a replacement card
        <I need> a replacement for {card}<tail>
        <can you> send me a new card in place of {card}?
        <I'd like> {card} replaced<tail>
        <please> order a new one for {card}
        ~ <t>replace {card}<pls>
        ~ new card for {card}<pls>
        + <so>I'm afraid {card} has had it, could you get me another one?
        = I request a replacement for {card}
        <I need> a new card because of {cause}
        ~ new card, {cause}
        = I require a new card, the reason being {cause}
        <I need> {card} replaced because of {cause}
        <can you> replace {card}? [the reason is|it's because of] {cause}
        <I'd like> a new card in place of {card}, [the reason is|the reason being] {cause}
        ~ <t>replace {card}, {cause}
        ~ {card}, {cause}, need a new one<pls>
        + could I get a new card for {card}? it's because of {cause}
        + <so>I'd like {card} replaced if that's all right, and the reason is {cause}
        = <kindly> replace {card}. The reason is {cause}
        = <kindly> order a replacement for {card} on account of {cause}
    """,
    brief="""
        want {card} replaced because of {cause}
        need a new card in place of {card}; the reason is {cause}
        want to order a replacement for {card} because of {cause}
        ask for a new card for {card}, your reason being {cause}
        would like {card} to be replaced because of {cause}
        hope to get a new card instead of {card}; if asked, the reason is {cause}
        have to have {card} replaced because of {cause}
        want the bank to send you a new card for {card} because of {cause}
    """,
    noun="""
        the new card
        the replacement
    """,
    propose="""
        <I can> order a new card in place of {card}. It costs {fee}, taken from your account ending in {digits}, and arrives on {arrives}
        <to confirm>: ^ a replacement for {card}, for {fee} from your account ending in {digits}, to reach you on {arrives}
        <I can> replace {card}. The fee is {fee}, it comes from your account ending in {digits}, and the new card is with you on {arrives}
        <possible>: ^ a new card for {card}, sent to your home address and there on {arrives}, for {fee} from your account ending in {digits}
        so that would be a replacement for {card}. The {fee} fee goes off your account ending in {digits}, and it arrives on {arrives}
        a new card in place of {card} costs {fee}, which I'd take from your account ending in {digits}; it arrives on {arrives}
        . OK, ^ a new one for {card}: {fee} from your account ending in {digits}, and it's there on {arrives}
        = I would order a replacement for {card}. The fee of {fee} is taken from your account ending in {digits}, and the card arrives on {arrives}
        = a replacement for {card} would be sent to the address on record, arriving on {arrives}. The fee is {fee}, from your account ending in {digits}
    """,
    report="""
        I've [now |just |]ordered the new card. It arrives on {arrives}, and {fee} has [now |]been taken from your account ending in {digits}
        <done>: ^ a replacement for {card} is ordered, arriving on {arrives}, for a fee of {fee}
        your new card has [now |]been ordered and reaches you on {arrives}. The fee was {fee}
        I've [now |just |]ordered a replacement for {card} for {fee}. Expect it on {arrives}
        the replacement has [now |]been ordered for {fee}; it's sent to your home address and arrives on {arrives}
        [all done|all settled|all sorted]. You get the new card on {arrives}, and the {fee} fee has gone off your account ending in {digits}
        . that's sorted: ^ new card ordered, {fee} charged, and it's with you on {arrives}
        = I have [now |]ordered a replacement for {card}. The fee of {fee} has [now |]been charged, and the card arrives on {arrives}
        = the new card has [now |]been ordered and will arrive on {arrives}. A fee of {fee} was taken from your account ending in {digits}
    """,
)

LIMIT = wording(
    request="""
        .+ [my card|the card|one of my cards] [stops too early|lets me spend too much|has the wrong limit|has a silly limit], [can we change the limit|I want another limit|change it please]
        <I'd like to> change the limit on a credit card<tail>
        <can you> change my credit limit?
        <I'd like> [another|a different] credit limit<tail>
        ~ <t>change credit limit<pls>
        ~ different card limit<pls>
        + <so>I've been meaning to ask about my credit limit, I'd like it changed
        = <I wish to> have a credit limit adjusted
        <I'd like to> change the limit on {card}<tail>
        <can you> change the limit [on|of] {card}?
        ~ limit on {card}<pls>
        + the limit on {card} doesn't really suit me any more
        = <I wish to> have the limit of {card} adjusted
        <I'd like> a credit limit of {limit}<tail>
        <can you> set my credit limit to {limit}?
        ~ credit limit {limit}<pls>
        = I request a credit limit of {limit}
        <I'd like> the limit on {card} [to be|set to] {limit}<tail>
        <can you> set the limit [on|of] {card} to {limit}?
        <please> change the limit on {card} to {limit}
        a limit of {limit} on {card} would suit me better
        ~ {card}, limit {limit}<pls>
        ~ limit on {card} to {limit}<pls>
        + <so>I've done my sums and {limit} would be the right limit for {card}, can you set that?
        = <would you> set the limit of {card} to {limit}?
        = I request that the limit of {card} be set to {limit}
        <please> set {card} to a limit of {limit}. my security word is {security_word}
        ~ {card} limit to {limit}, word {security_word}<pls>
        = <kindly> set the limit of {card} to {limit}. My security word is {security_word}
    """,
    brief="""
        give {security_word} as your security word and want the limit of {card} set to {limit}
        know the security word as {security_word} and want a limit of {limit} on {card}
        say {security_word} when asked for the security word, and would like to change the limit on {card} to {limit}
        have {security_word} as your security word and need {card} to have a limit of {limit}
        remember the security word as {security_word} and ask for a limit of {limit} on {card}
        want something that needs the security word, which you give as {security_word}: a limit of {limit} on {card}
        go by {security_word} as the security word and think {limit} is the right limit for {card} and want it set
        use {security_word} as your security word and hope to get the limit of {card} changed to {limit}
    """,
    noun="""
        the new limit
        that limit
        the change
    """,
    propose="""
        <I can> set the limit of {card} to {limit}. It's {old} at the moment
        <to confirm>: ^ the limit of {card} goes from {old} to {limit}
        <possible>. ^ The limit on {card} would change from {old} to {limit}, from today on
        so I'd change {card} from {old} to a limit of {limit}, which leaves {room} to spend
        <right>, ^ {limit} instead of {old} as the limit on {card}
        everything fits. I'd put the limit of {card} at {limit} in place of {old}, as of today
        . OK, ^ {card} would get a limit of {limit} in place of {old}
        = I would change the limit of {card} from {old} to {limit} with effect from today
        = the limit of {card} would be set to {limit}, leaving {room} to spend
    """,
    report="""
        I've [now |just |]set the limit of {card} to {limit}. That leaves {room} to spend
        <done>: ^ {card} has a limit of {limit} now, with {room} of it free. It's been changed as of today
        the limit has [now |]been changed to {limit}, so you have {room} to spend on {card}
        I've [now |just |]changed it. {limit} is the limit on {card} now, and {room} of that is unused
        your new limit of {limit} has [now |]been set; you can spend {room} on {card}
        [all done|all settled|all sorted], the limit has [now |]been set to {limit}, of which {room} is free
        . that's sorted: ^ I've changed the limit to {limit}, and there's {room} left to spend
        = I have [now |]set the limit of {card} to {limit}. The amount left to spend is {room}
        = the limit of {card} has [now |]been changed to {limit}; {room} remains available on it
    """,
)

TRAVEL = wording(
    request="""
        .+ [I'm off|we're off|I'm going away|I'm flying out|we go on holiday] [soon|next month|for a bit|], [will my card work there|tell the system about my card|can I use my card there|please note it for my card]
        I'm going abroad and would like to use my card there
        <can you> put a travel note on a card?
        I'd like to tell you that I'll be travelling
        ~ travel note<pls>
        ~ going abroad, card should work<pls>
        + <so>I'm off on holiday soon and I'd hate to stand there with a card that doesn't work
        = <I wish to> have a travel note added
        I'm [going|travelling] to {country} and would like to use my card there
        <can you> add a travel note for {country}?
        ~ travel note for {country}<pls>
        ~ off to {country}, need my card<pls>
        + <so>we've booked [a trip to|two weeks or so in] {country} and last time my card got stopped
        = I shall be travelling to {country} and require a travel note
        <I'd like> a travel note for {country} on {card}<tail>
        <can you> make a note that I'll use {card} in {country}?
        ~ {card} in {country}<pls>
        = <kindly> note that I shall be using {card} in {country}
        I'll be in {country} from {first_day} to {last_day}[, can you make a note of that|]
        ~ {country} {first_day} to {last_day}<pls>
        I'll be using {card} in {country} from {first_day} to {last_day}
        <can you> put a travel note for {country} on {card}, from {first_day} to {last_day}?
        <please> add a note to {card}: {country}, {first_day} to {last_day}
        ~ travel note {card}, {country}, {first_day} to {last_day}<pls>
        ~ {country} from {first_day} until {last_day} with {card}<pls>
        + <so>we're finally going to {country}, from {first_day} to {last_day}, and I want {card} to work there
        = I shall be in {country} from {first_day} to {last_day} and intend to use {card} there
        = <kindly> add a travel note to {card} for {country}, from {first_day} to {last_day}
    """,
    brief="""
        want a travel note for {country} on {card}, from {first_day} to {last_day}
        will be in {country} from {first_day} to {last_day} and want a travel note on {card}
        are travelling to {country} from {first_day} to {last_day} and want to use {card} there, with a travel note
        would like {card} to work in {country} from {first_day} to {last_day} and ask for a travel note
        ask for a note on {card} that you will be in {country} from {first_day} until {last_day}
        have booked a trip to {country} from {first_day} to {last_day} and want it noted on {card}
        need a travel note on {card} for {country}: first day {first_day}, last day {last_day}
        want the bank to know that you use {card} in {country} from {first_day} to {last_day}
    """,
    noun="""
        the travel note
        that note
        the note
    """,
    propose="""
        <I can> add a travel note for {country} to {card}, from {first_day} to {last_day}
        <to confirm>: ^ a travel note on {card} for {country}, first day {first_day}, last day {last_day}
        <I can> note on {card} that you use it in {country} from {first_day} until {last_day}
        <possible>. ^ The note on {card} would be for {country} and run from {first_day} to {last_day}
        so {card} would carry a note for {country}, {first_day} to {last_day}, both days included
        <right>, ^ {country} from {first_day} to {last_day}, noted on {card}
        . OK, ^ I'd put {country} on {card} as a travel note, starting {first_day} and ending {last_day}
        = I would add a travel note for {country} to {card}, valid from {first_day} to {last_day}
        = the travel note on {card} would cover {country} from {first_day} up to and including {last_day}
    """,
    report="""
        I've [now |just |]added the travel note: {card} for {country}, {first_day} to {last_day}
        <done>, ^ I've noted that you use {card} in {country} from {first_day} to {last_day}
        the travel note has [now |]been added to {card}. It covers {country} from {first_day} until {last_day}
        I've [now |just |]put {country} on {card}, from {first_day} to {last_day}, so charges from there won't be stopped
        your travel note for {country} has [now |]been saved, {first_day} to {last_day}
        [all done|all settled|all sorted]. The note for {country} has [now |]been added, and {card} is fine to use there from {first_day} to {last_day}
        . that's sorted, ^ the travel note for {country} has [now |]been added, {first_day} to {last_day}
        = I have [now |]added a travel note for {country} to {card}, valid from {first_day} to {last_day}
        = the travel note for {country} has [now |]been added and is valid from {first_day} up to and including {last_day}
    """,
)
