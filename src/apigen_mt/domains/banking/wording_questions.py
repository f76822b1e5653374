"""What members ask, and the answers."""

from apigen_mt.domains.banking.wording import wording

BALANCE = wording(
    request="""
        .+ [how am I doing|am I broke|how rich am I|how do I stand] on [one of my accounts|an account|my account]? [what's on it|just the balance|what's the balance|the balance please]
        <q>what's [my|the] balance [on one of my accounts|]?
        <can you> tell me a balance?
        I'd like to know how much is on one of my accounts
        <q>how much money have I got?
        ~ balance?
        ~ <t>check balance<pls>
        + before I go shopping I'd better check a balance, can you do that?
        = I [would|should] like to know the balance of an account
        <q>what's the balance of {account}?
        <q>how much is [there |]on {account}?
        <can you> tell me the balance of {account} and what I can spend?
        <q>how much can I spend from {account}?
        I'd like to know what's available on {account}
        <q>what's left on {account} [at the moment|right now|]?
        ~ balance {account}<pls>
        ~ {account}, how much?
        ~ what's on {account}<pls>
        + <so>I've lost track a bit, how much have I got on {account}?
        + rent's gone out and I'm almost scared to ask, but what's left on {account}?
        = what is the present balance of {account}?
        = <let me know> the balance and the available amount of {account}
    """,
    brief="""
        want to know the balance of {account} and what is available on it
        ask what the balance of {account} is and how much you can spend
        want to be told how much is on {account} and how much of it is available
        have lost track of {account} and ask for its balance and the available amount
        need to know the balance of {account}, overdraft included in what you can spend
        wonder how much there is on {account} and what you may spend
        ask how {account} stands and what is available
        would like to know what is left on {account}, in balance and to spend
    """,
    noun="""
        the balance
        that
        the figures
    """,
    report="""
        <see>^ the balance of {account} is {stands}, and {available} is available to you
        <see>^ it's {stands} on {account}. What you can spend is {available}
        <see>^ you have a balance of {stands} there, with {available} available
        <see>^ the balance on {account} stands at {stands}; {available} is available, any overdraft included
        <see>^ at the moment it's {stands}, and you can use {available} from {account}
        there you are: ^ balance {stands}, available {available}
        . <see>^ so {account} is at {stands}, and you've got {available} to spend
        = <found>^ the present balance of {account} is {stands}. The amount available is {available}
        = <found>^ {stands} is the balance of {account}, of which, with any overdraft, {available} can be used
    """,
)

DAILY_LIMIT = wording(
    request="""
        <q>how much can I still send today?
        <can you> tell me what's left of my daily limit?
        I'd like to know how much of my daily limit is left
        ~ daily limit left?
        ~ how much can I still send today<pls>
        + <so>I've sent a few things today and don't want to hit my limit, how much is left?
        = I [would|should] like to know what remains of my daily limit
        <q>how much can I still send from {account} today?
        <q>what's left of the daily limit on {account}?
        <can you> check how much of the daily limit is left on {account}?
        <q>how much more can go out of {account} today?
        <q>have I got anything left of today's limit on {account}?
        ~ daily limit left on {account}?
        ~ {account}, what's left of the limit today<pls>
        + <so>I need to send something big from {account}, how much of today's limit have I got left?
        + <so>I may have overdone it today, what's still left of the limit on {account}?
        = how much of the daily limit of {account} remains today?
        = <let me know> the remaining daily limit of {account}
    """,
    brief="""
        want to know how much of the daily limit of {account} is left today
        ask how much you can still send from {account} today
        want to be told what is left of the daily limit on {account}
        plan a larger payment and ask what remains of the daily limit of {account}
        need to know how much more can go out of {account} today
        wonder what is left of today's limit on {account}
        would like to know the rest of the daily limit of {account}
        ask about the daily limit on {account} and how much of it is still free today
    """,
    noun="""
        the limit
        the daily limit
        that
    """,
    report="""
        <see>^ you can still send {left} from {account} today. The daily limit is {limit}
        <see>^ {left} of the daily limit of {limit} is left on {account} today
        <see>^ there's {left} left today, out of {limit}
        <see>^ today's limit on {account} is {limit}, and {left} of that is still free
        <see>^ of the {limit} a day you have {left} left for today
        <see>^ it's {left} for the rest of today, with a daily limit of {limit} on {account}
        . <see>^ you've got {left} left to send today, the limit being {limit}
        = <found>^ {left} of the daily limit of {limit} remains on {account} for today
        = <found>^ the daily limit of {account} is {limit}; the amount left for today is {left}
    """,
)

CARD_ROOM = wording(
    request="""
        .+ [before I go shopping|I'm in a shop|before I buy this], [how much is left on my card|what's left on a card|what can I still put on a card|how far does my card go]?
        <q>how much can I still spend on my credit card?
        <q>what's left of my credit limit?
        <can you> tell me how much room there is on a credit card?
        ~ credit card, how much left?
        ~ what's left of my credit limit<pls>
        + <so>I'd like to book something and need to know what my credit card still takes
        = I [would|should] like to know the remaining limit of a credit card
        <q>how much can I still spend on {card}?
        <q>what's left of the limit on {card}?
        <can you> check how much room there is on {card}?
        <q>how far am I from the limit on {card}?
        <q>is there much left on {card}? how much exactly?
        ~ {card}, how much left?
        ~ limit left on {card}?
        + I'm about to book a holiday, so how much will {card} still take?
        + <so>I've rather lost sight of it, what's left on {card}?
        = what amount remains of the limit on {card}?
        = <let me know> how much can still be spent on {card}
    """,
    brief="""
        want to know how much you can still spend on {card}
        ask what is left of the limit on {card}
        want to be told how much room there is on {card}
        plan to book something and ask how much {card} still takes
        need to know how far you are from the limit on {card}
        wonder how much is left to spend on {card}
        would like to know the remaining limit of {card}
        have lost track and ask what is left on {card}
    """,
    noun="""
        the limit
        the figure
        that
    """,
    report="""
        <see>^ you can still spend {room} on {card}. {owed} of the {limit} limit is used
        <see>^ there's {room} left on {card}, out of a limit of {limit}
        <see>^ {room} is left: the limit is {limit}, and {owed} is owed at the moment
        <see>^ the limit on {card} is {limit}, you owe {owed}, and that leaves {room}
        <see>^ with {owed} owed on a limit of {limit}, you have {room} to spend on {card}
        <see>^ it's {room} for now on {card}, with a limit of {limit}
        . <see>^ you've got {room} left on {card}, the limit being {limit}
        = <found>^ {room} of the limit of {limit} remains on {card}
        = <found>^ the amount still available on {card} is {room}; {owed} is currently owed
    """,
)

SPENT_ON = wording(
    request="""
        I'd like to know how much I've spent on something
        <can you> add up some of my spending?
        I'm doing my household books and need a figure for my cards
        ~ how much did I spend<pls>
        + <so>I'm trying to keep a budget, and I need a figure from you
        = <I wish to> have some of my spending added up
        <q>how much did I spend on {category}?
        <can you> tell me what I've spent on {category}?
        ~ spending on {category}?
        = what did I spend on {category}?
        <q>how much did I spend {month} on {category}?
        <q>what did I spend {month} on {category}?
        <can you> add up what I spent {month} on {category}?
        I'd like to know how much went {month} on {category}
        <q>what did my cards pay {month} for {category}?
        ~ spent {month} on {category}?
        ~ total {month}, {category}
        + I'm doing my budget, so how much did I spend {month} on {category}?
        + <so>I have a bad feeling about this, but how much went {month} on {category}?
        = what was my total spending {month} on {category}?
        = <let me know> the total that I spent {month} on {category}
    """,
    brief="""
        want to know how much you spent on {category} {month}, over all your cards
        ask what you spent on {category} {month}, all cards together
        want your spending on {category} {month} added up over all cards
        keep a budget and ask for the total spent on {category} {month} with all your cards
        need the sum of what went on {category} {month}, on whichever card
        wonder how much your cards paid for {category} {month}
        would like the total for {category} {month} from all your cards
        ask for what {category} cost you {month}, all cards taken together
    """,
    noun="""
        the total
        that
        the sum
    """,
    report="""
        <see>^ you spent {total} on {category} {month}
        <see>^ on {category} you spent {total} {month}, all your cards together
        <see>^ it comes to {total} for {category} {month}
        <see>^ all cards together, that's {total} on {category} {month}
        I've added it up: ^ {total} on {category} {month}
        <see>^ your charges for {category} {month} add up to {total}
        . <see>^ that's {total} on {category} {month}, over all your cards
        = <found>^ your spending on {category} {month} amounts to {total}
        = <found>^ the total for {category} {month} is {total}, all cards included
    """,
)

SPENT_AT = wording(
    request="""
        .+ [I go there too often|I'm doing my budget|I'd rather not know but], [how much did I leave|what did I spend|how much went] in [a shop|one shop|one place]?
        I'd like to know how much I've left in one shop
        <can you> add up what I've spent somewhere?
        <I need> a total for one of the places I buy from<tail>
        ~ total for one shop<pls>
        + my partner says I practically live in one shop, so I need a figure
        = <I wish to> have my spending with one firm added up
        <q>how much did I spend at {merchant}?
        <can you> tell me what I've paid {merchant}?
        ~ spent at {merchant}?
        = what did I spend at {merchant}?
        <q>how much did I spend {month} at {merchant}?
        <q>what did I pay {merchant} {month}?
        <can you> add up what I spent {month} at {merchant}?
        I'd like to know how much {merchant} got from me {month}
        <q>what did I spend {month} with {merchant}, all in all?
        ~ {merchant} {month}, total?
        ~ how much {month} at {merchant}<pls>
        + we've got a bet on at home, so how much did I spend {month} at {merchant}?
        + <so>I may have gone a bit overboard, what did I spend {month} at {merchant}?
        = what was my total spending {month} at {merchant}?
        = <let me know> how much I spent {month} at {merchant}
    """,
    brief="""
        want to know how much you spent at {merchant} {month}, over all your cards
        ask what you paid {merchant} {month}, all cards together
        want your spending at {merchant} {month} added up over all cards
        ask for the total spent at {merchant} {month} with all your cards
        need the sum of what {merchant} got from you {month}, on whichever card
        have a bet about how much you spent at {merchant} {month} and ask for the total over all cards
        would like the total for {merchant} {month} from all your cards
        wonder what {merchant} cost you {month}, all cards taken together
    """,
    noun="""
        the total
        that
        the sum
    """,
    report="""
        <see>^ you spent {total} at {merchant} {month}
        <see>^ at {merchant} it was {total} {month}, all your cards together
        <see>^ it comes to {total} for {merchant} {month}
        <see>^ all cards together, that's {total} at {merchant} {month}
        I've added it up: ^ {total} at {merchant} {month}
        <see>^ your charges from {merchant} {month} add up to {total}
        . <see>^ that's {total} at {merchant} {month}, over all your cards
        = <found>^ your spending at {merchant} {month} amounts to {total}
        = <found>^ the total for {merchant} {month} is {total}, all cards included
    """,
)

NEXT_RUN = wording(
    request="""
        <q>when does a standing order of mine run next?
        I'd like to know when one of my standing orders goes out
        <can you> check the next run of a standing order?
        ~ next standing order date?
        ~ when does my standing order run<pls>
        + I want to be sure there's enough in the account, so when does a standing order of mine go out?
        = I [would|should] like to know when a standing order runs next
        <q>when does {standing_order} run next?
        <q>when [is {standing_order} going|will {standing_order} go] out next?
        <can you> tell me the next date for {standing_order}, and the amount?
        <q>what's the next run of {standing_order}?
        <q>on which day does {standing_order} leave next?
        ~ next run of {standing_order}?
        ~ {standing_order}, when next?
        + <so>I always forget, when does {standing_order} go out next, and how much is it?
        + I'm a bit tight this month, so when does {standing_order} leave?
        = when will {standing_order} next be carried out?
        = <let me know> the next date of {standing_order}
    """,
    brief="""
        want to know when {standing_order} runs next, and for how much
        ask for the next date of {standing_order} and its amount
        want to be told when {standing_order} goes out next and how much it is
        want enough money in the account and ask when {standing_order} leaves next, and how much that is
        need to know the next run of {standing_order} and its amount
        wonder on which day {standing_order} goes out next, and for how much
        would like to know the next date and the amount of {standing_order}
        always forget when {standing_order} runs and ask for the next date and the amount
    """,
    noun="""
        the date
        that
        the next run
    """,
    report="""
        <see>^ it runs next on {run}, for {amount}
        <see>^ the next run is on {run}, and the amount is {amount}
        <see>^ on {run} the next {amount} goes out with {standing_order}
        <see>^ {amount} leaves on {run}, that's the next run
        <see>^ the next date for {standing_order} is {run}, with {amount}
        <see>^ you'll see {amount} go out on {run}
        . <see>^ that one goes out next on {run}, {amount} as usual
        = <found>^ the next run takes place on {run} and amounts to {amount}
        = <found>^ {amount} will be paid on {run}, which is the next run of {standing_order}
    """,
)

MONTHLY_ORDERS = wording(
    request="""
        <q>how much do my standing orders come to?
        I'd like to know what leaves by standing order every month
        <can you> add up my standing orders?
        ~ total of my standing orders?
        ~ standing orders, how much a month<pls>
        + <so>I'm going over my budget and need to know what my standing orders add up to
        = I [would|should] like to know the monthly total of my standing orders
        <q>how much leaves {account} by standing order every month?
        <q>what do the standing orders from {account} add up to?
        <can you> add up the standing orders on {account}?
        <q>how many standing orders are there on {account}, and what do they come to?
        <q>how much do I pay by standing order from {account}?
        ~ standing orders on {account}, total?
        ~ {account}, what goes out by standing order<pls>
        + I'm sorting out my budget, so what do the standing orders on {account} come to a month?
        + something always seems to leave {account}, how much is it by standing order?
        = what is the monthly total of the standing orders on {account}?
        = <let me know> how many standing orders leave {account} and what they amount to
    """,
    brief="""
        want to know how many standing orders leave {account} and what they come to a month
        ask for the number and the monthly total of the standing orders on {account}
        want the standing orders on {account} counted and added up
        are going over your budget and ask how many standing orders {account} has and what they total
        need the number and the sum of the standing orders from {account}
        wonder how many standing orders run from {account} and how much leaves by them every month
        would like the standing orders on {account} added up, and their number
        ask what leaves {account} by standing order every month, and in how many of them
    """,
    noun="""
        the total
        that
        the sum
    """,
    report="""
        <see>^ number of standing orders from {account}: {count}. Together that's {total} a month
        <see>^ I count {count} on {account}, which makes {total} a month
        <see>^ that's {total} a month from {account}; the number of standing orders is {count}
        <see>^ standing orders from {account}: {count}, for {total} a month in all
        <see>^ {total} leaves {account} every month by standing order, and I count {count}
        <see>^ it adds up to {total} a month. The number of orders on {account} is {count}
        . <see>^ all in all {total} a month, number of standing orders {count}
        = <found>^ the number of standing orders from {account} is {count}; the monthly total is {total}
        = <found>^ {total} a month is paid by standing order from {account}. The number of orders is {count}
    """,
)

CLOSING = wording(
    request="""
        <q>what would it cost to close a fixed deposit early?
        I'd like to know the penalty for closing a fixed deposit
        <can you> tell me what I'd get if I closed a fixed deposit now?
        ~ penalty for closing deposit?
        ~ fixed deposit, what if I close it<pls>
        + just thinking aloud, what would I lose if I broke a fixed deposit?
        = I [would|should] like to know the cost of closing a fixed deposit early
        <q>what would it cost to close {deposit} [now|early|]?
        <q>how much is the penalty for closing {deposit}?
        <can you> work out what I'd get if I closed {deposit} today?
        <q>what would I get back from {deposit} right now?
        <q>how much would I lose by closing {deposit}?
        ~ penalty for {deposit}?
        ~ {deposit}, what if I close it now<pls>
        + <so>I'm not doing it yet, but what would it cost me to close {deposit}?
        + I might need the money, so what would be left of {deposit} if I closed it today?
        = what penalty would apply if I closed {deposit} today?
        = <let me know> the penalty and the payout for closing {deposit} today
    """,
    brief="""
        want to know the penalty for closing {deposit} today and what you would get, without closing it
        ask what it would cost to close {deposit} now and how much would be paid out; you only want the figures
        want to be told the penalty and the payout if {deposit} were closed today, nothing more
        are only thinking about it and ask what closing {deposit} would cost and give
        need the figures for {deposit}: the penalty for closing it today and the payout
        wonder how much you would lose by closing {deposit} and how much you would get
        would like to know the penalty and the payout for {deposit}, just to have an idea
        ask how much of {deposit} would be left today and how high the penalty is
    """,
    noun="""
        the figures
        the penalty
        that
    """,
    report="""
        <see>^ closing it today would mean a penalty of {penalty}, and you'd get {payout}
        <see>^ the penalty would be {penalty}, which leaves a payout of {payout}
        <see>^ there's {interest} of interest so far. Less the penalty of {penalty}, {payout} would be paid out
        <see>^ you'd lose {days} days' interest, that's {penalty}, and get {payout}
        <see>^ as of today it's {penalty} for the penalty and {payout} for you
        <see>^ the payout for {deposit} would be {payout} today, after a penalty of {penalty}
        . <see>^ that'd cost you {penalty} and give you {payout} as of today
        = <found>^ the penalty would amount to {penalty}, and {payout} would be paid out
        = <found>^ as of today, the payout would be {payout} after a penalty of {penalty}
    """,
)

LARGEST_PAYMENT = wording(
    request="""
        .+ [who got|who has had|where went|who took] the [most|biggest payment|largest payment] [from me|out of my money|I ever made], and [how much was it|what was the sum|when was it]?
        <q>who did I send the largest payment to lately?
        <q>which of my payees got the [largest|biggest] payment?
        <can you> tell me what my largest payment was, and to whom?
        I'd like to know which payee got the most in one go
        <q>what's the biggest single payment I've made to a payee lately?
        <q>to whom did my biggest payment go?
        <can you> look up my [largest|biggest] payment to a payee?
        ~ biggest payment, who got it?
        ~ largest payment and payee?
        ~ who got my biggest payment<pls>
        + <so>I'm doing my sums and there was one big payment, who was that to again?
        + <so>we're puzzling over this at home, which payee got the largest payment from us lately?
        = which payee received my largest payment?
        = <let me know> to whom my largest recent payment was made, and for how much
    """,
    brief="""
        want to know which payee got your largest payment and how much it was
        ask who received your biggest single payment, and the amount
        want to be told the payee and the amount of your largest payment
        are doing your sums and ask which payee got the largest payment, and how much
        need to know to whom your biggest payment went and for how much
        wonder which payee received the most in one go, and how much that was
        would like the name and the amount of your largest payment to a payee
        ask about your largest payment: who got it, and how much
    """,
    noun="""
        the payment
        that
        the name
    """,
    report="""
        <see>^ your largest payment was {amount}, to {payee}, on {date}
        <see>^ that was {payee}, with {amount} on {date}
        <see>^ {payee} got the largest one: {amount} on {date}
        <see>^ the biggest payment went to {payee}. It was {amount}
        <see>^ it's the {amount} you sent to {payee} on {date}
        <see>^ on {date} you paid {payee} {amount}, and that's the largest one
        . <see>^ the biggest one is {amount} to {payee}, from {date}
        = <found>^ your largest payment, made on {date}, went to {payee} and amounted to {amount}
        = <found>^ {payee} received the largest payment, namely {amount} on {date}
    """,
)

SAVED = wording(
    request="""
        .+ [my savings|all my savings accounts|the savings accounts] [together|taken together|in one sum]: [what's in there|how much is it|what do they come to|what have I got]?
        <q>how much have I got in savings [altogether|in total|]?
        <q>what do my savings come to?
        <can you> add up my savings accounts?
        I'd like to know how much I've saved [so far|in all|]
        <q>what's the total in my savings accounts?
        <q>how much is there in my savings accounts, all together?
        <can you> tell me my total savings?
        ~ total savings?
        ~ how much saved?
        ~ savings, all together<pls>
        + we're dreaming of a new kitchen, so how much have I got in savings altogether?
        + <so>it's raining and I'm counting my pennies, what do my savings accounts come to?
        = what is the total balance of my savings accounts?
        = <let me know> what my savings accounts amount to in total
    """,
    brief="""
        want to know how much there is in your savings accounts altogether
        ask what your savings accounts add up to
        want your savings accounts added up
        are planning something big and ask how much you have in savings accounts altogether
        need the total of your savings accounts
        wonder what your savings accounts come to
        would like to be told the total balance of your savings accounts
        ask how much you have saved, over all your savings accounts
    """,
    noun="""
        the total
        that
        the sum
    """,
    report="""
        <see>^ you have {total} in savings altogether
        <see>^ your savings come to {total}
        <see>^ it's {total} in all, in your savings accounts
        <see>^ the savings accounts add up to {total}
        <see>^ all together there's {total} in savings
        <see>^ there's a total of {total} in your savings accounts
        . <see>^ that makes {total} in savings
        = <found>^ the total balance of your savings accounts is {total}
        = <found>^ your savings accounts amount to {total}
    """,
)
