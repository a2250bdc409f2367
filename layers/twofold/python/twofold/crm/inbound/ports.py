"""What hearing a CRM needs of the outside."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from twofold.crm.mapping.model import CrmMapping
from twofold.crm.mapping.systems import System

from .changes import Verdict


class Mappings(Protocol):
    def of(self, system: System) -> CrmMapping:
        """The one by which that system is told, so that it is heard by the same; the usual one where it is not told."""


class Acquaintances(Protocol):
    """Who a CRM's own ids stand for, and when it last told us of what."""

    def leads_of(self, system: System, their_ids: Sequence[str]) -> Mapping[str, str]:
        """Lead ids by those of up to 100 of their ids that we know."""

    def learn(self, system: System, their_id: str, lead_id: str) -> None:
        """From now on their id stands for this lead, and for no other."""

    def last_heard(self, system: System, lead_id: str) -> Mapping[str, datetime]:
        """When each fact last changed there, as far as they told us."""

    def heard(self, system: System, lead_id: str, facts: Mapping[str, datetime]) -> None:
        """Keep that; of others it stays as it is."""

    def forget(self, lead_id: str) -> None:
        """Nothing about this lead is kept any more."""


class ChangeLead(Protocol):
    def update(self, lead_id: str, wanted: Verdict, told_by: System) -> bool:
        """Change attributes, stage and tags; False when the lead was so already.

        Raises InvalidRequest for what no lead can have, NotFound when there is no such lead.
        """

    def leave(self, lead_id: str, told_by: System) -> bool:
        """They want no more texts; False when they had left before."""
