"""How reasons of refusals are known: clause -> what a refusal under it has to say, in the notation of `reason`."""

from apigen_mt.world.policy import reason

REASONS = {
    "3.1": reason("""
        has already been cancelled; is already cancelled; was cancelled before; already + cancelled;
        trip|booking + is cancelled|was cancelled|been cancelled|cancelled one; cancelled trip; cancelled booking;
        you cancelled; you have cancelled
    """),
    "3.2": reason("""
        day before; already departed; already left; already flown; has departed; has left; has flown;
        day of departure; day of travel; day of the flight; leaves today; flight is today; day prior; one day ahead;
        a day ahead; before its departure + only|until|up to|at latest|no later;
        before departure + only|until|up to|latest|no later|must|has to; in the past; same day
    """),
    "4.1": reason("""
        saver
        and
        non-refundable; not refundable; no refund; can't be refunded; isn't refundable; not refunded; not be refunded;
        not be cancelled; not cancel; non refundable; not be + cancelled|refunded; not + refund|cancel
    """),
    "4.3": reason("""
        paid with a travel voucher; paid for with a travel voucher; travel voucher paid for;
        paid with|paid for with|paid by|paid using|bought with|booked with|bought using|purchased with|payment was|
            paid from + voucher; voucher was used to pay; used a voucher to pay; used a travel voucher;
        original payment + voucher
    """),
    "5.2": reason("""
        saver
        and
        rebooked once; moved once; changed once; only once; just once; a single time;
        once + rebook|moved|changed|change|move|segment|flight; already + rebooked|moved|changed|used;
        second + rebook|change|move|time; one rebooking; one change
    """),
    "5.3": reason("""
        outbound; outward; way out; first flight; departing flight; flight out
        and
        return; way back; flight back
        and
        before; earlier than; ahead of; earlier; precede; after; prior; sooner
    """),
    "5.4": reason("""
        seats left; fully booked; sold out; flight is full; is full; seats remaining; remaining seats; room for;
        space for; enough room; enough space; places left; no seats; booked out; enough seats; seat left
    """),
    "6.1": reason("""
        lower; downgrade; cheaper fare; only be raised; only go up; only raise; only upgrade; only be upgraded;
        not go down; upward; only + higher; only + up; downgrading; move down; never down
        and
        fare; saver; classic; flex
    """),
    "6.2": reason("""
        three checked bags; 3 checked bags; three bags; 3 bags;
        at most three|maximum of three|limit of three|limit is three|maximum is three|no more than three|only three|
            up to three|three per|three checked|more than three|three is the|at most 3|maximum of 3|max 3|limit of 3|
            limit is 3|no more than 3|more than 3|only 3|up to 3|3 per|3 checked + bag|piece|luggage|suitcase
    """),
    "6.3": reason("""
        not enough; n't enough; too few; fewer; only + window|aisle|kind|type|extra legroom seat; no window; no aisle;
        no more; all taken; sold out; not have
        and
        free; window|aisle|legroom|kind|type + left|available|remaining|taken|gone|sold out
    """),
    "6.4": reason("""
        exit; emergency
        and
        legroom; child; assistance
    """),
    "6.5": reason("""
        48 hours; 48-hour; 48 h; 48h;
        at least two days|two days before|two days ahead|2 days before|2 days ahead|two days or more|
            two days in advance|2 days in advance|two full days|short notice|too short|at least 2 days;
        two days' notice; 2 days' notice
    """),
    "6.6": reason("""
        escort; accompan
        and
        child; minor; kid; under age; young; adult
    """),
    "6.7": reason("""
        dogs; dog
        and
        cats; cat
        and
        rabbits; rabbit
    """),
    "6.8": reason("""
        32 kg; 32 kilos; 32kg; 32-kg; 32-kilo; 32 kilograms; 32 kilo; limit of 32; thirty-two
    """),
    "7.1": reason("""
        three letters; 3 letters; three characters; 3 characters; three-letter; passed on; pass on; pass it on;
        handed on; transferred to + person|someone|somebody|name|passenger|traveller; small slips; minor slips;
        only slips; typo; spelling mistake; spelling slip
    """),
    "7.2": reason("""
        been corrected; corrected once; corrected before; corrected already; corrected on this trip;
        already + corrected|correction; second correction; only one correction; one correction;
        name + only once|once per|once a trip|once only|second time|already changed|already been changed
    """),
    "7.3": reason("""
        boarding pass; email|e mail|address + today|tomorrow|about to fly|upcoming
        and
        today or tomorrow; today; tomorrow; on its way; about to; sent; departs
    """),
    "8.1": reason("""
        120 minutes; two hours; 120-minute; 120 min; 2 hours; two-hour; 2-hour; late enough; long enough; on time;
        on schedule; punctual; under two hours; not delayed; delay + too short|threshold|minimum
    """),
    "8.2": reason("""
        outside our control; beyond our control; not in our hands; out of our hands;
        weather|air traffic|atc|storm|fog|snow|ice|wind + cause|caused|paid|pay|compensation|excluded|owing to|due to|
            not cover|payable
    """),
    "8.3": reason("""
        60 days; 60-day; 60 day; sixty days; two months; 60th day
    """),
    "8.4": reason("""
        already been paid; has been paid before; only paid once; is paid once;
        already + compensated|been compensated|paid out|received|claimed|got compensation|been settled|paid for;
        once + compensat|paid|payment; second + compensat|payment|claim|payout; paid already; paid before;
        paid a second time; paid twice; compensated twice
    """),
    "9.1": reason("""
        already has a return; has a return already; return on it already;
        already + return|way back|round trip|both ways|both directions; round trip; round-trip; two-way;
        second return; another return; one-way trip; one way trip; return already
    """),
    "9.2": reason("""
        expired; ran out; run out;
        voucher + last day|no longer valid|not valid|valid until|valid up to|validity|over|lapsed|past;
        valid any more; no longer valid
    """),
    "9.3": reason("""
        voucher
        and
        cover; enough; short of; insufficient; less than; exceed; combine; top up; topped up; higher than; more than;
        whole price; full price; too little
    """),
    "10.1": reason("""
        same for everybody; same for everyone; same for all; same for each; same for every; discount; waive; goodwill;
        fees + fixed|apply to everyone|apply to all|no exception; everybody pays the same; everyone pays the same
    """),
    "10.2": reason("""
        another person; someone else; somebody else; other people; another traveller; other traveller;
        another customer; third part; behalf; your own booking; your own trip; not your booking; booking is not yours;
        husband|wife|mother|father|friend|sister|brother|partner|daughter|son|mum|dad|colleague|neighbour|spouse|
            parent + account|order|booking|trip|card|himself|herself|themselves|permission|behalf|yourself|own|
            membership
    """),
    "10.3": reason("""
        forecast; predict; guess; speculat; foresee; foretell; prognos; know in advance; look into the future;
        say|tell|know|estimate + will be|whether|how full|going to be|in the future|likely; crystal ball
    """),
}
