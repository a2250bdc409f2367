"""Why a discount code is not good: stable words, for `CodeStatus.reason` and, as a problem's `code`, for refusals.

A refusal's code is the reason itself, but for those in `CODES`.
"""

from typing import Literal, get_args

Reason = Literal[
    "redeemed",
    "expired",
    "revoked",
    "reserved",
    "not_yet_valid",
    "minimum_not_met",
    "products_missing",
    "wrong_place",
    "currency_mismatch",
    "lead_already_redeemed",
    "campaign_used_up",
]

REASONS: tuple[Reason, ...] = get_args(Reason)

CODES: dict[Reason, str] = {
    "redeemed": "code_already_redeemed",
    "expired": "code_expired",
    "revoked": "code_revoked",
    "reserved": "code_reserved",
}
"""A refusal's `code` where it is not the reason itself, because it was published under that name. The staff page has
the same, for the way back (`PUBLISHED` in `functions/serve_pages/browser/staff/problems.js`)."""
