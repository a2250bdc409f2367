"""What few texts need: whether their automation still wants them, and the link that a lead brings friends by."""

from twofold.adapters.dynamodb.assets import DynamoAssetLinks
from twofold.adapters.dynamodb.automations import DynamoAutomationBook
from twofold.adapters.dynamodb.enrolments import DynamoEnrolmentBook
from twofold.automations.leaving.still_wanted import EnrolmentWants
from twofold.leads.referral_link import OwnLink, ReferralLinks

from .automation_sources import automation_sources
from .shared import database, site
from .texts import key


def still_wanted() -> EnrolmentWants:
    return EnrolmentWants(
        sources=automation_sources(),
        automations=DynamoAutomationBook(),
        book=DynamoEnrolmentBook(database()),
    )


def own_link() -> OwnLink:
    return OwnLink(work_out=ReferralLinks(key("referral")), links=DynamoAssetLinks(), site=site().url)
