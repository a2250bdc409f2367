"""The links of a consent chain: each says what it commits to, and names the link before it."""

from typing import Any

from .written import canonical, sha256

_OLD_NAMES = {
    "campaign": "campaign_id",
    "method": "method",
    "place": "place",
    "referral": "referral",
    "variant": "variant",
    "visit": "visit_id",
}
"""What a link from before there were salts calls what it was told, in the order in which it says so."""

_NEEDED = {
    **dict.fromkeys(("lead_id", "action", "at", "previous", "digest"), str),
    "seq": int,
    "scopes": list,
}


def fault_of_link(link: dict[str, Any], lead_id: Any) -> str | None:
    """What is wrong with what a link says of itself; None when nothing is."""
    if not all(isinstance(link.get(name), kind) for name, kind in _NEEDED.items()):
        return "is no link of a consent chain."
    try:
        made = _digest(link)
    except (KeyError, TypeError, AttributeError):
        return "is no link of a consent chain."
    if link["lead_id"] != lead_id:
        return "is a link of another lead's chain."
    if made is not None and made != link["digest"]:
        return "does not say what its digest was made of: its words, its time or its scopes were changed."
    return None


def is_erased(link: dict[str, Any]) -> bool:
    return "content" not in link


def cannot_be_made_again(link: dict[str, Any]) -> bool:
    """Whether it was erased and committed to nothing: then only the link behind it vouches for its digest."""
    return is_erased(link) and "commitment" not in link


def fault_of_first(link: dict[str, Any]) -> str | None:
    """A chain whose oldest links were dropped, as retention does, begins later than with link 1."""
    return "is the first link, and names one before it." if link["seq"] == 1 and link["previous"] else None


def fault_of_order(link: dict[str, Any], before: dict[str, Any]) -> str | None:
    if link["seq"] != before["seq"] + 1:
        return f"is link {link['seq']} of the chain, and follows link {before['seq']}: some are missing or moved."
    return None if link["previous"] == before["digest"] else "does not follow from the link before it."


def _digest(link: dict[str, Any]) -> str | None:
    """The digest as it is made of what the link says; None where all of it was erased."""
    if cannot_be_made_again(link):
        return None
    if "salt" not in link and "commitment" not in link:
        return _old_digest(link)
    names = ("lead_id", "seq", "action", "at", "scopes", "previous")
    made = sha256(f"{link['salt']}\x1f{canonical(link['content'])}") if "salt" in link else link["commitment"]
    return sha256(canonical({**{name: link[name] for name in names}, "commitment": made}))


def _old_digest(link: dict[str, Any]) -> str:
    said = link["content"]
    parts = [link["lead_id"], str(link["seq"]), link["action"], link["at"], ",".join(link["scopes"])]
    names = ("challenge_id", "address", "user_agent", "page_url", "locale", "wording_version", "wording")
    parts += [said.get(name, "") for name in (*names, "ticked_at", "asset_id")]
    parts.append(link["previous"])
    told = {old: said.get(name) for old, name in _OLD_NAMES.items()}
    told |= {f"utm.{name}": value for name, value in sorted(said.get("utm", {}).items())}
    parts += [f"{name}={value}" for name, value in told.items() if value]
    return sha256("\x1f".join(parts))
