"""The kill switch, with a provider that takes its time: nothing leaves five seconds after it, marketing goes later."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from tests.fakes.clock import NOON, SetClock
from tests.fakes.gateway import FakeGateway
from tests.fakes.in_memory import in_memory
from tests.fakes.samples import ANNA, BEN, CARA
from tests.fakes.world import World
from twofold.adapters.sms.routing import RoutedGateway
from twofold.contracts.errors import TwofoldError, Unavailable
from twofold.contracts.events import Envelope
from twofold.contracts.settings import SmsSettings
from twofold.messages.model import Sms
from twofold.messages.ports import Handed, SendingPaused
from twofold.messages.sending import send_verification
from twofold.messages.sending.plan import planned

AT_MOST = 5.0
"""Seconds after the switch was pulled within which the last text may still be handed over."""

SLOW = 4.0
OLD = 2.0
"""Seconds that a process may take the switch for what it was (`KillSwitch.paused`)."""


@dataclass
class StaleSwitch:
    """As old as a process may have it."""

    clock: SetClock
    pulled_at: datetime | None = None
    resumed_at: datetime | None = None
    age: timedelta = timedelta(seconds=OLD)

    def paused(self) -> bool:
        seen = self.clock() - self.age
        on = self.pulled_at is not None and seen >= self.pulled_at
        return on and not (self.resumed_at and seen >= self.resumed_at)


@dataclass
class Slow(FakeGateway):
    """Takes four seconds for an answer, and does not take the text when it is `down`."""

    clock: SetClock = field(default_factory=SetClock)
    down: bool = False
    asked_at: list[datetime] = field(default_factory=list)

    def send(self, sms: Sms) -> Handed:
        self.asked_at.append(self.clock())
        self.clock.forward(seconds=SLOW)
        if self.down:
            raise Unavailable("It does not take the text.")
        return super().send(sms)


@dataclass
class Deployment:
    """Two slow providers; the second is asked when the first surely did not take a text."""

    down: bool = False

    def __post_init__(self) -> None:
        self.clock = SetClock(NOON)
        self.switch, self.providers = StaleSwitch(self.clock), self._providers()
        settings = SmsSettings(provider="sns", fallback=("aws",))
        routed = RoutedGateway(self.providers, settings, clock=self.clock, notice=self._unless_paused)
        books = replace(in_memory(), switch=self.switch)
        self.world = World(books=books, clock=self.clock, gateway=routed)  # type: ignore[arg-type]

    def _providers(self) -> dict[str, Slow]:
        return {name: Slow(name=name, clock=self.clock, down=self.down) for name in ("sns", "aws")}

    def _unless_paused(self, sms: Sms, provider: str, error: TwofoldError) -> None:
        if self.switch.paused():
            raise SendingPaused("paused") from error

    def asked_at(self) -> list[float]:
        """When a provider was asked, in seconds after the switch was pulled."""
        assert self.switch.pulled_at
        asked = [moment for provider in self.providers.values() for moment in provider.asked_at]
        return sorted((moment - self.switch.pulled_at).total_seconds() for moment in asked)

    def work_off(self, events: list[Envelope]) -> list[str]:
        """As a function does, one after the other; what fails is handed over again when all have had their turn."""
        ended = []
        for event in events:
            try:
                ended.append(self.world.send(event))
            except Unavailable as error:
                ended.append(error.code)
        return ended


@pytest.mark.parametrize("down", [False, True], ids=["slow", "slow and down"])
@pytest.mark.parametrize("seconds", [n / 2 for n in range(40)])
def test_no_provider_is_asked_five_seconds_after_the_switch_whenever_it_is_pulled(seconds: float, down: bool):
    deployment = Deployment(down=down)
    world = deployment.world
    for phone in (ANNA, BEN, CARA):
        world.join(phone)
    events = [event for phone in (ANNA, BEN, CARA) for event in world.timeline(phone)]
    deployment.switch.pulled_at = NOON + timedelta(seconds=seconds)
    deployment.work_off(events * 2)
    late = [asked for asked in deployment.asked_at() if asked > AT_MOST]
    assert late == []
    assert seconds < SLOW or deployment.asked_at(), "nobody was asked before it either"


def test_marketing_waits_while_the_switch_is_on_and_goes_when_it_is_off_again():
    deployment = Deployment()
    world, switch = deployment.world, deployment.switch
    plans = []
    for phone in (ANNA, BEN, CARA):
        world.confirmed(phone)
        plans.append(world.plan(phone))
    switch.pulled_at, switch.resumed_at = NOON - timedelta(minutes=1), NOON + timedelta(hours=1)
    assert deployment.work_off([planned(plan) for plan in plans]) == ["deferred"] * 3
    assert deployment.providers["sns"].asked_at == []
    ended = world.wake(NOON + timedelta(hours=2))
    assert ended.count("accepted") == 3
    assert set(ended) == {"accepted", "deferred"}
    assert min(deployment.providers["sns"].asked_at) >= switch.resumed_at


def test_the_check_catches_a_fallback_that_looks_neither_at_the_switch_nor_at_its_time(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(Deployment, "_unless_paused", lambda *_: None)
    monkeypatch.setattr(send_verification, "LAST_START", 12)
    deployment = Deployment(down=True)
    deployment.world.join()
    deployment.switch.pulled_at = NOON - timedelta(seconds=1.5)
    deployment.work_off(deployment.world.timeline())
    assert max(deployment.asked_at()) > AT_MOST
