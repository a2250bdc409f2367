"""What the shop says of a code, in plain words."""

from datetime import timedelta
from math import ceil

from twofold.contracts.reasons import CODES, REASONS

NO_CODE = "That does not look like a code. Ours are letters and digits only."
NOT_NOW = "We cannot check codes right now. Your cart is safe; please try again in a moment."
CANNOT_TELL = (
    "We cannot tell whether your order went through. Please place it once more: it is made once only, "
    "and your code is spent once only."
)
NOT_GOOD = "This code is not good here."
NOT_APPLIED = "This code is not applied to your cart any more."
OTHER_CODE = "Another code is applied to your cart now. Nothing was ordered; these are the prices with it."
CHANGED = "Your cart has changed since you saw it. Nothing was ordered; please look at it once more."

CALLED_OFF = (
    "Your cart changed after a try whose answer was lost. That try was called off; "
    "please enter your code again."
)
NOT_KNOWN = "We do not know this code. Please check the letters and digits."
NOT_RETURNED = "We cannot take it back right now. Please press the button again; it is counted once only."

_REASONS: dict[str, str] = {
    "redeemed": "This code has already been used.",
    "expired": "This code has expired.",
    "revoked": "This code was withdrawn.",
    "reserved": "This code is in another cart. Take it out there, or try again in half an hour.",
    "not_yet_valid": "This code is not good yet.",
    "minimum_not_met": "This code asks for a larger order.",
    "products_missing": "This code is for other things than those in your cart.",
    "wrong_place": "This code is for another of our houses.",
    "currency_mismatch": "This code is for another currency than our prices.",
    "lead_already_redeemed": "You have used another code of this offer already.",
    "campaign_used_up": "This offer is used up.",
}
_PROBLEMS = {
    **{CODES.get(reason, reason): _REASONS[reason] for reason in REASONS},
    "code_not_found": NOT_KNOWN,
}


def word_of(reason: str) -> str:
    """Why a code that there is, is not good."""
    return _REASONS.get(reason, NOT_GOOD)


def kept_for(left: timedelta) -> str:
    """How long nobody else can use the code; minutes are rounded up."""
    minutes = ceil(left / timedelta(minutes=1))
    if minutes <= 0:
        return "No longer kept for this cart: whoever orders first has it."
    return f"Kept for this cart for {minutes} more minute{'s' if minutes > 1 else ''}."


def lost(why: str) -> str:
    """What an order that would cost more than its page said is answered with; `why` is a sentence about the code."""
    reason = why[0].lower() + why[1:]
    return f"Your discount is gone: {reason} Nothing was ordered; these are the prices without it."


def refused(problem: str) -> str | None:
    """Why the API did not take the code, by its problem's `code`; None where the code is not at fault."""
    return _PROBLEMS.get(problem)
