"""Where an address leads, for people to read: its host alone, without what may be secret in it."""

from urllib.parse import urlsplit


def host_of(url: str) -> str:
    """`crm.example`; empty where the address has none that can be read."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
