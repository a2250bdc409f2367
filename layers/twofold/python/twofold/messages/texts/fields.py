"""Which fields a message can be filled in with."""

from twofold.messages.model import VERIFICATION

from .names import PERSONAL

JOIN = "join"

_SAFE = frozenset({"brand", "code"})
"""All that may stand beside a verification code: its text goes to a number that nobody has confirmed yet."""

_USUAL = _SAFE | {"title", "expires", "link", "contact"} | PERSONAL


def known_fields(template: str) -> frozenset[str]:
    """The names that this template may use."""
    if template == VERIFICATION:
        return _SAFE
    return _USUAL | {"consent"} if template == JOIN else _USUAL
