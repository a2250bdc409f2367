"""What the edge keeps, by what it tells requests apart, and what it hands on."""

from collections.abc import Iterable

from aws_cdk import Duration
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

NONE = Duration.seconds(0)
LOCALE = "Accept-Language"

FIRST_LANGUAGE = """\
function handler(event) {
  var wished = event.request.headers['accept-language'];
  if (wished) wished.value = wished.value.split(',')[0].split(';')[0].trim();
  return event.request;
}
"""
"""Browsers word their wishes in thousands of ways; pages differ by the first language alone."""


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


def drawn_policy(scope: Construct) -> cloudfront.CachePolicy:
    """By what a QR code is drawn for; nothing else has a say."""
    return cloudfront.CachePolicy(
        scope,
        "Drawn",
        min_ttl=NONE,
        default_ttl=NONE,
        max_ttl=Duration.days(1),
        query_string_behavior=cloudfront.CacheQueryStringBehavior.allow_list("use"),
        enable_accept_encoding_gzip=True,
        enable_accept_encoding_brotli=True,
    )


def told_policy(scope: Construct) -> cloudfront.CachePolicy:
    """By the site that asks, whose name the answer repeats, and by language. Campaign tags change no page: each of an
    advertisement's variants gets the same one, and the form takes them from the address."""
    return cloudfront.CachePolicy(
        scope,
        "Told",
        min_ttl=NONE,
        default_ttl=NONE,
        max_ttl=Duration.days(1),
        header_behavior=cloudfront.CacheHeaderBehavior.allow_list(LOCALE, "Origin"),
        query_string_behavior=cloudfront.CacheQueryStringBehavior.allow_list("locale"),
        enable_accept_encoding_gzip=True,
        enable_accept_encoding_brotli=True,
    )


def keyed_policy(scope: Construct) -> cloudfront.CachePolicy:
    """Caches nothing by itself, and for a second what says it may be.

    CloudFront hands `Authorization` on only if it is part of a cache key, or with the caller's `Host`, by which
    the API would not know itself; and a cache key has headers only where something may be cached at all.
    """
    return cloudfront.CachePolicy(
        scope,
        "Keyed",
        min_ttl=NONE,
        default_ttl=NONE,
        max_ttl=Duration.seconds(1),
        header_behavior=cloudfront.CacheHeaderBehavior.allow_list("Authorization", LOCALE),
        query_string_behavior=cloudfront.CacheQueryStringBehavior.all(),
        cookie_behavior=cloudfront.CacheCookieBehavior.all(),
    )


def first_language(scope: Construct) -> cloudfront.FunctionAssociation:
    code = cloudfront.FunctionCode.from_inline(FIRST_LANGUAGE)
    function = cloudfront.Function(
        scope, "FirstLanguage", code=code, runtime=cloudfront.FunctionRuntime.JS_2_0
    )
    event = cloudfront.FunctionEventType.VIEWER_REQUEST
    return cloudfront.FunctionAssociation(function=function, event_type=event)
