"""Bodies of requests and answers of the HTTP contract, version 1.

Requests are strict: closed to unknown fields, bounded, no coercion. Money is in minor units (cents) with an
ISO 4217 currency; times are UTC, ISO 8601 to the second (`2026-11-22T09:00:00Z`).
"""

from .assets import AssetSettings, ConsentText, WidgetRules, WidgetVariant
from .base import Answer, Request
from .baskets import BasketLine
from .callbacks import SmsReceived, SmsStatus, TwilioInbound, TwilioStatus
from .codes import (
    CampaignName,
    CodeStatus,
    CodeTerms,
    OfferTerms,
    Reservation,
    ReservationRequest,
    RevocationReceipt,
    RevocationRequest,
)
from .devices import Device
from .leads import LeadCode, LookedUp, LookupAnswer, LookupRequest
from .orders import (
    CartReport,
    CartTaken,
    CodeInCart,
    CodeInCartTaken,
    OrderReport,
    OrderTaken,
    RefundReport,
    RefundTaken,
)
from .pools import (
    CodeDelivery,
    CodesDelivered,
    Gift,
    GiftRequest,
    ImportOpened,
    ImportProgress,
    ImportRequest,
    LineFault,
)
from .problems import FieldFault, Problem
from .redemptions import RedemptionReceipt, RedemptionRequest, RollbackReceipt, RollbackRequest
from .signups import (
    Confirmation,
    ConfirmationRequest,
    ConfirmedLead,
    ConsentGiven,
    Magnet,
    OwnDiscount,
    SignupAccepted,
    SignupRequest,
)
from .visits import VisitAccepted, VisitRequest

__all__ = [
    "Answer",
    "AssetSettings",
    "BasketLine",
    "CampaignName",
    "CartReport",
    "CartTaken",
    "CodeDelivery",
    "CodeInCart",
    "CodeInCartTaken",
    "CodeStatus",
    "CodeTerms",
    "CodesDelivered",
    "Confirmation",
    "ConfirmationRequest",
    "ConfirmedLead",
    "ConsentGiven",
    "ConsentText",
    "Device",
    "FieldFault",
    "Gift",
    "GiftRequest",
    "ImportOpened",
    "ImportProgress",
    "ImportRequest",
    "LeadCode",
    "LineFault",
    "LookedUp",
    "LookupAnswer",
    "LookupRequest",
    "Magnet",
    "OfferTerms",
    "OrderReport",
    "OrderTaken",
    "OwnDiscount",
    "Problem",
    "RedemptionReceipt",
    "RedemptionRequest",
    "RefundReport",
    "RefundTaken",
    "Request",
    "Reservation",
    "ReservationRequest",
    "RevocationReceipt",
    "RevocationRequest",
    "RollbackReceipt",
    "RollbackRequest",
    "SignupAccepted",
    "SignupRequest",
    "SmsReceived",
    "SmsStatus",
    "TwilioInbound",
    "TwilioStatus",
    "VisitAccepted",
    "VisitRequest",
    "WidgetRules",
    "WidgetVariant",
]
