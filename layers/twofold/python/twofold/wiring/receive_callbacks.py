"""What providers tell us: answers and receipts."""

from collections.abc import Callable
from functools import cache

from twofold.adapters.callbacks.aws import AwsCallbacks
from twofold.adapters.callbacks.generic import GenericCallbacks
from twofold.adapters.callbacks.twilio import TwilioCallbacks
from twofold.adapters.dynamodb.receipts import DynamoReceiptBook
from twofold.adapters.secrets import read_secret
from twofold.adapters.standard_webhooks import read_secret_text
from twofold.contracts.instants import now
from twofold.contracts.settings import AwsSmsSettings, SecretSettings, SendingSettings
from twofold.entrypoints.bodies import parse
from twofold.messages.receipts.hygiene import Hygiene
from twofold.messages.receipts.settle import Settle
from twofold.messages.replies.model import InboundText

from .shared import database, site
from .texts import identity, leads, messages

__all__ = ["aws", "generic", "receive", "settle", "site", "twilio"]


def receive() -> Callable[[InboundText], str]:
    """Answers are rare beside receipts: all that reads their words is loaded for the first of them."""
    return lambda text: _receive()(text)


@cache
def _receive() -> Callable[[InboundText], str]:
    from .replies import receive as made

    return made()


def settle() -> Settle:
    return Settle(
        leads=leads(),
        identify=identity(),
        messages=messages(),
        book=DynamoReceiptBook(database()),
        hygiene=Hygiene(sending=SendingSettings.from_env()),
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
