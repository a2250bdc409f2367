"""Which events somebody wants to hear of: one row, which is written with each change of a webhook."""

from twofold.webhooks.subscriptions.patterns import fits

from .cache import Kept
from .items import OperationItem
from .reading import read

WANTED = "webhooks"
"""The row's name among the marks of the running system."""


class DynamoWantedEvents:
    """As it was ten seconds ago or later: so long may what happens right after a webhook was made be no news to it."""

    SECONDS = 10.0

    def __init__(self) -> None:
        self._patterns = Kept(_patterns, seconds=self.SECONDS)

    def __call__(self, kind: str) -> bool:
        return fits(self._patterns(WANTED), kind)


def _patterns(name: str) -> tuple[str, ...]:
    item = read(OperationItem, name, consistent=False)
    return tuple(item.patterns or ()) if item else ()
