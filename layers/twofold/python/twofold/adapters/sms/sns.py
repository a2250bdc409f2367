"""Texts by Amazon SNS, straight to a number."""

from typing import Any

from botocore.config import Config
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConnectTimeoutError,
    EndpointConnectionError,
    NoCredentialsError,
)

from twofold.adapters.session import session
from twofold.contracts.errors import OutcomeUnknown, Unavailable
from twofold.contracts.settings import SmsSettings
from twofold.messages.model import Sms
from twofold.messages.ports import SmsRejected

_PATIENCE = Config(connect_timeout=1, read_timeout=5, retries={"total_max_attempts": 1})
_REFUSED = frozenset({"InvalidParameter", "InvalidParameterValue", "OptedOut", "ValidationError"})
_NEVER_SENT = (EndpointConnectionError, ConnectTimeoutError, NoCredentialsError)


class SnsGateway:
    """SNS has no idempotency token, so nothing is tried twice here; the caller knows what may be."""

    name = "sns"

    def __init__(self, settings: SmsSettings) -> None:
        self._client: Any = session().create_client("sns", config=_PATIENCE)
        self._attributes = _attributes(settings)

    def send(self, sms: Sms) -> str:
        try:
            answer = self._client.publish(
                PhoneNumber=sms.to.e164, Message=sms.text, MessageAttributes=self._attributes
            )
        except ClientError as error:
            raise _judge(error) from error
        except _NEVER_SENT as error:
            raise Unavailable("SNS could not be reached.") from error
        except BotoCoreError as error:
            raise OutcomeUnknown("SNS did not say whether it took the text.") from error
        return str(answer["MessageId"])


def _judge(error: ClientError) -> SmsRejected | Unavailable:
    code = error.response["Error"]["Code"]
    if code in _REFUSED:
        return SmsRejected(f"SNS refused the text: {code}.", code=code)
    if error.response["ResponseMetadata"]["HTTPStatusCode"] >= 500:
        return OutcomeUnknown(f"SNS failed: {code}.")
    return Unavailable(f"SNS did not take the text: {code}.")


def _attributes(settings: SmsSettings) -> dict[str, dict[str, str]]:
    values = {
        "AWS.SNS.SMS.SMSType": ("String", "Transactional"),
        "AWS.SNS.SMS.MaxPrice": ("Number", settings.max_price),
        "AWS.SNS.SMS.SenderID": ("String", settings.sender_id),
    }
    return {name: {"DataType": kind, "StringValue": value} for name, (kind, value) in values.items() if value}
