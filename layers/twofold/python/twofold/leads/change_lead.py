"""Changes a lead as it stands, however often somebody else does so at the same moment."""

from collections.abc import Callable

from twofold.contracts.errors import Unavailable

from .change import LeadChange
from .model import Lead
from .ports import LeadBook, LeadMoved

TRIES = 10


def change_lead(book: LeadBook, lead_id: str, make: Callable[[Lead | None], LeadChange | None]) -> bool:
    """Store what `make` says of the lead as it was just read; False when it says that nothing is to change.

    Raises Unavailable when the lead changed every time.
    """
    for _ in range(TRIES):
        change = make(book.lead(lead_id))
        if change is None:
            return False
        try:
            book.change(change)
        except LeadMoved:
            continue
        return True
    raise Unavailable("The lead changed too often.")
