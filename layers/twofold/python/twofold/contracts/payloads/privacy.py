"""What somebody may ask for by law, as a partner asks for it."""

from .base import Answer


class ErasedLead(Answer, frozen=True):
    """From now on nothing but a mark is left; what else is kept of them goes within minutes."""

    lead_id: str
    status: str
