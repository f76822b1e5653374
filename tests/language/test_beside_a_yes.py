"""What people say beside a yes: tales that put nothing in doubt, and words that take it back."""

import pytest

from apigen_mt.language.consent import consent

PROPOSAL = (
    "I'd cancel your Thursday 22 May booking for two at the Old Mill, £45.00, and rebook it for Friday 23 May at 7:30 pm."
    " Shall I go ahead?"
)
TALES = """
my son asked if the match is on | we were waiting for the bus for an hour | my mother never liked that place anyway
I've been trying to sort this since March | the kids have been driving me mad | I should have done it weeks ago
I don't know why I didn't think of it before | I forgot it was my daughter's birthday
it's her first time in the city | I got the wrong week when I booked | I had no idea you could do that
nobody told me it was a bank holiday | my wife said I should just ring you
I was told by the other chap it couldn't be done | I thought I'd be on hold for hours | I hope the rain holds off
I wish all companies were like this | I can't be doing with all this | I didn't expect it to be this easy
it was my husband who made the mistake | we only moved here in April | I won't be able to make Thursday
I couldn't get the app to work | my phone is about to die | you've been more helpful than the last one
the last person I spoke to was useless | I spent twenty minutes listening to that music | the dog is barking sorry
sorry for the typos I'm on the train | I'm not very good with computers | I've got to pick up the kids at three
I can't stand fish on a Thursday | my sister in law is coming and she is fussy
it'll be nice to have something to look forward to | we haven't been out since the baby came
that Thursday was never going to work | I'd lose my head if it wasn't screwed on
if only everything were that simple | you don't need to ask me twice | I'm surprised how quick that was
what a day I've had | how lovely | what would I do without you | who knew it was so easy
where have you been all my life | isn't technology wonderful | can you believe the weather
do you know I've been a customer for 30 years | don't tell my husband | don't worry about the time
my boss changed the rota at the last minute | my other half will be thrilled
the other day I nearly missed the train | I'm actually quite relieved | I usually hate calling
though I say so myself I'm a patient man | it's a shame about Thursday | too bad about the old date
I'm running late | I'm in a bit of a rush | I'm only sorry I didn't ask sooner | Thursday is my night shift
Friday is payday | the money isn't a problem | money is tight this month | I'll tell the others
I'll let my friends know | I'll put it in the diary | I'll have the fish pie | I'll call my mum to say so
I may even get a haircut | I might finally get some sleep | I think he'll like it | I suppose that's life
I guess the doctor was right about my knee | maybe I'll win the lottery next | hopefully the babysitter shows up
it was probably my fault | I was beginning to worry | I keep forgetting things | I need a holiday
I need to feed the cat | I have to run now | I want to get this over with | we need that
it has to be Friday because of work | our anniversary is on the 24th
there will be six of us at the party on Sunday | I still have the receipt from 2019
my account number used to be different | my neighbour swears by you | when I was young you had to write a letter
after the week I've had I deserve it | before I go mad | while I still have battery
until last year we had no signal here | once upon a time this took a week | unless my calendar is lying I'm free
as long as I've lived I never saw such service | whether it rains or shines | either way I'm happy | no harm done
no rush at all | nothing to lose | not that anyone asked me | not bad for a Monday
never been happier to give up a table | stop me if I've said this before | leave it to me to mix up the dates
I left my purse in the car | keep up the good work | keep smiling | make my week why don't you | change is good
without you I'd be lost | except for the parking it's a great place | instead of moaning I should thank you
rather you than me dealing with people like me | which is a relief | which makes my life easier
whatever gets me out of Thursday | so I can finally relax | because Thursday clashes with my dentist
since my car is in the garage | and tell the chef hello | and thank the lady I spoke to earlier
and could you pass on my thanks to Maria | and please turn the hold music down
also my email still shows my maiden name | also do you sell gift cards | by the way do you have a loyalty scheme
and what time do you close on Sundays | and can you send me the newsletter
"""
OBJECTIONS = """
but only if it's the same table | if the price stays the same | as long as it's the window table | but for four
for four people though | but make it 8 | at 8 not 7:30 | on Saturday | but Saturday | once my wife agrees
when I've checked with my wife | after I speak to my wife | I just need to check with my wife
I need to ask my wife first | let me check my diary | unless it costs more | is it the same table
will it cost more | how much is it | how much is that | do I pay again | does the deposit carry over
what happens to my deposit | can I cancel later | but what about the deposit | but I want the money back
but don't charge me | but keep Thursday too | keep the Thursday one as well | don't cancel Thursday | maybe
I think | I guess | I suppose | probably | hang on | wait | wait no | hold on a sec | one moment | actually no
actually Saturday is better | on second thoughts no | hmm not sure | not 100 percent though | depends on the table
if you waive the fee | provided there's parking | subject to my husband agreeing | only for two hours
only the cancelling | just cancel it don't rebook | cancel it but don't rebook | rebook but not for two | for three
with a high chair | at the other branch | for the 30th | for 24 May | in June | instead of Friday Sunday
the wife prefers Saturday | though I'd prefer Saturday | could we say 8 | can you do 8 | can it be 8 | is 8 possible
is there anything at 8 | what about 8 | I'd rather 8 | earlier if possible | later if you have it
cheaper if you can | before you do that what does it cost | first tell me the cost | tell me the cost first
if not then leave it | otherwise forget it | or no | or not | and no | no | nah | later | tomorrow maybe
I'll confirm tomorrow | I'll let you know | I'll get back to you | my wife has to agree first | let me think
but I'm having doubts | although I'm not sure about Friday | I'm worried about the price | the price is wrong though
that's not the price I was told | you said 40 before | wrong date though | it's the 24th | it's for three of us
it should be 8 pm | I said Saturday | I meant Saturday | we're three not two | the name is wrong
"""


def _each(block: str) -> list[str]:
    return [part.strip() for line in block.strip().splitlines() for part in line.split(" | ")]


@pytest.mark.parametrize("objection", _each(OBJECTIONS))
def test_a_yes_with_an_objection_is_none(objection: str) -> None:
    forms = ("yes {}", "yes, {}", "Yes please. {}", "ok {}", "sure, {}", "go ahead, {}", "perfect. {}")
    assert [form for form in forms if consent(form.format(objection), PROPOSAL) == "yes"] == []


def test_a_tale_beside_a_yes_takes_little_back() -> None:
    """A tale with an "if" or an "instead" of its own is still taken for an objection: it costs a question."""
    forms = ("yes please, {}", "Yes please. {}", "yes please {}", "ok perfect, {}", "go ahead, {}", "{}, so yes please")
    said = [form.format(tale) for tale in _each(TALES) for form in forms]
    assert sum(consent(text, PROPOSAL) == "yes" for text in said) >= 0.84 * len(said)


ASKED = """
Would you mind if I booked you on the later train? | no | yes
Would you mind if I booked you on the later train? | not at all | yes
Would you mind if I booked you on the later train? | no, go ahead | yes
Would you mind if I booked you on the later train? | yes | unclear
Would you mind if I booked you on the later train? | yes, I would | unclear
I'd close the account today. Any objections? | none | yes
I'd close the account today. Any objections? | no objections, do it | yes
I'd close the account today. Any objections? | yes | unclear
I'd send the lid. Shall I go ahead, or shall I leave it as it is? | go ahead | yes
I'd send the lid. Shall I go ahead, or shall I leave it as it is? | yes | unclear
I'd send the lid. Shall I go ahead, or shall I leave it as it is? | no | unclear
I'd send the lid. Shall I go ahead, or shall I leave it as it is? | leave it | no
I'd move it to Friday. Are you sure? | very sure | yes
I'd move it to Friday. Are you sure? | not so sure | unclear
I'd change the double room to a twin. Is that OK? | the twin is fine | yes
I'd change the double room to a twin. Is that OK? | the double is fine | unclear
I'd change the double room to a twin. Is that OK? | the single is fine | unclear
I'd bill your Visa $40.00. Shall I? | yes, bill it | yes
I'd bill your Visa $40.00. Shall I? | yes, $30 | unclear
I'd bill your Visa $40.00. Shall I? | charge the visa | yes
I'd bill your Visa $40.00. Shall I? | charge the amex | unclear
I'd cancel the hoodie. Shall I? | bin it | yes
I'd cancel the hoodie. Shall I? | cancel the joggers | unclear
I'd cancel the hoodie. Shall I? | return it | unclear
"""


@pytest.mark.parametrize("line", ASKED.strip().splitlines())
def test_what_a_reply_means_hangs_on_what_was_asked(line: str) -> None:
    proposal, reply, read_as = line.split(" | ")
    assert consent(reply, proposal) == read_as
