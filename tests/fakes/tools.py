"""What the use cases around texts are made of."""

from dataclasses import dataclass

from tests.fakes.books import Books
from tests.fakes.clock import SetClock
from tests.fakes.gateway import FakeGateway
from tests.fakes.scheduler import FakeScheduler
from tests.fakes.use_cases import Signups
from twofold.contracts.settings import LimitSettings, SendingSettings
from twofold.messages.money.spend import Budgets
from twofold.messages.ports import StillWanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    books: Books
    signups: Signups
    limits: LimitSettings
    sending: SendingSettings
    gateway: FakeGateway
    scheduler: FakeScheduler
    wanted: StillWanted
    paced: bool
    clock: SetClock

    @property
    def budgets(self) -> Budgets:
        return Budgets(limits=self.limits, sending=self.sending)
