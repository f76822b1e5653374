"""How people put the values of choices: causes, speeds, months, topics and the like."""

from apigen_mt.language.grammar import Phrases

BLOCK_CAUSES = {
    "lost": Phrases("""
        a lost card
        a lost wallet
        a lost purse
        a lost handbag
        [a card|a wallet] that [got|has got] lost
        [the card|my card] getting lost [on the train|in town|on the way home|]
        = the loss of the card
        + a lost wallet, [it must have slipped out on the bus|probably left in a taxi]
    """),
    "stolen": Phrases("""
        theft
        a theft
        a stolen card
        a stolen [wallet|bag|purse|rucksack]
        a pickpocket
        [my bag|my wallet] being stolen
        = the theft of the card
        + a stolen bag, [somebody took it in a cafe|it went from under my chair]
    """),
    "suspicious": Phrases("""
        charges I don't recognise
        [a payment|payments] I don't recognise
        suspicious activity [on it|]
        a suspicious charge
        suspected fraud
        possible fraud
        = suspected fraudulent use
        + suspicious charges, [somebody else seems to be using it|they aren't from me]
    """),
}
BLOCK_MEANINGS = {
    "lost": ("lost", "loss"),
    "stolen": ("theft", "stolen", "pickpocket"),
    "suspicious": ("suspicious", "suspected", "fraud", "don't recognise"),
}
BLOCK_NAMES = {"lost": "a lost card", "stolen": "a stolen card", "suspicious": "suspicious charges"}

REPLACE_CAUSES = {
    "lost": BLOCK_CAUSES["lost"],
    "stolen": BLOCK_CAUSES["stolen"],
    "damaged": Phrases("""
        a broken chip
        a cracked card
        a damaged chip
        a damaged card
        a card that snapped
        [the chip|the stripe] being worn out
        a worn-out stripe
        = damage to the chip
        + a cracked card, [I sat on it|it went through the wash|the dog had it]
    """),
    "expired": Phrases("""
        an expired card
        the expiry date
        the card having expired
        a card that has expired
        the card being past its expiry date
        its expiry date
        = the expiry of the card
        + an expired card, [I only noticed at the till|I never got a new one in the post]
    """),
}
REPLACE_MEANINGS = {
    "lost": BLOCK_MEANINGS["lost"],
    "stolen": BLOCK_MEANINGS["stolen"],
    "damaged": ("broken", "cracked", "damage", "snapped", "worn"),
    "expired": ("expir",),
}
REPLACE_NAMES = {
    "lost": "a lost card",
    "stolen": "a stolen card",
    "damaged": "a damaged card",
    "expired": "an expired card",
}

DISPUTE_CAUSES = {
    "not_mine": Phrases("""
        a purchase I didn't make
        a payment I didn't make
        a purchase that isn't mine
        somebody else using my card
        a purchase I never made
        not having been to that place at all
        = a transaction that isn't mine
        + a purchase I didn't make, [I've never even heard of them|I was at home all that day]
    """),
    "not_received": Phrases("""
        goods that never arrived
        an order that never arrived
        a delivery that never came
        never getting what I ordered
        a parcel that [hasn't turned up|never arrived]
        not having received the goods
        = the goods not having been received
        + an order that never arrived, [and they don't answer my mails|I've waited and waited]
    """),
    "wrong_amount": Phrases("""
        the wrong amount
        a wrong amount
        an amount that's too high
        being charged more than agreed
        an amount that [doesn't match|isn't on|isn't what's on|is above|differs from] [the|my] receipt
        [some|a] [strange|odd|different|higher] amount
        too high an amount
        = an incorrect amount
        + a wrong amount, [the receipt says something else entirely|they added things I didn't buy]
    """),
    "charged_twice": Phrases("""
        being charged twice
        a double charge
        the same thing charged twice
        a duplicate charge
        paying twice for the same thing
        a charge that was taken twice
        = a duplicate transaction
        + being charged twice, [their machine played up|the first try did go through after all]
    """),
}
DISPUTE_MEANINGS = {
    "not_mine": ("didn't make", "isn't mine", "somebody else", "never made", "been to that place"),
    "not_received": ("never arrived", "never came", "never getting", "turned up", "received"),
    "wrong_amount": ("amount", "more than agreed"),
    "charged_twice": ("twice", "double", "duplicate"),
}
DISPUTE_NAMES = {
    "not_mine": "a charge you didn't make",
    "not_received": "goods that were not received",
    "wrong_amount": "a wrong amount",
    "charged_twice": "a double charge",
}

SPEEDS = {
    "standard": Phrases("""
        standard
        [the|] standard speed
        by standard payment
        the ordinary standard way
        standard, [no hurry|no rush|it can take its time]
        the cheap, standard way
        = by standard payment
        + just standard, [there's no hurry at all|it needn't be there today]
    """),
    "express": Phrases("""
        express
        [the|] express speed
        by express payment
        the fast, express way
        express, [it's urgent|it has to be there today|as fast as possible|I'm late|in a hurry here|today please|quick]
        express [today|right away|]
        = by express payment
        + express please, [I promised it for today|I've left it a bit late]
    """),
}
SPEED_MEANINGS = {"standard": ("standard",), "express": ("express",)}
SPEED_NAMES = {"standard": "standard", "express": "express"}

CATEGORIES = {
    "groceries": Phrases("""
        groceries
        [food|grocery] shopping
        groceries and the like
        supermarket shopping
        supermarkets
        [the|] weekly groceries
        = groceries
        + groceries, [the weekly shop|supermarkets and such]
    """),
    "eating_out": Phrases("""
        eating out
        restaurants
        restaurants and cafes
        [meals|dinners] out
        going out to eat
        eating out and takeaways
        = restaurant visits
        + eating out, [cafes and all|so restaurants and coffee]
    """),
    "transport": Phrases("""
        transport
        getting around
        trains, taxis and fuel
        trains and buses
        [travel to work|my commute]
        fuel and fares
        = transport
        + transport, [so trains, buses and fuel|getting to work mostly]
    """),
    "household": Phrases("""
        household things
        things for the house
        the household
        home and household
        furniture and DIY
        DIY and household stuff
        = household goods
        + household things, [DIY and the like|the new shelves and all that]
    """),
    "leisure": Phrases("""
        leisure
        fun and hobbies
        hobbies
        leisure and hobbies
        [cinema|theatre] and hobbies
        free-time things
        = leisure activities
        + leisure, [cinema, books and so on|hobbies and the like]
    """),
}
CATEGORY_MEANINGS = {
    "groceries": ("grocer", "food", "supermarket"),
    "eating_out": ("eating out", "restaurant", "meals out", "dinners out", "out to eat"),
    "transport": ("transport", "getting around", "trains", "travel", "commute", "fuel"),
    "household": ("house", "furniture", "diy"),
    "leisure": ("leisure", "hobbies", "free-time"),
}
CATEGORY_NAMES = {
    "groceries": "groceries",
    "eating_out": "eating out",
    "transport": "transport",
    "household": "household goods",
    "leisure": "leisure",
}

MONTHS = {
    "this_month": Phrases("""
        this month
        so far this month
        in October
        in October so far
        since the start of October
        = in the current month
        = in October so far
        ~ this month
        + this month so far
    """),
    "last_month": Phrases("""
        last month
        in September
        [over|during] September
        in the whole of September
        all through September
        = in the previous month
        = during September
        ~ last month
        + back in September
    """),
}
MONTH_MEANINGS = {
    "this_month": ("this month", "october", "current month"),
    "last_month": ("last month", "september", "previous month"),
}
MONTH_NAMES = {"this_month": "in October so far", "last_month": "in September"}

TOPICS = {
    "loan": Phrases("""
        a new loan
        a mortgage
        [getting|taking out] a [loan|mortgage]
        a loan for [a car|a new kitchen|a boat]
        applying for a [loan|mortgage]
        borrowing money for [a house|a flat|a car]
        = an application for a mortgage
        + a mortgage, [we've found a house at last|we're finally buying a place]
    """),
    "close_account": Phrases("""
        closing [an account|one of my accounts]
        ending my membership
        leaving the bank
        giving up one of my accounts
        the closure of an account
        shutting down an old account
        = the closure of an account
        + closing an old account, [I never use it|it just lies there empty]
    """),
    "name_change": Phrases("""
        a new surname
        a change of name
        my new name [after the wedding|after the divorce|]
        changing my name
        taking my [partner's|husband's|wife's] name
        my married name
        = a change of surname
        + my new surname, [we got married in August|I've gone back to my maiden name]
    """),
    "wrong_payee": Phrases("""
        a payment that went to the wrong person
        [money|a payment] sent to the wrong payee
        a payment to the wrong account
        paying the wrong person by mistake
        getting back money I sent to the wrong payee
        a transfer that went to the wrong person
        = a payment made to the wrong payee
        + a payment to the wrong person, [two of my payees are easily mixed up|I clicked too fast]
    """),
    "estate": Phrases("""
        the estate of my [father|mother|aunt|uncle]
        a death in the family
        the accounts of my late [father|mother|grandmother]
        [my father's|my mother's] estate
        a member who has died
        a bereavement
        = the estate of a late relative
        + my mother's estate, [she banked with you for forty years|I'm the executor]
    """),
    "paper_statements": Phrases("""
        statements on paper
        paper statements
        getting my statements by post
        printed statements
        [having|getting] statements posted to me
        copies of old statements on paper
        = statements in paper form
        + paper statements, [the tax office wants them|I like to have things in a folder]
    """),
}
TOPIC_MEANINGS = {
    "loan": ("loan", "mortgage", "borrow"),
    "close_account": ("closing", "membership", "leaving the bank", "giving up", "closure", "shutting down"),
    "name_change": ("surname", "name"),
    "wrong_payee": ("wrong",),
    "estate": ("estate", "death", "late ", "died", "bereavement"),
    "paper_statements": ("statements",),
}
TOPIC_NAMES = {
    "loan": "a new loan or mortgage",
    "close_account": "closing an account or the membership",
    "name_change": "a change of name",
    "wrong_payee": "a payment to the wrong payee",
    "estate": "the estate of a relative",
    "paper_statements": "statements on paper",
}

PEOPLE = {
    "relative": Phrases("""
        my [mother|father|grandmother|aunt]
        my mum
        my dad
        my elderly [father|mother|uncle]
        my grandad
        my parents
        = my mother
        + my poor old dad
    """),
    "partner": Phrases("""
        my [husband|wife|partner]
        my other half
        my spouse
        my [boyfriend|girlfriend|fiance]
        my husband
        my wife
        = my spouse
        + my better half, my wife
    """),
    "friend": Phrases("""
        a friend [of mine|]
        my [flatmate|neighbour|colleague]
        my best friend
        a colleague of mine
        my neighbour
        a close friend
        = a friend of mine
        + a good friend of mine from work
    """),
    "child": Phrases("""
        my [son|daughter]
        my eldest
        my grown-up [son|daughter]
        my youngest
        my teenage [son|daughter]
        my grandson
        = my daughter
        + my student son
    """),
}
PEOPLE_MEANINGS = {
    "relative": ("mother", "father", "mum", "dad", "aunt", "uncle", "parents"),
    "partner": ("husband", "wife", "partner", "other half", "spouse", "boyfriend", "girlfriend", "fiance"),
    "friend": ("a friend", "best friend", "close friend", "good friend", "flatmate", "neighbour", "colleague"),
    "child": ("son", "daughter", "eldest", "youngest"),
}
PEOPLE_NAMES = {
    "relative": "an elderly relative",
    "partner": "your partner",
    "friend": "a friend",
    "child": "your grown-up child",
}

MATTERS = {
    "invest": Phrases("""
        investing my savings
        where to invest
        shares and funds
        putting money into shares
        investing a bit of money
        whether to buy shares
        = an investment
        + investing, [everybody at work is doing it|my brother keeps on about it]
    """),
    "repay": Phrases("""
        paying off [my card|my debts] or saving
        whether to save or repay
        repaying my debts early
        paying debts off first
        whether to repay my credit card first
        saving or paying off the card
        = the early repayment of a debt
        + whether to repay the card first, [I never know|we argue about it at home]
    """),
    "product": Phrases("""
        which [savings account|account] is best
        the best account for me
        which product suits me
        the right account for [a student|my plans|saving up]
        which savings product to take
        choosing the best account
        = the most suitable product
        + the best account for me, [there are so many|I can't tell them apart]
    """),
}
MATTER_MEANINGS = {
    "invest": ("invest", "shares"),
    "repay": ("repay", "paying off", "debts"),
    "product": ("best", "product", "the right account"),
}
MATTER_NAMES = {
    "invest": "investing your savings",
    "repay": "whether to save or to repay debts",
    "product": "which product suits you best",
}

RATES = {
    "savings": Phrases("""
        my savings
        my savings [account|accounts]
        the money I've saved
        what I have in savings
        the savings account
        my savings pot
        = my savings account
        + my savings, [it's hardly growing|it's next to nothing at the moment]
    """),
    "overdraft": Phrases("""
        my overdraft
        the overdraft
        the overdraft on my account
        going into my overdraft
        my overdraft [interest|]
        using the overdraft
        = my overdraft
        + my overdraft, [it's eating me up|I'm in it every month]
    """),
    "card": Phrases("""
        my credit card
        the credit card
        what I owe on my card
        the card interest
        my credit card [debt|]
        the balance on my card
        = my credit card
        + my credit card, [it's eye-watering|the interest is more than I pay off]
    """),
}
RATE_MEANINGS = {"savings": ("saving", "saved"), "overdraft": ("overdraft",), "card": ("card",)}
RATE_NAMES = {"savings": "your savings", "overdraft": "your overdraft", "card": "your credit card"}
