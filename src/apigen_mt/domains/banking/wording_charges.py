"""Sentences about charges and fees."""

from apigen_mt.domains.banking.wording import wording

DISPUTE = wording(
    request="""
        .+ [there's a charge|I see a charge|I found something|something's] on my card [that's not right|that is wrong|I don't agree with|I won't pay], [I want to dispute it|can you dispute it|what do I do|please check and dispute it]
        <I'd like to> dispute a charge<tail>
        there's a charge [on my card|on one of my cards] I want to dispute
        <can you> help me [dispute|contest] a charge?
        I'm not happy with a charge on my card and want to dispute it
        ~ <t>dispute a charge<pls>
        ~ charge on my card is wrong, dispute it<pls>
        + <so>I was going through my statement with a cup of tea and there's a charge I want to dispute
        = <I wish to> dispute a charge
        <I'd like to> dispute a charge on {card}<tail>
        there's [a charge|something] on {card} I'd like to dispute
        ~ <t>dispute a charge on {card}<pls>
        + something on {card} isn't right, I'd like to dispute it
        = <I wish to> dispute a charge made to {card}
        <I'd like to> dispute {charge}, it's on {card}<tail>
        <can you> open a dispute about {charge} on {card}?
        I want to contest {charge}, made with {card}
        ~ <t>dispute {charge} on {card}<pls>
        ~ {card}, {charge}, dispute<pls>
        + <so>I'd like to take something up with you, {charge} on {card}, I want to dispute it
        = <I wish to> dispute {charge}, made to {card}
        I want to dispute a charge because of {cause}
        ~ <t>dispute charge, {cause}
        = <I wish to> dispute a charge, the reason being {cause}
        <I'd like to> dispute {charge} on {card} because of {cause}
        <can you> open a dispute about {charge} on {card}? it's {cause}
        I want to dispute {charge} on {card}, [the reason is|the problem is] {cause}
        ~ <t>dispute {charge} on {card}, {cause}
        ~ {card}, {charge}, {cause}
        + <so>I want to contest {charge} on {card}, and the reason is {cause}
        = <I wish to> dispute {charge}, made to {card}. The reason is {cause}
        = <kindly> open a dispute regarding {charge} on {card} on account of {cause}
    """,
    brief="""
        want to dispute {charge} on {card} because of {cause}
        want a dispute opened about {charge}, made with {card}; the reason is {cause}
        would like to contest {charge} on {card} because of {cause}
        disagree with {charge} on {card} and want to dispute it, your reason being {cause}
        ask for a dispute about {charge} on {card}; if asked, the reason is {cause}
        want {charge} on {card} looked into as a dispute because of {cause}
        do not accept {charge} on {card} because of {cause} and want to dispute it
        want your money back for {charge} on {card} by way of a dispute; the reason is {cause}
    """,
    noun="""
        the dispute
        that dispute
    """,
    propose="""
        <I can> open a dispute about {charge} of {value}, made on {date}. It's decided by {decision_by}; {would_credit}
        <to confirm>: ^ a dispute about {charge} of {value} from {date}, because of {cause}. The decision comes by {decision_by}; {would_credit}
        <possible>. ^ I'd dispute {charge} of {value} from {date} for you; {would_credit}, and the decision is due by {decision_by}
        <I can> open the dispute for {charge} made on {date}, which is {value}. You'd have the decision by {decision_by}; {would_credit}
        so it's about {charge} on {date}, {value}, with {cause} as the reason. We decide by {decision_by}; {would_credit}
        <right>, ^ a dispute about {charge} of {value} from {date}, because of {cause}; {would_credit}, and you hear from us by {decision_by}
        . OK, ^ I'd dispute {charge} of {value} from {date}. You'd know by {decision_by}; {would_credit}
        = I would open a dispute regarding {charge} of {value}, dated {date}. The decision is due by {decision_by}; {would_credit}
        = a dispute would be opened about {charge} of {value}, dated {date}, on account of {cause}; {would_credit}. The decision follows by {decision_by}
    """,
    report="""
        I've [now |just |]opened the dispute, number {dispute}. It's decided by {decision_by}; {credited}
        <done>: ^ dispute {dispute} has [now |]been opened, with a decision by {decision_by}; {credited}
        the dispute about {charge} has [now |]been opened as {dispute}. You hear from us by {decision_by}; {credited}
        I've [now |just |]filed it under {dispute}; {credited}, and the decision comes by {decision_by}
        your dispute has [now |]been registered. The number is {dispute} and the decision is due by {decision_by}; {credited}
        I've [now |just |]opened dispute {dispute} about {charge}; {credited}. The decision is made by {decision_by}
        . [all done|all settled|all sorted]. The number is {dispute}, and you'll know by {decision_by}; {credited}
        = I have [now |]opened dispute {dispute}; {credited}. The decision will follow by {decision_by}
        = the dispute has [now |]been opened under number {dispute} and will be decided by {decision_by}; {credited}
    """,
)

REFUND = wording(
    request="""
        .+ [why did you charge me|you charged me|I got charged|there's] [a fee|some fee], [can I have it back|give it back please|can you refund it|that's not fair, I want it back]
        I've been charged a fee and would like it back
        <can you> refund a fee [for me|as a gesture of goodwill|]?
        [is there any chance of getting|can I get] a fee refunded?
        <I'd like to> ask for a fee to be refunded<tail>
        ~ fee refund<pls>
        ~ want a fee back<pls>
        + <so>I know rules are rules, but there's a fee I'd love to have back
        = <I wish to> ask for the refund of a fee
        <I'd like> {fee} refunded<tail>
        <can you> refund {fee} [as a gesture of goodwill|this once|]?
        <can I> get {fee} back?
        I've been charged {fee} and would like it back
        [is there any chance|would it be possible] to have {fee} refunded?
        I don't think {fee} is fair, can you refund it?
        <please> take {fee} off again
        ~ <t>refund {fee}<pls>
        ~ {fee}, can I get it back<pls>
        + <so>I hadn't even noticed until now, but could you give me {fee} back?
        + I've been a member for ages, so could you let me off {fee} this once?
        + it was only a day or two, honestly, so could you refund {fee}?
        = <would you> refund {fee} as a gesture of goodwill?
        = <I wish to> request a refund of {fee}
    """,
    brief="""
        want {fee} refunded
        ask for {fee} to be refunded as a gesture of goodwill
        would like to have {fee} back
        hope to get {fee} refunded
        do not think {fee} is fair and want it back
        want the bank to let you off {fee}
        ask whether {fee} can be refunded, and want it done
        are annoyed about {fee} and want it refunded
    """,
    noun="""
        the refund
        that refund
        the goodwill refund
    """,
    propose="""
        <I can> refund {fee} of {amount} from {date} as a gesture of goodwill, to your account ending in {digits}
        <to confirm>: ^ {amount} for {fee} of {date} goes back to your account ending in {digits}
        <possible> this time. ^ {amount} for {fee} from {date} would be credited to your account ending in {digits}
        <I can> refund {fee} in full: {amount}, back to your account ending in {digits}. It would count as your goodwill refund for 12 months
        so you'd get {amount} back for {fee} of {date}, paid to your account ending in {digits}
        as a gesture of goodwill I'd give you {amount} back for {fee}, on your account ending in {digits}
        . OK, ^ {fee} from {date} can go: {amount} back to your account ending in {digits}
        = I would refund {fee} of {date} as a gesture of goodwill. The sum of {amount} goes to your account ending in {digits}
        = the refund would be {amount} for {fee} charged on {date}, to your account ending in {digits}
    """,
    report="""
        I've [now |just |]refunded {fee}. {amount} is back on your account ending in {digits}
        <done>: ^ {amount} has [now |]been refunded to your account ending in {digits}
        the fee has [now |]been refunded, so {amount} is back on your account ending in {digits}
        I've [now |just |]credited {amount} for {fee} of {date} to your account ending in {digits}
        you have {amount} back. I've refunded {fee} from {date} in full
        the refund of {amount} has gone through to your account ending in {digits}
        . [all done|all settled|all sorted], {amount} has [now |]been refunded for {fee}
        = I have [now |]refunded {fee}. The sum of {amount} has [now |]been credited to your account ending in {digits}
        = a refund of {amount} has [now |]been made to your account ending in {digits} for {fee} of {date}
    """,
)
