"""How reasons of refusals are known: clause -> what a refusal under it has to say, in the notation of `reason`."""

from apigen_mt.world.policy import reason

REASONS = {
    "1.4": reason("""
        security word; security check; code word; password
        and
        doesn't match; does not match; isn't the one; is not the one; isn't right; wrong; incorrect; not match;
        not correct; not right; not the right; not the correct; failed; different; not + match|correct|what we have
    """),
    "2.6": reason("""
        ticket; request; case
        and
        already open; already an open; second one; second ticket; another ticket; already + ticket; one ticket;
        open ticket; existing ticket; still open; ticket is open; only one + ticket|topic; only have one
    """),
    "3.1": reason("""
        frozen; freeze; froze
    """),
    "3.2": reason("""
        both holders; both + sign|owner|signature|branch|come; joint + both|branch|two signatures; two signatures;
        co-holder; other holder; two holders
    """),
    "3.3": reason("""
        not enough; isn't enough; doesn't cover; does not cover; short of; insufficient; exceed; more than; less than;
        short by; only; lower than; higher than; not cover; not sufficient; enough
        and
        available; balance; enough funds; funds|money + cover|short; enough money; insufficient
    """),
    "3.4": reason("""
        withdrawals; withdrawal; limit of four; four times; four transfers; four moves
    """),
    "3.5": reason("""
        savings
        and
        payee; payment; paid; current or joint; current account; pay someone; pay people; pay others
    """),
    "3.6": reason("""
        daily limit; limit + today; daily + limit|maximum|allowance|cap; limit per day; limit for the day; limit a day
    """),
    "3.7": reason("""
        $300; 300 dollars; 300
        and
        new; recent; just added; first three days; added
    """),
    "4.1": reason("""
        not active; isn't active; no longer active; only active cards; only an active card; already blocked;
        already been blocked; card + expired|inactive|already cancelled|deactivated; only active;
        active card + only|has to|must|need|not
    """),
    "4.2": reason("""
        blocked before; blocked first; block it first; has to be blocked; must be blocked; needs to be blocked;
        not been blocked; not blocked; still active; block the card; block this card; blocking it; be blocked;
        unless it is blocked
        and
        replace; new card; replacing
    """),
    "4.3": reason("""
        already been ordered; already on its way; already ordered;
        already + replaced|replacement|new card|on the way|on its way|requested; replaced once; replaced only once;
        one replacement; second replacement; another replacement; once + replac
    """),
    "4.4": reason("""
        address; moved
        and
        14 days; 14-day; 14 day; two weeks; fourteen days
    """),
    "4.5": reason("""
        multiples of $250; steps of $250; multiple of $250; multiple|step|increment|divisible|unit|amounts + 250|$250
    """),
    "4.6": reason("""
        income; salary; you earn; earnings; what you make a month
    """),
    "4.7": reason("""
        6 months; six months; half a year; six-month; 6-month; 6 month; half-year
        and
        raise; increase; higher; went up; limit
    """),
    "4.8": reason("""
        you owe; is owed; amount owed; owed on the card;
        limit|below|lower|less|under + owe|outstanding|balance|debt|owing|already used
    """),
    "4.9": reason("""
        45 days; 45-day; 45 day; forty-five
    """),
    "4.10": reason("""
        one travel note; second travel note; already has a travel note; already + travel note|note on|note for|noted;
        only one + note; only carry one; one note at a time; second note; another note; another travel note;
        existing + note; note at a time; one at a time
    """),
    "5.1": reason("""
        pending; not + posted; posted yet; until it is posted; until it has been posted; once it is posted;
        once it has been posted; has to be posted; must be posted; not gone through yet; not cleared;
        not been booked yet
    """),
    "5.2": reason("""
        60 days; 60th day; 60-day; 60 day; sixty days; two months
    """),
    "5.3": reason("""
        already disputed; already been disputed; already a dispute; second dispute;
        already open|already under|already have|already has|already opened|already running|already filed|
            already raised|already one|already in dispute|already exists + dispute|charge|claim;
        second|another|only one|only be one + dispute; dispute + twice|again|a second time|previously; disputed once;
        one dispute
    """),
    "5.4": reason("""
        dispute; disput
        and
        card has to be blocked; card must be blocked; card needs to be blocked; blocked the card; card is blocked;
        block + first|before|only|until|once; not blocked; not been blocked; still active; still in use; still works;
        still + active|in use|working|usable|unblocked; block the card; block it; must block; be blocked
    """),
    "5.5": reason("""
        15 days; 15th day; 15-day; 15 day; fifteen days; 15th; fifteenth day
    """),
    "5.7": reason("""
        only overdraft; only for overdraft; overdraft and late payment fees only;
        only|just|neither|limited|exclusively|except|restricted|other than + overdraft + late|fee|refund;
        overdraft and late payment fees are the only; overdraft or late payment + not|neither|only
    """),
    "5.8": reason("""
        12 months; twelve months; 12-month; twelve-month;
        refund|goodwill + a year|per year|once|12 month|twelve month|within the last year|past year;
        goodwill|refund + already|second|another
    """),
    "6.1": reason("""
        2 days; two days; 48 hours; two-day; 2-day; too close; too soon; tomorrow
        and
        run; standing order; due; execut; payment
    """),
    "6.2": reason("""
        28th; day 28; between 1 and 28; 1 to 28; 1-28; first to the 28; to the 28; up to 28; later than 28;
        after the 28; 28 at the latest; twenty-eighth
    """),
    "6.3": reason("""
        90 days; 90th day; 90-day; 90 day; ninety days; three months; ninetieth day
    """),
    "6.4": reason("""
        last 14 days; 14 days|fourteen days|two weeks|14 day + deposit|matur|clos|term|end; final 14 days;
        last two weeks; final two weeks
    """),
    "6.5": reason("""
        pledged; pledge; collateral; secures; secured; security for
    """),
    "7.1": reason("""
        contact details; email; e-mail; phone
        and
        21 days; 21st day; 21-day; 21 day; three weeks; twenty-one; 3 weeks
    """),
    "8.1": reason("""
        another person; someone else; somebody else; other people; another member; other member; third part; behalf;
        not your account; your own affairs; not your own;
        husband|wife|mother|father|friend|sister|brother|partner|daughter|son|mum|dad|colleague|neighbour|spouse|
            parent + account|order|booking|trip|card|himself|herself|themselves|permission|behalf|yourself|own|
            membership
    """),
    "8.2": reason("""
        advice; advise; advising; recommendation; not recommend; opinion;
        tell you|say|judge|comment + whether|which|should|better idea
    """),
    "8.3": reason("""
        rates; rate; interest
        and
        negotia; same for every; same for all; same for; better; special; individual; equal; to all members; everyone;
        everybody; every member; not be changed; no exception; lower rate; higher rate
    """),
}
