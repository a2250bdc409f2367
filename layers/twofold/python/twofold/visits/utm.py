"""UTM parameters: what marketers' analytics know a visit's origin by."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

NAMES = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content")
LONGEST = 100


def read_utm(query: Mapping[str, str]) -> dict[str, str]:
    """Those of a query's parameters that are UTM's and say something; what is too long is cut."""
    return {name: query[name].strip()[:LONGEST] for name in NAMES if query.get(name, "").strip()}


def with_utm(target: str, *, medium: str, campaign: str, content: str) -> str:
    """The target with UTM parameters, save those that it has already."""
    utm = {"utm_source": "twofold", "utm_medium": medium, "utm_campaign": campaign, "utm_content": content}
    return with_query(target, utm)


def with_query(target: str, more: Mapping[str, str]) -> str:
    """The target, as it was written, with more parameters behind its own, save those that it has already."""
    parts = urlsplit(target)
    had = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    added = urlencode({name: value for name, value in more.items() if name not in had})
    return urlunsplit(parts._replace(query="&".join(part for part in (parts.query, added) if part)))
