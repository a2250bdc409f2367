"""How the deployment is reached."""

import json
import re
from fnmatch import fnmatch

import pytest

from infra.artefacts import ROOT
from infra.constructs.api import LOGGED
from tests.infra.synthesis import CERTIFICATE, readable
from twofold.contracts.edge import SECRET_HEADER, VIEWER_HEADER
from twofold.contracts.routes.catalogue import ROUTES
from twofold.contracts.routes.commerce import CODE_IN_CART, SHOPIFY, WOOCOMMERCE
from twofold.contracts.routes.pages import (
    CART_SCRIPT,
    CODE_CALENDAR,
    CODE_STATE,
    FOLLOW_LINK,
    PEEK_LINK,
    STAFF,
    WIDGET,
)

SIGNED = ("/callbacks/shopify", "/callbacks/woocommerce", "/callbacks/*")
NEVER_KEPT = {"*", *SIGNED}
PACKAGE = ROOT / "layers" / "twofold" / "python" / "twofold"
POSTED_TO = {"/j/*"}
"""Pages that are kept, and whose forms pass through."""

DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
"""AWS's own cache policy CachingDisabled, the same in every account."""


def _distribution(template):
    (made,) = template.properties("AWS::CloudFront::Distribution")
    return made["DistributionConfig"]


def _behaviours(template):
    made = _distribution(template)
    return {"*": made["DefaultCacheBehavior"]} | {b["PathPattern"]: b for b in made["CacheBehaviors"]}


def _request(template, path: str):
    policy = _behaviours(template)[path]["OriginRequestPolicyId"]["Ref"]
    return template.of("AWS::CloudFront::OriginRequestPolicy")[policy]["Properties"][
        "OriginRequestPolicyConfig"
    ]


def _cache(template, path: str):
    policy = _behaviours(template)[path]["CachePolicyId"]["Ref"]
    return template.of("AWS::CloudFront::CachePolicy")[policy]["Properties"]["CachePolicyConfig"]


def test_the_api_answers_at_the_addresses_of_the_contract_and_preflights_of_widgets(template):
    keys = {route["RouteKey"] for route in template.properties("AWS::ApiGatewayV2::Route")}
    asked_first = {f"OPTIONS {route.path}" for route in ROUTES if route.from_browsers}
    assert keys == {f"{route.method} {route.path}" for route in ROUTES} | asked_first


def test_the_template_opens_no_origin_by_itself(template):
    assert all("CorsConfiguration" not in api for api in template.properties("AWS::ApiGatewayV2::Api"))


def test_the_api_is_throttled(template):
    (stage,) = template.properties("AWS::ApiGatewayV2::Stage")
    assert stage["DefaultRouteSettings"]["ThrottlingRateLimit"] > 0


def test_the_access_log_tells_of_no_person(template):
    (stage,) = template.properties("AWS::ApiGatewayV2::Stage")
    logged = set(json.loads(stage["AccessLogSettings"]["Format"]))
    assert logged == set(LOGGED)
    assert not logged & {"ip", "path", "userAgent", "identity.sourceIp"}


def test_one_machine_has_no_edge(local):
    assert not local.of("AWS::CloudFront::Distribution")


def test_the_edge_answers_at_the_domain_with_its_certificate(on_aws):
    made = _distribution(on_aws)
    assert made["Aliases"] == [f"{on_aws.name}.example.com"]
    assert made["ViewerCertificate"]["AcmCertificateArn"] == CERTIFICATE
    assert made["ViewerCertificate"]["MinimumProtocolVersion"] == "TLSv1.2_2021"


def test_the_edge_proves_itself_with_a_secret_that_is_in_no_template(on_aws):
    (origin,) = _distribution(on_aws)["Origins"]
    (header,) = origin["OriginCustomHeaders"]
    assert header["HeaderName"] == SECRET_HEADER
    assert readable(header["HeaderValue"]) == "{{resolve:secretsmanager:SecretsedgeSecret:SecretString:::}}"


def test_the_edge_speaks_tls_to_everyone(on_aws):
    assert {b["ViewerProtocolPolicy"] for b in _behaviours(on_aws).values()} == {"redirect-to-https"}
    (origin,) = _distribution(on_aws)["Origins"]
    assert origin["CustomOriginConfig"]["OriginProtocolPolicy"] == "https-only"


@pytest.mark.parametrize("path", ["/j/*", "/static/*", "/a/*", "/v1/assets/*"])
def test_pages_and_asset_settings_are_kept_at_the_edge_if_they_say_so(on_aws, path):
    policy = _cache(on_aws, path)
    assert (policy["MinTTL"], policy["DefaultTTL"], policy["MaxTTL"]) == (0, 0, 86400)
    assert ("POST" in _behaviours(on_aws)[path]["AllowedMethods"]) == (path in POSTED_TO)


def test_what_is_kept_depends_on_nothing_that_is_not_part_of_its_key(on_aws):
    """Save where forms are posted: there tests/functions/test_landing_page.py says that the page reads no more."""
    for path, behaviour in _behaviours(on_aws).items():
        assert ("OriginRequestPolicyId" in behaviour) == (path in NEVER_KEPT | POSTED_TO)


def test_nothing_but_readings_is_ever_kept(on_aws):
    for behaviour in _behaviours(on_aws).values():
        assert set(behaviour.get("CachedMethods", ["GET", "HEAD"])) <= {"GET", "HEAD", "OPTIONS"}


def test_a_page_is_kept_by_language_alone_whatever_the_campaign_tags(on_aws):
    kept = _cache(on_aws, "/j/*")["ParametersInCacheKeyAndForwardedToOrigin"]
    assert set(kept["HeadersConfig"]["Headers"]) == {"Accept-Language", "Origin"}
    assert set(kept["QueryStringsConfig"]["QueryStrings"]) == {"locale"}
    assert kept["CookiesConfig"] == {"CookieBehavior": "none"}


def test_a_form_passes_through_with_its_sender_and_how_the_visitor_came(on_aws):
    request = _request(on_aws, "/j/*")
    headers = set(request["HeadersConfig"]["Headers"])
    assert headers >= {VIEWER_HEADER, "Content-Type", "Origin", "Sec-Fetch-Site", "User-Agent"}
    assert request["QueryStringsConfig"] == {"QueryStringBehavior": "all"}
    assert request["CookiesConfig"] == {"CookieBehavior": "none"}


def test_a_qr_code_for_one_use_is_not_given_out_for_another(on_aws):
    drawn = _cache(on_aws, "/a/*")["ParametersInCacheKeyAndForwardedToOrigin"]
    assert drawn["QueryStringsConfig"] == {"QueryStringBehavior": "whitelist", "QueryStrings": ["use"]}


def test_answers_to_one_origin_are_not_given_to_another(on_aws):
    headers = _cache(on_aws, "/v1/assets/*")["ParametersInCacheKeyAndForwardedToOrigin"]["HeadersConfig"]
    assert "Origin" in headers["Headers"]


def test_everything_else_passes_through_with_its_key_and_its_clients_address(on_aws):
    policy = _cache(on_aws, "*")
    keyed = policy["ParametersInCacheKeyAndForwardedToOrigin"]["HeadersConfig"]["Headers"]
    forwarded = _request(on_aws, "*")["HeadersConfig"]["Headers"]
    assert (policy["MinTTL"], policy["DefaultTTL"], policy["MaxTTL"]) == (0, 0, 1)
    assert {"Authorization", "If-Match"} <= set(keyed)
    assert {VIEWER_HEADER, "Idempotency-Key"} <= set(forwarded)
    assert len(forwarded) <= 10


def test_everything_else_passes_through_by_every_method_with_its_whole_query_and_all_cookies(on_aws):
    passed = _cache(on_aws, "*")["ParametersInCacheKeyAndForwardedToOrigin"]
    assert passed["QueryStringsConfig"] == {"QueryStringBehavior": "all"}
    assert passed["CookiesConfig"] == {"CookieBehavior": "all"}
    methods = {"GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"}
    assert set(_behaviours(on_aws)["*"]["AllowedMethods"]) == methods


def test_a_look_ahead_at_a_link_can_be_told_from_a_click(on_aws):
    forwarded = _request(on_aws, "*")["HeadersConfig"]["Headers"]
    assert {"User-Agent", "Sec-Purpose", "Purpose", VIEWER_HEADER} <= set(forwarded)


@pytest.mark.parametrize("route", [FOLLOW_LINK, PEEK_LINK], ids=lambda route: route.method)
def test_every_opening_of_a_short_link_is_heard_of(on_aws, route):
    assert [path for path in _behaviours(on_aws) if fnmatch(route.path, path)] == ["*"]


def _answering(template, route) -> str:
    """The behaviour that a route's path meets: CloudFront takes the first that fits."""
    cached = [b["PathPattern"] for b in _distribution(template)["CacheBehaviors"]]
    return next((path for path in cached if fnmatch(route.path, path)), "*")


@pytest.mark.parametrize("path", SIGNED)
def test_what_is_signed_passes_through_uncached_with_its_query_and_body(on_aws, path):
    behaviour, request = _behaviours(on_aws)[path], _request(on_aws, path)
    assert behaviour["CachePolicyId"] == DISABLED
    assert {"POST"} <= set(behaviour["AllowedMethods"])
    assert request["QueryStringsConfig"] == {"QueryStringBehavior": "all"}
    headers = request["HeadersConfig"]["Headers"]
    assert {VIEWER_HEADER, "Content-Type"} <= set(headers)
    assert len(headers) <= 10


@pytest.mark.parametrize("route", [route for route in ROUTES if route.signed_by], ids=lambda r: r.path)
def test_a_signature_arrives_with_what_it_signs(on_aws, route):
    headers = _request(on_aws, _answering(on_aws, route))["HeadersConfig"]["Headers"]
    assert set(route.signed_by) <= set(headers)


@pytest.mark.parametrize(("route", "mark"), [(SHOPIFY, "x-shopify-"), (WOOCOMMERCE, "x-wc-webhook-")])
def test_every_header_of_a_shop_system_that_is_read_arrives(on_aws, route, mark):
    handed_on = _request(on_aws, _answering(on_aws, route))["HeadersConfig"]["Headers"]
    read = {
        header
        for file in (PACKAGE / "adapters" / "shops", PACKAGE / "entrypoints")
        for path in file.rglob("*.py")
        for header in re.findall(rf'"({mark}[a-z-]+)"', path.read_text().lower())
    }
    assert read
    assert read <= {header.lower() for header in handed_on}


def test_nothing_but_what_is_signed_loses_its_key_on_the_way(on_aws):
    caught = {route.path for route in ROUTES if _answering(on_aws, route) in SIGNED}
    assert caught == {route.path for route in ROUTES if route.signed_by}


@pytest.mark.parametrize("route", [STAFF, CODE_STATE, CODE_CALENDAR, CODE_IN_CART], ids=lambda r: r.path)
def test_what_is_as_it_stands_this_moment_is_kept_by_nobody_and_told_to_everyone(on_aws, route):
    assert _answering(on_aws, route) == "*"
    assert "Origin" in _request(on_aws, "*")["HeadersConfig"]["Headers"]


@pytest.mark.parametrize("route", [WIDGET, CART_SCRIPT], ids=lambda r: r.path)
def test_a_script_is_kept_for_everyone_at_its_one_address(on_aws, route):
    assert _answering(on_aws, route) == route.path
    kept = _cache(on_aws, route.path)
    assert kept["MaxTTL"] > 0
    assert kept["ParametersInCacheKeyAndForwardedToOrigin"]["HeadersConfig"] == {"HeaderBehavior": "none"}


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.method} {route.path}")
def test_nothing_that_needs_a_key_or_changes_anything_is_caught_by_a_path_that_is_cached(on_aws, route):
    kept = _behaviours(on_aws).keys() - NEVER_KEPT
    caught = {path for path in kept if fnmatch(route.path, path)}
    assert not caught or not route.scopes
    assert route.method == "GET" or caught <= POSTED_TO
