"""What the shop says of a code, in plain words."""

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

_REASONS = {
    "redeemed": "This code has already been used.",
    "expired": "This code has expired.",
    "revoked": "This code was withdrawn.",
}
_PROBLEMS = {
    "code_not_found": "We do not know this code. Please check the letters and digits.",
    "code_already_redeemed": _REASONS["redeemed"],
    "code_expired": _REASONS["expired"],
    "code_revoked": _REASONS["revoked"],
    "currency_mismatch": "This code is for another currency than our prices.",
    "redemption_rolled_back": "This order was taken back. Please put your things in the cart again.",
}


def word_of(reason: str) -> str:
    """Why a code that there is, is not good."""
    return _REASONS.get(reason, NOT_GOOD)


def lost(why: str) -> str:
    """What an order that would cost more than its page said is answered with; `why` is a sentence about the code."""
    reason = why[0].lower() + why[1:]
    return f"Your discount is gone: {reason} Nothing was ordered; these are the prices without it."


def refused(problem: str) -> str | None:
    """Why the API did not take the code, by its problem's `code`; None where the code is not at fault."""
    return _PROBLEMS.get(problem)
