"""What a goal kind is said with; the sentences themselves are in the `wording_*` modules, by subject."""

from functools import partial

from apigen_mt.domains.wording import parse, word

FRAGMENTS = {
    # Customers; <can I>, <I want to>, <can you> and <t> stand before a verb, <q> before a question, <tail> and <pls> at the end.
    "<I want to>": "[I'd like to|I'd like to|I want to|I need to|I was hoping to|I'm trying to|I'm hoping to]",
    "<can I>": "[can I|could I|may I|is it possible to|would it be possible to|is there [a|any] way to|any chance I could]",
    "<can you>": "[can you|could you|could you please|can you please|would you please|please can you|any chance you could]",
    "<I wish to>": "[I would like to|I should like to|I wish to|I would be grateful if I could|if possible, I would like to]",
    "<kindly>": "[would you please|would you kindly|could you please|may I ask you to]",
    "<Kindly>": "[Would you please|Would you kindly|Could you please|May I ask you to]",
    "<q>": "[|||quick question: |one question: |just wondering, |out of interest, |I was wondering, ]",
    "<let me know>": "[I would like to know|please let me know|please tell me|kindly let me know|I should like to know]",
    "<?>": "[?|?| please| please|, please?]",
    "<so>": "[so |right, |okay, |well, |okay so |so, basically, |]",
    "<t>": "[||need to |want to |just |please |please |]",
    "<pls>": "[||| please| please| thanks| thanks]",
    "<tail>": "[||, please|, thanks|, if possible|, if that's all right|, if you can]",
    # The desk; <I can> stands before a verb, <to confirm> before a colon, <see> and <found> before an answer.
    "<I can>": "[I can|I could|I'd|I would]",
    "<to confirm>": "[To confirm|Just to confirm|To be clear|Just so it's clear|To recap|In short|Before I do anything]",
    "<done>": "[Done|That's done|All done|That's sorted|That's taken care of]",
    "<fine>": "[That's possible|That's fine|That works|No problem|That can be done|I can do that]",
    "<see>": "[|||I've checked: |I've looked that up: |I've had a look, and |right, |okay, I've found it: ]",
    "<found>": "[||I have checked: |I have looked this up: |according to our records, ]",
    "<goes>": "[goes|is going|will go]",
    "<should arrive>": "[should arrive|should be with you|should reach you|is expected]",
    "<answers>": "[answers|will answer|will get back to you|will be in touch]",
    "<they answer>": "[they answer|they'll answer|they'll get back to you|you'll hear from them|you'll have an answer]",
}
"""Pieces that many templates share: <name> -> alternatives, in the grammar of `Phrases`."""

phrases = partial(parse, FRAGMENTS)
wording = partial(word, FRAGMENTS)
