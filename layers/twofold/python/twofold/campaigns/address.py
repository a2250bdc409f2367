"""Addresses that a campaign or an asset names."""

import re
from urllib.parse import urlsplit

CODE = "{code}"

_HERE = re.compile(r"(localhost|127\.0\.0\.1)(:[0-9]+)?")
_QUOTES = frozenset("\"'<>")


def is_web(url: str, *, local: bool = False, quotes: bool = False) -> bool:
    """Whether it is a whole https address as browsers read it: ASCII, without spaces and anybody's credentials.

    `local`: on this very machine, http is enough. `quotes`: quotes and angle brackets may stand in it, as
    it is never written into a style or a script.
    """
    try:
        parts = urlsplit(url)
        whole = bool(parts.hostname) and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        return False
    here = local and parts.scheme == "http" and bool(_HERE.fullmatch(parts.netloc))
    return whole and (here or parts.scheme == "https") and _plain(url, quotes=quotes)


def takes_code(url: str) -> bool:
    """Whether a shop may take a code there: an https address, or a path on the shop's own site, with `{code}` in it.

    A path begins with one `/`: browsers take `//host` for another site. A shop on this very machine may do without TLS.
    """
    filled = url.replace(CODE, "CODE")
    if CODE not in url or set(filled) & set("{}") or not _plain(filled):
        return False
    if filled.startswith("/"):
        return not filled.startswith("//")
    return is_web(filled, local=True) and CODE not in urlsplit(url).netloc


def _plain(url: str, *, quotes: bool = False) -> bool:
    said = set(url)
    return url.isascii() and url.isprintable() and not said & set(" \\") and (quotes or not said & _QUOTES)
