"""Sentences about questions."""

from apigen_mt.domains.airline.wording import wording

FLIGHT_TIME = wording(
    request="""
        .+ [when do I have to be|I need to know when|what time do I have to be] [at the airport|there|up], [when does my flight go|what time is my flight|when do we leave]?
        [when does|what time does|when exactly does|at what time does] my flight leave?
        [can|could|would] you [please |] check whether one of my flights is on time?
        is one of my flights delayed?
        [I'd like to know|I want to know|I need to know|I was wondering|I'd love to know] [when|at what time] one of my flights leaves
        ~ flight time?
        ~ is my flight on time [please|please|]
        + I've got a ferry and a bus to juggle, so I need to know when one of my flights really leaves
        = [could you tell me|would you let me know|may I ask you to tell me|would you kindly tell me] whether one of my flights is running to schedule?
        [when does|what time does|when exactly does|at what time does] my flight leave on {trip}?
        [can|could|would] you [please |] check the flight times for {trip}?
        ~ flight time for {trip}
        + my sister is picking me up, so [is everything|are things] running on time on {trip}?
        = [could you tell me|would you let me know|may I ask you to tell me|would you kindly tell me] the departure time on {trip}?
        [when does|what time does|when exactly does|at what time does] {segment} on {trip} leave?
        [is|will] {segment} on {trip} [running |be |]on time?
        [can|could|would] you [please |] tell me what time {segment} on {trip} leaves?
        has anything changed with {segment} on {trip}?
        ~ {segment} on {trip}, on time?
        ~ departure of {segment}, {trip}?
        + I've heard all sorts of rumours, so when does {segment} on {trip} really leave?
        = could you confirm the departure time of {segment} on {trip}?
        = is {segment} on {trip} running to schedule?
        [is everything|are things] [on time|running on time] with [my flight|one of my flights]?
        .+ [I'm planning my day|I need to plan the day], [so when|when] does [my flight|one of my flights] [really |actually |]leave?
        ~ [departure|flight] time[s|][, please|]
        is there [any news|anything new] on {segment} on {trip}, [any delay|a delay perhaps]?
        . [do you know|can you see] [whether|if] {segment} on {trip} is [late|delayed|on time], and when it [leaves|goes]?
        ~ {segment} on {trip}[, when|, what time]?
    """,
    brief="""
        want to know when {segment} on {trip} leaves and whether it is on time
        want to find out at what time {segment} on {trip} departs as things stand
        ask whether {segment} on {trip} is delayed, and when it leaves
        would like to know if {segment} on {trip} is on time and at what time it goes
        need to know when {segment} on {trip} really departs
        want the departure time of {segment} on {trip}, with any delay
        wonder whether anything has changed with {segment} on {trip}, above all its departure time
        have to plan your day and ask when {segment} on {trip} leaves
    """,
    noun="""
        the departure time
        the flight time
        that question
        the status of the flight
    """,
    report="""
        Flight {flight} on {date} is {late}. [It leaves at|The departure is at] {leaves}
        Your flight on {date} leaves at {leaves}; it's {late}
        [As things stand|At the moment|As of now], {flight} on {date} is {late} and departs at {leaves}
        The departure on {date} is at {leaves}, which is {late}
        On {date}, {flight} [departs at|leaves at|is due to leave at] {leaves}. It is {late}
        [I've checked|I've looked up|Here's what I see for] {flight}. It's {late}, with departure at {leaves} on {date}
        . {flight} is {late}, so you leave at {leaves} on {date}
        [At the moment|Right now|For now] {flight} is [shown as|listed as] {late}. That means {leaves} on {date}
        = Flight {flight} on {date} is {late} and will depart at {leaves}
        = The departure time of {flight} on {date} is {leaves}. The flight is {late}
    """,
)

CHEAPEST = wording(
    request="""
        .+ [I'm flexible|I don't care about the time|money's tight|any time is fine], [what's the cheapest flight|find me the cheapest flight|which flight is the cheapest|how low can you go] on [a day|a certain day]?
        [what's|what is|what would be] the cheapest flight you have on a certain day?
        I'm looking for the cheapest flight between two of your places
        [can|could|would] you [please |] find me a cheap flight?
        ~ cheapest flight?
        + I'm trying to keep costs down this month, so what's the cheapest I could fly for?
        = [could you tell me|would you let me know|may I ask you to tell me|would you kindly tell me] the lowest fare on one of your routes?
        [what's|what is|what would be] the cheapest flight from {origin} to {destination}?
        [how much|about how much|roughly how much] is the cheapest flight between {origin} and {destination}, going to {destination}?
        ~ cheapest {origin} to {destination}?
        = what is your lowest fare from {origin} to {destination}?
        [what's|what is|what would be] the cheapest flight on {day}?
        ~ cheapest on {day}?
        [what's|what is|what would be] the cheapest flight from {origin} to {destination} on {day}?
        [can|could|would] you [please |] tell me the cheapest way from {origin} to {destination} on {day}?
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] fly from {origin} to {destination} on {day}, what's the cheapest departure?
        which flight from {origin} to {destination} on {day} is the cheapest, and [how much is it|what does it cost]?
        ~ {origin} to {destination}, {day}, cheapest?
        ~ cheapest {origin}-{destination} {day}
        + my cousin's getting married, so what's the least I can pay to go from {origin} to {destination} on {day}?
        = [could you tell me|would you let me know|may I ask you to tell me|would you kindly tell me] the lowest fare from {origin} to {destination} on {day}, and the time of that flight?
        = which departure from {origin} to {destination} on {day} has the lowest fare?
        which [flight|departure] is the cheapest [on a day|on a certain day], and [what does it cost|how much is it]?
        .+ I'm [on a budget|a bit short this month], [what's the cheapest flight|what's your cheapest flight] [you've got|you have]?
        ~ [lowest fare|cheap flight][, please|?]
        .+ I [want|need] to [go|get] from {origin} to {destination} [as cheaply as possible|for as little as possible], [what's the fare|what does it cost]?
        .+ I [want|need] to [go|get] from {origin} to {destination} on {day} [as cheaply as possible|for as little as possible], [which flight is that|what's the cheapest]?
        . which [departure|flight] from {origin} to {destination} on {day} costs the least?
        ~ [lowest fare|cheapest flight] {origin} to {destination} on {day}
    """,
    brief="""
        want to know the cheapest flight from {origin} to {destination} on {day}: its price and its time
        want to find out which departure from {origin} to {destination} on {day} is the cheapest, and what it costs
        ask for the lowest fare from {origin} to {destination} on {day} and when that flight leaves
        would like to know how cheaply you can fly from {origin} to {destination} on {day}, and at what time
        are thinking of flying from {origin} to {destination} on {day} and ask for the cheapest departure and its price
        want the price and the departure time of the cheapest flight from {origin} to {destination} on {day}
        need to save money and ask what the cheapest flight from {origin} to {destination} on {day} is
        wonder what the lowest fare from {origin} to {destination} on {day} is, and for which departure
    """,
    noun="""
        the fare
        the cheapest flight
        that question
        the lowest fare
    """,
    report="""
        The cheapest flight from {origin} to {destination} that day leaves at {departs} and costs {price}
        [That would be|It's|You'd want] {flight} at {departs}, with a Saver fare of {price}
        For {day}, the lowest fare from {origin} to {destination} is {price}, on the flight at {departs}
        The [cheapest one|cheapest departure|cheapest flight] with seats left leaves at {departs} ({flight}). It's {price} on Saver
        [You'd pay|You'd be paying|It's] {price} on the flight at {departs}; that's the lowest fare that day
        On {day} the cheapest departure is at {departs}, for {price}
        . {flight} at {departs} is the cheapest, at {price} per person
        The lowest price I see for {day} is {price}, for the departure at {departs}
        = The lowest fare from {origin} to {destination} on {day} is {price}, for the departure at {departs}
        = The least expensive departure is {flight} at {departs}, at a Saver fare of {price}
    """,
)

COST_OF_CHANGE = wording(
    request="""
        .+ [I may have to|I might|we might|I'm thinking I could] [fly another day|take another flight|move a flight|change flights], [what does that cost|how much is that|what's the price of that]?
        [what|roughly what] would it cost to change one of my flights?
        [how much|about how much|roughly how much] is it to move a flight to another day?
        [I'd like to know|I want to know|I need to know|I was wondering|I'd love to know] what a change of flight would cost me
        ~ cost of changing a flight?
        + I'm not decided yet, but roughly what am I in for if I change one of my flights?
        = [could you tell me|would you let me know|may I ask you to tell me|would you kindly tell me] what it would cost to rebook one of my flights?
        [what|roughly what] would it cost to change a flight on {trip}?
        ~ price to change {trip}?
        = what would be the cost of changing a flight on {trip}?
        [what|roughly what] would it cost to move {segment} on {trip}?
        [how much|about how much|roughly how much] would it be to change {segment} on {trip}?
        ~ changing {segment} on {trip}, how much?
        = may I ask what it would cost to rebook {segment} on {trip}?
        [what|roughly what] would it cost to move {segment} on {trip} to {day}?
        ~ {segment} on {trip} to {day}, cost?
        [what|roughly what] would I pay to move {segment} on {trip} to {departure} on {day}?
        [can|could|would] you [please |] tell me what it costs to change {segment} on {trip} to {departure} on {day}?
        [how much|about how much|roughly how much] would it be to take {departure} on {day} instead of {segment} on {trip}?
        ~ {trip}, {segment} to {departure} on {day}, how much?
        + just out of curiosity, what would you charge to move {segment} on {trip} to {departure} on {day}? [I haven't made up my mind yet|I'm only asking for now]
        = what would the charge be for moving {segment} on {trip} to {departure} on {day}?
        = [could you tell me|would you let me know|may I ask you to tell me|would you kindly tell me] the cost of rebooking {segment} on {trip} to {departure} on {day}, without changing anything yet?
        [if I changed|suppose I changed] [a flight|one of my flights], [what would I have to pay|what would that cost|how much would that be]?
        .+ I'm [only asking|just asking] for now, but [what does it cost|how much is it] to [change|move] [a flight|one of my flights]?
        ~ [price|cost] [of a change|to change a flight][, please|?]
        [if I moved|suppose I moved] {segment} on {trip}, [what would I have to pay|what would that cost|how much would that be]?
        [if I moved|suppose I moved] {segment} on {trip} to {departure} on {day}, [what would I have to pay|what would that cost|how much would that be]?
        ~ [cost|price] of {departure} on {day} instead of {segment} on {trip}?
    """,
    brief="""
        want to know what it would cost to move {segment} on {trip} to {departure} on {day}, without changing anything yet
        ask what moving {segment} on {trip} to {departure} on {day} would cost; you only want the figure
        would like to know the price of changing {segment} on {trip} to {departure} on {day}, and nothing more for now
        are only asking what you would pay to take {departure} on {day} instead of {segment} on {trip}
        want the cost of moving {segment} on {trip} to {departure} on {day}: the fee, the fare difference and the total
        wonder how much it would be to have {segment} on {trip} moved to {departure} on {day}, and have not decided yet
        want a figure for changing {segment} on {trip} to {departure} on {day}, but no change
        need to know what {departure} on {day} would cost you in place of {segment} on {trip}
    """,
    noun="""
        the cost
        the price of the change
        that question
        the figure
    """,
    report="""
        Moving {segment} on {trip} to {flight} on {date} would cost {total}: {fee} change fee and {difference} difference in fare
        [That would come to|It would come to|You'd pay] {total}, of which {fee} is the change fee and {difference} the fare difference
        The change fee would be {fee} and the fare difference {difference}, so {total} in all
        For {flight} on {date} at {departs}, you'd pay a fee of {fee} plus {difference} in fare difference, which makes {total}
        It'd be {total} [in total|altogether|in all]. The fee is {fee}, the difference in fare {difference}
        [You'd be looking at|You'd have to reckon with|We'd charge] {total}: a fee of {fee}, and {difference} because of the fare
        . {total} altogether, that's {fee} for the change and {difference} for the fare
        Taking {flight} at {departs} instead comes to {total}, with a {fee} fee and {difference} in fare difference
        = The total would be {total}, made up of a change fee of {fee} and a fare difference of {difference}
        = Rebooking to {flight} on {date} would cost {total}, namely {fee} in fees and {difference} in fare difference
    """,
)

REFUND_ESTIMATE = wording(
    request="""
        .+ [if I call off|if we call off|say I cancel|suppose we cancel] [a trip|my trip|the trip], [what comes back|what do I get|how much do I see again|how much is refunded]?
        [how much|about how much|roughly how much] would I get back if I cancelled a trip?
        [what|what sort of] refund would I get for a trip?
        [I'd like to know|I want to know|I need to know|I was wondering|I'd love to know] what I'd get back if I had to cancel
        ~ refund if i cancel?
        + I haven't decided anything yet, but what would I see of my money if I cancelled?
        = [could you tell me|would you let me know|may I ask you to tell me|would you kindly tell me] what refund I would receive for a trip?
        [how much|about how much|roughly how much] would I get back for {trip}?
        [what|roughly what] would the refund be if I cancelled {trip}?
        ~ refund for {trip}?
        + suppose I had to cancel {trip}, what would I get back?
        = what refund would I receive for {trip}?
        [what|roughly what] would I get back for {trip} if I cancelled because of {cause}?
        ~ refund for {trip} if cancelled, {cause}?
        [what|roughly what] would I get back for {trip} if the refund went to {refund_to}?
        [how much|about how much|roughly how much] would I get back for {trip}? [it'd be|the reason would be] {cause}, and [the refund would go|I'd want the money to go] to {refund_to}
        if I cancelled {trip} and had the refund go to {refund_to}, how much would it be? the reason would be {cause}
        ~ refund for {trip} to {refund_to}? reason {cause}
        + I'm still thinking it over, but what would {trip} give me back, to {refund_to}? it would be because of {cause}
        = what would be refunded for {trip} to {refund_to}, the reason being {cause}?
        = [please|kindly] tell me the refund for {trip}, if it were to go to {refund_to}. The reason would be {cause}
        [if I cancelled|suppose I cancelled] [a trip|one of my trips], [what would I get back|how much would I see again|what would the refund be]?
        .+ I'm [only asking|just asking] for now, but [what would I get back|how much would I get back] [for a trip|for one of my trips]?
        ~ [refund|money back] [amount|for a trip][, how much|]?
        [if I cancelled|suppose I cancelled] {trip}, [how much would I see again|what would come back to me]?
        [if I cancelled|suppose I cancelled] {trip} because of {cause} and [the refund went|the money went] to {refund_to}, what would [it be|I get]?
    """,
    brief="""
        want to know how much you would get back for {trip} if you cancelled because of {cause} and the refund went to {refund_to}; you do not want to cancel now
        ask what the refund for {trip} would be, with {cause} as the reason and the money going to {refund_to}, but do not cancel
        are only asking what you would get back for {trip}, to {refund_to}, if you cancelled because of {cause}
        would like to know the refund for {trip} to {refund_to}, should you have to cancel because of {cause}
        have not decided yet and want to know what {trip} would give back to {refund_to} if cancelled because of {cause}
        want a figure only: the refund for {trip} to {refund_to}, the reason being {cause}
        wonder how much of your money you would see again for {trip}, to {refund_to}, because of {cause}
        need to know what cancelling {trip} because of {cause} would give back to {refund_to}, before you decide
    """,
    noun="""
        the refund
        the figure
        that question
        the estimate
    """,
    report="""
        If you cancelled {trip} now, you'd get {refund} back, to {refund_to}
        [You'd get|You would get|You'd see] {refund} back for {trip}, to {refund_to}
        The refund for {trip} would be {refund}. Nothing has been cancelled
        Cancelling {trip} for that reason [would give back|gives back|would mean a refund of] {refund}, to {refund_to}
        [That would be|It would be|That makes] {refund}, to {refund_to}. I haven't [changed|cancelled] anything
        For {trip}, the refund comes to {refund}, if it goes to {refund_to}
        . {refund} is what you'd get back for {trip}
        It'd be {refund}, going to {refund_to}, if you cancelled today
        = The refund for {trip} would be {refund}, payable to {refund_to}
        = Were you to cancel {trip}, you would receive {refund} to {refund_to}
    """,
)

BAG_ALLOWANCE = wording(
    request="""
        .+ [I'm packing|we're packing|before I pack], [how many bags|how many suitcases|how much luggage] [do I get|is free|may I check in|is included|can we take]?
        how many bags may I check in on one of my trips?
        what's my bag allowance?
        [I'd like to know|I want to know|I need to know|I was wondering|I'd love to know] how much luggage is included in a trip
        ~ bag allowance?
        ~ how many bags can i take [please|please|]
        + I'm a hopeless packer, so before I start, how many bags can I take on a trip?
        = [could you tell me|would you let me know|may I ask you to tell me|would you kindly tell me] the luggage allowance on one of my trips?
        how many bags are included on {trip}?
        [what's|what is|what would be] the bag allowance on {trip}?
        [can|could|would] you [please |] tell me how many bags [I|we] may check in on {trip}?
        how many bags have I checked in on {trip}, and how many are free?
        what luggage is included in {trip}?
        ~ bags on {trip}?
        ~ allowance for {trip}?
        + I've got suitcases all over the bed here, so how many bags are included on {trip}?
        = how many checked bags does {trip} include?
        = [could you tell me|would you let me know|may I ask you to tell me|would you kindly tell me] the luggage allowance on {trip}?
        [what luggage|how much luggage] [can I take|is included] on [a trip|one of my trips]?
        .+ I'm [about to pack|just packing], [so how many bags|how many bags] [are included|can I check in] on [a trip|one of my trips]?
        ~ [free bags|bags included] [on a trip|on my trip]?
        . [do I have|have I got] any [bags|luggage] included on {trip}, and [what's|what is] checked in [already|so far]?
        .+ I'm [about to pack|just packing] for {trip}, how many bags [are included|come with it]?
        ~ [free bags|bags included] on {trip}?
    """,
    brief="""
        want to know how many checked bags are included on {trip}, and how many are checked in already
        ask what the bag allowance on {trip} is and how many bags are on it now
        would like to know how many bags {trip} includes and how many you have put on it
        want to find out the luggage allowance on {trip}, and what is checked so far
        are packing and ask how many bags {trip} includes and how many are booked on it
        wonder how many checked bags are free on {trip}, and how many there are on it already
        need to know the number of included bags on {trip} and the number checked so far
        have forgotten how many bags {trip} includes and how many of them are checked in
    """,
    noun="""
        the allowance
        the number of bags
        that question
        the luggage
    """,
    report="""
        The number of checked bags included on {trip} is {allowance}. Checked so far: {checked}
        [Your allowance|The bag allowance|What's included] on {trip}, for everybody together, is {allowance}. The number checked in already is {checked}
        Included on {trip}: {allowance}. On it at the moment: {checked}
        By fare and membership the allowance comes to {allowance} on {trip}, and the count so far is {checked}
        [For the whole party|For all of you together|Taken together], the allowance is {allowance} and the number checked is {checked}
        The allowance on {trip} is {allowance}; as for what's on it now, that's {checked}
        . Allowance: {allowance}. Checked in on {trip} so far: {checked}
        [Counting|Taking into account|Going by] fare and membership, {allowance} is the allowance on {trip}. At present the number on it is {checked}
        = The allowance of checked bags on {trip} is {allowance}; the number checked at present is {checked}
        = For {trip}, the number of included bags is {allowance}. So far, the number booked is {checked}
    """,
)

VOUCHER_LEFT = wording(
    request="""
        .+ [I have|I've got|there's] [a travel voucher|a voucher|one of your vouchers] [somewhere|here|from last time], [what's left on it|how much is on it|is there anything on it] and [when does it end|how long is it good]?
        [how much|about how much|roughly how much] is left on one of my travel vouchers?
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] check a travel voucher
        [can|could|would] you [please |] tell me what's left on a voucher, and how long it's good for?
        ~ voucher balance?
        ~ check a voucher [please|please|]
        + I found an old travel voucher in my inbox, can you see whether it's still worth something?
        = [could you tell me|would you let me know|may I ask you to tell me|would you kindly tell me] the balance of one of my travel vouchers?
        [how much|about how much|roughly how much] is left on {voucher}?
        [can|could|would] you [please |] check {voucher} for me?
        what's {voucher} still worth, and until when?
        until when can I use {voucher}, and how much is on it?
        [I'd like to know|I want to know|I need to know|I was wondering|I'd love to know] the balance of {voucher}
        ~ balance of {voucher}?
        ~ {voucher}, how much left?
        + I can't for the life of me remember what I've used of {voucher}, could you check?
        = what is the balance of {voucher}, and until when is it valid?
        = [please|kindly] let me know what remains on {voucher}
        [is there still anything|is there anything|have I got anything] left on [one of my vouchers|a voucher of mine], and [until when is it good|when does it run out]?
        .+ I [can't remember|have no idea] what's [left|still] on [one of my vouchers|a travel voucher], [can you look|could you check]?
        ~ [voucher value|what's on my voucher]?
        . is [there still anything|anything still] on {voucher}, and [until when is it good|when does it run out]?
        ~ [value|balance] and [expiry|last day] of {voucher}
    """,
    brief="""
        want to know how much is left on {voucher} and until when it can be used
        ask for the balance of {voucher} and its last day
        would like to know what {voucher} is still worth, and how long it is good for
        have lost track of {voucher} and ask what is left on it and when it expires
        want to find out the balance of {voucher}, and until when it is valid
        need to know what remains on {voucher} and by when to use it
        wonder how much there is on {voucher}, and until when
        want {voucher} checked: what is left on it and when it runs out
    """,
    noun="""
        the voucher
        the balance
        that question
        the voucher balance
    """,
    report="""
        There's {left} on {voucher}. Its last day is {expires}
        The balance of {voucher} is {left}, and its last day is {expires}
        What's on {voucher} is {left}; the date on it is {expires}
        [I see|I can see|The system shows] {left} on {voucher}, and {expires} as its last day
        [The amount|What's still] on {voucher} [comes to|is] {left}. The expiry date is {expires}
        On {voucher} there is {left}, with {expires} as the last day to use it
        . {left} on {voucher}, last day {expires}
        [I've looked it up|I've checked|Here's what I see]: ^ {left} on {voucher}, expiry date {expires}
        = The balance of {voucher} is {left}. The date of expiry is {expires}
        = A sum of {left} remains on {voucher}, whose last day is {expires}
    """,
)

MILES = wording(
    request="""
        .+ [I collect|I'm saving|we collect] miles, [what do I get|how many do I get|what does it give me|how many come in] for [a trip|my trip|one of my trips]?
        how many miles will I get for one of my trips?
        what will my miles be after a trip?
        [I'd like to know|I want to know|I need to know|I was wondering|I'd love to know] how many miles a trip brings me
        ~ miles for a trip?
        + I'm saving up my miles like a squirrel, how many will I get for a trip?
        = [could you tell me|would you let me know|may I ask you to tell me|would you kindly tell me] how many miles I will collect on one of my trips?
        how many miles will I get for {trip}?
        how many miles does {trip} bring me, and where does that leave my balance?
        what will my miles balance be after {trip}?
        [can|could|would] you [please |] work out my miles for {trip}?
        how many miles will I have once {trip} is behind me?
        ~ miles for {trip}?
        ~ miles after {trip}?
        + I'm keeping a little list of my miles, so how many will {trip} add, and what will I have then?
        = how many miles will I collect on {trip}?
        = [could you tell me|would you let me know|may I ask you to tell me|would you kindly tell me] what my balance of miles will be after {trip}?
        how many miles [do I get|will I collect|would I get] [for|on] [a trip|one of my trips]?
        .+ [I'm collecting miles|I collect miles], [so what will|what will] [a trip|one of my trips] [bring|add]?
        ~ [how many|what] miles for [a trip|my trip]?
        . how many miles [do I get|will I collect|would I get] for {trip}, and what's my balance [then|after that]?
        .+ [I'm collecting miles|I collect miles], what will {trip} [bring|add], and where [does that leave me|will I be then]?
        ~ [how many|what] miles for {trip}?
    """,
    brief="""
        want to know how many miles {trip} will bring you and what your balance will be then
        ask how many miles you will get for {trip}, and how many you will have after it
        would like to know the miles for {trip} and your balance afterwards
        are collecting miles and ask what {trip} adds, and what that makes in all
        want to find out what your miles balance will be once you have flown {trip}, and how much of that is from the trip
        wonder how many miles {trip} is worth to you, and what you will have then
        need the number of miles for {trip} and the balance after it
        keep track of your miles and want to know what {trip} brings and what the total will be
    """,
    noun="""
        the miles
        the balance of miles
        that question
        the number of miles
    """,
    report="""
        Your {trip} brings you {earned} miles, which will take you to {after}
        [You'll get|You'll collect|You earn] {earned} miles for {trip}, and have {after} after it
        [That's|That makes|I get to] {earned} miles for {trip}. Your balance will be {after} then
        On your fare, {trip} gives {earned} miles. With those you'll have {after}
        Once you've flown, {earned} miles [are added|go on your account|come on top], which makes {after}
        The miles for {trip} come to {earned}, and your balance to {after} afterwards
        . {earned} miles for {trip}, so {after} in all
        By distance and fare it's {earned} miles, and {after} on your account after {trip}
        = You will collect {earned} miles on {trip}. Your balance will then be {after} miles
        = After {trip}, which earns {earned} miles, your balance will be {after}
    """,
)
