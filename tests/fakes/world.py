"""The whole of Twofold on one backend: every use case, a provider, a bus and a clock."""

import json
from dataclasses import dataclass, field

from tests.fakes.books import Books
from tests.fakes.clock import SetClock
from tests.fakes.in_memory import in_memory
from tests.fakes.ledger import FakeBus, row_of
from tests.fakes.messages import FakeGateway
from tests.fakes.samples import ANNA, ASSETS, BUFFET, LANDING, PASSER_BY, SPA, SPA_LANDING, signup
from tests.fakes.use_cases import Codes, Relay, Signups, Texts
from twofold.contracts import events
from twofold.contracts.events import CodeIssued, Envelope, LeadReturned, SignupRequested
from twofold.contracts.payloads import Confirmation, ConfirmationRequest
from twofold.contracts.settings import LimitSettings
from twofold.entrypoints.bodies import parse


@dataclass(slots=True)
class World:
    """Seeded with the campaigns of `samples`."""

    books: Books = field(default_factory=in_memory)
    limits: LimitSettings = field(default_factory=LimitSettings)
    clock: SetClock = field(default_factory=SetClock)
    gateway: FakeGateway = field(default_factory=FakeGateway)
    bus: FakeBus = field(default_factory=FakeBus)
    signups: Signups = field(init=False)
    codes: Codes = field(init=False)
    texts: Texts = field(init=False)
    relay: Relay = field(init=False)

    def __post_init__(self) -> None:
        for campaign in (BUFFET, SPA):
            self.books.upkeep.put_campaign(campaign)
        for asset in (*ASSETS.values(), SPA_LANDING):
            self.books.upkeep.put_asset(asset)
        self.signups = Signups(self.books, self.limits, self.clock)
        self.codes = Codes(self.books, self.clock)
        self.texts = Texts(self.books, self.limits, self.clock, self.gateway)
        self.relay = Relay(self.books, self.clock, self.bus)

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
        return self.confirmed(phone).discount.code

    def lead_id(self, phone: str = ANNA) -> str:
        return self.signups.identify(phone)

    def timeline(self, phone: str = ANNA) -> list[Envelope]:
        return self.books.upkeep.timeline(self.lead_id(phone))

    def send(self, event: Envelope) -> str:
        """What the texts' queue does with an event of the bus."""
        heard = events.read(events.write(event))
        match heard.data:
            case SignupRequested():
                return self.texts.send_verification(heard, heard.data)
            case CodeIssued() | LeadReturned():
                return self.texts.send_code(heard, heard.data)
        return "not_ours"

    def send_all(self, phone: str = ANNA) -> list[str]:
        """Send what every event of the lead asks for; answer how each ended."""
        return [ended for event in self.timeline(phone) if (ended := self.send(event)) != "not_ours"]

    def relayed(self, phone: str = ANNA) -> int | None:
        return self.relay.relay([row_of(event) for event in self.timeline(phone)])
