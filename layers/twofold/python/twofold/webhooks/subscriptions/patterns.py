"""Which events a webhook wants: one by its name, all of a kind (`lead.*`), or all there are (`*`)."""

from collections.abc import Iterable

from twofold.contracts.events import CATALOGUE, WebhookTested

ALL, FAMILY = "*", ".*"

TYPES = tuple(name for name in CATALOGUE if name != WebhookTested.type)
"""Those that can be asked for; a test is told to whoever is tested."""

PATTERNS = (ALL, *sorted({name.partition(".")[0] + FAMILY for name in TYPES}), *TYPES)


def fits(patterns: Iterable[str], kind: str) -> bool:
    """Whether an event of this type is one of those."""
    family = kind.partition(".")[0] + FAMILY
    return any(pattern in (ALL, family, kind) for pattern in patterns)
