"""What the shop sells. Prices are in minor units of one currency, tax included."""

from dataclasses import dataclass

CURRENCY = "PLN"
SIGN = "zł"


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """`art` names a drawing of `pages/art.html`, `tone` its colours in `shop.css`."""

    slug: str
    name: str
    price: int
    line: str
    about: str
    art: str
    tone: str = "saffron"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    name: str
    note: str
    products: tuple[Product, ...]


BUFFET = (
    Product(
        slug="buffet-for-one",
        name="Buffet for one",
        price=8900,
        line="Eighteen dishes, as often as you like",
        about="A voucher for our evening buffet: curries and dal, breads from the tandoor, salads, sweets and "
        "a pot of chai. Good on any evening for a year, at both of our houses.",
        art="plate",
    ),
    Product(
        slug="buffet-for-two",
        name="Buffet for two",
        price=16900,
        line="An evening out, with a mango lassi each",
        about="The evening buffet for two people, and a mango lassi to begin with. It comes as one voucher in "
        "a paper sleeve, or on your phone when it is needed tonight.",
        art="plates",
    ),
    Product(
        slug="family-sunday",
        name="Family Sunday",
        price=25900,
        line="Two grown-ups, two children, one long lunch",
        about="The Sunday buffet from noon to four, with a mild corner for children and kulfi for everyone. "
        "For two grown-ups and up to two children under twelve.",
        art="plates",
        tone="rose",
    ),
)
SPICES = (
    Product(
        slug="everyday-box",
        name="Everyday spice box",
        price=6400,
        line="Seven spices for a week of suppers",
        about="Turmeric, cumin, coriander, chilli, mustard seed, cardamom and garam masala, ground by us on "
        "Mondays. 40 g of each, with a card of five short recipes.",
        art="box",
    ),
    Product(
        slug="festive-box",
        name="Festive spice box",
        price=9800,
        line="For biryani, kheer and a full table",
        about="Mace, star anise, black cardamom, rose petals, cinnamon bark, long pepper and fennel, in a tin "
        "that is passed on. 30 g of each.",
        art="box",
        tone="rose",
    ),
    Product(
        slug="saffron-gram",
        name="Saffron, one gram",
        price=4200,
        line="Long red threads, this autumn's harvest",
        about="One gram of whole threads, enough for twenty dishes. Keep it dark and dry; steep a pinch in "
        "warm milk before you cook with it.",
        art="jar",
    ),
)
TEAS = (
    Product(
        slug="masala-chai",
        name="Masala chai",
        price=3400,
        line="Assam, ginger, green cardamom",
        about="Strong leaf tea with the spices that we use at the buffet. 120 g, about forty cups; simmer it "
        "with milk for five minutes.",
        art="cup",
    ),
    Product(
        slug="kashmir-rose",
        name="Kashmir rose",
        price=3800,
        line="Green tea, rose and a little saffron",
        about="A light green tea for the afternoon, with rose petals, almond and a few threads of saffron. 80 g.",
        art="tin",
        tone="rose",
    ),
    Product(
        slug="mint-and-ginger",
        name="Mint and ginger",
        price=2900,
        line="No caffeine, good after a long lunch",
        about="Peppermint, ginger root, fennel and lemongrass. 70 g, about thirty-five cups.",
        art="tin",
        tone="leaf",
    ),
)
SHELVES = (
    Shelf(name="Buffet vouchers", note="A seat at the long table", products=BUFFET),
    Shelf(name="Spice boxes", note="Ground on Mondays", products=SPICES),
    Shelf(name="Tea", note="Loose leaf", products=TEAS),
)
PRODUCTS = {product.slug: product for shelf in SHELVES for product in shelf.products}


def price(minor: int) -> str:
    """As people read it, its parts kept on one line: `89.00 zł`."""
    return f"{minor / 100:,.2f}\N{NO-BREAK SPACE}{SIGN}"
