"""Forgetting: all that is kept of somebody who was erased, and where it lies."""

from twofold.adapters.dynamodb.erasing.acquaintances import ErasedAcquaintances
from twofold.adapters.dynamodb.erasing.challenges import ErasedChallenges
from twofold.adapters.dynamodb.erasing.commerce import ErasedCarts, ErasedOrders
from twofold.adapters.dynamodb.erasing.consents import ErasedConsents
from twofold.adapters.dynamodb.erasing.endings import DynamoEndings
from twofold.adapters.dynamodb.erasing.enrolments import ErasedEnrolments
from twofold.adapters.dynamodb.erasing.links import ErasedLinks
from twofold.adapters.dynamodb.erasing.messages import ErasedMessages
from twofold.adapters.dynamodb.erasing.promises import ErasedPromises
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.adapters.secrets import derive_key
from twofold.contracts.settings import SecretSettings
from twofold.privacy.forget import ForgetLead
from twofold.privacy.ports import Traces

from .shared import database


def forget_lead() -> ForgetLead:
    """Texts come first: none may go any more. Links are found by the texts that they stood in."""
    connection = database()
    key = derive_key(SecretSettings.from_env().need("root"), "link")
    traces: dict[str, Traces] = {
        "texts": ErasedMessages(connection),
        "verifications": ErasedChallenges(),
        "promises": ErasedPromises(connection),
        "automations": ErasedEnrolments(),
        "carts": ErasedCarts(),
        "orders": ErasedOrders(),
        "contacts of a CRM": ErasedAcquaintances(),
        "links": ErasedLinks(key),
        "consents": ErasedConsents(),
    }
    return ForgetLead(history=DynamoLedger(), traces=traces, endings=DynamoEndings(), withdraw=_withdraw)


def _withdraw() -> int:
    # Loaded when all else is gone, which it may take a while to be.
    from .exports_withdrawn import withdraw_exports

    return withdraw_exports()()
