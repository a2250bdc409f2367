"""What the edge keeps, and by what it tells requests apart."""

from aws_cdk import Duration
from aws_cdk import aws_cloudfront as cloudfront
from constructs import Construct

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
    the API would not know itself; and a cache key has headers only where something may be cached at all. `If-Match`
    stands here because ten headers are the most that a request policy hands on; what it comes with is never kept.
    """
    return cloudfront.CachePolicy(
        scope,
        "Keyed",
        min_ttl=NONE,
        default_ttl=NONE,
        max_ttl=Duration.seconds(1),
        header_behavior=cloudfront.CacheHeaderBehavior.allow_list("Authorization", "If-Match", LOCALE),
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
