"""Sentences about what happens after an order has left: returns, damage, missing parcels."""

from apigen_mt.domains.retail.wording import wording

RETURN = wording(
    request="""
        .+ [something|one thing|some of what] I [got|bought|ordered] [isn't for me|doesn't fit|isn't right|is not what I hoped|has to go back], [how do I return it|I want to send it back|can I return it|return please|I'd like to give it back]
        <I want to> return [something|part of an order]
        <can I> send something back?
        I [want|need] to [send something back|make a return]
        ~ want to return something
        ~ <t>return<pls>
        + <so>I [bought|ordered] a few things from you and not all of them are staying, how do I send something back?
        = <I wish to> return part of an order
        <I want to> return something from {order}<tail>
        <can I> send back part of {order}?
        ~ <t>return from {order}<pls>
        = <I wish to> return goods from {order}
        <I want to> return {lines}<tail>
        ~ <t>return {lines}<pls>
        + <so>I'm afraid {lines} didn't work out, can I [send that|send this] back?
        <I want to> return {lines} from {order}<tail>
        <can I> send {lines} from {order} back?
        I'm not keeping {lines} from {order}, [how do I return this?|I'd like to send this back]
        ~ <t>return {lines}, {order}<pls>
        ~ sending back {lines} from {order}
        + sadly {lines} from {order} just didn't look right at home, so I'd like to send [that|this] back
        = <I wish to> return {lines} from {order}
        <I want to> return {lines} from {order}, {condition}
        [can|could] I return {lines} from {order}? {condition}
        ~ <t>return {lines} from {order}, {condition}<pls>
        = please arrange a return of {lines} from {order}. Condition: {condition}
        <I want to> return {lines} from {order} and have the refund go to {refund_to}<tail>
        ~ {lines} from {order} back, refund to {refund_to}
        <I want to> return {lines} from {order}, {condition}, with the refund to {refund_to}
        <can you> take back {lines} from {order}? {condition}, and the refund should go to {refund_to}
        ~ <t>return {lines} / {order} / {condition} / refund to {refund_to}<pls>
        + so {lines} from {order} didn't fit in the end and I'd like to send it all back, {condition}, and the money can go to {refund_to}
        = <I wish to> return {lines} from {order}, {condition}. Please refund to {refund_to}
    """,
    brief="""
        want to return {lines} from {order}, {condition}, with the refund to {refund_to}
        want to send back {lines} from {order} ({condition}) and be refunded to {refund_to}
        would like to return {lines} from {order}; condition: {condition}; the refund should go to {refund_to}
        are not keeping {lines} from {order}, {condition}, and want the money on {refund_to}
        want {lines} from {order} taken back, {condition}, and the refund paid to {refund_to}
        hope to return {lines} from {order}, {condition}, for a refund to {refund_to}
        want a refund to {refund_to} for {lines} from {order}, {condition}
        ask to return {lines} from {order}. If asked, you say: {condition}, and the refund to {refund_to}
    """,
    noun="""
        the return
        that return
        the refund
    """,
    propose="""
        <I can> take back {lines} from {order}. The refund would be {refund}, paid to your {destination}, and the parcel has to leave by {send_by}
        {order}: {lines} can come back for a refund of {refund} to your {destination}, if sent by {send_by}
        <to confirm>: ^ you return {lines} from {order} by {send_by} and get {refund} to your {destination}
        For {lines} from {order} you'd get {refund} back, to your {destination}. You'd have until {send_by} to send the parcel
        That's fine to return. I'd book in {lines} from {order}, refund {refund} to your {destination}, and you'd send it off by {send_by}
        The return of {lines} from {order} gives you {refund}, to your {destination}. The label is good until {send_by}
        . So you would return {lines} from {order} by {send_by}, and {refund} would [go|be refunded|be paid] to your {destination}
        = I would register the return of {lines} from {order}. The refund would be {refund} to your {destination}; the goods have to be sent by {send_by}
        = {lines} from {order} can be returned. You would receive {refund} to your {destination}, provided the parcel is sent by {send_by}
    """,
    report="""
        I've [now |just |]registered the return. {refund} <goes> to your {destination}; please send the parcel by {send_by}
        <done>: ^ the refund is {refund}, to your {destination}, and the label's valid until {send_by}
        Your return has been set up. Please send everything by {send_by}; {refund} <goes> to your {destination}
        The return for {order} has [now |]been registered, with {refund} refunded to your {destination}. The parcel needs to leave by {send_by}
        I've [now |just |]issued the return label. You have until {send_by} to send it, and {refund} <goes> to your {destination}
        That's arranged. ^ {refund} will be on your {destination}, and the parcel should be sent by {send_by}
        . [All done|All set|All sorted]: ^ {refund} back to your {destination}, and please get the parcel off by {send_by}
        = I have registered your return. {refund} has [now |]been refunded to your {destination}; kindly send the goods by {send_by}
        = The return has [now |]been registered. The refund of {refund} <goes> to your {destination}, and the goods must be sent by {send_by}
    """,
)

_DAMAGE_REQUEST = """
        something [arrived|came] damaged, {wish}
        [one of the things|something] I ordered [arrived|came] damaged, {wish}
        ~ item arrived damaged, {wish}
        + <so>I was [really |so |]looking forward to my parcel and then something in it turned out damaged, {wish}
        = an item in my order arrived damaged, {wish}
        something in {order} [arrived|came] damaged, {wish}
        ~ {order}, something damaged, {wish}
        + so {order} turned up, but not everything in it survived the journey, {wish}
        = part of {order} arrived damaged, {wish}
        I found {line} damaged, {wish}
        ~ {line} damaged, {wish}
        I found {line} in {order} damaged, {wish}
        ~ {line} in {order} came damaged, {wish}
        there was damage to {line} in {order}, {wish}
        ~ {line} from {order} damaged, {wish}
        + <so>I've just unpacked {order} and I'm afraid {line} didn't survive the trip, {wish}
        = I have found damage to {line} in {order}, {wish}
        when I opened {order}, {line} [was in there|came out] {extent}, {wish}
        I unpacked {order} and found {line} {extent}, {wish}
        ~ {line}, {order}, {extent}, {wish}
        + <so>I opened {order} this morning and {line} came out of the box {extent}, {wish}
        = I received {line} in {order} {extent}, {wish}
        . I got {line} in {order} {extent}, {wish}
"""

DAMAGE_REFUND = wording(
    request=_DAMAGE_REQUEST.replace(
        "{wish}",
        "[and I'd like some money back|I'd like a refund for that|can I get some money back for that?|and I'd want a refund for the damage]",
    ),
    brief="""
        received {order} with {line} {extent} and want money back for the damage
        want a refund for the damage to {line} in {order}, which arrived {extent}
        found {line} in {order} {extent} and want some money back
        want to be refunded for {line} from {order}, delivered {extent}
        would rather have a refund than a replacement for {line} in {order}, which came {extent}
        unpacked {order}, found {line} {extent}, and want a refund for that
        report {line} in {order} as {extent} and want money back, no replacement
        ask for a refund because {line} in {order} arrived {extent}
    """,
    noun="""
        the refund
        that refund
        the damage refund
    """,
    propose="""
        For the damage to {line} in {order} <I can> refund {refund} to your {destination}. You'd keep the piece
        I'd settle this with a refund of {refund} to your {destination} for {line} in {order}; nothing has to be sent back
        <to confirm>: ^ {refund} to your {destination} for {line} from {order}, and you keep it
        {order}: for {line} that comes to a refund of {refund}, paid to your {destination}
        [Sorry about that.|I'm sorry it arrived like that.] I'd refund {refund} for {line} from {order} to your {destination}
        By our table, the damage to {line} in {order} means {refund} back on your {destination}
        . So {refund} would [go|be refunded|be paid] to your {destination} for {line} in {order}, and there's no need to return anything
        = I would refund {refund} to your {destination} for the damage to {line} in {order}. The piece remains yours
        = The damage to {line} in {order} entitles you to {refund}, which would be paid to your {destination}
    """,
    report="""
        I've [now |just |]refunded {refund} to your {destination} for the damage
        <done>: ^ {refund} <goes> to your {destination}, and you keep the piece
        The damage has [now |]been settled. {refund} <goes> to your {destination}
        Your refund of {refund} has [now |]been issued to your {destination}. No need to send anything back
        I've [now |just |]settled that: {refund} to your {destination} for {line}
        {refund} has [now |]been refunded for {line}, to your {destination}
        . [All done|All set|All sorted], ^ you'll see {refund} on your {destination}
        = I have refunded {refund} to your {destination} for the damage to {line}
        = The damage has [now |]been registered, and {refund} has [now |]been refunded to your {destination}
    """,
)

DAMAGE_REPLACEMENT = wording(
    request=_DAMAGE_REQUEST.replace(
        "{wish}",
        "[and I'd like a replacement|can you send a replacement?|I'd like that replaced|could I get a replacement?]",
    ),
    brief="""
        received {order} with {line} {extent} and want a replacement
        want {line} from {order} replaced, delivered {extent}
        found {line} in {order} {extent} and want a new one sent
        would rather have a replacement than a refund for {line} in {order}, which came {extent}
        want the same again for {line} in {order}, which arrived {extent}
        unpacked {order}, found {line} {extent}, and want a replacement for that
        report {line} in {order} as {extent} and want a replacement, no refund
        ask for a replacement because {line} in {order} arrived {extent}
    """,
    noun="""
        the replacement
        that replacement
    """,
    propose="""
        <I can> send a replacement for {line} in {order}. It would leave on {leaves}
        {line} from {order} would be replaced free of charge, and the parcel leaves on {leaves}
        <to confirm>: ^ a replacement for {line} from {order}, leaving us on {leaves}
        That's in stock, so I'd replace {line} from {order}; it would be sent on {leaves}
        [Sorry about that.|I'm sorry it arrived like that.] I'd send {line} from {order} again, leaving here on {leaves}
        I'd have the same again sent to you for {line} in {order}, on {leaves}
        . So we'd replace {line} from {order} and send the parcel on {leaves}
        = I would arrange a replacement for {line} in {order}, to be sent on {leaves}
        = {line} in {order} can be replaced. The replacement would be sent on {leaves}
    """,
    report="""
        I've [now |just |]ordered the replacement. It leaves on {leaves}
        <done>: ^ the replacement leaves here on {leaves}
        Your replacement has [now |]been arranged and will be sent on {leaves}
        A replacement for {line} has [now |]been ordered, and it's sent on {leaves}
        I've [now |just |]arranged the replacement for {line}. It goes out on {leaves}
        That has been set up. ^ The new one leaves on {leaves}
        . [All done|All set|All sorted], ^ the replacement is on its way from {leaves}
        = I have arranged a replacement for {line}. It will be sent on {leaves}
        = The replacement has [now |]been registered and will leave our warehouse on {leaves}
    """,
)

CLAIMS_TEAM = wording(
    request="""
        .+ [a dear|an expensive|a pricey|quite a costly] [thing|item|piece] came [damaged|broken|with damage], [I think the claims team has to see it|that's for the claims team|please give it to the claims team|can the claims team look]
        something [expensive|pricey] [arrived|came] damaged, and [I was told|I've read|I gather] that's for the claims [people|team]
        ~ [expensive|pricey] item [arrived |]damaged, [needs|one for] the claims team<pls>
        + <so>one of the pricier things I bought has come damaged, and the leaflet says the claims people deal with those
        = an expensive item arrived damaged. I understand that your claims team deals with [this|such cases]
        something [expensive|pricey] in {order} [arrived|came] damaged, [can|could] [the claims team|your claims people] [look at it|take that up]?
        <can you> have [the claims team|your claims people] look at [some |]damage in {order}?
        ~ {order}, [expensive|pricey] item damaged, claims team<pls>
        = please have your claims team look at damage in {order}
        I found {line} in {order} damaged, [can|could] the claims [team|people] take that up?
        <I want to> get the damage to {line} in {order} to the claims [people|team]<tail>
        <can you> pass the damage to {line} in {order} [on |]to the claims [team|people]?
        [please |]pass the damage to {line} in {order} [on |]to the claims team
        ~ {line}, {order}, damaged, for the claims team<pls>
        ~ claims team<pls>: {line} from {order} damaged
        + <so>I'm sorry to say {line} from {order} came damaged and that wasn't cheap, so could you get the claims people on it?
        = I have found {line} in {order} damaged. <Kindly> pass this to your claims team?
        = I request that the damage to {line} in {order} be [referred|passed on] to the claims team
    """,
    brief="""
        want the damage to {line} in {order} passed on to the team that deals with expensive pieces
        want the claims team to deal with the damage to {line} in {order}
        know that the damage to {line} in {order} is for the claims team and want it passed on
        want {line} in {order}, which came damaged and cost a lot, taken up by the claims team
        ask for the damage to {line} from {order} to be handed to the claims team
        would like the claims team to look into the damage to {line} in {order}
        report that {line} in {order} arrived damaged and want it to go to the claims team
        want a ticket for the claims team about the damage to {line} in {order}
    """,
    noun="""
        the claim
        that ticket
        the ticket
    """,
    report="""
        I've [now |just |]passed this on to our claims team. The ticket is {ticket}, and they answer by {answer_by}
        <done>: ^ your ticket with the claims team is {ticket}. You'll hear from them by {answer_by}
        The damage has [now |]been passed to the claims team under ticket {ticket}; <they answer> by {answer_by}
        I've [now |just |]opened ticket {ticket} for the claims team. Expect an answer by {answer_by}
        That's with the claims team now, as ticket {ticket}. [They answer|They'll answer|They'll get back to you|You'll hear from them] by {answer_by}
        I have opened a ticket for {line}, number {ticket}. The claims team [answers|will answer|will report back] by {answer_by}
        . [Sorry about that.|I'm sorry it arrived like that.] I've [now |just |]opened ticket {ticket}, and the claims team [answers|will answer|will report back] by {answer_by}
        = I have referred the damage to our claims team under ticket {ticket}. You will receive an answer by {answer_by}
        = Ticket {ticket} has [now |]been opened with the claims team. [They answer|They'll answer|They'll get back to you|You'll hear from them] by {answer_by}
    """,
)

TRACE = wording(
    request="""
        .+ [where's|any idea where|do you know where|can you find] my [parcel|package|order|stuff]? [it should be here|it's late|it never came|been waiting for days|nothing came|the courier says nothing]
        my parcel [hasn't|still hasn't] [come|turned up|arrived][ yet|], [can|could] you [look into it|have it traced|find out where it is]?
        I'm [still |]waiting for [a parcel|an order] that should [be here by now|have been here ages ago]
        <can you> find out where my parcel is? it [still |]hasn't [arrived|turned up|come]
        <I want to> have a parcel traced<tail>
        ~ parcel never [came|arrived|turned up], [trace it|find it]<pls>
        ~ missing parcel<pls>
        + <so>I've looked behind the bins and asked next door, but my parcel is nowhere to be found
        + <so>everybody in the street has had their parcels but me, [can|could] you chase mine up?
        = an order of mine has not arrived, and I would like it to be traced
        I've had no sign of {order} yet, [can|could] you [have it traced|chase it up|look into it]?
        ~ {order} still hasn't [come|turned up|arrived], can you trace it?
        I'm [still |]waiting for {order}, [can|could] you get the courier to look for it?
        <can you> have {order} traced? [it should have been here by now|it never came|it hasn't turned up]
        it looks as if {order} got lost, please have the courier look for it
        <I want to> have {order} traced<tail>
        [please |]start a search for {order}, it [never came|hasn't arrived|should be here by now]
        ~ {order} never [arrived|came], trace it<pls>
        ~ where is {order}? trace it<pls>
        + <so>I've been waiting in for {order} for days now and nothing, could the courier go and look for it?
        + <so>nobody in our street has seen {order}, so could you ask the courier to find it?
        = I have not received {order}. <Kindly> have it traced?
        = I would ask you to have the courier search for {order}, which has not [arrived|been delivered]
    """,
    brief="""
        are still waiting for {order} and want the courier to look for it
        want {order} traced because it has not arrived
        believe that {order} got lost and want it traced
        want a search for {order}, which never came
        would like the courier to find out where {order} is
        ask for {order} to be traced
        have asked the neighbours in vain and want {order} traced
        want the shop to have the courier search for {order}
    """,
    noun="""
        the search
        the trace
    """,
    propose="""
        <I can> ask the courier to look for {order}. [They answer|They'll answer|They'll get back to you|You'll hear from them] by {answer_by}
        I'd open a search for {order} with the courier, and you'd hear the result by {answer_by}
        <to confirm>: ^ the courier would trace {order} and answer by {answer_by}
        {order} should have reached you by now, so I'd have it traced. The courier gets back to us by {answer_by}
        That's overdue. I'd have the courier search for {order}, with an answer by {answer_by}
        The next step would be a trace of {order}; the courier's answer comes by {answer_by}
        . So I'd set the courier looking for {order}, and there'd be news by {answer_by}
        = I would have {order} traced by the courier. An answer is due by {answer_by}
        = {order} can be traced. The courier would answer by {answer_by}
    """,
    report="""
        I've [now |just |]opened a search for {order}. The courier [answers|will answer|will report back] by {answer_by}
        <done>: ^ {order} is being traced, and we'll know more by {answer_by}
        The search has [now |]been started, and the courier [answers|will answer|will report back] by {answer_by}
        I've [now |just |]asked the courier to look for {order} and registered the trace. You'll hear by {answer_by}
        A trace for {order} has [now |]been opened. Expect news by {answer_by}
        That has been set up: ^ the courier looks for {order} and answers by {answer_by}
        . [All done|All set|All sorted]. ^ I've [now |just |]opened the trace for {order}, and there'll be an answer by {answer_by}
        = I have had a trace opened for {order}. The courier [answers|will answer|will report back] by {answer_by}
        = The search for {order} has [now |]been started. An answer is due by {answer_by}
    """,
)
