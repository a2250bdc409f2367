"""Every address we answer at: for the stack that routes it, the handler that serves it and the OpenAPI document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from . import payloads as p
from .payloads.base import Currency, Money, Reference, Short
from .shops import ShopSystem

PUBLIC_LIMIT = 16 * 1024
KEYED_LIMIT = 1024 * 1024
JSON, FORM = "application/json", "application/x-www-form-urlencoded"
STANDARD_WEBHOOKS = ("webhook-id", "webhook-timestamp", "webhook-signature")


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One operation. `scopes` non-empty means an API key is needed and says what it must allow.

    `signed_by` names the headers with the sender's signature, which stands for a key. `sends` is the body's media type.
    `answers` maps a status to its body's type; None is a body that is not JSON (`media` says which).
    `query` maps what the address may say behind its `?` to its type; none of it has to be there.
    `from_browsers`: scripts on other people's sites call it, and their browsers ask first.
    """

    function: str
    method: str
    path: str
    summary: str
    answers: Mapping[int, type | None]
    body: type | None = None
    sends: str = JSON
    query: Mapping[str, Any] = field(default_factory=dict)
    scopes: tuple[str, ...] = ()
    signed_by: tuple[str, ...] = ()
    refusals: tuple[int, ...] = ()
    media: str = JSON
    from_browsers: bool = False

    @property
    def rule(self) -> str:
        """The path as the resolver writes it: `<name>` instead of `{name}`."""
        return self.path.replace("{", "<").replace("}", ">")

    def at(self, site: str, **ids: str) -> str:
        """The address below `site` (without a trailing slash) for these ids, which are escaped here."""
        return site + self.path.format(**{name: quote(value, safe="") for name, value in ids.items()})

    @property
    def limit(self) -> int:
        """The largest body, in bytes."""
        return KEYED_LIMIT if self.scopes or self.signed_by else PUBLIC_LIMIT


SIGN_UP = Route(
    function="register_leads",
    method="POST",
    path="/v1/signups",
    summary="Leave a number at an asset; a verification code follows by SMS.",
    body=p.SignupRequest,
    answers={202: p.SignupAccepted},
    refusals=(400, 403, 404, 410, 413, 422, 429),
    from_browsers=True,
)
RESEND = Route(
    function="register_leads",
    method="POST",
    path="/v1/signups/{challenge_id}/resend",
    summary="Ask for the same verification code once more.",
    answers={202: p.SignupAccepted},
    refusals=(403, 404, 409, 410, 413, 429),
    from_browsers=True,
)
CONFIRM = Route(
    function="register_leads",
    method="POST",
    path="/v1/signups/{challenge_id}/confirmation",
    summary="Type in the verification code; the discount code is the answer.",
    body=p.ConfirmationRequest,
    answers={200: p.Confirmation},
    refusals=(400, 403, 404, 410, 413, 422, 429),
    from_browsers=True,
)
ASSET = Route(
    function="serve_pages",
    method="GET",
    path="/v1/assets/{asset_id}",
    summary="What a widget needs to greet a visitor.",
    answers={200: p.AssetSettings},
    refusals=(404, 410),
    from_browsers=True,
)
REPORT_VISIT = Route(
    function="serve_pages",
    method="POST",
    path="/v1/visits",
    summary="Tell of a meeting with an asset, or of something done on the brand's site.",
    body=p.VisitRequest,
    answers={202: p.VisitAccepted},
    refusals=(400, 403, 404, 413, 422),
    from_browsers=True,
)
WIDGET = Route(
    function="serve_pages",
    method="GET",
    path="/widget.js",
    summary='The widget: `<script src="…/widget.js" data-asset="…" defer></script>` is all that a shop adds.',
    answers={200: None},
    media="text/javascript",
)
LANDING = Route(
    function="serve_pages",
    method="GET",
    path="/j/{asset_id}",
    summary="The landing page of an asset.",
    answers={200: None},
    refusals=(404, 410),
    media="text/html",
)
LANDING_JOIN = Route(
    function="register_leads",
    method="POST",
    path="/j/{asset_id}",
    summary="Leave a number on the landing page, in a browser without scripts.",
    sends=FORM,
    answers={303: None},
    refusals=(403, 404, 410, 413, 422, 429),
    media="text/html",
)
LANDING_CODE = Route(
    function="register_leads",
    method="GET",
    path="/j/{asset_id}/{challenge_id}",
    summary="Where a browser without scripts types the verification code in.",
    answers={200: None},
    refusals=(404, 410),
    media="text/html",
)
LANDING_CONFIRM = Route(
    function="register_leads",
    method="POST",
    path="/j/{asset_id}/{challenge_id}",
    summary="Type the verification code in, or ask for it once more, in a browser without scripts.",
    sends=FORM,
    answers={200: None, 303: None},
    refusals=(403, 404, 409, 410, 413, 422, 429),
    media="text/html",
)
TAP = Route(
    function="register_leads",
    method="GET",
    path="/n/{slug}",
    summary="A tap of an authenticated NFC sign: judged, counted, and on to its landing page.",
    answers={302: None},
    refusals=(404,),
    media="text/html",
)
PEEK_TAP = Route(
    function="register_leads",
    method="HEAD",
    path="/n/{slug}",
    summary="The same for machines that look before they go; it uses no tap up.",
    answers={302: None},
    refusals=(404,),
    media="text/html",
)
MAGNET = Route(
    function="register_leads",
    method="GET",
    path="/m/{token}",
    summary="What was promised for the sign-up; the link works for some days.",
    answers={302: None},
    refusals=(404, 410),
    media="text/html",
)
LANDING_FILE = Route(
    function="serve_pages",
    method="GET",
    path="/static/{name}",
    summary="Style and script of the pages.",
    answers={200: None},
    refusals=(404,),
    media="text/css",
)
ASSET_QR = Route(
    function="serve_pages",
    method="GET",
    path="/a/{file}",
    summary="The QR code of an asset's link: `{asset_id}.svg` or `.png`; and its colours: `{asset_id}.css`.",
    answers={200: None},
    refusals=(404, 422),
    media="image/svg+xml",
)
CODE_PAGE = Route(
    function="serve_pages",
    method="GET",
    path="/c/{code}",
    summary="A customer's own page for their discount code.",
    answers={200: None},
    refusals=(404, 429),
    media="text/html",
)
CODE_QR = Route(
    function="serve_pages",
    method="GET",
    path="/q/{file}",
    summary="The discount code as a QR code (SVG) for a till's scanner: `{code}.svg`.",
    answers={200: None},
    refusals=(404, 429),
    media="image/svg+xml",
)
CODE_STATE = Route(
    function="serve_pages",
    method="GET",
    path="/c/{code}/state",
    summary="How the code of a customer's page stands now.",
    answers={200: p.CodeStatus},
    refusals=(404, 429),
)
CODE_CALENDAR = Route(
    function="serve_pages",
    method="GET",
    path="/c/{code}/calendar.ics",
    summary="The last day of a code, for a calendar.",
    answers={200: None},
    refusals=(404, 410, 429),
    media="text/calendar",
)
STAFF = Route(
    function="serve_pages",
    method="GET",
    path="/staff",
    summary="The page on which a shop's people scan and redeem codes.",
    answers={200: None},
    media="text/html",
)
CART_SCRIPT = Route(
    function="serve_pages",
    method="GET",
    path="/cart.js",
    summary='Tells of a code in a cart: `<script src="…/cart.js" data-asset="…" defer></script>` on the cart\'s page.',
    answers={200: None},
    media="text/javascript",
)
FOLLOW_LINK = Route(
    function="serve_pages",
    method="GET",
    path="/{slug}",
    summary="A short link, of a text, an asset or a lead: on to where it leads.",
    answers={302: None},
    refusals=(404,),
    media="text/html",
)
PEEK_LINK = Route(
    function="serve_pages",
    method="HEAD",
    path="/{slug}",
    summary="The same for machines that look before they go.",
    answers={302: None},
    refusals=(404,),
    media="text/html",
)
CHECK_CODE = Route(
    function="redeem_codes",
    method="GET",
    path="/v1/codes/{code}",
    summary="Is this code good? For a basket, as far as it is told.",
    query={"amount": Money, "currency": Currency, "location": Short, "cart_id": Reference},
    answers={200: p.CodeStatus},
    scopes=("codes:read",),
    refusals=(404, 422),
)
RESERVE = Route(
    function="redeem_codes",
    method="POST",
    path="/v1/codes/{code}/reservations",
    summary="Keep the code for a cart, for a while.",
    body=p.ReservationRequest,
    answers={201: p.Reservation, 200: p.Reservation},
    scopes=("codes:redeem",),
    refusals=(400, 404, 409, 410, 413, 422),
)
RELEASE = Route(
    function="redeem_codes",
    method="DELETE",
    path="/v1/codes/{code}/reservations/{cart_id}",
    summary="Let go of a code that a cart holds; also when it does not.",
    answers={204: None},
    scopes=("codes:redeem",),
    refusals=(404,),
)
REVOKE = Route(
    function="redeem_codes",
    method="POST",
    path="/v1/codes/{code}/revocation",
    summary="Withdraw a code for good.",
    body=p.RevocationRequest,
    answers={201: p.RevocationReceipt, 200: p.RevocationReceipt},
    scopes=("codes:write",),
    refusals=(400, 404, 409, 413, 422),
)
DEVICE = Route(
    function="redeem_codes",
    method="GET",
    path="/v1/device",
    summary="Whose key is this, and where does it redeem?",
    answers={200: p.Device},
    scopes=("codes:redeem",),
)
REDEEM = Route(
    function="redeem_codes",
    method="POST",
    path="/v1/codes/{code}/redemptions",
    summary="Spend the code on an order, exactly once.",
    body=p.RedemptionRequest,
    answers={201: p.RedemptionReceipt, 200: p.RedemptionReceipt},
    scopes=("codes:redeem",),
    refusals=(400, 404, 409, 410, 413, 422),
)
ROLL_BACK = Route(
    function="redeem_codes",
    method="POST",
    path="/v1/redemptions/{redemption_id}/rollback",
    summary="Take a redemption back, wholly or in part.",
    body=p.RollbackRequest,
    answers={201: p.RollbackReceipt, 200: p.RollbackReceipt},
    scopes=("codes:redeem",),
    refusals=(400, 404, 409, 413, 422),
)
LOOK_UP = Route(
    function="serve_partners",
    method="POST",
    path="/v1/leads/lookup",
    summary="Do we know these numbers or leads?",
    body=p.LookupRequest,
    answers={200: p.LookupAnswer},
    scopes=("leads:read",),
    refusals=(400, 413, 422),
)
TWILIO_INBOUND = Route(
    function="receive_callbacks",
    method="POST",
    path="/callbacks/twilio/inbound",
    summary="Twilio brings a text that somebody sent.",
    body=p.TwilioInbound,
    sends=FORM,
    answers={200: None},
    signed_by=("X-Twilio-Signature",),
    refusals=(400, 401, 404, 413, 422),
    media="text/xml",
)
TWILIO_STATUS = Route(
    function="receive_callbacks",
    method="POST",
    path="/callbacks/twilio/status",
    summary="Twilio tells what became of a text of ours; `message_id` in the query says of which.",
    body=p.TwilioStatus,
    sends=FORM,
    answers={204: None},
    signed_by=("X-Twilio-Signature",),
    refusals=(400, 401, 404, 413, 422),
)
SMS_INBOUND = Route(
    function="receive_callbacks",
    method="POST",
    path="/callbacks/sms/inbound",
    summary="A gateway of one's own brings a text that somebody sent.",
    body=p.SmsReceived,
    answers={204: None},
    signed_by=STANDARD_WEBHOOKS,
    refusals=(400, 401, 404, 413, 422),
)
SMS_STATUS = Route(
    function="receive_callbacks",
    method="POST",
    path="/callbacks/sms/status",
    summary="A gateway of one's own tells what became of a text of ours.",
    body=p.SmsStatus,
    answers={204: None},
    signed_by=STANDARD_WEBHOOKS,
    refusals=(400, 401, 404, 413, 422),
)
DELIVER_CODES = Route(
    function="serve_partners",
    method="POST",
    path="/v1/campaigns/{campaign_id}/codes",
    summary="Deliver coupons into a campaign's pool.",
    body=p.CodeDelivery,
    answers={202: p.CodesDelivered},
    scopes=("codes:write",),
    refusals=(400, 404, 413, 422),
)
GIVE_CODE = Route(
    function="serve_partners",
    method="POST",
    path="/v1/leads/{lead_id}/codes",
    summary="Give a lead a code; the same campaign again answers the one that was given.",
    body=p.GiftRequest,
    answers={201: p.Gift, 200: p.Gift},
    scopes=("codes:write",),
    refusals=(400, 404, 409, 413, 422),
)
OPEN_IMPORT = Route(
    function="serve_partners",
    method="POST",
    path="/v1/imports",
    summary="Announce a file; the answer says where to upload it.",
    body=p.ImportRequest,
    answers={201: p.ImportOpened},
    scopes=("data",),
    refusals=(400, 404, 413, 422),
)
IMPORT = Route(
    function="serve_partners",
    method="GET",
    path="/v1/imports/{import_id}",
    summary="How far an import is.",
    answers={200: p.ImportProgress},
    scopes=("data",),
    refusals=(404,),
)
CART = Route(
    function="record_orders",
    method="POST",
    path="/v1/carts",
    summary="Tell of a cart as it stands now.",
    body=p.CartReport,
    answers={202: p.CartTaken},
    scopes=("commerce:write",),
    refusals=(400, 413, 422),
)
ORDER = Route(
    function="record_orders",
    method="POST",
    path="/v1/orders",
    summary="Tell of an order; the same order again changes nothing.",
    body=p.OrderReport,
    answers={202: p.OrderTaken},
    scopes=("commerce:write",),
    refusals=(400, 413, 422),
)
REFUND = Route(
    function="record_orders",
    method="POST",
    path="/v1/orders/{order_id}/refunds",
    summary="Tell of money that went back, also before the order is here; the same refund again changes nothing.",
    body=p.RefundReport,
    answers={202: p.RefundTaken},
    scopes=("commerce:write",),
    refusals=(400, 404, 413, 422),
)
CODE_IN_CART = Route(
    function="record_orders",
    method="POST",
    path="/v1/cart-codes",
    summary="A cart page's script tells that a code was put into its cart.",
    body=p.CodeInCart,
    answers={202: p.CodeInCartTaken},
    refusals=(400, 403, 404, 413, 422, 429),
    from_browsers=True,
)
SHOPIFY = Route(
    function="record_orders",
    method="POST",
    path="/callbacks/shopify",
    summary="Shopify tells of checkouts, orders and refunds, and asks for privacy.",
    answers={200: None},
    signed_by=("X-Shopify-Hmac-Sha256",),
    refusals=(400, 401, 404, 413, 422),
)
WOOCOMMERCE = Route(
    function="record_orders",
    method="POST",
    path="/callbacks/woocommerce",
    summary="WooCommerce tells of orders.",
    answers={200: None},
    signed_by=("X-WC-Webhook-Signature",),
    refusals=(400, 401, 404, 413, 422),
)
OPENAPI = Route(
    function="serve_partners",
    method="GET",
    path="/v1/openapi.json",
    summary="This document.",
    answers={200: None},
    media="application/json",
)

ROUTES = (
    SIGN_UP,
    RESEND,
    CONFIRM,
    ASSET,
    REPORT_VISIT,
    WIDGET,
    LANDING,
    LANDING_JOIN,
    LANDING_CODE,
    LANDING_CONFIRM,
    TAP,
    PEEK_TAP,
    MAGNET,
    LANDING_FILE,
    ASSET_QR,
    CODE_PAGE,
    CODE_QR,
    CODE_STATE,
    CODE_CALENDAR,
    STAFF,
    CART_SCRIPT,
    FOLLOW_LINK,
    PEEK_LINK,
    CHECK_CODE,
    RESERVE,
    RELEASE,
    REVOKE,
    DEVICE,
    REDEEM,
    ROLL_BACK,
    LOOK_UP,
    DELIVER_CODES,
    GIVE_CODE,
    OPEN_IMPORT,
    IMPORT,
    CART,
    ORDER,
    REFUND,
    CODE_IN_CART,
    SHOPIFY,
    WOOCOMMERCE,
    TWILIO_INBOUND,
    TWILIO_STATUS,
    SMS_INBOUND,
    SMS_STATUS,
    OPENAPI,
)
SHOPS: Mapping[ShopSystem, Route] = {"shopify": SHOPIFY, "woocommerce": WOOCOMMERCE}
SCOPES = tuple(sorted({scope for route in ROUTES for scope in route.scopes}))
