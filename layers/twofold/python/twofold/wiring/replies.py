"""What people answer: read, kept and acted upon."""

from twofold.adapters.dynamodb.campaigns import DynamoAssetBook
from twofold.adapters.dynamodb.challenges import DynamoChallengeBook
from twofold.adapters.dynamodb.limits import DynamoCounter
from twofold.adapters.dynamodb.replies import DynamoReplyBook
from twofold.contracts.instants import now
from twofold.contracts.settings import SendingSettings
from twofold.leads.admit import AdmitLead
from twofold.leads.referral_link import ReferralLinks
from twofold.leads.welcome import Greeting
from twofold.messages.replies.join import JoinByText
from twofold.messages.replies.receive import Receive

from .code_draw import code_draw
from .shared import database, site
from .texts import campaigns, identity, key, leads


def receive() -> Receive:
    return Receive(
        leads=leads(),
        identify=identity(),
        book=DynamoReplyBook(database()),
        join=_join(),
        answered=DynamoCounter(),
        campaign_id=SendingSettings.from_env().campaign or "",
        clock=now,
    )


def _join() -> JoinByText:
    assets = DynamoAssetBook()
    return JoinByText(
        keywords=assets,
        assets=assets,
        campaigns=campaigns(),
        challenges=DynamoChallengeBook(database()),
        admit=AdmitLead(
            campaigns=campaigns(),
            leads=leads(),
            draw_code=code_draw(),
            greeting=Greeting(site=site().url, links=ReferralLinks(key("referral"))),
        ),
        clock=now,
    )
