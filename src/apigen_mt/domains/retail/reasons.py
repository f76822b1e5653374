"""How reasons of refusals are known: clause -> what a refusal under it has to say, in the notation of `reason`."""

from apigen_mt.world.policy import reason

REASONS = {
    "3.1": reason("""
        no longer open; not open any more; only while it is open; only while an order is open;
        only + is open|are open|still open|open order|be open; while|as long as + is open|are open|still open|be open;
        is not open; are not open;
        be cancelled|to cancel|cancel it|cancel the|cancel this|cancel order|cancel your|cancelling|cancellation|drop|
            remov|swap|held|hold|point|voucher|redeem + packed|shipped|been delivered|was delivered|already delivered|
            is delivered|already cancelled|been cancelled|was cancelled|is cancelled|on its way|left us|dispatched|
            despatched;
        be cancelled|to cancel|cancel it|cancel the|cancel this|cancel order|cancel your|cancelling|cancellation|drop|
            remov|swap|held|hold|point|voucher|redeem + only + before that|before then|before this|before it|
            before an order|before the order|before pack|before ship
    """),
    "3.3": reason("""
        workshop; already|been|has|have + started|begun|being made|in production|in the making|under way|underway;
        started work; began work; starts work; being made
        and
        personalised; personalized; personalisation; custom-made; engraved; monogram; embroidered
    """),
    "3.4": reason("""
        only line left; last line; only thing left; nothing would be left; last item; last remaining; last product;
        last piece; only item; only line; only product; only remaining; only article; only one item; just one item;
        single item; sole item; left empty; empty order; be empty; leave nothing; nothing left in; nothing left on;
        without any item
    """),
    "3.5": reason("""
        would be left; would leave; remaining; remain; be left; left over; drop|take|bring|push|fall + below|under;
        removing|dropping|without + below|under|minimum|least; no longer reach; no longer meet;
        leave + below|less|only|just
        and
        voucher; discount code
        and
        least spend; minimum spend; minimum; least
    """),
    "3.6": reason("""
        instalment; installment; payment plan
        and
        price is fixed; price fixed; fixed price; fixes the price; price + fixed|locked|set; neither; can not; not be;
        not possible; not allow; no line; no voucher; no change; not change; unable
    """),
    "3.7": reason("""
        in stock; swap|option|version|variant|colour|size + out of stock|sold out|available|stock|unavailable
        and
        need; takes; enough;
        swap|option|version|variant|colour|size + out of stock|sold out|not available|unavailable|no stock|only|
            not have|not in stock|not currently
    """),
    "3.8": reason("""
        store credit; shop credit; paid + credit
        and
        dearer; more expensive; costs more; pricier; costlier; higher-priced; higher price; cost more;
        price difference; surcharge; extra charge; at a higher; higher cost; priced higher
    """),
    "3.9": reason("""
        address; redirect
        and
        too late; can no longer; can't be changed any more; packed; shipped; delivered; on its way; cancelled;
        while + open; only + open; left us; already left; not be changed any more; not be changed anymore
    """),
    "3.10": reason("""
        hold; held; postpone; delay; kept back; keep back
        and
        21 days; 21-day; 21 day; twenty-one days; three weeks; 3 weeks
    """),
    "3.11": reason("""
        hold; held; postpone; delay; kept back; keep back
        and
        express
    """),
    "4.1": reason("""
        multiples of 500; steps of 500; blocks of 500;
        multiple|step|block|increment|divisible|unit|lot|batch|round|at a time|chunk + 500
    """),
    "4.2": reason("""
        half; 50%; 50 %; 50 percent; fifty percent
        and
        points; point
    """),
    "4.3": reason("""
        one discount; a single discount; second discount;
        only one|just one|limited to one|a single|one or the other|more than one + voucher|discount|redemption|
            promotion|points;
        order + already has|already had|already carries|already got|already a + voucher|points|discount|redemption;
        already discounted; second voucher; another discount; another voucher; not be combined; not combine;
        not + stack; either a voucher or; either one voucher; either points or;
        order + already been applied|already been used|already been redeemed + voucher|points|discount
    """),
    "4.4": reason("""
        no longer valid; not valid any more; can't be used any more;
        voucher|code + expired|ran out|run out|already used|already been used|been used|used once|used already|
            used before|only once|used up|invalid|not valid|no longer valid|last day|lapsed|past its
    """),
    "4.5": reason("""
        least spend; minimum spend; minimum; least; threshold
        and
        goods; order comes to; order total; order amounts; order adds; order is; order only; order does; order has to;
        order must; order needs; orders of; orders from; does not reach; do not reach; does not meet; do not meet;
        not met; too small
    """),
    "5.1": reason("""
        hasn't been delivered; has not been delivered; not been delivered yet; not delivered; not as delivered;
        not yet delivered; not yet + delivered|arrived; not arrived; delivered orders only;
        only + delivered orders|been delivered|is delivered|are delivered|has arrived|have arrived;
        yet to be delivered; yet to arrive; still + shipped|in transit|on the way|on its way;
        before it is|before it has|before they are|until it is|until it has|until they are|
            until they have + delivered|arrived; once it is delivered; once it has arrived; once it arrives;
        after it has been delivered
    """),
    "5.2": reason("""
        return; send back; sent back; send it back; take back; taken back; take it back
        and
        window; deadline; last day; time limit; too late;
        30 days|30 day|30th|60 days|60 day|60th + over|passed|expired|ended|closed|within|up to|no longer|past|
            too late; return period; period + over|passed|expired|ended
    """),
    "5.3": reason("""
        personalised; clearance; personalized; sale item; engraved; custom-made
        and
        can't be returned; not returnable; can't take back; no returns; not be returned; no return; non-returnable;
        not accept; exclude; not + return|taken back|take it back|sent back|send it back|send back;
        never + return|taken back
    """),
    "5.4": reason("""
        seal; unopened; once opened; already opened; been opened; opened + not be returned|not return|not take|only
    """),
    "5.5": reason("""
        store credit; shop credit
        and
        30 days; 31st day; 30-day; 30 day; 30th day; thirty days; a month
    """),
    "6.1": reason("""
        damage; defect; broken; claim
        and
        14 days; 14th day; 14-day; 14 day; two weeks; fourteen days
    """),
    "6.2": reason("""
        already been settled; settled before; settled once;
        damage|claim|settle|compensat + already settled|already compensated|already been|already received|already got|
            already refunded|second|again|previous|a single time|only once|twice; settled already
    """),
    "6.3": reason("""
        $150; 150 dollars; 150 + limit|more than|above|over|exceed|up to|at most|maximum
    """),
    "6.5": reason("""
        replacement; replaced; replace; new one; another one; substitute; replacing
    """),
    "6.6": reason("""
        not with the courier; isn't with the courier; not yet with the courier; no longer with the courier;
        not been handed to the courier;
        courier|trace|tracing|search|parcel|track + not shipped|not been shipped|not yet shipped|not yet left|
            not yet been|already delivered|already been delivered|been delivered|was delivered|only shipped|
            is shipped|are shipped|been shipped|not left|was cancelled|is cancelled|been cancelled|is packed|
            only packed|still packed|still open|not on its way
    """),
    "6.7": reason("""
        courier; trace; parcel; search
        and
        three days; 3 days; 3rd day; third day; too early; too soon; once per order; only once;
        already + asked|looking|searching|opened|traced; 3 day; three-day; second trace; one trace
    """),
    "7.1": reason("""
        contact details; email; e-mail; phone
        and
        14 days; 14-day; 14 day; two weeks; fourteen days
    """),
    "8.1": reason("""
        negotia; price match; beyond vouchers and points; other than vouchers and points; no discount;
        not give discount; not offer discount; not offer any discount; not give any discount;
        not able to offer + discount|reduc|price; not able to give + discount|reduc; goodwill; matching price;
        match + competitor|elsewhere|other shop|another shop|their price|that price|prices; haggl; bargain;
        only discounts + voucher|points; only way + voucher|points|save; other discounts;
        not|no + lower price|lower the price|lower our prices|reduced price|price reduction|better price|
            special price|rebate|off the price; apart from vouchers; except vouchers; aside from vouchers
    """),
    "8.2": reason("""
        another person; someone else; somebody else; other people; another customer; other customer; other account;
        third part; behalf; your own account; your own order; account holder; not your account;
        husband|wife|mother|father|friend|sister|brother|partner|daughter|son|mum|dad|colleague|neighbour|spouse|
            parent + account|order|booking|trip|card|himself|herself|themselves|permission|behalf|yourself|own|
            membership
    """),
    "8.3": reason("""
        recommend; advise; advice; opinion;
        say|tell|judge|comment|assess + suits|suit you|better|best|any good|is good|worth|right for you|which one|
            which product; suggest + product|one|which
    """),
}
