"""The stored form of every aggregate. Seen only in this folder's parent.

Keys are those of `contracts.tables`; a test holds the two together. Each is made when it, or its table, is first
asked for: a function has few tables, and does not start the later for all the others.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .item import Item

if TYPE_CHECKING:
    from .automations import AutomationItem, DailyItem, EnrolmentItem
    from .campaigns import AssetItem, AssetLinkItem, CampaignItem, KeywordItem
    from .codes import CodeItem, IssueItem, SpentItem
    from .crm import AcquaintanceItem
    from .jobs import ExportItem, JobItem
    from .leads import AwaitedItem, ChallengeItem, ConsentItem, LeadItem
    from .ledger import LedgerItem
    from .messages import LinkItem, MessageItem
    from .metrics import MetricItem
    from .operations import AnswerItem, KeyItem, LimitItem, OperationItem
    from .orders import CartItem, OrderItem
    from .pools import PoolItem, PromiseItem, RegisterItem
    from .referrals import EarnedItem, FriendItem
    from .taps import TagItem, TapItem
    from .webhooks import DeliveryItem, HealthItem, SubscriptionItem

__all__ = [
    "BY_TABLE",
    "AcquaintanceItem",
    "AnswerItem",
    "AssetItem",
    "AssetLinkItem",
    "AutomationItem",
    "AwaitedItem",
    "CampaignItem",
    "CartItem",
    "ChallengeItem",
    "CodeItem",
    "ConsentItem",
    "DailyItem",
    "DeliveryItem",
    "EarnedItem",
    "EnrolmentItem",
    "ExportItem",
    "FriendItem",
    "HealthItem",
    "IssueItem",
    "Item",
    "JobItem",
    "KeyItem",
    "KeywordItem",
    "LeadItem",
    "LedgerItem",
    "LimitItem",
    "LinkItem",
    "MessageItem",
    "MetricItem",
    "OperationItem",
    "OrderItem",
    "PoolItem",
    "PromiseItem",
    "RegisterItem",
    "SpentItem",
    "SubscriptionItem",
    "TagItem",
    "TapItem",
]

_STORED: Mapping[str, tuple[str, ...]] = {
    "campaigns": ("campaigns.CampaignItem",),
    "assets": ("campaigns.AssetItem", "campaigns.KeywordItem"),
    "challenges": ("leads.ChallengeItem", "leads.AwaitedItem"),
    "limits": ("operations.LimitItem",),
    "leads": ("leads.LeadItem",),
    "consents": ("leads.ConsentItem",),
    "codes": ("codes.CodeItem", "codes.IssueItem", "codes.SpentItem"),
    "orders": ("orders.OrderItem",),
    "carts": ("orders.CartItem",),
    "pools": ("pools.PoolItem", "pools.RegisterItem", "pools.PromiseItem"),
    "messages": ("messages.MessageItem",),
    "automations": ("automations.AutomationItem", "automations.DailyItem"),
    "enrolments": ("automations.EnrolmentItem",),
    "subscriptions": ("webhooks.SubscriptionItem", "webhooks.HealthItem", "crm.AcquaintanceItem"),
    "deliveries": ("webhooks.DeliveryItem",),
    "links": ("messages.LinkItem", "campaigns.AssetLinkItem"),
    "referrals": ("referrals.FriendItem", "referrals.EarnedItem"),
    "tags": ("taps.TagItem", "taps.TapItem"),
    "metrics": ("metrics.MetricItem",),
    "api_keys": ("operations.KeyItem",),
    "idempotency": ("operations.AnswerItem",),
    "operations": ("operations.OperationItem",),
    "jobs": ("jobs.JobItem", "jobs.ExportItem"),
    "ledger": ("ledger.LedgerItem",),
}
_HOMES = dict(path.split(".")[::-1] for paths in _STORED.values() for path in paths)
"""Where each is found."""

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return _kind(name)


class _ByTable(Mapping[str, tuple[type[Item], ...]]):
    def __getitem__(self, table: str) -> tuple[type[Item], ...]:
        return tuple(_kind(path.partition(".")[2]) for path in _STORED[table])

    def __iter__(self) -> Iterator[str]:
        return iter(_STORED)

    def __len__(self) -> int:
        return len(_STORED)


def _kind(name: str) -> type[Item]:
    kind: type[Item] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return kind


BY_TABLE = _ByTable()
"""Which items live in which table of `contracts.settings.TableSettings`."""
