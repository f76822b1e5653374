"""People to speak as: an occupation, a situation and a manner that agrees with their style."""

from random import Random

from apigen_mt.language.population import Population, sample_style
from apigen_mt.values.canonical import content_hash
from apigen_mt.values.persona import Persona, Register, Style

OCCUPATIONS = tuple(
    line.strip()
    for line in """
    a night-shift nurse
    a retired geography teacher
    a primary school caretaker
    a freelance translator
    a long-distance lorry driver
    a second-year chemistry student
    a hospital pharmacist
    a wedding photographer
    an apprentice electrician
    a parent of twins
    a violin teacher
    a site manager at a housing development
    a dental receptionist
    a junior solicitor
    a bakery owner
    a landscape gardener
    a data analyst at an insurance firm
    a retired merchant seaman
    a veterinary nurse
    a bus driver
    a museum guide
    a swimming instructor
    a bookkeeper with a dozen small clients
    a community theatre director
    a delivery courier
    a midwife
    a history lecturer
    a hotel night porter
    a dairy farmer
    a software tester
    a charity fundraiser
    a hairdresser with their own salon
    a new parent on leave
    a grandparent of five
    a police dispatcher
    a carpenter
    a librarian
    a sous-chef
    a physiotherapist
    a school crossing guard
    a sales representative
    a radio producer
    """.splitlines()
    if line.strip()
)
"""Who they are."""

SITUATIONS = tuple(
    line.strip()
    for line in """
    on a short break
    on the train home
    at the kitchen table after dinner
    waiting outside a school gate
    between two appointments
    in a noisy canteen
    at a desk with too many windows open
    sitting in a parked car
    in the queue at a post office
    up earlier than the rest of the house
    home with a cold
    packing for a trip
    in the middle of moving house
    with a baby asleep on one arm
    on a slow connection in the countryside
    in a waiting room
    catching up on a week of errands
    on a lunch hour that is nearly over
    watching a football match with half an eye
    sorting through a pile of paperwork
    just back from a long walk
    on the sofa with the dog
    in a hotel lobby
    with visitors due at any minute
    at the end of a long shift
    """.splitlines()
    if line.strip()
)
"""Where they are while they write."""

MANNERS: dict[Register, tuple[str, ...]] = {
    "terse": (
        "answers in as few words as possible",
        "writes in fragments",
        "says only what is asked for",
        "treats every message like a telegram",
        "wants it done and does not chat",
        "sees no need for full sentences",
    ),
    "plain": (
        "comes straight to the point but stays friendly",
        "says what is needed and no more",
        "writes the way they talk",
        "is relaxed and matter-of-fact",
        "keeps messages short and clear",
        "asks for things simply",
    ),
    "chatty": (
        "likes to tell the whole story",
        "chats as if to a neighbour",
        "thinks out loud while writing",
        "adds details that nobody asked for",
        "is warm and a little scattered",
        "apologises a lot and jokes about it",
    ),
    "formal": (
        "writes as if to a bank manager",
        "is polite and exact",
        "composes every message with care",
        "keeps to full sentences and good manners",
        "prefers things to be done properly and in order",
        "is courteous in a slightly old-fashioned way",
    ),
}
"""Register -> how they speak."""


def sample_persona(rng: Random, population: Population) -> Persona:
    """Draw a person and a style that go together. The id is a hash of both, so equal people have equal ids."""
    style = sample_style(rng, population)
    manner = rng.choice(MANNERS[style.register])
    habits = _habits(style)
    clause = f"{manner} and {rng.choice(habits)}" if habits and rng.random() < 0.7 else manner
    about = f"{rng.choice(OCCUPATIONS)} {rng.choice(SITUATIONS)} who {clause}"
    return Persona(content_hash([about, style]), about, style)


def _habits(style: Style) -> list[str]:
    """What else a reader of this person's messages would notice."""
    habits: list[str] = []
    if style.case == "lower":
        habits += ["never touches the shift key", "types everything in lower case"]
    if style.punctuation == "none":
        habits += ["has no use for full stops", "leaves out the commas"]
    if style.typos > 0.025:
        habits += ["types too fast to check the spelling", "has thumbs too big for the phone"]
    if style.shorthand:
        habits += ["shortens every other word"]
    if style.patience < 0.3:
        habits += ["has little patience today", "does not like to be asked twice"]
    if style.exclaims > 0.4:
        habits += ["is fond of exclamation marks"]
    if style.contractions == "expanded":
        habits += ["never writes a contraction"]
    return habits
