"""Why something cannot be done: clause -> ways to tell its reason."""

from apigen_mt.language.grammar import Phrases

REFUSALS = {
    "1.4": Phrases("""
        the security word you gave doesn't match the one on record
        that security word doesn't match, and without the right one this can't go ahead
        the security word isn't right, so the check has failed
        I've checked the security word, and it isn't the one we have
        what you gave as the security word isn't the one on your record
        [this|a request like this] needs the security word, and the one you gave doesn't match
        the check of the security word has failed, it doesn't match
        = the security word you have given does not match our record
        = the security word is not the one on record, and this request requires it
    """),
    "2.6": Phrases("""
        the team already has an open ticket from you on this, {ticket}, and I can't open a second one; they answer by {answer_by}
        there's already an open ticket about this: {ticket}. You'll have the answer by {answer_by}
        your ticket {ticket} about this is already open, with an answer due by {answer_by}
        ticket {ticket} is about the same thing and already open, so there's no second one; the answer comes by {answer_by}
        this is with the team under ticket {ticket} and will be answered by {answer_by}, so I can't open another ticket
        one ticket per topic is the rule, and {ticket} is already open. The team answers it by {answer_by}
        I can see ticket {ticket} on the same matter, already open and due to be answered by {answer_by}
        = ticket {ticket} on this matter is already open and will be answered by {answer_by}
        = a second ticket cannot be opened; {ticket} on the same matter will be answered by {answer_by}
    """),
    "3.1": Phrases("""
        the account ending in {digits} is frozen, so no money can go in or out
        your account ending in {digits} is frozen at the moment
        account {digits} is frozen, and nothing moves in or out of it while that's so
        there's a freeze on it: the account ending in {digits} is frozen
        the one ending in {digits} is a frozen account, and those can neither send nor receive
        it involves the account ending in {digits}, and that one is frozen
        with the account ending in {digits} frozen, no money can be moved
        = the account ending in {digits} is frozen and can neither send nor receive money
        = as the account ending in {digits} is frozen, no money may be moved
    """),
    "3.2": Phrases("""
        both holders sign for the joint account ending in {digits}, so both have to come to a branch
        money leaves the account ending in {digits} only if both holders sign, and that's done in a branch
        the account ending in {digits} is one where both holders have to sign, which can't be done here
        for the joint account ending in {digits} I'd need both holders, in person at a branch
        it takes the signatures of both holders to get money out of the account ending in {digits}, so a branch is the place for that
        the joint account ending in {digits} is set up so that both holders sign; please come to a branch together
        you've agreed that both holders sign for the account ending in {digits}, so I can't take money from it on your word alone
        = both holders must sign for the account ending in {digits}; this is done at a branch
        = the desk takes no money from the account ending in {digits}, for which both holders sign
    """),
    "3.3": Phrases("""
        there's not enough on the account ending in {digits}: {available} available, and it takes {needed}
        it would take {needed}, and {available} available on the account ending in {digits} doesn't cover that
        the {available} available on the account ending in {digits} isn't enough for {needed}
        {available} is what's available on the account ending in {digits}, which doesn't cover {needed}
        the account ending in {digits} has {available} available, and that's not enough for the {needed} needed
        with {needed} needed and {available} available, the account ending in {digits} is short of money
        what's available on the account ending in {digits}, {available}, does not cover {needed}
        = the amount available on the account ending in {digits}, {available}, does not cover the {needed} required
        = {needed} would be required, and the {available} available on the account ending in {digits} is not enough
    """),
    "3.4": Phrases("""
        the savings account ending in {digits} has had its four withdrawals this month
        that's a savings account, and its {withdrawals} withdrawals for this month are used up
        the account ending in {digits} allows four withdrawals a month, and they've all been made
        four withdrawals a month is the most, and the account ending in {digits} has had {withdrawals}
        there have been {withdrawals} withdrawals from the account ending in {digits} this month, and that's the limit for savings
        no more withdrawals are possible this month from the savings account ending in {digits}; there have been {withdrawals}
        we count {withdrawals} withdrawals this month on the account ending in {digits}, so it has to wait until next month
        = the savings account ending in {digits} has reached its four withdrawals for this month
        = no further withdrawals can be made this month; there have been {withdrawals} from the account ending in {digits}
    """),
    "3.5": Phrases("""
        the account ending in {digits} is a savings account, and payees can't be paid from those; the money has to go to a current or joint account first
        payees can't be paid straight from savings, and the account ending in {digits} is one
        from a savings account like the one ending in {digits} money only goes to your own accounts, never to a payee
        account {digits} is for savings, so it can't pay a payee directly
        paying a payee only works from a current or joint account, and the one ending in {digits} holds savings
        that's a savings account, {digits}, and a payee has to be paid from a current or joint one
        savings can't be sent to a payee directly; you'd have to move them out of {digits} to another account of yours first
        = payees cannot be paid from savings accounts such as the one ending in {digits}
        = the account ending in {digits} is a savings account, from which no payee can be paid
    """),
    "3.6": Phrases("""
        that's more than the {left} left of your daily limit
        your daily limit is {limit}, and only {left} of it is left today
        {left} is all that's left of the daily limit on that account
        the daily limit of {limit} stands in the way: {left} is left for today
        with {left} left of a daily limit of {limit}, the payment is too large for today
        it would go over the daily limit, of which {left} is left
        today you can still send {left}; the daily limit is {limit}
        = the payment exceeds what is left of the daily limit, namely {left}
        = the daily limit of {limit} leaves {left} for today, which the payment exceeds
    """),
    "3.7": Phrases("""
        {payee} is a new payee, added on {added}, and new payees get $300 at most until {until}
        {payee} was added on {added} and still counts as new, so it's $300 at most for now
        until {until}, {payee} counts as new, and we pay no more than $300 at a time to new payees
        for new payees the most is $300 at a time, and {payee} is new until {until}
        {payee} has only been on your list since {added}; up to and including {until} that's a new payee, with $300 as the most
        as {payee} is new on your list, since {added}, the payment may not be more than $300 until {until}
        no more than $300 goes to a new payee at a time, and {payee} counts as one until {until}
        = {payee} was added on {added} and counts as new until {until}; such payees receive at most $300 at a time
        = the most that is paid to a new payee is $300, and {payee} counts as new until {until}
    """),
    "4.1": Phrases("""
        the card ending in {digits} is {status}, so it's not active any more
        that only works with an active card; the one ending in {digits} isn't active, it's {status}
        the card ending in {digits} is no longer active, it's {status}
        your card ending in {digits} isn't active: it's {status}
        only an active card will do, and the one ending in {digits} is {status}
        with a card that's {status}, like the one ending in {digits}, that doesn't work; only active cards will do
        only active cards can be used for this, and the one ending in {digits} is {status}
        = the card ending in {digits} is {status} and no longer active
        = only an active card allows this, and the card ending in {digits} is {status}
    """),
    "4.2": Phrases("""
        a lost or stolen card has to be blocked before we replace it, and the one ending in {digits} still works
        the card ending in {digits} must be blocked first, then I can replace it
        before I can replace it, the card ending in {digits} needs to be blocked; it has to be blocked first
        we'd have to block it first: the card ending in {digits} is still active, and only then can it be replaced
        the card ending in {digits} hasn't been blocked yet, and lost or stolen cards are blocked before they're replaced
        as long as the card ending in {digits} works, it can't be replaced; it has to be blocked first
        the order is this: lost or stolen cards are blocked first and replaced after that, and the one ending in {digits} is still active
        = a lost or stolen card is blocked before it is replaced, and the card ending in {digits} is still active
        = the card ending in {digits} must be blocked first; it can be replaced after that
    """),
    "4.3": Phrases("""
        a replacement for the card ending in {digits} has already been ordered, on {ordered}
        the new card in place of {digits} is already on its way, it was ordered on {ordered}
        it's already on its way: the replacement for the card ending in {digits} was ordered on {ordered}
        we already ordered one on {ordered} for the card ending in {digits}, and a card is replaced once
        a card is replaced once, and for the one ending in {digits} that's already on its way since {ordered}
        the one ending in {digits} has a replacement coming, already ordered on {ordered}
        since {ordered} a new card for the one ending in {digits} is already on its way
        = a replacement for the card ending in {digits} has already been ordered, namely on {ordered}
        = the replacement for the card ending in {digits} is already on its way; it was ordered on {ordered}
    """),
    "4.4": Phrases("""
        your address was changed on {changed}, and we send no cards within 14 days of that
        the address on record is from {changed}, and for 14 days after such a change no card goes out
        with a change of address on {changed}, there's a wait of 14 days before we send a card
        your address is too new, from {changed}; cards are only sent after 14 days
        there was a change of address on {changed}, less than 14 days ago, so no card can be sent yet
        no card leaves us within 14 days of a new address, and yours is from {changed}
        because of the new address since {changed} I have to wait for 14 days to pass
        = the address on record was changed on {changed}; no card is sent within 14 days of such a change
        = as your address was changed on {changed}, no card can be sent before 14 days have passed
    """),
    "4.5": Phrases("""
        credit limits come in steps of $250, and {limit} isn't one
        {limit} doesn't fit, as limits are multiples of $250
        a limit has to be a multiple of $250, which {limit} isn't
        we only set limits in steps of $250, so {limit} can't be done
        limits go in multiples of $250, and {limit} lies in between
        it has to be a multiple of $250, and {limit} falls between two of them
        {limit} isn't possible because limits are set in steps of $250
        = credit limits are multiples of $250, which {limit} is not
        = a limit of {limit} cannot be set, as limits are set in steps of $250
    """),
    "4.6": Phrases("""
        a limit may be twice the monthly income at most, and with {income} on record that's {ceiling}
        your income on record is {income} a month, so the limit can't go beyond {ceiling}
        with a monthly income of {income}, the highest limit is {ceiling}
        the most is twice your monthly income of {income}, that's {ceiling}
        {ceiling} is as high as it goes with an income of {income} a month
        the limit depends on your income, and {income} a month allows for {ceiling}
        it can't be more than twice the income we have on record, so {ceiling} at most
        = the limit may not exceed twice the monthly income on record, that is {ceiling}
        = with an income of {income} a month, the highest possible limit is {ceiling}
    """),
    "4.7": Phrases("""
        the limit was raised on {raised}, and we raise a limit only once in 6 months; the next time is from {again} on
        you had a raise on {raised}, and the next one is possible after six months, from {again} on
        we raise a limit at most once in 6 months, and the last time was {raised}
        it's less than 6 months since the last raise on {raised}, so you'd have to wait until {again}
        six months have to pass between one raise and the next, and the last was on {raised}
        the last raise was on {raised}. There's one in 6 months, so {again} is the earliest
        we can raise it again from {again} on, six months after the last time
        = the limit was last raised on {raised}; it can be raised once in 6 months
        = a limit is raised at most once in six months, so {again} is the earliest possible date
    """),
    "4.8": Phrases("""
        you owe {owed} on the card, and the limit can't be lower than that
        the limit can't go below what is owed, and that's {owed}
        there's {owed} owed on the card, more than the new limit would be
        with {owed} owed on the card, the limit can't be that low
        {owed} is owed at the moment, so a lower limit isn't possible
        at the moment you owe {owed}, and a limit is never set below that
        {owed} is owed on it, so the limit can't be lower
        = the amount owed on the card is {owed}, and the limit may not be lower
        = a limit below the amount owed, {owed}, cannot be set
    """),
    "4.9": Phrases("""
        a travel note lasts 45 days at most, and that would be {days}
        that's {days} days, and a travel note covers no more than 45 days
        travel notes run for up to 45 days, while your journey takes {days}
        with {days} days the journey is longer than the 45 days of a travel note
        45 days is the most for a travel note, and you'd need {days}
        I can note up to 45 days, and those dates make {days}
        the dates make {days} days in all, and 45 days is the limit for a note
        = a travel note covers at most 45 days, whereas the journey lasts {days}
        = the journey of {days} days exceeds the 45 days of a travel note
    """),
    "4.10": Phrases("""
        a card carries one travel note at a time, and this one has {country} until {last_day}
        the card already has a travel note, for {country} until {last_day}
        there's one for {country} until {last_day}, and I can't put on a second travel note
        it already has a travel note: {country}, up to {last_day}
        only one travel note fits on a card at a time, and {country} is noted until {last_day}
        until {last_day} the card has {country} noted, and a second travel note isn't possible
        the note for {country} runs until {last_day}, and it's one travel note per card
        = the card already has a travel note for {country}, valid until {last_day}
        = a second travel note cannot be added while the one for {country} runs, which is until {last_day}
    """),
    "5.1": Phrases("""
        the {merchant} charge of {date} is still pending, and it has to be posted before it can be disputed
        it's still pending: {merchant}, {date}. Only posted charges can be disputed
        a pending charge can't be disputed, and the one from {merchant} is pending
        {merchant} hasn't collected it yet, so the charge from {date} is pending and can't be disputed for now
        the charge from {merchant} is pending, so there's nothing to dispute until it's posted
        as long as the charge from {merchant} is pending I can't open anything; it may never be posted
        we have to wait until it's posted, and the {merchant} charge from {date} is pending at the moment
        = the charge by {merchant} of {date} is still pending and cannot be disputed before it is posted
        = pending charges cannot be disputed, and that of {date} by {merchant} is one of them
    """),
    "5.2": Phrases("""
        the {merchant} charge is from {date}, and a dispute is possible for 60 days only
        that was on {date}, more than 60 days ago, so it's too late for a dispute
        charges can be disputed up to the 60th day, and the one from {merchant} is from {date}
        it's too late: {merchant} charged you on {date}, and disputes are open for 60 days
        the 60 days for a dispute are over, as the charge is from {date}
        a charge from {date} is older than 60 days, which is how long you can dispute it
        with a charge from {date}, the 60 days have run out
        = the charge by {merchant} dates from {date}, and the period of 60 days is over
        = a charge can be disputed until the 60th day after its date, which was {date}
    """),
    "5.3": Phrases("""
        the {merchant} charge of {date} has already been disputed
        there's already a dispute about the charge from {merchant}
        it's already disputed: {merchant}, {date}. Two disputes about one charge aren't possible
        a second dispute about the same charge isn't possible, and the one from {merchant} has one
        the charge from {merchant} on {date} is already disputed and being looked into
        you have one running on that charge, {merchant} from {date}, so I can't open a second dispute
        one is enough: the {merchant} charge has already been disputed
        = there is already a dispute regarding the charge by {merchant} of {date}
        = the charge by {merchant} of {date} has already been disputed
    """),
    "5.4": Phrases("""
        for a charge you didn't make, the card has to be blocked before the dispute, and the one ending in {digits} still works
        the card ending in {digits} is still active; the card must be blocked before I can open the dispute
        if it wasn't you, the card needs to be blocked before a dispute, and {digits} isn't
        I can open that dispute only once the card is blocked, and the one ending in {digits} is in use
        a dispute over a charge that isn't yours needs the card to be out of use: the card has to be blocked, and {digits} is active
        we'd have to have blocked the card ending in {digits} before a dispute like this one is opened
        the dispute has to wait until the card is blocked; at the moment {digits} still works
        = the card has to be blocked before such a dispute is opened, and the one ending in {digits} is active
        = a dispute of this kind is possible only once the card is blocked, and the one ending in {digits} is not
    """),
    "5.5": Phrases("""
        goods count as missing from the 15th day after the charge, so from {first} on
        the charge is from {date}, and we give goods 15 days to arrive; that's until {first}
        it's too early: 15 days after {date} is {first}, and from then on we can open it
        there's a wait of 15 days for goods, and with a charge on {date} that ends on {first}
        from {first} on, the 15th day after the charge, I could open one, not earlier
        less than 15 days have passed since {date}, so the goods may still come; from {first} it's possible
        goods have 15 days to arrive, which takes us to {first}
        = goods count as not received from the 15th day after the charge on, that is from {first}
        = 15 days have to pass after the charge of {date}; this is the case on {first}
    """),
    "5.7": Phrases("""
        goodwill is for only overdraft and late payment fees, and this is a {fee}
        only overdraft fees and late payment fees can be refunded, and a {fee} is neither
        we refund only overdraft and late payment fees, so the {fee} stays
        this one's a {fee}, and only overdraft or late payment fees are refunded
        a {fee} isn't among those we refund; it's only overdraft and late payment fees
        refunds are for overdraft and late payment fees only, and not for a {fee}
        goodwill covers only overdraft and late payment fees. A {fee} isn't covered
        = only overdraft and late payment fees are refunded; this is a {fee}
        = a {fee} is not refunded, as goodwill is granted only for overdraft and late payment fees
    """),
    "5.8": Phrases("""
        you had a goodwill refund on {last}, and there's one in 12 months
        the last refund was on {last}; the next is possible after twelve months, from {again} on
        it's one goodwill refund in 12 months, and yours was on {last}
        12 months have to pass between two refunds, so {again} is the earliest
        there was one on {last}, less than twelve months ago, so I can't refund another fee before {again}
        since you had a fee back on {last}, the 12 months aren't over until {again}
        one in twelve months is the most, and the last was on {last}
        = a goodwill refund is granted once in 12 months; the last was on {last}
        = the last goodwill refund was made on {last}, and twelve months have to pass
    """),
    "6.1": Phrases("""
        it runs on {run}, and within 2 days of a run nothing can be changed
        the next run is on {run}, and changes have to come more than 2 days before a run
        with the next run on {run}, it's within the two days in which nothing can be changed
        the run on {run} is too close: a standing order can't be touched in the 2 days before it
        it's due to run on {run}, and within two days of that I can't change or stop it
        two days before a run it's closed for changes, and the next run is on {run}
        we need more than 2 days before the next run, which is on {run}; after that it's possible again
        = the next run is on {run}, and no change can be made within 2 days of it
        = a standing order cannot be changed or stopped within two days of its run, which is due on {run}
    """),
    "6.2": Phrases("""
        standing orders run from the 1st to the 28th, as not every month has a day {wanted}
        day {wanted} isn't possible: the 28th is the latest day for a standing order
        the latest day is the 28th, so day {wanted} can't be set
        not every month has a day {wanted}, so we stop at the 28th
        it has to be a day up to the 28th, and {wanted} is beyond that
        I can offer any day from the 1st to the 28th, but not day {wanted}
        the 28th is as late as it gets, so day {wanted} isn't available
        = standing orders run on a day from the 1st to the 28th, which day {wanted} is not
        = day {wanted} cannot be set, the 28th being the latest day
    """),
    "6.3": Phrases("""
        the deposit was opened on {opened}, and it has to run for 90 days first; that's from {first} on
        for the first 90 days a fixed deposit can't be closed, and yours is from {opened}
        it can be closed from the 90th day on, which is {first}
        opened on {opened}, it hasn't run for 90 days yet; from {first} on it's possible
        90 days have to pass, and since {opened} they haven't
        it's too early: the 90 days are up on {first}
        the earliest is the 90th day, {first}
        = the deposit was opened on {opened} and cannot be closed before the 90th day, which is {first}
        = a fixed deposit has to run for 90 days; this is the case on {first}
    """),
    "6.4": Phrases("""
        it matures on {matures}, and in the last 14 days a deposit isn't closed early any more
        the deposit is in its last 14 days: it matures on {matures} anyway
        with {matures} as the day it matures, it's within the last 14 days, when closing early is over
        in the last 14 days we don't close a deposit early, and yours matures on {matures}
        it's nearly there, it matures on {matures}; in the last 14 days there's no early closing
        your deposit matures on {matures}, so these are its last 14 days and it can't be broken now
        there's no early closing in the last 14 days, and {matures} is when it matures
        = the deposit matures on {matures} and cannot be closed in its last 14 days
        = in its last 14 days a deposit is not closed early; yours matures on {matures}
    """),
    "6.5": Phrases("""
        the deposit of {principal} is pledged for a loan, so it can't be closed early
        it's pledged as security for a loan, and a pledged deposit has to run its term
        the {principal} is pledged, and while the loan runs it can't be touched
        your deposit of {principal} secures a loan; it's pledged and can't be closed before its term
        since it's pledged for a loan, closing it early isn't possible
        that deposit is pledged, which rules out closing it early
        as a deposit pledged for a loan, the {principal} has to stay where it is
        = the deposit of {principal} is pledged for a loan and cannot be closed early
        = a pledged deposit cannot be closed early, and that of {principal} is pledged
    """),
    "7.1": Phrases("""
        your contact details were changed on {changed}, and the next change is possible after 21 days, from {again} on
        contact details can be changed again after 21 days; yours were changed on {changed}
        there was a change to your contact details on {changed}, less than 21 days ago
        the last change of your contact details was on {changed}, and there have to be 21 days in between
        with contact details changed on {changed}, I have to ask you to wait for the 21 days to pass, until {again}
        it's too soon: contact details changed on {changed}, and 21 days have to pass
        contact details stay as they are for 21 days after a change, in your case until {again}
        = your contact details were last changed on {changed}; 21 days have to pass before the next change
        = contact details can be changed from the 21st day after the last change on, which is {again}
    """),
    "8.1": Phrases("""
        I can't act for another person, not even with their permission
        that's somebody else's account, and I can only deal with yours
        I can only speak about your own affairs, not those of someone else
        anything to do with another person has to come from that person
        I'm not able to act on somebody else's behalf; they'd have to contact us themselves
        I can't look into, or change, anything that belongs to someone else
        we don't do that for other people, however close; they would have to get in touch themselves
        = I may not act for another person or give information about them
        = information about other people cannot be given, not even with their permission
    """),
    "8.2": Phrases("""
        we don't give advice on what to do with money
        I can't advise you on that, it's not something this desk does
        giving advice is not something I may do here
        I'm not allowed to advise on investments, products, or whether to save or repay
        this desk gives no advice, so I can't tell you which way to go
        I can give you figures and facts but no advice
        advice on money matters isn't something I can offer
        = this desk does not give advice on financial decisions
        = I am not in a position to advise you on that
    """),
    "8.3": Phrases("""
        our rates are the same for every member, so I can't change yours
        rates aren't negotiable, for anybody
        interest rates are the same for all members
        we don't negotiate rates; everybody gets the same
        I can't offer better rates, they're the same for everyone
        the rates are fixed and not negotiable, and that goes for all members
        there's no room on rates, they are the same for every member
        = our rates are the same for every member and are not negotiable
        = interest rates are not open to negotiation
    """),
}
