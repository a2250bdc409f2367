"""Short links that are printed, tapped and shared: an asset's own, and a lead's to bring friends to one."""

import re
import secrets
from dataclasses import dataclass

from twofold.contracts.events import REFERRAL_MARK

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Upper case alone, so that a QR code stays small; without 0 and O, 1 and I, since people type links from paper."""

LENGTH = 6
LONGEST = 8
"""Characters of an asset's slug: drawn, and at most (one that a marketer chose)."""

REFERRAL_LENGTH = 12
"""Characters of a lead's slug: `REFERRAL_MARK`, then 55 bits that nobody can guess."""

_SHORT = re.compile(r"https?://[A-Z0-9.:-]+/([0-9A-Z]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetLink:
    """Where a slug leads; `referrer` is the lead whose friends it brings, where it is one's own."""

    slug: str
    asset_id: str
    referrer: str | None = None


def draw_slug() -> str:
    """A billion of them: hard to hit upon by chance, short enough to print."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def read_slug(typed: str) -> str | None:
    """The slug of an asset or of a lead, in any case a person may type it in; None for any other."""
    slug = typed.upper() if typed.isascii() else ""
    if not 2 <= len(slug) <= LONGEST and not is_referral(slug):
        return None
    return slug if set(slug) <= set(ALPHABET) else None


def is_referral(slug: str) -> bool:
    """Whether a slug has the shape of a lead's; any other that `read_slug` gives is an asset's."""
    return len(slug) == REFERRAL_LENGTH and slug.startswith(REFERRAL_MARK)


def printed(site: str, slug: str) -> str:
    """The link of an asset as its QR code holds it."""
    return encoded(f"{site}/{slug}")


def encoded(link: str) -> str:
    """A short link in upper case, which QR's alphanumeric mode packs into fewer modules; any other as it is.

    Scheme and host mean the same in any case, and so does an asset's slug; a lead's is upper case already. A longer
    slug or a longer path may tell `a` from `A`.
    """
    short = _SHORT.fullmatch(link)
    any_case = short and (len(short[1]) <= LONGEST or (is_referral(short[1]) and short[1].isupper()))
    return link.upper() if any_case else link


def readable(site: str, slug: str) -> str:
    """The link as it stands below the code, for those who type it."""
    return f"{site.partition('://')[2]}/{slug}"
