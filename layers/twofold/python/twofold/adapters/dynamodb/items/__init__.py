"""The stored form of every aggregate. Seen only in this folder's parent.

Keys are those of `contracts.tables`; a test holds the two together.
"""

from .campaigns import AssetItem, CampaignItem
from .codes import CodeItem, IssueItem
from .item import Item
from .leads import ChallengeItem, ConsentItem, LeadItem
from .ledger import LedgerItem
from .messages import MessageItem
from .operations import AnswerItem, KeyItem, LimitItem, OperationItem

__all__ = [
    "BY_TABLE",
    "AnswerItem",
    "AssetItem",
    "CampaignItem",
    "ChallengeItem",
    "CodeItem",
    "ConsentItem",
    "IssueItem",
    "Item",
    "KeyItem",
    "LeadItem",
    "LedgerItem",
    "LimitItem",
    "MessageItem",
    "OperationItem",
]

BY_TABLE: dict[str, tuple[type[Item], ...]] = {
    "campaigns": (CampaignItem,),
    "assets": (AssetItem,),
    "challenges": (ChallengeItem,),
    "limits": (LimitItem,),
    "leads": (LeadItem,),
    "consents": (ConsentItem,),
    "codes": (CodeItem, IssueItem),
    "messages": (MessageItem,),
    "api_keys": (KeyItem,),
    "idempotency": (AnswerItem,),
    "operations": (OperationItem,),
    "ledger": (LedgerItem,),
}
"""Which items live in which table of `contracts.settings.TableSettings`."""
