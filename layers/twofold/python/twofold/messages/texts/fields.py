"""Which fields a template may use, and where each gets its value: read by whoever checks, shows or sends a text.

A new field is a row of `_SOURCES`, a place among those that some templates may use, and a sample in `samples`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from twofold.campaigns.model import Campaign
from twofold.codes.model import DiscountCode
from twofold.contracts.instants import last_day
from twofold.leads.model import Lead
from twofold.messages.model import CODE, VERIFICATION

from .defaults import ANSWERS

JOIN = "join"
LINK = "link"
FIRST_NAME = "first_name"
FRIENDS = "friends"

_SAFE = frozenset({"brand", "code"})
"""All that may stand beside a verification code: its text goes to a number that nobody has confirmed yet."""

_ANYONES = frozenset({"brand", "title", "contact", LINK})
"""What an answer may say: whoever texted may be nobody we know, and has no code that it is about."""

OF_ITS_RECIPIENT = frozenset({FIRST_NAME, "code", "expires", "consent", FRIENDS})
"""What is another's in each text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a text speaks of. `said` are the fields that its plan names itself, which go before all else."""

    campaign: Campaign
    locale: str
    said: Mapping[str, str] = field(default_factory=dict)
    lead: Lead | None = None
    code: DiscountCode | None = None


def known_fields(template: str) -> frozenset[str]:
    """The names that this template may use."""
    if template == VERIFICATION:
        return _SAFE
    if template == JOIN:
        return _ANYONES | {"consent"}
    if template in ANSWERS:
        return _ANYONES
    own = _ANYONES | {FIRST_NAME, "code", "expires"}
    return own if template == CODE else own | {FRIENDS}


def values(template: str, about: About) -> dict[str, str]:
    """Each field that this template may use with its value, which is blank where there is none.

    A link is a row of its own: it is blank here, unless it is said, and whoever sends makes it last; the lead's own
    one, for friends, is looked up then. A code that is said by how it is looked up is put in as people see it.
    """
    said = {**about.said, "code": about.code.shown} if about.code else about.said
    return {name: said.get(name) or _SOURCES[name](about) for name in sorted(known_fields(template))}


def _title(about: About) -> str:
    """Of a code, what that very code is worth: what a friend has earned may be another offer than the campaign's."""
    campaign, locale = about.campaign, about.campaign.best_locale(about.locale)
    return campaign.named(about.code.offer.title, locale) if about.code else campaign.title(locale)


def _first_name(about: About) -> str:
    return ((about.lead and about.lead.attributes) or {}).get(FIRST_NAME, "")


def _expires(about: About) -> str:
    """The code's own last day, never the text's."""
    ends = about.code and about.code.expires_at
    return last_day(ends) if ends else ""


def _only_said(about: About) -> str:
    return ""


_SOURCES: Mapping[str, Callable[[About], str]] = {
    "brand": lambda about: about.campaign.brand,
    "title": _title,
    "contact": lambda about: about.campaign.contact or "",
    LINK: _only_said,
    FIRST_NAME: _first_name,
    "code": _only_said,
    "expires": _expires,
    "consent": _only_said,
    FRIENDS: _only_said,
}
