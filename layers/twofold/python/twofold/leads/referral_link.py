"""A lead's own link, to bring friends with: worked out from who they are, so it is the same each time they confirm."""

import hmac
from dataclasses import dataclass

from twofold.assets.links import ALPHABET, REFERRAL_LENGTH, AssetLink, is_referral, read_slug
from twofold.contracts.events import REFERRAL_MARK
from twofold.ledger.record import Origin


@dataclass(frozen=True, slots=True)
class ReferralLinks:
    """Works links out with the deployment's key: who knows a lead's id still cannot tell their link."""

    key: bytes

    def __call__(self, lead_id: str, origin: Origin, turn: int = 0) -> AssetLink | None:
        """Leads to the asset where they are now; None where there is none. `turn` counts those that others had."""
        if origin.asset_id is None:
            return None
        cause = f"{lead_id}|{origin.campaign_id}|{turn}"
        return AssetLink(slug=_slug(self.key, cause), asset_id=origin.asset_id, referrer=lead_id)


def _slug(key: bytes, cause: str) -> str:
    """`R`, then 55 bits of HMAC-SHA256(key, cause), five to a character."""
    number = int.from_bytes(hmac.digest(key, cause.encode(), "sha256"), "big")
    rest = range(REFERRAL_LENGTH - len(REFERRAL_MARK))
    return REFERRAL_MARK + "".join(ALPHABET[number >> 5 * place & 31] for place in rest)


def read_referral(typed: str | None) -> str | None:
    """The slug of a lead's link, as the page handed it on; None for anything else that somebody may have sent."""
    slug = read_slug(typed) if typed else None
    return slug if slug and is_referral(slug) else None
