"""What a form of the shop sent, read into what it must be; each refusal names the field."""

from aiohttp import web

from infra.local.gateway.shop.basket import MOST
from infra.local.gateway.shop.products import PRODUCTS, Product

LARGEST = 4 * 1024
PLACES = {"Market Square 4": "market-square", "River Street 11": "river-street"}
"""Where orders are fetched, and what the sample campaign calls it."""


class BadForm(Exception):
    """The message names the field and what it may be."""


async def read(request: web.Request) -> dict[str, str]:
    """The fields of a form. Raises BadForm when a page of somebody else sent it, or when it is none."""
    if request.headers.get("Origin") not in (None, f"{request.scheme}://{request.host}"):
        raise BadForm("Only the shop's own pages may change your cart.")
    if request.content_type != "application/x-www-form-urlencoded":
        raise BadForm("The shop's forms are sent as application/x-www-form-urlencoded.")
    try:
        return {name: str(value) for name, value in (await request.post()).items()}
    except (UnicodeDecodeError, LookupError):
        raise BadForm("The form is not written in UTF-8.") from None


def product(form: dict[str, str]) -> Product:
    found = PRODUCTS.get(form.get("product", ""))
    if found is None:
        raise BadForm("product: we do not sell that.")
    return found


def count(form: dict[str, str], least: int) -> int:
    text = form.get("count", "1")
    if not (text.isascii() and text.isdigit() and len(text) < 4 and least <= int(text) <= MOST):
        raise BadForm(f"count: a whole number from {least} to {MOST}.")
    return int(text)


def place(form: dict[str, str]) -> str:
    given = form.get("place", "")
    if given not in PLACES:
        raise BadForm(f"place: one of {' and '.join(PLACES)}.")
    return given
