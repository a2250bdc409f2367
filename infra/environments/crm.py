"""Which CRMs tell a deployment of changes by signed webhooks of theirs; all others have an API key (docs/crm.md)."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Crm:
    """A field for each. One that is true gets a secret, by which its signatures are checked; the others' addresses
    answer with 404.
    """

    hubspot: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Of those that are true, as their secrets are called."""
        return tuple(field.name for field in fields(self) if getattr(self, field.name))
