"""How a short link is written: in a code, and below it for people who type."""

import re

_SHORT = re.compile(r"https?://[A-Z0-9.:-]+/(?:[0-9A-Z]{1,8}|R[0-9A-Z]{11})", re.IGNORECASE)
_REFERRAL_SLUG = re.compile(r"R[0-9A-Z]{11}")
_TYPED_SLUG = 8


def as_encoded(link: str) -> str:
    """A short link in upper case, which QR's alphanumeric mode packs into fewer modules; any other as it is.

    Only slugs that mean the same in any case are raised: an asset's (up to eight characters), and a referral's,
    which is upper case already. A longer slug or a longer path may tell `a` from `A`.
    """
    slug = link.rpartition("/")[2]
    any_case = len(slug) <= _TYPED_SLUG or _REFERRAL_SLUG.fullmatch(slug)
    return link.upper() if any_case and _SHORT.fullmatch(link) else link


def as_read(link: str) -> str:
    """The link as people read and type it: no scheme, the host in lower case (`go.brand.com/4F7K2M`)."""
    host, slash, path = re.sub(r"^https?://", "", link, flags=re.IGNORECASE).partition("/")
    return host.lower() + slash + path
