"""What somebody who confirmed was told."""

from twofold.contracts.payloads.signups import Confirmation, OwnDiscount


def discount_of(told: Confirmation) -> OwnDiscount:
    assert told.discount, "there was no code to be had"
    return told.discount


def code_of(told: Confirmation) -> str:
    return discount_of(told).code
