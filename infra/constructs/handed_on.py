"""What the edge hands on to a function, besides what it tells requests apart by."""

from collections.abc import Iterable

from aws_cdk import aws_cloudfront as cloudfront
from constructs import Construct

from twofold.contracts.edge import VIEWER_HEADER
from twofold.contracts.routes.catalogue import ROUTES
from twofold.contracts.routes.commerce import SHOPS
from twofold.contracts.routes.route import Route

FORWARDED = (VIEWER_HEADER, "Content-Type", "Idempotency-Key", "Origin", "Referer", "User-Agent")
AHEAD = ("Purpose", "Sec-Purpose")
"""Browsers that only fetch ahead say so here, so that a look is not taken for a click."""

PREFLIGHT = ("Access-Control-Request-Headers", "Access-Control-Request-Method")
FORM = (VIEWER_HEADER, "Content-Type", "Origin", "Sec-Fetch-Site", "User-Agent")
"""What a form on a page of ours is judged by: who sends it, and from where."""

SENDER = (VIEWER_HEADER, "Content-Type", "User-Agent")
SHOP_HEADERS = {
    SHOPS["shopify"].path: tuple(
        f"X-Shopify-{name}"
        for name in ("Topic", "Shop-Domain", "Webhook-Id", "Event-Id", "Triggered-At", "API-Version")
    ),
    SHOPS["woocommerce"].path: tuple(
        f"X-WC-Webhook-{name}" for name in ("Topic", "Source", "Resource", "Event", "ID", "Delivery-ID")
    ),
}
"""What a shop system says beside its signature, whose headers alone say which shop tells of what."""


def request_policy(scope: Construct) -> cloudfront.OriginRequestPolicy:
    """What reaches a function besides what a cache policy names: ten headers are the most that AWS allows."""
    headers = cloudfront.OriginRequestHeaderBehavior.allow_list(*FORWARDED, *AHEAD, *PREFLIGHT)
    return cloudfront.OriginRequestPolicy(
        scope,
        "Request",
        header_behavior=headers,
        cookie_behavior=cloudfront.OriginRequestCookieBehavior.all(),
        query_string_behavior=cloudfront.OriginRequestQueryStringBehavior.all(),
    )


def form_policy(scope: Construct) -> cloudfront.OriginRequestPolicy:
    """What a page's form needs besides: all of the query, which says how the visitor came.

    The page itself is read at the same address and kept. It may be, although more reaches the function than the key
    has, because that function reads nothing but what is in the key; a test of its handler holds it to that.
    """
    headers = cloudfront.OriginRequestHeaderBehavior.allow_list(*FORM)
    return cloudfront.OriginRequestPolicy(
        scope,
        "Form",
        header_behavior=headers,
        cookie_behavior=cloudfront.OriginRequestCookieBehavior.none(),
        query_string_behavior=cloudfront.OriginRequestQueryStringBehavior.all(),
    )


def signed_policy(scope: Construct) -> cloudfront.OriginRequestPolicy:
    """What a signature covers or says: query and body as they were sent, and the headers that carry it."""
    elsewhere = [route for route in ROUTES if route.path not in SHOP_HEADERS]
    return _signed(scope, "Signed", {header for route in elsewhere for header in route.signed_by})


def shop_policy(scope: Construct, name: str, route: Route) -> cloudfront.OriginRequestPolicy:
    """The same for a shop system: a policy each, since all of their headers are more than one may hand on."""
    return _signed(scope, name, {*route.signed_by, *SHOP_HEADERS[route.path]})


def _signed(scope: Construct, name: str, signatures: Iterable[str]) -> cloudfront.OriginRequestPolicy:
    headers = cloudfront.OriginRequestHeaderBehavior.allow_list(*SENDER, *sorted(signatures))
    return cloudfront.OriginRequestPolicy(
        scope,
        name,
        header_behavior=headers,
        cookie_behavior=cloudfront.OriginRequestCookieBehavior.none(),
        query_string_behavior=cloudfront.OriginRequestQueryStringBehavior.all(),
    )
