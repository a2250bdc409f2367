"""What must hold before anything is synthesised; each refusal says which field of which file to change."""

from ipaddress import ip_network

from infra.environments import Environment
from infra.environments.check_automations import check_automations
from infra.environments.check_events import check_events
from infra.environments.check_providers import check_providers
from infra.environments.check_retention import check_retention
from infra.environments.check_texts import check_texts
from infra.environments.refusal import EnvironmentIncomplete, refusal

__all__ = ["EnvironmentIncomplete", "check"]

LOOPBACK = (ip_network("127.0.0.0/8"), ip_network("::1/128"), ip_network("::ffff:127.0.0.0/104"))


def check(environment: Environment) -> None:
    """Raises EnvironmentIncomplete with one sentence that a person can act on."""
    check_providers(environment)
    check_texts(environment)
    check_automations(environment)
    check_retention(environment)
    check_events(environment)
    _reserves_what_it_can(environment)
    if environment.is_local:
        return
    _has_an_address(environment)
    _trusts_no_loopback(environment)


def _reserves_what_it_can(environment: Environment) -> None:
    if environment.imports_at_once < 0:
        wanted = f"0 or how many uploads are read at a time, not {environment.imports_at_once}"
        raise refusal(environment, "imports_at_once", wanted)


def _has_an_address(environment: Environment) -> None:
    if not environment.domain:
        raise refusal(environment, "domain", 'the name that QR codes will carry, such as "go.example.com"')
    if not (environment.certificate_arn or "").startswith("arn:aws:acm:us-east-1:"):
        raise refusal(
            environment, "certificate_arn", f"an ACM certificate in us-east-1 for {environment.domain}"
        )
    if bool(environment.hosted_zone_id) != bool(environment.hosted_zone_name):
        raise refusal(environment, "hosted_zone_id", "together with `hosted_zone_name`, or leave both empty")


def _trusts_no_loopback(environment: Environment) -> None:
    """Behind an edge, a loopback address can only be a forged or a mistaken one."""
    for text in environment.limits.trusted_networks:
        network = ip_network(text, strict=False)
        if any(network.version == own.version and network.overlaps(own) for own in LOOPBACK):
            raise refusal(
                environment, "trusted_networks", f"only networks of your own; {text} may not be trusted"
            )
