"""From our own pages into the shop, with a code."""

from urllib.parse import quote


def in_shop(pattern: object, code: str) -> str | None:
    """Where the shop takes this code; None where we do not know the whole address: a path is meant on its own pages."""
    if not isinstance(pattern, str) or not pattern.startswith("https://"):
        return None
    return pattern.replace("{code}", quote(code, safe=""))
