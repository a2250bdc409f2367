"""The SMS providers that a deployment has set up, behind one gateway."""

from collections.abc import Callable
from functools import partial

from twofold.adapters.secrets import read_secret
from twofold.adapters.sms.routes import read_routes
from twofold.adapters.sms.routing import RoutedGateway
from twofold.contracts.errors import TwofoldError
from twofold.contracts.routes.callbacks import SMS_INBOUND, SMS_STATUS, TWILIO_STATUS
from twofold.contracts.settings import (
    AwsSmsSettings,
    SecretSettings,
    SmsSettings,
    TwilioSettings,
    WebhookSettings,
)
from twofold.messages.model import Sms
from twofold.messages.ports import KillSwitch, SendingPaused, SmsGateway

from .shared import site

# Each provider's code is loaded only where texts may go to it.


def gateway(switch: KillSwitch) -> RoutedGateway:
    """Raises SettingMissing or ValueError, naming the setting, for a provider that is named and not set up."""
    settings = SmsSettings.from_env()
    makers: dict[str, Callable[[], SmsGateway]] = {
        "sns": partial(_sns, settings),
        "aws": _aws,
        "twilio": _twilio,
        "webhook": _webhook,
    }
    gateways = {name: makers[name]() for name in sorted(read_routes(settings).providers)}

    def unless_paused(sms: Sms, provider: str, error: TwofoldError) -> None:
        # A provider that did not take a text may have held us up for seconds.
        if switch.paused():
            raise SendingPaused("Sending is paused. `make resume` lets texts go again.") from error

    return RoutedGateway(gateways, settings, notice=unless_paused)


def _sns(settings: SmsSettings) -> SmsGateway:
    from twofold.adapters.sms.sns import SnsGateway

    return SnsGateway(settings)


def _aws() -> SmsGateway:
    from twofold.adapters.sms.aws import AwsGateway

    return AwsGateway(AwsSmsSettings.from_env())


def _twilio() -> SmsGateway:
    from twofold.adapters.sms.twilio import TwilioGateway

    return TwilioGateway(
        TwilioSettings.from_env(),
        token=partial(read_secret, SecretSettings.from_env().need("twilio")),
        status_url=f"{site().url}{TWILIO_STATUS.path}",
        allow_loopback=site().env == "local",
    )


def _webhook() -> SmsGateway:
    from twofold.adapters.sms.webhook import WebhookGateway

    return WebhookGateway(
        WebhookSettings.from_env(),
        secret=partial(read_secret, SecretSettings.from_env().need("webhook")),
        status_url=f"{site().url}{SMS_STATUS.path}",
        inbound_url=f"{site().url}{SMS_INBOUND.path}",
        allow_loopback=site().env == "local",
    )
