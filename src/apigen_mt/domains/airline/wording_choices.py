"""The words for the closed lists that wishes are made of: noun phrases, so that they fit as answers and after `because of`."""

from apigen_mt.domains.airline.wording import choices

CAUSES = choices(
    illness=("""
        illness
        [an|a sudden] illness in the family
        me being ill
        illness[, I'm not fit to fly|, the doctor says not to fly|]
        [my|our] daughter's illness
        somebody in the party being ill
        ~ illness
        + illness, I've been in bed with a fever [for days|since the weekend]
        = an illness in the party
    """, ("ill",), "illness"),
    plans_changed=("""
        a change of plan
        a change of plans
        plans that have changed
        our plans changing
        a change in our holiday plans
        [simply |]a change of plan on our side
        ~ changed plans
        + a change of plan, my brother is coming to us instead
        = a change in my plans
    """, ("plan",), "a change of plans"),
    work=("""
        work
        something at work
        a clash at work
        work[, I can't get the days off|, they need me that week|]
        not getting the time off work
        my boss needing me at work
        ~ work
        + work, as ever - a colleague has left and the leave is gone
        = a commitment at work
    """, ("work",), "work"),
    booked_twice=("""
        a double booking
        a duplicate booking
        me booking it twice
        the same trip booked twice by mistake
        [my husband and me|both of us] booking the same thing twice
        an accidental duplicate
        ~ a duplicate
        + a duplicate, I pressed the button again when the page hung
        = an inadvertent duplicate booking
    """, ("twice", "double", "duplicate"), "a double booking"),
    event_called_off=("""
        a wedding that's been called off
        the concert being called off
        the event being called off
        a conference that's been called off
        the festival not going ahead
        the match being called off
        ~ an event called off
        + the festival being called off, and that was the whole point of going
        = the calling off of the event that I was to attend
    """, ("called off", "not going ahead", "calling off"), "an event that was called off"),
)  # fmt: skip

REFUND_TO = choices(
    original=("""
        the original payment method
        my original payment method
        [the way|how|what|the card] I paid [with|by|before|]
        [the payment method|the card|the thing|whatever] I used [then|before|to pay|when booking|]
        the original form of payment
        whatever I paid with
        the account it was originally paid from
        ~ original payment method
        + the original payment method, I'd rather see the money again
        = the original method of payment
    """, ("original", "i used", "i paid"), "the original form of payment"),
    voucher=("""
        a travel voucher
        a voucher
        a new travel voucher
        a travel voucher[, for the bonus|, with the bonus on top|]
        a voucher for [next time|my next trip|another time|later|some other trip]
        a voucher [is fine|will do|this time|for now|to use later]
        [one of your vouchers|one of those travel vouchers]
        ~ voucher
        + a travel voucher, I fly with you [every few months|often enough] anyway
        = a travel voucher for future use
    """, ("voucher",), "a travel voucher"),
)  # fmt: skip

FARES = choices(
    Saver=("""
        Saver
        the Saver fare
        a Saver ticket
        your Saver fare
        the cheap Saver one
        the Saver option
        ~ Saver fare
        + the Saver one, I don't need [any frills|anything fancy]
        = a ticket in the Saver fare
    """, ("saver",), "Saver"),
    Classic=("""
        Classic
        the Classic fare
        a Classic ticket
        your Classic fare
        the Classic one
        the Classic option
        ~ Classic fare
        + the Classic one, the one in the middle
        = a ticket in the Classic fare
    """, ("classic",), "Classic"),
    Flex=("""
        Flex
        the Flex fare
        a Flex ticket
        your Flex fare
        the Flex one
        the Flex option
        ~ Flex fare
        + the Flex one, [so that I can change things|in case things change again]
        = a ticket in the Flex fare
    """, ("flex",), "Flex"),
)  # fmt: skip

SEATING = choices(
    window=("""
        by the window
        [right |]next to the window
        right at the window
        in a window row
        on the window side
        somewhere by a window
        ~ window side
        + by the window, for the view of the islands
        = beside the window
    """, ("window",), "by the window"),
    aisle=("""
        on the aisle
        [right |]by the aisle
        next to the aisle
        somewhere along the aisle
        on the aisle side
        right on the aisle
        ~ aisle side
        + on the aisle, I'm forever getting up
        = beside the aisle
    """, ("aisle",), "on the aisle"),
    legroom=("""
        with extra legroom
        with more legroom
        in the extra-legroom row
        in a row with extra legroom
        where there's more legroom
        somewhere with proper legroom
        ~ with more legroom please
        + with extra legroom, my knees will thank you
        = with additional legroom
    """, ("legroom",), "with extra legroom"),
)  # fmt: skip

ASSISTANCE = choices(
    wheelchair=("""
        a wheelchair
        a wheelchair to the gate
        a wheelchair at both airports
        a wheelchair and a push to the gate
        wheelchair assistance
        help with a wheelchair
        ~ a wheelchair
        + a wheelchair, the walk to the gate is [too far|a bit much] these days
        = wheelchair assistance
    """, ("wheelchair",), "a wheelchair"),
    sight=("""
        help because of weak eyesight
        assistance for low vision
        a guide for somebody who sees very little
        help for a blind passenger
        assistance for the visually impaired
        guidance because of poor eyesight
        ~ assistance for the blind
        + a guide, because the eyesight has got so poor
        = assistance owing to impaired vision
    """, ("sight", "vision", "sees very", "blind", "visually"), "assistance for poor eyesight"),
    hearing=("""
        help for somebody hard of hearing
        assistance for low hearing
        help for a deaf passenger
        assistance for the hard of hearing
        someone to pass on announcements to a deaf passenger
        help because of poor hearing
        ~ assistance for the deaf
        + help with the announcements, because of very poor hearing
        = assistance owing to impaired hearing
    """, ("hearing", "deaf"), "assistance for low hearing"),
    escort=("""
        an escort through the airport
        an escort to the gate
        an escort
        an escort at both airports
        your escort service
        an escort from check-in to the plane
        ~ an escort
        + an escort, somebody kind who walks along all the way
        = an escort through both airports
    """, ("escort",), "an escort through the airport"),
)  # fmt: skip

ANIMALS = choices(
    dog=("""
        my dog
        our dog
        a dog
        the dog
        my old dog
        [my|our] family dog
        + my lovely old dog
    """, ("dog",), "a dog"),
    cat=("""
        my cat
        our cat
        a cat
        the cat
        my old cat
        [my|our] house cat
        + my grumpy old cat
    """, ("cat",), "a cat"),
    rabbit=("""
        my rabbit
        our rabbit
        a rabbit
        the rabbit
        my daughter's rabbit
        [my|our] pet rabbit
        + my daughter's beloved rabbit
    """, ("rabbit",), "a rabbit"),
    parrot=("""
        my parrot
        our parrot
        a parrot
        the parrot
        my grandfather's parrot
        [my|our] old parrot
        + my chatterbox of a parrot
    """, ("parrot",), "a parrot"),
    ferret=("""
        my ferret
        our ferret
        a ferret
        the ferret
        my son's ferret
        [my|our] pet ferret
        + my sleepy old ferret
    """, ("ferret",), "a ferret"),
)  # fmt: skip
