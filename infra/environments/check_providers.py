"""Whoever a text might go to is known, and has been told what it needs."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from infra.environments import Environment
from infra.environments.countries import is_country
from infra.environments.refusal import refusal

NEEDS: dict[str, tuple[str, ...]] = {
    "sns": (),
    "aws": ("origination",),
    "twilio": ("account_sid", "sender"),
    "webhook": ("url",),
}
"""Every provider, with the fields that a section of its name must hold."""

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def check_providers(environment: Environment) -> None:
    """Raises EnvironmentIncomplete."""
    for field, provider in _named(environment):
        if provider not in NEEDS:
            raise refusal(environment, field, f"one of {', '.join(NEEDS)}, not `{provider}`")
        _has_its_settings(environment, field, provider)
    _serves_countries(environment)
    for section in ("twilio", "webhook"):
        _keeps_to_tls(environment, section)


def _named(environment: Environment) -> Iterator[tuple[str, str]]:
    yield "[sms] provider", environment.sms.provider
    for row in environment.sms.by_country:
        yield "[sms.by_country]", row.partition("=")[2]
    for provider in environment.sms.fallback:
        yield "[sms] fallback", provider


def _serves_countries(environment: Environment) -> None:
    for row in environment.sms.by_country:
        country = row.partition("=")[0]
        if not is_country(country):
            wanted = f"countries by their two capital letters, such as US; `{country}` is none"
            raise refusal(environment, "[sms.by_country]", wanted)


def _has_its_settings(environment: Environment, field: str, provider: str) -> None:
    for need in NEEDS[provider]:
        if not getattr(getattr(environment, provider), need, None):
            wanted = f"texts may go to `{provider}`, which `{field}` names and which cannot do without it"
            raise refusal(environment, f"[{provider}] {need}", wanted)


def _keeps_to_tls(environment: Environment, section: str) -> None:
    url = getattr(getattr(environment, section), "url", None)
    if url is not None and not _is_safe(url, environment):
        wanted = f'an address that begins with https, such as "https://gateway.example/texts", not `{url}`'
        raise refusal(environment, f"[{section}] url", wanted)


def _is_safe(url: str, environment: Environment) -> bool:
    """Over TLS; without it only on one machine, to itself."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    plain = environment.is_local and parts.scheme == "http" and host in LOOPBACK
    return bool(host) and (parts.scheme == "https" or plain)
