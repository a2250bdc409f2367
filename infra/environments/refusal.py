"""How an environment's file is refused: in one sentence that says which field of which file to change."""

from infra.environments import Environment


class EnvironmentIncomplete(ValueError):
    """The environment's file cannot be deployed as it stands."""


def refusal(environment: Environment, field: str, wanted: str) -> EnvironmentIncomplete:
    """`field` as it stands in the file, after its section's name: `[prices] default`."""
    return EnvironmentIncomplete(
        f"Fill in `{field}` in infra/environments/{environment.name}.toml: {wanted}."
    )
