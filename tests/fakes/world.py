"""The whole of Twofold on one backend: every use case, a provider, a scheduler, a bus and a clock."""

import json
from dataclasses import dataclass, field
from datetime import datetime

from tests.fakes.books import Books
from tests.fakes.clock import SetClock
from tests.fakes.conversations import Links, Receipts, Replies
from tests.fakes.gateway import FakeGateway
from tests.fakes.in_memory import in_memory
from tests.fakes.ledger import FakeBus, row_of
from tests.fakes.made import a_click, a_plan, a_reply
from tests.fakes.outcomes import code_of
from tests.fakes.samples import ANNA, ASSETS, BUFFET, LANDING, PASSER_BY, SPA, SPA_LANDING, signup
from tests.fakes.scheduler import FakeScheduler
from tests.fakes.texts import Texts
from tests.fakes.tools import Tools
from tests.fakes.use_cases import Codes, Pools, Relay, Rewards, Signups
from tests.fakes.wants import Wants
from twofold.contracts import events
from twofold.contracts.events import (
    CodeIssued,
    CodePromised,
    CodeRedeemed,
    CodesUsedUp,
    Envelope,
    LeadConfirmed,
    LeadReturned,
    MessagePlanned,
    ReferralCompleted,
    SignupRequested,
)
from twofold.contracts.payloads.signups import Confirmation, ConfirmationRequest
from twofold.contracts.settings import LimitSettings, SendingSettings
from twofold.entrypoints.bodies import parse
from twofold.leads.model import Lead
from twofold.messages.model import Message
from twofold.messages.ports import StillWanted
from twofold.messages.receipts.model import DELIVERED, Receipt
from twofold.messages.sending.plan import planned


@dataclass(slots=True)
class World:
    """Seeded with the campaigns of `samples`. `paced`: its deployment is one where days may go by faster."""

    books: Books = field(default_factory=in_memory)
    limits: LimitSettings = field(default_factory=LimitSettings)
    sending: SendingSettings = field(default_factory=lambda: SendingSettings(campaign=BUFFET.campaign_id))
    clock: SetClock = field(default_factory=SetClock)
    gateway: FakeGateway = field(default_factory=FakeGateway)
    scheduler: FakeScheduler = field(default_factory=FakeScheduler)
    bus: FakeBus = field(default_factory=FakeBus)
    wanted: StillWanted = field(default_factory=Wants)
    paced: bool = False
    signups: Signups = field(init=False)
    codes: Codes = field(init=False)
    rewards: Rewards = field(init=False)
    pools: Pools = field(init=False)
    links: Links = field(init=False)
    texts: Texts = field(init=False)
    replies: Replies = field(init=False)
    receipts: Receipts = field(init=False)
    relay: Relay = field(init=False)

    def __post_init__(self) -> None:
        for campaign in (BUFFET, SPA):
            self.books.upkeep.put_campaign(campaign)
        for asset in (*ASSETS.values(), SPA_LANDING):
            self.books.upkeep.put_asset(asset)
        self.signups = Signups(self.books, self.limits, self.clock)
        self.codes = Codes(self.books, self.clock)
        self.rewards = Rewards(self.books, self.clock)
        self.pools = Pools(self.books, self.clock)
        self.relay = Relay(self.books, self.clock, self.bus)
        self._wire_texts()

    def _wire_texts(self) -> None:
        tools = Tools(
            books=self.books,
            signups=self.signups,
            limits=self.limits,
            sending=self.sending,
            gateway=self.gateway,
            scheduler=self.scheduler,
            wanted=self.wanted,
            paced=self.paced,
            clock=self.clock,
        )
        self.links = Links(tools)
        self.texts = Texts(tools, self.links.shorten)
        self.replies = Replies(tools)
        self.receipts = Receipts(tools)

    def join(self, phone: str = ANNA, asset_id: str = LANDING.asset_id) -> str:
        """Leave a number; answer the challenge's id."""
        return self.signups.sign_up(signup(phone, asset_id=asset_id), PASSER_BY).challenge_id

    def guess(self, challenge_id: str, code: str | None = None) -> Confirmation:
        """Type a code in: the right one unless told otherwise."""
        body = json.dumps({"code": code or self.signups.key.digits(challenge_id)}).encode()
        typed = parse(body, ConfirmationRequest)
        return self.signups.confirm(challenge_id, typed, PASSER_BY)

    def confirmed(self, phone: str = ANNA, asset_id: str = LANDING.asset_id) -> Confirmation:
        return self.guess(self.join(phone, asset_id))

    def code(self, phone: str = ANNA) -> str:
        """A fresh lead's discount code."""
        return code_of(self.confirmed(phone))

    def lead_id(self, phone: str = ANNA) -> str:
        return self.signups.identify(phone)

    def lead(self, phone: str = ANNA) -> Lead:
        lead = self.books.leads.lead(self.lead_id(phone))
        assert lead, "nobody is known by this number"
        return lead

    def timeline(self, phone: str = ANNA) -> list[Envelope]:
        return self.books.upkeep.timeline(self.lead_id(phone))

    def plan(self, phone: str = ANNA, **fields: object) -> Message:
        """Plan a text to a lead: a reminder of their code, unless told otherwise."""
        known = self.books.leads.lead(self.lead_id(phone))
        message = a_plan(self.lead_id(phone), self.clock(), known.codes if known else (), **fields)
        assert self.texts.plan(message), "it was planned before"
        return message

    def go(self, message: Message) -> str:
        """Send a message that was planned; answer how that ended."""
        return self.send(planned(message))

    def message(self, message: Message | str) -> Message:
        """How it stands now."""
        found = self.books.messages.find(message if isinstance(message, str) else message.message_id)
        assert found, "there is no such message"
        return found

    def reply(self, phone: str, body: str, **fields: object) -> str:
        """Let a phone text us; answer what was made of it."""
        return self.replies.receive(a_reply(phone, body, self.clock(), **fields))

    def receipt(self, message: Message, state: str = DELIVERED, **fields: object) -> str:
        """Let the provider say what became of a text; answer how it stands now."""
        named = {"provider": "fake", "provider_id": "provider-1", "message_id": message.message_id}
        return self.receipts.settle(Receipt(state=state, **{**named, **fields}))  # type: ignore[arg-type]

    def click(self, link: str, **fields: object) -> str:
        """Let somebody open a link of ours; answer where it leads."""
        return self.links.follow(link.rpartition("/")[2], a_click(self.clock(), **fields))

    def send(self, event: Envelope) -> str:
        """What the texts' queue does with an event of the bus."""
        heard = events.read(events.write(event))
        match heard.data:
            case SignupRequested():
                return self.texts.send_verification(heard, heard.data)
            case CodeIssued() | LeadReturned():
                return self.texts.send_code(heard, heard.data)
            case CodePromised() | CodesUsedUp():
                return self.texts.tell_no_code(heard, heard.data)
            case ReferralCompleted():
                return self.texts.plan_referral(heard, heard.data)
            case MessagePlanned():
                return self.texts.send_planned(heard, heard.data)
        return "not_ours"

    def reward(self, event: Envelope) -> str:
        """What the rewards' function does with an event of the bus."""
        heard = events.read(events.write(event))
        assert isinstance(heard.data, LeadConfirmed | CodeRedeemed)
        return self.rewards.reward(heard, heard.data)

    def send_all(self, phone: str = ANNA) -> list[str]:
        """Send what every event of the lead asks for; answer how each ended."""
        return [ended for event in self.timeline(phone) if (ended := self.send(event)) != "not_ours"]

    def wake(self, until: datetime) -> list[str]:
        """Let time pass until then; what is due on the way is sent at its moment. Answer how each ended."""
        ended = []
        while wake := self.scheduler.fire(until):
            self.clock.at = max(self.clock.at, wake.at)
            ended.append(self.send(wake.event))
        self.clock.at = max(self.clock.at, until)
        return ended

    def relayed(self, phone: str = ANNA) -> int | None:
        return self.relay.relay([row_of(event) for event in self.timeline(phone)])
