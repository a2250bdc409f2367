"""A world in which bringing friends pays, and who brings whom in it."""

from dataclasses import dataclass, field, replace
from itertools import count

from tests.fakes.samples import ANNA, BUFFET, LANDING, PASSER_BY, order, signup
from tests.fakes.world import World
from twofold.campaigns.offer import Offer, ReferralOffer
from twofold.contracts.events import CodeRedeemed, Envelope, LeadConfirmed, ReferralCompleted
from twofold.leads.referral_link import ReferralLinks
from twofold.referrals.model import Friend

THANKS = Offer(title="A dessert", kind="item", value=0, valid_days=30)
_NUMBERS = count(602_000_000)


def fresh_number() -> str:
    return f"+48{next(_NUMBERS)}"


@dataclass
class Story:
    world: World = field(default_factory=World)

    def __post_init__(self) -> None:
        self.deal(ReferralOffer(offer=THANKS))

    def deal(self, referral: ReferralOffer | None, **campaign: object) -> None:
        """Change what bringing friends earns, and the campaign with it."""
        changed = replace(BUFFET, referral=referral, **campaign)  # type: ignore[arg-type]
        self.world.books.upkeep.put_campaign(changed)

    def joined(self, phone: str = ANNA, referral: str | None = None) -> str:
        """Somebody's whole way, by a link; answers their own link's slug."""
        asked = self.world.signups.sign_up(signup(phone, referral=referral), PASSER_BY)
        self.world.guess(asked.challenge_id)
        return self.slug_of(phone)

    def slug_of(self, phone: str) -> str:
        link = ReferralLinks(b"r" * 32)(self.world.lead_id(phone), LANDING.origin)
        assert link
        return link.slug

    def confirmed(self, phone: str) -> Envelope:
        """The event that they became a lead: the last, for one who was forgotten in between."""
        return [e for e in self.world.timeline(phone) if isinstance(e.data, LeadConfirmed)][-1]

    def redeemed(self, phone: str) -> Envelope:
        """They spend the code of their sign-up; answers the event of that."""
        self.world.codes.redeem(self.world.lead(phone).codes[0], order(f"order-{phone}"))
        return self.last_redemption(phone)

    def last_redemption(self, phone: str) -> Envelope:
        return [e for e in self.world.timeline(phone) if isinstance(e.data, CodeRedeemed)][-1]

    def earned(self, phone: str = ANNA) -> list[ReferralCompleted]:
        return [e.data for e in self.world.timeline(phone) if isinstance(e.data, ReferralCompleted)]

    def friend(self, phone: str) -> Friend:
        found = self.world.books.referrals.friend(self.world.lead_id(phone), BUFFET.campaign_id)
        assert found, "nothing was decided of them"
        return found

    def brought(self, referral: str, phone: str | None = None) -> str:
        """A friend joins by a link, and the event is heard; answers what came of it."""
        number = phone or fresh_number()
        self.joined(number, referral)
        return self.world.reward(self.confirmed(number))
