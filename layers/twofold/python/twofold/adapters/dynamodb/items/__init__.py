"""The stored form of every aggregate. Seen only in this folder's parent.

Keys are those of `contracts.tables`; a test holds the two together.
"""

from .automations import AutomationItem, DailyItem, EnrolmentItem
from .campaigns import AssetItem, AssetLinkItem, CampaignItem, KeywordItem
from .codes import CodeItem, IssueItem, SpentItem
from .item import Item
from .jobs import JobItem
from .leads import AwaitedItem, ChallengeItem, ConsentItem, LeadItem
from .ledger import LedgerItem
from .messages import LinkItem, MessageItem
from .metrics import MetricItem
from .operations import AnswerItem, KeyItem, LimitItem, OperationItem
from .orders import CartItem, OrderItem
from .pools import PoolItem, PromiseItem, RegisterItem
from .referrals import EarnedItem, FriendItem
from .taps import TagItem, TapItem

__all__ = [
    "BY_TABLE",
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
    "EarnedItem",
    "EnrolmentItem",
    "FriendItem",
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
    "TagItem",
    "TapItem",
]

BY_TABLE: dict[str, tuple[type[Item], ...]] = {
    "campaigns": (CampaignItem,),
    "assets": (AssetItem, KeywordItem),
    "challenges": (ChallengeItem, AwaitedItem),
    "limits": (LimitItem,),
    "leads": (LeadItem,),
    "consents": (ConsentItem,),
    "codes": (CodeItem, IssueItem, SpentItem),
    "orders": (OrderItem,),
    "carts": (CartItem,),
    "pools": (PoolItem, RegisterItem, PromiseItem),
    "messages": (MessageItem,),
    "automations": (AutomationItem, DailyItem),
    "enrolments": (EnrolmentItem,),
    "links": (LinkItem, AssetLinkItem),
    "referrals": (FriendItem, EarnedItem),
    "tags": (TagItem, TapItem),
    "metrics": (MetricItem,),
    "api_keys": (KeyItem,),
    "idempotency": (AnswerItem,),
    "operations": (OperationItem,),
    "jobs": (JobItem,),
    "ledger": (LedgerItem,),
}
"""Which items live in which table of `contracts.settings.TableSettings`."""
