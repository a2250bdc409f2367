"""What AWS brings of texts: answers by SNS topic; receipts of End User Messaging by EventBridge, of SNS by its logs.

All of it invokes the function directly, under IAM, so there is no signature to verify: who may invoke stands in the
function's policy, and the topic that spoke stands in the record. SNS signs what it posts to an HTTPS address; we
have no such address, so nothing here verifies its certificates.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct

from twofold.contracts.errors import InvalidRequest, Untrusted
from twofold.messages.replies.model import HELP, START, STOP, InboundText

from . import aws_receipts, sns_logs

_TOLD = {"STOP": STOP, "HELP": HELP, "START": START}


class _TwoWay(Struct, rename="camel"):
    """https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms-payload.html"""

    origination_number: str
    destination_number: str
    message_body: str
    inbound_message_id: str
    message_keyword: str = ""


class _Published(Struct, rename="pascal"):
    topic_arn: str
    timestamp: datetime
    message: str


class _Record(Struct):
    sns: _Published = msgspec.field(name="Sns")


@dataclass(frozen=True, slots=True, kw_only=True)
class AwsCallbacks:
    """`topics` are the ARNs of the SNS topics that bring answers."""

    topics: tuple[str, ...]

    receipt = staticmethod(aws_receipts.receipt)
    lines = staticmethod(sns_logs.lines)
    line_receipt = staticmethod(sns_logs.receipt)

    def inbound(self, record: Mapping[str, Any]) -> InboundText:
        """The answer in a record of SNS. Raises Untrusted for another topic, InvalidRequest for what is no answer."""
        published = _published(record)
        if published.topic_arn not in self.topics:
            raise Untrusted("The topic is none of ours.")
        said = _said(published.message)
        return InboundText(
            provider=aws_receipts.PROVIDER,
            provider_id=said.inbound_message_id,
            sender=said.origination_number,
            recipient=said.destination_number,
            body=said.message_body,
            at=published.timestamp,
            told=_TOLD.get(said.message_keyword.upper()),
        )


def _published(record: Mapping[str, Any]) -> _Published:
    try:
        return msgspec.convert(record, _Record).sns
    except msgspec.ValidationError as error:
        raise InvalidRequest("The record is none of SNS.", field="Records") from error


def _said(message: str) -> _TwoWay:
    try:
        return msgspec.json.decode(message, type=_TwoWay)
    except msgspec.MsgspecError as error:
        raise InvalidRequest("The topic brought what is no answer.", field="Sns.Message") from error
