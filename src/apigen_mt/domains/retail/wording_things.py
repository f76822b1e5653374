"""How people refer to orders, lines, options and vouchers, and to the values of choices."""

from apigen_mt.language.grammar import Phrases

ORDER = Phrases("""
    order {order}
    order [no.|number] {order}
    the order with the number {order}
    ~ {order}
    the order from {placed}
    the order placed on {placed}
    + the one order from {placed}
    = the order that was placed on {placed}
    the order with the {thing} [in it|]
    the {thing} order
    = the order that contains the {thing}
    the order that [came|arrived] on {delivered}
    = the order that was delivered on {delivered}
    the order with the {thing} from {placed}
""")

LINE = Phrases("""
    the {thing}
    the {item}
    the {option} {thing}
    the {things}
    the {option} {things}
""")

OPTION = Phrases("""
    the {option} one
    the {option} version
    the {option} option
    {option}
    ~ {option}
    = the {option} variant
""")

VOUCHER = Phrases("""
    voucher {voucher}
    the voucher with the code {voucher}
    ~ {voucher}
    ~ code {voucher}
    the voucher worth {off}
    the voucher for {off}
    the voucher that's worth {off}
    the voucher that [runs out|ends] on {expires}
    the [voucher|one] that's valid until {expires}
    = the voucher that expires on {expires}
""")

VOUCHER_BY_WORTH = Phrases("""
    voucher {voucher}
    the voucher with the code {voucher}
    ~ {voucher}
    ~ code {voucher}
    the voucher worth {off}
    the voucher for {off}
    the voucher that's worth {off}
    = the voucher to the value of {off}
""")

CAUSES = {
    "not_needed": Phrases("""
        a change of mind
        a change of plan
        [a bit of |]a rethink at home
        plans that changed
        no real need for it [any more|now]
        a simple change of mind
        = a change of circumstances
        + a change of heart, nothing more
    """),
    "ordered_twice": Phrases("""
        a duplicate order
        an accidental double order
        the same thing ordered twice
        me ordering twice by accident
        a double click at checkout
        = an accidental duplicate
        + me and my other half both ordering, so it's a duplicate
    """),
    "too_slow": Phrases("""
        the long wait
        the slow delivery
        the late delivery date
        the delivery taking [too|far too] long
        how long it takes to get here
        = the delivery date, which is too late for me
        + the delivery date, it's too late for the birthday it was meant for
    """),
    "cheaper_elsewhere": Phrases("""
        a better price elsewhere
        a better price [in another shop|at a shop near me]
        a cheaper offer elsewhere
        something cheaper [round the corner|down the road]
        finding it for less elsewhere
        = a more favourable, cheaper offer elsewhere
        + the price, I've seen it cheaper in a shop in town
    """),
    "ordered_wrong": Phrases("""
        a mistake [I made |]in the order
        me picking the wrong thing
        the wrong size ordered
        ordering the wrong [colour|size|thing]
        a mix-up on my side
        = an error on my part
        + a silly mistake of mine, I picked the wrong one
    """),
}
CAUSE_MEANINGS = {
    "not_needed": ("change of", "rethink", "plans that changed", "no real need"),
    "ordered_twice": ("duplicate", "double", "twice"),
    "too_slow": ("long wait", "deliver", "how long"),
    "cheaper_elsewhere": ("better price", "cheaper", "for less"),
    "ordered_wrong": ("mistake", "wrong", "mix-up", "error"),
}
CAUSE_NAMES = {
    "not_needed": "a change of mind",
    "ordered_twice": "a duplicate order",
    "too_slow": "the long wait for delivery",
    "cheaper_elsewhere": "a better price elsewhere",
    "ordered_wrong": "a mistake in the order",
}

CONDITIONS = {
    "sealed": Phrases("""
        still sealed
        [all |]unopened
        never opened
        not opened at all
        still sealed in the wrapping
        sealed[, just as it came|]
        = still in the sealed packaging
        + still sealed, I never even got the scissors out
    """),
    "opened": Phrases("""
        [already |]opened and used
        unwrapped and tried out
        out of the box already
        used [once|once or twice|a couple of times]
        used a bit
        [already |]tried out
        = taken out of the box and used briefly
        + out of the box, I had to try things out of course
    """),
}
CONDITION_MEANINGS = {
    "sealed": ("sealed", "unopened", "never opened", "not opened"),
    "opened": ("used", "tried out", "try things out", "out of the box"),
}
CONDITION_NAMES = {"sealed": "still sealed", "opened": "opened and used"}

REFUND_TO = {
    "original": Phrases("""
        the original payment method
        the way I paid
        the payment method I used
        what I paid with
        [the|my] original form of payment
        the same way I paid
        = the original method of payment
        + the same way I paid, if that's all right
    """),
    "credit": Phrases("""
        store credit
        shop credit
        credit with you
        my store credit
        credit in the shop
        store credit[, that's easiest|]
        = credit on my account with you
        + store credit, I'll only spend it on something else here
    """),
}
REFUND_MEANINGS = {"original": ("original", "i paid", "i used"), "credit": ("credit",)}
REFUND_NAMES = {"original": "the original payment method", "credit": "store credit"}

EXTENTS = {
    "marked": Phrases("""
        marked[, but fine to use|, nothing worse]
        [just|only] marked on the surface
        scuffed[, but it works|, though only the surface]
        [just|only] a cosmetic flaw
        blemished but otherwise fine
        only blemished, it does its job
        = cosmetically flawed, but otherwise in order
        + a bit scuffed, you'd see it from across the room but it works
    """),
    "impaired": Phrases("""
        only partly usable
        usable within limits
        half usable at best
        just about usable
        usable, but with limits
        only good for half of what it's for
        = usable only to a limited extent, within limits
        + sort of partly usable if you're careful
    """),
    "unusable": Phrases("""
        broken
        completely broken
        [totally |completely |]unusable
        broken beyond repair
        in pieces
        ruined
        [a wreck, |]no use at all
        = beyond use
        + well and truly broken, straight for the bin
    """),
}
EXTENT_MEANINGS = {
    "marked": ("marked", "scuffed", "cosmetic", "blemished"),
    "impaired": ("partly usable", "limits", "half usable", "just about usable", "only good for half"),
    "unusable": ("broken", "unusable", "in pieces", "ruined", "no use at all", "beyond use"),
}
EXTENT_NAMES = {"marked": "marked, but fine to use", "impaired": "usable only within limits", "unusable": "unusable"}

TOPICS = {
    "billing": Phrases("""
        a charge I don't recognise
        a payment that was taken twice
        a wrong charge
        being charged twice
        a charge that looks wrong
        a payment I can't place
        = an incorrect charge
        + a charge on my statement that I can't make head or tail of
    """),
    "wholesale": Phrases("""
        buying in bulk for my shop
        a wholesale account
        buying your goods for resale
        trade terms for my shop
        a trade account
        stocking your goods in my cafe
        = the opening of a wholesale account
        + stocking your goods in the little farm shop I run
    """),
    "restock": Phrases("""
        getting something sold out back in stock
        something sold out that I'd like to see again
        the return of a sold-out piece
        a restock of something
        wanting a sold-out colour back
        a sold-out piece coming back
        = the restocking of a product
        + a restock of something my sister has and I've wanted for ages
    """),
    "courier": Phrases("""
        a complaint about the courier
        the courier's behaviour
        a rude delivery driver
        the driver leaving parcels out in the rain
        the courier chucking parcels over the gate
        trouble with the courier
        = the conduct of your courier
        + the courier, who left my parcel on the bins again
    """),
    "close_account": Phrases("""
        closing my account
        having my account closed
        shutting my account down
        getting my account deleted
        the closure of my account
        deleting my account
        = the closure of my customer account
        + closing my account, I'm just trying to buy less
    """),
    "data_copy": Phrases("""
        a copy of my data
        a copy of the data you hold on me
        the personal data you keep about me
        a data access request
        getting a copy of my personal data
        what data you have on me
        = a copy of the personal data held about me
        + a copy of my data, I'm asking everybody I shop with
    """),
}
TOPIC_MEANINGS = {
    "billing": ("charge", "payment"),
    "wholesale": ("bulk", "wholesale", "resale", "trade", "stocking your goods"),
    "restock": ("sold out", "sold-out", "restock"),
    "courier": ("courier", "driver"),
    "close_account": ("closing my account", "account closed", "account down", "deleted", "closure of", "deleting"),
    "data_copy": ("data",),
}
TOPIC_NAMES = {
    "billing": "a charge that looks wrong",
    "wholesale": "buying for resale",
    "restock": "a restock of sold-out goods",
    "courier": "a complaint about the courier",
    "close_account": "the closure of the account",
    "data_copy": "a copy of the personal data held on the account",
}

GROUNDS = {
    "seen_cheaper": Phrases("""
        a cheaper offer I've seen
        a lower price in another shop
        the lower price I've seen in town
        the cheaper price I found online
        a lower price I found elsewhere
        [what it costs elsewhere, which is a lower price|a much lower price elsewhere]
        = a lower price that I was quoted elsewhere
    """),
    "loyal_customer": Phrases("""
        my loyalty
        [years|all those years] of shopping with you
        years of ordering from you
        how often I order
        how long I've been a regular
        all I've bought here over the years
        = my loyalty over the years
    """),
    "several_pieces": Phrases("""
        the number of pieces I'm taking
        several pieces in one go
        the size of the order
        the quantity I'm buying
        the amount I'm buying
        a whole set at once
        = the size of my purchase
    """),
    "late_delivery": Phrases("""
        the wait last time
        how late my last parcel was
        a late delivery a while ago
        the delay with my last parcel
        the long wait for my last parcel
        all the waiting I had last time
        = the delay to my previous delivery
    """),
}
GROUND_MEANINGS = {
    "seen_cheaper": ("cheaper", "lower price"),
    "loyal_customer": ("loyalty", "years", "regular", "how often"),
    "several_pieces": ("pieces", "size of", "quantity", "whole set", "amount i'm"),
    "late_delivery": ("wait", "late", "delay"),
}
GROUND_NAMES = {
    "seen_cheaper": "a lower price seen elsewhere",
    "loyal_customer": "years of loyalty",
    "several_pieces": "the number of pieces",
    "late_delivery": "a late delivery in the past",
}

PEOPLE = {
    "partner": Phrases("""
        my husband
        my wife
        my partner
        my other half
        = my spouse
        + my dear husband
    """),
    "parent": Phrases("""
        my mum
        my mother
        my dad
        my father
        my old mum
        my parents
        = my elderly mother
    """),
    "friend": Phrases("""
        a friend
        a friend of mine
        my best friend
        my flatmate
        a mate of mine
        an old friend
        = a close friend
    """),
    "neighbour": Phrases("""
        my neighbour
        the neighbour upstairs
        the lady next door
        my next-door neighbour
        the couple next door
        an elderly neighbour
        = a neighbour of mine
    """),
    "colleague": Phrases("""
        a colleague
        someone from work
        my boss
        a colleague of mine
        a woman I work with
        somebody at work
        = one of my colleagues
    """),
}
PEOPLE_MEANINGS = {
    "partner": ("husband", "wife", "partner", "other half", "spouse"),
    "parent": ("mum", "mother", "dad", "father", "parents"),
    "friend": ("friend", "flatmate", "mate of mine"),
    "neighbour": ("neighbour", "next door"),
    "colleague": ("work", "boss", "colleague"),
}
PEOPLE_NAMES = {
    "partner": "your partner",
    "parent": "one of your parents",
    "friend": "a friend",
    "neighbour": "a neighbour",
    "colleague": "a colleague",
}
