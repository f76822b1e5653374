"""Sentences about cards."""

from apigen_mt.domains.banking.wording import wording

BLOCK = wording(
    request="""
        I need to block [a|one of my] [card|cards]
        [can|could] you block a card of mine?
        I'd like a card blocked[, please|]
        one of my cards has to be blocked
        ~ block [a|my] card
        ~ card needs blocking
        + [oh dear, |right, |]I need a card blocked and I'd rather it was sooner than later
        = I would like to have a card blocked
        I need to block {card}
        please block {card} [straight away|right away|]
        [can|could] you block {card} [for me|]?
        {card} needs to be blocked
        ~ block {card} [now|pls|asap|]
        ~ {card}, block it
        + [I'm in a bit of a state, |]could you block {card} [before anything happens|while I'm here]?
        = I request that {card} be blocked
        I need a card blocked because of {cause}
        ~ block a card, {cause}
        = I need to have a card blocked, the reason being {cause}
        I'd like to block {card} because of {cause}
        [can|could] you block {card}? [the reason is|it's down to] {cause}
        please block {card}, [the reason is|it's because of] {cause}
        ~ block {card}, {cause}
        ~ {card} - {cause}, please block
        + I'm [a bit|rather] worried about {card}, could you block it? it's {cause}
        + can you block {card}? it's because of {cause}
        = kindly block {card}. The reason is {cause}
        = please have {card} blocked on account of {cause}
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
        blocking the card
        blocking it
        that
    """,
    propose="""
        I [would|can] block {card}. That's for good, so you'd need a new one afterwards
        [To confirm|Just to confirm]: I block {card} because of {cause}, and it can't be unblocked later
        I can do that straight away: {card} would be blocked for good
        So I'd block {card} now. Once blocked, it's never used again
        [Right|All right], {card} would be blocked with {cause} as the reason, and that's permanent
        That's possible. I'd block {card}, which is for good; a replacement can be ordered after that
        . I'd put a block on {card} right now, and it stays blocked
        = I would block {card}. Please note that this is permanent
        = The block would be placed on {card} at once; it cannot be used after that
    """,
    report="""
        I've blocked {card}. Nobody can use it any more
        [Done|That's done], I've blocked {card}
        Your card has been blocked. Nothing can be charged to {card} any more
        I've put the block on {card}, so it's out of use now
        The block is in place and {card} is out of use for good. It's been recorded as {cause}
        All done, I've blocked {card}, and it stays that way
        . That's sorted, I've blocked {card}
        = I have blocked {card}. It can no longer be used
        = The card has been blocked: {card} is out of use from now on
    """,
)

REPLACE = wording(
    request="""
        I need a new card
        [can|could] you send me a new card?
        I'd like to order a replacement card
        how do I get a new card? could you order one [for me|]?
        ~ new card [please|pls|]
        ~ need a replacement card
        + [so |right, |]it's that time again, I need a new card
        = I would like to order a replacement card
        I need a replacement for {card}
        [can|could] you send me a new card in place of {card}?
        I'd like {card} replaced
        please order a new one for {card}
        ~ replace {card}
        ~ new card for {card} [pls|please|]
        + I'm afraid {card} has had it, could you get me another one?
        = I request a replacement for {card}
        I need a new card because of {cause}
        ~ new card, {cause}
        = I require a new card, the reason being {cause}
        I need {card} replaced because of {cause}
        [can|could] you replace {card}? [the reason is|it's because of] {cause}
        I'd like a new card for {card}, [the reason is|the reason being] {cause}
        ~ replace {card}, {cause}
        ~ {card} - {cause} - need a new one
        + could I get a new card for {card}? it's because of {cause}
        + I'd like {card} replaced if that's all right, and the reason is {cause}
        = please replace {card}. The reason is {cause}
        = kindly order a replacement for {card} on account of {cause}
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
        replacing it
        ordering the new card
    """,
    propose="""
        I [would|can] order a new card in place of {card}. It costs {fee}, taken from your account ending in {digits}, and arrives on {arrives}
        [To confirm|Just to confirm]: a replacement for {card}, for {fee} from your account ending in {digits}, to reach you on {arrives}
        I'd replace {card}. The fee is {fee}, it comes from your account ending in {digits}, and the new card is with you on {arrives}
        That's possible: a new card for {card}, sent to your home address and there on {arrives}, for {fee} from your account ending in {digits}
        So that would be a replacement for {card}. The {fee} fee goes off your account ending in {digits}, and it arrives on {arrives}
        A new card in place of {card} costs {fee}, which I'd take from your account ending in {digits}; it arrives on {arrives}
        . OK, a new one for {card}: {fee} from your account ending in {digits}, and it's there on {arrives}
        = I would order a replacement for {card}. The fee of {fee} is taken from your account ending in {digits}, and the card arrives on {arrives}
        = A replacement for {card} would be sent to the address on record, arriving on {arrives}. The fee is {fee}, from your account ending in {digits}
    """,
    report="""
        I've ordered the new card. It arrives on {arrives}, and {fee} has been taken from your account ending in {digits}
        [Done|That's done]: a replacement for {card} is ordered, arriving on {arrives}, for a fee of {fee}
        Your new card has been ordered and reaches you on {arrives}. The fee was {fee}
        I've ordered a replacement for {card} for {fee}. Expect it on {arrives}
        The replacement has been ordered for {fee}; it's sent to your home address and arrives on {arrives}
        All done. You get the new card on {arrives}, and the {fee} fee has gone off your account ending in {digits}
        . That's sorted: new card ordered, {fee} charged, and it's with you on {arrives}
        = I have ordered a replacement for {card}. The fee of {fee} has been charged, and the card arrives on {arrives}
        = The new card has been ordered and will arrive on {arrives}. A fee of {fee} was taken from your account ending in {digits}
    """,
)

LIMIT = wording(
    request="""
        I'd like to change the limit on a credit card
        [can|could] you change my credit limit?
        I'd like [another|a different] credit limit
        ~ change credit limit
        ~ different card limit [please|pls|]
        + I've been meaning to ask about my credit limit, I'd like it changed
        = I would like to have a credit limit adjusted
        I'd like to change the limit on {card}
        [can|could] you change the limit [on|of] {card}?
        ~ limit on {card}
        + the limit on {card} doesn't really suit me any more
        = I wish to have the limit of {card} adjusted
        I'd like a credit limit of {limit}
        [can|could] you set my credit limit to {limit}?
        ~ credit limit {limit}
        = I request a credit limit of {limit}
        I'd like the limit on {card} [to be|set to] {limit}
        [can|could] you set the limit [on|of] {card} to {limit}?
        please change the limit on {card} to {limit}
        a limit of {limit} on {card} would suit me better
        ~ {card}, limit {limit}
        ~ limit on {card} to {limit} [pls|]
        + I've done my sums and {limit} would be the right limit for {card}, can you set that?
        = would you please set the limit of {card} to {limit}?
        = I request that the limit of {card} be set to {limit}
        please set {card} to a limit of {limit}. my security word is {security_word}
        ~ {card} limit to {limit}, word {security_word}
        = kindly set the limit of {card} to {limit}. My security word is {security_word}
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
        changing the limit
        that limit
        the change
    """,
    propose="""
        I [would|can] set the limit of {card} to {limit}. It's {old} at the moment
        [To confirm|Just to confirm]: the limit of {card} goes from {old} to {limit}
        That's possible. The limit on {card} would change from {old} to {limit}, from today on
        So I'd change {card} from {old} to a limit of {limit}, which leaves {room} to spend
        [Right|All right], {limit} instead of {old} as the limit on {card}
        Everything fits. I'd put the limit of {card} at {limit} in place of {old}, as of today
        . OK, {card} would get a limit of {limit} in place of {old}
        = I would change the limit of {card} from {old} to {limit} with effect from today
        = The limit of {card} would be set to {limit}, leaving {room} to spend
    """,
    report="""
        I've set the limit of {card} to {limit}. That leaves {room} to spend
        [Done|That's done]: {card} has a limit of {limit} now, with {room} of it free. It's been changed as of today
        The limit has been changed to {limit}, so you have {room} to spend on {card}
        I've changed it. {limit} is the limit on {card} now, and {room} of that is unused
        Your new limit of {limit} has been set; you can spend {room} on {card}
        All done, the limit has been set to {limit}, of which {room} is free
        . That's sorted: I've changed the limit to {limit}, and there's {room} left to spend
        = I have set the limit of {card} to {limit}. The amount left to spend is {room}
        = The limit of {card} has been changed to {limit}; {room} remains available on it
    """,
)

TRAVEL = wording(
    request="""
        I'm going abroad and would like to use my card there
        [can|could] you put a travel note on a card?
        I'd like to tell you that I'll be travelling
        ~ travel note [please|pls|]
        ~ going abroad, card should work
        + I'm off on holiday soon and I'd hate to stand there with a card that doesn't work
        = I would like to have a travel note added
        I'm [going|travelling] to {country} and would like to use my card there
        [can|could] you add a travel note for {country}?
        ~ travel note for {country}
        ~ off to {country}, need my card
        + we've booked [a trip to|two weeks or so in] {country} and last time my card got stopped
        = I shall be travelling to {country} and require a travel note
        I'd like a travel note for {country} on {card}
        [can|could] you make a note that I'll use {card} in {country}?
        ~ {card} in {country}
        = please note that I shall be using {card} in {country}
        I'll be in {country} from {first_day} to {last_day}[, can you make a note of that|]
        ~ {country} {first_day} to {last_day}
        I'll be using {card} in {country} from {first_day} to {last_day}
        [can|could] you put a travel note for {country} on {card}, from {first_day} to {last_day}?
        please add a note to {card}: {country}, {first_day} to {last_day}
        ~ travel note {card}, {country}, {first_day} to {last_day}
        ~ {country} from {first_day} until {last_day} with {card}
        + we're finally going to {country}, from {first_day} to {last_day}, and I want {card} to work there
        = I shall be in {country} from {first_day} to {last_day} and intend to use {card} there
        = kindly add a travel note to {card} for {country}, from {first_day} to {last_day}
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
        adding the note
        the note
    """,
    propose="""
        I [would|can] add a travel note for {country} to {card}, from {first_day} to {last_day}
        [To confirm|Just to confirm]: a travel note on {card} for {country}, first day {first_day}, last day {last_day}
        I'd note on {card} that you use it in {country} from {first_day} until {last_day}
        That's possible. The note on {card} would be for {country} and run from {first_day} to {last_day}
        So {card} would carry a note for {country}, {first_day} to {last_day}, both days included
        [Right|All right], {country} from {first_day} to {last_day}, noted on {card}
        . OK, I'd put {country} on {card} as a travel note, starting {first_day} and ending {last_day}
        = I would add a travel note for {country} to {card}, valid from {first_day} to {last_day}
        = The travel note on {card} would cover {country} from {first_day} up to and including {last_day}
    """,
    report="""
        I've added the travel note: {card} for {country}, {first_day} to {last_day}
        [Done|That's done], I've noted that you use {card} in {country} from {first_day} to {last_day}
        The travel note has been added to {card}. It covers {country} from {first_day} until {last_day}
        I've put {country} on {card}, from {first_day} to {last_day}, so charges from there won't be stopped
        Your travel note for {country} has been saved, {first_day} to {last_day}
        All done. The note for {country} has been added, and {card} is fine to use there from {first_day} to {last_day}
        . That's sorted, the travel note for {country} has been added, {first_day} to {last_day}
        = I have added a travel note for {country} to {card}, valid from {first_day} to {last_day}
        = The travel note for {country} has been added and is valid from {first_day} up to and including {last_day}
    """,
)
