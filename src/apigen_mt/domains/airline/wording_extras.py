"""Sentences about fares, bags, seats, assistance and pets."""

from apigen_mt.domains.airline.wording import wording

UPGRADE = wording(
    request="""
        .+ [I'd like|I want|we want] [a better|another|a different] fare [on|for] [a trip|my trip|one of my trips], [what can you do|can I switch|can you change it|can that be changed]?
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] change the fare on a trip
        [can I|could I|may I|is there any way I can|is it possible for me to] switch a trip to another fare, please?
        [how about|what about] changing the fare on one of my trips[, is that possible|]?
        ~ change fare on a trip [please|please|]
        ~ different fare [please|please|thanks|]
        + I've been reading the small print and I [think I'd like|fancy] another fare on one of my trips, can that be done?
        = [I would like to|I wish to|I should like to] change the fare of one of my trips
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] change the fare on {trip}
        [can|could|would] you [please |] change the fare on {trip} [for me|]?
        ~ {trip}, other fare [please|please|]
        + I'd sleep better with another fare on {trip}, can you do anything?
        = [I would like to|I wish to|I should like to] change the fare of {trip}
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] change to {fare} on one of my trips
        [can I|could I|may I|is there any way I can|is it possible for me to] switch to {fare}, please?
        ~ switch me to {fare}
        = [I would like to|I wish to|I should like to] switch to {fare}
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] change {trip} to {fare}
        [can|could] you [switch|change|move] {trip} to {fare}[, please|]?
        [please|I'd like you to|I want you to|I need you to] put {trip} on {fare}
        ~ {trip} to {fare} [please|please|thanks|asap|]
        ~ switch {trip} to {fare}
        + we talked it over at home, and for {trip} we'd like {fare}
        + [so |well, |]for {trip} I'd rather have {fare}
        = [would you please|could you please|would you kindly|could you kindly] change {trip} to {fare}?
        = I would like {trip} to be changed to {fare}
        [is it possible|would it be possible] to [change|switch] the fare [on a trip|on one of my trips|of a booking] [now|after booking|]?
        .+ I [think I|may have] picked the wrong fare [on a trip|for one of my trips], [can it be changed|can that still be changed|is that fixable]?
        ~ [wrong|other|new] fare on a trip[, change it?|]
        . I'm [not happy with|having second thoughts about] the fare on {trip}, [can it be changed|can we change it]?
        . [how about|what about] {fare} for {trip}, [can|could] you [do that|change it]?
        .+ I've [decided on|gone for|settled on] {fare} for {trip}, [can|could] you [change it|switch it over|set that up]?
    """,
    brief="""
        want to change {trip} to the {fare} fare
        would like {trip} moved to the {fare} fare
        want the {fare} fare on {trip}
        ask for the fare of {trip} to be changed to {fare}
        want to have {trip} switched to {fare}
        have thought about it and want {trip} on the {fare} fare
        wish to put {trip} on the {fare} fare
        hope to get {trip} changed to the {fare} fare
    """,
    noun="""
        the fare change
        the new fare
        the change of fare
    """,
    propose="""
        I [would|can|could] raise {trip} to {fare} for {price}, charged to the {charged_to}
        [To confirm|Just to confirm|To be sure|Just so we agree|Let me sum up]: ^ {trip} goes up to {fare}, and {price} is charged to the {charged_to}
        Raising {trip} to {fare} costs {price} at today's prices
        Your {trip} would be on {fare}. The difference is {price}, charged to the {charged_to}
        [That's possible|That can be done|I can do that|That works]. ^ Going to {fare} on {trip} comes to {price} for everybody on it
        [I'd|I would] change {trip} to the {fare} fare, for {price} in all
        . I can [certainly |]upgrade that: ^ {trip} to {fare}, with {price} going to the {charged_to}
        At today's prices, {fare} on {trip} is {price} more, and I'd charge that to the {charged_to}
        = I would raise {trip} to the {fare} fare, at a price of {price}, charged to the {charged_to}
        = The change of {trip} to {fare} would cost {price}
    """,
    report="""
        I've [just |now |]raised {trip} to {fare}. The charge [is|comes to] {price}, to the {charged_to}
        [Done|That's done|All done|There you go|That's taken care of]: ^ {trip} is on {fare} now, and {price} was charged to the {charged_to}
        Your {trip} is now a {fare} trip. That cost {price}
        The fare is changed: {fare} on {trip}, for {price}
        You're on {fare} now with {trip}; I charged {price} to the {charged_to}
        I have [now |just |]changed {trip} to {fare}, which cost {price}
        . That's changed. ^ {fare} it is, with {price} charged to the {charged_to}
        = I have [now |just |]raised {trip} to the {fare} fare. The sum of {price} has been charged to the {charged_to}
        = Your {trip} has been changed to {fare} at a price of {price}
    """,
)

BAGS = wording(
    request="""
        .+ [we're packing|I pack too much|my wife packs a lot|I have more stuff than I thought] and [need|I need|we need] [another bag|more bags|to check in more|room for one more bag] on [a trip|my trip]
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] add checked bags to a trip
        [can I|could I|may I|is there any way I can|is it possible for me to] [add|bring] more luggage on a trip, please?
        [I need to|I want to|I have to|I really need to|I was hoping to] check in more bags than I booked
        ~ add bags [please|please|]
        ~ more luggage [please|please|thanks|]
        + I've started packing and, well, it won't all fit, can I add some bags to a trip?
        = [I would like to|I wish to|I should like to] add checked luggage to one of my trips
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] add bags to {trip}
        [can|could|would] you [please |] add some luggage to {trip}?
        ~ more bags on {trip}
        + half my wardrobe is coming along to {trip}, so to speak, so I need to add some bags
        = [I would like to|I wish to|I should like to] add checked bags to {trip}
        I'd like {bags} on a trip
        [can I|could I|may I|is there any way I can|is it possible for me to] check in {bags}?
        ~ {bags} [please|please|please|thanks|]
        = [I would like to|I wish to|I should like to] check in {bags} on a trip
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] add {bags} to {trip}
        [can|could|would] you add {bags} to {trip}[, please|]?
        [please|I'd like you to|I want you to|I need you to] put {bags} on {trip}
        ~ {trip}, {bags}
        ~ add {bags} to {trip}
        + we're travelling heavier than planned, could you add {bags} to {trip}?
        = [would you please|could you please|would you kindly|could you kindly] add {bags} to {trip}?
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] add {bags} to {trip} and pay with {card}
        [can|could|would] you [please |] add {bags} to {trip} and charge {card}?
        ~ {trip}, {bags}, charge {card}
        + could you add {bags} to {trip}? I'd like to pay with {card}, if that's all right
        = [please|kindly] add {bags} to {trip} and charge {card}
        [we|I] [have|'ve got] more [luggage|bags|stuff] than [planned|expected|I thought], [can I add some|what can be done|can that be added] [to a trip|to one of my trips]?
        .+ [the packing got out of hand|I've packed far too much], so I [need|want] to [add|check in] [more bags|some bags] on a trip
        ~ [extra|another] bag[, possible?|]
        . [is there|would there be] room for more [bags|luggage] on {trip}?
        . [I need|I want|it's] {bags} for {trip}, [please|is that possible?|can you do that?]
        . I [need|want] {bags} on {trip}, and [it can go on|please charge|you can charge] {card}
    """,
    brief="""
        want to add {bags} to {trip} and pay with {card}
        need {bags} on {trip}, charged to {card}
        would like to check in {bags} on {trip} and have {card} charged
        want {bags} added to {trip}; you pay with {card}
        are travelling heavier than planned and want {bags} on {trip}, paid with {card}
        ask for {bags} to be put on {trip} and charged to {card}
        want to have {bags} on {trip}, and the card to use is {card}
        wish to add {bags} to {trip}, to be charged to {card}
    """,
    noun="""
        the extra luggage
        the bags
        the added luggage
    """,
    propose="""
        I [would|can|could] add {bags} to {trip}, which makes {total} in all. The charge to {card} is {charge}
        [To confirm|Just to confirm|To be sure|Just so we agree|Let me sum up]: ^ {bags} on {trip}, {total} altogether, with {charge} charged to {card}
        Adding {bags} to {trip} comes to {charge}, charged to {card}
        The count of checked bags on {trip} would be {total}, that is, {bags} than now. I'd charge {charge} to {card}
        [That's possible|That can be done|I can do that|That works]: ^ {bags} on {trip}. After your allowance, that's {charge} on {card}
        [I'd|I would] put {bags} on {trip} and charge {card} with {charge}
        . I can [certainly |]add {bags} to {trip} for {charge}, on {card}
        With the allowance taken into account, the charge for {bags} on {trip} is {charge}, to {card}
        = I would add {bags} to {trip} and charge {charge} to {card}
        = For the addition of {bags} to {trip}, {charge} would be charged to {card}
    """,
    report="""
        I've [just |now |]added {bags} to {trip}. That makes {total} in all, and the charge is {charge}
        [Done|That's done|All done|There you go|That's taken care of]: ^ the number of checked bags on {trip} is {total} now, with {charge} charged to {card}
        The luggage is added. The count for {trip} is {total} now, at a charge of {charge}
        The number of checked bags on {trip} is up to {total}; {charge} went on {card}
        Counting what you've just added, {trip} is at {total} now, and {charge} was charged to {card}
        I have [now |just |]put {bags} on {trip}, {total} in total, and charged {charge} to {card}
        . That's added, ^ so the count for {trip} is {total}, at a charge of {charge}
        = I have [now |just |]added {bags} to {trip}, bringing the number to {total}. The sum of {charge} has been charged to {card}
        = The number of checked bags on {trip} is now {total}. The charge was {charge}
    """,
)

SEATS = wording(
    request="""
        .+ [we want|I want|can I pick|I'd like to pick|let me pick] [better|other|nicer|my|our|] seats [on a flight|for my flight|on one of my flights|on the plane]
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] choose seats for a flight
        [can I|could I|may I|is there any way I can|is it possible for me to] pick [my|our] seats for a flight, please?
        [I need to|I want to|I have to|I really need to|I was hoping to] sort out [where we sit|the seating] on a flight
        ~ choose seats [please|please|]
        ~ seats [please|please|thanks|]
        + last time I ended up right at the back, so this time I'd like to choose where to sit, if I may
        = [I would like to|I wish to|I should like to] select seats on one of my flights
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] choose seats on {trip}
        [can|could|would] you [please |] sort out the seating on {trip}?
        ~ seats for {trip}
        = [I would like to|I wish to|I should like to] choose seats on {trip}
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] choose seats for {segment} on {trip}
        [can I|could I|may I|is there any way I can|is it possible for me to] pick seats for {segment} on {trip}?
        ~ seats for {segment}, {trip}
        + it's {segment} on {trip} I'm worried about, can I choose the seating there?
        = [I would like to|I wish to|I should like to] select the seating for {segment} on {trip}
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] sit {seating} on one of my flights
        [can|could|would] you [please |] put [me|us] {seating}?
        ~ seats {seating}
        = I would prefer to sit {seating}
        on {segment} on {trip}, [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] sit {seating}
        [can|could|would] you [please |] give us seats {seating}? it's for {segment} on {trip}
        for {segment} on {trip}, please put [me|us] {seating}
        ~ {segment} on {trip}, seats {seating}
        + for {segment} on {trip}, I'd be so much happier if I could sit {seating}
        = on {segment} on {trip}, I would like to be seated {seating}
        = [would you please|could you please|would you kindly|could you kindly] arrange seats for {segment} on {trip}? I prefer to be seated {seating}
        [where will|where do] we sit on one of my flights, and can I [choose|change that]?
        .+ I [haven't got|don't have] [a seat|seats] on one of my flights [yet|so far], [can I choose|could you sort that out|can that be sorted]?
        ~ [seating|seats] on [a flight|my flight][, can i choose?|]
        . [are there|do you have] [other|better] seats for {segment} on {trip}?
        . [is there|are there] anything {seating} on {segment} on {trip}? I'd [take|like] that
        .+ we'd [love|like|much prefer] to sit {seating} on {segment} on {trip}, [if that's possible|is that possible?|can you arrange it?]
    """,
    brief="""
        want to sit {seating} on {segment} on {trip}
        want seats {seating} for {segment} on {trip}
        would like to have everybody seated {seating} on {segment} on {trip}
        ask for seats {seating} on {segment} of {trip}
        want to choose the seating for {segment} on {trip}, namely {seating}
        hope to sit {seating} on {segment} on {trip}
        care about where you sit on {segment} on {trip} and want to be {seating}
        wish to be seated {seating} on {segment} on {trip}
    """,
    noun="""
        the seats
        the seating
        the new seats
    """,
    propose="""
        I [would|can|could] seat everybody {where} on {segment} on {trip}, for {charge}
        [To confirm|Just to confirm|To be sure|Just so we agree|Let me sum up]: ^ seats {where} on {flight} on {date}, for {trip}, at a charge of {charge}
        There's room {where} on {flight}. For {trip}, the charge is {charge}, to the {charged_to}
        Sitting {where} on {segment} on {trip} comes to {charge} for your whole party
        [That's possible|That can be done|I can do that|That works]: ^ seats {where} on {flight}, {trip}. I'd charge {charge} to the {charged_to}
        [I'd|I would] put your party {where} on {segment} on {trip}; the charge is {charge}
        . I can [certainly |]seat you {where} on {flight}. On {trip} that costs {charge}
        For {segment} on {trip}, I'd book seats {where}. The fee on your fare comes to {charge}
        = I would assign seats {where} on {segment} on {trip}, at a charge of {charge}
        = Seats {where} are free on {flight}. The charge for {trip} would be {charge}
    """,
    report="""
        I've [just |now |]seated you {where} on {segment} on {trip}. The charge [is|comes to] {charge}
        [Done|That's done|All done|There you go|That's taken care of]: ^ everybody sits {where} on {flight} on {date}, for {charge}
        Your seats are set: {where} on {segment}, at {charge}
        The seats on {flight} are yours, {where}. The charge was {charge}
        You'll be sitting {where} on {segment} on {trip}; that was {charge}
        I have [now |just |]booked seats {where} on {flight} for your party and charged {charge}
        . That's sorted: ^ seats {where} on {flight}, {charge}
        = Seats {where} have been assigned on {segment} on {trip}. The charge is {charge}
        = I have [now |just |]assigned your seats on {flight} on {date}, {where}, for {charge}
    """,
)

ASSISTANCE = wording(
    request="""
        .+ [somebody with us|one of us|a passenger|my travel mate] [needs help|will need help|can't manage alone|needs some support] [at the airport|on the trip|getting on the plane], [can you book that|please arrange it]
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] arrange assistance for a passenger
        [can I|could I|may I|is there any way I can|is it possible for me to] book some help at the airport for [someone|a passenger] on a trip?
        one of us [needs|will need] some help at the airport, how do I arrange that?
        ~ need assistance at airport [please|please|]
        ~ special assistance [please|please|thanks|]
        + I'm a little anxious about the airports on one of my trips, somebody will need a hand, how does that work?
        = [I would like to|I wish to|I should like to] request assistance for a passenger
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] arrange assistance on {trip}
        [can|could|would] you [please |] arrange some help at the airport for {trip}?
        ~ assistance for {trip}
        = [I would like to|I wish to|I should like to] request assistance on {trip}
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] arrange assistance for {passenger} on {trip}
        [can|could|would] you [please |] arrange help for {passenger} on {trip}?
        ~ assistance for {passenger}, {trip}
        + [it's about|this is about|my question's about|I've come about] {passenger} on {trip}, who will need a hand at the airport
        = [I would like to|I wish to|I should like to] request assistance for {passenger} on {trip}
        a passenger on {trip} [needs|will need] {assistance}
        ~ {trip}, need {assistance}
        on {trip}, {passenger} [needs|will need] {assistance}
        [can|could|would] you [please |] arrange something for {passenger} on {trip}? what's needed is {assistance}
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] book something for {passenger} on {trip}, namely {assistance}
        ~ {trip}, {passenger} needs {assistance}
        + could I ask for something for {passenger} on {trip}? what we'd need is {assistance}
        = on {trip}, {passenger} requires {assistance}
        = [please|kindly] arrange the following for {passenger} on {trip}: {assistance}
        [a passenger|somebody] [on a trip of mine|on one of my trips] [needs|will need] [a hand|some help|assistance] [at the airport|on the way], [can you arrange it|what can you offer|is that possible]?
        .+ [getting through the airport|the airport] [isn't easy|won't be easy] for [one of us|somebody on my trip], [can|could] you [help|arrange something]?
        ~ [airport|travel] [help|assistance] for a passenger
        . {passenger} [can't|won't] manage alone on {trip}, [what can you arrange|can you arrange some help]?
        . [is it possible|would it be possible] to have something arranged for {passenger} on {trip}? we need {assistance}
    """,
    brief="""
        want to arrange {assistance} for {passenger} on {trip}
        need {assistance} for {passenger} on {trip}
        would like {passenger} to have {assistance} on {trip}
        ask for {assistance} for {passenger}, who is on {trip}
        want {assistance} booked for {passenger} on {trip}
        know that {passenger} will need {assistance} on {trip} and want it arranged
        want {passenger} to get {assistance} on {trip}
        wish to request {assistance} for {passenger} on {trip}
    """,
    noun="""
        the assistance
        the help
        the arrangement
    """,
    propose="""
        I [would|can|could] arrange {assistance} for {passenger} on {trip}. It's free of charge
        [To confirm|Just to confirm|To be sure|Just so we agree|Let me sum up]: ^ {assistance} for {passenger} on all flights of {trip}, free of charge
        For {passenger} on {trip}, I'd book {assistance}, starting with the flight on {first}
        [I'd|I would] put down {assistance} for {passenger} on {trip}. There's no charge for that
        [That's possible|That can be done|I can do that|That works]: ^ {assistance} for {passenger}, on every flight of {trip} from {first} on
        Your {trip} starts on {first}, so there's time. I'd arrange {assistance} for {passenger}
        . I can [certainly |]book {assistance} for {passenger} on {trip}, at no cost
        Assistance is free. I'd arrange {assistance} for {passenger} on {trip}
        = I would arrange {assistance} for {passenger} on all segments of {trip}, free of charge
        = From {first} on, {passenger} would have {assistance} on {trip}. This is free of charge
    """,
    report="""
        I've [just |now |]arranged {assistance} for {passenger} on {trip}, from the flight on {first} on
        [Done|That's done|All done|There you go|That's taken care of]: ^ {passenger} has {assistance} on {trip}, which starts on {first}
        That's arranged for {passenger}: {assistance} on {trip}, beginning on {first}
        The team at the airport knows. On {first}, {passenger} will have {assistance}
        You're all set: ^ {assistance} for {passenger}, from {first} on
        I have [now |just |]booked {assistance} for {passenger} on {trip}. It applies from {first}
        . That's sorted: ^ {assistance} for {passenger} from {first}
        = I have [now |just |]arranged {assistance} for {passenger} on {trip}, beginning with the flight on {first}
        = From {first}, {passenger} will have {assistance} on all segments of {trip}
    """,
)

PET = wording(
    request="""
        .+ [can my pet fly|I'm not leaving my pet behind|my pet has to come|we want our pet with us|do you take pets], [can you add it|how do I book it|put it on my trip|I need to book a place]
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] take a pet on a trip
        [can I|could I|may I|is there any way I can|is it possible for me to] bring [a|my] pet on a flight?
        [I need to|I want to|I have to|I really need to|I was hoping to] book a place in the hold for a pet
        ~ take pet along?
        ~ pet in hold [please|please|thanks|]
        + there's no one to look after the little one at home, can a pet come along on a trip?
        = [I would like to|I wish to|I should like to] take a pet along on one of my trips
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] take a pet on {trip}
        [can|could] a pet come along on {trip}?
        ~ pet on {trip}
        = [I would like to|I wish to|I should like to] take a pet along on {trip}
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] take {animal} along
        [can I|could I|may I|is there any way I can|is it possible for me to] bring {animal} on the plane?
        ~ {animal} in the hold [please|please|]
        = [I would like to|I wish to|I should like to] travel with {animal}
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] bring {animal} on {trip}
        [can|could] {animal} come with us on {trip}?
        ~ {trip}, taking {animal}
        + I couldn't possibly leave {animal} behind, can you find a place on {trip}?
        = [I would like to|I wish to|I should like to] have {animal} carried in the hold on {trip}
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] take {animal} on {trip}, {weight} with the crate
        [can|could|would] you [please |] book {animal} in on {trip}? it's {weight} with the crate
        [please|I'd like you to|I want you to|I need you to] reserve a place for {animal} on {trip}. [the weight is|animal and crate come to] {weight}
        ~ {trip}, {animal}, {weight}
        + could {animal} come along on {trip}? I've put the whole crate on the scales and it's {weight}
        = [please|kindly] reserve a place in the hold on {trip} for {animal}, weighing {weight} in its crate
        [do you|can you] [take|carry] pets? I'd like to [bring|take] one on [a trip|one of my trips]
        .+ [we've|I've] got [a pet|a four-legged friend] that would have to [come along|travel with us], [how does that work|can that be arranged|is that possible]?
        ~ [flying|travelling] with a pet[, how?|]
        . [would|could] {animal} be [all right|possible|okay] on {trip}?
        . do you [have room|have a place] for {animal} on {trip}? that's {weight} [with the crate|crate included]
    """,
    brief="""
        want to take {animal} along on {trip}, weighing {weight} with the crate
        want to bring {animal} on {trip}; animal and crate weigh {weight}
        would like a place in the hold on {trip} for {animal}, {weight} including the crate
        ask for {animal} to be carried on {trip}, with a weight of {weight} in the crate
        cannot leave {animal} at home and want a place on {trip}; the weight is {weight} with the crate
        want to book {animal} in on {trip}, and it is {weight} with the crate
        need to travel with {animal} on {trip}; crate and all that makes {weight}
        hope to take {animal} on {trip}, {weight} with the crate
    """,
    noun="""
        the place for the pet
        the pet
        the reservation for the pet
    """,
    propose="""
        I [would|can|could] reserve a place in the hold for {animal} of {weight} on {trip}, for {charge}
        [To confirm|Just to confirm|To be sure|Just so we agree|Let me sum up]: ^ {animal}, {weight} with the crate, in the hold on {trip}, with {charge} charged to the {charged_to}
        On {trip}, a place for {animal} at {weight} costs {charge} for all flights
        Your {trip} has a place for {animal} weighing {weight}. The charge is {charge}, to the {charged_to}
        [That's possible|That can be done|I can do that|That works]: ^ {animal} of {weight}, crate included, on {trip}. It comes to {charge}
        [I'd|I would] book {animal} in on {trip} at {weight} and charge {charge} to the {charged_to}
        . I can [certainly |]add {animal} to {trip}, {weight} with the crate, for {charge}
        For {animal} with a weight of {weight}, I'd reserve the place on {trip} and charge {charge}
        = I would reserve a place in the hold on {trip} for {animal} of {weight}, at {charge}
        = The carriage of {animal}, {weight} in its crate, on {trip} would be charged at {charge}
    """,
    report="""
        I've [just |now |]reserved a place for {animal} on {trip}. The charge [is|comes to] {charge}
        [Done|That's done|All done|There you go|That's taken care of]: ^ there's a place for {animal} on {trip}, for {charge}
        Your pet is booked in on {trip}. That was {charge}, charged to the {charged_to}
        The place in the hold is reserved, and {charge} went on the {charged_to}
        You can bring {animal} on {trip}; I charged {charge} to the {charged_to}
        I have [now |just |]booked {animal} in on all flights of {trip}, for {charge}
        . That's sorted: ^ a place for {animal} on {trip}, {charge}
        = A place in the hold on {trip} has been reserved for {animal}. The charge is {charge}
        = I have [now |just |]reserved the place on {trip}, and {charge} has been charged to the {charged_to}
    """,
)
