"""Questions and their answers."""

from apigen_mt.domains.retail.wording import wording

LINE_PAID = wording(
    request="""
        .+ [I lost|I can't find|I threw away] the [receipt|invoice|bill], [what did I pay for one thing|what was the price of one thing|how much was one of the things|can you see what one thing was]?
        <q>how much did I pay for something I ordered?
        <can you> tell me what I paid for [one of my things|something]?
        ~ need to know what I paid for something
        + <so>I'm doing my sums and need to know what one of the things I bought [actually |]cost me
        = <let me know> what I paid for an item
        <q>how much did {line} cost [me|]?
        <q>what did I pay for {line}?
        ~ price paid for {line}<?>
        + <so>I'm splitting costs with a friend, what did {line} come to?
        = what amount did I pay for {line}?
        <q>what did I pay for {line} in {order}?
        <q>how much did {line} in {order} come to, [all told|after any discount]?
        <can you> tell me what {line} in {order} cost me?
        ~ {order}, how much for {line}<?>
        ~ what did {line} cost, {order}
        + <so>I've lost the receipt, so what did I end up paying for {line} in {order}?
        = <let me know> what I paid for {line} in {order}
        = what was the amount paid for {line} from {order}?
    """,
    brief="""
        want to know what you paid for {line} in {order}
        ask how much {line} in {order} cost you
        need to know the amount you paid for {line} in {order}
        have lost the receipt and want to know what you paid for {line} in {order}
        would like to be told what {line} in {order} came to
        are splitting costs with a friend and ask what you paid for {line} in {order}
        wonder what {line} from {order} cost, any discount included
        want the price that you paid for {line} in {order}
    """,
    noun="""
        the price
        the amount
        that price
    """,
    report="""
        <see>^ you paid {paid} for {line}
        <see>^ in {order}, you paid {paid} for {line}
        That came to {paid}, for {line}
        <see>^ for {line} you paid {paid}
        {line} cost you {paid} in {order}
        <see>^ it was {paid} for {line}, any discount on the order included
        . Looking at {order}, you paid {paid} for {line}
        = <found>^ the amount you paid for {line} was {paid}
        = According to {order}, {paid} was paid for {line}
    """,
)

RETURN_DEADLINE = wording(
    request="""
        <q>how long [do I have|have I got] to return something?
        <q>until when can I [send something back|return things]?
        ~ return deadline<?>
        ~ last day to return<?>
        + <so>I'm still making up my mind about something, how long can I take to return it?
        = <let me know> the deadline for a return
        <q>until when can I return things from {order}?
        <q>how long [do I have|have I got] to send {order} back?
        <q>when does the return period for {order} end?
        <q>what's the last day I can return {order}?
        ~ {order}, last day for returns<?>
        ~ <t>return deadline for {order}?
        + <so>I can't decide yet, so what's the last day to return things from {order}?
        + <so>I keep putting it off, so when do I have to make up my mind about {order} at the latest?
        = until which date may I return items from {order}?
        = <let me know> when the return period for {order} ends
    """,
    brief="""
        want to know until when you can return things from {order}
        ask for the last day on which {order} can be returned
        want to know when the return period for {order} ends
        cannot decide yet and ask how long {order} can be returned
        ask what the return deadline for {order} is
        need to know by which day you have to decide about {order}
        wonder how long you have to send {order} back
        would like to know the last day for returning {order}
    """,
    noun="""
        the deadline
        the last day
        that date
    """,
    report="""
        <see>^ you can return {order} until {last}
        <see>^ the last day for returns from {order} is {last}
        <see>^ you have until {last}, that day included
        <see>^ the return period for {order} ends on {last}
        {last} is the last day you can return something from {order}
        <see>^ for {order} it's {last}; a return that day is still fine
        . You've got until {last} to make up your mind about {order}
        = <found>^ items from {order} may be returned up to and including {last}
        = <found>^ the deadline for returns from {order} is {last}
    """,
)

STORE_CREDIT = wording(
    request="""
        <q>how much store credit do I have?
        <q>what's my store credit [balance|] [at the moment|right now|]?
        <can you> [check|tell me] my store credit?
        <q>do I have any store credit left?
        <q>how much credit [is there|have I got] on my account?
        ~ store credit balance<?>
        ~ how much credit do I have
        + <so>I've lost track, how much store credit is [still |]left on my account?
        + <so>before I buy anything else, how much store credit have I got?
        = what is the balance of my store credit?
        = <let me know> how much store credit I have
    """,
    brief="""
        want to know how much store credit you have
        ask for the balance of your store credit
        have lost track of your store credit and ask how much is left
        want to be told what your store credit stands at
        plan to buy something and ask how much store credit you have
        wonder how much store credit is on your account
        need to know your store credit balance
        ask whether there is store credit on your account, and how much
    """,
    noun="""
        the balance
        that
    """,
    report="""
        <see>^ you have {credit} in store credit
        <see>^ your store credit is {credit}
        <see>^ there's {credit} of store credit on your account
        <see>^ your store credit balance is {credit} at the moment
        <see>^ your account shows {credit} in store credit
        <see>^ it's {credit} in store credit as of today
        . That's {credit} of store credit on your account right now
        = <found>^ your store credit currently amounts to {credit}
        = <found>^ the balance of your store credit is {credit}
    """,
)

POINTS_WORTH = wording(
    request="""
        <q>how many points do I have[, and what are they worth|]?
        <q>what are my [loyalty |]points worth?
        <can you> tell me my points balance and what it's worth [in dollars|]?
        <q>how much are my points worth in dollars?
        <q>how much could I get for my points?
        ~ points balance? and in dollars<?>
        ~ my points, how much are they worth
        + <so>I've been collecting points for ages, how many are there now and what would they buy me?
        + someone said my points are worth real money, how much would that be?
        = how many points do I have, and what is their value in dollars?
        = <let me know> the value of my loyalty points
    """,
    brief="""
        want to know how many points you have and what they are worth
        ask what your loyalty points are worth in dollars
        want your points balance and its value in dollars
        wonder how many points you have collected and what they are worth
        have been collecting points and ask how many there are and what they would buy
        ask for your points balance and for its worth in money
        want to be told what your points come to in dollars
        need to know your points and their value
    """,
    noun="""
        the points
        the balance
        that
    """,
    report="""
        <see>^ you have {points} points, worth {worth}
        <see>^ your balance is {points} points, which makes {worth}
        <see>^ there are {points} points on your account. They're worth {worth}
        <see>^ you've got {points} points, and they're worth {worth}
        {points} points, so {worth} in money
        <see>^ your points come to {points}, and they're worth {worth}
        . That's {points} points at the moment, or {worth}
        = <found>^ your account shows {points} points with a value of {worth}
        = <found>^ the balance is {points} points, which corresponds to {worth}
    """,
)

OPEN_ORDERS = wording(
    request="""
        <q>how many of my orders [haven't been sent|have not gone out] yet?
        <q>how many orders do I [still |]have that haven't left [your warehouse|] yet?
        <can you> tell me how many of my orders are still to be sent?
        <q>do I have orders that haven't been sent yet, and how many?
        ~ how many orders not sent yet<?>
        ~ number of my orders not shipped yet
        + <so>I've been ordering a bit too keenly lately, how many of my orders haven't left you yet?
        + <so>I've lost track a bit, how many orders of mine are you still sitting on?
        = how many of my orders have not been dispatched yet?
        = <let me know> how many of my orders have yet to be sent
    """,
    brief="""
        want to know how many of your orders have not been sent yet
        ask how many of your orders are still to leave the warehouse
        have lost track and ask how many of your orders have not gone out yet
        want the number of your orders that are not yet on their way
        wonder how many of your orders are still waiting to be sent
        ask for the number of orders that have not left yet
        need to know how many of your orders have not been sent
        would like to know how many of your orders the shop has not sent yet
    """,
    noun="""
        the number
        that
    """,
    report="""
        <see>^ the number of your orders that haven't been sent yet is {count}
        That's {count}, counting open and packed orders
        Not sent yet: {count}, open and packed orders taken together
        Counting open and packed orders, it's {count}
        I count {count} still to leave us
        As of today it's {count}, open and packed ones included
        . I make it {count} still to be sent
        = <found>^ the number of orders yet to be sent is {count}
        = Open and packed orders together come to {count}
    """,
)

STOCK = wording(
    request="""
        [is something|I wonder if something's] in stock[, can you check|]?
        <can you> check [the |]stock for something?
        ~ stock check
        ~ is something in stock
        + <so>before I drive myself mad with your website, could you check the stock of something for me?
        = <let me know> whether an item is in stock
        <q>do you have the {item} in stock?
        <can you> check whether the {item} is in stock?
        ~ {item} in stock<?>
        + <so>a friend showed me the {item}, have you got any left?
        = is the {item} available?
        <q>do you have the {item} in stock, {option}? and what does it cost?
        I'm after the {item}, {option}. [is it in stock|have you got any]? and how much is it?
        <q>how many of the {item} do you have, {option}, and at what price?
        ~ {item}, {option}, in stock? price<?>
        ~ stock + price, {item}, {option}
        + <so>I'm thinking of getting the {item} for my brother, {option} if I can, have you got any and what would it set me back?
        = how many of the {item} do you have in stock? I mean {option}. And what is the price?
    """,
    brief="""
        want to know whether the {item} is in stock, {option}, and what it costs
        ask how many of the {item} ({option}) are in stock and at what price
        are interested in the {item}, {option}, and want to know stock and price
        consider buying the {item}, {option}, and ask for stock and price
        want the stock and the price of the {item}, {option}
        ask whether the shop has the {item}, {option}, and how much it is
        want to be told the price and the stock of the {item}, {option}
        look for the {item}, {option}, and ask if there are any and what they cost
    """,
    noun="""
        the stock
        that
    """,
    report="""
        <see>^ we have {stock} of {option} in stock, at {price} each
        {option}: {stock} in stock, and the price is {price}
        I see {stock} in stock; {option} costs {price}
        <see>^ the stock for {option} is {stock}, and the price {price}
        <see>^ it's {price} for {option}, with {stock} in stock
        Our stock shows {stock} for {option}. Each one costs {price}
        . That's {stock} in stock for {option}, at {price}
        = <found>^ for {option}, the stock is {stock} and the price {price}
        = <found>^ the stock of {option} stands at {stock}. The price is {price} each
    """,
)

CHEAPEST = wording(
    request="""
        .+ [I'm on a budget|I don't want to spend much|money's tight|nothing fancy], [what's the cheapest|which is the cheapest|which version is the cheapest|show me the cheapest]?
        <q>what's the cheapest [version|option] of something you sell?
        <can you> tell me the cheapest version of [something|one of your products]?
        ~ cheapest version of something<?>
        + <so>I don't mind the colour as long as it's cheap, can you look up the cheapest version of something?
        = I am looking for the least expensive version of a product
        <q>what's the cheapest version of the {item}?
        <q>which {item} is the cheapest[, and how much is it|]?
        <q>what does the {item} start at, and which version is that?
        <can you> tell me which version of the {item} is cheapest?
        ~ cheapest {item}<?>
        ~ {item}, which version is cheapest
        + <so>nothing fancy needed, what's the cheapest version of the {item} you've got?
        + <so>money's a bit tight this month, so which version of the {item} is the cheapest?
        = which version of the {item} is the least expensive, and what does it cost?
        = <let me know> the lowest price for the {item} and the version it applies to
    """,
    brief="""
        want to know which version of the {item} is the cheapest and what it costs
        ask for the cheapest version of the {item} and its price
        want the {item} as cheaply as possible and ask which version that is and at what price
        ask what the {item} costs at the least, and in which version
        wonder which version of the {item} costs least, and how much
        look for the cheapest {item} and want version and price
        are on a budget and ask for the cheapest version of the {item} and its price
        want to be told the lowest price of the {item} and the version
    """,
    noun="""
        the cheapest one
        that
    """,
    report="""
        <see>^ the cheapest {item} is the {option} version, at {price}
        That's the {option} version: the {item} costs {price} there
        <see>^ the {item} starts at {price}, for the {option} version
        <see>^ the {option} version is the cheapest, {price}
        At {price}, the {option} one is the cheapest {item}
        <see>^ for the {item}, {price} is the lowest price, and that's the {option} version
        . Cheapest is the {option} version of the {item}, {price}
        = <found>^ the least expensive version of the {item} is {option}, at {price}
        = <found>^ the lowest price for the {item} is {price}, which applies to the {option} version
    """,
)

RETURN_VALUE = wording(
    request="""
        .+ [if I send|say I send|suppose I send|in case I send] something back, [what do I get|how much do I get|how much comes back|what's the refund|what would you refund]?
        <q>how much would I get back if I returned something?
        <q>what would I get for returning something?
        ~ how much back for a return<?>
        + <so>I'm not sure it's worth the trip to the post office, so what would I get back for a return?
        = <let me know> what I would be refunded for a return
        <q>how much would I get back for {line}?
        ~ refund for {line}, how much<?>
        = what would be refunded for {line}?
        <q>how much would I get back if I returned {line} from {order}?
        <q>what would I get for {line} from {order} if I sent that back?
        ~ {line}, {order}, how much back<?>
        + <so>I'm in two minds about {line} from {order}, what would I get back?
        = what would be refunded if I returned {line} from {order}?
        <q>what would I get for {line} from {order}, {condition}, refunded to {refund_to}?
        if I returned {line} from {order}, {condition}, how much would go to {refund_to}?
        ~ {line} from {order}, {condition}, to {refund_to}, how much back<?>
        + <so>just thinking aloud, if {line} from {order} went back, {condition}, how much would I see on {refund_to}?
        = how much would be refunded to {refund_to} for {line} from {order}, {condition}?
    """,
    brief="""
        want to know how much you would get back to {refund_to} for {line} from {order}, {condition}; you don't return anything yet
        ask what a return of {line} from {order}, {condition}, would give, refunded to {refund_to}
        consider returning {line} from {order} ({condition}) and only want to know what would be refunded to {refund_to}
        are in two minds about {line} from {order}, {condition}, and ask how much would go to {refund_to}
        ask for the refund to {refund_to} if you returned {line} from {order}, {condition}
        wonder how much {line} from {order}, {condition}, would bring back to {refund_to}
        want only the amount that returning {line} from {order}, {condition}, would put on {refund_to}
        want to know the refund for {line} from {order}; if asked: {condition}, and to {refund_to}
    """,
    noun="""
        the refund
        the amount
        that
    """,
    report="""
        [You'd get|You would get|You'd receive] {refund} back for {line}, to your {destination}
        <see>^ for {line} from {order} the refund would be {refund}, to your {destination}
        That would be {refund}, paid to your {destination}
        <see>^ returning {line} would give you {refund}, to your {destination}
        <see>^ it would come to {refund} for {line}, to your {destination}
        <see>^ if you send {line} back, {refund} <goes> to your {destination}
        . We'd refund {refund} for {line} to your {destination}
        = <found>^ the refund for {line} would amount to {refund}, to your {destination}
        = <found>^ you would receive {refund} to your {destination} for {line}
    """,
)

EXPECTED = wording(
    request="""
        <q>when [will|should] my order [arrive|get here|be delivered]?
        <can you> tell me when an order [will come|is due]?
        ~ delivery date of my order<?>
        + <so>I need to plan my week a bit, when is my parcel due?
        = <let me know> when an order is due to arrive
        <q>when [will|should] {order} [arrive|get here|be here]?
        <can you> tell me when {order} is due?
        <q>what's the delivery date for {order}?
        [I'd like to|I want to|I need to|I'd love to] know when to expect {order}<tail>
        ~ when does {order} arrive<?>
        ~ {order}, delivery date<?>
        + <so>I have to be at home to sign for things, so when is {order} due?
        + <so>it's meant to be a birthday present, so when do you think {order} will get here?
        = when can I expect {order} to be delivered?
        = <let me know> the expected delivery date of {order}
    """,
    brief="""
        want to know when {order} should arrive
        ask for the expected delivery date of {order}
        need to be at home and ask when {order} is due
        wonder when {order} will be delivered
        want the date on which {order} is expected
        ask when to expect {order}
        would like to know by when {order} should be there
        plan your week and want to know when {order} should arrive
    """,
    noun="""
        the date
        the delivery
        that
    """,
    report="""
        {order} <should arrive> on {expected}
        <see>^ the expected delivery date for {order} is {expected}
        <see>^ you can expect {order} on {expected}
        {order} is due on {expected}
        <see>^ it's due on {expected}
        Delivery of {order} is planned for {expected}
        . That one <should arrive> on {expected}
        = {order} is expected to be delivered on {expected}
        = <found>^ the delivery of {order} is expected on {expected}
    """,
)

SPENT = wording(
    request="""
        <q>how much have I spent with you this year?
        <q>what do my orders [from|of] this year add up to?
        <can you> add up my orders [from|of] this year?
        <q>what's the total of everything I've ordered this year?
        [I'd like to|I want to|I need to|I'd love to] know what I've spent here this year[, leaving out cancelled orders|]
        ~ total spent this year<?>
        ~ sum of my orders this year
        + <so>my wife says I've got a problem, so how much have I spent with you this year, all in all?
        + <so>I'm doing my yearly budget, could you tell me what this year's orders come to altogether?
        = what is the total of my orders this year, excluding cancelled ones?
        = <let me know> the total amount of my orders this year
    """,
    brief="""
        want to know what all your orders of this year come to, leaving out cancelled ones
        ask for the total of this year's orders, without cancelled ones
        are doing your budget and ask what you have spent this year, cancelled orders aside
        want the sum of the orders you placed this year that were not cancelled
        wonder how much this year's orders add up to, cancelled ones left out
        ask the agent to add up your orders of this year, cancelled ones excepted
        want to know how much you have ordered for this year, apart from cancelled orders
        need the total of your orders this year, except cancelled ones
    """,
    noun="""
        the total
        that
    """,
    report="""
        <see>^ your orders this year come to {total}, leaving out cancelled ones
        This year's orders add up to {total}
        That makes {total} in all, cancelled orders not counted
        <see>^ the total for this year is {total}, without cancelled orders
        <see>^ it's {total} so far this year
        All in all, that's {total} this year, cancelled orders left out
        . I make that {total} for this year's orders
        = <found>^ the total of your orders this year is {total}, excluding cancelled ones
        = <found>^ your orders of this year amount to {total}
    """,
)

VOUCHER_TERMS = wording(
    request="""
        <q>what are the conditions of my voucher?
        <can you> tell me how long a voucher is valid and what I have to spend?
        I have a voucher, how long can I use it and from what amount?
        ~ voucher conditions<?>
        + <so>I've got a voucher pinned to the fridge and the small print has faded, what does it say?
        = <let me know> the terms of a voucher
        <q>until when is {voucher} valid, and what do I have to spend?
        <q>what are the conditions for {voucher}?
        <q>how long can I use {voucher}, and from what amount on?
        <can you> tell me when {voucher} runs out and what the minimum is?
        ~ {voucher}, valid til? minimum<?>
        ~ how long is {voucher} good for, and min spend
        + <so>I'm saving up for something bigger, so how long does {voucher} last and how much do I need to spend?
        = until which date can I use {voucher}, and from which amount?
        = <let me know> the last day and the minimum spend for {voucher}
    """,
    brief="""
        want to know until when {voucher} is valid and what the least spend is
        ask for the last day and the minimum spend of {voucher}
        want the conditions of {voucher}: how long it lasts and from what amount
        wonder how long {voucher} can be used and how much you have to spend
        ask how long {voucher} lasts and what has to be spent to use it
        are saving up and ask until when and from what amount {voucher} can be used
        want to be told the terms of {voucher}: last day and least spend
        need to know when {voucher} runs out and what the least spend is
    """,
    noun="""
        the conditions
        that
    """,
    report="""
        {voucher} can be used until {expires}, on goods of {least} or more
        <see>^ the last day for {voucher} is {expires}, and the least spend is {least}
        <see>^ you can use {voucher} until {expires}; the minimum spend is {least}
        {voucher} is good until {expires}. The order needs to come to at least {least}
        <see>^ it's valid until {expires}, from {least} up
        <see>^ you've got until {expires}, and you need to spend at least {least}
        . {voucher} runs until {expires}, with a minimum spend of {least}
        = {voucher} is valid up to and including {expires}, with a minimum spend of {least}
        = <found>^ the least spend for {voucher} is {least}, and the last day is {expires}
    """,
)
