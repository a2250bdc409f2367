"""A CRM is heard by the same mapping by which it is told."""

from dataclasses import dataclass

from twofold.webhooks.books import SubscriptionBook

from .model import CrmMapping
from .read_mapping import read_mapping
from .systems import System


@dataclass(frozen=True, slots=True)
class MappingsBySubscription:
    """Fits `crm.inbound.ports.Mappings`: of several webhooks to one system, the oldest active one's counts."""

    subscriptions: SubscriptionBook

    def of(self, system: System) -> CrmMapping:
        mapped = [s for s in self.subscriptions.all() if (s.mapping or {}).get("system") == system]
        chosen = next((s for s in mapped if s.active), mapped[0] if mapped else None)
        return read_mapping(chosen.mapping if chosen else {"system": system})
