"""English as it is typed: the spelling that readers of messages fold first, and how their tables are matched."""

import re
from functools import lru_cache
from string import ascii_lowercase

from apigen_mt.language.surface import normalise

SENTENCE_END = re.compile(r"(?<=[.!?;])(?<!\b(?:mr|ms|dr)\.)(?<!\bmrs\.)\s+", re.IGNORECASE)
CLAUSE_END = re.compile(r"[,:] | - | [(]|[)] |\b(?:but|so|because)\b")


_MARKS = str.maketrans(dict.fromkeys('.,;:!?()"/-', " "))


def words(text: str) -> frozenset[str]:
    """The words of a text, without marks: asked first where patterns are dear."""
    return frozenset(text.translate(_MARKS).split())


def any_of(*alternatives: str) -> re.Pattern[str]:
    """One pattern for a table of alternatives, each matched from word start to word end."""
    return re.compile(rf"(?<![\w'])(?:{'|'.join(alternatives)})(?![\w'])")


def words_of(text: str) -> list[str]:
    """The words of a list that is written as a text."""
    return text.split()


# Folded first, so that the tables below are written in proper English only.
_SPELLING = {
    wrong: right
    for right, variants in {
        "please": "pls plss plsss plz plzz plse plese pleas pleae plaese pleease", "you": "u", "your": "ur", "are": "r",
        "okay": "ok kk k okey oki okie okk okays oky o.k okai okat",
        "yes": "yess yse yas ys yees yeds tes eys",
        "yeah": "yea ya yh yeh yah ye yeahh yeag yep yup yepp yupp yuh", "no": "noo nope nah naw nop npe",
        "thanks": "thx tx thnx tnx thanx thaks thnks ty tysm cheers ta", "go ahead": "goahead",
        "ahead": "ahed aheed ahaed", "proceed": "procede proced proceeed procceed preceed",
        "confirm": "confrim comfirm cofirm", "confirmed": "confrimed confimed comfirmed",
        "sounds": "sound souds sonds", "good": "gud gd goood", "great": "gr8 grt graet", "sure": "shure suer",
        "perfect": "prefect perfekt perf", "cancel": "cancle cansel cancell", "refund": "refnd",
        "because": "cuz bc cos coz becuz", "though": "tho", "definitely": "definately definatly defo def",
        "absolutely": "absolutly abso", "of course": "ofc ofcourse oc", "no problem": "np",
        "sounds good": "sgtm", "looks good": "lgtm", "for sure": "fosho fasho fs",
        "don't": "dont don;t dnt", "doesn't": "doesnt", "didn't": "didnt",
        "isn't": "isnt", "wasn't": "wasnt", "can't": "cant", "won't": "wont", "couldn't": "couldnt",
        "wouldn't": "wouldnt", "hasn't": "hasnt", "haven't": "havent", "that's": "thats thast",
        "that'd": "thatd", "that'll": "thatll", "they're": "theyre", "he's": "hes", "she's": "shes",
        "what's": "whats", "let's": "lets", "i'm": "im", "i've": "ive", "i'll": "ill", "it's": "its",
        "there's": "theres", "you're": "youre",
        "let me": "lemme", "give me": "gimme", "them": "em", "tomorrow": "tmrw tmr tomo", "something": "smth sth",
        "really": "rly", "want": "wanna",
        "going to": "gonna", "have to": "gotta", "don't know": "dunno idk", "never mind": "nevermind nvm",
        "wait": "w8 wiat", "actually": "acutally actualy", "alright": "alrighty aight allright",
    }.items()
    for wrong in variants.split()
}  # fmt: skip
_WORD = re.compile(r"[\w']+(?:[.;]\w+)*")
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
_TRIPLED = tuple(3 * letter for letter in ascii_lowercase)
_LINES = re.compile(r"\s*[\r\n]+\s*")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Normalised text in proper spelling; line breaks end a sentence."""
    folded = normalise(_LINES.sub(" ; ", text.strip()) if "\n" in text or "\r" in text else text)
    if any(map(folded.__contains__, _TRIPLED)):
        folded = _DRAWN_OUT.sub(r"\1", folded)
    if _SPELLING.keys().isdisjoint(_WORD.findall(folded)):
        return folded
    return _WORD.sub(lambda word: _SPELLING.get(word[0], word[0]), folded)
