"""What becomes true when somebody confirms: as a new lead, or as one we know."""

from dataclasses import dataclass, replace
from datetime import datetime

from msgspec import UNSET

from twofold.assets.links import AssetLink
from twofold.campaigns.model import Campaign
from twofold.contracts.instants import last_day, to_second
from twofold.contracts.payloads.signups import GOOD_STATES, Confirmation, ConfirmedLead, OwnDiscount
from twofold.contracts.routes.pages import CODE_PAGE, CODE_QR, FOLLOW_LINK

from .arrival import arrival, remembered
from .consent import Consent
from .drawn import Drawn, NewCode, NoCode
from .model import Challenge, Lead
from .ports import Promised, Welcome
from .referral_link import ReferralLinks, read_referral


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting:
    """Builds the welcome; `site` is where the pages are, without a trailing slash."""

    site: str
    links: ReferralLinks

    def __call__(
        self,
        challenge: Challenge,
        campaign: Campaign,
        known: Lead | None,
        held: NewCode | None,
        fresh: Drawn | None,
        at: datetime,
        turn: int = 0,
    ) -> Welcome:
        """The lead keeps the code it `held`, or gets what was drawn. `turn` as `ReferralLinks` has it."""
        drawn = held or fresh
        assert drawn is not None
        link = self.links(challenge.lead_id, challenge.origin, turn) if campaign.referral else None
        brought_by = _brought_by(challenge, campaign, known)
        return Welcome(
            challenge=challenge,
            known=known,
            consent=_consent(challenge, campaign, known, at),
            code=_earning(fresh, campaign, brought_by) if isinstance(fresh, NewCode) else None,
            promised=_promised(fresh, campaign, brought_by) if isinstance(fresh, NoCode) else None,
            outcome=self._outcome(challenge.lead_id, known, drawn, link, at),
            events=arrival(challenge, known, held, fresh, brought_by, at),
            at=at,
            link=link,
        )

    def _outcome(
        self, lead_id: str, known: Lead | None, drawn: Drawn, link: AssetLink | None, at: datetime
    ) -> Confirmation:
        return Confirmation(
            lead=ConfirmedLead(lead_id=lead_id, status="confirmed", returning=remembered(known) is not None),
            discount=self._discount(drawn, at) if isinstance(drawn, NewCode) else UNSET,
            no_code=drawn.why if isinstance(drawn, NoCode) else UNSET,
            referral_url=FOLLOW_LINK.at(self.site, slug=link.slug) if link else UNSET,
        )

    def _discount(self, code: NewCode, at: datetime) -> OwnDiscount:
        return OwnDiscount(
            code=code.shown,
            title=code.offer.title,
            redeem_url=CODE_PAGE.at(self.site, code=code.code),
            qr_url=CODE_QR.at(self.site, file=f"{code.code}.svg"),
            state=_state(code, at),
            expires_at=to_second(code.expires_at) if code.expires_at else UNSET,
            last_day=last_day(code.expires_at) if code.expires_at else UNSET,
        )


def _brought_by(challenge: Challenge, campaign: Campaign, known: Lead | None) -> str | None:
    """The link of the lead who brought them: only the first time, and only where that is of use to anybody."""
    counts = campaign.referral is not None and remembered(known) is None
    return read_referral(challenge.evidence.referral) if counts else None


def _earning(code: NewCode, campaign: Campaign, brought_by: str | None) -> NewCode:
    """The code, which says whom its redemption is to be told for, if that is what earns the reward."""
    return replace(code, referral=brought_by) if _waits(campaign) else code


def _promised(none: NoCode, campaign: Campaign, brought_by: str | None) -> Promised | None:
    """What is to be remembered; nothing when no code will follow, or when that is known already."""
    if none.why != "promised" or none.standing:
        return None
    return Promised(charge=none.charge, referral=brought_by if _waits(campaign) else None)


def _waits(campaign: Campaign) -> bool:
    return campaign.referral is not None and campaign.referral.after == "redemption"


def _state(code: NewCode, at: datetime) -> str:
    good = code.state in GOOD_STATES
    return "expired" if good and code.expires_at is not None and at >= code.expires_at else code.state


def _consent(challenge: Challenge, campaign: Campaign, known: Lead | None, at: datetime) -> Consent:
    wording = campaign.wording(challenge.evidence.wording_version)
    return Consent(
        lead_id=challenge.lead_id,
        seq=(known.consent_seq if known else 0) + 1,
        action="given",
        at=at,
        scopes=wording.scopes if wording else ("marketing",),
        evidence=challenge.evidence,
        origin=challenge.origin,
        challenge_id=challenge.challenge_id,
        previous=known.consent_digest if known else "",
    )
