"""A deployment without a stack: its functions, its seeds, and the ways between them."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from tests.fakes import sample_events
from tests.fakes.aws import FakeAws
from tests.fakes.made import a_plan
from tests.fakes.samples import ANNA, ASSETS, BUFFET, LANDING
from tests.fakes.stored import put_asset
from tests.fakes.tables import SETTINGS
from tests.functions.booted import Handle
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.messages import DynamoMessageBook
from twofold.adapters.dynamodb.operations import DynamoKeyBook
from twofold.adapters.secrets import derive_key
from twofold.contracts.instants import now
from twofold.contracts.routes.catalogue import SCOPES
from twofold.leads.model import Lead
from twofold.leads.phone import LeadIdentity, Phone
from twofold.leads.verification import VerificationKey
from twofold.messages.model import REQUESTED, Message
from twofold.messages.sending.plan import PlanMessage
from twofold.partners.keys import mint_key


@dataclass
class Answered:
    """An answer over HTTP."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def json(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.text)
        return found


class House:
    def __init__(self, boot: Callable[[str], Handle], aws: FakeAws) -> None:
        self.boot, self.aws = boot, aws
        boot("serve_pages")  # whichever comes first connects the items to their tables
        DynamoCampaignBook().put(BUFFET)
        for asset in ASSETS.values():
            put_asset(asset)

    def key(self, *scopes: str) -> dict[str, str]:
        """The header that opens; without scopes named, everything."""
        secret, key = mint_key("test", scopes or SCOPES)
        DynamoKeyBook().put(key)
        return {"authorization": f"Bearer {secret}"}

    def ask(self, function: str, event: dict[str, Any]) -> Answered:
        told = self.boot(function)(event)
        headers = {name.lower(): value for name, value in told["headers"].items()}
        for name, values in told.get("multiValueHeaders", {}).items():
            headers[name.lower()] = ", ".join(values)
        return Answered(told["statusCode"], headers, told.get("body") or "")

    def join(self, phone: str = ANNA) -> str:
        body = json.loads(sample_events.read("http/sign_up")["body"]) | {"phone": phone}
        told = self.ask("register_leads", sample_events.http("sign_up", body=body))
        assert told.status == 202, told.text
        return str(told.json["challenge_id"])

    def confirm(self, challenge_id: str, code: str) -> Answered:
        event = sample_events.http("confirm", body={"code": code}, challenge_id=challenge_id)
        return self.ask("register_leads", event)

    def plan(self, lead_id: str = "lead-1", **fields: object) -> Message:
        """A text that somebody asked for, to Anna's phone, planned and in the ledger."""
        asked = {
            "message_class": REQUESTED,
            "template": "help",
            "to": Phone(ANNA, "PL"),
            "origin": LANDING.origin,
        }
        message = replace(a_plan(lead_id, now()), **{**asked, **fields})  # type: ignore[arg-type]
        assert PlanMessage(book=DynamoMessageBook(connect(SETTINGS)))(message)
        return message

    def lead_id(self, phone: str = ANNA) -> str:
        return LeadIdentity(derive_key("root", "lead-id"))(phone)

    def lead(self, phone: str = ANNA) -> Lead:
        found = DynamoLeadBook(connect(SETTINGS)).lead(self.lead_id(phone))
        assert found, "nobody is known by this number"
        return found

    def message(self, message_id: str) -> Message:
        found = DynamoMessageBook(connect(SETTINGS)).find(message_id)
        assert found, "there is no such message"
        return found

    def ledger(self) -> list[dict[str, str]]:
        """The rows of the ledger, oldest first."""
        rows = self.aws.rows("ledger")
        return sorted(rows, key=lambda row: row["event_id"])

    def send(self, *kinds: str) -> dict[str, Any]:
        """Hand the ledger's events of these types to the texts' function, as the queue does."""
        details = [row["event"] for row in self.ledger() if row["type"] in kinds]
        return self.boot("send_messages")(sample_events.queued(details))

    def text(self, phone: str = ANNA) -> str:
        """The last text that the phone got."""
        return [words for number, words in self.aws.texts if number == phone][-1]

    def confirmed(self, phone: str = ANNA) -> None:
        """Make a lead without a text: the digits are worked out."""
        challenge_id = self.join(phone)
        digits = VerificationKey(derive_key("root", "verification")).digits(challenge_id)
        assert self.confirm(challenge_id, digits).status == 200

    def code(self, phone: str = ANNA) -> str:
        """A lead's discount code, from the first number left to the last digit typed."""
        challenge_id = self.join(phone)
        self.send("signup.requested.v1")
        told = self.confirm(challenge_id, self.text(phone)[:6])
        assert told.status == 200, told.text
        return str(told.json["discount"]["code"])
