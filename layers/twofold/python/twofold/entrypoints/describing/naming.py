"""What operations are called and how they are grouped, for generators of clients and for people."""

from collections.abc import Mapping

from twofold.contracts.routes import catalogue
from twofold.contracts.routes.route import Route

_ASKING = ("check", "follow", "get", "list", "peek", "show")
"""What reads by its own name; another address that is read is one to get."""

GROUPS: Mapping[str, str] = {
    "Leads": "People who confirmed their number: looked up, edited, forgotten.",
    "Codes": "Discount codes: asked about, kept for a cart, spent, taken back, delivered, given.",
    "Orders": "Carts, orders and refunds, by whoever tells of them.",
    "Webhooks": "Who is told what, and what became of it.",
    "CRM": "What HubSpot, Salesforce and Klaviyo tell in their own words.",
    "Files": "Imports and exports.",
    "Visitors": "What a widget asks and tells: sign-ups, visits, assets.",
    "Pages": "What browsers open.",
    "Callbacks": "What providers and shops tell, signed by them.",
    "About": "This document, and the page that shows it.",
}
"""In the order in which they are shown."""

_BY_SEGMENT: Mapping[str, str] = {
    "leads": "Leads",
    "evidence": "Leads",
    "codes": "Codes",
    "redemptions": "Codes",
    "campaigns": "Codes",
    "device": "Codes",
    "carts": "Orders",
    "orders": "Orders",
    "cart-codes": "Orders",
    "webhooks": "Webhooks",
    "crm": "CRM",
    "imports": "Files",
    "exports": "Files",
    "signups": "Visitors",
    "assets": "Visitors",
    "visits": "Visitors",
    "openapi.json": "About",
    "docs": "About",
}


def group_of(route: Route) -> str:
    """One of GROUPS; of an address that none of them knows, its own first word."""
    first, _, rest = route.path.strip("/").partition("/")
    if first == "callbacks":
        return "Callbacks"
    segment = rest.partition("/")[0]
    return _BY_SEGMENT.get(segment, segment.capitalize()) if first == "v1" else "Pages"


def operation_ids() -> dict[tuple[str, str], str]:
    """A name for every route, by method and path, after its own: LEAD_TIMELINE is `get_lead_timeline`."""
    named = {id(route): name.lower() for name, route in vars(catalogue).items() if isinstance(route, Route)}
    return {(route.method, route.path): _id(route, named[id(route)]) for route in catalogue.ROUTES}


def _id(route: Route, name: str) -> str:
    reads = route.method in ("GET", "HEAD") and name.partition("_")[0] not in _ASKING
    return f"get_{name}" if reads else name
