"""What can be looked at: the shelves, one product, the buffet's menu, how to book a table."""

from aiohttp import web

from infra.local.gateway.shop.layout import page
from infra.local.gateway.shop.markup import Html, fill, joined
from infra.local.gateway.shop.products import PRODUCTS, SHELVES, Product, Shelf, price
from infra.local.gateway.shop.store import STORE


async def front(request: web.Request) -> web.Response:
    shelves = joined(_shelf(shelf) for shelf in SHELVES)
    return _page(request, "Buffet, spices and tea", fill("front", shelves=shelves))


async def product(request: web.Request) -> web.Response:
    found = PRODUCTS.get(request.match_info["slug"])
    if found is None:
        raise web.HTTPNotFound
    content = fill("product", art=drawing(found), price=price(found.price), **_said(found), about=found.about)
    return _page(request, found.name, content)


async def menu(request: web.Request) -> web.Response:
    return _page(request, "What is on the buffet", fill("menu"), viewed="menu")


async def table(request: web.Request) -> web.Response:
    return _page(request, "Book a table", fill("table"))


def drawing(product: Product) -> Html:
    return fill("drawing", art=product.art, tone=product.tone)


def _shelf(shelf: Shelf) -> Html:
    cards = joined(
        fill("card", art=drawing(each), price=price(each.price), **_said(each)) for each in shelf.products
    )
    return fill("shelf", name=shelf.name, note=shelf.note, cards=cards)


def _said(product: Product) -> dict[str, str]:
    return {"slug": product.slug, "name": product.name, "line": product.line}


def _page(request: web.Request, title: str, content: Html, *, viewed: str = "") -> web.Response:
    shop = request.app[STORE]
    return page(shop.stack, shop.sessions.find(request), title, content, viewed=viewed)
