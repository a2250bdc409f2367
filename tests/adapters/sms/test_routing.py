"""Which provider a text goes to, and who else is asked."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.adapters.sms.texts import an_sms, failure
from twofold.adapters.sms.routing import RoutedGateway
from twofold.contracts.deadlines import LAST_START
from twofold.contracts.errors import OutcomeUnknown, TwofoldError, Unavailable
from twofold.contracts.settings import SettingMissing, SmsSettings
from twofold.leads.phone import Phone
from twofold.messages.model import Sms
from twofold.messages.ports import Handed, NumberRejected, RecipientOptedOut, SendingPaused, SmsRejected

AWAY = Unavailable("It is away.")
COUNTRY = SmsRejected("Not to this country.", code="21408")


class Scripted:
    """A gateway that raises what it is told to, and else takes the text."""

    def __init__(self, name: str, asked: list[str], then: Callable[[], None]) -> None:
        self.name, self.asked, self.then = name, asked, then
        self.error: TwofoldError | None = None

    def send(self, sms: Sms) -> Handed:
        self.asked.append(self.name)
        self.then()
        if self.error:
            raise self.error
        return Handed(self.name, "id-1")


class House:
    """Four gateways and a clock; each send takes `seconds`."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.noticed: list[tuple[str, TwofoldError]] = []
        self.time = datetime(2026, 11, 22, 9, tzinfo=UTC)
        self.seconds = 1.0
        self.gateways = {n: Scripted(n, self.asked, self.work) for n in ("sns", "aws", "twilio", "webhook")}

    def work(self) -> None:
        self.time += timedelta(seconds=self.seconds)

    def routed(self, **settings: Any) -> RoutedGateway:
        return RoutedGateway(
            self.gateways, SmsSettings(**settings), clock=lambda: self.time, notice=self.notice
        )

    def notice(self, sms: Sms, provider: str, error: TwofoldError) -> None:
        self.noticed.append((provider, error))


@pytest.fixture
def house() -> House:
    return House()


ALL: dict[str, Any] = {"provider": "aws", "fallback": ("twilio", "aws", "webhook")}


def test_the_country_picks_the_provider_and_else_the_default_does(house: House):
    routed = house.routed(provider="sns", by_country=("US=twilio", "DE=webhook"))
    for number, country, provider in (
        ("+12015550123", "US", "twilio"),
        ("+4915112345678", "DE", "webhook"),
        ("+48601234567", "PL", "sns"),
    ):
        assert routed.send(an_sms(to=Phone(number, country))).provider == provider


@pytest.mark.parametrize("error", [AWAY, COUNTRY])
def test_a_verification_code_that_did_not_leave_is_tried_elsewhere_once_each(
    house: House, error: TwofoldError
):
    for name in ("aws", "twilio"):
        house.gateways[name].error = error
    assert house.routed(**ALL).send(an_sms()).provider == "webhook"
    assert house.asked == ["aws", "twilio", "webhook"]
    assert house.noticed == [("twilio", error), ("webhook", error)]


@pytest.mark.parametrize("message_class", ["requested", "staff", "marketing"])
def test_no_other_text_is_tried_elsewhere(house: House, message_class: str):
    house.gateways["aws"].error = AWAY
    assert failure(house.routed(**ALL), an_sms(message_class=message_class)) is AWAY
    assert house.asked == ["aws"]
    assert house.noticed == []


@pytest.mark.parametrize(
    "error",
    [
        OutcomeUnknown("It may have left."),
        RecipientOptedOut("They want none."),
        NumberRejected("There is no such number."),
    ],
)
@pytest.mark.parametrize("position", [0, 1])
def test_what_may_have_left_and_what_cannot_arrive_is_tried_nowhere_else(
    house: House, error: TwofoldError, position: int
):
    order = ["aws", "twilio", "webhook"]
    house.gateways["aws"].error = AWAY
    house.gateways[order[position]].error = error
    assert failure(house.routed(**ALL)) is error
    assert house.asked == order[: position + 1]


@pytest.mark.parametrize(("first", "second"), [(AWAY, COUNTRY), (COUNTRY, AWAY)])
def test_when_nobody_took_it_whoever_may_take_it_later_decides(
    house: House, first: TwofoldError, second: TwofoldError
):
    house.gateways["aws"].error, house.gateways["twilio"].error = first, second
    assert failure(house.routed(provider="aws", fallback=("twilio",))) is AWAY


def test_when_everybody_refused_the_first_decides(house: House):
    house.gateways["aws"].error, house.gateways["twilio"].error = COUNTRY, SmsRejected("no", code="other")
    assert failure(house.routed(provider="aws", fallback=("twilio",))) is COUNTRY


@pytest.mark.parametrize(("seconds", "asked"), [(0.6, 4), (1, 3), (1.1, 2), (2, 2), (2.1, 1)])
def test_nobody_else_is_asked_who_could_be_cut_off_before_they_answer(
    house: House, seconds: float, asked: int
):
    assert LAST_START == 2
    house.seconds = seconds
    for gateway in house.gateways.values():
        gateway.error = AWAY
    assert failure(house.routed(provider="sns", fallback=("aws", "twilio", "webhook"))) is AWAY
    assert len(house.asked) == asked


def test_the_time_that_was_spent_before_counts_too(house: House):
    for gateway in house.gateways.values():
        gateway.error = AWAY
    late = an_sms(until=house.time + timedelta(seconds=0.9))
    assert failure(house.routed(**ALL), late) is AWAY
    assert house.asked == ["aws"]


def test_who_is_noticed_may_end_the_search(house: House):
    house.gateways["aws"].error = AWAY
    paused = SendingPaused("The operator has stopped it.")

    def stop(sms: Sms, provider: str, error: TwofoldError) -> None:
        raise paused

    routed = RoutedGateway(house.gateways, SmsSettings(**ALL), clock=lambda: house.time, notice=stop)
    assert failure(routed) is paused
    assert house.asked == ["aws"]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            {"provider": "pigeon"},
            "TWOFOLD_SMS_PROVIDER names pigeon; providers are sns, aws, twilio, webhook",
        ),
        ({"provider": ""}, "TWOFOLD_SMS_PROVIDER names nobody"),
        ({"by_country": ("US=pigeon",)}, "TWOFOLD_SMS_BY_COUNTRY names pigeon"),
        ({"by_country": ("US",)}, "TWOFOLD_SMS_BY_COUNTRY must have rows like US=twilio"),
        ({"by_country": ("us=sns",)}, "TWOFOLD_SMS_BY_COUNTRY must have rows like US=twilio"),
        ({"by_country": ("US=sns", "US=aws")}, "TWOFOLD_SMS_BY_COUNTRY must have rows like US=twilio"),
        ({"fallback": ("pigeon",)}, "TWOFOLD_SMS_FALLBACK names pigeon"),
    ],
)
def test_a_setting_that_names_nobody_does_not_start(house: House, settings: dict[str, Any], said: str):
    with pytest.raises(ValueError, match=said):
        house.routed(**settings)


@pytest.mark.parametrize(
    "settings", [{"provider": "aws"}, {"by_country": ("US=aws",)}, {"fallback": ("sns", "aws")}]
)
def test_a_provider_without_settings_of_its_own_does_not_start(house: House, settings: dict[str, Any]):
    del house.gateways["aws"]
    with pytest.raises(SettingMissing, match=r"TWOFOLD_SMS_FALLBACK names aws, which has no settings"):
        house.routed(**settings)


def test_who_is_not_named_needs_no_settings(house: House):
    for name in ("aws", "twilio", "webhook"):
        del house.gateways[name]
    assert house.routed(provider="sns").send(an_sms()).provider == "sns"
