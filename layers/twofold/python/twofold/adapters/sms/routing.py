"""Every text to its provider, and a verification code to another one when the first surely did not take it."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from twofold.contracts.deadlines import LAST_START
from twofold.contracts.errors import OutcomeUnknown, TwofoldError, Unavailable
from twofold.contracts.instants import Clock, now
from twofold.contracts.settings import SettingMissing, SmsSettings
from twofold.messages.model import Sms
from twofold.messages.ports import Handed, NumberRejected, RecipientOptedOut, SmsGateway, SmsRejected

from .routes import read_routes

Notice = Callable[[Sms, str, TwofoldError], None]
"""Is told who comes next, by name, and why the one before did not take the text. What it raises ends the search."""

_FINAL = (OutcomeUnknown, RecipientOptedOut, NumberRejected)
"""After these nobody else may be asked: the text may have left, the person wants none, or none can arrive."""


def _overlook(sms: Sms, provider: str, error: TwofoldError) -> None:
    """Nobody wants to know."""


class RoutedGateway:
    """`gateways` by their names.

    Raises ValueError and SettingMissing, naming the setting, when a text might go to one who is not there.
    """

    def __init__(
        self,
        gateways: Mapping[str, SmsGateway],
        settings: SmsSettings,
        *,
        clock: Clock = now,
        notice: Notice = _overlook,
    ) -> None:
        self._routes = read_routes(settings)
        if missing := sorted(self._routes.providers - gateways.keys()):
            named = ", ".join(settings.variable(name) for name in ("provider", "by_country", "fallback"))
            raise SettingMissing(f"One of {named} names {missing[0]}, which has no settings here.")
        self._gateways = gateways
        self._clock = clock
        self._notice = notice

    def send(self, sms: Sms) -> Handed:
        """As every gateway. When nobody took the text, says that it may be taken later if anybody said so.

        Nobody else is asked after the moment at which the sender's time would end before they had answered.
        """
        until = sms.until or self._clock() + timedelta(seconds=LAST_START)
        refusals: list[SmsRejected | Unavailable] = []
        for provider in self._routes.of(sms):
            if refusals:
                self._notice(sms, provider, refusals[-1])
                if self._clock() > until:
                    break
            try:
                return self._gateways[provider].send(sms)
            except _FINAL:
                raise
            except (SmsRejected, Unavailable) as error:
                refusals.append(error)
        raise next((error for error in refusals if isinstance(error, Unavailable)), refusals[0])
