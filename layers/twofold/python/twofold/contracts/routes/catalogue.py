"""Every address we answer at: for the stack that routes it, and the document that describes it.

Who serves or names single ones imports them from their room, and so loads no more than it needs.
"""

from .callbacks import SMS_INBOUND, SMS_STATUS, TWILIO_INBOUND, TWILIO_STATUS
from .codes import CHECK_CODE, DELIVER_CODES, DEVICE, GIVE_CODE, REDEEM, RELEASE, RESERVE, REVOKE, ROLL_BACK
from .commerce import CART, CODE_IN_CART, ORDER, REFUND, SHOPIFY, WOOCOMMERCE
from .exports import EXPORT, OPEN_EXPORT
from .files import IMPORT, OPEN_IMPORT, OPENAPI
from .leads import LEAD, LEAD_CONSENTS, LEAD_TIMELINE, LOOK_UP, OPT_OUT, PATCH_LEAD
from .pages import (
    ASSET,
    ASSET_QR,
    CART_SCRIPT,
    CODE_CALENDAR,
    CODE_PAGE,
    CODE_QR,
    CODE_STATE,
    FOLLOW_LINK,
    LANDING,
    LANDING_FILE,
    PEEK_LINK,
    REPORT_VISIT,
    STAFF,
    WIDGET,
)
from .privacy import ERASE
from .signups import (
    CONFIRM,
    LANDING_CODE,
    LANDING_CONFIRM,
    LANDING_JOIN,
    MAGNET,
    PEEK_TAP,
    RESEND,
    SIGN_UP,
    TAP,
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
    LEAD,
    LEAD_TIMELINE,
    LEAD_CONSENTS,
    PATCH_LEAD,
    OPT_OUT,
    ERASE,
    DELIVER_CODES,
    GIVE_CODE,
    OPEN_IMPORT,
    IMPORT,
    OPEN_EXPORT,
    EXPORT,
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
SCOPES = tuple(sorted({scope for route in ROUTES for scope in route.scopes}))
