"""Why something cannot be done: clause -> ways to tell its reason."""

from apigen_mt.language.grammar import Phrases

REFUSALS = {
    "3.1": Phrases("""
        trip {trip} has already been cancelled[, so there's nothing left to change on it|]
        [as it stands, |as things are, |]{trip} is already cancelled, and nothing more can be done with it
        our records show that {trip} was cancelled before, and that closes it
        [as it stands, |as things are, |]{trip} has already been cancelled, which means [nothing can be changed or added any more|it's closed]
        the trip is already cancelled, and a cancelled trip stays as it is
        [as it stands, |as things are, |]{trip} was cancelled before, so it's closed [for good|to any change]
        [as far as I can see|going by what I see here], {trip} has already been cancelled and is closed now
        = trip {trip} has already been cancelled and can no longer be altered
        = as {trip} is already cancelled, nothing further can be done with it
    """),
    "3.2": Phrases("""
        that's possible [only up to|up to and including] the day before, and the date of flight {flight} is {date}
        it has to be done by the day before [at the latest|and no later], and flight {flight} is dated {date}
        the last chance for that is the day before the flight, and {flight} has {date} as its date
        the day before departure is the last day for this, and with {flight} on {date} that's over
        we can do this until the day before departure. {flight} is on {date}, so that moment has gone
        with {flight} on {date}, we're past the day before departure, which is the last day for a change like this
        [as it stands, |as things are, |]{flight} is dated {date}, and the day before is the latest we can do this
        = this is possible up to and including the day before departure, and flight {flight} is dated {date}
        = the latest point for this is the day before departure. Flight {flight} is dated {date}
    """),
    "4.1": Phrases("""
        [as it stands, |as things are, |]{trip} is on a Saver fare, which is non-refundable, and none of the exceptions fits
        Saver fares are non-refundable, and {trip} was booked on {booked}, too long ago for the exception
        [as it stands, |as things are, |]{trip} is a Saver trip booked on {booked}, and those are non-refundable [in a case like yours|in this case]
        a Saver fare isn't refundable in this case, so {trip} stays as it is
        on Saver there's no refund, and nothing about {trip} makes it an exception
        the fare on {trip} is Saver, and [that's|this is] not refundable in your case
        [as it stands, |as things are, |]{trip} was booked on {booked} as a Saver trip, so it's non-refundable, and [none of the few exceptions|no exception] fits
        = the Saver fare of {trip} is non-refundable, and no exception applies
        = [as it stands, |as things are, |]{trip} was booked on {booked} on a Saver fare, which is not refundable under these circumstances
    """),
    "4.3": Phrases("""
        [as it stands, |as things are, |]{trip} was paid with a travel voucher, so the refund can only go to a voucher again
        as {trip} was paid with a travel voucher, it's refunded to a voucher and nowhere else
        [as it stands, |as things are, |]{trip} was paid for with a travel voucher, and in that case no money is paid out
        since {trip} was paid with a travel voucher, [the only way back is|what comes back is] another voucher
        a trip that was paid with a travel voucher gives back a voucher, and {trip} is one of those
        what paid for {trip} was no card: it was paid with a travel voucher, and [that's|this is] where a refund goes
        you'd get a voucher back and no money, because {trip} was paid with a travel voucher
        = [as it stands, |as things are, |]{trip} was paid with a travel voucher and can therefore be refunded to a voucher only
        = as a travel voucher paid for {trip}, a refund in any other form is not possible
    """),
    "5.2": Phrases("""
        on a Saver fare a segment can be rebooked once, and on {trip} that's been used up
        [as it stands, |as things are, |]{trip} is on Saver, where each flight can only be moved once, and this one has been
        Saver flights can be changed once, and this one on {trip} has had its change
        this flight on {trip} has been moved already, and on Saver it can only be rebooked once
        with Saver, a flight can be moved once. on {trip} that's happened already
        each flight on a Saver trip can be rebooked once, and you've had that on {trip}
        the Saver fare on {trip} allows a flight to be changed once, and that one change has been made
        = on a Saver fare a segment can be rebooked once, which has already happened on {trip}
        = [as it stands, |as things are, |]{trip} is on a Saver fare, so that the segment could be changed once. This has been done
    """),
    "5.3": Phrases("""
        the return on {back} would then be before the outbound flight on {out}
        that would put the return on {back}, which is earlier than the outbound flight on {out}
        your outbound flight would be on {out} and the return on {back}, and a return can't come before it
        with that, you'd have the return on {back} and the outbound on {out}, and a return can't be ahead of the outbound flight
        a return can't leave before the outbound flight, and here they'd be on {back} and {out}
        the dates would be the wrong way round: return on {back}, before the outbound on {out}
        the outbound flight would be on {out}, so a return on {back} comes before it
        = the return on {back} would depart before the outbound flight on {out}
        = a return on {back} would be earlier than the outbound flight on {out}, which is not possible
    """),
    "5.4": Phrases("""
        [as it stands, |as things are, |]{flight} doesn't have enough seats left: you need {party}, and the number there is {seats}
        the number of seats left on {flight} is {seats}, and your party needs {party}
        for a party of {party}, {flight} has too few seats left. the number is {seats}
        there aren't enough seats left on {flight}. needed: {party}; still there: {seats}
        [as it stands, |as things are, |]{flight} is too full. seats left: {seats}, needed: {party}
        you'd need {party} on {flight}, and the count of seats left is {seats}
        we can't fit everybody on {flight}: seats left {seats}, passengers {party}
        = the number of seats left on {flight} is {seats}, whereas {party} would be required
        = flight {flight} has an insufficient number of seats left, namely {seats} for a party of {party}
    """),
    "6.1": Phrases("""
        [as it stands, |as things are, |]{wanted} would be a lower fare than your {fare}, and a fare can only be raised
        a fare can only go up, and {wanted} is below {fare}
        you're on {fare}, so {wanted} would be a downgrade of the fare, and [that's|this is] not possible
        from {fare} there's no way to a lower fare such as {wanted}
        we only move fares upwards. {wanted} is a cheaper fare than {fare}
        a change from {fare} to {wanted} would lower the fare, which we don't do
        the fare on the trip is {fare}, and it can't be changed to a lower one like {wanted}
        = the fare can only be raised, whereas {wanted} is below {fare}
        = a change from {fare} to {wanted} would be to a lower fare, which is not possible
    """),
    "6.2": Phrases("""
        the limit is three checked bags [per passenger|for each passenger]. that's {most} on this trip, and it would be {bags}
        that would make {bags}, and with three checked bags [per passenger|for each passenger] the most is {most}
        we take three bags [per passenger|for each passenger] [at most|at the most], so {most} on your trip, and this would make it {bags}
        you'd have {bags} then, over the limit of {most} that three checked bags [per passenger|for each passenger] give
        with {now} on the trip now it would come to {bags}; three checked bags [per passenger|for each passenger] make {most}
        a total of {bags} is too many: it's three bags [per passenger|for each passenger], {most} for your party
        the hold only takes three checked bags [per passenger|for each passenger], so the most for you is {most}, and this comes to {bags}
        = the limit of three checked bags [per passenger|for each passenger] amounts to {most} on this trip, and {bags} would exceed it
        = this would bring the number to {bags}, whereas three checked bags [per passenger|for each passenger] permit {most}
    """),
    "6.3": Phrases("""
        there aren't enough free seats of that kind on {flight}. you need {party}, and the number free is {free}
        [as it stands, |as things are, |]{flight} has too few of those free: {free}, for a party of {party}
        not enough of those seats are free on {flight}: needed {party}, free {free}
        everybody has to sit in the same kind of seat, and too few of them are free on {flight}: {free} for a party of {party}
        for the whole party I'd need {party} of them on {flight}, and there are fewer free, namely {free}
        the number of those seats free on {flight} is {free}, which is not enough for a party of {party}
        [as it stands, |as things are, |]{flight} is too popular there. free: {free}, needed: {party}, so that's not enough
        = there are not enough free seats of this kind on {flight}: {free} for a party of {party}
        = the number of such seats free on {flight} is {free}, fewer than the {party} required
    """),
    "6.4": Phrases("""
        seats with extra legroom are by the exits, and {passenger} {why}
        [as it stands, |as things are, |]{passenger} {why}, and that rules out the extra-legroom rows, which are beside the emergency exits
        the legroom seats are next to the exit, where your party can't sit because {passenger} {why}
        because {passenger} {why}, your party can't have the legroom row beside the exits
        the rows with extra legroom are exit rows, and {passenger} {why}
        those legroom seats are in the exit rows. {passenger} {why}, so they're out
        [as it stands, |as things are, |]{passenger} {why}, and for safety the extra legroom by the emergency exits isn't for such parties
        = seats with extra legroom are beside the emergency exits, and {passenger} {why}
        = as {passenger} {why}, the extra-legroom seats beside the exits cannot be given to your party
    """),
    "6.5": Phrases("""
        we need 48 hours' notice for that, and the trip starts on {date}
        that has to be arranged [at least|no less than] 48 hours ahead, and your first flight is dated {date}
        with a first flight dated {date}, we're inside the 48 hours that this takes
        the notice for this is 48 hours, and the date of the first flight is {date}
        this takes 48 hours to arrange. with {date} as the first day, [there's no time for it|it's too late]
        48 hours before the first flight is the latest, and that one is dated {date}
        the first flight has {date} as its date, and less than 48 hours ahead nothing can be arranged
        = this must be arranged [at least|no less than] 48 hours ahead, and the first flight is dated {date}
        = a notice of 48 hours is required, and the date of the first flight is {date}
    """),
    "6.6": Phrases("""
        the escort is for children only, and {passenger} is travelling as an adult
        [as it stands, |as things are, |]{passenger} isn't listed as a child, and the escort is only for children
        we offer the escort to children and nobody else. {passenger} is down as an adult
        an escort is something we do for children only, and {passenger} isn't one on this trip
        escorts are for children, whereas {passenger} is booked as an adult
        only a child can have an escort, and {passenger} is booked as an adult
        [as it stands, |as things are, |]{passenger} is booked as an adult, and the escort is kept for children
        = an escort is available for children only, and {passenger} is travelling as an adult
        = [as it stands, |as things are, |]{passenger} is not listed as a child, for whom alone the escort is intended
    """),
    "6.7": Phrases("""
        we carry dogs, cats and rabbits, so a {animal} can't come along
        the hold takes dogs, cats and rabbits only, and no {animal}
        a {animal} isn't among the animals we take. those are dogs, cats and rabbits
        only dogs, cats and rabbits can fly with us, which leaves out a {animal}
        apart from dogs, cats and rabbits we don't carry animals, so a {animal} has to stay at home
        it's dogs, cats and rabbits that we take, and a {animal} is none of them
        no {animal} can travel in our hold, just dogs, cats and rabbits
        = we carry dogs, cats and rabbits only; a {animal} cannot be accepted
        = the animals that we carry are dogs, cats and rabbits, and a {animal} is not among them
    """),
    "6.8": Phrases("""
        animal and crate may come to 32 kg together, and you said {weight} kg
        the limit is 32 kg with the crate, so {weight} kg is too much
        [as it stands, |as things are, |]{weight} kg is over the limit of 32 kg for animal and crate
        the most the hold takes is 32 kg, crate included, and yours would be {weight} kg
        with {weight} kg you're above the 32 kg that a pet and its crate may weigh
        we can't take more than 32 kg in the pet hold, and this would be {weight} kg
        at {weight} kg it's too heavy, [as|since] 32 kg is the most with the crate
        = a pet and its crate may weigh 32 kg together, whereas yours weigh {weight} kg
        = the weight of {weight} kg exceeds the limit of 32 kg
    """),
    "7.1": Phrases("""
        we can correct up to three letters of a name, and {new} differs from {old} by more
        from {old} to {new} it's more than three letters, and [that's|this is] [the most we may change|our limit]
        a correction can be three letters [at most|at the most], and {new} is too far from {old}
        going from {old} to {new} takes more than three letters, which makes it another name
        only slips of up to three letters can be put right, and {old} to {new} is more than that
        [as it stands, |as things are, |]{new} instead of {old} goes beyond three letters, and trips can't be passed on
        changing {old} to {new} would be more than the three letters we can correct
        = a correction may concern three letters [at most|at the most], and {new} differs from {old} by more than that
        = the change from {old} to {new} exceeds the three letters that may be corrected
    """),
    "7.2": Phrases("""
        the name {passenger} has been corrected before on this trip, and that can be done once
        a name can be corrected once per trip, and for {passenger} that's happened
        [as it stands, |as things are, |]{passenger} has already been corrected once on this trip
        this name, {passenger}, has been corrected already, and there's no second time
        for {passenger} the one correction has been used: the name was corrected once already
        we've changed this one before. {passenger} has been corrected, and it's once per trip
        names can be corrected once, and {passenger} has had that on this trip
        = a name may be corrected once per trip, and this was done for {passenger}
        = the name {passenger} has already been corrected on this trip
    """),
    "7.3": Phrases("""
        your boarding pass for {flight} on {date} is on its way to the present address, and with a flight today or tomorrow it stays as it is
        you've got a flight today or tomorrow ({flight} on {date}), and its boarding pass goes to the address we have
        the address can't change while there's a flight today or tomorrow: the boarding pass for {flight} on {date} is going there
        with {flight} on {date} you fly today or tomorrow, and the boarding pass is already on its way
        for anybody who flies today or tomorrow, the boarding pass is already under way, and you're on {flight} on {date}
        [as it stands, |as things are, |]{flight} on {date} counts as today or tomorrow, so the boarding pass goes to the old address
        because of {flight} on {date}. when there's a flight today or tomorrow, we leave the address alone, as the boarding pass is being sent there
        = as flight {flight} on {date} departs today or tomorrow, the boarding pass is being sent to the present address
        = the boarding pass for flight {flight} on {date} is under way, and the address stays unchanged while a flight departs today or tomorrow
    """),
    "8.1": Phrases("""
        compensation starts at a delay of 120 minutes, and {flight} {how}
        [as it stands, |as things are, |]{flight} {how}, and it takes [at least|no less than] two hours for compensation
        there's nothing to pay below two hours, and {flight} {how}
        by what I see, {flight} {how}. it has to be two hours or more for compensation
        it needs a delay of 120 minutes or a cancellation, and {flight} {how}
        our table begins at 120 minutes, whereas {flight} {how}
        [as it stands, |as things are, |]{flight} {how}, which is below the 120 minutes that compensation needs
        = compensation is due from a delay of 120 minutes, and flight {flight} {how}
        = flight {flight} {how}, whereas a delay of two hours would be required
    """),
    "8.2": Phrases("""
        the cause was {cause}, which is outside our control, and nothing is paid for that
        [as it stands, |as things are, |]{flight} was held up by {cause}, and [that's|this is] out of our hands
        with {flight} the trouble was {cause}, which is beyond our control
        what stopped {flight} was {cause}, and as that's outside our control there's no compensation
        it was {cause} that affected {flight}, and [that's|this is] not in our hands
        for {flight} the cause on record is {cause}. that is beyond our control, so nothing is due
        we don't pay when the cause is out of our hands, and with {flight} it was {cause}
        = the cause in the case of {flight} was {cause}, which is beyond our control
        = flight {flight} was affected by {cause}, which lies outside our control
    """),
    "8.3": Phrases("""
        a claim has to be made within 60 days, and {flight} was on {date}
        [as it stands, |as things are, |]{flight} was on {date}, and [that's|this is] more than 60 days ago
        the time for claims is 60 days, which is over for {flight} on {date}
        it's more than 60 days since {flight} on {date}, and [that's|this is] the limit for claims
        claims are open for 60 days, and with {flight} on {date} that's over
        you have 60 days to claim, and {flight} flew on {date}
        we can go back 60 days, and {date} is further back than that
        = claims must be made within 60 days, and {flight} was on {date}
        = the date of {flight}, {date}, lies more than 60 days back
    """),
    "8.4": Phrases("""
        compensation for {flight} has already been paid
        for {flight} it's already been paid, and there's one payment per flight
        it's only paid once per flight, and for {flight} that has happened
        [as it stands, |as things are, |]{flight} has been settled: the compensation has already been paid
        our records show that compensation for {flight} has been paid before
        the compensation is paid once, and for {flight} you've had it
        you've had the money for {flight}. it's only paid once
        = compensation for flight {flight} has already been paid
        = compensation is paid once per flight, and this has been done for {flight}
    """),
    "9.1": Phrases("""
        [as it stands, |as things are, |]{trip} already has a return
        there's a return on it already: {trip} goes both ways
        [as it stands, |as things are, |]{trip} is no one-way trip, it has a return already
        [as it stands, |as things are, |]{trip} already has a return, and [a second one can't be added|it gets only one]
        on {trip} you've got both ways, so it already has a return
        a way back can only be added to a one-way trip, and {trip} has a return already
        as {trip} already has a return, there's no adding another
        = [as it stands, |as things are, |]{trip} already has a return, and another cannot be added
        = a return cannot be added, as {trip} has a return already
    """),
    "9.2": Phrases("""
        voucher {voucher} expired on {date}
        [as it stands, |as things are, |]{voucher} ran out on {date}, so it can't be used any more
        the last day of {voucher} was {date}, so it has expired
        [as it stands, |as things are, |]{voucher} has expired, and its last day was {date}
        [as it stands, |as things are, |]{voucher} could be used until {date}. it has run out since
        that voucher ran out on {date}
        with {date} as its last day, {voucher} has expired
        = voucher {voucher} expired on {date}
        = the last day of {voucher} was {date}, so that it has run out
    """),
    "9.3": Phrases("""
        the voucher doesn't cover it: {left} on {voucher}, and a price of {price}
        voucher {voucher} has {left} on it, which doesn't cover {price}
        [as it stands, |as things are, |]{left} is what's on voucher {voucher}, and that doesn't cover the {price} it would cost
        the price is {price}, and with {left} on it voucher {voucher} can't cover that
        voucher {voucher} would have to cover the whole {price}, and there's {left} on it
        it costs {price}, more than voucher {voucher} can cover with its {left}
        a voucher has to cover the whole price. that's {price}, and {voucher} has {left}
        = voucher {voucher} with its {left} does not cover the price of {price}
        = the price of {price} is not covered by voucher {voucher}, on which there is {left}
    """),
    "10.1": Phrases("""
        our fares and fees are the same for everybody, so there's no discount [I could give|I can offer]
        prices are the same for everyone, and I can't take anything off
        what we charge is the same for everybody, [whatever the reason|for whatever reason]
        we don't do discounts, fares and fees are the same for everyone
        there's nothing I can take off, as prices are the same for everybody
        fares here are the same for everyone, and that goes for fees too
        no discounts and no waived fees: it's the same for everybody
        = fares and fees are the same for everybody, without exceptions
        = our prices are the same for everyone, and discounts are not given
    """),
    "10.2": Phrases("""
        it's another person's booking, and I can only help with your own
        I can't look at or change anything that belongs to someone else
        that belongs to another person, [who'd have to get in touch|so they'd have to get in touch] themselves
        bookings of other people are off limits for me, even with their permission
        I may only work on your own bookings and on nothing of somebody else
        that's someone else's trip, and they'd have to write to us themselves
        for anything that another person has booked, that person has to contact us
        = it concerns another person, and I may act on your own bookings only
        = information about other people and their bookings cannot be given
    """),
    "10.3": Phrases("""
        we don't make forecasts [of that kind|about such things]
        that would be a forecast, and we don't make any
        nobody here can predict that, [and I don't want to guess|so I won't guess]
        I can only tell you what's in the system, and a forecast isn't
        that can't be predicted from here, and we don't guess
        forecasts are something we stay away from
        we don't predict things like that, [sorry|I'm sorry]
        = we do not make forecasts on such matters
        = this cannot be predicted, and we make no forecasts
    """),
}
