"""Sentences about moving money and paying payees."""

from apigen_mt.domains.banking.wording import wording

MOVE = wording(
    request="""
        .+ [I've got|I have|there's] [too much|money|some money] in one [account|of my accounts] and [want it|need it|it should be|I need some] in [the other|another]
        <I'd like to> move [some|] money between my accounts<tail>
        <can you> move [some|] money from one of my accounts to another?
        <I need to> shift [some|a bit of] money around<tail>
        <can I> transfer [some|] money between my own accounts [here|with you|]?
        ~ <t>move money between accounts<pls>
        ~ need to shift some money<pls>
        + [so |right, |]it's the middle of the month and I need to shuffle a bit of money around again
        = <I wish to> make a transfer between my own accounts
        <I'd like to> move {amount} [from one account to another|between my accounts]
        <can you> [move|transfer] {amount} to another account of mine?
        ~ <t>move {amount} between accounts<pls>
        + <so>I've worked it all out and I need to move {amount} across
        = <I wish to> transfer {amount} between my accounts
        <I'd like to> move [some|] money from {source} to {target}<tail>
        <can you> move money from {source} to {target}?
        ~ money from {source} to {target}<pls>
        = <I wish to> transfer funds from {source} to {target}
        <I need to> put {amount} [into|in] {target}<tail>
        <can you> top up {target} with {amount}?
        ~ {amount} into {target}<pls>
        + <so>[I keep forgetting to do this, |]could you put {amount} into {target} for me?
        <I'd like to> take {amount} out of {source} and put it into another account<tail>
        ~ {amount} out of {source} to another account<pls>
        <I'd like to> move {amount} from {source} to {target}<tail>
        <can you> move {amount} from {source} to {target} [for me|]?
        <please> [move|transfer] {amount} from {source} to {target}
        {amount} should go from {source} to {target}[, please|]
        ~ <t>move {amount} from {source} to {target}<pls>
        ~ {amount}, {source} to {target}<pls>
        + I've got a bill coming up, so [could you|can you] shift {amount} from {source} to {target}?
        + it's payday soon but not soon enough, so could you move {amount} from {source} to {target}?
        = <would you> transfer {amount} from {source} to {target}?
        = <kindly> move the sum of {amount} from {source} to {target}
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
        that transfer
        the move
    """,
    propose="""
        <I can> move {amount} from {source} to {target}. That would leave {left} available on the first one
        <to confirm>: ^ {amount} goes from {source} to {target}, at once and free of charge
        <possible>: ^ {amount} out of {source} and into {target}, with {left} left available on the first one
        <I can> transfer {amount} from {source} to {target}; it arrives at once and costs nothing
        so I would take {amount} from {source} and put it into {target}, leaving {left} available
        <right>, ^ {amount} would go from {source} to {target}, and you'd have {left} still available to take out
        . OK, ^ so that's {amount} from {source} to {target}, free and right away
        = I would transfer {amount} from {source} to {target}. The transfer is free and takes effect at once
        = a transfer of {amount} would be made from {source} to {target}, after which {left} would remain available
    """,
    report="""
        I've [now |just |]moved {amount} from {source} to {target}. You have {left} available on the first one now
        <done>: ^ {amount} moved to {target}, which leaves {left} available on {source}
        the {amount} has [now |]been moved to {target}, and {left} is still available where it came from
        I've [now |just |]transferred {amount}. There's {left} left to use on {source}
        the transfer of {amount} has gone through. {left} remains available on {source}
        [all done|all settled|all sorted], {amount} has [now |]been transferred to {target}; {left} is left available on {source}
        . that has gone through: ^ {amount} is in {target} now, and you've got {left} left to use on {source}
        = I have [now |]transferred {amount} to {target}. {left} remains available on {source}
        = the transfer of {amount} has [now |]been made. The amount still available on {source} is {left}
    """,
)

PAY = wording(
    request="""
        .+ [I owe|I owe someone|I promised someone|I have to send someone] [some money|a bit of money|money], [can you send it|please pay it|can we do that now|I want to pay it]
        <I'd like to> make a payment<tail>
        <I need to> pay somebody on my list<tail>
        <can you> send [some|] money to one of my payees?
        I have to pay a bill
        ~ <t>make a payment<pls>
        ~ need to pay someone<pls>
        + <so>I've been putting this off, but I really need to make a payment today
        = <I wish to> instruct a payment
        <I need to> pay {payee}<tail>
        <I'd like to> send [some|] money to {payee}<tail>
        <can you> make a payment to {payee} [for me|]?
        ~ <t>pay {payee}<pls>
        ~ money to {payee}<pls>
        + <so>I still owe something to {payee} and it's been on my mind, can you send it from here?
        = <I wish to> make a payment to {payee}
        <I'd like to> pay {amount} to {payee}<tail>
        <can you> send {amount} to {payee}?
        <please> pay {amount} to {payee}
        I owe {amount} to {payee} and would like to pay it
        ~ <t>send {amount} to {payee}<pls>
        ~ {payee}, {amount}<pls>
        + I promised to send {amount} to {payee}, so here I am
        = <kindly> arrange a payment of {amount} to {payee}
        <I'd like to> pay {payee} from {account}<tail>
        ~ <t>pay {payee} from {account}<pls>
        <I'd like to> pay {amount} to {payee} from {account}<tail>
        <can you> send {amount} from {account} to {payee}?
        {amount} to {payee} from {account}, please
        ~ {amount} to {payee} from {account}<pls>
        + <so>could you send {amount} to {payee}? it can come out of {account}
        = <I wish to> pay {amount} to {payee} from {account}
        <I'd like to> send {amount} to {payee} from {account}, {speed}
        <can you> pay {amount} to {payee} out of {account}? {speed}[, please|]
        ~ <t>pay {amount} to {payee} from {account}, {speed}
        = <kindly> pay {amount} to {payee} from {account}, namely {speed}
        <I'd like to> pay {amount} to {payee} out of {account}. my security word is {security_word}, and it should go {speed}
        ~ {amount} from {account} to {payee}, word {security_word}, {speed}
        = <kindly> pay {amount} to {payee} from {account}. The security word is {security_word}. As for the speed: {speed}
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
    """,
    propose="""
        <I can> pay {amount} to {payee} from {account}. The fee is {fee}, so {total} in all, and it arrives on {arrives}
        <to confirm>: ^ {amount} to {payee} from {account}, {speed}, with a fee of {fee}, arriving on {arrives}
        that would be {amount} to {payee} out of {account}. With the fee of {fee} it comes to {total}, and the money is there on {arrives}
        <I can> send {amount} to {payee} by {speed} payment, from {account}. It costs {fee} and arrives on {arrives}
        so that's {amount} plus a fee of {fee}, {total} together, from {account} to {payee}, to arrive on {arrives}
        your word checks out. The payment would be {amount} to {payee} from {account}, plus {fee} as the fee, with arrival on {arrives}
        . OK: ^ {amount} from {account} to {payee}, {fee} fee on top, and it gets there on {arrives}
        = I would pay {amount} to {payee} from {account} by {speed} payment. The fee is {fee}; it would arrive on {arrives}
        = a payment of {amount} would be made from {account} to {payee} at {speed} speed, with a fee of {fee} and arrival on {arrives}
    """,
    report="""
        I've [now |just |]paid {amount} to {payee}. The fee was {fee}, it arrives on {arrives}, and {left} is left available on {account}
        <done>: ^ {amount} is on its way to {payee}, to arrive on {arrives}. With the fee of {fee} taken, {left} remains available
        the payment has [now |]been made. {payee} gets the {amount} on {arrives}; after the {fee} fee you have {left} available
        I've [now |just |]sent {amount} to {payee}, plus {fee} as the fee. It arrives on {arrives}, and {left} is still available on {account}
        that payment has gone through, ^ for a fee of {fee}. It arrives on {arrives}, which leaves {left} available on {account}
        your payment to {payee} has [now |]been sent and arrives on {arrives}. The fee came to {fee}; {left} is what's left available
        . [all done|all settled|all sorted]. {amount} to {payee}, there on {arrives}, {fee} for the fee, and {left} left to use on {account}
        = I have [now |]paid {amount} to {payee}. The payment arrives on {arrives}. After the fee of {fee}, {left} remains available on {account}
        = the payment to {payee} has [now |]been made and will arrive on {arrives}. The fee was {fee}; the amount still available is {left}
    """,
)
