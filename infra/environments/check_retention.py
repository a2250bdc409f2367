"""How long things are kept makes sense."""

from dataclasses import fields

from infra.environments import Environment
from infra.environments.refusal import refusal

LEAST = {"deliveries_days": 3}
"""Days: what has an end in any case, though not before the last attempt of its schedule is long over."""


def check_retention(environment: Environment) -> None:
    """Raises EnvironmentIncomplete."""
    for field in fields(environment.retention):
        days, least = getattr(environment.retention, field.name), LEAST.get(field.name, 0)
        if days < least:
            wanted = f"{least} day{'s' * (least != 1)} or more, not {days}"
            raise refusal(environment, f"[retention] {field.name}", wanted)
