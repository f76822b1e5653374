"""Sentences about standing orders and fixed deposits."""

from apigen_mt.domains.banking.wording import wording

STOP = wording(
    request="""
        .+ [I don't want|I don't need|I'm done with] [one of|] [my standing orders|those standing orders] [any more|now], [please stop it|stop it|end it|can you stop it]
        <I'd like to> stop a standing order<tail>
        <can you> cancel a standing order for me?
        there's a standing order I no longer need
        I want to end one of my standing orders
        ~ <t>stop a standing order<pls>
        ~ standing order has to go<pls>
        + [so |right, |]I'm going through my outgoings and there's a standing order I don't need any more
        = <I wish to> have a standing order stopped
        <I'd like to> stop {standing_order}<tail>
        <can you> stop {standing_order} [for me|]?
        <please> stop {standing_order}
        I no longer need {standing_order}, can you stop it?
        I want {standing_order} [stopped|ended|cancelled]
        <q>[is it possible|would it be possible] to end {standing_order}?
        ~ <t>stop {standing_order}<pls>
        ~ {standing_order}, cancel that<pls>
        + I've finally decided to give it up, so {standing_order} can go
        + we've settled everything, so could you stop {standing_order}?
        + <so>I'm tidying up my outgoings, could you put an end to {standing_order}?
        = <would you> stop {standing_order}?
        = <I wish to> terminate {standing_order}
    """,
    brief="""
        want to stop {standing_order}
        want {standing_order} stopped for good
        no longer need {standing_order} and want it ended
        would like to have {standing_order} cancelled
        ask for {standing_order} to be stopped
        are tidying up your outgoings and want {standing_order} stopped
        want no more money to leave by {standing_order}, so it should be stopped
        have to put an end to {standing_order}
    """,
    noun="""
        the cancellation
        that
    """,
    propose="""
        <I can> stop {standing_order} ({old} a month). The run on {run} would fall away, and so would all later ones
        <to confirm>: ^ {standing_order} over {old} stops for good, so nothing goes out on {run}
        <possible>. ^ I'd stop {standing_order}, {old} a month, and the next run on {run} wouldn't take place
        so {standing_order} would end, and the {old} due on {run} stays with you
        <I can> end {standing_order} for good: the {old} on {run} and everything after it
        <right>, ^ no more {old} a month: I'd stop {standing_order} before its run on {run}
        . OK, ^ I'd stop {standing_order}, so the {old} on {run} doesn't go out any more
        = I would stop {standing_order} of {old}. The run due on {run} would no longer take place
        = the standing order would be stopped: {standing_order}, {old} a month, including the run of {run}
    """,
    report="""
        I've [now |just |]stopped {standing_order}. Nothing goes out on {run} any more
        <done>, ^ it's been stopped, and the run on {run} falls away
        the standing order has [now |]been stopped, so the {old} on {run} stays in your account
        I've [now |just |]ended {standing_order}; the payment due on {run} won't go out
        it's now stopped for good, the run on {run} included
        [all done|all settled|all sorted], I've stopped it. There's no payment on {run}
        . that's sorted, ^ I've stopped {standing_order} and nothing leaves on {run}
        = I have [now |]stopped {standing_order}. The run due on {run} will no longer take place
        = the standing order has [now |]been stopped; no payment will be made on {run}
    """,
)

NEW_AMOUNT = wording(
    request="""
        .+ [one of my standing orders|a standing order] [pays|sends|takes] the wrong [amount|sum], [please change it|can you change it|it has to be different|I want another amount]
        <I'd like to> change the amount of a standing order<tail>
        <can you> change how much a standing order pays?
        one of my standing orders needs a different amount
        ~ <t>change standing order amount<pls>
        ~ standing order, new amount<pls>
        + prices go up and so on, so one of my standing orders needs a new amount
        = <I wish to> have the amount of a standing order altered
        <I'd like to> change the amount of {standing_order}<tail>
        <can you> change the amount on {standing_order}?
        ~ new amount for {standing_order}<pls>
        + {standing_order} isn't right any more, the amount has changed
        = <I wish to> alter the amount of {standing_order}
        <I'd like> a standing order to be {amount} from now on<tail>
        ~ standing order to {amount}<pls>
        = I would like a standing order to be set to {amount}
        <I'd like to> change {standing_order} to {amount}<tail>
        <can you> set {standing_order} to {amount} [a month|]?
        <please> make {standing_order} {amount} from the next run on
        from next time {standing_order} should be {amount}
        ~ {standing_order} to {amount}<pls>
        ~ <t>change {standing_order}, {amount} now<pls>
        + they've written to me about new prices, so {standing_order} has to be {amount} from now on
        + <so>we've agreed on something new, could you change {standing_order} to {amount}?
        = <would you> set {standing_order} to {amount}?
        = <kindly> alter the amount of {standing_order} to {amount}
    """,
    brief="""
        want {standing_order} changed to {amount}
        want the amount of {standing_order} to be {amount} from now on
        would like to set {standing_order} to {amount}
        ask for {standing_order} to be changed to {amount} a month
        need {standing_order} to pay {amount} from the next run on
        have agreed on a new amount and want {standing_order} set to {amount}
        want {amount} to go out with {standing_order} in future
        are adjusting your outgoings and want {standing_order} to be {amount}
    """,
    noun="""
        the new amount
        that change
        the change
    """,
    propose="""
        <I can> change {standing_order} from {old} to {amount}, starting with the run on {run}
        <to confirm>: ^ {standing_order} pays {amount} instead of {old}, from {run} on
        <possible>. ^ From {run}, {standing_order} would be {amount} rather than {old}
        so I'd set {standing_order} to {amount}. It's {old} now, and the first run with the new amount is {run}
        <I can> change the amount of {standing_order}: {amount} in place of {old}, for the first time on {run}
        <right>, ^ {amount} a month for {standing_order}, starting on {run}
        . OK, ^ {old} becomes {amount} for {standing_order}, and the next run is on {run}
        = I would set {standing_order} to {amount} with effect from the run on {run}
        = the amount of {standing_order} would change from {old} to {amount}, beginning on {run}
    """,
    report="""
        I've [now |just |]changed {standing_order} to {amount}. The next run is on {run}
        <done>: ^ {standing_order} has [now |]been changed to {amount}, starting on {run}
        the amount has [now |]been changed. From {run} it's {amount} instead of {old}
        I've [now |just |]set {standing_order} to {amount} a month; it runs next on {run}
        your standing order has [now |]been updated and pays {amount} from {run} on
        [all done|all settled|all sorted], it's been changed to {amount}, for the first time on {run}
        . that's sorted, ^ I've changed it from {old} to {amount} as of {run}
        = I have [now |]changed {standing_order} to {amount}, with effect from {run}
        = the amount has [now |]been changed to {amount}; the next run takes place on {run}
    """,
)

NEW_DAY = wording(
    request="""
        .+ [one of my standing orders|a standing order] [goes out|leaves|runs] [too early|too late|on a bad day], [can we move it|please move it|I want another day|change the day]
        <I'd like> a standing order to run on another day<tail>
        <can you> change the day of a standing order?
        one of my standing orders goes out on the wrong day
        ~ <t>change standing order day<pls>
        ~ standing order, other day<pls>
        + my pay comes later these days, so a standing order of mine should run on another day
        = <I wish to> change the day on which a standing order runs
        <I'd like to> change the day of {standing_order}<tail>
        <can you> move {standing_order} to another day?
        ~ other day for {standing_order}<pls>
        + {standing_order} always leaves just before payday, can that be another day?
        = <I wish to> change the day on which {standing_order} runs
        <I'd like> a standing order to run on day {day_of_month} of the month<tail>
        ~ standing order on day {day_of_month}<pls>
        = I would like a standing order to run on day {day_of_month} of each month
        <I'd like> {standing_order} to run on day {day_of_month} of the month<tail>
        <can you> move {standing_order} to day {day_of_month} [of the month|]?
        <please> have {standing_order} leave on day {day_of_month} of each month
        {standing_order} should go out on day {day_of_month} [of the month|], please
        ~ {standing_order} to day {day_of_month}<pls>
        ~ <t>move {standing_order}, day {day_of_month} of the month<pls>
        + I get paid on a different day now, so day {day_of_month} would be much better for {standing_order}
        + could {standing_order} go out on day {day_of_month} of the month instead? it'd make my life easier
        = <would you> set {standing_order} to day {day_of_month} of the month?
        = I request that {standing_order} run on day {day_of_month} of each month
    """,
    brief="""
        want {standing_order} to run on day {day_of_month} of the month
        want {standing_order} moved to day {day_of_month} of the month
        would like {standing_order} to leave on day {day_of_month} of each month
        ask for the day of {standing_order} to be changed to day {day_of_month} of the month
        are paid at another time now and want {standing_order} on day {day_of_month} of the month
        need {standing_order} to go out on day {day_of_month} of the month
        want day {day_of_month} of the month as the new day for {standing_order}
        think day {day_of_month} of the month suits you better for {standing_order} and want it changed
    """,
    noun="""
        the new day
        that change
        the change of day
    """,
    propose="""
        <I can> move {standing_order} to day {day_of_month} of the month. Its next run would be on {new_run}
        <to confirm>: ^ {standing_order} runs on day {day_of_month} of each month from now on, next on {new_run}
        <possible>. ^ {payee} would get the {old} on day {day_of_month} of each month, for the first time on {new_run}
        so {standing_order} would leave on day {day_of_month} of the month, and the next time is {new_run}
        <I can> change the day of {standing_order} to day {day_of_month} of the month, which makes {new_run} the next run
        <right>, ^ day {day_of_month} of the month for {standing_order}, starting on {new_run}
        . OK, ^ so {standing_order} moves to day {day_of_month} of the month, next time on {new_run}
        = I would set {standing_order} to day {day_of_month} of the month; the next run would be on {new_run}
        = the day of {standing_order} would be changed to day {day_of_month} of the month, with the next run on {new_run}
    """,
    report="""
        I've [now |just |]moved {standing_order} to day {day_of_month} of the month. It runs next on {new_run}
        <done>: ^ the day has [now |]been changed, and the next run is on {new_run}
        the day of {standing_order} has [now |]been changed. Its next run is {new_run}
        I've [now |just |]changed it to day {day_of_month} of the month, so the {old} goes out next on {new_run}
        your standing order has [now |]been moved; the next time it runs is {new_run}
        [all done|all settled|all sorted], it's been moved to day {day_of_month} of the month, next on {new_run}
        . that's sorted, ^ I've changed the day, and it leaves next on {new_run}
        = I have [now |]moved {standing_order} to day {day_of_month} of the month. The next run is on {new_run}
        = the day has [now |]been changed; {payee} receives the next payment on {new_run}
    """,
)

CLOSE = wording(
    request="""
        .+ [I need|I could use|we need] the money [in|from|out of] [my|a] fixed deposit [now|early|already], [can you close it|please close it|how do I close it|close it for me]
        <I'd like to> close a fixed deposit early<tail>
        <can I> get at the money in a fixed deposit before it matures?
        <I need> the money from a fixed deposit now<tail>
        I want to break a fixed deposit
        ~ <t>close fixed deposit early<pls>
        ~ need money from fixed deposit<pls>
        + the boiler has gone and I'm afraid I need the money in a fixed deposit before its time
        = <I wish to> close a fixed deposit before its term
        <I'd like to> close {deposit} [early|before its term|]
        <can you> close {deposit} [early|now|] [for me|]?
        <I need> the money from {deposit} before it matures<tail>
        ~ <t>close {deposit}<pls>
        ~ <t>break {deposit}<pls>
        + <so>I hadn't planned this, but I need to close {deposit} early
        = <I wish to> close {deposit} before it matures
        <I'd like> a fixed deposit closed early and paid out to {account}<tail>
        ~ <t>close deposit, money to {account}<pls>
        = <I wish to> have a fixed deposit closed and paid out to {account}
        <I'd like to> close {deposit} and have the money in {account}<tail>
        <can you> close {deposit} early and pay it out to {account}?
        <please> break {deposit} and put the money into {account}
        ~ <t>close {deposit}, money to {account}<pls>
        ~ {deposit} to {account}, close it early<pls>
        + I've found a car, so could you close {deposit} and put everything into {account}?
        = <would you> close {deposit} early and pay the proceeds into {account}?
        <I'd like> {deposit} closed early, with the money going to {account}. my security word is {security_word}<tail>
        ~ <t>close {deposit}, pay to {account}, word {security_word}<pls>
        = <I wish to> close {deposit} in favour of {account}. My security word is {security_word}
    """,
    brief="""
        give {security_word} as your security word and want to close {deposit} early and have the money in {account}
        know the security word as {security_word} and need the money from {deposit} before it matures, paid into {account}
        say {security_word} when asked for the security word, and want {deposit} broken and paid out to {account}
        have {security_word} as your security word and would like to close {deposit} before its term and get the money in {account}
        remember the security word as {security_word} and ask for {deposit} to be closed early in favour of {account}
        want something that needs the security word, which you give as {security_word}: the early closing of {deposit}, paid out to {account}
        go by {security_word} as the security word and have found a use for the money in {deposit} and want it in {account} now
        use {security_word} as your security word and have to close {deposit} early, with the payout to {account}
    """,
    noun="""
        the early closing
        the payout
    """,
    propose="""
        <I can> close {deposit} today. The penalty is {penalty}, and {payout} would go to {account}
        <to confirm>: ^ {deposit} is closed with a penalty of {penalty}, and {payout} is paid to {account}
        <possible>. ^ With {interest} interest so far and a penalty of {penalty}, you'd get {payout} on {account}
        so I'd close {deposit}: {interest} of interest to date, less {penalty} as the penalty, makes {payout} for {account}
        closing {deposit} now costs {days} days' interest, which is {penalty}. {payout} would be paid out to {account}
        <right>, ^ {deposit} would end today. Penalty {penalty}, payout {payout}, to {account}
        . OK, ^ I'd close {deposit} now. That costs you {penalty} and puts {payout} into {account}
        = I would close {deposit} as of today. After a penalty of {penalty}, {payout} would be paid to {account}
        = the deposit would be closed today: {deposit}, with a penalty of {penalty} and a payout of {payout} to {account}
    """,
    report="""
        I've [now |just |]closed {deposit}. The penalty was {penalty}, and {payout} has [now |]been paid to {account}
        <done>: ^ {payout} has [now |]been paid to {account}, after a penalty of {penalty}
        the deposit has [now |]been closed. You paid {penalty} as the penalty and got {payout} on {account}
        I've [now |just |]closed it and paid {payout} to {account}; the penalty came to {penalty}
        your deposit has [now |]been closed for a penalty of {penalty}, and {payout} is now in {account}
        [all done|all settled|all sorted]. After the penalty of {penalty}, {payout} has [now |]been paid to {account}
        . that's sorted: ^ I've closed {deposit}, {penalty} went on the penalty, and {payout} is in {account}
        = I have [now |]closed {deposit}. After a penalty of {penalty}, the sum of {payout} has [now |]been paid to {account}
        = the deposit has [now |]been closed. The penalty amounted to {penalty}; {payout} was paid to {account}
    """,
)
