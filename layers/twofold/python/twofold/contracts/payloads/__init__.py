"""Bodies of requests and answers of the HTTP contract, version 1.

Requests are strict: closed to unknown fields, bounded, no coercion. Money is in minor units (cents) with an
ISO 4217 currency; times are UTC, ISO 8601 to the second (`2026-11-22T09:00:00Z`).
"""

from .assets import AssetSettings, ConsentText, WidgetRules, WidgetVariant
from .base import Answer, Request
from .callbacks import SmsReceived, SmsStatus, TwilioInbound, TwilioStatus
from .codes import (
    CampaignName,
    CodeStatus,
    OfferTerms,
    RedemptionReceipt,
    RedemptionRequest,
    RollbackReceipt,
    RollbackRequest,
)
from .leads import LeadCode, LookedUp, LookupAnswer, LookupRequest
from .problems import FieldFault, Problem
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
    "CampaignName",
    "CodeStatus",
    "Confirmation",
    "ConfirmationRequest",
    "ConfirmedLead",
    "ConsentGiven",
    "ConsentText",
    "FieldFault",
    "LeadCode",
    "LookedUp",
    "LookupAnswer",
    "LookupRequest",
    "Magnet",
    "OfferTerms",
    "OwnDiscount",
    "Problem",
    "RedemptionReceipt",
    "RedemptionRequest",
    "Request",
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
