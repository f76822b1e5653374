"""Names and places for generated customers. Invented towns and streets; no name occurs in a public benchmark's tables."""

from random import Random
from typing import NamedTuple


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GIVEN = _words("""Agnes Alba Alistair Amrit Annika Astrid Aurelio Beatrix Benedikt Bettina Bram Bridget Callum Camille Cedric
Clara Colette Conrad Dagny Dalia Declan Delphine Desmond Dorothea Edith Eilidh Elias Elke Elspeth Emeka Esme Fabian
Farah Felix Fenella Fergus Fiona Florian Freya Gareth Gemma Giles Greta Gwen Hamish Hanna Hector Hedda Helena Henrik
Hugo Ida Imogen Ines Ingrid Iris Ismene Jasper Jolanta Joris Judith Kasper Keiko Kerstin Killian Kirsten Lachlan Leonie
Lidia Linnea Lorcan Lottie Ludmila Magnus Maeve Malin Marcel Margot Marius Marta Matilda Maud Milo Miriam Morwenna
Nadia Nell Niamh Nils Odette Oona Orla Oskar Ottilie Paloma Petra Piers Poppy Quentin Ragna Ramona Rhys Roisin Rosalind
Rufus Runa Sabine Saskia Selma Signe Silvan Sunniva Tamsin Tancred Tobias Tove Ulrich Una Ursula Vera Viggo Wanda
Wilfred Winifred Xenia Yannick Ylva Zelda Zora""")

FAMILY = _words("""Abernathy Achterberg Aldous Applegarth Ashdown Bakewell Balfour Bancroft Beaumont Birtwistle Blakeney
Boscawen Brackenbury Braithwaite Brennan Burdock Cadwallader Calloway Carrick Castellane Chadwick Chisholm Claypole
Coldstream Corrigan Coulter Crabtree Cunliffe Dalgleish Darrow Delacourt Demidova Dinsmore Dromgoole Dunmore Eastwick
Eckersley Ellingham Fairweather Falconer Farnsworth Fennimore Finnegan Fotheringham Galbraith Garside Gillespie
Goldthwait Greenhalgh Grimaldi Hallam Hargreaves Hathersage Haverford Heathcote Henshaw Hollingsworth Holmqvist
Huxtable Inchbald Ingleby Jardine Jellicoe Kavanagh Kershaw Kestrel Kilbride Kinsella Lamplugh Langstaff Larkspur
Lindqvist Lockhart Lovelace Lundgren MacAllister Mainwaring Marchetti Merriweather Middlemass Montague Mortlake
Nethercott Nightingale Norwood Oakeshott Ockenden Oglethorpe Okonjo Ormerod Ostrander Pangbourne Partridge Pemberton
Penhaligon Pettigrew Postlethwaite Quarrington Quill Radcliffe Rainsford Ravenscroft Redfern Rosewarne Rutherglen
Sainsbury Satterthwaite Scrivener Seagrave Selwyn Sheringham Skelton Stanhope Sturgess Swinburne Tattersall Templeman
Thackeray Thistlewood Tillotson Treadgold Trelawney Tunstall Underhill Vandermeer Venables Verhoeven Wadsworth
Wainwright Waverley Wetherby Whitlock Willoughby Winterbourne Wolstenholme Wraxall Yarborough Yelverton Zandstra""")

STREETS = """Abbey Row|Alder Rise|Anchor Wharf|Bell Yard|Bramble Walk|Brewery Lane|Cobbler's Row|Copper Beech Way
Cornmill Lane|Drover's Road|Dyehouse Lane|Fallow Field|Ferry Quay|Foundry Street|Gallery Terrace|Granary Close
Harbour Steps|Hazel Bank|Hop Garden|Juniper Grove|Kiln Lane|Lantern Street|Linden Crescent|Lock Keeper's Walk
Market Hill|Meadowsweet Road|Nettle Lane|Observatory Road|Old Tannery Road|Orchard View|Packhorse Lane|Priory Walk
Quarry Road|Ropewalk|Saddler's Court|Salt Lane|Shepherd's Way|Signal Row|Smithy Lane|Station Parade|Sycamore Mews
Tollgate Road|Vicarage Hill|Walnut Court|Watermill Lane|Weaver's Row|Windmill Rise|Yew Tree Close""".replace(
    "\n", "|"
).split("|")

TOWNS = """Alderwick|Ashmere|Barrowby|Bexcombe|Brackenford|Caldermouth|Cinderhill|Clovermead|Crosswater|Dunhallow
Eastmarsh|Elverton|Fernleigh|Foxbridge|Gildersham|Glenmorrow|Harrowfield|Highcastle|Inglewick|Kestrelton|Kingsmoor
Larkhaven|Lynford|Marlstone|Millbeck|Netherby|Northquay|Oldcastle|Otterburn|Pellham|Quenby|Ravenshoe|Redmarley
Saltfleet|Silverdale|Stonehythe|Swanmere|Thornaby|Umberleigh|Wexcombe|Whitsand|Wickham Cross|Yarrowdale""".replace(
    "\n", "|"
).split("|")

MAIL = ("postbox.example", "inkwell.example", "quickmail.example", "lettermail.example", "homenet.example")


class Person(NamedTuple):
    """A generated customer's personal data."""

    given: str
    family: str
    email: str
    street: str
    town: str
    postcode: str
    phone: str
    birth_date: str

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.given} {self.family}"


def people(rng: Random, count: int) -> list[Person]:
    """Return `count` people, no two with the same name and postcode, or the same e-mail or phone."""
    found: list[Person] = []
    seen: set[str] = set()
    while len(found) < count:
        given, family = rng.choice(GIVEN), rng.choice(FAMILY)
        email = f"{rng.choice((given, given[0]))}{rng.choice(('.', '_', ''))}{family}".lower()
        email += f"{rng.choice(('', str(rng.randint(2, 98))))}@{rng.choice(MAIL)}"
        person = Person(
            given=given,
            family=family,
            email=email,
            street=f"{rng.randint(1, 240)} {rng.choice(STREETS)}",
            town=rng.choice(TOWNS),
            postcode=_postcode(rng),
            phone=f"0{rng.randint(100, 899)} {rng.randint(100, 999)} {rng.randint(1000, 9999)}",
            birth_date=f"{rng.randint(1942, 2006)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
        )
        keys = {person.email, person.phone, f"{person.name} {person.postcode}"}
        if seen.isdisjoint(keys):
            seen |= keys
            found.append(person)
    return found


def _postcode(rng: Random) -> str:
    """Two letters, two digits, a digit and two letters; never what reads as a quantity or a masked number."""
    area = "".join(rng.choices("ABCDEFGHKLMNPRSTUW", k=2))
    return f"{area}{rng.randint(10, 99)} {rng.randint(1, 9)}{''.join(rng.choices('ADEFJNPQUWYZ', k=2))}"
