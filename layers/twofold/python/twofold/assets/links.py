"""Short links that are printed, tapped and shared: an asset's own, and a lead's to bring friends to one."""

import secrets
from dataclasses import dataclass

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Upper case alone, so that a QR code stays small; without 0 and O, 1 and I, since people type links from paper."""

LENGTH = 6
LONGEST = 8
"""Characters of an asset's slug: drawn, and at most (one that a marketer chose)."""

REFERRAL = 12
"""Characters of a lead's slug: `R`, then 55 bits that nobody can guess."""


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
    if not 2 <= len(slug) <= LONGEST and not (len(slug) == REFERRAL and slug.startswith("R")):
        return None
    return slug if all(sign in ALPHABET for sign in slug) else None


def printed(site: str, slug: str) -> str:
    """The link as a QR code holds it: scheme and host mean the same in upper case, and take less room."""
    return f"{site}/{slug}".upper()


def readable(site: str, slug: str) -> str:
    """The link as it stands below the code, for those who type it."""
    return f"{site.partition('://')[2]}/{slug}"
