"""What files of people need of the outside."""

from collections.abc import Mapping, Sequence, Set
from typing import Protocol

from twofold.leads.change import LeadChange
from twofold.leads.model import Lead


class ArrivalBook(Protocol):
    def leads(self, lead_ids: Sequence[str]) -> Mapping[str, Lead]:
        """Those of up to a thousand leads that exist, as they stand now."""

    def store(self, changes: Sequence[LeadChange]) -> Set[str]:
        """Make each lead, its consent link and event true together; the ids of those that had moved, and were not.

        Nothing of it makes a lead active. Raises Unavailable, with some stored, others not, and none in part.
        """
