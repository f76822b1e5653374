"""The words for closed lists that concern the desk rather than a trip: topics of tickets, and what is always declined."""

from apigen_mt.domains.airline.wording import choices

BAG_TROUBLE = choices(
    bag_lost=("""
        a bag that never arrived
        a suitcase that never arrived
        a missing suitcase
        my missing bag
        lost luggage
        a lost suitcase
        ~ a lost bag
        + a missing suitcase, I stood at the belt until it stopped
        = a missing piece of luggage
    """, ("never arrived", "missing suitcase", "missing bag", "lost", "missing piece"), "a lost bag"),
    bag_damaged=("""
        a damaged suitcase
        a broken suitcase
        a wheel that's come off my suitcase
        my suitcase, which came out cracked
        a bag that came off the belt torn
        damage to my luggage
        ~ a damaged bag
        + my suitcase, which came out cracked from corner to corner
        = damage to a piece of luggage
    """, ("damage", "broken", "come off", "cracked", "torn"), "a damaged bag"),
    item_left_on_board=("""
        something I left on the plane
        a jacket I left on board
        my glasses, which I left on the plane
        a book I left in the seat pocket
        my tablet, left on board
        headphones left on the plane
        ~ something left on board
        + my reading glasses, which I left on the plane, silly me
        = an item that I left on board
    """, ("left on", "left in", "i left"), "something left on board"),
)  # fmt: skip

TOPICS = choices(
    group_booking=("""
        a group booking
        a booking for a group of fifteen
        flights for our whole choir, a group of twenty
        travel for a group of twelve
        a trip for a school group
        a quote for a large group
        ~ a group booking
        + a group booking for our rowing club, eighteen of us
        = a reservation for a group
    """, ("group",), "a group booking"),
    invoice=("""
        an invoice for my company
        an invoice with our VAT number on it
        a proper invoice
        a corrected invoice
        an invoice for my expenses
        the invoice for a trip I took
        ~ an invoice
        + an invoice, accounts won't let me off without one
        = an invoice made out to my employer
    """, ("invoice",), "an invoice"),
    missing_miles=("""
        miles that never showed up
        miles missing from my account
        missing miles
        miles I should have had for a trip
        the miles for my last flight
        miles that weren't credited
        ~ missing miles
        + some missing miles, I know it's petty but I do count them
        = miles that have not been credited
    """, ("miles",), "missing miles"),
    crew_feedback=("""
        some feedback about the crew
        praise for the cabin crew
        a complaint about the crew
        the crew on my last flight
        how the crew treated us
        a thank-you to the crew
        ~ feedback on the crew
        + the crew, who were lovely when my boy was airsick
        = the conduct of the cabin crew
    """, ("crew",), "feedback about the crew"),
    data_copy=("""
        a copy of my data
        the personal data you hold on me
        a copy of my personal data
        the data you keep about me
        a data request
        getting a copy of all my data
        ~ my data
        + a copy of my data, I'm doing a bit of a clear-out
        = a copy of the personal data that you hold
    """, ("data",), "a copy of the personal data held"),
)  # fmt: skip

GROUNDS = choices(
    loyalty=("""
        being a loyal customer
        flying with you for years
        my loyalty
        how often I fly with you
        years of loyalty
        all the flights I've taken with you
        ~ my loyalty
        + all the years I've been hopping over to the islands with you
        = my loyalty over the years
    """, ("loyal", "years", "how often", "all the flights"), "loyalty"),
    cheaper_elsewhere=("""
        a cheaper ferry
        the ferry being cheaper
        a lower price with another airline
        seeing it cheaper elsewhere
        a better price somewhere else
        the same route being cheaper elsewhere
        ~ cheaper prices elsewhere
        + the ferry being half the price, if a lot slower
        = a lower price offered elsewhere
    """, ("cheaper", "lower price", "better price", "half the price"), "a lower price elsewhere"),
    bad_experience=("""
        the trouble I had last time
        the mess last time
        a bad experience last month
        all the hassle on my last trip
        a horrible last flight
        the bad coffee and worse seats last time
        ~ a bad flight last time
        + the trouble last time, we sat there for ages without a word
        = an unsatisfactory experience last time
    """, ("trouble", "mess last", "bad ", "hassle", "horrible", "unsatisfactory"), "a bad experience"),
    student=("""
        being a student
        me being a student
        my student card
        a student budget
        the fact that I'm a student
        my student status
        ~ my student status
        + being a student, and a broke one at that
        = my status as a student
    """, ("student",), "being a student"),
)  # fmt: skip

PERSONS = choices(
    sister=("""
        my sister
        my little sister
        my older sister
        my twin sister
        my half-sister
        the sister I live with
        ~ my sister
        + my sister, who never answers her post
        = my younger sister
    """, ("sister",), "your sister"),
    friend=("""
        a friend
        a friend of mine
        my best friend
        an old friend
        a friend from school
        my friend
        ~ a friend
        + a friend of mine who isn't good with websites
        = a close friend
    """, ("friend",), "a friend of yours"),
    boss=("""
        my boss
        my manager
        the boss
        my boss at the office
        my line manager
        the managing director
        ~ my boss
        + my boss, who leaves all these things to me
        = my manager
    """, ("boss", "manag"), "your boss"),
    neighbour=("""
        my neighbour
        a neighbour
        the neighbour across the road
        an elderly neighbour
        our neighbour
        my next-door neighbour
        ~ a neighbour
        + my neighbour, she's eighty and doesn't do chats
        = a neighbour of mine
    """, ("neighbour",), "your neighbour"),
    mother=("""
        my mother
        my mum
        my mother-in-law
        my wife's mother
        my husband's mother
        my old mum
        ~ my mum
        + my mum, who's away [on a boat|without a phone] right now
        = my mother
    """, ("mother", "mum"), "your mother"),
)  # fmt: skip

SUBJECTS = choices(
    delays=("""
        the chance of a delay
        the risk of delays
        possible delays that week
        how likely a delay is
        the odds of a delay
        the likelihood of delays
        ~ delays
        + the chance of a delay, what with a wedding to get to
        = the probability of a delay
    """, ("delay",), "future delays"),
    weather=("""
        the weather over there
        the weather on the islands
        the weather for my trip
        the weather next month
        next month's weather out there
        the weather we'll get
        ~ the weather
        + the weather out there, for the packing
        = the weather at the destination
    """, ("weather",), "the weather"),
    fares=("""
        where fares are heading
        whether fares will come down
        the fares next month
        future fares
        the way fares will go
        how fares will develop
        ~ future fares
        + whether fares will come down if I wait a bit
        = the development of fares
    """, ("fares",), "future fares"),
    crowding=("""
        how full the flight will be
        how full it will get
        how crowded the plane will be
        how crowded it'll get
        whether the plane will be full
        how full the plane gets
        ~ how full it gets
        + how full the plane will be around the holidays
        = how full the aircraft is going to be
    """, ("full", "crowd"), "how full a flight will be"),
)  # fmt: skip
