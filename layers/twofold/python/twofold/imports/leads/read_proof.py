"""What proves that somebody agreed: when, to which words, and where. Less than that proves nothing."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

from twofold.campaigns.model import Campaign, ConsentWording
from twofold.leads.consent import Evidence

from .entry import NoProof, Proof

METHOD = "import"

YES = frozenset({"yes", "y", "true", "1", "subscribed", "opted in", "opted_in", "optin", "opt-in", "ja", "x"})
"""What a column that only says whether they agreed has for those who did. It proves nothing, but a no counts."""

_INSTANT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?) ?(Z|UTC|[+-]\d\d:?\d\d)")
_SCOPE = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
SCOPES = frozenset({"marketing", "cart_reminders", "ads"})
"""What anybody asks consent for; others have to stand in the campaign's own wording."""

_BETWEEN = re.compile(r"[\s,;|]+")

Cell = Callable[[str], str]
"""What stands in a column, by our name for it; empty where nothing does."""


def read_proof(cell: Cell, campaign: Campaign, locale: str, at: datetime) -> Proof | None:
    """None where the line says nothing of a consent. Raises NoProof for what says it in part, or wrongly.

    `at` is now: nobody has agreed in the future.
    """
    status = cell("consent_status")
    if status and status.casefold() not in YES:
        raise NoProof("consent_status", "not_given")
    if not (status or any(cell(f"consent_{name}") for name in ("at", "text", "version", "source"))):
        return None
    ticked_at = _moment(cell("consent_at"), at)
    wording = _wording(cell("consent_version"), campaign)
    said = _said(cell("consent_text"), wording, campaign, locale)
    if not cell("consent_source"):
        raise NoProof("consent_source", "missing")
    evidence = Evidence(
        address=cell("consent_ip"),
        user_agent="",
        page_url=cell("consent_source"),
        locale=locale,
        wording_version=cell("consent_version"),
        wording=said,
        ticked_at=ticked_at,
        method=METHOD,
    )
    return Proof(evidence=evidence, scopes=_scopes(cell("consent_scopes"), wording))


def _moment(text: str, now: datetime) -> datetime:
    if not text:
        raise NoProof("consent_at", "missing")
    found = _INSTANT.fullmatch(text)
    if found is None:
        raise NoProof("consent_at", "bad_moment")
    day, time, offset = found.groups()
    try:
        moment = datetime.fromisoformat(f"{day}T{time}{offset.replace('UTC', 'Z')}").astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise NoProof("consent_at", "bad_moment") from error
    if moment > now:
        raise NoProof("consent_at", "in_the_future")
    return moment


def _wording(version: str, campaign: Campaign) -> ConsentWording | None:
    return campaign.wording(version) if version else None


def _said(text: str, wording: ConsentWording | None, campaign: Campaign, locale: str) -> str:
    """The words, as the file has them, else as the campaign showed them to people of this locale."""
    if wording is None:
        if not text:
            raise NoProof("consent_text", "missing")
        return text
    if text and text not in wording.text.values():
        raise NoProof("consent_text", "not_of_this_version")
    return text or wording.said(locale, campaign.locale)


def _scopes(text: str, wording: ConsentWording | None) -> tuple[str, ...]:
    """As the line says, else as the version; words of their own are taken for marketing and nothing else."""
    named = tuple(dict.fromkeys(part for part in _BETWEEN.split(text) if part))
    if any(not _SCOPE.fullmatch(name) for name in named):
        raise NoProof("consent_scopes", "strange_characters")
    if not SCOPES.union(wording.scopes if wording else ()).issuperset(named):
        raise NoProof("consent_scopes", "unknown_scope")
    return named or (wording.scopes if wording else ("marketing",))
