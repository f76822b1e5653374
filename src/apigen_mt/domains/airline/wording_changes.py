"""Sentences about cancelling and rebooking trips, and about the way back."""

from apigen_mt.domains.airline.wording import wording

CANCEL = wording(
    request="""
        .+ [we're not going|I can't travel|we can't go|I'm not flying|the trip is off] [any more|after all|], [please cancel it|can you cancel|I want to cancel|cancel my trip please|so cancel it]
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] cancel a trip
        [can I|could I|may I|is there any way I can|is it possible for me to] cancel a trip [with you|I've booked|], please?
        [I need|I want|I'm afraid I need] to cancel [one of my trips|a trip]
        ~ [need to |]cancel a trip [please|please|thanks|]
        ~ cancellation [please|please|thanks|]
        + [so |right, |well, ]our plans have all gone sideways and I [need|have] to cancel a trip, what do I do?
        = [I would like to|I wish to|I should like to] cancel a trip that I have booked with you
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] cancel {trip}
        [can|could] you [please |]cancel {trip} [for me|]?
        I [need|have] to cancel {trip}[, please|]
        [is it possible|is it still possible|how do I go about it if I want] to cancel {trip}?
        ~ cancel {trip} [please|please|thanks|asap|]
        ~ {trip}, cancel [it |that one |][please|please|]
        + [sorry to be a nuisance, but |I hate to do this, but ]could you cancel {trip}? [it just won't happen this time|we can't go after all]
        = [I would like to|I wish to|I should like to] cancel {trip}
        = [would you please|could you please|would you kindly|could you kindly] cancel {trip}?
        I [need|have|want] to cancel {trip} because of {cause}
        [can|could|would] you [please |] cancel {trip}? [the reason is|it's because of] {cause}
        ~ cancel {trip}, {cause}
        + [hi again, |well, |]{trip} isn't going to happen, so please cancel it. it's because of {cause}
        = I have to cancel {trip}. The reason is {cause}
        I have to cancel a trip because of {cause}
        . [there's|I've got] a trip I need to cancel because of {cause}
        ~ cancel trip, {cause}
        [please|I'd like you to|I want you to|I need you to] cancel {trip} and refund it to {refund_to}
        ~ cancel {trip}, refund to {refund_to}
        [could|can] you cancel {trip} because of {cause}? [please send the refund to|the refund should go to|I'd like the money to go to] {refund_to}
        [please|I'd like you to|I want you to|I need you to] cancel {trip}, [the reason is|because of] {cause}. [the refund can go to|I'd like the refund to go to] {refund_to}
        ~ cancel {trip}, refund to {refund_to}. reason, {cause}
        + I'm sorry to say {trip} has to be cancelled because of {cause}. [please send|I'd like you to send] the refund to {refund_to}
        = I would like {trip} to be cancelled, with the refund going to {refund_to}. The reason is {cause}
        [there's|I have|I've got] a trip [I won't be taking|I can't take|that isn't going to happen], [what do I do to cancel it|how do I cancel it|can it be cancelled]?
        .+ [something's come up|my plans have changed|things have changed here], so I [need|have] to cancel [a trip|one of my trips|a booking]
        ~ [trip|booking] to cancel[, how?|, help please|]
        .+ I [won't be|won't actually be|am not going to be] [using|taking] {trip}, [can you cancel it|could you cancel it|please cancel it][ for me|]
        ~ [can't make|won't make|not taking] {trip}, [cancel it please|please cancel|cancel please]
        .+ [I can't|we can't] make {trip} because of {cause}, so [it has to be cancelled|please cancel it|I need it cancelled]
        = [I regret to say that|Unfortunately] {trip} has to be cancelled because of {cause}
        . [can|could] {trip} be cancelled? it's because of {cause}, and [I'd take|I'd like] the refund to go to {refund_to}
    """,
    brief="""
        want to cancel {trip} because of {cause}, with the refund going to {refund_to}
        need {trip} cancelled because of {cause} and want the refund to go to {refund_to}
        have to cancel {trip}; the reason is {cause}, and you prefer the refund to go to {refund_to}
        would like to cancel {trip}, giving {cause} as the reason, and have the refund sent to {refund_to}
        cannot make {trip} because of {cause}, so you want it cancelled and refunded to {refund_to}
        are writing to have {trip} cancelled because of {cause}; the refund should go to {refund_to}
        want to call off {trip} because of {cause} and get the refund to {refund_to}
        wish to cancel {trip}; if asked, the reason is {cause} and the refund is to go to {refund_to}
    """,
    noun="""
        the cancellation
        that cancellation
    """,
    propose="""
        I [would|can|could] cancel {trip} and refund {refund} to {goes_to}
        Since {ground}, cancelling {trip} gives back {refund}, which would go to {goes_to}
        [To confirm|Just to confirm|To be sure we mean the same]: ^ I'd cancel {trip} as a whole, and {refund} would go to {goes_to}
        Your {trip} can be cancelled. As {ground}, the refund comes to {refund}, to {goes_to}
        [That's possible|I can do that]. ^ I'd cancel {trip}, and you'd get {refund} back to {goes_to}
        If I cancel {trip}, the refund is {refund}. It would go to {goes_to}
        . I can [certainly |]cancel all of {trip} for you, with {refund} going to {goes_to}[, because {ground}|]
        [What I'd do is|What I can do is] cancel {trip} and send {refund} to {goes_to}. That is the refund because {ground}
        = I would cancel {trip} in its entirety and refund {refund} to {goes_to}
        = As {ground}, {trip} can be cancelled with a refund of {refund}, paid to {goes_to}
    """,
    report="""
        I've [just |now |]cancelled {trip}. The refund of {refund} [goes to|is on its way to] {went_to}
        Your {trip} has been cancelled, and {refund} went to {went_to}
        [Done|That's done|All done|There you go|That's taken care of]: ^ {trip} is cancelled and {refund} goes to {went_to}
        That trip is cancelled now. The refund is {refund}, to {went_to}
        The cancellation of {trip} has gone through. You get {refund} back, to {went_to}
        I have [now |]cancelled {trip} and refunded {refund} to {went_to}
        . All done, ^ {trip} is cancelled. That gives you {refund} back, to {went_to}
        = Your {trip} has been cancelled. A refund of {refund} has been made to {went_to}
        = I have [now |just |]cancelled {trip} and arranged for {refund} to go to {went_to}
    """,
)

REBOOK = wording(
    request="""
        .+ [I can't make|I won't make|we can't catch|that's too early, I can't make] [my|our|one of my] [flight|flights], [can I take another one|put me on another one|is there another one|can I move it|change it please]
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] change a flight
        [can I|could I|may I|is there any way I can|is it possible for me to] move [a flight|one of my flights] to another [day|time], please?
        I [need|want|have] to rebook a flight
        ~ change a flight [please|please|thanks|]
        ~ need to rebook [please|please|]
        + [so |well, |]something's come up at home and I need to fly at another time, can [you|we] move my flight?
        = [I would like to|I wish to|I should like to] rebook a flight
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] change [a flight on|one of the flights on] {trip}
        [can|could|would] you [please |] move a flight on {trip} [for me|]?
        ~ {trip}, need another flight [please|please|]
        + I [need|have] to shuffle things around a bit, can a flight on {trip} be moved?
        = I need to rebook a flight on {trip}
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] move {segment} on {trip}
        [can|could] {segment} on {trip} be moved to another [day|time]?
        [I need to|I want to|I have to|I really need to|I was hoping to] rebook {segment} on {trip}[, please|]
        ~ move {segment} on {trip}
        + would it be [possible|all right] to change {segment} on {trip}? [the timing's no good any more|I can't make that one]
        = [I would like to|I wish to|I should like to] rebook {segment} on {trip}
        [can I|could I|may I|is there any way I can|is it possible for me to] change {segment} on {trip} to {day}?
        I'd like to [move|change] {segment} on {trip} to {day}[, please|]
        ~ {segment} on {trip} to {day} [please|please|please|thanks|]
        + I really [should|need to] fly on {day} instead, so can you move {segment} on {trip}?
        = would it be possible to move {segment} on {trip} to {day}?
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] move {segment} on {trip} to {departure} on {day}
        [can|could] you [put|rebook] {segment} on {trip} to {departure} on {day}[, please|]?
        [please|I'd like you to|I want you to|I need you to] move {segment} on {trip} to {day}, {departure} if possible
        ~ {segment} on {trip} to {departure} on {day}
        ~ {trip}, {segment} -> {day}, {departure}
        + I've had a look and {departure} on {day} would suit me better, could you move {segment} on {trip} to that?
        = [please|kindly] rebook {segment} on {trip} to {departure} on {day}
        = I would be grateful if you could move {segment} on {trip} to {departure} on {day}
        [the timing of one of my flights|one of my flights] [doesn't suit|no longer suits|no longer works for] me, [can it be moved|can I take another one|can I change it]?
        .+ I [won't make|can't make|am going to miss] [one of my flights|a flight I've booked], [is there|have you got] another one [I could take|I could switch to]?
        ~ [another|later|different] flight [please|possible?|]
        .+ the time of {segment} on {trip} [doesn't|won't] work for me [any more|after all], [what else is there|can it be moved|can I take another]?
        . I [can't|won't be able to] take {segment} on {trip}, is {departure} on {day} [possible|an option] instead?
        . instead of {segment} on {trip}, I'd [like|prefer|rather have] {departure} on {day}
        ~ [swap|change] {segment} on {trip} for {departure} on {day}
    """,
    brief="""
        want to move {segment} on {trip} to {departure} on {day}
        need {segment} on {trip} rebooked to {day}, namely to {departure}
        would like {segment} on {trip} changed to {departure} on {day}
        want {departure} on {day} instead of {segment} on {trip}
        cannot take {segment} on {trip} as booked and want {departure} on {day} instead
        want to change {segment} on {trip}: the new day is {day}, and you want {departure}
        ask for {segment} on {trip} to be moved to {day}, to {departure}
        hope to have {segment} on {trip} moved to {departure} on {day}
    """,
    noun="""
        the rebooking
        the change of flight
        the new flight
    """,
    propose="""
        I [would|can|could] move {segment} on {trip} to {flight} on {date} at {departs}, for {total} in all
        [To confirm|Just to confirm|To be sure|Just so we agree|Let me sum up]: ^ {segment} on {trip} moves to {flight} on {date}, leaving at {departs}, and {total} is charged to the {charged_to}
        [I'd|I would] rebook {segment} on {trip}: {flight} on {date}, departure {departs}. The change fee is {fee} and the fare difference {difference}, so {total} altogether
        For {trip}, that would move {segment} to {flight} on {date} at {departs}. The charge is {total}, to the {charged_to}
        There's room on {flight} on {date}, which leaves at {departs}. Moving {segment} on {trip} to it costs {total}
        That change is possible: ^ {segment} on {trip} to {flight}, {date} at {departs}. It comes to {total}, charged to the {charged_to}
        . I can [certainly |]put you on {flight} at {departs} on {date} instead of {segment} on {trip}. With a fee of {fee} and {difference} in fare difference, that's {total}
        [What I'd do is|What I can do is] move {segment} on {trip} to {date} at {departs}, on flight {flight}. That costs {total} in total
        = I would rebook {segment} on {trip} to flight {flight} on {date}, departing at {departs}, at a cost of {total}
        = The new departure for {segment} on {trip} would be {flight} on {date} at {departs}. A total of {total} would be charged to the {charged_to}
    """,
    report="""
        I've [just |now |]moved {segment} on {trip} to {flight} on {date}, leaving at {departs}. The charge [is|comes to] {total}
        [Done|That's done|All done|There you go|That's taken care of]: ^ {segment} on {trip} is now {flight} on {date} at {departs}, and {total} was charged to the {charged_to}
        Your flight is changed. You now leave on {date} at {departs} with {flight}, and the charge is {total}
        The rebooking has gone through: {flight}, {date} at {departs}, for {total}
        You're now on {flight} on {date}, which leaves at {departs}. I charged {total} to the {charged_to}
        I have [now |just |]rebooked {segment} on {trip} to {date} at {departs} ({flight}); the total charge is {total}
        . That's moved. ^ {date}, {departs}, flight {flight}, with {total} charged to the {charged_to}
        = I have [now |just |]rebooked {segment} on {trip} to {flight} on {date} at {departs}. A total of {total} has been charged to the {charged_to}
        = The change has been made: ^ {segment} on {trip} now departs on {date} at {departs}. The cost was {total}
    """,
)

RETURN = wording(
    request="""
        .+ [I only booked one way|I have no flight back|there's no return on my booking|how do I get home], [can you add one|add a flight back|I need the way back|please book the way back]
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] add a return flight to a trip
        [can I|could I|may I|is there any way I can|is it possible for me to] add a flight back to a trip [and pay with a voucher|with one of my vouchers], please?
        I [need|want] a flight back on one of my trips, paid with a voucher
        ~ add a return flight, voucher [please|please|]
        + I [only booked|went and booked just] the way out like an idiot and now I need a flight back, can I use a voucher for that?
        = [I would like to|I wish to|I should like to] add a return flight to one of my trips and pay with a travel voucher
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] add a return to {trip}, paid with a voucher
        [can|could|would] you [please |] add a flight back to {trip}? I've got a voucher for it
        ~ return flight for {trip}, voucher [please|please|]
        + I've still no way home on {trip}, and I'd love to use up a voucher for that
        = [I would like to|I wish to|I should like to] add a return flight to {trip}, to be paid with a voucher
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] fly back on {day}. can you add that to {trip}[, with a voucher|]?
        ~ {trip}, add return on {day}, voucher [please|please|]
        [can|could|would] you [please |] add a return on {day} to {trip} and take it off a voucher?
        = [please|kindly] add a return flight on {day} to {trip}, payable by voucher
        [I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] add a return to {trip} and pay with {voucher}
        ~ return on {trip}, pay with {voucher}
        [can|could] {voucher} be used for a flight back on {trip}?
        + I've got {voucher} lying about, [could that|can that] pay for a flight back on {trip}?
        I'd like {departure} back on {day} added to {trip}, paid with {voucher}
        [can|could|would] you add {departure} on {day} as the return on {trip}? [please use|[I'd like to|I want to|I need to|I was hoping to|I'm hoping to|I'm looking to] pay with] {voucher}
        ~ {trip}, return {day}, {departure}, {voucher}
        + for {trip} I'd like {departure} on {day} to get home again, and [please take it off|let's put it on] {voucher}
        = would you add {departure} on {day} as the return on {trip} and redeem {voucher} for it?
        = [please|kindly] add {departure} on {day} to {trip} as my return, paid with {voucher}
        [one of my trips|a trip of mine] [is one way so far|has no flight back yet], and I'd like to [add a return|book the way back] [with|using] a [travel |]voucher
        .+ I [booked|only booked] one way and [now need|need] [to get back|a way back], [can|could] a voucher [pay for|cover] that?
        ~ [need a|book a] flight back, [have a voucher|voucher to use]
        . I booked one way with {trip}, [can|could] I [add|have] a return [and use|paid with] a voucher?
        . [for|on] {trip} I [need|want] to come back on {day} with {departure}, [using|paid with] {voucher}
    """,
    brief="""
        want to add a return on {day}, namely {departure}, to {trip} and pay with {voucher}
        want {departure} back on {day} added to {trip}, paid with {voucher}
        need a flight back for {trip}: {departure} on {day}, paid with {voucher}
        would like to use {voucher} for {departure} on {day} as the return of {trip}
        want to fly back on {day} with {departure}, added to {trip} and taken off {voucher}
        ask for a return flight on {trip}, {departure} on {day}, to be paid with {voucher}
        only have the way out on {trip} and want {departure} on {day} as the way back, using {voucher}
        hope to redeem {voucher} for a return on {trip}, which should be {departure} on {day}
    """,
    noun="""
        the return flight
        the flight back
        the way back
    """,
    propose="""
        I [would|can|could] add {flight} on {date} at {departs} to {trip} as your return. It costs {price}, taken off {voucher}
        [To confirm|Just to confirm|To be sure|Just so we agree|Let me sum up]: ^ a return on {trip} with {flight}, {date} at {departs}, for {price} from {voucher}, which leaves {left} on it
        For {trip}, the way back would be {flight} on {date}, leaving at {departs}. That takes {price} off {voucher}
        There's room on {flight} on {date} at {departs}. I'd add it to {trip} and pay the {price} with {voucher}
        [That's possible|That can be done|I can do that|That works]: ^ {flight} back on {date} at {departs}, added to {trip}. The price of {price} comes off {voucher}, and {left} stays on it
        [I'd|I would] book {flight} on {date} at {departs} as the return of {trip}, using {price} from {voucher}
        . I can [certainly |]add that return to {trip}: {date}, {departs}, flight {flight}, with {price} coming off {voucher}
        Your return on {trip} would be {flight}, {date} at {departs}. From {voucher} I'd take {price}
        = I would add flight {flight} on {date} at {departs} to {trip} and redeem {price} from {voucher}
        = The return on {trip} would depart on {date} at {departs}; the price of {price} would be taken from {voucher}
    """,
    report="""
        I've [just |now |]added your return: {flight} on {date} at {departs}. It took {price} off {voucher}, and {left} is still on it
        [Done|That's done|All done|There you go|That's taken care of]: ^ you fly back on {date} at {departs} with {flight}. {price} came off {voucher}, which leaves {left}
        Your {trip} now has a return on {date} at {departs}. It cost {price}, and {voucher} has {left} on it still
        The flight back is booked: {flight}, {date} at {departs}, for {price}. What remains on {voucher} is {left}
        You're booked on {flight} back on {date} at {departs}; {price} went off {voucher} and {left} remains
        I have [now |just |]added {flight} on {date} at {departs} to {trip}. That used {price} of {voucher}; {left} is still there
        . That's booked. ^ {date}, {departs}, flight {flight}, {price} from {voucher}, {left} remaining
        = I have [now |just |]added the return on {date} at {departs} to {trip}. The price of {price} has been redeemed from {voucher}, on which {left} remains
        = Your return departs on {date} at {departs}. A sum of {price} was taken from {voucher}; the balance is {left}
    """,
)
