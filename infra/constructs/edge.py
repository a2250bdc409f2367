"""CloudFront before the HTTP API: a name that outlives redeploys, a cache, and proof of who the client is.

The API's own address stays open: closing it would need a second domain and a regional certificate, and would
win nothing. Whoever goes around the edge lacks its secret, so only their own connection's address is
believed, and the limits by address hold for them as for anyone.
"""

from typing import Any

from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from constructs import Construct

from infra.constructs import caching, handed_on
from infra.constructs.api import Api
from infra.constructs.secrets import Secrets
from infra.constructs.zone import name_in_zone
from infra.environments import Environment
from twofold.contracts.edge import SECRET_HEADER
from twofold.contracts.routes.catalogue import ROUTES
from twofold.contracts.routes.commerce import SHOPS
from twofold.contracts.routes.pages import ASSET, ASSET_QR, CART_SCRIPT, LANDING, LANDING_FILE, WIDGET
from twofold.contracts.routes.route import Route

DRAWN = (LANDING_FILE, ASSET_QR, WIDGET, CART_SCRIPT)
"""The same for everyone, for as long as their own Cache-Control says."""

TOLD = (ASSET,)
"""The same for everyone of one language, on one site."""

POSTED = (LANDING,)
"""The same for everyone of one language; and forms are posted to the very address that they stand at."""

SIGNED = tuple(route for route in ROUTES if route.signed_by and route not in SHOPS.values())
"""Each is news to us alone, and has more headers to hand on than fit beside the others'."""

ERRORS = (400, 403, 404, 500, 502, 503, 504)
"""CloudFront would repeat these for ten seconds; the next one who asks may have better luck."""


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
        self.distribution = self._distribution(environment)
        if environment.hosted_zone_id:
            name_in_zone(self, environment, self.distribution)

    def _distribution(self, environment: Environment) -> cloudfront.Distribution:
        assert environment.domain is not None
        assert environment.certificate_arn is not None
        certificate = acm.Certificate.from_certificate_arn(self, "Certificate", environment.certificate_arn)
        never = caching.NONE
        return cloudfront.Distribution(
            self,
            "Distribution",
            domain_names=[environment.domain],
            certificate=certificate,
            minimum_protocol_version=cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
            http_version=cloudfront.HttpVersion.HTTP2_AND_3,
            web_acl_id=environment.web_acl_arn,
            default_behavior=self._passed(),
            additional_behaviors=self._cached() | self._signed(),
            error_responses=[cloudfront.ErrorResponse(http_status=error, ttl=never) for error in ERRORS],
        )

    def _passed(self) -> cloudfront.BehaviorOptions:
        """Everything that somebody asks for themselves."""
        return self._behaviour(
            allowed_methods=cloudfront.AllowedMethods.ALLOW_ALL,
            cache_policy=caching.keyed_policy(self),
            origin_request_policy=handed_on.request_policy(self),
        )

    def _signed(self) -> dict[str, cloudfront.BehaviorOptions]:
        """Never cached. Signatures are over the public address, so it matters not that `Host` stays behind."""
        shops = {
            _pattern(route): self._unkept(handed_on.shop_policy(self, name, route))
            for name, route in SHOPS.items()
        }
        signed = self._unkept(handed_on.signed_policy(self))
        return shops | {f"/{route.path.split('/')[1]}/*": signed for route in SIGNED}

    def _unkept(self, request: cloudfront.OriginRequestPolicy) -> cloudfront.BehaviorOptions:
        return self._behaviour(
            allowed_methods=cloudfront.AllowedMethods.ALLOW_ALL,
            cache_policy=cloudfront.CachePolicy.CACHING_DISABLED,
            origin_request_policy=request,
        )

    def _cached(self) -> dict[str, cloudfront.BehaviorOptions]:
        """Only what is part of the key has a say in what is kept, so no request can colour another's answer.

        Of drawings and settings nothing else reaches the function. A page's address takes forms as well, which are
        never kept, and need more: `handed_on.form_policy` says why the page does not mind.
        """
        reads = cloudfront.AllowedMethods.ALLOW_GET_HEAD_OPTIONS
        drawn = self._behaviour(allowed_methods=reads, cache_policy=caching.drawn_policy(self))
        language = {
            "cache_policy": caching.told_policy(self),
            "function_associations": [caching.first_language(self)],
        }
        told = self._behaviour(allowed_methods=reads, **language)
        posted = self._behaviour(
            allowed_methods=cloudfront.AllowedMethods.ALLOW_ALL,
            origin_request_policy=handed_on.form_policy(self),
            **language,
        )
        behaviours = ((DRAWN, drawn), (TOLD, told), (POSTED, posted))
        return {_pattern(route): behaviour for routes, behaviour in behaviours for route in routes}

    def _behaviour(self, **props: Any) -> cloudfront.BehaviorOptions:
        return cloudfront.BehaviorOptions(
            origin=self._origin,
            response_headers_policy=cloudfront.ResponseHeadersPolicy.SECURITY_HEADERS,
            viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
            **props,
        )


def _pattern(route: Route) -> str:
    """Of a path that has no ids, that one path alone: whatever begins so may be a short link."""
    begins, ids, _ = route.path.partition("{")
    return f"{begins}*" if ids else begins
