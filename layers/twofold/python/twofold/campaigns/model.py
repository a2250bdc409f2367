"""What is true of a campaign."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from twofold.contracts.payloads.assets import WidgetRules

from .offer import LeadMagnet, Offer, ReferralOffer
from .pace import REAL, Pace


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentWording:
    """The exact text beside the box. A changed text is a new version; old ones stay to be looked up."""

    version: str
    text: Mapping[str, str]
    terms_url: str
    privacy_url: str
    scopes: tuple[str, ...] = ("marketing",)

    def said(self, locale: str, otherwise: str) -> str:
        """The text as a visitor of this locale sees it, in the locale `otherwise` where it is not translated."""
        return self.text.get(locale) or self.text[otherwise]


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What a campaign's texts may cost, in US cents: in all, and on one day (UTC). None is no limit."""

    total: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeLimits:
    """What a campaign gives at most, kept exactly. None is no limit.

    `codes`: codes ever issued; `redemptions`: spent at the same time (a whole rollback gives one back); `discount`:
    taken off in all, in minor units of `currency`.
    """

    codes: int | None = None
    redemptions: int | None = None
    discount: int | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodePool:
    """The campaign gives out coupons that were delivered. At `low_at` left somebody is told.

    `when_dry`: generate codes of our own, or promise one for as soon as there are new ones.
    """

    low_at: int = 1_000
    when_dry: Literal["generate", "promise"] = "promise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """Another way for the widget to ask, for its `share` of visitors; what it does not say stays the campaign's."""

    name: str
    share: int = 1
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    theme: Mapping[str, str] = field(default_factory=dict)
    rules: WidgetRules | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """`texts` maps a locale to the named texts of pages, `templates` to those of messages (`verification`, `code`, …).

    `target_url` is where a message's link leads when it is not the lead's own code; `contact` is where people get help.
    `apply_url` is where the shop takes a code, `{code}` in its place; a path is meant on the shop's own site.
    `places` maps the id of a place to what people call it. `day_seconds`: on one machine, how long a day of it takes.
    `consents` is oldest first; the last is the one that is shown. Countries are ISO 3166-1 alpha-2, the first
    one says how a national number is read. Stored as JSON: a new field needs a default, a name is never changed.
    """

    campaign_id: str
    brand: str
    offer: Offer
    consents: tuple[ConsentWording, ...]
    texts: Mapping[str, Mapping[str, str]]
    locale: str
    countries: tuple[str, ...]
    templates: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    target_url: str | None = None
    contact: str | None = None
    budget: Budget = Budget()
    code_prefix: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    paused: bool = False
    rules: WidgetRules | None = None
    theme: Mapping[str, str] | None = None
    variants: tuple[Variant, ...] = ()
    apply_url: str | None = None
    referral: ReferralOffer | None = None
    magnet: LeadMagnet | None = None
    limits: CodeLimits = CodeLimits()
    pool: CodePool | None = None
    places: Mapping[str, str] = field(default_factory=dict)
    day_seconds: float | None = None

    @property
    def pace(self) -> Pace:
        """How fast its days go by: as they do, unless it says otherwise."""
        return Pace(self.day_seconds) if self.day_seconds else REAL

    def runs(self, at: datetime) -> bool:
        begun = self.starts_at is None or self.starts_at <= at
        return begun and not self.paused and (self.ends_at is None or at < self.ends_at)

    def best_locale(self, wanted: str | None) -> str:
        """The locale offered that comes nearest: exact, then the language alone, then the campaign's own."""
        asked = (wanted or self.locale).replace("_", "-").lower()
        offered = {locale.lower(): locale for locale in self.texts}
        return offered.get(asked) or offered.get(asked.split("-")[0]) or self.locale

    def template(self, name: str, locale: str) -> str | None:
        """A message's template: in the locale, else its language, else the campaign's own locale; None is none."""
        nearest = (locale, locale.split("-")[0], self.locale)
        return next((t for at in nearest if (t := self.templates.get(at, {}).get(name))), None)

    def title(self, locale: str) -> str:
        """What the offer is called in a locale; the offer's own title where a translation has none."""
        return self.texts.get(locale, {}).get("title") or self.offer.title

    def named(self, title: str, locale: str) -> str:
        """The name of an offer in a locale: only the campaign's own one, as it is now, may be translated."""
        return self.title(locale) if title == self.offer.title else title

    def reward(self, locale: str) -> str:
        """What a lead earns for a friend, by its name; the campaign's own offer where nothing else is said."""
        earned = self.referral.offer if self.referral else None
        return self.named(earned.title, locale) if earned else self.title(locale)

    def wording(self, version: str) -> ConsentWording | None:
        return next((c for c in self.consents if c.version == version), None)
