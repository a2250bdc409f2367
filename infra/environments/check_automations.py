"""What automations hear are events that there are."""

from difflib import get_close_matches

from infra.environments import Environment
from infra.environments.refusal import refusal
from twofold.contracts.events import CATALOGUE

FIELD = "[automations] hears"


def check_automations(environment: Environment) -> None:
    """Raises EnvironmentIncomplete."""
    heard = environment.automations.hears
    if not heard:
        wanted = "one event at least; leave the line out for those that the presets need"
        raise refusal(environment, FIELD, wanted)
    for named in heard:
        if named not in CATALOGUE:
            raise refusal(environment, FIELD, _wanted(named))


def _wanted(named: str) -> str:
    near = get_close_matches(named, CATALOGUE, 1)
    meant = f" (perhaps `{near[0]}`)" if near else ""
    return f"events as docs/events.md names them, such as code.issued.v1; there is no `{named}`{meant}"
