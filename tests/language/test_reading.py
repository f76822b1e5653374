"""What a message does: labelled replies written the way people type them."""

from collections.abc import Callable

import pytest

from apigen_mt.language.claims import claims_done
from apigen_mt.language.consent import consent
from apigen_mt.language.handovers import hands_over
from apigen_mt.language.proposals import asks_consent
from apigen_mt.language.reading import asks, closes
from apigen_mt.language.refusals import refuses

YES = """
yes | Yes. | YES | yep do it | go ahead please | sounds good | that's fine, thanks | ok
sure, and thanks for checking | please proceed | yes please cancel it | do it | y | yeah that works
confirmed | works for me | perfect, go for it | yes please | yup | yea | ya go ahead | k | kk thanks
ok thx | okay great | sure thing | sure go ahead | yess | yesss pls | ok cool do it | alright, go ahead
fine by me | that is fine | thats fine | thats ok, go ahead | yeah sounds good to me
yes, go ahead and cancel it. thank you!
Yes, please cancel order R-20418 and refund $84.20 to my Visa ending in 4421. | absolutely
definitely, thank you | of course | by all means | please do | lets do it | Let's go with that. | I confirm
i agree, go ahead | Yes, I'd like to proceed. | please go ahead with the exchange | go for it | perfect
great, thanks | ok do that please | yes do that | yes that's right, go ahead | correct, please proceed
no problem, go ahead | no worries go ahead | why not | yes, i don't mind the fee
yes even though there's a fee | can you do that please? | could you go ahead and process it?
yes. also, can you check my other order after? | yes thanks for your help | 👍 | yep all good
looks good to me | all good, book it | book it | please cancel the order | ok cancel it then
sure, refund my card | fine, just do it | whatever, just do it | i'm ok with that
I'm happy with that, please go ahead | that'll work | that would be great
Yes, that would be perfect. Thank you so much! | uh huh | mhm go ahead | yse please | go ahed | procede
yes pleasse | okie dokie | deal | ok lets do it | yes, if you could | whenever you're ready, go ahead
yes and let me know when it's done | yes I understand the fee, please proceed | actually yes, go ahead
affirmative | yes, change it to the 12th of march | yeah go on do it | approved | yeah ok | ok sure | ok yes
yes!! do it!! | definately | sure, book the 2:35 pm flight
Yes, please go ahead and book the flight for March 12. | I'd like that, yes | makes sense, go ahead
hi yes go ahead | yes i dont need it anymore | that works for me, thank you | ok perfect ty
oh great, yes please
"""

NO = """
no | No. | nope | nah | no thanks | no thank you | actually don't | leave it | never mind | nvm | forget it
rather not | i'd rather not | hold off | hold off for now please | no, leave it as it is | dont do it
don't | please don't | no, i changed my mind | i've changed my mind, keep the order | no way
on second thought, no | nah forget it | n | no that's too expensive | actually no | hmm actually no
ok never mind then | i'll pass | no, i'll keep it | do not proceed | please do not cancel it
no don't cancel | not now | not today thanks | yeah no, leave it | wait no don't
actually, never mind, i'll keep it | i don't want that | I do not want to go ahead. | no, sorry | scrap that
i'd rather keep it then | let's not | just leave it | stop | no. that's more than i want to pay
nope, too much money for me | thanks but no thanks | i'm not going to pay that | absolutely not
no need, leave it
"""

UNCLEAR = """
sounds good, but wait | yes if the fee is under $20 | hmm let me think | ok but use my other card
what would that cost? | yes — actually make it two | sure, though I'd prefer Tuesday
i guess? is there a fee | hmm | maybe | i'm not sure | i guess | i guess so | i suppose | not sure tbh
how much is it | is there a fee | ok how long does it take | yes, as long as it goes back to my visa
yes unless there's a charge | only if its free | ok wait | hang on a sec | one moment
let me check with my wife first | ok let me think about it | can i think about it
ok but first what's the fee | yes but the other one | ok, make it three
yes, make that the blue one instead | sure, except the kettle | what about my other order
do i get a refund? | will i get the full amount back | does that include tax | what?
and what happens if i do | ok i'll call back later | sure, i'll think about it | thanks | ok got it | i see
hello? | who are you | my order number is R-20418 | i want to know the total first | yes?? | ok? | umm yes
uhh sure i guess | i think so | probably | should be fine i think | depends on the cost
can you waive the fee? | that seems high | yes, only the kettle | yes without the insurance
ok and whats the new total | yeah when my card arrives | no wait, yes do it | no, use my other card
no, the other flight | no, i meant tuesday | yes to the refund, no to the exchange
before you do that, whats the price | sounds good. is it refundable? | ok so whats that in total
I'd like to, but I'm worried about the fee | could i get a different colour instead
yes please, to my mastercard instead | that's not my address | wait | ok that's good to know
sure, if there's no extra charge | yeah... though maybe wednesday | oops wrong order | please explain
i dont understand | ok i need a minute | why is it so expensive | yes i have a question
"""


def _replies(block: str) -> list[str]:
    return [reply.strip() for line in block.strip().splitlines() for reply in line.split("|")]


LABELLED = [(r, label) for label, block in (("yes", YES), ("no", NO), ("unclear", UNCLEAR)) for r in _replies(block)]


@pytest.mark.parametrize(("reply", "label"), LABELLED)
def test_consent(reply: str, label: str) -> None:
    assert consent(reply) == label


def test_there_are_enough_replies() -> None:
    assert len(LABELLED) >= 120


Reader = Callable[[str], bool]

ASKS_CONSENT = (
    asks_consent,
    """
Shall I go ahead? | Should I cancel order R-20418 and refund $84.20 to your Visa?
Would you like me to proceed? | Do you want me to book it? | Would you like to go ahead? | Please confirm.
Do you confirm? | Is that okay with you? | Can you confirm that you'd like me to cancel it?
Reply "yes" to confirm. | Does that work for you? | May I proceed?
Once you confirm, I'll process the refund. | Do I have your permission to charge the card?
Ready to proceed? | Are you happy for me to go ahead? | Just say yes and I'll book it.
Please confirm (yes/no). | Shall I book it? | Let me know if you'd like me to proceed.
Can I go ahead and change it? | Want me to do that? | Are you okay with this?
If you agree, I'll issue the refund. | Do you want to proceed with the exchange? | Does this all look right?
""",
    """
What is your order number? | Could you confirm your email address? | I've cancelled the order.
May I have your name? | Can I have your booking code? | Is there anything else I can help with?
Please confirm your email so I can look it up. | Which item would you like to return? | The fee is $20.
I can't cancel it. | How can I help? | Let me look that up. | Should I look for other flights?
Please tell me the date. | Thanks for confirming. | What date would you like?
Would you like a refund or an exchange? | Which card do you mean? | You're welcome! | All done.
Can you tell me why? | Do you have the last four digits of the card? | I'll look into it now.
Please provide your zip code. | Have a nice day!
""",
)
REFUSES = (
    refuses,
    """
I'm sorry, but I can't cancel that. | Unfortunately we cannot refund this order.
I'm unable to change the flight. | That isn't possible. | That's not possible after departure.
This item is not eligible for a return. | Basic economy tickets aren't allowed to be changed.
I won't be able to do that. | It is no longer possible to cancel. | I have to decline this request.
This doesn't qualify for a refund. | Our policy doesn't allow that. | I'm afraid that's against our policy.
It's too late to cancel. | I don't have a way to do that. | That is beyond what I can do here.
Sorry, I'm not able to waive the fee. | The order has shipped, so it can't be cancelled. | I must decline.
I couldn't process that because the card is blocked. | The account is ineligible for an upgrade.
There's no way to change it now. | Your request has been declined.
The policy prohibits refunds after 30 days. | I can't cancel it, would you like to exchange it instead?
We do not offer price matching. | This ticket isn't refundable.
""",
    """
I've cancelled the order. | Shall I go ahead? | I couldn't find an order with that number.
This can't be undone. Shall I go ahead? | I can cancel it for you. | I can't proceed until you confirm.
I cannot look it up before I verify who you are. | Sure, I can do that. | Your refund is on its way.
I'm able to help with that. | It is possible to change the date. | You're eligible for a refund.
If it has shipped, it can't be changed. | What can't you find? | I can't see that booking. | The fee is $20.
Please note that it can't be changed later. | I can't wait to hear how it goes! | Which order is it?
Yes, that's allowed. | Could you tell me your name? | I'll get that done. | All set! | Thanks for waiting.
No problem at all.
""",
)
CLAIMS = (
    claims_done,
    """
I've cancelled the order. | Your booking has been changed. | Your flight is now booked. | Done! | All set.
You're all set! | I have refunded $84.20 to your Visa. | The refund has been issued.
I've gone ahead and updated your address. | Your card has been blocked. | We've processed your exchange.
It's done. | That's all sorted. | I just cancelled it. | Successfully cancelled.
Your order has been successfully cancelled. | The change went through.
I've now moved you to the 9 am flight. | That's been taken care of. | I booked the flight.
Your seat is confirmed. | No problem, I've cancelled it.
I've added a bag, and the refund will arrive in 5 days. | The transfer is complete.
Thanks! Your email has been updated. | As you asked, I've closed the account.
Okay, the limit has now been raised to $500. | Everything is all set.
""",
    """
I can cancel it. | I'll cancel it now. | Once you confirm, I'll process it. | Shall I cancel it?
I would need to cancel it first. | It hasn't been cancelled. | Your order has not been changed.
I've changed nothing: it stays on the 25th. | We made no changes. | I've cancelled none of it.
Nothing has been changed. | No changes have been made. | Once it has been cancelled, you'll get an email.
I've found your order. | I've checked the policy. | Are you all set? | It will be refunded to your Visa.
If your order has been cancelled, you get a refund. | The fee is $20. | I can't cancel it.
It can be exchanged. | Would you like it cancelled? | Your order has been delivered.
I haven't booked anything. | Let me get that done for you.
When the refund has been issued, you will hear from us. | I'm about to book it.
It would have been refunded. | I've verified your identity. | To have it changed, tell me the date.
""",
)
HANDS_OVER = (
    hands_over,
    """
I'm transferring you to a human agent. | I'll transfer you now. | Let me connect you with a specialist.
Transferring you to our team. | I have escalated this to a supervisor. | I'll escalate your case.
I'm handing you over to a colleague. | I'll put you through now. | I've passed this on to our billing team.
A colleague will take over from here. | A specialist will contact you shortly.
Please hold while I transfer you to a representative. | You are being transferred to a human agent.
I'm forwarding your request to the claims team. | I'll hand this over to a person.
A human agent will be with you soon. | I need to transfer you to another department.
I'm connecting you to our fraud team. | Let me bring in a specialist.
I'm going to transfer this chat to a human agent. | I'll pass you over to a manager. | Escalating this now.
I will transfer you to a human agent who can help.
I'm sorry, I can't do that, so I'm transferring you to a human agent.
I have to transfer you with your case. | I've transferred you to a specialist.
""",
    """
Would you like me to transfer you to a human? | I can transfer you to an agent if you like.
I can't transfer you. | I've transferred $200 to your savings account. | Shall I escalate this?
The transfer is complete. | I've cancelled it. | No need to escalate this. | I'll send you an email.
Your order was handed to the carrier. | How can I help? | If you want, I could connect you with a colleague.
I've put your order on hold. | I'll look into it. | What is your name? | I would have to escalate that.
I'll transfer your points to the new account. | Let me check with the policy. | All set.
The human resources discount applies. | Our team is open 24/7. | Please contact your bank.
I moved you to seat 14C. | I'll process the transfer. | Your agent fee is $5.
We cannot connect you with a manager.
""",
)
ASKS = (
    asks,
    """
What is your order number? | how much is it | Can you tell me the date | Could you tell me your name?
Is there a fee | Please provide your email address. | Please tell me the booking code. | when will it arrive
ok what's the total | hi, can you cancel my order | Shall I go ahead? | do i get a refund
Which card is it? | Let me know which date you prefer. | Thanks. How can I help | where is my parcel
why was i charged twice | is it refundable | Would you like a refund or credit?
Give me your zip code, please. | and how long does it take | anything else? | may I have your name | right?
okay, does it include tax
""",
    """
I've cancelled the order. | yes please | no thanks | That's all. | I'd like to return a kettle. | Done!
My name is Ann. | You're all set. | I can't do that. | Let me know if you need anything else. | go ahead
cancel it | I'll transfer you now. | It is on its way. | I know what you mean. | that's how it is
The fee is $20. | Thanks for your help. | It was the blue one. | i want my money back
The date is March 12. | Have a nice day. | I am sure you can. | ok do it | Whatever works. | hi
""",
)
CLOSES = (
    closes,
    """
that's all, thanks | no thats it | bye | goodbye! | nothing else | No, that's everything. Thank you!
nope that's all | thanks, have a good day | no more questions | that will be all | i'm all set
im good thanks | take care | No thanks! | we're done | ok bye | that's it for now
Thank you, that's all I needed. | nothing more from me | cheers, bye
no, nothing else. thanks for your help | you've been very helpful, goodbye | have a nice evening | see ya
no thank you | that is all for today | I don't need anything else
""",
    """
thanks | thank you so much! | yes | no | i want to cancel my order | is that all?
that's all for that one, but i also need a refund | one more thing | that's it, except the kettle
not all of it | what else can you do? | it's all wrong | go ahead | nothing works | that's not it
my name is Dave | I can't find it | goodness, no | all my orders | no, use my other card
wait before you go | that's all i know about the order, can you find it | what's the total | ok | hello
no, not the blue one
""",
)


def _cases() -> list[tuple[Reader, str, bool]]:
    tables = (ASKS_CONSENT, REFUSES, CLAIMS, HANDS_OVER, ASKS, CLOSES)
    return [
        (reader, text, label)
        for reader, right, wrong in tables
        for label, block in ((True, right), (False, wrong))
        for text in _replies(block)
    ]


@pytest.mark.parametrize(("reader", "text", "label"), _cases())
def test_reader(reader: Reader, text: str, label: bool) -> None:
    assert reader(text) is label
