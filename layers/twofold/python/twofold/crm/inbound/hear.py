"""One request of a CRM, from its own words to the answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec import UNSET

from twofold.contracts.payloads.crm import CrmChangesTaken, CrmItem, NotTakenOver
from twofold.crm.mapping.model import CrmMapping
from twofold.crm.mapping.systems import System

from .changes import Heard, Told
from .ports import Mappings
from .receive import ReceiveChanges


@dataclass(frozen=True, slots=True, kw_only=True)
class Hear:
    """`read` makes of a body, by a mapping, what it tells of whom."""

    system: System
    read: Callable[[CrmMapping, Any], Sequence[Told]]
    mappings: Mappings
    receive: ReceiveChanges

    def __call__(self, body: Any) -> CrmChangesTaken:
        """Raises InvalidRequest for what cannot be read at all, Unavailable when all of it is to be sent again."""
        mapping = self.mappings.of(self.system)
        heard = self.receive(mapping, self.read(mapping, body))
        return CrmChangesTaken(items=[_item(one) for one in heard])


def _item(heard: Heard) -> CrmItem:
    refused = [NotTakenOver(field=r.field, reason=r.reason, detail=r.detail) for r in heard.refused]
    return CrmItem(
        result=heard.result,
        lead_id=heard.lead_id or UNSET,
        changed=list(heard.changed) or UNSET,
        refused=refused or UNSET,
        reason=heard.reason or UNSET,
        ignored=heard.ignored,
    )
