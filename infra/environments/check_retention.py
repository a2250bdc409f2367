"""How long things are kept makes sense."""

from dataclasses import fields

from infra.environments import Environment
from infra.environments.refusal import refusal

ALWAYS = frozenset({"deliveries_days"})
"""What has an end in any case."""


def check_retention(environment: Environment) -> None:
    """Raises EnvironmentIncomplete."""
    for field in fields(environment.retention):
        days, least = getattr(environment.retention, field.name), 1 if field.name in ALWAYS else 0
        if days < least:
            wanted = f"{least} day{'s' * (least != 1)} or more, not {days}"
            raise refusal(environment, f"[retention] {field.name}", wanted)
