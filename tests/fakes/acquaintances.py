"""Who a CRM's ids stand for, in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from twofold.crm.mapping.systems import System


@dataclass(slots=True)
class InMemoryAcquaintances:
    ids: dict[tuple[str, str], str] = field(default_factory=dict)
    last: dict[tuple[str, str], dict[str, datetime]] = field(default_factory=dict)

    def leads_of(self, system: System, their_ids: Sequence[str]) -> Mapping[str, str]:
        return {one: self.ids[system, one] for one in their_ids if (system, one) in self.ids}

    def learn(self, system: System, their_id: str, lead_id: str) -> None:
        self.ids[system, their_id] = lead_id

    def last_heard(self, system: System, lead_id: str) -> Mapping[str, datetime]:
        return dict(self.last.get((system, lead_id), {}))

    def heard(self, system: System, lead_id: str, facts: Mapping[str, datetime]) -> None:
        kept = self.last.setdefault((system, lead_id), {})
        for fact, at in facts.items():
            kept[fact] = max(at, kept.get(fact, at))

    def forget(self, lead_id: str) -> None:
        self.ids = {key: lead for key, lead in self.ids.items() if lead != lead_id}
        self.last = {key: at for key, at in self.last.items() if key[1] != lead_id}
