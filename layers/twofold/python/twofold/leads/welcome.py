"""What becomes true when somebody confirms: as a new lead, or as one we know."""

from dataclasses import dataclass
from datetime import datetime

from msgspec import UNSET

from twofold.campaigns.model import Campaign
from twofold.contracts.events import CodeIssued, Envelope, EventData, LeadConfirmed, LeadReturned
from twofold.contracts.instants import to_second
from twofold.contracts.payloads import Confirmation, ConfirmedLead, OwnDiscount
from twofold.ledger.record import record

from .model import Challenge, Consent, Lead
from .ports import NewCode, Welcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting:
    """Builds the welcome; `site` is where the pages are, without a trailing slash."""

    site: str

    def __call__(
        self,
        challenge: Challenge,
        campaign: Campaign,
        known: Lead | None,
        held: NewCode | None,
        fresh: NewCode | None,
        at: datetime,
    ) -> Welcome:
        """The lead keeps the code it `held`; otherwise it is given the `fresh` one."""
        code = held or fresh
        assert code is not None
        return Welcome(
            challenge=challenge,
            known=known,
            consent=_consent(challenge, campaign, known, at),
            code=fresh,
            outcome=self._outcome(challenge.lead_id, known, code, at),
            events=_events(challenge, known, held, fresh, at),
            at=at,
        )

    def _outcome(self, lead_id: str, known: Lead | None, code: NewCode, at: datetime) -> Confirmation:
        returning = known is not None and known.status != "erased"
        return Confirmation(
            lead=ConfirmedLead(lead_id=lead_id, status="confirmed", returning=returning),
            discount=OwnDiscount(
                code=code.code,
                title=code.offer.title,
                redeem_url=f"{self.site}/c/{code.code}",
                qr_url=f"{self.site}/q/{code.code}.svg",
                state=_state(code, at),
                expires_at=to_second(code.expires_at) if code.expires_at else UNSET,
            ),
        )


def _state(code: NewCode, at: datetime) -> str:
    good = code.state in ("issued", "rolled_back")
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


def _events(
    challenge: Challenge, known: Lead | None, held: NewCode | None, fresh: NewCode | None, at: datetime
) -> tuple[Envelope, ...]:
    # Exactly one of the events names the code, and so asks for the text that tells it.
    arrival = _arrival(challenge, known, held)
    told = (held or fresh) if isinstance(arrival, LeadConfirmed) else fresh
    made = [arrival, *([_issue(challenge, told)] if told else [])]
    version = (known.version if known else 0) + 1
    return tuple(
        record(data, subject=challenge.lead_id, version=version, at=at, origin=challenge.origin)
        for data in made
    )


def _issue(challenge: Challenge, code: NewCode) -> EventData:
    expires_at = to_second(code.expires_at) if code.expires_at else None
    return CodeIssued(code=code.code, challenge_id=challenge.challenge_id, expires_at=expires_at)


def _arrival(challenge: Challenge, known: Lead | None, held: NewCode | None) -> EventData:
    version = challenge.evidence.wording_version
    if known is None or known.status == "erased":
        return LeadConfirmed(
            challenge_id=challenge.challenge_id,
            consent_version=version,
            visit_id=challenge.evidence.visit_id,
            referral=challenge.evidence.referral,
        )
    return LeadReturned(
        challenge_id=challenge.challenge_id,
        consent_version=version,
        was=known.status,
        code=held.code if held else None,
        visit_id=challenge.evidence.visit_id,
    )
