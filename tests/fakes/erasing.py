"""Forgetting on DynamoDB, as the deployment wires it, without its pauses and its exports."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

from tests.fakes.clock import SetClock
from tests.fakes.tables import SETTINGS
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.consents import DynamoConsentBook
from twofold.adapters.dynamodb.erasing.challenges import ErasedChallenges
from twofold.adapters.dynamodb.erasing.commerce import ErasedCarts, ErasedOrders
from twofold.adapters.dynamodb.erasing.consents import ErasedConsents
from twofold.adapters.dynamodb.erasing.endings import DynamoEndings
from twofold.adapters.dynamodb.erasing.enrolments import ErasedEnrolments
from twofold.adapters.dynamodb.erasing.links import ErasedLinks
from twofold.adapters.dynamodb.erasing.messages import ErasedMessages
from twofold.adapters.dynamodb.erasing.promises import ErasedPromises
from twofold.adapters.dynamodb.erasures import DynamoErasureBook
from twofold.adapters.dynamodb.items import CartItem, EnrolmentItem, OrderItem, PromiseItem
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.adapters.dynamodb.promises import _shard
from twofold.contracts.errors import Unavailable
from twofold.contracts.events import Envelope, LeadErased
from twofold.leads.kept_consent import KeptConsent
from twofold.privacy.erase import EraseLead
from twofold.privacy.forget import ForgetLead
from twofold.privacy.ports import Traces


@dataclass
class Erasing:
    """`links` is the key of short links; `withdrawn` when exports were taken back; `stuck`, they cannot be."""

    clock: SetClock
    links: bytes = b"l" * 32
    withdrawn: list[datetime] = field(default_factory=list)
    stuck: bool = False
    erase: EraseLead = field(init=False)
    forget: ForgetLead = field(init=False)

    def __post_init__(self) -> None:
        connection = connect(SETTINGS)
        self.erase = EraseLead(
            leads=DynamoLeadBook(connection), book=DynamoErasureBook(connection), clock=self.clock
        )
        traces: dict[str, Traces] = {
            "texts": ErasedMessages(connection, self.clock),
            "verifications": ErasedChallenges(),
            "promises": ErasedPromises(connection),
            "automations": ErasedEnrolments(),
            "carts": ErasedCarts(),
            "orders": ErasedOrders(),
            "links": ErasedLinks(self.links),
            "consents": ErasedConsents(),
        }
        self.forget = ForgetLead(
            history=DynamoLedger(),
            traces=traces,
            endings=DynamoEndings(self.clock),
            withdraw=self._withdraw,
            pause=lambda _: None,
        )

    def _withdraw(self) -> int:
        if self.stuck:
            raise Unavailable("The bucket of exports did not answer.")
        self.withdrawn.append(self.clock())
        return 0

    def told(self, lead_id: str) -> list[Envelope]:
        """That they were erased, each time."""
        return [event for event in DynamoLedger().subject(lead_id) if isinstance(event.data, LeadErased)]

    def hear(self, lead_id: str) -> str:
        """Let the function hear of the last erasure."""
        event = self.told(lead_id)[-1]
        assert isinstance(event.data, LeadErased)
        return self.forget(event, event.data)

    def chain(self, lead_id: str) -> list[KeptConsent]:
        return list(DynamoConsentBook().chain(lead_id))


def leave_traces(lead_id: str, at: datetime) -> str:
    """What a lead has besides what signing up and being texted leaves: a cart, an order, a way, a promise.

    Answers what their cart (`shop:…`) and order (`order:…`) are called.
    """
    end, mine = at.replace(year=at.year + 1), hashlib.sha256(lead_id.encode()).hexdigest()[:8]
    url = "https://shop.example/cart/CANARIA"
    CartItem(
        *(f"shop:{mine}",),
        source="api",
        version=1,
        state="open",
        updated_at=at,
        lead_id=lead_id,
        url=url,
        code="BUF",
        ttl=end,
    ).save()
    OrderItem(
        *(f"order:{mine}",),
        source="api",
        version=1,
        placed_at=at,
        amount=100,
        currency="PLN",
        lead_id=lead_id,
        matched_by="phone",
        campaign_id="buffet-20",
        ttl=end,
    ).save()
    EnrolmentItem(
        *(lead_id, "buffet-20#unused-code#"),
        version=1,
        run=1,
        revision=1,
        state="running",
        entered_at=at,
        entered_by="event",
    ).save()
    PromiseItem(
        *(_shard("buffet-20", lead_id), lead_id),
        campaign_id="buffet-20",
        challenge_id="c",
        locale="pl",
        promised_at=at,
    ).save()
    return mine
