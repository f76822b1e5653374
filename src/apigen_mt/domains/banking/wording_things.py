"""How people refer to accounts, cards, charges and the rest."""

from apigen_mt.language.grammar import Phrases

ACCOUNT = Phrases("""
    my {kind} account
    the {kind} account
    ~ {kind} account
    my {nickname} account
    the {nickname} account
    ~ {nickname}
    the account [I call|called] {nickname}
    + the account I've named {nickname}
    the account ending [in|] {digits}
    my account ending [in|] {digits}
    ~ account {digits}
    ~ acct ending {digits}
    ~ [the|my|] [{kind} {digits}|{kind}, {digits}|{digits}, {kind}|{kind} -{digits}]
    the {kind} account [ending in|ending|with|that ends|,] {digits}
    = my {kind} account ending in {digits}
    = the account that I have named {nickname}
    = the account with the last four digits {digits}
""")

CARD = Phrases("""
    my {kind} card
    ~ {kind} card
    + that {kind} card of mine
    = my {kind} card
    the card ending [in|] {digits}
    my card ending [in|] {digits}
    ~ card {digits}
    ~ card ending {digits}
    my {kind} card [ending [in|]|with|,] {digits}
    the {kind} card [ending in|that ends in|with|no.] {digits}
    ~ {kind}[,| card] {digits}
    [the|my|that] {kind} card [for|of|on|with|from] {account_nickname}
    [my|the] {account_nickname} {kind} card
    ~ {kind}, {account_nickname}
    = the {kind} card with the last four digits {digits}
    = the {kind} card that belongs to my {account_nickname} account
""")

CHARGE = Phrases("""
    the charge from {merchant}
    the {merchant} charge
    ~ {merchant} charge
    ~ {merchant}, {amount}
    what {merchant} charged me
    the charge of {amount}
    the {merchant} charge of {amount}
    the charge from {merchant} on {date}
    the {merchant} charge from {date}
    the charge of {amount} [from|on] {date}
    ~ {merchant} on {date}
    ~ {merchant}, {amount}, {date}
    the charge of {amount} at {merchant} on {date}
    + that charge from {merchant} [back |]on {date}
    = the charge of {amount} made by {merchant}
    = the charge by {merchant} dated {date}
    = the charge by {merchant} for {amount}, dated {date}
""")

FEE = Phrases("""
    the {kind}
    ~ {kind}
    that {kind}
    the {kind} of {amount}
    ~ {kind}, {amount}
    the {kind} from {date}
    the {kind} you charged on {date}
    ~ {kind}, {date}
    the fee of {amount}
    the fee from {date}
    the {kind} of {amount} from {date}
    + that {kind} [you put on there|you took] on {date}
    = the {kind} of {amount} that was charged on {date}
    = the {kind} dated {date}
""")

PAYEE = Phrases("""
    {name}
    my payee {name}
    {name} on my payee list
    + {name}, who should be on my list
    = my payee {name}
    {name} with the account ending in {digits}
    {name} (account ending in {digits})
    ~ {name} {digits}
    the payee whose account ends in {digits}
    = my payee {name} with the account ending in {digits}
""")

STANDING_ORDER = Phrases("""
    my {what}
    ~ the {what}
    [the|my|that] [standing order|monthly payment|payment every month] [to|for] {payee}
    [the|my] {payee} [one|standing order|payment]
    ~ standing order {payee}
    [the|my|that] [standing order|payment] for {purpose}
    my {purpose} standing order
    ~ {purpose} standing order
    ~ the {purpose} one
    [the|my|that] [standing order|payment|one] [of|over|for] {amount}
    [the|my] {amount} [standing order|payment|one|monthly]
    [the|my] [standing order|payment] [to|for] {payee} for {purpose}
    ~ [{payee}, {purpose}|{purpose} to {payee}|{purpose}, {payee}]
    [the|my] {purpose} [standing order|payment|one] [of|,] {amount}
    ~ [{amount} {purpose}|{purpose}, {amount}]
    [the|my|that] [standing order|payment] of {amount} to {payee}
    [the|my|that] {amount} [standing order|payment|one|a month] to {payee}
    ~ [{payee}, {amount}|{amount} to {payee}]
    + the standing order I have to {payee} for {purpose}
    + that monthly {amount} to {payee}
    = the standing order in favour of {payee}
    = the standing order of {amount} for {purpose}
    = the standing order of {amount} to {payee} for {purpose}
""")

DEPOSIT = Phrases("""
    my {what}
    ~ the {what}
    the {what} of {principal}
    my {what} of {principal}
    ~ {what} {principal}
    [the|my|that] {what} [that [matures|ends|runs out|is due]|maturing|due|ending|that runs until] [on|] {matures}
    the one [that [matures|ends|runs out|is due]|maturing|due|ending] [on|] {matures}
    ~ {what} maturing {matures}
    [the|my|that] {what} [I [opened|started|made|set up]|opened|from|since] [on|] {opened}
    + the {principal} I [put|locked] away on {opened}
    [the|my|that] {what} of {principal} [that [matures|ends|is due]|maturing|due|ending] [on|] {matures}
    [the|my|that] {principal} {what} [that [matures|ends|is due]|maturing|due|ending|,] [on|] {matures}
    ~ {principal}[,| until| due| till] {matures}
    = my {what} of {principal}
    = the {what} maturing on {matures}
    = the {what} of {principal} opened on {opened}
""")
