"""Loose speech: the turns of phrase that people exchange, shorten and leave out without meaning anything else.

Templates say a thing in whole sentences; somebody who types swaps half of the small words. Rules touch the words between
values only, and none of those that carry consent, refusal or a change.
"""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from random import Random

from apigen_mt.language.grammar import Segment

_RULES = """
    i would like to: i want to, i'd like to, i need to, id like to, i'm looking to, can i, i want, i would love to
    i'd like to: i want to, i need to, i would like to, i wanna, looking to, want to, i'd love to, i really want to, can i please, let me
    i want to: i need to, i'd like to, i wanna, want to, need to, i would like to, looking to, i just want to, i have to, trying to, let me
    i need to: i want to, i have to, need to, i gotta, i've got to, i must, have to, i just need to, i really need to, i am trying to, i should
    i was hoping to: i want to, i'd like to, hoping to, i wanted to, i hope i can, i would like to, i was gonna, i was trying to, maybe i can
    i'm hoping to: i want to, i'd like to, hoping to, i hope to, i would like to, i'm gonna, i need to, i am going to, i will
    i'm trying to: i am trying to, trying to, i want to, i need to, i'd like to, i've been trying to, i tried to, gotta
    i'm looking to: i am looking to, looking to, i want to, i need to, i'd like to, i plan to
    i wanted to ask: i wanna ask, wanted to ask, i need to ask, i'd like to ask, can i ask, i meant to ask
    i would like: i want, i need, i'd like, i'll take, can i get, i'd love
    i'd like: i want, i need, i would like, i'll have, can i get, could i get, i'd love
    i'd rather: i would rather, id rather, i'd prefer to
    i've got: i have, i got, got, there is
    i have got: i have, i got, got
    i have to: i need to, i gotta, i must, have to, gotta, i've got to
    i have: i've got, i got, there's, i do have
    i need: i want, need, i could use, i really need, i will need, i'm gonna need, i just need, i also need
    i want: i need, i'd like, want, i would like, i really want, i just want
    i am: i'm, im
    i'm: i am, im
    i think: i believe, i guess, think, i'm pretty sure, i thought
    i can't: i cannot, i cant, can't
    i don't: i do not, i dont, don't
    i still need to: i also need to, need to, i still have to
    can you please: can you, could you, please, could you please, would you, can someone please, can you just
    could you please: can you, could you, please, can you please, would you please, would you, could you just, can someone
    would you please: can you, could you, please, can you please, will you please, will you
    please can you: can you, please, could you please, can you please
    can you: could you, can you please, please, will you, would you, can you help me, are you able to, can someone, can you guys, can you just, i need you to, let's
    could you: can you, could you please, please, would you, can you please, would you be able to, are you able to, could someone, i need you to, could you maybe
    would you: can you, could you, will you, please, would you please
    would it be possible to: is it possible to, can i, can you, could i, is there a way to, can we, how do i
    is it possible to: can i, could i, can you, is there a way to, can we, how can i, how do i, am i able to, would i be able to
    is there any way to: can i, is there a way to, how do i, how can i, can you
    is there a way to: can i, is it possible to, how do i, how can i, can you
    any chance i could: can i, could i, any chance i can, is there any way i can, maybe i could, am i able to
    any chance you could: can you, could you, any chance you can, is there any way you can, maybe you can
    am i able to: can i, may i, is it ok to
    can i: could i, may i, can i please, am i able to, could i please, is it ok if i, do i get to, i want to, should i
    could i: can i, may i, could i please, would i be able to, i want to, can i please
    may i: can i, could i, can i please
    are you able to: can you, could you, is it possible for you to
    i was wondering if: i wonder if, wondering if, wanted to ask if, do you know if, can you tell me if
    i was wondering: i wonder, wondering, just wondering, i wanted to know
    i'd like to know: i want to know, tell me, can you tell me, i need to know, do you know, let me know, i wanna know
    i would like to know: i want to know, tell me, i'd like to know, i need to know, can you tell me
    please tell me: tell me, can you tell me, i need to know, please let me know, do you know
    can you tell me: tell me, do you know, what is it, could you tell me, let me know, i need to know, can you check
    could you tell me: can you tell me, tell me, do you know, let me know, can you check
    tell me: let me know, tell me please, say, give me
    let me know: tell me, tell me please, find out
    how much is: what is, what's, whats, how much would be
    how much would: what would, how much will, what will
    how much: what amount, how much money, how many dollars
    how do i: how can i, how would i, what do i do to
    what's: what is, whats, tell me
    what is: what's, whats, can you check
    there's: there is, theres, i see, i have, it's
    there is: there's, theres
    that's all right: that's ok, that is ok, that's fine, that's alright, its ok
    if that's ok: if that is ok, if its ok, if you don't mind, if that works
    if possible: if you can, if it's possible, if that's possible, if it works
    if you have a minute: if you have time, when you get a chance, if you have a sec, if you got a minute
    one more thing: one other thing, another thing, something else, one thing, 1 more thing, one more
    one other thing: one more thing, another thing, something else, one more
    another thing: one more thing, something else, one other thing, another one
    something else: another thing, one more thing, something more, some other thing
    while i'm here: while i am here, since i'm here, as i'm here, since im on here
    while i've got you: while you're here, since i have you, while i have you, while you are at it
    before i forget: before i go, so i don't forget
    as well: too, also, on top
    because of: due to, cause of, bc of, on account of, thanks to, after, it's
    because: since, cause, as, bc, cuz
    due to: because of, on account of, after
    so that: so, that way
    so much: a lot, so so much, very much
    very much: so much, a lot, a ton
    thank you: thanks
    thanks a lot: thanks so much, thank you, thanks, thanks very much
    thanks: thank you
    the one: one, that one
    my account: the account, account, my acct, that account
    a trip: one of my trips, my trip, my upcoming trip, this trip, trip
    one of my trips: my trip, a trip, a trip of mine, one trip, my upcoming trip, some trip
    one of my flights: my flight, a flight, a flight of mine, one flight, my upcoming flight, some flight
    one of my orders: my order, an order, an order of mine, one order, some order, a recent order
    one of my cards: my card, a card, a card of mine, one card, some card
    an order: my order, one of my orders, the order, order, this order, a recent order, some order, that order
    a card: my card, one of my cards, the card, card, this card, some card
    a standing order: my standing order, standing order, the standing order, one of my standing orders, this standing order
    a fixed deposit: my fixed deposit, the fixed deposit, fixed deposit, one of my fixed deposits
    a flight: my flight, flight, the flight, one of my flights, some flight
    a voucher: my voucher, the voucher, voucher, this voucher, some voucher
    a bit of: some, a little, a little bit of
    a little: a bit, a little bit, slightly
    right away: now, asap, right now, soon, quickly
    straight away: now, right away, right now, asap
    the same: same, exactly the same
    as soon as possible: asap, soon, quickly, as soon as you can
    really: very, actually really, so
    just: only, simply
    also: too, and, as well
    maybe: perhaps, possibly
    at the moment: right now, now, currently
    right now: now, at the moment, currently, at this point
    for me: for us, please
    a lot of: lots of, many, so many
    instead of: rather than, not
    up to: until, till
    until: till, til
    money back: refund, money
    going to: gonna, about to, planning to
    get rid of: lose, drop
    what about: how about
    would be: is, will be, should be
    will be: is, gonna be, would be
    has been: was, is, got
    standing order: regular payment, monthly payment, recurring payment, standing payment, auto payment
    standing orders: regular payments, monthly payments, recurring payments
    bags: luggage, suitcases, baggage
    luggage: bags, baggage, suitcases
    phone number: phone, number, cell number, cell
    email address: email, e-mail, mail address
    parcel: package, box, delivery
    payee: person, recipient
    fixed deposit: deposit, term deposit
    refund: money back, reimbursement
    voucher: coupon, gift voucher
    points: reward points, my points
    item: product, article
    price: cost, amount
    flight: plane
    flights: planes
    due: expected
    until when: how long, till when
    how long: until when
    what kind of: which, what
    do you: can you
    does it: will it
    i see: oh, i get it
    the new: this new, another, my new
    in time: early enough
    at all: in any way
    later: another time
    soon: quickly, fast
    for good: forever, permanently
    with me: for me
    is wrong: is incorrect, is off, isn't right
    for my: on my
    who: which person
    where: in which place
    have one more: got one more, have another
    want it: need it, would like it
    give back: return
    as it is: like it is, unchanged
    day of the month: day, date
    a month: per month, each month, monthly
    in all: in total, altogether, overall
    all together: in total, altogether
    i get: i receive, i have
    would i get: do i get, will i get, can i get
    i would: i'd, i will
    to the: into the, at the
    or not: or no
    of mine: i have
    i've: i have
    it's: it is, its
    it is: it's, its
    that comes back on: returning, returning on, coming back, back on, that returns on, coming back on
    that gets me back on: returning, returning on, that returns on, back on, coming home
    that leaves on: leaving, leaving on, on, that goes on, that departs, going out on
    that starts on: starting, starting on, on, that begins on, beginning
    ending in: ending, ends in, that ends in, ending with, with
    ending: ending in, ends in, that ends in
    with the number: number, no, that is, with number
    placed on: from, placed, i placed on, i made on, i placed, made on, of
    that came on: from, i got on, that arrived, that arrived on, delivered on, i received
    birth date: date of birth, birthday, dob, birthdate, bday, birth day
    booking code: booking, code, booking number, confirmation code, confirmation number, reservation code, booking ref
    family name: last name, surname, name, lastname
    membership number: member number, membership, member no, member id, membership no, member num, number
    member number: membership number, member no, member id, member num, number, customer number
    postcode: zip, zip code, postal code, post code
    phone: phone number, number, cell, mobile, tel, phone no
    email: e-mail, email address, mail, email is
    card ending: card ends in, card ending in, last 4, last four, card
    out of: from, off
    i wish to: i want to, i'd like to, i need to
    i hope to: i want to, i'd like to, hoping to, i would like to, i'm hoping to
    i wonder: i am wondering, i was wondering, just wondering, i'd like to know, do you know
    i ask: i'm asking, can i ask, i want to ask, i would like to ask, asking
    i would rather: i'd rather, i prefer to, i want to
    i no longer want: i don't want, i do not want, i don't need
    i am writing to: i want to, i'm here to, i need to, i came to, i'm trying to, i am trying to
    the reason is: reason is, it's, that's, the reason being, it is
    want to know: need to know, wanna know, would like to know, want to find out, want to see
    need to know: want to know, have to know, need to find out, want to see
    change: update, switch, modify, edit
    trip: booking, reservation, journey
    account: acct
    that ends in: ending in, ending, ending with, with
    whose account ends in: ending in, with account, acct
    have to go: need to leave, must go
    update: change, edit
    check: look up, see, find out, look at, look into
    find out: know, check, see, learn
    look up: check, find, see
    sort out: fix, handle, take care of, deal with, figure out
    get: have, receive
    add: put on, include
    move: transfer, shift
    send back: return, bring back
    money: cash, funds
    question: quick question, query
    different: another, other, new
    wrong: incorrect, not right
    damaged: broken, smashed, busted
    arrived: came, showed up, got here
    still: even now
    left: remaining, still left
    more: extra, additional
    extra: more, additional
    possible: ok, doable, allowed
    somebody: someone, a person
    someone: somebody
    something: some thing, stuff, a thing
    today: now, this morning, tonight, right now
    now: right now, today
    costs: is, runs
    cost: be, run
    because i: since i, cause i, as i
    which: what
    the name: name
    on my: for my, with my
    on the: for the, with the
    from my: out of my
    to my: onto my, into my
    i will: i'll, i am going to, i'm gonna
    would like: want, would love
    was hoping: hoped, was wishing
    a new: another, some new, my new
    is it: is that
"""
_SWAPS = {
    source.strip(): tuple(option.strip() for option in options.split(","))
    for line in _RULES.strip().splitlines()
    for source, _, options in [line.partition(":")]
}
_SOURCES = re.compile(
    rf"(?<![\w'-])(?:{'|'.join(map(re.escape, sorted(_SWAPS, key=len, reverse=True)))})(?![\w'-])", re.IGNORECASE
)
_DETERMINER = re.compile(
    r"(?<![\w'-])(?:the|my|an?|this)(?= [a-z]{3}| ?$)(?! (?:lot|bit|little|few|good|great|nice|second|minute|while)\b)", re.IGNORECASE
)
_DETERMINERS = {
    "the": ("", "my", "that", "this"),
    "my": ("", "the", "that", "this"),
    "a": ("", "some"),
    "an": ("", "some"),
    "this": ("that", "the"),
}
_FILLABLE = re.compile(r"(?<![\w'-])(?:i|you|to)(?= [a-z]{3})", re.IGNORECASE)
_FILLERS = {
    "i": ("just", "really", "also", "still", "actually", "kinda", "honestly", "definitely"),
    "you": ("please", "just", "also", "maybe", "quickly", "possibly"),
    "to": ("just", "please", "quickly", "maybe", "also"),
}
_FILLED = {word: tuple(f"{word} {filler}" for filler in fillers) for word, fillers in _FILLERS.items()}
_ANSWERS = re.compile(
    r"\b(?:yes|yeah|yep|y|sure|go ahead|go for it|go on|do it|do that|do so|proceed|carry on|continue|confirm\w*|agree\w*|approve\w*"
    r"|consent|happy|right|correct|fine|sounds?|looks?|works?|all good|definitely|absolutely|certainly|of course|perfect"
    r"|never ?mind|forget|leave|scrap|drop it|rather|don't|do not|no longer|changed? (?:my|of)|decided|instead|second thoughts"
    r"|stay|keep)\b",
    re.IGNORECASE,
)
"""Words of consent, refusal and change: whoever reads them from the text has to find the sentence as it was meant."""
_SMALL_I = re.compile(r"\bi(?=['\s]|$)")
_AFTER_STOP = re.compile(r"(?<=[.?!] )[a-z]")
_BLANKS = re.compile(" {2,}")
_DROPPABLE = re.compile(r"(?<=\w )(?:to|for|of|in|on|is|it|that|and|at|with|have|be|me) (?=[a-z])")
_COMMA = re.compile(r"(?<=\w),(?= \w)")


def loosened(segments: Sequence[Segment], rate: float, rng: Random) -> list[Segment]:
    """Return segments with turns of phrase between the values exchanged; 0 changes nothing, 1 whatever can be."""
    if not rate or _ANSWERS.search(" ".join([text for text, fixed in segments if not fixed])):
        return list(segments)
    changed = [(text if fixed else _loose(text, rate, rng), fixed) for text, fixed in segments]
    if segments[0][0][:1].isupper() and not segments[0][1]:
        changed[0] = (changed[0][0].lstrip()[:1].upper() + changed[0][0].lstrip()[1:], False)
    return [segment for segment in changed if segment[0]]


def _loose(text: str, rate: float, rng: Random) -> str:
    text = _SOURCES.sub(partial(_replaced, _SWAPS, rate, rng), text)
    text = _DETERMINER.sub(partial(_replaced, _DETERMINERS, 0.55 * rate, rng), text)
    text = _FILLABLE.sub(partial(_replaced, _FILLED, 0.2 * rate, rng), text)
    text = _DROPPABLE.sub(lambda found: "" if rng.random() < 0.1 * rate else found[0], text)
    text = _COMMA.sub(lambda found: "" if rng.random() < rate else found[0], text)
    return _AFTER_STOP.sub(lambda found: found[0].upper(), _SMALL_I.sub("I", _BLANKS.sub(" ", text)))


def _replaced(table: Mapping[str, tuple[str, ...]], rate: float, rng: Random, found: re.Match[str]) -> str:
    return rng.choice(table[found[0].lower()]) if rng.random() < rate else found[0]
