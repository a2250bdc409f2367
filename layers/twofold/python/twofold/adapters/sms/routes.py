"""Which providers a text may go to, as the settings say it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from twofold.contracts.settings import SmsSettings
from twofold.messages.model import VERIFICATION, Sms

KNOWN = ("sns", "aws", "twilio", "webhook")

_ROW = re.compile(r"(?P<country>[A-Z]{2})=(?P<provider>\w+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Routes:
    """`countries` by ISO 3166 code; `fallback` in the order of trying."""

    default: str
    countries: Mapping[str, str] = field(default_factory=dict)
    fallback: tuple[str, ...] = ()

    @property
    def providers(self) -> frozenset[str]:
        """All that a text might go to: these need their settings."""
        return frozenset({self.default, *self.countries.values(), *self.fallback})

    def of(self, sms: Sms) -> Iterator[str]:
        """The text's own provider; for a verification code, then, whom else to ask when that one did not take it."""
        first = self.countries.get(sms.to.country, self.default)
        yield first
        if sms.message_class == VERIFICATION:
            yield from (other for other in self.fallback if other != first)


def read_routes(settings: SmsSettings) -> Routes:
    """Raises ValueError, naming the setting, for a row that cannot be read and for a provider that nobody knows."""
    for provider in settings.fallback:
        _known(settings.variable("fallback"), provider)
    return Routes(
        default=_known(settings.variable("provider"), settings.provider),
        countries=_countries(settings.variable("by_country"), settings.by_country),
        fallback=tuple(dict.fromkeys(settings.fallback)),
    )


def _countries(setting: str, rows: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        read = _ROW.fullmatch(row)
        if not read or read["country"] in found:
            raise ValueError(f"{setting} must have rows like US=twilio, one for a country; {row} is not one.")
        found[read["country"]] = _known(setting, read["provider"])
    return found


def _known(setting: str, provider: str) -> str:
    if provider not in KNOWN:
        raise ValueError(f"{setting} names {provider or 'nobody'}; providers are {', '.join(KNOWN)}.")
    return provider
