"""Addresses that a campaign names."""

import re
from urllib.parse import urlsplit

CODE = "{code}"

_HERE = re.compile(r"http://(localhost|127\.0\.0\.1)(:[0-9]+)?/")


def is_web(url: str) -> bool:
    """Whether it is a whole https address, without spaces and without anybody's credentials."""
    try:
        parts = urlsplit(url)
        whole = parts.scheme == "https" and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return whole and "@" not in parts.netloc and _plain(url)


def takes_code(url: str) -> bool:
    """Whether a shop may take a code there: an https address, or a path on the shop's own site, with `{code}` in it.

    A path begins with one `/`: browsers take `//host` for another site. A shop on this very machine may do without TLS.
    """
    filled = url.replace(CODE, "CODE")
    if CODE not in url or set(filled) & set("{}") or not _plain(filled):
        return False
    if filled.startswith("/"):
        return not filled.startswith("//")
    return bool(_HERE.match(url)) or (is_web(filled) and CODE not in urlsplit(url).netloc)


def _plain(url: str) -> bool:
    return url.isascii() and url.isprintable() and not set(url) & set(" \\\"'<>")
