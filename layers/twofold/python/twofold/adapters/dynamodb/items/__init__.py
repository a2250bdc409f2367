"""The stored form of every aggregate. Seen only in this folder's parent.

Keys are those of `contracts.tables`; a test holds the two together.
"""

from .campaigns import AssetItem, AssetLinkItem, CampaignItem, KeywordItem
from .codes import CodeItem, IssueItem
from .item import Item
from .leads import AwaitedItem, ChallengeItem, ConsentItem, LeadItem
from .ledger import LedgerItem
from .messages import LinkItem, MessageItem
from .metrics import MetricItem
from .operations import AnswerItem, KeyItem, LimitItem, OperationItem
from .referrals import EarnedItem, FriendItem
from .taps import TagItem, TapItem

__all__ = [
    "BY_TABLE",
    "AnswerItem",
    "AssetItem",
    "AssetLinkItem",
    "AwaitedItem",
    "CampaignItem",
    "ChallengeItem",
    "CodeItem",
    "ConsentItem",
    "EarnedItem",
    "FriendItem",
    "IssueItem",
    "Item",
    "KeyItem",
    "KeywordItem",
    "LeadItem",
    "LedgerItem",
    "LimitItem",
    "LinkItem",
    "MessageItem",
    "MetricItem",
    "OperationItem",
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
    "codes": (CodeItem, IssueItem),
    "messages": (MessageItem,),
    "links": (LinkItem, AssetLinkItem),
    "referrals": (FriendItem, EarnedItem),
    "tags": (TagItem, TapItem),
    "metrics": (MetricItem,),
    "api_keys": (KeyItem,),
    "idempotency": (AnswerItem,),
    "operations": (OperationItem,),
    "ledger": (LedgerItem,),
}
"""Which items live in which table of `contracts.settings.TableSettings`."""
