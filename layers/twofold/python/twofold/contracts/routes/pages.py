"""What is shown to visitors, and what their browsers tell."""

from twofold.contracts.payloads.assets import AssetSettings
from twofold.contracts.payloads.codes import CodeStatus
from twofold.contracts.payloads.visits import VisitAccepted, VisitRequest

from .route import Route

ASSET = Route(
    function="serve_pages",
    method="GET",
    path="/v1/assets/{asset_id}",
    summary="What a widget needs to greet a visitor.",
    answers={200: AssetSettings},
    refusals=(404, 410),
    from_browsers=True,
)

REPORT_VISIT = Route(
    function="serve_pages",
    method="POST",
    path="/v1/visits",
    summary="Tell of a meeting with an asset, or of something done on the brand's site.",
    body=VisitRequest,
    answers={202: VisitAccepted},
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
    answers={200: CodeStatus},
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
