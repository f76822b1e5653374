"""Sentences about fares, bags, seats, assistance and pets."""


from apigen_mt.domains.airline.wording import wording

UPGRADE = wording(
    request="""
        I'd like to change the fare on a trip
        [can|could] I switch a trip to another fare, please?
        [how about|what about] changing the fare on one of my trips[, is that possible|]?
        ~ change fare on a trip
        ~ different fare please
        + I've been reading the small print and I [think I'd like|fancy] another fare on one of my trips, can that be done?
        = I would like to change the fare of one of my trips
        I'd like to change the fare on {trip}
        [can|could] you change the fare on {trip} [for me|]?
        ~ {trip}: other fare
        + I'd sleep better with another fare on {trip}, can you do anything?
        = I wish to change the fare of {trip}
        I'd like to change to {fare} on one of my trips
        [can|could] I switch to {fare}, please?
        ~ switch me to {fare}
        = I would like to switch to {fare}
        I'd like to change {trip} to {fare}
        [can|could] you [switch|change|move] {trip} to {fare}[, please|]?
        please put {trip} on {fare}
        ~ {trip} to {fare} [pls|please|]
        ~ switch {trip} to {fare}
        + we talked it over at home, and for {trip} we'd like {fare}
        + [so |well, |]for {trip} I'd rather have {fare}
        = would you please change {trip} to {fare}?
        = I would like {trip} to be changed to {fare}
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
        changing the fare
        the new fare
        the change of fare
    """,
    propose="""
        I [would|can] raise {trip} to {fare} for {price}, charged to the {charged_to}
        [To confirm|Just to confirm]: {trip} goes up to {fare}, and {price} is charged to the {charged_to}
        Raising {trip} to {fare} costs {price} at today's prices
        Your {trip} would be on {fare}. The difference is {price}, charged to the {charged_to}
        That's possible. Going to {fare} on {trip} comes to {price} for everybody on it
        I'd change {trip} to the {fare} fare, for {price} in all
        . I can do that: {trip} to {fare}, with {price} going to the {charged_to}
        At today's prices, {fare} on {trip} is {price} more, and I'd charge that to the {charged_to}
        = I would raise {trip} to the {fare} fare, at a price of {price}, charged to the {charged_to}
        = The change of {trip} to {fare} would cost {price}
    """,
    report="""
        I've raised {trip} to {fare}. The charge [is|comes to] {price}, to the {charged_to}
        [Done|That's done|All done]: {trip} is on {fare} now, and {price} was charged to the {charged_to}
        Your {trip} is now a {fare} trip. That cost {price}
        The fare is changed: {fare} on {trip}, for {price}
        You're on {fare} now with {trip}; I charged {price} to the {charged_to}
        I have changed {trip} to {fare}, which cost {price}
        . That's changed. {fare} it is, with {price} charged to the {charged_to}
        = I have raised {trip} to the {fare} fare. The sum of {price} has been charged to the {charged_to}
        = Your {trip} has been changed to {fare} at a price of {price}
    """,
)

BAGS = wording(
    request="""
        I'd like to add checked bags to a trip
        [can|could] I [add|bring] more luggage on a trip, please?
        I [need|want] to check in more bags than I booked
        ~ add bags
        ~ more luggage please
        + I've started packing and, well, it won't all fit, can I add some bags to a trip?
        = I would like to add checked luggage to one of my trips
        I'd like to add bags to {trip}
        [can|could] you add some luggage to {trip}?
        ~ more bags on {trip}
        + half my wardrobe is coming along to {trip}, so to speak, so I need to add some bags
        = I wish to add checked bags to {trip}
        I'd like {bags} on a trip
        [can|could] I check in {bags}?
        ~ {bags} pls
        = I would like to check in {bags} on a trip
        I'd like to add {bags} to {trip}
        [can|could] you add {bags} to {trip}[, please|]?
        please put {bags} on {trip}
        ~ {trip}: {bags}
        ~ add {bags} to {trip}
        + we're travelling heavier than planned, could you add {bags} to {trip}?
        = would you please add {bags} to {trip}?
        I'd like to add {bags} to {trip} and pay with {card}
        [can|could] you add {bags} to {trip} and charge {card}?
        ~ {trip}: {bags}, charge {card}
        + could you add {bags} to {trip}? I'd like to pay with {card}, if that's all right
        = please add {bags} to {trip} and charge {card}
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
        adding the luggage
        the bags
        the added luggage
    """,
    propose="""
        I [would|can] add {bags} to {trip}, which makes {total} in all. The charge to {card} is {charge}
        [To confirm|Just to confirm]: {bags} on {trip}, {total} altogether, with {charge} charged to {card}
        Adding {bags} to {trip} comes to {charge}, charged to {card}
        The count of checked bags on {trip} would be {total}, that is, {bags} than now. I'd charge {charge} to {card}
        That's possible: {bags} on {trip}. After your allowance, that's {charge} on {card}
        I'd put {bags} on {trip} and charge {card} with {charge}
        . I can add {bags} to {trip} for {charge}, on {card}
        With the allowance taken into account, the charge for {bags} on {trip} is {charge}, to {card}
        = I would add {bags} to {trip} and charge {charge} to {card}
        = For the addition of {bags} to {trip}, {charge} would be charged to {card}
    """,
    report="""
        I've added {bags} to {trip}. That makes {total} in all, and the charge is {charge}
        [Done|That's done|All done]: the number of checked bags on {trip} is {total} now, with {charge} charged to {card}
        The luggage is added. The count for {trip} is {total} now, at a charge of {charge}
        The number of checked bags on {trip} is up to {total}; {charge} went on {card}
        Counting what you've just added, {trip} is at {total} now, and {charge} was charged to {card}
        I have put {bags} on {trip}, {total} in total, and charged {charge} to {card}
        . That's added, so the count for {trip} is {total}, at a charge of {charge}
        = I have added {bags} to {trip}, bringing the number to {total}. The sum of {charge} has been charged to {card}
        = The number of checked bags on {trip} is now {total}. The charge was {charge}
    """,
)

SEATS = wording(
    request="""
        I'd like to choose seats for a flight
        [can|could] I pick [my|our] seats for a flight, please?
        I [need|want] to sort out [where we sit|the seating] on a flight
        ~ choose seats
        ~ seats please
        + last time I ended up right at the back, so this time I'd like to choose where to sit, if I may
        = I would like to select seats on one of my flights
        I'd like to choose seats on {trip}
        [can|could] you sort out the seating on {trip}?
        ~ seats for {trip}
        = I wish to choose seats on {trip}
        I'd like to choose seats for {segment} on {trip}
        [can|could] I pick seats for {segment} on {trip}?
        ~ seats for {segment}, {trip}
        + it's {segment} on {trip} I'm worried about, can I choose the seating there?
        = I would like to select the seating for {segment} on {trip}
        I'd like to sit {seating} on one of my flights
        [can|could] you put [me|us] {seating}?
        ~ seats {seating}
        = I would prefer to sit {seating}
        on {segment} on {trip}, I'd like to sit {seating}
        [can|could] you give us seats {seating}? it's for {segment} on {trip}
        for {segment} on {trip}, please put [me|us] {seating}
        ~ {segment} on {trip}, seats {seating}
        + for {segment} on {trip}, I'd be so much happier if I could sit {seating}
        = on {segment} on {trip}, I would like to be seated {seating}
        = would you please arrange seats for {segment} on {trip}? I prefer to be seated {seating}
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
        choosing the seats
        the new seats
    """,
    propose="""
        I [would|can] seat everybody {where} on {segment} on {trip}, for {charge}
        [To confirm|Just to confirm]: seats {where} on {flight} on {date}, for {trip}, at a charge of {charge}
        There's room {where} on {flight}. For {trip}, the charge is {charge}, to the {charged_to}
        Sitting {where} on {segment} on {trip} comes to {charge} for your whole party
        That's possible: seats {where} on {flight}, {trip}. I'd charge {charge} to the {charged_to}
        I'd put your party {where} on {segment} on {trip}; the charge is {charge}
        . I can seat you {where} on {flight}. On {trip} that costs {charge}
        For {segment} on {trip}, I'd book seats {where}. The fee on your fare comes to {charge}
        = I would assign seats {where} on {segment} on {trip}, at a charge of {charge}
        = Seats {where} are free on {flight}. The charge for {trip} would be {charge}
    """,
    report="""
        I've seated you {where} on {segment} on {trip}. The charge [is|comes to] {charge}
        [Done|That's done|All done]: everybody sits {where} on {flight} on {date}, for {charge}
        Your seats are set: {where} on {segment}, at {charge}
        The seats on {flight} are yours, {where}. The charge was {charge}
        You'll be sitting {where} on {segment} on {trip}; that was {charge}
        I have booked seats {where} on {flight} for your party and charged {charge}
        . That's sorted: {where} on {flight}, {charge}
        = Seats {where} have been assigned on {segment} on {trip}. The charge is {charge}
        = I have assigned your seats on {flight} on {date}, {where}, for {charge}
    """,
)

ASSISTANCE = wording(
    request="""
        I'd like to arrange assistance for a passenger
        [can|could] I book some help at the airport for [someone|a passenger] on a trip?
        one of us [needs|will need] some help at the airport, how do I arrange that?
        ~ need assistance at airport
        ~ special assistance please
        + I'm a little anxious about the airports on one of my trips, somebody will need a hand, how does that work?
        = I would like to request assistance for a passenger
        I'd like to arrange assistance on {trip}
        [can|could] you arrange some help at the airport for {trip}?
        ~ assistance for {trip}
        = I wish to request assistance on {trip}
        I'd like to arrange assistance for {passenger} on {trip}
        [can|could] you arrange help for {passenger} on {trip}?
        ~ assistance for {passenger}, {trip}
        + it's about {passenger} on {trip}, who will need a hand at the airport
        = I would like to request assistance for {passenger} on {trip}
        a passenger on {trip} [needs|will need] {assistance}
        ~ {trip}, need {assistance}
        on {trip}, {passenger} [needs|will need] {assistance}
        [can|could] you arrange something for {passenger} on {trip}? what's needed is {assistance}
        I'd like to book something for {passenger} on {trip}, namely {assistance}
        ~ {trip}: {passenger} needs {assistance}
        + could I ask for something for {passenger} on {trip}? what we'd need is {assistance}
        = on {trip}, {passenger} requires {assistance}
        = please arrange the following for {passenger} on {trip}: {assistance}
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
        arranging the assistance
        the help
        the arrangement
    """,
    propose="""
        I [would|can] arrange {assistance} for {passenger} on {trip}. It's free of charge
        [To confirm|Just to confirm]: {assistance} for {passenger} on all flights of {trip}, free of charge
        For {passenger} on {trip}, I'd book {assistance}, starting with the flight on {first}
        I'd put down {assistance} for {passenger} on {trip}. There's no charge for that
        That's possible: {assistance} for {passenger}, on every flight of {trip} from {first} on
        Your {trip} starts on {first}, so there's time. I'd arrange {assistance} for {passenger}
        . I can book {assistance} for {passenger} on {trip}, at no cost
        Assistance is free. I'd arrange {assistance} for {passenger} on {trip}
        = I would arrange {assistance} for {passenger} on all segments of {trip}, free of charge
        = From {first} on, {passenger} would have {assistance} on {trip}. This is free of charge
    """,
    report="""
        I've arranged {assistance} for {passenger} on {trip}, from the flight on {first} on
        [Done|That's done|All done]: {passenger} has {assistance} on {trip}, which starts on {first}
        That's arranged for {passenger}: {assistance} on {trip}, beginning on {first}
        The team at the airport knows. On {first}, {passenger} will have {assistance}
        You're all set: {assistance} for {passenger}, from {first} on
        I have booked {assistance} for {passenger} on {trip}. It applies from {first}
        . That's sorted: {assistance} for {passenger} from {first}
        = I have arranged {assistance} for {passenger} on {trip}, beginning with the flight on {first}
        = From {first}, {passenger} will have {assistance} on all segments of {trip}
    """,
)

PET = wording(
    request="""
        I'd like to take a pet on a trip
        [can|could] I bring [a|my] pet on a flight?
        I [need|want] to book a place in the hold for a pet
        ~ take pet along?
        ~ pet in hold please
        + there's no one to look after the little one at home, can a pet come along on a trip?
        = I would like to take a pet along on one of my trips
        I'd like to take a pet on {trip}
        [can|could] a pet come along on {trip}?
        ~ pet on {trip}
        = I wish to take a pet along on {trip}
        I'd like to take {animal} along
        [can|could] I bring {animal} on the plane?
        ~ {animal} in the hold
        = I would like to travel with {animal}
        I'd like to bring {animal} on {trip}
        [can|could] {animal} come with us on {trip}?
        ~ {trip}, taking {animal}
        + I couldn't possibly leave {animal} behind, can you find a place on {trip}?
        = I would like to have {animal} carried in the hold on {trip}
        I'd like to take {animal} on {trip}, {weight} with the crate
        [can|could] you book {animal} in on {trip}? it's {weight} with the crate
        please reserve a place for {animal} on {trip}. [the weight is|animal and crate come to] {weight}
        ~ {trip}: {animal}, {weight}
        + could {animal} come along on {trip}? I've put the whole crate on the scales and it's {weight}
        = please reserve a place in the hold on {trip} for {animal}, weighing {weight} in its crate
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
        taking the pet
        the pet
        the reservation for the pet
    """,
    propose="""
        I [would|can] reserve a place in the hold for {animal} of {weight} on {trip}, for {charge}
        [To confirm|Just to confirm]: {animal}, {weight} with the crate, in the hold on {trip}, with {charge} charged to the {charged_to}
        On {trip}, a place for {animal} at {weight} costs {charge} for all flights
        Your {trip} has a place for {animal} weighing {weight}. The charge is {charge}, to the {charged_to}
        That's possible: {animal} of {weight}, crate included, on {trip}. It comes to {charge}
        I'd book {animal} in on {trip} at {weight} and charge {charge} to the {charged_to}
        . I can add {animal} to {trip}, {weight} with the crate, for {charge}
        For {animal} with a weight of {weight}, I'd reserve the place on {trip} and charge {charge}
        = I would reserve a place in the hold on {trip} for {animal} of {weight}, at {charge}
        = The carriage of {animal}, {weight} in its crate, on {trip} would be charged at {charge}
    """,
    report="""
        I've reserved a place for {animal} on {trip}. The charge [is|comes to] {charge}
        [Done|That's done|All done]: there's a place for {animal} on {trip}, for {charge}
        Your pet is booked in on {trip}. That was {charge}, charged to the {charged_to}
        The place in the hold is reserved, and {charge} went on the {charged_to}
        You can bring {animal} on {trip}; I charged {charge} to the {charged_to}
        I have booked {animal} in on all flights of {trip}, for {charge}
        . That's sorted: {animal} on {trip}, {charge}
        = A place in the hold on {trip} has been reserved for {animal}. The charge is {charge}
        = I have reserved the place on {trip}, and {charge} has been charged to the {charged_to}
    """,
)
