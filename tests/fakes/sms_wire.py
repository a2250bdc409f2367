"""How each SMS provider reads what it is sent.

Whether a request is authentic is judged by other means than ours: botocore's signer, and the definitions as they stand.
"""

import hmac
import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from tests.fakes import sms_answers
from tests.fakes.aws import REGION
from tests.fakes.sms_answers import Answers, Reply

ACCOUNT = "AC" + "0" * 32
TOKEN = "a-token-that-nobody-may-see"
SECRET = "whsec_" + b64encode(b"a secret that nobody may see").decode()
KEY = "a-secret-key-that-nobody-may-see"


@dataclass(frozen=True, slots=True)
class Request:
    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def form(self) -> dict[str, str]:
        parsed = parse_qs(self.body.decode(), strict_parsing=True)
        return {name: value for name, (value,) in parsed.items()}


@dataclass(frozen=True, slots=True)
class Taken:
    """A text that arrived; `told` is all that was said of it."""

    to: str
    text: str
    told: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wire:
    """`read` answers with the text; with None when nothing proves who sent it."""

    read: Callable[[Request], Taken | None]
    answers: Answers

    def refusing(self, reply: Reply) -> Self:
        """The same wire, with this answer for the mood `refuse`."""
        return replace(self, answers={**self.answers, "refuse": reply})


def _sns(request: Request) -> Taken | None:
    form = request.form
    assert (form["Action"], form["Version"]) == ("Publish", "2010-03-31")
    return Taken(form["PhoneNumber"], form["Message"], form) if _signed(request, "sns") else None


def _aws(request: Request) -> Taken | None:
    assert request.headers["x-amz-target"] == "PinpointSMSVoiceV2.SendTextMessage"
    told = json.loads(request.body)
    signed = _signed(request, "sms-voice")
    return Taken(told["DestinationPhoneNumber"], told["MessageBody"], told) if signed else None


def _twilio(request: Request) -> Taken | None:
    assert urlsplit(request.path).path == f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
    kind, _, given = request.headers["authorization"].partition(" ")
    known = (kind, b64decode(given).decode()) == ("Basic", f"{ACCOUNT}:{TOKEN}")
    return Taken(request.form["To"], request.form["Body"], request.form) if known else None


def _webhook(request: Request) -> Taken | None:
    sent, at, given = (request.headers[f"webhook-{name}"] for name in ("id", "timestamp", "signature"))
    key = b64decode(SECRET.removeprefix("whsec_"))
    mac = hmac.new(key, b".".join((sent.encode(), at.encode(), request.body)), "sha256").digest()
    told = json.loads(request.body)["data"]
    return Taken(told["to"], told["text"], told) if given == f"v1,{b64encode(mac).decode()}" else None


WIRES: Mapping[str, Wire] = {
    "sns": Wire(_sns, sms_answers.SNS),
    "aws": Wire(_aws, sms_answers.AWS),
    "twilio": Wire(_twilio, sms_answers.TWILIO),
    "webhook": Wire(_webhook, sms_answers.WEBHOOK),
}


def _signed(request: Request, service: str) -> bool:
    """Whether botocore, with the same secret, makes the same signature of what arrived."""
    _, _, parts = request.headers["authorization"].partition(" ")
    told = dict(part.strip().split("=", 1) for part in parts.split(","))
    names = told["SignedHeaders"].split(";")
    assert {"host", "x-amz-date", "content-type"} <= set(names)
    url = f"http://{request.headers['host']}{request.path}"
    headers = {name: request.headers[name] for name in names}
    made = AWSRequest("POST", url, headers=headers, data=request.body)
    made.context["timestamp"] = request.headers["x-amz-date"]
    signer = SigV4Auth(Credentials("testing", KEY), service, REGION)
    text = signer.string_to_sign(made, signer.canonical_request(made))
    return bool(signer.signature(text, made) == told["Signature"])
