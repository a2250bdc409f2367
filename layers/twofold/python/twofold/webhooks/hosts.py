"""Where an address leads, for people to read: its host alone, without what may be secret in it."""

from urllib.parse import urlsplit


def root_of(url: str) -> tuple[str, str]:
    """Scheme and host with port, in lower case: whoever else these are, is somebody else. Equal if unreadable."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    return parts.scheme.lower(), parts.netloc.lower()


def host_of(url: str) -> str:
    """`crm.example`; empty where the address has none that can be read."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
