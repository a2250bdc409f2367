"""What the shop says of a code, in plain words."""

NO_CODE = "That does not look like a code. Ours are letters and digits only."
NOT_NOW = "We cannot check codes right now. Your cart is safe; please try again in a moment."
CANNOT_TELL = (
    "We cannot tell whether your order went through. Please place it once more: it is made once only, "
    "and your code is spent once only."
)
NOT_GOOD = "This code is not good here."

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


def refused(problem: str) -> str | None:
    """Why the API did not take the code, by its problem's `code`; None where the code is not at fault."""
    return _PROBLEMS.get(problem)
