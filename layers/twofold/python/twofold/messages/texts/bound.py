"""The last line that lets a phone offer a verification code on our page and on no other.

Format: https://wicg.github.io/sms-one-time-codes/, as iOS and Chrome's WebOTP read it.
"""

from urllib.parse import urlsplit


def bound_line(host: str, code: str) -> str:
    """The line with the break before it; "" without a host. A host of other letters is written in ASCII (IDNA)."""
    if not host:
        return ""
    ascii_host = host if host.isascii() else host.encode("idna").decode("ascii")
    return f"\n@{ascii_host} #{code}"


def host_of(url: str) -> str:
    """Its host in small letters, without port; "" when it has none."""
    return urlsplit(url).hostname or ""
