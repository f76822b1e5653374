"""Why something cannot be done: clause -> ways to tell its reason."""

from apigen_mt.domains.retail.wording import phrases

REFUSALS = {
    "3.1": phrases("""
        order {order} is {status} and so no longer open
        this [works|is possible|can be done] only while an order is open, and {order} is [already {status}|{status} by now]
        {order} is no longer open, it's {status}[ already|]
        order {order} isn't open any more, so this can't be changed; that [works|is possible] only while it is open
        that's possible only while it is open, and {order} is [already {status}|{status} by now]
        {order} is {status}, [in other words|which means it's|so it's] no longer open for changes
        by now {order} is {status}, and [we can change this|that can be done] only while an order is open
        [our records show {order} as {status}|I see that {order} is {status}], so it's no longer open [for this|for changes]
        = order {order} is no longer open; its status is {status}
        = changes of this kind are possible only while an order is open, whereas {order} is [already |]{status}
    """),
    "3.3": phrases("""
        the {item} is personalised, and the workshop has been on it since the day after {placed}
        our workshop has started on the personalised {item}, as the order is from {placed}
        the order is from {placed}, so the personalised {item} is already being made in the workshop
        the {item} is a personalised piece; the workshop starts those the day after ordering, and that was {placed}
        with the order placed on {placed}, the workshop is already at work on the personalised {item}
        the personalised {item} has been in the workshop since the day after {placed}
        = the {item} is personalised, and the workshop began work on the day after the order of {placed}
        = work on the personalised {item} has begun in our workshop, the order having been placed on {placed}
    """),
    "3.4": phrases("""
        the {item} is the only line left on {order}, so dropping that isn't possible; the order could only be cancelled as a whole
        the {item} is the last line on {order}, and an order can't be left empty
        nothing would be left of {order} without the {item}
        the {item} is the only thing left in {order}, and we can only cancel an order as a whole
        {order} has just the {item}, so nothing would be left to send
        as the last line of {order}, the {item} can't come off on its own
        = the {item} is the last line of {order} and cannot be removed on its own
        = nothing would be left of {order} if the {item} were removed
    """),
    "3.5": phrases("""
        only {left} would be left, and voucher {voucher} on the order has a minimum spend of {least}
        that would leave {left}, which is below the minimum spend of {least} for voucher {voucher}
        voucher {voucher} was used here, with a least spend of {least}, and only {left} would be left
        the order has voucher {voucher} on it, which needs a minimum spend of {least}; this would leave just {left}
        without it {left} would be left, too little for the least spend of {least} that voucher {voucher} asks for
        this would leave {left}, while voucher {voucher} comes with a minimum spend of {least}
        = {left} would be left, which falls short of the minimum spend of {least} for voucher {voucher}
        = the removal would leave {left}, and voucher {voucher} requires a least spend of {least}
    """),
    "3.6": phrases("""
        {order} is paid by instalment plan, and with that the price is fixed
        the instalment plan fixes the price of {order}
        {order} runs on an instalment plan, so the price is fixed and can't be changed line by line
        as {order} is paid in instalments, its price is fixed
        with the instalment plan on {order} the price is fixed
        {order} is on an instalment plan, which means a fixed price
        = the instalment plan on {order} fixes the price, which cannot be altered
        = {order} is paid by instalment plan, and such a plan fixes the price
    """),
    "3.7": phrases("""
        we'd need {quantity} of the {option} version and have {stock} in stock
        we have {stock} of the {option} version in stock, and the line takes {quantity}
        the {option} version isn't in stock in the quantity you need: {stock} there, {quantity} ordered
        we don't have enough in stock: {stock} of the {option} version, for a line of {quantity}
        the swap takes {quantity} of the {option} version, and we have {stock} in stock
        for the {option} version, {stock} in stock is not enough for a line of {quantity}
        = the line takes {quantity}, while we have only {stock} of the {option} version in stock
        = there is not enough of the {option} version in stock: {stock}, where {quantity} would be required
    """),
    "3.8": phrases("""
        the order was paid with store credit, and the {option} version is dearer: {price} instead of {old_price}
        with an order paid from store credit, a swap can't go to something dearer, and the {option} version costs {price} against {old_price}
        you paid with store credit, and there we can't swap for anything more expensive; the {option} version is {price}, up from {old_price}
        at {price}, the {option} version is more expensive than the {old_price} you paid, and store credit orders can't be topped up
        the {option} version costs more at {price} than your present one at {old_price}, and the order was paid with store credit
        store credit orders can't be swapped for something dearer, and that's {price} rather than {old_price} for the {option} version
        = the order was paid with store credit, and the {option} version at {price} is more expensive than the present one at {old_price}
        = the {option} version costs more, {price} instead of {old_price}, which is not possible on an order paid with store credit
    """),
    "3.9": phrases("""
        {order} is {why}, so it's too late for a new address
        the address of {order} can no longer be changed: it's {why}
        it's too late to change the address, as {order} is {why}
        {order} is {why}, and then the address can't be changed any more
        for {order}, which is {why}, the address can no longer be altered
        as {order} is {why}, we can't send it to another address; it's too late for that
        = the address of {order} can no longer be changed, since it is {why}
        = {order} is {why}; it is too late to alter the delivery address
    """),
    "3.10": phrases("""
        we can hold an order for at most 21 days after it was placed, so until {latest} here
        orders can be held for 21 days from ordering at most, which would be until {latest}
        that's longer than we can hold it: 21 days after ordering is the limit, so {latest}
        {latest} is the latest, because we hold orders for no more than 21 days after they're placed
        the longest we can hold this one is until {latest}, 21 days after it was placed
        an order can't be held beyond 21 days after it was placed, and that's {latest}
        = orders are held for a maximum of 21 days after placement, in this case until {latest}
        = we hold an order no longer than 21 days after it was placed; that would be {latest}
    """),
    "3.11": phrases("""
        {order} is an express order, and those are never held
        we don't hold express orders, and {order} is one
        {order} goes by express, so we can't hold it
        with express delivery, as on {order}, orders can't be held
        express orders like {order} can't be put on hold
        {order} was ordered with express delivery, which we never hold
        = express orders such as {order} are not held
        = {order} is an express order and therefore cannot be held
    """),
    "4.1": phrases("""
        points can only be redeemed in multiples of 500, and {points} isn't one
        {points} doesn't work, because points go in steps of 500
        we redeem points in blocks of 500, so {points} isn't possible
        points come off in multiples of 500 only, not {points}
        it has to be multiples of 500, and {points} points don't fit
        redeeming works in steps of 500, which {points} is not
        = points are redeemed in multiples of 500 only, and {points} is not among them
        = {points} points cannot be redeemed, as this is possible only in multiples of 500
    """),
    "4.2": phrases("""
        points can cover at most half of the goods, which is {half} here, and that would be {off}
        that would take off {off}, and points may only pay for half of the goods, {half}
        half of the goods is {half}, and your points would come to {off}, which is more
        we can cover half of an order with points, so up to {half}, not {off}
        the points would be worth {off}, but the limit is half of the goods: {half}
        at {off} those points go beyond half of the goods, which is {half}
        = points may cover no more than half of the goods, that is {half}, while this would amount to {off}
        = the discount of {off} exceeds half of the goods, {half}, which is the limit for points
    """),
    "4.3": phrases("""
        an order takes one discount, and {order} already has {used}
        {order} already has {used} on it, and only one discount is possible
        there's {used} on {order} already, and we can't add a second discount
        it's one discount per order, and for {order} that was {used}
        with {used} on {order}, a second discount isn't possible
        we've put {used} on {order} before, and each order gets a single discount
        = only one discount is possible per order, and {order} already has {used}
        = a second discount cannot be applied to {order}, which already has {used}
    """),
    "4.4": phrases("""
        voucher {voucher} {why} on {date}, so it's no longer valid
        {voucher} is no longer valid, it {why} on {date}
        that voucher, {voucher}, {why} on {date} and is no longer valid
        {voucher} can't be used any more, because it {why} on {date}
        the voucher {why} on {date}, which means {voucher} is not valid any more
        since {voucher} {why} on {date}, it can't be used any more
        = voucher {voucher} {why} on {date} and is no longer valid
        = {voucher} is no longer valid, as it {why} on {date}
    """),
    "4.5": phrases("""
        voucher {voucher} has a minimum spend of {least}, and the goods in this order come to {goods}
        the goods come to {goods}, and {voucher} needs a minimum spend of {least}
        with goods for {goods}, the order doesn't reach the least spend of {least} for {voucher}
        {voucher} only works from a minimum spend of {least}, and these goods add up to {goods}
        the least spend for {voucher} is {least}, more than the {goods} the goods cost
        at {goods}, the goods fall short of the minimum spend of {least} on {voucher}
        = the goods amount to {goods}, which is below the minimum spend of {least} for voucher {voucher}
        = voucher {voucher} requires a least spend of {least}, and the goods amount to {goods}
    """),
    "5.1": phrases("""
        {order} hasn't been delivered, it's {status}
        {order} is {status}, so it has not been delivered[ yet|]
        that's only for delivered orders, and {order} hasn't been delivered: it's {status}
        as {order} is {status} and hasn't been delivered, it's too early for that
        {order} hasn't been delivered [according to our records, where it's|as far as our records go; there it's] {status}
        [our records say|our system says|I see that] {order} is {status} and hasn't been delivered
        we can do that once an order is there, and {order} hasn't been delivered: it's {status}
        = {order} has not been delivered; its status is {status}
        = according to our records, {order} is {status} and has not been delivered
    """),
    "5.2": phrases("""
        the return window closed on {last}, {days} days after the delivery on {delivered}
        returns were possible until {last}, and that deadline has passed; it arrived on {delivered}
        the order came on {delivered}, so with {days} days to return it the last day was {last}
        the last day to return it was {last}, as it was delivered on {delivered}
        delivery was on {delivered}, and the return window of {days} days ended on {last}
        the {days} days are over: it arrived on {delivered} and the deadline for returns was {last}
        = the return window of {days} days after the delivery on {delivered} closed on {last}
        = the deadline for a return was {last}, {days} days after the delivery on {delivered}
    """),
    "5.3": phrases("""
        the {item} is {why}, and personalised or clearance pieces can't be returned
        we can't take back personalised or clearance pieces, and the {item} is {why}
        as the {item} is {why}, it can't be returned; that goes for everything personalised or from clearance
        the {item} is not returnable: it's {why}, and with personalised and clearance pieces there's no going back
        there are no returns on personalised or clearance pieces, and the {item} is {why}
        the {item} is {why}, which we can't take back, like anything personalised or on clearance
        = personalised and clearance pieces are not returnable, and the {item} is {why}
        = the {item} is {why}; personalised and clearance pieces can't be returned
    """),
    "5.4": phrases("""
        the {item} can only come back with the seal unbroken
        once the seal is broken, we can't take the {item} back
        the {item} is one of the things we only take back with an unbroken seal
        with the seal open, the {item} has to stay with you
        we only accept the {item} back while the seal is intact
        the {item} would have to have its seal unbroken
        = the {item} can be accepted only with its seal unbroken
        = returns of the {item} require an unbroken seal
    """),
    "5.5": phrases("""
        more than 30 days after delivery we can only refund to store credit, and it came on {delivered}
        it was delivered on {delivered}, and after 30 days the refund can only be store credit
        the delivery on {delivered} is more than 30 days ago, so the refund has to go to store credit
        for the original payment method the limit is 30 days from delivery, on {delivered}; after that it's store credit only
        after 30 days there's only store credit, and {delivered} is longer ago than that
        since it arrived on {delivered}, more than 30 days ago, only store credit is possible
        = later than 30 days after delivery, which was on {delivered}, refunds are made to store credit only
        = the delivery on {delivered} was more than 30 days ago, so the refund can only be made to store credit
    """),
    "6.1": phrases("""
        damage has to be reported within 14 days of delivery, and that [ended|was up] on {last}
        it was delivered on {delivered}, and damage can be reported for 14 days, so until {last}
        we can settle damage that's reported within 14 days; for a delivery on {delivered} that was {last}
        the 14 days for reporting damage [ran out|ended|were over] on {last}, counting from {delivered}
        for damage there's a limit of 14 days from the delivery on {delivered}, which passed on {last}
        with the delivery on {delivered}, the 14 days for damage claims [ended|ran out] on {last}
        [we take|we accept] damage reports for 14 days after delivery, here [until|up to] {last}
        = damage must be reported within 14 days of delivery; for {delivered} that period ended on {last}
        = the period of 14 days for reporting damage, counted from {delivered}, ended on {last}
    """),
    "6.2": phrases("""
        the damage to the {item} has already been settled
        we've settled that one: the damage to the {item} has already been settled, and that [closes it|was that]
        the {item} was settled before, and [we can't do that again|that closes the matter]
        there's been a claim for the {item}, which has already been settled
        for the {item} a claim has already been settled, [and that's final|so there's nothing more to do on it]
        damage is settled once per line, and [for the {item} that's been done|the {item} has had its turn]
        [our records show|I see] that damage to the {item} has already been settled
        = damage to the {item} has already been settled
        = a claim for the {item} was settled before and the line is thereby closed
    """),
    "6.3": phrases("""
        I can settle damage up to $150, and you paid {paid} for the {item}; our claims team could take it up
        the {item} cost {paid}, and beyond $150 it's a matter for our claims team
        at {paid} the {item} is above the $150 that I'm able to settle myself
        you paid {paid} for the {item}, which is more than the $150 limit at this desk
        for pieces above $150, like the {item} at {paid}, the claims team has to decide
        the limit here is $150, and the {item} was {paid}, so that needs the claims team
        = this desk settles damage to lines of up to $150, and {paid} was paid for the {item}
        = the amount of {paid} paid for the {item} exceeds the limit of $150
    """),
    "6.5": phrases("""
        a replacement for the {item} isn't possible because {why}
        I can't send a replacement for the {item}: {why}
        we can't replace the {item}, since {why}
        for the {item} there's no replacement, because {why}
        the {item} can't be replaced, as {why}
        replacing the {item} is out because {why}, so there's no replacement
        = a replacement of the {item} is not possible, as {why}
        = the {item} cannot be replaced, because {why}
    """),
    "6.6": phrases("""
        {order} is not with the courier, it's {status}
        {order} isn't with the courier: it's {status}
        there's no parcel to look for, because {order} is {status} and not with the courier
        {order} is {status}, so it isn't with the courier
        our records have {order} as {status}, so it's not with the courier
        as {order} is {status}, it's not with the courier and there's nothing to trace
        = {order} is {status} and therefore not with the courier
        = a trace is not possible, as {order} is {status} and not with the courier
    """),
    "6.7": phrases("""
        the courier only starts looking three days after the expected delivery on {expected}, so from {first}
        it's expected on {expected}, and the courier looks for parcels from the third day after that, {first}
        the courier takes a search from {first} on, three days after the expected delivery on {expected}
        the parcel is due on {expected}; three days after that, from {first}, the courier can be asked to look
        we can ask the courier from {first}, which is three days after the expected date of {expected}
        three days have to pass after {expected} before the courier searches, so {first} is the first day
        = the courier begins a search no earlier than three days after the expected delivery on {expected}, that is from {first}
        = delivery is expected on {expected}, and the courier accepts a search from the third day after it, {first}
    """),
    "7.1": phrases("""
        your contact details were last changed on {changed}, and there have to be 14 days in between, so [it's possible|that's possible] from {again}
        contact details can be changed once in 14 days; the last time was {changed}, so it works again on {again}
        [the|your] contact details were changed on {changed}, less than 14 days ago; from {again} it's possible again
        there's a wait of 14 days between changes of contact details, and the last one was on {changed}, so {again} [at the earliest|is the first day]
        as your contact details changed on {changed}, the 14 days aren't over before {again}
        14 days have to pass after a change of contact details: the last was {changed}, [the next can be {again}|so please come back on {again}]
        we leave 14 days between changes of contact details, and yours were changed on {changed}; [try again|we can do it] from {again}
        = your contact details were changed on {changed}, and a further change is possible 14 days later, from {again}
        = contact details can be changed again 14 days after the last change on {changed}, which is {again}
    """),
    "8.1": phrases("""
        our prices aren't negotiable[, I'm afraid|, whatever the reason|]
        there's nothing off beyond vouchers and points
        we don't negotiate on prices, and we don't price match
        we don't [do price matching|price match], and [the prices|our prices] [are|stay] what they are
        there are no discounts other than vouchers and points
        [everybody pays the same here|it's the same price for everybody], we don't negotiate
        [vouchers and points are all there is|there are vouchers and there are points]; beyond that our prices aren't negotiable
        [the price is the price here|the price on the website is the price]: no negotiating, and nothing off beyond vouchers and points
        = our prices are not negotiable
        = discounts other than vouchers and points [are not given|cannot be granted]
    """),
    "8.2": phrases("""
        that's another person's account, and I can only help with your own
        I can only talk about your own account, not somebody else's[; they'd have to write to us themselves|, even if they agree|]
        an account of someone else is off limits for me, even with their permission
        for somebody else's orders they'd have to [contact us|write to us|get in touch] themselves
        I'm not able to [look at, or change,|look into] what belongs to another person
        that concerns someone else, who would have to [write to us|contact us] directly
        I'm only allowed to deal with your own account, and this is another person's[, permission or not|]
        = I may not act on behalf of another person, even with their permission
        = information on another person's account cannot be given
    """),
    "8.3": phrases("""
        we don't give recommendations[ at this desk|]
        I'm not able to recommend one thing or another
        recommendations aren't something we give [at this desk|here]
        I can tell you [prices and stock|what it costs and whether we have it], but I can't recommend anything
        we leave the choice to you and don't recommend products
        I can't say what's good or right for you; recommendations aren't ours to give
        whether it's right for you is for you to say, we don't recommend [one thing or another|anything]
        = we do not give recommendations on products
        = I am not in a position to recommend a product
    """),
}
