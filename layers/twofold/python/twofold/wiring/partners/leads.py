"""What a CRM asks about single leads, and what it changes of them."""

from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.consents import DynamoConsentBook
from twofold.adapters.dynamodb.history import DynamoHistory
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.contracts.instants import now
from twofold.leads.partner_opt_out import PartnerOptOut
from twofold.leads.show import ShowLead
from twofold.leads.show_consents import ShowConsents
from twofold.leads.timeline import ShowTimeline
from twofold.leads.update import UpdateLead
from twofold.wiring.shared import database


def show_lead() -> ShowLead:
    return ShowLead(book=_leads(), codes=DynamoCodeBook(database()))


def show_timeline() -> ShowTimeline:
    return ShowTimeline(book=_leads(), history=DynamoHistory())


def show_consents() -> ShowConsents:
    return ShowConsents(book=_leads(), consents=DynamoConsentBook())


def update_lead() -> UpdateLead:
    return UpdateLead(book=_leads(), clock=now)


def opt_out() -> PartnerOptOut:
    return PartnerOptOut(book=_leads(), clock=now)


def _leads() -> DynamoLeadBook:
    return DynamoLeadBook(database())
