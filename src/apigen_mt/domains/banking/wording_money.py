"""Sentences about moving money and paying payees."""

from apigen_mt.domains.banking.wording import wording

MOVE = wording(
    request="""
        I'd like to move [some|] money between my accounts
        [can|could] you move [some|] money from one of my accounts to another?
        I need to shift [some|a bit of] money around
        [can|could] I transfer [some|] money between my own accounts [here|with you|]?
        ~ move money between accounts
        ~ need to shift some money
        + [so |right, |]it's the middle of the month and I need to shuffle a bit of money around again
        = I would like to make a transfer between my own accounts
        I'd like to move {amount} [from one account to another|between my accounts]
        [can|could] you [move|transfer] {amount} to another account of mine?
        ~ move {amount} between accounts
        + I've worked it all out and I need to move {amount} across
        = I would like to transfer {amount} between my accounts
        I'd like to move [some|] money from {source} to {target}
        [can|could] you move money from {source} to {target}?
        ~ money from {source} to {target}
        = I wish to transfer funds from {source} to {target}
        I need to put {amount} [into|in] {target}
        [can|could] you top up {target} with {amount}?
        ~ {amount} into {target}
        + [I keep forgetting to do this, |]could you put {amount} into {target} for me?
        I'd like to take {amount} out of {source} and put it into another account
        ~ {amount} out of {source} to another account
        I'd like to move {amount} from {source} to {target}
        [can|could] you [please |]move {amount} from {source} to {target} [for me|]?
        please [move|transfer] {amount} from {source} to {target}
        {amount} should go from {source} to {target}[, please|]
        ~ move {amount} from {source} to {target} [pls|please|]
        ~ {amount}, {source} to {target}
        + I've got a bill coming up, so [could you|can you] shift {amount} from {source} to {target}?
        + it's payday soon but not soon enough, so could you move {amount} from {source} to {target}?
        = would you please transfer {amount} from {source} to {target}?
        = kindly move the sum of {amount} from {source} to {target}
    """,
    brief="""
        want to move {amount} from {source} to {target}
        want {amount} transferred from {source} to {target}
        need {amount} taken from {source} and put into {target}
        would like to shift {amount} from {source} to {target}
        ask for a transfer of {amount} from {source} to {target}
        want {target} topped up with {amount} from {source}
        have to get {amount} out of {source} and into {target}
        are rearranging your money and want {amount} to go from {source} to {target}
    """,
    noun="""
        the transfer
        moving the money
        that transfer
        the move
    """,
    propose="""
        I [would|can] move {amount} from {source} to {target}. That would leave {left} available on the first one
        [To confirm|Just to confirm]: {amount} goes from {source} to {target}, at once and free of charge
        That's possible: {amount} out of {source} and into {target}, with {left} left available on the first one
        I'd transfer {amount} from {source} to {target}; it arrives at once and costs nothing
        So I would take {amount} from {source} and put it into {target}, leaving {left} available
        [Right|All right], {amount} would go from {source} to {target}, and you'd have {left} still available to take out
        . OK, so that's {amount} from {source} to {target}, free and right away
        = I would transfer {amount} from {source} to {target}. The transfer is free and takes effect at once
        = A transfer of {amount} would be made from {source} to {target}, after which {left} would remain available
    """,
    report="""
        I've moved {amount} from {source} to {target}. You have {left} available on the first one now
        [Done|That's done]: {amount} moved to {target}, which leaves {left} available on {source}
        The {amount} has been moved to {target}, and {left} is still available where it came from
        I've transferred {amount}. There's {left} left to use on {source}
        The transfer of {amount} has gone through. {left} remains available on {source}
        All done, {amount} has been transferred to {target}; {left} is left available on {source}
        . That has gone through: {amount} is in {target} now, and you've got {left} left to use on {source}
        = I have transferred {amount} to {target}. {left} remains available on {source}
        = The transfer of {amount} has been made. The amount still available on {source} is {left}
    """,
)

PAY = wording(
    request="""
        I'd like to make a payment
        I need to pay somebody on my list
        [can|could] you send [some|] money to one of my payees?
        I have to pay a bill
        ~ make a payment
        ~ need to pay someone
        + I've been putting this off, but I really need to make a payment today
        = I would like to instruct a payment
        I need to pay {payee}
        I'd like to send [some|] money to {payee}
        [can|could] you make a payment to {payee} [for me|]?
        ~ pay {payee}
        ~ money to {payee}
        + I still owe something to {payee} and it's been on my mind, can you send it from here?
        = I wish to make a payment to {payee}
        I'd like to pay {amount} to {payee}
        [can|could] you send {amount} to {payee}?
        please pay {amount} to {payee}
        I owe {amount} to {payee} and would like to pay it
        ~ send {amount} to {payee}
        ~ {payee}, {amount}
        + I promised to send {amount} to {payee}, so here I am
        = please arrange a payment of {amount} to {payee}
        I'd like to pay {payee} from {account}
        ~ pay {payee} from {account}
        I'd like to pay {amount} to {payee} from {account}
        [can|could] you send {amount} from {account} to {payee}?
        {amount} to {payee} from {account}, please
        ~ {amount} to {payee} from {account}
        + could you send {amount} to {payee}? it can come out of {account}
        = I should like to pay {amount} to {payee} from {account}
        I'd like to send {amount} to {payee} from {account}, {speed}
        [can|could] you pay {amount} to {payee} out of {account}? {speed}[, please|]
        ~ pay {amount} to {payee} from {account} - {speed}
        = please pay {amount} to {payee} from {account}, namely {speed}
        I'd like to pay {amount} to {payee} out of {account}. my security word is {security_word}, and it should go {speed}
        ~ {amount} from {account} to {payee}, word {security_word}, {speed}
        = please pay {amount} to {payee} from {account}. The security word is {security_word}. As for the speed: {speed}
    """,
    brief="""
        give {security_word} as your security word and want to pay {amount} to {payee} from {account} at {speed} speed
        know the security word as {security_word} and want {amount} sent to {payee} out of {account} by {speed} payment
        say {security_word} when asked for the security word, and owe {amount} to {payee}, which you want paid from {account} by {speed} payment
        have {security_word} as your security word and need a payment of {amount} to {payee} from {account} at {speed} speed
        remember the security word as {security_word} and would like {payee} to get {amount} from {account} by {speed} payment
        want something that needs the security word, which you give as {security_word}: a payment of {amount} to {payee} from {account} at {speed} speed
        go by {security_word} as the security word and ask for {amount} to be paid to {payee} from {account} at {speed} speed
        use {security_word} as your security word and have to send {amount} to {payee} from {account} by {speed} payment
    """,
    noun="""
        the payment
        that payment
        sending it
        paying it
    """,
    propose="""
        I [would|can] pay {amount} to {payee} from {account}. The fee is {fee}, so {total} in all, and it arrives on {arrives}
        [To confirm|Just to confirm]: {amount} to {payee} from {account}, {speed}, with a fee of {fee}, arriving on {arrives}
        That would be {amount} to {payee} out of {account}. With the fee of {fee} it comes to {total}, and the money is there on {arrives}
        I'd send {amount} to {payee} by {speed} payment, from {account}. It costs {fee} and arrives on {arrives}
        So that's {amount} plus a fee of {fee}, {total} together, from {account} to {payee}, to arrive on {arrives}
        Your word checks out. The payment would be {amount} to {payee} from {account}, plus {fee} as the fee, with arrival on {arrives}
        . OK: {amount} from {account} to {payee}, {fee} fee on top, and it gets there on {arrives}
        = I would pay {amount} to {payee} from {account} by {speed} payment. The fee is {fee}; it would arrive on {arrives}
        = A payment of {amount} would be made from {account} to {payee} at {speed} speed, with a fee of {fee} and arrival on {arrives}
    """,
    report="""
        I've paid {amount} to {payee}. The fee was {fee}, it arrives on {arrives}, and {left} is left available on {account}
        [Done|That's done]: {amount} is on its way to {payee}, to arrive on {arrives}. With the fee of {fee} taken, {left} remains available
        The payment has been made. {payee} gets the {amount} on {arrives}; after the {fee} fee you have {left} available
        I've sent {amount} to {payee}, plus {fee} as the fee. It arrives on {arrives}, and {left} is still available on {account}
        That payment has gone through, for a fee of {fee}. It arrives on {arrives}, which leaves {left} available on {account}
        Your payment to {payee} has been sent and arrives on {arrives}. The fee came to {fee}; {left} is what's left available
        . All done. {amount} to {payee}, there on {arrives}, {fee} for the fee, and {left} left to use on {account}
        = I have paid {amount} to {payee}. The payment arrives on {arrives}. After the fee of {fee}, {left} remains available on {account}
        = The payment to {payee} has been made and will arrive on {arrives}. The fee was {fee}; the amount still available is {left}
    """,
)
