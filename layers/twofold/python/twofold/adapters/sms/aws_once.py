"""One text to one of AWS's services, asked once: neither has a token that would make a second try the same text."""

from collections.abc import Callable
from typing import Any

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    CredentialRetrievalError,
    EndpointConnectionError,
    NoCredentialsError,
)

from twofold.adapters.signed import SignedService
from twofold.contracts.deadlines import ANSWER
from twofold.contracts.errors import OutcomeUnknown, Unavailable
from twofold.messages.ports import Handed, SmsRejected

PATIENCE = ANSWER
"""Seconds to wait for an answer."""

Refusal = SmsRejected | Unavailable
"""What a refusal means."""

_NEVER_SENT = (EndpointConnectionError, NoCredentialsError, CredentialRetrievalError)


def hand(
    provider: str,
    service: SignedService,
    operation: str,
    arguments: dict[str, Any],
    judge: Callable[[ClientError], Refusal],
) -> Handed:
    """Ask once. `judge` says what a refusal below 500 means.

    Errors are raised `from None`: what the service says of a refusal may name the number.
    """
    try:
        answer = service.call(operation, arguments)
    except ClientError as error:
        raise _judge(provider, error, judge) from None
    except _NEVER_SENT:
        raise Unavailable(f"{provider} could not be reached.") from None
    except BotoCoreError:
        raise OutcomeUnknown(f"{provider} did not say whether it took the text.") from None
    if not answer.get("MessageId"):
        raise OutcomeUnknown(f"{provider} answered, but not with the text's id.")
    return Handed(provider, str(answer["MessageId"]))


def code_of(error: ClientError) -> str:
    return str(error.response["Error"]["Code"])


def _judge(provider: str, error: ClientError, judge: Callable[[ClientError], Refusal]) -> Refusal:
    if error.response["ResponseMetadata"]["HTTPStatusCode"] >= 500:
        return OutcomeUnknown(f"{provider} failed: {code_of(error)}.")
    return judge(error)
