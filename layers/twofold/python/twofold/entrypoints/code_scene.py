"""What the page of a discount code and its calendar entry are made of: how the code stands, and whose it is."""

from dataclasses import dataclass

from msgspec import UNSET, UnsetType

from twofold.campaigns.model import Campaign
from twofold.campaigns.ports import CampaignBook
from twofold.campaigns.words.speak import words
from twofold.codes.check import CheckCode
from twofold.codes.tidy import tidy
from twofold.contracts.instants import first_day, from_text
from twofold.contracts.payloads.codes import CodeStatus, CodeTerms
from twofold.contracts.routes.pages import CODE_PAGE

from . import money
from .dates import in_words

AHEAD = frozenset({"good", "again", "reserved", "not_yet_valid"})
"""The code can be spent, or soon will be."""

FINAL = frozenset({"expired", "revoked"})
"""Nothing follows any more; a redemption may still be taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeScene:
    """`say` are the texts in `locale`, the campaign's one that comes nearest to the visitor's."""

    status: CodeStatus
    campaign: Campaign
    locale: str
    say: dict[str, str]

    @property
    def kind(self) -> str:
        """`good`, `again` after it was taken back, or the reason why it is not good."""
        if not self.status.valid:
            return str(self.status.reason)
        return "again" if self.status.state == "rolled_back" else "good"

    @property
    def title(self) -> str:
        return self.campaign.named(self.status.discount.title, self.locale)

    @property
    def name(self) -> str:
        """The code as it is looked up, for addresses."""
        return tidy(self.status.code)

    @property
    def path(self) -> str:
        return CODE_PAGE.at("", code=self.name)

    def terms(self) -> list[str]:
        """What the code asks for, a sentence each."""
        terms, say = self.status.terms, self.say
        if isinstance(terms, UnsetType):
            return []
        told = [*self._basket(terms)]
        if terms.places:
            told.append(say["terms_places"].replace("{places}", ", ".join(self.places(terms))))
        if isinstance(terms.starts_at, str) and self.kind == "not_yet_valid":
            told.append(f"{say['valid_from']} {in_words(first_day(from_text(terms.starts_at)), self.locale)}")
        if isinstance(terms.uses_left, int) and terms.uses_left > 1:
            told.append(say["terms_uses"].replace("{left}", str(terms.uses_left)))
        return told

    def places(self, terms: CodeTerms) -> list[str]:
        """By the names that people have for them."""
        ids = () if isinstance(terms.places, UnsetType) else terms.places
        return [self.campaign.places.get(place, place) for place in ids]

    def _basket(self, terms: CodeTerms) -> list[str]:
        told = []
        if isinstance(terms.minimum, int) and isinstance(terms.currency, str):
            least = money.in_words(terms.minimum, terms.currency, self.locale)
            told.append(self.say["terms_minimum"].replace("{amount}", least))
        if terms.products not in (UNSET, ()):
            told.append(self.say["terms_products"])
        return told


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeScenes:
    check: CheckCode
    campaigns: CampaignBook

    def __call__(self, code: str, wished: str | None) -> CodeScene:
        """How the code stands now, whatever basket it may be for. Raises NotFound."""
        status = self.check(code)
        campaign = self.campaigns.campaign(status.campaign.campaign_id)
        locale = campaign.best_locale(wished)
        return CodeScene(status=status, campaign=campaign, locale=locale, say=words(campaign, locale))
