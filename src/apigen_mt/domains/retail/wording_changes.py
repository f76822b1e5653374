"""Sentences about changes to orders that have not left yet."""

from apigen_mt.domains.retail.wording import wording

CANCEL = wording(
    request="""
        .+ [there's|I have|I made|I've got] an order [I don't want|I don't need|I want gone|that should not go out|that needs to be stopped] [any more|after all|now], [can you cancel it|please cancel it|cancel it for me|so cancel please|can that be cancelled]?
        <I want to> cancel an order<tail>
        <can I> cancel an order [I placed|] [with you|]?
        <I want to> cancel [an order|something I ordered][ please|]
        ~ <t>cancel an order<pls>
        ~ need to cancel [an order|something]
        + [so |right, |]I ordered something and I've [since|now] gone off the idea, can it [still |]be cancelled?
        = <I wish to> cancel an order[ that I placed|]
        <I want to> cancel {order}<tail>
        <can you> cancel {order} [for me|]?
        [is it still possible|is there still time] to cancel {order}?
        please cancel {order}
        ~ <t>cancel {order}<pls>
        ~ {order}, cancel it [please|please]
        + <so>I [was wondering|wonder] if [it's still possible|you could still manage] to cancel {order}
        = <I wish to> cancel {order}
        = <kindly> cancel {order}?
        <I want to> cancel {order} because of {cause}
        <can you> cancel {order}? [the reason is|it's down to] {cause}
        [I need|I want] {order} cancelled, [the reason being|reason:] {cause}
        ~ <t>cancel {order}, {cause}<pls>
        ~ {order} has to go, {cause}
        + [hi again, well, |so, |]{order} needs cancelling, and the reason is {cause}
        = <I wish to> cancel {order}. The reason is {cause}
        <I want to> cancel an order because of {cause}
        . [there's|I have] an order I'd like to cancel, and the reason is {cause}
        ~ <t>cancel order, {cause}<pls>
    """,
    brief="""
        want to cancel {order} because of {cause}
        want {order} cancelled; the reason is {cause}
        would like to have {order} cancelled because of {cause}
        need to call off {order} because of {cause}
        hope to cancel {order}, and the reason is {cause}
        are writing to cancel {order}; if asked, the reason is {cause}
        no longer want {order} because of {cause} and want it cancelled
        want to get {order} cancelled, your reason being {cause}
    """,
    noun="""
        the cancellation
        [calling it off|calling the order off]
        that cancellation
    """,
    propose="""
        I [would|can] cancel {order} and refund {refund} to your {destination}
        {order} is [still |]open, so I can cancel it; {refund} would [go back|be refunded|be returned] to your {destination}
        <to confirm>: ^ {order} would be cancelled and {refund} refunded to your {destination}
        <fine>. ^ I'd cancel {order} completely, and [you'd get|you would get|you'd receive] {refund} back, paid to your {destination}
        If I cancel {order} now, the full {refund} <goes> back to your {destination}
        [Right|All right], ^ I'd cancel {order} as a whole, and {refund} would be returned to your {destination}
        . I can do that: ^ cancel {order}, with {refund} refunded to your {destination}
        = I would cancel {order} in full and refund {refund} to your {destination}
        = {order} can be cancelled. The refund of {refund} would be made to your {destination}
    """,
    report="""
        I've [now |just |]cancelled {order}. {refund} <goes> back to your {destination}
        {order} has [now |]been cancelled, and {refund} will be refunded to your {destination}
        <done>: ^ {order} is cancelled and your refund of {refund} <goes> to your {destination}
        That order is cancelled now. [You get|You'll get|You're getting] {refund} back, paid to your {destination}
        {order} is now cancelled; the refund is {refund}, to your {destination}
        I have [now |]cancelled {order} and refunded {refund} to your {destination}
        . [All done|All set|All sorted]. ^ {order} has [now |]been cancelled, with {refund} going back to your {destination}
        = {order} has [now |]been cancelled in full. A refund of {refund} has [now |]been issued to your {destination}
        = I have cancelled {order}. The sum of {refund} will be returned to your {destination}
    """,
)

DROP = wording(
    request="""
        .+ [one|one thing|something|one item] in my order [should come off|needs to go|is not needed|is one too many|got in by accident], [can you take it out|please take it off|can I drop just that|remove it please|can it come out]
        <I want to> take something off an order<tail>
        <can you> remove [one thing|one item|something] from an order [I placed|]?
        <I want to> drop [one|a single] item from [my|an] order<tail>
        ~ <t>remove an item from my order<pls>
        + <so>I [got a bit carried away|went a bit overboard] and want to take one thing off my order, is that [possible|all right]?
        = <I wish to> remove one item from an order
        <I want to> [take something off|remove something from] {order}<tail>
        ~ <t>take something off {order}<pls>
        + <so>there's one thing in {order} that I [don't really need|could do without], can it come off?
        <can you> take {line} off [my|an] order?
        ~ <t>drop {line} from my order<pls>
        + <so>I've thought [about it|it over] and I don't want {line} after all, the rest of the order can stay
        <I want to> remove {line} from {order}<tail>
        <can you> take {line} off {order}[ again|]?
        please take {line} off {order} and leave the rest [as it is|]
        [so |]I don't want {line} from {order} any more, but please keep the rest
        ~ <t>take {line} off {order}<pls>
        ~ {order}, drop {line}
        + <so>I don't [really |]need {line} from {order} any more, could you take just that off and [leave|keep] everything else?
        = <kindly> remove {line} from {order}?
        = I would like {line} to be removed from {order}; everything else should remain
    """,
    brief="""
        want {line} taken off {order} and the rest of it left as it is
        want to remove {line} from {order}
        no longer want {line} from {order}, but want to keep the rest of the order
        would like {line} removed from {order}
        want to drop {line} from {order} and nothing else
        have changed your mind about {line} in {order} and want just that taken off
        ask for {line} to come off {order}
        want {order} without {line}
    """,
    noun="""
        the change to the order
    """,
    propose="""
        <I can> take {line} off {order}. That refunds {refund} to your {destination} and leaves a total of {total}
        {line} would come off {order}: {refund} back to your {destination}, and the new total [is|would be|comes to] {total}
        <to confirm>: ^ I'd remove {line} from {order}, refund {refund} to your {destination}, and the rest stays at {total}
        I can remove {line} from {order}. [You'd get|You would get|You'd receive] {refund} back on your {destination}, and the order would then come to {total}
        <fine>. ^ {order} would go ahead without {line}, at {total}, and {refund} would [go|be refunded|be paid] to your {destination}
        Taking {line} off {order} brings the total down to {total}; the {refund} would [go back|be refunded|be returned] to your {destination}
        . So I'd drop {line} from {order} and refund {refund} to your {destination}, which makes the new total {total}
        = I would remove {line} from {order} and refund {refund} to your {destination}. The new total would be {total}
        = {line} can be removed from {order}. The refund would be {refund}, to your {destination}, and the remaining total {total}
    """,
    report="""
        I've [now |just |]taken {line} off {order}. {refund} <goes> back to your {destination}, and the order now comes to {total}
        I've [now |just |]removed {line} from {order}: {refund} refunded to your {destination}, new total {total}
        <done>. ^ {line} won't be sent, {refund} <goes> to your {destination}, and the [new total is|total is now|total comes to] {total}
        That's off {order} now. Your refund is {refund}, to your {destination}; what's left comes to {total}
        {order} has [now |]been changed: {refund} <goes> back to your {destination} and the total is now {total}
        I have removed {line}. [You get|You'll get|You're getting] {refund} back on your {destination}, and {order} stands at {total}
        . [All done|All set|All sorted], ^ {line} is off the order. That's {refund} back to your {destination} and {total} for the rest
        = I have removed {line} from {order}. {refund} will be refunded to your {destination}; the [new total is|total is now|total comes to] {total}
        = {order} has [now |]been amended. The refund of {refund} <goes> to your {destination}, and the order now totals {total}
    """,
)

SWAP = wording(
    request="""
        .+ [I clicked|I picked|I chose|I ordered|I must have picked] the wrong [one|version|size|colour|option] [at checkout|when ordering|again|], [can I swap it|swap please|can you change it|can that be fixed|how do I swap that]?
        <I want to> swap something [I ordered|in an order] for another [size or colour|version|option]
        I ordered the wrong version of something, can [it|that] be changed?
        <can I> change the [size or colour|version] of something I ordered?
        ~ wrong option ordered, need to swap
        + <so>I was a bit quick at checkout and [picked|clicked] the wrong version of something, can I still swap it?
        = <I wish to> exchange an item in my order for a different version
        <I want to> swap something in {order} for a different version<tail>
        ~ <t>swap something in {order}<pls>
        I'd like a different version of {line} in {order}
        <can I> swap {line} in {order} for another one?
        ~ picked the wrong version of {line}, {order}
        + <so>about {order}, I'm having doubts about {line}, could I have that in another version?
        = <I wish to> change {line} in {order} to another version
        <can you> swap {line} in {order} for {option}?
        <I want to> change {line} in {order} to {option}<tail>
        in {order} I'd rather have {option} instead of {line}
        please change {line} from {order} to {option}
        [is it still possible to|can I still] switch {line} in {order} to {option}?
        ~ {order}, swap {line} for {option}
        ~ <t>change {line} in {order} to {option}<pls>
        + <so>I've measured again and for {line} in {order} it really has to be {option}, [can you switch that|could that be changed]?
        + <so>my sister says I'd regret {line} in {order}, so could you make that {option} instead?
        = <kindly> exchange {line} in {order} for {option}?
        = I would prefer {option} in place of {line} in {order}
    """,
    brief="""
        want {line} in {order} swapped for {option}
        want to change {line} in {order} to {option}
        would rather have {option} than {line} in {order}
        want {option} instead of {line} in {order}
        would like {line} from {order} to be swapped for {option}
        have ordered {line} in {order}, but want {option}
        ask to switch {line} in {order} to {option}
        need {option} in place of {line} in {order}
    """,
    noun="""
        the swap
        the change
        that swap
    """,
    propose="""
        <I can> swap {line} in {order} for {option}. The difference of {difference} would be {direction} your {payment}, and the new total [is|would be|comes to] {total}
        In {order}, {line} would become {option}; {difference} would be {direction} your {payment}, which makes the total {total}
        <to confirm>: ^ {option} instead of {line} in {order}, with the difference of {difference} {direction} your {payment}. The total would be {total}
        That's in stock. I'd change {line} in {order} to {option}, with {difference} {direction} your {payment} and a new total of {total}
        Changing {line} to {option} makes a difference of {difference}, {direction} your {payment}. {order} would then come to {total}
        I'd put {option} on {order} in place of {line}. That means {difference} {direction} your {payment}, and {total} in all
        . So {line} in {order} would be swapped for {option}: {difference} {direction} your {payment}, new total {total}
        = I would exchange {line} in {order} for {option}. The price difference of {difference} would be {direction} your {payment}; the new total would be {total}
        = {option} is available. For {order} this means a difference of {difference}, {direction} your {payment}, and a total of {total}
    """,
    report="""
        I've [now |just |]swapped that for {option}. The {difference} difference is {direction} your {payment}, and {order} now comes to {total}
        <done>: ^ {order} now has {option}, with {difference} {direction} your {payment}. The new total is {total}
        You'll get {option} now. {difference} has been {direction} your {payment}, and the total is {total}
        I've [now |just |]changed it to {option}: {difference} {direction} your {payment}, new total {total}
        {order} has [now |]been changed to {option}. That's a difference of {difference}, {direction} your {payment}, and {total} in all
        The swap is done. {option} is on the order, {difference} is {direction} your {payment}, and you're at {total} in total
        . [All done|All set|All sorted], ^ {option} it is. {difference} {direction} your {payment}, {total} for the whole order
        = I have exchanged the item for {option}. The difference of {difference} has been {direction} your {payment}; the [new total is|total is now|total comes to] {total}
        = {order} has [now |]been amended to {option}. {difference} has been {direction} your {payment}, and the order now totals {total}
    """,
)

REDIRECT = wording(
    request="""
        .+ [I won't be home|I've moved|we moved|I gave the old address|wrong address on my order|nobody is home], [can you send it|can it go|send it|can we send it|please deliver] [somewhere else|to another address|to a different place|elsewhere]
        [I need|I'd like] to change [the delivery address|where something gets delivered]
        <can you> send an order [of mine |]to [a different|another] address?
        ~ <t>change delivery address<pls>
        ~ wrong address on my order
        + <so>I've moved [house |]and of course forgot about the order I've got with you, can the address be changed?
        = <I wish to> change the delivery address of an order
        I'd like {order} sent to [a different|another] address
        <can you> change the delivery address [on|of|for] {order}?
        ~ {order}, wrong address
        ~ new address for {order}
        + <so>I won't be at home when {order} [comes|arrives], could it go somewhere else?
        = please change the delivery address for {order}
        . the address on an order should be {address}
        ~ <t>deliver to {address} instead<pls>
        please send {order} to {address} [instead|]
        <can you> send {order} to {address} instead?
        I'd like {order} to go to {address}
        the address on {order} is wrong, it should be {address}
        ~ {order} to {address}<pls>
        ~ <t>send {order} to {address}<pls>
        + <so>we've just moved, so could {order} go to {address} [please|instead]?
        + <so>I'm staying with my parents that week, so {order} would be better off at {address}
        = <kindly> have {order} delivered to {address}?
        = the delivery address for {order} should be changed to {address}
    """,
    brief="""
        want {order} sent to {address} instead
        want the delivery address of {order} changed to {address}
        would like {order} delivered to {address}
        need {order} to go to {address}
        have moved and want {order} delivered to {address}
        ask for {order} to be sent to {address}
        want to change where {order} goes: to {address}
        won't be at home and want {order} to go to {address}
    """,
    noun="""
        the new address
        the change of address
        [that|the] address
    """,
    propose="""
        <I can> send {order} to {address}; it should still arrive on {expected}
        {order} would go to {address} instead, and it's still due on {expected}
        <to confirm>: ^ the new address for {order} is {address}, with delivery still expected on {expected}
        The address of {order} can still be changed. I'd put in {address}; the delivery date stays {expected}
        I'd change the address on {order} to {address}. That doesn't affect the delivery on {expected}
        So {order} would be delivered to {address}, on {expected} as planned
        . Happy to change that: ^ {order} to {address}, expected on {expected}
        = I would change the delivery address of {order} to {address}. The expected delivery remains {expected}
        = {order} would be delivered to {address}. The expected date would still be {expected}
    """,
    report="""
        I've [now |just |]changed the address: {order} goes to {address} and <should arrive> on {expected}
        {order} is now going to {address}. It's expected on {expected}
        <done>. ^ The new address is {address}, and delivery is still expected on {expected}
        The address has [now |]been changed to {address}; your parcel should be there on {expected}
        I've [now |just |]updated {order} to {address}. You can expect it on {expected}
        {order} will be delivered to {address}, on {expected} if all goes to plan. The address has [now |]been changed
        . [All done|All set|All sorted], ^ {order} goes to {address} and is due on {expected}
        = The delivery address of {order} has [now |]been changed to {address}. Delivery is expected on {expected}
        = I have changed the address to {address}. The expected delivery date is {expected}
    """,
)

HOLD = wording(
    request="""
        .+ [I'm away|we're on holiday|nobody's here|I won't be home|I'm travelling] [for a while|soon|next week|], [can you send it later|please wait with my order|can my order wait|hold my order please|don't send it yet]
        I'd like [you to hold an order|an order held] for a while
        <can you> hold [back |]an order [for me |]for a bit?
        <can you> send an order later than planned?
        ~ <t>hold my order<pls>
        + <so>we're away [for a while |]soon and I don't want a parcel on the doorstep, can you hang on to my order?
        = I would like an order to be sent at a later date
        <can you> hold {order} for a while?
        I'd like {order} sent later [than planned|]
        ~ <t>hold {order}<pls>
        + <so>we're off on holiday and {order} would sit on the doorstep, could you hang on to it?
        = please delay the dispatch of {order}
        ~ <t>hold my order until {until}<pls>
        . I need an order held until {until}
        please hold {order} until {until}
        <can you> hold {order} until {until}?
        I'd like {order} to leave on {until} and not before
        [can|could] {order} be sent on {until} instead?
        ~ <t>hold {order} til {until}<pls>
        ~ {order}, send on {until}
        + <so>we're away, so could you hang on to {order} until {until}?
        + <so>the kitchen's being done up, so there's no room for {order} yet, could it leave on {until}?
        = <kindly> hold {order} until {until}?
        = I would ask you not to send {order} before {until}
    """,
    brief="""
        want {order} held until {until}
        want {order} to be sent on {until} and not before
        will be away and want {order} held until {until}
        would like {order} to leave on {until}
        ask for {order} to be kept back until {until}
        want the shop to hold {order} until {until}
        need {order} to be sent later, on {until}
        are having work done at home and want {order} held until {until}
    """,
    noun="""
        the hold
        the later date
    """,
    propose="""
        <I can> hold {order} until {until}. It should then arrive on {expected}
        {order} would stay with us until {until}, and you can expect it on {expected}
        <to confirm>: ^ {order} leaves on {until} and <should arrive> on {expected}
        I'd hold {order} and send it on {until}; delivery would then be expected on {expected}
        <fine>. ^ If {order} leaves on {until}, it <should arrive> on {expected}
        We'd keep {order} here until {until}, which makes {expected} the expected delivery date
        . So {order} waits until {until} and should get to you on {expected}
        = I would hold {order} until {until}. The expected delivery would then be {expected}
        = {order} would be sent on {until}, with delivery expected on {expected}
    """,
    report="""
        I've [now |just |]put {order} on hold until {until}. It <should arrive> on {expected}
        <done>. ^ {order} leaves on {until} and <should arrive> on {expected}
        {order} has been put on hold; it's sent on {until} and expected on {expected}
        It's arranged: ^ {order} stays here until {until}, with delivery expected on {expected}
        That's set up. ^ {order} goes out on {until}, so expect it on {expected}
        I've [now |just |]scheduled {order} for {until}. You can expect it on {expected}
        . [All done|All set|All sorted], ^ {order} won't leave before {until} and should reach you on {expected}
        = {order} has been put on hold until {until}. Delivery is expected on {expected}
        = I have scheduled {order} to leave on {until}. The expected delivery date is {expected}
    """,
)

POINTS = wording(
    request="""
        .+ [I have|I've got|there are] [some|enough|loyalty|a few] points [left|to use|saved up|I never used], [can I use them|use them please|can they come off|take them off|can I spend them] [on|for|off] [an order|my order|something I ordered]
        <I want to> use [some of |]my [loyalty |]points on an order<tail>
        <can I> [use|redeem] points on an order [I've already placed|]?
        ~ <t>use my points on an order<pls>
        ~ <t>redeem points<pls>
        + <so>I keep forgetting about my points, can I [still |]use some on an order I've [already |]placed?
        = <I wish to> redeem loyalty points against an order
        <I want to> use [some |]points on {order}<tail>
        <can I> use points on {order}?
        ~ points on {order}<pls>
        + <so>I forgot to use my points on {order}, can that still be done?
        = <I wish to> redeem points against {order}
        <I want to> use {points} points on an order<tail>
        ~ <t>redeem {points} points<pls>
        <I want to> redeem {points} points on {order}<tail>
        <can you> take {points} points off {order}?
        please use {points} of my points on {order}
        <can I> use {points} points for {order}?
        ~ {points} points on {order}
        ~ <t>use {points} points for {order}<pls>
        + <so>I've been saving up, so let's put {points} points [towards|on] {order}
        + <so>no use hoarding them, so could you use {points} points on {order}?
        = <kindly> apply {points} points to {order}?
        = I would like {points} of my points to be redeemed against {order}
    """,
    brief="""
        want to use {points} loyalty points on {order}
        want {points} points redeemed on {order}
        would like {points} of your points taken off {order}
        want to put {points} points towards {order}
        forgot to use your points and want {points} of them redeemed on {order}
        ask for {points} points to be used on {order}
        hope to bring the price of {order} down with {points} points
        want to redeem {points} points against {order}
    """,
    noun="""
        the points
        the discount
    """,
    propose="""
        <I can> redeem {points} points on {order}. That takes {off} off, paid back to your {destination}, and leaves you {points_left} points
        {points} points are worth {off}: that would come off {order} and go back to your {destination}. You'd have {points_left} points left
        <to confirm>: ^ {points} points on {order} for {off}, paid back to your {destination}, and {points_left} points remain
        {order} would be {off} cheaper for {points} points. The money <goes> back to your {destination}, and you keep {points_left} points
        I'd use {points} points for {order} and pay {off} back to your {destination}; {points_left} points would be left
        <fine>. ^ {points} points make {off} on {order}, refunded to your {destination}, with {points_left} points to spare
        . So that's {points} points for {off} off {order}, back on your {destination}, and {points_left} points left
        = I would redeem {points} points against {order}. The discount of {off} would be refunded to your {destination}, leaving {points_left} points
        = {points} points correspond to {off}. This would be deducted from {order} and returned to your {destination}; {points_left} points would remain
    """,
    report="""
        I've [now |just |]used {points} points on {order}. {off} <goes> back to your {destination}, and you have {points_left} points left
        <done>: ^ {off} off {order}, paid back to your {destination}. Your balance is now {points_left} points
        Your points have been applied. {order} is {off} cheaper, which goes to your {destination}, and {points_left} points remain
        {points} points are used, so {off} <goes> back to your {destination}; you've got {points_left} points now. The discount has [now |]been applied
        I've [now |just |]applied the discount of {off} to {order}. The refund goes to your {destination}, and {points_left} points are left
        That has gone through: ^ {off} to your {destination}, and {points_left} points left on your account
        . [All done|All set|All sorted], ^ {off} is off {order} and on its way to your {destination}. You've {points_left} points left
        = I have redeemed {points} points. {off} has [now |]been refunded to your {destination}, and {points_left} points remain
        = The discount of {off} has [now |]been applied to {order} and refunded to your {destination}. Your balance is {points_left} points
    """,
)

VOUCHER = wording(
    request="""
        .+ [I forgot|I didn't get|I meant|I wanted] to [enter|use|put in|type in|add] [my|the|a] voucher [when I ordered|at checkout|on my order], [can you still do it|is it too late|can you add it|please take it off]
        <I want to> use a voucher on an order<tail>
        <can I> [still |]use a voucher on an order I've [already |]placed?
        I forgot to [use|enter] my voucher [when I ordered|at checkout]
        ~ forgot to use my voucher
        ~ <t>use voucher on order<pls>
        + <so>I went through the whole checkout and then remembered I had a voucher, is it too late to use it?
        = <I wish to> apply a voucher to an existing order
        <I want to> use a voucher on {order}<tail>
        ~ voucher on {order}<pls>
        + <so>I forgot I had a voucher when I placed {order}, can it still go on?
        <I want to> use {voucher} on one of my orders<tail>
        ~ <t>use {voucher}<pls>
        <can you> put {voucher} on {order}?
        please apply {voucher} to {order}
        <I want to> use {voucher} for {order}<tail>
        [is it still possible|would it be possible] to use {voucher} on {order}?
        I meant to use {voucher} on {order}, can you [still |]add it?
        ~ <t>put {voucher} on {order}<pls>
        ~ {voucher} on {order}<pls>
        + <so>I completely forgot about {voucher} when I placed {order}, any chance you can add it?
        = <kindly> apply {voucher} to {order}?
        = I would like {voucher} to be applied to {order}
    """,
    brief="""
        want to use {voucher} on {order}
        want {voucher} applied to {order}
        forgot at checkout and want {voucher} used on {order}
        would like {voucher} to be taken off {order}
        ask for {voucher} to be put on {order}
        want {order} to be cheaper by {voucher}
        hope that {voucher} can still go on {order}
        want to redeem {voucher} against {order}
    """,
    noun="""
        the voucher
        the discount
    """,
    propose="""
        <I can> apply {voucher} to {order}. That's {off} back to your {destination} and a new total of {total}
        {voucher} takes {off} off {order}, paid back to your {destination}; the total would be {total}
        <to confirm>: ^ {voucher} on {order}, {off} back to your {destination}, and {total} as the new total
        That fits. With {voucher}, {order} would come to {total}, and {off} would [go back|be refunded|be returned] to your {destination}
        I'd put {voucher} on {order}: {off} refunded to your {destination}, {total} in all
        {order} would be {off} cheaper with {voucher}. The money <goes> back to your {destination}, and the total becomes {total}
        . So {voucher} would go on {order}, which gives you {off} back on your {destination} and leaves {total}
        = I would apply {voucher} to {order}. {off} would be refunded to your {destination}, and the new total would be {total}
        = {voucher} can be used for {order}. The refund of {off} would [go|be refunded|be paid] to your {destination}; the total would then be {total}
    """,
    report="""
        I've [now |just |]applied {voucher} to {order}. {off} <goes> back to your {destination}, and the total is now {total}
        <done>: ^ {off} off, paid back to your {destination}, and {order} now comes to {total}
        The voucher has [now |]been applied. [You get|You'll get|You're getting] {off} back on your {destination}, and the [new total is|total is now|total comes to] {total}
        {order} is down to {total} now, with {off} going back to your {destination}. The voucher has [now |]been applied
        I've [now |just |]put the voucher on {order}: {off} to your {destination}, {total} in total
        That has gone through. ^ {off} <goes> to your {destination}, which leaves {order} at {total}
        . [All done|All set|All sorted], ^ {voucher} is on {order}. That's {off} back on your {destination} and {total} all in all
        = I have applied {voucher} to {order}. {off} has [now |]been refunded to your {destination}; the [new total is|total is now|total comes to] {total}
        = {voucher} has [now |]been applied. The refund of {off} <goes> to your {destination}, and the order now totals {total}
    """,
)
