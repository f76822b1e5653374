"""What members ask, and the answers."""

from apigen_mt.domains.banking.wording import wording

BALANCE = wording(
    request="""
        what's [my|the] balance [on one of my accounts|]?
        [can|could] you tell me a balance?
        I'd like to know how much is on one of my accounts
        how much money have I got?
        ~ balance?
        ~ check balance [pls|please|]
        + before I go shopping I'd better check a balance, can you do that?
        = I would like to know the balance of an account
        what's the balance of {account}?
        how much is [there |]on {account}?
        [can|could] you tell me the balance of {account} and what I can spend?
        how much can I spend from {account}?
        I'd like to know what's available on {account}
        what's left on {account} [at the moment|right now|]?
        ~ balance {account}
        ~ {account}, how much?
        ~ what's on {account}
        + I've lost track a bit, how much have I got on {account}?
        + rent's gone out and I'm almost scared to ask, but what's left on {account}?
        = what is the present balance of {account}?
        = please tell me the balance and the available amount of {account}
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
        The balance of {account} is {stands}, and {available} is available to you
        It's {stands} on {account}. What you can spend is {available}
        You have a balance of {stands} there, with {available} available
        The balance on {account} stands at {stands}; {available} is available, any overdraft included
        At the moment it's {stands}, and you can use {available} from {account}
        There you are: balance {stands}, available {available}
        . So {account} is at {stands}, and you've got {available} to spend
        = The present balance of {account} is {stands}. The amount available is {available}
        = {stands} is the balance of {account}, of which, with any overdraft, {available} can be used
    """,
)

DAILY_LIMIT = wording(
    request="""
        how much can I still send today?
        [can|could] you tell me what's left of my daily limit?
        I'd like to know how much of my daily limit is left
        ~ daily limit left?
        ~ how much can I still send today
        + I've sent a few things today and don't want to hit my limit, how much is left?
        = I would like to know what remains of my daily limit
        how much can I still send from {account} today?
        what's left of the daily limit on {account}?
        [can|could] you check how much of the daily limit is left on {account}?
        how much more can go out of {account} today?
        have I got anything left of today's limit on {account}?
        ~ daily limit left on {account}?
        ~ {account}, what's left of the limit today
        + I need to send something big from {account}, how much of today's limit have I got left?
        + I may have overdone it today, what's still left of the limit on {account}?
        = how much of the daily limit of {account} remains today?
        = please tell me the remaining daily limit of {account}
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
        You can still send {left} from {account} today. The daily limit is {limit}
        {left} of the daily limit of {limit} is left on {account} today
        There's {left} left today, out of {limit}
        Today's limit on {account} is {limit}, and {left} of that is still free
        Of the {limit} a day you have {left} left for today
        It's {left} for the rest of today, with a daily limit of {limit} on {account}
        . You've got {left} left to send today, the limit being {limit}
        = {left} of the daily limit of {limit} remains on {account} for today
        = The daily limit of {account} is {limit}; the amount left for today is {left}
    """,
)

CARD_ROOM = wording(
    request="""
        how much can I still spend on my credit card?
        what's left of my credit limit?
        [can|could] you tell me how much room there is on a credit card?
        ~ credit card, how much left?
        ~ what's left of my credit limit
        + I'd like to book something and need to know what my credit card still takes
        = I would like to know the remaining limit of a credit card
        how much can I still spend on {card}?
        what's left of the limit on {card}?
        [can|could] you check how much room there is on {card}?
        how far am I from the limit on {card}?
        is there much left on {card}? how much exactly?
        ~ {card}, how much left?
        ~ limit left on {card}?
        + I'm about to book a holiday, so how much will {card} still take?
        + I've rather lost sight of it, what's left on {card}?
        = what amount remains of the limit on {card}?
        = please tell me how much can still be spent on {card}
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
        You can still spend {room} on {card}. {owed} of the {limit} limit is used
        There's {room} left on {card}, out of a limit of {limit}
        {room} is left: the limit is {limit}, and {owed} is owed at the moment
        The limit on {card} is {limit}, you owe {owed}, and that leaves {room}
        With {owed} owed on a limit of {limit}, you have {room} to spend on {card}
        It's {room} for now on {card}, with a limit of {limit}
        . You've got {room} left on {card}, the limit being {limit}
        = {room} of the limit of {limit} remains on {card}
        = The amount still available on {card} is {room}; {owed} is currently owed
    """,
)

SPENT_ON = wording(
    request="""
        I'd like to know how much I've spent on something
        [can|could] you add up some of my spending?
        I'm doing my household books and need a figure for my cards
        ~ how much did I spend
        + I'm trying to keep a budget, and I need a figure from you
        = I would like to have some of my spending added up
        how much did I spend on {category}?
        [can|could] you tell me what I've spent on {category}?
        ~ spending on {category}?
        = what did I spend on {category}?
        how much did I spend {month} on {category}?
        what did I spend {month} on {category}?
        [can|could] you add up what I spent {month} on {category}?
        I'd like to know how much went {month} on {category}
        what have my cards paid {month} for {category}?
        ~ spent {month} on {category}?
        ~ total {month}, {category}
        + I'm doing my budget, so how much did I spend {month} on {category}?
        + I have a bad feeling about this, but how much went {month} on {category}?
        = what was my total spending {month} on {category}?
        = please tell me the total that I spent {month} on {category}
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
        You spent {total} on {category} {month}
        On {category} you spent {total} {month}, all your cards together
        It comes to {total} for {category} {month}
        All cards together, that's {total} on {category} {month}
        I've added it up: {total} on {category} {month}
        Your charges for {category} {month} add up to {total}
        . That's {total} on {category} {month}, over all your cards
        = Your spending on {category} {month} amounts to {total}
        = The total for {category} {month} is {total}, all cards included
    """,
)

SPENT_AT = wording(
    request="""
        I'd like to know how much I've left in one shop
        [can|could] you add up what I've spent somewhere?
        I need a total for one of the places I buy from
        ~ total for one shop
        + my partner says I practically live in one shop, so I need a figure
        = I would like to have my spending with one firm added up
        how much did I spend at {merchant}?
        [can|could] you tell me what I've paid {merchant}?
        ~ spent at {merchant}?
        = what did I spend at {merchant}?
        how much did I spend {month} at {merchant}?
        what did I pay {merchant} {month}?
        [can|could] you add up what I spent {month} at {merchant}?
        I'd like to know how much {merchant} got from me {month}
        what have I spent {month} with {merchant}, all in all?
        ~ {merchant} {month}, total?
        ~ how much {month} at {merchant}
        + we've got a bet on at home, so how much did I spend {month} at {merchant}?
        + I may have gone a bit overboard, what did I spend {month} at {merchant}?
        = what was my total spending {month} at {merchant}?
        = please tell me how much I spent {month} at {merchant}
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
        You spent {total} at {merchant} {month}
        At {merchant} it was {total} {month}, all your cards together
        It comes to {total} for {merchant} {month}
        All cards together, that's {total} at {merchant} {month}
        I've added it up: {total} at {merchant} {month}
        Your charges from {merchant} {month} add up to {total}
        . That's {total} at {merchant} {month}, over all your cards
        = Your spending at {merchant} {month} amounts to {total}
        = The total for {merchant} {month} is {total}, all cards included
    """,
)

NEXT_RUN = wording(
    request="""
        when does a standing order of mine run next?
        I'd like to know when one of my standing orders goes out
        [can|could] you check the next run of a standing order?
        ~ next standing order date?
        ~ when does my standing order run
        + I want to be sure there's enough in the account, so when does a standing order of mine go out?
        = I would like to know when a standing order runs next
        when does {standing_order} run next?
        when [is|will] {standing_order} go out next?
        [can|could] you tell me the next date for {standing_order}, and the amount?
        what's the next run of {standing_order}?
        on which day does {standing_order} leave next?
        ~ next run of {standing_order}?
        ~ {standing_order}, when next?
        + I always forget, when does {standing_order} go out next, and how much is it?
        + I'm a bit tight this month, so when does {standing_order} leave?
        = when will {standing_order} next be carried out?
        = please tell me the next date of {standing_order}
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
        It runs next on {run}, for {amount}
        The next run is on {run}, and the amount is {amount}
        On {run} the next {amount} goes out with {standing_order}
        {amount} leaves on {run}, that's the next run
        The next date for {standing_order} is {run}, with {amount}
        You'll see {amount} go out on {run}
        . That one goes out next on {run}, {amount} as usual
        = The next run takes place on {run} and amounts to {amount}
        = {amount} will be paid on {run}, which is the next run of {standing_order}
    """,
)

MONTHLY_ORDERS = wording(
    request="""
        how much do my standing orders come to?
        I'd like to know what leaves by standing order every month
        [can|could] you add up my standing orders?
        ~ total of my standing orders?
        ~ standing orders, how much a month
        + I'm going over my budget and need to know what my standing orders add up to
        = I would like to know the monthly total of my standing orders
        how much leaves {account} by standing order every month?
        what do the standing orders from {account} add up to?
        [can|could] you add up the standing orders on {account}?
        how many standing orders are there on {account}, and what do they come to?
        how much do I pay by standing order from {account}?
        ~ standing orders on {account}, total?
        ~ {account}, what goes out by standing order
        + I'm sorting out my budget, so what do the standing orders on {account} come to a month?
        + something always seems to leave {account}, how much is it by standing order?
        = what is the monthly total of the standing orders on {account}?
        = please tell me how many standing orders leave {account} and what they amount to
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
        Number of standing orders from {account}: {count}. Together that's {total} a month
        I count {count}, which makes {total} a month
        That's {total} a month from {account}; the number of standing orders is {count}
        Standing orders from {account}: {count}, for {total} a month in all
        {total} leaves {account} every month by standing order, and I count {count}
        It adds up to {total} a month. The number of orders on {account} is {count}
        . All in all {total} a month, number of standing orders {count}
        = The number of standing orders from {account} is {count}; the monthly total is {total}
        = {total} a month is paid by standing order from {account}. The number of orders is {count}
    """,
)

CLOSING = wording(
    request="""
        what would it cost to close a fixed deposit early?
        I'd like to know the penalty for closing a fixed deposit
        [can|could] you tell me what I'd get if I closed a fixed deposit now?
        ~ penalty for closing deposit?
        ~ fixed deposit, what if I close it
        + just thinking aloud, what would I lose if I broke a fixed deposit?
        = I would like to know the cost of closing a fixed deposit early
        what would it cost to close {deposit} [now|early|]?
        how much is the penalty for closing {deposit}?
        [can|could] you work out what I'd get if I closed {deposit} today?
        what would I get back from {deposit} right now?
        how much would I lose by closing {deposit}?
        ~ penalty for {deposit}?
        ~ {deposit}, what if I close it now
        + I'm not doing it yet, but what would it cost me to close {deposit}?
        + I might need the money, so what would be left of {deposit} if I closed it today?
        = what penalty would apply if I closed {deposit} today?
        = please tell me the penalty and the payout for closing {deposit} today
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
        Closing it today would mean a penalty of {penalty}, and you'd get {payout}
        The penalty would be {penalty}, which leaves a payout of {payout}
        There's {interest} of interest so far. Less the penalty of {penalty}, {payout} would be paid out
        You'd lose {days} days' interest, that's {penalty}, and get {payout}
        As of today it's {penalty} for the penalty and {payout} for you
        The payout for {deposit} would be {payout} today, after a penalty of {penalty}
        . That'd cost you {penalty} and give you {payout} as of today
        = The penalty would amount to {penalty}, and {payout} would be paid out
        = As of today, the payout would be {payout} after a penalty of {penalty}
    """,
)

LARGEST_PAYMENT = wording(
    request="""
        who did I send the largest payment to lately?
        which of my payees got the [largest|biggest] payment?
        [can|could] you tell me what my largest payment was, and to whom?
        I'd like to know which payee got the most in one go
        what's the biggest single payment I've made to a payee lately?
        to whom did my biggest payment go?
        [can|could] you look up my [largest|biggest] payment to a payee?
        ~ biggest payment, who got it?
        ~ largest payment and payee?
        ~ who got my biggest payment
        + I'm doing my sums and there was one big payment, who was that to again?
        + we're puzzling over this at home, which payee got the largest payment from us lately?
        = which payee received my largest payment?
        = please tell me to whom my largest recent payment was made, and for how much
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
        Your largest payment was {amount}, to {payee}, on {date}
        That was {payee}, with {amount} on {date}
        {payee} got the largest one: {amount} on {date}
        The biggest payment went to {payee}. It was {amount}
        It's the {amount} you sent to {payee} on {date}
        On {date} you paid {payee} {amount}, and that's the largest one
        . The biggest one is {amount} to {payee}, from {date}
        = Your largest payment, made on {date}, went to {payee} and amounted to {amount}
        = {payee} received the largest payment, namely {amount} on {date}
    """,
)

SAVED = wording(
    request="""
        how much have I got in savings [altogether|in total|]?
        what do my savings come to?
        [can|could] you add up my savings accounts?
        I'd like to know how much I've saved [so far|in all|]
        what's the total in my savings accounts?
        how much is there in my savings accounts, all together?
        [can|could] you tell me my total savings?
        ~ total savings?
        ~ how much saved?
        ~ savings, all together
        + we're dreaming of a new kitchen, so how much have I got in savings altogether?
        + it's raining and I'm counting my pennies, what do my savings accounts come to?
        = what is the total balance of my savings accounts?
        = please tell me what my savings accounts amount to in total
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
        You have {total} in savings altogether
        Your savings come to {total}
        It's {total} in all, in your savings accounts
        The savings accounts add up to {total}
        All together there's {total} in savings
        There's a total of {total} in your savings accounts
        . That makes {total} in savings
        = The total balance of your savings accounts is {total}
        = Your savings accounts amount to {total}
    """,
)
