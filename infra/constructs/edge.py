"""CloudFront before the HTTP API: a name that outlives redeploys, a cache, and proof of who the client is.

The API's own address stays open: closing it would need a second domain and a regional certificate, and would
win nothing. Whoever goes around the edge lacks its secret, so only their own connection's address is
believed, and the limits by address hold for them as for anyone.
"""

from aws_cdk import Duration
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_route53 as route53
from aws_cdk import aws_route53_targets as route53_targets
from constructs import Construct

from infra.constructs.api import Api
from infra.constructs.secrets import Secrets
from infra.environments import Environment
from twofold.contracts.edge import SECRET_HEADER, VIEWER_HEADER
from twofold.contracts.routes import ASSET, ASSET_QR, LANDING, LANDING_FILE, Route

FORWARDED = (
    VIEWER_HEADER,
    "Accept-Language",
    "Content-Type",
    "Idempotency-Key",
    "Origin",
    "Referer",
    "User-Agent",
)
PREFLIGHT = ("Access-Control-Request-Headers", "Access-Control-Request-Method")
CAMPAIGN_TAGS = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content")
CACHED = (LANDING, LANDING_FILE, ASSET_QR, ASSET)
"""The same for every visitor, for as long as their own Cache-Control says."""


class Edge(Construct):
    """Serves `environment.domain`; nothing is cached that does not say it may be."""

    def __init__(
        self, scope: Construct, construct_id: str, *, api: Api, secrets: Secrets, environment: Environment
    ) -> None:
        super().__init__(scope, construct_id)
        self._origin = origins.HttpOrigin(
            api.host,
            origin_ssl_protocols=[cloudfront.OriginSslPolicy.TLS_V1_2],
            custom_headers={SECRET_HEADER: secrets.edge.reference},
        )
        self._request = _request_policy(self)
        self.distribution = self._distribution(environment)
        self.distribution.node.add_dependency(secrets)
        if environment.hosted_zone_id:
            self._name(environment)

    def _distribution(self, environment: Environment) -> cloudfront.Distribution:
        assert environment.domain is not None
        assert environment.certificate_arn is not None
        pages = _page_policy(self)
        return cloudfront.Distribution(
            self,
            "Distribution",
            domain_names=[environment.domain],
            certificate=acm.Certificate.from_certificate_arn(
                self, "Certificate", environment.certificate_arn
            ),
            minimum_protocol_version=cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
            http_version=cloudfront.HttpVersion.HTTP2_AND_3,
            web_acl_id=environment.web_acl_arn,
            default_behavior=self._behaviour(_keyed_policy(self), cloudfront.AllowedMethods.ALLOW_ALL),
            additional_behaviors={
                _pattern(route): self._behaviour(pages, cloudfront.AllowedMethods.ALLOW_GET_HEAD_OPTIONS)
                for route in CACHED
            },
        )

    def _behaviour(
        self, cache: cloudfront.ICachePolicy, methods: cloudfront.AllowedMethods
    ) -> cloudfront.BehaviorOptions:
        return cloudfront.BehaviorOptions(
            origin=self._origin,
            allowed_methods=methods,
            cache_policy=cache,
            origin_request_policy=self._request,
            response_headers_policy=cloudfront.ResponseHeadersPolicy.SECURITY_HEADERS,
            viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        )

    def _name(self, environment: Environment) -> None:
        """The domain's addresses, old and new, in the zone that the environment names."""
        assert environment.hosted_zone_id is not None
        assert environment.hosted_zone_name is not None
        zone = route53.HostedZone.from_hosted_zone_attributes(
            self, "Zone", hosted_zone_id=environment.hosted_zone_id, zone_name=environment.hosted_zone_name
        )
        target = route53.RecordTarget.from_alias(route53_targets.CloudFrontTarget(self.distribution))
        name = f"{environment.domain}."
        route53.ARecord(self, "Ipv4", zone=zone, record_name=name, target=target)
        route53.AaaaRecord(self, "Ipv6", zone=zone, record_name=name, target=target)


def _pattern(route: Route) -> str:
    return f"{route.path.partition('{')[0]}*"


def _request_policy(scope: Construct) -> cloudfront.OriginRequestPolicy:
    """What reaches a function besides what a cache policy names: ten headers are the most that AWS allows."""
    headers = cloudfront.OriginRequestHeaderBehavior.allow_list(*FORWARDED, *PREFLIGHT)
    return cloudfront.OriginRequestPolicy(
        scope,
        "Request",
        header_behavior=headers,
        cookie_behavior=cloudfront.OriginRequestCookieBehavior.all(),
        query_string_behavior=cloudfront.OriginRequestQueryStringBehavior.all(),
    )


def _page_policy(scope: Construct) -> cloudfront.CachePolicy:
    """By the origin that asks, whose name the answer repeats, and by the tags that a form hands on."""
    return cloudfront.CachePolicy(
        scope,
        "Pages",
        min_ttl=Duration.seconds(0),
        default_ttl=Duration.seconds(0),
        max_ttl=Duration.days(1),
        header_behavior=cloudfront.CacheHeaderBehavior.allow_list("Origin"),
        query_string_behavior=cloudfront.CacheQueryStringBehavior.allow_list(*CAMPAIGN_TAGS),
        enable_accept_encoding_gzip=True,
        enable_accept_encoding_brotli=True,
    )


def _keyed_policy(scope: Construct) -> cloudfront.CachePolicy:
    """Caches nothing by itself. CloudFront hands `Authorization` on only if it is part of a cache key."""
    return cloudfront.CachePolicy(
        scope,
        "Keyed",
        min_ttl=Duration.seconds(0),
        default_ttl=Duration.seconds(0),
        max_ttl=Duration.seconds(1),
        header_behavior=cloudfront.CacheHeaderBehavior.allow_list("Authorization"),
        query_string_behavior=cloudfront.CacheQueryStringBehavior.all(),
        cookie_behavior=cloudfront.CacheCookieBehavior.all(),
    )
