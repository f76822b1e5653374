"""Invented merchants, purposes and nicknames of the bank's tables."""

MERCHANTS: dict[str, tuple[str, ...]] = {
    "groceries": ("Bramble & Rye", "Cornmill Grocers", "Larkhaven Market", "Pellham Foods", "Green Basket"),
    "eating_out": ("The Copper Ladle", "Noodle Wharf", "Smokehouse Nine", "Harbour Bakery", "Cafe Saffron"),
    "transport": ("Northquay Rail", "Wayfare Taxis", "Tollgate Fuel", "Redmarley Buses"),
    "household": ("Kestrel Hardware", "Homefold", "Lumen Electrical", "Foxbridge Furnishing"),
    "leisure": ("Orpheum Cinema", "Summit Climbing", "Pageturner Books", "Quayside Theatre", "Halyard Sailing"),
}
"""Category of a charge -> merchants."""

PRICES: dict[str, tuple[float, float]] = {
    "groceries": (8, 120),
    "eating_out": (5, 95),
    "transport": (4, 90),
    "household": (12, 420),
    "leisure": (9, 260),
}
"""Category -> least and largest amount."""

NICKNAMES: dict[str, tuple[str, ...]] = {
    "current": ("Everyday", "Main", "Bills", "Day to Day"),
    "savings": ("Rainy Day", "House Fund", "Holiday Pot", "Car Fund", "New Kitchen", "Wedding Fund", "Nest Egg"),
    "joint": ("Family", "Shared Bills", "Household", "Our Home"),
}
"""Kind of account -> what members call theirs."""

FIRMS = (
    "Hollowell Lettings", "Brightwater Energy", "Saddlebow Nursery", "Wexcombe Music School", "Oakline Builders",
    "Ferrymead Dental", "Larch Lane Allotments", "Ashmere Rowing Club", "Fernleigh Animal Rescue", "Tallow Gym",
)  # fmt: skip
"""Payees that are no people."""

PURPOSES: dict[str, tuple[str, ...]] = {
    "Hollowell Lettings": ("rent", "garage rent"),
    "Brightwater Energy": ("energy", "heating"),
    "Saddlebow Nursery": ("nursery fees",),
    "Wexcombe Music School": ("piano lessons", "cello lessons"),
    "Oakline Builders": ("building instalments",),
    "Ferrymead Dental": ("dental plan",),
    "Larch Lane Allotments": ("allotment",),
    "Ashmere Rowing Club": ("club dues",),
    "Fernleigh Animal Rescue": ("donation",),
    "Tallow Gym": ("gym membership",),
}
PERSONAL_PURPOSES = ("pocket money", "shared bills", "loan repayment", "holiday kitty", "cleaning")

COUNTRIES = (
    "Portugal", "Iceland", "Japan", "Morocco", "Canada", "Greece", "Vietnam", "Norway", "Chile", "Kenya", "Italy", "Peru",
)  # fmt: skip

SECURITY_WORDS = (
    "anvil", "badger", "bobbin", "bramble", "cobalt", "compass", "cricket", "dahlia", "ember", "falcon",
    "flannel", "gazelle", "ginger", "hazel", "heron", "indigo", "jasmine", "juniper", "kettle", "lantern",
    "magpie", "marble", "nutmeg", "orchid", "otter", "paprika", "pebble", "pelican", "plover", "pumpkin",
    "quartz", "saffron", "sextant", "sparrow", "teapot", "thimble", "tulip", "turnip", "velvet", "walnut",
    "willow", "zephyr",
)  # fmt: skip
