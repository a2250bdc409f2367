"""What visitors see."""

from twofold.adapters.dynamodb.campaigns import DynamoAssetBook, DynamoCampaignBook
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.limits import DynamoCounter
from twofold.adapters.dynamodb.links import DynamoLinkBook
from twofold.assets.show import ShowAsset
from twofold.campaigns.ports import CampaignBook
from twofold.codes.check import CheckCode
from twofold.contracts.instants import now
from twofold.messages.links.follow import FollowLink

from .shared import database, edge, site

__all__ = ["campaigns", "check_code", "edge", "follow_link", "show_asset", "site"]


def campaigns() -> CampaignBook:
    database()
    return DynamoCampaignBook()


def show_asset(campaigns: CampaignBook) -> ShowAsset:
    database()
    return ShowAsset(assets=DynamoAssetBook(), campaigns=campaigns)


def check_code() -> CheckCode:
    return CheckCode(book=DynamoCodeBook(database()), clock=now)


def follow_link() -> FollowLink:
    return FollowLink(links=DynamoLinkBook(database()), networks=DynamoCounter())
