"""What a goal kind is said with; the sentences themselves are in the `wording_*` modules, by subject."""

from functools import partial

from apigen_mt.domains.wording import parse, word

PIECES = {
    # Members; <I'd like to>, <can I>, <can you> and <t> stand before a verb, <q> before a question, <tail> and <pls> at the end.
    "<I'd like to>": "[I'd like to|I'd like to|I want to|I was hoping to|I'm hoping to|I'm looking to|I'm trying to]",
    "<I need to>": "[I need to|I have to|I've got to|I really need to|I need to]",
    "<I'd like>": "[I'd like|I want|I need|I would like|I'd quite like]",
    "<I need>": "[I need|I want|I'd like|I really need]",
    "<can I>": "[can I|could I|is it possible to|am I able to|is there a way to|can I]",
    "<can you>": "[can you|could you|could you please|can you please|would you|are you able to|please could you]",
    "<please>": "[please|please just|just|if you could, please|please]",
    "<I wish to>": "[I would like to|I wish to|I should like to|I am writing to|I would be obliged if I could]",
    "<would you>": "[would you please|would you kindly|could you kindly|may I ask you to|might I ask you to]",
    "<kindly>": "[kindly|please|I would ask you to|I kindly ask you to|be so kind as to]",
    "<let me know>": "[please tell me|please let me know|kindly tell me|I would like to know|I should be glad to know]",
    "<q>": "[|||quick question, |just checking, |one thing, |tell me, |a question: ]",
    "<so>": "[so |right, |well, |okay so |hm, |||]",
    "<t>": "[||need to |want to |just |please |have to ]",
    "<pls>": "[|||| please| please| thanks]",
    "<tail>": "[|||, please|, thanks|, if possible|, if that's all right]",
    # The desk; <I can> stands before a verb, <to confirm> and <done> before a colon, <see> and <found> before an answer.
    "<I can>": "[I can|I could|I'd|I would]",
    "<to confirm>": "[to confirm|just to confirm|to sum up|so that we agree|before I go on|in short]",
    "<possible>": "[that's possible|that can be done|that's fine|no problem|nothing speaks against that|I can do that]",
    "<right>": "[right|all right|very well|good|fine]",
    "<done>": "[done|that's done|all done|that's settled|that's taken care of]",
    "<see>": "[||||I've looked: |I've checked: |here it is: |right, ]",
    "<found>": "[||I have checked: |according to our records, |as of today, ]",
}
"""Pieces that many templates share: <name> -> alternatives, in the grammar of `Phrases`."""

phrases = partial(parse, PIECES)
wording = partial(word, PIECES)
