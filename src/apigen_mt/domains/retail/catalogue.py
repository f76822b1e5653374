"""What the shop sells: one line per product, with its options and their prices."""

from typing import NamedTuple

_KITCHEN = """
carbon-steel skillet | skillet | 24 cm 46, 28 cm 54, 32 cm 63
enamelled casserole | casserole | moss green 138, oxblood 142, chalk white 136, slate 139
olivewood serving board | serving board | small 24.5, medium 34, large 48.5 | personal
stoneware mixing bowl | mixing bowl | oat 32, ink blue 34.5, rust 33
copper milk pan | milk pan | 12 cm 72, 14 cm 84, 16 cm 97
linen apron | apron | indigo 38, flax 36, brick 39.5 | personal
rattan proving basket | proving basket | round 16.5, oval 18, long 21
marble pestle and mortar | pestle and mortar | white 44, grey 42, green 51
lidded salt cellar | salt cellar | walnut 29, ash 26, cherry 31
hand-thrown teapot | teapot | tenmoku 68, celadon 72, speckled 65
stoneware butter dish | butter dish | oat 27, ink blue 28.5, rust 29
cast-iron griddle | griddle | round 52, square 56, double 88
beech rolling pin | rolling pin | straight 17, tapered 19.5, ridged 24 | personal
santoku knife | santoku | 14 cm 89, 17 cm 104, 19 cm 121 | personal
fluted pie dish | pie dish | 23 cm 26, 26 cm 31, 30 cm 37
masala spice tin | spice tin | brass 58, steel 41, copper 66
"""
_HOME = """
lambswool throw | throw | heather 94, mustard 92, charcoal 96, cream 90
linen cushion cover | cushion cover | flax 28, rosehip 31, pine green 30 | personal
beeswax pillar candle | candle | 10 cm 14, 15 cm 19.5, 20 cm 26 | sealed
braided rush doormat | doormat | half-moon 36, plain 33, wide 45
jute hallway runner | runner | short 64, standard 82, long 109
willow log basket | log basket | natural 74, buff 79, black 83
brass storm lantern | lantern | small 49, medium 62, tall 78
patchwork quilt | quilt | meadow 189, harbour 194, dusk 199
oak picture ledge | picture ledge | 40 cm 34, 60 cm 42, 90 cm 57
reed diffuser | diffuser | fig 32, cedarwood 33.5, sea salt 31 | sealed
ceramic stem vase | stem vase | chalk 23, ochre 24, midnight 25.5
milking stool | stool | oak 118, elm 126, painted 112
leather key tray | key tray | tan 35, chestnut 36.5, black 37.5 | personal
block-print tablecloth | tablecloth | indigo 69, madder 71, olive 73
"""
_GARDEN = """
galvanised watering can | watering can | 5 litre 39, 9 litre 48, 12 litre 57
border spade | spade | short 54, standard 58, long 61 | personal
terracotta planter | planter | small 22, medium 35, large 59
cedar bird table | bird table | flat 84, pitched 98, hanging 76
willow trug | trug | small 31, medium 38, large 46
larch potting bench | potting bench | compact 214, standard 248, double 319
wildflower seed box | seed box | meadow 18.5, woodland 19.5, coastal 20.5 | sealed
padded garden kneeler | kneeler | moss 27, rust 28, slate 29.5
glazed cold frame | cold frame | low 168, standard 196, tall 232
brass plant mister | mister | plain 33, hammered 37, antique 39
copper hand trowel | trowel | narrow 42, broad 44, scoop 47.5 | personal
steel fire bowl | fire bowl | 50 cm 159, 65 cm 199, 80 cm 249
"""
_CRAFT = """
tabletop loom | loom | 40 cm 176, 60 cm 224, 80 cm 282
pottery tool roll | tool roll | starter 34, studio 58, master 87
spoon-carving kit | carving kit | birch 45, cherry 49, walnut 54
natural dye kit | dye kit | madder 37, weld 35, woad 39.5 | sealed
candle-making kit | candle kit | plain 33, scented 38, coloured 36 | sealed
embroidery hoop frame | hoop frame | 15 cm 13, 20 cm 16, 30 cm 21.5
bookbinding kit | bookbinding kit | pocket 29, journal 41, folio 56
lino-printing kit | lino kit | beginner 27, standard 39, press 84
needle-felting kit | felting kit | hare 24, fox 25, barn owl 28
macrame wall hanging kit | macrame kit | cream 31, sage 32.5, terracotta 33.5
"""


class Product(NamedTuple):
    """A product and its options."""

    item: str
    """Full name: `carbon-steel skillet`. No two products share it."""
    thing: str
    """What people call it: `skillet`."""
    department: str
    options: tuple[tuple[str, float], ...]
    """Option and price; no two prices of a product are equal, so that every swap has a difference."""
    personal: bool
    """Can be engraved or embroidered."""
    sealed_only: bool
    """Can only come back with its seal unbroken."""


def _parse(department: str, text: str) -> list[Product]:
    products: list[Product] = []
    for line in text.strip().splitlines():
        item, thing, options, *flags = (part.strip() for part in line.split("|"))
        pairs = (option.strip().rsplit(" ", 1) for option in options.split(","))
        priced = tuple((option, float(price)) for option, price in pairs)
        products.append(Product(item, thing, department, priced, "personal" in flags, "sealed" in flags))
    return products


PRODUCTS: tuple[Product, ...] = tuple(
    product
    for department, text in (("kitchen", _KITCHEN), ("home", _HOME), ("garden", _GARDEN), ("craft", _CRAFT))
    for product in _parse(department, text)
)
