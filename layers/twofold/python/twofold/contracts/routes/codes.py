"""Codes: asked about, kept, spent, taken back, delivered, given."""

from twofold.contracts.payloads.base import Currency, Money, Reference, Short
from twofold.contracts.payloads.codes import (
    CodeStatus,
    Reservation,
    ReservationRequest,
    RevocationReceipt,
    RevocationRequest,
)
from twofold.contracts.payloads.devices import Device
from twofold.contracts.payloads.pools import CodeDelivery, CodesDelivered, Gift, GiftRequest
from twofold.contracts.payloads.redemptions import (
    RedemptionReceipt,
    RedemptionRequest,
    RollbackReceipt,
    RollbackRequest,
)

from .route import Route

CHECK_CODE = Route(
    function="redeem_codes",
    method="GET",
    path="/v1/codes/{code}",
    summary="Is this code good? For a basket, as far as it is told.",
    query={"amount": Money, "currency": Currency, "location": Short, "cart_id": Reference},
    answers={200: CodeStatus},
    scopes=("codes:read",),
    refusals=(404, 422),
)

RESERVE = Route(
    function="redeem_codes",
    method="POST",
    path="/v1/codes/{code}/reservations",
    summary="Keep the code for a cart, for a while.",
    body=ReservationRequest,
    answers={201: Reservation, 200: Reservation},
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
    body=RevocationRequest,
    answers={201: RevocationReceipt, 200: RevocationReceipt},
    scopes=("codes:write",),
    refusals=(400, 404, 409, 413, 422),
)

DEVICE = Route(
    function="redeem_codes",
    method="GET",
    path="/v1/device",
    summary="Whose key is this, and where does it redeem?",
    answers={200: Device},
    scopes=("codes:redeem",),
)

REDEEM = Route(
    function="redeem_codes",
    method="POST",
    path="/v1/codes/{code}/redemptions",
    summary="Spend the code on an order, exactly once.",
    body=RedemptionRequest,
    answers={201: RedemptionReceipt, 200: RedemptionReceipt},
    scopes=("codes:redeem",),
    refusals=(400, 404, 409, 410, 413, 422),
)

ROLL_BACK = Route(
    function="redeem_codes",
    method="POST",
    path="/v1/redemptions/{redemption_id}/rollback",
    summary="Take a redemption back, wholly or in part.",
    body=RollbackRequest,
    answers={201: RollbackReceipt, 200: RollbackReceipt},
    scopes=("codes:redeem",),
    refusals=(400, 404, 409, 413, 422),
)

DELIVER_CODES = Route(
    function="serve_partners",
    method="POST",
    path="/v1/campaigns/{campaign_id}/codes",
    summary="Deliver coupons into a campaign's pool.",
    body=CodeDelivery,
    answers={202: CodesDelivered},
    scopes=("codes:write",),
    refusals=(400, 404, 413, 422),
)

GIVE_CODE = Route(
    function="serve_partners",
    method="POST",
    path="/v1/leads/{lead_id}/codes",
    summary="Give a lead a code; the same campaign again answers the one that was given.",
    body=GiftRequest,
    answers={201: Gift, 200: Gift},
    scopes=("codes:write",),
    refusals=(400, 404, 409, 413, 422),
)
