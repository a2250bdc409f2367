"""Who brought whom, link by link, so that nobody earns by a friend who brought them."""

from .ports import ReferralBook

LONGEST = 100
"""Leads of a chain that are looked at; campaigns end before honest ones come near it."""


class Closed(Exception):
    """The chain leads back to the friend, or to no end."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def root_of(book: ReferralBook, referrer: str, friend: str, campaign_id: str) -> str:
    """The lead at the head of the chain that brought the referrer: themselves, when nobody did.

    Raises Closed: `self`, `loop` or `chain_too_long`.
    """
    if referrer == friend:
        raise Closed("self")
    at = referrer
    for _ in range(LONGEST):
        above = book.friend(at, campaign_id)
        if above is None or above.referrer is None:
            return at
        at = above.referrer
        if at == friend:
            raise Closed("loop")
    raise Closed("chain_too_long")
