"""What providers tell us: answers and receipts."""

from twofold.adapters.callbacks.aws import AwsCallbacks
from twofold.adapters.callbacks.generic import GenericCallbacks
from twofold.adapters.callbacks.twilio import TwilioCallbacks
from twofold.adapters.dynamodb.campaigns import DynamoAssetBook
from twofold.adapters.dynamodb.challenges import DynamoChallengeBook
from twofold.adapters.dynamodb.limits import DynamoCounter
from twofold.adapters.dynamodb.receipts import DynamoReceiptBook
from twofold.adapters.dynamodb.replies import DynamoReplyBook
from twofold.adapters.secrets import read_secret
from twofold.adapters.standard_webhooks import read_secret_text
from twofold.codes.draw import draw_code
from twofold.contracts.instants import now
from twofold.contracts.settings import AwsSmsSettings, SecretSettings, SendingSettings
from twofold.entrypoints.bodies import parse
from twofold.leads.admit import AdmitLead
from twofold.leads.welcome import Greeting
from twofold.messages.receipts.hygiene import Hygiene
from twofold.messages.receipts.settle import Settle
from twofold.messages.replies.join import JoinByText
from twofold.messages.replies.receive import Receive

from .shared import database, site
from .texts import budgets, campaigns, identity, leads, messages

__all__ = ["aws", "generic", "receive", "settle", "site", "twilio"]

_sending = SendingSettings.from_env()


def receive() -> Receive:
    return Receive(
        leads=leads(),
        identify=identity(),
        book=DynamoReplyBook(database()),
        join=_join(),
        answered=DynamoCounter(),
        campaign_id=_sending.campaign or "",
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
            draw_code=draw_code,
            greeting=Greeting(site=site().url),
        ),
        clock=now,
    )


def settle() -> Settle:
    return Settle(
        campaigns=campaigns(),
        leads=leads(),
        identify=identity(),
        messages=messages(),
        book=DynamoReceiptBook(database()),
        budgets=budgets(),
        hygiene=Hygiene(sending=_sending),
        clock=now,
    )


def twilio() -> TwilioCallbacks | None:
    """None where no account is set up."""
    name = SecretSettings.from_env().twilio
    return TwilioCallbacks(token=read_secret(name).strip(), site=site().url) if name else None


def generic() -> GenericCallbacks | None:
    """None where no gateway of one's own is set up."""
    name = SecretSettings.from_env().webhook
    return (
        GenericCallbacks(secrets=read_secret_text(read_secret(name).decode()), parse=parse) if name else None
    )


def aws() -> AwsCallbacks:
    return AwsCallbacks(topics=AwsSmsSettings.from_env().topics)
