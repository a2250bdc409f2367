"""Between a lead, or the code that they hold, and its stored form."""

from twofold.leads.drawn import NewCode
from twofold.leads.model import STAGES, Lead
from twofold.leads.phone import Phone
from twofold.ledger.record import Origin

from .items import CodeItem, LeadItem


def from_item(item: LeadItem) -> Lead:
    met = item.campaign_id and Origin(campaign_id=item.campaign_id, asset_id=item.asset_id, place=item.place)
    return Lead(
        lead_id=item.lead_id,
        status=item.status,
        version=int(item.version),
        phone=Phone(item.phone, item.country or "") if item.phone else None,
        scopes=tuple(item.scopes),
        codes=tuple(item.codes),
        consent_seq=int(item.consent_seq),
        consent_digest=item.consent_digest,
        locale=item.locale,
        origin=met or None,
        attributes=item.attributes_given,
        hold=item.hold,
        held_until=item.held_until,
        failures=int(item.failures or 0),
        left_at=item.left_at,
        tags=tuple(item.tags or ()),
        stage=item.stage or STAGES[0],
        active_on=item.active_on,
        active_days=int(item.active_days or 0),
    )


def code_from(item: CodeItem) -> NewCode:
    return NewCode(
        code=item.code,
        campaign_id=item.campaign_id,
        brand=item.brand,
        offer=item.offer,
        expires_at=item.expires_at,
        state=item.state,
        referral=item.referral,
        written=item.written,
    )
